"""A plan says which colour each pixel of a picture has; a picture may be one pixel off at every edge."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import disc_mask, polygon_mask

if TYPE_CHECKING:
    from chatimg_magic.bench.shapes import Mask

Point = tuple[float, float]

MISSING, ASTRAY = 0.002, 0.0004
THICKER, WIDER = 0.8, 1.05
"""How many pixels a line, and anything larger, may have more or less for each pixel of its edge."""
BULKY = 5
"""A thing with so many times as many pixels as its edge is no line."""


@dataclass(frozen=True, eq=False)
class Area:
    """What has one colour.

    Attributes
    ----------
    what : its name in a verdict.
    colour : a colour's name, see :data:`chatimg_magic.bench.checking.COLOURS`.
    mask : its pixels, (rows, cols); later areas lie over them.
    """

    what: str
    colour: str
    mask: Mask


def judge_plan(
    check: Checker, back: str, areas: Sequence[Area], astray: float = ASTRAY, missing: float = MISSING
) -> None:
    """Require every area, and the background around them, where it is and nowhere else.

    Up to one pixel from where two colours meet a pixel may have any colour, as smooth edges do; but every pixel of an
    area has its colour at most one pixel away, and no colour covers much more or less than it should.

    Parameters
    ----------
    check : the picture.
    back : the background's colour.
    areas : from back to front.
    astray : share of an area's pixels that may have another colour away from its edge.
    missing : share of an area's pixels that its colour may be far from, such as those of thin tips.
    """
    everything = [Area("background", back, np.ones(check.luma.shape, bool)), *areas]
    owner = np.zeros(check.luma.shape, int)
    for number, area in enumerate(everything):
        owner[area.mask] = number
    wanted = {area.colour: np.zeros(owner.shape, bool) for area in everything}
    for number, area in enumerate(everything):
        wanted[area.colour] |= owner == number
    found = {colour: check.colour(colour) for colour in wanted}
    close = {colour: near(mask) for colour, mask in found.items()}
    inner = {colour: ~near(~mask) for colour, mask in wanted.items()}
    for number, area in enumerate(everything):
        colour, seen = area.colour, owner == number
        far = int((seen & ~close[colour]).sum())
        limit = max(3, round(missing * int(seen.sum())))
        check.at_most(f"{area.what}_missing", far, limit, f"pixels of the {area.what} far from all {colour}:")
        within = seen & inner[colour]
        wrong = int((within & ~found[colour]).sum())
        limit = max(2, round(astray * int(within.sum())))
        check.at_most(f"{area.what}_colour", wrong, limit, f"pixels inside the {area.what} that are not {colour}:")
    for colour, mask in wanted.items():
        edge, seen_area, area_wanted = int((mask & ~inner[colour]).sum()), int(found[colour].sum()), int(mask.sum())
        most = (WIDER if area_wanted > BULKY * edge else THICKER) * edge + 2
        what = f"{seen_area} pixels are {colour} instead of {area_wanted}, a difference of"
        check.at_most(f"{colour}_area", abs(seen_area - area_wanted), most, what)


def near(mask: Mask) -> Mask:
    """Return the pixels of a mask and their neighbours, diagonal ones too."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    both = grown.copy()
    both[:, 1:] |= grown[:, :-1]
    both[:, :-1] |= grown[:, 1:]
    return both


def exact_disc(shape: tuple[int, int], row: float, col: float, radius: float) -> Mask:
    """Return a filled circle, between those that count whole pixels and those that count half ones."""
    return disc_mask(shape, row, col, radius - 0.35)


def ring_mask(shape: tuple[int, int], row: float, col: float, radius: float, thickness: float) -> Mask:
    """Return a circle's line, as thick on both sides of the radius."""
    half = thickness / 2
    return exact_disc(shape, row, col, radius + half) & ~exact_disc(shape, row, col, radius - half)


def stroke_mask(shape: tuple[int, int], points: Sequence[Point], thickness: float, *, round_ends: bool = True) -> Mask:
    """Return a line through points, with round corners."""
    mask = np.zeros(shape, bool)
    for one, other in pairwise(points):
        along = math.dist(one, other)
        down, right = (thickness / 2 * (b - a) / along for a, b in zip(one, other, strict=True))
        corners = [(one[0] - right, one[1] + down), (one[0] + right, one[1] - down)]
        corners += [(other[0] + right, other[1] - down), (other[0] - right, other[1] + down)]
        mask |= polygon_mask(shape, corners)
    return mask | union(shape, (exact_disc(shape, *point, thickness / 2) for point in points if round_ends))


def union(shape: tuple[int, int], masks: Iterable[Mask]) -> Mask:
    """Return what is in any of several masks."""
    mask = np.zeros(shape, bool)
    for one in masks:
        mask |= one
    return mask
