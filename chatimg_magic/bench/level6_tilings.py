"""Level 6: tiles that cover the plane."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import BLACK, BLUE, RED, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, judge_plan, union
from chatimg_magic.bench.shapes import polygon_mask, rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.shapes import Mask

EDGE = 30.0


def _judge_octagons(check: Checker) -> None:
    shape, apart = check.luma.shape, EDGE * (1 + math.sqrt(2))
    spots = [(50 + apart * i, 60 + apart * j) for i, j in product(range(-1, 4), range(-1, 4))]
    squares = [(row + apart / 2, col + apart / 2) for row, col in spots]
    reach = EDGE / math.sqrt(2)
    turned = union(
        shape,
        (polygon_mask(shape, [(r - reach, c), (r, c + reach), (r + reach, c), (r, c - reach)]) for r, c in squares),
    )
    row, col = np.indices(shape)
    odd = (np.floor((row - 50) / apart + 0.5) + np.floor((col - 60) / apart + 0.5)) % 2 == 1
    judge_plan(check, "blue", [Area("yellow octagons", "yellow", odd), Area("squares", "red", turned)])


def _octagons(
    canvas: Canvas,
    apart: float = EDGE * (1 + math.sqrt(2)),
    corner: float = EDGE / math.sqrt(2),
    turned: bool = True,
    first: int = 0,
    stripes: bool = False,
    at: tuple[float, float] = (50, 60),
) -> None:
    down, right = (canvas.row - at[0]) / apart, (canvas.col - at[1]) / apart
    i, j = np.rint(down), np.rint(right)
    canvas.paint((j if stripes else i + j) % 2 != first, YELLOW)
    across, along = apart * (0.5 - abs(down - i)), apart * (0.5 - abs(right - j))
    canvas.paint(across + along <= corner if turned else np.maximum(across, along) <= EDGE / 2, RED)


_OCTAGONS = Sketch(240, 300, BLUE, _octagons)


def _octagon_by_octagon() -> NDArray[np.uint8]:
    canvas = Canvas(240, 300, RED)
    for i, j in product(range(-2, 5), range(-2, 6)):
        turns = [math.pi / 8 + n * math.pi / 4 for n in range(8)]
        around, apart = EDGE / 2 / math.sin(math.pi / 8), EDGE / math.tan(math.pi / 8)
        row, col = 50 + i * apart, 60 + j * apart
        corners = [(row + around * math.sin(turn), col + around * math.cos(turn)) for turn in turns]
        canvas.polygon(corners, (240, 230, 0) if (i + j) % 2 else (30, 30, 220))
    return canvas.pixels


OCTAGONS = Spec(
    id="l6_octagons",
    level=6,
    prompt="Cover an image of 240 rows and 300 columns completely with the tiling of regular octagons and squares in "
    "which all edges are 30 pixels long. One octagon has its centre at row 50, column 60; its top and bottom edges "
    "are horizontal. That octagon is blue; two octagons that share an edge have different colours, blue and yellow. "
    "All squares are red. There are no lines or gaps between the tiles; tiles at the image's edges are cut off.",
    size=Size(240, 300),
    mode=Mode.RGB,
    judge=_judge_octagons,
    reference=_OCTAGONS,
    equal={"smooth": _OCTAGONS.smooth, "octagon_by_octagon": _octagon_by_octagon},
    wrong={
        "60_apart": lambda: _OCTAGONS(apart=60),
        "30_as_circumradius": lambda: _OCTAGONS(apart=60 * math.cos(math.pi / 8), corner=16.2),
        "large_squares": lambda: _OCTAGONS(corner=30),
        "squares_not_turned": lambda: _OCTAGONS(turned=False),
        "colours_exchanged": lambda: _OCTAGONS(first=1),
        "in_columns": lambda: _OCTAGONS(stripes=True),
        "centre_at_a_square": lambda: _OCTAGONS(at=(86, 96)),
        "from_the_corner": lambda: _OCTAGONS(at=(36, 36)),
    },
)


def _judge_herringbone(check: Checker) -> None:
    shape = check.luma.shape
    lying, bricks = np.zeros(shape, bool), np.zeros(shape, bool)
    for i, j in product(range(-3, 14), range(-24, 24)):
        if (j - i) % 6 == 0:  # a horizontal brick begins here
            top, left = 16 * i, 16 * j
            lying |= _within(shape, top, left, top + 16, left + 48)
            bricks |= _within(shape, top + 2, left + 2, top + 14, left + 46)
            top, left = top - 32, left + 48  # the vertical one at its right end
            bricks |= _within(shape, top + 2, left + 2, top + 46, left + 14)
    areas = [Area("horizontal bricks", "red", lying), Area("joints", "black", ~bricks)]
    judge_plan(check, "yellow", areas)


def _within(shape: tuple[int, int], top: int, left: int, bottom: int, right: int) -> Mask:
    return rect_mask(shape, max(top, 0), max(left, 0), max(bottom, 0), max(right, 0))


def _herringbone(
    canvas: Canvas, long: int = 3, border: float = 2, mirrored: bool = False, first: int = 0, cut: bool = False
) -> None:
    """Paint cell by cell: each knows what neighbours belong to its brick."""
    i, j = canvas.row // 16, canvas.col // 16
    place = (j * (-1 if mirrored else 1) - i - first) % (2 * long)
    lying = place < long
    canvas.paint(lying, RED)
    down, right = canvas.row - 16 * i, canvas.col - 16 * j
    start, end = (place == 0, place == long - 1) if not mirrored else (place == long - 1, place == 0)
    top, bottom = place == 2 * long - 1, place == long
    canvas.paint((right < border) & (~lying | start), BLACK).paint((right >= 16 - border) & (~lying | end), BLACK)
    canvas.paint((down < border) & (lying | top), BLACK).paint((down >= 16 - border) & (lying | bottom), BLACK)
    if cut:
        rows, cols = canvas.row.shape
        canvas.rect(0, 0, rows, 2, BLACK).rect(0, 0, 2, cols, BLACK)
        canvas.rect(rows - 2, 0, rows, cols, BLACK).rect(0, cols - 2, rows, cols, BLACK)


_HERRINGBONE = Sketch(168, 248, YELLOW, _herringbone)


def _brick_by_brick() -> NDArray[np.uint8]:
    large = Canvas(168 + 96, 248 + 96, BLACK)
    for step, diagonal in product(range(-12, 20), range(-6, 9)):
        row, col = 48 + 16 * step, 48 + 16 * step + 96 * diagonal
        large.rect(row + 2, col + 2, row + 14, col + 46, (200, 0, 0))
        large.rect(row - 30, col + 50, row + 14, col + 62, (255, 255, 0))
    return large.pixels[48:-48, 48:-48]


HERRINGBONE = Spec(
    id="l6_herringbone",
    level=6,
    prompt="Cover an image of 168 rows and 248 columns with a herringbone pattern of bricks, 16 x 48 pixels each. "
    "Think of a grid of cells of 16 x 16 pixels that starts at the top left corner. Horizontal bricks are red: in "
    "the top row of cells one begins at the left edge and covers three cells, then come three cells that belong to "
    "vertical bricks, then the next horizontal brick begins, and so on. Every further row of cells is the same, but "
    "lies one cell further to the right than the row above it. Vertical bricks are yellow and cover the three cells "
    "one below the other that are left in a column between two horizontal bricks. The outermost 2 pixels of every "
    "brick, all around, are black, so that the joints are 4 pixels wide. Bricks that reach over the image's edges "
    "are simply cut off there, without a black border at the cut.",
    size=Size(168, 248),
    mode=Mode.RGB,
    judge=_judge_herringbone,
    reference=_HERRINGBONE,
    equal={"smooth": _HERRINGBONE.smooth, "brick_by_brick": _brick_by_brick},
    wrong={
        "to_the_left": lambda: _HERRINGBONE(mirrored=True),
        "short_bricks": lambda: _HERRINGBONE(long=2),
        "long_bricks": lambda: _HERRINGBONE(long=4),
        "no_joints": lambda: _HERRINGBONE(border=0),
        "thick_joints": lambda: _HERRINGBONE(border=4),
        "one_cell_off": lambda: _HERRINGBONE(first=1),
        "colours_exchanged": lambda: _HERRINGBONE(first=3),
        "framed": lambda: _HERRINGBONE(cut=True),
    },
)


SPECS = (OCTAGONS, HERRINGBONE)
