"""Level 6: a position of chess in the usual notation."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw

from chatimg_magic.bench.canvas import BLACK, WHITE, YELLOW, Canvas, Sketch
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.plan import Area, exact_disc, judge_plan, union
from chatimg_magic.bench.shapes import polygon_mask, rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.bench.shapes import Mask


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
        sides["white" if key.isupper() else "black"] |= _piece(shape, key.lower(), row, col)
    areas = [Area("dark fields", "green", union(shape, fields))]
    judge_plan(check, "yellow", areas + [Area(f"{side} pieces", side, mask) for side, mask in sides.items()])


def _piece(shape: tuple[int, int], key: str, row: float, col: float) -> Mask:
    if key in "pq":
        return exact_disc(shape, row, col, 7 if key == "p" else 13)
    if key == "n":
        return polygon_mask(shape, [(row - 10, col), (row + 10, col - 10), (row + 10, col + 10)])
    if key == "b":
        return polygon_mask(shape, [(row - 11, col), (row, col - 11), (row + 11, col), (row, col + 11)])
    if key == "r":
        return _centred(shape, row, col, 18, 18)
    return _centred(shape, row, col, 24, 8) | _centred(shape, row, col, 8, 24)


def _centred(shape: tuple[int, int], row: float, col: float, rows: int, cols: int) -> Mask:
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
    prompt="Create a 240 x 240 image of a chessboard, seen by White, with the position that is written in FEN "
    f"as\n\n{FEN}\n\nEach field is 30 x 30 pixels; light fields are yellow (255, 220, 0), dark ones green (0, 130, "
    "0); there is no border. White's pieces are white, Black's are black, without outlines, each in the centre of "
    "its field: a pawn is a filled circle with radius 7, a rook a square of 18 x 18 pixels, a knight an upright "
    "triangle with its tip above the middle of its base, 20 pixels wide and 20 high, a bishop a square standing on "
    "its corner, 22 pixels wide and high, a queen a filled circle with radius 13, a king a plus sign whose two bars "
    "are 24 pixels long and 8 thick.",
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

SPECS = (CHESS,)
