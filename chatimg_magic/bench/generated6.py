"""Kinds of generated prompts for level 6: what has to be worked out before it can be drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.generated6_given import bars, stamp
from chatimg_magic.bench.generator import Kind, Made, Roll, an
from chatimg_magic.bench.level6_circles import kissing, searched, touching
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan
from chatimg_magic.bench.scene import INKS
from chatimg_magic.bench.shapes import polygon_mask, rect_mask
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    pass


def circles(roll: Roll) -> Made:
    """Three circles that touch, and the one in the gap between them."""
    radii = tuple(float(radius) for radius in roll.some(3, *range(30, 56)))
    inks, gap_ink = roll.inks(3), roll.one("black", "white")
    back = "white" if gap_ink == "black" else "black"
    below = roll.one(1, -1)
    first = (radii[0] + 12 if below > 0 else 120.0, radii[0] + roll.number(8, 16))
    centres = touching(radii, first, below)
    lowest = max(row + radius for (row, _), radius in zip(centres, radii, strict=True))
    highest = min(row - radius for (row, _), radius in zip(centres, radii, strict=True))
    first = (first[0] - math.floor(highest) + 9, first[1])
    size = Size(math.ceil(lowest - highest) + 19, int(centres[1][1] + radii[1]) + 12)

    def draw(canvas: Canvas, radii: tuple[float, ...] = radii, below: int = below, small: float = 1) -> None:
        places = touching(radii, first, below)
        for ink, place, radius in zip(inks, places, radii, strict=True):
            canvas.disc(*place, radius, INKS[ink])
        middle, inner = kissing(radii, places, 1)
        canvas.disc(*middle, inner * small, INKS[gap_ink])

    sketch = Sketch(size.rows, size.cols, INKS[back], draw)

    def judge(checker: Checker) -> None:
        shape, places = (size.rows, size.cols), touching(radii, first, below)
        areas = [
            Area(f"{ink} circle", ink, exact_disc(shape, *place, radius))
            for ink, place, radius in zip(inks, places, radii, strict=True)
        ]
        middle, inner = searched(radii, places, 1)
        judge_plan(checker, back, [*areas, Area("circle in the gap", gap_ink, exact_disc(shape, *middle, inner))])

    (a, b, c), (one, two, three) = map(int, radii), inks
    side = "below" if below > 0 else "above"
    row, col = map(int, first)
    prompt = roll.one(
        f"Three filled circles on {back} touch one another from outside. {an(one).capitalize()} one with radius {a} "
        f"has its centre at row {row}, column {col}; {an(two)} one with radius {b} lies to the right with its centre "
        f"in the same row; {an(three)} one with radius {c} lies {side} these two and touches both. In the gap between "
        f"the three is {an(gap_ink)} disc that touches all of them.",
        f"Draw, on {back}: a {gap_ink} disc that touches three discs around it from outside, each of which touches the "
        f"other two as well. The first is {one}, radius {a}, centre (row {row}, column {col}). The second is {two}, "
        f"radius {b}, exactly to the right of the first. The third is {three}, radius {c}, {side} them.",
    )
    return Made(
        prompt,
        size,
        Mode.RGB,
        judge,
        sketch,
        {
            "radii exchanged": lambda: sketch(radii=(radii[0], radii[2], radii[1])),
            "on the other side": lambda: sketch(below=-below),
            "nothing in the gap": lambda: sketch(small=0),
            "too large in the gap": lambda: sketch(small=1.8),
            "moved": lambda: np.roll(sketch(), (3, 2), (0, 1)),
        },
        {"smooth": sketch.smooth},
    )


def hexagons(roll: Roll) -> Made:
    """Regular hexagons in three colours."""
    edge = roll.number(16, 24)
    size = roll.sides(112, 176)
    inks = roll.inks(3)
    flat = roll.one(True, False)
    half, across = edge * math.sqrt(3) / 2, size.rows if flat else size.cols
    clear = [at for at in range(30, 61) if all(3 <= end % half <= half - 3 for end in (at, across - 1 - at))]
    middle = roll.number(30, 60), roll.one(*clear)  # no edge runs along the image's own edge
    row, col = middle[::-1] if flat else middle

    def draw(
        canvas: Canvas,
        edge: float = edge,
        order: Sequence[str] = inks,
        flat: bool = flat,
        right: float = 0,
        sense: int = 1,
    ) -> None:
        """Give every pixel the colour of the nearest centre."""
        down, along = canvas.row - row, canvas.col - col - right
        if flat:
            down, along = along, down
        wide = edge * math.sqrt(3)
        nearest, owner = np.full(down.shape, np.inf), np.zeros(down.shape, int)
        line = np.rint(down / (1.5 * edge)).astype(int)
        for beside, shift in product((-1, 0, 1), (-1, 0, 1)):
            i = line + beside
            j = np.rint(along / wide - i / 2).astype(int) + shift
            away = np.hypot(down - 1.5 * edge * i, along - wide * (j + i / 2))
            owner = np.where(away < nearest, (j - i) % 3, owner)
            nearest = np.minimum(away, nearest)
        for number, ink in enumerate(order):
            canvas.paint(owner == number, INKS[ink])

    sketch = Sketch(size.rows, size.cols, INKS[inks[0]], draw)

    def judge(checker: Checker) -> None:
        shape = (size.rows, size.cols)
        masks = {ink: np.zeros(shape, bool) for ink in inks}
        for i, j in product(range(-12, 13), range(-20, 21)):
            down, along = 1.5 * edge * i + 0.01, math.sqrt(3) * edge * (j + i / 2) + 0.01  # no pixel on an edge
            turns = [math.pi / 3 * number for number in range(6)]
            corners = [(down + edge * math.cos(turn), along + edge * math.sin(turn)) for turn in turns]
            corners = [(row + right, col + low) if flat else (row + low, col + right) for low, right in corners]
            masks[inks[(j - i) % 3]] |= polygon_mask(shape, corners)
        judge_plan(checker, inks[0], [Area(f"{ink} hexagons", ink, masks[ink]) for ink in inks[1:]], 0.002)

    upright, next_to = ("horizontal", "below") if flat else ("vertical", "to the right of")
    one, two, three = inks
    prompt = roll.one(
        f"Regular hexagons with edges of {edge} pixels cover the whole image without gaps; two edges of each are "
        f"{upright}. One has its centre at row {row}, column {col} and is {one}; the one directly {next_to} it is "
        f"{two}, the next one {three}. Where three hexagons meet in a point, one is {one}, one {two}, one {three}.",
        f"Tile the picture with regular hexagons in {one}, {two} and {three}, so that no two that share an edge have "
        f"the same colour. Their edges are {edge} px long, two of them {upright}. The centre of {an(one)} hexagon is "
        f"at (row {row}, column {col}), its neighbour directly {next_to} it is {two}, and the one after that {three}.",
    )
    return Made(
        prompt,
        size,
        Mode.RGB,
        judge,
        sketch,
        {
            "colours in another order": lambda: sketch(order=[one, three, two]),
            "turned": lambda: sketch(flat=not flat),
            "too small": lambda: sketch(edge=edge - 2),
            "moved": lambda: sketch(right=6),
            "two colours": lambda: sketch(order=[one, two, two]),
        },
        {"smooth": sketch.smooth},
    )


def wall(roll: Roll) -> Made:
    """The café wall illusion."""
    high, wide, thick = roll.number(14, 22), roll.number(16, 28), roll.number(2, 4)
    lines, shift = roll.number(4, 6), roll.number(5, 8)
    grey = roll.number(110, 150, 10)
    size = Size(lines * (high + thick), roll.number(120, 176, 8))
    first = roll.one("black", "white")

    def draw(canvas: Canvas, wide: int = wide, shift: int = shift, first: str = first, grey: int = grey) -> None:
        line = canvas.row // (high + thick)
        dark = (canvas.col - shift * line) // wide % 2 == (first == "white")
        canvas.paint(dark, 0).paint(canvas.row % (high + thick) >= high, grey)

    sketch = Sketch(size.rows, size.cols, 255, draw)

    def judge(checker: Checker) -> None:
        shape, pitch = (size.rows, size.cols), high + thick
        dark, mortar = np.zeros(shape, bool), np.zeros(shape, bool)
        for line in range(lines):
            mortar |= rect_mask(shape, pitch * line + high, 0, pitch * line + pitch, size.cols)
            for number in range(-10, 20):
                if number % 2 == (first == "white"):
                    left = shift * line + wide * number
                    dark |= rect_mask(shape, pitch * line, max(0, left), pitch * line + high, max(0, left + wide))
        judge_plan(checker, "white", [Area("black tiles", "black", dark), Area("mortar", "grey", mortar)])
        off = float(np.abs(checker.luma[mortar] - grey).max())
        checker.at_most("mortar_level", off, 10, f"largest difference of the mortar from {grey}:")

    second = "white" if first == "black" else "black"
    prompt = roll.one(
        f"{lines} rows of tiles, each row {high} pixels high; directly below every row, the last one too, a line of "
        f"grey {grey} that is {thick} pixels high. Tiles are {wide} pixels wide, black (0) and white (255) in turn. In "
        f"the top row {an(first)} tile begins at the left edge; in each further row the pattern is shifted {shift} "
        "pixels further to the right than in the row above, and goes on to the left as far as the edge.",
        f"A café wall of {lines} layers. One layer is {high} px of tiles, alternately {first} and {second}, {wide} px "
        f"each, and below them {thick} px of mortar in grey level {grey}. The first layer starts at column 0 with "
        f"{an(first)} tile. Every layer is moved {shift} px to the right against the one above it; to the left of what "
        "was moved the tiles continue.",
    )
    return Made(
        prompt,
        size,
        Mode.GRAY,
        judge,
        sketch,
        {
            "shifted to the left": lambda: sketch(shift=-shift),
            "not shifted": lambda: sketch(shift=0),
            "begins with the other one": lambda: sketch(first=second),
            "narrow": lambda: sketch(wide=wide - 3),
            "dark mortar": lambda: sketch(grey=60),
        },
        {"lighter mortar": lambda: sketch(grey=grey + 4)},
    )


KINDS: tuple[Kind, ...] = (circles, hexagons, wall, bars, stamp)
