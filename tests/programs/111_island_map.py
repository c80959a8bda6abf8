# Request: "Write Perlin noise from scratch in NumPy and make an island map with sea, beach, forest and snow."
import numpy as np
from scipy.ndimage import sobel
from skimage.filters import gaussian
import matplotlib.pyplot as plt


def perlin(shape, cells, rng):
    """Classic gradient noise. `cells` = number of lattice cells along (y, x)."""
    H, W = shape
    gy, gx = cells
    angle = rng.uniform(0, 2 * np.pi, size=(gy + 1, gx + 1))
    grad = np.stack([np.sin(angle), np.cos(angle)], axis=-1)

    y = np.linspace(0, gy, H, endpoint=False)
    x = np.linspace(0, gx, W, endpoint=False)
    y0, x0 = y.astype(int), x.astype(int)
    fy, fx = (y - y0)[:, None], (x - x0)[None, :]

    def corner(dy, dx):
        g = grad[np.ix_(y0 + dy, x0 + dx)]
        return g[..., 0] * (fy - dy) + g[..., 1] * (fx - dx)

    def fade(t):
        return t ** 3 * (t * (t * 6 - 15) + 10)

    v, u = fade(fy), fade(fx)
    top = corner(0, 0) * (1 - u) + corner(0, 1) * u
    bottom = corner(1, 0) * (1 - u) + corner(1, 1) * u
    return top * (1 - v) + bottom * v


def fbm(shape, octaves=6, seed=0):
    streams = [np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(octaves)]
    return sum(0.5 ** i * perlin(shape, (3 * 2 ** i, 3 * 2 ** i), g) for i, g in enumerate(streams))


shape = (384, 384)
height = fbm(shape, seed=31)
yy, xx = np.mgrid[-1:1:384j, -1:1:384j]
height = height + 0.45 - 0.95 * (np.hypot(yy, xx) ** 1.6)      # push edges under water

levels = [height < -0.20, height < 0.0, height < 0.05, height < 0.25, height < 0.45, height < 0.60]
palette = np.array([
    [22, 52, 110],     # deep water
    [48, 110, 170],    # shallow water
    [226, 208, 150],   # beach
    [110, 165, 80],    # grass
    [48, 105, 58],     # forest
    [125, 115, 105],   # rock
    [245, 247, 250],   # snow
], dtype=float)
biome = np.select(levels, range(6), default=6)
rgb = palette[biome]

# Hill shading on land only
smooth = gaussian(height, sigma=1.0)
shade = 1.0 - 1.1 * (sobel(smooth, axis=1) + sobel(smooth, axis=0))
shade = np.where(height > 0, np.clip(shade, 0.6, 1.35), 1.0)
image = np.clip(rgb * shade[..., None], 0, 255).astype(np.uint8)

plt.imshow(image)
plt.axis("off")
plt.show()
