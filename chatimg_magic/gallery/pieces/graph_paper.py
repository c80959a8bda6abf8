# prompt: graph paper with thin blue grid lines, every fifth line darker
# tags: grid, graph paper, lines, squared, mesh, pattern, notebook
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = max(4, s // 20)  # distance between two lines
line = max(1, s // 200)  # thickness of a line
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white paper
thin = (xx % n < line) | (yy % n < line)
image[thin] = (190, 215, 245)
fifth = (xx % (5 * n) < line) | (yy % (5 * n) < line)
image[fifth] = (90, 140, 210)
