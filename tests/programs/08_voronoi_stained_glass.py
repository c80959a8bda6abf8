import numpy as np
from scipy.spatial import cKDTree

rng = np.random.default_rng(2024)
H, W, N = 240, 240, 45

points = rng.uniform(0, [W, H], size=(N, 2))
colors = rng.choice(
    np.array([
        [196, 44, 60], [30, 78, 160], [240, 186, 60],
        [36, 130, 96], [120, 60, 150], [220, 120, 50],
    ]),
    size=N,
)

yy, xx = np.indices((H, W))
pixels = np.column_stack([xx.ravel(), yy.ravel()])
tree = cKDTree(points)
dist, idx = tree.query(pixels, k=2)

gap = (dist[:, 1] - dist[:, 0]).reshape(H, W)
cell = idx[:, 0].reshape(H, W)

light = 0.65 + 0.35 * np.cos(dist[:, 0].reshape(H, W) / 14.0)
image = colors[cell] * light[..., None]
image[gap < 3.5] = (25, 22, 20)
image = np.clip(image, 0, 255).astype(np.uint8)
