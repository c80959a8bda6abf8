"""Pips: faces of a die, a domino, and marked cells of a board."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a, spelled
from chatimg_magic.gallery.pick import Pick, Worked, family

_PIPS = {
    1: ("[(0, 0)]", "in the middle"),
    2: ("[(-1, -1), (1, 1)]", "top left, bottom right"),
    3: ("[(-1, -1), (0, 0), (1, 1)]", "along the diagonal"),
    4: ("[(-1, -1), (-1, 1), (1, -1), (1, 1)]", "one in every corner"),
    6: ("[(-1, -1), (0, -1), (1, -1), (-1, 1), (0, 1), (1, 1)]", "two columns of three"),
}


def _die(p: Pick, count: int) -> Worked:
    back, face, fore = p.colours(3)
    side = p.share(0.5, 0.8)
    r = p.number(0.06 * side, 0.1 * side)
    pips, where = _PIPS[count]
    dots = "pip" if count == 1 else "pips"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the face {count} of a die: {a(face)} square, {side} pixels wide, and "
            f"{spelled(count)} "
            f"{fore} {dots} of radius {r}",
            f"draw a die showing {spelled(count)} on {back}, the face {face} and {side} px wide, the {dots} "
            f"{fore}, radius {r}",
            f"a dice with {count} {fore} {dots} ({where}), radius {r}, on {a(face)} face of {side} x {side}, "
            f"{back} background",
        ),
        loose=p.one(
            f"a die showing {spelled(count)}, {face} with {fore} {dots} on {back}",
            f"{a(face)} dice face with {spelled(count)} {fore} {dots}, {back} around it",
        ),
        back=back,
        body=f"""
side, r = {side}, {r}
y0, x0 = (H - side) // 2, (W - side) // 2
face = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
image[face] = {face.value}  # {face}
pips = {pips}  # {count} ({spelled(count)}): {where}
for i, j in pips:  # i: -1 top, 0 middle, 1 bottom; j: -1 left, 0 middle, 1 right
    cy, cx = H / 2 + i * side / 4, W / 2 + j * side / 4
    pip = np.hypot(yy - cy, xx - cx) <= r
    image[pip] = {fore.value}  # {fore}
""",
    )


@family("die one, dice, single pip, face of a die, one pip in the middle")
def die_one(p: Pick) -> Worked:
    """The face one of a die."""
    return _die(p, 1)


@family("die two, dice, two pips, face of a die")
def die_two(p: Pick) -> Worked:
    """The face two of a die."""
    return _die(p, 2)


@family("die three, dice, three pips, face of a die, diagonal")
def die_three(p: Pick) -> Worked:
    """The face three of a die."""
    return _die(p, 3)


@family("die four, dice, four pips, face of a die, corners")
def die_four(p: Pick) -> Worked:
    """The face four of a die."""
    return _die(p, 4)


@family("die six, dice, six pips, face of a die, two columns")
def die_six(p: Pick) -> Worked:
    """The face six of a die."""
    return _die(p, 6)


@family("domino, tile, two halves, pips, dividing line")
def domino(p: Pick) -> Worked:
    """A lying domino: two square halves with a line between them."""
    back, face, fore = p.colours(3)
    side = p.number(0.3 * p.side, min(0.45 * p.cols, 0.7 * p.rows))
    r = max(2, p.number(0.06 * side, 0.1 * side))
    left, right = p.number(1, 4), p.number(1, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(face)} domino of two halves, each {side} x {side} pixels, with {left} "
            f"{fore} pips on the left "
            f"and {right} on the right, radius {r}",
            f"draw a horizontal domino on {back}: {face}, halves of {side} px, {spelled(left)} {fore} dots "
            f"left, {spelled(right)} right, "
            f"radius {r}",
        ),
        loose=f"{a(face)} domino on {back} with {spelled(left)} {fore} dots on the left and {spelled(right)} "
        f"on the right",
        back=back,
        body=f"""
side, r = {side}, {r}
y0, x0 = (H - side) // 2, W // 2 - side
tile = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + 2 * side)
image[tile] = {face.value}  # {face}
line = tile & (abs(xx - (W - 1) / 2) <= 1)
image[line] = {fore.value}  # {fore}
left = {_PIPS[left][0]}  # {left} ({spelled(left)})
right = {_PIPS[right][0]}  # {right} ({spelled(right)})
for pips, middle in ((left, W / 2 - side / 2), (right, W / 2 + side / 2)):
    for i, j in pips:  # -1, 0, 1: top, middle, bottom and left, middle, right
        pip = np.hypot(yy - (H / 2 + i * side / 4), xx - (middle + j * side / 4)) <= r
        image[pip] = {fore.value}  # {fore}
""",
    )


@family("board, cells, marked cells, row and column, grid lines, table, squares of a board")
def board_with_marked_cells(p: Pick) -> Worked:
    """A board of n x n cells with lines, some cells filled."""
    back, line, fore = p.colours(3)
    n = p.number(3, 8)
    marks = sorted({(p.number(1, n), p.number(1, n)) for _ in range(p.number(2, 4))})
    cells = " and ".join(f"row {i}, column {j}" for i, j in marks)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a board of {n} x {n} cells with {line} lines 2 pixels wide; the cells in "
            f"{cells} are {fore}",
            f"draw {a(n)} by {n} grid of {line} lines (2 px) on {back} and fill the cells at {cells} with {fore}",
        ),
        loose=f"a board of {spelled(n)} by {spelled(n)} cells, {line} lines on {back}, a few cells filled with {fore}",
        back=back,
        body=f"""
n = {n}
cell = (min(H, W) - 2) // n  # pixels
top, left = (H - n * cell - 2) // 2, (W - n * cell - 2) // 2
row, col = (yy - top) // cell, (xx - left) // cell  # of the cell in which a pixel is, from 0
for i, j in {marks}:  # row and column, counted from 1
    image[(row == i - 1) & (col == j - 1)] = {fore.value}  # {fore}
board = (yy >= top) & (yy < top + n * cell + 2) & (xx >= left) & (xx < left + n * cell + 2)
lines = ((yy - top) % cell < 2) | ((xx - left) % cell < 2)  # 2 pixels wide
image[board & lines] = {line.value}  # {line}
""",
    )


@family("noughts and crosses board, cell grid, circles in cells, disc in a cell, counters, tokens", "rgb rgba")
def counters_on_a_board(p: Pick) -> Worked:
    """A board of cells in two colours with discs on some of them."""
    dark, light, fore = p.colours(3)
    n = p.number(3, 6)
    cell = p.number(0.6 * p.side / n, 0.95 * p.side / n)
    r = p.number(0.22 * cell, 0.4 * cell)
    marks = sorted({(p.number(1, n), p.number(1, n)) for _ in range(p.number(2, 4))})
    cells = " and ".join(f"row {i}, column {j}" for i, j in marks)
    return Worked(
        exact=f"a board of {n} x {n} cells, {cell} pixels each, alternately {light} and {dark}, on {dark}, "
        f"with {fore} discs of radius {r} in the cells {cells}",
        loose=f"{a(light)} and {dark} board with {fore} counters on some cells",
        back=dark,
        body=f"""
n, cell, r = {n}, {cell}, {r}
top, left = (H - n * cell) // 2, (W - n * cell) // 2
row, col = (yy - top) // cell, (xx - left) // cell  # of the cell in which a pixel is, from 0
board = (row >= 0) & (row < n) & (col >= 0) & (col < n)
image[board & ((row + col) % 2 == 0)] = {light.value}  # {light}
for i, j in {marks}:  # row and column, counted from 1
    cy, cx = top + (i - 0.5) * cell, left + (j - 0.5) * cell
    counter = np.hypot(yy - cy, xx - cx) <= r
    image[counter] = {fore.value}  # {fore}
""",
    )
