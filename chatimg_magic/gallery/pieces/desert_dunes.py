# prompt: desert dunes at sunset
# tags: desert, dunes, sand, sunset, landscape, hills, sun, waves, evening
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
t = (yy / (H - 1))[:, :, None]  # sky gradient, top to bottom
image = np.array([120, 60, 110]) * (1 - t) + np.array([255, 190, 90]) * t
image = image.astype(np.uint8)
sun = (xx - 0.65 * W) ** 2 + (yy - 0.47 * H) ** 2 <= (0.14 * s) ** 2
image[sun] = (255, 235, 160)
far = yy >= H * (0.55 + 0.05 * np.sin(2 * np.pi * xx / W * 1.3))
image[far] = (225, 140, 70)
middle = yy >= H * (0.68 + 0.07 * np.sin(2 * np.pi * xx / W * 0.9 + 2))
image[middle] = (195, 105, 55)
near = yy >= H * (0.84 + 0.08 * np.sin(2 * np.pi * xx / W * 0.8 + 4.5))
image[near] = (145, 70, 45)
