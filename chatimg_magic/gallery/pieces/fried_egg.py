# prompt: a fried egg in a black frying pan
# tags: egg, fried, pan, breakfast, food, yolk, kitchen, cooking
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2 + 0.1 * s) / s, (yy - H / 2 - 0.1 * s) / s
image = np.full((H, W, 3), (235, 205, 165), dtype=np.uint8)  # wooden table
handle = (np.abs(dx + dy) <= 0.04) & (dx > 0) & (dx < 0.5)  # along the diagonal
r = np.hypot(dx, dy)
image[handle | (r <= 0.36)] = (45, 45, 50)  # pan
image[r <= 0.32] = (70, 70, 76)
angle = np.arctan2(dy, dx)
edge = 0.24 + 0.03 * np.sin(3 * angle) + 0.015 * np.cos(5 * angle)  # wavy outline
egg_white = r <= edge
image[egg_white] = (252, 252, 248)
yolk = (dx - 0.02) ** 2 + (dy + 0.01) ** 2 <= 0.1 ** 2
image[yolk] = (255, 190, 30)
shine = (dx + 0.02) ** 2 + (dy + 0.05) ** 2 <= 0.025 ** 2
image[shine] = (255, 235, 160)
