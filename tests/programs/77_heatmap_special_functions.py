import numpy as np
from scipy.special import jv, sph_harm_y, erf, gamma

N = 200
ax = np.linspace(-1, 1, N)
X, Y = np.meshgrid(ax, ax)
R = np.hypot(X, Y)
PHI = np.arctan2(Y, X)

# drum membrane mode (n=3) using a Bessel function zero
zero = 9.761
drum = jv(3, zero * R) * np.cos(3 * PHI)
drum[R > 1] = np.nan

amp = erf(drum * 3)
pos = np.nan_to_num(np.clip(amp, 0, None))
neg = np.nan_to_num(np.clip(-amp, 0, None))
image = np.ones((N, N, 3)) * 0.96
image -= pos[..., None] * np.array([0.1, 0.75, 0.85])
image -= neg[..., None] * np.array([0.85, 0.6, 0.1])
nodal = np.abs(np.nan_to_num(drum, nan=1.0)) < 0.008
image[nodal] = 0.2
image[np.isnan(drum)] = (0.15, 0.15, 0.18)
image = (np.clip(image, 0, 1) * 255).astype(np.uint8)
print(f"Gamma(5) = {gamma(5):g}, |Y_2^1| = {abs(sph_harm_y(2, 1, 0.7, 0.0)):.4f}")
