# prompt: a night sky with a full moon and many stars over dark hills
# tags: night, sky, moon, stars, hills, landscape, dark, random dots
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
image = np.full((H, W, 3), (15, 20, 60), dtype=np.uint8)  # night sky
rng = np.random.default_rng(5)
for _ in range(60):  # stars of random place and size
    y, x, r = rng.random() * H, rng.random() * W, (0.4 + rng.random()) * s / 180
    star = (xx - x) ** 2 + (yy - y) ** 2 <= max(0.6, r) ** 2
    image[star] = (255, 255, 220)
moon = (xx - 0.7 * W) ** 2 + (yy - 0.28 * H) ** 2 <= (0.14 * s) ** 2
image[moon] = (245, 240, 205)
crater = (xx - 0.7 * W + 0.05 * s) ** 2 + (yy - 0.28 * H) ** 2 <= (0.03 * s) ** 2
image[crater] = (215, 210, 175)
hills = yy >= H * (0.8 + 0.06 * np.sin(2 * np.pi * xx / W * 1.5))
image[hills] = (8, 12, 25)
