"""Ranges of rows and columns, and shapes by their share of the picture."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
"""Shares as words, and into how many parts they divide the whole."""


@family("rows, from row to row, row range, whole rows, full width, stripe")
def rows_from_to(p: Pick) -> Worked:
    """A range of whole rows."""
    back, fore = p.colours(2)
    y0, y1 = p.share(0.1, 0.45, p.rows), p.share(0.55, 0.9, p.rows)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} in which the rows {y0} to {y1} are {fore}",
            f"colour everything from row {y0} to row {y1} {fore}, all else {back}",
        ),
        loose=f"some rows of {a(back)} picture in {fore}",
        back=back,
        body=f"""
y0, y1 = {y0}, {y1}  # first and last row
rows = (yy >= y0) & (yy <= y1)
image[rows] = {fore.value}  # {fore}
""",
    )


@family("columns, from column to column, column range, whole columns, full height, stripe")
def columns_from_to(p: Pick) -> Worked:
    """A range of whole columns."""
    back, fore = p.colours(2)
    x0, x1 = p.share(0.1, 0.45, p.cols), p.share(0.55, 0.9, p.cols)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} in which the columns {x0} to {x1} are {fore}",
            f"colour everything from column {x0} to column {x1} {fore}, all else {back}",
        ),
        loose=f"some columns of {a(back)} picture in {fore}",
        back=back,
        body=f"""
x0, x1 = {x0}, {x1}  # first and last column
columns = (xx >= x0) & (xx <= x1)
image[columns] = {fore.value}  # {fore}
""",
    )


@family(
    "above row, below row, divided at a row, horizon, two areas, first rows, remaining rows, upper part, lower part"
)
def divided_at_a_row(p: Pick) -> Worked:
    """Two colours that meet at a stated row."""
    lower, upper = p.colours(2)
    row = p.share(0.2, 0.8, p.rows)
    return Worked(
        exact=p.one(
            f"everything above row {row} is {upper}, from row {row} on it is {lower}",
            f"a picture in two parts: the first {row} rows {upper}, all rows below {lower}",
        ),
        loose=f"{a(upper)} upper part and {a(lower)} lower part that are not equally high",
        back=lower,
        body=f"""
row = {row}  # where the lower part begins
above = yy < row
image[above] = {upper.value}  # {upper}
image[~above] = {lower.value}  # {lower}
""",
    )


@family("left of column, right of column, divided at a column, two colours, left part, right part")
def divided_at_a_column(p: Pick) -> Worked:
    """Two colours that meet at a stated column."""
    right, left = p.colours(2)
    column = p.share(0.2, 0.8, p.cols)
    return Worked(
        exact=p.one(
            f"everything left of column {column} is {left}, from column {column} on it is {right}",
            f"a picture in two parts: the first {column} columns {left}, all columns to the right of them {right}",
        ),
        loose=f"{a(left)} left part and {a(right)} right part that are not equally wide",
        back=right,
        body=f"""
column = {column}  # where the right part begins
before = xx < column
image[before] = {left.value}  # {left}
image[~before] = {right.value}  # {right}
""",
    )


@family("square, covers a quarter of the picture, area, share, fraction, covering, proportion")
def square_that_covers_a_share(p: Pick) -> Worked:
    """A square whose area is a share of the picture."""
    back, fore = p.colours(2)
    word = p.one("quarter", "fifth", "sixth", "eighth", "tenth")
    n = PARTS[word]
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a centred {fore} square that covers a {word} of the picture".replace(
                "a eighth", "an eighth"
            ),
            f"{a(fore)} square in the middle of {back}; its area is one {word} of the whole image",
        ),
        loose=f"{a(fore)} square on {back} that covers a {word} of it".replace("a eighth", "an eighth"),
        back=back,
        body=f"""
side = round(np.sqrt(H * W / {n}))  # area of one {word}: divided by {n}
y0, x0 = (H - side) // 2, (W - side) // 2  # centred
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("square, percent of the picture, area, covers, percentage, share, proportion")
def square_that_covers_percent(p: Pick) -> Worked:
    """A square whose area is some percent of the picture."""
    back, fore = p.colours(2)
    percent = p.number(5, 35)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} square in the middle that covers {percent} percent of the picture",
            f"a centred {fore} square on {back} with an area of {percent}% of the image",
        ),
        loose=f"{a(fore)} square on {back} that covers some percent of the picture",
        back=back,
        body=f"""
percent = {percent}  # of the picture's area
side = round(np.sqrt(H * W * percent / 100))
y0, x0 = (H - side) // 2, (W - side) // 2  # centred
square = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[square] = {fore.value}  # {fore}
""",
    )


@family("circle, disc, percent of the picture, area, covers, percentage, share, proportion")
def disc_that_covers_percent(p: Pick) -> Worked:
    """A disc whose area is some percent of the picture."""
    back, fore = p.colours(2)
    percent = p.number(5, 28)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle in the middle that covers {percent} percent of the picture",
            f"a centred {fore} disc on {back} with an area of {percent}% of the image",
        ),
        loose=f"{a(fore)} circle on {back} that covers some percent of the picture",
        back=back,
        body=f"""
percent = {percent}  # of the picture's area
r = np.sqrt(H * W * percent / 100 / np.pi)  # area of a disc: pi * r ** 2
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
circle = np.hypot(yy - cy, xx - cx) <= r
image[circle] = {fore.value}  # {fore}
""",
    )


@family("rectangle, half as wide as the picture, a third as high, fraction of the width, fraction of the height, share")
def rectangle_as_share_of_the_sides(p: Pick) -> Worked:
    """A rectangle in the middle, by shares of the picture's width and height."""
    back, fore = p.colours(2)
    words = {"half": 2, **PARTS}
    wide, high = p.one("half", "third", "quarter"), p.one("half", "third", "quarter", "fifth")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a centred {fore} rectangle, a {wide} as wide and a {high} as high as the picture",
            f"{a(fore)} box in the middle of {back}: its width is one {wide} of the image's, its height one {high}",
        ).replace("one half of", "half of"),
        loose=f"{a(fore)} rectangle on {back}, a {wide} as wide and a {high} as high as the picture",
        back=back,
        body=f"""
width, height = W // {words[wide]}, H // {words[high]}  # a {wide}: W // {words[wide]}, a {high}: H // {words[high]}
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
rectangle = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
image[rectangle] = {fore.value}  # {fore}
""",
    )


@family("circle, diameter is half of the height, half of the width, fraction of the picture, relative size")
def disc_as_share_of_a_side(p: Pick) -> Worked:
    """A disc in the middle, by a share of the picture's height or width."""
    back, fore = p.colours(2)
    words = {"half": 2, "a third": 3, "a quarter": 4, "a fifth": 5}
    word = p.one(*words)
    side, name = ("height", "H") if p.rows <= p.cols else ("width", "W")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} circle in the centre whose diameter is {word} of the picture's {side}",
            f"{a(fore)} disc in the middle of {back}, its diameter {word} of the image {side}",
        ),
        loose=f"{a(fore)} circle on {back}, {word} of the picture's {side} across",
        back=back,
        body=f"""
diameter = {name} / {words[word]}  # {word} of the {side}
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
circle = np.hypot(yy - cy, xx - cx) <= diameter / 2
image[circle] = {fore.value}  # {fore}
""",
    )


@family("share of the picture, third, quarter, fifth, strip, lower, upper, left, right part")
def share_along_an_edge(p: Pick) -> Worked:
    """A third, a quarter or a fifth of the picture along one edge."""
    back, fore = p.colours(2)
    word, side = p.one("third", "quarter", "fifth"), p.one("upper", "lower", "left", "right")
    n = PARTS[word]
    part = {
        "upper": f"yy < H / {n}",
        "lower": f"yy >= H - H / {n}",
        "left": f"xx < W / {n}",
        "right": f"xx >= W - W / {n}",
    }
    return Worked(
        exact=p.one(
            f"the {side} {word} of {a(back)} picture is {fore}", f"{back} image, its {side} {word} coloured {fore}"
        ),
        loose=f"{a(back)} picture with {a(fore)} part at its {side} side, a {word} of it",
        back=back,
        body=f"""
part = {part[side]}  # the {side} {word}: divided by {n}
image[part] = {fore.value}  # {fore}
""",
    )
