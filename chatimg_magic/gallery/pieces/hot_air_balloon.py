# prompt: a red hot-air balloon above a calm sea
# tags: balloon, aircraft, sky, sea, basket, sphere, flying, stripes
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx, r = 0.34 * H, W / 2, 0.26 * s
image = np.full((H, W, 3), (190, 225, 255), dtype=np.uint8)  # sky
sea = yy >= 0.8 * H
image[sea] = (50, 110, 170)
ball = (xx - cx) ** 2 + (yy - cy) ** 2 <= r ** 2
tip = cy + 0.42 * s  # below the ball it narrows to a tip
side = np.abs(xx - cx)
neck = (yy > cy + 0.12 * s) & (yy < cy + 0.34 * s) & (side <= (tip - yy) * 0.76)
balloon = ball | neck
image[balloon] = (210, 45, 45)
stripes = balloon & (side // (0.065 * s) % 2 == 1)
image[stripes] = (255, 215, 110)
basket = (side <= 0.055 * s) & (np.abs(yy - cy - 0.41 * s) <= 0.04 * s)
image[basket] = (125, 80, 45)
