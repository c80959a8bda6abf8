import numpy as np
from functools import reduce
from scipy.ndimage import gaussian_filter1d, map_coordinates

H, W = 200, 300
rng = np.random.default_rng(808)

compose = lambda *fs: (lambda v: reduce(lambda acc, f: f(acc), fs, v))

def curtains(sky):
    base = 90 + 25 * np.sin(np.linspace(0, 5, W)) + 10 * np.sin(np.linspace(1, 17, W))
    rays = gaussian_filter1d(rng.random(W), 2.0)
    rays = (rays - rays.min()) / np.ptp(rays)
    y = np.arange(H)[:, None]
    up = (base[None] - y) / 70
    glow = np.where(up > 0, np.exp(-up * 1.4), np.exp(up * 9)) * (0.35 + 0.65 * rays[None])
    sky[..., 1] += glow * 0.85
    sky[..., 0] += glow * np.clip(up, 0, 1.2) * 0.5
    sky[..., 2] += glow * (0.25 + 0.4 * np.clip(up, 0, 1))
    return sky

def stars(sky):
    ys, xs = rng.integers(0, 150, 120), rng.integers(0, W, 120)
    sky[ys, xs] += rng.uniform(0.2, 0.9, 120)[:, None]
    return sky

def lake(sky, level=150):
    rows = np.arange(level, H)
    src = 2 * level - rows[:, None] + 1.5 * np.sin(rows[:, None] * 1.3 + np.arange(W)[None] * 0.15)
    cols = np.broadcast_to(np.arange(W), src.shape)
    for ch in range(3):
        sky[level:, :, ch] = 0.6 * map_coordinates(sky[..., ch].copy(), [src, cols], order=1, mode="nearest")
    return sky

def forest(sky, level=150):
    tree = level - 6 - np.abs(gaussian_filter1d(rng.normal(size=W), 1.0)) * 14
    y = np.arange(H)[:, None]
    sky[(y > tree[None]) & (y <= level)] = (0.01, 0.02, 0.03)
    return sky

start = np.linspace([0.01, 0.02, 0.08], [0.03, 0.08, 0.16], H)[:, None, :].repeat(W, axis=1)
image = compose(stars, curtains, forest, lake, lambda s: np.uint8(255 * np.clip(s, 0, 1)))(start)
