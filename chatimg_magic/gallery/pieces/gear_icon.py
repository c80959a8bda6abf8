# prompt: a gray gear icon for settings
# tags: gear, cog, settings, wheel, teeth, icon, machine, transparent
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
r, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
n = 8  # number of teeth: the radius is larger where the cosine is positive
edge = 0.34 + 0.09 * (np.cos(n * angle) > 0)
gear = (r <= edge) & (r >= 0.15)  # with a hole in the middle
image[gear] = (95, 105, 120, 255)
