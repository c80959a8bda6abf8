# prompt: a sunset sky fading from violet at the top to orange at the bottom
# tags: gradient, sunset, sky, vertical, top to bottom, fade, dusk, blend
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
top = np.array([70, 40, 120])  # violet
bottom = np.array([255, 150, 60])  # orange
t = (yy / (H - 1))[:, :, None]  # 0 at the top, 1 at the bottom
# yy is the row; xx / (W - 1) would fade from left to right
blend = top * (1 - t) + bottom * t
image = blend.astype(np.uint8)
