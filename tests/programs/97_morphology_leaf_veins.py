import numpy as np
from scipy import ndimage
from skimage import morphology, draw

N = 220
y, x = np.mgrid[0:N, 0:N]
t = (y - 20) / 180.0
half = np.where((t > 0) & (t < 1), 70 * np.sin(np.pi * np.clip(t, 0, 1)) ** 0.8 * (1 - 0.35 * np.clip(t, 0, 1)), 0)
leaf = np.abs(x - N / 2) < half

veins = np.zeros((N, N), bool)
rr, cc = draw.line(20, N // 2, 210, N // 2)
veins[rr, cc] = True
for k in range(9):
    y0 = 45 + k * 17
    for side in (-1, 1):
        pts = [(y0, N // 2), (y0 - 14, N // 2 + side * 30), (y0 - 32, N // 2 + side * 75)]
        rr, cc = draw.bezier_curve(*pts[0], *pts[1], *pts[2], weight=1, shape=(N, N))
        veins[rr, cc] = True

thick = morphology.dilation(veins, morphology.disk(1))
edge = leaf ^ ndimage.binary_erosion(leaf, iterations=2)
dist = ndimage.distance_transform_edt(~thick)
labels, count = ndimage.label(leaf & ~thick)

tint = np.array([0.0, *np.random.default_rng(2).uniform(-0.06, 0.06, count)])
green = 0.38 + 0.02 * np.minimum(dist, 10) + tint[labels]

image = np.ones((N, N, 3)) * np.array([0.96, 0.94, 0.88])
image[leaf] = np.stack([0.45 * green, green * 1.15, 0.25 * green], axis=-1)[leaf]
image[thick & leaf] = (0.75, 0.85, 0.45)
image[edge] = (0.12, 0.28, 0.10)
stem = thick & ~leaf & (y > 150) & (np.abs(x - N // 2) < 4)
image[stem] = (0.35, 0.3, 0.12)
image = np.round(image.clip(0, 1) * 255).astype(np.uint8)
print(f"{count} leaf segments")
