"""Several equal things in rows, columns and grids."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, across, listed, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("row of dots, dots in a row, circles in a row, horizontal, side by side")
def dots_in_a_row(p: Pick) -> Worked:
    """Equal discs next to each other."""
    back, fore = p.colours(2)
    n = p.number(3, 8)
    words, radius = across(p, p.number(0.22 * p.cols / n, min(0.42 * p.cols / n, 0.4 * p.rows)))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} discs {words} in a horizontal row, equally spaced",
            f"draw {spelled(n)} {fore} circles side by side in one row across the middle of {a(back)} "
            f"picture, each {words}",
            f"{n} {fore} dots in a level row on {back}, evenly spaced, {words}",
        ),
        loose=p.one(
            f"{spelled(n)} {fore} dots in a row on {back}",
            f"a horizontal row of {spelled(n)} {fore} circles, {back} background",
        ),
        back=back,
        body=f"""
n = {n}  # {spelled(n)} discs: i = 0, 1, … n - 1
r = {radius}
cy = H / 2  # all on the same row
for i in range(n):
    cx = (i + 0.5) * W / n  # the middle of part i of n equal parts of the width
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {fore.value}  # {fore}
""",
    )


@family("column of dots, circles in a column, circles in a vertical line, one below the other")
def dots_in_a_column(p: Pick) -> Worked:
    """Equal discs above each other."""
    back, fore = p.colours(2)
    n = p.number(3, 7)
    words, radius = across(p, p.number(0.22 * p.rows / n, min(0.42 * p.rows / n, 0.4 * p.cols)))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} discs {words} in a vertical column, equally spaced",
            f"draw {spelled(n)} {fore} circles one below the other in the middle of {a(back)} picture, each {words}",
            f"a vertical column of {n} {fore} dots on {back}, evenly spaced, {words}",
        ),
        loose=p.one(
            f"{spelled(n)} {fore} circles in a column on {back}",
            f"a vertical line of {spelled(n)} {fore} dots, {back} background",
        ),
        back=back,
        body=f"""
n = {n}  # {spelled(n)} discs: i = 0, 1, … n - 1
r = {radius}
cx = W / 2  # all in the same column
for i in range(n):
    cy = (i + 0.5) * H / n  # the middle of part i of n equal parts of the height
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {fore.value}  # {fore}
""",
    )


@family("row of squares, boxes in a row, horizontal, side by side, gap")
def squares_in_a_row(p: Pick) -> Worked:
    """Equal squares next to each other with equal gaps, centred together."""
    back, fore = p.colours(2)
    n = p.number(2, 6)
    side = p.number(0.45 * p.cols / n, min(0.7 * p.cols / n, 0.7 * p.rows))
    gap = p.number(4, max(5, 0.22 * p.cols / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} squares in a horizontal row, each {side} x {side} pixels, "
            f"{gap} pixels apart",
            f"draw a row of {spelled(n)} {fore} squares on {back}, {side} px wide, with gaps of {gap} px, centred",
            f"{n} {fore} boxes side by side in the middle of {a(back)} image, sides of {side}, a gap of {gap} "
            f"between them",
        ),
        loose=f"{spelled(n)} {fore} squares in a row on {back}",
        back=back,
        body=f"""
n = {n}  # {spelled(n)} squares: i = 0, 1, … n - 1
side, gap = {side}, {gap}
y0 = (H - side) // 2  # all on the same rows
left = (W - (n * side + (n - 1) * gap)) // 2  # n squares and n - 1 gaps, centred
for i in range(n):
    x0 = left + i * (side + gap)
    square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    image[square] = {fore.value}  # {fore}
""",
    )


@family("stacked boxes, column of squares, boxes on top of each other, vertical, stack, one above the other, gap")
def squares_in_a_column(p: Pick) -> Worked:
    """Equal squares above each other with equal gaps, centred together."""
    back, fore = p.colours(2)
    n = p.number(2, 6)
    side = p.number(0.45 * p.rows / n, min(0.7 * p.rows / n, 0.7 * p.cols))
    gap = p.number(3, max(4, 0.22 * p.rows / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a column of {n} {fore} squares, each {side} x {side} pixels, {gap} pixels apart",
            f"draw {spelled(n)} {fore} boxes one above the other on {back}, {side} px wide and high, {gap} px "
            f"between them",
            f"a vertical stack of {n} {fore} squares with sides of {side} and gaps of {gap}, centred on {back}",
        ),
        loose=f"{spelled(n)} {fore} boxes in a column on {back}",
        back=back,
        body=f"""
n = {n}  # {spelled(n)} squares: i = 0, 1, … n - 1
side, gap = {side}, {gap}
x0 = (W - side) // 2  # all in the same columns
top = (H - (n * side + (n - 1) * gap)) // 2  # n squares and n - 1 gaps, centred
for i in range(n):
    y0 = top + i * (side + gap)
    square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    image[square] = {fore.value}  # {fore}
""",
    )


@family("row, triangles, horizontal, side by side, spikes, peaks")
def triangles_in_a_row(p: Pick) -> Worked:
    """Equal triangles next to each other, pointing up."""
    back, fore = p.colours(2)
    n = p.number(2, 6)
    base = p.number(0.5 * p.cols / n, 0.85 * p.cols / n)
    high = p.number(0.2 * p.side, 0.5 * p.side)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} triangles in a row, pointing up, base {base} pixels, height "
            f"{high} pixels",
            f"draw {spelled(n)} {fore} triangles side by side on {back}, each {base} px wide and {high} px high",
        ),
        loose=f"{spelled(n)} {fore} triangles in a row on {back}",
        back=back,
        body=f"""
n = {n}  # {spelled(n)} triangles: i = 0, 1, … n - 1
base, high = {base}, {high}
top = (H - high) // 2  # the row of the apexes
for i in range(n):
    cx = (i + 0.5) * W / n  # evenly spaced
    half = (yy - top) / high * base / 2  # half as wide as the base, at the bottom
    triangle = (yy >= top) & (yy < top + high) & (abs(xx - cx) <= half)
    image[triangle] = {fore.value}  # {fore}
""",
    )


@family("vertical bars, vertical lines, equal gaps, bars, lines, strips, fence")
def vertical_bars(p: Pick) -> Worked:
    """Upright bars over the whole height, the same gap between them and at the sides."""
    back, fore = p.colours(2)
    n = p.number(3, 9)
    wide = p.number(2, 0.55 * p.cols / (n + 1))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} vertical bars, each {wide} pixels wide, with equal gaps",
            f"draw {spelled(n)} {fore} vertical lines from top to bottom on {back}, {wide} px wide, evenly spaced",
            f"{n} upright {fore} bars of width {wide} on {back}, the same gap between all of them and at both sides",
        ),
        loose=f"{spelled(n)} vertical {fore} lines on {back}",
        back=back,
        body=f"""
n, wide = {n}, {wide}  # {spelled(n)} bars: i = 0, 1, … n - 1
gap = (W - n * wide) / (n + 1)  # n bars leave n + 1 equal gaps
for i in range(n):
    x0 = round(gap + i * (wide + gap))
    bar = (xx >= x0) & (xx < x0 + wide)
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("horizontal bars, horizontal lines, equal gaps, bars, lines, ruled")
def horizontal_bars(p: Pick) -> Worked:
    """Level bars over the whole width, the same gap between them and above and below."""
    back, fore = p.colours(2)
    n = p.number(2, 8)
    high = p.number(2, 0.55 * p.rows / (n + 1))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} horizontal bars, each {high} pixels high, with equal gaps",
            f"draw {spelled(n)} {fore} horizontal lines from edge to edge on {back}, {high} px thick, evenly spaced",
            f"{n} level {fore} bars, {high} pixels high, on {back}, the same gap between all of them, above and below",
        ),
        loose=f"{spelled(n)} horizontal {fore} lines on {back}",
        back=back,
        body=f"""
n, high = {n}, {high}  # {spelled(n)} bars: i = 0, 1, … n - 1
gap = (H - n * high) / (n + 1)  # n bars leave n + 1 equal gaps
for i in range(n):
    y0 = round(gap + i * (high + gap))
    bar = (yy >= y0) & (yy < y0 + high)
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("rows of circles, grid of dots, rows and columns")
def grid_of_discs(p: Pick) -> Worked:
    """Rows and columns of discs."""
    back, fore = p.colours(2)
    rows, cols = p.number(2, 6), p.number(2, 7)
    step = min(p.rows / rows, p.cols / cols)
    words, radius = across(p, p.number(0.22 * step, 0.42 * step))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a grid of {rows} rows and {cols} columns of {fore} discs, each {words}",
            f"draw {fore} circles {words} in {rows} rows and {cols} columns, evenly spaced on {a(back)} background",
            f"{a(fore)} grid of dots on {back}: {rows} rows by {cols} columns, every dot {words}",
        ),
        loose=p.one(
            f"{spelled(rows)} rows of {spelled(cols)} {fore} dots on {back}",
            f"a grid of {fore} circles on {back}, {spelled(rows)} rows and {spelled(cols)} columns",
        ),
        back=back,
        body=f"""
rows, cols = {rows}, {cols}
r = {radius}
for i in range(rows):
    for j in range(cols):
        cy, cx = (i + 0.5) * H / rows, (j + 0.5) * W / cols  # the middle of cell i, j
        disc = np.hypot(yy - cy, xx - cx) <= r
        image[disc] = {fore.value}  # {fore}
""",
    )


@family("rows of squares, grid of squares, rows and columns, boxes, tiles, cells, gap")
def grid_of_squares(p: Pick) -> Worked:
    """Rows and columns of squares with gaps, centred."""
    back, fore = p.colours(2)
    rows, cols = p.number(2, 5), p.number(2, 5)
    step = min(p.rows / rows, p.cols / cols)
    side, gap = p.number(0.4 * step, 0.75 * step), p.number(2, max(3, 0.2 * step))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {rows} rows and {cols} columns of {fore} squares, {side} pixels wide, "
            f"{gap} pixels apart",
            f"draw a grid of {rows} by {cols} {fore} squares on {back}: sides of {side}, gaps of {gap}, centred",
        ),
        loose=f"{spelled(rows)} rows of {spelled(cols)} {fore} squares on {back}",
        back=back,
        body=f"""
rows, cols = {rows}, {cols}
side, gap = {side}, {gap}
step = side + gap
top = (H - (rows * step - gap)) // 2  # all of them together are centred
left = (W - (cols * step - gap)) // 2
for i in range(rows):
    for j in range(cols):
        y0, x0 = top + i * step, left + j * step
        square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
        image[square] = {fore.value}  # {fore}
""",
    )


@family("rows with different counts, first row, second row, circles, dots, in the top row, in the bottom row")
def rows_with_different_counts(p: Pick) -> Worked:
    """Rows of discs, each with a number of its own."""
    back, fore = p.colours(2)
    counts = [p.number(1, 6) for _ in range(p.number(2, 4))]
    r = p.number(0.05 * p.side, min(0.42 * p.cols / 6, 0.42 * p.rows / len(counts)))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {spelled(len(counts))} rows of {fore} dots of radius {r}: "
            f"{listed(counts)} dots from top to bottom",
            f"draw {fore} circles, radius {r}, on {back}, in rows of {listed(counts)}, the first row at the top",
        ),
        loose=f"{fore} dots on {back}: {', then '.join(spelled(n) + ' in a row' for n in counts)}",
        back=back,
        body=f"""
counts = {counts}  # how many in each row, from the top
r = {r}
for i in range(len(counts)):
    n = counts[i]
    for j in range(n):
        cy, cx = (i + 0.5) * H / len(counts), (j + 0.5) * W / n
        disc = np.hypot(yy - cy, xx - cx) <= r
        image[disc] = {fore.value}  # {fore}
""",
    )
