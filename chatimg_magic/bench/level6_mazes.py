"""Level 6: a maze with one solution; one with a long way and many dead ends has to be searched for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage as ndi

from chatimg_magic.bench.canvas import BLACK, RED, WHITE, Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import grown, share
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Cell = tuple[int, int]
    Doors = frozenset[frozenset[Cell]]

ROWS, COLS, PITCH, WALL = 9, 13, 20, 4
ENTRANCE, EXIT = (1, 0), (6, COLS - 1)
LONGEST, DEAD_ENDS = 48, 16


def _strip(one: Cell, other: Cell) -> tuple[slice, slice]:
    """Return the pixels of the wall between two neighbouring cells, without its ends."""
    (i, j), (k, m) = max(one, other), min(one, other)
    top, left = PITCH * i, PITCH * j
    if k == i:
        return slice(top + WALL, top + PITCH), slice(left, left + WALL)
    assert m == j
    return slice(top, top + WALL), slice(left + WALL, left + PITCH)


def _pairs(rows: int = ROWS, cols: int = COLS) -> Iterator[tuple[Cell, Cell]]:
    for i, j in product(range(rows), range(cols)):
        if j + 1 < cols:
            yield (i, j), (i, j + 1)
        if i + 1 < rows:
            yield (i, j), (i + 1, j)


def _gate(cell: Cell, side: int) -> tuple[slice, slice]:
    return _strip(cell, (cell[0], cell[1] + side))


def _neighbours(doors: Doors) -> dict[Cell, list[Cell]]:
    around: dict[Cell, list[Cell]] = {cell: [] for cell in product(range(ROWS), range(COLS))}
    for one, other in map(tuple, doors):
        around[one].append(other)
        around[other].append(one)
    return around


def _way(doors: Doors) -> list[Cell]:
    """Return the cells from the entrance to the exit, by the shortest way; empty if there is none."""
    around, before, front = _neighbours(doors), {ENTRANCE: ENTRANCE}, [ENTRANCE]
    for cell in front:
        for after in around[cell]:
            if after not in before:
                before[after] = cell
                front.append(after)
    if EXIT not in before:
        return []
    way = [EXIT]
    while way[-1] != ENTRANCE:
        way.append(before[way[-1]])
    return way[::-1]


def _judge_maze(check: Checker) -> None:
    black, white, red = (check.colour(name) for name in ("black", "white", "red"))
    found: set[frozenset[Cell]] = set()
    unclear, certain = 0, np.zeros(black.shape, bool)
    for i, j in product(range(ROWS + 1), range(COLS + 1)):
        certain[PITCH * i : PITCH * i + WALL, PITCH * j : PITCH * j + WALL] = True
    sides = [(cell, (cell[0], -1)) for cell in product(range(ROWS), [0])]
    sides += [((i, COLS - 1), (i, COLS)) for i in range(ROWS)]
    sides += [((0, j), (-1, j)) for j in range(COLS)] + [((ROWS - 1, j), (ROWS, j)) for j in range(COLS)]
    gates = [(ENTRANCE, (ENTRANCE[0], -1)), (EXIT, (EXIT[0], COLS))]
    for one, other in sides:
        if (one, other) not in gates:
            certain[_strip(one, other)] = True
    for one, other in gates:
        check.at_most(
            "gates_open", share(black[_strip(one, other)]), 0.1, "share of a gate in the outer wall that is black"
        )
    for one, other in _pairs():
        shut = share(black[_strip(one, other)])
        unclear += 0.1 < shut < 0.9
        if shut >= 0.9:
            certain[_strip(one, other)] = True
        else:
            found.add(frozenset((one, other)))
    doors = frozenset(found)
    check.at_most("clear", unclear, 0, "walls between cells that are neither closed nor open:")
    check.at_least("walls", share(black[certain]), 0.97, "share of outer walls, posts and closed walls that is black")
    check.at_most("floor_free", share(black[~grown(certain)]), 0.002, "share of the rest that is black")
    coloured = share((white | red)[~grown(certain) & ~grown(red, 2)])
    check.at_least("floor_white", coloured, 0.995, "share of the rest that is white")
    rooms = ROWS * COLS
    reached = _reached(doors)
    check.equals("connected", reached, rooms, "cells that can be reached from the entrance:")
    check.equals("no_loops", len(doors), rooms - 1, "open walls between cells:")
    check.at_least("dead_ends", _dead_ends(doors), DEAD_ENDS, "cells with a single open side, gates not counted:")
    way = _way(doors)
    check.at_least("long_way", len(way), LONGEST, "cells on the way from the entrance to the exit:")
    _judge_way(check, way, red)


def _dead_ends(doors: Doors) -> int:
    return sum(len(after) == 1 for after in _neighbours(doors).values())


def _reached(doors: Doors) -> int:
    around, front = _neighbours(doors), [ENTRANCE]
    seen = {ENTRANCE}
    for cell in front:
        fresh = [after for after in around[cell] if after not in seen]
        seen.update(fresh)
        front += fresh
    return len(seen)


def _judge_way(check: Checker, way: list[Cell], red: NDArray[np.bool_]) -> None:
    wanted = np.zeros(red.shape, bool)
    for (i, j), (k, m) in pairwise(way):
        (top, bottom), (left, right) = sorted((i, k)), sorted((j, m))
        wanted[PITCH * top + 9 : PITCH * bottom + 15, PITCH * left + 9 : PITCH * right + 15] = True
    missing = int((wanted & ~grown(red)).sum())
    check.at_most("way_drawn", missing, 2, "pixels of the way that are not red:")
    check.at_most("nothing_else_red", int((red & ~grown(wanted, 2)).sum()), 2, "red pixels beside the way:")
    off = abs(int(red.sum()) / max(int(wanted.sum()), 1) - 1)
    check.at_most("way_thick", off, 0.4, f"{red.sum()} red pixels instead of {wanted.sum()}, a difference of")


def _carved(seed: int, braided: int = 0, by: str = "depth") -> Doors:
    """Carve a maze: from the newest cell (long ways), or from any (many dead ends)."""
    rng = np.random.default_rng(seed)
    open_cells, seen = [EXIT], {EXIT}
    doors: set[frozenset[Cell]] = set()
    while open_cells:
        at = len(open_cells) - 1 if by == "depth" else int(rng.integers(len(open_cells)))
        i, j = open_cells[at]
        fresh = [
            (i + down, j + right)
            for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0))
            if 0 <= i + down < ROWS and 0 <= j + right < COLS and (i + down, j + right) not in seen
        ]
        if not fresh:
            open_cells.pop(at)
            continue
        chosen = fresh[int(rng.integers(len(fresh)))]
        doors.add(frozenset(((i, j), chosen)))
        seen.add(chosen)
        open_cells.append(chosen)
    shut = [frozenset(pair) for pair in _pairs() if frozenset(pair) not in doors]
    doors.update(shut[:: max(1, len(shut) // braided)][:braided] if braided else ())
    return frozenset(doors)


def _fits(doors: Doors) -> bool:
    return len(_way(doors)) >= LONGEST and _dead_ends(doors) >= DEAD_ENDS


@cache
def _found(start: int = 0) -> Doors:
    """Return the first maze with a way that is long enough and enough dead ends."""
    return next(doors for seed in range(start, start + 1000) if _fits(doors := _carved(seed)))


def _short() -> Doors:
    return next(doors for seed in range(1000) if len(_way(doors := _carved(seed, by="any"))) < LONGEST - 10)


def _maze(
    doors: Doors, way: list[Cell] | None = None, thick: int = 6, gates: bool = True, wall: int = WALL
) -> NDArray[np.uint8]:
    canvas = Canvas(PITCH * ROWS + WALL, PITCH * COLS + WALL, BLACK)
    for i, j in product(range(ROWS), range(COLS)):
        canvas.rect(PITCH * i + wall, PITCH * j + wall, PITCH * i + PITCH, PITCH * j + PITCH, WHITE)
    for one, other in map(tuple, doors):
        canvas.pixels[_strip(one, other)] = WHITE
    if gates:
        canvas.pixels[_gate(ENTRANCE, -1)] = canvas.pixels[_gate(EXIT, 1)] = WHITE
    way = _way(doors) if way is None else way
    for (i, j), (k, m) in pairwise(way):
        (top, bottom), (left, right) = sorted((i, k)), sorted((j, m))
        low, high = 12 - thick // 2, 12 + thick // 2
        canvas.rect(PITCH * top + low, PITCH * left + low, PITCH * bottom + high, PITCH * right + high, RED)
    return canvas.pixels


def _maze_by_kruskal() -> NDArray[np.uint8]:
    """Join cells in any order unless they hang together already; grow the picture from one pixel a wall."""
    rng = np.random.default_rng(118)  # its first maze fits
    while True:
        small = np.zeros((2 * ROWS + 1, 2 * COLS + 1), int)
        small[1::2, 1::2] = 1
        pairs = list(_pairs())
        for number in rng.permutation(len(pairs)):
            (i, j), (k, m) = pairs[number]
            labels = ndi.label(small)[0]
            if labels[2 * i + 1, 2 * j + 1] != labels[2 * k + 1, 2 * m + 1]:
                small[i + k + 1, j + m + 1] = 1
        doors = frozenset(frozenset(((i, j), (k, m))) for (i, j), (k, m) in pairs if small[i + k + 1, j + m + 1])
        if _fits(doors):
            break
    small[2 * ENTRANCE[0] + 1, 0] = small[2 * EXIT[0] + 1, -1] = 1
    rows, cols = ([4 if n % 2 == 0 else 16 for n in range(length)] for length in small.shape)
    large = small.repeat(rows, 0).repeat(cols, 1)
    pixels = np.asarray(large[..., None] * 255 * np.ones(3, int), np.uint8)
    for one, other in pairwise(_way(doors)):
        for step in range(21):
            row, col = (round(12 + 20 * a + step * (b - a)) for a, b in zip(one, other, strict=True))
            pixels[row - 3 : row + 3, col - 3 : col + 3] = (200, 0, 0)
    return pixels


def _wrong_way() -> NDArray[np.uint8]:
    """Draw a way that ends in the first dead end beside the right one."""
    doors = _found()
    way, around = _way(doors), _neighbours(doors)
    for number, cell in enumerate(way[1:-1], 1):
        for beside in around[cell]:
            if beside not in way:
                return _maze(doors, [*way[: number + 1], beside])
    raise AssertionError("the way has no branch")


MAZE = Spec(
    id="l6_maze",
    level=6,
    prompt="Create a maze of 9 rows and 13 columns of cells in an image with 184 rows and 264 columns. Walls are "
    "black and 4 pixels thick, cells are white and 16 x 16 pixels: the cell in row i and column j, both counted from "
    "0, covers the image's rows 20i + 4 to 20i + 19 and columns 20j + 4 to 20j + 19. Between two neighbouring cells "
    "there is either a wall, 4 pixels thick and 16 long, or a white opening of the same size; where the corners of "
    "four cells meet it is always black. The outer wall is closed but for two openings 16 pixels high: the entrance "
    "at the left of the cell in row 1, column 0, and the exit at the right of the cell in row 6, column 12. Every "
    "cell can be reached, and between any two cells there is exactly one way. At least 16 cells are dead ends, open "
    "to exactly one neighbouring cell, and the way from the entrance's to the exit's cell leads through at least 48 "
    "cells, both included. Draw this way as a red line, 6 pixels thick, from the centre of the entrance's cell to "
    "the centre of the exit's cell, straight from centre to centre, and nothing else.",
    size=Size(184, 264),
    mode=Mode.RGB,
    judge=_judge_maze,
    reference=lambda: _maze(_found()),
    equal={"kruskal": _maze_by_kruskal, "another_maze": lambda: _maze(_found(500))},
    wrong={
        "a_loop": lambda: _maze(_found() | {_shut(_found())}),
        "a_closed_cell": lambda: _maze(_found() - {_dead_end(_found())}),
        "way_too_short": lambda: _maze(_short()),
        "wrong_way": _wrong_way,
        "no_way": lambda: _maze(_found(), []),
        "way_stops_early": lambda: _maze(_found(), _way(_found())[:-1]),
        "no_gates": lambda: _maze(_found(), gates=False),
        "several_loops": lambda: _maze(_carved(0, braided=9)),
        "thick_way": lambda: _maze(_found(), thick=12),
        "only_a_grid": lambda: _maze(frozenset()),
    },
)


def _shut(doors: Doors) -> frozenset[Cell]:
    """Return a wall far from the way's ends."""
    return [frozenset(pair) for pair in _pairs() if frozenset(pair) not in doors][20]


def _dead_end(doors: Doors) -> frozenset[Cell]:
    """Return the only opening of a cell beside the way."""
    way = _way(doors)
    cell, after = next((cell, near) for cell, near in _neighbours(doors).items() if len(near) == 1 and cell not in way)
    return frozenset((cell, after[0]))


SPECS = (MAZE,)
