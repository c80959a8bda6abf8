# prompt: a red octagon road sign with a white border on gray
# tags: octagon, stop sign, polygon, border, outline, red, eight sides
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2), np.abs(yy - H / 2)  # mirrored in both axes
image = np.full((H, W, 3), 120, dtype=np.uint8)  # gray
# an octagon is a square with its four corners cut off diagonally
size = np.maximum(np.maximum(dx, dy), (dx + dy) / np.sqrt(2))
border = size <= 0.44 * s
image[border] = (255, 255, 255)
octagon = size <= 0.40 * s
image[octagon] = (200, 20, 30)
bar = (dx <= 0.26 * s) & (dy <= 0.06 * s)
image[bar] = (255, 255, 255)
