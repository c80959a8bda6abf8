"""One thing inside another, and things with a hole."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family

SQUARE = """
y0, x0 = (H - side) // 2, (W - side) // 2
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)"""


@family("circle inside a square, inside, small in big, contains, within")
def disc_in_a_square(p: Pick) -> Worked:
    """A disc in the middle of a square."""
    back, outer, inner = p.colours(3)
    side = p.share(0.45, 0.8)
    r = p.number(0.2 * side, 0.42 * side)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} square, {side} x {side} pixels, in the middle and {a(inner)} "
            f"disc of radius {r} inside it",
            f"draw {a(inner)} circle, radius {r}, inside {a(outer)} square with sides of {side} px, centred on {back}",
        ),
        loose=f"{a(inner)} circle inside {a(outer)} square on {back}",
        back=back,
        body=f"""
side, r = {side}, {r}{SQUARE}
disc = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2) <= r
image[square] = {outer.value}  # {outer}
image[disc] = {inner.value}  # {inner}: inside, so it comes last
""",
    )


@family("square inside a circle, inside, small in big, contains, within")
def square_in_a_disc(p: Pick) -> Worked:
    """A square in the middle of a disc."""
    back, outer, inner = p.colours(3)
    r = p.share(0.26, 0.44)
    side = p.number(0.5 * r, 1.2 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} disc of radius {r} in the middle and inside it {a(inner)} "
            f"square, {side} pixels wide",
            f"draw {a(inner)} square of {side} x {side} inside {a(outer)} circle with a radius of {r}, "
            f"centred on {back}",
        ),
        loose=f"{a(inner)} square inside {a(outer)} circle on {back}",
        back=back,
        body=f"""
r, side = {r}, {side}
disc = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2) <= r{SQUARE}
image[disc] = {outer.value}  # {outer}
image[square] = {inner.value}  # {inner}: inside, so it comes last
""",
    )


@family("triangle inside a circle, inside, small in big, contains, within")
def triangle_in_a_disc(p: Pick) -> Worked:
    """A triangle that points up in the middle of a disc."""
    back, outer, inner = p.colours(3)
    r = p.share(0.28, 0.44)
    base, high = p.number(0.6 * r, 1.1 * r), p.number(0.6 * r, 1.1 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} disc of radius {r} in the middle and {a(inner)} triangle in "
            f"it, base {base}, height {high}",
            f"draw {a(inner)} triangle pointing up, {base} px wide and {high} px high, inside {a(outer)} "
            f"circle of radius {r} on {back}",
        ),
        loose=f"{a(inner)} triangle inside {a(outer)} circle on {back}",
        back=back,
        body=f"""
r = {r}
base, high = {base}, {high}
cy, cx = (H - 1) / 2, (W - 1) / 2
disc = np.hypot(yy - cy, xx - cx) <= r
down = yy - (cy - high / 2)  # rows below the apex
triangle = (down >= 0) & (down <= high) & (abs(xx - cx) <= down / high * base / 2)
image[disc] = {outer.value}  # {outer}
image[triangle] = {inner.value}  # {inner}: inside, so it comes last
""",
    )


@family("triangle inside a square, inside, small in big, contains, within")
def triangle_in_a_square(p: Pick) -> Worked:
    """A triangle that points up in the middle of a square."""
    back, outer, inner = p.colours(3)
    side = p.share(0.5, 0.85)
    base, high = p.number(0.35 * side, 0.85 * side), p.number(0.35 * side, 0.8 * side)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} square, {side} pixels, in the middle and {a(inner)} triangle "
            f"in it, base {base}, height {high}",
            f"draw {a(inner)} triangle, {base} px wide and {high} px high, inside {a(outer)} square of {side} "
            f"x {side} on {back}",
        ),
        loose=f"{a(inner)} triangle inside {a(outer)} square on {back}",
        back=back,
        body=f"""
side = {side}
base, high = {base}, {high}{SQUARE}
down = yy - (H - high) // 2  # rows below the apex
triangle = (down >= 0) & (down < high) & (abs(xx - (W - 1) / 2) <= down / high * base / 2)
image[square] = {outer.value}  # {outer}
image[triangle] = {inner.value}  # {inner}: inside, so it comes last
""",
    )


CORNERS = {
    "top left": ("y0 + gap + r", "x0 + gap + r"),
    "top right": ("y0 + gap + r", "x0 + side - 1 - gap - r"),
    "bottom left": ("y0 + side - 1 - gap - r", "x0 + gap + r"),
    "bottom right": ("y0 + side - 1 - gap - r", "x0 + side - 1 - gap - r"),
}


@family("corner of a square, dot at a corner, in the corner, inside")
def disc_at_a_corner_inside_a_square(p: Pick) -> Worked:
    """A small disc in a square, near one of its corners."""
    back, outer, inner = p.colours(3)
    side = p.share(0.5, 0.85)
    r, gap = p.number(0.08 * side, 0.16 * side), p.number(0.03 * side, 0.09 * side)
    corner = p.one(*CORNERS)
    cy, cx = CORNERS[corner]
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} square, {side} pixels, in the middle and a small {inner} disc "
            f"of radius {r} inside it "
            f"in its {corner} corner, {gap} pixels from its edges",
            f"draw {a(outer)} square, {side} x {side}, on {back} and within it {a(inner)} dot (radius {r}) at "
            f"the {corner}, {gap} px from "
            f"both edges of the square",
        ),
        loose=f"{a(outer)} square on {back} with a small {inner} dot inside it in the {corner} corner",
        back=back,
        body=f"""
side, r, gap = {side}, {r}, {gap}{SQUARE}
cy, cx = {cy}, {cx}  # {corner} of the square
disc = np.hypot(yy - cy, xx - cx) <= r
image[square] = {outer.value}  # {outer}
image[disc] = {inner.value}  # {inner}
""",
    )


@family("corner of a square, square in the corner of another, corner, inside")
def square_in_the_corner_of_another(p: Pick) -> Worked:
    """A small square that fills one corner of a large one."""
    back, outer, inner = p.colours(3)
    big = p.share(0.5, 0.85)
    small = p.number(0.2 * big, 0.5 * big)
    vertical, horizontal = p.one("top", "bottom"), p.one("left", "right")
    y1 = "y0" if vertical == "top" else "y0 + big - small"
    x1 = "x0" if horizontal == "left" else "x0 + big - small"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} square, {big} pixels, in the middle and {a(inner)} square of "
            f"{small} pixels in its "
            f"{vertical} {horizontal} corner",
            f"draw a big {outer} square, {big} px wide, on {back}; its {vertical} {horizontal} corner is a "
            f"small {inner} square, {small} px wide",
        ),
        loose=f"{a(outer)} square on {back}, a small {inner} square in its {vertical} {horizontal} corner",
        back=back,
        body=f"""
big, small = {big}, {small}
y0, x0 = (H - big) // 2, (W - big) // 2
y1, x1 = {y1}, {x1}  # {vertical} {horizontal} of the big one
outer = (yy >= y0) & (yy < y0 + big) & (xx >= x0) & (xx < x0 + big)
inner = (yy >= y1) & (yy < y1 + small) & (xx >= x1) & (xx < x1 + small)
image[outer] = {outer.value}  # {outer}
image[inner] = {inner.value}  # {inner}
""",
    )


@family("ring around a square, circle around a square, surrounded by a ring, encircled, outline around")
def ring_around_a_square(p: Pick) -> Worked:
    """A square in the middle and a ring that goes around it."""
    back, fore, other = p.colours(3)
    r, thick = p.share(0.32, 0.46), p.share(0.02, 0.06)
    side = p.number(0.5 * r, 1.0 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square, {side} pixels, in the middle and {a(other)} ring "
            f"around it, outer radius {r}, "
            f"{thick} pixels thick",
            f"draw {a(fore)} square, {side} x {side}, centred on {back} and surrounded by {a(other)} ring of "
            f"radius {r} and thickness {thick}",
        ),
        loose=f"{a(fore)} square with {a(other)} ring around it on {back}",
        back=back,
        body=f"""
side, r, thick = {side}, {r}, {thick}{SQUARE}
distance = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
ring = (distance <= r) & (distance > r - thick)
image[ring] = {other.value}  # {other}
image[square] = {fore.value}  # {fore}
""",
    )


@family("ring around a disc, circle around a dot, gap between, dot in a ring, surrounded, target dot")
def ring_around_a_disc(p: Pick) -> Worked:
    """A disc in the middle, a gap, and a ring."""
    back, fore, other = p.colours(3)
    r, gap, thick = p.share(0.1, 0.22), p.share(0.04, 0.1), p.share(0.03, 0.1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} in the middle, around it a gap of {gap} "
            f"pixels and then {a(other)} ring, "
            f"{thick} pixels thick",
            f"draw {a(fore)} dot, radius {r}, on {back} with {a(other)} ring around it, {gap} px away from "
            f"the dot and {thick} px wide",
        ),
        loose=f"{a(fore)} dot with {a(other)} ring around it and a gap between them, on {back}",
        back=back,
        body=f"""
r, gap, thick = {r}, {gap}, {thick}
distance = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
disc = distance <= r
ring = (distance > r + gap) & (distance <= r + gap + thick)
image[disc] = {fore.value}  # {fore}
image[ring] = {other.value}  # {other}
""",
    )


@family("square with a round hole, hole, cut out, hollow, circular opening")
def square_with_a_round_hole(p: Pick) -> Worked:
    """A square through whose hole the background is seen."""
    back, fore = p.colours(2)
    side = p.share(0.45, 0.85)
    r = p.number(0.15 * side, 0.4 * side)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square, {side} pixels wide, in the middle, with a round hole of "
            f"radius {r} in its centre",
            f"draw {a(fore)} square of {side} x {side} on {back} and cut a circular hole of radius {r} out of it",
        ),
        loose=f"{a(fore)} square with a round hole in the middle on {back}",
        back=back,
        body=f"""
side, r = {side}, {r}{SQUARE}
hole = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2) <= r
image[square & ~hole] = {fore.value}  # {fore}: not in the hole, there the background stays
""",
    )


@family("disc with a square hole, circle with a hole, cut out, hollow, coin, opening")
def disc_with_a_square_hole(p: Pick) -> Worked:
    """A disc through whose hole the background is seen."""
    back, fore = p.colours(2)
    r = p.share(0.25, 0.44)
    side = p.number(0.4 * r, 1.2 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} in the middle that has a square hole of "
            f"{side} pixels in its centre",
            f"draw {a(fore)} circle, radius {r}, on {back} with a hole in the shape of a square, {side} px wide",
        ),
        loose=f"{a(fore)} disc with a square hole on {back}",
        back=back,
        body=f"""
r, side = {r}, {side}
disc = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2) <= r
y0, x0 = (H - side) // 2, (W - side) // 2
hole = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[disc & ~hole] = {fore.value}  # {fore}: not in the hole, there the background stays
""",
    )


@family("dots inside a box, dots in a rectangle, container, several inside, contains")
def dots_inside_a_box(p: Pick) -> Worked:
    """A row of dots inside a rectangle."""
    back, outer, inner = p.colours(3)
    n = p.number(2, 5)
    wide, high = p.share(0.6, 0.9, p.cols), p.share(0.3, 0.7, p.rows)
    r = p.number(0.2 * wide / n, min(0.4 * wide / n, 0.38 * high))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(outer)} rectangle, {wide} wide and {high} high, in the middle and {n} "
            f"{inner} dots of radius {r} in a row "
            f"inside it",
            f"draw {a(outer)} box of {wide} x {high} pixels (width x height) on {back} that contains "
            f"{spelled(n)} {inner} dots, radius {r}",
        ),
        loose=f"{spelled(n)} {inner} dots inside {a(outer)} box on {back}",
        back=back,
        body=f"""
wide, high = {wide}, {high}
y0, x0 = (H - high) // 2, (W - wide) // 2
box = (yy >= y0) & (yy < y0 + high) & (xx >= x0) & (xx < x0 + wide)
image[box] = {outer.value}  # {outer}
n, r = {n}, {r}  # {spelled(n)} dots: i = 0, 1, … n - 1
for i in range(n):
    cy, cx = y0 + high / 2, x0 + (i + 0.5) * wide / n  # evenly over the box
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {inner.value}  # {inner}
""",
    )
