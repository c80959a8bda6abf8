# prompt: a round slice of orange with segments
# tags: orange, lemon, citrus, fruit, slice, segments, food, radial
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
r = np.hypot(dx, dy)
image = np.full((H, W, 3), (225, 240, 225), dtype=np.uint8)  # pale green
image[r <= 0.44] = (245, 140, 20)  # peel
image[r <= 0.40] = (255, 240, 205)  # white skin
n = 10  # number of segments
angle = np.arctan2(dy, dx)
turn = (angle * n / (2 * np.pi)) % 1 - 0.5  # -0.5 to 0.5 within each segment
gap = 0.012  # the skin between two segments is equally thick everywhere
segment = (r * (0.5 - np.abs(turn)) * 2 * np.pi / n >= gap) & (r <= 0.37)
image[segment] = (255, 170, 50)
