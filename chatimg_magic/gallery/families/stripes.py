"""Stripes and bands over the whole picture."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("horizontal stripes, stripes, alternating, striped, high, bars, rows, across")
def horizontal_stripes(p: Pick) -> Worked:
    """Horizontal stripes of a given height in two colours."""
    first, second = p.colours(2)
    height = p.share(0.05, 0.2)
    return Worked(
        exact=p.one(
            f"{frame(p)} of horizontal stripes, each {height} pixels high, alternating {first} and {second}, "
            f"{first} at the top",
            f"draw {height} px high horizontal stripes in {first} and {second}, beginning with {first} at the top",
            f"horizontal {first} and {second} stripes, {height} pixels each, the first one {first}",
        ),
        loose=p.one(f"horizontal stripes in {first} and {second}", f"{first} and {second} stripes running across"),
        back=first,
        body=f"""
height = {height}  # pixels of each stripe
second = yy // height % 2 == 1  # stripes 0, 2, 4 stay {first}; 1, 3, 5 become {second}
image[second] = {second.value}  # {second}
""",
    )


@family("vertical stripes, stripes, alternating, striped, wide, bars, columns, upright")
def vertical_stripes(p: Pick) -> Worked:
    """Vertical stripes of a given width in two colours."""
    first, second = p.colours(2)
    width = p.share(0.05, 0.2)
    return Worked(
        exact=p.one(
            f"{frame(p)} of vertical stripes, each {width} pixels wide, alternating {first} and {second}, "
            f"{first} at the left",
            f"draw {width} px wide vertical stripes in {first} and {second}, beginning with {first} at the left edge",
            f"vertical {first} and {second} stripes, {width} pixels each, the first one {first}",
        ),
        loose=p.one(f"vertical stripes in {first} and {second}", f"upright {first} and {second} stripes"),
        back=first,
        body=f"""
width = {width}  # pixels of each stripe
second = xx // width % 2 == 1  # stripes 0, 2, 4 stay {first}; 1, 3, 5 become {second}
image[second] = {second.value}  # {second}
""",
    )


@family("diagonal stripes, rising, bottom left to top right, slanted, oblique, stripes, slash, sloping up")
def rising_stripes(p: Pick) -> Worked:
    """Diagonal stripes that rise to the right."""
    first, second = p.colours(2)
    width = p.share(0.06, 0.2)
    return Worked(
        exact=p.one(
            f"diagonal stripes in {first} and {second}, {width} pixels wide along each row, rising from the bottom "
            "left "
            "to the top right",
            f"{frame(p)} filled with slanted {first} and {second} stripes like a slash /, each {width} px wide in a "
            "row",
        ),
        loose=p.one(f"diagonal stripes in {first} and {second}", f"slanted {first} and {second} stripes going up"),
        back=first,
        body=f"""
width = {width}  # pixels of each stripe along a row
second = (xx + yy) // width % 2 == 1  # xx + yy is the same along a line that rises to the right
image[second] = {second.value}  # {second}
""",
    )


@family("diagonal stripes, falling, top left to bottom right, slanted, oblique, stripes, backslash, sloping down")
def falling_stripes(p: Pick) -> Worked:
    """Diagonal stripes that fall to the right."""
    first, second = p.colours(2)
    width = p.share(0.06, 0.2)
    return Worked(
        exact=p.one(
            f"diagonal stripes in {first} and {second}, {width} pixels wide along each row, falling from the top left "
            "to the bottom right",
            f"{frame(p)} filled with slanted {first} and {second} stripes that go down to the right, each {width} px "
            "wide in a row",
        ),
        loose=p.one(
            f"diagonal {first} and {second} stripes from top left to bottom right",
            f"slanted {first} and {second} stripes going down",
        ),
        back=first,
        body=f"""
width = {width}  # pixels of each stripe along a row
second = (xx - yy) // width % 2 == 1  # xx - yy is the same along a line that falls to the right
image[second] = {second.value}  # {second}
""",
    )


@family("horizontal stripes, count, equal height, alternating, number of stripes, stripes")
def counted_horizontal_stripes(p: Pick) -> Worked:
    """A given number of equal horizontal stripes."""
    first, second = p.colours(2)
    n = p.number(5, 14)
    return Worked(
        exact=p.one(
            f"{n} horizontal stripes of equal height, alternating {first} and {second}, {first} on top",
            f"divide {frame(p)} into {n} equally high horizontal stripes, in turn {first} and {second}",
        ),
        loose=f"several equal horizontal stripes in turn {first} and {second} that fill the picture",
        back=first,
        body=f"""
n = {n}  # stripes over the whole height
number = yy * n // H  # 0 for the top stripe, n - 1 for the bottom one
image[number % 2 == 1] = {second.value}  # {second}: every second stripe
""",
    )


@family("vertical stripes, count, equal width, alternating, number of stripes, stripes")
def counted_vertical_stripes(p: Pick) -> Worked:
    """A given number of equal vertical stripes."""
    first, second = p.colours(2)
    n = p.number(5, 14)
    return Worked(
        exact=p.one(
            f"{n} vertical stripes of equal width, alternating {first} and {second}, {first} leftmost",
            f"divide {frame(p)} into {n} equally wide vertical stripes, in turn {first} and {second}",
        ),
        loose=f"several equal vertical stripes in turn {first} and {second} that fill the picture",
        back=first,
        body=f"""
n = {n}  # stripes over the whole width
number = xx * n // W  # 0 for the leftmost stripe, n - 1 for the rightmost one
image[number % 2 == 1] = {second.value}  # {second}: every second stripe
""",
    )


@family("vertical bands, several colours, equal width, left to right, colour bars, columns, test card")
def vertical_bands(p: Pick) -> Worked:
    """Equal vertical bands, each of its own colour."""
    n = p.number(4, 5)
    colours = p.colours(n)
    names = ", ".join(map(str, colours))
    return Worked(
        exact=p.one(
            f"{n} vertical bands of equal width, from left to right {names}",
            f"{frame(p)} divided into {n} equal columns of colour: {names}",
        ),
        loose=f"vertical colour bars in {names}",
        back=colours[0],
        body=f"""
n = {n}
colours = [{", ".join(colour.value for colour in colours)}]  # {names}
number = xx * n // W  # 0 for the leftmost band, n - 1 for the rightmost one
for i in range(n):
    image[number == i] = colours[i]
""",
    )


@family("horizontal bands, several colours, equal height, top to bottom, layers, colour bars, rows")
def horizontal_bands(p: Pick) -> Worked:
    """Equal horizontal bands, each of its own colour."""
    n = p.number(4, 5)
    colours = p.colours(n)
    names = ", ".join(map(str, colours))
    return Worked(
        exact=p.one(
            f"{n} horizontal bands of equal height, from top to bottom {names}",
            f"{frame(p)} divided into {n} equal layers of colour: {names}",
        ),
        loose=f"horizontal layers of colour: {names}",
        back=colours[0],
        body=f"""
n = {n}
colours = [{", ".join(colour.value for colour in colours)}]  # {names}
number = yy * n // H  # 0 for the top band, n - 1 for the bottom one
for i in range(n):
    image[number == i] = colours[i]
""",
    )


@family("repeating stripes, two or three colours, in turn, again and again, deckchair, the same again, stripes")
def repeating_stripes(p: Pick) -> Worked:
    """Stripes in either direction whose colours repeat in turn."""
    colours = p.colours(p.number(2, 3))
    names = ", ".join(map(str, colours))
    flat, width = p.flip(), p.share(0.05, 0.12)
    how, start, end = ("horizontal", "top", "bottom") if flat else ("vertical", "left", "right")
    return Worked(
        exact=p.one(
            f"{how} stripes {width} pixels wide that repeat {names} from {start} to {end}",
            f"{frame(p)} of {how} stripes, {width} px each, from the {start} in turn {names}, then again from the "
            "start",
        ),
        loose=f"{how} stripes that repeat {names} again and again",
        back=colours[0],
        body=f"""
width = {width}  # pixels of each stripe
colours = [{", ".join(colour.value for colour in colours)}]  # {names}
number = {"yy" if flat else "xx"} // width % len(colours)  # which colour's turn it is
for i in range(len(colours)):
    image[number == i] = colours[i]
""",
    )


@family("halves, left half, right half, split, side by side, two colours, vertical split")
def left_and_right_half(p: Pick) -> Worked:
    """The left half in one colour, the right half in another."""
    left, right = p.colours(2)
    return Worked(
        exact=p.one(
            f"the left half of the picture {left}, the right half {right}",
            f"{frame(p)} split down the middle: {left} on the left, {right} on the right",
        ),
        loose=f"half {left} on the left, half {right} on the right",
        back=left,
        body=f"""
right = xx >= W / 2  # the right half
image[right] = {right.value}  # {right}
""",
    )


@family("halves, top half, bottom half, upper, lower, split, two colours, horizontal split")
def top_and_bottom_half(p: Pick) -> Worked:
    """The top half in one colour, the bottom half in another."""
    top, bottom = p.colours(2)
    return Worked(
        exact=p.one(
            f"the top half of the picture {top}, the bottom half {bottom}",
            f"{frame(p)} cut in two halves: the upper one {top}, the lower one {bottom}",
        ),
        loose=f"{top} above, {bottom} below, half and half",
        back=top,
        body=f"""
bottom = yy >= H / 2  # the lower half
image[bottom] = {bottom.value}  # {bottom}
""",
    )


@family(
    "quadrants, quarters, four, top left, top right, bottom left, bottom right, corners, two by two, divided, "
    "equal parts, four squares"
)
def quadrants(p: Pick) -> Worked:
    """Four quarters, each of its own colour."""
    a, b, c, d = p.colours(4)
    return Worked(
        exact=p.one(
            f"four quadrants: top left {a}, top right {b}, bottom left {c}, bottom right {d}",
            f"{frame(p)} in 4 equal quarters, {a} and {b} in the upper row, {c} and {d} in the lower row",
        ),
        loose=f"quarters in {a}, {b}, {c} and {d}",
        back=a,
        body=f"""
top_left = (yy < H / 2) & (xx < W / 2)  # 4 quarters meet in the middle
top_right = (yy < H / 2) & (xx >= W / 2)
bottom_left = (yy >= H / 2) & (xx < W / 2)
bottom_right = (yy >= H / 2) & (xx >= W / 2)
image[top_left] = {a.value}  # {a}
image[top_right] = {b.value}  # {b}
image[bottom_left] = {c.value}  # {c}
image[bottom_right] = {d.value}  # {d}
""",
    )
