# prompt: a little white ghost with a wavy hem
# tags: ghost, halloween, spooky, wavy, sheet, eyes, character
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (60, 45, 100), dtype=np.uint8)  # dusk violet
head = dx ** 2 + (dy + 0.12) ** 2 <= 0.28 ** 2
hem = 0.34 + 0.05 * np.cos(dx / 0.28 * 3 * np.pi)  # wavy lower edge
sheet = (np.abs(dx) <= 0.28) & (dy >= -0.12) & (dy <= hem)
image[head | sheet] = (245, 245, 255)
side = np.abs(dx)  # mirrored: both eyes at once
eyes = ((side - 0.11) / 0.045) ** 2 + ((dy + 0.12) / 0.07) ** 2 <= 1
mouth = (dx / 0.05) ** 2 + ((dy - 0.06) / 0.06) ** 2 <= 1
image[eyes | mouth] = (40, 35, 60)
cheeks = (side - 0.19) ** 2 + (dy + 0.01) ** 2 <= 0.035 ** 2
image[cheeks] = (250, 190, 205)
