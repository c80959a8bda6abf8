"""Four-sided and regular shapes, and stars: filled, with straight sides."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("diamond, rhombus, diagonals, on its tip, lozenge, kite")
def diamond(p: Pick) -> Worked:
    """A rhombus by its two diagonals."""
    back, fore = p.colours(2)
    width, height = p.share(0.3, 0.55), p.share(0.56, 0.9)
    if p.flip():
        width, height = height, width
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} diamond in the middle, {width} pixels wide and {height} pixels high",
            f"draw a rhombus in {fore} on {back}, horizontal diagonal {width} px, vertical diagonal "
            f"{height} px, centred",
        ),
        loose=p.one(f"{a(fore)} diamond on {back}", f"{a(fore)} rhombus in the middle of {back}"),
        back=back,
        body=f"""
width, height = {width}, {height}  # the diagonals
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
diamond = np.abs(xx - cx) / (width / 2) + np.abs(yy - cy) / (height / 2) <= 1
image[diamond] = {fore.value}  # {fore}
""",
    )


@family("rotated square, tilted, turned, angle, degrees, clockwise, slanted")
def rotated_square(p: Pick) -> Worked:
    """A square turned by an angle."""
    back, fore = p.colours(2)
    side, angle = p.share(0.3, 0.62), p.number(10, 80)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square of side {side} in the centre, rotated by {angle} "
            "degrees clockwise",
            f"{a(fore)} square, {side} x {side} px, turned {angle} degrees clockwise in the middle of {back}",
        ),
        loose=p.one(f"a tilted {fore} square on {back}", f"{a(fore)} square, rotated a little, on {back}"),
        back=back,
        body=f"""
side, angle = {side}, np.radians({angle})  # clockwise
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
along = (xx - cx) * np.cos(angle) + (yy - cy) * np.sin(angle)  # turned axes
across = (yy - cy) * np.cos(angle) - (xx - cx) * np.sin(angle)
square = (np.abs(along) <= side / 2) & (np.abs(across) <= side / 2)
image[square] = {fore.value}  # {fore}
""",
    )


@family("rotated rectangle, tilted bar, angle, degrees, clockwise, slanted, turned")
def rotated_rectangle(p: Pick) -> Worked:
    """A rectangle turned by an angle."""
    back, fore = p.colours(2)
    width, height, angle = p.share(0.6, 0.85), p.share(0.1, 0.3), p.number(10, 80)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle in the centre, {width} wide and {height} high, "
            f"rotated by {angle} degrees clockwise",
            f"make {a(fore)} bar of {width} x {height} px in the middle of {back}, tilted {angle} degrees clockwise",
        ),
        loose=f"a tilted {fore} bar in the middle of {back}",
        back=back,
        body=f"""
width, height, angle = {width}, {height}, np.radians({angle})  # clockwise
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
along = (xx - cx) * np.cos(angle) + (yy - cy) * np.sin(angle)  # turned axes
across = (yy - cy) * np.cos(angle) - (xx - cx) * np.sin(angle)
bar = (np.abs(along) <= width / 2) & (np.abs(across) <= height / 2)
image[bar] = {fore.value}  # {fore}
""",
    )


@family("parallelogram, slanted, leaning, sheared, shifted, four sides")
def parallelogram(p: Pick) -> Worked:
    """A parallelogram that leans to the right."""
    back, fore = p.colours(2)
    width, height, shift = p.share(0.4, 0.55), p.share(0.25, 0.6), p.share(0.15, 0.35)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} parallelogram in the middle: {width} wide, {height} high, "
            f"its top {shift} pixels further right than its bottom",
            f"{a(fore)} parallelogram on {back}, base {width} px, height {height} px, leaning right by {shift} px",
        ),
        loose=p.one(f"{a(fore)} parallelogram on {back}", f"a slanted {fore} box leaning right on {back}"),
        back=back,
        body=f"""
width, height, shift = {width}, {height}, {shift}  # pixels
y0, x0 = (H - height) // 2, (W - width - shift) // 2  # centred
left = x0 + shift * (y0 + height - 1 - yy) / (height - 1)  # column of the left side: x0 at the bottom
shape = (yy >= y0) & (yy < y0 + height) & (xx >= left) & (xx < left + width)
image[shape] = {fore.value}  # {fore}
""",
    )


@family("trapezoid, trapezium, narrow top, wide bottom, four sides, top width, bottom width, bucket")
def trapezoid(p: Pick) -> Worked:
    """A trapezoid by its two widths and its height."""
    back, fore = p.colours(2)
    short, long, height = p.share(0.2, 0.4), p.share(0.6, 0.9), p.share(0.3, 0.58)
    top, bottom = (short, long) if p.flip() else (long, short)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} trapezoid in the middle, {top} wide at the top, {bottom} wide "
            "at the bottom "
            f"and {height} pixels high",
            f"draw {a(fore)} trapezium on {back}: top side {top} px, bottom side {bottom} px, height "
            f"{height} px, centred",
        ),
        loose=f"{a(fore)} trapezoid on {back}",
        back=back,
        body=f"""
top, bottom, height = {top}, {bottom}, {height}  # pixels
y0, cx = (H - height) // 2, (W - 1) / 2  # first row, middle column
width = top + (bottom - top) * (yy - y0) / (height - 1)  # from row to row
shape = (yy >= y0) & (yy < y0 + height) & (np.abs(xx - cx) <= width / 2)
image[shape] = {fore.value}  # {fore}
""",
    )


@family("pentagon, regular, five sides, polygon, radius")
def pentagon(p: Pick) -> Worked:
    """A regular pentagon on its side."""
    back, fore = p.colours(2)
    r = p.share(0.25, 0.46)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a regular {fore} pentagon in the middle, radius {r}, one corner up",
            f"draw {a(fore)} five-sided polygon on {back}; its corners are {r} px from the centre",
        ),
        loose=p.one(f"{a(fore)} pentagon on {back}", f"{a(fore)} shape with five equal sides on {back}"),
        back=back,
        body=f"""
n, r = 5, {r}  # sides, distance of the corners from the middle
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
pentagon = np.ones((H, W), dtype=bool)
for k in range(n):
    a = (2 * k + 1) * np.pi / n  # where side k looks, clockwise from up; the corners lie between
    pentagon &= (xx - cx) * np.sin(a) - (yy - cy) * np.cos(a) <= r * np.cos(np.pi / n)
image[pentagon] = {fore.value}  # {fore}
""",
    )


@family("hexagon, regular, six sides, polygon, radius, honeycomb cell")
def hexagon(p: Pick) -> Worked:
    """A regular hexagon with a corner up."""
    back, fore = p.colours(2)
    r = p.share(0.25, 0.46)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a regular {fore} hexagon in the centre, radius {r} (centre to corner)",
            f"make {a(fore)} six-sided polygon in the middle of {back} with a radius of {r} px, one corner up",
        ),
        loose=p.one(f"{a(fore)} hexagon on {back}", f"{a(fore)} shape with six equal sides on {back}"),
        back=back,
        body=f"""
n, r = 6, {r}  # sides, distance of the corners from the middle
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
hexagon = np.ones((H, W), dtype=bool)
for k in range(n):
    a = (2 * k + 1) * np.pi / n  # where side k looks, clockwise from up; the corners lie between
    hexagon &= (xx - cx) * np.sin(a) - (yy - cy) * np.cos(a) <= r * np.cos(np.pi / n)
image[hexagon] = {fore.value}  # {fore}
""",
    )


@family("octagon, regular, eight sides, polygon, width, stop sign")
def octagon(p: Pick) -> Worked:
    """A regular octagon with flat sides, by its width."""
    back, fore = p.colours(2)
    width = p.share(0.45, 0.9)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a regular {fore} octagon in the middle, {width} pixels wide, flat on top",
            f"draw an eight-sided {fore} polygon like a stop sign on {back}, {width} px from side to side",
        ),
        loose=p.one(f"{a(fore)} octagon on {back}", f"{a(fore)} shape with eight equal sides on {back}"),
        back=back,
        body=f"""
n, width = 8, {width}  # sides, from side to opposite side
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
octagon = np.ones((H, W), dtype=bool)
for k in range(n):
    a = 2 * k * np.pi / n  # where side k looks, clockwise from up: the first one is flat on top
    octagon &= (xx - cx) * np.sin(a) - (yy - cy) * np.cos(a) <= width / 2
image[octagon] = {fore.value}  # {fore}
""",
    )


@family("star, five-pointed, five points, tips, radius, pentagram")
def five_pointed_star(p: Pick) -> Worked:
    """A star with five tips."""
    back, fore = p.colours(2)
    r = p.share(0.25, 0.47)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} five-pointed star in the middle, its tips {r} pixels from the centre",
            f"draw a filled {fore} star with five points and radius {r} on {back}, one tip up",
        ),
        loose=p.one(f"{a(fore)} star on {back}", f"a big five-pointed {fore} star in the middle of {back}"),
        back=back,
        body=f"""
n, r = 5, {r}  # tips, distance of the tips from the middle
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
inside = np.zeros((H, W))
for k in range(n):
    a = 2 * np.pi * k / n  # direction of tip k, clockwise from up
    inside += (xx - cx) * np.sin(a) - (yy - cy) * np.cos(a) <= r * np.cos(2 * np.pi / n)
star = inside >= n - 1  # a tip is beyond one line only
image[star] = {fore.value}  # {fore}
""",
    )


@family("star, points, rays, tips, outer radius, inner radius, burst, six-pointed, eight-pointed")
def star_with_many_points(p: Pick) -> Worked:
    """A star by its number of tips and its two radii."""
    back, fore = p.colours(2)
    n, outer, inner = p.number(4, 12), p.share(0.35, 0.47), p.share(0.15, 0.25)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} star that has {n} points, outer radius {outer}, inner radius {inner}",
            f"{a(fore)} star with {n} tips in the middle of {back}; the tips are {outer} px and the notches {inner} px "
            "from the centre",
        ),
        loose=f"{a(fore)} star with many points on {back}",
        back=back,
        body=f"""
n, outer, inner = {n}, {outer}, {inner}  # tips, radius of the tips, radius of the notches
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
half = np.pi / n  # angle between a tip and a notch
angle = np.arctan2(xx - cx, cy - yy)  # 0 is up
a = np.abs((angle + half) % (2 * half) - half)  # 0 at a tip, half at a notch
line = np.sin(a) * (outer - inner * np.cos(half)) + np.cos(a) * inner * np.sin(half)
star = np.hypot(yy - cy, xx - cx) * line <= outer * inner * np.sin(half)
image[star] = {fore.value}  # {fore}
""",
    )
