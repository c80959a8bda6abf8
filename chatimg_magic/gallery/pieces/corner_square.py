# prompt: a small black square in the bottom right corner of a light page
# tags: square, corner, bottom right, position, small, lower, place
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
image = np.full((H, W), 240, dtype=np.uint8)  # light page
side, margin = 0.25 * s, 0.06 * s
x1, y1 = W - margin, H - margin  # right and bottom edge of the square
# top left would be: x0 = margin, y0 = margin
x0, y0 = x1 - side, y1 - side
square = (xx >= x0) & (xx < x1) & (yy >= y0) & (yy < y1)
image[square] = 0
