# prompt: the flag of Switzerland
# tags: flag, switzerland, swiss, white cross on red, bars
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2), np.abs(yy - H / 2)  # mirrored in both axes
image = np.full((H, W, 3), (218, 41, 28), dtype=np.uint8)  # red field
# the flag is 32 units; the arms are 20 long and 6 wide
level = (dx <= s * 10 / 32) & (dy <= s * 3 / 32)
upright = (dx <= s * 3 / 32) & (dy <= s * 10 / 32)
image[level | upright] = (255, 255, 255)
