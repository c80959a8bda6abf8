# prompt: a smooth blend of four colours, a different one in each corner
# tags: gradient, four corners, blend, bilinear, colours, smooth, mix
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
u = (xx / (W - 1))[:, :, None]  # 0 at the left, 1 at the right
v = (yy / (H - 1))[:, :, None]  # 0 at the top, 1 at the bottom
top_left, top_right = np.array([255, 80, 120]), np.array([255, 220, 90])
bottom_left, bottom_right = np.array([70, 60, 190]), np.array([40, 200, 190])
top = top_left * (1 - u) + top_right * u
bottom = bottom_left * (1 - u) + bottom_right * u
image = (top * (1 - v) + bottom * v).astype(np.uint8)
