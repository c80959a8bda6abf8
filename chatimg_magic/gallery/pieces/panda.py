# prompt: a panda face with black ears and eye patches
# tags: panda, bear, face, animal, ears, black and white, eyes, head
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - 0.54 * H) / s  # dx is mirrored
image = np.full((H, W, 3), (150, 205, 140), dtype=np.uint8)  # bamboo green
ears = (dx - 0.27) ** 2 + (dy + 0.29) ** 2 <= 0.13 ** 2
image[ears] = (30, 30, 30)
head = (dx / 0.4) ** 2 + (dy / 0.36) ** 2 <= 1
image[head] = (250, 250, 250)
# slanted patches: the middle moves outwards as dy grows
u, v = dx - 0.16 - 0.5 * (dy + 0.03), dy + 0.03
patches = (u / 0.085) ** 2 + (v / 0.12) ** 2 <= 1
nose = (dx / 0.07) ** 2 + ((dy - 0.13) / 0.04) ** 2 <= 1
mouth = (np.abs(np.hypot(dx - 0.06, dy - 0.18) - 0.06) <= 0.01) & (dy > 0.19)
image[patches | nose | mouth] = (30, 30, 30)
eyes = (dx - 0.15) ** 2 + (dy + 0.05) ** 2 <= 0.035 ** 2
image[eyes] = (255, 255, 255)
