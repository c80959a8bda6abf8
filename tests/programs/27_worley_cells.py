import numpy as np

def worley(height, width, n_points, seed=None, wrap=True):
    rng = np.random.default_rng(seed)
    pts = rng.random((n_points, 2)) * (height, width)
    yy, xx = np.meshgrid(np.arange(height), np.arange(width), indexing="ij")
    grid = np.stack([yy, xx], axis=-1)[:, :, None, :]
    delta = np.abs(grid - pts)
    if wrap:
        delta = np.minimum(delta, np.array([height, width]) - delta)
    d = np.linalg.norm(delta, axis=-1)
    d.sort(axis=-1)
    return d[..., 0], d[..., 1]

f1, f2 = worley(160, 160, 36, seed=4)
border = f2 - f1
depth = (f1 - f1.min()) / (f1.max() - f1.min())

# swimming pool caustics
light = np.exp(-border / 3.0)
r = 20 + 40 * (1 - depth) + 200 * light
g = 130 + 60 * (1 - depth) + 120 * light
b = 190 + 40 * (1 - depth) + 60 * light
image = np.clip(np.dstack((r, g, b)), 0, 255).astype(np.uint8)
image = np.tile(image[:128, :128], (1, 2, 1))
