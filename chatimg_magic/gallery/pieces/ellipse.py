# prompt: a light gray ellipse, wider than high, on black
# tags: ellipse, oval, egg shape, flat circle, wide, single shape
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
cy, cx = H / 2, W / 2
a, b = 0.42 * W, 0.25 * H  # half width and half height
image = np.zeros((H, W), dtype=np.uint8)  # black
ellipse = ((xx - cx) / a) ** 2 + ((yy - cy) / b) ** 2 <= 1
image[ellipse] = 200
