# prompt: a rainbow over green hills
# tags: rainbow, arch, hills, landscape, colours, spectrum, sky, bow
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
sky = (165, 215, 245)
image = np.full((H, W, 3), sky, dtype=np.uint8)
d = np.hypot(xx - W / 2, yy - 0.75 * H)  # distance from the middle of the bow
colors = [(230, 50, 50), (245, 150, 40), (250, 225, 60), (70, 185, 80),
          (60, 110, 220), (130, 70, 180), sky]
for k, color in enumerate(colors):  # from outside to inside
    band = d <= (0.47 - 0.035 * k) * s
    image[band] = color
back = yy >= H * (0.72 + 0.05 * np.cos(2 * np.pi * xx / W))
image[back] = (120, 185, 90)
front = yy >= H * (0.84 - 0.05 * np.sin(2 * np.pi * xx / W + 0.6))
image[front] = (85, 150, 70)
