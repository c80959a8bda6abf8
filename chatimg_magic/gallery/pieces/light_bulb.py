# prompt: a glowing light bulb
# tags: bulb, lamp, light, idea, glow, electric, energy
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from a middle point, 1 is the short side of the picture
dx, dy = (xx - W / 2) / s, (yy - 0.42 * H) / s
r, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
image = np.full((H, W, 3), (45, 60, 95), dtype=np.uint8)  # dark blue
rays = (r >= 0.3) & (r <= 0.37) & (np.cos(12 * angle) > 0.6) & (dy < 0.1)
image[rays] = (255, 235, 150)
glass = r <= 0.25
neck = (dy >= 0) & (dy < 0.32) & (np.abs(dx) <= 0.26 - 0.5 * dy)
image[glass | neck] = (255, 220, 80)
wire = (np.abs(np.abs(dx) - 0.05) <= 0.01) & (dy > 0) & (dy < 0.32)
image[wire] = (200, 130, 30)
base = (np.abs(dx) <= 0.1) & (dy >= 0.32) & (dy < 0.48)
image[base] = (150, 155, 165)
grooves = base & (dy % 0.05 < 0.016)
image[grooves] = (95, 100, 110)
