import numpy as np
from scipy import ndimage

np.random.seed(11)
height, width = 200, 300

stars = np.zeros((height, width))
count = np.random.poisson(220)
ys = np.random.randint(0, height, count)
xs = np.random.randint(0, width, count)
brightness = np.clip(np.random.pareto(2.5, count) * 0.35 + 0.2, 0, 3)
np.add.at(stars, (ys, xs), brightness)

halo = ndimage.gaussian_filter(stars, sigma=1.2) * 4
bloom = ndimage.gaussian_filter(np.where(stars > 1, stars, 0), sigma=5) * 18
field = stars + halo + bloom

nebula = ndimage.gaussian_filter(np.random.normal(size=(height, width)), 22)
nebula = (nebula - nebula.min()) / np.ptp(nebula)
nebula2 = ndimage.gaussian_filter(np.random.gamma(2.0, 1.0, (height, width)), 16)
nebula2 = (nebula2 - nebula2.min()) / np.ptp(nebula2)

image = np.stack([
    field + 0.35 * nebula ** 2,
    field + 0.12 * nebula2 ** 2,
    field * 1.05 + 0.3 * nebula2 ** 1.5 + 0.08,
], axis=-1)
image = (np.clip(image, 0, 1) * 255).astype('uint8')
print(f"{count} stars, max brightness {brightness.max():.2f}")
