# prompt: a round play button with a white triangle, transparent background
# tags: play, button, video, media, icon, triangle right, start, transparent
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
button = dx ** 2 + dy ** 2 <= 0.44 ** 2
image[button] = (225, 60, 80, 255)
# triangle pointing right: the height shrinks as dx grows
triangle = (dx >= -0.13) & (dx < 0.25) & (np.abs(dy) <= (0.25 - dx) * 0.58)
image[triangle] = (255, 255, 255, 255)
