"""A kept drawing's file on the disk: read within bounds, added to at its end, written anew, and locked meanwhile.

The folder may be somebody else's: nothing is opened that is no plain file, and nothing is written through a link.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 16_000_000
"""A larger file is not read, and none grows larger."""
BEGIN = 64
"""Bytes at a file's begin that no other file has."""
PATIENCE = 20.0
"""Seconds to wait for another process that is saving."""
_NO_LINK, _NO_WAIT, _BINARY = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


class NotPlain(ValueError):
    """What is there is no plain file, or a huge one."""


@dataclass(frozen=True)
class Mark:
    """A place in a file up to which its content is known.

    Attributes
    ----------
    path : the file.
    begin : its first bytes.
    size : bytes that are known.
    """

    path: Path
    begin: bytes
    size: int

    def grown(self) -> bool:
        """Whether there may be more by now."""
        with contextlib.suppress(OSError):
            return self.path.stat().st_size != self.size
        return True


def read(path: Path) -> bytes:
    """Read a file.

    Raises
    ------
    NotPlain
        If it is no plain file (a pipe would never end), or larger than :data:`MOST_BYTES`.
    OSError
        If it cannot be read.
    """
    handle = os.open(path, os.O_RDONLY | _NO_WAIT | _BINARY)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotPlain("it is no plain file")
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise NotPlain(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    return data


def mark(path: Path, data: bytes) -> Mark:
    """Return the mark at the end of a file's content."""
    return Mark(path, data[:BEGIN], len(data))


def append(known: Mark, lines: bytes) -> Mark | None:
    """Add lines at the end of a file, all or none of them.

    Returns
    -------
    Mark or None
        The new end. None, and nothing is written, if it is not the file that is known, does not end with a whole line,
        would become too large, or may only be replaced.

    Raises
    ------
    OSError
        If the disk is full, or broken.
    """
    try:
        handle = os.open(known.path, os.O_RDWR | os.O_APPEND | _NO_LINK | _NO_WAIT | _BINARY)
    except OSError:
        return None
    try:
        found = os.fstat(handle)
        size = found.st_size
        if not stat.S_ISREG(found.st_mode) or not known.size <= size <= MOST_BYTES - len(lines):
            return None
        if os.read(handle, BEGIN) != known.begin or os.lseek(handle, size - 1, os.SEEK_SET) < 0:
            return None
        if os.read(handle, 1) != b"\n":
            return None
        try:
            if lines:
                _write_all(handle, lines)
                os.fsync(handle)
        except OSError:
            os.ftruncate(handle, size)
            raise
        return Mark(known.path, known.begin, size + len(lines))
    finally:
        os.close(handle)


def write(path: Path, data: bytes) -> Mark:
    """Write a whole file in the place of what is there; raises OSError, and leaves that as it was."""
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, f"its file would be larger than {MOST_BYTES // 1_000_000} MB")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        try:
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return mark(path, data)


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def put_aside(path: Path) -> None:
    """Give a file that cannot be read another name, so that nothing is lost."""
    for number in itertools.count(1):
        aside = path.with_suffix(f".unreadable{number if number > 1 else ''}")
        if not os.path.lexists(aside):
            path.replace(aside)
            return


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time save, where the system has file locks; raises OSError if another never ends."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | _NO_LINK | _NO_WAIT, 0o666)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise OSError(errno.EAGAIN, "another process has been saving all the time") from None
                time.sleep(0.002)
        yield
    finally:
        os.close(handle)
