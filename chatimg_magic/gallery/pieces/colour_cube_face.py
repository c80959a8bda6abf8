# prompt: one side of a puzzle cube, three by three coloured tiles
# tags: cube, puzzle, tiles, three by three, grid, mosaic, colours, game
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
image = np.full((H, W, 3), (235, 235, 240), dtype=np.uint8)  # pale gray
cell = 0.29 * s
u, v = (xx - W / 2) / cell + 1.5, (yy - H / 2) / cell + 1.5  # 0 to 3 on the cube
cube = (u >= -0.1) & (u < 3.1) & (v >= -0.1) & (v < 3.1)
image[cube] = (25, 25, 30)
colors = [(200, 40, 50), (250, 215, 40), (30, 90, 190), (250, 130, 30), (245, 245, 245)]
colors += [(30, 150, 80), (250, 215, 40), (30, 90, 190), (200, 40, 50)]
for k in range(9):  # row k // 3, column k % 3
    du, dv = np.abs(u - k % 3 - 0.5), np.abs(v - k // 3 - 0.5)
    tile = (du <= 0.44) & (dv <= 0.44)
    image[tile] = colors[k]
