# prompt: a blue whale with a water spout
# tags: whale, animal, sea, ocean, water, spout, tail, swimming, mammal
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.57 * H) / s
image = np.full((H, W, 3), (215, 240, 250), dtype=np.uint8)  # pale sky
jet = (np.abs(dx + 0.12) <= 0.018) & (dy >= -0.3) & (dy < -0.15)
d = np.hypot(np.abs(dx + 0.12) - 0.07, dy + 0.3)  # mirrored: left and right arch
spout = (np.abs(d - 0.07) <= 0.018) & (dy < -0.3)  # upper halves of two rings
image[spout | jet] = (110, 185, 235)
u, v = dx - 0.33, dy + 0.11  # two flukes, mirrored at the end of the tail
flukes = ((np.abs(u) - 0.07) / 0.09) ** 2 + ((v + 0.5 * np.abs(u)) / 0.045) ** 2 <= 1
# a quarter of a thick ring
tail = (np.abs(np.hypot(dx - 0.11, dy + 0.1) - 0.22) <= 0.06) & (dx > 0.1) & (dy > -0.1)
body = ((dx + 0.1) / 0.33) ** 2 + ((dy - 0.04) / 0.23) ** 2 <= 1
image[flukes | body | tail] = (60, 110, 180)
belly = body & (dy > 0.13)
image[belly] = (200, 220, 240)
image[(dx + 0.27) ** 2 + (dy - 0.02) ** 2 <= 0.022 ** 2] = (20, 25, 40)  # eye
