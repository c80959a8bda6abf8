# prompt: a bicycle wheel with spokes
# tags: wheel, bicycle, spokes, tyre, hub, rim, round, radial lines
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = xx - W / 2, yy - H / 2
r = np.hypot(dx, dy)
image = np.full((H, W, 3), (235, 240, 240), dtype=np.uint8)  # pale wall
thick = max(0.6, 0.006 * s)
for k in range(9):  # nine lines through the centre are eighteen spokes
    a = np.pi * k / 9
    spoke = (np.abs(dx * np.sin(a) - dy * np.cos(a)) <= thick) & (r <= 0.4 * s)
    image[spoke] = (130, 135, 140)
rim = (r >= 0.37 * s) & (r <= 0.41 * s)
image[rim] = (190, 60, 50)
tyre = (r >= 0.41 * s) & (r <= 0.46 * s)
hub = r <= 0.05 * s
image[tyre | hub] = (40, 40, 45)
