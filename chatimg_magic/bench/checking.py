"""Named colours, and the context in which a checker collects what is not as asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import ndimage as ndi

from chatimg_magic.bench.shapes import Blob, iou, is_disc, share

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    Floats = NDArray[np.float64]

LUMA = np.array([0.299, 0.587, 0.114])

COLOURS: dict[str, Callable[[Floats, Floats, Floats], Mask]] = {
    "white": lambda h, s, v: (s <= 0.18) & (v >= 0.84),
    "black": lambda h, s, v: v <= 0.24,
    "dark": lambda h, s, v: ((v <= 0.42) & (s <= 0.35)) | (v <= 0.24),
    "grey": lambda h, s, v: (s <= 0.15) & (v > 0.24) & (v < 0.95),
    "red": lambda h, s, v: ((h <= 16) | (h >= 344)) & (s >= 0.5) & (v >= 0.45),
    "orange": lambda h, s, v: (h > 12) & (h < 46) & (s >= 0.5) & (v >= 0.6),
    "yellow": lambda h, s, v: (h >= 42) & (h <= 70) & (s >= 0.35) & (v >= 0.6),
    "green": lambda h, s, v: (h > 70) & (h < 170) & (s >= 0.3) & (v >= 0.25),
    "cyan": lambda h, s, v: (h >= 165) & (h <= 200) & (s >= 0.4) & (v >= 0.5),
    "blue": lambda h, s, v: (h > 195) & (h <= 262) & (s >= 0.4) & (v >= 0.25),
    "navy": lambda h, s, v: (h > 195) & (h <= 262) & (s >= 0.4) & (v >= 0.08) & (v <= 0.66),
    "skyblue": lambda h, s, v: (h >= 178) & (h <= 245) & (s >= 0.12) & (v >= 0.5),
    "purple": lambda h, s, v: (h > 262) & (h < 335) & (s >= 0.3) & (v >= 0.25),
    "brown": lambda h, s, v: (
        ((h <= 50) | (h >= 345))
        & (s >= 0.25)
        & (v >= 0.12)
        & ((v <= 0.76) | ((s >= 0.6) & (h >= 12) & (h <= 34) & (v <= 0.84)))
    ),
}
"""Which pixels a colour's name covers, by hue (degrees), saturation and value (0 to 1). Some names overlap."""


def hue_saturation_value(pixels: NDArray[np.uint8]) -> tuple[Floats, Floats, Floats]:
    """Return hue (degrees, 0 for greys), saturation and value (0 to 1) of (rows, cols, 3) pixels."""
    red, green, blue = np.moveaxis(pixels.astype(np.float64) / 255, -1, 0)
    value = np.maximum(np.maximum(red, green), blue)
    chroma = value - np.minimum(np.minimum(red, green), blue)
    saturation = chroma / np.where(value > 0, value, 1)
    divisor = np.where(chroma > 0, chroma, 1)
    sextant = np.where(
        value == red,
        ((green - blue) / divisor) % 6,
        np.where(value == green, (blue - red) / divisor + 2, (red - green) / divisor + 4),
    )
    return np.where(chroma > 0, sextant * 60, 0), saturation, value


class Checker:
    """A picture, and the conditions that it fails.

    Every condition has a name, what was measured and a limit; each method tells whether its condition holds.

    Attributes
    ----------
    pixels : uint8, (rows, cols, 3).
    failed : ``name: measured and limit`` of each condition that does not hold.
    """

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        self.pixels = pixels
        self.failed: list[str] = []

    @cached_property
    def luma(self) -> Floats:
        """Brightness, 0 to 255, (rows, cols)."""
        return np.asarray(self.pixels.astype(np.float64) @ LUMA)

    @property
    def light(self) -> Mask:
        """The pixels brighter than middle grey, (rows, cols)."""
        return self.luma > 127

    @cached_property
    def hsv(self) -> tuple[Floats, Floats, Floats]:
        """Hue in degrees, saturation and value, each (rows, cols)."""
        return hue_saturation_value(self.pixels)

    def colour(self, name: str) -> Mask:
        """Return the pixels that a colour's name covers, (rows, cols)."""
        return COLOURS[name](*self.hsv)

    def holds(self, name: str, condition: Any, measured: str, limit: str) -> bool:
        """Require a condition; ``limit`` reads like ``at most 3``."""
        if not condition:
            self.failed.append(f"{name.replace(' ', '_')}: {measured}, {limit}")
        return bool(condition)

    def at_least(self, name: str, value: float, limit: float, what: str) -> bool:
        """Require that a value is no smaller than its limit; NaN is not."""
        return self.holds(name, value >= limit, f"{what} {value:.4g}", f"at least {limit:.4g}")

    def at_most(self, name: str, value: float, limit: float, what: str) -> bool:
        """Require that a value is no larger than its limit; NaN is not."""
        return self.holds(name, value <= limit, f"{what} {value:.4g}", f"at most {limit:.4g}")

    def between(self, name: str, value: float, low: float, high: float, what: str) -> bool:
        """Require that a value lies between two limits, or is one of them."""
        return self.holds(name, low <= value <= high, f"{what} {value:.4g}", f"between {low:.4g} and {high:.4g}")

    def equals(self, name: str, value: object, wanted: object, what: str) -> bool:
        """Require exactly one value, such as a count."""
        return self.holds(name, value == wanted, f"{what} {value}", f"wanted {wanted}")

    def all_discs(self, name: str, found: Sequence[Blob], tolerance: float = 0.12) -> bool:
        """Require that every shape is a filled circle."""
        return self.equals(name, sum(is_disc(blob, tolerance) for blob in found), len(found), "filled circles")

    def same_size(self, name: str, found: Sequence[Blob], ratio: float) -> bool:
        """Require that the largest area is at most so many times the smallest."""
        areas = [blob.area for blob in found]
        return self.holds(
            name, max(areas) <= ratio * min(areas), f"areas {areas}", f"at most {ratio} times the smallest"
        )

    def black_and_white(self, limit: float = 0.06) -> bool:
        """Require that few pixels are neither black nor white."""
        between = share((self.luma > 50) & (self.luma < 205))
        return self.at_most("two_levels", between, limit, "share of pixels neither black nor white")

    def shape(
        self, found: Mask, wanted: Mask, overlap: float = 0.94, centroid: float = 0.8, area: float = 0.04
    ) -> None:
        """Require that found pixels have the area, the centroid (in pixels) and the place of the wanted ones."""
        if not self.at_least("not_empty", found.sum(), 1, "pixels of the shape"):
            return
        off = abs(found.sum() / wanted.sum() - 1)
        self.at_most("area", off, area, f"area {found.sum()} px instead of {wanted.sum()}, a difference of")
        (row, col), (wanted_row, wanted_col) = ndi.center_of_mass(found), ndi.center_of_mass(wanted)
        away = math.hypot(row - wanted_row, col - wanted_col)
        place = f"centroid at row {row:.1f}, column {col:.1f} instead of {wanted_row:.1f}, {wanted_col:.1f}"
        self.at_most("centroid", away, centroid, f"{place}, a distance in pixels of")
        self.at_least("overlap", iou(found, wanted), overlap, "intersection over union")

    def white_shape(self, wanted: Mask, overlap: float = 0.94, centroid: float = 0.8, area: float = 0.04) -> None:
        """Require a white shape on black."""
        self.black_and_white()
        self.shape(self.light, wanted, overlap, centroid, area)

    def colour_areas(self, areas: Sequence[tuple[str, Mask, str]], filled: float = 0.95, overlap: float = 0.93) -> None:
        """Require that each area, (what it is, its pixels, a colour's name), has its colour, seen hardly elsewhere."""
        expected: dict[str, Mask] = {}
        for what, mask, colour in areas:
            expected[colour] = expected.get(colour, False) | mask
            found = share(self.colour(colour)[mask])
            self.at_least(f"{what}_is_{colour}", found, filled, f"share of the {what} that is {colour}")
        for colour, mask in expected.items():
            found = iou(self.colour(colour), mask)
            self.at_least(f"{colour}_extent", found, overlap, f"intersection over union of all that is {colour}")
