# prompt: a green cactus with two arms in the desert
# tags: cactus, desert, plant, sand, arms, western, sun
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.55 * H) / s
image = np.full((H, W, 3), (255, 215, 150), dtype=np.uint8)  # evening sky
sand = dy >= 0.3
image[sand] = (225, 165, 95)
# each part is a bar with a round end
trunk = (np.abs(dx) <= 0.09) & (dy >= -0.36) & (dy < 0.36)
top = dx ** 2 + (dy + 0.36) ** 2 <= 0.09 ** 2
left = (dx >= -0.28) & (dx < 0) & (np.abs(dy - 0.08) <= 0.055)
left_up = (np.abs(dx + 0.28) <= 0.055) & (dy >= -0.15) & (dy < 0.08)
right = (dx < 0.26) & (dx > 0) & (np.abs(dy + 0.02) <= 0.055)
right_up = (np.abs(dx - 0.26) <= 0.055) & (dy >= -0.25) & (dy < -0.02)
ends = ((dx + 0.28) ** 2 + (dy + 0.15) ** 2 <= 0.055 ** 2) | (
    (dx - 0.26) ** 2 + (dy + 0.25) ** 2 <= 0.055 ** 2)
cactus = trunk | top | left | left_up | right | right_up | ends
image[cactus] = (60, 135, 75)
