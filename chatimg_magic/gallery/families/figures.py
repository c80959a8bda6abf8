"""Figures made of bars and points: plus, X, arrows, letters' shapes."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("plus sign, cross, upright cross, two bars cross, arms, length, thickness, medical cross")
def upright_cross(p: Pick) -> Worked:
    """Two bars of one length that cross in the middle."""
    back, fore = p.colours(2)
    length, thickness = p.share(0.5, 0.85), p.share(0.06, 0.25)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} plus sign in the middle, bars {length} long and {thickness} thick",
            f"draw {a(fore)} cross on {back}: two bars, each {length} px long and {thickness} px wide, centred",
        ),
        loose=p.one(f"{a(fore)} plus sign on {back}", f"{a(fore)} cross with equal arms on {back}"),
        back=back,
        body=f"""
length, thickness = {length}, {thickness}  # of each bar
y0, x0 = (H - length) // 2, (W - length) // 2  # where the bars begin
ty, tx = (H - thickness) // 2, (W - thickness) // 2
across = (yy >= ty) & (yy < ty + thickness) & (xx >= x0) & (xx < x0 + length)
upright = (yy >= y0) & (yy < y0 + length) & (xx >= tx) & (xx < tx + thickness)
image[across | upright] = {fore.value}  # {fore}
""",
    )


@family("plus sign, cross, at row and column, position, arms, thickness, marker")
def cross_at_row_and_column(p: Pick) -> Worked:
    """A plus sign around a stated place, by the length of its arms."""
    back, fore = p.colours(2)
    arm, thickness = p.share(0.12, 0.25), 2 * p.share(0.01, 0.04) + 1
    cy, cx = p.number(arm + 3, p.rows - arm - 4), p.number(arm + 3, p.cols - arm - 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} plus centred at row {cy}, column {cx}, each arm {arm} pixels long, "
            f"{thickness} pixels thick",
            f"mark row {cy}, column {cx} with {a(fore)} cross on {back}: arms of {arm} px, thickness {thickness} px",
        ),
        loose=f"a small {fore} cross that marks a place on {back}",
        back=back,
        body=f"""
cy, cx = {cy}, {cx}  # row and column of its centre
arm, thickness = {arm}, {thickness}  # an arm goes from the centre outwards
dy, dx = np.abs(yy - cy), np.abs(xx - cx)
across = (dy <= thickness // 2) & (dx <= arm)
upright = (dx <= thickness // 2) & (dy <= arm)
image[across | upright] = {fore.value}  # {fore}
""",
    )


@family("x shape, x mark, diagonal cross, saltire, crossed bars, letter x, cross out, times sign")
def x_shape(p: Pick) -> Worked:
    """Two diagonal bars that cross in the middle."""
    back, fore = p.colours(2)
    length, thickness = p.share(0.6, 1.1), p.share(0.05, 0.18)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} X in the middle, its two bars {length} pixels long and {thickness} thick",
            f"a diagonal cross in {fore} on {back}; bar length {length} px, thickness {thickness} px",
        ),
        loose=p.one(f"a big {fore} X on {back}", f"{a(fore)} diagonal cross in the middle of {back}"),
        back=back,
        body=f"""
length, thickness = {length}, {thickness}  # of each bar
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
down = np.abs((xx - cx) + (yy - cy)) / np.sqrt(2)  # along the bar from top left to bottom right
up = np.abs((xx - cx) - (yy - cy)) / np.sqrt(2)  # along the other bar
falling = (down <= length / 2) & (up <= thickness / 2)
rising = (up <= length / 2) & (down <= thickness / 2)
image[falling | rising] = {fore.value}  # {fore}
""",
    )


def _arrow_numbers(p: Pick) -> tuple[int, int, int, int]:
    """Return an arrow's length, the thickness of its shaft, and its head's length and width."""
    return p.share(0.7, 0.9), p.share(0.06, 0.15), p.share(0.22, 0.35), p.share(0.36, 0.55)


def _arrow_words(p: Pick, way: str, back: str, fore: str, numbers: tuple[int, int, int, int]) -> str:
    """Ask for an arrow with these numbers."""
    length, shaft, head, wide = numbers
    return p.one(
        f"{a(fore)} arrow pointing {way} in the middle of {a(back)} picture: {length} long, shaft {shaft} thick, "
        f"head {head} long and {wide} wide",
        f"draw an arrow in {fore} on {back} that points {way} and is {length} px long; its shaft is {shaft} px thick, "
        f"its triangular head {head} px long and {wide} px wide",
    )


@family("arrow, pointing right, arrowhead, shaft, direction, next")
def arrow_right(p: Pick) -> Worked:
    """An arrow to the right."""
    back, fore = p.colours(2)
    length, shaft, head, wide = numbers = _arrow_numbers(p)
    return Worked(
        exact=_arrow_words(p, "right", back.name, fore.name, numbers),
        loose=p.one(f"{a(fore)} arrow pointing right on {back}", f"{a(fore)} arrow on {back}"),
        back=back,
        body=f"""
length, shaft, head, wide = {length}, {shaft}, {head}, {wide}  # pixels
cy, x0 = (H - 1) / 2, (W - length) // 2  # middle row, first column
x1 = x0 + length  # column of the tip
bar = (xx >= x0) & (xx <= x1 - head) & (np.abs(yy - cy) <= shaft / 2)
tip = (xx >= x1 - head) & (xx < x1) & (np.abs(yy - cy) <= wide / 2 * (x1 - xx) / head)
image[bar | tip] = {fore.value}  # {fore}
""",
    )


@family("arrow, pointing left, arrowhead, shaft, direction, back")
def arrow_left(p: Pick) -> Worked:
    """An arrow to the left."""
    back, fore = p.colours(2)
    length, shaft, head, wide = numbers = _arrow_numbers(p)
    return Worked(
        exact=_arrow_words(p, "left", back.name, fore.name, numbers),
        loose=f"{a(fore)} arrow pointing left on {back}",
        back=back,
        body=f"""
length, shaft, head, wide = {length}, {shaft}, {head}, {wide}  # pixels
cy, x0 = (H - 1) / 2, (W - length) // 2  # middle row, column of the tip
x1 = x0 + length  # where the shaft ends
bar = (xx >= x0 + head) & (xx < x1) & (np.abs(yy - cy) <= shaft / 2)
tip = (xx >= x0) & (xx < x0 + head) & (np.abs(yy - cy) <= wide / 2 * (xx - x0 + 1) / head)
image[bar | tip] = {fore.value}  # {fore}
""",
    )


@family("arrow, pointing up, upward, arrowhead, shaft, direction")
def arrow_up(p: Pick) -> Worked:
    """An arrow upwards."""
    back, fore = p.colours(2)
    length, shaft, head, wide = numbers = _arrow_numbers(p)
    return Worked(
        exact=_arrow_words(p, "up", back.name, fore.name, numbers),
        loose=f"{a(fore)} arrow pointing up on {back}",
        back=back,
        body=f"""
length, shaft, head, wide = {length}, {shaft}, {head}, {wide}  # pixels
y0, cx = (H - length) // 2, (W - 1) / 2  # row of the tip, middle column
y1 = y0 + length  # where the shaft ends
bar = (yy >= y0 + head) & (yy < y1) & (np.abs(xx - cx) <= shaft / 2)
tip = (yy >= y0) & (yy < y0 + head) & (np.abs(xx - cx) <= wide / 2 * (yy - y0 + 1) / head)
image[bar | tip] = {fore.value}  # {fore}
""",
    )


@family("arrow, pointing down, downward, arrowhead, shaft, direction, download")
def arrow_down(p: Pick) -> Worked:
    """An arrow downwards."""
    back, fore = p.colours(2)
    length, shaft, head, wide = numbers = _arrow_numbers(p)
    return Worked(
        exact=_arrow_words(p, "down", back.name, fore.name, numbers),
        loose=f"{a(fore)} arrow pointing down on {back}",
        back=back,
        body=f"""
length, shaft, head, wide = {length}, {shaft}, {head}, {wide}  # pixels
y0, cx = (H - length) // 2, (W - 1) / 2  # first row, middle column
y1 = y0 + length  # row of the tip
bar = (yy >= y0) & (yy <= y1 - head) & (np.abs(xx - cx) <= shaft / 2)
tip = (yy >= y1 - head) & (yy < y1) & (np.abs(xx - cx) <= wide / 2 * (y1 - yy) / head)
image[bar | tip] = {fore.value}  # {fore}
""",
    )


def _letter_words(p: Pick, letter: str, back: str, fore: str, width: int, height: int, thickness: int) -> str:
    """Ask for a shape like a letter."""
    return p.one(
        f"{a(fore)} {letter} shape in the middle of {a(back)} picture, {width} wide, {height} high, bars "
        f"{thickness} thick",
        f"draw a block letter {letter} in {fore} on {back}: {height} px high, {width} px wide, {thickness} "
        "px thick strokes",
    )


@family("l shape, letter l, corner piece, angle, bars, block letter")
def l_shape(p: Pick) -> Worked:
    """An upright bar with a bar at its foot."""
    back, fore = p.colours(2)
    width, height, thickness = p.share(0.35, 0.6), p.share(0.61, 0.85), p.share(0.1, 0.2)
    return Worked(
        exact=_letter_words(p, "L", back.name, fore.name, width, height, thickness),
        loose=f"{a(fore)} L shape on {back}",
        back=back,
        body=f"""
width, height, thickness = {width}, {height}, {thickness}  # pixels
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
y1, x1 = y0 + height, x0 + width
box = (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x1)
upright = box & (xx < x0 + thickness)
foot = box & (yy >= y1 - thickness)
image[upright | foot] = {fore.value}  # {fore}
""",
    )


@family("t shape, letter t, bars, block letter")
def t_shape(p: Pick) -> Worked:
    """A bar on top of an upright bar."""
    back, fore = p.colours(2)
    width, height, thickness = p.share(0.4, 0.6), p.share(0.61, 0.85), p.share(0.1, 0.2)
    return Worked(
        exact=_letter_words(p, "T", back.name, fore.name, width, height, thickness),
        loose=f"{a(fore)} T shape on {back}",
        back=back,
        body=f"""
width, height, thickness = {width}, {height}, {thickness}  # pixels
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
tx = (W - thickness) // 2  # first column of the upright bar
box = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
top = box & (yy < y0 + thickness)
upright = box & (xx >= tx) & (xx < tx + thickness)
image[top | upright] = {fore.value}  # {fore}
""",
    )


@family("u shape, letter u, horseshoe, open at the top, bars, block letter, cup")
def u_shape(p: Pick) -> Worked:
    """Two upright bars joined at the bottom."""
    back, fore = p.colours(2)
    width, height, thickness = p.share(0.4, 0.6), p.share(0.61, 0.85), p.share(0.08, 0.14)
    return Worked(
        exact=_letter_words(p, "U", back.name, fore.name, width, height, thickness),
        loose=f"{a(fore)} U shape on {back}, open at the top",
        back=back,
        body=f"""
width, height, thickness = {width}, {height}, {thickness}  # pixels
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
y1, x1 = y0 + height, x0 + width
box = (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x1)
hollow = (yy < y1 - thickness) & (xx >= x0 + thickness) & (xx < x1 - thickness)
image[box & ~hollow] = {fore.value}  # {fore}
""",
    )
