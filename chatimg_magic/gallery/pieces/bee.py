# prompt: a striped bee flying to the right
# tags: bee, insect, animal, stripes, wings, yellow and black, flying, wasp
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.57 * H) / s
image = np.full((H, W, 3), (175, 220, 245), dtype=np.uint8)  # sky
wing1 = ((dx + 0.1 + 0.5 * (dy + 0.25)) / 0.1) ** 2 + ((dy + 0.25) / 0.2) ** 2 <= 1
wing2 = ((dx - 0.1 + 0.2 * (dy + 0.25)) / 0.09) ** 2 + ((dy + 0.25) / 0.2) ** 2 <= 1
image[wing1 | wing2] = (245, 250, 255)
sting = (dx >= -0.4) & (dx < -0.25) & (np.abs(dy) <= (dx + 0.4) * 0.35)
head = (dx - 0.28) ** 2 + (dy + 0.01) ** 2 <= 0.12 ** 2
image[sting | head] = (40, 35, 30)
body = (dx / 0.31) ** 2 + (dy / 0.2) ** 2 <= 1
image[body] = (250, 200, 40)
stripes = body & ((dx + 0.31) % 0.15 < 0.07) & (dx < 0.2)
image[stripes] = (40, 35, 30)
eye = (dx - 0.32) ** 2 + (dy + 0.04) ** 2 <= 0.03 ** 2
image[eye] = (255, 255, 255)
