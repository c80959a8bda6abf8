# prompt: black and white diagonal stripes
# tags: stripes, diagonal, slanted, bands, pattern, zebra, alternating
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = max(2, s // 8)  # width of one stripe
image = np.zeros((H, W), dtype=np.uint8)  # black
# xx + yy is constant along a diagonal; yy // n would give level stripes
stripes = (xx + yy) // n % 2 == 0
image[stripes] = 255
