# prompt: a shaded gray ball lit from the upper left with a shadow
# tags: ball, sphere, 3d, shading, light, shadow, marble, round
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx, r = 0.46 * H, 0.5 * W, 0.32 * s
image = np.full((H, W), 225, dtype=np.uint8)  # light table
# flat ellipse below the ball
u, v = (xx - cx - 0.08 * s) / (0.34 * s), (yy - cy - 0.32 * s) / (0.08 * s)
shadow = u ** 2 + v ** 2 <= 1
image[shadow] = 150
ball = (xx - cx) ** 2 + (yy - cy) ** 2 <= r ** 2
d = np.hypot(xx - (cx - 0.4 * r), yy - (cy - 0.4 * r))  # distance to the light spot
shade = np.clip(255 - 150 * d / r, 25, 255).astype(np.uint8)
image[ball] = shade[ball]
