# prompt: a light gray regular hexagon on a dark gray background
# tags: hexagon, polygon, six sides, regular, pentagon, octagon, single shape
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W), 40, dtype=np.uint8)  # dark gray background
n = 6  # number of sides: 5 would be a pentagon, 8 an octagon
hexagon = np.ones((H, W), dtype=bool)
for k in range(n):  # keep the inner side of each of the n edges
    a = 2 * np.pi * k / n - np.pi / 2
    hexagon &= (xx - cx) * np.cos(a) + (yy - cy) * np.sin(a) <= 0.36 * s
image[hexagon] = 210
