# prompt: the graph of a sine wave with axes
# tags: sine, graph, plot, curve, function, axes, wave, line, mathematics
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
image = np.full((H, W), 255, dtype=np.uint8)  # white paper
thin, thick = max(1, s // 120), max(1, s // 60)
axes = (np.abs(yy - H / 2) <= thin / 2) | (np.abs(xx - 0.1 * W) <= thin / 2)
image[axes] = 150
k = 2 * np.pi * 2 / W  # two waves across the picture
curve_y = H / 2 - 0.35 * H * np.sin(k * (xx - 0.1 * W))
slope = 0.35 * H * k * np.cos(k * (xx - 0.1 * W))
# dividing by the slope keeps the line equally thick everywhere
curve = np.abs(yy - curve_y) / np.sqrt(1 + slope ** 2) <= thick
image[curve] = 0
