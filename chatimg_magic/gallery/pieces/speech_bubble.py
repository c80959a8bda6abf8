# prompt: a speech bubble with three dots, transparent background
# tags: speech bubble, chat, talk, message, icon, comment, transparent
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.46 * H) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
bubble = (dx / 0.43) ** 2 + (dy / 0.3) ** 2 <= 1
# the tail points down and to the left
tail = (dy >= 0.2) & (dy < 0.44) & (dx >= -0.28) & (dx <= -0.28 + (0.44 - dy) * 0.9)
image[bubble | tail] = (70, 160, 230, 255)
for x in (-0.19, 0.0, 0.19):
    dot = (dx - x) ** 2 + dy ** 2 <= 0.055 ** 2
    image[dot] = (255, 255, 255, 255)
