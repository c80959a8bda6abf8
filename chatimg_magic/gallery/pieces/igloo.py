# prompt: an igloo built of snow blocks under a night sky
# tags: igloo, snow, ice, arctic, dome, building, blocks, winter, night
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = (xx - W / 2) / s, (yy - 0.76 * H) / s  # (0, 0): middle of the floor
image = np.full((H, W, 3), (35, 50, 100), dtype=np.uint8)  # night sky
snow = dy >= 0
image[snow] = (225, 235, 250)
dome = (dx ** 2 + dy ** 2 <= 0.4 ** 2) & (dy < 0)
image[dome] = (245, 250, 255)
row = np.floor(-dy / 0.09)
# blocks: level joints, and upright joints moved by half in every second row
joints = (-dy % 0.09 < 0.01) | ((dx + row % 2 * 0.08) % 0.16 < 0.01)
image[dome & joints] = (165, 190, 225)
porch = (dx ** 2 + dy ** 2 <= 0.17 ** 2) & (dy < 0)
image[porch] = (205, 220, 245)
door = (dx ** 2 + dy ** 2 <= 0.12 ** 2) & (dy < 0)
image[door] = (30, 35, 60)
