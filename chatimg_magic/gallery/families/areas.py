"""Parts of the picture: halves along the diagonal, quarters, thirds, bands."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("diagonal halves, split along the diagonal, two triangles, upper left, lower right, diagonally divided")
def diagonal_halves(p: Pick) -> Worked:
    """Two colours divided by the diagonal from bottom left to top right."""
    lower, upper = p.colours(2)
    return Worked(
        exact=p.one(
            f"divide the picture along the diagonal from bottom left to top right: {upper} in the upper left, "
            f"{lower} in the lower right",
            f"two triangles fill the image, the upper left one {upper}, the lower right one {lower}",
        ),
        loose=f"a picture split diagonally into {upper} and {lower}",
        back=lower,
        body=f"""
upper = xx / (W - 1) + yy / (H - 1) < 1  # upper left of the line from bottom left to top right
image[upper] = {upper.value}  # {upper}
image[~upper] = {lower.value}  # {lower}
""",
    )


@family("one quarter, quadrant, top left quarter, top right quarter, bottom left quarter, bottom right quarter")
def one_quarter(p: Pick) -> Worked:
    """One of the four quarters in another colour."""
    back, fore = p.colours(2)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    rows = "yy < H // 2" if row == "top" else "yy >= H // 2"
    cols = "xx < W // 2" if column == "left" else "xx >= W // 2"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} whose {row} {column} quarter is {fore}",
            f"colour the {row} {column} quadrant {fore}, the rest {back}",
        ),
        loose=f"{a(back)} picture with its {row} {column} quarter in {fore}",
        back=back,
        body=f"""
rows = {rows}  # {row}; top: yy < H // 2, bottom: yy >= H // 2
cols = {cols}  # {column}; left: xx < W // 2, right: xx >= W // 2
image[rows & cols] = {fore.value}  # {fore}
""",
    )


@family("thirds, three horizontal parts, top third, middle third, bottom third, three colours")
def thirds_from_top_to_bottom(p: Pick) -> Worked:
    """Three colours above each other."""
    a, b, c = p.colours(3)
    return Worked(
        exact=p.one(
            f"three equal horizontal parts: top third {a}, middle third {b}, bottom third {c}",
            f"divide the picture into thirds from top to bottom, {a}, {b} and {c}",
        ),
        loose=f"{a}, {b} and {c} above each other, each a third of the picture",
        back=a,
        body=f"""
top, bottom = yy < H / 3, yy >= 2 * H / 3
image[top] = {a.value}  # {a}
image[~top & ~bottom] = {b.value}  # {b}
image[bottom] = {c.value}  # {c}
""",
    )


@family("thirds, three vertical parts, left third, middle third, right third, three colours")
def thirds_from_left_to_right(p: Pick) -> Worked:
    """Three colours side by side."""
    a, b, c = p.colours(3)
    return Worked(
        exact=p.one(
            f"three equal vertical parts: left third {a}, middle third {b}, right third {c}",
            f"divide the picture into thirds from left to right, {a}, {b} and {c}",
        ),
        loose=f"{a}, {b} and {c} side by side, each a third of the picture",
        back=a,
        body=f"""
left, right = xx < W / 3, xx >= 2 * W / 3
image[left] = {a.value}  # {a}
image[~left & ~right] = {b.value}  # {b}
image[right] = {c.value}  # {c}
""",
    )


@family("band, strip along the edge, bottom rows, top rows, left columns, right columns, height, ground")
def band_at_an_edge(p: Pick) -> Worked:
    """A band along one edge."""
    back, fore = p.colours(2)
    size, edge = p.share(0.08, 0.4), p.one("bottom", "top", "left", "right")
    kind, lines = ("high", "rows") if edge in ("bottom", "top") else ("wide", "columns")
    mask = {"bottom": "yy >= H - size", "top": "yy < size", "left": "xx < size", "right": "xx >= W - size"}[edge]
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} band at the {edge}, {size} pixels {kind}",
            f"{back} picture, along the {edge} edge {a(fore)} strip that is {size} px {kind}",
            f"the {edge} {size} {lines} of {a(back)} picture are {fore}",
        ),
        loose=f"{a(fore)} band along the {edge} edge of {back}",
        back=back,
        body=f"""
size = {size}  # pixels
band = {mask}  # {edge}; top: yy < size, bottom: yy >= H - size, left: xx < size, right: xx >= W - size
image[band] = {fore.value}  # {fore}
""",
    )


@family("band across the middle, horizontal bar through the centre, stripe, full width, height")
def band_through_the_middle(p: Pick) -> Worked:
    """A horizontal band through the middle."""
    back, fore = p.colours(2)
    height = p.share(0.1, 0.5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a horizontal {fore} band across the middle, {height} pixels high",
            f"one {fore} stripe of {height} px height from left to right through the centre of {back}",
        ),
        loose=f"a horizontal {fore} band across the middle of {back}",
        back=back,
        body=f"""
height = {height}  # pixels
y0 = (H - height) // 2  # centred
band = (yy >= y0) & (yy < y0 + height)
image[band] = {fore.value}  # {fore}
""",
    )


@family("column band, vertical bar through the centre, stripe, full height, width, pillar")
def upright_band_through_the_middle(p: Pick) -> Worked:
    """A vertical band through the middle."""
    back, fore = p.colours(2)
    width = p.share(0.1, 0.5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a vertical {fore} band through the middle, {width} pixels wide",
            f"one {fore} stripe of {width} px width from top to bottom through the centre of {back}",
        ),
        loose=f"a vertical {fore} band through the middle of {back}",
        back=back,
        body=f"""
width = {width}  # pixels
x0 = (W - width) // 2  # centred
band = (xx >= x0) & (xx < x0 + width)
image[band] = {fore.value}  # {fore}
""",
    )
