"""Level 6: data on axes with ticks."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, WHITE, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, near, stroke_mask, union
from chatimg_magic.bench.shapes import rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.shapes import Mask

VALUES = (3, 12, 5, 40, 180, 75, 620, 300)


def _judge_plot(check: Checker) -> None:
    shape = check.luma.shape

    def row_of(value: float) -> float:
        return 200 - 60 * math.log10(value)

    points = [(row_of(value), 50.0 + 32 * number) for number, value in enumerate(VALUES, 1)]
    ticks: list[Mask] = [rect_mask(shape, 20, 48, 203, 51), rect_mask(shape, 200, 48, 203, 321)]
    for power in range(4):
        row = 200 - 60 * power
        ticks.append(rect_mask(shape, row - 1, 38, row + 2, 48))
        for digit in range(2, 10) if power < 3 else ():
            row = round(row_of(digit * 10**power))
            ticks.append(rect_mask(shape, row, 43, row + 1, 48))
    ticks += [rect_mask(shape, 203, 50 + 32 * number - 1, 211, 50 + 32 * number + 2) for number in range(1, 9)]
    lines = union(
        shape,
        (rect_mask(shape, round(row_of(10**power)), 51, round(row_of(10**power)) + 1, 321) for power in (1, 2, 3)),
    )
    bars = union(
        shape,
        (
            rect_mask(shape, round(points[n][0]), round(points[n][1]) - 1, 200, round(points[n][1]) + 2)
            for n in range(8)
        ),
    )
    areas = [
        Area("grid lines", "grey", lines),
        Area("axes and ticks", "black", union(shape, ticks)),
        Area("stems", "green", bars),
        Area("line", "blue", stroke_mask(shape, points, 3)),
        Area("points", "red", union(shape, (exact_disc(shape, *point, 4) for point in points))),
    ]
    judge_plan(check, "white", areas)
    for number, mask in enumerate(ticks):
        missing = int((mask & ~near(check.colour("black"))).sum())
        check.at_most(f"tick_{number}", missing, 1, f"pixels of axis or tick {number} that are not black:")


def _plot(
    canvas: Canvas,
    values: tuple[float, ...] = VALUES,
    linear: bool = False,
    minor: str = "log",
    majors: int = 4,
    grid: bool = True,
    stems: bool = True,
    joined: bool = True,
    first: int = 1,
    upwards: bool = True,
) -> None:
    def row_of(value: float) -> float:
        share = value / 1000 if linear else math.log10(value) / 3
        return 200 - 180 * share if upwards else 20 + 180 * share

    if grid:
        for value in (10, 100, 1000):
            canvas.rect(round(row_of(value)), 51, round(row_of(value)) + 1, 321, (160, 160, 160))
    canvas.rect(20, 48, 203, 51, BLACK).rect(200, 48, 203, 321, BLACK)
    for power in range(majors):
        row = round(row_of(10**power))
        canvas.rect(row - 1, 38, row + 2, 48, BLACK)
        for digit in range(2, 10):
            if minor == "log" and power < 3:
                row = round(row_of(digit * 10**power))
            elif minor == "even" and power < 3:
                row = round(200 - 60 * (power + (digit - 1) / 9))
            else:
                continue
            canvas.rect(row, 43, row + 1, 48, BLACK)
    for number in range(1, 9):
        canvas.rect(203, 50 + 32 * number - 1, 211, 50 + 32 * number + 2, BLACK)
    places = [(row_of(value), 50.0 + 32 * number) for number, value in enumerate(values, first)]
    for top, col in places:
        if stems:
            canvas.rect(top, col - 1, 200, col + 2, GREEN)
    for one, other in pairwise(places):
        if joined:
            canvas.line(*one, *other, 3, BLUE)
    canvas.discs(places, 4, RED)


_PLOT = Sketch(220, 330, WHITE, _plot)


def _plot_by_pillow() -> NDArray[np.uint8]:
    sheet = Image.new("RGB", (330, 220), "white")
    pen = ImageDraw.Draw(sheet)
    for power in range(4):
        row = 200 - 60 * power
        if power:
            pen.line([51, row, 320, row], "#a0a0a0")
        pen.rectangle([38, row - 1, 47, row + 1], "black")
        for digit in range(2, 10) if power < 3 else ():
            pen.line([43, int(row - 60 * math.log10(digit)), 47, int(row - 60 * math.log10(digit))], "black")
    pen.rectangle([48, 20, 50, 202], "black")
    pen.rectangle([48, 200, 320, 202], "black")
    places = [(82 + 32 * number, 200 - 60 * math.log10(value)) for number, value in enumerate(VALUES)]
    for x, y in places:
        pen.rectangle([x - 1, 203, x + 1, 210], "black")
        pen.rectangle([x - 1, y, x + 1, 199], "#008c00")
    pen.line(places, "#0000e0", 3)
    for x, y in places:
        pen.ellipse([x - 4, y - 4, x + 4, y + 4], "#d00000")
    return np.asarray(sheet)


PLOT = Spec(
    id="l6_log_plot",
    level=6,
    prompt="Create an image with 220 rows and 330 columns of a plot with a logarithmic vertical axis, on white, "
    "without words. The value 1 lies at row 200, 1000 at row 20, and equal factors are equally far apart. Draw in "
    "this order: grey (160, 160, 160) horizontal grid lines, 1 pixel thick, at the values 10, 100 and 1000, from "
    "column 51 to column 320. The axes, black: the vertical one in columns 48 to 50 from row 20 to row 202, the "
    "horizontal one in rows 200 to 202 from column 48 to column 320. Black ticks at the values 1, 10, 100 and 1000: "
    "3 pixels thick, in the value's row and the rows above and below it, columns 38 to 47. Black ticks at 2, 3, ... "
    "9, 20, 30, ... 90, 200, 300, ... 900: 1 pixel thick, columns 43 to 47. Black ticks for the points 1 to 8 below "
    "the horizontal axis, rows 203 to 210, 3 pixels thick, the middle of that of point n in column 50 + 32n. The "
    "data of the points 1 to 8 are 3, 12, 5, 40, 180, 75, 620, 300; point n lies in column 50 + 32n. From every "
    "point a green (0, 140, 0) stem, 3 pixels wide, leads down to row 199. A blue line, 3 pixels thick, joins each "
    "point to the next one. Last, every point is a filled red circle with a radius of 4 pixels. Round rows to the "
    "nearest whole number where needed.",
    size=Size(220, 330),
    mode=Mode.RGB,
    judge=_judge_plot,
    reference=_PLOT,
    equal={"pillow": _plot_by_pillow, "shades": lambda: np.where(_PLOT() == 255, 250, _PLOT())},
    wrong={
        "linear": lambda: _PLOT(linear=True),
        "even_ticks": lambda: _PLOT(minor="even"),
        "no_small_ticks": lambda: _PLOT(minor="none"),
        "no_last_tick": lambda: _PLOT(majors=3),
        "no_grid": lambda: _PLOT(grid=False),
        "no_stems": lambda: _PLOT(stems=False),
        "not_joined": lambda: _PLOT(joined=False),
        "one_column_too_early": lambda: _PLOT(first=0),
        "one_value_wrong": lambda: _PLOT(values=(3, 12, 5, 40, 180, 75, 520, 300)),
        "upside_down": lambda: _PLOT(upwards=False),
    },
)

SPECS = (PLOT,)
