"""Level 6: circles and squares that touch, found from what is given."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, ring_mask, stroke_mask, union
from chatimg_magic.bench.shapes import polygon_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.plan import Point

CORNERS = (30.0, 90.0), (225.0, 40.0), (190.0, 270.0)


def _around(points: tuple[Point, ...]) -> tuple[Point, float]:
    """Return centre and radius of the circle through three points."""
    (row, col), *others = points
    sides = np.array([(r - row, c - col) for r, c in others])
    down, right = np.linalg.solve(2 * sides, (sides**2).sum(1))
    return (row + down, col + right), math.hypot(down, right)


def _touching(corners: tuple[Point, ...] = CORNERS) -> tuple[Point, ...]:
    """Return where the inscribed circle touches: as far from a corner as half the sides there, less half the other."""
    a, b, c = corners
    ab, bc, ca = math.dist(a, b), math.dist(b, c), math.dist(c, a)
    shares = (a, b, (ab + ca - bc) / 2 / ab), (b, c, (ab + bc - ca) / 2 / bc), (c, a, (bc + ca - ab) / 2 / ca)
    return tuple((p[0] + s * (q[0] - p[0]), p[1] + s * (q[1] - p[1])) for p, q, s in shares)


def _judge_incircle(check: Checker) -> None:
    shape, touching = check.luma.shape, _touching()
    dots = union(shape, (exact_disc(shape, *point, 6) for point in touching))
    (inner, radius), (outer, wide) = _around(touching), _around(CORNERS)
    areas = [
        Area("triangle", "yellow", polygon_mask(shape, CORNERS)),
        Area("inscribed circle", "blue", exact_disc(shape, *inner, radius)),
        Area("outer circle", "black", ring_mask(shape, *outer, wide, 4)),
        Area("dots", "red", dots),
    ]
    judge_plan(check, "white", areas)


def _incircle(
    canvas: Canvas,
    corners: tuple[Point, ...] = CORNERS,
    centre: str = "incentre",
    scale: float = 1,
    dots: str = "touching",
    wide: float = 4,
    outer: str = "corners",
) -> None:
    a, b, c = (np.array(corner) for corner in corners)
    sides = np.array([math.dist(b, c), math.dist(c, a), math.dist(a, b)])
    weights = sides if centre == "incentre" else np.ones(3)
    middle = (weights[:, None] * (a, b, c)).sum(0) / weights.sum()
    feet = []
    for one, other in ((a, b), (b, c), (c, a)):
        along = other - one
        share = ((middle - one) @ along) / (along @ along) if dots == "touching" else 0.5
        feet.append(one + share * along)
    radius = scale * min(math.dist(middle, foot) for foot in feet)
    canvas.polygon(corners, YELLOW).disc(*middle, radius, BLUE)
    about, reach = _around(corners)
    if outer == "centroid":
        about = tuple((a + b + c) / 3)
    canvas.ring(*about, reach + wide / 2, wide, BLACK).discs([(foot[0], foot[1]) for foot in feet], 6, RED)


_INCIRCLE = Sketch(290, 320, WHITE, _incircle)

INCIRCLE = Spec(
    id="l6_incircle",
    level=6,
    prompt="Create an image with 290 rows and 320 columns on white. Fill the triangle with the corners (row, column) = "
    "(30, 90), (225, 40) and (190, 270) in yellow. Fill its inscribed circle, the one that touches all three sides "
    "from inside, in blue. Draw the circle through the three corners as a black line 4 pixels thick (2 on either side "
    "of the exact circle). Last, put a filled red circle with a radius of 6 pixels on each of the three points where "
    "the inscribed circle touches a side.",
    size=Size(290, 320),
    mode=Mode.RGB,
    judge=_judge_incircle,
    reference=_INCIRCLE,
    equal={"smooth": _INCIRCLE.smooth, "shade": lambda: np.where(_INCIRCLE() == 220, 235, _INCIRCLE())},
    wrong={
        "centred_on_the_centroid": lambda: _INCIRCLE(centre="centroid"),
        "too_small": lambda: _INCIRCLE(scale=0.93),
        "dots_in_the_middle_of_the_sides": lambda: _INCIRCLE(dots="middle"),
        "rows_and_columns_exchanged": lambda: _INCIRCLE(corners=tuple((c, r) for r, c in CORNERS)),
        "thin_circle": lambda: _INCIRCLE(wide=1),
        "outer_circle_about_the_centroid": lambda: _INCIRCLE(outer="centroid"),
    },
)

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
        canvas.line(*start, *stop, thick, BLACK)
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
    prompt="Create an image with 200 rows and 340 columns of a crossed belt drive on white. The left pulley is a filled "
    "red circle with centre (row 110, column 90) and radius 60, the right one a filled blue circle with centre (row "
    "80, column 260) and radius 35. A taut belt, a black line 4 pixels thick whose middle lies exactly on the rims, "
    "runs around the far sides of both pulleys and crosses itself once between them, so that they turn in opposite "
    "directions: its two straight pieces touch each pulley without cutting it. Where no belt lies on a rim, no line "
    "is drawn.",
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


def _three(radii: tuple[float, ...] = RADII, corner: Point = RED_CENTRE, below: int = 1) -> list[Point]:
    """Return the centres of three circles that touch: the second to the right of the first, the third below."""
    a, b, c = radii
    right = ((a + c) ** 2 - (b + c) ** 2 + (a + b) ** 2) / (2 * (a + b))
    down = below * math.sqrt((a + c) ** 2 - right**2)
    return [corner, (corner[0], corner[1] + a + b), (corner[0] + down, corner[1] + right)]


def _kissing(radii: tuple[float, ...], centres: list[Point], sign: int) -> tuple[Point, float]:
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


def _searched(sign: int) -> tuple[Point, float]:
    """Find the same circle by Newton's method."""
    middle, radius = np.mean(_three(), axis=0), 10.0 if sign > 0 else 130.0
    for _ in range(60):
        away = middle - _three()
        distance = np.hypot(*away.T)
        wrong = distance - (radius + np.array(RADII) if sign > 0 else radius - np.array(RADII))
        step = np.linalg.solve(np.column_stack([away / distance[:, None], -np.ones(3)]), wrong)
        middle, radius = middle - step[:2], radius - step[2]
    return (float(middle[0]), float(middle[1])), float(radius)


def _judge_kissing(check: Checker) -> None:
    shape, centres = check.luma.shape, _three()
    (around, reach), (gap, small) = _searched(-1), _searched(1)
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
    centres = _three(radii, below=below)
    (around, reach), (gap, inner) = _kissing(radii, centres, -1), _kissing(radii, centres, 1)
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
    prompt="Create an image with 310 rows and 300 columns on black. Three filled circles touch each other from outside: "
    "a red one with radius 70 and its centre at row 130, column 92; a green one with radius 60 whose centre lies in "
    "the same row, to the right; a blue one with radius 50 below, which touches both. Behind them lies a white disc "
    "that encloses them and is touched from inside by all three. In the gap between the three lies a yellow disc that "
    "touches all three from outside.",
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

P, Q = (205.0, 120.0), (185.0, 240.0)
"""Ends of the longest side, left and right."""


def _square(one: Point, other: Point) -> list[Point]:
    """Return the square to the right of somebody who walks from one point to another, rows growing downwards."""
    down, right = other[0] - one[0], other[1] - one[1]
    return [one, other, (other[0] + right, other[1] - down), (one[0] + right, one[1] - down)]


def _judge_euclid(check: Checker) -> None:
    shape = check.luma.shape
    unit = complex(Q[1] - P[1], Q[0] - P[0])
    start = complex(P[1], P[0])
    corner = start + unit * complex(16, -12) / 25
    foot = start + unit * 16 / 25

    def area(what: str, colour: str, *corners: complex) -> Area:
        return Area(what, colour, polygon_mask(shape, [(z.imag, z.real) for z in corners]))

    longer, shorter = corner - start, start + unit - corner
    areas = [
        area("square on PR", "red", start, corner, corner - 1j * longer, start - 1j * longer),
        area("square on RQ", "blue", corner, start + unit, start + unit - 1j * shorter, corner - 1j * shorter),
        area("left rectangle", "red", start, foot, foot + 1j * unit, start + 1j * unit),
        area("right rectangle", "blue", foot, start + unit, start + unit + 1j * unit, foot + 1j * unit),
        area("triangle", "yellow", start, start + unit, corner),
    ]
    judge_plan(check, "white", areas)


def _euclid(
    canvas: Canvas,
    legs: tuple[float, float] = (4, 3),
    share: float = 0.64,
    inks: tuple[str, ...] = ("red", "blue"),
    inward: bool = False,
    above: int = 1,
) -> None:
    p, q = np.array(P), np.array(Q)
    along = q - p
    upward = above * np.array([-along[1], along[0]])
    total = legs[0] ** 2 + legs[1] ** 2
    r = p + along * legs[0] ** 2 / total + upward * legs[0] * legs[1] / total
    first, second = ({"red": RED, "blue": BLUE}[ink] for ink in inks)
    cut = p + along * share
    for (one, other), ink in (((r, p), first), ((q, r), second)):
        canvas.polygon(_square(tuple(other), tuple(one)) if inward else _square(tuple(one), tuple(other)), ink)
    down = np.array([along[1], -along[0]])
    canvas.polygon([tuple(p), tuple(cut), tuple(cut + down), tuple(p + down)], first)
    canvas.polygon([tuple(cut), tuple(q), tuple(q + down), tuple(cut + down)], second)
    canvas.polygon([tuple(p), tuple(q), tuple(r)], YELLOW)


_EUCLID = Sketch(340, 350, WHITE, _euclid)


def _euclid_by_pillow() -> NDArray[np.uint8]:
    sheet = Image.new("RGB", (350, 340), "white")
    pen = ImageDraw.Draw(sheet)
    turned = math.atan2(-20, 120)

    def at(x: float, y: float) -> tuple[float, float]:
        """Return column and row of a point, in fifths of the longest side from P along it and away above it."""
        unit = math.hypot(20, 120) / 25
        return (
            120 + unit * (x * math.cos(turned) + y * math.sin(turned)),
            205 + unit * (x * math.sin(turned) - y * math.cos(turned)),
        )

    pen.polygon([at(0, 0), at(16, 12), at(4, 28), at(-12, 16)], "#c80000")
    pen.polygon([at(25, 0), at(37, 9), at(28, 21), at(16, 12)], "#0028dc")
    pen.polygon([at(0, 0), at(16, 0), at(16, -25), at(0, -25)], "#c80000")
    pen.polygon([at(16, 0), at(25, 0), at(25, -25), at(16, -25)], "#0028dc")
    pen.polygon([at(0, 0), at(25, 0), at(16, 12)], "#f0e000")
    return np.asarray(sheet)


EUCLID = Spec(
    id="l6_euclid",
    level=6,
    prompt="Create an image with 340 rows and 350 columns that shows Euclid's proof of the theorem of Pythagoras, on "
    "white. The triangle PQR is filled yellow: P is at row 205, column 120, Q at row 185, column 240, R lies above PQ, "
    "the right angle is at R, and the sides are to each other as PR : RQ : PQ = 4 : 3 : 5. On each of its three sides "
    "stands a square, outside the triangle. That on PR is red, that on RQ blue. The straight line through R at a "
    "right angle to PQ cuts the square on PQ into two rectangles: the one at P is red, the one at Q blue. No lines "
    "are drawn.",
    size=Size(340, 350),
    mode=Mode.RGB,
    judge=_judge_euclid,
    reference=_EUCLID,
    equal={"smooth": _EUCLID.smooth, "pillow": _euclid_by_pillow},
    wrong={
        "legs_exchanged": lambda: _EUCLID(legs=(3, 4), share=0.36),
        "cut_in_half": lambda: _EUCLID(share=0.5),
        "cut_as_4_to_3": lambda: _EUCLID(share=4 / 7),
        "not_cut": lambda: _EUCLID(share=1),
        "colours_exchanged": lambda: _EUCLID(inks=("blue", "red")),
        "inwards": lambda: _EUCLID(inward=True),
        "triangle_below": lambda: _EUCLID(above=-1),
        "equal_legs": lambda: _EUCLID(legs=(1, 1), share=0.5),
    },
)

SPECS = (INCIRCLE, BELT, KISSING, EUCLID)
