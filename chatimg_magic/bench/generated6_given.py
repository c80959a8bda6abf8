"""Kinds of generated prompts for level 6 that hold data: numbers for a chart, text for a sprite."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from chatimg_magic.bench.canvas import Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.generator import Made, Roll
from chatimg_magic.bench.plan import Area, judge_plan, union
from chatimg_magic.bench.scene import INKS
from chatimg_magic.bench.shapes import rect_mask
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
        for tick in range(0, 11, step):
            canvas.rect(top - unit * tick, left - 8, top - unit * tick + 2, left - 2, 0)
        for number, value in enumerate(values):
            place = left + gap + number * (wide + gap)
            high = top - unit * value if low else 12
            canvas.rect(high, place, top if low else 12 + unit * value, place + wide, 0)

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
        f"the vertical axis in columns {left - 2} and {left - 1} from row 12 to row {top + 1}, the horizontal one in "
        f"rows {top} and {top + 1} from column {left - 2} to column {size.cols - 9}"
    )
    prompt = roll.one(
        f"A bar chart, black (0) on white (255), without words. Axes: {frame}. Value 0 lies at row {top}, and one unit "
        f"is {unit} pixels. For the values 0, 2, 4, 6, 8 and 10 there are ticks: 2 pixels thick, the upper of the two "
        f"in the value's row, in columns {left - 8} to {left - 3}. The bars show {data}, from left to right; they "
        f"stand on the horizontal axis, are {wide} pixels wide, and the first begins at column {left + gap}, each "
        f"further one {wide + gap} columns after the one before.",
        f"Plot {data} as bars, all in black on white. Each bar is {wide} px wide and reaches from the horizontal axis "
        f"up to its value, {unit} px per unit, with 0 at row {top}. {gap} px lie between the vertical axis and the "
        f"first bar, and as many between two bars. Axes: {frame}. Left of the vertical axis, in columns {left - 8} "
        f"to {left - 3}, are ticks for 0, 2, 4, 6, 8, 10; each covers the row of its value and the next row below.",
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
    how, quarters = roll.one(
        ("turned a quarter clockwise,", -1), ("turned a quarter counterclockwise,", 1),
        ("turned by half a turn,", 2), ("mirrored left to right,", 0),
    )  # fmt: skip

    def moved(grid: NDArray[Any]) -> NDArray[Any]:
        return np.rot90(grid, quarters) if quarters else grid[:, ::-1]

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
        f"This text is a small picture; {key}, and a dot stays white:\n\n{text}\n\nPaint it on white, every character "
        f"a square of {side} x {side} pixels, with its top left corner at row {top}, column {left}. To the right of it "
        f"paint it once more, {how} in squares of the same size: the top left corner of that one, dots included, is at "
        f"row {top}, column {start}.",
        f"Paint this sprite twice on a white background, {side} px a character ({key}, dots are "
        f"empty):\n\n{text}\n\nOnce as it is, from row {top} and column {left} on. And once {how} so that its first "
        f"row, empty or not, begins at row {top} and its first column at column {start}.",
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
