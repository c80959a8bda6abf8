# prompt: an erupting volcano with lava and smoke
# tags: volcano, eruption, lava, smoke, mountain, fire, landscape
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cx, top = W / 2, 0.42 * H  # crater
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - cx) / s, (yy - top) / s
image = np.full((H, W, 3), (70, 50, 80), dtype=np.uint8)  # dusk
for x, y, r in [(0, -0.1, 0.1), (-0.08, -0.2, 0.12), (0.08, -0.26, 0.13)]:
    puff = (dx - x) ** 2 + (dy - y) ** 2 <= r ** 2
    image[puff] = (130, 120, 130)
mountain = (dy >= 0) & (np.abs(dx) <= 0.09 + 0.75 * dy)
image[mountain] = (75, 55, 50)
# a wedge that opens upwards, cut round by a disc
fire = (np.abs(dx) <= 0.04 - 0.35 * dy) & (dx ** 2 + dy ** 2 <= 0.2 ** 2)
image[fire] = (255, 190, 60)
wiggle = 0.03 * np.sin(dy * 22)
lava = mountain & (np.abs(np.abs(dx - wiggle) - 0.3 * dy) <= 0.03)
image[lava] = (250, 95, 30)
