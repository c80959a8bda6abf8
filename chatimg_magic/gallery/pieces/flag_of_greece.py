# prompt: the flag of Greece
# tags: flag, greece, greek, nine stripes, canton, cross in the corner, blue white
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white
stripe = yy * 9 // H  # number of the stripe, 0 to 8
blue = stripe % 2 == 0
image[blue] = (13, 94, 175)
side = 5 * H / 9  # the canton covers five stripes
canton = (yy < side) & (xx < side * W / H * 2 / 3)
image[canton] = (13, 94, 175)
cw = side * W / H * 2 / 3
cross = (np.abs(yy - side / 2) < side / 10) | (np.abs(xx - cw / 2) < cw / 10)
image[canton & cross] = (255, 255, 255)
