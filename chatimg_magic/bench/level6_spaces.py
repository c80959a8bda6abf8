"""Level 6: space as a camera sees it, and from above at a slant."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, PURPLE, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, judge_plan
from chatimg_magic.bench.shapes import polygon_mask, rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.shapes import Mask


def _judge_floor(check: Checker) -> None:
    shape = check.luma.shape

    def seen(what: str, colour: str, *points: tuple[float, float, float]) -> Area:
        corners = [(60 + 160 * y / z, 160 + 160 * x / z) for x, y, z in points]
        return Area(what, colour, polygon_mask(shape, corners))

    row, col = np.indices(shape)
    depth = 480 / np.maximum(row - 60, 1e-9)
    black = (np.floor((col - 160) * depth / 160) + np.floor(depth)) % 2 == 1
    near = rect_mask(shape, 108, 0, *shape)
    areas = [
        Area("meadow", "green", rect_mask(shape, 60, 0, *shape)),
        Area("white tiles", "white", near & ~black),
        Area("black tiles", "black", near & black),
        seen("front", "red", (1, 1, 4), (3, 1, 4), (3, 3, 4), (1, 3, 4)),
        seen("top", "yellow", (1, 1, 4), (3, 1, 4), (3, 1, 6), (1, 1, 6)),
        seen("left face", "purple", (1, 1, 4), (1, 1, 6), (1, 3, 6), (1, 3, 4)),
    ]
    judge_plan(check, "blue", areas, astray=0.002, missing=0.01)  # far tiles end in slivers


def _floor(
    canvas: Canvas,
    height: float = 3,
    phase: int = 0,
    linear: bool = False,
    left: float = 1,
    side: bool = True,
    far: float = 10,
    lift: float = 0,
    focal: float = 160,
) -> None:
    down = canvas.row - 60
    canvas.paint(down >= 0, GREEN)
    with np.errstate(divide="ignore"):
        depth = np.where(down > 0, focal * height / down, np.inf)
    if linear:
        depth = np.where(down > 0, 14 - down / 16, np.inf)
    floor = depth <= far
    depth[~floor] = 0
    right = (canvas.col - 160) * depth / focal
    canvas.paint(floor, WHITE).paint(floor & ((np.floor(right) + np.floor(depth) + phase) % 2 == 1), BLACK)

    def at(x: float, y: float, z: float) -> tuple[float, float]:
        return 60 + focal * (y - lift) / z, 160 + focal * x / z

    y, x, z = height - 2, left, 4
    canvas.polygon([at(x, y, z), at(x, y, z + 2), at(x + 2, y, z + 2), at(x + 2, y, z)], YELLOW)
    if side:
        near = x if x > 0 else x + 2
        canvas.polygon([at(near, y, z), at(near, y, z + 2), at(near, y + 2, z + 2), at(near, y + 2, z)], PURPLE)
    canvas.polygon([at(x, y, z), at(x + 2, y, z), at(x + 2, y + 2, z), at(x, y + 2, z)], RED)


_FLOOR = Sketch(240, 320, BLUE, _floor)


def _floor_tile_by_tile() -> NDArray[np.uint8]:
    canvas = Canvas(240, 320, (60, 120, 255)).rect(60, 0, 240, 320, (0, 130, 0)).rect(108, 0, 240, 320)
    canvas.pixels[108:] = BLACK
    for z, x in product(range(9, 0, -1), range(-12, 12)):
        if (x + z) % 2 == 0:
            ends = [(max(z, 1.5), x), (max(z, 1.5), x + 1), (z + 1, x + 1), (z + 1, x)]
            canvas.polygon([(60 + 480 / far, 160 + 160 * side / far) for far, side in ends], WHITE)
    canvas.polygon([(100, 200), (100, 280), (180, 280), (180, 200)], (210, 0, 0))
    canvas.polygon([(100, 200), (60 + 80 / 3, 160 + 80 / 3), (140, 160 + 80 / 3), (180, 200)], (140, 20, 160))
    return canvas.polygon([(100, 200), (100, 280), (60 + 80 / 3, 240), (60 + 80 / 3, 160 + 80 / 3)], YELLOW).pixels


FLOOR = Spec(
    id="l6_tiled_floor",
    level=6,
    prompt="Create an image with 240 rows and 320 columns as a pinhole camera sees it. The camera looks "
    "horizontally; its optical axis goes through row 60, column 160, and its focal length is 160 pixels. It hangs 3 "
    "units above a horizontal floor. Let x be the distance to the right of the camera and z the distance in front of "
    "it. The floor is paved with square tiles whose sides are 1 unit long, between whole numbers of x and of z; they "
    "are white and black like a chessboard, and the tile with 0 < x < 1 and 4 < z < 5 is white. Tiles are seen up to "
    "z = 10; behind that the ground is green as far as the horizon; the sky above it is blue (0, 0, 255). A cube "
    "with edges of 2 units stands on the floor and covers exactly the tiles with 1 < x < 3 and 4 < z < 6. Its front, "
    "towards the camera, is red, its top yellow, its left face purple. There are no outlines and no shadows.",
    size=Size(240, 320),
    mode=Mode.RGB,
    judge=_judge_floor,
    reference=_FLOOR,
    equal={"smooth": _FLOOR.smooth, "tile_by_tile": _floor_tile_by_tile},
    wrong={
        "camera_too_low": lambda: _FLOOR(height=2),
        "tiles_exchanged": lambda: _FLOOR(phase=1),
        "rows_evenly_apart": lambda: _FLOOR(linear=True),
        "cube_to_the_left": lambda: _FLOOR(left=-3),
        "no_left_face": lambda: _FLOOR(side=False),
        "floor_to_the_horizon": lambda: _FLOOR(far=500),
        "floating": lambda: _FLOOR(lift=0.3),
        "longer_focus": lambda: _FLOOR(focal=200),
    },
)

HEIGHTS = ((4, 2, 1, 3), (3, 0, 1, 2), (1, 2, 0, 0), (2, 0, 3, 1))


def _judge_heights(check: Checker) -> None:
    shape = check.luma.shape
    areas = []
    for i, j in product(range(4), range(4)):
        high, row, col = HEIGHTS[i][j], 100 + 10 * (i + j), 130 + 20 * (j - i)
        top = row - 18 * high
        areas.append(Area(f"top of {i} {j}", "yellow", _quad(shape, (top, col), (10, 20), (10, -20))))
        if high:
            left, right = (top + 10, col - 20), (top + 20, col)
            areas.append(Area(f"left of {i} {j}", "red", _quad(shape, left, (10, 20), (18 * high, 0))))
            areas.append(Area(f"right of {i} {j}", "blue", _quad(shape, right, (-10, 20), (18 * high, 0))))
    judge_plan(check, "white", areas)


def _quad(
    shape: tuple[int, int], start: tuple[float, float], one: tuple[float, float], two: tuple[float, float]
) -> Mask:
    """Return a parallelogram without its right and lower edges."""
    row, col = np.indices(shape)
    down, right = row - start[0], col - start[1]
    area = one[0] * two[1] - one[1] * two[0]
    first, second = (down * two[1] - right * two[0]) / area, (right * one[0] - down * one[1]) / area
    return np.asarray((first >= 0) & (first < 1) & (second >= 0) & (second < 1))


def _heights(
    canvas: Canvas,
    heights: tuple[tuple[int, ...], ...] = HEIGHTS,
    step: float = 18,
    from_front: bool = False,
    inks: tuple[tuple[int, int, int], ...] = (YELLOW, RED, BLUE),
    wide: float = 20,
) -> None:
    top_ink, left_ink, right_ink = inks
    for i, j in sorted(product(range(4), range(4)), key=sum, reverse=from_front):
        rise = step * heights[i][j]
        row, col = 100 + 10 * (i + j) - rise, 130 + wide * (j - i)
        middle, below = (row + 20, col), (row + 20 + rise, col)
        left, right = (row + 10, col - wide), (row + 10, col + wide)
        canvas.polygon([left, middle, below, (left[0] + rise, left[1])], left_ink)
        canvas.polygon([right, middle, below, (right[0] + rise, right[1])], right_ink)
        canvas.polygon([(row, col), right, middle, left], top_ink)


_HEIGHTS = Sketch(210, 240, WHITE, _heights)


def _towers_by_column() -> NDArray[np.uint8]:
    """Walk along each tower's columns of pixels, from the rear tower to the front one."""
    pixels = np.full((210, 240, 3), 255, np.uint8)
    for line, place in product(range(7), range(4)):
        i, j = place, line - place
        if not 0 <= j < 4:
            continue
        for right in range(-20, 20):
            slope, high = abs(right + 0.5) / 2, 18 * HEIGHTS[i][j]
            col, top, front = 130 + 20 * (j - i) + right, 100 + 10 * line + slope - high, 120 + 10 * line - slope - high
            pixels[round(top) : round(front), col] = (240, 240, 40)
            pixels[round(front) : round(front) + high, col] = (190, 0, 0) if right < 0 else (0, 0, 170)
    return pixels


TOWERS = Spec(
    id="l6_towers",
    level=6,
    prompt="Create an image with 210 rows and 240 columns: 16 towers on a square of 4 x 4 fields, seen from above at "
    "a slant, on white. The field in row i and column j of the table (both counted from 0) is a rhombus on the "
    "ground with its rear corner at row 100 + 10(i + j), column 130 + 20(j - i), its right corner 10 pixels lower "
    "and 20 further to the right, its left corner 10 lower and 20 further to the left, and its front corner 20 lower "
    "than the rear one. A tower of height h has this rhombus, moved up by 18h pixels, as its yellow top; from there "
    "two upright walls go down to the ground, the one below the left and the front corner red, the one below the "
    "front and the right corner blue. A tower of height 0 is only its yellow rhombus. Towers further in front hide "
    "what is behind them. There are no outlines. The heights, i from top to bottom and j from left to right: 4 2 1 3 "
    "/ 3 0 1 2 / 1 2 0 0 / 2 0 3 1.",
    size=Size(210, 240),
    mode=Mode.RGB,
    judge=_judge_heights,
    reference=_HEIGHTS,
    equal={"smooth": _HEIGHTS.smooth, "column_by_column": _towers_by_column},
    wrong={
        "front_hidden": lambda: _HEIGHTS(from_front=True),
        "table_transposed": lambda: _HEIGHTS(heights=tuple(zip(*HEIGHTS, strict=True))),
        "walls_exchanged": lambda: _HEIGHTS(inks=(YELLOW, BLUE, RED)),
        "too_flat": lambda: _HEIGHTS(step=16),
        "table_from_the_front": lambda: _HEIGHTS(heights=HEIGHTS[::-1]),
        "one_storey_wrong": lambda: _HEIGHTS(heights=(*HEIGHTS[:3], (2, 0, 2, 1))),
        "narrow": lambda: _HEIGHTS(wide=17.3),
    },
)

SPECS = (FLOOR, TOWERS)
