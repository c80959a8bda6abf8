"""Level 6: curves that an equation or a motion describes."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage as ndi
from scipy.spatial import cKDTree

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, WHITE, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, ring_mask, stroke_mask, union
from chatimg_magic.bench.shapes import rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.plan import Point

UNIT = 40


def _at(x: float, y: float) -> Point:
    """Return row and column of a point of the plane."""
    return 150 - UNIT * y, 100 + UNIT * x


FIRST = (-1.5, math.sqrt(2.125))
SLOPE = (math.sqrt(2.125) - 1) / -1.5
THIRD = (SLOPE**2 + 1.5, SLOPE * (SLOPE**2 + 1.5) + 1)


@cache
def _distance() -> NDArray[np.float64]:
    """Return how far each pixel is from the nearest of many points of the curve."""
    x = np.linspace(-1.9, 2.9, 20001)
    square = x**3 - 3 * x + 1
    y = np.sqrt(square[square >= 0])
    right = np.tile(100 + UNIT * x[square >= 0], 2)
    curve = cKDTree(np.column_stack([150 - UNIT * np.concatenate([y, -y]), right]))
    found = curve.query(np.moveaxis(np.indices((290, 250)), 0, -1), distance_upper_bound=9)[0]
    found.flags.writeable = False
    return np.asarray(found)


def _judge_elliptic(check: Checker) -> None:
    shape = check.luma.shape
    row, col = np.indices(shape)
    line = abs(150 - row - SLOPE * (col - 100) - UNIT)
    areas = [
        Area("axes", "black", np.asarray((abs(row - 149.5) < 1) | (abs(col - 99.5) < 1))),
        Area("line", "blue", np.asarray(line / math.hypot(1, SLOPE) <= 1.6)),
        Area("curve", "red", np.asarray(_distance() <= 2)),
        Area("points", "green", union(shape, (exact_disc(shape, *_at(*point), 6) for point in (FIRST, (0, 1), THIRD)))),
    ]
    judge_plan(check, "white", areas)


def _elliptic(
    canvas: Canvas,
    upwards: int = 1,
    half: float = 2,
    uneven: bool = False,
    third: Point = THIRD,
    constant: float = 1,
    oval: bool = True,
    line: bool = True,
) -> None:
    """Measure the distance to the curve by the size of its equation's gradient, improved by two steps towards it."""
    rows, cols = canvas.row.shape
    canvas.rect(149, 0, 151, cols, BLACK).rect(0, 99, rows, 101, BLACK)
    if line:
        canvas.line(*_at(-6, upwards * (1 - 6 * SLOPE)), *_at(6, upwards * (1 + 6 * SLOPE)), 3, BLUE)
    x0, y0 = (canvas.col - 100) / UNIT, upwards * (150 - canvas.row) / UNIT
    x, y = x0.astype(float), y0.astype(float)
    for _ in range(1 if uneven else 10):
        value, down, right = y**2 - x**3 + 3 * x - constant, 2 * y, 3 - 3 * x**2
        steep = np.maximum(down**2 + right**2, 1e-9)
        behind = ((x0 - x) * right + (y0 - y) * down) / steep
        x, y = x0 - (behind + value / steep) * right, y0 - (behind + value / steep) * down
    distance = UNIT * np.hypot(x - x0, y - y0)
    on_curve = abs(y**2 - x**3 + 3 * x - constant) < 1e-3
    red = abs(y0**2 - x0**3 + 3 * x0 - constant) < 0.15 if uneven else (distance <= half) & on_curve
    canvas.paint(red & (oval | (x0 > 1)), RED)
    for place in (FIRST, (0.0, 1.0), third):
        row, col = _at(place[0], upwards * place[1])
        canvas.disc(row, col, 6, GREEN)


_ELLIPTIC = Sketch(290, 250, WHITE, _elliptic)


def _elliptic_by_dots() -> NDArray[np.uint8]:
    canvas = Canvas(290, 250, WHITE).rect(149, 0, 151, 250, BLACK).rect(0, 99, 290, 101, BLACK)
    for col in np.arange(0, 250, 0.25):
        canvas.disc(110 - SLOPE * (col - 100), col, 1.5, (30, 30, 255))
    for turn in np.linspace(-4, 4, 2000):
        for root in np.roots([1, 0, -3, 1 - turn**2]):
            if abs(root.imag) < 1e-9:
                row, col = round(150 - UNIT * turn), round(100 + UNIT * root.real)
                if -3 < row < 293 and -3 < col < 253:
                    canvas.pixels[max(row - 1, 0) : max(row + 2, 0), max(col - 1, 0) : max(col + 2, 0)] = (230, 0, 0)
    for place in (FIRST, (0, 1), THIRD):
        canvas.disc(*_at(*place), 6, (0, 140, 0))
    return canvas.pixels


ELLIPTIC = Spec(
    id="l6_elliptic_curve",
    level=6,
    prompt="Create an image with 290 rows and 250 columns of a plane with x to the right and y upwards, 40 pixels "
    "per unit, the origin at row 150, column 100, on white. Draw in this order: both axes as black lines across the "
    "whole image, 2 pixels thick (rows 149 and 150, columns 99 and 100). The straight line through the two points P "
    "and Q of the curve y^2 = x^3 - 3x + 1 with P at x = -1.5, y > 0 and Q at x = 0, y = 1, blue, 3 pixels thick, "
    "across the whole image. The curve itself with both of its parts, as far as it lies in the image, as a red line "
    "that is 4 pixels thick everywhere: those pixels whose distance from the curve is at most 2 pixels. Last, a "
    "filled green circle with a radius of 6 pixels on P, on Q and on the third point in which the straight line "
    "meets the curve.",
    size=Size(290, 250),
    mode=Mode.RGB,
    judge=_judge_elliptic,
    reference=_ELLIPTIC,
    equal={"smooth": _ELLIPTIC.smooth, "by_dots": _elliptic_by_dots},
    wrong={
        "y_downwards": lambda: _ELLIPTIC(upwards=-1),
        "uneven_line": lambda: _ELLIPTIC(uneven=True),
        "thick_line": lambda: _ELLIPTIC(half=4),
        "third_point_mirrored": lambda: _ELLIPTIC(third=(THIRD[0], -THIRD[1])),
        "no_oval": lambda: _ELLIPTIC(oval=False),
        "another_constant": lambda: _ELLIPTIC(constant=1.3),
        "no_straight_line": lambda: _ELLIPTIC(line=False),
    },
)

ROLLER, STARTS = 36.0, 40.0
TURNED = 1.5 * math.pi


def _judge_cycloid(check: Checker) -> None:
    shape = check.luma.shape
    angle = np.linspace(0, 4 * math.pi, 240)
    rows, cols = 160 - ROLLER * (1 - np.cos(angle)), STARTS + ROLLER * (angle - np.sin(angle))
    path = stroke_mask(shape, list(zip(rows, cols, strict=True)), 4)
    middle = (160 - ROLLER, STARTS + ROLLER * TURNED)
    end = (160 - ROLLER * (1 - math.cos(TURNED)), middle[1] - ROLLER * math.sin(TURNED))
    areas = [
        Area("ground", "black", rect_mask(shape, 160, 0, 164, shape[1])),
        Area("path", "red", path),
        Area("wheel", "blue", ring_mask(shape, *middle, ROLLER, 4)),
        Area("spoke", "blue", stroke_mask(shape, [middle, end], 4)),
        Area("point", "green", exact_disc(shape, *end, 6)),
    ]
    judge_plan(check, "white", areas)


def _cycloid(
    canvas: Canvas,
    turned: float = TURNED,
    radius: float = ROLLER,
    sense: int = 1,
    arm: float = 1,
    arches: float = 2,
    slip: float = 1,
    cusps: float = 160,
) -> None:
    """Measure how far each pixel is from points all along the path."""
    canvas.rect(160, 0, 164, canvas.row.shape[1], BLACK)

    def point(angle: float) -> Point:
        return (
            cusps - radius * (1 - arm * math.cos(angle)),
            STARTS + radius * (slip * angle - sense * arm * math.sin(angle)),
        )

    path = cKDTree([point(angle) for angle in np.linspace(0, arches * 2 * math.pi, 2000)])
    away = path.query(np.stack([canvas.row, canvas.col], axis=-1), distance_upper_bound=3)[0]
    canvas.paint(away <= 2, RED)
    middle, end = (cusps - radius, STARTS + radius * slip * turned), point(turned)
    canvas.ring(*middle, radius + 2, 4, BLUE).line(*middle, *end, 4, BLUE).disc(*end, 6, GREEN)


_CYCLOID = Sketch(190, 530, WHITE, _cycloid)


def _cycloid_by_height() -> NDArray[np.uint8]:
    """Take the path as a function of the row, arch by arch, and thicken it."""
    fine = np.zeros((190 * 4, 530 * 4), bool)
    for place in np.linspace(0, 1, 20001):
        turn = math.acos(1 - 2 * place)
        row, half = 160 - 72 * place, 36 * (turn - math.sin(turn))
        for col in (40 + half, 40 + 72 * math.pi - half, 40 + 72 * math.pi + half, 40 + 144 * math.pi - half):
            fine[round(4 * row + 1.5), round(4 * col + 1.5)] = True
    near = ndi.distance_transform_edt(~fine) <= 8
    canvas = Canvas(190, 530, WHITE).rect(160, 0, 164, 530, BLACK)
    canvas.paint(near.reshape(190, 4, 530, 4).mean((1, 3)) >= 0.5, (210, 20, 20))
    row, col = 124, 40 + 54 * math.pi
    canvas.paint(abs(canvas.distance(row, col) - 36) <= 2, BLUE)
    return canvas.rect(122, col, 126, col + 36, BLUE).disc(124, col + 36, 6, (0, 150, 0)).pixels


CYCLOID = Spec(
    id="l6_rolling_wheel",
    level=6,
    prompt="Create an image with 190 rows and 530 columns on white. The ground is a black bar across the whole width "
    "in rows 160 to 163. A wheel with a radius of 36 pixels rolls on it from left to right without slipping; the "
    "wheel's lowest point is always at row 160. A point on its rim touches the ground at column 40 when the wheel "
    "starts. Draw the path of this point during two full turns of the wheel as a red line 4 pixels thick (2 on "
    "either side of the path). Then draw the wheel as it stands after exactly three quarters of the first turn: its "
    "rim as a blue circle line 4 pixels thick (2 on either side of the radius), a blue spoke 4 pixels thick from its "
    "centre to the point on the rim, and last the point itself as a filled green circle with a radius of 6 pixels. "
    "Red lies over black, blue over red, green over everything.",
    size=Size(190, 530),
    mode=Mode.RGB,
    judge=_judge_cycloid,
    reference=_CYCLOID,
    equal={"smooth": _CYCLOID.smooth, "by_height": _cycloid_by_height},
    wrong={
        "after_a_quarter": lambda: _CYCLOID(turned=math.pi / 2),
        "turns_the_other_way": lambda: _CYCLOID(sense=-1),
        "small_wheel": lambda: _CYCLOID(radius=33.0),
        "point_within_the_wheel": lambda: _CYCLOID(arm=0.8),
        "one_turn": lambda: _CYCLOID(arches=1),
        "slipping": lambda: _CYCLOID(slip=0.9),
        "a_bit_too_far": lambda: _CYCLOID(turned=TURNED + 0.3),
        "too_high": lambda: _CYCLOID(cusps=156),
    },
)

SPECS = (ELLIPTIC, CYCLOID)
