# prompt: two red cherries hanging on green stems
# tags: cherry, cherries, fruit, two, stems, leaf, red, food, pair
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # mirrored: both at once
image = np.full((H, W, 3), (255, 248, 235), dtype=np.uint8)  # cream
# the stems run from the top down to both sides
path = 0.2 * np.sqrt(np.clip((dy + 0.42) / 0.5, 0, 1))
stems = (np.abs(dx - path) <= 0.015) & (dy >= -0.42) & (dy < 0.1)
image[stems] = (90, 140, 50)
right = xx > W / 2  # the leaf is only on one side
leaf = right & (((dx - 0.17) / 0.16) ** 2 + ((dy + 0.4 - 0.2 * dx) / 0.06) ** 2 <= 1)
image[leaf] = (60, 150, 60)
fruit = (dx - 0.2) ** 2 + (dy - 0.22) ** 2 <= 0.17 ** 2
image[fruit] = (195, 20, 45)
shine = (dx - 0.15) ** 2 + (dy - 0.16) ** 2 <= 0.04 ** 2
image[shine] = (250, 170, 180)
