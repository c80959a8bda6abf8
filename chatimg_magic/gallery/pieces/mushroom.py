# prompt: a red toadstool with white dots in the grass
# tags: mushroom, toadstool, fungus, forest, dots, cap, stalk, grass
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.52 * H) / s
image = np.full((H, W, 3), (205, 230, 215), dtype=np.uint8)  # pale green
stalk = (dy >= 0) & (dy < 0.4) & (np.abs(dx) <= 0.09 + 0.1 * dy)
image[stalk] = (245, 235, 215)
cap = ((dx / 0.4) ** 2 + ((dy - 0.04) / 0.42) ** 2 <= 1) & (dy < 0.04)
image[cap] = (210, 35, 35)
gills = (dx / 0.4) ** 2 + ((dy - 0.04) / 0.05) ** 2 <= 1
image[gills] = (225, 205, 180)
for x, y, r in [(0, -0.22, 0.07), (-0.22, -0.1, 0.06), (0.2, -0.1, 0.06)]:
    dot = (dx - x) ** 2 + (dy - y) ** 2 <= r ** 2
    image[dot] = (255, 255, 255)
blades = np.abs(dx % 0.08 - 0.04)  # zigzag edge of the grass
grass = dy >= 0.3 + blades * 1.5
image[grass] = (75, 140, 60)
