"""Kinds of generated prompts for level 2: colour, size and position."""

from __future__ import annotations

from chatimg_magic.bench.generator import Kind, Made, Roll, an, of_scenes
from chatimg_magic.bench.scene import Figure, Part, Scene, disc, rect


def spot(roll: Roll) -> Made:
    """A coloured circle or square in the middle of an edge's half."""
    size, back = roll.sides(128, 208), roll.back()
    colour, other = roll.inks(2)
    reach = roll.number(18, 26)
    row = roll.number(reach + 6, size.rows - reach - 7)
    col = roll.number_but(reach + 6, size.cols - reach - 7, row, 9)
    round_ = roll.one(True, False)

    def scene(row: int, col: int, reach: float, colour: str = colour, back: str = back, round_: bool = round_) -> Scene:
        whole = round(2 * reach) + 1
        figure = disc(row, col, reach) if round_ else rect(row - whole // 2, col - whole // 2, whole, whole)
        return Scene(size, back, Part("shape", colour, figure))

    if round_:
        prompt = roll.one(
            f"One {colour} dot with radius {reach} on a {back} background; the dot's centre is at row {row} and "
            f"column {col}.",
            f"Paint the image {back}. Then add a filled {colour} circle, {2 * reach} pixels across, around the point "
            f"x = {col}, y = {row}.",
        )
    else:
        prompt = roll.one(
            f"One {colour} square of {2 * reach + 1} by {2 * reach + 1} pixels on a {back} background; its central "
            f"pixel is at row {row} and column {col}.",
            f"Paint the image {back}. Then add a filled {colour} square around the pixel x = {col}, y = {row}: its "
            f"side is {2 * reach + 1} pixels long.",
        )
    return of_scenes(
        prompt,
        scene(row, col, reach),
        {
            "another colour": scene(row, col, reach, other),
            "another background": scene(row, col, reach, back="white" if back == "black" else "black"),
            "another shape": scene(row, col, reach, round_=not round_),
            "row and column exchanged": scene(col, row, reach),
            "half the size": scene(row, col, reach / 2),
            "moved": scene(row - 3, col + 2, reach),
        },
    )


def corner(roll: Roll) -> Made:
    """A coloured square that sits in one corner, and a smaller one in the corner across."""
    size = roll.sides(96, 176)
    large, small = roll.number(32, 44), roll.number(16, 24)
    first, second, back = roll.inks(3)
    top, left = roll.one((True, True), (True, False), (False, True), (False, False))

    def at(top: bool, left: bool, side: int) -> Figure:
        return rect(0 if top else size.rows - side, 0 if left else size.cols - side, side, side)

    def scene(one: Figure, two: Figure, first: str = first, second: str = second) -> Scene:
        return Scene(size, back, Part("large square", first, one), Part("small square", second, two))

    def name(top: bool, left: bool) -> str:
        return f"{'top' if top else 'bottom'} {'left' if left else 'right'}"

    near, far = name(top, left), name(not top, not left)
    prompt = roll.one(
        f"The background is {back}. One {first} square with sides of {large} px sits flush in the {near} corner, "
        f"{an(second)} one with sides of {small} px flush in the {far} corner.",
        f"Two squares on {back}, each pushed right into a corner of the image so that it touches both edges: {near} "
        f"{an(first)} one, {large} pixels wide, and {far} {an(second)} one, {small} pixels wide.",
    )
    here, there = at(top, left, large), at(not top, not left, small)
    return of_scenes(
        prompt,
        scene(here, there),
        {
            "colours exchanged": scene(here, there, second, first),
            "corners exchanged": scene(at(not top, not left, large), at(top, left, small)),
            "the other two corners": scene(at(not top, left, large), at(top, not left, small)),
            "sizes exchanged": scene(at(top, left, small), at(not top, not left, large)),
            "one is missing": Scene(size, back, Part("large square", first, here)),
        },
    )


def split(roll: Roll) -> Made:
    """Two plain areas with a straight border."""
    size = roll.sides(96, 176)
    first, second = roll.inks(2)
    by_rows = roll.one(True, False)
    whole = size.rows if by_rows else size.cols
    cut = roll.number_but(whole // 5, whole - whole // 5, whole // 2, 6)

    def scene(cut: int, first: str = first, second: str = second, by_rows: bool = by_rows) -> Scene:
        area = rect(0, 0, cut, size.cols) if by_rows else rect(0, 0, size.rows, cut)
        return Scene(size, second, Part("first area", first, area))

    lines, here, beyond = ("rows", "top", "below") if by_rows else ("columns", "left", "to the right of")
    prompt = roll.one(
        f"The {cut} {lines} at the {here} are {first}; everything {beyond} them is {second}.",
        f"Two plain areas with a straight border: {first} in the first {cut} {lines} counted from the {here} edge, "
        f"{second} in the remaining {whole - cut} {lines}.",
    )
    return of_scenes(
        prompt,
        scene(cut),
        {
            "colours exchanged": scene(cut, second, first),
            "the other direction": scene(cut, by_rows=not by_rows),
            "counted from the other edge": scene(whole - cut),
            "in the middle": scene(whole // 2),
            "too far": scene(cut + max(4, whole // 12)),
        },
    )


def border(roll: Roll) -> Made:
    """A coloured frame around a plain field."""
    size = roll.sides(96, 176)
    frame, field = roll.inks(2)
    thick = roll.number(9, 16)

    def scene(top: int, left: int, bottom: int, right: int, frame: str = frame, field: str = field) -> Scene:
        inside = rect(top, left, size.rows - top - bottom, size.cols - left - right)
        return Scene(size, frame, Part("field", field, inside))

    prompt = roll.one(
        f"One {field} field with {an(frame)} frame all around it, {thick} pixels thick on each side; the frame reaches "
        "the edges of the image.",
        f"Fill the picture with {field} and draw a border in {frame} along all four edges. It is {thick} px wide "
        "everywhere.",
    )
    return of_scenes(
        prompt,
        scene(thick, thick, thick, thick),
        {
            "colours exchanged": scene(thick, thick, thick, thick, field, frame),
            "twice as thick": scene(*(2 * thick,) * 4),
            "one side is missing": scene(thick, thick, thick, 0),
            "a thin line": scene(2, 2, 2, 2),
        },
    )


def pair(roll: Roll) -> Made:
    """A circle and a rectangle with exact places, one colour each."""
    size = roll.sides(160, 208)
    back = roll.back()
    one, two = roll.inks(2)
    radius = roll.number(18, 24)
    high, wide = roll.number(20, 28), roll.number(36, 48)
    row, col = roll.number(30, 44), roll.number(30, size.cols - 31)
    top, left = roll.number(84, size.rows - high - 6), roll.number(6, size.cols - wide - 6)

    def scene(round_: Figure, box: Figure, one: str = one, two: str = two) -> Scene:
        return Scene(size, back, Part("circle", one, round_), Part("rectangle", two, box))

    prompt = roll.one(
        f"On {back}: a filled {one} circle, radius {radius}, centre at row {row}, column {col}; and a filled {two} "
        f"rectangle, {high} rows high and {wide} columns wide, whose top left corner is at row {top}, column {left}.",
        f"Two shapes on a {back} background. The {two} rectangle spans rows {top} to {top + high - 1} and columns "
        f"{left} to {left + wide - 1} inclusive. The {one} disc has its centre at x = {col}, y = {row} and a radius of "
        f"{radius} px.",
    )
    round_, oblong = disc(row, col, radius), rect(top, left, high, wide)
    return of_scenes(
        prompt,
        scene(round_, oblong),
        {
            "colours exchanged": scene(round_, oblong, two, one),
            "the rectangle is turned": scene(round_, rect(top, left, wide, high)),
            "the circle is moved": scene(disc(row + 2, col + 3, radius), oblong),
            "the rectangle is missing": Scene(size, back, Part("circle", one, round_)),
            "the circle is a square": scene(rect(row - radius, col - radius, 2 * radius, 2 * radius), oblong),
        },
    )


KINDS: tuple[Kind, ...] = (spot, corner, split, border, pair)
