"""Outlines of single shapes: circles, rings, squares, rectangles, triangles."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("circle outline, outlined, line thickness, stroke, not filled, hollow, unfilled, radius")
def circle_outline(p: Pick) -> Worked:
    """A circle's line in the middle."""
    back, fore = p.colours(2)
    r, thickness = p.share(0.2, 0.42), p.number(2, max(3, p.side * 0.06))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} circle in the middle, radius {r}, line "
            f"{thickness} pixels thick",
            f"draw {a(fore)} circle on {back}, not filled: radius {r} px, line thickness {thickness} px",
        ),
        loose=p.one(f"the outline of {a(fore)} circle on {back}", f"a thin hollow {fore} circle on {back}"),
        back=back,
        body=f"""
r, thickness = {r}, {thickness}  # pixels
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
outline = np.abs(distance - r) <= thickness / 2  # half of the line on either side of r
image[outline] = {fore.value}  # {fore}
""",
    )


@family("circle outline at row and column, position, centre at, outlined, line thickness, hollow, radius")
def circle_outline_at(p: Pick) -> Worked:
    """A circle's line at a stated place."""
    back, fore = p.colours(2)
    r, thickness = p.share(0.12, 0.28), p.number(2, max(3, p.side * 0.04))
    edge = r + thickness + 1
    cy, cx = p.number(edge, p.rows - edge - 1), p.number(edge, p.cols - edge - 1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle outline centred at row {cy}, column {cx}, radius {r}, "
            f"{thickness} pixels thick",
            f"an unfilled {fore} circle on {back}: centre row {cy}, column {cx}, radius {r} px, line width "
            f"{thickness} px",
        ),
        loose=f"a hollow {fore} circle somewhere on {back}",
        back=back,
        body=f"""
r, thickness = {r}, {thickness}  # pixels
cy, cx = {cy}, {cx}  # row and column of its centre
distance = np.hypot(yy - cy, xx - cx)
outline = np.abs(distance - r) <= thickness / 2
image[outline] = {fore.value}  # {fore}
""",
    )


@family("ring, outer radius, inner radius, annulus, donut, doughnut, hole, hoop")
def ring(p: Pick) -> Worked:
    """A ring by its two radii."""
    back, fore = p.colours(2)
    outer, inner = p.share(0.32, 0.46), p.share(0.1, 0.25)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} ring in the middle, outer radius {outer}, inner radius {inner}",
            f"make {a(fore)} donut on {back}: outer radius {outer} px, the hole has a radius of {inner} px",
        ),
        loose=p.one(f"{a(fore)} ring on {back}", f"{a(fore)} donut with a hole on {back}"),
        back=back,
        body=f"""
outer, inner = {outer}, {inner}  # radius of the ring, radius of its hole
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
ring = (distance <= outer) & (distance >= inner)
image[ring] = {fore.value}  # {fore}
""",
    )


@family("arc, half ring, arch, upper half of a circle, bow, line thickness")
def arch(p: Pick) -> Worked:
    """The upper half of a circle's line."""
    back, fore = p.colours(2)
    r, thickness = p.share(0.25, 0.42), p.number(3, max(4, p.side * 0.08))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} arc in the middle: the upper half of a circle of radius {r}, "
            f"{thickness} pixels thick",
            f"draw an arch in {fore} on {back}, radius {r} px, line thickness {thickness} px, open at the bottom",
        ),
        loose=f"{a(fore)} arch on {back}, the upper half of a circle line",
        back=back,
        body=f"""
r, thickness = {r}, {thickness}  # pixels
cy, cx = (H + r) // 2, (W - 1) / 2  # row where it ends, middle column
circle = np.abs(np.hypot(yy - cy, xx - cx) - r) <= thickness / 2
arch = circle & (yy <= cy)  # upper half
image[arch] = {fore.value}  # {fore}
""",
    )


@family("square outline, outlined, hollow, not filled, line thickness, border only, empty square")
def square_outline(p: Pick) -> Worked:
    """The outline of a square in the middle."""
    back, fore = p.colours(2)
    side, thickness = p.share(0.35, 0.8), p.number(2, max(3, p.side * 0.07))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} square in the middle, side {side}, {thickness} "
            "pixels thick",
            f"draw a hollow {fore} square on {back}, {side} x {side} px outside, line thickness {thickness} px",
        ),
        loose=p.one(f"the outline of {a(fore)} square on {back}", f"a hollow {fore} square on {back}"),
        back=back,
        body=f"""
side, thickness = {side}, {thickness}  # pixels
y0, x0 = (H - side) // 2, (W - side) // 2  # centred
y1, x1 = y0 + side, x0 + side
outer = (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x1)
inner = (yy >= y0 + thickness) & (yy < y1 - thickness) & (xx >= x0 + thickness) & (xx < x1 - thickness)
image[outer & ~inner] = {fore.value}  # {fore}
""",
    )


@family("rectangle outline, outlined box, hollow, not filled, line thickness, empty, width, height")
def rectangle_outline(p: Pick) -> Worked:
    """The outline of a rectangle in the middle."""
    back, fore = p.colours(2)
    width, height, thickness = p.share(0.6, 0.9), p.share(0.3, 0.55), p.number(2, max(3, p.side * 0.06))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} rectangle, {width} wide, {height} high, "
            f"line {thickness} pixels thick, centred",
            f"an unfilled {fore} box of {width} x {height} px in the middle of {back}, its border {thickness} px thick",
        ),
        loose=p.one(f"the outline of {a(fore)} rectangle on {back}", f"an empty {fore} box on {back}"),
        back=back,
        body=f"""
width, height, thickness = {width}, {height}, {thickness}  # pixels
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
y1, x1 = y0 + height, x0 + width
outer = (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x1)
inner = (yy >= y0 + thickness) & (yy < y1 - thickness) & (xx >= x0 + thickness) & (xx < x1 - thickness)
image[outer & ~inner] = {fore.value}  # {fore}
""",
    )


@family("rectangle outline, from row to row, from column to column, hollow, line thickness, position")
def rectangle_outline_by_rows_and_columns(p: Pick) -> Worked:
    """The outline of a rectangle given by its first and last rows and columns."""
    back, fore = p.colours(2)
    y0, x0 = p.share(0.06, 0.35, p.rows), p.share(0.06, 0.35, p.cols)
    y1, x1 = p.share(0.6, 0.95, p.rows) - 1, p.share(0.6, 0.95, p.cols) - 1
    t = p.number(2, max(3, p.side * 0.05))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle outline, {t} pixels thick, from row {y0} to row {y1} and "
            f"column {x0} to column {x1}",
            f"draw only the border of {a(fore)} rectangle on {back}: rows {y0} to {y1}, columns {x0} to "
            f"{x1}, {t} px thick",
        ),
        loose=f"a hollow {fore} rectangle on {back}, off the middle",
        back=back,
        body=f"""
y0, y1 = {y0}, {y1}  # first and last row
x0, x1 = {x0}, {x1}  # first and last column
t = {t}  # thickness
outer = (yy >= y0) & (yy <= y1) & (xx >= x0) & (xx <= x1)
inner = (yy >= y0 + t) & (yy <= y1 - t) & (xx >= x0 + t) & (xx <= x1 - t)
image[outer & ~inner] = {fore.value}  # {fore}
""",
    )


@family("ellipse outline, oval line, hollow ellipse, thickness, not filled")
def ellipse_outline(p: Pick) -> Worked:
    """The outline of an ellipse in the middle."""
    back, fore = p.colours(2)
    width, height, thickness = p.share(0.6, 0.9), p.share(0.3, 0.55), p.number(3, max(4, p.side * 0.06))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} ellipse, {width} wide and {height} high, "
            f"line {thickness} pixels thick",
            f"a hollow {fore} oval in the middle of {back}: {width} x {height} px, thickness {thickness} px",
        ),
        loose=f"the outline of {a(fore)} oval on {back}",
        back=back,
        body=f"""
width, height, thickness = {width}, {height}, {thickness}  # pixels
ry, rx = height / 2, width / 2
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
outer = ((yy - cy) / ry) ** 2 + ((xx - cx) / rx) ** 2 <= 1
inner = ((yy - cy) / (ry - thickness)) ** 2 + ((xx - cx) / (rx - thickness)) ** 2 <= 1
image[outer & ~inner] = {fore.value}  # {fore}
""",
    )


@family("triangle outline, hollow, not filled, line thickness, base, height, three lines, outlined")
def triangle_outline(p: Pick) -> Worked:
    """The outline of a triangle that points up."""
    back, fore = p.colours(2)
    base, height, thickness = p.share(0.5, 0.85), p.share(0.4, 0.8), p.number(2, max(3, p.side * 0.05))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} triangle pointing up, base {base}, height {height}, "
            f"line {thickness} pixels thick",
            f"draw a hollow {fore} triangle in the middle of {back}: {base} px wide, {height} px high, "
            f"line thickness {thickness} px",
        ),
        loose=p.one(f"the outline of {a(fore)} triangle on {back}", f"a hollow {fore} triangle on {back}"),
        back=back,
        body=f"""
base, height, thickness = {base}, {height}, {thickness}  # pixels
y0, cx = (H - height) // 2, (W - 1) / 2  # row of the tip, middle column
slant = np.hypot(base / 2, height)  # length of each slanted side
sides = (base / 2 * (yy - y0) - height * np.abs(xx - cx)) / slant  # how far inside the slanted sides
bottom = y0 + height - yy  # how far above the base
inside = np.minimum(sides, bottom)
outline = (inside >= 0) & (inside < thickness)
image[outline] = {fore.value}  # {fore}
""",
    )


@family("diamond outline, rhombus outline, hollow, polygon outline, line thickness, not filled")
def diamond_outline(p: Pick) -> Worked:
    """Four lines between the corners of a rhombus, as between those of any polygon."""
    back, fore = p.colours(2)
    width, height, thickness = p.share(0.35, 0.58), p.share(0.6, 0.85), p.number(2, max(3, p.side * 0.05))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} diamond, {width} wide and {height} high, "
            f"line {thickness} pixels thick",
            f"a hollow {fore} rhombus in the middle of {back}: diagonals {width} px and {height} px, line "
            f"{thickness} px",
        ),
        loose=f"the outline of {a(fore)} diamond on {back}",
        back=back,
        body=f"""
width, height, thickness = {width}, {height}, {thickness}  # pixels
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
corners = [(cy - height / 2, cx), (cy, cx + width / 2), (cy + height / 2, cx), (cy, cx - width / 2)]
for (ay, ax), (by, bx) in zip(corners, corners[1:] + corners[:1]):  # a line from each corner to the next
    along = ((yy - ay) * (by - ay) + (xx - ax) * (bx - ax)) / ((by - ay) ** 2 + (bx - ax) ** 2)
    along = np.clip(along, 0, 1)
    line = np.hypot(yy - ay - along * (by - ay), xx - ax - along * (bx - ax)) <= thickness / 2
    image[line] = {fore.value}  # {fore}
""",
    )
