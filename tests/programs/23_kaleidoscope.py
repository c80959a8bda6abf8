import numpy as np
from functools import partial

rng = np.random.default_rng(seed=8)
SIZE, SECTORS = 256, 8

y, x = np.mgrid[-1:1:complex(0, SIZE), -1:1:complex(0, SIZE)]
radius = np.hypot(x, y)
angle = np.arctan2(y, x)

# fold the angle into one wedge and mirror it
wedge = 2 * np.pi / SECTORS
folded = np.abs((angle + np.pi) % wedge - wedge / 2)
u, v = radius * np.cos(folded), radius * np.sin(folded)

def wave(a, b, freq, phase):
    return np.sin(freq * (a * u + b * v) + phase)

waves = [partial(wave, *rng.normal(size=2), rng.uniform(8, 22), rng.uniform(0, 6.3)) for _ in range(6)]
fields = [w() for w in waves]

r = (fields[0] + fields[1] * fields[2]) * 0.4 + 0.5
g = (fields[2] + fields[3] * fields[4]) * 0.4 + 0.5
b = (fields[4] + fields[5] * fields[0]) * 0.4 + 0.5

image = np.dstack([r, g, b])
image *= (radius < 0.98)[..., None]
image = (np.clip(image, 0, 1) * 255).round().astype(np.uint8)
