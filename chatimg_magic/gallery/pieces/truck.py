# prompt: a blue lorry with a white box seen from the side
# tags: truck, lorry, van, vehicle, transport, wheels, delivery, side view
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.52 * H) / s
image = np.full((H, W, 3), (250, 225, 170), dtype=np.uint8)  # sand colour
road = dy >= 0.27
image[road] = (90, 90, 95)
box = (dx >= -0.45) & (dx < 0.14) & (dy >= -0.28) & (dy < 0.18)
image[box] = (245, 245, 245)
cab = (dx >= 0.16) & (dx < 0.44) & (dy >= -0.14) & (dy < 0.18)
chassis = (dx >= -0.45) & (dx < 0.44) & (dy >= 0.14) & (dy < 0.2)
image[cab | chassis] = (40, 90, 170)
window = (dx >= 0.26) & (dx < 0.44) & (dy >= -0.09) & (dy < 0.03)
image[window] = (185, 220, 240)
r = np.hypot(np.abs(dx) - 0.3, dy - 0.2)  # mirrored: both wheels at once
image[r <= 0.095] = (35, 35, 40)  # tyres
image[r <= 0.045] = (190, 190, 195)  # hubs
