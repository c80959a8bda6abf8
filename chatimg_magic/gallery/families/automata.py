"""Cellular automata: rules on rows, the Game of Life."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


def _rule_body(rule: str, start: str, side: int, fore: str, name: str) -> str:
    return f"""
side = {side}  # pixels of each cell
rows, cols = H // side + 1, W // side + 1
cells = np.zeros((rows, cols + 2 * rows), dtype=int)  # with room at both sides, so that nothing comes round
{start}
for i in range(1, rows):  # every row follows from the row above
    centre = cells[i - 1]
    left, right = np.roll(centre, 1), np.roll(centre, -1)  # the neighbours
{rule}
image[cells[yy // side, xx // side + rows] == 1] = {fore}  # {name}
"""


@family("rule 30, cellular automaton, wolfram, elementary, chaotic triangle, generations, automata")
def rule_30(p: Pick) -> Worked:
    """Rule 30 from one cell in the middle of the top row."""
    back, fore = p.colours(2)
    side = p.number(2, 6)
    return Worked(
        exact=p.one(
            f"the cellular automaton rule 30 in {fore} on {back}, cells of {side} pixels, starting from one cell in "
            "the "
            "middle of the top row",
            f"{p.canvas(back)} with rule 30, each {fore} cell {side} x {side} px, one start cell at the top centre",
        ),
        loose=f"a chaotic {fore} triangle of a cellular automaton on {back}",
        back=back,
        body=_rule_body(
            "    cells[i] = left ^ (centre | right)  # rule 30",
            "cells[0, rows + cols // 2] = 1  # one cell in the middle of the top row",
            side,
            fore.value,
            fore.name,
        ),
    )


@family("rule 90, cellular automaton, wolfram, elementary, sierpinski, generations, automata, xor of neighbours")
def rule_90(p: Pick) -> Worked:
    """Rule 90 from one cell in the middle of the top row."""
    back, fore = p.colours(2)
    side = p.number(2, 6)
    return Worked(
        exact=p.one(
            f"the cellular automaton rule 90 in {fore} on {back}, cells of {side} pixels, starting from one cell in "
            "the "
            "middle of the top row",
            f"{p.canvas(back)} with rule 90, each {fore} cell {side} x {side} px, one start cell at the top centre",
        ),
        loose=f"nested {fore} triangles of a cellular automaton on {back}",
        back=back,
        body=_rule_body(
            "    cells[i] = left ^ right  # rule 90",
            "cells[0, rows + cols // 2] = 1  # one cell in the middle of the top row",
            side,
            fore.value,
            fore.name,
        ),
    )


@family("elementary cellular automaton, any rule, rule number, wolfram code, random first row, generations, automata")
def any_rule(p: Pick) -> Worked:
    """An elementary automaton of any rule number from a random row."""
    back, fore = p.colours(2)
    side, rule = p.number(2, 5), p.one("110", "45", "54", "73", "105", "150", "18", "22", "126")
    return Worked(
        exact=p.one(
            f"rule {rule} in {fore} on {back}, cells of {side} pixels, starting from a random top row",
            f"{p.canvas(back)} with the elementary cellular automaton {rule}, {fore} cells {side} x {side} px, "
            "first row "
            "random",
        ),
        loose=f"a cellular automaton in {fore} on {back} from a random row",
        back=back,
        body=_rule_body(
            f"    cells[i] = {rule} >> (4 * left + 2 * centre + right) & 1  # rule {rule}: its bits say what follows",
            "cells[0] = np.random.default_rng(0).integers(0, 2, cols + 2 * rows)  # random top row",
            side,
            fore.value,
            fore.name,
        ),
    )


@family("game of life, conway, life, cells, generations, steps, alive, automaton, cellular automaton")
def game_of_life(p: Pick) -> Worked:
    """The Game of Life after some steps from random cells."""
    back, fore = p.colours(2)
    side, n, percent = p.share(0.02, 0.05), p.number(2, 60), p.number(20, 45)
    return Worked(
        exact=p.one(
            f"Conway's Game of Life after {n} steps in {fore} on {back}, cells of {side} pixels, starting with "
            f"{percent} "
            "percent random live cells",
            f"{p.canvas(back)} with the Game of Life: {fore} cells of {side} x {side} px, {percent} % alive at first, "
            f"generation {n}",
        ),
        loose=f"conway's game of life, {fore} cells on {back}",
        back=back,
        body=f"""
side, n = {side}, {n}  # pixels of each cell; steps
rng = np.random.default_rng(0)
cells = rng.random((H // side + 1, W // side + 1)) < {percent} / 100  # alive at first
for i in range(n):
    neighbours = np.zeros(cells.shape, dtype=int)
    for dy, dx in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]:
        neighbours += np.roll(cells, (dy, dx), axis=(0, 1))
    cells = (neighbours == 3) | (cells & (neighbours == 2))  # born or staying alive
image[cells[yy // side, xx // side]] = {fore.value}  # {fore}
""",
    )


@family("glider, game of life, conway, spaceship, five cells, life pattern, cells")
def glider(p: Pick) -> Worked:
    """The glider of the Game of Life, its five cells drawn at a place."""
    back, fore = p.colours(2)
    side = p.share(0.06, 0.14)
    row, column = p.number(2, 4), p.number(2, 4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a Game of Life glider in {fore}, cells of {side} pixels, {row} cells down and "
            f"{column} "
            "cells to the right",
            f"{a(fore)} glider on {back}: each of its cells {side} x {side} px, its corner at cell row {row}, cell "
            "column "
            f"{column}",
        ),
        loose=f"{a(fore)} glider of the game of life on {back}",
        back=back,
        body=f"""
side, row, column = {side}, {row}, {column}  # pixels of a cell; where the pattern begins, in cells
for i, j in [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]:  # the live cells: row, column
    y0, x0 = (row + i) * side, (column + j) * side
    cell = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
    image[cell] = {fore.value}  # {fore}
""",
    )
