# prompt: the face of a gray cat with pointed ears and green eyes
# tags: cat, face, animal, ears, whiskers, kitten, eyes, head, pet
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = 0.55 * H, W / 2
dx, dy = np.abs(xx - cx) / s, (yy - cy) / s  # dx is mirrored: both sides at once
image = np.full((H, W, 3), (250, 225, 190), dtype=np.uint8)  # cream
ears = (dy >= -0.46) & (dy < -0.1) & (np.abs(dx - 0.24) <= (dy + 0.46) * 0.45)
head = (dx / 0.38) ** 2 + (dy / 0.33) ** 2 <= 1
image[ears | head] = (130, 130, 140)
eyes = ((dx - 0.16) / 0.08) ** 2 + ((dy + 0.05) / 0.06) ** 2 <= 1
image[eyes] = (120, 210, 90)
pupils = ((dx - 0.16) / 0.022) ** 2 + ((dy + 0.05) / 0.055) ** 2 <= 1
nose = (dy >= 0.06) & (dy < 0.11) & (dx <= (0.11 - dy) * 0.9)  # points down
whiskers = (dx > 0.1) & (dx < 0.4) & (np.abs(np.abs(dy - 0.13) - 0.15 * dx) < 0.007)
image[pupils | whiskers] = (25, 25, 30)
image[nose] = (235, 120, 140)
