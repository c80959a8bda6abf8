# Barnsley fern as a numpy image
"""Barnsley fern via the chaos game, with a density-based green palette."""
from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import islice
from typing import Iterator, NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter


class Point(NamedTuple):
    x: float
    y: float


class Affine(NamedTuple):
    """(x, y) -> (ax + by + e, cx + dy + f), chosen with probability ``p``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    p: float

    def __matmul__(self, pt: Point) -> Point:
        return Point(
            self.a * pt.x + self.b * pt.y + self.e,
            self.c * pt.x + self.d * pt.y + self.f,
        )


@dataclass(frozen=True)
class IteratedFunctionSystem:
    maps: tuple[Affine, ...]

    @classmethod
    def barnsley(cls) -> IteratedFunctionSystem:
        return cls((
            Affine(0.00, 0.00, 0.00, 0.16, 0.0, 0.00, 0.01),    # stem
            Affine(0.85, 0.04, -0.04, 0.85, 0.0, 1.60, 0.85),   # successive leaflets
            Affine(0.20, -0.26, 0.23, 0.22, 0.0, 1.60, 0.07),   # largest left leaflet
            Affine(-0.15, 0.28, 0.26, 0.24, 0.0, 0.44, 0.07),   # largest right leaflet
        ))

    def orbit(self, seed: int = 0) -> Iterator[Point]:
        rng = random.Random(seed)
        weights = [m.p for m in self.maps]
        pt = Point(0.0, 0.0)
        while True:
            for m in rng.choices(self.maps, weights=weights, k=1024):
                pt = m @ pt
                yield pt


@dataclass(frozen=True)
class Bounds:
    x0: float = -2.6
    x1: float = 3.1
    y0: float = -0.4
    y1: float = 10.4

    def histogram(self, pts: np.ndarray, width: int, height: int) -> np.ndarray:
        counts, _, _ = np.histogram2d(
            pts[:, 1], pts[:, 0], bins=(height, width),
            range=((self.y0, self.y1), (self.x0, self.x1)),
        )
        return counts[::-1]  # row 0 is the top of the picture


def render(n_points: int = 150_000, width: int = 280, height: int = 480) -> np.ndarray:
    fern = IteratedFunctionSystem.barnsley()
    pts = np.array(list(islice(fern.orbit(seed=4), n_points)))
    density = np.log1p(Bounds().histogram(pts, width, height))
    density = np.clip(density / np.percentile(density[density > 0], 98), 0, 1)
    shadow = gaussian_filter(np.roll(density, (5, 5), axis=(0, 1)), 3)[..., None]
    paper = np.array([0.97, 0.96, 0.91]) * (1 - 0.35 * shadow)
    leaf = np.stack([0.05 + 0.25 * density, 0.30 + 0.40 * density, 0.08 + 0.10 * density], axis=-1)
    cover = np.clip(density * 2, 0, 1)[..., None]
    return ((paper * (1 - cover) + leaf * cover) * 255).astype(np.uint8)


if __name__ == "__main__":
    image = render()
    print(f"Fern: {image.shape}")
