"""Several things that differ step by step: sizes, heights, widths, colours and shapes in turn."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, listed, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family


def _steps(p: Pick, n: int, most: float) -> tuple[int, int]:
    """Choose a first size and how much each of the others has more, so that the last is ``most`` at the most."""
    first = max(2, p.number(0.2 * most, 0.4 * most))
    return first, max(1, p.number(0.5 * (most - first) / (n - 1), (most - first) // (n - 1)))


@family("growing, larger and larger, left to right, circles, discs, increasing size, bigger")
def discs_growing_to_the_right(p: Pick) -> Worked:
    """Discs in a row, each one larger than the one on its left."""
    back, fore = p.colours(2)
    n = p.number(3, 5)
    first, more = _steps(p, n, 0.43 * p.cols / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} discs in a row growing from left to right: the first has radius {first} "
            f"and every next one is {more} larger",
            f"draw {spelled(n)} {fore} circles on {back}, larger and larger to the right, radius {first}, "
            f"then {more} px more each time",
        ),
        loose=f"{spelled(n)} {fore} circles on {back}, growing from left to right",
        back=back,
        body=f"""
n, first, more = {n}, {first}, {more}  # {spelled(n)} discs: i = 0, 1, … n - 1
cy = H / 2
for i in range(n):
    r = first + i * more  # larger with every step to the right
    cx = (i + 0.5) * W / n
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {fore.value}  # {fore}
""",
    )


@family("shrinking, smaller and smaller, left to right, circles, discs, decreasing size")
def discs_shrinking_to_the_right(p: Pick) -> Worked:
    """Discs in a row, each one smaller than the one on its left."""
    back, fore = p.colours(2)
    n = p.number(3, 5)
    last, less = _steps(p, n, 0.43 * p.cols / n)
    first = last + (n - 1) * less
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} discs in a row shrinking from left to right: the first has "
            f"radius {first} "
            f"and every next one is {less} smaller",
            f"draw {spelled(n)} {fore} circles on {back}, smaller and smaller to the right, radius {first}, "
            f"then {less} px less each time",
        ),
        loose=f"{spelled(n)} {fore} circles on {back}, shrinking from left to right",
        back=back,
        body=f"""
n, first, less = {n}, {first}, {less}  # {spelled(n)} discs: i = 0, 1, … n - 1
cy = H / 2
for i in range(n):
    r = first - i * less  # smaller with every step to the right
    cx = (i + 0.5) * W / n
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {fore.value}  # {fore}
""",
    )


@family("growing, top to bottom, larger downwards, circles, discs, increasing size, vertical")
def discs_growing_downwards(p: Pick) -> Worked:
    """Discs in a column, each one larger than the one above it."""
    back, fore = p.colours(2)
    n = p.number(3, 4)
    first, more = _steps(p, n, min(0.43 * p.rows / n, 0.45 * p.cols))
    radii = [first + i * more for i in range(n)]
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} discs one below the other, growing from top to bottom, with "
            f"radii {listed(radii)}",
            f"draw {spelled(n)} {fore} circles in a column on {back}, radii {listed(radii)}, the smallest at the top",
        ),
        loose=f"{spelled(n)} {fore} circles on {back}, one below the other, growing from top to bottom",
        back=back,
        body=f"""
radii = {radii}  # {n} discs from top to bottom
n = len(radii)
cx = W / 2
for i in range(n):
    cy = (i + 0.5) * H / n
    disc = np.hypot(yy - cy, xx - cx) <= radii[i]
    image[disc] = {fore.value}  # {fore}
""",
    )


@family("three sizes, small medium large, small middle-sized big, circles, different sizes")
def three_sizes(p: Pick) -> Worked:
    """A small, a medium and a large disc in a row."""
    back, fore = p.colours(2)
    small, medium, large = p.share(0.04, 0.06), p.share(0.07, 0.09), p.share(0.11, 0.14)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with three {fore} discs next to each other: a small one of radius {small}, a medium one "
            f"of radius {medium} and a large one of radius {large}",
            f"draw a small, a medium and a large {fore} circle in a row on {back}, with radii {small}, "
            f"{medium} and {large}",
        ),
        loose=f"a small, a medium and a large {fore} circle next to each other on {back}",
        back=back,
        body=f"""
small, medium, large = {small}, {medium}, {large}  # radii
cy = H / 2
left = np.hypot(yy - cy, xx - 1 * W / 4) <= small  # three centres: 1, 2 and 3 quarters of the width
middle = np.hypot(yy - cy, xx - 2 * W / 4) <= medium
right = np.hypot(yy - cy, xx - 3 * W / 4) <= large
image[left | middle | right] = {fore.value}  # {fore}
""",
    )


@family("squares growing, left to right, larger squares, increasing size, boxes, baseline")
def squares_growing_to_the_right(p: Pick) -> Worked:
    """Squares with given sides standing on one line, with gaps between them."""
    back, fore = p.colours(2)
    n = p.number(3, 5)
    first, more = _steps(p, n, 0.75 * p.cols / n)
    sides = [first + i * more for i in range(n)]
    gap = p.number(3, max(4, 0.12 * p.cols / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} squares in a row, growing from left to right, sides of "
            f"{listed(sides)} pixels, "
            f"{gap} pixels apart, their lower edges on one line",
            f"draw {spelled(n)} {fore} squares on {back}, the smallest on the left, {listed(sides)} px wide, "
            f"gaps of {gap}",
        ),
        loose=f"{spelled(n)} {fore} squares on {back}, getting larger from left to right",
        back=back,
        body=f"""
sides, gap = {sides}, {gap}  # {n} squares
n = len(sides)
x0 = (W - sum(sides) - (n - 1) * gap) // 2  # all together are centred
floor = (H + max(sides)) // 2  # all stand on this row
for side in sides:
    square = (yy >= floor - side) & (yy < floor) & (xx >= x0) & (xx < x0 + side)
    image[square] = {fore.value}  # {fore}
    x0 = x0 + side + gap  # where the next one begins
""",
    )


@family("bar chart, heights, bars, values, graph, columns, histogram")
def bar_chart_of_given_heights(p: Pick) -> Worked:
    """Bars with given heights standing on the bottom edge."""
    back, fore = p.colours(2)
    n = p.number(3, 6)
    heights = [p.share(0.15, 0.9, p.rows) for _ in range(n)]
    wide = p.number(0.35 * p.cols / n, 0.7 * p.cols / n)
    gap = p.number(2, max(3, 0.25 * p.cols / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a bar chart of {n} {fore} bars, {listed(heights)} pixels high, standing "
            f"on the bottom edge, "
            f"each {wide} wide, {gap} apart",
            f"draw a bar chart on {back}: {fore} bars with heights {listed(heights)}, width {wide}, gaps of "
            f"{gap}, from the bottom edge up",
        ),
        loose=f"a bar chart with {spelled(n)} {fore} bars on {back}",
        back=back,
        body=f"""
heights = {heights}  # {n} bars from left to right
wide, gap = {wide}, {gap}
n = len(heights)
left = (W - (n * wide + (n - 1) * gap)) // 2  # centred
for i in range(n):
    x0 = left + i * (wide + gap)
    bar = (yy >= H - heights[i]) & (xx >= x0) & (xx < x0 + wide)  # from the bottom edge up
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("bars growing in height, taller and taller, left to right, rising bars, signal strength, steps")
def bars_growing_in_height(p: Pick) -> Worked:
    """Bars on the bottom edge, each one taller than the one on its left."""
    back, fore = p.colours(2)
    n = p.number(3, 7)
    first, more = _steps(p, n, 0.9 * p.rows)
    wide = p.number(0.35 * p.cols / n, 0.75 * p.cols / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} bars standing on the bottom edge, growing from left to right: "
            f"the first {first} pixels "
            f"high, every next one {more} higher, each {wide} wide",
            f"draw {spelled(n)} {fore} bars on {back}, taller and taller to the right, {wide} px wide, "
            f"{first} px high and then {more} "
            f"px more each time",
        ),
        loose=f"{spelled(n)} {fore} bars on {back} growing in height from left to right",
        back=back,
        body=f"""
n, wide = {n}, {wide}  # {spelled(n)} bars: i = 0, 1, … n - 1
first, more = {first}, {more}
for i in range(n):
    high = first + i * more
    x0 = round((i + 0.5) * W / n - wide / 2)  # evenly spaced
    bar = (yy >= H - high) & (xx >= x0) & (xx < x0 + wide)  # from the bottom edge up
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("horizontal bars of given lengths, bar chart sideways, lengths, from the left edge, longer")
def horizontal_bars_of_given_lengths(p: Pick) -> Worked:
    """Bars that begin at the left edge, one below the other."""
    back, fore = p.colours(2)
    n = p.number(3, 5)
    lengths = [p.share(0.15, 0.95, p.cols) for _ in range(n)]
    high = p.number(0.35 * p.rows / n, 0.7 * p.rows / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} horizontal bars from the left edge, {listed(lengths)} pixels "
            f"long from top to bottom, "
            f"each {high} high",
            f"draw a sideways bar chart on {back}: {fore} bars {high} px high, lengths {listed(lengths)}, "
            f"starting at the left edge",
        ),
        loose=f"{spelled(n)} horizontal {fore} bars of different lengths on {back}",
        back=back,
        body=f"""
lengths = {lengths}  # {n} bars from top to bottom
high = {high}
n = len(lengths)
for i in range(n):
    y0 = round((i + 0.5) * H / n - high / 2)  # evenly spaced
    bar = (yy >= y0) & (yy < y0 + high) & (xx < lengths[i])  # from the left edge
    image[bar] = {fore.value}  # {fore}
""",
    )


@family("vertical stripes of given widths, stripe widths, bands, different widths, left to right")
def vertical_stripes_of_given_widths(p: Pick) -> Worked:
    """Stripes next to each other from the left edge."""
    back, *fore = p.colours(3)
    widths = [p.share(0.08, 0.24, p.cols) for _ in range(p.number(3, 4))]
    colours = [fore[i % 2] for i in range(len(widths))]
    code = ", ".join(f"({width}, {colour.value})" for colour, width in zip(colours, widths, strict=True))
    stated = ", ".join(f"{colour} {width}" for colour, width in zip(colours, widths, strict=True))
    return Worked(
        exact=p.one(
            f"vertical stripes from the left edge of {a(back)} picture, their widths in pixels: {stated}; the "
            f"rest stays {back}",
            f"draw {len(widths)} vertical bands side by side, starting at the left edge: {stated} px wide, "
            f"then {back} to the right edge",
        ),
        loose=f"vertical stripes of different widths, {fore[0]} and {fore[1]} in turn, {back} on the right",
        back=back,
        body=f"""
stripes = [{code}]  # width and colour of each of the {len(widths)}
x0 = 0  # the left edge
for wide, colour in stripes:
    stripe = (xx >= x0) & (xx < x0 + wide)
    image[stripe] = colour
    x0 = x0 + wide  # where the next one begins
""",
    )


@family("horizontal stripes of given heights, stripe heights, bands, layers, different heights, top to bottom")
def horizontal_stripes_of_given_heights(p: Pick) -> Worked:
    """Stripes below each other from the top edge."""
    back, *fore = p.colours(3)
    heights = [p.share(0.08, 0.24, p.rows) for _ in range(p.number(3, 4))]
    colours = [fore[i % 2] for i in range(len(heights))]
    code = ", ".join(f"({height}, {colour.value})" for colour, height in zip(colours, heights, strict=True))
    stated = ", ".join(f"{colour} {height}" for colour, height in zip(colours, heights, strict=True))
    return Worked(
        exact=p.one(
            f"horizontal stripes from the top edge of {a(back)} picture, their heights in pixels: {stated}; "
            f"the rest stays {back}",
            f"draw {len(heights)} horizontal bands below each other, starting at the top: {stated} px high, "
            f"then {back} to the bottom",
        ),
        loose=f"horizontal stripes of different heights, {fore[0]} and {fore[1]} in turn, {back} at the bottom",
        back=back,
        body=f"""
stripes = [{code}]  # height and colour of each of the {len(heights)}
y0 = 0  # the top edge
for high, colour in stripes:
    stripe = (yy >= y0) & (yy < y0 + high)
    image[stripe] = colour
    y0 = y0 + high  # where the next one begins
""",
    )
