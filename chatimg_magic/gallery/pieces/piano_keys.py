# prompt: white and black piano keys
# tags: piano, keyboard, keys, music, instrument, black and white, octave
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
n = 7  # white keys of one octave
image = np.full((H, W), 250, dtype=np.uint8)  # white keys
u = xx * n / W  # position in keys
gap = max(1, W // 100) * n / W
lines = (u % 1 < gap) & (u > 0.5)  # between two white keys
image[lines] = 120
for k in (1, 2, 4, 5, 6):  # the black keys sit on these lines
    key = (np.abs(u - k) <= 0.3) & (yy < 0.6 * H)
    image[key] = 20
