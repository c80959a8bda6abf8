# prompt: a six-armed snowflake, transparent background
# tags: snowflake, snow, winter, ice, crystal, star, six, symmetric, transparent
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
flake = np.zeros((H, W), dtype=bool)
for k in range(6):  # the same arm, turned six times
    a = 2 * np.pi * k / 6 + np.pi / 2
    along = dx * np.cos(a) + dy * np.sin(a)
    across = np.abs(dy * np.cos(a) - dx * np.sin(a))
    flake |= (along >= 0) & (along < 0.45) & (across <= 0.022)
    for start in (0.14, 0.27):  # two pairs of twigs that slant outwards
        flake |= (across < 0.12) & (np.abs(along - start - 0.6 * across) <= 0.02)
image[flake] = (90, 170, 235, 255)
