import numpy as np

SIZE = 128
AA = 4
N = SIZE * AA

yy, xx = np.mgrid[0:N, 0:N] / N
canvas = np.ones((N, N, 3))
canvas[...] = [0.55, 0.8, 0.95]


def paint(mask, color):
    canvas[mask] = color


def circle(cx, cy, r):
    return (xx - cx) ** 2 + (yy - cy) ** 2 < r ** 2


paint(circle(0.5, 0.5, 0.42), (0.25, 0.2, 0.05))
paint(circle(0.5, 0.5, 0.40), (1.0, 0.85, 0.2))
paint(circle(0.36, 0.40, 0.055), (0.15, 0.1, 0.05))
paint(circle(0.64, 0.40, 0.055), (0.15, 0.1, 0.05))
paint(circle(0.345, 0.385, 0.018), (1, 1, 1))
paint(circle(0.625, 0.385, 0.018), (1, 1, 1))
paint(circle(0.5, 0.52, 0.25) & ~circle(0.5, 0.46, 0.25) & (yy > 0.55), (0.6, 0.1, 0.1))
paint(circle(0.27, 0.56, 0.06) | circle(0.73, 0.56, 0.06), (1.0, 0.6, 0.4))

# Downsample for anti-aliasing
image = canvas.reshape(SIZE, AA, SIZE, AA, 3).mean(axis=(1, 3))
image = (image * 255 + 0.5).astype(np.uint8)
