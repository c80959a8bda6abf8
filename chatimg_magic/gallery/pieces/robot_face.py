# prompt: a friendly robot face with square eyes and an antenna
# tags: robot, face, machine, antenna, head, square eyes, metal, mouth
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2), yy - 0.56 * H  # dx is mirrored: both sides at once
image = np.full((H, W, 3), (255, 225, 130), dtype=np.uint8)  # yellow
rod = (dx <= 0.015 * s) & (dy < 0) & (dy > -0.44 * s)
bulb = dx ** 2 + (dy + 0.44 * s) ** 2 <= (0.05 * s) ** 2
ears = (dx <= 0.38 * s) & (np.abs(dy) <= 0.08 * s)
image[rod | bulb | ears] = (210, 70, 60)
head = (dx <= 0.32 * s) & (np.abs(dy) <= 0.3 * s)
image[head] = (140, 160, 180)
eyes = (np.abs(dx - 0.15 * s) <= 0.075 * s) & (np.abs(dy + 0.1 * s) <= 0.075 * s)
image[eyes] = (40, 60, 90)
mouth = (dx <= 0.2 * s) & (np.abs(dy - 0.16 * s) <= 0.06 * s)
image[mouth] = (240, 245, 250)
teeth = mouth & (dx % (0.08 * s) < 0.015 * s)
image[teeth] = (40, 60, 90)
