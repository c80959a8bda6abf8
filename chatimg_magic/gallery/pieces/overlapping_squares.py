# prompt: a green square partly covering an orange square behind it
# tags: squares, overlapping, in front, behind, covering, two, layers
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
half = 0.24 * s  # half the side of a square
image = np.full((H, W, 3), (240, 240, 245), dtype=np.uint8)  # pale gray
back = (np.abs(xx - (cx + 0.12 * s)) <= half) & (np.abs(yy - (cy - 0.12 * s)) <= half)
image[back] = (245, 140, 40)  # painted first, so it is behind
front = (np.abs(xx - (cx - 0.12 * s)) <= half) & (np.abs(yy - (cy + 0.12 * s)) <= half)
image[front] = (50, 150, 80)
