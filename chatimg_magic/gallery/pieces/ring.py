# prompt: a white ring on a black background
# tags: ring, annulus, circle outline, hoop, donut shape, single shape
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.zeros((H, W), dtype=np.uint8)  # black background
d2 = (xx - cx) ** 2 + (yy - cy) ** 2  # squared distance from the centre
outer, inner = 0.40 * s, 0.30 * s
ring = (d2 <= outer ** 2) & (d2 >= inner ** 2)  # between two radii
image[ring] = 255
