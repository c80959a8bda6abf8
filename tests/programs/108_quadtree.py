# quadtree art: approximate a picture with adaptive squares
"""Recursive quadtree decomposition of a synthetic landscape-like picture."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Iterator

import numpy as np


def source_picture(size: int = 256) -> np.ndarray:
    """A planet over soft hills: smooth areas plus some sharp edges."""
    y, x = np.mgrid[0:size, 0:size] / size
    img = np.stack([0.95 - 0.5 * y, 0.65 - 0.25 * y, 0.55 + 0.35 * y], axis=-1)
    planet = np.hypot(x - 0.64, y - 0.36)
    shade = np.clip(1.1 - 1.8 * np.hypot(x - 0.57, y - 0.29) / 0.45, 0.2, 1)
    img[planet < 0.22] = (np.array([0.98, 0.85, 0.55]) * shade[..., None])[planet < 0.22]
    for level, tone in ((0.66, 0.45), (0.76, 0.30), (0.86, 0.16)):
        ridge = level + 0.05 * np.sin(9 * x + 20 * level) + 0.02 * np.sin(31 * x)
        img[y > ridge] = (tone * 0.6, tone * 0.9, tone)
    return img


@dataclass(frozen=True, eq=False)
class Quad:
    """A square region of the picture."""

    pixels: np.ndarray
    row: int
    col: int
    size: int
    depth: int = 0

    @cached_property
    def block(self) -> np.ndarray:
        return self.pixels[self.row:self.row + self.size, self.col:self.col + self.size]

    @property
    def mean(self) -> np.ndarray:
        return self.block.mean(axis=(0, 1))

    @property
    def error(self) -> float:
        return float(self.block.std(axis=(0, 1)).max())

    def children(self) -> Iterator[Quad]:
        half = self.size // 2
        for dr in (0, half):
            for dc in (0, half):
                yield Quad(self.pixels, self.row + dr, self.col + dc, half, self.depth + 1)

    def leaves(self, tolerance: float, min_size: int) -> Iterator[Quad]:
        if self.size <= min_size or self.error < tolerance:
            yield self
        else:
            for child in self.children():
                yield from child.leaves(tolerance, min_size)


@dataclass
class QuadtreePainter:
    tolerance: float = 0.03
    min_size: int = 4
    zoom: int = 2
    outline: float = 0.0

    def paint(self, picture: np.ndarray) -> tuple[np.ndarray, int]:
        root = Quad(picture, 0, 0, picture.shape[0])
        canvas = np.full((picture.shape[0] * self.zoom, picture.shape[1] * self.zoom, 3), self.outline)
        count = 0
        for count, leaf in enumerate(root.leaves(self.tolerance, self.min_size), start=1):
            r, c, s = (v * self.zoom for v in (leaf.row, leaf.col, leaf.size))
            canvas[r:r + s - 1, c:c + s - 1] = leaf.mean
        return canvas, count


if __name__ == "__main__":
    image, n_leaves = QuadtreePainter().paint(source_picture())
    print(f"{n_leaves} squares, picture {image.shape[1]}x{image.shape[0]}")
