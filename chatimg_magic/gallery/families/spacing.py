"""Things by stated places and steps: where the first one is, and how far it is from one to the next."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("row of circles, first centre, step, next centre, spacing, from centre to centre, beads, string, same row")
def dots_from_centre_to_centre(p: Pick) -> Worked:
    """Equal dots in one row or one column, by the first centre and the distance between centres."""
    back, fore = p.colours(2)
    flat = p.flip()
    along, over = (p.cols, p.rows) if flat else (p.rows, p.cols)
    n = p.number(3, 6)
    r = max(2, p.number(0.18 * along / n, 0.36 * along / n))
    step = p.number(2 * r + 2, max(2 * r + 2, (along - 2 * r - 4) // n))
    first = p.number(r + 1, max(r + 1, along - r - 2 - (n - 1) * step))
    fixed = p.number(0.3 * over, 0.7 * over)
    places = ", ".join(str(first + i * step) for i in range(n))
    line, other = ("row", "column") if flat else ("column", "row")
    centre = "cy, cx = fixed, first + i * step" if flat else "cy, cx = first + i * step, fixed"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} circles of radius {r} with their centres in {line} {fixed}: the first "
            f"at {other} {first}, then every {step} pixels",
            f"on {back} {spelled(n)} {fore} dots, radius {r} px, all in {line} {fixed}; {other}s of their centres: "
            f"{places}",
        ),
        loose=f"a string of {spelled(n)} {fore} beads on {back}, in one {line}",
        back=back,
        body=f"""
n, r = {n}, {r}  # dots, radius
fixed, first, step = {fixed}, {first}, {step}  # {line} of all centres; {other} of the first; from centre to centre
for i in range(n):  # {other}s {places}
    {centre}
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )


@family("grid of squares, first corner, top left corner of the first, pitch, step, from corner to corner, tiles")
def squares_by_first_corner_and_step(p: Pick) -> Worked:
    """A grid of equal squares by the corner of the first one and the step from corner to corner."""
    back, fore = p.colours(2)
    rows, columns = p.number(2, 4), p.number(2, 5)
    most = min(p.rows // (rows + 1), p.cols // (columns + 1))
    step = p.number(0.75 * most, most)
    side = p.number(0.45 * step, 0.8 * step)
    top = p.number(1, p.rows - (rows - 1) * step - side - 1)
    left = p.number(1, p.cols - (columns - 1) * step - side - 1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {rows} x {columns} {fore} squares ({rows} rows, {columns} columns), side {side}; "
            f"the first begins at row {top}, column {left}, the next ones {step} pixels further right or down",
            f"draw {rows} rows of {columns} {fore} boxes on {back}: {side} px each, {step} px from corner to corner, "
            f"the corner of the first at row {top}, column {left}",
        ),
        loose=f"{spelled(rows)} rows of {spelled(columns)} {fore} tiles on {back}",
        back=back,
        body=f"""
rows, columns = {rows}, {columns}
side, step = {side}, {step}  # of a square; from one corner to the next
top, left = {top}, {left}  # top left corner of the first
for i in range(rows):
    for j in range(columns):
        y0, x0 = top + i * step, left + j * step
        square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
        image[square] = {fore.value}  # {fore}
""",
    )


@family("bar chart, bar width, gap between bars, first bar begins, columns, rise from the lower edge, heights, bars")
def bars_of_given_width_and_gap(p: Pick) -> Worked:
    """Bars on the bottom edge: heights, one width, one gap, and where the first begins."""
    back, fore = p.colours(2)
    n = p.number(3, 6)
    slot = p.cols // (n + 1)
    wide = max(2, p.number(0.5 * slot, 0.75 * slot))
    gap = max(1, p.number(0.15 * slot, 0.45 * slot))
    left = p.number(1, max(1, p.cols - n * (wide + gap)))
    heights = ", ".join(str(p.number(0.15 * p.rows, 0.9 * p.rows)) for _ in range(n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} bars that stand on the bottom edge, {wide} pixels wide, {gap} pixels "
            f"between them, the first from column {left} on; heights {heights}",
            f"bar chart on {back}: {spelled(n)} {fore} columns with heights of {heights} px from left to right, width "
            f"{wide} px, gap {gap} px, beginning at x = {left}",
        ),
        loose=f"{a(fore)} bar chart with gaps between the bars on {back}",
        back=back,
        body=f"""
heights = [{heights}]  # pixels, from left to right: {n} bars
wide, gap, left = {wide}, {gap}, {left}  # of a bar; between two; column where the first begins
for i in range(len(heights)):
    x0 = left + i * (wide + gap)
    bar = (xx >= x0) & (xx < x0 + wide) & (yy >= H - heights[i])
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("circle and rectangle, two different things, centre and radius, top left corner, rows high, columns wide")
def disc_and_rectangle_at_places(p: Pick) -> Worked:
    """A disc and a rectangle, each at its own place, the one in the upper and the other in the lower part."""
    back, one, two = p.colours(3)
    half = p.rows // 2
    r = p.number(0.15 * half, 0.4 * min(half, p.cols))
    high, wide = p.number(0.2 * half, 0.7 * half), p.number(0.15 * p.cols, 0.5 * p.cols)
    cy, cx = p.number(r, half - r - 2), p.number(r, p.cols - r - 1)
    y0, x0 = p.number(half + 1, p.rows - high - 1), p.number(1, p.cols - wide - 1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(one)} circle of radius {r} around row {cy}, column {cx} and {a(two)} rectangle "
            f"{wide} wide and {high} high from row {y0}, column {x0}",
            f"draw two things on {back}: {a(one)} disc (radius {r}) with its centre at row {cy}, column {cx}, and "
            f"{a(two)} rectangle of {high} rows and {wide} columns with its top left corner at row {y0}, column {x0}",
        ),
        loose=f"{a(one)} circle and {a(two)} rectangle on {back}",
        back=back,
        body=f"""
cy, cx, r = {cy}, {cx}, {r}  # row and column of the centre, radius
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {one.value}  # {one}
y0, x0, high, wide = {y0}, {x0}, {high}, {wide}  # first row, first column, rows, columns
rectangle = (yy >= y0) & (yy < y0 + high) & (xx >= x0) & (xx < x0 + wide)
image[rectangle] = {two.value}  # {two}
""",
    )


@family("ring, annulus, ring around a place, at row and column, inner radius, outer radius, hole, hoop, centre at")
def ring_at_row_and_column(p: Pick) -> Worked:
    """A ring by its two radii, around a stated place."""
    back, fore = p.colours(2)
    outer = p.share(0.18, 0.32)
    inner = p.number(0.4 * outer, 0.75 * outer)
    cy, cx = p.number(outer, p.rows - 1 - outer), p.number(outer, p.cols - 1 - outer)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} ring centred at row {cy}, column {cx}: outer radius {outer}, inner "
            f"radius {inner}",
            f"{a(fore)} ring on {back} whose centre is row {cy}, column {cx}; it reaches from {inner} px to {outer} "
            "px away from there, inside it is empty",
        ),
        loose=f"{a(fore)} ring somewhere on {back}, not in the middle",
        back=back,
        body=f"""
cy, cx = {cy}, {cx}  # row and column of the centre
outer, inner = {outer}, {inner}  # radius of the ring, radius of its hole
distance = np.hypot(yy - cy, xx - cx)
ring = (distance <= outer) & (distance >= inner)
image[ring] = {fore.value}  # {fore}
""",
    )


@family("triangle in a corner, right-angled, right angle in the corner, legs along the edges, corner cut off, diagonal")
def triangle_in_a_corner(p: Pick) -> Worked:
    """A right-angled triangle that fills a corner of the picture, with legs along two edges."""
    back, fore = p.colours(2)
    leg = p.share(0.3, 0.8)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    down = "yy" if row == "top" else "H - 1 - yy"
    across = "xx" if column == "left" else "W - 1 - xx"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} whose {row} {column} corner is {a(fore)} triangle, {leg} pixels along both edges",
            f"cut the {row} {column} corner off {back} with {a(fore)} right-angled triangle, legs {leg} px long",
        ),
        loose=f"{a(fore)} triangle in the {row} {column} corner of {back}",
        back=back,
        body=f"""
leg = {leg}  # pixels along each edge
down = {down}  # distance from the {row} edge; top: yy, bottom: H - 1 - yy
across = {across}  # distance from the {column} edge; left: xx, right: W - 1 - xx
triangle = down + across < leg
image[triangle] = {fore.value}  # {fore}
""",
    )
