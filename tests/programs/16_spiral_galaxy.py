import numpy as np
from scipy.ndimage import gaussian_filter

rng = np.random.default_rng(99)
SIZE = 256
N_STARS = 30_000
ARMS = 2

# Distances from the core follow an exponential law
r = rng.exponential(scale=0.28, size=N_STARS)
arm = rng.integers(0, ARMS, N_STARS) * (2 * np.pi / ARMS)
theta = arm + 3.2 * np.log1p(4 * r) + rng.normal(0, 0.28, N_STARS)

# Inclination and position angle of the disc
x = r * np.cos(theta)
y = r * np.sin(theta) * 0.55
tilt = np.deg2rad(25)
rot = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
x, y = rot @ np.vstack((x, y))

bins = np.linspace(-1, 1, SIZE + 1)
channels = []
for low, high, blur in [(0.0, 0.35, 1.2), (0.1, 0.6, 1.0), (0.2, 2.0, 0.8)]:
    pick = (r >= low) & (r < high)
    hist, *_ = np.histogram2d(y[pick], x[pick], bins=(bins, bins))
    channels.append(gaussian_filter(np.log1p(hist), blur))

image = np.stack(channels, axis=2)
image /= np.percentile(image, 99.7, axis=(0, 1))

gy, gx = np.mgrid[-1:1:256j, -1:1:256j]
core = np.exp(-(gx ** 2 + gy ** 2) / 0.012)
image += core[..., None] * np.array([1.0, 0.9, 0.7])
image = np.uint8(np.clip(image, 0, 1) * 255)
print('Galaxy rendered:', image.shape, image.dtype, image.max())
