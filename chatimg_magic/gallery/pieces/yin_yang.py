# prompt: a yin and yang symbol
# tags: yin yang, tao, symbol, balance, circle, black and white, halves
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (200, 175, 130), dtype=np.uint8)  # sand
disc = dx ** 2 + dy ** 2 <= 0.42 ** 2
image[disc] = (20, 20, 20)
upper, lower = np.hypot(dx, dy + 0.21), np.hypot(dx, dy - 0.21)
# left half, plus the upper small disc, minus the lower one
light = disc & ((dx < 0) | (upper <= 0.21)) & (lower > 0.21)
image[light] = (250, 250, 250)
image[upper <= 0.06] = (20, 20, 20)  # dark eye
image[lower <= 0.06] = (250, 250, 250)  # light eye
