# prompt: a yellow pear
# tags: pear, fruit, food, stem, yellow, green
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (200, 225, 235), dtype=np.uint8)  # pale blue
stem = (np.abs(dx - 0.3 * (dy + 0.3) ** 2) <= 0.018) & (dy >= -0.47) & (dy < -0.3)
image[stem] = (100, 70, 40)
bottom = (dx / 0.28) ** 2 + ((dy - 0.17) / 0.27) ** 2 <= 1
top = (dx / 0.15) ** 2 + ((dy + 0.2) / 0.15) ** 2 <= 1
# the waist joins both discs; it gets wider downwards
waist = (dy >= -0.2) & (dy < 0.1) & (np.abs(dx) <= 0.15 + 0.36 * (dy + 0.2))
image[bottom | top | waist] = (215, 205, 60)
shine = ((dx + 0.12) / 0.05) ** 2 + ((dy - 0.1) / 0.1) ** 2 <= 1
image[shine] = (245, 240, 150)
