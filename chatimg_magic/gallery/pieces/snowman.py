# prompt: a snowman with a hat and a carrot nose in the snow
# tags: snowman, winter, snow, hat, carrot, christmas, cold, stacked circles
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (130, 180, 225), dtype=np.uint8)  # winter sky
snow = dy >= 0.36
belly = dx ** 2 + (dy - 0.24) ** 2 <= 0.22 ** 2
chest = dx ** 2 + (dy + 0.04) ** 2 <= 0.16 ** 2
head = dx ** 2 + (dy + 0.24) ** 2 <= 0.11 ** 2
image[snow | belly | chest | head] = (250, 252, 255)
brim = (np.abs(dx) <= 0.15) & (np.abs(dy + 0.325) <= 0.015)
hat = (np.abs(dx) <= 0.085) & (dy >= -0.47) & (dy < -0.325)
eyes = (np.abs(dx) - 0.04) ** 2 + (dy + 0.27) ** 2 <= 0.016 ** 2
buttons = (np.abs(dx) <= 0.018) & (np.abs(dy % 0.08 - 0.04) <= 0.018) & (dy > -0.1)
image[brim | hat | eyes | (buttons & (dy < 0.3))] = (35, 35, 45)
nose = (dx >= 0) & (dx < 0.14) & (np.abs(dy + 0.23) <= (0.14 - dx) * 0.16)
image[nose] = (245, 130, 30)
