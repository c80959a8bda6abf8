"""Kinds of generated prompts for level 4: patterns and gradients."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.generator import Kind, Made, Roll, an, of_scenes
from chatimg_magic.bench.scene import Part, Scene, disc, rect
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Places = Sequence[tuple[float, float]]

WORST_STEP = 6
"""How far a value of a gradient may be off, 0 to 255; a ramp that leaves its last value out still fits."""


def stripes(roll: Roll) -> Made:
    """Equal stripes of two or three colours in turn."""
    kinds, repeat = roll.one((2, 4), (2, 3), (3, 2), (3, 3))
    thick = roll.number(10, 18)
    count, across = kinds * repeat, roll.number(80, 144, 8)
    inks = roll.inks(kinds)
    flat = roll.one(True, False)
    size = Size(count * thick, across) if flat else Size(across, count * thick)

    def scene(inks: Sequence[str] = inks, thick: int = thick, flat: bool = flat) -> Scene:
        bands = range(0, size.rows if flat else size.cols, thick)
        figures = [rect(at, 0, thick, size.cols) if flat else rect(0, at, size.rows, thick) for at in bands]
        parts = [Part("stripe", inks[n % len(inks)], figure) for n, figure in enumerate(figures)]
        return Scene(size, parts[-1].colour, *parts[:-1])

    order = ", ".join(inks)
    direction, start = ("horizontal", "top") if flat else ("vertical", "left")
    prompt = roll.one(
        f"{count} {direction} stripes, each {thick} pixels thick, fill the image. From the {start} edge the colours "
        f"are {order}, and then the same again until the end.",
        f"Cover the picture with {direction} bands of {thick} px in the repeating order {order}, beginning at the "
        f"{start}; that makes {count} bands.",
    )
    return of_scenes(
        prompt,
        scene(),
        {
            "begins with another colour": scene([*inks[1:], inks[0]]),
            "the other direction": scene(flat=not flat),
            "half as thick": scene(thick=thick // 2),
            "a bit too thick": scene(thick=thick + 3),
        },
    )


def board(roll: Roll) -> Made:
    """Two colours in turn, like a chessboard."""
    cell = roll.number(10, 18)
    down = roll.number(4, 7)
    right = roll.number_but(4, 8, down, 1)
    first, second = roll.inks(2)
    size = Size(down * cell, right * cell)

    def scene(cell: int = cell, first: str = first, second: str = second, bands: bool = False) -> Scene:
        places = product(range(math.ceil(size.rows / cell)), range(math.ceil(size.cols / cell)))
        seen = [(row, col) for row, col in places if (row if bands else row + col) % 2]
        figures = [rect(cell * row, cell * col, cell, cell) for row, col in seen]
        return Scene(size, first, *(Part("field", second, figure) for figure in figures))

    prompt = roll.one(
        f"A checkered pattern of {down} rows and {right} columns of squares, {cell} pixels each, {first} and {second} "
        f"in turn; the square in the top left corner is {first}.",
        f"Like a chessboard, but {right} squares wide, {down} squares high, in {first} and {second}. Every square "
        f"measures {cell} by {cell} px. Start with {first} at the upper left.",
    )
    return of_scenes(
        prompt,
        scene(),
        {
            "colours exchanged": scene(first=second, second=first),
            "twice as large": scene(2 * cell),
            "half as large": scene(cell // 2),
            "stripes": scene(bands=True),
            "a bit too small": scene(cell - 2),
        },
    )


def ramp(roll: Roll) -> Made:
    """A linear grey gradient."""
    size = roll.sides(72, 160)
    flat, rising = roll.one(True, False), roll.one(True, False)

    def paint(flat: bool = flat, rising: bool = rising, top: float = 255, power: float = 1, end: int = 1) -> Pixels:
        length = size.cols if flat else size.rows
        values = (np.arange(length) / (length - end)) ** power * top
        values = values if rising else 255 - values
        lines = np.broadcast_to(values if flat else values[:, None], (size.rows, size.cols))
        return np.rint(lines).astype(np.uint8)

    first, last = ("left", "right") if flat else ("top", "bottom")
    dark, bright = (first, last) if rising else (last, first)
    prompt = roll.one(
        f"A smooth linear gradient in grey: black (0) at the {dark} edge, white (255) at the {bright} edge, and "
        "nothing else.",
        f"The brightness grows evenly from 0 at the {dark} edge to 255 at the {bright} edge of the image.",
    )
    wanted = paint().astype(float)

    def judge(checker: Checker) -> None:
        checker.at_most(
            "worst", float(np.abs(checker.luma - wanted).max()), WORST_STEP, "largest difference in brightness"
        )

    return Made(
        prompt,
        size,
        Mode.GRAY,
        judge,
        paint,
        {
            "reversed": lambda: paint(rising=not rising),
            "the other direction": lambda: paint(not flat),
            "half the range": lambda: paint(top=127),
            "not linear": lambda: paint(power=1.5),
            "in steps": lambda: np.asarray(paint() // 32 * 32, np.uint8),
        },
        {"the last value left out": lambda: paint(end=0)},
    )


def blend(roll: Roll) -> Made:
    """A linear gradient between two colours."""
    size = roll.sides(72, 160)
    flat = roll.one(True, False)
    levels = roll.one(
        ((255, 0, 0), (0, 0, 255)), ((255, 255, 0), (255, 0, 0)), ((0, 0, 0), (0, 200, 255)),
        ((20, 60, 140), (250, 220, 130)), ((255, 255, 255), (0, 120, 40)),
    )  # fmt: skip
    first, last = np.array(levels[:: roll.one(1, -1)])

    def paint(flat: bool = flat, reverse: bool = False, end: int = 1, power: float = 1) -> Pixels:
        length = size.cols if flat else size.rows
        shares = (np.arange(length) / (length - end)) ** power
        values = first + (last - first) * (shares[::-1] if reverse else shares)[:, None]
        lines = np.broadcast_to(values if flat else values[:, None], (size.rows, size.cols, 3))
        return np.asarray(np.rint(lines), dtype=np.uint8)

    start, stop = ("left", "right") if flat else ("top", "bottom")
    low, high = tuple(map(int, first)), tuple(map(int, last))
    prompt = roll.one(
        f"A linear colour gradient over the whole image: RGB {low} along the {start} edge, RGB {high} along the {stop} "
        "edge, evenly mixed between them.",
        f"Blend evenly from the colour {low} at the {start} to the colour {high} at the {stop}; red, green and blue "
        "each change linearly.",
    )
    wanted = paint().astype(float)

    def judge(checker: Checker) -> None:
        checker.at_most(
            "worst", float(np.abs(checker.pixels - wanted).max()), WORST_STEP, "largest difference in a channel"
        )

    return Made(
        prompt,
        size,
        Mode.RGB,
        judge,
        paint,
        {
            "reversed": lambda: paint(reverse=True),
            "the other direction": lambda: paint(not flat),
            "two halves": lambda: paint(power=1000),
            "not linear": lambda: paint(power=1.5),
            "red and blue exchanged": lambda: np.ascontiguousarray(paint()[..., ::-1]),
        },
        {"the last value left out": lambda: paint(end=0)},
    )


def target(roll: Roll) -> Made:
    """Concentric rings of two colours in turn."""
    count, thick = roll.number(3, 5), roll.number(12, 16)
    inner, outer = roll.inks(2)
    back = roll.back()
    middle = count * thick + roll.number(5, 12)
    side = 2 * middle + 1

    def scene(count: int = count, thick: int = thick, inner: str = inner, outer: str = outer, off: int = 0) -> Scene:
        rings = [
            Part("ring", (inner, outer)[n % 2], disc(middle + off, middle - off, (n + 1) * thick))
            for n in reversed(range(count))
        ]
        return Scene(Size(side, side), back, *rings)

    prompt = roll.one(
        f"A target in the middle of a {back} picture: {an(inner)} disc of radius {thick}, and around it rings that are "
        f"{thick} pixels thick, {outer} and {inner} in turn, so that the whole target has a radius of {count * thick} "
        "pixels.",
        f"{count} circles inside each other, all centred on row {middle}, column {middle}, on {back}. Their radii are "
        f"{', '.join(str(thick * (n + 1)) for n in range(count))} px. The innermost area is {inner}, the next one "
        f"{outer}, and so on by turns.",
    )
    return of_scenes(
        prompt,
        scene(),
        {
            "colours exchanged": scene(inner=outer, outer=inner),
            "one ring too few": scene(count - 1),
            "too thin": scene(thick=thick - 3),
            "moved": scene(off=3),
            "filled": scene(inner=outer, outer=outer),
        },
    )


KINDS: tuple[Kind, ...] = (stripes, board, ramp, blend, target)
