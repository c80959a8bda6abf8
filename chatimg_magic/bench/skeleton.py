"""A prompt for the benchmark, with a check: change the words, the right answer, the wrong one and the check.

This file is yours and runs in the process of ``chatimg bench check`` and ``chatimg bench run``, not isolated; what a
model answers runs isolated. Names of colours: ``chatimg_magic.bench.checking.COLOURS``; masks and shapes:
``chatimg_magic.bench.shapes``; whole scenes, painted and judged: ``chatimg_magic.bench.scene``.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import blobs, rect_mask
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

SIZE = Size(120, 160)
SHAPE = (SIZE.rows, SIZE.cols)

PROMPT = (
    "Create an image with 120 rows and 160 columns: a red letter L on white. Its upright covers rows 20 to 99 and "
    "columns 40 to 59, its foot rows 80 to 99 and columns 60 to 109."
)


def judge(check: Checker) -> None:
    """Say all that a right picture must be, whoever drew it; each condition has a name, a measure and a limit."""
    letter = rect_mask(SHAPE, 20, 40, 100, 60) | rect_mask(SHAPE, 80, 60, 100, 110)
    check.colour_areas([("letter", letter, "red"), ("background", ~letter, "white")])
    check.equals("pieces", len(blobs(check.colour("red"))), 1, "red shapes")
    check.shape(check.colour("red"), letter, overlap=0.93, area=0.07)


def right() -> Any:
    """Draw it as it is asked for; another way than the check's masks, so that neither hides the other's mistake."""
    pixels = np.full((*SHAPE, 3), 255, np.uint8)
    pixels[20:100, 40:60] = 220, 20, 20
    pixels[80:100, 60:110] = 220, 20, 20
    return pixels


def a_pixel_more() -> Any:
    """Draw what must pass too: each end counted one further."""
    pixels = np.full((*SHAPE, 3), 255, np.uint8)
    pixels[20:101, 40:61] = 220, 20, 20
    pixels[80:101, 60:111] = 220, 20, 20
    return pixels


def columns_first() -> Any:
    """Draw what must fail: columns taken for rows."""
    pixels = np.full((*SHAPE, 3), 255, np.uint8)
    pixels[40:60, 20:100] = 220, 20, 20
    pixels[60:110, 80:100] = 220, 20, 20
    return pixels


SPECS = (
    Spec(
        id="own_skeleton",
        level=2,
        prompt=PROMPT,
        size=SIZE,
        mode=Mode.RGB,
        judge=judge,
        reference=right,
        equal={"a_pixel_more": a_pixel_more},
        wrong={"columns_first": columns_first},
        harmless=frozenset(),  # which of the generic mutants are right too, such as "fliplr" of what is symmetrical
    ),
)
