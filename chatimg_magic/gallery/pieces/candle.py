# prompt: a burning candle in the dark
# tags: candle, flame, fire, light, glow, dark, wax, wick
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
# soft light around the flame, fading into the dark
g = np.exp(-(np.hypot(dx, dy + 0.22) / 0.32) ** 2)[:, :, None]
image = np.array([30, 20, 35]) * (1 - g) + np.array([200, 120, 50]) * g
image = image.astype(np.uint8)
candle = (np.abs(dx) <= 0.11) & (dy >= 0) & (dy < 0.42)
image[candle] = (240, 228, 200)
wick = (np.abs(dx) <= 0.01) & (dy >= -0.08) & (dy < 0)
image[wick] = (50, 40, 40)
# flame: a disc below, a tip above that gets wider downwards
ball = dx ** 2 + (dy + 0.13) ** 2 <= 0.09 ** 2
tip = (dy >= -0.4) & (dy < -0.15) & (np.abs(dx) <= (dy + 0.4) * 0.36)
image[ball | tip] = (255, 200, 60)
inner = (dx / 0.035) ** 2 + ((dy + 0.13) / 0.07) ** 2 <= 1
image[inner] = (255, 245, 190)
