# prompt: overlapping fish scales in green and blue
# tags: scales, scallops, pattern, fish, roof tiles, waves, overlapping
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = max(8, s // 6)  # width of one scale
image = np.full((H, W, 3), (20, 80, 110), dtype=np.uint8)
for k in range(2 * H // n + 2, -1, -1):  # lower rows first, upper rows cover them
    u = (xx + (k % 2) * n // 2) % n - n / 2  # every second row is moved by half
    d = np.hypot(u, yy - (k - 1) * n / 2)
    scale = d <= n / 2 * 1.1
    image[scale] = (20, 80, 110)  # dark edge
    inner = d <= n / 2 * 0.92
    image[inner] = (60, 170, 150) if k % 2 else (90, 200, 170)
