# Make a sunset gradient with the sun half under the horizon
from math import *
from numpy import *
import numpy as np
import time
import warnings
warnings.filterwarnings('ignore')

t0 = time.time()
H, W = 120, 180
top = array([40, 20, 90], dtype=float)
mid = array([255, 120, 60], dtype=float)
t = linspace(0, 1, 80)[:, None, None]
sky = top * (1 - t) + mid * t            # (80, 1, 3)
image = zeros((H, W, 3))
image[:80] = sky
yy, xx = np.mgrid[0:H, 0:W]
sun = ((xx - 90) ** 2 + (yy - 80) ** 2 < 28 ** 2) & (yy < 80)
image[sun] = (255, 230, 120)
# sea
for r in range(80, H):
    k = (r - 80) / (H - 80)
    image[r] = (60 * (1 - k) + 10, 50 * (1 - k) + 10, 110)
    w = int(26 - 20 * k + 5 * sin(r * 1.7))
    if w > 0:
        image[r, 90 - w:90 + w] = (230, 160, 90)
image = clip(image, 0, 255).astype(uint8)
print("took %.4f s" % (time.time() - t0))
image.shape
