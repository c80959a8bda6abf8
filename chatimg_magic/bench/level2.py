"""Level 2: colours, sizes and positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatimg_magic.bench.canvas import (
    BLACK,
    BLUE,
    CYAN,
    GREEN,
    LIGHT_GREY,
    LIME,
    ORANGE,
    PURE_YELLOW,
    PURPLE,
    RED,
    WHITE,
    YELLOW,
    Canvas,
    Colour,
)
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import disc_mask, grown, polygon_mask, rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CRIMSON, CARDINAL = (220, 20, 60), (200, 16, 46)
DARK_BLUE, NAVY = (0, 0, 110), (0, 0, 80)


def _judge_circle(check: Checker) -> None:
    circle = disc_mask((200, 200), 99.5, 99.5, 50)
    check.shape(check.colour("red"), circle, overlap=0.94)
    check.colour_areas([("circle", circle, "red"), ("background", ~circle, "white")])


RED_CIRCLE = Spec(
    id="l2_red_circle",
    level=2,
    prompt="Create a 200 x 200 white image with a filled red circle of radius 50 in the centre.",
    size=Size(200, 200),
    mode=Mode.RGB,
    judge=_judge_circle,
    reference=lambda: Canvas(200, 200, WHITE).disc(99.5, 99.5, 50, RED).pixels,
    equal={
        "crimson": lambda: Canvas(200, 200, WHITE).disc(100, 100, 50, CRIMSON).pixels,
        "off_white": lambda: Canvas(200, 200, (250, 250, 250)).disc(100, 100, 50, (200, 0, 0)).pixels,
    },
    wrong={
        "blue": lambda: Canvas(200, 200, WHITE).disc(99.5, 99.5, 50, BLUE).pixels,
        "black_background": lambda: Canvas(200, 200, BLACK).disc(99.5, 99.5, 50, RED).pixels,
        "off_by_10": lambda: Canvas(200, 200, WHITE).disc(110, 100, 50, RED).pixels,
        "oval": lambda: Canvas(200, 200, WHITE).ellipse(100, 100, 50, 42, RED).pixels,
    },
)


def _judge_rectangle(check: Checker) -> None:
    rectangle = rect_mask((200, 200), 120, 30, 151, 91)
    check.shape(check.colour("green"), rectangle, overlap=0.93, area=0.06)
    check.colour_areas([("rectangle", rectangle, "green"), ("background", ~rectangle, "black")])


GREEN_RECTANGLE = Spec(
    id="l2_green_rect_xy",
    level=2,
    prompt="Create a 200 x 200 black image with a green rectangle that covers columns 30 to 90 and rows 120 to 150.",
    size=Size(200, 200),
    mode=Mode.RGB,
    judge=_judge_rectangle,
    reference=lambda: Canvas(200, 200, BLACK).rect(120, 30, 151, 91, LIME).pixels,
    equal={"exclusive_end": lambda: Canvas(200, 200, BLACK).rect(120, 30, 150, 90, (0, 128, 0)).pixels},
    wrong={
        "rows_cols_swapped": lambda: Canvas(200, 200, BLACK).rect(30, 120, 91, 151, LIME).pixels,
        "y_up": lambda: Canvas(200, 200, BLACK).rect(49, 30, 80, 91, LIME).pixels,
        "blue": lambda: Canvas(200, 200, BLACK).rect(120, 30, 151, 91, BLUE).pixels,
        "width_90": lambda: Canvas(200, 200, BLACK).rect(120, 30, 151, 120, LIME).pixels,
    },
)


def _judge_disc(check: Checker) -> None:
    disc = disc_mask((200, 256), 150, 200, 25)
    check.shape(check.colour("yellow"), disc, overlap=0.92, centroid=1.0, area=0.06)
    check.colour_areas([("circle", disc, "yellow"), ("background", ~disc, "navy")], overlap=0.9)


YELLOW_DISC = Spec(
    id="l2_yellow_disc_br",
    level=2,
    prompt="Create an image with 200 rows and 256 columns, filled with dark blue, and draw a yellow filled circle of "
    "radius 25 with its centre at row 150, column 200.",
    size=Size(200, 256),
    mode=Mode.RGB,
    judge=_judge_disc,
    reference=lambda: Canvas(200, 256, DARK_BLUE).disc(150, 200, 25, YELLOW).pixels,
    equal={"gold_on_navy": lambda: Canvas(200, 256, NAVY).disc(150, 200, 25, (255, 215, 0)).pixels},
    wrong={
        "xy_swapped": lambda: Canvas(200, 256, DARK_BLUE).disc(199, 150, 25, YELLOW).pixels,
        "y_up": lambda: Canvas(200, 256, DARK_BLUE).disc(50, 200, 25, YELLOW).pixels,
        "white_disc": lambda: Canvas(200, 256, DARK_BLUE).disc(150, 200, 25, WHITE).pixels,
        "background_white": lambda: Canvas(200, 256, WHITE).disc(150, 200, 25, YELLOW).pixels,
        "radius_50": lambda: Canvas(200, 256, DARK_BLUE).disc(150, 200, 50, YELLOW).pixels,
    },
)


def _judge_halves(check: Checker) -> None:
    top = rect_mask((120, 180), 0, 0, 60, 180)
    check.colour_areas([("top half", top, "cyan"), ("bottom half", ~top, "orange")])


TWO_HALVES = Spec(
    id="l2_two_halves",
    level=2,
    prompt="Create an image with 120 rows and 180 columns whose top half is cyan and whose bottom half is orange.",
    size=Size(120, 180),
    mode=Mode.RGB,
    judge=_judge_halves,
    reference=lambda: Canvas(120, 180, CYAN).rect(60, 0, 120, 180, ORANGE).pixels,
    equal={"dark_orange": lambda: Canvas(120, 180, (0, 230, 230)).rect(60, 0, 120, 180, (255, 140, 0)).pixels},
    wrong={
        "left_right": lambda: Canvas(120, 180, CYAN).rect(0, 90, 120, 180, ORANGE).pixels,
        "swapped": lambda: Canvas(120, 180, ORANGE).rect(60, 0, 120, 180, CYAN).pixels,
        "split_at_40": lambda: Canvas(120, 180, CYAN).rect(40, 0, 120, 180, ORANGE).pixels,
        "red_not_orange": lambda: Canvas(120, 180, CYAN).rect(60, 0, 120, 180, RED).pixels,
    },
)


def _judge_bullseye(check: Checker) -> None:
    outer, middle, inner = (disc_mask((200, 200), 99.5, 99.5, radius) for radius in (90, 60, 30))
    check.shape(check.colour("red"), (outer & ~middle) | inner, overlap=0.92, centroid=1.2)
    areas = [
        ("outer ring", outer & ~middle, "red"),
        ("inner disc", inner, "red"),
        ("white ring", middle & ~inner, "white"),
    ]
    check.colour_areas(areas, filled=0.93, overlap=0.0)  # the background is white too


BULLSEYE = Spec(
    id="l2_bullseye",
    level=2,
    prompt="Create a 200 x 200 white image with three concentric filled circles in the centre: red with radius 90, on "
    "top of it white with radius 60, on top of it red with radius 30.",
    size=Size(200, 200),
    mode=Mode.RGB,
    judge=_judge_bullseye,
    reference=lambda: (
        Canvas(200, 200, WHITE).disc(99.5, 99.5, 90, RED).disc(99.5, 99.5, 60, WHITE).disc(99.5, 99.5, 30, RED).pixels
    ),
    equal={
        "centre_100": lambda: (
            Canvas(200, 200, WHITE)
            .disc(100, 100, 90, CARDINAL)
            .disc(100, 100, 60, WHITE)
            .disc(100, 100, 30, CARDINAL)
            .pixels
        ),
    },
    wrong={
        "drawn_small_first": lambda: (
            Canvas(200, 200, WHITE)
            .disc(99.5, 99.5, 30, RED)
            .disc(99.5, 99.5, 60, WHITE)
            .disc(99.5, 99.5, 90, RED)
            .pixels
        ),
        "inverted": lambda: (
            Canvas(200, 200, RED)
            .disc(99.5, 99.5, 90, WHITE)
            .disc(99.5, 99.5, 60, RED)
            .disc(99.5, 99.5, 30, WHITE)
            .pixels
        ),
        "not_concentric": lambda: (
            Canvas(200, 200, WHITE).disc(99.5, 99.5, 90, RED).disc(110, 110, 60, WHITE).disc(99.5, 99.5, 30, RED).pixels
        ),
        "squares": lambda: (
            Canvas(200, 200, WHITE)
            .rect(10, 10, 190, 190, RED)
            .rect(40, 40, 160, 160, WHITE)
            .rect(70, 70, 130, 130, RED)
            .pixels
        ),
    },
)


def _judge_triangle(check: Checker) -> None:
    triangle = polygon_mask((200, 200), [(50, 40), (50, 160), (150, 100)])
    check.shape(check.colour("purple"), triangle, overlap=0.92, centroid=1.2, area=0.06)
    background = ~grown(triangle, 2)
    check.colour_areas([("triangle", triangle, "purple"), ("background", background, "grey")], overlap=0.9)


DOWN = [(50, 40), (50, 160), (150, 100)]

PURPLE_TRIANGLE = Spec(
    id="l2_purple_triangle_down",
    level=2,
    prompt="Create a 200 x 200 light-grey image with a filled purple triangle pointing down: its corners are at row "
    "50, column 40; row 50, column 160; and row 150, column 100.",
    size=Size(200, 200),
    mode=Mode.RGB,
    judge=_judge_triangle,
    reference=lambda: Canvas(200, 200, LIGHT_GREY).polygon(DOWN, PURPLE).pixels,
    equal={
        "violet": lambda: (
            Canvas(200, 200, (200, 200, 200)).polygon([(50, 40), (50, 161), (151, 100)], (138, 43, 226)).pixels
        ),
    },
    wrong={
        "pointing_up": lambda: Canvas(200, 200, LIGHT_GREY).polygon([(150, 40), (150, 160), (50, 100)], PURPLE).pixels,
        "xy_swapped": lambda: Canvas(200, 200, LIGHT_GREY).polygon([(40, 50), (160, 50), (100, 150)], PURPLE).pixels,
        "green": lambda: Canvas(200, 200, LIGHT_GREY).polygon(DOWN, GREEN).pixels,
        "rectangle": lambda: Canvas(200, 200, LIGHT_GREY).rect(50, 40, 150, 160, PURPLE).pixels,
    },
    harmless=frozenset({"fliplr"}),
)


def _judge_quadrants(check: Checker) -> None:
    areas = [
        ("top left", rect_mask((200, 200), 0, 0, 100, 100), "red"),
        ("top right", rect_mask((200, 200), 0, 100, 100, 200), "green"),
        ("bottom left", rect_mask((200, 200), 100, 0, 200, 100), "blue"),
        ("bottom right", rect_mask((200, 200), 100, 100, 200, 200), "yellow"),
    ]
    check.colour_areas(areas, overlap=0.95)


def _quadrants(
    colours: tuple[Colour, Colour, Colour, Colour] = (RED, LIME, BLUE, PURE_YELLOW), split: int = 100
) -> NDArray[np.uint8]:
    top_left, top_right, bottom_left, bottom_right = colours
    return (
        Canvas(200, 200, top_left)
        .rect(0, split, split, 200, top_right)
        .rect(split, 0, 200, split, bottom_left)
        .rect(split, split, 200, 200, bottom_right)
        .pixels
    )


QUADRANTS = Spec(
    id="l2_quadrants",
    level=2,
    prompt="Create a 200 x 200 image divided into four equal squares: top left red, top right green, bottom left "
    "blue, bottom right yellow.",
    size=Size(200, 200),
    mode=Mode.RGB,
    judge=_judge_quadrants,
    reference=_quadrants,
    equal={"dark_shades": lambda: _quadrants(((200, 0, 0), (0, 150, 0), (0, 0, 180), YELLOW))},
    wrong={
        "transposed": lambda: _quadrants((RED, BLUE, LIME, PURE_YELLOW)),
        "split_at_80": lambda: _quadrants(split=80),
        "white_corner": lambda: _quadrants((RED, LIME, BLUE, WHITE)),
    },
)

SPECS = (RED_CIRCLE, GREEN_RECTANGLE, YELLOW_DISC, TWO_HALVES, BULLSEYE, PURPLE_TRIANGLE, QUADRANTS)
