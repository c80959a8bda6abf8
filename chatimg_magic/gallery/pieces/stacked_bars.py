# prompt: three horizontal bars stacked above each other: violet, orange, teal
# tags: bars, rectangles, stack, three, counting, rows, horizontal, stripes
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W, 3), (40, 40, 48), dtype=np.uint8)  # dark gray
colors = [(140, 80, 200), (250, 150, 50), (40, 170, 160)]
for k in range(3):
    y0 = (0.14 + 0.26 * k) * H  # top of bar number k
    rows = (yy >= y0) & (yy < y0 + 0.18 * H)
    bar = rows & (xx >= 0.12 * W) & (xx < 0.88 * W)
    image[bar] = colors[k]
