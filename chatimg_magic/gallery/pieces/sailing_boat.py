# prompt: a sailing boat with white sails on the sea
# tags: boat, ship, sailing, sea, sail, mast, water, yacht, vehicle
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = (xx - W / 2) / s, (yy - 0.72 * H) / s  # (0, 0): deck of the boat
image = np.full((H, W, 3), (185, 225, 250), dtype=np.uint8)  # sky
mast = (np.abs(dx) <= 0.012) & (dy >= -0.64) & (dy < 0)
image[mast] = (95, 65, 45)
main = (dx > 0.03) & (dy >= -0.6) & (dy < -0.05) & (dx <= 0.03 + (dy + 0.6) * 0.58)
image[main] = (255, 255, 255)
jib = (dx < -0.03) & (dy >= -0.5) & (dy < -0.05) & (-dx <= 0.03 + (dy + 0.5) * 0.52)
image[jib] = (250, 215, 120)
hull = (dy >= 0) & (dy < 0.14) & (np.abs(dx) <= 0.38 - 0.8 * dy)  # narrower below
image[hull] = (170, 50, 45)
sea = dy >= 0.1 + 0.012 * np.sin(dx * 40)
image[sea] = (40, 110, 170)
