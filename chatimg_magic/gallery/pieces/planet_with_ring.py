# prompt: the planet Saturn with its ring among the stars
# tags: saturn, planet, ring, space, stars, astronomy, ellipse, behind
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (15, 15, 40), dtype=np.uint8)  # space
stars = np.random.default_rng(8).random((H, W)) > 0.996
image[stars] = (255, 255, 255)
planet = dx ** 2 + dy ** 2 <= 0.26 ** 2
image[planet] = (230, 185, 120)
bands = planet & ((dy + 0.25 * dx) % 0.12 < 0.04)
image[bands] = (205, 150, 90)
e = np.hypot(dx, (dy + 0.25 * dx) / 0.25)  # flat, slightly tilted circles
ring = (e >= 0.33) & (e <= 0.46)
behind = planet & (dy + 0.25 * dx < 0)  # this part is hidden by the planet
image[ring & ~behind] = (200, 210, 230)
