# prompt: seven upright white bars with equal gaps on a dark gray background
# tags: bars, seven, counting, vertical, columns, fence, equal gaps, lines
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W), 50, dtype=np.uint8)  # dark gray
n = 7  # number of bars
u = xx * n / W  # 0 to n, so that u % 1 starts again for every bar
columns = (u % 1 >= 0.25) & (u % 1 < 0.75)
rows = (yy >= 0.15 * H) & (yy < 0.85 * H)
bars = columns & rows
image[bars] = 255
