# prompt: a closed golden padlock
# tags: padlock, lock, security, closed, icon, key hole, password, safe
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # dx is mirrored
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
r = np.hypot(dx, dy + 0.18)
bow = (np.abs(r - 0.2) <= 0.045) & (dy <= -0.18)  # upper half of a ring
legs = (np.abs(dx - 0.2) <= 0.045) & (dy > -0.18) & (dy < 0)
image[bow | legs] = (140, 145, 155, 255)
body = (dx <= 0.32) & (dy >= -0.04) & (dy < 0.42)
image[body] = (240, 180, 50, 255)
hole = dx ** 2 + (dy - 0.13) ** 2 <= 0.06 ** 2
slot = (dx <= 0.025) & (np.abs(dy - 0.21) <= 0.09)
image[hole | slot] = (70, 50, 20, 255)
