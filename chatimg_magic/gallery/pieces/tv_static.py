# prompt: random noise like static on an old television
# tags: noise, random, static, snow, grain, television, texture
# mode: gray
import numpy as np

H, W = 256, 256
s = min(H, W)
n = max(1, s // 128)  # size of one grain in pixels
rng = np.random.default_rng(7)
rows, columns = H // n + 1, W // n + 1
# one random value per grain, then each grain repeated n times both ways
grains = rng.integers(0, 256, (rows, columns), dtype=np.uint8)
big = np.repeat(np.repeat(grains, n, axis=0), n, axis=1)
image = big[:H, :W]
