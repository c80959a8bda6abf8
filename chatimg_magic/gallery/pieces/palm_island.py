# prompt: a small island with a palm tree in the sea
# tags: island, palm, tree, beach, sea, tropical, holiday, sand, landscape
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# (0, 0) is the top of the trunk, lengths are fractions of the short side
dx, dy = (xx - W / 2) / s - 0.05, (yy - 0.84 * H) / s + 0.5
image = np.full((H, W, 3), (150, 215, 245), dtype=np.uint8)  # sky
sea = dy >= 0.4
image[sea] = (30, 130, 180)
sand = ((dx + 0.06) / 0.4) ** 2 + ((dy - 0.5) / 0.1) ** 2 <= 1
image[sand] = (240, 215, 150)
bend = -0.35 * dy ** 2  # the trunk leans more the lower it gets
trunk = (dy >= 0) & (dy < 0.47) & (np.abs(dx - bend) <= 0.02 + 0.025 * dy)
image[trunk] = (135, 90, 50)
for x, drop in [(0.12, -1.0), (0.16, 2.5), (0.1, 6.0)]:  # three leaves on each side
    curve = drop * dx ** 2 - 0.6 * np.abs(dx)  # leaf rises and then hangs down
    leaf = ((np.abs(dx) - x) / x) ** 2 + ((dy - curve) / 0.04) ** 2 <= 1
    image[leaf] = (40, 140, 60)
