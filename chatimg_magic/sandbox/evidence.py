"""What generated code tries while it runs, and drawings never do: CPython's audit events, noted.

The hook denies nothing, the operating system's layers do; but it also sees what code swallowed (PEP 578; the events are
listed in "Audit events table" of Python's documentation).
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from types import FrameType
from typing import Any

MOST = 8
"""So much is noted of one piece of code."""


class Tried(str, Enum):
    """A kind of attempt; its value completes *the code tried to …*."""

    FILE = "open a file"
    FOLDER = "look into folders"
    SYSTEM = "change files or settings of the system"
    PROGRAM = "start a program"
    NETWORK = "reach the network"
    MEMORY = "reach foreign memory"
    INTERPRETER = "look into the interpreter"
    CODE = "build code while it runs"
    IMPORT = "import what drawings do not need"
    NAME = "use a name that nothing had set"


def words(tried: Tried, line: int) -> str:
    """Say what code tried and where; line 0 is unknown."""
    return f"{f'line {line} ' if line else ''}tried to {tried.value}, which drawings never do; leave it out"


ANYBODY = {
    "open": Tried.FILE,
    "os.listdir": Tried.FOLDER,
    "os.scandir": Tried.FOLDER,
    "os.walk": Tried.FOLDER,
    "os.fwalk": Tried.FOLDER,
    "glob": Tried.FOLDER,
    "os.system": Tried.PROGRAM,
    "os.exec": Tried.PROGRAM,
    "os.fork": Tried.PROGRAM,
    "os.forkpty": Tried.PROGRAM,
    "os.spawn": Tried.PROGRAM,
    "os.posix_spawn": Tried.PROGRAM,
    "subprocess": Tried.PROGRAM,
    "pty": Tried.PROGRAM,
    "webbrowser": Tried.PROGRAM,
    "os": Tried.SYSTEM,
    "shutil": Tried.SYSTEM,
    "tempfile": Tried.SYSTEM,
    "fcntl": Tried.SYSTEM,
    "resource": Tried.SYSTEM,
    "signal": Tried.SYSTEM,
    "syslog": Tried.SYSTEM,
    "socket": Tried.NETWORK,
    "urllib": Tried.NETWORK,
    "http": Tried.NETWORK,
    "ftplib": Tried.NETWORK,
    "smtplib": Tried.NETWORK,
    "ctypes": Tried.MEMORY,
    "mmap": Tried.MEMORY,
    "pickle": Tried.CODE,
    "marshal": Tried.CODE,
    "sqlite3": Tried.FILE,
}
"""Events, or what they begin with before the first dot, that count whoever raises them."""

ITSELF = {
    "exec": Tried.CODE,
    "compile": Tried.CODE,
    "code": Tried.CODE,
    "function": Tried.CODE,
    "import": Tried.IMPORT,
    "sys": Tried.INTERPRETER,
    "gc": Tried.INTERPRETER,
    "cpython": Tried.INTERPRETER,
    "builtins.breakpoint": Tried.INTERPRETER,
    "builtins.input": Tried.INTERPRETER,
}
"""Events that count only where the code's own lines raise them: dataclasses and named tuples are made by compiling."""

SEARCH = "<frozen importlib"
READERS = ("linecache.py", "tokenize.py")
"""Whose files and folders are no evidence: the search for a module that is missing, and the line of a warning."""


class Evidence:
    """Notes what code tries, while it is watched; made before anything hostile is read.

    Parameters
    ----------
    code_file : the file name that the code's own lines have.
    known : packages that may be asked for, there or not.

    Attributes
    ----------
    found : (name of :class:`Tried`, line of the code or 0), each once, in order.
    """

    def __init__(self, code_file: str, known: frozenset[str] = frozenset()) -> None:
        self.found: list[tuple[str, int]] = []
        self._file = code_file
        self._known = known
        self._watching = False
        sys.addaudithook(self._note)

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Note what happens within."""
        self._watching = True
        try:
            yield
        finally:
            self._watching = False

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._watching:
            return
        family = event.partition(".")[0]
        tried = ANYBODY.get(event) or ANYBODY.get(family)
        itself = None if tried else ITSELF.get(event) or ITSELF.get(family)
        if not (tried or itself) or (event == "import" and arguments[0].split(".")[0] in self._known):
            return
        self._watching = False  # what is done here raises events too
        try:
            frame = sys._getframe(1)
            file = frame.f_code.co_filename
            if itself and file == self._file:
                self._add(itself, frame)
            elif tried and not (file.startswith(SEARCH) or file.endswith(READERS)):
                self._add(tried, frame)
        finally:
            self._watching = True

    def _add(self, tried: Tried, frame: FrameType | None) -> None:
        """Note what was tried on the code's line that a frame was called from."""
        while frame is not None and frame.f_code.co_filename != self._file:
            frame = frame.f_back
        note = tried.name, frame.f_lineno if frame is not None else 0
        if note not in self.found and len(self.found) < MOST:
            self.found.append(note)

    def builtins(self) -> dict[str, Any]:
        """Return Python's builtins for the code, which note a name that is nowhere.

        In a person's kernel such a name might be theirs, and code that goes on without it is after that.
        """
        return _Builtins(vars(builtins), self._add)


class _Builtins(dict[str, Any]):
    def __init__(self, names: dict[str, Any], note: Callable[[Tried, FrameType], None]) -> None:
        super().__init__(names)
        self._note = note

    def __missing__(self, name: str) -> Any:
        if name.isidentifier() and not name.startswith("__"):
            self._note(Tried.NAME, sys._getframe(1))
        raise KeyError(name)
