# prompt: a soft glowing spot of light in the dark
# tags: glow, light, radial gradient, blur, spot, gaussian, lamp, fade
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
d = np.hypot(xx - cx, yy - cy)  # distance from the centre
width = 0.22 * s  # how far the light reaches
brightness = np.exp(-(d / width) ** 2)  # 1 in the middle, fades to 0
image = (255 * brightness).astype(np.uint8)
