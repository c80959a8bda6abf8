# prompt: a sad blue face with a tear
# tags: sad, face, blue, tear, crying, emoji, unhappy, mouth, eyes
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W, 3), (235, 240, 245), dtype=np.uint8)  # pale gray
face = (xx - cx) ** 2 + (yy - cy) ** 2 <= (0.42 * s) ** 2
image[face] = (90, 150, 230)
side = np.abs(xx - cx)  # mirrored: both eyes at once
eyes = (side - 0.15 * s) ** 2 + (yy - (cy - 0.1 * s)) ** 2 <= (0.05 * s) ** 2
image[eyes] = (20, 40, 90)
# mouth: only the upper part of a ring, so its corners hang down
d = np.hypot(xx - cx, yy - (cy + 0.32 * s))
mouth = (np.abs(d - 0.19 * s) <= 0.022 * s) & (yy < cy + 0.23 * s)
image[mouth] = (20, 40, 90)
u, v = (xx - (cx + 0.19 * s)) / (0.04 * s), (yy - (cy + 0.06 * s)) / (0.07 * s)
tear = u ** 2 + v ** 2 <= 1
image[tear] = (215, 240, 255)
