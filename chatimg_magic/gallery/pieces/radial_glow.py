# prompt: a warm orange glow in the middle of a dark violet background
# tags: glow, radial gradient, vignette, light, fire, warm, blend, fade
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
middle = np.array([255, 190, 80])  # warm orange
edge = np.array([40, 15, 60])  # dark violet
d = np.hypot(xx - cx, yy - cy)  # distance from the centre
t = np.clip(d / (0.55 * s), 0, 1)[:, :, None]  # 0 in the middle, 1 outside
image = (middle * (1 - t) + edge * t).astype(np.uint8)
