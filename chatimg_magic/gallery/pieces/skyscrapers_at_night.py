# prompt: a skyline of skyscrapers at night with lit windows
# tags: skyscraper, city, skyline, night, windows, buildings, towers, lights
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
image = np.full((H, W, 3), (18, 20, 50), dtype=np.uint8)  # night sky
n = max(4, s // 28)  # one window with its frame
pane = (xx % n >= n // 2) & (yy % n >= n // 2)
# one random number per window decides whether its light is on
lit = np.random.default_rng(1).random((H, W))[yy // n, xx // n] < 0.6
towers = [(0.0, 0.2, 0.5), (0.16, 0.34, 0.8), (0.38, 0.55, 0.6), (0.52, 0.7, 0.9),
          (0.72, 0.86, 0.45), (0.83, 1.0, 0.7)]  # left, right, height
for k, (x0, x1, height) in enumerate(towers):
    left, right, top = x0 * W // n * n, x1 * W // n * n, (1 - height) * H // n * n
    tower = (xx >= left) & (xx < right + n // 2) & (yy >= top)
    image[tower] = (45, 48, 62) if k % 2 else (60, 64, 82)
    windows = tower & pane & lit & (yy >= top + n) & (xx < right)
    image[windows] = (255, 220, 120)
