# prompt: a teal square in the top left corner and a pink one in the bottom right
# tags: squares, corners, two, position, top left, bottom right, opposite
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
side, m = 0.35 * s, 0.06 * s  # side of a square and margin
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white
left = (xx >= m) & (xx < m + side)
right = (xx >= W - m - side) & (xx < W - m)
top = (yy >= m) & (yy < m + side)
bottom = (yy >= H - m - side) & (yy < H - m)
image[top & left] = (0, 150, 140)  # teal
image[bottom & right] = (230, 60, 130)  # pink; top & right is another corner
