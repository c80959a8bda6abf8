# prompt: a penguin standing on ice
# tags: penguin, bird, animal, antarctic, ice, snow, beak, black and white
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # dx is mirrored
image = np.full((H, W, 3), (150, 205, 240), dtype=np.uint8)  # cold sky
image[dy >= 0.3] = (240, 248, 255)  # ice
feet = ((dx - 0.11) / 0.09) ** 2 + ((dy - 0.4) / 0.04) ** 2 <= 1
image[feet] = (245, 150, 30)
body = (dx / 0.25) ** 2 + (dy / 0.42) ** 2 <= 1
wings = ((dx - 0.25 - 0.3 * (dy - 0.02)) / 0.06) ** 2 + ((dy - 0.05) / 0.2) ** 2 <= 1
image[body | wings] = (30, 35, 50)
belly = (dx / 0.18) ** 2 + ((dy - 0.1) / 0.29) ** 2 <= 1
face = (dx - 0.07) ** 2 + (dy + 0.22) ** 2 <= 0.085 ** 2
image[belly | face] = (255, 255, 255)
image[(dx - 0.07) ** 2 + (dy + 0.23) ** 2 <= 0.028 ** 2] = (20, 20, 20)  # eyes
beak = (dy >= -0.2) & (dy < -0.1) & (dx <= (-0.1 - dy) * 0.6)  # points down
image[beak] = (245, 150, 30)
