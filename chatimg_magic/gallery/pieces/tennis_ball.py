# prompt: a tennis ball with white seams
# tags: tennis, ball, sport, seam, curve, arcs, round
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W, 3), (60, 110, 170), dtype=np.uint8)  # blue court
ball = (xx - cx) ** 2 + (yy - cy) ** 2 <= (0.42 * s) ** 2
image[ball] = (205, 230, 60)
# the seams are parts of two big rings whose centres lie outside the ball
left = np.hypot(xx - (cx - 0.5 * s), yy - cy)
right = np.hypot(xx - (cx + 0.5 * s), yy - cy)
seams = (np.abs(left - 0.33 * s) <= 0.02 * s) | (np.abs(right - 0.33 * s) <= 0.02 * s)
image[ball & seams] = (255, 255, 255)
