# prompt: the flag of Sweden
# tags: flag, sweden, swedish, nordic cross, scandinavia, blue yellow
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W, 3), (0, 106, 167), dtype=np.uint8)  # blue field
# the flag is 16 units wide and 10 high; the upright bar stands left of the middle
upright = (xx >= W * 5 / 16) & (xx < W * 7 / 16)
level = (yy >= H * 4 / 10) & (yy < H * 6 / 10)
cross = upright | level
image[cross] = (254, 204, 2)
