# prompt: interference of two circular waves, like ripples on water
# tags: waves, interference, ripples, rings, water, physics, sine, pattern
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# distance of every pixel from the two sources
d1 = np.hypot(xx - 0.35 * W, yy - 0.5 * H)
d2 = np.hypot(xx - 0.65 * W, yy - 0.5 * H)
wavelength = s / 14
wave1 = np.sin(2 * np.pi * d1 / wavelength)
wave2 = np.sin(2 * np.pi * d2 / wavelength)
height = (wave1 + wave2) / 2  # between -1 and 1
image = (127.5 + 127.5 * height).astype(np.uint8)
