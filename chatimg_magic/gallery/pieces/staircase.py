# prompt: a staircase of six steps rising to the right
# tags: stairs, steps, staircase, rising, bars, counting, six
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W), 235, dtype=np.uint8)  # light wall
n = 6  # number of steps
step = xx * n // W  # 0 at the left, n - 1 at the right
top = H - (step + 1) * 0.8 * H / n  # each step is higher than the last
stairs = yy >= top
image[stairs] = 90
tread = stairs & (yy < top + 0.03 * H)  # lighter upper edge of each step
image[tread] = 160
