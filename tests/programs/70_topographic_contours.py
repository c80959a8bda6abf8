import numpy as np
from skimage import measure
from skimage.draw import line

rng = np.random.default_rng(64)
H, W = 200, 240
y, x = np.mgrid[0:H, 0:W]
Z = np.zeros((H, W))
for _ in range(12):
    cy, cx = rng.uniform(0, H), rng.uniform(0, W)
    sy, sx = rng.uniform(18, 55, 2)
    Z += rng.uniform(-0.4, 1.0) * np.exp(-(((y - cy) / sy) ** 2 + ((x - cx) / sx) ** 2))

levels = np.linspace(Z.min(), Z.max(), 14)[1:-1]
image = np.empty((H, W, 3), dtype=np.uint8)
image[:] = [246, 240, 222]
band = np.digitize(Z, levels)
image = (image * (1 - 0.022 * band[..., None])).astype(np.uint8)

total = 0
for i, level in enumerate(levels):
    colour = (120, 80, 40) if i % 4 else (80, 45, 15)
    for contour in measure.find_contours(Z, level):
        pts = np.rint(contour).astype(int)
        for (r0, c0), (r1, c1) in zip(pts[:-1], pts[1:]):
            rr, cc = line(r0, c0, r1, c1)
            image[rr, cc] = colour
        total += 1

peak = np.unravel_index(np.argmax(Z), Z.shape)
image[max(0, peak[0] - 3):peak[0] + 4, max(0, peak[1]):peak[1] + 1] = (200, 0, 0)
image[max(0, peak[0]):peak[0] + 1, max(0, peak[1] - 3):peak[1] + 4] = (200, 0, 0)
print(f"{total} contour lines, summit at {peak}")
