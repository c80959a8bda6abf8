# prompt: a white letter L made of two bars on a dark background
# tags: L, letter, corner, bars, two rectangles, shape, single shape
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W), 30, dtype=np.uint8)  # dark background
y0, y1 = cy - 0.38 * s, cy + 0.38 * s  # top and bottom of the letter
x0, x1 = cx - 0.26 * s, cx + 0.26 * s  # left and right of the letter
t = 0.16 * s  # thickness of the bars
upright = (xx >= x0) & (xx < x0 + t) & (yy >= y0) & (yy < y1)
foot = (xx >= x0) & (xx < x1) & (yy >= y1 - t) & (yy < y1)
image[upright | foot] = 255
