import cmath
import numpy as np
from functools import lru_cache

W = H = 128
C = complex(-0.7269, 0.1889)

@lru_cache(maxsize=None)
def colour(n: int) -> tuple:
    if n >= 60:
        return (0, 0, 0)
    phase = cmath.exp(1j * n * 0.21)
    return (
        int(127 + 127 * phase.real),
        int(127 + 127 * phase.imag),
        int(255 * (n / 60) ** 0.5),
    )

def escape_time(z: complex) -> int:
    n = 0
    while abs(z) < 2 and n < 60:
        z = z * z + C
        n += 1
    return n

image = np.zeros((H, W, 3), dtype=np.uint8)
for row in range(H):
    for col in range(W):
        z = complex(3.2 * col / W - 1.6, 2.4 * row / H - 1.2)
        image[row, col] = colour(escape_time(z))

print(colour.cache_info().currsize, 'different colours')
