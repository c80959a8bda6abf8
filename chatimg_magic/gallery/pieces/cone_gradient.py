# prompt: a conical gradient that turns around the centre like a radar
# tags: gradient, angle, conic, cone, sweep, radar, polar, turn
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W), 20, dtype=np.uint8)  # nearly black
angle = np.arctan2(yy - cy, xx - cx)  # -pi to pi
turn = (angle / (2 * np.pi)) % 1  # 0 to 1, once around
shade = (255 * turn).astype(np.uint8)
disc = (xx - cx) ** 2 + (yy - cy) ** 2 <= (0.45 * s) ** 2
image[disc] = shade[disc]
