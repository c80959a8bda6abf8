# prompt: an orange triangle standing on top of a teal square
# tags: triangle, square, above, on top, below, position, two shapes
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W, 3), (250, 245, 235), dtype=np.uint8)  # cream
square = (np.abs(xx - cx) <= 0.2 * s) & (yy >= cy) & (yy < cy + 0.4 * s)
image[square] = (0, 140, 140)
apex = cy - 0.4 * s  # the width grows from the apex downwards
triangle = (yy >= apex) & (yy < cy) & (np.abs(xx - cx) <= (yy - apex) * 0.6)
image[triangle] = (245, 130, 30)
