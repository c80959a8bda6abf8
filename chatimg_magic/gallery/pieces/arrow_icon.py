# prompt: a green arrow pointing to the right, transparent background
# tags: arrow, right, icon, direction, pointer, next, transparent, triangle
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
shaft = (dx >= -0.42) & (dx < 0.05) & (np.abs(dy) <= 0.11)
# the head gets narrower towards its tip; swap dx and dy to point downwards
head = (dx >= 0.05) & (dx < 0.42) & (np.abs(dy) <= (0.42 - dx) * 0.8)
image[shaft | head] = (40, 160, 90, 255)
