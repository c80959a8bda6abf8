# prompt: a green steam locomotive on rails with smoke
# tags: train, locomotive, steam, railway, rails, wheels, smoke, vehicle, engine
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.58 * H) / s
image = np.full((H, W, 3), (245, 235, 210), dtype=np.uint8)  # cream
smoke = ((dx - 0.16) / 0.14) ** 2 + ((dy + 0.36) / 0.06) ** 2 <= 1
image[smoke] = (195, 195, 200)
boiler = (dx >= -0.15) & (dx < 0.38) & (dy >= -0.1) & (dy < 0.12)
cab = (dx >= -0.4) & (dx < -0.12) & (dy >= -0.28) & (dy < 0.12)
image[boiler | cab] = (35, 120, 75)
window = (np.abs(dx + 0.26) <= 0.075) & (np.abs(dy + 0.14) <= 0.07)
image[window] = (190, 225, 240)
chimney = (np.abs(dx - 0.27) <= 0.045) & (dy >= -0.26) & (dy < -0.1)
roof = (dx >= -0.44) & (dx < -0.08) & (np.abs(dy + 0.29) <= 0.025)
image[chimney | roof | (np.abs(dy - 0.3) <= 0.015)] = (50, 50, 55)  # and rail
# the four wheels repeat along the train by modulo
wheels = (np.hypot(dx % 0.2 - 0.1, dy - 0.2) <= 0.085) & (np.abs(dx) < 0.4)
image[wheels] = (190, 45, 40)
