# prompt: a battery icon charged to three quarters
# tags: battery, charge, power, icon, energy, level, bars, outline
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), 245, dtype=np.uint8)  # light gray
shell = (np.abs(dx) <= 0.4) & (np.abs(dy) <= 0.22)
pole = (dx > 0.4) & (dx <= 0.46) & (np.abs(dy) <= 0.09)
image[shell | pole] = (50, 55, 65)
hollow = (np.abs(dx) <= 0.36) & (np.abs(dy) <= 0.18)
image[hollow] = (245, 245, 245)
for k in range(3):  # three of four bars are full
    x0 = -0.33 + 0.17 * k
    bar = (dx >= x0) & (dx < x0 + 0.14) & (np.abs(dy) <= 0.15)
    image[bar] = (70, 185, 90)
