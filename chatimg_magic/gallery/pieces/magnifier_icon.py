# prompt: a magnifying glass icon for search
# tags: magnifier, search, lens, zoom, icon, find, glass, handle
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = (xx - W / 2) / s + 0.1, (yy - H / 2) / s + 0.1  # (0, 0): middle of the lens
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
along, across = (dx + dy) / np.sqrt(2), (dx - dy) / np.sqrt(2)  # turned by 45 degrees
handle = (along >= 0.25) & (along < 0.66) & (np.abs(across) <= 0.055)
image[handle] = (120, 75, 45, 255)
r = np.hypot(dx, dy)
lens = r <= 0.28
image[lens] = (190, 225, 245, 160)  # half transparent glass
rim = np.abs(r - 0.27) <= 0.035
image[rim] = (60, 65, 75, 255)
