"""Level 6: circles that touch, and what runs around them."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, ring_mask, stroke_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from chatimg_magic.bench.plan import Point

LEFT, RIGHT = ((110.0, 90.0), 60.0), ((80.0, 260.0), 35.0)


def _judge_belt(check: Checker) -> None:
    shape = check.luma.shape
    row, col = np.indices(shape)
    belt = np.zeros(shape, bool)
    (one, wide), (other, narrow) = LEFT, RIGHT
    toward = math.atan2(other[0] - one[0], other[1] - one[1])
    opening = math.acos((wide + narrow) / math.dist(one, other))
    ends: list[list[Point]] = []
    for (middle, radius), heading in ((LEFT, toward), (RIGHT, toward + math.pi)):
        angle = np.arctan2(row - middle[0], col - middle[1]) - heading
        belt |= ring_mask(shape, *middle, radius, 4) & (np.cos(angle) <= math.cos(opening))
        turns = heading - opening, heading + opening
        ends.append([(middle[0] + radius * math.sin(turn), middle[1] + radius * math.cos(turn)) for turn in turns])
    for start, stop in zip(*ends, strict=True):
        belt |= stroke_mask(shape, [start, stop], 4)
    areas = [
        Area("left pulley", "red", exact_disc(shape, *one, wide)),
        Area("right pulley", "blue", exact_disc(shape, *other, narrow)),
        Area("belt", "black", belt),
    ]
    judge_plan(check, "white", areas)


def _belt(
    canvas: Canvas, crossed: bool = True, around: bool = False, thick: float = 4, first: str = "tangent", both: int = 2
) -> None:
    """Walk along the belt, dot by dot: out on one side, around the pulley, back on the other."""
    (one, wide), (other, narrow) = LEFT, RIGHT
    canvas.disc(*one, wide, RED).disc(*other, narrow, BLUE)
    unit = np.subtract(other, one) / math.dist(one, other)
    side = np.array([unit[1], -unit[0]])
    sine = (wide + (narrow if crossed else -narrow)) / math.dist(one, other) if first == "tangent" else 0.0
    for sign in (1, -1)[:both]:
        normal = sine * unit + sign * math.sqrt(1 - sine * sine) * side
        start, stop = one + wide * normal, np.array(other) + (-narrow if crossed else narrow) * normal
        canvas.line(start[0], start[1], stop[0], stop[1], thick, BLACK)
    opening = math.acos(sine)
    behind = opening if crossed else math.pi - opening
    for middle, radius, toward, least in ((one, wide, unit, opening), (other, narrow, -unit, behind)):
        cosine = (canvas.row - middle[0]) * toward[0] + (canvas.col - middle[1]) * toward[1]
        distance = canvas.distance(*middle)
        arc = (abs(distance - radius) <= thick / 2) & (around | (cosine <= math.cos(least) * distance))
        canvas.paint(arc, BLACK)


_BELT = Sketch(200, 340, WHITE, _belt)

BELT = Spec(
    id="l6_belt",
    level=6,
    prompt="Create an image with 200 rows and 340 columns of a crossed belt drive on white. The left pulley is a "
    "filled red circle with centre (row 110, column 90) and radius 60, the right one a filled blue circle with "
    "centre (row 80, column 260) and radius 35. A taut belt, a black line 4 pixels thick whose middle lies exactly "
    "on the rims, runs around the far sides of both pulleys and crosses itself once between them, so that they turn "
    "in opposite directions: its two straight pieces touch each pulley without cutting it. Where no belt lies on a "
    "rim, no line is drawn.",
    size=Size(200, 340),
    mode=Mode.RGB,
    judge=_judge_belt,
    reference=_BELT,
    equal={"smooth": _BELT.smooth, "three_thick": lambda: _BELT.smooth(thick=3.6)},
    wrong={
        "open_belt": lambda: _BELT(crossed=False),
        "all_around_the_rims": lambda: _BELT(around=True),
        "from_the_tops": lambda: _BELT(first="top"),
        "too_thick": lambda: _BELT(thick=9),
        "one_straight_piece": lambda: _BELT(both=1),
    },
)

RADII = (70.0, 60.0, 50.0)
RED_CENTRE = (130.0, 92.0)


def touching(radii: tuple[float, ...] = RADII, corner: Point = RED_CENTRE, below: int = 1) -> list[Point]:
    """Return the centres of three circles that touch: the second to the right of the first, the third below."""
    a, b, c = radii
    right = ((a + c) ** 2 - (b + c) ** 2 + (a + b) ** 2) / (2 * (a + b))
    down = below * math.sqrt((a + c) ** 2 - right**2)
    return [corner, (corner[0], corner[1] + a + b), (corner[0] + down, corner[1] + right)]


def kissing(radii: tuple[float, ...], centres: list[Point], sign: int) -> tuple[Point, float]:
    """Return the circle that touches three others, by Descartes' theorem; ``sign`` -1 is the one around them."""
    bends = [1 / radius for radius in radii]
    places = [complex(col, row) for row, col in centres]
    pairs = list(combinations(range(3), 2))
    bend = sum(bends) + sign * 2 * math.sqrt(sum(bends[i] * bends[j] for i, j in pairs))
    root = np.sqrt(sum(bends[i] * bends[j] * places[i] * places[j] for i, j in pairs))
    flat = sum(k * z for k, z in zip(bends, places, strict=True))
    middles = [(flat + turn * root) / bend for turn in (2, -2)]

    def off(middle: complex) -> float:
        return sum(abs(abs(middle - z) - abs(1 / bend + r)) for z, r in zip(places, radii, strict=True))

    middle = min(middles, key=off)
    return (float(middle.imag), float(middle.real)), abs(1 / bend)


def searched(radii: tuple[float, ...], centres: list[Point], sign: int) -> tuple[Point, float]:
    """Find the same circle by Newton's method."""
    sizes = np.array(radii)
    middle, radius = np.mean(centres, axis=0), sizes.mean() * (0.2 if sign > 0 else 2.2)
    for _ in range(60):
        away = middle - centres
        distance = np.hypot(*away.T)
        wrong = distance - (radius + sizes if sign > 0 else radius - sizes)
        step = np.linalg.solve(np.column_stack([away / distance[:, None], -np.ones(3)]), wrong)
        middle, radius = middle - step[:2], radius - step[2]
    return (float(middle[0]), float(middle[1])), float(radius)


def _judge_kissing(check: Checker) -> None:
    shape, centres = check.luma.shape, touching()
    (around, reach), (gap, small) = searched(RADII, centres, -1), searched(RADII, centres, 1)
    areas = [Area("large circle", "white", exact_disc(shape, *around, reach))]
    for colour, centre, radius in zip(("red", "green", "blue"), centres, RADII, strict=True):
        areas.append(Area(f"{colour} circle", colour, exact_disc(shape, *centre, radius)))
    areas.append(Area("small circle", "yellow", exact_disc(shape, *gap, small)))
    judge_plan(check, "black", areas)


def _kiss(
    canvas: Canvas,
    radii: tuple[float, ...] = RADII,
    below: int = 1,
    small: float = 1,
    large: float = 1,
    mean: bool = False,
) -> None:
    centres = touching(radii, below=below)
    (around, reach), (gap, inner) = kissing(radii, centres, -1), kissing(radii, centres, 1)
    if mean:
        around = gap = tuple(np.mean(centres, axis=0))
    canvas.disc(*around, reach * large, WHITE)
    for colour, centre, radius in zip((RED, GREEN, BLUE), centres, radii, strict=True):
        canvas.disc(*centre, radius, colour)
    canvas.disc(*gap, inner * small, YELLOW)


_KISS = Sketch(310, 300, BLACK, _kiss)

KISSING = Spec(
    id="l6_kissing_circles",
    level=6,
    prompt="Create an image with 310 rows and 300 columns on black. Three filled circles touch each other from "
    "outside: a red one with radius 70 and its centre at row 130, column 92; a green one with radius 60 whose centre "
    "lies in the same row, to the right; a blue one with radius 50 below, which touches both. Behind them lies a "
    "white disc that encloses them and is touched from inside by all three. In the gap between the three lies a "
    "yellow disc that touches all three from outside.",
    size=Size(310, 300),
    mode=Mode.RGB,
    judge=_judge_kissing,
    reference=_KISS,
    equal={"smooth": _KISS.smooth, "other_shades": lambda: np.where(_KISS.smooth() > 250, 245, _KISS.smooth())},
    wrong={
        "about_the_mean_of_the_centres": lambda: _KISS(mean=True),
        "green_and_blue_exchanged_radii": lambda: _KISS(radii=(70.0, 50.0, 60.0)),
        "blue_above": lambda: _KISS(below=-1),
        "small_one_too_small": lambda: _KISS(small=0.6),
        "large_one_too_large": lambda: _KISS(large=1.03),
        "small_one_is_missing": lambda: _KISS(small=0),
    },
)

SPECS = (BELT, KISSING)
