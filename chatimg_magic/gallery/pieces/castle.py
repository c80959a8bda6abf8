# prompt: a gray stone castle with two towers and a gate
# tags: castle, fortress, tower, battlements, gate, stone, medieval, building
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s, base = min(H, W), 0.86 * H
dx, up = np.abs(xx - W / 2) / s, (base - yy) / s  # up: height above the ground
image = np.full((H, W, 3), (170, 210, 240), dtype=np.uint8)  # sky
image[up <= 0] = (110, 160, 80)  # meadow
notch = dx % 0.1 < 0.05  # every second block of the battlements
wall = (dx <= 0.28) & (up > 0) & (up <= 0.38 + 0.06 * notch)
image[wall] = (160, 160, 165)
towers = (np.abs(dx - 0.33) <= 0.1) & (up > 0) & (up <= 0.6 + 0.06 * ~notch)
image[towers] = (125, 125, 132)
arch = (dx ** 2 + (up - 0.16) ** 2 <= 0.1 ** 2) | ((dx <= 0.1) & (up <= 0.16))
gate = arch & (up > 0)
image[gate] = (80, 50, 30)
windows = (np.abs(dx - 0.33) <= 0.025) & (up > 0.38) & (up <= 0.5)
image[windows] = (40, 40, 50)
