# prompt: a white right-angled triangle filling the lower left half
# tags: triangle, right angle, half, diagonal edge, lower left, slope, ramp
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
image = np.full((H, W), 40, dtype=np.uint8)  # dark gray
u, v = xx / W, yy / H  # 0 to 1 across and down
# on the diagonal u equals v; other corners: use 1 - u or 1 - v
triangle = u <= v
image[triangle] = 255
edge = np.abs(u - v) <= 0.01
image[edge] = 160  # gray line along the slope
