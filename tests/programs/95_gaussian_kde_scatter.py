import numpy as np
import matplotlib.pyplot as plt
from matplotlib import colors
from scipy import stats

rng = np.random.default_rng(314)
a = rng.multivariate_normal([-1, 0.4], [[0.5, 0.3], [0.3, 0.4]], 150)
b = stats.multivariate_normal(mean=[1.2, -0.5], cov=[[0.3, -0.1], [-0.1, 0.5]]).rvs(120, random_state=5)
pts = np.vstack([a, b])

kde = stats.gaussian_kde(pts.T, bw_method=0.3)
n = 160
gx, gy = np.meshgrid(np.linspace(-3.5, 3.5, n), np.linspace(2.5, -2.5, n))
dens = kde(np.vstack([gx.ravel(), gy.ravel()])).reshape(n, n)

norm = colors.PowerNorm(gamma=0.6, vmin=0, vmax=dens.max())
image = (plt.get_cmap("YlGnBu")(norm(dens))[..., :3] * 255).astype(np.uint8)

cols = ((pts[:, 0] + 3.5) / 7 * (n - 1)).round().astype(int)
rows = ((2.5 - pts[:, 1]) / 5 * (n - 1)).round().astype(int)
ok = (cols >= 0) & (cols < n) & (rows >= 0) & (rows < n)
image[rows[ok], cols[ok]] = [int(255 * c) for c in colors.to_rgb("tomato")]

slope, intercept, r, p, err = stats.linregress(pts[:, 0], pts[:, 1])
line_y = slope * gx[0] + intercept
line_r = ((2.5 - line_y) / 5 * (n - 1)).round().astype(int)
good = (line_r >= 0) & (line_r < n)
image[line_r[good], np.arange(n)[good]] = 0
print(f"r = {r:+.3f}, p = {p:.2e}")

fig, ax = plt.subplots()
ax.imshow(image, extent=(-3.5, 3.5, -2.5, 2.5), aspect="auto")
ax.set(xlabel="x", ylabel="y", title="Kernel density estimate")
plt.show()
plt.close(fig)
