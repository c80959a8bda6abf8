# prompt: a donut with pink icing and sprinkles
# tags: donut, doughnut, cake, icing, sprinkles, food, ring, sweet
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
r, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
image = np.full((H, W, 3), (190, 230, 230), dtype=np.uint8)  # mint
dough = (r <= 0.43) & (r >= 0.13)
image[dough] = (215, 155, 85)
icing = (r <= 0.37 + 0.02 * np.sin(9 * angle)) & (r >= 0.16)  # wavy edge
image[icing] = (250, 140, 180)
rng = np.random.default_rng(4)
for k in range(30):
    a, q, t = rng.random() * 2 * np.pi, 0.2 + 0.13 * rng.random(), rng.random() * np.pi
    u, v = dx - q * np.cos(a), dy - q * np.sin(a)
    along, across = u * np.cos(t) + v * np.sin(t), v * np.cos(t) - u * np.sin(t)
    sprinkle = (np.abs(along) < 0.022) & (np.abs(across) < 0.009)
    image[sprinkle] = (255, 240, 90) if k % 2 else (90, 180, 240)
