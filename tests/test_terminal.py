"""IPython in a real terminal: the picture as a file, the code at the next prompt, Tab."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest
from PIL import Image

from tests.answers import SQUARE
from tests.servers.scripted import ScriptedServer

MAGIC = "get_ipython().run_cell_magic('chatimg', 'square --size 200 --mode gray', 'A white square')"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Run IPython with the extension loaded."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    options = ["--no-banner", "--no-confirm-exit", "--TerminalInteractiveShell.highlighting_style=bw"]
    spawned = pexpect.spawn(
        sys.executable, ["-m", "IPython", *options], encoding="utf-8", timeout=60, dimensions=(60, 200)
    )
    try:
        spawned.expect(r"In \[")
        spawned.send("%load_ext chatimg_magic\r")
        spawned.expect(r"In \[")
        yield spawned
    finally:
        spawned.close(force=True)


def test_the_picture_is_saved_and_the_code_stands_at_the_next_prompt(provider: ScriptedServer, shell: Any) -> None:
    provider.say(SQUARE)
    shell.send(MAGIC + "\r")
    shell.expect(r"saved as (\S+\.png)")
    path = Path(shell.match.group(1))
    shell.expect(r"drawn by scripted-1, attempt 1")
    shell.expect(r"255")
    shell.expect(r"plt\.show")
    with Image.open(path) as picture:
        assert picture.size == (200, 200)


def test_tab_completes(shell: Any) -> None:
    shell.send("%%chatimg dot --ret\t")
    shell.expect("dot --retries")
    shell.send(" 1 --mode \t")
    shell.expect("gray")
    shell.expect("rgba")
