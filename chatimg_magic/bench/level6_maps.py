"""Level 6: a map in four colours, which have to be searched for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, YELLOW, Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, judge_plan
from chatimg_magic.bench.shapes import share
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

LANDS = """\
AAABBBBCCC
AADDDBBCCC
AADEEEBFFC
GGDEEEFFFH
GGGEIIIFHH
GJJJIIKKKH
LJJMMIKKHH
LLMMMMMKHH"""


NAMES = sorted(set(LANDS) - {"\n"})
INKS = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW}


def _judge_map(check: Checker) -> None:
    lands = np.array([list(line) for line in LANDS.split("\n")]).repeat(24, 0).repeat(24, 1)
    border = np.zeros(lands.shape, bool)
    for axis, by in product((0, 1), (-2, -1, 1, 2)):
        border |= np.roll(np.pad(lands, 2, mode="edge"), by, axis)[2:-2, 2:-2] != lands
    shares = {land: {name: share(check.colour(name)[lands == land]) for name in INKS} for land in NAMES}
    inks = {land: max(found, key=lambda name: found[name]) for land, found in shares.items()}
    areas = [Area(f"land {land.lower()}", ink, lands == land) for land, ink in inks.items()]
    judge_plan(check, "black", [*areas, Area("borders", "black", border)])
    check.equals("a_is_red", inks["A"], "red", "land A is")
    count = Counter(inks.values())
    for name, wanted in (("red", 3), ("green", 3), ("yellow", 3), ("blue", 4)):
        check.equals(f"{name}_lands", count[name], wanted, f"lands that are {name}:")
    same = sorted({one + other for one, other in _neighbours() if inks[one] == inks[other]})
    check.equals("neighbours_differ", same, [], "neighbours of one colour:")


def _neighbours() -> Iterator[tuple[str, str]]:
    """Yield the lands that share an edge, in the order of their names."""
    lines = LANDS.split("\n")
    for i, j in product(range(len(lines)), range(len(lines[0]))):
        for k, m in ((i, j + 1), (i + 1, j)):
            if k < len(lines) and m < len(lines[0]) and lines[i][j] != lines[k][m]:
                one, other = sorted((lines[i][j], lines[k][m]))
                yield one, other


def _map(inks: str, thick: int = 2, framed: bool = False) -> NDArray[np.uint8]:
    """Paint every land in the colour whose first letter stands in its place, and a line on both sides of a border."""
    colours = {name[0]: ink for name, ink in INKS.items()}
    lines = LANDS.split("\n")
    canvas = Canvas(24 * len(lines), 24 * len(lines[0]), BLACK)
    for i, j in product(range(len(lines)), range(len(lines[0]))):
        canvas.rect(24 * i, 24 * j, 24 * i + 24, 24 * j + 24, colours[inks[NAMES.index(lines[i][j])]])
    for (i, line), j in product(enumerate(lines), range(len(lines[0]))):
        row, col = 24 * i, 24 * j
        if j and line[j] != line[j - 1]:
            canvas.rect(row, col - thick, row + 24, col + thick, BLACK)
        if i and line[j] != lines[i - 1][j]:
            canvas.rect(row - thick, col, row + thick, col + 24, BLACK)
    return canvas.paint(framed & ((canvas.row < 2) | (canvas.col < 2)), BLACK).pixels


@cache
def _painted_map(last: bool = False) -> str:
    """Search for colours, land after land; the first or the last ones that fit."""
    meet = set(_neighbours())
    left = {"b": 4, "g": 3, "r": 3, "y": 3}

    def go_on(inks: str) -> str:
        if len(inks) == len(NAMES):
            return inks
        for ink in sorted(left, reverse=last) if inks else "r":
            around = (inks[n] for n in range(len(inks)) if (NAMES[n], NAMES[len(inks)]) in meet)
            if left[ink] and ink not in around:
                left[ink] -= 1
                if whole := go_on(inks + ink):
                    return whole
                left[ink] += 1
        return ""

    return go_on("")


def _recoloured(*changes: tuple[str, str]) -> str:
    inks = _painted_map()
    for land, ink in changes:
        inks = inks[: NAMES.index(land)] + ink + inks[NAMES.index(land) + 1 :]
    return inks


MAP = Spec(
    id="l6_map",
    level=6,
    prompt="This is a map of thirteen lands; every letter is a square field, 24 pixels wide, and fields with the "
    f"same letter are one land:\n\n{LANDS}\n\nPaint it as an image with 192 rows and 240 columns. Every land is "
    "filled with one colour, red, green, blue or yellow; two lands that share an edge have different colours. Land A "
    "is red; in all, three lands are red, three green, three yellow and four blue. Wherever two lands meet, the "
    "border is a black line 4 pixels thick, 2 pixels on either side; there is no line within a land and none along "
    "the image's edges.",
    size=Size(192, 240),
    mode=Mode.RGB,
    judge=_judge_map,
    reference=lambda: _map(_painted_map()),
    equal={"other_colours": lambda: _map(_painted_map(True)), "search": lambda: _map("rgbbryyrbggby")},
    wrong={
        "greedy": lambda: _map("rgbbryggbgyrb"),
        "two_neighbours_alike": lambda: _map(
            _recoloured(("B", _painted_map()[2]), ("C", _painted_map()[1]), ("E", "r"))
        ),
        "a_is_blue": lambda: _map(_painted_map().translate(str.maketrans("rb", "br"))),
        "four_yellow": lambda: _map(_painted_map().replace("b", "x").replace("y", "b").replace("x", "y")),
        "no_borders": lambda: _map(_painted_map(), 0),
        "thick_borders": lambda: _map(_painted_map(), 4),
        "framed": lambda: _map(_painted_map(), framed=True),
    },
)

SPECS = (MAP,)
