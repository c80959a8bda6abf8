# prompt: an orange fish swimming in blue water with bubbles
# tags: fish, animal, sea, water, swimming, tail, fin, bubbles, underwater
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.55 * H) / s
image = np.full((H, W, 3), (40, 130, 190), dtype=np.uint8)  # water
tail = (dx >= 0.15) & (dx < 0.42) & (np.abs(dy) <= (dx - 0.15) * 0.75)
image[tail] = (225, 95, 25)
body = (dx + 0.08) ** 2 / 0.3 ** 2 + dy ** 2 / 0.19 ** 2 <= 1
image[body] = (255, 145, 40)
stripe = body & (np.abs(dx + 0.1) <= 0.035)
eye = (dx + 0.24) ** 2 + (dy + 0.05) ** 2 <= 0.045 ** 2
image[stripe | eye] = (255, 255, 255)
pupil = (dx + 0.25) ** 2 + (dy + 0.05) ** 2 <= 0.022 ** 2
image[pupil] = (20, 20, 20)
for x, y, r in [(-0.4, -0.18, 0.03), (-0.43, -0.29, 0.022), (-0.38, -0.4, 0.035)]:
    bubble = (dx - x) ** 2 + (dy - y) ** 2 <= r ** 2
    image[bubble] = (190, 230, 250)
