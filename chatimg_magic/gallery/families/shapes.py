"""Squares, rectangles and discs: filled, of exact sizes at exact places."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("square, centre, middle, centred, box, block, filled")
def centred_square(p: Pick) -> Worked:
    """A square in the middle."""
    back, fore = p.colours(2)
    side = p.share(0.2, 0.6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square, {side} pixels wide, exactly in the middle",
            f"{p.canvas(back)} and in its centre a filled {fore} square of {side} x {side} pixels",
            f"draw {a(fore)} square with a side of {side} px, centred on {back}",
        ),
        loose=p.one(f"{a(fore)} square in the middle of {back}", f"one {fore} square, centred, {back} around it"),
        back=back,
        body=f"""
side = {side}  # pixels
y0, x0 = (H - side) // 2, (W - side) // 2  # centred
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("square, top left corner at row and column, side, position, box")
def square_from_row_and_column(p: Pick) -> Worked:
    """A square given by its top left corner."""
    back, fore = p.colours(2)
    side = p.share(0.2, 0.45)
    y0, x0 = p.number(4, p.rows - side - 4), p.number(4, p.cols - side - 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square of side {side} whose top left corner is at row {y0}, column {x0}",
            f"make a {side} x {side} square in {fore} on {back}; it begins at row {y0} and column {x0}",
        ),
        loose=f"{a(fore)} square somewhere on {back}, not in the middle",
        back=back,
        body=f"""
side = {side}  # pixels
y0, x0 = {y0}, {x0}  # row and column of the top left corner
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("square, centred at row and column, centre at, side, position, box")
def square_around_row_and_column(p: Pick) -> Worked:
    """A square given by its centre."""
    back, fore = p.colours(2)
    side = p.share(0.2, 0.45)
    cy, cx = p.number(side // 2 + 4, p.rows - side // 2 - 4), p.number(side // 2 + 4, p.cols - side // 2 - 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square, {side} pixels wide, centred at row {cy} and column {cx}",
            f"{a(fore)} square of {side} x {side} px around the point row {cy}, column {cx} on {a(back)} background",
        ),
        loose=f"{a(fore)} box around a point of {a(back)} picture",
        back=back,
        body=f"""
side = {side}  # pixels
cy, cx = {cy}, {cx}  # row and column of its centre
y0, x0 = cy - side // 2, cx - side // 2  # its top left corner
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("rectangle, wide, width and height, centre, middle, box, block, bar")
def wide_rectangle(p: Pick) -> Worked:
    """A lying rectangle in the middle, by its width and height."""
    back, fore = p.colours(2)
    width, height = p.share(0.5, 0.85), p.share(0.12, 0.4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle in the middle, {width} pixels wide and {height} pixels high",
            f"draw a filled {fore} rectangle (width {width}, height {height}) in the centre of {back}",
            f"centred {fore} box {width} px wide by {height} px tall, {back} background",
        ),
        loose=p.one(f"a wide {fore} rectangle in the middle of {back}", f"a flat {fore} box on {back}"),
        back=back,
        body=f"""
width, height = {width}, {height}  # pixels
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
rectangle = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
image[rectangle] = {fore.value}  # {fore}
""",
    )


@family("rectangle, tall, high, upright, height and width, centre, middle, pillar, box")
def tall_rectangle(p: Pick) -> Worked:
    """A standing rectangle in the middle, by its height and width."""
    back, fore = p.colours(2)
    height, width = p.share(0.5, 0.85), p.share(0.12, 0.4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle in the middle, {height} pixels high and {width} pixels wide",
            f"create an upright {fore} rectangle, {height} px tall and {width} px wide, centred on {back}",
        ),
        loose=p.one(f"a tall {fore} rectangle in the middle of {back}", f"an upright {fore} box on {back}"),
        back=back,
        body=f"""
height, width = {height}, {width}  # pixels
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
rectangle = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
image[rectangle] = {fore.value}  # {fore}
""",
    )


@family("rectangle, rows, columns, covers, from, to, spanning, place, position, box")
def rectangle_by_rows_and_columns(p: Pick) -> Worked:
    """A rectangle given by its first and last rows and columns."""
    back, fore = p.colours(2)
    y0, x0 = p.share(0.1, 0.5, p.rows), p.share(0.1, 0.5, p.cols)
    y1, x1 = y0 + p.share(0.12, 0.35, p.rows), x0 + p.share(0.12, 0.4, p.cols)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle from row {y0} to row {y1} and from column {x0} to column {x1}",
            f"{p.canvas(back)} where rows {y0} to {y1} of columns {x0} to {x1} are {fore}",
        ),
        loose=f"{a(fore)} rectangle on {back}, off the middle",
        back=back,
        body=f"""
y0, y1 = {y0}, {y1}  # first and last row
x0, x1 = {x0}, {x1}  # first and last column
rectangle = (yy >= y0) & (yy <= y1) & (xx >= x0) & (xx <= x1)
image[rectangle] = {fore.value}  # {fore}
""",
    )


@family("circle, disc, round, radius, filled, centre, middle, dot, ball")
def centred_disc(p: Pick) -> Worked:
    """A filled circle in the middle."""
    back, fore = p.colours(2)
    r = p.share(0.15, 0.42)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} filled circle in the centre, radius {r} pixels",
            f"{p.canvas(back)}; in the middle of it {a(fore)} disc with a radius of {r}",
            f"draw a solid {fore} circle of radius {r} px in the middle of {back}",
        ),
        loose=p.one(f"{a(fore)} circle in the middle of {back}", f"a round {fore} disc on {back}"),
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
circle = (yy - cy) ** 2 + (xx - cx) ** 2 <= r ** 2
image[circle] = {fore.value}  # {fore}
""",
    )


@family("circle, diameter, disc, pixels wide, across, filled, centre, middle")
def disc_by_diameter(p: Pick) -> Worked:
    """A filled circle in the middle, by its diameter."""
    back, fore = p.colours(2)
    diameter = p.share(0.3, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle in the centre that has a diameter of {diameter} pixels",
            f"a filled {fore} disc, {diameter} px across, in the middle of {back}",
            f"draw {a(fore)} circle {diameter} pixels wide in the centre, {back} background",
        ),
        loose=f"{a(fore)} circle of a certain diameter on {back}",
        back=back,
        body=f"""
diameter = {diameter}  # pixels
r = diameter / 2  # radius: half of it
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {fore.value}  # {fore}
""",
    )


@family("circle, disc, at row and column, centre at, position, radius, dot, off centre")
def disc_at_row_and_column(p: Pick) -> Worked:
    """A filled circle at a stated place."""
    back, fore = p.colours(2)
    r = p.share(0.08, 0.25)
    cy, cx = p.number(r + 3, p.rows - r - 4), p.number(r + 3, p.cols - r - 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle of radius {r} centred at row {cy}, column {cx}",
            f"draw {a(fore)} disc on {back}: centre at row {cy} and column {cx}, radius {r} px",
            f"{p.canvas(back)}; at row {cy} and column {cx} sits a filled {fore} circle with radius {r}",
        ),
        loose=f"{a(fore)} dot somewhere on {back}",
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy, cx = {cy}, {cx}  # row and column of its centre
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {fore.value}  # {fore}
""",
    )
