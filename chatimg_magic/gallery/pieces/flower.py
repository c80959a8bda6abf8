# prompt: a pink flower with eight petals and a yellow centre
# tags: flower, petals, daisy, blossom, plant, garden, spring, stem
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = (xx - W / 2) / s, (yy - H / 2 + 0.14 * s) / s  # (0, 0): middle of the flower
image = np.full((H, W, 3), (200, 230, 245), dtype=np.uint8)  # light blue
stem = (np.abs(dx) <= 0.018) & (dy > 0)
side = np.abs(dx)  # mirrored: a leaf on both sides
leaves = ((side - 0.1) / 0.1) ** 2 + ((dy - 0.46 + side * 0.5) / 0.04) ** 2 <= 1
image[stem | leaves] = (70, 150, 70)
for k in range(8):  # petals are discs placed on a circle
    a = 2 * np.pi * k / 8
    petal = (dx - 0.19 * np.cos(a)) ** 2 + (dy - 0.19 * np.sin(a)) ** 2 <= 0.1 ** 2
    image[petal] = (240, 110, 160) if k % 2 else (250, 150, 190)
centre = dx ** 2 + dy ** 2 <= 0.12 ** 2
image[centre] = (255, 205, 60)
