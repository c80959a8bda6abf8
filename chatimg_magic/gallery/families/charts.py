"""Charts of given values: bars, lines, points, pies."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


def _values(p: Pick, count: int, low: float, high: float) -> list[int]:
    return [p.share(low, high) for _ in range(count)]


@family("bar chart, bars, histogram, values, columns, statistics, heights, diagram, graph")
def bar_chart(p: Pick) -> Worked:
    """Vertical bars of given heights that stand on the bottom edge."""
    back, fore = p.colours(2)
    values = _values(p, p.number(4, 7), 0.1, 0.9)
    listed, n = ", ".join(map(str, values)), len(values)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a bar chart of {n} {fore} bars standing on the bottom edge, heights {listed} "
            "pixels",
            f"histogram in {fore} on {back}: {n} upright bars with heights {listed} px from left to right",
        ),
        loose=p.one(f"{a(fore)} bar chart on {back}", f"a histogram with {fore} bars on {back}"),
        back=back,
        body=f"""
heights = [{listed}]  # pixels, from left to right
n = len(heights)  # {n} bars
for i in range(n):
    x0, x1 = (i + 0.2) * W / n, (i + 0.8) * W / n  # bar i in the middle of its n-th part
    bar = (xx >= x0) & (xx < x1) & (yy >= H - heights[i])
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("histogram, bars without gaps, touching bars, distribution, frequencies, statistics, columns, steps")
def histogram(p: Pick) -> Worked:
    """Touching bars on a base line."""
    back, line, fore = p.colours(3)
    values = _values(p, p.number(6, 9), 0.08, 0.75)
    base = p.rows - p.share(0.06, 0.12)
    listed, n = ", ".join(map(str, values)), len(values)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a histogram of {n} touching {fore} bars on {a(line)} base line at row {base}, 3 "
            "pixels "
            f"thick; heights {listed}",
            f"{n} {fore} bars without gaps on {back}, heights {listed} px above row {base}, where {a(line)} line of "
            "3 px is",
        ),
        loose=f"{a(fore)} histogram on {a(line)} base line, {back} behind",
        back=back,
        body=f"""
heights = [{listed}]  # pixels, from left to right
base, n = {base}, {n}  # row of the base line; bars
number = xx * n // W  # which bar a column belongs to
height = np.array(heights)[number]
image[(yy < base) & (yy >= base - height)] = {fore.value}  # {fore} bars
image[(yy >= base) & (yy < base + 3)] = {line.value}  # {line}, 3 pixels
""",
    )


@family("horizontal bars, bar chart, lengths, lying bars, values, progress bars, ranking, statistics")
def horizontal_bar_chart(p: Pick) -> Worked:
    """Horizontal bars of given lengths from the left edge."""
    back, fore = p.colours(2)
    values = [p.share(0.1, 0.9, p.cols) for _ in range(p.number(3, 6))]
    listed, n = ", ".join(map(str, values)), len(values)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} horizontal {fore} bars from the left edge, lengths {listed} pixels from top to "
            "bottom",
            f"lying bar chart in {fore} on {back}: {n} bars, {listed} px long",
        ),
        loose=f"a chart of lying {fore} bars on {back}",
        back=back,
        body=f"""
lengths = [{listed}]  # pixels, from top to bottom
n = len(lengths)  # {n} bars
for i in range(n):
    y0, y1 = (i + 0.2) * H / n, (i + 0.8) * H / n  # bar i in the middle of its n-th part
    bar = (yy >= y0) & (yy < y1) & (xx < lengths[i])
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("bar chart, coloured bars, different colours, each bar its own colour, comparison, values")
def coloured_bars(p: Pick) -> Worked:
    """Bars of given heights, each of its own colour."""
    n = p.number(3, 4)
    back, *colours = p.colours(n + 1)
    values = _values(p, n, 0.15, 0.9)
    listed, names = ", ".join(map(str, values)), ", ".join(map(str, colours))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} bars standing on the bottom edge, from left to right {names}, heights "
            f"{listed} px",
            f"a bar chart on {back} with {n} columns, {listed} pixels high, in {names}",
        ),
        loose=f"a bar chart on {back} with {names} bars",
        back=back,
        body=f"""
heights = [{listed}]  # pixels, from left to right
colours = [{", ".join(c.value for c in colours)}]  # {names}
n = len(heights)  # {n} bars
for i in range(n):
    x0, x1 = (i + 0.2) * W / n, (i + 0.8) * W / n  # bar i in the middle of its n-th part
    bar = (xx >= x0) & (xx < x1) & (yy >= H - heights[i])
    image[bar] = colours[i]
""",
    )


@family("line chart, line graph, polyline, data points, connected points, stock chart, temperature curve, values")
def line_chart(p: Pick) -> Worked:
    """Given values joined by straight lines."""
    back, fore = p.colours(2)
    values = [p.share(0.12, 0.85, p.rows) for _ in range(p.number(5, 7))]
    thick = p.number(3, 5)
    listed, n = ", ".join(map(str, values)), len(values)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} line chart of {n} values, {listed} pixels above the bottom edge, "
            "joined from "
            f"the left edge to the right edge, {thick} px thick",
            f"{a(fore)} polyline on {back} through {n} points at equal distances, heights {listed} px, line {thick} "
            "pixels",
        ),
        loose=f"{a(fore)} line chart on {back}",
        back=back,
        body=f"""
values = [{listed}]  # pixels above the bottom edge
n, thick = {n}, {thick}
columns = np.linspace(0, W - 1, n)  # of the n points, from edge to edge
row = H - 1 - np.interp(xx, columns, values)  # straight between two points
steep = np.hypot(1, np.gradient(row, axis=1))  # where it is steep it covers more rows
image[np.abs(yy - row) <= thick / 2 * steep] = {fore.value}  # {fore}
""",
    )


@family("scatter plot, points, data points, marks, dots at places, list of points, coordinates")
def scatter_plot(p: Pick) -> Worked:
    """Dots at given rows and columns."""
    back, fore = p.colours(2)
    r = p.share(0.02, 0.04)
    n = p.number(4, 6)
    points = [(p.share(0.1, 0.9, p.rows), p.share((i + 0.3) / n, (i + 0.7) / n, p.cols)) for i in range(n)]
    listed = ", ".join(f"({y}, {x})" for y, x in points)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {fore} dots of radius {r} at (row, column) {listed}",
            f"a scatter plot on {back}: {len(points)} {fore} points, radius {r} px, at rows and columns {listed}",
        ),
        loose=f"a few {fore} points scattered on {back}",
        back=back,
        body=f"""
r = {r}
points = [{listed}]  # {len(points)} points: row, column
for cy, cx in points:
    image[np.hypot(yy - cy, xx - cx) <= r] = {fore.value}  # {fore}
""",
    )


@family("pie chart, pie, slices, sectors, percent, shares, circle diagram, portions, wedge")
def pie_chart(p: Pick) -> Worked:
    """A disc in slices of given percentages."""
    back, a, b, c = p.colours(4)
    r, first, second = p.share(0.28, 0.45), p.number(15, 45), p.number(15, 45)
    third = 100 - first - second
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a pie chart of radius {r}: {first} percent {a}, {second} percent {b}, {third} "
            "percent "
            f"{c}, clockwise from the top",
            f"a circle diagram on {back}, radius {r} px, clockwise from the top {first} % {a}, {second} % {b}, "
            f"{third} % {c}",
        ),
        loose=f"a pie chart on {back} in {a}, {b} and {c}",
        back=back,
        body=f"""
r = {r}
cy, cx = (H - 1) / 2, (W - 1) / 2
disc = np.hypot(yy - cy, xx - cx) <= r
turn = np.arctan2(xx - cx, cy - yy) / (2 * np.pi) % 1 * 100  # percent, clockwise from the top
start = 0
for percent, colour in [({first}, {a.value}), ({second}, {b.value}), ({third}, {c.value})]:  # {a}, {b}, {c}
    image[disc & (turn >= start) & (turn < start + percent)] = colour
    start = start + percent
""",
    )


@family("progress bar, loading bar, percent, battery level, gauge, filled part, meter")
def progress_bar(p: Pick) -> Worked:
    """A bar that is filled to a given percentage."""
    back, empty, fore = p.colours(3)
    percent, height, width = p.number(15, 90), p.share(0.1, 0.2), p.share(0.6, 0.85, p.cols)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a progress bar in the middle, {width} pixels wide and {height} pixels high, "
            f"{empty}, "
            f"filled {percent} percent with {fore} from the left",
            f"a {width} x {height} px (wide x high) loading bar centred on {back}: {percent} % {fore}, the rest "
            f"{empty}",
        ),
        loose=f"{a(fore)} progress bar on {back}",
        back=back,
        body=f"""
width, height, percent = {width}, {height}, {percent}
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
bar = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
filled = bar & (xx < x0 + width * percent / 100)
image[bar] = {empty.value}  # {empty}
image[filled] = {fore.value}  # {fore}
""",
    )
