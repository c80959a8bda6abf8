"""Kinds of generated prompts for level 3: counting and relations."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.generator import Kind, Made, Roll, an, of_scenes
from chatimg_magic.bench.scene import INKS, Part, Scene, disc, rect
from chatimg_magic.bench.shapes import Blob, blobs, grown, is_disc, is_square, share
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Places = Sequence[tuple[float, float]]

NUMBERS = "zero one two three four five six seven eight nine".split()


def beads(roll: Roll) -> Made:
    """So many circles in a straight line."""
    count, radius = roll.number(3, 6), roll.number(12, 15)
    gap = 2 * radius + roll.number(6, 12)
    long, across = gap * (count + 1) + 8, roll.number(80, 112, 8)
    level, start = roll.number(radius + 8, across // 2 - 6), radius + roll.number(5, 10)
    colour, back = roll.inks(1)[0], roll.back()
    flat = roll.one(True, False)
    size = Size(across, long) if flat else Size(long, across)

    def scene(count: int = count, gap: int = gap, level: int = level, start: int = start) -> Scene:
        places = [start + gap * number for number in range(count)]
        figures = [disc(level, place, radius) if flat else disc(place, level, radius) for place in places]
        return Scene(size, back, *(Part("dot", colour, figure) for figure in figures))

    line, first, step = ("row", "column", "to the right") if flat else ("column", "row", "further down")
    prompt = roll.one(
        f"{NUMBERS[count].capitalize()} filled {colour} circles of radius {radius} on {back}, all with their centres "
        f"in {line} {level}. The first centre is in {first} {start}, each next one {gap} pixels {step}.",
        f"A string of {count} {colour} dots on a {back} background. Each dot has a radius of {radius} px. Every centre "
        f"lies in {line} {level}; the {first}s of the centres are "
        f"{', '.join(str(start + gap * number) for number in range(count))}.",
    )
    return of_scenes(
        prompt,
        scene(),
        {
            "one too few": scene(count - 1),
            "one too many": scene(count + 1),
            "too close": scene(gap=gap - 4),
            "on another line": scene(level=level + 4),
            "from the edge": scene(start=0),
        },
    )


def tray(roll: Roll) -> Made:
    """Rows and columns of squares."""
    down = roll.number(2, 4)
    right = roll.number_but(2, 5, down, 1)
    side = roll.number(12, 16)
    gap = side + roll.number(6, 10)
    top, left = roll.number(4, 9), roll.number(10, 16)
    size = Size(5 * gap + 24, 5 * gap + 24)
    colour, back = roll.inks(1)[0], roll.back()

    def scene(down: int = down, right: int = right, side: int = side, gap: int = gap, skip: int = -1) -> Scene:
        places = [place for n, place in enumerate(product(range(down), range(right))) if n != skip]
        return Scene(
            size,
            back,
            *(Part("square", colour, rect(top + gap * row, left + gap * col, side, side)) for row, col in places),
        )

    prompt = roll.one(
        f"A grid of {colour} squares on {back}: {down} rows of {right} squares. Each is {side} by {side} pixels, the "
        f"first one's top left corner is at row {top}, column {left}, and from one corner to the next it is {gap} "
        "pixels in both directions.",
        f"On a {back} background, {down * right} equal {colour} squares (side {side} px) stand in {right} columns and "
        f"{down} rows. Left edges: x = {left} + {gap}·i; upper edges: y = {top} + {gap}·k, counting i and k from 0.",
    )
    return of_scenes(
        prompt,
        scene(),
        {
            "rows and columns exchanged": scene(right, down),
            "one is missing": scene(skip=down * right // 2),
            "one row too many": scene(down + 1),
            "without gaps": scene(gap=side),
            "too small": scene(side=side - 3),
        },
    )


def scattered(roll: Roll) -> Made:
    """A number of separate circles, anywhere."""
    count, radius = roll.number(3, 8), roll.number(6, 9)
    side = roll.number(112, 160, 8)
    colour, other = roll.inks(2)
    back = roll.back()
    prompt = roll.one(
        f"Exactly {NUMBERS[count]} {colour} dots, each with a radius of {radius} pixels, on {back}. Put them where you "
        "like, but no dot touches another one or the edge of the image.",
        f"Scatter {count} filled {colour} circles, {2 * radius} px in diameter, over a {back} image. They must be "
        "complete and clearly apart from each other.",
    )
    step = side / 3
    cells = [(step * (row + 0.5), step * (col + 0.5)) for row, col in product(range(3), repeat=2)]

    def paint(places: Places, colour: str = colour, radius: float = radius) -> Pixels:
        return Canvas(side, side, INKS[back]).discs(places, radius, INKS[colour]).pixels

    def judge(checker: Checker) -> None:
        found = blobs(checker.colour(colour))
        if checker.equals("count", len(found), count, f"separate {colour} shapes"):
            checker.all_discs("circles", found, 0.15)
            wanted = math.pi * (radius + 0.25) ** 2
            off = max(abs(blob.area / wanted - 1) for blob in found)
            checker.at_most("area", off, 0.2, f"largest difference to {wanted:.0f} px")
            checker.at_least("inside", min(_margin(blob) for blob in found), 1, "pixels to the edge")
        _plain(checker, back, checker.colour(colour))

    shifted = [(row + 3, col - 2) for row, col in reversed(cells)]
    touching = [*cells[: count - 1], (cells[0][0], cells[0][1] + 1.5 * radius)]
    return Made(
        prompt,
        Size(side, side),
        Mode.RGB,
        judge,
        lambda: paint(cells[:count]),
        {
            "one too few": lambda: paint(cells[: count - 1]),
            "one too many": lambda: paint(cells[: count + 1]),
            "two overlap": lambda: paint(touching),
            "another colour": lambda: paint(cells[:count], other),
            "twice as large": lambda: paint(cells[:count], radius=1.5 * radius),
            "cut off": lambda: paint([(0, step / 2), *cells[1:count]]),
        },
        {"elsewhere": lambda: paint(shifted[:count])},
    )


def beside(roll: Roll) -> Made:
    """A circle and a square, one above or left of the other; all else is free."""
    side = roll.number(120, 184, 8)
    round_, square = roll.inks(2)
    back = roll.back()
    upright, disc_first = roll.one(True, False), roll.one(True, False)
    word = {
        (True, True): "above",
        (True, False): "below",
        (False, True): "to the left of",
        (False, False): "to the right of",
    }
    where, inverse = word[upright, disc_first], word[upright, not disc_first]
    prompt = roll.one(
        f"A filled {round_} circle {where} a filled {square} square on a {back} background. They do not touch, and "
        "each is at least a sixth of the picture wide.",
        f"On {back}, two solid shapes: {an(square)} square {inverse} {an(round_)} disc, with some {back} between them. "
        "Both measure at least one sixth of the image's width.",
    )

    def paint(
        disc_at: float, square_at: float, sway: float = 0.5, upright: bool = upright, swap: bool = False
    ) -> Pixels:
        reach, centre = side / 8, side * sway
        disc_row, disc_col = (side * disc_at, centre) if upright else (centre, side * disc_at)
        row, col = (side * square_at, centre) if upright else (centre, side * square_at)
        inks = (square, round_) if swap else (round_, square)
        canvas = Canvas(side, side, INKS[back]).disc(disc_row, disc_col, reach, INKS[inks[0]])
        return canvas.rect(row - reach, col - reach, row + reach, col + reach, INKS[inks[1]]).pixels

    def judge(checker: Checker) -> None:
        discs, squares = blobs(checker.colour(round_)), blobs(checker.colour(square))
        one = checker.equals("one_circle", len(discs), 1, f"{round_} shapes")
        if not (checker.equals("one_square", len(squares), 1, f"{square} shapes") and one):
            return
        checker.equals("circle", is_disc(discs[0]), True, f"the {round_} shape is a filled circle:")
        checker.equals("square", is_square(squares[0]), True, f"the {square} shape is a filled square:")
        for blob in (discs[0], squares[0]):
            checker.at_least("size", blob.width, side / 6 - 1, "pixels wide")
        before, after = (discs[0], squares[0]) if disc_first else (squares[0], discs[0])
        gap = after.top - before.bottom if upright else after.left - before.right
        checker.at_least("order", gap, 1, f"gap where the circle is {where} the square")
        off = abs(before.col - after.col) if upright else abs(before.row - after.row)
        checker.at_most("side_by_side", off, side / 4, "pixels that their middles are apart across")
        _plain(checker, back, discs[0].mask | squares[0].mask)

    low, high = (0.25, 0.72) if disc_first else (0.72, 0.25)
    return Made(
        prompt,
        Size(side, side),
        Mode.RGB,
        judge,
        lambda: paint(low, high),
        {
            "the other way round": lambda: paint(high, low),
            "the other direction": lambda: paint(low, high, upright=not upright),
            "colours exchanged": lambda: paint(low, high, swap=True),
            "they overlap": lambda: paint((2 * low + high) / 3, (low + 2 * high) / 3 - (high - low) / 10),
            "only one": lambda: Canvas(side, side, INKS[back]).disc(side / 2, side / 3, side / 8, INKS[round_]).pixels,
        },
        {"off the middle": lambda: paint(low, high, 0.35)},
    )


def columns(roll: Roll) -> Made:
    """Bars of given heights that stand on the lower edge."""
    count, wide = roll.number(3, 5), roll.number(14, 20)
    gap, left = roll.number(5, 10), roll.number(6, 12)
    rows = roll.number(96, 128, 8)
    heights = roll.some(count, *range(20, rows - 10, 9))
    size = Size(rows, left + count * (wide + gap) + 12)
    colour, back = roll.inks(1)[0], roll.back()

    def scene(heights: Sequence[int], hanging: bool = False, gap: int = gap) -> Scene:
        tops = [0 if hanging else rows - height for height in heights]
        bars = [rect(top, left + n * (wide + gap), heights[n], wide) for n, top in enumerate(tops)]
        return Scene(size, back, *(Part("bar", colour, bar) for bar in bars))

    known = ", ".join(map(str, heights[:-1])) + f" and {heights[-1]}"
    prompt = roll.one(
        f"A bar chart without axes: {NUMBERS[count]} {colour} bars on {back}, standing on the bottom edge. From left "
        f"to right they are {known} pixels high. Each is {wide} pixels wide, the first begins at column {left}, and "
        f"there are {gap} pixels between neighbours.",
        f"{back.capitalize()} background. {count} {colour} columns rise from the lower edge with heights of {known} "
        f"px, in this order from the left. Width {wide} px each, gaps of {gap} px, left edge of the first one at x "
        f"= {left}.",
    )
    return of_scenes(
        prompt,
        scene(heights),
        {
            "hanging from the top": scene(heights, hanging=True),
            "in the opposite order": scene([*reversed(heights)]),
            "all of one height": scene([max(heights)] * count),
            "one is missing": scene(heights[:-1]),
            "without gaps": scene(heights, gap=0),
            "one is wrong": scene([*heights[:-1], heights[-1] + (12 if heights[-1] < rows // 2 else -12)]),
        },
    )


def _margin(blob: Blob) -> int:
    """Return how many pixels are between a shape and the nearest edge of the picture."""
    rows, cols = blob.canvas
    return min(blob.top, blob.left, rows - blob.bottom, cols - blob.right)


def _plain(checker: Checker, back: str, shapes: NDArray[np.bool_]) -> None:
    """Require the background's colour everywhere but for the shapes and the pixels next to them."""
    found = share(checker.colour(back)[~grown(shapes, 2)])
    checker.at_least("background", found, 0.98, f"share of the rest that is {back}")


KINDS: tuple[Kind, ...] = (beads, tray, scattered, beside, columns)
