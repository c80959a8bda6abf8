"""Tiles that fill the picture: bricks, diamonds, triangles, hexagons, scales, zigzags and waves."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("brick wall, bricks, masonry, mortar, wall, stones, running bond")
def brick_wall(p: Pick) -> Worked:
    """A wall of bricks, every second row shifted."""
    mortar, brick = p.colours(2)
    if p.flip():
        mortar = p.colour(p.one("light gray", "white", "beige"))
        brick = p.colour(p.one("dark red", "brown", "red", "dark gray"))
    height, width, gap = p.share(0.07, 0.12), p.share(0.18, 0.3), p.number(2, 5)
    return Worked(
        exact=p.one(
            f"a wall of {brick} bricks, {width} pixels wide and {height} pixels high, with {gap} pixels of {mortar} "
            "mortar between them, every second row shifted by half a brick",
            f"{frame(p)} as a brick wall: {brick} bricks {height} px high and {width} px wide, joints {gap} px in "
            f"{mortar}, rows offset",
        ),
        loose=p.one(f"{a(brick)} brick wall with {mortar} mortar", f"a wall of {brick} bricks"),
        back=mortar,
        body=f"""
height, width, gap = {height}, {width}, {gap}  # of a brick; mortar between bricks
row = yy // (height + gap)  # number of the row of bricks
shift = row % 2 * (width + gap) // 2  # every second row moves by half a brick
bricks = (yy % (height + gap) < height) & ((xx + shift) % (width + gap) < width)
image[bricks] = {brick.value}  # {brick}
""",
    )


@family("tiles, square tiles, grout, bathroom, tiled floor, squares with gaps, mosaic floor, spaced squares")
def square_tiles(p: Pick) -> Worked:
    """Square tiles with joints between them."""
    back, tile = p.colours(2)
    side, gap = p.share(0.1, 0.2), p.number(3, 8)
    return Worked(
        exact=p.one(
            f"square {tile} tiles of {side} pixels with {gap} pixels of {back} grout between them",
            f"{p.canvas(back)} covered with {tile} squares, {side} px each, {gap} px apart",
        ),
        loose=f"a floor of square {tile} tiles with {back} joints",
        back=back,
        body=f"""
side, gap = {side}, {gap}  # of a tile; between tiles
tiles = (yy % (side + gap) < side) & (xx % (side + gap) < side)
image[tiles] = {tile.value}  # {tile}
""",
    )


@family("diamonds, harlequin, rhombus, argyle, lozenges, diamond pattern, tiling, jester")
def diamond_tiling(p: Pick) -> Worked:
    """Diamonds that touch at their corners."""
    back, fore = p.colours(2)
    height, width = p.share(0.14, 0.3), p.share(0.1, 0.22)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} tiled with {fore} diamonds, {width} pixels wide and {height} pixels high",
            f"a harlequin pattern: {fore} diamonds on {back}, each {height} px high and {width} px wide, touching",
        ),
        loose=p.one(f"{fore} diamonds all over {back}", f"a harlequin pattern in {fore} and {back}"),
        back=back,
        body=f"""
height, width = {height}, {width}  # of a diamond
dy = np.abs(yy % height - (height - 1) / 2)  # to the middle of its cell
dx = np.abs(xx % width - (width - 1) / 2)
diamonds = dy / (height / 2) + dx / (width / 2) <= 1
image[diamonds] = {fore.value}  # {fore}
""",
    )


@family("triangles, triangle pattern, rows of triangles, tiling, pointing up, teeth, pennants")
def triangle_tiling(p: Pick) -> Worked:
    """Rows of triangles that point up and touch."""
    back, fore = p.colours(2)
    height, width = p.share(0.12, 0.25), p.share(0.12, 0.25)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} tiled with {fore} triangles pointing up, {width} pixels wide and {height} pixels high",
            f"rows of touching {fore} triangles on {back}, base {width} px, height {height} px, tips up",
        ),
        loose=f"a pattern of {fore} triangles on {back}",
        back=back,
        body=f"""
height, width = {height}, {width}  # of a triangle
down = yy % height + 1  # rows from the tip, 1 to height
dx = np.abs(xx % width - (width - 1) / 2)  # from the middle of its cell
triangles = dx <= down / height * width / 2  # as wide as it has come down
image[triangles] = {fore.value}  # {fore}
""",
    )


@family("honeycomb, hexagons, hexagon pattern, bee, hive, hexagonal tiles, cells")
def honeycomb(p: Pick) -> Worked:
    """Hexagons in staggered rows."""
    back, fore = p.colours(2)
    if p.flip():
        back, fore = p.ground("brown", "white", "black"), p.colour(p.one("orange", "gold", "yellow"))
    width, gap = p.share(0.13, 0.25), p.number(3, 6)
    return Worked(
        exact=p.one(
            f"a honeycomb of {fore} hexagons on {back}, {width} pixels from centre to centre, {gap} pixels of {back} "
            "between them",
            f"{frame(p)} of hexagonal {fore} cells every {width} px with {back} walls {gap} px thick",
        ),
        loose=p.one(f"{a(fore)} honeycomb with {back} walls", f"{fore} hexagons on {back}"),
        back=back,
        body=f"""
width, gap = {width}, {gap}  # from centre to centre; between hexagons
height = width * np.sqrt(3) / 2  # from row to row
for shift_y, shift_x in [(0, 0), (height, width / 2)]:  # even rows, then odd rows: half a cell aside
    dy = np.abs((yy + shift_y) % (2 * height) - height)
    dx = np.abs((xx + shift_x) % width - width / 2)
    hexagons = np.maximum(dx, dx / 2 + dy * np.sqrt(3) / 2) <= (width - gap) / 2
    image[hexagons] = {fore.value}  # {fore}
""",
    )


@family("scales, fish scales, mermaid, scallops, overlapping circles, roof tiles, dragon, seigaiha")
def scales(p: Pick) -> Worked:
    """Rows of overlapping scales with a rim."""
    rim, fill = p.colours(2)
    r, thick = p.share(0.08, 0.15), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"fish scales: overlapping rows of {fill} discs with radius {r} and {a(rim)} rim {thick} pixels thick, "
            "every "
            "second row shifted",
            f"{frame(p)} covered with {fill} scales, radius {r} px, {rim} outlines {thick} px thick",
        ),
        loose=p.one(f"{fill} fish scales with {rim} rims", f"{fill} mermaid scales, {rim} outlines"),
        back=rim,
        body=f"""
r, thick = {r}, {thick}  # radius; rim
for i in range(H // r + 1, -2, -1):  # from the bottom row up: each row lies over the one below
    shift = i % 2 * r  # every second row moves by half a scale
    dx = (xx + shift) % (2 * r) - r
    radius = np.hypot(yy - i * r, dx)
    image[radius <= r] = {rim.value}  # {rim}: rims
    image[radius <= r - thick] = {fill.value}  # {fill}
""",
    )


@family("chevrons, chevron stripes, v shapes, arrows, herringbone, zigzag stripes, pointing down")
def chevrons(p: Pick) -> Worked:
    """Zigzag stripes one under another."""
    first, second = p.colours(2)
    height, width = p.share(0.06, 0.12), p.share(0.16, 0.32)
    return Worked(
        exact=p.one(
            f"chevron stripes in {first} and {second}, {height} pixels high, each V {width} pixels wide, pointing down",
            f"{frame(p)} of zigzag stripes, in turn {first} and {second}, {height} px high, points down, one point "
            "every "
            f"{width} px",
        ),
        loose=p.one(f"{first} and {second} chevrons", f"zigzag stripes in {first} and {second}"),
        back=first,
        body=f"""
height, width = {height}, {width}  # of a stripe; of a V
dx = np.abs(xx % width - (width - 1) / 2)  # columns from the tip of the V
second = (yy + dx) // height % 2 == 1  # yy - dx would point up
image[second] = {second.value}  # {second}
""",
    )


@family("chevrons pointing up, chevron stripes, carets, mountains, zigzag stripes, upwards, roofs")
def chevrons_up(p: Pick) -> Worked:
    """Zigzag stripes whose tips point up."""
    first, second = p.colours(2)
    height, width = p.share(0.06, 0.12), p.share(0.16, 0.32)
    return Worked(
        exact=p.one(
            f"chevrons pointing up in {first} and {second}: stripes {height} pixels high, a tip every {width} pixels",
            f"{frame(p)} of roof-shaped stripes, tips up, alternating {first} and {second}, {height} px high and "
            f"{width} px wide",
        ),
        loose=f"chevrons pointing upwards in {first} and {second}",
        back=first,
        body=f"""
height, width = {height}, {width}  # of a stripe; from tip to tip
dx = np.abs(xx % width - (width - 1) / 2)  # columns from the tip
second = (yy - dx) // height % 2 == 1  # yy + dx would point down
image[second] = {second.value}  # {second}
""",
    )


@family("zigzag, zigzag line, sawtooth, lightning line, teeth, up and down, peaks, jagged")
def zigzag_line(p: Pick) -> Worked:
    """One zigzag line across the middle."""
    back, fore = p.colours(2)
    n, amplitude, thick = p.number(3, 7), p.share(0.1, 0.3), p.number(4, 9)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} zigzag line across the middle: {n} peaks, {amplitude} pixels up and down "
            f"from the middle, {thick} pixels thick",
            f"a jagged {fore} line from left to right on {back}, {n} teeth, amplitude {amplitude} px, {thick} px thick",
        ),
        loose=f"{a(fore)} zigzag line across {back}",
        back=back,
        body=f"""
n, amplitude, thick = {n}, {amplitude}, {thick}
turn = xx * n / W % 1  # 0 to 1 along each of the n teeth
row = (H - 1) / 2 - amplitude * (1 - 4 * np.abs(turn - 0.5))  # low, high in the middle, low
steep = np.hypot(1, 4 * amplitude * n / W)  # so that the slanted line is {thick} pixels thick
line = np.abs(yy - row) <= thick / 2 * steep
image[line] = {fore.value}  # {fore}
""",
    )


@family("wavy stripes, waves, water, ripples, wavy lines, sea, undulating, horizontal waves")
def wavy_stripes(p: Pick) -> Worked:
    """Horizontal stripes with wavy edges."""
    first, second = p.colours(2)
    height, amplitude, length = p.share(0.07, 0.14), p.share(0.03, 0.08), p.share(0.25, 0.5)
    return Worked(
        exact=p.one(
            f"wavy horizontal stripes, {height} pixels high, in {first} and {second}, with waves {amplitude} pixels up "
            f"and down and {length} pixels long",
            f"{frame(p)} of {first} and {second} waves: stripes {height} px high, amplitude {amplitude} px, wavelength "
            f"{length} px",
        ),
        loose=p.one(f"wavy stripes in {first} and {second}", f"{first} and {second} waves across the picture"),
        back=first,
        body=f"""
height, amplitude, length = {height}, {amplitude}, {length}
wave = amplitude * np.sin(2 * np.pi * xx / length)  # rows that each column moves
second = (yy + wave) // height % 2 == 1
image[second] = {second.value}  # {second}
""",
    )


@family("wavy vertical stripes, curtain, upright waves, wavy lines, undulating columns, hanging")
def wavy_vertical_stripes(p: Pick) -> Worked:
    """Vertical stripes with wavy edges."""
    first, second = p.colours(2)
    width, amplitude, length = p.share(0.07, 0.14), p.share(0.03, 0.08), p.share(0.25, 0.5)
    return Worked(
        exact=p.one(
            f"wavy vertical stripes, {width} pixels wide, in {first} and {second}, with waves {amplitude} pixels to "
            "each "
            f"side and {length} pixels long",
            f"{frame(p)} of upright wavy bands, in turn {first} and {second}, {width} px wide, amplitude "
            f"{amplitude} px, "
            f"wavelength {length} px",
        ),
        loose=f"upright wavy stripes in {first} and {second}",
        back=first,
        body=f"""
width, amplitude, length = {width}, {amplitude}, {length}
wave = amplitude * np.sin(2 * np.pi * yy / length)  # columns that each row moves
second = (xx + wave) // width % 2 == 1
image[second] = {second.value}  # {second}
""",
    )


@family("plus signs, crosses, pattern of crosses, swiss, repeated plus, plus pattern, small crosses")
def plus_signs(p: Pick) -> Worked:
    """Plus signs in rows and columns."""
    back, fore = p.colours(2)
    step = p.share(0.16, 0.28)
    length, thick = p.number(0.5 * step, 0.75 * step), p.number(0.1 * step, 0.22 * step)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {fore} plus signs every {step} pixels, arms {length} pixels from end to end and "
            f"{thick} pixels thick",
            f"{fore} crosses all over {back}: {step} px apart, {length} px long, {thick} px thick",
        ),
        loose=f"a pattern of {fore} plus signs on {back}",
        back=back,
        body=f"""
step, length, thick = {step}, {length}, {thick}
y, x = yy % step, xx % step  # place in the cell
a, b = (step - length) // 2, (step - thick) // 2  # where a bar begins lengthwise and crosswise
bar = (y >= b) & (y < b + thick) & (x >= a) & (x < a + length)
post = (y >= a) & (y < a + length) & (x >= b) & (x < b + thick)
image[bar | post] = {fore.value}  # {fore}
""",
    )
