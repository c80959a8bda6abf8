# prompt: a green apple with a stem and a leaf
# tags: apple, fruit, food, leaf, stem, green, round
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.56 * H) / s
image = np.full((H, W, 3), (255, 245, 225), dtype=np.uint8)  # cream
stem = (dy >= -0.42) & (dy < -0.18) & (np.abs(dx - 0.25 * (dy + 0.2) ** 2) <= 0.016)
image[stem] = (105, 70, 40)
# two overlapping lobes make the dents at the top and at the bottom
lobes = ((np.abs(dx) - 0.13) / 0.23) ** 2 + (dy / 0.33) ** 2 <= 1
image[lobes] = (125, 190, 60)
shine = ((dx + 0.2) / 0.05) ** 2 + ((dy + 0.12) / 0.09) ** 2 <= 1
image[shine] = (205, 235, 150)
u, v = (dx - 0.13) + (dy + 0.36), (dx - 0.13) - (dy + 0.36)  # turned by 45 degrees
leaf = (u / 0.07) ** 2 + (v / 0.2) ** 2 <= 1
image[leaf] = (60, 130, 50)
