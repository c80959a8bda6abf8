import numpy as np
from matplotlib.path import Path

ROT = np.exp(-1j * np.pi / 3)


def koch(points, depth):
    if depth == 0:
        return points
    out = []
    for a, b in zip(points, np.roll(points, -1)):
        d = (b - a) / 3
        out.extend([a, a + d, a + d + d * ROT, a + 2 * d])
    return koch(np.array(out), depth - 1)


triangle = np.exp(1j * (np.pi / 2 - np.arange(3) * 2 * np.pi / 3))[::-1]
N = 240
SS = 2
g = np.linspace(-1.25, 1.25, N * SS)
X, Y = np.meshgrid(g, -g)
samples = np.c_[X.ravel(), Y.ravel()]

image = np.zeros((N, N, 3))
image[:] = np.linspace([0.05, 0.10, 0.30], [0.25, 0.45, 0.75], N)[:, None, :]

for radius, depth, color in [(1.0, 4, (0.85, 0.93, 1.0)), (0.62, 3, (0.35, 0.6, 0.9)), (0.3, 3, (1.0, 1.0, 1.0))]:
    flake = koch(triangle * radius, depth)
    inside = Path(np.c_[flake.real, flake.imag]).contains_points(samples).reshape(N * SS, N * SS)
    coverage = inside.reshape(N, SS, N, SS).mean(axis=(1, 3))[..., None]
    image = image * (1 - coverage) + np.array(color) * coverage

print("min/max:", image.min(), image.max())
