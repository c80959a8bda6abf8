"""Level 4: patterns, gradients, flags and formulas."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from chatimg_magic.bench.canvas import BLUE, CYAN, LIME, MAGENTA, PURE_YELLOW, RED, WHITE, Canvas, Colour
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import disc_mask, iou, rect_mask, share
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from chatimg_magic.bench.shapes import Mask


def _judge_checkerboard(check: Checker) -> None:
    check.black_and_white(0.09)
    cells = check.light.reshape(8, 32, 8, 32).mean((1, 3))
    wanted = np.indices((8, 8)).sum(0) % 2 == 0
    wrong = abs(cells - wanted) > 0.1
    check.equals("cells", int(wrong.sum()), 0, "cells of the 64 that are not a tenth white or black as they should be:")


def _board(cells: int, first: int = 255) -> NDArray[np.uint8]:
    row, col = np.mgrid[:256, :256] * cells // 256
    return np.where((row + col) % 2 == 0, first, 255 - first).astype(np.uint8)


CHECKERBOARD = Spec(
    id="l4_checkerboard",
    level=4,
    prompt="Create a 256 x 256 black and white chessboard pattern of 8 x 8 equal squares. The top-left square is "
    "white.",
    size=Size(256, 256),
    mode=Mode.GRAY,
    judge=_judge_checkerboard,
    reference=lambda: _board(8),
    equal={"kron": lambda: np.kron(1 - np.indices((8, 8)).sum(0) % 2, np.ones((32, 32), int))},
    wrong={
        "top_left_black": lambda: _board(8, first=0),
        "10x10": lambda: _board(10),
        "4x4": lambda: _board(4),
        "stripes": lambda: np.tile(np.repeat(np.array([255, 0] * 4, np.uint8), 32), (256, 1)),
        "pixel_board": lambda: _board(256),
    },
)


def _rows(line: NDArray[np.floating[Any]], rows: int) -> NDArray[np.uint8]:
    return np.tile(line, (rows, 1)).astype(np.uint8)


def _judge_gradient(check: Checker) -> None:
    line = check.luma.mean(0)
    check.at_most("rows_equal", check.luma.std(0).max(), 3, "largest standard deviation within a column")
    check.at_most("starts_black", line[0], 15, "level at the left edge")
    check.at_least("ends_white", line[-1], 225, "level at the right edge")
    off = abs(line - np.linspace(line[0], line[-1], 256)).max()
    check.at_most("linear", off, 8, "largest difference in levels from a straight ramp")


GRADIENT = Spec(
    id="l4_gradient_lr",
    level=4,
    prompt="Create an image with 100 rows and 256 columns with a smooth linear grey gradient from black at the left "
    "edge to white at the right edge.",
    size=Size(100, 256),
    mode=Mode.GRAY,
    judge=_judge_gradient,
    reference=lambda: np.tile(np.arange(256, dtype=np.uint8), (100, 1)),
    equal={"float_linspace": lambda: np.tile(np.linspace(0, 1, 256), (100, 1))},
    wrong={
        "vertical": lambda: np.tile(np.linspace(0, 255, 100)[:, None], (1, 256)).astype(np.uint8),
        "reversed": lambda: _rows(np.arange(255.0, -1, -1), 100),
        "quadratic": lambda: _rows(np.linspace(0, 1, 256) ** 2 * 255, 100),
        "eight_steps": lambda: _rows(np.arange(256.0) // 32 * 36, 100),
        "half_range": lambda: _rows(np.linspace(0, 128, 256), 100),
        "overflow": lambda: _rows(np.arange(256.0) * 2 % 256, 100),
    },
)


def _judge_mandelbrot(check: Checker) -> None:
    check.black_and_white(0.08)
    check.at_least("set_overlap", iou(~check.light, _mandelbrot_set()), 0.92, "intersection over union with the set")


@cache
def _mandelbrot_set() -> Mask:
    """Compute the set in another way than the answers: real numbers, the two largest bulbs in closed form."""
    middles = (np.arange(300) + 0.5) / 300
    real, imag = np.meshgrid(-2 + 3 * middles, -1.5 + 3 * middles)
    p = np.sqrt((real - 0.25) ** 2 + imag**2)
    inside = (real <= p - 2 * p * p + 0.25) | ((real + 1) ** 2 + imag**2 <= 1 / 16)
    x, y, escaped = np.zeros_like(real), np.zeros_like(real), np.zeros(real.shape, bool)
    for _ in range(100):
        x, y = np.where(escaped, x, x * x - y * y + real), np.where(escaped, y, 2 * x * y + imag)
        escaped |= x * x + y * y > 4
    found = np.asarray(inside | ~escaped)
    found.flags.writeable = False
    return found


def _iterated(
    real: tuple[float, float] = (-2, 1),
    imag: tuple[float, float] = (1.5, -1.5),
    iterations: int = 100,
    julia: complex | None = None,
) -> NDArray[np.uint8]:
    """Iterate z² + c on 300 x 300 points; with ``julia`` as c it is that Julia set."""
    row, col = np.mgrid[:300, :300]
    point = (real[0] + (real[1] - real[0]) * col / 299) + 1j * (imag[0] + (imag[1] - imag[0]) * row / 299)
    z = np.zeros_like(point) if julia is None else point.copy()
    c = point if julia is None else np.full_like(point, julia)
    alive = np.ones(point.shape, bool)
    for _ in range(iterations):
        z[alive] = z[alive] ** 2 + c[alive]
        alive &= abs(z) <= 2
    return np.where(alive, 0, 255).astype(np.uint8)


MANDELBROT = Spec(
    id="l4_mandelbrot",
    level=4,
    prompt="Create a 300 x 300 image of the Mandelbrot set. Columns go from real part -2 (left) to 1 (right), rows "
    "from imaginary part 1.5 (top) to -1.5 (bottom). Use 100 iterations; points in the set (|z| stays at most 2) are "
    "black, all others white.",
    size=Size(300, 300),
    mode=Mode.GRAY,
    judge=_judge_mandelbrot,
    reference=_iterated,
    equal={
        "arange": lambda: _iterated(real=(-2, 0.99), imag=(1.5, -1.49)),
        "200_iterations": lambda: _iterated(imag=(-1.5, 1.5), iterations=200),
    },
    wrong={
        "julia": lambda: _iterated(real=(-1.5, 1.5), julia=-0.8 + 0.156j),
        "five_iterations": lambda: _iterated(iterations=5),
        "window_wrong": lambda: _iterated(real=(-1.5, 1.5)),
        "transposed": lambda: _iterated().T,
        "inverted": lambda: 255 - _iterated(),
        "just_a_disc": lambda: Canvas(300, 300, 255).disc(150, 190, 62, 0).pixels,
    },
)


def _judge_france(check: Checker) -> None:
    left, middle, right = (rect_mask((200, 300), 0, start, 200, start + 100) for start in (0, 100, 200))
    areas = [("left band", left, "blue"), ("middle band", middle, "white"), ("right band", right, "red")]
    check.colour_areas(areas, overlap=0.95)


def _upright_bands(*colours: Colour) -> NDArray[np.uint8]:
    canvas = Canvas(200, 300, WHITE)
    for index, colour in enumerate(colours):
        canvas.rect(0, 300 * index // len(colours), 200, 300 * (index + 1) // len(colours), colour)
    return canvas.pixels


FLAG_BLUE, FLAG_RED = (0, 85, 164), (239, 65, 53)

FRANCE = Spec(
    id="l4_flag_france",
    level=4,
    prompt="Create the flag of France as an image with 200 rows and 300 columns.",
    size=Size(200, 300),
    mode=Mode.RGB,
    judge=_judge_france,
    reference=lambda: _upright_bands(FLAG_BLUE, WHITE, FLAG_RED),
    equal={
        "navy": lambda: _upright_bands((0, 35, 149), WHITE, (237, 41, 57)),
        "pure": lambda: _upright_bands(BLUE, WHITE, RED),
    },
    wrong={
        "netherlands": lambda: (
            Canvas(200, 300, WHITE).rect(0, 0, 66, 300, FLAG_RED).rect(133, 0, 200, 300, FLAG_BLUE).pixels
        ),
        "italy": lambda: _upright_bands((0, 140, 69), WHITE, (205, 33, 42)),
        "mirrored": lambda: _upright_bands(FLAG_RED, WHITE, FLAG_BLUE),
        "two_bands": lambda: _upright_bands(FLAG_BLUE, FLAG_RED),
    },
)


def _judge_japan(check: Checker) -> None:
    disc = disc_mask((200, 300), 99.5, 149.5, 60)
    check.shape(check.colour("red"), disc, overlap=0.94, centroid=1.0)
    check.colour_areas([("disc", disc, "red"), ("field", ~disc, "white")])


SUN_RED = (188, 0, 45)

JAPAN = Spec(
    id="l4_flag_japan",
    level=4,
    prompt="Create the flag of Japan as an image with 200 rows and 300 columns; the disc is centred and its diameter "
    "is three fifths of the height.",
    size=Size(200, 300),
    mode=Mode.RGB,
    judge=_judge_japan,
    reference=lambda: Canvas(200, 300, WHITE).disc(99.5, 149.5, 60, SUN_RED).pixels,
    equal={"pure_red": lambda: Canvas(200, 300, WHITE).disc(100, 150, 60, RED).pixels},
    wrong={
        "bangladesh": lambda: Canvas(200, 300, (0, 106, 78)).disc(99.5, 135, 66, (244, 42, 65)).pixels,
        "radius_120": lambda: Canvas(200, 300, WHITE).disc(99.5, 149.5, 120, SUN_RED).pixels,
        "off_centre": lambda: Canvas(200, 300, WHITE).disc(99.5, 100, 60, SUN_RED).pixels,
        "oval": lambda: Canvas(200, 300, WHITE).ellipse(99.5, 149.5, 60, 90, SUN_RED).pixels,
        "small": lambda: Canvas(200, 300, WHITE).disc(99.5, 149.5, 40, SUN_RED).pixels,
    },
)


def _judge_sine(check: Checker) -> None:
    line = check.luma.mean(0)
    check.at_most("rows_equal", check.luma.std(0).max(), 3, "largest standard deviation within a column")
    power = abs(np.fft.rfft(line - line.mean())) ** 2
    check.equals("eight_periods", int(power.argmax()), 8, "periods of the strongest frequency:")
    purity = power[7:10].sum() / max(power.sum(), np.finfo(float).tiny)
    check.at_least("sine", purity, 0.97, "share of the variation that is that sine wave")
    check.at_most("darkest", line.min(), 15, "darkest column")
    check.at_least("brightest", line.max(), 225, "brightest column")


TURN = 2 * np.pi * np.arange(256) / 256
"""The angle at each column for one period across the width."""

SINE_GRATING = Spec(
    id="l4_sine_grating",
    level=4,
    prompt="Create an image with 128 rows and 256 columns whose brightness varies as a sine wave from left to right "
    "with exactly 8 full periods across the width; all rows are equal; use the full range from black to white.",
    size=Size(128, 256),
    mode=Mode.GRAY,
    judge=_judge_sine,
    reference=lambda: _rows(np.rint(127.5 + 127.5 * np.sin(8 * TURN)), 128),
    equal={
        "linspace": lambda: np.tile((np.sin(np.linspace(0, 16 * np.pi, 256)) + 1) / 2, (128, 1)),
        "cosine": lambda: _rows((np.cos(np.linspace(0, 16 * np.pi, 256)) + 1) / 2 * 255, 128),
    },
    wrong={
        "square_wave": lambda: _rows(np.where(np.sin(8 * TURN) > 0, 255.0, 0.0), 128),
        "four_periods": lambda: _rows(127.5 + 127.5 * np.sin(4 * TURN), 128),
        "horizontal": lambda: _rows(127.5 + 127.5 * np.sin(16 * TURN[:128]), 256).T,
        "unscaled_wraps": lambda: np.tile((255 * np.sin(8 * TURN)).astype(np.int64).astype(np.uint8), (128, 1)),
        "degrees": lambda: _rows(127.5 + 127.5 * np.sin(8 * np.arange(256)), 128),
        "rectified": lambda: _rows(255 * abs(np.sin(4 * TURN)), 128),
    },
    harmless=frozenset({"fliplr", "invert"}),
)


def _judge_rainbow(check: Checker) -> None:
    hue, saturation, value = check.hsv
    inner = slice(10, -10)
    check.at_least("vivid", share(saturation[inner]), 0.9, "mean saturation")
    check.at_least("bright", share(value[inner]), 0.85, "mean brightness")
    check.at_most("rows_equal", check.pixels.std(0).max(), 4, "largest standard deviation within a column")
    off = abs((np.median(hue, 0) - np.arange(360) + 180) % 360 - 180)
    check.at_least("hue_even", share(off <= 15), 0.97, "share of the columns whose hue is within 15 degrees")


def _hues(degrees: ArrayLike) -> NDArray[np.uint8]:
    """Return vivid colours of the hues, (hues, 3)."""
    sextant = np.asarray(degrees, float) / 60
    channels = [np.clip(np.abs((offset + sextant) % 6 - 3) - 1, 0, 1) for offset in (0, 4, 2)]
    return (np.stack(channels, -1) * 255).round().astype(np.uint8)


def _strip(colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.tile(colours[None], (100, 1, 1))


def _six_segments() -> NDArray[np.uint8]:
    stops: Sequence[Colour] = (RED, PURE_YELLOW, LIME, CYAN, BLUE, MAGENTA, RED)
    colours = np.array(stops, float)
    at = np.linspace(0, 6, 360)
    before = np.minimum(at.astype(int), 5)
    part = (at - before)[:, None]
    return _strip((colours[before] * (1 - part) + colours[before + 1] * part).astype(np.uint8))


RAINBOW = Spec(
    id="l4_rainbow",
    level=4,
    prompt="Create an image with 100 rows and 360 columns with a rainbow gradient from left to right: the hue goes "
    "evenly once through the whole colour circle (red, yellow, green, cyan, blue, magenta, back to red) at full "
    "saturation and brightness.",
    size=Size(100, 360),
    mode=Mode.RGB,
    judge=_judge_rainbow,
    reference=lambda: _strip(_hues(np.arange(360))),
    equal={"closed_interval": lambda: _strip(_hues(np.linspace(0, 360, 360))), "six_segments": _six_segments},
    wrong={
        "reversed": lambda: _strip(_hues(359 - np.arange(360))),
        "vertical": lambda: np.tile(_hues(np.linspace(0, 359, 100))[:, None], (1, 360, 1)),
        "grey": lambda: np.tile(np.linspace(0, 255, 360).astype(np.uint8)[None, :, None], (100, 1, 3)),
        "stops_at_blue": lambda: _strip(_hues(np.linspace(0, 240, 360))),
        "twice": lambda: _strip(_hues(np.arange(360) * 2 % 360)),
        "rgb_blend": lambda: _strip(
            np.stack([np.linspace(255, 0, 360), np.zeros(360), np.linspace(0, 255, 360)], -1).astype(np.uint8)
        ),
    },
)

SPECS = (CHECKERBOARD, GRADIENT, MANDELBROT, FRANCE, JAPAN, SINE_GRATING, RAINBOW)
