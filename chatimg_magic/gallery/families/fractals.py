"""Fractals and cellular automata."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame, mix
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

ESCAPE = """\
z = np.where(inside, z ** 2 + c, z)  # what has escaped stays as it is, so nothing overflows
    inside = np.abs(z) <= 2"""


@family("mandelbrot, mandelbrot set, fractal, iterations, complex numbers, apple man, black inside")
def mandelbrot(p: Pick) -> Worked:
    """The Mandelbrot set in one colour."""
    back, fore = p.colours(2)
    n = p.number(20, 60)
    high = p.number(26, 34) / 10 * max(1.0, p.rows / p.cols)
    wide = high * p.cols / p.rows
    left, right, top = round(-0.7 - wide / 2, 2), round(-0.7 + wide / 2, 2), round(high / 2, 2)
    return Worked(
        exact=p.one(
            f"the Mandelbrot set in {fore} on {back}, {n} iterations, real numbers {left} to {right} from left to "
            f"right, imaginary ones {top} to -{top} from top to bottom",
            f"{frame(p)} of the Mandelbrot set, {fore} inside and {back} outside, z = z * z + c repeated {n} times, "
            f"the plane from {left} to {right} across and from {top} down to -{top}",
        ),
        loose=p.one(f"the mandelbrot set in {fore} on {back}", f"{a(fore)} mandelbrot fractal, {back} outside"),
        back=back,
        body=f"""
n = {n}  # iterations
x = {left} + ({right} - ({left})) * xx / (W - 1)  # real part, from {left} to {right}
y = {top} + (-{top} - {top}) * yy / (H - 1)  # imaginary part, from {top} to -{top}
c = x + 1j * y
z = np.zeros((H, W), dtype=complex)
inside = np.abs(z) <= 2
for i in range(n):
    {ESCAPE}
image[inside] = {fore.value}  # {fore}
""",
    )


@family("mandelbrot, coloured, escape time, fractal, iterations, bands, glowing, colourful, complex numbers")
def mandelbrot_coloured(p: Pick) -> Worked:
    """The Mandelbrot set, coloured outside by the escape count."""
    far, near = p.colours(2, "black")
    n, black = p.number(20, 50), p.colour("black")
    return Worked(
        exact=p.one(
            f"the Mandelbrot set in black, outside coloured by the number of steps to escape, from {far} (at once) to "
            f"{near} (after {n} iterations)",
            f"{frame(p)} of a coloured Mandelbrot fractal with {n} iterations: black inside, {far} far away "
            "blending into "
            f"{near} near the edge",
        ),
        loose=f"a colourful mandelbrot set, {far} outside, glowing {near} at its edge",
        back=far,
        body=f"""
n = {n}  # iterations
unit = 2.6 / min(H, W)  # the set is about 2.6 wide and high
c = (xx - W / 2) * unit - 0.75 + 1j * (yy - H / 2) * unit
z = np.zeros((H, W), dtype=complex)
count = np.zeros((H, W))  # steps until a point escapes
inside = np.abs(z) <= 2
for i in range(n):
    {ESCAPE}
    count = count + inside
far, near = np.array({far.value}), np.array({near.value})  # {far}, {near}
t = np.sqrt(count / n)  # 0 far away, 1 at the edge; the root brightens the middle
image[:] = {mix(p, "far", "near")}
image[inside] = {black.value}  # black
""",
    )


@family("julia, julia set, fractal, complex constant, iterations, c, dendrite, swirl fractal")
def julia(p: Pick) -> Worked:
    """A Julia set, coloured outside by the escape count."""
    far, near = p.colours(2)
    real, imaginary = p.one("-0.8 0.156", "-0.4 0.6", "0.285 0.01", "-0.7 0.27", "-0.835 0.232", "-0.123 0.745").split()
    n = p.number(30, 60)
    return Worked(
        exact=p.one(
            f"the Julia set of c = {real} + {imaginary} i with {n} iterations, coloured from {far} outside to "
            f"{near} inside",
            f"{frame(p)} of a Julia fractal: c = {real} + {imaginary}j, {n} iterations, {far} to {near} by escape "
            "count",
        ),
        loose=p.one(f"a julia set in {near} on {far}", f"a julia fractal, {far} and {near}"),
        back=far,
        body=f"""
n = {n}  # iterations
c = {real} + {imaginary}j
unit = 3.2 / min(H, W)  # the set is about 3.2 wide
z = (xx - (W - 1) / 2) * unit + 1j * (yy - (H - 1) / 2) * unit
count = np.zeros((H, W))  # steps until a point escapes
inside = np.abs(z) <= 2
for i in range(n):
    {ESCAPE}
    count = count + inside
far, near = np.array({far.value}), np.array({near.value})  # {far}, {near}
t = np.sqrt(count / n)  # 0 far away, 1 inside; the root brightens the middle
image[:] = {mix(p, "far", "near")}
""",
    )


@family("sierpinski, sierpinski triangle, fractal, triangle, gasket, bits, pascal, binary and")
def sierpinski_triangle(p: Pick) -> Worked:
    """A Sierpinski triangle by the bits of row and column."""
    back, fore = p.colours(2)
    side = 64 if p.side < 180 or p.flip() else 128
    y0, x0 = p.share(0.02, 0.3), p.share(0.02, 0.3)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} Sierpinski triangle of {side} pixels a side, its right angle at row "
            f"{y0}, "
            f"column {x0}, made by y & x being zero",
            f"a right-angled Sierpinski triangle in {fore} on {back}, {side} px a side, top left corner at row "
            f"{y0}, column "
            f"{x0}",
        ),
        loose=f"{a(fore)} sierpinski triangle on {back}",
        back=back,
        body=f"""
side = {side}  # a power of two
y, x = yy - {y0}, xx - {x0}  # from its top left corner
square = (y >= 0) & (y < side) & (x >= 0) & (x < side)
triangle = square & (y & x == 0)  # row and column have no bit in common
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("sierpinski, upright triangle, equilateral, fractal triangle, levels, point up, gasket, pyramid")
def sierpinski_upright(p: Pick) -> Worked:
    """A Sierpinski triangle with the tip up."""
    back, fore = p.colours(2)
    levels, width = p.number(3, 5), p.share(0.6, 0.95)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an upright {fore} Sierpinski triangle of {levels} levels, {width} pixels wide, "
            "in the "
            "middle",
            f"{a(fore)} Sierpinski gasket on {back}, tip up, {width} px wide and high, {levels} levels of holes",
        ),
        loose=f"an upright {fore} sierpinski triangle on {back}",
        back=back,
        body=f"""
levels, width = {levels}, {width}
y = (yy - (H - width) / 2) / width  # 0 at the tip, 1 at the base
x = (xx - W / 2) / width + y / 2  # 0 at its left side, y at its right side
triangle = (y >= 0) & (y < 1) & (x >= 0) & (x <= y)
for i in range(1, levels + 1):  # each level cuts out triangles half as large
    u, v = y * 2 ** i % 2, x * 2 ** i % 2
    hole = (u >= 1) & (v < 1) & (v > u - 1)
    triangle = triangle & ~hole
image[triangle] = {fore.value}  # {fore}
""",
    )


@family("sierpinski carpet, carpet, fractal squares, holes, levels, menger, square fractal, thirds")
def sierpinski_carpet(p: Pick) -> Worked:
    """A Sierpinski carpet of some levels."""
    back, fore = p.colours(2)
    levels = p.number(2, 4)
    side = p.share(0.6, 0.95)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} Sierpinski carpet of {levels} levels, {side} pixels a side, in the "
            "middle",
            f"a Sierpinski carpet in {fore} on {back}: {side} x {side} px, {levels} levels of square holes",
        ),
        loose=f"{a(fore)} sierpinski carpet on {back}",
        back=back,
        body=f"""
levels, side = {levels}, {side}
y, x = yy - (H - side) // 2, xx - (W - side) // 2  # from its top left corner
carpet = (y >= 0) & (y < side) & (x >= 0) & (x < side)
for i in range(1, levels + 1):  # each level cuts out the middle ninth of every square
    hole = (y * 3 ** i // side % 3 == 1) & (x * 3 ** i // side % 3 == 1)
    carpet = carpet & ~hole
image[carpet] = {fore.value}  # {fore}
""",
    )


@family("cantor set, cantor dust, cantor stripes, fractal, middle thirds, bars, levels, removed")
def cantor_stripes(p: Pick) -> Worked:
    """The Cantor set, one row of bars for each level."""
    back, fore = p.colours(2)
    levels = p.number(4, 5)
    height, gap = p.share(0.08, 0.11), p.share(0.04, 0.07)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the Cantor set in {fore}: {levels} rows of bars, each {height} pixels high, "
            f"{gap} pixels "
            "between them, every row without the middle thirds of the row above",
            f"Cantor bars in {fore} on {back}, {levels} levels from the top, {height} px high, gaps of {gap} px",
        ),
        loose=f"the cantor set as {fore} bars on {back}",
        back=back,
        body=f"""
levels, height, gap = {levels}, {height}, {gap}
left = np.ones((H, W), dtype=bool)  # columns that are left
for i in range(levels):
    y0 = gap + i * (height + gap)
    row = (yy >= y0) & (yy < y0 + height)
    image[row & left] = {fore.value}  # {fore}
    left = left & (xx * 3 ** (i + 1) // W % 3 != 1)  # without the middle thirds
""",
    )


@family("xor pattern, xor, bits, bitwise, binary texture, munching squares, coordinates")
def xor_pattern(p: Pick) -> Worked:
    """Brightness as row XOR column, in cells."""
    side = p.number(2, 9)
    low, high = p.colours(2)
    return Worked(
        exact=p.one(
            f"an XOR pattern from {low} to {high}: row XOR column in cells of {side} pixels, 16 steps",
            f"{frame(p)} coloured by the bits of y ^ x with cells {side} px wide, values modulo 16, {low} to {high}",
        ),
        loose=f"a bitwise pattern from {low} to {high}",
        back=low,
        body=f"""
side = {side}  # pixels of each cell
value = (yy // side ^ xx // side) % 16  # 0 to 15
low, high = np.array({low.value}), np.array({high.value})  # {low}, {high}
t = value / 15
image[:] = {mix(p, "low", "high")}
""",
    )
