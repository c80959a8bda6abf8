import numpy as np
from decimal import Decimal, getcontext

getcontext().prec = 420


def arctan_inverse(n):
    """arctan(1/n) as a Decimal by its Taylor series."""
    total = term = Decimal(1) / n
    square, k, sign = n * n, 1, -1
    while abs(term) > Decimal(10) ** -415:
        term /= square
        k += 2
        total += sign * term / k
        sign = -sign
    return total


pi = 4 * (4 * arctan_inverse(5) - arctan_inverse(239))
digits = [int(d) for d in str(pi).replace(".", "")[:400]]

cmap = np.array([
    [94, 79, 162], [50, 136, 189], [102, 194, 165], [171, 221, 164], [230, 245, 152],
    [254, 224, 139], [253, 174, 97], [244, 109, 67], [213, 62, 79], [158, 1, 66],
], dtype=np.uint8)

cell = 11
grid = np.array(digits).reshape(20, 20)
image = np.zeros((20 * cell, 20 * cell, 3), dtype=np.uint8) + 20
offsets = np.hypot(*(np.mgrid[:cell, :cell] - cell // 2))
for (r, c), d in np.ndenumerate(grid):
    dot = offsets <= 2 + d * 0.36
    image[r * cell:(r + 1) * cell, c * cell:(c + 1) * cell][dot] = cmap[d]

print("pi =", str(pi)[:20], "...")
