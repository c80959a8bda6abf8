# prompt: concentric squares alternating light and dark gray
# tags: squares, concentric, nested, frames, target, pattern, tunnel
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W), 50, dtype=np.uint8)  # dark gray
n = s / 12  # thickness of one frame
# the larger of the two distances has square level lines
d = np.maximum(np.abs(xx - cx), np.abs(yy - cy))
frames = d // n % 2 == 0
image[frames] = 220
