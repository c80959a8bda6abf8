"""One thing at a place: in a corner, at an edge, at distances from edges, as large as the margins let it."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("corner, square, margin, top left, top right, bottom left, bottom right, distance from the edges")
def square_in_a_corner(p: Pick) -> Worked:
    """A square near one of the four corners."""
    back, fore = p.colours(2)
    side, margin = p.share(0.2, 0.45), p.share(0.05, 0.19)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    y0 = "margin" if row == "top" else "H - margin - side"
    x0 = "margin" if column == "left" else "W - margin - side"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square of side {side} in the {row} {column} corner, {margin} "
            "pixels from both edges",
            f"put a {side} x {side} px {fore} square into the {row} {column} corner of {back} with a "
            f"margin of {margin} px",
        ),
        loose=f"{a(fore)} square in the {row} {column} corner of {back}",
        back=back,
        body=f"""
side, margin = {side}, {margin}  # pixels
y0 = {y0}  # {row}; top: margin, bottom: H - margin - side
x0 = {x0}  # {column}; left: margin, right: W - margin - side
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("corner, circle, disc, margin, top left, top right, bottom left, bottom right, radius, distance from the edges")
def disc_in_a_corner(p: Pick) -> Worked:
    """A disc near one of the four corners."""
    back, fore = p.colours(2)
    r, margin = p.share(0.12, 0.25), p.share(0.04, 0.11)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    cy = "margin + r" if row == "top" else "H - 1 - margin - r"
    cx = "margin + r" if column == "left" else "W - 1 - margin - r"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle of radius {r} in the {row} {column} corner, {margin} "
            "pixels from both edges",
            f"draw {a(fore)} disc (radius {r} px) in the {row} {column} corner of {back}, leaving {margin} "
            "px to the edges",
        ),
        loose=f"{a(fore)} circle in the {row} {column} corner of {back}",
        back=back,
        body=f"""
r, margin = {r}, {margin}  # pixels
cy = {cy}  # {row}; top: margin + r, bottom: H - 1 - margin - r
cx = {cx}  # {column}; left: margin + r, right: W - 1 - margin - r
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {fore.value}  # {fore}
""",
    )


@family("rectangle in a corner, touching both edges, top left, top right, bottom left, bottom right, flush, no margin")
def rectangle_flush_in_a_corner(p: Pick) -> Worked:
    """A rectangle that fills one of the four corners."""
    back, fore = p.colours(2)
    width, height = p.share(0.3, 0.6), p.share(0.15, 0.29)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    rows = "yy < height" if row == "top" else "yy >= H - height"
    cols = "xx < width" if column == "left" else "xx >= W - width"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle, {width} wide and {height} high, right in the {row} "
            f"{column} corner",
            f"a {width} x {height} px {fore} block on {back}, touching the {row} and the {column} edge",
        ),
        loose=f"{a(fore)} block that fills the {row} {column} corner of {back}",
        back=back,
        body=f"""
width, height = {width}, {height}  # pixels
rows = {rows}  # {row}; top: yy < height, bottom: yy >= H - height
cols = {cols}  # {column}; left: xx < width, right: xx >= W - width
image[rows & cols] = {fore.value}  # {fore}
""",
    )


@family("circle, disc, distance from the top edge, distance from the left edge, pixels from the right, bottom, radius")
def disc_at_distances_from_edges(p: Pick) -> Worked:
    """A disc by its distances from two edges."""
    back, fore = p.colours(2)
    r = p.share(0.1, 0.2)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    down, across = p.share(0.05, 0.5, p.rows), p.share(0.05, 0.5, p.cols)
    cy = f"{down} + r" if row == "top" else f"H - 1 - {down} - r"
    cx = f"{across} + r" if column == "left" else f"W - 1 - {across} - r"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle of radius {r}, {down} pixels from the {row} edge and "
            f"{across} pixels from the {column} edge",
            f"{a(fore)} disc on {back}, radius {r} px: its rim is {down} px away from the {row} and "
            f"{across} px from the {column}",
        ),
        loose=f"{a(fore)} circle near the {row} and the {column} edge of {back}",
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy = {cy}  # {row}; top: distance + r, bottom: H - 1 - distance - r
cx = {cx}  # {column}; left: distance + r, right: W - 1 - distance - r
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {fore.value}  # {fore}
""",
    )


@family("rectangle, distance from the top edge, pixels from the left edge, right, bottom, width, height, position")
def rectangle_at_distances_from_edges(p: Pick) -> Worked:
    """A rectangle by its size and its distances from two edges."""
    back, fore = p.colours(2)
    width, height = p.share(0.3, 0.5), p.share(0.15, 0.29)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    down, across = p.share(0.05, 0.5, p.rows), p.share(0.05, 0.4, p.cols)
    y0 = f"{down}" if row == "top" else f"H - {down} - height"
    x0 = f"{across}" if column == "left" else f"W - {across} - width"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle, {width} wide and {height} high, {down} pixels from "
            f"the {row} edge "
            f"and {across} pixels from the {column} edge",
            f"a {width} x {height} px {fore} box on {back}; distance to the {row} {down} px, to the "
            f"{column} {across} px",
        ),
        loose=f"{a(fore)} rectangle near the {row} and the {column} edge of {back}",
        back=back,
        body=f"""
width, height = {width}, {height}  # pixels
y0 = {y0}  # {row}; top: distance, bottom: H - distance - height
x0 = {x0}  # {column}; left: distance, right: W - distance - width
rectangle = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
image[rectangle] = {fore.value}  # {fore}
""",
    )


@family("middle of an edge, rectangle touching the edge, top edge, bottom edge, left edge, right edge, tab")
def rectangle_at_the_middle_of_an_edge(p: Pick) -> Worked:
    """A rectangle that touches the middle of one edge."""
    back, fore = p.colours(2)
    width, height = p.share(0.3, 0.6), p.share(0.12, 0.29)
    edge = p.one("top", "bottom", "left", "right")
    y0 = {"top": "0", "bottom": "H - height"}.get(edge, "(H - height) // 2")
    x0 = {"left": "0", "right": "W - width"}.get(edge, "(W - width) // 2")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle, {width} wide and {height} high, at the middle of "
            f"the {edge} edge",
            f"{a(fore)} block of {width} x {height} px on {back}, touching the {edge} edge in its middle",
        ),
        loose=f"{a(fore)} block at the middle of the {edge} edge of {back}",
        back=back,
        body=f"""
width, height = {width}, {height}  # pixels
y0 = {y0}  # top: 0, bottom: H - height, middle: (H - height) // 2
x0 = {x0}  # left: 0, right: W - width, middle: (W - width) // 2
block = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
image[block] = {fore.value}  # {fore}
""",
    )


@family("half circle at an edge, circle centred on the edge, bump, rising from the edge, middle of the edge, cut by")
def half_disc_at_an_edge(p: Pick) -> Worked:
    """A disc around the middle of an edge, of which one half is seen."""
    back, fore = p.colours(2)
    r = p.share(0.2, 0.42)
    edge = p.one("top", "bottom", "left", "right")
    cy = {"top": "0", "bottom": "H - 1"}.get(edge, "(H - 1) / 2")
    cx = {"left": "0", "right": "W - 1"}.get(edge, "(W - 1) / 2")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} half circle of radius {r} at the middle of the {edge} edge",
            f"{a(fore)} disc with radius {r} px on {back}, its centre in the middle of the {edge} edge, so "
            "half is seen",
        ),
        loose=f"{a(fore)} half circle coming out of the {edge} edge of {back}",
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy = {cy}  # top: 0, bottom: H - 1, middle: (H - 1) / 2
cx = {cx}  # left: 0, right: W - 1, middle: (W - 1) / 2
bump = np.hypot(yy - cy, xx - cx) <= r
image[bump] = {fore.value}  # {fore}
""",
    )


@family("circle, largest, as large as possible, fills the picture, margin, touching the edges, big")
def disc_that_fills_the_picture(p: Pick) -> Worked:
    """The largest disc that leaves a margin."""
    back, fore = p.colours(2)
    margin = p.number(2, p.side * 0.15)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle in the middle, as large as possible with a margin of "
            f"{margin} pixels",
            f"the biggest {fore} disc that fits on {back} when {margin} px stay free to the nearest edge",
        ),
        loose=f"{a(fore)} circle that fills {back} almost to the edge",
        back=back,
        body=f"""
margin = {margin}  # pixels that stay free; 0 to touch the edge
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
r = min(cy, cx) - margin
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {fore.value}  # {fore}
""",
    )


@family("rectangle, margin on all sides, fills the picture, inset, inner area, free on every side")
def rectangle_that_fills_the_picture(p: Pick) -> Worked:
    """A rectangle that leaves the same margin on all sides."""
    back, fore = p.colours(2)
    m = p.number(5, p.side * 0.3)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle that leaves {m} pixels free on all sides",
            f"fill {back} with {a(fore)} rectangle except for a margin of {m} px on every side",
        ),
        loose=f"{a(fore)} rectangle that fills {back} except for a margin",
        back=back,
        body=f"""
m = {m}  # margin in pixels
inner = (yy >= m) & (yy < H - m) & (xx >= m) & (xx < W - m)
image[inner] = {fore.value}  # {fore}
""",
    )
