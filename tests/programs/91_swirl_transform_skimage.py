import numpy as np
from skimage import exposure, filters, transform, util

# Colored stripes to be twisted
stripes = np.zeros((200, 200, 3))
palette = [(0.95, 0.35, 0.35), (0.98, 0.8, 0.4), (0.4, 0.75, 0.6), (0.25, 0.4, 0.7)]
for i in range(20):
    stripes[:, i * 10:(i + 1) * 10] = palette[i % len(palette)]

channels = [
    transform.swirl(stripes[..., k], center=(100, 100), strength=6, radius=130, rotation=0.3)
    for k in range(3)
]
affine = transform.AffineTransform(scale=(0.9, 0.9), rotation=np.deg2rad(12), translation=(28, -10))
warped = np.stack([transform.warp(c, affine.inverse, cval=0.08) for c in channels], axis=-1)

soft = filters.gaussian(warped, sigma=(2, 2, 0))
sharp = warped + 0.8 * (warped - soft)
image = exposure.adjust_gamma(np.clip(sharp, 0, 1), 0.85)

rr, cc = np.ogrid[:200, :200]
vignette = 1 - 0.6 * np.clip(np.hypot(rr - 100, cc - 100) / 140, 0, 1) ** 2
image = util.img_as_ubyte(np.clip(image * vignette[..., None], 0, 1))
print(f"{image.shape=} {image.dtype=}")
