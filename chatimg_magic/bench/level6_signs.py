"""Level 6: a word of strokes, and a sprite given as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, BLUE, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, judge_plan, stroke_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.plan import Point

Strokes = Sequence[Sequence["Point"]]

LETTERS: dict[str, Strokes] = {
    "Z": [[(0, 0), (0, 1), (1, 0), (1, 1)]],
    "A": [[(1, 0), (0, 0.5), (1, 1)], [(2 / 3, 1 / 6), (2 / 3, 5 / 6)]],
    "N": [[(1, 0), (0, 0), (1, 1), (0, 1)]],
    "Y": [[(0, 0), (0.5, 0.5), (0, 1)], [(0.5, 0.5), (1, 0.5)]],
    "V": [[(0, 0), (1, 0.5), (0, 1)]],
    "И": [[(0, 0), (1, 0), (0, 1), (1, 1)]],
    "Λ": [[(1, 0), (0, 0.5), (1, 1)]],
    "А": [[(1, 0), (0, 0.5), (1, 1)], [(1 / 2, 1 / 4), (1 / 2, 3 / 4)]],
}
"""Lines through points: shares of the height from the top and of the width from the left; the last are wrong."""


def _judge_word(check: Checker) -> None:
    shape = check.luma.shape
    spelled, mirrored = np.zeros(shape, bool), np.zeros(shape, bool)
    for number, letter in enumerate("ZANY"):
        left = (shape[1] - 254) / 2 + 68 * number
        for stroke in LETTERS[letter]:
            spelled |= stroke_mask(shape, [(30 + 70 * down, left + 50 * right) for down, right in stroke], 9)
    rows = np.arange(111, 160)
    mirrored[rows] = spelled[110 - 2 * (rows - 110)] & (rows < 110 + 55)[:, None]
    judge_plan(check, "white", [Area("word", "black", spelled), Area("reflection", "blue", mirrored)])


def _word(
    canvas: Canvas,
    word: str = "ZANY",
    thick: float = 9,
    left: float = 23,
    squeezed: float = 2,
    upside_down: bool = True,
    ink: tuple[int, int, int] = BLUE,
) -> None:
    above, below = canvas.row, 110 - squeezed * (canvas.row - 110)
    if not upside_down:
        below = 30 + 2 * (canvas.row - 115)
    for rows, colour, here in ((above, BLACK, above <= 110), (below, ink, above > 110)):
        canvas.row = rows
        before = canvas.pixels.copy()
        for number, letter in enumerate(word):
            for stroke in LETTERS[letter]:
                ends = [(30 + 70 * down, left + 68 * number + 50 * right) for down, right in stroke]
                for one, other in pairwise(ends):
                    canvas.line(*one, *other, thick, colour)
        canvas.pixels[~here] = before[~here]
    canvas.row = above


_WORD = Sketch(180, 300, WHITE, _word)


def _word_by_pillow() -> NDArray[np.uint8]:
    sheet = Image.new("L", (300 * 4, 111 * 4), 255)
    pen = ImageDraw.Draw(sheet)
    for left, letter in zip((23, 91, 159, 227), "ZANY", strict=True):
        for stroke in LETTERS[letter]:
            points = [(4 * (left + 50 * right) + 2, 4 * (30 + 70 * down) + 2) for down, right in stroke]
            pen.line(points, 0, 36)
            for x, y in points:
                pen.ellipse([x - 18, y - 18, x + 18, y + 18], 0)
    small = np.asarray(sheet.resize((300, 111), Image.Resampling.BOX))
    pixels = np.full((180, 300, 3), 255, np.uint8)
    pixels[:111] = small[..., None]
    pixels[110:166, :, :2] = small[::-2, :, None]
    return pixels


WORD = Spec(
    id="l6_word_on_water",
    level=6,
    prompt="Create an image with 180 rows and 300 columns on white with the word ZANY in black capitals of straight "
    "strokes. Every letter has a box 50 pixels wide, from row 30 (top) to row 100 (bottom); 18 pixels lie between "
    "the boxes of two letters, and the whole word of 254 pixels is centred between the left and the right edge. The "
    "strokes' middle lines run between points of the box; the strokes are 9 pixels thick with round ends. Z: from "
    "the upper left to the upper right corner, to the lower left, to the lower right corner. A: from the lower left "
    "corner to the middle of the top side and to the lower right corner, and a horizontal bar between these two "
    "strokes at two thirds of the height from the top. N: from the lower left to the upper left, to the lower right, "
    "to the upper right corner. Y: from both upper corners to the centre of the box, and from there straight down to "
    "the middle of the bottom side. Row 110 is the surface of water: below it lies the word's reflection in blue, "
    "squeezed to half its height: what is 2d rows above row 110 appears d rows below it.",
    size=Size(180, 300),
    mode=Mode.RGB,
    judge=_judge_word,
    reference=_WORD,
    equal={"smooth": _WORD.smooth, "pillow": _word_by_pillow},
    wrong={
        "bar_at_half_the_height": lambda: _WORD(word="ZАNY"),
        "no_bar": lambda: _WORD(word="ZΛNY"),
        "n_reversed": lambda: _WORD(word="ZAИY"),
        "v_for_y": lambda: _WORD(word="ZANV"),
        "letters_exchanged": lambda: _WORD(word="ZNAY"),
        "thin": lambda: _WORD(thick=6),
        "from_the_left": lambda: _WORD(left=10),
        "reflection_not_squeezed": lambda: _WORD(squeezed=1),
        "reflection_upright": lambda: _WORD(upside_down=False),
        "reflection_black": lambda: _WORD(ink=BLACK),
    },
)

FISH = """\
...BBB........
..BYYYBBB...B.
.BYYYYYYYB.BB.
BYKYYRYYYYBRB.
BYYYYRRYYYYRB.
.BRRYYRYYYBRB.
..BYYYYYBB.BB.
...BBBBB....B.
......BB......"""
INKS = {"B": BLUE, "Y": YELLOW, "R": RED, "K": BLACK}
NAMES = {"B": "blue", "Y": "yellow", "R": "red", "K": "black"}


def _judge_sprite(check: Checker) -> None:
    grid = np.array([list(line) for line in FISH.split("\n")])
    whole = np.full((220, 200), ".")
    for top, left, side, turned in ((12, 20, 6, grid), (80, 20, 6, grid.T[:, ::-1]), (100, 110, 5, grid[:, ::-1])):
        large = turned.repeat(side, 0).repeat(side, 1)
        whole[top : top + large.shape[0], left : left + large.shape[1]] = large
    judge_plan(check, "white", [Area(f"{NAMES[key]} squares", NAMES[key], whole == key) for key in NAMES])


def _sprites(
    canvas: Canvas,
    quarter: int = -1,
    mirror: tuple[int, int] = (1, -1),
    sides: tuple[int, int, int] = (6, 6, 5),
    text: str = FISH,
    swapped: bool = False,
) -> None:
    grid = np.array([list(line) for line in text.split("\n")])
    places = (12, 20), (80, 20), (100, 110)
    turns = grid, np.rot90(grid, quarter), grid[:: mirror[0], :: mirror[1]]
    inks = {**INKS, "B": RED, "R": BLUE} if swapped else INKS
    for (top, left), side, turned in zip(places, sides, turns, strict=True):
        for (i, j), key in np.ndenumerate(turned):
            if key in inks:
                row, col = top + side * i, left + side * j
                canvas.rect(row, col, row + side, col + side, inks[key])


_SPRITES = Sketch(220, 200, WHITE, _sprites)


def _sprites_by_table() -> NDArray[np.uint8]:
    colours = np.array([WHITE, (40, 60, 230), (250, 250, 0), (225, 0, 0), (20, 20, 20)], np.uint8)
    small = colours[[[".BYRK".index(key) for key in line] for line in FISH.splitlines()]]
    pixels = np.full((220, 200, 3), 255, np.uint8)
    pixels[12:66, 20:104] = np.kron(small, np.ones((6, 6, 1), np.uint8))
    pixels[80:164, 20:74] = np.kron(small[::-1].transpose(1, 0, 2), np.ones((6, 6, 1), np.uint8))
    pixels[100:145, 110:180] = np.kron(small[:, ::-1], np.ones((5, 5, 1), np.uint8))
    return pixels


SPRITE = Spec(
    id="l6_sprite",
    level=6,
    prompt="This is a sprite of 9 rows and 14 columns, one character a square; B is blue, Y yellow, R red, K black, "
    f"and a dot is transparent:\n\n{FISH}\n\nCreate an image with 220 rows and 200 columns on white that holds it "
    "three times: as it is, with squares of 6 x 6 pixels, its first row of pixels in row 12 and its first column in "
    "column 20; turned a quarter clockwise, again with squares of 6 x 6 pixels, from row 80 and column 20 on; "
    "mirrored left to right, with squares of 5 x 5 pixels, from row 100 and column 110 on. Transparent squares count "
    "as parts of the sprite's rows and columns.",
    size=Size(220, 200),
    mode=Mode.RGB,
    judge=_judge_sprite,
    reference=_SPRITES,
    equal={"smooth": _SPRITES.smooth, "table": _sprites_by_table},
    wrong={
        "turned_the_other_way": lambda: _SPRITES(quarter=1),
        "upside_down_instead": lambda: _SPRITES(mirror=(-1, 1)),
        "not_mirrored": lambda: _SPRITES(mirror=(1, 1)),
        "mirrored_too_large": lambda: _SPRITES(sides=(6, 6, 6)),
        "turned_too_small": lambda: _SPRITES(sides=(6, 5, 5)),
        "no_eye": lambda: _SPRITES(text=FISH.replace("K", "Y")),
        "line_copied_wrongly": lambda: _SPRITES(text=FISH.replace("BYYYYRRYYYYRB.", "BYYYRRYYYYYRB.")),
        "red_and_blue_exchanged": lambda: _SPRITES(swapped=True),
    },
)

SPECS = (WORD, SPRITE)
