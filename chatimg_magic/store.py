"""Drawings kept on disk: one JSON file per request; never pixels, keys or addresses with credentials."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.errors import BadOption, clean
from chatimg_magic.interrupts import postponed
from chatimg_magic.request import Request

VERSION = 1


class StoreWarning(UserWarning):
    """A drawing could not be kept or read; drawing goes on without."""


class Store:
    """A folder of kept drawings.

    Parameters
    ----------
    folder : made on the first save.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return the file of a request."""
        return self.folder / f"{digest[:32]}.json"

    def load(self, request: Request) -> Drawing | None:
        """Read what is kept of a request; None, with a warning if a file is damaged, if there is nothing."""
        drawing = self._read(self.path(request.digest))
        return drawing if drawing is not None and drawing.request == request else None

    def find(self, digest: str) -> Drawing | None:
        """Read the drawing whose request has a digest."""
        return self._read(self.path(digest))

    def save(self, drawing: Drawing) -> None:
        """Keep a drawing, merged attempt by attempt with what another kernel may have written meanwhile."""
        path = self.path(drawing.request.digest)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._locked(), postponed():
                other = self._read(path, frozenset(attempt.id for attempt in drawing.attempts))
                if other is None and path.exists():  # damaged, or of a newer version: nothing is lost
                    path.replace(path.with_suffix(".unreadable"))
                _write(path, _merged(drawing, other))
        except OSError as error:
            reason = error.strerror or error
            _warn(f"The drawing could not be kept in {self.folder.name}: {reason}. It lasts as long as the kernel.")

    def drawings(self) -> Iterator[Drawing]:
        """Yield everything kept, the newest file first."""
        with contextlib.suppress(OSError):
            for path in sorted(self.folder.glob("*.json"), key=lambda p: p.stat().st_mtime, reverse=True):
                if (drawing := self._read(path)) is not None:
                    yield drawing

    def clear(self) -> int:
        """Remove every kept drawing; return how many there were."""
        count = 0
        for path in list(self.folder.glob("*.json")):
            with contextlib.suppress(OSError):
                path.unlink()
                count += 1
        return count

    def _read(self, path: Path, known: frozenset[str] = frozenset()) -> Drawing | None:
        """Read a file, but for the attempts that are known already."""
        try:
            return _from_json(json.loads(path.read_text(encoding="utf-8")), known)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            reason = clean(str(error), 80)
            _warn(f"The kept drawing {path.name} cannot be read ({reason}) and is left out. Delete or restore it.")
            return None

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Let one process at a time merge and write, where the system has file locks."""
        try:
            import fcntl
        except ImportError:
            yield
            return
        with open(self.folder / ".lock", "w", encoding="utf-8") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def _merged(drawing: Drawing, other: Drawing | None) -> Drawing:
    foreign = other.attempts if other else []
    selected = drawing.attempt.id if drawing.attempt else ""
    merged = Drawing(drawing.request, sorted([*foreign, *drawing.attempts], key=lambda a: a.created), selected)
    merged.inserted = {**(other.inserted if other else {}), **drawing.inserted}
    return merged


def _write(path: Path, drawing: Drawing) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(_to_json(drawing))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _to_json(drawing: Drawing) -> str:
    """Write a file: an attempt a line."""
    head = {
        "chatimg": VERSION,
        "request": drawing.request.to_json(),
        "selected": drawing.attempt.id if drawing.attempt else "",
        "inserted": drawing.inserted,
    }
    attempts = ",\n".join(attempt.line for attempt in drawing.attempts)
    return f'{json.dumps(head)[:-1]}, "attempts": [\n{attempts}\n]}}\n'


def _from_json(data: dict[str, Any], known: frozenset[str] = frozenset()) -> Drawing:
    if data["chatimg"] != VERSION:
        raise ValueError(f"it was written in format {data['chatimg']!r}, this version reads {VERSION}")
    attempts = [Attempt.from_json(attempt) for attempt in data["attempts"] if attempt["id"] not in known]
    drawing = Drawing(Request.from_json(data["request"]), attempts, str(data["selected"]))
    drawing.inserted = {str(cell): str(code) for cell, code in data["inserted"].items()}
    return drawing


def _warn(message: str) -> None:
    warnings.warn(message, StoreWarning, stacklevel=4)


def manage(store: Store, action: str) -> str:
    """Carry out ``store list``, ``store path`` or ``store clear``, and say what there is."""
    if action == "path":
        return str(store.folder)
    if action == "clear":
        return f"{store.clear()} kept drawings removed from {store.folder}"
    if action != "list":
        raise BadOption(f"store does not know {action!r}.", "Write %chatimg store, store path or store clear.")
    lines = [f"{store.folder}"]
    for drawing in store.drawings():
        request, attempt = drawing.request, drawing.attempt
        state = f"{attempt.model}, {attempt.created[:10]}" if attempt else "no picture"
        prompt = " ".join(request.prompt.split())[:60]
        asked = f"{request.name} {request.size} {request.mode.value}"
        lines.append(f"  {request.digest[:8]}  {asked}  {len(drawing.attempts)}×  {state}  {prompt}")
    return "\n".join(lines if len(lines) > 1 else [*lines, "  no drawings are kept"])
