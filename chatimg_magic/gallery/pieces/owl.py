# prompt: a brown owl with big yellow eyes
# tags: owl, bird, animal, eyes, beak, wings, night, face, feathers
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # dx is mirrored
image = np.full((H, W, 3), (40, 50, 90), dtype=np.uint8)  # night
tufts = (dy >= -0.46) & (dy < -0.15) & (np.abs(dx - 0.22) <= (dy + 0.46) * 0.3)
body = (dx / 0.32) ** 2 + (dy / 0.42) ** 2 <= 1
image[tufts | body] = (125, 85, 50)
belly = (dx / 0.2) ** 2 + ((dy - 0.2) / 0.2) ** 2 <= 1
image[belly] = (215, 180, 130)
r = np.hypot(dx - 0.14, dy + 0.14)  # the eyes: rings around one point
image[r <= 0.145] = (250, 240, 220)  # white
image[r <= 0.1] = (255, 200, 30)  # iris
image[r <= 0.05] = (20, 20, 20)  # pupil
beak = (dy >= -0.09) & (dy < 0.06) & (dx <= (0.06 - dy) * 0.4)  # points down
image[beak] = (240, 140, 30)
