# prompt: an orange tent in front of a forest at night
# tags: tent, camping, triangle, night, forest, camp, outdoor
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cx, base = W / 2, 0.82 * H
image = np.full((H, W, 3), (25, 35, 75), dtype=np.uint8)  # night sky
stars = np.random.default_rng(3).random((H, W)) > 0.995
image[stars] = (255, 255, 230)
n = 0.18 * s  # forest: a zigzag edge, triangle wave over xx
forest = yy >= base - 0.5 * s + np.abs(xx % n - n / 2) * 2.2
image[forest] = (20, 60, 50)
image[yy >= base] = (60, 95, 60)  # grass
apex = base - 0.46 * s
tent = (yy >= apex) & (yy < base + 0.04 * s) & (np.abs(xx - cx) <= (yy - apex) * 0.75)
image[tent] = (240, 140, 40)
opening = tent & (np.abs(xx - cx) <= (yy - apex - 0.08 * s) * 0.3)
image[opening] = (110, 55, 25)
