"""A small canvas of NumPy arrays, for the right and the wrong answers that checkers are tried on.

Checkers never use it: what they compare with is drawn by scikit-image or by a formula, so that a mistake in here
cannot hide one of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Colour = int | tuple[int, int, int]
"""A grey level, or red, green and blue; 0 to 255."""

RED, GREEN, BLUE = (255, 0, 0), (0, 160, 0), (0, 0, 255)
LIME, CYAN, MAGENTA = (0, 255, 0), (0, 255, 255), (255, 0, 255)
YELLOW, PURE_YELLOW = (255, 220, 0), (255, 255, 0)
ORANGE, BALL_ORANGE = (255, 165, 0), (238, 110, 30)
PURPLE, BROWN, SKY = (128, 0, 128), (120, 72, 24), (135, 206, 235)
WHITE, BLACK, LIGHT_GREY = (255, 255, 255), (0, 0, 0), (211, 211, 211)


class Canvas:
    """A picture to draw on; every method paints and returns the canvas, so that calls can be chained.

    Coordinates are rows from the top and columns from the left, in pixels; they may be fractions.

    Parameters
    ----------
    rows, cols, background : of the picture.
    offset : how far from its centre each pixel is looked at, in rows and columns.

    Attributes
    ----------
    pixels : uint8, (rows, cols) if the background is a grey level, else (rows, cols, 3).
    row, col : the row and the column of every pixel, (rows, cols).
    """

    def __init__(self, rows: int, cols: int, background: Colour = 0, offset: tuple[float, float] = (0, 0)) -> None:
        shape = (rows, cols) if isinstance(background, int) else (rows, cols, 3)
        self.pixels: NDArray[np.uint8] = np.empty(shape, np.uint8)
        self.pixels[...] = background
        row, col = np.mgrid[:rows, :cols]
        self.row, self.col = (row + offset[0], col + offset[1]) if any(offset) else (row, col)

    def paint(self, mask: NDArray[np.bool_], colour: Colour = 255) -> Canvas:
        """Paint the pixels of a mask of shape (rows, cols)."""
        self.pixels[mask] = colour
        return self

    def disc(self, row: float, col: float, radius: float, colour: Colour = 255) -> Canvas:
        """Paint a filled circle."""
        return self.paint((self.row - row) ** 2 + (self.col - col) ** 2 <= radius * radius, colour)

    def discs(self, centres: Sequence[tuple[float, float]], radius: float, colour: Colour = 255) -> Canvas:
        """Paint filled circles of one radius; each centre is (row, col)."""
        for row, col in centres:
            self.disc(row, col, radius, colour)
        return self

    def ellipse(self, row: float, col: float, rows: float, cols: float, colour: Colour = 255) -> Canvas:
        """Paint a filled ellipse with half axes of so many rows and columns."""
        return self.paint(((self.row - row) / rows) ** 2 + ((self.col - col) / cols) ** 2 <= 1, colour)

    def ring(self, row: float, col: float, radius: float, thickness: float, colour: Colour = 255) -> Canvas:
        """Paint a circle's outline, inwards from the radius."""
        distance = self.distance(row, col)
        return self.paint((distance <= radius) & (distance > radius - thickness), colour)

    def rect(self, top: float, left: float, bottom: float, right: float, colour: Colour = 255) -> Canvas:
        """Paint a rectangle; bottom and right are not part of it."""
        rows = (self.row >= top) & (self.row < bottom)
        return self.paint(rows & (self.col >= left) & (self.col < right), colour)

    def polygon(self, corners: Sequence[tuple[float, float]], colour: Colour = 255) -> Canvas:
        """Paint a filled polygon of (row, col) corners, by the even-odd rule."""
        inside = np.zeros(self.row.shape, bool)
        for (row1, col1), (row2, col2) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if row1 == row2:
                continue
            crossing = (col2 - col1) * (self.row - row1) / (row2 - row1) + col1
            inside ^= ((row1 > self.row) != (row2 > self.row)) & (self.col < crossing)
        return self.paint(inside, colour)

    def line(
        self, row1: float, col1: float, row2: float, col2: float, thickness: float, colour: Colour = 255
    ) -> Canvas:
        """Paint a straight line with round ends."""
        down, right = row2 - row1, col2 - col1
        along = ((self.row - row1) * down + (self.col - col1) * right) / (down * down + right * right)
        along = np.clip(along, 0, 1)
        distance = np.hypot(self.row - row1 - along * down, self.col - col1 - along * right)
        return self.paint(distance <= thickness / 2, colour)

    def distance(self, row: float, col: float) -> NDArray[np.float64]:
        """Return every pixel's distance from a point, (rows, cols)."""
        return np.asarray(np.hypot(self.row - row, self.col - col))


@dataclass(frozen=True)
class Sketch:
    """A picture that can be drawn with changes: plainly, or with smooth edges.

    Attributes
    ----------
    rows, cols, background : of the picture.
    draw : paints on a canvas; what it takes besides are the changes.
    """

    rows: int
    cols: int
    background: Colour
    draw: Callable[..., object]

    def __call__(self, **changes: Any) -> NDArray[np.uint8]:
        """Return the pixels, each looked at in its centre."""
        canvas = Canvas(self.rows, self.cols, self.background)
        self.draw(canvas, **changes)
        return canvas.pixels

    def smooth(self, **changes: Any) -> NDArray[np.uint8]:
        """Return the pixels, each the mean of nine places in it, as programs with smooth edges paint."""
        thirds = (-1 / 3, 0, 1 / 3)
        places = [(down, right) for down in thirds for right in thirds]
        canvases = [Canvas(self.rows, self.cols, self.background, place) for place in places]
        for canvas in canvases:
            self.draw(canvas, **changes)
        return np.asarray(np.rint(np.mean([canvas.pixels for canvas in canvases], axis=0)), dtype=np.uint8)
