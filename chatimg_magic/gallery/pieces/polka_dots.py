# prompt: white polka dots on pink fabric
# tags: polka dots, pattern, fabric, offset lattice, circles, spots, pink
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = max(8, s // 6)  # distance between two dots
image = np.full((H, W, 3), (240, 120, 160), dtype=np.uint8)  # pink
row = yy // n
shifted = xx + (row % 2) * n // 2  # every second row is moved by half
# distance from the middle of the lattice cell
u, v = shifted % n - (n - 1) / 2, yy % n - (n - 1) / 2
dots = u ** 2 + v ** 2 <= (0.3 * n) ** 2
image[dots] = (255, 255, 255)
