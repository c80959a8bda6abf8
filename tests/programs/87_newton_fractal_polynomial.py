import warnings
import numpy as np
from numpy.polynomial import Polynomial

warnings.filterwarnings("ignore", category=RuntimeWarning)

p = Polynomial([-1, 0, 0, 0, 0, 1])      # z^5 - 1
dp = p.deriv()
roots = p.roots()

N = 200
re, im = np.meshgrid(np.linspace(-1.6, 1.6, N), np.linspace(-1.6, 1.6, N))
z = re + 1j * im
steps = np.zeros(z.shape, dtype=int)

for _ in range(30):
    dz = p(z) / dp(z)
    z = z - dz
    steps[np.abs(dz) > 1e-5] += 1

closest = np.argmin(np.abs(z[..., None] - roots), axis=-1)
palette = np.array([
    [0.93, 0.35, 0.40], [0.97, 0.75, 0.32], [0.30, 0.72, 0.55], [0.25, 0.50, 0.85], [0.62, 0.38, 0.78],
])
shade = 1.0 / (1.0 + 0.09 * steps)
image = (palette[closest] * shade[..., None] * 255).astype(np.uint8)
print("roots:", np.round(roots, 3))
