"""Checkerboards, dots, rings and other patterns over the whole picture."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("checkerboard, chessboard, chess, checkers, squares, alternating, n by n, board")
def checkerboard(p: Pick) -> Worked:
    """A checkerboard with a number of squares a side."""
    first, second = p.colours(2)
    n = p.number(3, 12)
    return Worked(
        exact=p.one(
            f"a checkerboard of {n} x {n} squares in {first} and {second}, the top left square {first}",
            f"{frame(p)} as a chessboard with {n} by {n} fields, {first} in the top left corner and {second} next "
            "to it",
            f"draw {a(first)} and {second} checkerboard, {n} squares along each side, starting with {first}",
        ),
        loose=p.one(f"{a(first)} and {second} chessboard", f"a checkerboard in {first} and {second}"),
        back=first,
        body=f"""
n = {n}  # squares along each side
row, column = yy * n // H, xx * n // W  # of the square, from 0 to n - 1
second = (row + column) % 2 == 1  # the top left square stays {first}
image[second] = {second.value}  # {second}
""",
    )


@family("checkerboard, squares of pixels, checks, checked, chequered, tiles, square size, pixels each")
def checkerboard_with_square_side(p: Pick) -> Worked:
    """A checkerboard whose squares have a given size."""
    first, second = p.colours(2)
    side = p.share(0.06, 0.2)
    return Worked(
        exact=p.one(
            f"a checkerboard with squares of {side} pixels in {first} and {second}, the top left square {first}",
            f"{frame(p)} chequered in {first} and {second}, each square {side} x {side} px, beginning with {first}",
        ),
        loose=p.one(f"{first} and {second} checks", f"square tiles in turn {first} and {second}"),
        back=first,
        body=f"""
side = {side}  # pixels of each square
row, column = yy // side, xx // side  # of the square
second = (row + column) % 2 == 1  # the top left square stays {first}
image[second] = {second.value}  # {second}
""",
    )


@family("checkerboard, rows, columns, rectangles, board, alternating, chequered, fields")
def checkerboard_rows_columns(p: Pick) -> Worked:
    """A checkerboard with given numbers of rows and columns."""
    first, second = p.colours(2)
    rows, cols = p.number(2, 6), p.number(6, 12)
    return Worked(
        exact=p.one(
            f"a checkerboard with {rows} rows and {cols} columns, {first} and {second}, {first} at the top left",
            f"{frame(p)} chequered with {rows} rows by {cols} columns of {first} and {second} fields, first {first}",
        ),
        loose=f"a board with more columns than rows, {first} and {second} in turn",
        back=first,
        body=f"""
rows, cols = {rows}, {cols}
row, column = yy * rows // H, xx * cols // W  # of the field
second = (row + column) % 2 == 1  # the top left field stays {first}
image[second] = {second.value}  # {second}
""",
    )


@family("polka dots, dots, dotted, spots, spacing, repeated circles, every, pattern")
def polka_dots(p: Pick) -> Worked:
    """Dots in rows and columns at a given spacing."""
    back, fore = p.colours(2)
    step = p.share(0.12, 0.25)
    r = p.number(0.2 * step, 0.4 * step)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {fore} polka dots of radius {r}, one every {step} pixels in both directions",
            f"{fore} dots on {back}: radius {r} px, {step} px from centre to centre",
        ),
        loose=p.one(f"{fore} polka dots on {back}", f"{a(back)} fabric with {fore} spots"),
        back=back,
        body=f"""
step, r = {step}, {r}  # from centre to centre; radius
dy, dx = yy % step - (step - 1) / 2, xx % step - (step - 1) / 2  # to the centre of the cell
dots = np.hypot(dy, dx) <= r
image[dots] = {fore.value}  # {fore}
""",
    )


@family("polka dots, staggered, offset rows, shifted, dots, dotted, spots, quincunx, dress")
def staggered_dots(p: Pick) -> Worked:
    """Dots whose every second row is shifted by half a step."""
    back, fore = p.colours(2)
    step = p.share(0.12, 0.25)
    r = p.number(0.2 * step, 0.36 * step)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with staggered {fore} dots: radius {r}, {step} pixels apart, every second row "
            "shifted by "
            "half the distance",
            f"polka dots in {fore} on {back}, offset from row to row, spacing {step} px, radius {r} px",
        ),
        loose=f"staggered {fore} polka dots on {back}",
        back=back,
        body=f"""
step, r = {step}, {r}  # from centre to centre; radius
shift = yy // step % 2 * (step / 2)  # every second row moves by half a step
dy, dx = yy % step - (step - 1) / 2, (xx + shift) % step - (step - 1) / 2
dots = np.hypot(dy, dx) <= r
image[dots] = {fore.value}  # {fore}
""",
    )


@family("grid of dots, rows of dots, columns of dots, count, number of circles, array of discs, dots")
def dots_in_rows_and_columns(p: Pick) -> Worked:
    """A counted grid of dots, evenly spread."""
    back, fore = p.colours(2)
    rows, cols = p.number(2, 6), p.number(2, 7)
    r = p.share(0.03, 0.065)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {rows} rows and {cols} columns of {fore} dots, radius {r}, evenly spread",
            f"a {rows} by {cols} grid of {fore} circles (radius {r} px) on {back}",
        ),
        loose=f"rows and columns of {fore} dots on {back}",
        back=back,
        body=f"""
rows, cols, r = {rows}, {cols}, {r}
for i in range(rows):
    for j in range(cols):
        cy, cx = (i + 0.5) * H / rows, (j + 0.5) * W / cols  # the middle of cell i, j
        dot = np.hypot(yy - cy, xx - cx) <= r
        image[dot] = {fore.value}  # {fore}
""",
    )


@family("concentric circles, rings, ripples, around the middle, every, bullseye, target, alternating, round stripes")
def concentric_rings(p: Pick) -> Worked:
    """Rings of equal width around the middle in two colours."""
    first, second = p.colours(2)
    width = p.share(0.05, 0.12)
    return Worked(
        exact=p.one(
            f"concentric rings around the centre, each {width} pixels wide, in turn {first} and {second}, the "
            "innermost "
            f"{first}",
            f"{frame(p)} filled with circles one in another, alternating {first} and {second} every {width} px from "
            "the "
            "middle",
        ),
        loose=p.one(
            f"{first} and {second} rings around the middle",
            f"concentric circles in {first} and {second}",
            f"rings around the middle, {first} and {second}",
        ),
        back=first,
        body=f"""
width = {width}  # pixels of each ring
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
image[radius // width % 2 == 1] = {second.value}  # {second}: every second ring, between them it stays {first}
""",
    )


@family("concentric circles, thin circles, outlines, every, ripples, rings, circle lines, sonar, radar")
def thin_concentric_circles(p: Pick) -> Worked:
    """Thin circle lines at equal distances around the middle."""
    back, fore = p.colours(2)
    step, thick = p.share(0.07, 0.15), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with thin concentric {fore} circles every {step} pixels, lines {thick} pixels thick",
            f"circle outlines in {fore} around the middle of {back}: radii {step} px apart, {thick} px thick",
        ),
        loose=f"thin {fore} circles around the middle of {back}",
        back=back,
        body=f"""
step, thick = {step}, {thick}  # from circle to circle; of a line
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
circles = (radius % step < thick) & (radius >= step)  # no dot in the middle
image[circles] = {fore.value}  # {fore}
""",
    )


@family("target, bullseye, dartboard, archery, rings, count, number of rings, concentric circles, discs")
def target(p: Pick) -> Worked:
    """A target of a given number of rings in two colours."""
    back, first, second = p.colours(3)
    n = p.number(3, 6)
    width = p.number(0.24 / n * p.side, 0.47 / n * p.side)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a target of {n} concentric rings, each {width} pixels wide, alternating {first} "
            "and "
            f"{second} from the outside, {first} outermost",
            f"a bullseye on {back}: {n} rings of {width} px, from the outer edge in turn {first}, {second}",
        ),
        loose=f"a target with {first} and {second} rings on {back}",
        back=back,
        body=f"""
n, width = {n}, {width}  # rings; pixels of each
colours = [{first.value}, {second.value}]  # {first}, {second}
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
for i in range(n):  # from the outermost to the innermost, each smaller by one width
    image[radius <= (n - i) * width] = colours[i % 2]
""",
    )


@family("concentric squares, nested squares, square rings, frames, boxes in boxes, tunnel, alternating")
def concentric_squares(p: Pick) -> Worked:
    """Nested squares around the middle in two colours."""
    first, second = p.colours(2)
    width = p.share(0.05, 0.12)
    return Worked(
        exact=p.one(
            f"concentric squares around the centre, {width} pixels from one to the next, in turn {first} and {second}, "
            f"{first} inside",
            f"{frame(p)} of nested squares, each frame {width} px wide, {first} and {second} alternating from the "
            "middle",
        ),
        loose=f"nested squares in {first} and {second}",
        back=first,
        body=f"""
width = {width}  # pixels of each frame
distance = np.maximum(np.abs(yy - (H - 1) / 2), np.abs(xx - (W - 1) / 2))  # the larger one makes squares
second = distance // width % 2 == 1  # the innermost square stays {first}
image[second] = {second.value}  # {second}
""",
    )


@family("sunburst, rays, sunbeams, radial stripes, starburst, wedges, segments, pinwheel, rising sun")
def sunburst(p: Pick) -> Worked:
    """Rays from the middle in two colours."""
    first, second = p.colours(2)
    n = p.number(6, 20)
    return Worked(
        exact=p.one(
            f"a sunburst of {n} {second} rays from the centre on {first}, the gaps as wide as the rays",
            f"{frame(p)} of {n} {second} wedges around the middle with {first} wedges of the same width between them",
        ),
        loose=p.one(f"{a(second)} sunburst on {first}", f"{second} rays on {first} from the middle outwards"),
        back=first,
        body=f"""
n = {n}  # rays
angle = np.arctan2(yy - (H - 1) / 2, xx - (W - 1) / 2)  # -pi to pi around the middle
turn = angle / (2 * np.pi) + 0.5  # 0 to 1 around the middle
rays = turn * n % 1 < 0.5  # half of each of the n parts
image[rays] = {second.value}  # {second}
""",
    )


@family("spiral stripes, swirl, hypnotic, lollipop, whirl, vortex, twisted, hypnosis, arms")
def spiral_stripes(p: Pick) -> Worked:
    """A two-coloured spiral that fills the picture."""
    first, second = p.colours(2)
    width = p.share(0.05, 0.11)
    return Worked(
        exact=p.one(
            f"a hypnotic spiral in {first} and {second} from the centre outwards, each band {width} pixels wide",
            f"{frame(p)} filled with a swirl of {second} on {first}, bands of {width} px winding around the middle",
        ),
        loose=f"a hypnotic {first} and {second} swirl",
        back=first,
        body=f"""
width = {width}  # pixels of each band
cy, cx = (H - 1) / 2, (W - 1) / 2
radius = np.hypot(yy - cy, xx - cx)
turn = np.arctan2(yy - cy, xx - cx) / (2 * np.pi)  # share of a full turn
second = (radius - 2 * width * turn) // width % 2 == 1  # a full turn moves outwards by both bands
image[second] = {second.value}  # {second}
""",
    )


@family("frames, nested frames, coloured borders, border, edge inwards, picture frame, layers")
def nested_frames(p: Pick) -> Worked:
    """Borders of different colours from the edge inwards."""
    outer, second, inner = p.colours(3)
    width = p.share(0.06, 0.12)
    return Worked(
        exact=p.one(
            f"{frame(p)} with two borders of {width} pixels each: outside {outer}, then {second}, and {inner} inside",
            f"{inner} with {a(second)} frame {width} px wide and around it {a(outer)} frame {width} px wide along "
            "the edge",
        ),
        loose=f"{inner} inside {a(second)} frame inside {a(outer)} frame",
        back=outer,
        body=f"""
width = {width}  # pixels of each border
edge = np.minimum(np.minimum(yy, H - 1 - yy), np.minimum(xx, W - 1 - xx))  # pixels to the nearest edge
image[edge >= width] = {second.value}  # {second}: inside the first border
image[edge >= 2 * width] = {inner.value}  # {inner}: inside the second border
""",
    )
