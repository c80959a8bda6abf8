"""Words, pictures that are as asked, and pictures that are not: material for the expectations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chatimg_magic.request import Mode, Request, Size

Pixels = NDArray[np.uint8]
Value = Any

WHITE, BLACK, GRAY, SILVER = (255, 255, 255), (0, 0, 0), (128, 128, 128), (200, 200, 200)
RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 150, 40), (30, 60, 220), (255, 220, 0)
ORANGE, PURPLE, BROWN, NAVY, SKY, PINK = (
    (255, 140, 0),
    (120, 30, 150),
    (120, 70, 25),
    (0, 0, 100),
    (120, 190, 240),
    (255, 160, 190),
)
TEAL, CRIMSON, GOLD = (0, 128, 128), (200, 20, 55), (255, 205, 30)


class Paper:
    """A picture to draw on; parts are painted one over the other."""

    def __init__(self, ground: Value = WHITE, rows: int = 120, cols: int = 160) -> None:
        self.pixels: Pixels = np.full((rows, cols, 3), ground, np.uint8)
        self.y, self.x = np.mgrid[:rows, :cols]

    def on(self, mask: NDArray[np.bool_], colour: Value) -> Paper:
        self.pixels[mask] = colour
        return self

    def disc(self, row: float, col: float, radius: float, colour: Value) -> Paper:
        return self.on((self.y - row) ** 2 + (self.x - col) ** 2 <= radius**2, colour)

    def oval(self, row: float, col: float, high: float, wide: float, colour: Value) -> Paper:
        return self.on(((self.y - row) / high) ** 2 + ((self.x - col) / wide) ** 2 <= 1, colour)

    def ring(self, row: float, col: float, outer: float, inner: float, colour: Value) -> Paper:
        far = np.hypot(self.y - row, self.x - col)
        return self.on((far <= outer) & (far > inner), colour)

    def box(self, top: int, left: int, bottom: int, right: int, colour: Value) -> Paper:
        self.pixels[top:bottom, left:right] = colour
        return self

    def wedge(self, top: int, col: int, bottom: int, half: float, colour: Value) -> Paper:
        """A triangle with its point at the top; with ``bottom`` above ``top`` it points down."""
        share = (self.y - top) / (bottom - top)
        return self.on((share >= 0) & (share <= 1) & (np.abs(self.x - col) <= half * share), colour)

    def rhombus(self, row: int, col: int, high: float, wide: float, colour: Value) -> Paper:
        return self.on(np.abs(self.y - row) / high + np.abs(self.x - col) / wide <= 1, colour)

    def line(self, from_: tuple[int, int], to: tuple[int, int], thick: float, colour: Value) -> Paper:
        (y0, x0), (y1, x1) = from_, to
        dy, dx = y1 - y0, x1 - x0
        along = np.clip(((self.y - y0) * dy + (self.x - x0) * dx) / (dy * dy + dx * dx), 0, 1)
        return self.on(np.hypot(self.y - y0 - along * dy, self.x - x0 - along * dx) <= thick / 2, colour)


@dataclass(frozen=True)
class Case:
    """A request's words, and what shall be said of pictures.

    Attributes
    ----------
    kind : of the claim that holds for the right pictures and not for the wrong ones.
    words : of the request.
    right, wrong : pictures.
    """

    kind: str
    words: str
    right: tuple[Pixels, ...]
    wrong: tuple[Pixels, ...]
    mode: Mode = Mode.RGB

    @property
    def request(self) -> Request:
        rows, cols = self.right[0].shape[:2]
        return Request(self.words, size=Size(rows, cols), mode=self.mode)


def dots(spots: list[tuple[int, int]], colour: Value = WHITE, ground: Value = BLACK, radius: float = 7) -> Pixels:
    paper = Paper(ground)
    for row, col in spots:
        paper.disc(row, col, radius, colour)
    return paper.pixels


def grid(rows: int, cols: int, colour: Value = WHITE, ground: Value = BLACK) -> Pixels:
    return dots([(15 + 25 * r, 15 + 25 * c) for r in range(rows) for c in range(cols)], colour, ground, 6)


def one(colour: Value = RED, ground: Value = WHITE, row: float = 59.5, col: float = 79.5, radius: float = 30) -> Pixels:
    return Paper(ground).disc(row, col, radius, colour).pixels


def rect(top: int, left: int, bottom: int, right: int, colour: Value = BLUE, ground: Value = WHITE) -> Pixels:
    return Paper(ground).box(top, left, bottom, right, colour).pixels


def bands(colours: list[Value], upright: bool = False, rows: int = 120, cols: int = 160) -> Pixels:
    paper = Paper(WHITE, rows, cols)
    place = paper.x * len(colours) // cols if upright else paper.y * len(colours) // rows
    return np.array(colours, np.uint8)[place]


def board(rows: int, cols: int, first: Value = WHITE, second: Value = BLACK, side: int = 15) -> Pixels:
    y, x = np.mgrid[: rows * side, : cols * side]
    return np.array([first, second], np.uint8)[(y // side + x // side) % 2]


def ramp(first: Value, last: Value, axis: int = 1, rows: int = 120, cols: int = 160) -> Pixels:
    share = np.mgrid[:rows, :cols][axis] / ((rows, cols)[axis] - 1)
    return np.rint((1 - share[..., None]) * np.array(first) + share[..., None] * np.array(last)).astype(np.uint8)


def glow(inner: Value, outer: Value) -> Pixels:
    y, x = np.mgrid[:120, :160]
    share = np.clip(np.hypot(y - 60, x - 80) / 90, 0, 1)[..., None]
    return np.rint((1 - share) * np.array(inner) + share * np.array(outer)).astype(np.uint8)


def face(
    smile: float = 1,
    skin: Value = YELLOW,
    turn: int = 0,
    eyes: tuple[int, ...] = (-16, 16),
    ground: Value = WHITE,
    ink: Value = BLACK,
    lips: Value = BLACK,
) -> Pixels:
    paper = Paper(ground, 120, 120).disc(60, 60, 50, skin)
    for shift in eyes:
        paper.disc(45, 60 + shift, 6, ink)
    bend = 72 + smile * 8 * (1 - ((paper.x - 60) / 24) ** 2)
    paper.on((np.abs(paper.x - 60) <= 24) & (np.abs(paper.y - bend) <= 2.5), lips)
    return np.ascontiguousarray(np.rot90(paper.pixels, turn))


def heart(turn: int = 0, colour: Value = RED) -> Pixels:
    y, x = np.mgrid[:120, :120]
    up, across = (62 - y) / 38, (x - 59.5) / 38
    inside = (across**2 + up**2 - 1) ** 3 - across**2 * up**3 <= 0
    return np.ascontiguousarray(np.rot90(Paper(WHITE, 120, 120).on(inside, colour).pixels, turn))


def tree(flip: bool = False) -> Pixels:
    pixels = Paper(SKY).box(70, 74, 115, 88, BROWN).disc(45, 81, 34, GREEN).pixels
    return np.ascontiguousarray(pixels[::-1]) if flip else pixels


def lights(*colours: Value) -> Pixels:
    paper = Paper(WHITE, 160, 100).box(10, 30, 150, 70, (40, 40, 40))
    for index, colour in enumerate(colours):
        paper.disc(35 + 45 * index, 50, 15, colour)
    return paper.pixels


def ball(lines: bool = True) -> Pixels:
    paper = Paper(WHITE, 120, 120).disc(60, 60, 50, (235, 120, 30))
    inside = np.hypot(paper.y - 60, paper.x - 60) <= 50
    cross = (np.abs(paper.y - 60) <= 1.5) | (np.abs(paper.x - 60) <= 1.5)
    return paper.on(inside & cross, BLACK).pixels if lines else paper.pixels


def car(wheels_row: int = 95) -> Pixels:
    paper = Paper(SKY).box(60, 25, 95, 135, RED).box(35, 50, 60, 110, RED)
    return paper.disc(wheels_row, 50, 13, BLACK).disc(wheels_row, 110, 13, BLACK).pixels


def snowman(flip: bool = False) -> Pixels:
    pixels = Paper(SKY, 160, 120).disc(110, 60, 36, WHITE).disc(60, 60, 25, WHITE).disc(25, 60, 15, WHITE).pixels
    return np.ascontiguousarray(pixels[::-1]) if flip else pixels


STARS = dots([(10, 20), (30, 60), (22, 120), (60, 100), (80, 30)], WHITE, NAVY, 2)
LEFT_RIGHT = Paper().disc(60, 40, 22, RED).box(40, 95, 80, 135, BLUE).pixels
ABOVE = Paper().disc(30, 80, 18, RED).box(70, 60, 110, 100, BLUE).pixels
INSIDE = Paper().box(15, 35, 105, 125, RED).disc(60, 80, 20, WHITE).pixels
SIZES = Paper().disc(60, 45, 32, RED).disc(60, 120, 15, GREEN).pixels
THREE = Paper().disc(60, 25, 15, RED).disc(60, 80, 15, GREEN).disc(60, 135, 15, BLUE).pixels
SWAPPED = Paper().disc(60, 80, 15, RED).disc(60, 25, 15, GREEN).disc(60, 135, 15, BLUE).pixels


def mirrored(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[:, ::-1])


def flipped(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[::-1])


def turned(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(np.rot90(pixels))


ROW = dots([(60, 20), (60, 60), (60, 100), (60, 140)])
COLUMN = dots([(15, 80), (45, 80), (75, 80), (105, 80)])
CORNER_TO_CORNER = Paper(BLACK, 120, 120).line((0, 0), (119, 119), 4, WHITE).pixels
OTHER_CORNERS = Paper(BLACK, 120, 120).line((0, 119), (119, 0), 4, WHITE).pixels
FRAME = Paper(RED).box(9, 9, 111, 151, SILVER).pixels

CASES = (
    Case(
        "background",
        "a red dot on a black background",
        (one(ground=BLACK), one(ground=(20, 20, 20))),
        (one(), one(ground=BLUE)),
    ),
    Case(
        "background",
        "Draw a white picture with a green square in it.",
        (rect(20, 20, 60, 60, GREEN),),
        (rect(20, 20, 60, 60, GREEN, BLACK),),
    ),
    Case(
        "background",
        "a big teal circle; background: light gray",
        (one(TEAL, SILVER),),
        (one(TEAL, BLACK), one(TEAL, YELLOW)),
    ),
    Case(
        "background",
        "a small ship, everything else is navy",
        (one(ground=NAVY), one(ground=(10, 20, 70))),
        (one(), one(ground=YELLOW)),
    ),
    Case("background", "A drawing of three cats on a sky blue background", (one(ground=SKY),), (one(ground=RED),)),
    Case("colour", "a purple flower in a vase", (one(PURPLE), one((160, 60, 200))), (one(GREEN), one(YELLOW))),
    Case(
        "colour",
        "a castle with a red flag and golden gates",
        (Paper().disc(30, 30, 20, RED).disc(80, 80, 20, GOLD).pixels,),
        (one(BLUE), one(RED)),
    ),
    Case("colour", "a crimson bird", (one(CRIMSON), one((220, 20, 60))), (one(BLUE), one(GRAY))),
    Case("colour", "a teal teapot", (one(TEAL),), (one(RED),)),
    Case(
        "only",
        "a blue square on white",
        (rect(30, 30, 80, 80),),
        (Paper().box(30, 30, 80, 80, BLUE).box(5, 5, 25, 155, RED).pixels,),
    ),
    Case(
        "only",
        "an orange disc on a black background",
        (one(ORANGE, BLACK),),
        (Paper(BLACK).disc(60, 80, 30, ORANGE).box(90, 0, 120, 160, GREEN).pixels,),
    ),
    Case(
        "count",
        "five white dots on black",
        (dots([(20, 20), (20, 80), (60, 140), (100, 40), (90, 100)]),),
        (dots([(20, 20), (20, 80), (60, 140)]), dots([(20, 20), (20, 80), (60, 140), (100, 40), (90, 100), (60, 60)])),
    ),
    Case(
        "count",
        "exactly two blue triangles and one red square on a white canvas",
        (Paper().wedge(20, 30, 60, 20, BLUE).wedge(20, 80, 60, 20, BLUE).box(70, 110, 110, 150, RED).pixels,),
        (Paper().wedge(20, 30, 60, 20, BLUE).box(70, 110, 110, 150, RED).pixels,),
    ),
    Case(
        "count",
        "a single green square on a white background",
        (rect(30, 30, 70, 70, GREEN),),
        (Paper().box(10, 10, 50, 50, GREEN).box(60, 60, 100, 100, GREEN).pixels,),
    ),
    Case(
        "count",
        "3 rows and 5 columns of yellow dots on black",
        (grid(3, 5, YELLOW),),
        (grid(3, 4, YELLOW), grid(4, 5, YELLOW)),
    ),
    Case(
        "count",
        "a 4 by 3 grid of red circles on white",
        (grid(4, 3, RED, WHITE), grid(3, 4, RED, WHITE)),
        (grid(3, 3, RED, WHITE),),
    ),
    Case(
        "count",
        "black image, two red squares, three red circles",
        (
            Paper(BLACK)
            .box(10, 10, 35, 35, RED)
            .box(10, 60, 35, 85, RED)
            .disc(80, 30, 14, RED)
            .disc(80, 75, 14, RED)
            .disc(80, 120, 14, RED)
            .pixels,
        ),
        (
            Paper(BLACK)
            .box(10, 10, 35, 35, RED)
            .box(10, 60, 35, 85, RED)
            .disc(80, 30, 14, RED)
            .disc(80, 75, 14, RED)
            .pixels,
        ),
    ),
    Case(
        "grid",
        "two rows and five columns of white dots on black",
        (grid(2, 5),),
        (grid(4, 2)[:, :160], dots([(20, 15 * k + 10) for k in range(10)], radius=5)),
    ),
    Case("grid", "three rows of four white dots on black", (grid(3, 4),), (grid(4, 3),)),
    Case(
        "row",
        "four white dots on black in a horizontal row",
        (ROW,),
        (COLUMN, dots([(20, 20), (60, 60), (60, 100), (60, 140)])),
    ),
    Case(
        "row",
        "four white dots on black, side by side and evenly spaced",
        (ROW,),
        (dots([(60, 20), (60, 45), (60, 100), (60, 140)]), COLUMN),
    ),
    Case("row", "four white dots one below the other on black", (COLUMN,), (ROW,)),
    Case(
        "alike",
        "two red discs of the same size on white",
        (Paper().disc(60, 40, 20, RED).disc(60, 120, 20, RED).pixels,),
        (Paper().disc(60, 40, 30, RED).disc(60, 120, 15, RED).pixels,),
    ),
    Case(
        "shape",
        "a red circle on white",
        (one(), one(radius=9)),
        (rect(30, 50, 90, 110, RED), Paper().oval(60, 80, 20, 35, RED).pixels),
    ),
    Case(
        "shape",
        "a green square on a black background",
        (rect(30, 50, 90, 110, GREEN, BLACK),),
        (rect(30, 30, 60, 120, GREEN, BLACK), one(GREEN, BLACK)),
    ),
    Case(
        "shape",
        "a yellow triangle pointing up on black",
        (Paper(BLACK).wedge(20, 80, 100, 45, YELLOW).pixels,),
        (Paper(BLACK).wedge(100, 80, 20, 45, YELLOW).pixels, one(YELLOW, BLACK)),
    ),
    Case(
        "shape",
        "a blue triangle pointing down on white",
        (Paper().wedge(100, 80, 20, 45, BLUE).pixels,),
        (Paper().wedge(20, 80, 100, 45, BLUE).pixels,),
    ),
    Case(
        "shape",
        "a purple diamond on white",
        (Paper().rhombus(60, 80, 40, 40, PURPLE).pixels, Paper().rhombus(60, 80, 50, 30, PURPLE).pixels),
        (rect(30, 50, 90, 110, PURPLE), one(PURPLE)),
    ),
    Case(
        "shape",
        "a black ring on white",
        (Paper().ring(60, 80, 40, 28, BLACK).pixels,),
        (one(BLACK), rect(30, 40, 90, 120, BLACK)),
    ),
    Case(
        "shape",
        "an orange ellipse on white",
        (Paper().oval(60, 80, 25, 50, ORANGE).pixels,),
        (rect(30, 40, 90, 120, ORANGE),),
    ),
    Case(
        "hollow",
        "a hollow red square on white",
        (Paper().box(20, 40, 100, 120, RED).box(26, 46, 94, 114, WHITE).pixels,),
        (rect(20, 40, 100, 120, RED),),
    ),
    Case("hollow", "a blue circle outline on white", (Paper().ring(60, 80, 40, 36, BLUE).pixels,), (one(BLUE),)),
    Case("solid", "a filled green circle on white", (one(GREEN),), (Paper().ring(60, 80, 40, 37, GREEN).pixels,)),
    Case(
        "size",
        "a red circle with a radius of 30 on white",
        (one(), one(row=60, col=80)),
        (one(radius=15), one(radius=38)),
    ),
    Case("size", "a blue disc of diameter 60 pixels on a white background", (one(BLUE),), (one(BLUE, radius=55),)),
    Case(
        "size",
        "a 50 x 20 pixel green rectangle on black",
        (rect(40, 40, 60, 90, GREEN, BLACK), rect(40, 40, 90, 60, GREEN, BLACK)),
        (rect(40, 40, 80, 80, GREEN, BLACK),),
    ),
    Case(
        "size",
        "a green rectangle on black, 50 pixels wide and 20 pixels high",
        (rect(40, 40, 60, 90, GREEN, BLACK),),
        (rect(40, 40, 90, 60, GREEN, BLACK),),
    ),
    Case(
        "size",
        "a white square with sides of 40 px on black",
        (rect(30, 30, 70, 70, WHITE, BLACK),),
        (rect(30, 30, 50, 50, WHITE, BLACK), rect(10, 10, 110, 110, WHITE, BLACK)),
    ),
    Case(
        "size",
        "one straight vertical white line on black, 6 pixels thick",
        (rect(0, 70, 120, 76, WHITE, BLACK),),
        (rect(0, 70, 120, 95, WHITE, BLACK),),
    ),
    Case(
        "share",
        "a red circle on white whose diameter is half of the image height",
        (one(),),
        (one(radius=15), one(radius=50)),
    ),
    Case(
        "centre",
        "a red circle on white with its centre at row 40, column 100",
        (one(row=40, col=100, radius=20),),
        (one(row=100, col=40, radius=20), one(row=80, col=100, radius=20)),
    ),
    Case(
        "centre",
        "a blue square of side 20 around x=30, y=90 on white",
        (rect(80, 20, 100, 40),),
        (rect(20, 80, 40, 100),),
    ),
    Case(
        "extent",
        "on white, a blue rectangle covering rows 20 to 49 and columns 60 to 139",
        (rect(20, 60, 50, 140), rect(20, 60, 49, 139)),
        (rect(60, 20, 119, 50), rect(20, 60, 80, 140)),
    ),
    Case(
        "anchor",
        "a 30 x 30 red square on black, its upper left corner at row 10, column 90",
        (rect(10, 90, 40, 120, RED, BLACK),),
        (rect(90, 10, 120, 40, RED, BLACK), rect(50, 60, 80, 90, RED, BLACK)),
    ),
    Case(
        "margin",
        "a blue square on white, 20 pixels from the left edge",
        (rect(30, 20, 70, 60),),
        (rect(30, 90, 70, 130),),
    ),
    Case(
        "place",
        "a red circle in the middle of a white picture",
        (one(),),
        (one(row=30, col=40, radius=20), one(col=100)),
    ),
    Case(
        "place",
        "a small blue square in the top left corner on white",
        (rect(5, 5, 30, 30),),
        (rect(5, 125, 30, 150), rect(90, 5, 115, 30)),
    ),
    Case(
        "place",
        "a green dot at the bottom of a black image",
        (one(GREEN, BLACK, 100, 80, 12),),
        (one(GREEN, BLACK, 20, 80, 12),),
    ),
    Case(
        "place",
        "On white, in the lower right corner, a red disc",
        (one(row=95, col=135, radius=15),),
        (one(row=25, col=25, radius=15),),
    ),
    Case(
        "relation",
        "a red circle to the left of a blue square on a white background",
        (LEFT_RIGHT,),
        (mirrored(LEFT_RIGHT),),
    ),
    Case(
        "relation",
        "a blue square to the right of a red circle, white background",
        (LEFT_RIGHT,),
        (mirrored(LEFT_RIGHT),),
    ),
    Case("relation", "on white a red circle above a blue square", (ABOVE,), (flipped(ABOVE),)),
    Case("relation", "a blue square below a red circle on white", (ABOVE,), (flipped(ABOVE),)),
    Case(
        "relation",
        "a white circle inside a red square on a white background",
        (INSIDE,),
        (Paper(SKY).box(10, 5, 60, 60, RED).disc(90, 120, 20, WHITE).pixels,),
    ),
    Case(
        "relation",
        "a red circle larger than a green circle, on white",
        (SIZES,),
        (Paper().disc(60, 45, 12, RED).disc(60, 115, 30, GREEN).pixels,),
    ),
    Case("relation", "a green circle between a red circle and a blue circle on white", (THREE,), (SWAPPED,)),
    Case(
        "line",
        "a white line on black from the upper left corner to the lower right corner",
        (CORNER_TO_CORNER,),
        (OTHER_CORNERS, Paper(BLACK, 120, 120).line((0, 0), (60, 60), 4, WHITE).pixels),
    ),
    Case("line", "a horizontal blue line on white", (rect(58, 10, 62, 150),), (rect(10, 78, 110, 82),)),
    Case(
        "frame",
        "a silver image with a red border, 9 pixels thick",
        (FRAME,),
        (Paper(RED).box(25, 25, 95, 135, SILVER).pixels, Paper(SILVER).box(0, 0, 9, 160, RED).pixels),
    ),
    Case(
        "stripes",
        "horizontal stripes, alternating red and white",
        (bands([RED, WHITE] * 4),),
        (bands([RED, WHITE] * 4, True), one()),
    ),
    Case(
        "stripes",
        "vertical stripes in blue and yellow",
        (bands([BLUE, YELLOW] * 5, True),),
        (bands([BLUE, YELLOW] * 5),),
    ),
    Case(
        "stripes",
        "diagonal stripes in black and white",
        (np.array([BLACK, WHITE], np.uint8)[np.add.outer(np.arange(120), np.arange(160)) // 12 % 2],),
        (bands([BLACK, WHITE] * 5),),
    ),
    Case(
        "stripe count",
        "six vertical stripes of equal width, alternating green and white",
        (bands([GREEN, WHITE] * 3, True),),
        (bands([GREEN, WHITE] * 4, True), bands([GREEN, WHITE], True)),
    ),
    Case(
        "stripe width",
        "horizontal black and white stripes, each 12 pixels high",
        (bands([BLACK, WHITE] * 5),),
        (bands([BLACK, WHITE] * 2),),
    ),
    Case(
        "order",
        "three horizontal stripes: black, red, gold",
        (bands([BLACK, RED, GOLD]),),
        (bands([GOLD, RED, BLACK]), bands([BLACK, GOLD, RED])),
    ),
    Case(
        "order",
        "vertical bands in blue, white, red",
        (bands([BLUE, WHITE, RED], True),),
        (bands([RED, WHITE, BLUE], True),),
    ),
    Case(
        "board",
        "a checkerboard of 6 x 6 squares in red and white",
        (board(6, 6, RED, WHITE), board(6, 6, WHITE, RED)),
        (board(5, 5, RED, WHITE), board(8, 8, RED, WHITE)),
    ),
    Case(
        "board", "a black and white checkerboard with 4 rows and 9 columns", (board(4, 9),), (board(5, 9), board(6, 6))
    ),
    Case("board side", "a checkerboard with squares of 15 pixels", (board(6, 8),), (board(6, 8, side=20),)),
    Case(
        "corner",
        "a checkerboard of 6 x 6 squares; the top left corner is black",
        (board(6, 6, BLACK, WHITE),),
        (board(6, 6),),
    ),
    Case(
        "gradient",
        "a gradient from black on the left to white on the right",
        (ramp(BLACK, WHITE),),
        (ramp(WHITE, BLACK), ramp(BLACK, WHITE, 0)),
    ),
    Case(
        "gradient",
        "a vertical gradient from blue to yellow",
        (ramp(BLUE, YELLOW, 0),),
        (ramp(YELLOW, BLUE, 0), ramp(BLUE, YELLOW)),
    ),
    Case("gradient", "red fading to green from top to bottom", (ramp(RED, GREEN, 0),), (ramp(GREEN, RED, 0),)),
    Case(
        "gradient",
        "a radial gradient, white in the centre and black at the edges",
        (glow(WHITE, BLACK),),
        (glow(BLACK, WHITE),),
    ),
    Case(
        "gradient",
        "brightness from 0 at the top to 255 at the bottom",
        (ramp(BLACK, WHITE, 0),),
        (ramp(WHITE, BLACK, 0), ramp(BLACK, WHITE)),
    ),
    Case(
        "area",
        "the left half is red and the right half is blue",
        (bands([RED, BLUE], True),),
        (bands([BLUE, RED], True), bands([RED, BLUE])),
    ),
    Case(
        "area",
        "an image whose upper half is sky blue and whose lower half is green",
        (bands([SKY, GREEN]),),
        (bands([GREEN, SKY]),),
    ),
    Case(
        "area",
        "four quarters: top left red, top right white, bottom left black, bottom right yellow",
        (np.concatenate([bands([RED, WHITE], True, 60), bands([BLACK, YELLOW], True, 60)]),),
        (np.concatenate([bands([BLACK, YELLOW], True, 60), bands([RED, WHITE], True, 60)]),),
    ),
    Case("symmetry", "a symmetric pattern of squares", (board(5, 5), face()), (rect(5, 5, 60, 60),)),
    Case("object", "a yellow smiley", (face(), face(2)), (face(turn=1), face(turn=2), face(-1))),
    Case("object", "a yellow disc with two eyes and a curved mouth", (face(), face(-1)), (face(lips=YELLOW),)),
    Case("object", "a sad face in yellow", (face(-1),), (face(1), face(-1, turn=3))),
    Case(
        "feature",
        "a yellow smiley with black eyes and a red mouth",
        (face(lips=RED), face(lips=RED, ground=BLACK)),
        (face(ink=BROWN, lips=RED, ground=BLACK), face(ground=BLACK), face(ink=RED, lips=RED)),
    ),
    Case("feature", "a yellow smiley face with black eyes and mouth", (face(),), (face(ink=BLUE), face(lips=RED))),
    Case("object", "a smiley face with a smiling mouth", (face(),), (face(0), face(-1))),
    Case("object", "a big red heart", (heart(),), (heart(2), heart(1))),
    Case("object", "a tree with a brown trunk", (tree(),), (tree(True),)),
    Case(
        "object",
        "a traffic light",
        (lights(RED, YELLOW, GREEN),),
        (lights(GREEN, YELLOW, RED), lights(YELLOW, RED, GREEN)),
    ),
    Case("object", "a basketball", (ball(),), (ball(False), one(BLUE))),
    Case("object", "a red car from the side", (car(),), (car(40),)),
    Case("object", "a snowman in front of a blue sky", (snowman(),), (snowman(True),)),
    Case("object", "a starry night sky", (STARS,), (one(),)),
    Case("object", "a green meadow under a blue sky", (bands([SKY, GREEN]),), (bands([GREEN, SKY]),)),
    Case("object", "two ripe bananas", (one(YELLOW),), (one(BLUE),)),
)
