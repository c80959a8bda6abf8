"""Drawings for level 5, with everything that an answer may get wrong as a parameter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import BALL_ORANGE, BLACK, BROWN, RED, SKY, WHITE, YELLOW, Canvas, Colour

if TYPE_CHECKING:
    from numpy.typing import NDArray

Point = tuple[float, float]
LAMP_GREEN = (0, 200, 0)
WINDOW = (170, 215, 240)


def smiley(
    radius: int = 110,
    eyes: Sequence[Point] = ((-35, -38), (-35, 38)),
    eye_radius: int = 14,
    mouth: str = "arc",
    *,
    mouth_row: int = 0,
    face: Colour = YELLOW,
    lips: Colour = RED,
    frown: bool = False,
    outline: bool = False,
) -> NDArray[np.uint8]:
    """Draw a face on 256 x 256; eyes and ``mouth_row`` are offsets, ``mouth`` is arc, half, line or empty."""
    canvas = Canvas(256, 256, WHITE)
    middle = 127.5
    if outline:
        canvas.disc(middle, middle, radius + 4, BLACK)
    canvas.disc(middle, middle, radius, face)
    for row, col in eyes:
        canvas.disc(middle + row, middle + col, eye_radius, BLACK)
    if mouth == "arc":
        centre = middle + mouth_row
        distance = canvas.distance(centre, middle)
        below = centre - canvas.row if frown else canvas.row - centre
        arc = (distance <= 0.66 * radius) & (distance >= 0.57 * radius) & (below > 0.25 * radius)
        canvas.paint(arc, lips)
    elif mouth == "half":
        lower = canvas.row > middle + 20
        canvas.paint((canvas.distance(middle + 20, middle) <= 0.45 * radius) & lower, lips)
    elif mouth == "line":
        canvas.rect(172, 82, 182, 172, lips)
    return canvas.pixels


def parabola_mouth() -> NDArray[np.uint8]:
    """Draw a face whose mouth is a parabola and whose eyes are ovals."""
    canvas = Canvas(256, 256, WHITE).disc(128, 128, 110, (255, 221, 0))
    canvas.ellipse(95, 92, 16, 10, BLACK).ellipse(95, 164, 16, 10, BLACK)
    across = canvas.col - 128
    return canvas.paint((abs(across) < 55) & (abs(canvas.row - (190 - across**2 / 90)) < 5), (220, 20, 20)).pixels


def square_face() -> NDArray[np.uint8]:
    """Draw a face that is a square."""
    canvas = Canvas(256, 256, WHITE).rect(20, 20, 236, 236, YELLOW).discs([(90, 90), (90, 166)], 14, BLACK)
    distance = canvas.distance(128, 128)
    return canvas.paint((distance <= 72) & (distance >= 62) & (canvas.row > 155), RED).pixels


def face_on_its_side() -> NDArray[np.uint8]:
    """Draw a face with its eyes in one column and its mouth at the right: rows taken for columns."""
    canvas = Canvas(256, 256, WHITE)
    centre, third, quarter = 128, 42, 64
    canvas.paint(canvas.distance(centre, centre) < centre - 10, (255, 255, 102))
    for row in (centre - third, centre + third):
        canvas.paint(canvas.distance(row, centre - third) < 32, BLACK)
    mouth = (canvas.distance(centre, centre + quarter) < quarter) & (canvas.col > centre + quarter)
    return canvas.paint(mouth, RED).pixels


def ball(
    radius: int = 100,
    thickness: int = 5,
    *,
    horizontal: bool = True,
    vertical: bool = True,
    sides: str = "in",
    colour: Colour = BALL_ORANGE,
    outline: bool = False,
) -> NDArray[np.uint8]:
    """Draw a ball with seams on 256 x 256; ``sides`` bulge in or out, are straight, or there are none."""
    canvas = Canvas(256, 256, WHITE)
    middle = 127.5
    across, down = canvas.col - middle, canvas.row - middle
    inside = np.hypot(down, across) <= radius
    if outline:
        canvas.disc(middle, middle, radius + 4, BLACK)
    canvas.paint(inside, colour)
    off_seams = []
    if horizontal:
        off_seams.append(abs(down))
    if vertical:
        off_seams.append(abs(across))
    for side in (-1, 1):
        if sides == "in":
            off_seams.append(abs(np.hypot(down, across - side * 1.35 * radius) - 0.9 * radius))
        elif sides == "out":
            off_seams.append(abs(np.hypot(down / radius, across / (0.55 * radius)) - 1) * 0.55 * radius)
        elif sides == "straight":
            off_seams.append(abs(across - side * 0.5 * radius))
    for off in off_seams:
        canvas.paint((off <= thickness / 2) & inside, BLACK)
    return canvas.pixels


def ball_with_parabolas() -> NDArray[np.uint8]:
    """Draw a ball whose curved seams are parabolas."""
    canvas = Canvas(256, 256, WHITE).disc(128, 128, 110, (255, 140, 0))
    across, down = abs(canvas.col - 128), canvas.row - 128
    seams = (across < 3) | (abs(down) < 3) | (abs(across - 45 - down**2 / 260) < 3)
    return canvas.paint(seams & (canvas.distance(128, 128) < 110), BLACK).pixels


def shaded_sphere() -> NDArray[np.uint8]:
    """Draw a grey sphere that is lit from the upper left."""
    return np.asarray(np.clip(255 - 1.6 * np.hypot(*np.mgrid[-100:156, -100:156]), 0, 255), dtype=np.uint8)


def traffic_light(
    lamps: Sequence[Colour] = (RED, YELLOW, LAMP_GREEN),
    rows: Sequence[int] = (58, 128, 198),
    radius: int = 26,
    *,
    col: float = 99.5,
    housing: Colour = (45, 45, 45),
    lying: bool = False,
    square: bool = False,
) -> NDArray[np.uint8]:
    """Draw a traffic light on 256 x 200."""
    canvas = Canvas(256, 200, WHITE)
    if lying:
        canvas.rect(95, 10, 161, 190, housing)
        centres: list[Point] = [(128, 40 + 60 * index) for index in range(len(lamps))]
    else:
        canvas.rect(20, 60, 236, 140, housing)
        centres = [(row, col) for row in rows]
    for (row, column), lamp in zip(centres, lamps, strict=True):
        if square:
            left = int(column) - radius
            canvas.rect(row - radius, left, row + radius, left + 2 * radius, lamp)
        else:
            canvas.disc(row, column, radius, lamp)
    return canvas.pixels


def light_on_a_pole() -> NDArray[np.uint8]:
    """Draw a black traffic light with an amber lamp, on a pole."""
    canvas = Canvas(256, 200, WHITE).rect(190, 92, 256, 108, (60, 60, 60)).rect(10, 65, 200, 135, BLACK)
    return canvas.disc(42, 100, 24, RED).disc(105, 100, 24, (255, 191, 0)).disc(168, 100, 24, (0, 255, 0)).pixels


def landscape(
    sun: Point | None = (40, 240),
    sun_radius: int = 22,
    cloud: Sequence[Point] = ((50, 60), (45, 80), (52, 100)),
    *,
    horizon: int = 133,
    sun_colour: Colour = YELLOW,
) -> NDArray[np.uint8]:
    """Draw sky, grass, a sun and clouds on 200 x 300; a cloud is the centres of its puffs."""
    canvas = Canvas(200, 300, SKY).rect(horizon, 0, 200, 300, (34, 139, 34))
    if sun is not None:
        canvas.disc(*sun, sun_radius, sun_colour)
    return canvas.discs(cloud, 18, WHITE).pixels


def graded_sky() -> NDArray[np.uint8]:
    """Draw a landscape whose sky gets lighter towards the horizon."""
    pixels = landscape()
    down = np.linspace(0, 1, 133)[:, None, None]
    sky = (1 - down) * np.array([60, 130, 230]) + down * np.array([170, 215, 245])
    upper = pixels[:133]
    upper[...] = np.where((upper == SKY).all(-1, keepdims=True), sky, upper).astype(np.uint8)
    return pixels


def oval_cloud() -> NDArray[np.uint8]:
    """Draw a landscape with other colours and an oval as the cloud."""
    canvas = Canvas(200, 300, (70, 150, 255)).rect(134, 0, 200, 300, (0, 160, 0))
    return canvas.disc(35, 255, 25, (255, 215, 0)).ellipse(45, 70, 15, 40, WHITE).pixels


def tree(
    trunk: tuple[int, int, int, int] = (150, 88, 236, 112),
    crown: tuple[float, float, float] = (95, 99.5, 65),
    *,
    bark: Colour = BROWN,
    leaves: Colour = (34, 139, 34),
    conifer: bool = False,
) -> NDArray[np.uint8]:
    """Draw a tree on 256 x 200; the trunk is top, left, bottom, right, the crown row, column, radius."""
    canvas = Canvas(256, 200, WHITE).rect(*trunk, bark)
    if conifer:
        return canvas.polygon([(20, 99.5), (160, 30), (160, 170)], leaves).pixels
    return canvas.disc(*crown, leaves).pixels


def car(
    wheels: Sequence[Point] = ((165, 90), (165, 210)),
    wheel_radius: int = 24,
    body: tuple[int, int, int, int] = (110, 40, 165, 260),
    *,
    paint: Colour = (210, 20, 30),
    windows: bool = True,
    hubs: bool = False,
    square_wheels: bool = False,
) -> Canvas:
    """Draw a car from its side on 220 x 300; the body is top, left, bottom, right."""
    canvas = Canvas(220, 300, WHITE).rect(*body, paint)
    canvas.polygon([(body[0], 85), (65, 110), (65, 190), (body[0], 220)], paint)
    if windows:
        canvas.polygon([(106, 98), (73, 115), (73, 145), (106, 145)], WINDOW)
        canvas.polygon([(106, 152), (73, 152), (73, 184), (106, 205)], WINDOW)
    for row, col in wheels:
        if square_wheels:
            canvas.rect(row - wheel_radius, col - wheel_radius, row + wheel_radius, col + wheel_radius, BLACK)
        else:
            canvas.disc(row, col, wheel_radius, BLACK)
        if hubs:
            canvas.disc(row, col, wheel_radius // 2, (190, 190, 190))
    return canvas


def van() -> NDArray[np.uint8]:
    """Draw a van: one box with one window."""
    canvas = Canvas(220, 300, WHITE).rect(50, 40, 160, 260, RED).rect(65, 180, 100, 245, SKY)
    return canvas.discs([(160, 85), (160, 215)], 22, (20, 20, 20)).pixels


def heart(
    scale: float = 1.0, col: int = 0, *, colour: Colour = (220, 20, 60), upside_down: bool = False
) -> NDArray[np.uint8]:
    """Draw (x² + y² - 1)³ <= x² y³ on 256 x 256, so many columns off the centre."""
    return Canvas(256, 256, WHITE).paint(_heart(scale, col, upside_down=upside_down), colour).pixels


def _heart(scale: float, col: int = 0, *, upside_down: bool = False) -> NDArray[np.bool_]:
    row, column = np.mgrid[:256, :256]
    y = -(row - 127.5) / 128 * 1.45 / scale
    x = (column - 127.5 - col) / 128 * 1.45 / scale
    if upside_down:
        y = -y
    return np.asarray((x**2 + y**2 - 1) ** 3 - x**2 * y**3 <= 0)


def heart_outline() -> NDArray[np.uint8]:
    """Draw a heart that is hollow."""
    return Canvas(256, 256, WHITE).paint(_heart(1.0) & ~_heart(0.9), (220, 20, 60)).pixels


def heart_curve() -> NDArray[np.uint8]:
    """Draw the heart of 16 sin³ t and a sum of four cosines."""
    t = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    right = 16 * np.sin(t) ** 3
    up = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    corners = list(zip((122 - 6 * up).tolist(), (127.5 + 6 * right).tolist(), strict=True))
    return Canvas(256, 256, WHITE).polygon(corners, RED).pixels


def heart_of_discs() -> NDArray[np.uint8]:
    """Draw a heart from two discs and a triangle."""
    canvas = Canvas(256, 256, WHITE).discs([(95, 86.5), (95, 168.5)], 46, RED)
    return canvas.polygon([(115, 45), (115, 210), (220, 127.5)], RED).pixels


def pacman(
    radius: int = 65,
    mouth: int = 40,
    facing: int = 0,
    dots: Sequence[int] = (190, 225, 260),
    *,
    centre: Point = (99.5, 90),
    dot_radius: int = 8,
    dots_below: int = 0,
    eye: bool = False,
    colour: Colour = (255, 230, 0),
) -> NDArray[np.uint8]:
    """Draw Pac-Man on 200 x 300; ``mouth`` is half its opening and ``facing`` its direction, in degrees."""
    canvas = Canvas(200, 300, BLACK)
    row, col = centre
    degrees = np.degrees(np.arctan2(canvas.row - row, canvas.col - col))
    turned = abs((degrees - facing + 180) % 360 - 180)
    canvas.paint((canvas.distance(row, col) <= radius) & (turned > mouth), colour)
    if eye:
        canvas.disc(row - radius * 0.5, col + radius * 0.1, 7, BLACK)
    return canvas.discs([(row + dots_below, dot) for dot in dots], dot_radius, WHITE).pixels
