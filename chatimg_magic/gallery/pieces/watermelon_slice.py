# prompt: a slice of watermelon with black seeds
# tags: watermelon, melon, fruit, slice, seeds, food, half circle, summer
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - H / 2 + 0.2 * s) / s
image = np.full((H, W, 3), (255, 240, 215), dtype=np.uint8)  # cream
r = np.hypot(dx, dy)
lower = dy >= 0  # only the lower half of the circles
image[lower & (r <= 0.45)] = (40, 130, 60)  # rind
image[lower & (r <= 0.41)] = (215, 240, 190)  # white
image[lower & (r <= 0.38)] = (235, 65, 75)  # flesh
for x, y in [(-0.22, 0.08), (-0.08, 0.1), (0.08, 0.1), (0.22, 0.08),
             (-0.14, 0.2), (0.0, 0.22), (0.14, 0.2), (-0.06, 0.31), (0.06, 0.31)]:
    seed = ((dx - x) / 0.014) ** 2 + ((dy - y) / 0.024) ** 2 <= 1
    image[seed] = (35, 25, 25)
