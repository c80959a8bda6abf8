# prompt: an open umbrella in the rain
# tags: umbrella, rain, weather, parasol, handle, half circle, drops
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.52 * H) / s
image = np.full((H, W, 3), (175, 195, 210), dtype=np.uint8)  # gray sky
rain = ((dx + 0.3 * dy) % 0.09 < 0.01) & ((dy + dx // 0.09 * 0.07) % 0.16 < 0.06)
image[rain] = (90, 130, 180)
pole = (np.abs(dx) <= 0.014) & (dy >= -0.42) & (dy < 0.34)
d = np.hypot(dx - 0.06, dy - 0.34)
hook = (np.abs(d - 0.06) <= 0.014) & (dy >= 0.34)  # lower half of a ring
image[pole | hook] = (90, 60, 40)
dome = (dx ** 2 + dy ** 2 <= 0.4 ** 2) & (dy <= 0)
scallops = (np.abs(dx + 0.4) % 0.2667 - 0.1333) ** 2 + (dy / 0.5) ** 2 <= 0.1333 ** 2
canopy = dome & ~scallops
image[canopy] = (200, 50, 90)
panel = canopy & ((dx / 0.14) ** 2 + (dy / 0.4) ** 2 <= 1)
image[panel] = (240, 110, 140)
