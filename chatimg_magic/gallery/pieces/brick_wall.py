# prompt: a wall of red bricks with light mortar
# tags: brick, wall, pattern, mortar, offset rows, masonry, texture
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
h = max(6, s // 8)  # height of a brick, it is twice as long
m = max(1, s // 64)  # width of the mortar
image = np.full((H, W, 3), (215, 205, 190), dtype=np.uint8)  # mortar
row = yy // h
shifted = xx + (row % 2) * h  # every second row is moved by half a brick
brick = (yy % h >= m) & (shifted % (2 * h) >= m)
image[brick] = (175, 65, 45)
dark = brick & ((row * 3 + shifted // (2 * h) * 5) % 4 == 0)  # some are darker
image[dark] = (150, 50, 38)
