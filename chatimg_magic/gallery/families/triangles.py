"""Triangles: by their corners, by base and height in each direction, with a right angle, with equal sides."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("triangle, three corners, vertices, points, row, column, filled")
def triangle_by_corners(p: Pick) -> Worked:
    """A triangle given by its three corners."""
    back, fore = p.colours(2)
    ay, ax = p.share(0.05, 0.25, p.rows), p.share(0.2, 0.8, p.cols)
    by, bx = p.share(0.5, 0.95, p.rows), p.share(0.05, 0.3, p.cols)
    cy, cx = p.share(0.6, 0.95, p.rows), p.share(0.6, 0.95, p.cols)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a filled {fore} triangle with its corners at row {ay}, column {ax}; "
            f"row {by}, column {bx} and row {cy}, column {cx}",
            f"{a(fore)} triangle on {back} with the corners (row, column): ({ay}, {ax}), ({by}, {bx}), ({cy}, {cx})",
        ),
        loose=p.one(f"{a(fore)} triangle of any shape on {back}", f"a lopsided {fore} triangle on {back}"),
        back=back,
        body=f"""
ay, ax = {ay}, {ax}  # row and column of the first corner
by, bx = {by}, {bx}
cy, cx = {cy}, {cx}
ab = (bx - ax) * (yy - ay) - (by - ay) * (xx - ax)  # its sign tells the side of the line a-b
bc = (cx - bx) * (yy - by) - (cy - by) * (xx - bx)
ca = (ax - cx) * (yy - cy) - (ay - cy) * (xx - cx)
triangle = ((ab >= 0) & (bc >= 0) & (ca >= 0)) | ((ab <= 0) & (bc <= 0) & (ca <= 0))
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("triangle, pointing up, tip at the top, base, height, upward, pyramid")
def triangle_pointing_up(p: Pick) -> Worked:
    """A triangle with its tip up."""
    back, fore = p.colours(2)
    base, height = p.share(0.4, 0.9), p.share(0.3, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle in the middle pointing up, base {base}, height {height}",
            f"draw a filled {fore} triangle on {back}, tip at the top: {base} px wide at the bottom and "
            f"{height} px high",
            f"{a(fore)} triangle pointing up, {height} pixels tall, {base} pixels wide, centred on {back}",
        ),
        loose=p.one(f"{a(fore)} triangle on {back}", f"{a(fore)} triangle pointing up on {back}"),
        back=back,
        body=f"""
base, height = {base}, {height}  # pixels
y0, cx = (H - height) // 2, (W - 1) / 2  # row of the tip, middle column
width = base * (yy - y0 + 1) / height  # grows downwards
triangle = (yy >= y0) & (yy < y0 + height) & (np.abs(xx - cx) <= width / 2)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("triangle, pointing down, tip at the bottom, upside down, base, height, downward, inverted")
def triangle_pointing_down(p: Pick) -> Worked:
    """A triangle with its tip down."""
    back, fore = p.colours(2)
    base, height = p.share(0.4, 0.9), p.share(0.3, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle in the middle pointing down, base {base}, height {height}",
            f"create an upside-down {fore} triangle on {back}: {base} px wide at the top, {height} px high, centred",
        ),
        loose=p.one(f"{a(fore)} triangle pointing down on {back}", f"an upside-down {fore} triangle on {back}"),
        back=back,
        body=f"""
base, height = {base}, {height}  # pixels
y0, cx = (H - height) // 2, (W - 1) / 2  # row of the base, middle column
width = base * (y0 + height - yy) / height  # shrinks downwards
triangle = (yy >= y0) & (yy < y0 + height) & (np.abs(xx - cx) <= width / 2)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("triangle, pointing right, tip at the right, play button, base, length, sideways")
def triangle_pointing_right(p: Pick) -> Worked:
    """A triangle with its tip at the right."""
    back, fore = p.colours(2)
    base, length = p.share(0.4, 0.85), p.share(0.35, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle in the middle pointing right, base {base} high, {length} long",
            f"draw {a(fore)} play button on {back}: a triangle, tip at the right, {length} px wide and {base} px high",
        ),
        loose=p.one(f"{a(fore)} triangle pointing right on {back}", f"{a(fore)} play button on {back}"),
        back=back,
        body=f"""
base, length = {base}, {length}  # pixels up and down, pixels from left to right
cy, x0 = (H - 1) / 2, (W - length) // 2  # middle row, column of the base
height = base * (x0 + length - xx) / length  # shrinks to the right
triangle = (xx >= x0) & (xx < x0 + length) & (np.abs(yy - cy) <= height / 2)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("triangle, pointing left, tip at the left, back button, base, length, sideways")
def triangle_pointing_left(p: Pick) -> Worked:
    """A triangle with its tip at the left."""
    back, fore = p.colours(2)
    base, length = p.share(0.4, 0.85), p.share(0.35, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle in the middle pointing left, base {base} high, {length} long",
            f"make {a(fore)} triangle on {back} with its tip at the left, {length} px wide and {base} px high, centred",
        ),
        loose=p.one(f"{a(fore)} triangle pointing left on {back}", f"{a(fore)} back button on {back}"),
        back=back,
        body=f"""
base, length = {base}, {length}  # pixels up and down, pixels from left to right
cy, x0 = (H - 1) / 2, (W - length) // 2  # middle row, column of the tip
height = base * (xx - x0 + 1) / length  # grows to the right
triangle = (xx >= x0) & (xx < x0 + length) & (np.abs(yy - cy) <= height / 2)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("triangle, tip at row and column, base at row, pointing up, position, isosceles")
def triangle_with_tip_at(p: Pick) -> Worked:
    """A triangle given by its tip and the row of its base."""
    back, fore = p.colours(2)
    base = p.share(0.3, 0.5)
    y0, y1 = p.share(0.08, 0.4, p.rows), p.share(0.55, 0.95, p.rows)
    cx = p.number(base // 2 + 3, p.cols - base // 2 - 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle: tip at row {y0}, column {cx}, base at row {y1}, "
            f"{base} pixels wide",
            f"{a(fore)} triangle on {back} whose tip is at row {y0} and column {cx} and whose {base} px wide base "
            f"is at row {y1}",
        ),
        loose=f"{a(fore)} triangle standing somewhere on {back}",
        back=back,
        body=f"""
y0, cx = {y0}, {cx}  # row and column of the tip
y1, base = {y1}, {base}  # row of the base, its width
width = base * (yy - y0) / (y1 - y0)  # 0 at the tip, base at row y1
triangle = (yy >= y0) & (yy <= y1) & (np.abs(xx - cx) <= width / 2)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("triangle, tip at, base from column to column, ends of the base, three corners, base in row, pointing up")
def triangle_on_a_base(p: Pick) -> Worked:
    """A triangle given by its tip and the two ends of its level base."""
    back, fore = p.colours(2)
    y0, y1 = p.share(0.08, 0.4, p.rows), p.share(0.55, 0.95, p.rows)
    x0, x1 = p.share(0.05, 0.35, p.cols), p.share(0.6, 0.95, p.cols)
    cx = p.number(x0 + 0.3 * (x1 - x0), x0 + 0.7 * (x1 - x0))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} triangle: tip in row {y0}, column {cx}, the ends of its base in row "
            f"{y1}, column {x0} and in row {y1}, column {x1}",
            f"{a(fore)} triangle on {back}; its tip: row {y0}, column {cx}; the ends of its base: row {y1}, column "
            f"{x0} and row {y1}, column {x1}",
        ),
        loose=f"a lopsided {fore} triangle that stands on its base, on {back}",
        back=back,
        body=f"""
y0, cx = {y0}, {cx}  # row and column of the tip
y1, x0, x1 = {y1}, {x0}, {x1}  # row of the base, columns of its ends
t = (yy - y0) / (y1 - y0)  # 0 at the tip, 1 at the base
triangle = (yy >= y0) & (yy <= y1) & (xx >= cx + (x0 - cx) * t) & (xx <= cx + (x1 - cx) * t)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("right triangle, right angle, right-angled, legs, corner, half of a rectangle, ramp")
def right_triangle(p: Pick) -> Worked:
    """A triangle with a right angle, by its two legs."""
    back, fore = p.colours(2)
    width, height = p.share(0.4, 0.85), p.share(0.3, 0.85)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    cy, up = ("(H + height) // 2", "cy - yy") if row == "bottom" else ("(H - height) // 2", "yy - cy")
    cx, across = ("(W - width) // 2", "xx - cx") if column == "left" else ("(W + width) // 2", "cx - xx")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} right triangle in the middle, legs {width} wide and {height} high, "
            f"right angle at the {row} {column}",
            f"a right-angled {fore} triangle on {back}: {width} px wide, {height} px high, "
            f"the right angle {row} {column}",
        ),
        loose=f"{a(fore)} right-angled triangle on {back}, the right angle at the {row} {column}",
        back=back,
        body=f"""
width, height = {width}, {height}  # the legs
cy, cx = {cy}, {cx}  # where the right angle is: {row} {column}
across, along = {across}, {up}  # away from the right angle (left: xx - cx, bottom: cy - yy)
triangle = (across >= 0) & (along >= 0) & (across / width + along / height <= 1)
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("equilateral triangle, equal sides, side length, three equal sides, regular")
def equilateral_triangle(p: Pick) -> Worked:
    """A triangle with three equal sides, tip up."""
    back, fore = p.colours(2)
    side = p.share(0.4, 0.95)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an equilateral {fore} triangle in the middle, each side {side} pixels long",
            f"draw {a(fore)} triangle with three equal sides of {side} px on {back}, tip up, centred",
        ),
        loose=f"an equilateral {fore} triangle on {back}",
        back=back,
        body=f"""
side = {side}  # pixels
height = side * np.sqrt(3) / 2  # of a triangle with equal sides
y0, cx = (H - height) / 2, (W - 1) / 2  # row of the tip, middle column
width = side * (yy - y0) / height  # grows downwards
triangle = (yy >= y0) & (yy <= y0 + height) & (np.abs(xx - cx) <= width / 2)
image[triangle] = {fore.value}  # {fore}
""",
    )
