# prompt: a red map location pin, transparent background
# tags: pin, map, location, marker, icon, place, navigation, transparent, drop
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s + 0.15
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
head = dx ** 2 + dy ** 2 <= 0.28 ** 2
tip = (dy >= 0.12) & (dy < 0.6) & (np.abs(dx) <= (0.6 - dy) * 0.53)  # points down
image[head | tip] = (220, 50, 50, 255)
hole = dx ** 2 + dy ** 2 <= 0.11 ** 2
image[hole] = (255, 255, 255, 255)
