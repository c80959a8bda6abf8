# prompt: a yellow lightning bolt in front of a dark cloud
# tags: lightning, bolt, thunder, storm, cloud, weather, flash, electric
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (60, 75, 115), dtype=np.uint8)  # stormy sky
for x, y, r in [(-0.22, -0.18, 0.14), (0.0, -0.25, 0.18), (0.22, -0.18, 0.14)]:
    puff = (dx - x) ** 2 + (dy - y) ** 2 <= r ** 2
    image[puff] = (170, 180, 195)
flat = (np.abs(dx) <= 0.22) & (dy >= -0.2) & (dy < -0.04)
image[flat] = (170, 180, 195)
# upper piece: its middle moves to the left as dy grows
upper = (dy >= -0.16) & (dy < 0.12) & (np.abs(dx - 0.04 + 0.43 * (dy + 0.16)) <= 0.08)
# lower piece: the right edge moves faster than the left one until they meet
left, right = -0.02 - 0.2 * (dy - 0.06), 0.16 - 0.65 * (dy - 0.06)
lower = (dy >= 0.06) & (dx >= left) & (dx <= right)
image[upper | lower] = (255, 220, 50)
