"""Level 1: a single white shape on black, with exact place and size."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import disc_mask, polygon_mask, rect_mask, share
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _judge_square(check: Checker) -> None:
    check.white_shape(rect_mask((200, 200), 60, 60, 140, 140), overlap=0.95)


SQUARE = Spec(
    id="l1_square_center",
    level=1,
    prompt="Create a 200 x 200 black image with a white square of 80 x 80 pixels exactly in the centre.",
    size=Size(200, 200),
    mode=Mode.GRAY,
    judge=_judge_square,
    reference=lambda: Canvas(200, 200).rect(60, 60, 140, 140).pixels,
    equal={"fencepost_81": lambda: Canvas(200, 200).rect(60, 60, 141, 141).pixels},
    wrong={
        "off_by_10": lambda: Canvas(200, 200).rect(70, 70, 150, 150).pixels,
        "off_by_1": lambda: Canvas(200, 200).rect(61, 61, 141, 141).pixels,
        "starts_at_centre": lambda: Canvas(200, 200).rect(100, 100, 180, 180).pixels,
        "oblong": lambda: Canvas(200, 200).rect(60, 70, 140, 130).pixels,
        "50px": lambda: Canvas(200, 200).rect(75, 75, 125, 125).pixels,
    },
)


def _judge_circle(check: Checker) -> None:
    check.white_shape(disc_mask((200, 200), 99.5, 99.5, 60), overlap=0.955)


HEXAGON = [(100 + 60 * math.sin(turn * math.pi / 3), 100 + 60 * math.cos(turn * math.pi / 3)) for turn in range(6)]

CIRCLE = Spec(
    id="l1_circle_center",
    level=1,
    prompt="Create a 200 x 200 black image with a filled white circle of radius 60 pixels in the centre.",
    size=Size(200, 200),
    mode=Mode.GRAY,
    judge=_judge_circle,
    reference=lambda: Canvas(200, 200).disc(99.5, 99.5, 60).pixels,
    equal={
        "centre_100": lambda: Canvas(200, 200).disc(100, 100, 60).pixels,
        "strict_less": lambda: ((np.hypot(*np.mgrid[-100:100, -100:100]) < 60) * 255).astype(np.uint8),
    },
    wrong={
        "off_by_10": lambda: Canvas(200, 200).disc(110, 100, 60).pixels,
        "oval": lambda: Canvas(200, 200).ellipse(100, 100, 60, 50).pixels,
        "radius_50": lambda: Canvas(200, 200).disc(100, 100, 50).pixels,
        "diameter_60": lambda: Canvas(200, 200).disc(100, 100, 30).pixels,
        "outline": lambda: Canvas(200, 200).ring(100, 100, 60, 3).pixels,
        "square_same_area": lambda: Canvas(200, 200).rect(47, 47, 153, 153).pixels,
        "hexagon": lambda: Canvas(200, 200).polygon(HEXAGON).pixels,
    },
)


def _judge_triangle(check: Checker) -> None:
    wanted = polygon_mask((200, 200), [(40, 100), (160, 40), (160, 160)])
    check.white_shape(wanted, overlap=0.93, centroid=1.2, area=0.05)


def _triangle_row_by_row() -> NDArray[np.uint8]:
    pixels = np.zeros((200, 200), np.uint8)
    for row in range(40, 161):
        half = int((row - 40) * 60 / 120)
        pixels[row, 100 - half : 100 + half + 1] = 255
    return pixels


TRIANGLE = Spec(
    id="l1_triangle_up",
    level=1,
    prompt="Create a 200 x 200 black image with a filled white isosceles triangle pointing up: apex at row 40, "
    "column 100; base from row 160, column 40 to row 160, column 160.",
    size=Size(200, 200),
    mode=Mode.GRAY,
    judge=_judge_triangle,
    reference=lambda: Canvas(200, 200).polygon([(40, 100), (160, 40), (160, 160)]).pixels,
    equal={"row_by_row": _triangle_row_by_row},
    wrong={
        "pointing_down": lambda: Canvas(200, 200).polygon([(160, 100), (40, 40), (40, 160)]).pixels,
        "right_angled": lambda: Canvas(200, 200).polygon([(40, 40), (160, 40), (160, 160)]).pixels,
        "pointing_left": lambda: Canvas(200, 200).polygon([(100, 40), (40, 160), (160, 160)]).pixels,
        "outline": lambda: (
            Canvas(200, 200).line(40, 100, 160, 40, 3).line(160, 40, 160, 160, 3).line(160, 160, 40, 100, 3).pixels
        ),
    },
    harmless=frozenset({"fliplr"}),
)


def _judge_rectangle(check: Checker) -> None:
    check.white_shape(rect_mask((200, 300), 80, 90, 120, 210), overlap=0.94)


RECTANGLE = Spec(
    id="l1_rect_wide",
    level=1,
    prompt="Create a black image with 200 rows and 300 columns and a white rectangle 120 pixels wide and 40 pixels "
    "high exactly in the centre.",
    size=Size(200, 300),
    mode=Mode.GRAY,
    judge=_judge_rectangle,
    reference=lambda: Canvas(200, 300).rect(80, 90, 120, 210).pixels,
    equal={"fencepost": lambda: Canvas(200, 300).rect(80, 90, 121, 211).pixels},
    wrong={
        "width_height_swapped": lambda: Canvas(200, 300).rect(40, 130, 160, 170).pixels,
        "image_transposed": lambda: Canvas(300, 200).rect(130, 40, 170, 160).pixels,
        "centre_of_square": lambda: Canvas(200, 300).rect(80, 40, 120, 160).pixels,
        "off_by_10": lambda: Canvas(200, 300).rect(80, 100, 120, 220).pixels,
    },
)


def _judge_diamond(check: Checker) -> None:
    wanted = polygon_mask((201, 201), [(30, 100), (100, 30), (170, 100), (100, 170)])
    check.white_shape(wanted, overlap=0.94, centroid=1.0, area=0.05)


def _diamond(half: int, flatness: int = 1) -> NDArray[np.uint8]:
    canvas = Canvas(201, 201)
    return canvas.paint(abs(canvas.row - 100) * flatness + abs(canvas.col - 100) <= half).pixels


DIAMOND = Spec(
    id="l1_diamond",
    level=1,
    prompt="Create a 201 x 201 black image with a filled white diamond (a square standing on its corner) in the "
    "centre, 141 pixels from corner to corner.",
    size=Size(201, 201),
    mode=Mode.GRAY,
    judge=_judge_diamond,
    reference=lambda: _diamond(70),
    equal={"polygon": lambda: Canvas(201, 201).polygon([(29.5, 100), (100, 29.5), (171, 100), (100, 171)]).pixels},
    wrong={
        "upright_square": lambda: Canvas(201, 201).rect(50, 50, 150, 150).pixels,
        "circle": lambda: Canvas(201, 201).disc(100, 100, 56).pixels,
        "flat_rhombus": lambda: _diamond(70, flatness=2),
        "half_size": lambda: _diamond(35),
    },
)


def _judge_plus(check: Checker) -> None:
    upright, level = rect_mask((200, 200), 30, 85, 170, 115), rect_mask((200, 200), 85, 30, 115, 170)
    check.white_shape(upright | level, overlap=0.93, area=0.06)


PLUS = Spec(
    id="l1_plus",
    level=1,
    prompt="Create a 200 x 200 black image with a centred white plus sign: both bars 140 pixels long and 30 pixels "
    "thick.",
    size=Size(200, 200),
    mode=Mode.GRAY,
    judge=_judge_plus,
    reference=lambda: Canvas(200, 200).rect(30, 85, 170, 115).rect(85, 30, 115, 170).pixels,
    equal={"fencepost": lambda: Canvas(200, 200).rect(30, 85, 171, 116).rect(85, 30, 116, 171).pixels},
    wrong={
        "x_shape": lambda: Canvas(200, 200).line(50, 50, 150, 150, 30).line(50, 150, 150, 50, 30).pixels,
        "only_vertical": lambda: Canvas(200, 200).rect(30, 85, 170, 115).pixels,
        "latin_cross": lambda: Canvas(200, 200).rect(30, 85, 170, 115).rect(55, 30, 85, 170).pixels,
        "full_length": lambda: Canvas(200, 200).rect(0, 85, 200, 115).rect(85, 0, 115, 200).pixels,
    },
)


def _judge_diagonal(check: Checker) -> None:
    check.black_and_white(0.08)
    white = check.light
    row, col = np.nonzero(white)
    if not check.at_least("not_empty", len(row), 51, "white pixels"):
        return
    check.at_least("on_diagonal", share(np.abs(row - col) <= 4), 0.99, "share of the white pixels on the diagonal")
    reached = min(white.any(1).mean(), white.any(0).mean())
    check.at_least("complete", reached, 0.97, "share of the rows and of the columns that the line reaches")
    check.between("thickness", white.sum() / 128, 2.2, 6, "white pixels a row")


def _parabola() -> NDArray[np.uint8]:
    canvas = Canvas(128, 128)
    return canvas.paint(abs(canvas.row - canvas.col**2 / 127) <= 2).pixels


DIAGONAL = Spec(
    id="l1_diagonal",
    level=1,
    prompt="Create a 128 x 128 black image with one straight white line, 3 pixels thick, from the top-left corner to "
    "the bottom-right corner.",
    size=Size(128, 128),
    mode=Mode.GRAY,
    judge=_judge_diagonal,
    reference=lambda: Canvas(128, 128).line(0, 0, 127, 127, 3).pixels,
    equal={
        "difference_of_indices": lambda: (abs(np.subtract.outer(np.arange(128), np.arange(128))) <= 1) * np.uint8(255),
        "sum_of_eyes": lambda: (np.eye(128) + np.eye(128, k=1) + np.eye(128, k=-1)) * 255,
    },
    wrong={
        "other_diagonal": lambda: Canvas(128, 128).line(0, 127, 127, 0, 3).pixels,
        "15_thick": lambda: Canvas(128, 128).line(0, 0, 127, 127, 15).pixels,
        "half_way": lambda: Canvas(128, 128).line(0, 0, 64, 64, 3).pixels,
        "both": lambda: Canvas(128, 128).line(0, 0, 127, 127, 3).line(0, 127, 127, 0, 3).pixels,
        "curved": _parabola,
    },
)

SPECS = (SQUARE, CIRCLE, TRIANGLE, RECTANGLE, DIAMOND, PLUS, DIAGONAL)
