"""Where one thing is to another: left, right, above, below, between, on either side of a line."""

from __future__ import annotations

from dataclasses import dataclass

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Colour, Pick, Worked, family


@dataclass(frozen=True)
class _Thing:
    """A shape as words and as code that draws it around ``cy, cx``, once its place is set."""

    plain: str
    stated: str
    code: str


def _things(p: Pick, colours: list[Colour], high: float = 0.38) -> list[_Thing]:
    """Choose different shapes, one for each colour, at the most ``high`` of the shorter side wide."""
    kinds = {"circle": _disc, "square": _square, "triangle": _triangle}
    chosen: list[str] = []
    while len(chosen) < len(colours):
        kind = p.one(*(kind for kind in kinds if kind not in chosen))
        chosen.append(kind)
    return [
        kinds[kind](colour, p.share(0.5 * high, high) // 2 * 2) for kind, colour in zip(chosen, colours, strict=True)
    ]


def _disc(colour: Colour, wide: int) -> _Thing:
    return _Thing(
        f"{colour} circle",
        f"{colour} circle of radius {wide // 2}",
        f"""circle = np.hypot(yy - cy, xx - cx) <= {wide // 2}  # radius
image[circle] = {colour.value}  # {colour}""",
    )


def _square(colour: Colour, wide: int) -> _Thing:
    return _Thing(
        f"{colour} square",
        f"{colour} square of {wide} x {wide} pixels",
        f"""side = {wide}
y0, x0 = cy - side // 2, cx - side // 2  # its top left corner
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {colour.value}  # {colour}""",
    )


def _triangle(colour: Colour, wide: int) -> _Thing:
    return _Thing(
        f"{colour} triangle",
        f"{colour} triangle, {wide} wide and {wide} high,",
        f"""base, high = {wide}, {wide}
top = cy - high // 2  # its apex
triangle = (yy >= top) & (yy < top + high) & (abs(xx - cx) <= (yy - top) / high * base / 2)
image[triangle] = {colour.value}  # {colour}""",
    )


LEFT, RIGHT = "H // 2, W // 4  # the left half's middle", "H // 2, 3 * W // 4  # the right half's middle"
UPPER, LOWER = "H // 4, W // 2  # the upper half's middle", "3 * H // 4, W // 2  # the lower half's middle"


def _pair(p: Pick, relation: str, first: str, second: str, how: tuple[str, str]) -> Worked:
    """Draw one thing ``relation`` another; the first at one place, the second at the other."""
    here, there = how
    back, *colours = p.colours(3)
    one, two = _things(p, colours)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(one.stated)} {relation} {a(two.stated)}".rstrip(","),
            f"draw {a(one.stated)} {relation} {a(two.stated)} on {a(back)} background, with a clear gap between them",
            f"on {back}: {a(one.stated)} {here} and {a(two.stated)} {there}".rstrip(","),
        ),
        loose=p.one(
            f"{a(one.plain)} {relation} {a(two.plain)} on {back}",
            f"{a(one.plain)} {relation} {a(two.plain)}, {back} background",
        ),
        back=back,
        body=f"cy, cx = {first}\n{one.code}\ncy, cx = {second}\n{two.code}",
    )


@family("left of, circle to the left of a square, small left of big, square left of a triangle, on the left, next to")
def one_left_of_another(p: Pick) -> Worked:
    """A thing in the left half, another in the right half; the first one is named first."""
    return _pair(p, "to the left of", LEFT, RIGHT, ("on the left", "on the right"))


@family(
    "right of, circle to the right of a square, small right of big, square right of a triangle, on the right, next to"
)
def one_right_of_another(p: Pick) -> Worked:
    """A thing in the right half, another in the left half; the first one is named first."""
    return _pair(p, "to the right of", RIGHT, LEFT, ("on the right", "on the left"))


@family("above, circle above a square, small above big, square above a triangle, over, higher than, at the top")
def one_above_another(p: Pick) -> Worked:
    """A thing in the upper half, another in the lower half; the first one is named first."""
    return _pair(p, "above", UPPER, LOWER, ("at the top", "at the bottom"))


@family("below, circle below a square, small below big, square under a triangle, under, beneath, at the bottom")
def one_below_another(p: Pick) -> Worked:
    """A thing in the lower half, another in the upper half; the first one is named first."""
    return _pair(p, "below", LOWER, UPPER, ("at the bottom", "at the top"))


@family("between, in the middle of two, square between two circles, either side, flanked")
def square_between_two_discs(p: Pick) -> Worked:
    """A square in the middle, equal discs left and right of it."""
    back, fore, other = p.colours(3)
    side, r = p.share(0.12, 0.28) // 2 * 2, p.share(0.06, 0.13)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square, {side} pixels wide, between two {other} discs of radius {r}",
            f"draw two {other} circles of radius {r} on {back} with {a(fore)} square of {side} x {side} between them",
        ),
        loose=f"{a(fore)} square between two {other} circles on {back}",
        back=back,
        body=f"""
side, r = {side}, {r}
cy = H // 2  # all on one level
for cx in (W // 6, 5 * W // 6):  # far left, far right
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {other.value}  # {other}
y0, x0 = cy - side // 2, W // 2 - side // 2  # in the middle between them
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("between, disc between two squares, circle between two boxes, above and below, sandwiched, vertical")
def disc_between_two_squares(p: Pick) -> Worked:
    """A disc in the middle, equal squares above and below it."""
    back, fore, other = p.colours(3)
    side, r = p.share(0.12, 0.26) // 2 * 2, p.share(0.06, 0.13)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} between two {other} squares of {side} "
            f"pixels, one above and one below it",
            f"draw {a(fore)} circle, radius {r}, on {back}, {a(other)} square of {side} x {side} above it and "
            f"another one below it",
        ),
        loose=f"{a(fore)} circle between two {other} squares on {back}, one above and one below",
        back=back,
        body=f"""
side, r = {side}, {r}
x0 = W // 2 - side // 2  # all in one column
for cy in (H // 6, 5 * H // 6):  # high above, far below
    y0 = cy - side // 2
    square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    image[square] = {other.value}  # {other}
disc = np.hypot(yy - H // 2, xx - W // 2) <= r  # in the middle between them
image[disc] = {fore.value}  # {fore}
""",
    )


@family("line between two things, divided by a line, separated, vertical line, left and right of a line, two halves")
def line_dividing_left_and_right(p: Pick) -> Worked:
    """A vertical line in the middle, a thing on either side."""
    back, stroke, *colours = p.colours(4 if p.mode.channels > 1 else 3)
    one, two = _things(p, [colours[0], colours[-1]], 0.3)
    line = p.number(1, 4) * 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} divided by {a(stroke)} vertical line, {line} pixels wide; left of it "
            f"{a(one.stated)} and right of it "
            f"{a(two.stated)}".rstrip(","),
            f"draw a vertical {stroke} line ({line} px) through the middle of {a(back)} picture, "
            f"{a(one.stated)} to the left of "
            f"the line and {a(two.stated)} to the right",
        ),
        loose=f"a vertical {stroke} line on {back}, {a(one.plain)} left of it, {a(two.plain)} right of it",
        back=back,
        body=f"""
wide = {line}
line = (xx >= W // 2 - wide // 2) & (xx < W // 2 - wide // 2 + wide)
image[line] = {stroke.value}  # {stroke}
cy, cx = {LEFT}
{one.code}
cy, cx = {RIGHT}
{two.code}
""",
    )


@family("line between two things, divided by a line, separated, horizontal line, above and below a line, fraction")
def line_dividing_above_and_below(p: Pick) -> Worked:
    """A horizontal line in the middle, a thing above and one below."""
    back, stroke, *colours = p.colours(4 if p.mode.channels > 1 else 3)
    one, two = _things(p, [colours[0], colours[-1]], 0.3)
    line = p.number(1, 4) * 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} divided by {a(stroke)} horizontal line, {line} pixels thick; above it "
            f"{a(one.stated)} and below it "
            f"{a(two.stated)}".rstrip(","),
            f"draw a horizontal {stroke} line ({line} px) through the middle of {a(back)} picture, "
            f"{a(one.stated)} above "
            f"the line and {a(two.stated)} below",
        ),
        loose=f"a horizontal {stroke} line on {back}, {a(one.plain)} above it, {a(two.plain)} below it",
        back=back,
        body=f"""
thick = {line}
line = (yy >= H // 2 - thick // 2) & (yy < H // 2 - thick // 2 + thick)
image[line] = {stroke.value}  # {stroke}
cy, cx = {UPPER}
{one.code}
cy, cx = {LOWER}
{two.code}
""",
    )


@family("diagonal, three shapes, from the top left to the bottom right, one after the other, different shapes")
def three_shapes_diagonally(p: Pick) -> Worked:
    """Three different shapes of one colour: top left, middle, bottom right."""
    back, fore = p.colours(2)
    things = _things(p, [fore, fore, fore], 0.26)
    stated = [thing.stated.replace(f"{fore} ", "").rstrip(",") for thing in things]
    plain = [thing.plain.replace(f"{fore} ", "") for thing in things]
    code = "\n".join(
        f"cy, cx = {place}\n{thing.code}"
        for thing, place in zip(
            things,
            ("H // 6, W // 6  # top left", "H // 2, W // 2  # middle", "5 * H // 6, 5 * W // 6  # bottom right"),
            strict=True,
        )
    )
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with three {fore} shapes diagonally: {a(stated[0])} at the top left, "
            f"{a(stated[1])} in the middle and "
            f"{a(stated[2])} at the bottom right",
            f"draw on {back}, all {fore}: {a(stated[0])} at the top left, {a(stated[1])} in the centre, "
            f"{a(stated[2])} at the bottom right",
        ),
        loose=f"{a(plain[0])}, {a(plain[1])} and {a(plain[2])}, all {fore}, diagonally from the top left to "
        f"the bottom right of {back}",
        back=back,
        body=code,
    )
