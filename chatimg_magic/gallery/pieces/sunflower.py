# prompt: a sunflower with pointed yellow petals seen from the front
# tags: sunflower, flower, petals, plant, yellow, brown centre, seeds
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
r, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
image = np.full((H, W, 3), (140, 200, 235), dtype=np.uint8)  # sky
n = 16  # number of petals; the radius swings with the angle
back = r <= 0.3 + 0.15 * np.abs(np.sin(n / 2 * angle))
image[back] = (235, 160, 20)
front = r <= 0.26 + 0.15 * np.abs(np.cos(n / 2 * angle))
image[front] = (255, 205, 40)
centre = r <= 0.19
image[centre] = (95, 55, 30)
seeds = centre & ((dx + dy) % 0.05 < 0.02) & ((dx - dy) % 0.05 < 0.02)
image[seeds] = (155, 100, 55)
