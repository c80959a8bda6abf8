"""IPython in a real terminal: the picture as a file, the code at the next prompt."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest
from PIL import Image

from tests.answers import SQUARE
from tests.servers.scripted import ScriptedServer

MAGIC = "get_ipython().run_cell_magic('chatimg', 'square --size 200 --mode gray', 'A white square')"


def test_the_picture_is_saved_and_the_code_stands_at_the_next_prompt(
    provider: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.say(SQUARE)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    options = ["--no-banner", "--no-confirm-exit", "--TerminalInteractiveShell.highlighting_style=bw"]
    shell = pexpect.spawn(
        sys.executable, ["-m", "IPython", *options], encoding="utf-8", timeout=60, dimensions=(60, 200)
    )
    try:
        shell.expect(r"In \[")
        shell.send("%load_ext chatimg_magic\r")
        shell.expect(r"In \[")
        shell.send(MAGIC + "\r")
        shell.expect(r"saved as (\S+\.png)")
        path = Path(shell.match.group(1))
        shell.expect(r"drawn by scripted-1, attempt 1")
        shell.expect(r"255")
        shell.expect(r"plt\.show")
    finally:
        shell.close(force=True)
    with Image.open(path) as picture:
        assert picture.size == (200, 200)
