"""Two things that touch, overlap, keep apart, mirror each other or differ in size."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("touching, just touch, tangent, side by side, discs, circles, meet")
def two_touching_discs(p: Pick) -> Worked:
    """Two discs next to each other that meet in one point."""
    back, one, two = p.colours(3)
    r = p.share(0.12, 0.24)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with two discs of radius {r} side by side that just touch, {one} on the left "
            f"and {two} on the right",
            f"draw {a(one)} and {a(two)} circle on {back}, both of radius {r}, touching each other in the middle",
        ),
        loose=f"{a(one)} and {a(two)} circle on {back} that touch each other",
        back=back,
        body=f"""
r = {r}
cy, cx = H // 2, W // 2  # where they touch
left = np.hypot(yy - cy, xx - (cx - r)) <= r  # the centres are 2 radii apart
right = np.hypot(yy - cy, xx - (cx + r)) <= r
image[left] = {one.value}  # {one}
image[right] = {two.value}  # {two}
""",
    )


@family("touching, on top of each other, circles, discs, stacked, different sizes, resting")
def touching_discs_stacked(p: Pick) -> Worked:
    """Discs of given radii, each one resting on the one below."""
    back, fore = p.colours(2)
    radii = [p.share(0.05, 0.08), p.share(0.09, 0.12), p.share(0.13, 0.18)]
    stated = f"{radii[0]}, {radii[1]} and {radii[2]}"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with three {fore} discs on top of each other, touching, radii {stated} from "
            f"the top down",
            f"draw {fore} circles of radius {stated} on {back}, stacked so that each touches the next, the "
            f"largest at the bottom",
        ),
        loose=f"three {fore} circles stacked on top of each other on {back}, each touching the next, the "
        f"largest at the bottom",
        back=back,
        body=f"""
radii = {radii}  # from the top down
y0 = (H - 2 * sum(radii)) // 2  # the top of the first; all together are centred
for r in radii:
    cy, cx = y0 + r, W // 2
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {fore.value}  # {fore}
    y0 = y0 + 2 * r  # the next begins where this one ends
""",
    )


@family("touching squares, share an edge, side by side, adjacent, no gap, boxes, joined")
def two_squares_sharing_an_edge(p: Pick) -> Worked:
    """Two squares next to each other without a gap."""
    back, one, two = p.colours(3)
    side = p.share(0.2, 0.42)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with two squares of {side} x {side} pixels that share an edge, {one} on the "
            f"left and {two} on the right",
            f"draw {a(one)} square and {a(two)} square side by side on {back} without a gap, each {side} px wide",
        ),
        loose=f"{a(one)} square and {a(two)} square on {back}, side by side without a gap",
        back=back,
        body=f"""
side = {side}
y0, x0 = (H - side) // 2, W // 2  # x0 is the edge that they share
rows = (yy >= y0) & (yy < y0 + side)
left = rows & (xx >= x0 - side) & (xx < x0)
right = rows & (xx >= x0) & (xx < x0 + side)
image[left] = {one.value}  # {one}
image[right] = {two.value}  # {two}
""",
    )


@family("touching at a corner, corner to corner, squares, meet in a point, diagonally adjacent")
def two_squares_meeting_at_a_corner(p: Pick) -> Worked:
    """Two squares that meet in one point, top left and bottom right of it."""
    back, one, two = p.colours(3)
    side = p.share(0.18, 0.42)
    return Worked(
        exact=f"{p.canvas(back)} with two squares of {side} pixels touching at one corner in the middle, "
        f"{one} at the top left and "
        f"{two} at the bottom right",
        loose=f"{a(one)} and {a(two)} square on {back} that touch only at one corner",
        back=back,
        body=f"""
side = {side}
cy, cx = H // 2, W // 2  # the corner where they meet
upper = (yy >= cy - side) & (yy < cy) & (xx >= cx - side) & (xx < cx)
lower = (yy >= cy) & (yy < cy + side) & (xx >= cx) & (xx < cx + side)
image[upper] = {one.value}  # {one}
image[lower] = {two.value}  # {two}
""",
    )


@family("overlap, overlapping, venn diagram, intersection, two circles, third colour, common part")
def overlap_in_a_third_colour(p: Pick) -> Worked:
    """Two discs that overlap, the common part in a colour of its own."""
    back, one, two, both = (
        p.colours(4)
        if p.mode.channels > 1
        else (p.colour("white"), p.colour("light gray"), p.colour("gray"), p.colour("black"))
    )
    r = p.share(0.17, 0.26)
    apart = p.number(0.7 * r, 1.4 * r) // 2 * 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with two overlapping discs of radius {r}, centres {apart} pixels apart, {one} "
            f"left, {two} right, "
            f"the overlap {both}",
            f"draw {a(one)} and {a(two)} circle, both of radius {r}, on {back}, their centres {apart} px "
            f"apart side by side; colour the "
            f"part that they share {both}",
        ),
        loose=f"{a(one)} and {a(two)} circle overlapping on {back}, their common part {both}",
        back=back,
        body=f"""
r, apart = {r}, {apart}  # apart: from centre to centre
cy = H / 2
left = np.hypot(yy - cy, xx - (W / 2 - apart / 2)) <= r
right = np.hypot(yy - cy, xx - (W / 2 + apart / 2)) <= r
image[left] = {one.value}  # {one}
image[right] = {two.value}  # {two}
image[left & right] = {both.value}  # {both}: what is in both
""",
    )


@family("in front of, behind, partly covering, overlapping, square over circle, hidden part, covers")
def square_in_front_of_a_disc(p: Pick) -> Worked:
    """A disc, partly hidden by a square that is drawn after it."""
    back, behind, front = p.colours(3)
    r, side = p.share(0.17, 0.25), p.share(0.25, 0.4) // 2 * 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(front)} square, {side} pixels wide, in front of {a(behind)} disc of "
            f"radius {r}, hiding a part of it",
            f"draw {a(behind)} circle of radius {r} on {back}, partly behind {a(front)} square of {side} x {side}",
        ),
        loose=f"{a(front)} square in front of {a(behind)} circle on {back}, covering a part of it",
        back=back,
        body=f"""
r, side = {r}, {side}
cy, cx = H // 2, W // 2
disc = np.hypot(yy - cy, xx - (cx - r // 2)) <= r
image[disc] = {behind.value}  # {behind}: behind, so it comes first
y0, x0 = cy - side // 2, cx  # begins inside the disc
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {front.value}  # {front}: in front, so it comes last
""",
    )


@family("not touching, apart, gap between, separate, distance, two circles, side by side")
def two_discs_apart(p: Pick) -> Worked:
    """Two discs with a stated gap between them."""
    back, one, two = p.colours(3)
    r, gap = p.share(0.1, 0.19), p.share(0.06, 0.18)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with two discs of radius {r} that do not touch, {one} left, {two} right, {gap} "
            f"pixels between them",
            f"draw {a(one)} and {a(two)} circle, radius {r}, side by side on {back} with a gap of {gap} px",
        ),
        loose=f"{a(one)} and {a(two)} circle side by side on {back}, not touching",
        back=back,
        body=f"""
r, gap = {r}, {gap}
cy, apart = H / 2, 2 * r + gap  # from centre to centre: a radius, the gap, a radius
left = np.hypot(yy - cy, xx - (W / 2 - apart / 2)) <= r
right = np.hypot(yy - cy, xx - (W / 2 + apart / 2)) <= r
image[left] = {one.value}  # {one}
image[right] = {two.value}  # {two}
""",
    )


@family("larger, smaller, big circle, small circle, big and small, bigger than, size")
def big_and_small_disc(p: Pick) -> Worked:
    """A large disc on one side and a small one on the other."""
    back, one, two = p.colours(3)
    big, small = p.share(0.16, 0.22), p.share(0.05, 0.1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a big {one} disc of radius {big} on the left and a small {two} disc of "
            f"radius {small} on the right",
            f"draw a large {one} circle (radius {big}) and, to the right of it, a smaller {two} circle "
            f"(radius {small}) on {back}",
        ),
        loose=f"a big {one} circle on the left and a small {two} circle on the right, on {back}",
        back=back,
        body=f"""
big, small = {big}, {small}  # radii
cy = H // 2
left = np.hypot(yy - cy, xx - W // 4) <= big
right = np.hypot(yy - cy, xx - 3 * W // 4) <= small
image[left] = {one.value}  # {one}
image[right] = {two.value}  # {two}
""",
    )


@family("larger, smaller, big square, small square, small above big, bigger than, on top of")
def small_square_on_a_big_one(p: Pick) -> Worked:
    """A small square standing in the middle on a large one."""
    back, one, two = p.colours(3)
    big, small = p.share(0.35, 0.5), p.share(0.12, 0.28)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a small {one} square of {small} pixels standing on a big {two} square of "
            f"{big} pixels",
            f"draw a large {two} square, {big} px wide, on {back} and a smaller {one} square, {small} px "
            f"wide, on top of it, centred",
        ),
        loose=f"a small {one} square standing on a big {two} square, {back} background",
        back=back,
        body=f"""
small, big = {small}, {big}
top = (H - small - big) // 2  # both together are centred
x0, x1 = (W - small) // 2, (W - big) // 2  # left edges of the small one and the big one
upper = (yy >= top) & (yy < top + small) & (xx >= x0) & (xx < x0 + small)
lower = (yy >= top + small) & (yy < top + small + big) & (xx >= x1) & (xx < x1 + big)
image[upper] = {one.value}  # {one}
image[lower] = {two.value}  # {two}
""",
    )


@family("mirrored, mirror image, pair, reflected, symmetric, left and right, facing each other")
def mirrored_pair(p: Pick) -> Worked:
    """A triangle and its mirror image, left and right of the middle."""
    back, fore = p.colours(2)
    far, wide, high = p.share(0.04, 0.12), p.share(0.2, 0.35), p.share(0.3, 0.6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle and its mirror image left and right of the middle, "
            f"pointing outwards, {wide} wide, "
            f"{high} high, each {far} pixels from the centre line",
            f"draw two mirrored {fore} triangles on {back}, pointing away from each other: {wide} px wide, "
            f"{high} px high, beginning "
            f"{far} px left and right of the centre",
        ),
        loose=f"{a(fore)} triangle and its mirror image on {back}, left and right, pointing outwards",
        back=back,
        body=f"""
far, wide, high = {far}, {wide}, {high}
dx = abs(xx - (W - 1) / 2)  # from the centre line: the same on both sides, so all is drawn twice
dy = abs(yy - (H - 1) / 2)
along = dx - far  # 0 at the base, wide at the apex
triangles = (along >= 0) & (along <= wide) & (dy <= (wide - along) / wide * high / 2)
image[triangles] = {fore.value}  # {fore}
""",
    )


@family("reflection, mirrored top and bottom, upside down, reflected in water, symmetric, half circles")
def mirrored_above_and_below(p: Pick) -> Worked:
    """A half disc and its reflection below the middle, in another colour."""
    back, one, two = p.colours(3)
    r, far = p.share(0.18, 0.38), p.share(0.02, 0.08)
    return Worked(
        exact=f"{p.canvas(back)} with {a(one)} half disc of radius {r} above the middle and its {two} "
        f"reflection below, both {far} pixels "
        f"from the middle row",
        loose=f"{a(one)} half circle and below it its reflection in {two}, on {back}",
        back=back,
        body=f"""
r, far = {r}, {far}
dy = abs(yy - (H - 1) / 2)  # from the middle row: the same above and below
half = (dy >= far) & (np.hypot(dy - far, xx - (W - 1) / 2) <= r)
upper, lower = half & (yy < H / 2), half & (yy >= H / 2)
image[upper] = {one.value}  # {one}
image[lower] = {two.value}  # {two}
""",
    )
