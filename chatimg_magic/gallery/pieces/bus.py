# prompt: a yellow bus seen from the side
# tags: bus, vehicle, school bus, wheels, windows, street, side view, transport
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.52 * H) / s
image = np.full((H, W, 3), (200, 230, 245), dtype=np.uint8)  # sky
road = dy >= 0.26
image[road] = (100, 100, 105)
body = (np.abs(dx) <= 0.44) & (dy >= -0.26) & (dy < 0.2)
image[body] = (250, 190, 30)
# the windows repeat along the bus by modulo
windows = (np.abs(dx + 0.08) <= 0.32) & (np.abs(dy + 0.11) <= 0.08) & (dx % 0.13 < 0.1)
door = (dx >= 0.29) & (dx < 0.4) & (dy >= -0.19) & (dy < 0.17)
image[windows | door] = (90, 140, 180)  # glass
band = body & (np.abs(dy - 0.06) <= 0.015) & (dx < 0.25)
tires = (np.abs(dx) - 0.24) ** 2 + (dy - 0.2) ** 2 <= 0.09 ** 2  # mirrored wheels
image[band | tires] = (35, 35, 40)
hubs = (np.abs(dx) - 0.24) ** 2 + (dy - 0.2) ** 2 <= 0.04 ** 2
image[hubs] = (200, 200, 205)
