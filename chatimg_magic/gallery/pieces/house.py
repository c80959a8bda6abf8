# prompt: a house with a brown roof, a door and two windows
# tags: house, home, building, roof, door, windows, wall
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cx, base = W / 2, 0.84 * H  # the house stands on row base
image = np.full((H, W, 3), (165, 210, 240), dtype=np.uint8)  # sky
image[yy >= base] = (130, 175, 85)  # ground
wall = (np.abs(xx - cx) <= 0.3 * s) & (yy < base) & (yy >= base - 0.4 * s)
image[wall] = (245, 225, 180)
apex = base - 0.74 * s  # roof: a triangle, the width grows downwards
roof = (yy >= apex) & (yy < base - 0.4 * s) & (np.abs(xx - cx) <= (yy - apex) * 1.1)
image[roof] = (150, 70, 45)
side = np.abs(xx - cx)  # mirrored: both windows at once
door = (side <= 0.07 * s) & (yy < base) & (yy >= base - 0.25 * s)
image[door] = (95, 60, 40)
high = np.abs(yy - base + 0.25 * s) <= 0.06 * s
windows = high & (np.abs(side - 0.19 * s) <= 0.06 * s)
image[windows] = (90, 150, 210)
