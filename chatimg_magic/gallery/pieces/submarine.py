# prompt: a yellow submarine under water
# tags: submarine, boat, sea, underwater, periscope, portholes, vehicle, yellow
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.55 * H) / s
image = np.full((H, W, 3), (25, 100, 160), dtype=np.uint8)  # deep water
pipe = (np.abs(dx - 0.02) <= 0.018) & (dy >= -0.38) & (dy < -0.1)
bend = (dx >= 0.02) & (dx < 0.12) & (np.abs(dy + 0.36) <= 0.02)
propeller = (np.abs(dx + 0.42) <= 0.02) & (np.abs(dy) <= 0.12)
image[pipe | bend | propeller] = (190, 120, 30)
tower = (np.abs(dx) <= 0.12) & (dy >= -0.26) & (dy < 0)
hull = (dx / 0.42) ** 2 + (dy / 0.18) ** 2 <= 1
image[tower | hull] = (250, 205, 50)
for x in (-0.2, 0.0, 0.2):
    frame = (dx - x) ** 2 + dy ** 2 <= 0.07 ** 2
    image[frame] = (190, 120, 30)
    glass = (dx - x) ** 2 + dy ** 2 <= 0.05 ** 2
    image[glass] = (190, 235, 250)
