# HSV color wheel with complementary and triadic harmony markers
"""Colour wheel with harmony markers and a swatch strip."""
from __future__ import annotations

import colorsys
from dataclasses import dataclass
from enum import Enum

import numpy as np
from matplotlib.colors import hsv_to_rgb

class Harmony(Enum):
    COMPLEMENTARY = (0, 180)
    TRIADIC = (0, 120, 240)
    ANALOGOUS = (-30, 0, 30)
    SQUARE = (0, 90, 180, 270)

@dataclass(frozen=True, order=True)
class HSV:
    h: float  # degrees
    s: float = 1.0
    v: float = 1.0

    @classmethod
    def from_hex(cls, code: str) -> HSV:
        r, g, b = (int(code.lstrip("#")[i:i + 2], 16) / 255 for i in (0, 2, 4))
        h, s, v = colorsys.rgb_to_hsv(r, g, b)
        return cls(h * 360, s, v)

    @property
    def rgb(self) -> np.ndarray:
        return np.array(colorsys.hsv_to_rgb(self.h / 360 % 1.0, self.s, self.v))

    def __add__(self, degrees: float) -> HSV:
        return HSV((self.h + degrees) % 360, self.s, self.v)

    def harmony(self, kind: Harmony) -> list[HSV]:
        return [self + d for d in kind.value]

class ColorWheel:
    def __init__(self, size: int = 320, background: float = 0.13) -> None:
        self.size, self.background = size, background
        self.center = (size - 1) / 2
        self.radius = size * 0.46
        self.yy, self.xx = np.mgrid[0:size, 0:size].astype(float)
        self.pixels = self._paint_wheel()

    def _paint_wheel(self) -> np.ndarray:
        dx, dy = self.xx - self.center, self.center - self.yy
        r = np.hypot(dx, dy) / self.radius
        hue = (np.arctan2(dy, dx) / (2 * np.pi)) % 1.0
        wheel = hsv_to_rgb(np.stack([hue, np.clip(r, 0, 1), np.ones_like(r)], axis=-1))
        alpha = np.clip((1 - r) * self.radius, 0, 1)[..., None]
        return wheel * alpha + self.background * (1 - alpha)

    def locate(self, color: HSV) -> tuple[float, float]:
        a = np.radians(color.h)
        reach = color.s * self.radius
        return self.center - reach * np.sin(a), self.center + reach * np.cos(a)

    def mark(self, color: HSV, ring: float = 9.0) -> None:
        row, col = self.locate(color)
        d = np.hypot(self.yy - row, self.xx - col)
        self.pixels[d < ring] = color.rgb
        self.pixels[np.abs(d - ring) < 1.6] = 1.0
        self.pixels[np.abs(d - ring - 2.2) < 0.8] = 0.0

    def swatches(self, colors: list[HSV], height: int = 48) -> np.ndarray:
        edges = np.linspace(0, self.size, len(colors) + 1).astype(int)
        strip = np.zeros((height, self.size, 3))
        for color, a, b in zip(colors, edges[:-1], edges[1:]):
            strip[4:, a + 2:b - 2] = color.rgb
        return strip

def build(base: HSV, *kinds: Harmony) -> np.ndarray:
    wheel = ColorWheel()
    strips = []
    for kind in kinds:
        colors = base.harmony(kind)
        for c in colors:
            wheel.mark(c)
        strips.append(wheel.swatches(colors))
    return np.vstack([wheel.pixels, *strips])

if __name__ == "__main__":
    image = build(HSV.from_hex("#e67e22"), Harmony.COMPLEMENTARY, Harmony.TRIADIC)
