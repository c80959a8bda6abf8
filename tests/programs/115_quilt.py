# Request: "Generate a retro quilt pattern that tiles seamlessly - something with symmetric motifs, built from a small random seed patch."
import numpy as np
from scipy.cluster.vq import kmeans2
from scipy.ndimage import gaussian_filter
from skimage.color import lab2rgb, rgb2lab
import matplotlib.pyplot as plt

root = np.random.SeedSequence(1971)
rng_shape, rng_colour, rng_stitch = map(np.random.default_rng, root.spawn(3))

# 1. a smooth random patch -> a few discrete fabric regions
s = 32
features = np.stack(
    [gaussian_filter(rng_shape.standard_normal((s, s)), 5, mode="reflect") for _ in range(3)], axis=-1
)
features /= features.std(axis=(0, 1))
_, fabric = kmeans2(features.reshape(-1, 3), 5, minit="++", seed=4)
fabric = fabric.reshape(s, s)

# 2. make it symmetric: reflect across the diagonal, then into four quadrants
tri = np.tril(fabric)
fabric = tri + np.tril(fabric, -1).T
motif = np.block([[fabric, fabric[:, ::-1]],
                  [fabric[::-1], fabric[::-1, ::-1]]])            # 64 x 64, wraps seamlessly

# 3. half-drop repeat: each second column of motifs shifts by half a tile
column = np.tile(motif, (6, 1))
shifted = np.roll(column, s, axis=0)
labels = np.hstack([column if i % 2 == 0 else shifted for i in range(6)])

# 4. seventies palette, jittered in CIELAB so that it still looks coherent
palette = np.array([[214, 93, 14], [240, 178, 50], [120, 60, 30], [245, 228, 188], [96, 120, 60]]) / 255
lab = rgb2lab(palette[None, :, :])[0]
lab += rng_colour.normal(0, [3, 4, 4], size=lab.shape)
palette = np.clip(lab2rgb(lab[None, :, :])[0], 0, 1)
quilt = palette[labels]

# 5. fabric texture and stitched seams around each 64-px block
H, W = labels.shape
yy, xx = np.indices((H, W))
weave = 1 + 0.04 * np.where((yy + xx) % 2, 1, -1) + rng_stitch.normal(0, 0.015, (H, W))
quilt *= weave[..., None]

on_seam = (xx % 64 == 0) | ((yy + (xx // 64 % 2) * s) % 64 == 0)
dash = ((xx + yy) % 6) < 4
quilt[on_seam & dash] = (0.98, 0.95, 0.88)

image = (np.clip(quilt, 0, 1) * 255).astype(np.uint8)
print(image.shape)

plt.imshow(image)
plt.axis("off")
plt.show()
