"""Drawings kept on disk: one file of JSON lines per request; never pixels, keys or addresses with credentials."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from weakref import WeakKeyDictionary

from chatimg_magic.drawing import Drawing
from chatimg_magic.errors import BadOption, clean
from chatimg_magic.interrupts import postponed
from chatimg_magic.request import Request
from chatimg_magic.store import file, form

__all__ = ["Store", "StoreWarning", "manage"]

NAMES = "[0-9a-f]" * 32 + ".json"
"""Our files in a folder that may be anybody's."""
_NO_DRAWING = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


class StoreWarning(UserWarning):
    """A drawing could not be kept or read; drawing goes on without."""


class Store:
    """A folder of kept drawings, and what its files are known to hold, so that a save only adds the rest.

    Parameters
    ----------
    folder : made on the first save.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: WeakKeyDictionary[Drawing, tuple[form.Kept, file.Mark]] = WeakKeyDictionary()
        self._warned: WeakKeyDictionary[Drawing, str] = WeakKeyDictionary()  # that it cannot be kept: once is enough

    def path(self, digest: str) -> Path:
        """Return the file of a request."""
        return self.folder / f"{digest[:32]}.json"

    def load(self, request: Request) -> Drawing | None:
        """Read what is kept of a request; None, with a warning if a file is damaged, if there is nothing."""
        drawing = self._read(self.path(request.digest))
        return drawing if drawing is not None and drawing.request == request else None

    def find(self, digest: str) -> Drawing | None:
        """Read the drawing whose request has a digest."""
        drawing = self._read(self.path(digest))
        return drawing if drawing is not None and drawing.request.digest == digest else None

    def save(self, drawing: Drawing) -> None:
        """Add to a drawing's file what it does not hold yet; what another kernel wrote meanwhile stays."""
        path = self.path(drawing.request.digest)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with file.locked(self.folder), postponed():
                if not self._added(path, drawing):
                    self._written(path, drawing)
            self._warned.pop(drawing, None)
        except form.Newer:
            pass  # which was said when it was to be read
        except OSError as error:
            reason = error.strerror or error
            said = f"The drawing could not be kept in {self.folder.name}: {reason}. It lasts as long as the kernel."
            if self._warned.get(drawing) != said:
                self._warned[drawing] = said
                _warn(said)

    def drawings(self) -> Iterator[Drawing]:
        """Yield everything kept, the newest file first."""
        for path in sorted(self.folder.glob(NAMES), key=_changed, reverse=True):
            if (drawing := self._read(path)) is not None:
                yield drawing

    def clear(self) -> int:
        """Remove every kept drawing; return how many there were."""
        count = 0
        for path in list(self.folder.glob(NAMES)):
            with contextlib.suppress(OSError):
                path.unlink()
                count += 1
        return count

    def _added(self, path: Path, drawing: Drawing) -> bool:
        """Add to a file that is known what it lacks, without reading it; False if it has to be read."""
        kept, mark = self._known.get(drawing, (None, None))
        if kept is None or mark is None or mark.path != path or not kept.appendable:
            return False
        news, grown = kept.news(drawing), mark.grown()  # another kernel may have chosen another attempt
        end = file.append(mark, kept.lacks(drawing, news, choose=grown))
        if end is None:
            return False
        kept.take(drawing, news)
        self._known[drawing] = kept, end
        return True

    def _written(self, path: Path, drawing: Drawing) -> None:
        """Read a file, and add what it lacks or write it anew."""
        kept = form.Kept(drawing.request)
        try:
            data = file.read(path)
            found = form.read(data)
            if found.request == drawing.request:
                self._known[drawing] = found, file.mark(path, data)
                if self._added(path, drawing):
                    return
                kept = replace(found, appendable=True)
            else:
                file.put_aside(path)
        except FileNotFoundError:
            pass
        except form.Newer:
            raise
        except _NO_DRAWING:  # which was said when it was to be read
            file.put_aside(path)
        self._known.pop(drawing, None)  # until it is written
        kept.take(drawing, drawing.attempts)
        self._known[drawing] = kept, file.write(path, kept.lines())

    def _read(self, path: Path) -> Drawing | None:
        try:
            data = file.read(path)
            kept = form.read(data)
        except (FileNotFoundError, NotADirectoryError):  # there is no folder yet, or none can be made
            return None
        except (OSError, *_NO_DRAWING) as error:
            reason, name = clean(getattr(error, "strerror", None) or str(error), 80), clean(path.name, 60)
            newer = isinstance(error, form.Newer)
            remedy = "Update chatimg-magic; until then it stays as it is" if newer else "The next save puts it aside"
            _warn(f"The kept drawing {name} cannot be read ({reason}) and is left out. {remedy}.")
            return None
        drawing = kept.drawing()
        self._known[drawing] = kept, file.mark(path, data)
        return drawing


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # it is gone by now
        return 0.0


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
        state = f"{clean(attempt.model, 60)}, {clean(attempt.created[:10])}" if attempt else "no picture"
        asked = f"{clean(request.name, 40)} {request.size} {request.mode.value}"
        prompt = clean(request.prompt, 60)
        lines.append(f"  {request.digest[:8]}  {asked}  {len(drawing.attempts)}×  {state}  {prompt}")
    return "\n".join(lines if len(lines) > 1 else [*lines, "  no drawings are kept"])
