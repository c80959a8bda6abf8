"""Graphs of functions, one row for each column, and axes."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

STEEP = "np.hypot(1, np.gradient(row, axis=1))  # where it is steep it covers more rows"


@family("sine curve, sine wave, sinus, wave line, periods, amplitude, curve, oscillation, sinusoid, line")
def sine_curve(p: Pick) -> Worked:
    """A sine curve as a line."""
    back, fore = p.colours(2)
    n, amplitude, thick = p.number(2, 6), p.share(0.12, 0.4), p.number(3, 7)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} sine curve across the middle: {n} periods, amplitude {amplitude} "
            "pixels, line "
            f"{thick} pixels thick",
            f"a sine wave in {fore} on {back}, from left to right {n} full periods, {amplitude} px up and down, "
            f"{thick} px thick",
        ),
        loose=p.one(f"{a(fore)} sine wave on {back}", f"a wavy {fore} line, like a sine, on {back}"),
        back=back,
        body=f"""
n, amplitude, thick = {n}, {amplitude}, {thick}
row = (H - 1) / 2 - amplitude * np.sin(2 * np.pi * n * xx / W)  # minus: upwards is a smaller row
steep = {STEEP}
curve = np.abs(yy - row) <= thick / 2 * steep
image[curve] = {fore.value}  # {fore}
""",
    )


@family("cosine curve, cosine, wave line, periods, amplitude, curve, oscillation, starts at the top")
def cosine_curve(p: Pick) -> Worked:
    """A cosine curve with a zero line."""
    back, axis, fore = p.colours(3)
    n, amplitude, thick = p.number(2, 6), p.share(0.12, 0.4), p.number(3, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} cosine curve of {n} periods, amplitude {amplitude} px, {thick} px "
            "thick, and a "
            f"{axis} horizontal zero line, 2 pixels thick",
            f"cosine in {fore} on {back}: {n} periods, {amplitude} pixels high and low, line {thick} pixels, over a "
            f"{axis} middle line of 2 pixels",
        ),
        loose=f"{a(fore)} cosine curve with {a(axis)} zero line on {back}",
        back=back,
        body=f"""
n, amplitude, thick = {n}, {amplitude}, {thick}
zero = (yy >= H // 2 - 1) & (yy < H // 2 + 1)  # 2 rows in the middle
row = (H - 1) / 2 - amplitude * np.cos(2 * np.pi * n * xx / W)  # minus: upwards is a smaller row
steep = {STEEP}
curve = np.abs(yy - row) <= thick / 2 * steep
image[zero] = {axis.value}  # {axis}
image[curve] = {fore.value}  # {fore}
""",
    )


@family("two curves, sine and cosine, two waves, curves, phase shift, compare, both, plot")
def two_waves(p: Pick) -> Worked:
    """A sine and a cosine in two colours."""
    back, first, second = p.colours(3)
    n, amplitude, thick = p.number(2, 5), p.share(0.15, 0.4), p.number(3, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(first)} sine and {a(second)} cosine, both {n} periods, amplitude {amplitude} "
            "pixels, "
            f"{thick} pixels thick",
            f"sine in {first} and cosine in {second} on {back}, {n} periods each, {amplitude} px up and down, lines "
            f"{thick} px",
        ),
        loose=f"{a(first)} sine and {a(second)} cosine on {back}",
        back=back,
        body=f"""
n, amplitude, thick = {n}, {amplitude}, {thick}
turn = 2 * np.pi * n * xx / W
for wave, colour in [(np.sin(turn), {first.value}), (np.cos(turn), {second.value})]:  # {first}, {second}
    row = (H - 1) / 2 - amplitude * wave  # minus: upwards is a smaller row
    steep = {STEEP}
    curve = np.abs(yy - row) <= thick / 2 * steep
    image[curve] = colour
""",
    )


@family("damped, decaying wave, fading oscillation, exponential, spring, pulse, shrinking amplitude, curve")
def damped_wave(p: Pick) -> Worked:
    """A sine curve whose amplitude shrinks to the right."""
    back, fore = p.colours(2)
    n, amplitude, thick = p.number(3, 7), p.share(0.3, 0.45), p.number(3, 5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a damped {fore} oscillation: {n} periods, starting at amplitude {amplitude} "
            "pixels and "
            f"dying away to the right, {thick} pixels thick",
            f"a decaying sine in {fore} on {back}, {n} periods, first {amplitude} px high, line {thick} px",
        ),
        loose=f"{a(fore)} wave on {back} that dies away",
        back=back,
        body=f"""
n, amplitude, thick = {n}, {amplitude}, {thick}
shrink = np.exp(-3 * xx / W)  # 1 at the left, nearly 0 at the right
row = (H - 1) / 2 - amplitude * shrink * np.sin(2 * np.pi * n * xx / W)
steep = {STEEP}
curve = np.abs(yy - row) <= thick / 2 * steep
image[curve] = {fore.value}  # {fore}
""",
    )


@family("sine area, filled wave, area under the curve, water surface, filled below, hills, waterline")
def filled_wave(p: Pick) -> Worked:
    """All that is below a sine curve."""
    back, fore = p.colours(2)
    n, amplitude, middle = p.number(2, 6), p.share(0.05, 0.2), p.share(0.35, 0.7, p.rows)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} filled with {fore} below a sine curve around row {middle}: {n} periods, amplitude "
            f"{amplitude} pixels",
            f"a wavy {fore} area on {back}, its upper edge a sine at row {middle} with {n} periods, {amplitude} px "
            "up and "
            "down",
        ),
        loose=f"{a(fore)} area with a wavy upper edge on {back}",
        back=back,
        body=f"""
n, amplitude, middle = {n}, {amplitude}, {middle}
row = middle - amplitude * np.sin(2 * np.pi * n * xx / W)  # minus: upwards is a smaller row
image[yy >= row] = {fore.value}  # {fore}: all below
""",
    )


@family("parabola, quadratic, x squared, curve, axes, graph, function plot, u shape, coordinate system")
def parabola(p: Pick) -> Worked:
    """A parabola that opens upwards, with axes."""
    back, axis, fore = p.colours(3)
    width, height, thick = p.share(0.25, 0.45, p.cols), p.share(0.25, 0.45, p.rows), p.number(3, 5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {axis} axes through the middle and {a(fore)} parabola that opens upwards from the "
            f"origin and rises {height} pixels at {width} pixels to each side, {thick} pixels thick",
            f"graph of y = x squared in {fore} on {back}, {axis} axes, vertex in the middle, {height} px high at "
            f"{width} px "
            f"left and right, line {thick} px",
        ),
        loose=f"{a(fore)} parabola with {axis} axes on {back}",
        back=back,
        body=f"""
width, height, thick = {width}, {height}, {thick}
cy, cx = H // 2, W // 2  # the origin
axes = (np.abs(yy - cy) <= 1) | (np.abs(xx - cx) <= 1)
row = cy - height * ((xx - cx) / width) ** 2  # minus: upwards is a smaller row
steep = {STEEP}
curve = np.abs(yy - row) <= thick / 2 * steep
image[axes] = {axis.value}  # {axis}
image[curve] = {fore.value}  # {fore}
""",
    )


@family("straight line, linear function, slope, intercept, axes, graph, plot, coordinate system")
def linear_graph(p: Pick) -> Worked:
    """The graph of y = a x + b with axes."""
    back, axis, fore = p.colours(3)
    slope = p.one("2", "0.5", "-1", "1", "-0.5", "-2", "0.75", "1.5")
    shift, thick = p.share(0.05, 0.3, p.rows), p.number(3, 5)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {axis} axes through the middle and the straight {fore} graph of y = {slope} x + "
            f"{shift} "
            f"(x, y in pixels), {thick} pixels thick",
            f"a linear function in {fore} on {back}: slope {slope}, crossing the y axis {shift} px above the "
            "origin, line "
            f"{thick} px thick, {axis} axes",
        ),
        loose=f"the straight {fore} graph of a linear function with {axis} axes on {back}",
        back=back,
        body=f"""
a, b, thick = {slope}, {shift}, {thick}  # y = a * x + b
x, y = xx - W // 2, H // 2 - yy  # the origin is in the middle, y grows upwards
axes = (np.abs(y) <= 1) | (np.abs(x) <= 1)
graph = np.abs(y - (a * x + b)) <= thick / 2 * np.hypot(1, a)
image[axes] = {axis.value}  # {axis}
image[graph] = {fore.value}  # {fore}
""",
    )


@family("axes, coordinate system, cross, coordinate axes, x axis, y axis, origin, ticks, tick marks, cartesian")
def axes_with_ticks(p: Pick) -> Worked:
    """Coordinate axes through the middle with tick marks."""
    back, fore = p.colours(2)
    step, length, thick = p.share(0.08, 0.16), p.share(0.03, 0.06), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {fore} coordinate axes through the middle, {thick} pixels thick, and tick marks "
            "every "
            f"{step} pixels, {length} pixels to each side",
            f"an empty coordinate system in {fore} on {back}: axes {thick} px thick crossing in the centre, ticks "
            f"{step} px "
            f"apart that reach {length} px out",
        ),
        loose=f"{fore} coordinate axes with ticks on {back}",
        back=back,
        body=f"""
step, length, thick = {step}, {length}, {thick}
y, x = yy - H // 2, xx - W // 2  # from the origin in the middle
axes = ((y >= 0) & (y < thick)) | ((x >= 0) & (x < thick))
on_x = (x % step < thick) & (np.abs(y) <= length)  # ticks of the horizontal axis
on_y = (y % step < thick) & (np.abs(x) <= length)
image[axes | on_x | on_y] = {fore.value}  # {fore}
""",
    )


@family("bell curve, gaussian, normal distribution, hump, probability, curve, statistics")
def bell_curve(p: Pick) -> Worked:
    """A bell curve above a base line."""
    back, fore = p.colours(2)
    sigma, height, thick = p.share(0.08, 0.16, p.cols), p.share(0.4, 0.7, p.rows), p.number(3, 5)
    base = p.share(0.82, 0.92, p.rows)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} bell curve in the middle: {height} pixels high above row {base}, "
            "standard "
            f"deviation {sigma} pixels, line {thick} pixels thick",
            f"a Gaussian in {fore} on {back}, sigma {sigma} px, foot at row {base}, peak {height} px higher, "
            f"{thick} px "
            "thick",
        ),
        loose=f"{a(fore)} bell curve on {back}",
        back=back,
        body=f"""
sigma, height, base, thick = {sigma}, {height}, {base}, {thick}
x = (xx - (W - 1) / 2) / sigma  # in standard deviations from the middle
row = base - height * np.exp(-(x ** 2) / 2)  # minus: upwards is a smaller row
steep = {STEEP}
curve = np.abs(yy - row) <= thick / 2 * steep
image[curve] = {fore.value}  # {fore}
""",
    )


@family("square wave, digital signal, pulse, clock, rectangular wave, high and low, step function, curve")
def square_wave(p: Pick) -> Worked:
    """A square wave as a line."""
    back, fore = p.colours(2)
    n, amplitude, thick = p.number(2, 6), p.share(0.1, 0.35), p.number(3, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square wave of {n} periods, amplitude {amplitude} pixels, line {thick} "
            "pixels "
            "thick, across the middle",
            f"a digital clock signal in {fore} on {back}: {n} pulses, {amplitude} px above and below the middle, "
            f"{thick} px "
            "thick",
        ),
        loose=f"{a(fore)} square wave on {back}",
        back=back,
        body=f"""
n, amplitude, thick = {n}, {amplitude}, {thick}
y, half = np.abs(yy - (H - 1) / 2), thick / 2
turn = xx * n / W  # one whole number more for each period
high = turn % 1 < 0.5  # first half of each period
side = np.where(high, yy < H / 2, yy >= H / 2)  # up in the first half, down in the second
level = side & (np.abs(y - amplitude) <= half)
edge = (np.abs(xx - np.round(2 * turn) * W / (2 * n)) <= half) & (y <= amplitude + half)  # twice in a period
image[level | edge] = {fore.value}  # {fore}
""",
    )


@family("exponential, growth, exponential curve, rising faster, logarithm, compound, doubling, curve")
def exponential_curve(p: Pick) -> Worked:
    """An exponential curve from the bottom left to the top right."""
    back, fore = p.colours(2)
    doublings, thick, edge = p.number(3, 6), p.number(3, 6), p.share(0.05, 0.12)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} exponential curve that doubles {doublings} times from left to right, "
            f"{edge} pixels from the bottom and top edges, {thick} pixels thick",
            f"exponential growth in {fore} on {back}: {doublings} doublings over the width, margin {edge} px above and "
            f"below, line {thick} px",
        ),
        loose=f"{a(fore)} exponential curve on {back}",
        back=back,
        body=f"""
doublings, edge, thick = {doublings}, {edge}, {thick}
growth = (2 ** (doublings * xx / (W - 1)) - 1) / (2 ** doublings - 1)  # 0 at the left, 1 at the right
row = H - 1 - edge - growth * (H - 1 - 2 * edge)  # the bottom at the left, the top at the right
steep = {STEEP}
curve = np.abs(yy - row) <= thick / 2 * steep
image[curve] = {fore.value}  # {fore}
""",
    )
