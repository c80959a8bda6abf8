# prompt: a bar chart with five blue bars of different heights
# tags: bar chart, bars, diagram, statistics, columns, graph, axes, five
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
line = max(1, s // 80)
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white
base, left = 0.88 * H, 0.1 * W  # the corner where the axes meet
for k, value in enumerate([0.35, 0.6, 0.45, 0.9, 0.7]):
    x0 = left + (0.04 + 0.165 * k) * W
    columns = (xx >= x0) & (xx < x0 + 0.11 * W)
    bar = columns & (yy < base) & (yy >= base - value * 0.8 * H)
    image[bar] = (50, 110, 200)
axis_x = (np.abs(yy - base) <= line) & (xx >= left) & (xx < 0.95 * W)
axis_y = (np.abs(xx - left) <= line) & (yy <= base) & (yy >= 0.06 * H)
image[axis_x | axis_y] = (40, 40, 40)
