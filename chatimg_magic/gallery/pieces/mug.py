# prompt: a blue coffee mug with steam
# tags: mug, cup, coffee, tea, drink, handle, steam, hot
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2 + 0.06 * s) / s, (yy - 0.6 * H) / s
image = np.full((H, W, 3), (250, 235, 215), dtype=np.uint8)  # cream
# a ring, partly behind the cup
handle = np.abs(np.hypot(dx - 0.24, dy - 0.04) - 0.13) <= 0.03
image[handle] = (40, 80, 150)
cup = (np.abs(dx) <= 0.25) & (dy >= -0.18) & (dy < 0.26)
bottom = (dx / 0.25) ** 2 + ((dy - 0.26) / 0.06) ** 2 <= 1
image[cup | bottom] = (60, 110, 190)
rim = (dx / 0.25) ** 2 + ((dy + 0.18) / 0.06) ** 2 <= 1
image[rim] = (220, 230, 245)
coffee = (dx / 0.22) ** 2 + ((dy + 0.17) / 0.045) ** 2 <= 1
image[coffee] = (85, 50, 30)
wave = 0.025 * np.sin(dy * 30)
steam = (np.abs((dx - wave + 0.16) % 0.12 - 0.06) <= 0.012) & (np.abs(dx - wave) < 0.16)
image[steam & (dy >= -0.5) & (dy < -0.28)] = (195, 185, 175)
