# prompt: a harlequin pattern of tall diamonds in purple and gold
# tags: harlequin, argyle, diamonds, rhombus, pattern, slanted, tiles
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = s / 5  # width of a diamond; it is twice as high
u, v = xx / n, yy / (2 * n)
image = np.full((H, W, 3), (235, 190, 70), dtype=np.uint8)  # gold
# two families of slanted stripes cross each other
diamonds = (np.floor(u + v) + np.floor(u - v)) % 2 == 0
image[diamonds] = (110, 50, 140)
