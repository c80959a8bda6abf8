"""Rows in which shapes or colours take turns, or in which one thing is different; and things piled up."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, ordinal, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("alternating shapes, circle square circle, row, alternately, in turn, discs and squares")
def alternating_shapes(p: Pick) -> Worked:
    """A disc, a square, a disc and so on in a row."""
    back, one, two = p.colours(3)
    n = p.number(3, 7)
    side = p.number(0.4 * p.cols / n, min(0.75 * p.cols / n, 0.7 * p.rows))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a row of {n} shapes, alternately {a(one)} disc and {a(two)} square, each "
            f"{side} pixels wide",
            f"draw {spelled(n)} shapes in a horizontal row on {back}: {one} circle, {two} square, {one} "
            f"circle and so on, all {side} px wide",
        ),
        loose=f"a row of {spelled(n)} shapes on {back}, {one} circles and {two} squares in turn",
        back=back,
        body=f"""
n, side = {n}, {side}  # {spelled(n)} shapes: i = 0, 1, … n - 1
cy = H // 2
for i in range(n):
    cx = round((i + 0.5) * W / n)  # evenly spaced
    if i % 2 == 0:  # the 1st, 3rd, 5th, …
        disc = np.hypot(yy - cy, xx - cx) <= side / 2
        image[disc] = {one.value}  # {one}
    else:  # the 2nd, 4th, 6th, …
        y0, x0 = cy - side // 2, cx - side // 2
        square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
        image[square] = {two.value}  # {two}
""",
    )


@family("alternating colours, row, two colours, alternately, in turn, discs, circles")
def alternating_colours(p: Pick) -> Worked:
    """Discs in a row, alternately in two colours."""
    back, one, two = p.colours(3)
    n = p.number(4, 8)
    r = p.number(0.22 * p.cols / n, min(0.4 * p.cols / n, 0.4 * p.rows))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} discs of radius {r} in a row, alternately {one} and {two}, beginning "
            f"with {one}",
            f"draw a horizontal row of {spelled(n)} circles on {back}, radius {r}, in alternating colours: "
            f"{one}, {two}, {one}, …",
        ),
        loose=f"{spelled(n)} circles in a row on {back}, alternately {one} and {two}",
        back=back,
        body=f"""
n, r = {n}, {r}  # {spelled(n)} discs: i = 0, 1, … n - 1
colours = [{one.value}, {two.value}]  # {one}, {two}
for i in range(n):
    cy, cx = H / 2, (i + 0.5) * W / n
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = colours[i % 2]  # one after the other
""",
    )


@family("alternating colours, squares, row, two colours, alternately, boxes, in turn")
def alternating_squares(p: Pick) -> Worked:
    """Squares in a row, alternately in two colours, with gaps."""
    back, one, two = p.colours(3)
    n = p.number(3, 7)
    side = p.number(0.4 * p.cols / n, min(0.7 * p.cols / n, 0.7 * p.rows))
    gap = p.number(2, max(3, 0.2 * p.cols / n))
    return Worked(
        exact=f"{p.canvas(back)} with a row of {n} squares, alternately {one} and {two}, sides of {side} "
        f"pixels, gaps of {gap}",
        loose=f"{spelled(n)} squares in a row on {back}, alternately {one} and {two}",
        back=back,
        body=f"""
n, side, gap = {n}, {side}, {gap}  # {spelled(n)} squares: i = 0, 1, … n - 1
colours = [{one.value}, {two.value}]  # {one}, {two}
y0, left = (H - side) // 2, (W - (n * side + (n - 1) * gap)) // 2
for i in range(n):
    x0 = left + i * (side + gap)
    square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    image[square] = colours[i % 2]  # one after the other
""",
    )


@family("colours in a row, different colours, each of another colour, circles, discs, traffic light", "rgb rgba")
def discs_of_given_colours(p: Pick) -> Worked:
    """Discs in a row, the colour of each one given."""
    back, *fore = p.colours(p.number(4, 6))
    n = len(fore)
    r = p.number(0.22 * p.cols / n, min(0.4 * p.cols / n, 0.4 * p.rows))
    names = ", ".join(map(str, fore))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} discs of radius {r} in a row, from left to right {names}",
            f"draw {spelled(n)} circles side by side on {back}, radius {r} px, coloured {names}",
        ),
        loose=f"{spelled(n)} circles in a row on {back}: {names}",
        back=back,
        body=f"""
r = {r}
colours = [{", ".join(colour.value for colour in fore)}]  # {names}
n = len(colours)  # {n}
for i in range(n):
    cy, cx = H / 2, (i + 0.5) * W / n
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = colours[i]
""",
    )


@family("two groups, some of one colour and some of another, first ones, circles, row, counting")
def two_groups_in_a_row(p: Pick) -> Worked:
    """So many discs of one colour, then so many of another, in one row."""
    back, one, two = p.colours(3)
    first, second = p.number(1, 4), p.number(2, 4)
    n = first + second
    r = p.number(0.22 * p.cols / n, min(0.4 * p.cols / n, 0.4 * p.rows))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a row of {first} {one} and then {second} {two} discs, all of radius {r}",
            f"draw {first} {one} circles followed by {second} {two} circles in one horizontal row on {back}, "
            f"radius {r}",
        ),
        loose=f"{spelled(first)} {one} circles and then {spelled(second)} {two} circles in a row on {back}",
        back=back,
        body=f"""
r = {r}
colours = {first} * [{one.value}] + {second} * [{two.value}]  # {spelled(first)} {one}, {spelled(second)} {two}
n = len(colours)
for i in range(n):
    cy, cx = H / 2, (i + 0.5) * W / n
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = colours[i]
""",
    )


@family("one different, odd one out, among equals, row, except one, circles")
def one_different_in_a_row(p: Pick) -> Worked:
    """Equal discs in a row, one of them in another colour."""
    back, fore, other = p.colours(3)
    n = p.number(4, 8)
    which = p.number(2, n)
    r = p.number(0.22 * p.cols / n, min(0.4 * p.cols / n, 0.4 * p.rows))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} discs of radius {r} in a row, but number {which} from the left "
            f"is {other}",
            f"draw {spelled(n)} circles in a row on {back}, radius {r}, all {fore} except the "
            f"{ordinal(which)} one, which is {other}",
        ),
        loose=f"a row of {spelled(n)} {fore} circles on {back}, the {ordinal(which)} one is {other}",
        back=back,
        body=f"""
n, r = {n}, {r}  # {spelled(n)} discs: i = 0, 1, … n - 1
for i in range(n):
    cy, cx = H / 2, (i + 0.5) * W / n
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {fore.value}  # {fore}
    if i + 1 == {which}:  # the {ordinal(which)}, counted from 1
        image[disc] = {other.value}  # {other}
""",
    )


@family("one different in a grid, odd one out, grid of squares, except one, single")
def one_different_in_a_grid(p: Pick) -> Worked:
    """A grid of squares, one of them in another colour."""
    back, fore, other = p.colours(3)
    n = p.number(3, 6)
    row, col = p.number(1, n), p.number(1, n)
    side = p.number(0.4 * p.side / n, 0.75 * p.side / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} rows and {n} columns of {fore} squares, {side} pixels wide; the one "
            f"in row {row}, column {col} is {other}",
            f"draw a grid of {n} x {n} {fore} squares with sides of {side} on {back}, only the square in row "
            f"{row} and column {col} is {other}",
        ),
        loose=f"a grid of {fore} squares on {back}, one of them {other}",
        back=back,
        body=f"""
n, side = {n}, {side}
for i in range(n):
    for j in range(n):
        y0, x0 = round((i + 0.5) * H / n - side / 2), round((j + 0.5) * W / n - side / 2)
        square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
        image[square] = {fore.value}  # {fore}
        if i + 1 == {row} and j + 1 == {col}:  # row and column, counted from 1
            image[square] = {other.value}  # {other}
""",
    )


@family("pyramid, blocks, stacked boxes, bricks, centred rows, wall of blocks, cans")
def pyramid_of_blocks(p: Pick) -> Worked:
    """Rows of blocks, one on top and one more in every row below."""
    back, fore = p.colours(2)
    n = p.number(3, 6)
    wide, high = p.number(0.5 * p.cols / n, 0.85 * p.cols / n), p.number(0.35 * p.rows / n, 0.75 * p.rows / n)
    gap = p.number(2, max(2, 0.12 * p.side / n))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a pyramid of {n} rows of {fore} blocks, one at the top and {n} at the bottom, "
            f"each block {wide} x {high} pixels (width x height), {gap} pixels apart",
            f"draw {fore} boxes stacked as a pyramid on {back}: {n} rows, blocks {wide} px wide and {high} px "
            f"high, gaps of {gap} px",
        ),
        loose=f"a pyramid of {fore} blocks on {back}, {spelled(n)} rows, one block on top",
        back=back,
        body=f"""
n = {n}  # rows; the row i has i + 1 blocks: 1 at the top, n at the bottom
wide, high, gap = {wide}, {high}, {gap}
top = (H - (n * high + (n - 1) * gap)) // 2
for i in range(n):
    y0 = top + i * (high + gap)
    left = (W - ((i + 1) * wide + i * gap)) // 2  # every row is centred
    for j in range(i + 1):
        x0 = left + j * (wide + gap)
        block = (yy >= y0) & (yy < y0 + high) & (xx >= x0) & (xx < x0 + wide)
        image[block] = {fore.value}  # {fore}
""",
    )


@family("stack, boxes, blocks on top of each other, tower, layers, getting narrower, stepped")
def tower_of_layers(p: Pick) -> Worked:
    """Layers on the bottom edge, the widest below, alternately in two colours."""
    back, one, two = p.colours(3)
    n = p.number(3, 5)
    widths = [p.share(0.9 - 0.7 * i / n - 0.05, 0.9 - 0.7 * i / n, p.cols) for i in range(n)]
    high = p.number(0.4 * p.rows / n, 0.9 * p.rows / n)
    stated = ", ".join(map(str, widths))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a tower of {n} boxes stacked from the bottom edge, each {high} pixels "
            f"high, {stated} pixels wide from "
            f"the lowest up, alternately {one} and {two}",
            f"draw {spelled(n)} centred blocks on top of each other on {back}, widths {stated} from the "
            f"bottom up, height {high}, "
            f"{one} and {two} in turn",
        ),
        loose=f"a tower of {spelled(n)} boxes on {back}, narrower towards the top, {one} and {two} in turn",
        back=back,
        body=f"""
widths, high = {widths}, {high}  # {n} boxes, from the lowest up
colours = [{one.value}, {two.value}]  # {one}, {two}
for i in range(len(widths)):
    y1 = H - i * high  # where this box stands
    x0 = (W - widths[i]) // 2  # centred
    box = (yy >= y1 - high) & (yy < y1) & (xx >= x0) & (xx < x0 + widths[i])
    image[box] = colours[i % 2]
""",
    )


@family("staircase, stairs, steps, rising to the right, going up, ascending")
def staircase_rising(p: Pick) -> Worked:
    """Filled steps from the bottom left, each one higher than the one on its left."""
    return _stairs(p, "rising", "i + 1  # one more with every step")


@family("staircase, stairs, steps, falling to the right, going down, descending")
def staircase_falling(p: Pick) -> Worked:
    """Filled steps from the top left, each one lower than the one on its left."""
    return _stairs(p, "falling", "n - i  # one less with every step")


def _stairs(p: Pick, way: str, count: str) -> Worked:
    back, fore = p.colours(2)
    n = p.number(3, 7)
    wide, high = p.number(0.6 * p.cols / n, p.cols // n), p.number(0.5 * p.rows / n, 0.95 * p.rows / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} staircase of {n} steps {way} from left to right, "
            f"each step {wide} pixels wide and {high} high, from the left edge and standing on the bottom edge",
            f"draw {fore} stairs on {back}, {n} steps {way} to the right, {wide} px wide, {high} px high, "
            f"beginning at the left edge",
        ),
        loose=f"{a(fore)} staircase of {spelled(n)} steps on {back}, {way} to the right",
        back=back,
        body=f"""
n, wide, high = {n}, {wide}, {high}  # {spelled(n)} steps: i = 0, 1, … n - 1
for i in range(n):
    count = {count}
    step = (xx >= i * wide) & (xx < (i + 1) * wide) & (yy >= H - count * high)  # filled down to the bottom
    image[step] = {fore.value}  # {fore}
""",
    )
