# prompt: the flag of Jamaica
# tags: flag, jamaica, diagonal cross, saltire, green gold black
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
u, v = (xx - W / 2) / W, (yy - H / 2) / H  # -0.5 to 0.5 both ways
image = np.zeros((H, W, 3), dtype=np.uint8)  # black at the left and right
ends = np.abs(v) > np.abs(u)
image[ends] = (0, 122, 51)  # green at the top and bottom
# the diagonals are where |u| and |v| are equal
saltire = np.abs(np.abs(u) - np.abs(v)) <= 0.07
image[saltire] = (255, 209, 0)
