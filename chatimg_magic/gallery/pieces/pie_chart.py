# prompt: a pie chart with four slices of different colours
# tags: pie chart, slices, sectors, wedge, diagram, circle, angle, share
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
cy, cx = H / 2, W / 2
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white
disc = (xx - cx) ** 2 + (yy - cy) ** 2 <= (0.42 * s) ** 2
turn = np.arctan2(xx - cx, cy - yy) / (2 * np.pi) % 1  # clockwise from the top
starts = [0.0, 0.40, 0.65, 0.85]  # where each slice begins
colors = [(60, 120, 200), (240, 150, 50), (90, 180, 90), (210, 70, 80)]
for k in range(4):
    wedge = disc & (turn >= starts[k])  # later slices cover the earlier ones
    image[wedge] = colors[k]
