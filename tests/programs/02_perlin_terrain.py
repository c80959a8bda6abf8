"""Procedural island map built with Perlin noise."""
from __future__ import annotations

import numpy as np


def fade(t: np.ndarray) -> np.ndarray:
    return t * t * t * (t * (t * 6 - 15) + 10)


def perlin(shape: tuple[int, int], res: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Classic gradient noise. `shape` must be a multiple of `res`."""
    angles = 2 * np.pi * rng.random((res[0] + 1, res[1] + 1))
    gradients = np.dstack((np.cos(angles), np.sin(angles)))
    d = (shape[0] // res[0], shape[1] // res[1])
    grid = np.mgrid[0:res[0]:1 / d[0], 0:res[1]:1 / d[1]].transpose(1, 2, 0) % 1
    big = gradients.repeat(d[0], 0).repeat(d[1], 1)
    g00 = big[:-d[0], :-d[1]]
    g10 = big[d[0]:, :-d[1]]
    g01 = big[:-d[0], d[1]:]
    g11 = big[d[0]:, d[1]:]
    n00 = np.sum(np.dstack((grid[:, :, 0], grid[:, :, 1])) * g00, 2)
    n10 = np.sum(np.dstack((grid[:, :, 0] - 1, grid[:, :, 1])) * g10, 2)
    n01 = np.sum(np.dstack((grid[:, :, 0], grid[:, :, 1] - 1)) * g01, 2)
    n11 = np.sum(np.dstack((grid[:, :, 0] - 1, grid[:, :, 1] - 1)) * g11, 2)
    t = fade(grid)
    n0 = n00 * (1 - t[:, :, 0]) + t[:, :, 0] * n10
    n1 = n01 * (1 - t[:, :, 0]) + t[:, :, 0] * n11
    return np.sqrt(2) * ((1 - t[:, :, 1]) * n0 + t[:, :, 1] * n1)


def fractal(shape: tuple[int, int], octaves: int = 5, persistence: float = 0.5, *, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    total = np.zeros(shape)
    amplitude = 1.0
    for i in range(octaves):
        freq = 2 ** (i + 1)
        total += amplitude * perlin(shape, (freq, freq), rng)
        amplitude *= persistence
    return total


SIZE = 256
height = fractal((SIZE, SIZE), seed=7)
y, x = np.ogrid[-1:1:SIZE * 1j, -1:1:SIZE * 1j]
height = height + 0.45 - 1.1 * (x ** 2 + y ** 2)

levels = [-0.35, -0.05, 0.03, 0.3, 0.6]
palette = np.array([
    [16, 42, 92], [38, 92, 160], [226, 205, 150],
    [86, 150, 70], [110, 100, 86], [245, 245, 250],
], dtype=np.uint8)
image = palette[np.digitize(height, levels)]

# hill shading
gy, gx = np.gradient(height)
shade = np.clip(1 + 8 * (gx - gy), 0.6, 1.3)
land = height > -0.05
image = np.where(land[..., None], np.clip(image * shade[..., None], 0, 255), image).astype(np.uint8)
print("done", image.shape)
