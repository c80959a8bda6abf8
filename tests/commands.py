"""The command, run in this process as in a new one: to start Python and to import the clients takes seconds."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from chatimg_magic import session, settings
from chatimg_magic.cli import main


@dataclass(frozen=True)
class Done:
    """What a command ended with, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def chatimg(*words: str, cwd: Path | None = None) -> Done:
    """Run the command with these words, in a folder; nothing is remembered from the command before."""
    before, out, err = Path.cwd(), io.StringIO(), io.StringIO()
    os.chdir(cwd or before)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main(words)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    finally:
        os.chdir(before)
        session.current().close()
        session.current.cache_clear()
        settings.current.cache_clear()
    return Done(status, out.getvalue(), err.getvalue())
