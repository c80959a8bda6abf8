import numpy as np
import matplotlib.pyplot as plt
from matplotlib import cm
from matplotlib.colors import LinearSegmentedColormap, Normalize

cmap = LinearSegmentedColormap.from_list("ocean_foam", ["#001f3f", "#0074d9", "#7fdbff", "#ffffff"])

x = np.linspace(-8, 8, 240)
X, Y = np.meshgrid(x, x[:160])
sources = [(-4, -3), (3, -6), (0, 1)]
Z = sum(np.sin(2.2 * np.hypot(X - sx, Y - sy)) / (1 + 0.25 * np.hypot(X - sx, Y - sy)) for sx, sy in sources)

norm = Normalize(vmin=Z.min(), vmax=Z.max())
image = (cmap(norm(Z)) * 255).astype(np.uint8)[:, :, :3]

fig, ax = plt.subplots(figsize=(6, 4), dpi=100)
ax.imshow(image, interpolation="nearest")
ax.set_title("Interference of three point sources")
ax.set_axis_off()
fig.tight_layout()
plt.show()
print(image.shape)
