# prompt: a green leaf with veins, transparent background
# tags: leaf, plant, nature, veins, ellipse, rotated, transparent, eco
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
a = np.deg2rad(-45)  # turn the coordinates to draw a slanted shape
u, v = dx * np.cos(a) + dy * np.sin(a), dy * np.cos(a) - dx * np.sin(a)
# abs(v) mirrors the arc of a big circle: a pointed lens
blade = u ** 2 + (np.abs(v) + 0.25) ** 2 <= 0.48 ** 2
image[blade] = (80, 170, 70, 255)
stalk = (u >= -0.55) & (u < 0.38) & (np.abs(v) <= 0.012)
veins = blade & ((u - np.abs(v)) % 0.12 < 0.015) & (u < 0.3)
image[stalk | veins] = (40, 110, 45, 255)
