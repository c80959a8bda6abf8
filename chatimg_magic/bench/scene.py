"""Figures on a background: painted for right and wrong answers, and judged pixel by pixel."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from chatimg_magic.bench.canvas import Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import disc_mask, polygon_mask, rect_mask
from chatimg_magic.request import Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

INKS = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "red": (220, 20, 20),
    "green": (20, 150, 40),
    "blue": (20, 60, 220),
    "yellow": (255, 220, 0),
    "orange": (255, 140, 0),
    "purple": (130, 30, 150),
}
"""What right answers paint a colour's name with; a checker accepts every shade that the name covers."""


@dataclass(frozen=True)
class Figure:
    """A shape with a place.

    Attributes
    ----------
    draw : paints it on a canvas.
    mask : returns the pixels it should cover in a picture of (rows, cols), made without a canvas.
    fineness : radius of its circle, thickness of its ring, or what compares to that in its slanted edges, in pixels;
        whether half pixels of such a rim belong to it is left open.
    """

    draw: Callable[[Canvas, Any], object]
    mask: Callable[[tuple[int, int]], Mask]
    fineness: float = math.inf


def disc(row: float, col: float, radius: float) -> Figure:
    """Return a filled circle; the mask lies between those that count whole pixels and those that count half ones."""
    return Figure(
        lambda canvas, ink: canvas.disc(row, col, radius, ink),
        lambda shape: disc_mask(shape, row, col, radius - 0.35),
        radius,
    )


def ring(row: int, col: int, outer: int, inner: int) -> Figure:
    """Return what lies between two circles."""
    return Figure(
        lambda canvas, ink: canvas.ring(row, col, outer, outer - inner, ink),
        lambda shape: disc_mask(shape, row, col, outer - 0.35) & ~disc_mask(shape, row, col, inner - 0.35),
        outer - inner,
    )


def rect(top: int, left: int, rows: int, cols: int) -> Figure:
    """Return a rectangle of so many rows and columns; what is outside the picture is cut off."""
    bottom, right = max(0, top + rows), max(0, left + cols)
    top, left = max(0, top), max(0, left)
    return Figure(
        lambda canvas, ink: canvas.rect(top, left, bottom, right, ink),
        lambda shape: rect_mask(shape, top, left, bottom, right),
    )


def triangle(row: float, col: float, down: int, right: int) -> Figure:
    """Return a right-angled triangle with its right angle at a point and legs of so many rows and columns."""
    corners = ((row, col), (row + down, col), (row, col + right))
    return Figure(
        lambda canvas, ink: canvas.polygon(corners, ink),
        lambda shape: polygon_mask(shape, corners),
        min(abs(down), abs(right)) / 2.5,
    )


@dataclass(frozen=True)
class Part:
    """A figure in a colour.

    Attributes
    ----------
    what : what it is, such as ``door``.
    colour : a name of :data:`INKS`.
    figure : its shape and place.
    """

    what: str
    colour: str
    figure: Figure


class Scene:
    """Parts on a background, each before those that come earlier.

    Parameters
    ----------
    size : rows and columns of the picture.
    back : colour of the background.
    parts : from back to front.
    gray : whether the picture has one channel; it is white on black then.
    """

    def __init__(self, size: Size, back: str, *parts: Part, gray: bool = False) -> None:
        self.size, self.back, self.parts, self.gray = size, back, parts, gray

    def paint(self) -> NDArray[np.uint8]:
        """Return it as uint8 pixels, (rows, cols) if it is grey, else (rows, cols, 3)."""
        canvas = Canvas(self.size.rows, self.size.cols, self._ink(self.back))
        for part in self.parts:
            part.figure.draw(canvas, self._ink(part.colour))
        return canvas.pixels

    def _ink(self, colour: str) -> Any:
        return INKS[colour][0] if self.gray else INKS[colour]

    def judge(self, checker: Checker) -> None:
        """Require every part, and the background, where it is and nowhere else."""
        shape = (self.size.rows, self.size.cols)
        owner = np.zeros(shape, int)
        for number, part in enumerate(self.parts, 1):
            owner[part.figure.mask(shape)] = number
        finest = min(part.figure.fineness for part in self.parts)
        area, overlap, filled = max(0.04, 0.9 / finest), min(0.93, 1 - 1 / finest), min(0.95, 1 - 0.75 / finest)
        if self.gray:
            white = np.isin(owner, [n for n, part in enumerate(self.parts, 1) if part.colour == "white"])
            checker.white_shape(white, overlap, area=area)
            return
        seen = [("background", owner == 0, self.back)]
        seen += [(part.what, owner == number, part.colour) for number, part in enumerate(self.parts, 1)]
        seen = [one for one in seen if one[1].any()]
        checker.colour_areas(seen, filled, overlap)
        for colour in dict.fromkeys(part.colour for part in self.parts):
            wanted = np.any([mask for _, mask, name in seen if name == colour], axis=0)
            checker.shape(checker.colour(colour), wanted, overlap, area=area)
