"""Repeated lines, grids and woven patterns over the whole picture."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family
from chatimg_magic.request import Mode


@family("horizontal lines, thin lines, every, spaced, ruled, repeated, rows, across")
def horizontal_lines(p: Pick) -> Worked:
    """Thin horizontal lines at equal distances."""
    back, fore = p.colours(2)
    step, thick = p.share(0.07, 0.2), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with horizontal {fore} lines, {thick} pixels thick, every {step} pixels",
            f"thin horizontal lines in {fore} on {back}: one every {step} px, each {thick} px thick",
        ),
        loose=f"thin horizontal {fore} lines on {back}",
        back=back,
        body=f"""
step, thick = {step}, {thick}  # from line to line; of a line
lines = yy % step < thick  # the first {thick} of every {step} rows
image[lines] = {fore.value}  # {fore}
""",
    )


@family("vertical lines, thin lines, every, spaced, repeated, columns, upright, pinstripes")
def vertical_lines(p: Pick) -> Worked:
    """Thin vertical lines at equal distances."""
    back, fore = p.colours(2)
    step, thick = p.share(0.07, 0.2), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with vertical {fore} lines, {thick} pixels wide, every {step} pixels",
            f"thin upright lines in {fore} on {back}: one every {step} px, each {thick} px thick",
        ),
        loose=f"thin vertical {fore} lines on {back}",
        back=back,
        body=f"""
step, thick = {step}, {thick}  # from line to line; of a line
lines = xx % step < thick  # the first {thick} of every {step} columns
image[lines] = {fore.value}  # {fore}
""",
    )


@family("evenly spaced lines, number of lines, horizontal, count, distributed, lines")
def counted_horizontal_lines(p: Pick) -> Worked:
    """A given number of horizontal lines, evenly spread."""
    back, fore = p.colours(2)
    n, thick = p.number(3, 9), p.number(2, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} evenly spaced horizontal lines in {fore}, each {thick} pixels thick",
            f"{n} horizontal {fore} lines, {thick} px thick, spread evenly over {back}",
        ),
        loose=f"a few evenly spaced horizontal {fore} lines on {back}",
        back=back,
        body=f"""
n, thick = {n}, {thick}
for i in range(n):  # {n} lines: i = 0, 1, ... n - 1
    y0 = round((i + 1) * H / (n + 1) - thick / 2)  # equal spaces between the lines and to the edges
    line = (yy >= y0) & (yy < y0 + thick)
    image[line] = {fore.value}  # {fore}
""",
    )


@family("evenly spaced lines, number of lines, vertical, count, distributed, lines, bars")
def counted_vertical_lines(p: Pick) -> Worked:
    """A given number of vertical lines, evenly spread."""
    back, fore = p.colours(2)
    n, thick = p.number(3, 9), p.number(2, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} evenly spaced vertical lines in {fore}, each {thick} pixels wide",
            f"{n} vertical {fore} lines, {thick} px wide, spread evenly over {back}",
        ),
        loose=f"a few evenly spaced vertical {fore} lines on {back}",
        back=back,
        body=f"""
n, thick = {n}, {thick}
for i in range(n):  # {n} lines: i = 0, 1, ... n - 1
    x0 = round((i + 1) * W / (n + 1) - thick / 2)  # equal spaces between the lines and to the edges
    line = (xx >= x0) & (xx < x0 + thick)
    image[line] = {fore.value}  # {fore}
""",
    )


@family("grid, line grid, graph paper, squared paper, mesh, every, lines, horizontal and vertical")
def line_grid(p: Pick) -> Worked:
    """A grid of thin lines at equal distances."""
    back, fore = p.colours(2)
    step, thick = p.share(0.08, 0.2), p.number(2, 3)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a grid of {fore} lines every {step} pixels, {thick} pixels thick",
            f"graph paper: {fore} lines {thick} px thick every {step} px, horizontal and vertical, on {back}",
        ),
        loose=p.one(f"graph paper in {fore} on {back}", f"a grid of {fore} lines on {back}"),
        back=back,
        body=f"""
step, thick = {step}, {thick}  # from line to line; of a line
lines = (yy % step < thick) | (xx % step < thick)  # horizontal or vertical
image[lines] = {fore.value}  # {fore}
""",
    )


@family("grid, cells, rows and columns, divided, table, tic tac toe, lines, count")
def counted_grid(p: Pick) -> Worked:
    """Lines that divide the picture into a number of rows and columns."""
    back, fore = p.colours(2)
    rows, cols, thick = p.number(2, 7), p.number(2, 7), p.number(2, 5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} divided by {fore} lines, {thick} pixels thick, into {rows} rows and {cols} columns of "
            "equal cells",
            f"{a(fore)} grid on {back} with {rows} rows by {cols} columns, lines {thick} px thick between the cells",
        ),
        loose=f"{fore} lines that divide {back} into equal cells",
        back=back,
        body=f"""
rows, cols, thick = {rows}, {cols}, {thick}
for i in range(1, rows):  # one line less than there are rows
    y0 = round(i * H / rows - thick / 2)
    image[(yy >= y0) & (yy < y0 + thick)] = {fore.value}  # {fore}
for j in range(1, cols):
    x0 = round(j * W / cols - thick / 2)
    image[(xx >= x0) & (xx < x0 + thick)] = {fore.value}  # {fore}
""",
    )


@family("millimetre paper, graph paper, thick and thin lines, fine grid, main lines, grid")
def graph_paper(p: Pick) -> Worked:
    """Graph paper with thin lines and thicker main lines."""
    thin, main = p.colour("light gray"), p.colours(1, "white", "light gray", "beige", "yellow")[0]
    step, big = p.share(0.06, 0.08), p.number(3, 5)
    return Worked(
        exact=p.one(
            f"graph paper on white: 1 pixel thin {thin} lines every {step} pixels and {main} lines 3 pixels thick at "
            f"every {big} cells",
            f"a white sheet with a fine {thin} grid, 1 px lines {step} px apart, every {big} squares a main line of "
            "3 px "
            f"in {main}",
        ),
        loose=f"millimetre paper with fine lines and {main} main lines",
        back=p.colour("white"),
        body=f"""
step, big = {step}, {big}  # pixels from thin line to thin line; cells from main line to main line
thin = (yy % step < 1) | (xx % step < 1)  # 1 pixel thick
main = (yy % (step * big) < 3) | (xx % (step * big) < 3)  # 3 pixels thick
image[thin] = {thin.value}  # {thin}
image[main] = {main.value}  # {main}: over the thin lines
""",
    )


@family("ruled paper, notebook page, writing paper, margin, lines, exercise book, sheet", "rgb rgba")
def ruled_paper(p: Pick) -> Worked:
    """A ruled page with a margin."""
    page = p.colour(p.one("white", "beige"))
    line, edge = p.colour(p.one("sky blue", "blue", "gray")), p.colour(p.one("red", "magenta", "dark red"))
    step, margin = p.share(0.07, 0.12), p.share(0.12, 0.2)
    return Worked(
        exact=p.one(
            f"{a(page)} notebook page with {line} lines 2 pixels thick every {step} pixels and a vertical {edge} "
            "margin "
            f"line at column {margin}, 3 pixels wide",
            f"ruled {page} paper: {line} rules every {step} px, 2 px thick; {a(edge)} upright line 3 px wide at column "
            f"{margin}",
        ),
        loose=f"a ruled {page} notebook page with {a(edge)} margin",
        back=page,
        body=f"""
step, margin = {step}, {margin}  # from line to line; column of the margin
lines = yy % step >= step - 2  # the last 2 of every {step} rows, so the top edge stays free
edge = (xx >= margin) & (xx < margin + 3)
image[lines] = {line.value}  # {line}
image[edge] = {edge.value}  # {edge}
""",
    )


@family("crosshatch, crossed diagonal lines, lattice, net, fence, mesh, diagonal grid, hatching")
def crosshatch(p: Pick) -> Worked:
    """Diagonal lines in both directions."""
    back, fore = p.colours(2)
    step, thick = p.share(0.08, 0.2), p.number(2, 5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a crosshatch of {fore} diagonal lines every {step} pixels, {thick} pixels thick",
            f"crossed diagonal lines, both ways, in {fore} over {back}: {step} px apart along a row, {thick} px thick",
        ),
        loose=p.one(f"{a(fore)} crosshatch on {back}", f"a wire fence of crossed {fore} lines on {back}"),
        back=back,
        body=f"""
step, thick = {step}, {thick}
rising = (xx + yy) % step < thick
falling = (xx - yy) % step < thick
image[rising | falling] = {fore.value}  # {fore}
""",
    )


@family("hatching, diagonal lines, slanted lines, thin, shading, oblique lines, hatched")
def hatching(p: Pick) -> Worked:
    """Thin diagonal lines in one direction."""
    back, fore = p.colours(2)
    step, thick = p.share(0.06, 0.16), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} hatched with thin {fore} diagonal lines, {thick} pixels thick, every {step} pixels "
            "along "
            "a row, rising to the right",
            f"diagonal hatching on {back}: {fore} lines of {thick} px every {step} px, from bottom left to top right",
        ),
        loose=f"{back} hatched with slanted {fore} lines",
        back=back,
        body=f"""
step, thick = {step}, {thick}
lines = (xx + yy) % step < thick  # (xx - yy) would fall to the right
image[lines] = {fore.value}  # {fore}
""",
    )


@family("gingham, tablecloth, picnic, vichy, checked cloth, fabric, checks, woven")
def gingham(p: Pick) -> Worked:
    """A gingham cloth: two crossing sets of stripes, darker where they cross."""
    shades = {"red": "pink", "blue": "sky blue", "purple": "pink", "teal": "sky blue", "dark gray": "light gray"}
    if p.mode is Mode.GRAY:
        shades = {"black": "gray", "gray": "light gray", "dark gray": "light gray"}
    name = p.one(*shades)
    full, half = p.colour(name), p.colour(shades[name])
    width = p.share(0.06, 0.14)
    return Worked(
        exact=p.one(
            f"gingham cloth in {full} and white with squares of {width} pixels, {half} where only one stripe runs",
            f"{frame(p)} like {a(full)} checked tablecloth: stripes of {width} px both ways on white, {half} alone and "
            f"{full} where they cross",
        ),
        loose=p.one(f"{a(full)} gingham tablecloth", f"a picnic cloth with {full} checks"),
        back=p.colour("white"),
        body=f"""
width = {width}  # pixels of a stripe and of the space between two
across = yy // width % 2 == 0  # horizontal stripes
down = xx // width % 2 == 0  # vertical stripes
image[across | down] = {half.value}  # {half}: one stripe
image[across & down] = {full.value}  # {full}: where two cross
""",
    )


@family("plaid, tartan, scottish, kilt, blanket, flannel, fabric, woven, checked", "rgb rgba")
def plaid(p: Pick) -> Worked:
    """A plaid of wide stripes, thin lines and darker crossings."""
    back = p.ground("red", "dark green", "blue", "purple")
    wide, cross, thin = p.colour(p.one("navy", "teal")), p.colour("black"), p.colour(p.one("yellow", "white", "gold"))
    step, width = p.share(0.24, 0.36), p.share(0.08, 0.14)
    return Worked(
        exact=p.one(
            f"a tartan on {back}: every {step} pixels {a(wide)} stripe {width} pixels wide, both ways, {cross} where "
            "they "
            f"cross, and thin {thin} lines 2 pixels wide halfway between",
            f"plaid cloth, {back} with {wide} stripes of {width} px repeated every {step} px across and down, "
            "crossings "
            f"{cross}, 2 px {thin} lines between the stripes",
        ),
        loose=f"{a(back)} tartan with {wide} stripes and fine {thin} lines",
        back=back,
        body=f"""
step, width = {step}, {width}  # from stripe to stripe; of a stripe
across, down = yy % step < width, xx % step < width
image[across | down] = {wide.value}  # {wide} stripes
image[across & down] = {cross.value}  # {cross} crossings
middle = (step + width) // 2  # halfway from a stripe to the next
thin = ((yy - middle) % step < 2) | ((xx - middle) % step < 2)
image[thin] = {thin.value}  # {thin} lines, 2 pixels
""",
    )
