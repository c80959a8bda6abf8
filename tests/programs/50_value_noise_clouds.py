import numpy as np
from scipy.ndimage import zoom


def value_noise(shape, cells, rng):
    coarse = rng.random((cells + 3, cells + 3))
    up = zoom(coarse, (shape[0] / cells + 1, shape[1] / cells + 1), order=3)
    return up[:shape[0], :shape[1]]


def fbm(shape, octaves=6, lacunarity=2, gain=0.5, seed=0):
    rng = np.random.default_rng(seed)
    total, amp, norm, cells = np.zeros(shape), 1.0, 0.0, 3
    for _ in range(octaves):
        total += amp * value_noise(shape, cells, rng)
        norm += amp
        amp *= gain
        cells *= lacunarity
    return total / norm


H, W = 180, 270
clouds = fbm((H, W), octaves=5, seed=21)
cover = 1 / (1 + np.exp(-(clouds - 0.52) * 22))
t = np.linspace(0, 1, H)[:, np.newaxis, np.newaxis]
blue = (1 - t) * np.array([40, 105, 190]) + t * np.array([170, 210, 240])
white = 255 - 60 * np.clip(np.roll(clouds, -6, axis=0) - clouds + 0.1, 0, 1)[..., None] * 4
image = (blue * (1 - cover[..., None]) + white * cover[..., None]).clip(0, 255).astype(np.uint8)
