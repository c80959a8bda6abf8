# Request: "Can you make a stained-glass window picture using a Voronoi diagram? RGB numpy array please."
import numpy as np
from scipy.spatial import cKDTree
from skimage.segmentation import find_boundaries
from skimage.morphology import binary_dilation, disk
from matplotlib.colors import hsv_to_rgb
import matplotlib.pyplot as plt

H, W = 420, 320
rng = np.random.default_rng(7)
yy, xx = np.mgrid[0:H, 0:W]
pixels = np.column_stack([yy.ravel(), xx.ravel()]).astype(float)

# --- sites, relaxed with a few Lloyd iterations ------------------------------
n_sites = 110
sites = rng.uniform((0, 0), (H, W), size=(n_sites, 2))
for _ in range(4):
    _, owner = cKDTree(sites).query(pixels)
    sums = np.zeros_like(sites)
    count = np.zeros(n_sites)
    np.add.at(sums, owner, pixels)
    np.add.at(count, owner, 1)
    keep = count > 0
    sites[keep] = sums[keep] / count[keep, None]

dist, owner = cKDTree(sites).query(pixels)
labels = owner.reshape(H, W)
dist = dist.reshape(H, W)

# --- colours: hue follows the angle around the window's centre ---------------
centre = np.array([H * 0.45, W * 0.5])
dy, dx = (sites - centre).T
hue = (np.arctan2(dy, dx) / (2 * np.pi) + 0.5 + rng.normal(0, 0.04, n_sites)) % 1.0
sat = rng.uniform(0.65, 0.95, n_sites)
val = rng.uniform(0.7, 1.0, n_sites)
palette = hsv_to_rgb(np.column_stack([hue, sat, val]))

glass = palette[labels]
# Light glows through the middle of each pane
glow = np.exp(-(dist / 26.0) ** 2)
glass = np.clip(glass * (0.65 + 0.45 * glow[..., None]), 0, 1)

# --- lead lines and pointed-arch frame ---------------------------------------
lead = binary_dilation(find_boundaries(labels, mode="thick"), disk(1))
arch = (np.hypot(yy - 265, xx - 20) < 285) & (np.hypot(yy - 265, xx - (W - 20)) < 285)
window = np.where(yy < 265, arch, (xx > 15) & (xx < W - 15)) & (yy < H - 15)

glass[lead] = (0.05, 0.05, 0.06)
glass[~window] = (0.20, 0.18, 0.17)

image = (glass * 255).round().astype(np.uint8)

plt.imshow(image)
plt.axis("off")
plt.show()
