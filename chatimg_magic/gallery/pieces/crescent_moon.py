# prompt: a pale crescent moon on a black sky
# tags: crescent, moon, night, circle minus circle, cut out, single shape
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
r = 0.38 * s
image = np.zeros((H, W), dtype=np.uint8)  # black sky
disc = (xx - cx) ** 2 + (yy - cy) ** 2 <= r ** 2
# a second disc, moved right and up, is cut out of the first
bite = (xx - (cx + 0.17 * s)) ** 2 + (yy - (cy - 0.07 * s)) ** 2 <= (0.32 * s) ** 2
moon = disc & ~bite
image[moon] = 235
