# prompt: twelve coloured dots arranged in a circle
# tags: dots, circle, ring, twelve, around, counting, beads, loop
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W, 3), (245, 240, 230), dtype=np.uint8)  # cream
colors = [(220, 60, 60), (60, 120, 200), (250, 180, 40)]
n = 12  # number of dots
for k in range(n):
    a = 2 * np.pi * k / n
    x, y = cx + 0.36 * s * np.cos(a), cy + 0.36 * s * np.sin(a)
    dot = (xx - x) ** 2 + (yy - y) ** 2 <= (0.065 * s) ** 2
    image[dot] = colors[k % 3]
