# prompt: a barcode with thin and thick black lines
# tags: barcode, lines, vertical, bars, code, shop, label, stripes
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W), 255, dtype=np.uint8)  # white label
rng = np.random.default_rng(11)
bits = rng.random(40) > 0.45  # 40 narrow columns, black or white
bits[0] = bits[-1] = True  # a black line at both ends
column = (xx - 0.1 * W) * 40 // (0.8 * W)  # number of the column
inside = (column >= 0) & (column < 40) & (yy >= 0.15 * H) & (yy < 0.85 * H)
black = inside & bits[np.clip(column, 0, 39).astype(int)]
image[black] = 0
