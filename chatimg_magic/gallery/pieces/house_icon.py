# prompt: a simple house icon in one colour, transparent background
# tags: home, house, icon, roof, symbol, button, transparent, chimney
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
roof = (dy >= -0.4) & (dy < 0.02) & (np.abs(dx) <= (dy + 0.4) * 1.05)
chimney = (np.abs(dx - 0.25) <= 0.05) & (dy >= -0.36) & (dy < 0)
walls = (np.abs(dx) <= 0.31) & (dy >= 0) & (dy < 0.4)
image[roof | chimney | walls] = (50, 70, 100, 255)
door = (np.abs(dx) <= 0.09) & (dy >= 0.14) & (dy < 0.4)
image[door] = (0, 0, 0, 0)  # cut out: transparent again
