import colorsys
import numpy as np


def hilbert(order, x=0.0, y=0.0, xi=1.0, xj=0.0, yi=0.0, yj=1.0):
    if order <= 0:
        yield (x + (xi + yi) / 2, y + (xj + yj) / 2)
        return
    yield from hilbert(order - 1, x, y, yi / 2, yj / 2, xi / 2, xj / 2)
    yield from hilbert(order - 1, x + xi / 2, y + xj / 2, xi / 2, xj / 2, yi / 2, yj / 2)
    yield from hilbert(order - 1, x + xi / 2 + yi / 2, y + xj / 2 + yj / 2, xi / 2, xj / 2, yi / 2, yj / 2)
    yield from hilbert(order - 1, x + xi / 2 + yi, y + xj / 2 + yj, -yi / 2, -yj / 2, -xi / 2, -xj / 2)


ORDER = 5
SIZE = 256
pts = [(int(px * SIZE), int(py * SIZE)) for px, py in hilbert(ORDER)]
image = np.full((SIZE, SIZE, 3), 18, dtype=np.uint8)

for i, ((x0, y0), (x1, y1)) in enumerate(zip(pts, pts[1:])):
    r, g, b = colorsys.hsv_to_rgb(i / len(pts), 0.8, 1.0)
    xa, xb = sorted((x0, x1))
    ya, yb = sorted((y0, y1))
    image[ya - 1:yb + 2, xa - 1:xb + 2] = [round(255 * v) for v in (r, g, b)]

print(f"{len(pts)} points on the curve of order {ORDER}")
