"""Straight lines: level, upright, slanted, whole or between two points."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("horizontal line, at row, across, full width, thickness, line from left to right")
def horizontal_line(p: Pick) -> Worked:
    """A line through the whole width at a stated row."""
    back, fore = p.colours(2)
    row, thickness = p.share(0.15, 0.85, p.rows), p.number(2, max(3, p.side * 0.07))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a horizontal {fore} line at row {row}, {thickness} pixels thick",
            f"draw {a(fore)} line from the left edge to the right edge of {back} at row {row}, thickness "
            f"{thickness} px",
        ),
        loose=f"a horizontal {fore} line on {back}",
        back=back,
        body=f"""
row, thickness = {row}, {thickness}
y0 = row - thickness // 2  # first row of the line
line = (yy >= y0) & (yy < y0 + thickness)
image[line] = {fore.value}  # {fore}
""",
    )


@family("vertical line, at column, full height, thickness, line from top to bottom")
def vertical_line(p: Pick) -> Worked:
    """A line through the whole height at a stated column."""
    back, fore = p.colours(2)
    column, thickness = p.share(0.15, 0.85, p.cols), p.number(2, max(3, p.side * 0.07))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a vertical {fore} line at column {column}, {thickness} pixels thick",
            f"draw {a(fore)} line from the top edge to the bottom of {back} at column {column}, {thickness} px wide",
        ),
        loose=f"a vertical {fore} line on {back}",
        back=back,
        body=f"""
column, thickness = {column}, {thickness}
x0 = column - thickness // 2  # first column of the line
line = (xx >= x0) & (xx < x0 + thickness)
image[line] = {fore.value}  # {fore}
""",
    )


@family("horizontal line segment, from column to column, at row, short line, underline, dash")
def horizontal_segment(p: Pick) -> Worked:
    """A horizontal line between two columns."""
    back, fore = p.colours(2)
    row, thickness = p.share(0.15, 0.85, p.rows), p.number(2, max(3, p.side * 0.06))
    x0, x1 = p.share(0.06, 0.35, p.cols), p.share(0.55, 0.95, p.cols) - 1
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a horizontal {fore} line at row {row} from column {x0} to column {x1}, "
            f"{thickness} pixels thick",
            f"{a(fore)} line segment on {back}: row {row}, columns {x0} to {x1}, thickness {thickness} px",
        ),
        loose=f"a short horizontal {fore} line on {back} that does not reach the edges",
        back=back,
        body=f"""
row, thickness = {row}, {thickness}
x0, x1 = {x0}, {x1}  # first and last column
y0 = row - thickness // 2  # first row of the line
line = (yy >= y0) & (yy < y0 + thickness) & (xx >= x0) & (xx <= x1)
image[line] = {fore.value}  # {fore}
""",
    )


@family("vertical line segment, from row to row, at column, short line, post, stick")
def vertical_segment(p: Pick) -> Worked:
    """A vertical line between two rows."""
    back, fore = p.colours(2)
    column, thickness = p.share(0.15, 0.85, p.cols), p.number(2, max(3, p.side * 0.06))
    y0, y1 = p.share(0.06, 0.35, p.rows), p.share(0.55, 0.95, p.rows) - 1
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a vertical {fore} line at column {column} from row {y0} to row {y1}, "
            f"{thickness} pixels thick",
            f"{a(fore)} line segment on {back}: column {column}, rows {y0} to {y1}, thickness {thickness} px",
        ),
        loose=f"a short vertical {fore} line on {back} that does not reach the edges",
        back=back,
        body=f"""
column, thickness = {column}, {thickness}
y0, y1 = {y0}, {y1}  # first and last row
x0 = column - thickness // 2  # first column of the line
line = (xx >= x0) & (xx < x0 + thickness) & (yy >= y0) & (yy <= y1)
image[line] = {fore.value}  # {fore}
""",
    )


def _apart(p: Pick, across: str) -> str:
    """Return an expression for the distance from a diagonal, along which ``across`` grows; a square's is simple."""
    return (
        f"np.abs(yy - {across}) / np.sqrt(2)" if p.rows == p.cols else f"np.abs(yy * W - {across} * H) / np.hypot(H, W)"
    )


@family("diagonal line, top left to bottom right, corner to corner, thickness, falling, slanted")
def diagonal_line_falling(p: Pick) -> Worked:
    """A line from the top left to the bottom right corner."""
    back, fore = p.colours(2)
    thickness = p.number(3, max(8, p.side * 0.1))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a diagonal {fore} line that falls from the upper left corner to the "
            f"lower right one, {thickness} pixels thick",
            f"draw {a(fore)} diagonal on {back}, top left to bottom right, thickness {thickness} px",
        ),
        loose=f"{a(fore)} diagonal line on {back} from the top left to the bottom right corner",
        back=back,
        body=f"""
# all pixels that are nearer than half its thickness to the line from top left to bottom right
line = {_apart(p, "xx")} <= {thickness} / 2  # {thickness} pixels thick
image[line] = {fore.value}  # {fore}
""",
    )


@family("diagonal line, bottom left to top right, corner to corner, thickness, rising, slash")
def diagonal_line_rising(p: Pick) -> Worked:
    """A line from the bottom left to the top right corner."""
    back, fore = p.colours(2)
    thickness = p.number(3, max(8, p.side * 0.1))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a diagonal {fore} line from the bottom left corner to the top right corner, "
            f"{thickness} pixels thick",
            f"draw {a(fore)} diagonal on {back}, top right to bottom left, thickness {thickness} px",
        ),
        loose=f"{a(fore)} diagonal line on {back} from the bottom left to the top right corner",
        back=back,
        body=f"""
# all pixels that are nearer than half its thickness to the line from top right to bottom left
line = {_apart(p, "(W - 1 - xx)")} <= {thickness} / 2  # {thickness} pixels thick
image[line] = {fore.value}  # {fore}
""",
    )


@family("both diagonals, two crossing diagonal lines, corner to corner, big x, crossed out, saltire")
def both_diagonals(p: Pick) -> Worked:
    """The two diagonals of the picture."""
    back, fore = p.colours(2)
    thickness = p.number(3, max(8, p.side * 0.1))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} crossed by both diagonals in {fore}, corner to corner, {thickness} pixels thick",
            f"draw two {fore} lines on {back} that form an X from corner to corner, each {thickness} px thick",
        ),
        loose=f"{a(back)} picture crossed out by two {fore} diagonals",
        back=back,
        body=f"""
thickness = {thickness}  # pixels
falling = yy * (W - 1) - xx * (H - 1)  # 0 on the line from top left to bottom right
rising = yy * (W - 1) - (W - 1 - xx) * (H - 1)  # 0 on the line from top right to bottom left
length = np.hypot(H - 1, W - 1)
lines = (np.abs(falling) / length <= thickness / 2) | (np.abs(rising) / length <= thickness / 2)
image[lines] = {fore.value}  # {fore}
""",
    )


@family("line between two points, from row column to row column, segment, thickness, connect, slanted line")
def line_between_two_points(p: Pick) -> Worked:
    """A line from one point to another."""
    back, fore = p.colours(2)
    thickness = p.number(2, max(4, p.side * 0.05))
    y0, x0 = p.share(0.08, 0.92, p.rows), p.share(0.08, 0.35, p.cols)
    y1, x1 = p.share(0.08, 0.92, p.rows), p.share(0.6, 0.92, p.cols)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} line from row {y0}, column {x0} to row {y1}, column {x1}, "
            f"{thickness} pixels thick",
            f"connect the points (row {y0}, column {x0}) and (row {y1}, column {x1}) by {a(fore)} line of "
            f"{thickness} px on {back}",
        ),
        loose=f"a slanted {fore} line between two points on {back}",
        back=back,
        body=f"""
y0, x0 = {y0}, {x0}  # row and column where it begins
y1, x1 = {y1}, {x1}  # row and column where it ends
thickness = {thickness}
along = ((yy - y0) * (y1 - y0) + (xx - x0) * (x1 - x0)) / ((y1 - y0) ** 2 + (x1 - x0) ** 2)
along = np.clip(along, 0, 1)  # 0 at the beginning, 1 at the end
line = np.hypot(yy - y0 - along * (y1 - y0), xx - x0 - along * (x1 - x0)) <= thickness / 2
image[line] = {fore.value}  # {fore}
""",
    )


@family("line at an angle, degrees, through the middle, slope, inclined, steep, thickness")
def line_at_an_angle(p: Pick) -> Worked:
    """A line through the middle that rises to the right."""
    back, fore = p.colours(2)
    angle, thickness = p.number(12, 80), p.number(3, max(6, p.side * 0.08))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} line through the middle, rising to the right at {angle} degrees, "
            f"{thickness} pixels thick",
            f"{a(fore)} line of {thickness} px thickness through the centre of {back}, {angle} degrees "
            "from the horizontal, rising to the right",
        ),
        loose=f"an inclined {fore} line through the middle of {back}",
        back=back,
        body=f"""
angle, thickness = np.radians({angle}), {thickness}  # from the horizontal, rising to the right
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
off = (xx - cx) * np.sin(angle) + (yy - cy) * np.cos(angle)  # distance from the line
line = np.abs(off) <= thickness / 2
image[line] = {fore.value}  # {fore}
""",
    )


@family("crosshair, horizontal and vertical line through the middle, cross reaching the edges, axes, thickness")
def crosshair(p: Pick) -> Worked:
    """A horizontal and a vertical line that cross in the middle and reach the edges."""
    back, fore = p.colours(2)
    thickness = p.number(2, max(6, p.side * 0.12))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a horizontal and a vertical {fore} line through the middle, "
            f"{thickness} pixels thick, "
            "edge to edge",
            f"{a(fore)} cross on {back} that reaches all four edges, bars {thickness} px thick",
        ),
        loose=f"{a(fore)} cross on {back} that reaches from edge to edge",
        back=back,
        body=f"""
thickness = {thickness}  # pixels
y0, x0 = (H - thickness) // 2, (W - thickness) // 2
across = (yy >= y0) & (yy < y0 + thickness)  # whole width
upright = (xx >= x0) & (xx < x0 + thickness)  # whole height
image[across | upright] = {fore.value}  # {fore}
""",
    )
