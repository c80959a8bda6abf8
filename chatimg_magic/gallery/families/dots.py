"""Several dots in other orders than rows: rings, diagonals, corners, triangles, crosses, at random, at given places."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, across, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("ring of dots, around the middle, circle of dots, clock, arranged in a circle, wreath")
def dots_in_a_ring(p: Pick) -> Worked:
    """Equal dots on a circle around the middle, the first at the top."""
    back, fore = p.colours(2)
    n = p.number(5, 12)
    far = p.share(0.3, 0.39)
    r = p.number(0.03 * p.side, min(0.08 * p.side, 2.4 * far / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} dots of radius {r} in a ring around the middle, {far} pixels from it",
            f"draw {spelled(n)} {fore} discs, radius {r}, arranged evenly in a circle of radius {far} on {back}",
        ),
        loose=f"{spelled(n)} {fore} dots arranged in a circle on {back}",
        back=back,
        body=f"""
n, r = {n}, {r}  # {spelled(n)} dots: i = 0, 1, … n - 1
far = {far}  # from the middle to each dot
for i in range(n):
    angle = 2 * np.pi * i / n  # the first at the top, then clockwise
    cy, cx = H / 2 - far * np.cos(angle), W / 2 + far * np.sin(angle)
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )


@family("diagonal, dots along a diagonal, circles, falling, from the top left to the bottom right, descending")
def dots_along_a_diagonal(p: Pick) -> Worked:
    """Dots from the top left to the bottom right."""
    return _diagonal(p, "top left to the bottom right", "(i + 0.5) * H / n  # further down with every dot")


@family("diagonal, dots along a diagonal, circles, rising, from the bottom left to the top right, ascending")
def dots_along_a_rising_diagonal(p: Pick) -> Worked:
    """Dots from the bottom left to the top right."""
    return _diagonal(p, "bottom left to the top right", "H - (i + 0.5) * H / n  # further up with every dot")


def _diagonal(p: Pick, way: str, row: str) -> Worked:
    back, fore = p.colours(2)
    n = p.number(3, 7)
    r = p.number(0.2 * p.side / n, 0.45 * p.side / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} dots of radius {r} along the diagonal from the {way}",
            f"draw {spelled(n)} {fore} circles, radius {r}, on {back}, diagonally from the {way}, evenly spaced",
        ),
        loose=f"{spelled(n)} {fore} dots on {back}, diagonally from the {way}",
        back=back,
        body=f"""
n, r = {n}, {r}  # {spelled(n)} dots: i = 0, 1, … n - 1
for i in range(n):
    cy = {row}
    cx = (i + 0.5) * W / n  # further right with every dot
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )


@family("four corners, every corner, each corner, corner dots")
def one_in_every_corner(p: Pick) -> Worked:
    """A dot in every corner, at a distance from both edges."""
    back, fore = p.colours(2)
    r, gap = p.share(0.05, 0.14), p.share(0.03, 0.1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} dot in each of the four corners, radius {r}, {gap} pixels from the edges",
            f"draw four {fore} discs of radius {r} on {back}, one in every corner, {gap} px away from both edges",
        ),
        loose=f"{a(fore)} dot in each corner of {a(back)} picture",
        back=back,
        body=f"""
r, gap = {r}, {gap}
near = gap + r  # from an edge to a centre
for cy in (near, H - 1 - near):  # top, bottom
    for cx in (near, W - 1 - near):  # left, right
        dot = np.hypot(yy - cy, xx - cx) <= r
        image[dot] = {fore.value}  # {fore}
""",
    )


@family("squares in the four corners, every corner, boxes, each corner")
def squares_in_the_corners(p: Pick) -> Worked:
    """A square in every corner, right at the edges, each of another colour."""
    back, *fore = p.colours(3)
    side = p.share(0.12, 0.35)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a square of {side} pixels in every corner: the top ones {fore[0]}, the "
            f"bottom ones {fore[1]}",
            f"draw four squares, {side} x {side}, in the corners of {a(back)} picture, {fore[0]} at the top, "
            f"{fore[1]} at the bottom",
        ),
        loose=f"{back} with two {fore[0]} squares in the top corners and two {fore[1]} squares in the bottom corners",
        back=back,
        body=f"""
side = {side}
top, bottom = yy < side, yy >= H - side
left, right = xx < side, xx >= W - side
image[top & (left | right)] = {fore[0].value}  # {fore[0]}
image[bottom & (left | right)] = {fore[1].value}  # {fore[1]}
""",
    )


@family("four corners and the middle, corners, centre, dots, circles, one in the middle")
def dots_in_the_corners_and_the_middle(p: Pick) -> Worked:
    """A dot in every corner and another one in the middle."""
    back, fore, other = p.colours(3)
    r, gap = p.share(0.05, 0.12), p.share(0.03, 0.1)
    big = p.share(0.08, 0.2)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} dot of radius {r} in each corner, {gap} pixels from the edges, "
            f"and {a(other)} one of radius {big} in the middle",
            f"draw four {fore} circles (radius {r}, {gap} px from the edges) in the corners and one {other} circle, "
            f"radius {big}, in the centre of {a(back)} picture",
        ),
        loose=f"{back} with {a(fore)} dot in every corner and {a(other)} one in the middle",
        back=back,
        body=f"""
r, gap = {r}, {gap}
near = gap + r  # from an edge to a centre
for cy in (near, H - 1 - near):  # top, bottom
    for cx in (near, W - 1 - near):  # left, right
        dot = np.hypot(yy - cy, xx - cx) <= r
        image[dot] = {fore.value}  # {fore}
middle = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2) <= {big}
image[middle] = {other.value}  # {other}
""",
    )


@family(
    "scattered dots, random dots, not touching, random places, apart, where you like, anywhere, none touches another"
)
def scattered_dots(p: Pick) -> Worked:
    """Equal dots anywhere in the picture, none touching another."""
    back, fore = p.colours(2)
    n, r = p.number(6, 20), p.share(0.03, 0.07)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} dots of radius {r} at random places, none of them touching",
            f"draw {n} {fore} circles, radius {r}, scattered over {back} without overlapping",
        ),
        loose=f"{fore} dots scattered at random over {back}, not touching each other",
        back=back,
        body=f"""
n, r = {n}, {r}
rng = np.random.default_rng({p.number(0, 99)})
centres = []
for attempt in range(5000):
    cy, cx = rng.uniform(r + 1, H - r - 2), rng.uniform(r + 1, W - r - 2)  # wholly inside
    free = all(np.hypot(cy - y, cx - x) > 2 * r + 2 for y, x in centres)  # touches no other
    if free and len(centres) < n:
        centres.append((cy, cx))
for cy, cx in centres:
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )


@family("dots at given places, circles at positions, row and column, centres, coordinates")
def dots_at_given_places(p: Pick) -> Worked:
    """Dots whose centres the request states."""
    back, fore = p.colours(2)
    r = p.share(0.05, 0.12)
    n = p.number(2, 4)
    centres = [
        (p.share(0.15, 0.85, p.rows), p.number((i + 0.5) * p.cols / n - 2, (i + 0.5) * p.cols / n + 2))
        for i in range(n)
    ]
    places = ", ".join(f"row {y} column {x}" for y, x in centres)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} dots of radius {r}, their centres at {places}",
            f"draw {spelled(n)} {fore} circles of radius {r} on {back}, centred at {places}",
        ),
        loose=f"{spelled(n)} {fore} dots on {back}, at different places",
        back=back,
        body=f"""
r = {r}
centres = {centres}  # (row, column) of each of the {n}
for cy, cx in centres:
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )


@family("triangle of dots, circles as a triangle, bowling pins, apex up, one two three, pyramid of circles")
def triangle_of_dots(p: Pick) -> Worked:
    """One dot in the first row, two in the second, and so on."""
    back, fore = p.colours(2)
    n = p.number(3, 5)
    step = p.number(0.6 * p.side / n, 0.85 * p.side / n)
    words, radius = across(p, p.number(0.25 * step, 0.42 * step))
    rows = ", ".join(str(i + 1) for i in range(n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a triangle of {fore} dots, {rows} per row from top to bottom, {words}, "
            f"{step} pixels apart",
            f"draw {n} rows of {fore} circles on {back} as a triangle with one circle on top and one more in "
            f"every row; "
            f"each circle {words}, centres {step} pixels apart",
        ),
        loose=f"a triangle of {fore} dots on {back}, one at the top and {spelled(n)} at the bottom",
        back=back,
        body=f"""
n, step = {n}, {step}  # rows, and from centre to centre
r = {radius}
for i in range(n):
    count = i + 1  # {rows} from top to bottom
    cy = H / 2 + (i - (n - 1) / 2) * step
    for j in range(count):
        cx = W / 2 + (j - (count - 1) / 2) * step  # every row is centred
        dot = np.hypot(yy - cy, xx - cx) <= r
        image[dot] = {fore.value}  # {fore}
""",
    )


@family("triangle of dots upside down, apex down, inverted, three two one, fewer in every row")
def triangle_of_dots_upside_down(p: Pick) -> Worked:
    """The longest row of dots at the top, one dot at the bottom."""
    back, fore = p.colours(2)
    n = p.number(3, 5)
    step = p.number(0.6 * p.side / n, 0.85 * p.side / n)
    words, radius = across(p, p.number(0.25 * step, 0.42 * step))
    rows = ", ".join(str(n - i) for i in range(n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {fore} dots as a triangle upside down: {rows} from top to bottom, "
            f"{words}, {step} pixels apart",
            f"draw {n} rows of {fore} circles on {back}, {n} in the top row and one fewer in every row down "
            f"to a single one; "
            f"each circle {words}, centres {step} pixels apart",
        ),
        loose=f"an upside down triangle of {fore} dots on {back}, {spelled(n)} at the top and one at the bottom",
        back=back,
        body=f"""
n, step = {n}, {step}  # rows, and from centre to centre
r = {radius}
for i in range(n):
    count = n - i  # {rows} from top to bottom
    cy = H / 2 + (i - (n - 1) / 2) * step
    for j in range(count):
        cx = W / 2 + (j - (count - 1) / 2) * step  # every row is centred
        dot = np.hypot(yy - cy, xx - cx) <= r
        image[dot] = {fore.value}  # {fore}
""",
    )


@family("cross of dots, plus of dots, cross shape, plus shape, circles")
def cross_of_dots(p: Pick) -> Worked:
    """A dot in the middle and arms of dots to the four sides."""
    back, fore = p.colours(2)
    arm = p.number(1, 3)
    step = p.number(0.3 * p.side / (arm + 0.5), 0.46 * p.side / (arm + 0.5))
    r = p.number(0.25 * step, 0.42 * step)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a cross of {fore} dots of radius {r}: one in the middle and {arm} to each "
            f"side, {step} pixels apart",
            f"draw {4 * arm + 1} {fore} circles in the shape of a plus on {back}: one in the centre, {arm} on "
            f"every arm, "
            f"radius {r}, spaced {step} px",
        ),
        loose=f"{fore} dots in the shape of a cross on {back}",
        back=back,
        body=f"""
arm, r, step = {arm}, {r}, {step}  # {4 * arm + 1} dots: 4 arms of {arm}, and the middle
centres = [(H / 2, W / 2)]
for i in range(1, arm + 1):
    far = i * step
    centres += [(H / 2 - far, W / 2), (H / 2 + far, W / 2), (H / 2, W / 2 - far), (H / 2, W / 2 + far)]
for cy, cx in centres:
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )
