# prompt: a red and white striped lighthouse by the sea
# tags: lighthouse, tower, sea, coast, stripes, lamp, building, beacon
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s, base = min(H, W), 0.86 * H
dx, up = np.abs(xx - W / 2) / s, (base - yy) / s  # up: height above the rock
image = np.full((H, W, 3), (160, 210, 240), dtype=np.uint8)  # sky
image[up <= 0.08] = (35, 95, 150)  # sea
rock = (dx / 0.35) ** 2 + ((up + 0.14) / 0.18) ** 2 <= 1
image[rock] = (100, 95, 90)
tower = (up > 0) & (up <= 0.56) & (dx <= 0.13 - 0.09 * up)  # narrower at the top
image[tower] = (250, 250, 250)
stripes = tower & (up // 0.112 % 2 == 0)
image[stripes] = (205, 40, 40)
lamp = (up > 0.58) & (up <= 0.68) & (dx <= 0.06)
image[lamp] = (255, 225, 90)
gallery = (np.abs(up - 0.57) <= 0.015) & (dx <= 0.11)
roof = (up > 0.68) & (up <= 0.78) & (dx <= (0.78 - up) * 0.8)
image[gallery | roof] = (60, 60, 70)
