# prompt: a mathematical rose with seven petals
# tags: rose, polar curve, petals, mathematics, flower, angle, cosine
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W, 3), (20, 20, 40), dtype=np.uint8)  # dark blue
r = np.hypot(xx - cx, yy - cy)
angle = np.arctan2(yy - cy, xx - cx)
n = 7  # number of petals
edge = 0.46 * s * np.abs(np.cos(n * (angle + np.pi / 2) / 2))  # outer radius
rose = r <= edge
image[rose] = (220, 60, 120)
inner = r <= 0.6 * edge
image[inner] = (250, 150, 180)
