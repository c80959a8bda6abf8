# prompt: six squares side by side, getting lighter from left to right
# tags: squares, six, row, counting, brightness, lighter, side by side, steps
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W), 20, dtype=np.uint8)  # nearly black
n = 6  # number of squares
half = int(min(0.38 * W / n, 0.4 * H))  # half the side of a square
for k in range(n):
    cx, cy = int(W * (k + 0.5) / n), H // 2  # middle of the k-th of n equal parts
    square = (np.abs(xx - cx) <= half) & (np.abs(yy - cy) <= half)
    image[square] = 80 + 35 * k  # each one is lighter than the last
