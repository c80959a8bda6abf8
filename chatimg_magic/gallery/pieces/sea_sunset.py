# prompt: the sun setting over the sea with a glittering reflection
# tags: sunset, sea, ocean, sun, reflection, evening, horizon, waves, landscape
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cx, horizon = W / 2, 0.55 * H
t = np.clip(yy / horizon, 0, 1)[:, :, None]  # 0 at the top, 1 at the horizon
image = np.array([90, 60, 130]) * (1 - t) + np.array([255, 165, 80]) * t
image = image.astype(np.uint8)
sun = (xx - cx) ** 2 + (yy - horizon) ** 2 <= (0.2 * s) ** 2
image[sun] = (255, 230, 140)
sea = yy >= horizon
image[sea] = (40, 60, 110)
n = max(2, s // 24)
path = sea & (yy // n % 2 == 0)  # every second row glitters
width = 0.2 * s - (yy - horizon) * 0.25 + 0.05 * s * np.sin(yy // n * 2.4)
glitter = path & (np.abs(xx - cx) <= width)
image[glitter] = (255, 190, 110)
