# prompt: a Sierpinski triangle fractal
# tags: sierpinski, fractal, triangle, bitwise, recursive, mathematics
# mode: gray
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
image = np.full((H, W), 255, dtype=np.uint8)  # white paper
n = 64  # cells along one side
side = 0.92 * s
# cell numbers: row counts down from the apex, column runs along the row
row = np.floor((yy - (H - side) / 2) * n / side).astype(int)
col = np.floor((xx - W / 2) * n / side + (row + 1) / 2).astype(int)
inside = (row >= 0) & (row < n) & (col >= 0) & (col <= row)
fractal = inside & ((col & (row - col)) == 0)  # odd binomial numbers
image[fractal] = 20
