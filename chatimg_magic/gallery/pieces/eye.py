# prompt: a human eye with a blue iris
# tags: eye, iris, pupil, look, lens shape, vision, face part
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (240, 200, 170), dtype=np.uint8)  # skin
# an almond is what two big circles, one moved up and one down, have in common
d = np.hypot(dx, np.abs(dy) + 0.28)
image[d <= 0.53] = (90, 55, 45)  # dark edge of the lids
almond = d <= 0.505
image[almond] = (255, 255, 255)
r = np.hypot(dx, dy)
image[almond & (r <= 0.2)] = (40, 90, 160)  # edge of the iris
image[almond & (r <= 0.18)] = (80, 150, 215)  # iris
image[r <= 0.085] = (15, 15, 20)  # pupil
shine = (dx + 0.06) ** 2 + (dy + 0.07) ** 2 <= 0.035 ** 2
image[shine] = (255, 255, 255)
