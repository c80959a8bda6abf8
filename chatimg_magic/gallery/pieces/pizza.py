# prompt: a whole pizza with salami and olives from above
# tags: pizza, food, salami, pepperoni, cheese, italian, round, topping
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
r = np.hypot(dx, dy)
image = np.full((H, W, 3), (110, 130, 140), dtype=np.uint8)  # slate plate
image[r <= 0.45] = (205, 145, 75)  # crust
image[r <= 0.40] = (200, 60, 35)  # tomato
image[r <= 0.385] = (250, 210, 105)  # cheese
for k in range(8):
    a, q = k * 2 * np.pi / 7, 0.27 if k < 7 else 0.0  # seven around, one in the middle
    x, y = q * np.cos(a), q * np.sin(a)
    salami = (dx - x) ** 2 + (dy - y) ** 2 <= 0.075 ** 2
    image[salami] = (190, 55, 45)
    d = np.hypot(dx - 0.165 * np.cos(a + 0.45), dy - 0.165 * np.sin(a + 0.45))
    olive = (d <= 0.032) & (d >= 0.014)
    image[olive] = (50, 60, 40)
