import numpy as np
from scipy.spatial import Delaunay
from skimage.draw import polygon

rng = np.random.default_rng(12)
H, W = 200, 280

# jittered grid of points plus the corners
gy, gx = np.mgrid[0:H + 1:25, 0:W + 1:28]
pts = np.column_stack([gy.ravel(), gx.ravel()]).astype(float)
interior = (pts[:, 0] > 0) & (pts[:, 0] < H) & (pts[:, 1] > 0) & (pts[:, 1] < W)
pts[interior] += rng.triangular(-12, 0, 12, size=(interior.sum(), 2))
pts = np.clip(pts, 0, [H - 1, W - 1])

tri = Delaunay(pts)

def palette(r, c):
    """Color of a hidden fox-coloured sunset."""
    t = r / H
    base = np.array([250, 150, 90]) * (1 - t) + np.array([60, 40, 110]) * t
    sun = np.exp(-((r - 70) ** 2 + (c - 180) ** 2) / 2500)
    return base + sun * np.array([60, 90, 60])

image = np.zeros((H, W, 3), np.uint8)
for simplex in tri.simplices:
    corner = pts[simplex]
    rr, cc = polygon(corner[:, 0], corner[:, 1], shape=(H, W))
    center = corner.mean(axis=0)
    image[rr, cc] = np.clip(palette(*center) + rng.laplace(0, 6), 0, 255)

print(f"{len(tri.simplices)} triangles; hull has {len(tri.convex_hull)} edges")
