# prompt: a Julia set fractal in blue and gold
# tags: julia, fractal, complex numbers, iteration, mathematics, escape time
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
z = (xx - W / 2) / s * 3.0 + 1j * (yy - H / 2) / s * 3.0
c = -0.8 + 0.156j  # other constants give other pictures
count = np.zeros((H, W))
for _ in range(60):
    alive = np.abs(z) <= 2  # points that have not run away yet
    z[alive] = z[alive] ** 2 + c
    count[alive] += 1
t = np.sqrt(count / 60)[:, :, None]  # 0 fast escape, 1 inside
image = (np.array([10, 20, 80]) * (1 - t) + np.array([255, 210, 90]) * t)
image = image.astype(np.uint8)
