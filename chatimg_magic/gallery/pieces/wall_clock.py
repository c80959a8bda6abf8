# prompt: a wall clock without numbers showing ten past ten
# tags: clock, watch, time, hands, hour, minute, dial, round, ticks
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (200, 215, 200), dtype=np.uint8)  # wall
r = np.hypot(dx, dy)
image[r <= 0.46] = (60, 70, 85)  # case
image[r <= 0.41] = (250, 250, 245)  # dial
# every line: turn, from radius, to radius, half thickness
lines = [(k / 12, 0.33, 0.38, 0.01) for k in range(12)]  # twelve ticks
lines += [(0.847, -0.04, 0.22, 0.02), (0.167, -0.06, 0.31, 0.013)]  # two hands
for turn, r0, r1, half in lines:
    ux, uy = np.sin(2 * np.pi * turn), -np.cos(2 * np.pi * turn)  # clockwise from top
    along, across = dx * ux + dy * uy, dx * uy - dy * ux
    line = (along >= r0) & (along <= r1) & (np.abs(across) <= half)
    image[line] = (30, 30, 35)
image[r <= 0.03] = (200, 50, 50)  # pin
