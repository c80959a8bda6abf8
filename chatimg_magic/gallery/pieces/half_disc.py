# prompt: a light half disc with its flat side down, like a rising moon
# tags: semicircle, half circle, dome, flat side, rising, single shape
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
r = 0.42 * s
cy, cx = H / 2 + r / 2, W / 2  # centre of the full circle
image = np.full((H, W), 60, dtype=np.uint8)  # dark gray
circle = (xx - cx) ** 2 + (yy - cy) ** 2 <= r ** 2
upper = yy <= cy  # yy >= cy would keep the lower half
half_disc = circle & upper
image[half_disc] = 230
