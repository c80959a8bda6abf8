"""Level 6: words, sprites and positions that are given as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, BLUE, RED, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, stroke_mask, union
from chatimg_magic.bench.shapes import polygon_mask, rect_mask
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
                for one, other in zip(ends, ends[1:], strict=False):
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
    "strokes. Every letter has a box 50 pixels wide, from row 30 (top) to row 100 (bottom); 18 pixels lie between the "
    "boxes of two letters, and the whole word of 254 pixels is centred between the left and the right edge. The "
    "strokes' middle lines run between points of the box; the strokes are 9 pixels thick with round ends. Z: from the "
    "upper left to the upper right corner, to the lower left, to the lower right corner. A: from the lower left corner "
    "to the middle of the top side and to the lower right corner, and a horizontal bar between these two strokes at "
    "two thirds of the height from the top. N: from the lower left to the upper left, to the lower right, to the "
    "upper right corner. Y: from both upper corners to the centre of the box, and from there straight down to the "
    "middle of the bottom side. Row 110 is the surface of water: below it lies the word's reflection in blue, squeezed "
    "to half its height: what is 2d rows above row 110 appears d rows below it.",
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
    prompt="This is a sprite of 9 rows and 14 columns, one character a square; B is blue, Y yellow, R red, K black, and "
    f"a dot is transparent:\n\n{FISH}\n\nCreate an image with 220 rows and 200 columns on white that holds it three "
    "times: as it is, each square 6 x 6 pixels, its top left corner at row 12, column 20; turned a quarter clockwise, "
    "each square 6 x 6 pixels, the top left corner of the turned sprite at row 80, column 20; mirrored left to right, "
    "each square 5 x 5 pixels, its top left corner at row 100, column 110. Transparent squares at the sprite's edges "
    "count for its corners.",
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

FEN = "r1b2rk1/pp1n1ppp/2p5/8/2PqP3/3B4/P4PPP/R2QR1K1"


def _pieces(fen: str) -> list[tuple[int, int, str]]:
    rows = ["".join("." * int(key) if key.isdigit() else key for key in line) for line in fen.split("/")]
    return [(i, j, key) for i, line in enumerate(rows) for j, key in enumerate(line) if key != "."]


def _judge_chess(check: Checker) -> None:
    shape = check.luma.shape
    fields = [
        rect_mask(shape, 30 * i, 30 * j, 30 * i + 30, 30 * j + 30)
        for i, j in product(range(8), repeat=2)
        if (i + j) % 2
    ]
    sides = {"white": np.zeros(shape, bool), "black": np.zeros(shape, bool)}
    for i, j, key in _pieces(FEN):
        row, col = 30 * i + 14.5, 30 * j + 14.5
        masks = {
            "p": lambda row, col: exact_disc(shape, row, col, 7),
            "r": lambda row, col: _centred(shape, row, col, 18, 18),
            "n": lambda row, col: polygon_mask(shape, [(row - 10, col), (row + 10, col - 10), (row + 10, col + 10)]),
            "b": lambda row, col: polygon_mask(shape, [(row - 11, col), (row, col - 11), (row + 11, col), (row, col + 11)]),
            "q": lambda row, col: exact_disc(shape, row, col, 13),
            "k": lambda row, col: _centred(shape, row, col, 24, 8) | _centred(shape, row, col, 8, 24),
        }  # fmt: skip
        sides["white" if key.isupper() else "black"] |= masks[key.lower()](row, col)
    areas = [Area("dark fields", "green", union(shape, fields))]
    judge_plan(check, "yellow", areas + [Area(f"{side} pieces", side, mask) for side, mask in sides.items()])


def _centred(shape: tuple[int, int], row: float, col: float, rows: int, cols: int) -> Any:
    top, left = round(row + 0.5 - rows / 2), round(col + 0.5 - cols / 2)
    return rect_mask(shape, top, left, top + rows, left + cols)


def _chess(
    canvas: Canvas,
    fen: str = FEN,
    dark: int = 1,
    sides: tuple[Any, Any] = (WHITE, BLACK),
    queen: float = 13,
    knight: int = 1,
) -> None:
    for i, j in product(range(8), repeat=2):
        if (i + j) % 2 == dark:
            canvas.rect(30 * i, 30 * j, 30 * i + 30, 30 * j + 30, (0, 130, 0))
    for i, j, key in _pieces(fen):
        row, col, ink = 30 * i + 14.5, 30 * j + 14.5, sides[key.islower()]
        down, right = canvas.row - row, canvas.col - col
        match key.lower():
            case "p":
                canvas.disc(row, col, 7, ink)
            case "q":
                canvas.disc(row, col, queen, ink)
            case "r":
                canvas.paint(np.maximum(abs(down), abs(right)) <= 9, ink)
            case "b":
                canvas.paint(abs(down) + abs(right) <= 11, ink)
            case "n":
                canvas.paint((abs(down) <= 10) & (abs(right) <= (10 + knight * down) / 2), ink)
            case "k":
                bars = (abs(down) <= 12) & (abs(right) <= 4) | (abs(down) <= 4) & (abs(right) <= 12)
                canvas.paint(bars, ink)


_CHESS = Sketch(240, 240, YELLOW, _chess)


def _chess_by_pillow() -> NDArray[np.uint8]:
    sheet = Image.new("RGB", (240, 240), "#f0e060")
    pen = ImageDraw.Draw(sheet)
    for place in range(64):
        x, y = place % 8 * 30, place // 8 * 30
        if (x + y) % 60:
            pen.rectangle([x, y, x + 29, y + 29], "#208020")
    place = 0
    for key in FEN.replace("/", ""):
        if key.isdigit():
            place += int(key)
            continue
        x, y = place % 8 * 30 + 15, place // 8 * 30 + 15
        place += 1
        ink = "white" if key.isupper() else "black"
        if key in "pPqQ":
            radius = 7 if key in "pP" else 13
            pen.ellipse([x - radius, y - radius, x + radius - 1, y + radius - 1], ink)
        elif key in "rR":
            pen.rectangle([x - 9, y - 9, x + 8, y + 8], ink)
        elif key in "bB":
            pen.polygon([(x, y - 11), (x + 11, y), (x, y + 11), (x - 11, y)], ink)
        elif key in "nN":
            pen.polygon([(x, y - 10), (x + 10, y + 10), (x - 10, y + 10)], ink)
        else:
            pen.rectangle([x - 4, y - 12, x + 3, y + 11], ink)
            pen.rectangle([x - 12, y - 4, x + 11, y + 3], ink)
    return np.asarray(sheet)


CHESS = Spec(
    id="l6_chess_position",
    level=6,
    prompt="Create a 240 x 240 image of a chessboard, seen by White, with the position that is written in FEN as\n\n"
    f"{FEN}\n\nEach field is 30 x 30 pixels; light fields are yellow (255, 220, 0), dark ones green (0, 130, 0); there is no border. White's "
    "pieces are white, Black's are black, without outlines, each in the centre of its field: a pawn is a filled circle "
    "with radius 7, a rook a square of 18 x 18 pixels, a knight an upright triangle with its tip in the middle of the "
    "top, 20 pixels wide and 20 high, a bishop a square standing on its corner, 22 pixels wide and high, a queen a "
    "filled circle with radius 13, a king a plus sign whose two bars are 24 pixels long and 8 thick.",
    size=Size(240, 240),
    mode=Mode.RGB,
    judge=_judge_chess,
    reference=_CHESS,
    equal={"smooth": _CHESS.smooth, "pillow": _chess_by_pillow},
    wrong={
        "seen_by_black": lambda: _CHESS(fen="/".join(line[::-1] for line in FEN.split("/")[::-1])),
        "rows_upside_down": lambda: _CHESS(fen="/".join(FEN.split("/")[::-1])),
        "fields_exchanged": lambda: _CHESS(dark=0),
        "sides_exchanged": lambda: _CHESS(sides=(BLACK, WHITE)),
        "a_pawn_too_few": lambda: _CHESS(fen=FEN.replace("2PqP3", "3qP3")),
        "queen_one_field_off": lambda: _CHESS(fen=FEN.replace("2PqP3", "2P1q3")),
        "queens_like_pawns": lambda: _CHESS(queen=7),
        "knights_upside_down": lambda: _CHESS(knight=-1),
        "bishop_for_knight": lambda: _CHESS(fen=FEN.replace("n", "b")),
    },
)

SPECS = (WORD, SPRITE, CHESS)
