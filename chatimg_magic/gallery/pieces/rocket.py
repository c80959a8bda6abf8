# prompt: a rocket flying through space with a flame
# tags: rocket, spaceship, space, flame, stars, flying, vehicle, launch
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # dx is mirrored
image = np.full((H, W, 3), (20, 20, 55), dtype=np.uint8)  # space
stars = np.random.default_rng(2).random((H, W)) > 0.996
image[stars] = (255, 255, 255)
flame = (dy >= 0.24) & (dy < 0.46) & (dx <= (0.46 - dy) * 0.45)  # points down
image[flame] = (255, 170, 40)
fins = (dy >= 0.05) & (dy < 0.27) & (dx <= 0.08 + (dy - 0.05) * 0.6)
image[fins] = (200, 45, 45)
body = (dx / 0.13) ** 2 + ((dy - 0.05) / 0.48) ** 2 <= 1
image[body & (dy < 0.25)] = (235, 235, 240)
nose = body & (dy < -0.25)
image[nose] = (200, 45, 45)
window = dx ** 2 + (dy + 0.1) ** 2 <= 0.06 ** 2
image[window] = (80, 160, 220)
