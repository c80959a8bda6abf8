# prompt: a wrapped present with a ribbon and a bow
# tags: gift, present, box, ribbon, bow, birthday, christmas, parcel
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - 0.54 * H) / s  # dx is mirrored
image = np.full((H, W, 3), (250, 240, 225), dtype=np.uint8)  # cream
box = (dx <= 0.32) & (dy >= -0.06) & (dy < 0.38)
image[box] = (60, 150, 140)
lid = (dx <= 0.36) & (dy >= -0.16) & (dy < -0.04)
image[lid] = (45, 120, 115)
ribbon = (box | lid) & (dx <= 0.055)
image[ribbon] = (245, 195, 60)
d = ((dx - 0.12) / 0.13) ** 2 + ((dy + 0.25 + 0.5 * (dx - 0.12)) / 0.08) ** 2
loops = (d <= 1) & (d >= 0.3)  # two rings, left and right
knot = dx ** 2 + (dy + 0.19) ** 2 <= 0.05 ** 2
image[loops | knot] = (235, 165, 40)
