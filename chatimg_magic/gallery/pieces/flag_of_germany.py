# prompt: the flag of Germany
# tags: flag, germany, german, black red gold, horizontal stripes, three
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.zeros((H, W, 3), dtype=np.uint8)
top = yy < H / 3
middle = (yy >= H / 3) & (yy < 2 * H / 3)
bottom = yy >= 2 * H / 3
image[top] = (0, 0, 0)  # black
image[middle] = (221, 0, 0)  # red
image[bottom] = (255, 206, 0)  # gold
