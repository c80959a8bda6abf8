# prompt: a colourful butterfly with spread wings
# tags: butterfly, insect, animal, wings, symmetric, mirrored, spring
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # mirrored: both wings at once
image = np.full((H, W, 3), (225, 240, 215), dtype=np.uint8)  # pale green
upper = ((dx - 0.22) / 0.22) ** 2 + ((dy + 0.15 + 0.4 * (dx - 0.22)) / 0.19) ** 2 <= 1
image[upper] = (90, 60, 170)
lower = ((dx - 0.17) / 0.17) ** 2 + ((dy - 0.2 - 0.3 * (dx - 0.17)) / 0.16) ** 2 <= 1
image[lower] = (235, 110, 50)
spots = (dx - 0.27) ** 2 + (dy + 0.19) ** 2 <= 0.07 ** 2
image[spots] = (250, 210, 80)
dots = (dx - 0.19) ** 2 + (dy - 0.22) ** 2 <= 0.05 ** 2
image[dots] = (255, 240, 200)
body = (dx / 0.035) ** 2 + ((dy - 0.02) / 0.27) ** 2 <= 1
feelers = (dy >= -0.4) & (dy < -0.22) & (np.abs(dx + 0.7 * (dy + 0.22)) <= 0.01)
image[body | feelers] = (50, 35, 30)
