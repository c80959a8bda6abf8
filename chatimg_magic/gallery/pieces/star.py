# prompt: a golden five-pointed star on a night blue background
# tags: star, five points, pentagram, gold, yellow, single shape, polygon
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = 0.53 * H, W / 2
image = np.full((H, W, 3), (25, 30, 90), dtype=np.uint8)  # night blue
r = 0.44 * s  # from the centre to a tip
count = np.zeros((H, W), dtype=int)
for k in range(5):  # a point is in the star if it is inside 4 of 5 lines
    a = 2 * np.pi * k / 5 - np.pi / 2
    count += (xx - cx) * np.cos(a) + (yy - cy) * np.sin(a) <= 0.309 * r
star = count >= 4
image[star] = (255, 200, 40)
