"""Rings: around a common middle, targets, outlines one inside the other, and rings that overlap."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import listed, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family


def _falling(p: Pick, n: int, most: int) -> list[int]:
    """Choose ``n`` sizes from large to small."""
    return [p.number(most * (n - i - 0.3) / n, most * (n - i) / n) for i in range(n)]


@family("target, bullseye, concentric circles, circles inside each other, radii, innermost, rings, in turn, archery")
def target_of_given_radii(p: Pick) -> Worked:
    """Discs one on the other, from large to small, alternately in two colours."""
    back, one, two = p.colours(3)
    n = p.number(3, 5)
    radii = _falling(p, n, p.share(0.36, 0.46))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a target of {n} circles with radii {listed(radii)}, alternately {one} and "
            f"{two}, the outermost {one}",
            f"draw a bullseye on {back}: concentric circles of radius {listed(radii)}, {one} outside, then "
            f"{two} and {one} in turn",
        ),
        loose=f"a {spelled(n)} ring target, alternately {one} and {two}, on {back}",
        back=back,
        body=f"""
radii = {radii}  # {n} of them, the largest first: each smaller one is painted on top
colours = [{one.value}, {two.value}]  # {one}, {two}
distance = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
for i in range(len(radii)):
    circle = distance <= radii[i]
    image[circle] = colours[i % 2]  # in turn
""",
    )


@family("target, bullseye, concentric circles, colour of each ring, radius, red white blue, archery", "rgb rgba")
def target_of_given_colours(p: Pick) -> Worked:
    """Discs one on the other, each with its radius and colour."""
    back, *fore = p.colours(4)
    radii = _falling(p, 3, p.share(0.36, 0.46))
    stated = [f"{colour} {radius}" for colour, radius in zip(fore, radii, strict=True)]
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with three concentric discs in the middle, radii from the outside in: "
            f"{', '.join(stated)}",
            f"draw a target on {back} with circles of radius {radii[0]} ({fore[0]}), {radii[1]} ({fore[1]}) "
            f"and {radii[2]} ({fore[2]})",
        ),
        loose=f"a target on {back}, from the outside in {fore[0]}, {fore[1]} and {fore[2]}",
        back=back,
        body=f"""
distance = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
image[distance <= {radii[0]}] = {fore[0].value}  # {fore[0]}: the largest first
image[distance <= {radii[1]}] = {fore[1].value}  # {fore[1]}
image[distance <= {radii[2]}] = {fore[2].value}  # {fore[2]}: the smallest last
""",
    )


@family("concentric rings, equal width, rings in turn, target, disc with rings around it, thick, bullseye, ripple")
def rings_in_turn(p: Pick) -> Worked:
    """Rings of one width around the middle, alternately in two colours, with a disc inside."""
    back, one, two = p.colours(3)
    n = p.number(3, 7)
    wide = max(3, p.number(0.32 * p.side / n, 0.46 * p.side / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} concentric rings, each {wide} pixels wide, alternately {one} and "
            f"{two} from the middle outwards",
            f"draw {spelled(n)} rings around the centre of {back}, {wide} px wide each, the innermost {one}, "
            f"the next {two} and so on",
        ),
        loose=f"{spelled(n)} concentric rings on {back}, alternately {one} and {two}",
        back=back,
        body=f"""
n, wide = {n}, {wide}
distance = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
number = (distance // wide).astype(int)  # of the ring in which a pixel is: 0 is the innermost
image[(number < n) & (number % 2 == 0)] = {one.value}  # {one}
image[(number < n) & (number % 2 == 1)] = {two.value}  # {two}
""",
    )


@family("concentric circle outlines, thin circles, circle lines, one inside the other, rings of one colour, ripples")
def circle_outlines_around_the_middle(p: Pick) -> Worked:
    """Thin circles of given radii around the middle."""
    back, fore = p.colours(2)
    n = p.number(2, 4)
    radii = _falling(p, n, p.share(0.36, 0.46))[::-1]
    thick = p.number(2, 5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} circle outlines around the middle, radii {listed(radii)}, "
            f"{thick} pixels thick",
            f"draw {spelled(n)} concentric {fore} circles, only their lines, {thick} px thick, radii "
            f"{listed(radii)}, on {back}",
        ),
        loose=f"{spelled(n)} thin concentric {fore} circles on {back}",
        back=back,
        body=f"""
radii = {radii}  # outer radii, {n} of them
thick = {thick}
distance = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
for r in radii:
    outline = (distance <= r) & (distance > r - thick)
    image[outline] = {fore.value}  # {fore}
""",
    )


@family("concentric squares, squares one inside the other, nested squares, sides, alternately")
def squares_around_the_middle(p: Pick) -> Worked:
    """Squares one on the other, from large to small, alternately in two colours."""
    back, one, two = p.colours(3)
    n = p.number(3, 5)
    sides = _falling(p, n, p.share(0.7, 0.94))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} concentric squares with sides of {listed(sides)} pixels, alternately "
            f"{one} and {two}, "
            f"the outermost {one}",
            f"draw {spelled(n)} squares one inside the other on {back}, {listed(sides)} px wide, {one} and "
            f"{two} in turn from the outside in",
        ),
        loose=f"{spelled(n)} squares one inside the other, alternately {one} and {two}, on {back}",
        back=back,
        body=f"""
sides = {sides}  # {n} of them, the largest first: each smaller one is painted on top
colours = [{one.value}, {two.value}]  # {one}, {two}
for i in range(len(sides)):
    side = sides[i]
    y0, x0 = (H - side) // 2, (W - side) // 2
    square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    image[square] = colours[i % 2]  # in turn
""",
    )


@family("concentric square outlines, frames one inside the other, nested frames, square lines, tunnel")
def square_outlines_around_the_middle(p: Pick) -> Worked:
    """Square frames one inside the other."""
    back, fore = p.colours(2)
    n = p.number(2, 4)
    sides = _falling(p, n, p.share(0.7, 0.94))
    thick = p.number(2, max(3, 0.14 * p.side / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} square outlines around the middle, {listed(sides)} pixels "
            f"wide, lines {thick} pixels thick",
            f"draw {spelled(n)} {fore} square frames one inside the other on {back}: sides of "
            f"{listed(sides)}, {thick} px thick",
        ),
        loose=f"{spelled(n)} {fore} square outlines one inside the other on {back}",
        back=back,
        body=f"""
sides = {sides}  # {n} of them
thick = {thick}
for side in sides:
    y0, x0 = (H - side) // 2, (W - side) // 2
    square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    inside = (yy >= y0 + thick) & (yy < y0 + side - thick) & (xx >= x0 + thick) & (xx < x0 + side - thick)
    image[square & ~inside] = {fore.value}  # {fore}
""",
    )


@family("chain of rings, linked rings, interlocking, overlapping circles outlines, row of rings")
def chain_of_rings(p: Pick) -> Worked:
    """Equal rings in a row, each overlapping the next."""
    back, fore = p.colours(2)
    n = p.number(2, 4)
    whole = p.cols / (2 + 1.7 * (n - 1))
    r = p.number(min(0.6 * whole, 0.25 * p.rows), min(0.9 * whole, 0.4 * p.rows))
    thick, apart = max(2, p.number(0.1 * r, 0.2 * r)), p.number(1.3 * r, 1.7 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a chain of {n} overlapping {fore} rings, radius {r}, {thick} pixels "
            f"thick, centres {apart} pixels apart",
            f"draw {spelled(n)} linked {fore} rings in a row on {back}: outer radius {r}, line {thick} px, "
            f"{apart} px from centre to centre",
        ),
        loose=f"a chain of {spelled(n)} {fore} rings on {back}",
        back=back,
        body=f"""
n, r, thick = {n}, {r}, {thick}  # {spelled(n)} rings: i = 0, 1, … n - 1
apart = {apart}  # less than 2 radii: they overlap
for i in range(n):
    cx = W / 2 + (i - (n - 1) / 2) * apart
    distance = np.hypot(yy - H / 2, xx - cx)
    ring = (distance <= r) & (distance > r - thick)
    image[ring] = {fore.value}  # {fore}
""",
    )


@family("olympic rings, five rings, overlapping rings, three above two, interlocking, coloured", "rgb rgba")
def five_overlapping_rings(p: Pick) -> Worked:
    """Three rings in an upper row and two between them in a lower row."""
    back = p.colour("white")
    fore = [p.colour(name) for name in ("blue", "black", "red", "gold", "green")]
    r = p.share(0.1, 0.14)
    thick, apart = max(2, p.number(0.14 * r, 0.22 * r)), p.number(2.1 * r, 2.4 * r)
    names = ", ".join(map(str, fore))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with five overlapping rings like the Olympic ones, three above "
            f"({', '.join(map(str, fore[:3]))}) and two below "
            f"({fore[3]}, {fore[4]}), radius {r}, {thick} pixels thick, {apart} pixels apart",
            f"draw the Olympic rings on {back}: {names}, each of radius {r}, line width {thick}, neighbours "
            f"in a row {apart} px apart",
        ),
        loose=p.one(f"the Olympic rings on {back}", f"five overlapping rings in {names}, three above two"),
        back=back,
        body=f"""
r, thick, apart = {r}, {thick}, {apart}
upper, lower = H / 2 - r / 2, H / 2 + r / 2  # rows of the centres
rings = [
    (upper, W / 2 - apart, {fore[0].value}),  # {fore[0]}
    (upper, W / 2, {fore[1].value}),  # {fore[1]}
    (upper, W / 2 + apart, {fore[2].value}),  # {fore[2]}
    (lower, W / 2 - apart / 2, {fore[3].value}),  # {fore[3]}: between the first two
    (lower, W / 2 + apart / 2, {fore[4].value}),  # {fore[4]}
]
for cy, cx, colour in rings:
    distance = np.hypot(yy - cy, xx - cx)
    image[(distance <= r) & (distance > r - thick)] = colour
""",
    )
