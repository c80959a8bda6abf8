"""Kinds of generated prompts for level 6: what has to be worked out before it can be drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.generator import Kind, Made, Roll, an
from chatimg_magic.bench.level6_circles import kissing, searched, touching
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, union
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
        f"Three filled circles on {back} touch one another from outside. {an(one).capitalize()} one with radius {a} has "
        f"its centre at row {row}, column {col}; {an(two)} one with radius {b} lies to the right with its centre in the "
        f"same row; {an(three)} one with radius {c} lies {side} these two and touches both. In the gap between the "
        f"three is {an(gap_ink)} disc that touches all of them.",
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
    row, col = roll.number(30, 60), roll.number(30, 60)
    inks = roll.inks(3)
    flat = roll.one(True, False)

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
            owner = np.where(away < nearest, (j - sense * i) % 3, owner)
            nearest = np.minimum(away, nearest)
        for number, ink in enumerate(order):
            canvas.paint(owner == number, INKS[ink])

    sketch = Sketch(size.rows, size.cols, INKS[inks[0]], draw)

    def judge(checker: Checker) -> None:
        shape = (size.rows, size.cols)
        masks = {ink: np.zeros(shape, bool) for ink in inks}
        for i, j in product(range(-12, 13), range(-20, 21)):
            down, along = 1.5 * edge * i, math.sqrt(3) * edge * (j + i / 2)
            turns = [math.pi / 3 * number for number in range(6)]
            corners = [(down + edge * math.cos(turn), along + edge * math.sin(turn)) for turn in turns]
            corners = [(row + right, col + low) if flat else (row + low, col + right) for low, right in corners]
            masks[inks[(j - i) % 3]] |= polygon_mask(shape, corners)
        judge_plan(checker, inks[0], [Area(f"{ink} hexagons", ink, masks[ink]) for ink in inks[1:]], 0.002)

    upright, beside, next_to = ("horizontal", "below", "below") if flat else ("vertical", "right of", "to the right of")
    one, two, three = inks
    prompt = roll.one(
        f"Regular hexagons with edges of {edge} pixels cover the whole image without gaps; two edges of each are "
        f"{upright}. One has its centre at row {row}, column {col} and is {one}; the one directly {next_to} it is {two}, "
        f"the next one {three}. Three hexagons that meet in a point always have three different colours, {one}, {two} "
        "and {three}.".replace("{three}", three),
        f"Tile the picture with regular hexagons in {one}, {two} and {three}, so that no two that share an edge have the "
        f"same colour. Their edges are {edge} px long, two of them {upright}. The centre of {an(one)} hexagon is at (row "
        f"{row}, column {col}), its neighbour directly {next_to} it is {two}, and the one after that {three}.",
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
        f"the top row {an(first)} tile begins at the left edge; in each further row the pattern is shifted {shift} pixels "
        "further to the right than in the row above, and goes on to the left as far as the edge.",
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


def bars(roll: Roll) -> Made:
    """A bar chart with axes and ticks."""
    unit, wide, gap = roll.number(8, 14), roll.number(10, 16), roll.number(6, 12)
    values = roll.some(roll.number(5, 7), *(n / 2 for n in range(2, 20)))
    top, left = 12 + 10 * unit, 30
    size = Size(top + 24, left + gap + len(values) * (wide + gap) + 14)

    def draw(
        canvas: Canvas,
        values: Sequence[float] = values,
        step: int = 2,
        unit: float = unit,
        wide: int = wide,
        low: bool = True,
    ) -> None:
        canvas.rect(12, left - 2, top + 2, left, 0).rect(top, left - 2, top + 2, size.cols - 8, 0)
        for value in range(0, 11, step):
            canvas.rect(top - unit * value, left - 8, top - unit * value + 2, left - 2, 0)
        for number, value in enumerate(values):
            place = left + gap + number * (wide + gap)
            start = top - unit * value if low else 12
            canvas.rect(start, place, top if low else 12 + unit * value, place + wide, 0)

    sketch = Sketch(size.rows, size.cols, 255, draw)

    def judge(checker: Checker) -> None:
        shape = (size.rows, size.cols)
        axes = rect_mask(shape, 12, left - 2, top + 2, left) | rect_mask(shape, top, left - 2, top + 2, size.cols - 8)
        ticks = [rect_mask(shape, top - unit * n, left - 8, top - unit * n + 2, left - 2) for n in range(0, 11, 2)]
        columns = []
        for number, value in enumerate(values):
            place = left + gap + number * (wide + gap)
            columns.append(rect_mask(shape, math.ceil(top - unit * value), place, top, place + wide))
        judge_plan(checker, "white", [Area("chart", "black", axes | union(shape, [*ticks, *columns]))])
        for number, mask in enumerate(ticks):
            found = float(checker.colour("black")[mask].mean())
            checker.at_least(f"tick_{number}", found, 0.4, f"share of tick {number} that is black")

    data = ", ".join(f"{value:g}" for value in values)
    frame = (
        f"the vertical axis in columns {left - 2} and {left - 1} from row 12 to row {top + 1}, the horizontal one in rows "
        f"{top} and {top + 1} from column {left - 2} to column {size.cols - 9}"
    )
    prompt = roll.one(
        f"A bar chart, black (0) on white (255), without words. Axes: {frame}. Value 0 lies at row {top}, and one unit is "
        f"{unit} pixels. For the values 0, 2, 4, 6, 8 and 10 there are ticks: 2 pixels thick, the upper of the two in the "
        f"value's row, in columns {left - 8} to {left - 3}. The bars show {data}, from left to right; they stand on the "
        f"horizontal axis, are {wide} pixels wide, and the first begins at column {left + gap}, each further one "
        f"{wide + gap} columns after the one before.",
        f"Plot {data} as black bars on white. Each bar is {wide} px wide and reaches from the horizontal axis up to its "
        f"value, {unit} px a unit, with 0 at row {top}. {gap} px lie between the vertical axis and the first bar, and as "
        f"many between two bars. The axes are black, too: {frame}. Left of the vertical axis, in columns {left - 8} to "
        f"{left - 3}, are ticks for 0, 2, 4, 6, 8, 10; each covers the row of its value and the next row below.",
    )
    other = [*values[1:], values[0]]
    return Made(
        prompt,
        size,
        Mode.GRAY,
        judge,
        sketch,
        {
            "in another order": lambda: sketch(values=other),
            "a tick for every value": lambda: sketch(step=1),
            "too few ticks": lambda: sketch(step=5),
            "upside down": lambda: sketch(low=False),
            "thin bars": lambda: sketch(wide=wide - 4),
            "another unit": lambda: sketch(unit=unit - 1.5),
        },
        {"almost black": lambda: np.maximum(sketch(), 20)},
    )


def stamp(roll: Roll) -> Made:
    """A sprite given as text, once as it is and once turned or mirrored."""
    rows, cols = roll.number(5, 7), roll.number(8, 10)
    side, gap = roll.number(6, 9), roll.number(8, 14)
    inks = roll.inks(3)
    lines = ["".join(roll.one(".", "1", "2", "3") for _ in range(cols)) for _ in range(rows)]
    how, moved = roll.one(
        ("turned a quarter clockwise", lambda grid: np.rot90(grid, -1)),
        ("turned a quarter counterclockwise", lambda grid: np.rot90(grid)),
        ("mirrored left to right", lambda grid: grid[:, ::-1]),
        ("turned upside down, by half a turn,", lambda grid: grid[::-1, ::-1]),
    )
    top, left = roll.number(6, 12), roll.number(6, 12)
    start = left + cols * side + gap
    size = Size(top + side * cols + 9, start + side * cols + 7)

    def draw(canvas: Canvas, lines: Sequence[str] = lines, swap: str = "", order: Sequence[str] = inks) -> None:
        grid = np.array([list(line) for line in lines])
        second = {"": moved(grid), "same": grid, "transposed": grid.T, "flipped": moved(grid)[::-1]}[swap]
        for place, picture in ((left, grid), (start, second)):
            for (i, j), key in np.ndenumerate(picture):
                if key != ".":
                    row, col = top + side * i, place + side * j
                    canvas.rect(row, col, row + side, col + side, INKS[order[int(key) - 1]])

    sketch = Sketch(size.rows, size.cols, INKS["white"], draw)

    def judge(checker: Checker) -> None:
        whole = np.full((size.rows, size.cols), ".")
        grid = np.array([list(line) for line in lines])
        for place, picture in ((left, grid), (start, moved(grid))):
            large = picture.repeat(side, 0).repeat(side, 1)
            whole[top : top + large.shape[0], place : place + large.shape[1]] = large
        areas = [Area(f"{ink} squares", ink, whole == str(number)) for number, ink in enumerate(inks, 1)]
        judge_plan(checker, "white", areas)

    text = "\n".join(lines)
    key = f"1 is {inks[0]}, 2 is {inks[1]}, 3 is {inks[2]}"
    prompt = roll.one(
        f"This text is a small picture; {key}, and a dot stays white:\n\n{text}\n\nPaint it on white, every character a "
        f"square of {side} x {side} pixels, with its top left corner at row {top}, column {left}. To the right of it "
        f"paint it once more, {how} in squares of the same size: the top left corner of that one, dots included, is at "
        f"row {top}, column {start}.",
        f"Paint this sprite twice on a white background, {side} px a character ({key}, dots are empty):\n\n{text}\n\nOnce "
        f"as it is, from row {top} and column {left} on. And once {how} so that its first row, empty or not, begins at "
        f"row {top} and its first column at column {start}.",
    )
    return Made(
        prompt,
        size,
        Mode.RGB,
        judge,
        sketch,
        {
            "twice the same": lambda: sketch(swap="same"),
            "transposed": lambda: sketch(swap="transposed"),
            "flipped": lambda: sketch(swap="flipped"),
            "colours exchanged": lambda: sketch(order=[*inks[1:], inks[0]]),
            "a line too low": lambda: sketch(lines=[lines[-1], *lines[:-1]]),
        },
        {"smooth": sketch.smooth},
    )


KINDS: tuple[Kind, ...] = (circles, hexagons, wall, bars, stamp)
