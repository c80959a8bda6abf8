"""Kinds of generated prompts for level 1: a single white shape on black."""

from __future__ import annotations

from chatimg_magic.bench.generator import Kind, Made, Roll, of_scenes
from chatimg_magic.bench.scene import Figure, Part, Scene, disc, rect, ring, triangle
from chatimg_magic.request import Size


def _white(size: Size, *figures: Figure) -> Scene:
    return Scene(size, "black", *(Part("shape", "white", figure) for figure in figures), gray=True)


def _black(size: Size, figure: Figure) -> Scene:
    return Scene(size, "white", Part("shape", "black", figure), gray=True)


def circle(roll: Roll) -> Made:
    """A filled circle with its centre and radius."""
    size = roll.sides(120, 200)
    radius = roll.number(18, 28)
    row = roll.number(radius + 8, size.rows - radius - 9)
    col = roll.number_but(radius + 8, size.cols - radius - 9, row, 9)
    prompt = roll.one(
        f"On a black background, one filled white circle. Its centre is at row {row}, column {col}, its radius "
        f"is {radius} pixels.",
        f"Black image with a solid white disc of radius {radius} px centred on x = {col}, y = {row} (y is counted "
        "downwards from the top edge).",
        f"A white ball, drawn flat as a filled circle with a diameter of {2 * radius} pixels, on pure black; the "
        f"middle of the circle is {row} pixels below the top edge and {col} pixels right of the left edge.",
    )
    return of_scenes(
        prompt,
        _white(size, disc(row, col, radius)),
        {
            "moved": _white(size, disc(row + 3, col - 3, radius)),
            "row and column exchanged": _white(size, disc(col, row, radius)),
            "radius as diameter": _white(size, disc(row, col, radius / 2)),
            "an outline": _white(size, ring(row, col, radius, radius - 3)),
            "inverted": _black(size, disc(row, col, radius)),
        },
        {
            "without its rim": _white(size, disc(row, col, radius - 0.01)),
            "half a pixel off": _white(size, disc(row - 0.5, col - 0.5, radius)),
        },
    )


def box(roll: Roll) -> Made:
    """A filled rectangle with its corner and sides."""
    size = roll.sides(96, 192)
    high = roll.number(20, size.rows // 2)
    wide = roll.number_but(20, size.cols // 2, high, 8)
    top, left = roll.number(6, size.rows - high - 6), roll.number(6, size.cols - wide - 6)
    prompt = roll.one(
        f"A white rectangle on black, {high} pixels high and {wide} pixels wide. Its top left corner is at row {top}, "
        f"column {left}.",
        f"Everything is black except a solid white rectangle: rows {top} to {top + high - 1} and columns {left} to "
        f"{left + wide - 1}, both ends included.",
        f"Draw one filled white rectangle, width {wide}, height {high}, whose upper left pixel is x = {left}, "
        f"y = {top}; the rest of the picture stays black.",
    )
    return of_scenes(
        prompt,
        _white(size, rect(top, left, high, wide)),
        {
            "width and height exchanged": _white(size, rect(top, left, wide, high)),
            "moved": _white(size, rect(top + 3, left + 3, high, wide)),
            "centred on its corner": _white(size, rect(top - high // 2, left - wide // 2, high, wide)),
            "too large": _white(size, rect(top, left, high + 4, wide + 4)),
            "inverted": _black(size, rect(top, left, high, wide)),
        },
    )


def hoop(roll: Roll) -> Made:
    """A ring with two radii."""
    size = roll.sides(136, 200)
    outer = roll.number(36, 50)
    inner = outer - roll.number(12, 18)
    row, col = roll.number(outer + 6, size.rows - outer - 7), roll.number(outer + 6, size.cols - outer - 7)
    prompt = roll.one(
        f"A white ring on black around row {row}, column {col}: it lies between the radii {inner} and {outer} pixels, "
        "and its inside is black again.",
        f"Black picture with a white ring. Outer radius {outer} px, inner radius {inner} px, centre at x = {col}, "
        f"y = {row}.",
    )
    return of_scenes(
        prompt,
        _white(size, ring(row, col, outer, inner)),
        {
            "filled": _white(size, disc(row, col, outer)),
            "thin": _white(size, ring(row, col, outer, outer - 3)),
            "moved": _white(size, ring(row - 3, col + 3, outer, inner)),
            "only the hole": _white(size, disc(row, col, inner)),
        },
    )


def plus(roll: Roll) -> Made:
    """A plus sign in the middle of an odd number of pixels."""
    side = roll.number(101, 161, 10)
    size = Size(side, side)
    arm, thick = roll.number(30, 44), 2 * roll.number(4, 8) + 1
    middle, half = side // 2, thick // 2
    flat = rect(middle - half, middle - arm, thick, 2 * arm + 1)
    upright = rect(middle - arm, middle - half, 2 * arm + 1, thick)
    prompt = roll.one(
        f"A white plus sign in the exact middle of a black image: two bars, each {thick} pixels thick and "
        f"{2 * arm + 1} pixels long, one horizontal, one vertical, crossing at their centres.",
        f"On black, an upright white cross whose two bars cross in the image's centre. From end to end each bar "
        f"measures {2 * arm + 1} px; the bars are {thick} px thick.",
    )
    thin = rect(middle - arm, middle - half // 2, 2 * arm + 1, half)
    return of_scenes(
        prompt,
        _white(size, flat, upright),
        {
            "only one bar": _white(size, flat),
            "one bar too thin": _white(size, flat, thin),
            "moved": _white(
                size,
                rect(middle - half + 2, middle - arm, thick, 2 * arm + 1),
                rect(middle - arm + 2, middle - half, 2 * arm + 1, thick),
            ),
            "half as long": _white(
                size,
                rect(middle - half, middle - arm // 2, thick, arm),
                rect(middle - arm // 2, middle - half, arm, thick),
            ),
            "filled": _white(size, rect(middle - arm, middle - arm, 2 * arm + 1, 2 * arm + 1)),
        },
    )


def wedge(roll: Roll) -> Made:
    """A right-angled triangle in a corner of the picture."""
    side = roll.number(96, 176, 8)
    size, leg = Size(side, side), roll.number(side // 2, side - 16)
    top, left = roll.one((True, True), (True, False), (False, True), (False, False))

    def cut(top: bool, left: bool, leg: int) -> Scene:
        row, col = (-0.5 if top else side - 0.5), (-0.5 if left else side - 0.5)
        down, right = (leg if top else -leg), (leg if left else -leg)
        return _white(size, triangle(row, col, down, right))

    where = f"{'top' if top else 'bottom'} {'left' if left else 'right'}"
    prompt = roll.one(
        f"The {where} corner of a black image is cut off by a white right-angled triangle: its right angle lies in "
        f"that corner, and both legs run {leg} pixels along the edges.",
        f"A solid white triangle fills the {where} corner of a black picture. Along each of the two edges that meet "
        f"there it is {leg} px long; its third side is a straight diagonal.",
    )
    return of_scenes(
        prompt,
        cut(top, left, leg),
        {
            "opposite corner": cut(not top, not left, leg),
            "neighbouring corner": cut(top, not left, leg),
            "too small": cut(top, left, leg - leg // 8),
            "a square": _white(size, rect(0 if top else side - leg, 0 if left else side - leg, leg, leg)),
        },
    )


KINDS: tuple[Kind, ...] = (circle, box, hoop, plus, wedge)
