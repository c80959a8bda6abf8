# prompt: a half transparent blue soap bubble
# tags: bubble, soap, transparent, glass, alpha, see-through, shine, sphere
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
r = np.hypot(xx - W / 2, yy - H / 2) / (0.44 * s)  # 1 on the edge of the bubble
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
bubble = r <= 1
image[bubble] = (120, 190, 255, 255)
alpha = np.clip(40 + 180 * r ** 4, 0, 255).astype(np.uint8)  # clear in the middle
image[bubble, 3] = alpha[bubble]
u, v = (xx - W / 2) / s + 0.17, (yy - H / 2) / s + 0.19
shine = ((u + v) / 0.12) ** 2 + ((u - v) / 0.2) ** 2 <= 1
image[shine] = (255, 255, 255, 220)
