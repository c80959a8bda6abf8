"""Level 6: figures that deceive the eye, with exact measures, and rings that hold each other."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, ring_mask, stroke_mask, union
from chatimg_magic.bench.shapes import polygon_mask, rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.plan import Point

SLIPS = (0, 8, 16, 8)


def _judge_wall(check: Checker) -> None:
    shape = check.luma.shape
    dark, mortar = np.zeros(shape, bool), np.zeros(shape, bool)
    for number in range(8):
        top = 28 * number
        for left in range(SLIPS[number % 4] - 60, 300, 60):
            dark |= rect_mask(shape, top, max(left, 0), top + 25, max(left + 30, 0))
        mortar |= rect_mask(shape, top + 25, 0, top + 28, 300)
    judge_plan(check, "white", [Area("black tiles", "black", dark), Area("mortar", "grey", mortar)])
    level = float(np.abs(check.luma[mortar] - 128).max())
    check.at_most("mortar_level", level, 16, "largest difference of the mortar from grey level 128:")


def _wall(
    canvas: Canvas,
    slips: tuple[int, ...] = SLIPS,
    mortar: int = 128,
    thick: int = 3,
    first: int = 0,
    wide: int = 30,
    last: bool = True,
) -> None:
    line = canvas.row // 28
    slip = np.choose(np.clip(line, 0, None).astype(int) % len(slips), slips)
    canvas.paint(np.floor((canvas.col - slip) / wide) % 2 == first, 0)
    canvas.paint((canvas.row % 28 >= 28 - thick) & ((line < 7) | last), mortar)


_WALL = Sketch(224, 300, 255, _wall)


def _wall_by_rows() -> NDArray[np.uint8]:
    tiles = np.tile(np.repeat(np.array([0, 255], np.uint8), 30), 8)
    rows = []
    for number in range(8):
        rows += [np.roll(tiles, SLIPS[number % 4])[:300]] * 25 + [np.full(300, 120, np.uint8)] * 3
    return np.array(rows)


def _wall_begun_in_black() -> NDArray[np.uint8]:
    return Canvas(224, 300, 255).paint(_WALL() == 0, 0).rect(56, 0, 81, 16, 0).paint(_WALL() == 128, 128).pixels


WALL = Spec(
    id="l6_cafe_wall",
    level=6,
    prompt="Create the café wall illusion, 224 rows and 300 columns in grey. There are eight rows of tiles; each row "
    "of tiles is 25 pixels high, and below each of them, the last one too, lies a line of mortar 3 pixels high in "
    "the grey level 128 across the whole width. Black (0) and white (255) tiles take turns, each 30 pixels wide, "
    "without gaps. In the first row of tiles a black one begins at column 0; in the second row the same pattern is "
    "shifted 8 pixels to the right of that, in the third 16, in the fourth 8, and these four offsets repeat. The "
    "pattern goes on periodically to the left, so that each row is filled up to both edges.",
    size=Size(224, 300),
    mode=Mode.GRAY,
    judge=_judge_wall,
    reference=_WALL,
    equal={"by_rows": _wall_by_rows},
    wrong={
        "not_shifted": lambda: _WALL(slips=(0, 0, 0, 0)),
        "shifted_to_the_left": lambda: _WALL(slips=(0, -8, -16, -8)),
        "every_second": lambda: _WALL(slips=(0, 8)),
        "dark_mortar": lambda: _WALL(mortar=80),
        "thin_mortar": lambda: _WALL(thick=1),
        "begins_white": lambda: _WALL(first=1),
        "narrow_tiles": lambda: _WALL(wide=28),
        "no_last_line": lambda: _WALL(last=False),
        "begins_black_everywhere": _wall_begun_in_black,
    },
)

MIDDLE, SIDE = (125.0, 118.0), 156.0


def _corners(turn: float = 0, side: float = SIDE) -> list[Point]:
    """Return the corners of an equilateral triangle about the middle, the first one on top."""
    reach = side / math.sqrt(3)
    angles = [math.radians(turn + 120 * number) for number in range(3)]
    return [(MIDDLE[0] - reach * math.cos(a), MIDDLE[1] + reach * math.sin(a)) for a in angles]


def _judge_kanizsa(check: Checker) -> None:
    shape = check.luma.shape
    height = SIDE * math.sqrt(3) / 2
    row, col = MIDDLE
    top = (row - 2 * height / 3, col)
    left, right = ((row + height / 3, col + side) for side in (-SIDE / 2, SIDE / 2))
    lower = (row + 2 * height / 3, col)
    upper = [(row - height / 3, col + side) for side in (-SIDE / 2, SIDE / 2)]
    outline = stroke_mask(shape, [lower, *upper, lower], 4)
    black = outline | union(shape, (exact_disc(shape, *corner, 34) for corner in (top, left, right)))
    judge_plan(check, "white", [Area("black parts", "black", black & ~polygon_mask(shape, [top, left, right]))])


def _kanizsa(
    canvas: Canvas,
    radius: float = 34,
    side: float = SIDE,
    outline: bool = True,
    covered: bool = True,
    turn: float = 0,
    thick: float = 4,
) -> None:
    corners = _corners(turn, side)
    if outline:
        ends = _corners(turn + 180, side)
        for one, other in pairwise([*ends, ends[0]]):
            canvas.line(*one, *other, thick, 0)
    canvas.discs(corners, radius, 0)
    if covered:
        canvas.polygon(corners, 255)
    else:
        kept = Canvas(*canvas.row.shape).discs(corners, radius, 255).pixels > 0
        inside = Canvas(*canvas.row.shape).polygon(corners, 255).pixels > 0
        canvas.paint(kept & inside, 255)


_KANIZSA = Sketch(250, 280, 255, _kanizsa)


def _kanizsa_by_pillow() -> NDArray[np.uint8]:
    sheet = Image.new("L", (280 * 3, 250 * 3), 255)
    pen = ImageDraw.Draw(sheet)

    def at(row: float, col: float) -> tuple[float, float]:
        return 3 * col + 1, 3 * row + 1

    ends = [at(*corner) for corner in _corners(180)]
    pen.line([*ends, ends[0], ends[1]], 0, 12, joint="curve")
    for x, y in (at(*corner) for corner in _corners()):
        pen.ellipse([x - 102, y - 102, x + 102, y + 102], 0)
    pen.polygon([at(*corner) for corner in _corners()], 255)
    return np.asarray(sheet.resize((280, 250), Image.Resampling.BOX))


KANIZSA = Spec(
    id="l6_kanizsa",
    level=6,
    prompt="Create a Kanizsa triangle, 250 rows and 280 columns, black on white. A white equilateral triangle with "
    "sides of 156 pixels, centroid at row 125, column 118, a horizontal side at the bottom and a corner on top, has "
    "no outline: it is seen only by what it covers. It covers parts of three filled black circles with a radius of "
    "34 pixels around its three corners, and parts of the outline of a second equilateral triangle of the same size "
    "with the same centroid that stands upside down; its outline is black and 4 pixels thick, 2 on either side of "
    "the exact sides.",
    size=Size(250, 280),
    mode=Mode.GRAY,
    judge=_judge_kanizsa,
    reference=_KANIZSA,
    equal={"smooth": _KANIZSA.smooth, "pillow": _kanizsa_by_pillow},
    wrong={
        "nothing_covered_of_the_outline": lambda: _KANIZSA(covered=False),
        "no_outline": lambda: _KANIZSA(outline=False),
        "upside_down": lambda: _KANIZSA(turn=180),
        "side_taken_as_height": lambda: _KANIZSA(side=SIDE * 2 / math.sqrt(3)),
        "small_circles": lambda: _KANIZSA(radius=28),
        "thick_outline": lambda: _KANIZSA(thick=9),
        "full_circles": lambda: Canvas(250, 280, 255).discs(_corners(), 34, 0).pixels,
    },
)

HOOPS: dict[str, tuple[Point, tuple[int, int, int]]] = {
    "blue": ((75.0, 62.0), BLUE),
    "black": ((75.0, 152.0), BLACK),
    "red": ((75.0, 242.0), RED),
    "yellow": ((117.0, 107.0), YELLOW),
    "green": ((117.0, 197.0), GREEN),
}
LINKS = (("blue", "yellow"), ("yellow", "black"), ("black", "green"), ("green", "red"))


def _judge_links(check: Checker) -> None:
    """Divide the picture at the line between two centres: one ring is in front above it, the other one below."""
    shape = check.luma.shape
    row, col = np.indices(shape)
    rings = {name: ring_mask(shape, *centre, 36, 8) for name, (centre, _) in HOOPS.items()}
    wide = {name: ring_mask(shape, *centre, 36, 14) for name, (centre, _) in HOOPS.items()}
    seen = {name: ring.copy() for name, ring in rings.items()}
    for one, other in LINKS:
        (row1, col1), (row2, col2) = HOOPS[one][0], HOOPS[other][0]
        above = row < row1 + (col - col1) * (row2 - row1) / (col2 - col1)
        seen[other] &= ~(wide[one] & above)
        seen[one] &= ~(wide[other] & ~above)
    judge_plan(check, "white", [Area(f"{name} ring", name, mask) for name, mask in seen.items()])


def _links(
    canvas: Canvas,
    order: str = "linked",
    gap: float = 3,
    radius: float = 40,
    thick: float = 8,
    drop: float = 0,
    swapped: bool = False,
) -> None:
    """Paint the rings one over the other, then mend the crossings at which another one is in front."""
    places = {name: (row + drop * (row > 100), col) for name, ((row, col), _) in HOOPS.items()}
    inks = {name: ink for name, (_, ink) in HOOPS.items()}
    if swapped:
        inks["yellow"], inks["green"] = inks["green"], inks["yellow"]

    def hoop(name: str, within: NDArray[np.bool_]) -> None:
        distance = canvas.distance(*places[name])
        canvas.paint(within & (distance <= radius + gap) & (distance > radius - thick - gap), WHITE)
        canvas.paint(within & (distance <= radius) & (distance > radius - thick), inks[name])

    for name in places:
        canvas.ring(*places[name], radius, thick, inks[name])
    for one, other in LINKS:
        (row1, col1), (row2, col2) = places[one], places[other]
        middle = radius - thick / 2
        apart = math.dist(places[one], places[other])
        out = math.sqrt(middle**2 - apart**2 / 4)
        for sign in (1, -1):
            across = sign * out / apart
            spot = (row1 + row2) / 2 + across * (col2 - col1), (col1 + col2) / 2 - across * (row2 - row1)
            upper = spot[0] < (row1 + row2) / 2
            front = {"linked": one if upper else other, "reversed": other if upper else one, "stacked": other}[order]
            hoop(front, canvas.distance(*spot) <= 14)


_LINKS = Sketch(190, 310, WHITE, _links)


def _links_by_arcs() -> NDArray[np.uint8]:
    """Draw whole rings from back to front, then those again that lie in front above; each in its own half."""
    canvas = Canvas(190, 310, WHITE)
    row, col = canvas.row, canvas.col
    cut = {name: np.zeros(row.shape, bool) for name in HOOPS}
    for one, other in LINKS:
        for name, behind, rows in ((one, other, np.less), (other, one, np.greater)):
            (row1, col1), (row2, col2) = HOOPS[one][0], HOOPS[other][0]
            side = rows((row - row1) * abs(col2 - col1), (col - col1) * (row2 - row1) * np.sign(col2 - col1))
            cut[behind] |= side & (abs(canvas.distance(*HOOPS[name][0]) - 36) <= 7)
    for name, (centre, ink) in HOOPS.items():
        canvas.paint((abs(canvas.distance(*centre) - 36) <= 4) & ~cut[name], ink)
    return canvas.pixels


RINGS = Spec(
    id="l6_linked_rings",
    level=6,
    prompt="Create an image with 190 rows and 310 columns of five linked rings on white. Each ring has an outer "
    "radius of 40 and an inner radius of 32 pixels. Centres (row, column): blue (75, 62), black (75, 152), red (75, "
    "242), yellow (117, 107), green (117, 197). These pairs cross twice: blue and yellow, yellow and black, black "
    "and green, green and red. Of the two crossings of a pair, at the one that is higher in the picture the ring "
    "that was named first in the pair passes in front, at the lower one the ring that was named second does. The "
    "ring behind is interrupted there by a white gap of 3 pixels on either side of the ring in front, along that "
    "ring's edges; nowhere else is a gap.",
    size=Size(190, 310),
    mode=Mode.RGB,
    judge=_judge_links,
    reference=_LINKS,
    equal={"smooth": _LINKS.smooth, "by_arcs": _links_by_arcs},
    wrong={
        "stacked": lambda: _LINKS(order="stacked"),
        "front_and_back_exchanged": lambda: _LINKS(order="reversed"),
        "no_gaps": lambda: _LINKS(gap=0),
        "wide_gaps": lambda: _LINKS(gap=6),
        "thick": lambda: _LINKS(thick=12),
        "lower_row_too_low": lambda: _LINKS(drop=4),
        "yellow_and_green_exchanged": lambda: _LINKS(swapped=True),
    },
)

SPECS = (WALL, KANIZSA, RINGS)
