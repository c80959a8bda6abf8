# prompt: the flag of the Czech Republic
# tags: flag, czechia, czech, triangle at the hoist, white red blue
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white upper half
lower = yy >= H / 2
image[lower] = (215, 20, 26)  # red lower half
# blue triangle from the left edge, its tip in the middle of the flag
wedge = np.abs(yy - H / 2) <= H / 2 - xx * H / W
image[wedge] = (17, 69, 126)
