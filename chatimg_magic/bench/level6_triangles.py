"""Level 6: circles and squares on the sides of triangles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, BLUE, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, ring_mask, union
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
    canvas.polygon(corners, YELLOW).disc(middle[0], middle[1], radius, BLUE)
    about, reach = _around(corners)
    if outer == "centroid":
        about = tuple((a + b + c) / 3)
    canvas.ring(*about, reach + wide / 2, wide, BLACK).discs([(foot[0], foot[1]) for foot in feet], 6, RED)


_INCIRCLE = Sketch(290, 320, WHITE, _incircle)

INCIRCLE = Spec(
    id="l6_incircle",
    level=6,
    prompt="Create an image with 290 rows and 320 columns on white. Fill the triangle with the corners (row, column) "
    "= (30, 90), (225, 40) and (190, 270) in yellow. Fill its inscribed circle, the one that touches all three sides "
    "from inside, in blue. Draw the circle through the three corners as a black line 4 pixels thick (2 on either "
    "side of the exact circle). Last, put a filled red circle with a radius of 6 pixels on each of the three points "
    "where the inscribed circle touches a side.",
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
        area("larger square", "red", start, corner, corner - 1j * longer, start - 1j * longer),
        area("smaller square", "blue", corner, start + unit, start + unit - 1j * shorter, corner - 1j * shorter),
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
    "white. The triangle PQR is filled yellow: P is at row 205, column 120, Q at row 185, column 240, R lies above "
    "PQ, the right angle is at R, and the sides are to each other as PR : RQ : PQ = 4 : 3 : 5. On each of its three "
    "sides stands a square, outside the triangle. That on PR is red, that on RQ blue. The straight line through R at "
    "a right angle to PQ cuts the square on PQ into two rectangles: the one at P is red, the one at Q blue. No lines "
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

SPECS = (INCIRCLE, EUCLID)
