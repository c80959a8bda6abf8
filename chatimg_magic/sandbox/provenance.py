"""Which part of the code changed each pixel last, and how the picture came about. A part is a top-level statement.

Known in the worker alone, which compares the picture before and after every statement: of 512 x 512 pixels in colour
about 0.1 ms where it did not change, and 0.3 ms more where a tenth of it did.
"""

from __future__ import annotations

import ast
import contextlib
from typing import TYPE_CHECKING, Any

import numpy as np

from chatimg_magic.sandbox.protocol import MOST_FILM, MOST_LABELS, MOST_PARTS, MOST_UNSEEN

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Provenance:
    """What the parts of one program did to its picture.

    Attributes
    ----------
    lines : of each part that changed the picture or meant to, first and last line; labels count them from 1.
    labels : uint16, (rows, cols): the last part that changed the pixel, 0 where the picture is as it was made.
    film : the picture as it was made, and of each part what it changed: row and column of a corner, and the pixels.
    """

    def __init__(self) -> None:
        self.lines: list[tuple[int, int]] = []
        self.labels: NDArray[np.uint16] | None = None
        self.film: list[tuple[int, int, NDArray[Any]]] = []
        self._before: NDArray[Any] | None = None
        self._drawing: list[bool] = []
        self._over = False

    def ran(self, statement: ast.stmt, space: dict[str, Any], name: str) -> None:
        """Note what a statement did.

        Parameters
        ----------
        statement : it has just been run.
        space : in which it was.
        name : of the picture.
        """
        value = space.get(name)
        array = value if type(value) is np.ndarray and value.dtype.kind in "buif" and value.ndim in {2, 3} else None
        self._over = self._over or len(self.lines) >= MOST_PARTS
        if self._over or array is None or array.shape[0] * array.shape[1] > MOST_LABELS or array.size > 4 * MOST_LABELS:
            self.labels = self._before = None
            return
        before = self._before
        if before is None or before.shape != array.shape or before.dtype != array.dtype or self.labels is None:
            self.labels, self._before = np.zeros(array.shape[:2], np.uint16), array.copy()
            self.lines, self._drawing, self.film = [], [], []
            self._keep(0, 0, array)
            return
        drawing = _draws(statement, name)
        box = _touched(before, array)
        if box is None:
            if drawing and not _at_the_edge(statement, space, array.shape):
                self._add(statement, drawing)
                self._keep(0, 0, array[:0])
            return
        if not drawing:  # what changes the whole, such as a filter, covers nothing up
            self._drawing = [drew and not n for drew, n in zip(self._drawing, self._left(), strict=True)]
        self._add(statement, drawing)
        self.labels[box][_changed(before[box], array[box])] = len(self.lines)
        np.copyto(before[box], array[box])
        self._keep(box[0].start or 0, box[1].start or 0, array[box])

    def _keep(self, row: int, col: int, pixels: NDArray[Any]) -> None:
        """Add a frame to the film, as long as it is not too long to be sent."""
        if sum(frame.nbytes for *_, frame in self.film) + pixels.nbytes <= MOST_FILM:
            self.film.append((row, col, pixels.copy()))

    def whole_film(self) -> list[tuple[int, int, NDArray[Any]]]:
        """Return the film if it has every part and needs no conversion; else none."""
        whole = len(self.film) == len(self.lines) + 1 and self.film[0][2].dtype == np.uint8
        return self.film if whole else []

    def _add(self, statement: ast.stmt, drawing: bool) -> None:
        self.lines.append((statement.lineno, statement.end_lineno or statement.lineno))
        self._drawing.append(drawing)

    def _left(self) -> list[int]:
        """Return how many pixels are left of each part."""
        assert self.labels is not None
        counted: list[int] = np.bincount(self.labels.ravel(), minlength=len(self.lines) + 1)[1:].tolist()
        return counted

    def unseen(self) -> list[int]:
        """Return the lines of the parts that shall draw and of which no pixel is left, 20 at most."""
        if self.labels is None:
            return []
        parts = zip(self.lines, self._drawing, self._left(), strict=True)
        return [first for (first, _), drew, left in parts if drew and not left][:MOST_UNSEEN]


def _touched(before: NDArray[Any], array: NDArray[Any]) -> tuple[slice, slice] | None:
    """Return the rows and columns between which two pictures differ, None if they do not.

    Rows are compared eight bytes at a time, which takes a tenth of what a comparison pixel by pixel would.
    """
    rows, width = array.shape[0], array.nbytes // max(1, array.shape[0])
    if not array.size or width % 8 or not array.flags.c_contiguous:
        return None if np.array_equal(before, array) else (slice(None), slice(None))
    differ = before.reshape(rows, -1).view(np.uint64) != array.reshape(rows, -1).view(np.uint64)
    low = np.flatnonzero(differ.any(axis=1))
    if not low.size:
        return None
    across = np.flatnonzero(differ[low[0] : low[-1] + 1].any(axis=0))
    pixel = width // array.shape[1]  # bytes
    left, right = int(8 * across[0] // pixel), int(8 * across[-1] // pixel)
    return slice(int(low[0]), int(low[-1]) + 1), slice(left, right + -(-8 // pixel) + 1)


def _changed(before: NDArray[Any], array: NDArray[Any]) -> NDArray[np.bool_]:
    """Return which pixels differ, in (rows, cols); channel by channel, which is faster than all at once."""
    if array.ndim == 2:
        return np.asarray(before != array)
    changed = np.zeros(array.shape[:2], bool)
    for channel in range(array.shape[2]):
        changed |= before[..., channel] != array[..., channel]
    return changed


def _at_the_edge(statement: ast.stmt, space: dict[str, Any], shape: tuple[int, ...]) -> bool:
    """Whether what it assigned to reaches the picture's edge: there the background itself may be a part."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Subscript):
        return False
    index = compile(ast.Expression(statement.targets[0].slice), "<index>", "eval", dont_inherit=True)
    region = np.zeros(shape, bool)
    with contextlib.suppress(Exception):  # the code's own objects may raise anything the second time
        region[eval(index, space)] = True
    return bool(region[[0, -1]].any() or region[:, [0, -1]].any())


def _draws(statement: ast.stmt, name: str) -> bool:
    """Whether it assigns a colour to some pixels of the picture: not one channel, and not to all or all the others."""
    inner = statement.body if isinstance(statement, ast.For) else [statement]
    targets = [target for part in inner if isinstance(part, ast.Assign) for target in part.targets]
    return any(
        isinstance(target, ast.Subscript)
        and isinstance(target.value, ast.Name)
        and target.value.id == name
        and not (isinstance(target.slice, ast.UnaryOp) or _is_channel(target.slice) or _is_whole(target.slice))
        for target in targets
    )


def _is_channel(index: ast.expr) -> bool:
    """Whether it is such as ``[mask, 0]`` or ``[2:5, 3:9, 0]``."""
    if not isinstance(index, ast.Tuple) or isinstance(index.elts[-1], ast.Slice):
        return False
    first = index.elts[0]
    return len(index.elts) > 2 or not isinstance(first, (ast.Slice, ast.Constant)) or _is_whole(first)


def _is_whole(index: ast.expr) -> bool:
    if isinstance(index, ast.Tuple):
        return all(_is_whole(part) for part in index.elts)
    if isinstance(index, ast.Slice):
        return not (index.lower or index.upper or index.step)
    return isinstance(index, ast.Constant) and index.value is ...
