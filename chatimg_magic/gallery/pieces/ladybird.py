# prompt: a red ladybird with black dots on a green leaf, seen from above
# tags: ladybird, ladybug, beetle, insect, animal, dots, red, spots, bug
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - 0.54 * H) / s  # dx is mirrored
image = np.full((H, W, 3), (130, 190, 90), dtype=np.uint8)  # leaf green
legs = (dx <= 0.4) & (np.abs((dy - 0.02) % 0.18 - 0.09) <= 0.012) & (np.abs(dy) < 0.27)
head = dx ** 2 + (dy + 0.32) ** 2 <= 0.13 ** 2
image[legs | head] = (25, 25, 25)
body = (dx / 0.31) ** 2 + (dy / 0.35) ** 2 <= 1
image[body] = (215, 35, 30)
seam = body & (dx <= 0.01)
image[seam] = (25, 25, 25)
for x, y, r in [(0.13, -0.18, 0.055), (0.18, 0.0, 0.06), (0.12, 0.18, 0.055)]:
    dot = (dx - x) ** 2 + (dy - y) ** 2 <= r ** 2
    image[dot] = (25, 25, 25)
eyes = (dx - 0.06) ** 2 + (dy + 0.37) ** 2 <= 0.025 ** 2
image[eyes] = (255, 255, 255)
