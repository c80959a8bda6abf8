"""Level 3: counting, sizes in proportion, and where things are to each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage as ndi

from chatimg_magic.bench.canvas import BLUE, RED, WHITE, Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import Blob, blobs, clusters, grown, is_disc, is_square, share, spread
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.shapes import Mask


def _left_to_right(found: Sequence[Blob]) -> list[Blob]:
    return sorted(found, key=lambda blob: blob.col)


def _judge_three_dots(check: Checker) -> None:
    check.black_and_white()
    dots = _left_to_right(blobs(check.light))
    if not check.equals("count", len(dots), 3, "white shapes"):
        return
    check.all_discs("round", dots)
    check.same_size("equal_size", dots, 1.15)
    check.at_most("one_row", spread(dot.row for dot in dots), 2.5, "rows between the highest and the lowest centre")
    first, second = np.diff([dot.col for dot in dots])
    check.at_most("spacing", abs(first - second), 4, f"gaps of {first:.1f} and {second:.1f} columns, a difference of")


THREE_DOTS = Spec(
    id="l3_three_dots_row",
    level=3,
    prompt="Create a black image with 100 rows and 300 columns and exactly three white filled circles of equal size, "
    "side by side in one horizontal row, equally spaced and not touching.",
    size=Size(100, 300),
    mode=Mode.GRAY,
    judge=_judge_three_dots,
    reference=lambda: Canvas(100, 300).discs([(50, 75), (50, 150), (50, 225)], 20).pixels,
    equal={
        "wide": lambda: Canvas(100, 300).discs([(50, 50), (50, 150), (50, 250)], 30).pixels,
        "small": lambda: Canvas(100, 300).discs([(40, 60), (40, 120), (40, 180)], 9).pixels,
    },
    wrong={
        "four": lambda: Canvas(100, 300).discs([(50, 60), (50, 120), (50, 180), (50, 240)], 20).pixels,
        "two": lambda: Canvas(100, 300).discs([(50, 100), (50, 200)], 20).pixels,
        "unequal_spacing": lambda: Canvas(100, 300).discs([(50, 60), (50, 110), (50, 225)], 20).pixels,
        "staircase": lambda: Canvas(100, 300).discs([(30, 75), (50, 150), (70, 225)], 18).pixels,
        "squares": lambda: Canvas(100, 300).rect(30, 55, 70, 95).rect(30, 130, 70, 170).rect(30, 205, 70, 245).pixels,
        "middle_bigger": lambda: Canvas(100, 300).discs([(50, 75), (50, 225)], 20).disc(50, 150, 27).pixels,
    },
    harmless=frozenset({"fliplr", "flipud", "shift10", "scale80"}),
)


def _judge_dice(check: Checker) -> None:
    rows, cols = check.pixels.shape[:2]
    black = blobs(check.colour("black"), 12)
    dots = [blob for blob in black if blob.height < 0.4 * rows and blob.width < 0.4 * cols]  # not a frame
    if not check.equals("count", len(dots), 5, "dots"):
        return
    check.all_discs("round", dots)
    check.same_size("equal", dots, 1.3)
    middle = min(dots, key=_from_centre)
    check.at_most("middle", _from_centre(middle), 4, "pixels from the centre to the middle dot")
    outer = [dot for dot in dots if dot is not middle]
    quadrants = {(dot.row > 99.5, dot.col > 99.5) for dot in outer}
    check.equals("four_quadrants", len(quadrants), 4, "quarters of the picture with an outer dot")
    away = [abs(place - 99.5) for dot in outer for place in (dot.row, dot.col)]
    check.at_most("square_layout", spread(away), 6, "difference in pixels of the outer dots' distances from the middle")
    check.holds("apart", min(away) > 20, f"an outer dot only {min(away):.1f} px from the middle", "more than 20")
    white = share(check.colour("white"))
    check.holds("white_face", white > 0.6, f"share of the picture that is white {white:.2f}", "more than 0.6")


def _from_centre(dot: Blob) -> float:
    return math.hypot(dot.row - 99.5, dot.col - 99.5)


def _dice(centres: Sequence[tuple[float, float]], radius: int = 16) -> Canvas:
    return Canvas(200, 200, 255).discs(centres, radius, 0)


def _five(near: int, far: int, middle: float) -> list[tuple[float, float]]:
    return [(near, near), (near, far), (middle, middle), (far, near), (far, far)]


def _framed_dice() -> NDArray[np.uint8]:
    canvas = _dice(_five(45, 155, 100), 20)
    return canvas.rect(0, 0, 4, 200, 0).rect(196, 0, 200, 200, 0).rect(0, 0, 200, 4, 0).rect(0, 196, 200, 200, 0).pixels


DICE = Spec(
    id="l3_dice_five",
    level=3,
    prompt="Create a 200 x 200 white image that shows the five face of a die, centred: exactly five black round dots, "
    "one in the middle and four at the corners of a square.",
    size=Size(200, 200),
    mode=Mode.GRAY,
    judge=_judge_dice,
    reference=lambda: _dice(_five(50, 150, 99.5)).pixels,
    equal={"with_frame": _framed_dice, "integer_centres": lambda: _dice(_five(60, 140, 100), 12).pixels},
    wrong={
        "six": lambda: _dice([(row, col) for col in (60, 140) for row in (50, 100, 150)]).pixels,
        "four": lambda: _dice([(50, 50), (50, 150), (150, 50), (150, 150)]).pixels,
        "plus_layout": lambda: _dice([(100, 100), (50, 100), (150, 100), (100, 50), (100, 150)]).pixels,
        "white_on_black": lambda: Canvas(200, 200).discs(_five(50, 150, 100), 16).pixels,
        "off_centre_middle": lambda: _dice([(50, 50), (50, 150), (100, 80), (150, 50), (150, 150)]).pixels,
    },
    harmless=frozenset({"fliplr", "flipud", "transpose", "rot90", "scale80"}),
)


def _judge_grid(check: Checker) -> None:
    check.black_and_white(0.09)
    dots = blobs(check.light)
    if not check.equals("count", len(dots), 24, "dots"):
        return
    check.at_least("round", sum(map(is_disc, dots)), 23, "filled circles")
    rows, cols = clusters((dot.row for dot in dots), 5), clusters((dot.col for dot in dots), 5)
    check.equals("rows", [len(row) for row in rows], [6] * 4, "dots in each row")
    check.equals("cols", [len(col) for col in cols], [4] * 6, "dots in each column")
    uneven = max(_unevenness(rows), _unevenness(cols))
    check.at_most("regular", uneven, 4, "difference in pixels between the widest and the narrowest gap")
    check.same_size("equal", dots, 1.3)


def _unevenness(groups: Sequence[Sequence[float]]) -> float:
    gaps = np.diff([np.mean(group) for group in groups])
    return spread(gaps) if len(gaps) else math.inf


def _grid(
    rows: Sequence[float], cols: Sequence[float], radius: int = 12, missing: tuple[int, int] | None = None
) -> NDArray[np.uint8]:
    places = [(i, j) for i in range(len(rows)) for j in range(len(cols)) if (i, j) != missing]
    return Canvas(200, 300).discs([(rows[i], cols[j]) for i, j in places], radius).pixels


def _bricks() -> NDArray[np.uint8]:
    centres = [(25 + 50 * i, 20 + 45 * j + 20 * (i % 2)) for i in range(4) for j in range(6)]
    return Canvas(200, 300).discs(centres, 12).pixels


FOUR, SIX = range(25, 200, 50), range(25, 300, 50)

GRID = Spec(
    id="l3_grid_4x6",
    level=3,
    prompt="Create a black image with 200 rows and 300 columns and a regular grid of white dots: exactly 4 rows of "
    "dots and 6 columns of dots (24 dots), all the same size, not touching.",
    size=Size(200, 300),
    mode=Mode.GRAY,
    judge=_judge_grid,
    reference=lambda: _grid(FOUR, SIX),
    equal={"linspace": lambda: _grid(np.linspace(30, 170, 4).tolist(), np.linspace(30, 270, 6).tolist(), 8)},
    wrong={
        "6_rows_4_cols": lambda: _grid(range(17, 200, 33), range(37, 300, 75), 10),
        "4x5": lambda: _grid(FOUR, range(30, 300, 60)),
        "one_missing": lambda: _grid(FOUR, SIX, missing=(2, 3)),
        "touching": lambda: _grid(FOUR, SIX, 26),
        "brick_offset": _bricks,
    },
    harmless=frozenset({"fliplr", "flipud", "shift10", "scale80"}),
)


def _judge_left_of(check: Checker) -> None:
    reds, blues = blobs(check.colour("red"), 40), blobs(check.colour("blue"), 40)
    if not check.equals("count", (len(reds), len(blues)), (1, 1), "red and blue shapes"):
        return
    red, blue = reds[0], blues[0]
    _square("red_square", check, red)
    check.all_discs("blue_circle", [blue])
    check.at_least("left_of", blue.left - red.right, 1, "free columns from the red shape to the blue one")
    check.at_least("background", share(check.colour("white")), 0.5, "share of the picture that is white")


def _square(name: str, check: Checker, blob: Blob) -> None:
    measured = f"{blob.height} x {blob.width} px, {blob.fill:.0%} filled"
    check.holds(name, is_square(blob), measured, "at least 93% filled and sides equal to 10%")


RED_LEFT_OF_BLUE = Spec(
    id="l3_red_left_of_blue",
    level=3,
    prompt="Create an image with 200 rows and 300 columns, white background, with one red square and one blue circle. "
    "The red square is to the left of the blue circle and they do not touch.",
    size=Size(200, 300),
    mode=Mode.RGB,
    judge=_judge_left_of,
    reference=lambda: Canvas(200, 300, WHITE).rect(60, 40, 140, 120, RED).disc(100, 220, 45, BLUE).pixels,
    equal={
        "diagonal_layout": lambda: (
            Canvas(200, 300, WHITE).rect(20, 20, 70, 70, (200, 30, 30)).disc(120, 230, 60, (0, 80, 200)).pixels
        ),
    },
    wrong={
        "sides_swapped": lambda: Canvas(200, 300, WHITE).rect(60, 180, 140, 260, RED).disc(100, 75, 45, BLUE).pixels,
        "colours_swapped": lambda: Canvas(200, 300, WHITE).rect(60, 40, 140, 120, BLUE).disc(100, 220, 45, RED).pixels,
        "shapes_swapped": lambda: Canvas(200, 300, WHITE).disc(100, 80, 45, RED).rect(60, 180, 140, 260, BLUE).pixels,
        "above": lambda: Canvas(200, 300, WHITE).rect(10, 110, 90, 190, RED).disc(150, 150, 40, BLUE).pixels,
        "two_circles": lambda: (
            Canvas(200, 300, WHITE).rect(60, 20, 140, 100, RED).discs([(100, 160), (100, 250)], 30, BLUE).pixels
        ),
        "touching": lambda: Canvas(200, 300, WHITE).rect(60, 100, 140, 180, RED).disc(100, 215, 45, BLUE).pixels,
    },
    harmless=frozenset({"flipud", "shift10", "scale80"}),
)


def _judge_inside(check: Checker) -> None:
    red, blue = check.colour("red"), check.colour("blue")
    blues, reds = blobs(blue, 40), blobs(red, 40)
    if not check.equals("count", (len(reds), len(blues)), (1, 1), "red and blue shapes"):
        return
    square = blues[0]
    circle = blobs(_bridged(red | blue), 40, filled=True)[0]
    check.all_discs("circle", [circle])
    _square("square", check, square)
    ring = grown(square.mask, 4) & ~grown(square.mask, 2)
    check.at_least("inside", share(red[ring]), 0.98, "share of the square's surroundings that is red")
    outside = share(check.colour("white")[~grown(circle.mask, 2)])
    check.holds("background", outside > 0.95, f"share of the background that is white {outside:.3f}", "more than 0.95")


def _bridged(mask: Mask) -> Mask:
    """Close the thin line of mixed colours between two shapes that touch."""
    return np.asarray(ndi.binary_closing(np.pad(mask, 3), iterations=2)[3:-3, 3:-3])


SQUARE_IN_CIRCLE = Spec(
    id="l3_square_in_circle",
    level=3,
    prompt="Create a 200 x 200 white image with one large red circle and one blue square that lies completely inside "
    "the circle without touching its edge.",
    size=Size(200, 200),
    mode=Mode.RGB,
    judge=_judge_inside,
    reference=lambda: Canvas(200, 200, WHITE).disc(95, 95, 80, RED).rect(65, 65, 125, 125, BLUE).pixels,
    equal={
        "off_centre_square": lambda: (
            Canvas(200, 200, WHITE).disc(100, 100, 90, (220, 20, 60)).rect(60, 90, 100, 130, (30, 60, 200)).pixels
        ),
    },
    wrong={
        "sticks_out": lambda: Canvas(200, 200, WHITE).disc(95, 95, 60, RED).rect(95, 95, 185, 185, BLUE).pixels,
        "circle_in_square": lambda: Canvas(200, 200, WHITE).rect(20, 20, 180, 180, BLUE).disc(100, 100, 50, RED).pixels,
        "outside": lambda: Canvas(200, 200, WHITE).disc(60, 60, 50, RED).rect(130, 130, 180, 180, BLUE).pixels,
        "corners_touch": lambda: Canvas(200, 200, WHITE).disc(100, 100, 80, RED).rect(44, 44, 157, 157, BLUE).pixels,
        "colours_swapped": lambda: Canvas(200, 200, WHITE).disc(95, 95, 80, BLUE).rect(65, 65, 125, 125, RED).pixels,
    },
    harmless=frozenset({"fliplr", "flipud", "transpose", "rot90", "shift10", "scale80"}),
)


def _judge_growing(check: Checker) -> None:
    check.black_and_white()
    dots = _left_to_right(blobs(check.light))
    if not check.equals("count", len(dots), 5, "white shapes"):
        return
    check.all_discs("round", dots)
    growth = min(after.area / before.area for before, after in pairwise(dots))
    check.at_least("growing", growth, 1.1, "smallest ratio of an area to the one left of it")
    apart = min(spread(dot.row for dot in dots), spread(dot.bottom for dot in dots))
    check.at_most("one_row", apart, 4, "rows between the highest and the lowest centre, or foot")


def _row_of_circles(radii: Sequence[int], start: int = 40, step: int = 75) -> NDArray[np.uint8]:
    canvas = Canvas(120, 400)
    for index, radius in enumerate(radii):
        canvas.disc(60, start + step * index, radius)
    return canvas.pixels


def _on_a_baseline() -> NDArray[np.uint8]:
    canvas = Canvas(120, 400)
    for col, radius in ((30, 10), (85, 16), (150, 22), (235, 30), (340, 40)):
        canvas.disc(100 - radius, col, radius)
    return canvas.pixels


GROWING = Spec(
    id="l3_growing",
    level=3,
    prompt="Create a black image with 120 rows and 400 columns and exactly five white filled circles in a horizontal "
    "row. From left to right each circle is clearly larger than the one before. They do not touch.",
    size=Size(120, 400),
    mode=Mode.GRAY,
    judge=_judge_growing,
    reference=lambda: _row_of_circles((8, 14, 20, 26, 32)),
    equal={"common_baseline": _on_a_baseline},
    wrong={
        "shrinking": lambda: _row_of_circles((32, 26, 20, 14, 8)),
        "equal": lambda: _row_of_circles((20, 20, 20, 20, 20)),
        "four": lambda: _row_of_circles((8, 14, 20, 26)),
        "one_out_of_order": lambda: _row_of_circles((8, 14, 26, 20, 32)),
        "touching": lambda: _row_of_circles((12, 20, 28, 36, 44), start=30, step=50),
    },
    harmless=frozenset({"flipud", "shift10", "scale80"}),
)


def _judge_pyramid(check: Checker) -> None:
    dots = blobs(check.colour("black"), 12)
    if not check.equals("count", len(dots), 10, "dots"):
        return
    check.all_discs("round", dots)
    rows = clusters((dot.row for dot in dots), 5)
    if not check.equals("rows", [len(row) for row in rows], [1, 2, 3, 4], "dots in each row from the top"):
        return
    middles = [float(np.mean([dot.col for dot in dots if min(row) - 0.1 <= dot.row <= max(row) + 0.1])) for row in rows]
    check.at_most("centred_rows", spread(middles), 4, "columns between the rows' middles")
    check.same_size("equal", dots, 1.3)


def _triangle(rows: int, top: int = 40, step: int = 50) -> list[tuple[float, float]]:
    return [(top + step * i, 119.5 + step * (j - i / 2)) for i in range(rows) for j in range(i + 1)]


def _dots(centres: Sequence[tuple[float, float]], radius: int = 16) -> NDArray[np.uint8]:
    return Canvas(240, 240, 255).discs(centres, radius, 0).pixels


PYRAMID = Spec(
    id="l3_pyramid",
    level=3,
    prompt="Create a 240 x 240 white image with ten black dots of equal size arranged as a triangle: one dot in the "
    "top row, two in the second, three in the third and four in the bottom row, each row centred under the one above.",
    size=Size(240, 240),
    mode=Mode.GRAY,
    judge=_judge_pyramid,
    reference=lambda: _dots(_triangle(4)),
    equal={
        "tight": lambda: _dots([(60 + 36 * i, 120 + 42 * (j - i / 2)) for i in range(4) for j in range(i + 1)], 12),
    },
    wrong={
        "upside_down": lambda: _dots([(230 - row, col) for row, col in _triangle(4)]),
        "left_aligned": lambda: _dots([(40 + 50 * i, 40 + 50 * j) for i in range(4) for j in range(i + 1)]),
        "fifteen": lambda: _dots(_triangle(5, top=30, step=45), 14),
        "nine": lambda: _dots(_triangle(4)[:-1]),
    },
    harmless=frozenset({"shift10", "scale80"}),
)

SPECS = (THREE_DOTS, DICE, GRID, RED_LEFT_OF_BLUE, SQUARE_IN_CIRCLE, GROWING, PYRAMID)
