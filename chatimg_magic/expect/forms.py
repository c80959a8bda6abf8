"""What shape a part of a picture has, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.measure import Part, run_lengths

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _ellipse(part: Part) -> float:
    """Return how well the filled part agrees with the ellipse in its box, 0 to 1."""
    y = (np.arange(part.height) + 0.5) / part.height * 2 - 1
    x = (np.arange(part.width) + 0.5) / part.width * 2 - 1
    return _agreement(part.filled, y[:, None] ** 2 + x**2 <= 1)


def _rhombus(part: Part) -> float:
    y = np.abs((np.arange(part.height) + 0.5) / part.height * 2 - 1)
    x = np.abs((np.arange(part.width) + 0.5) / part.width * 2 - 1)
    return _agreement(part.filled, y[:, None] + x <= 1)


def _agreement(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    return float((one & other).sum() / max(1, (one | other).sum()))


def _regular(part: Part, slack: float) -> bool:
    return abs(part.height - part.width) <= max(2.0, slack * max(part.height, part.width))


def _widens(mask: NDArray[np.bool_]) -> bool:
    """Whether it is narrow at the top and wide at the bottom."""
    widths = mask.sum(axis=1)
    tenth = max(1, len(widths) // 10)
    return bool(widths[:tenth].mean() <= 0.3 * mask.shape[1] and widths[-tenth:].mean() >= 0.7 * mask.shape[1])


def _triangle(part: Part, direction: str) -> bool:
    if part.fill > 0.66 or _rhombus(part) > 0.85:
        return False
    turned = {"up": part.filled, "down": part.filled[::-1], "left": part.filled.T, "right": part.filled.T[::-1]}
    way, _, regular = direction.partition(" ")
    if way and not _widens(turned[way]):
        return False
    return not (way and regular) or _agreement(turned[way], turned[way][:, ::-1]) >= 0.8


def fits(shape: str, part: Part, direction: str = "") -> bool:
    """Whether a part has a shape."""
    coarse = min(0.07, 1.5 / min(part.height, part.width))  # a small disc is a rough one
    if shape in {"circle", "dot"}:
        return _regular(part, 0.1) and _ellipse(part) >= 0.88 - coarse
    if shape == "ring":
        return _regular(part, 0.1) and _ellipse(part) >= 0.86 - coarse and part.hole > 0.02
    if shape == "ellipse":
        return _ellipse(part) >= 0.87 - coarse
    if shape == "square":
        return _regular(part, 0.07) and part.fill >= 0.9
    if shape == "rectangle":
        return part.fill >= 0.9
    if shape == "diamond":
        return _rhombus(part) >= 0.82
    return _triangle(part, direction)


def looks_like(part: Part, step: int) -> str:
    """Say what it looks like, its size multiplied by ``step``."""
    for shape in ("circle", "square", "triangle", "diamond"):
        if fits(shape, part):
            return f"a {shape}"
    box = f"{part.width * step} x {part.height * step} pixels"
    return (
        f"a rectangle of {box}"
        if part.fill >= 0.9
        else f"an oval of {box}"
        if _ellipse(part) > 0.88
        else f"a shape of {box}"
    )


def thickness(part: Part) -> float:
    """Return how thick its line is, in pixels."""
    if part.hole > 0.1:  # a ring or an outline
        lengths = run_lengths(part.mask[part.height // 2])
        return float(min(lengths)) if lengths else 0.0
    if part.fill > 0.85:
        return float(min(part.height, part.width))
    return part.area / float(np.hypot(part.height, part.width))


def lengths(part: Part, measure: str, shape: str) -> list[tuple[float, ...]]:
    """Return what a measure may be of a part; all numbers of one of them have to fit."""
    height, width = float(part.height), float(part.width)
    if measure in {"radius", "diameter"} or (measure == "side" and shape == "square"):
        line = (
            thickness(part) if part.hole > 0.1 else 0.0
        )  # of an outline: its outer edge, its middle or its inner edge
        return [(height - off, width - off) for off in (0.0, line, 2 * line)]
    if measure == "side":
        return [(height,), (width,)]
    if measure == "length":
        return [(height,), (width,), (float(np.hypot(height, width)),)]
    if measure == "thickness":
        return [(thickness(part),)]
    if shape in {"line", "stripe"}:
        return [(height,), (width,), (thickness(part),)]
    line = thickness(part) if part.hole > 0.1 else 0.0
    return [((width if measure == "width" else height) - off,) for off in (0.0, line, 2 * line)]


def together(found: tuple[Part, ...]) -> Part:
    """Return one part in the box around all; what covers a thing may have split it."""
    rows = min(part.rows[0] for part in found), max(part.rows[1] for part in found)
    cols = min(part.cols[0] for part in found), max(part.cols[1] for part in found)
    mask = np.zeros((rows[1] - rows[0], cols[1] - cols[0]), bool)
    for part in found:
        box = np.s_[part.rows[0] - rows[0] : part.rows[1] - rows[0], part.cols[0] - cols[0] : part.cols[1] - cols[0]]
        mask[box] |= part.mask
    area = sum(part.area for part in found)
    row, col = (sum(part.centre[axis] * part.area for part in found) / area for axis in (0, 1))
    return Part(rows, cols, area, (row, col), sum(part.border for part in found), mask)
