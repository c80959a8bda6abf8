# prompt: a pink pig face with a big snout
# tags: pig, face, animal, snout, pink, farm, ears, head
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - 0.53 * H) / s  # dx is mirrored
image = np.full((H, W, 3), (170, 220, 240), dtype=np.uint8)  # light blue
ears = (dy >= -0.44) & (dy < -0.1) & (np.abs(dx - 0.26) <= (dy + 0.44) * 0.4)
image[ears] = (225, 120, 145)
head = (dx / 0.38) ** 2 + (dy / 0.36) ** 2 <= 1
image[head] = (250, 175, 190)
snout = (dx / 0.17) ** 2 + ((dy - 0.1) / 0.12) ** 2 <= 1
image[snout] = (235, 130, 155)
nostrils = ((dx - 0.065) / 0.03) ** 2 + ((dy - 0.1) / 0.05) ** 2 <= 1
image[nostrils] = (140, 50, 75)
eyes = (dx - 0.16) ** 2 + (dy + 0.1) ** 2 <= 0.04 ** 2
image[eyes] = (40, 30, 35)
