# prompt: a white aeroplane seen from above, flying up
# tags: aeroplane, airplane, plane, aircraft, wings, flying, sky, jet, vehicle
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # dx is mirrored: both wings
image = np.full((H, W, 3), (95, 165, 225), dtype=np.uint8)  # sky
# swept wings: both edges move back (down) as dx grows
wings = (dx <= 0.43) & (dy >= -0.1 + 0.5 * dx) & (dy < 0.08 + 0.18 * dx)
tail = (dx <= 0.17) & (dy >= 0.28 + 0.5 * dx) & (dy < 0.38 + 0.2 * dx)
image[wings | tail] = (205, 215, 225)
engines = ((dx - 0.19) / 0.03) ** 2 + ((dy - 0.01) / 0.07) ** 2 <= 1
image[engines] = (110, 120, 135)
body = (dx / 0.065) ** 2 + (dy / 0.45) ** 2 <= 1
image[body] = (250, 250, 252)
window = body & (np.abs(dy + 0.36) <= 0.02)
image[window] = (60, 90, 130)
