# prompt: a green frog face with bulging eyes
# tags: frog, toad, face, animal, eyes, green, mouth, pond
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - 0.53 * H) / s  # dx is mirrored
image = np.full((H, W, 3), (185, 225, 240), dtype=np.uint8)  # water
bulges = (dx - 0.21) ** 2 + (dy + 0.23) ** 2 <= 0.14 ** 2
head = (dx / 0.42) ** 2 + ((dy - 0.06) / 0.3) ** 2 <= 1
image[bulges | head] = (95, 175, 70)
eyes = (dx - 0.21) ** 2 + (dy + 0.24) ** 2 <= 0.09 ** 2
image[eyes] = (255, 255, 255)
pupils = (dx - 0.21) ** 2 + (dy + 0.24) ** 2 <= 0.045 ** 2
# mouth: a flat arc that rises to both sides
mouth = (dx <= 0.28) & (np.abs(dy - 0.19 + 0.9 * dx ** 2) <= 0.014)
nostrils = (dx - 0.05) ** 2 + (dy + 0.03) ** 2 <= 0.014 ** 2
image[pupils | mouth | nostrils] = (25, 50, 30)
