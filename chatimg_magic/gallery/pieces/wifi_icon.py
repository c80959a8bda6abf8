# prompt: a wifi symbol, three arcs above a dot
# tags: wifi, wireless, signal, network, icon, arcs, radio, internet
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s - 0.28
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
r = np.hypot(dx, dy)  # distance from the dot
wedge = -dy >= np.abs(dx)  # the quarter of the plane above the dot
dot = r <= 0.07
arcs = np.zeros((H, W), dtype=bool)
for radius in (0.2, 0.37, 0.54):
    arcs |= wedge & (np.abs(r - radius) <= 0.045)
image[dot | arcs] = (40, 110, 220, 255)
