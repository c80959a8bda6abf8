# prompt: a white spiral on black
# tags: spiral, swirl, curl, snail, hypnotic, polar, angle, mathematics
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.zeros((H, W), dtype=np.uint8)  # black
r = np.hypot(xx - cx, yy - cy)  # distance from the centre
angle = np.arctan2(yy - cy, xx - cx) / (2 * np.pi)  # in turns
gap = 0.11 * s  # distance between two windings
arm = (r / gap - angle) % 1 < 0.4  # the radius grows with the angle
inside = r <= 0.46 * s
image[arm & inside] = 255
