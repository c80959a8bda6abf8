# prompt: an empty football goal with a net on the grass
# tags: goal, football, soccer, net, sport, posts, grass, field
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
line = max(1, s // 100)  # thickness of the net
image = np.full((H, W, 3), (150, 205, 240), dtype=np.uint8)  # sky
base = 0.72 * H
hedge = (yy >= 0.45 * H) & (yy < base)
image[hedge] = (45, 105, 60)
grass = yy >= base
image[grass] = (95, 170, 75)
x0, x1, y0, t = 0.12 * W, 0.88 * W, 0.24 * H, 0.03 * s  # goal, post width
inside = (xx >= x0) & (xx < x1) & (yy >= y0) & (yy < base)
n = max(5, s // 18)
net = inside & ((xx % n < line) | (yy % n < line))
image[net] = (220, 230, 235)
posts = inside & ((xx < x0 + t) | (xx >= x1 - t) | (yy < y0 + t))
image[posts] = (255, 255, 255)
