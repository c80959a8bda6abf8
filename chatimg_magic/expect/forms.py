"""What shape a blob of a picture has, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.measure import Blob, run_lengths

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _ellipse(blob: Blob) -> float:
    """Return how well the filled blob agrees with the ellipse in its box, 0 to 1."""
    y = (np.arange(blob.height) + 0.5) / blob.height * 2 - 1
    x = (np.arange(blob.width) + 0.5) / blob.width * 2 - 1
    return _agreement(blob.filled, y[:, None] ** 2 + x**2 <= 1)


def _rhombus(blob: Blob) -> float:
    y = np.abs((np.arange(blob.height) + 0.5) / blob.height * 2 - 1)
    x = np.abs((np.arange(blob.width) + 0.5) / blob.width * 2 - 1)
    return _agreement(blob.filled, y[:, None] + x <= 1)


def _agreement(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    return float((one & other).sum() / max(1, (one | other).sum()))


def _regular(blob: Blob, slack: float) -> bool:
    return abs(blob.height - blob.width) <= max(2.0, slack * max(blob.height, blob.width))


def _widens(mask: NDArray[np.bool_]) -> bool:
    """Whether it is narrow at the top and wide at the bottom."""
    widths = mask.sum(axis=1)
    tenth = max(1, len(widths) // 10)
    return bool(widths[:tenth].mean() <= 0.3 * mask.shape[1] and widths[-tenth:].mean() >= 0.7 * mask.shape[1])


def _triangle(blob: Blob, direction: str) -> bool:
    if blob.fill > 0.66 or _rhombus(blob) > 0.85:
        return False
    turned = {"up": blob.filled, "down": blob.filled[::-1], "left": blob.filled.T, "right": blob.filled.T[::-1]}
    way, _, regular = direction.partition(" ")
    if way and not _widens(turned[way]):
        return False
    return not (way and regular) or _agreement(turned[way], turned[way][:, ::-1]) >= 0.8


def fits(shape: str, blob: Blob, direction: str = "") -> bool:
    """Whether a blob has a shape."""
    coarse = min(0.07, 1.5 / min(blob.height, blob.width))  # a small disc is a rough one
    if shape in {"circle", "dot"}:
        return _regular(blob, 0.1) and _ellipse(blob) >= 0.88 - coarse
    if shape == "ring":
        return _regular(blob, 0.1) and _ellipse(blob) >= 0.86 - coarse and blob.hole > 0.02
    if shape == "ellipse":
        return _ellipse(blob) >= 0.87 - coarse
    if shape == "square":
        return _regular(blob, 0.07) and blob.fill >= 0.9
    if shape == "rectangle":
        return blob.fill >= 0.9
    if shape == "diamond":
        return _rhombus(blob) >= 0.82
    return _triangle(blob, direction)


def looks_like(blob: Blob, step: int) -> str:
    """Say what it looks like, its size multiplied by ``step``."""
    for shape in ("circle", "square", "triangle", "diamond"):
        if fits(shape, blob):
            return f"a {shape}"
    box = f"{blob.width * step} x {blob.height * step} pixels"
    return (
        f"a rectangle of {box}"
        if blob.fill >= 0.9
        else f"an oval of {box}"
        if _ellipse(blob) > 0.88
        else f"a shape of {box}"
    )


def thickness(blob: Blob) -> float:
    """Return how thick its line is, in pixels."""
    if blob.hole > 0.1:  # a ring or an outline
        lengths = run_lengths(blob.mask[blob.height // 2])
        return float(min(lengths)) if lengths else 0.0
    if blob.fill > 0.85:
        return float(min(blob.height, blob.width))
    return blob.area / float(np.hypot(blob.height, blob.width))


def lengths(blob: Blob, measure: str, shape: str) -> list[tuple[float, ...]]:
    """Return what a measure may be of a blob; all numbers of one of them have to fit."""
    height, width = float(blob.height), float(blob.width)
    if measure in {"radius", "diameter"} or (measure == "side" and shape == "square"):
        line = (
            thickness(blob) if blob.hole > 0.1 else 0.0
        )  # of an outline: its outer edge, its middle or its inner edge
        return [(height - off, width - off) for off in (0.0, line, 2 * line)]
    if measure == "side":
        return [(height,), (width,)]
    if measure == "length":
        return [(height,), (width,), (float(np.hypot(height, width)),)]
    if measure == "thickness":
        return [(thickness(blob),)]
    if shape in {"line", "stripe"}:
        return [(height,), (width,), (thickness(blob),)]
    line = thickness(blob) if blob.hole > 0.1 else 0.0
    return [((width if measure == "width" else height) - off,) for off in (0.0, line, 2 * line)]


def together(found: tuple[Blob, ...]) -> Blob:
    """Return one blob in the box around all; what covers a thing may have split it."""
    rows = min(blob.rows[0] for blob in found), max(blob.rows[1] for blob in found)
    cols = min(blob.cols[0] for blob in found), max(blob.cols[1] for blob in found)
    mask = np.zeros((rows[1] - rows[0], cols[1] - cols[0]), bool)
    for blob in found:
        box = np.s_[blob.rows[0] - rows[0] : blob.rows[1] - rows[0], blob.cols[0] - cols[0] : blob.cols[1] - cols[0]]
        mask[box] |= blob.mask
    area = sum(blob.area for blob in found)
    row, col = (sum(blob.centre[axis] * blob.area for blob in found) / area for axis in (0, 1))
    return Blob(rows, cols, area, (row, col), sum(blob.border for blob in found), mask)
