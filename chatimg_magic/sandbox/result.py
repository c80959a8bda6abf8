"""What goes into a run and what comes out of it; the worker's bytes become these values here, and are cleaned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chatimg_magic.errors import clean
from chatimg_magic.sandbox.evidence import MOST, Tried
from chatimg_magic.sandbox.protocol import DENIALS, MOST_PARTS, MOST_UNSEEN, Reply

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Change = tuple[int, int, NDArray[np.uint8]]


@dataclass(frozen=True)
class Limits:
    """What a worker may use: wall-clock and CPU seconds, bytes of memory, characters printed."""

    seconds: float = 10.0
    memory: int = 2 * 1024**3
    printed: int = 16_000


@dataclass(frozen=True)
class Isolation:
    """What a worker's probe saw denied, and by which layers.

    Attributes
    ----------
    denied : subset of :data:`DENIALS`, each really tried.
    layers : the layers whose calls succeeded; they count for nothing by themselves.
    why : why nothing was proved, if the worker did not get that far.
    launcher : what started the worker.
    """

    denied: frozenset[str] = frozenset()
    layers: tuple[str, ...] = ()
    why: str = ""
    launcher: str = "local"

    @property
    def holds(self) -> bool:
        """Whether everything that must be denied was denied."""
        return self.denied >= frozenset(DENIALS)

    def __str__(self) -> str:
        elsewhere = "" if self.launcher == "local" else f"{self.launcher}: "
        if self.holds:
            return f"isolated ({elsewhere}{' + '.join(self.layers)})"
        missing = ", ".join(name for name in DENIALS if name not in self.denied)
        return f"not isolated: {elsewhere}{self.why or missing + ' not denied'}"


@dataclass(frozen=True)
class Failure:
    """An exception in the code: its type, message and line numbers, outermost first."""

    type: str
    message: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a run left: pixels, or the reason why there are none.

    Attributes
    ----------
    tried : what the code tried that drawings never do, and its line (0 if unknown); such a run counts for nothing.
    unseen : lines of the parts that shall draw and of which the picture has no pixel.
    lines : first and last line of each part that drew, in order; empty where that is not known.
    labels : uint16, (rows, cols): which of them drew the pixel last, from 1; 0 is none.
    film : the picture as it was made, and of each part what it changed: row and column of a corner, and the pixels.
    """

    pixels: NDArray[np.uint8] | None = None
    taken: str = ""
    notes: tuple[str, ...] = ()
    printed: str = ""
    problem: str = ""
    failure: Failure | None = None
    tried: tuple[tuple[Tried, int], ...] = ()
    unseen: tuple[int, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    labels: NDArray[np.uint16] | None = None
    film: tuple[Change, ...] = ()


def isolation(probed: Mapping[str, Any], ready: Mapping[str, Any], launcher: str = "local") -> Isolation:
    """Read the verdict of the probe; only a plain ``true`` is a denial."""
    tried = probed.get("denied")
    denied = {name for name in DENIALS if isinstance(tried, dict) and tried.get(name) is True} - {"exec"}
    if ready.get("exec") is True:
        denied.add("exec")
    layers = tuple(_text(name, 20) for name in _list(probed.get("layers"))[:4])
    return Isolation(frozenset(denied), layers, launcher=launcher)


def pixels(reply: Reply) -> NDArray[np.uint8]:
    """Return a reply's picture as an array of its own."""
    import numpy as np

    return np.frombuffer(bytearray(reply.pixels), np.uint8).reshape(reply.shape)


def failure(data: Mapping[str, Any]) -> Failure | None:
    """Return the exception that a reply tells of, if it does."""
    error = data.get("error")
    if not isinstance(error, dict):
        return None
    message = clean(_text(error.get("message"), 1000), 600)
    return Failure(clean(_text(error.get("type"), 100)) or "Error", message, _lines(error.get("lines"), 6))


def tried(data: Mapping[str, Any]) -> tuple[tuple[Tried, int], ...]:
    """Return the evidence that a reply tells of."""
    notes = [note for note in _list(data.get("tried"))[:MOST] if isinstance(note, list) and len(note) == 2]
    return tuple(
        (Tried[name], line if type(line) is int and 0 < line < 1_000_000 else 0)
        for name, line in notes
        if isinstance(name, str) and name in Tried.__members__
    )


def but_names(tried: tuple[tuple[Tried, int], ...]) -> tuple[tuple[Tried, int], ...]:
    """Leave out names that nothing had set: where that ended the code, it is a mistake."""
    return tuple((what, line) for what, line in tried if what is not Tried.NAME)


def with_parts(result: Result, told: Reply | None, changes: Sequence[Reply] = ()) -> Result:
    """Add which part drew each pixel, and the film, if the worker told and it can be so."""
    import numpy as np

    if told is None or result.pixels is None or told.shape[:2] != result.pixels.shape[:2]:
        return result
    lines = [tuple(pair) for pair in _list(told.data.get("lines")) if isinstance(pair, list) and _is_span(pair)]
    labels = np.frombuffer(bytearray(told.pixels), "<u2").astype(np.uint16).reshape(told.shape[:2])
    if not 0 < len(lines) <= MOST_PARTS or labels.max() > len(lines):
        return result
    film = [change for reply in changes if (change := _change(reply, result.pixels)) is not None]
    whole = len(film) == len(lines) + 1 and _plays(film, result.pixels)
    return replace(result, lines=tuple(lines), labels=labels, film=tuple(film) if whole else ())


def _plays(film: Sequence[Change], whole: NDArray[np.uint8]) -> bool:
    """Whether a film begins with a whole picture and ends with this one."""
    import numpy as np

    shown = film[0][2].copy()
    if shown.shape != whole.shape:
        return False
    for row, col, pixels in film:
        shown[row : row + pixels.shape[0], col : col + pixels.shape[1]] = pixels
    return np.array_equal(shown, whole)


def _change(reply: Reply, whole: NDArray[np.uint8]) -> Change | None:
    """Return where a part changed the picture, and to what; None if it lies outside."""
    if not reply.shape:
        return 0, 0, whole[:0]
    at = _list(reply.data.get("at"))
    if len(at) != 2 or not all(type(start) is int and start >= 0 for start in at):
        return None
    fits = at[0] + reply.shape[0] <= whole.shape[0] and at[1] + reply.shape[1] <= whole.shape[1]
    return (at[0], at[1], pixels(reply)) if fits and reply.shape[2:] == whole.shape[2:] else None


def _is_span(pair: list[Any]) -> bool:
    """Whether it is a first and a last line."""
    return len(pair) == 2 and all(type(line) is int for line in pair) and 0 < pair[0] <= pair[1] < 1_000_000


def result(reply: Reply, limits: Limits) -> Result:
    """Read the last reply of a run."""
    data = reply.data
    printed = _text(data.get("printed"), limits.printed)
    dropped = data.get("dropped")
    if type(dropped) is int and 0 < dropped < 10**15:
        printed += f"\n… {dropped:,} more characters were printed and dropped"
    raised = failure(data)
    if raised is not None:
        return Result(printed=printed, failure=raised, tried=but_names(tried(data)))
    if not reply.shape:
        problem = clean(_text(data.get("problem"), 500)) or "no picture was made"
        return Result(printed=printed, problem=problem, tried=tried(data))
    taken = _text(data.get("taken"), 80)
    return Result(
        pixels=pixels(reply),
        taken=taken if taken.isidentifier() else "",
        notes=tuple(clean(_text(note, 200)) for note in _list(data.get("notes"))[:5]),
        printed=printed,
        tried=tried(data),
        unseen=_lines(data.get("unseen"), MOST_UNSEEN),
    )


def _lines(value: object, most: int) -> tuple[int, ...]:
    return tuple(line for line in _list(value)[:most] if type(line) is int and 0 < line < 1_000_000)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object, limit: int) -> str:
    kept = value[:limit] if isinstance(value, str) else ""
    return "".join(c for c in kept if c in "\n\t" or c.isprintable())
