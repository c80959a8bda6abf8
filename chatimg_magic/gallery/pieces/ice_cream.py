# prompt: an ice cream cone with two scoops
# tags: ice cream, cone, scoop, dessert, food, waffle, sweet, summer
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (190, 230, 235), dtype=np.uint8)  # mint
cone = (dy >= 0) & (dy < 0.46) & (np.abs(dx) <= (0.46 - dy) * 0.42)  # points down
image[cone] = (225, 165, 90)
waffle = cone & (((dx + dy) % 0.08 < 0.014) | ((dx - dy) % 0.08 < 0.014))
image[waffle] = (180, 115, 55)
top = dx ** 2 + (dy + 0.27) ** 2 <= 0.17 ** 2
image[top] = (250, 235, 190)  # vanilla
bottom = dx ** 2 + (dy + 0.06) ** 2 <= 0.2 ** 2
image[bottom] = (245, 145, 170)  # strawberry
cherry = dx ** 2 + (dy + 0.44) ** 2 <= 0.045 ** 2
image[cherry] = (200, 30, 50)
