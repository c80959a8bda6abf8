# prompt: two overlapping discs, a blue and a yellow one, green where they meet
# tags: overlap, venn, discs, circles, two, intersection, mixing, transparent
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, r = H / 2, 0.28 * s
left_x, right_x = W / 2 - 0.16 * s, W / 2 + 0.16 * s
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white
blue = (xx - left_x) ** 2 + (yy - cy) ** 2 <= r ** 2
yellow = (xx - right_x) ** 2 + (yy - cy) ** 2 <= r ** 2
image[blue] = (40, 90, 220)
image[yellow] = (255, 220, 40)
both = blue & yellow  # the common part
image[both] = (40, 160, 80)
