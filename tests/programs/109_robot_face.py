# a friendly robot face built from signed distance functions
"""Composable 2-D signed distance fields with operator overloading.

``a | b`` is union, ``a & b`` intersection, ``a - b`` difference, ``a >> (dx, dy)`` a shift.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

Field = Callable[[np.ndarray, np.ndarray], np.ndarray]

@dataclass(frozen=True)
class SDF:
    distance: Field

    def __call__(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return self.distance(x, y)

    def __or__(self, other: SDF) -> SDF:
        return SDF(lambda x, y: np.minimum(self(x, y), other(x, y)))

    def __and__(self, other: SDF) -> SDF:
        return SDF(lambda x, y: np.maximum(self(x, y), other(x, y)))

    def __sub__(self, other: SDF) -> SDF:
        return SDF(lambda x, y: np.maximum(self(x, y), -other(x, y)))

    def __rshift__(self, offset: tuple[float, float]) -> SDF:
        dx, dy = offset
        return SDF(lambda x, y: self(x - dx, y - dy))

    def mirrored(self) -> SDF:
        """Reflect the right half onto the left."""
        return SDF(lambda x, y: self(np.abs(x), y))

    @classmethod
    def circle(cls, r: float) -> SDF:
        return cls(lambda x, y: np.hypot(x, y) - r)

    @classmethod
    def box(cls, w: float, h: float, corner: float = 0.0) -> SDF:
        def field(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            qx, qy = np.abs(x) - w + corner, np.abs(y) - h + corner
            outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
            return outside + np.minimum(np.maximum(qx, qy), 0) - corner
        return cls(field)

    @classmethod
    def ring(cls, r: float, thickness: float) -> SDF:
        return cls(lambda x, y: np.abs(np.hypot(x, y) - r) - thickness / 2)

class Painter:
    def __init__(self, size: int = 400) -> None:
        axis = np.linspace(-1, 1, size)
        self.x, self.y = np.meshgrid(axis, -axis)
        self.edge = 2.0 / size
        t = ((self.y + 1) / 2)[..., None]
        self.rgb = t * np.array([0.56, 0.83, 0.93]) + (1 - t) * np.array([0.93, 0.97, 0.98])

    def paint(self, shape: SDF, color: str, outline: float = 0.0) -> Painter:
        d = shape(self.x, self.y)
        if outline:
            self._blend(d - outline, "#22303c")
        return self._blend(d, color)

    def _blend(self, d: np.ndarray, color: str) -> Painter:
        alpha = np.clip(0.5 - d / self.edge, 0, 1)[..., None]
        tone = np.array([int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)])
        self.rgb = self.rgb * (1 - alpha) + tone * alpha
        return self

def robot(size: int = 400) -> np.ndarray:
    head = SDF.box(0.58, 0.50, 0.14) >> (0.0, -0.08)
    ears = (SDF.box(0.09, 0.17, 0.04) >> (0.66, -0.05)).mirrored()
    antenna = (SDF.box(0.022, 0.16) >> (0.0, 0.54)) | (SDF.circle(0.08) >> (0.0, 0.74))
    eyes = (SDF.circle(0.15) >> (0.25, 0.08)).mirrored()
    pupils = (SDF.circle(0.065) >> (0.24, 0.06)).mirrored()
    smile = (SDF.ring(0.28, 0.06) >> (0.0, -0.14)) & (SDF.box(0.4, 0.2) >> (0.0, -0.42))
    cheeks = (SDF.circle(0.06) >> (0.42, -0.22)).mirrored()
    p = Painter(size).paint(antenna, "#f2a541", 0.02).paint(ears, "#7b8fa1", 0.02)
    p.paint(head, "#b8c7d3", 0.025).paint(eyes, "#ffffff", 0.02).paint(pupils, "#1f6f8b")
    p.paint(cheeks, "#f19a9a").paint(smile, "#22303c")
    return (p.rgb * 255).round().astype(np.uint8)

if __name__ == "__main__":
    image = robot()
