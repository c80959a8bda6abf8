# prompt: a Halloween pumpkin with triangle eyes and a jagged mouth
# tags: pumpkin, halloween, jack-o-lantern, face, orange, triangle eyes
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - 0.54 * H) / s  # dx is mirrored
image = np.full((H, W, 3), (35, 25, 50), dtype=np.uint8)  # night
stem = (dx <= 0.05) & (dy >= -0.44) & (dy < -0.25)
image[stem] = (70, 120, 50)
sides = ((dx - 0.18) / 0.26) ** 2 + (dy / 0.33) ** 2 <= 1
image[sides] = (225, 110, 20)
middle = (dx / 0.22) ** 2 + (dy / 0.35) ** 2 <= 1
image[middle] = (245, 135, 30)
eyes = (dy >= -0.17) & (dy < -0.03) & (np.abs(dx - 0.18) <= (dy + 0.17) * 0.6)
nose = (dy >= -0.02) & (dy < 0.06) & (dx <= (dy + 0.02) * 0.6)
teeth = np.abs(dx % 0.1 - 0.05)  # triangle wave: a zigzag along the mouth
mouth = (dx <= 0.27) & (np.abs(dy - 0.17 + 0.3 * dx ** 2 + teeth - 0.025) <= 0.05)
image[eyes | nose | mouth] = (255, 225, 90)
