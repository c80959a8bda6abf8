"""What a benchmark prompt asks for, and whether an array is that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from chatimg_magic.request import Mode, Request, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.checking import Checker

LEVELS = {
    1: "single shape",
    2: "colour, size, position",
    3: "counting and relations",
    4: "patterns and gradients",
    5: "objects and scenes",
    6: "exact constructions",
}
USUAL = (1, 2, 3, 4, 5)
"""The levels that are asked for unless others are named: what has been measured stays comparable."""
GREY_SPREAD = 6
"""A picture counts as grey up to this mean difference between its channels, 0 to 255."""
ROUNDING = 1e-6
SMALLEST_SIDE = 2

Draws = Callable[[], "NDArray[Any]"]


@dataclass(frozen=True)
class Spec:
    """A prompt with a strict checker, and answers that the checker is tried on.

    Attributes
    ----------
    id : ``l3_pyramid``: its level and what it asks for.
    level : 1 to 6, see ``LEVELS``.
    prompt : the words a model gets.
    size, mode : of the picture asked for.
    judge : adds conditions to a checker.
    reference : draws a right answer, uint8.
    equal : other right answers.
    wrong : plausible wrong answers.
    harmless : names of the generic mutants of the reference that are right answers too.
    """

    id: str
    level: int
    prompt: str
    size: Size
    mode: Mode
    judge: Callable[[Checker], None]
    reference: Callable[[], NDArray[np.uint8]]
    equal: Mapping[str, Draws]
    wrong: Mapping[str, Draws]
    harmless: frozenset[str] = frozenset()

    @property
    def request(self) -> Request:
        """What a cell with this prompt asks for."""
        return Request(self.prompt, "image", self.size, self.mode)


def verdict(spec: Spec, pixels: NDArray[Any]) -> tuple[str, ...]:
    """Judge an array; never raises.

    Parameters
    ----------
    spec : what was asked for.
    pixels : anything; what a notebook could show is judged by what it would show, see :func:`as_rgb`.

    Returns
    -------
    tuple of str
        Failed conditions, each ``name: measured and limit``; empty means passed.
    """
    from chatimg_magic.bench.checking import Checker

    try:
        checker = Checker(as_rgb(pixels))
    except Exception as error:  # noqa: BLE001 - whatever NumPy cannot read is no picture
        return (f"array: {error}",)
    try:
        _judge(spec, checker)
    except Exception as error:  # noqa: BLE001 - a checker's mistake counts as a failure, it does not end a run
        checker.holds("checker_error", False, f"{type(error).__name__}: {error}", "wanted none")
    return tuple(checker.failed)


def _judge(spec: Spec, checker: Checker) -> None:
    rows, cols = checker.pixels.shape[:2]
    if not checker.equals("size", f"{rows}x{cols}", str(spec.size), "rows x columns"):
        return
    colours = checker.pixels.reshape(-1, 3)
    first = tuple(int(value) for value in colours[0])
    if not checker.holds("blank", (colours != first).any(), f"every pixel is {first}", "wanted more than one colour"):
        return
    if spec.mode is Mode.GRAY:
        channels = colours.astype(np.int16)
        apart = float(np.ptp(channels, axis=1).mean())
        checker.at_most("grey", apart, GREY_SPREAD, "mean difference between the channels")
    spec.judge(checker)


def as_rgb(value: Any) -> NDArray[np.uint8]:
    """Turn an array into the colours that a notebook would show.

    Parameters
    ----------
    value : (rows, cols), (rows, cols, 1), (rows, cols, 3) or (rows, cols, 4), laid on white; bool, numbers 0 to 1
        of any type, or 0 to 255. Values outside are clipped.

    Returns
    -------
    NDArray[np.uint8]
        (rows, cols, 3).

    Raises
    ------
    ValueError
        If nothing sensible can be shown.
    """
    array = np.asarray(value)
    if array.dtype.kind not in "buif":
        raise ValueError(f"dtype {array.dtype}, wanted uint8")
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    if array.ndim != 2 and not (array.ndim == 3 and array.shape[2] in (3, 4)):
        raise ValueError(f"shape {array.shape}, wanted (rows, cols), (rows, cols, 3) or (rows, cols, 4)")
    if min(array.shape[:2]) < SMALLEST_SIDE:
        raise ValueError(f"shape {array.shape}, at least {SMALLEST_SIDE} rows and columns")
    levels = array.astype(np.float64)
    unusable = int((~np.isfinite(levels)).sum())
    if unusable:
        raise ValueError(f"{unusable:,} values are NaN or infinite, at most 0")
    if array.dtype == bool or (levels.min() >= -ROUNDING and levels.max() <= 1 + ROUNDING):
        levels = levels * 255
    levels = np.clip(levels, 0, 255)
    if levels.ndim == 2:
        levels = np.repeat(levels[..., None], 3, axis=2)
    elif levels.shape[2] == 4:
        alpha = levels[..., 3:] / 255
        levels = levels[..., :3] * alpha + 255 * (1 - alpha)
    return np.asarray(np.clip(np.rint(levels), 0, 255), dtype=np.uint8)


def specs(levels: Iterable[int] = USUAL) -> tuple[Spec, ...]:
    """Return every fixed prompt of some levels, in their order; imports SciPy and scikit-image."""
    found: list[Spec] = []
    for level in levels:
        found += import_module(f"chatimg_magic.bench.level{level}").SPECS
    return tuple(found)
