# prompt: turquoise and white zigzag chevron pattern
# tags: zigzag, chevron, pattern, waves, stripes, herringbone, textile
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = max(3, s // 10)  # width of one band
image = np.full((H, W, 3), (245, 250, 250), dtype=np.uint8)  # white
period = 4 * n
# triangle wave: rises for half a period, then falls again
wave = np.abs(xx % period - period // 2)
band = (yy + wave) // n % 2 == 0
image[band] = (0, 165, 170)
