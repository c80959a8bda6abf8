# prompt: a thick white frame along the border of a gray picture
# tags: frame, border, edge, margin, outline, rectangle, hollow
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
t = 0.1 * s  # thickness of the frame
image = np.full((H, W), 90, dtype=np.uint8)  # gray
left, right = xx < t, xx >= W - t
top, bottom = yy < t, yy >= H - t
frame = left | right | top | bottom
image[frame] = 255
