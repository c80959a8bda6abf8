# Request: "Two-source wave interference with a double-slit wall - please simulate with finite differences and give me the snapshot."
import numpy as np
from scipy.signal import convolve2d
from scipy.ndimage import gaussian_filter1d
from matplotlib import cm
import matplotlib.pyplot as plt

H, W = 240, 340
c, dx, dt = 1.0, 1.0, 0.5
courant2 = (c * dt / dx) ** 2
steps = 620
wavelength = 14.0
omega = 2 * np.pi * c / wavelength

# --- geometry -----------------------------------------------------------------
wall = np.zeros((H, W), dtype=bool)
wall[:, 100:104] = True
slit_half_sep, slit_half_width = 26, 5
for centre in (H // 2 - slit_half_sep, H // 2 + slit_half_sep):
    wall[centre - slit_half_width:centre + slit_half_width, 100:104] = False

# absorbing sponge near the borders
edge = 30
ramp_y = np.minimum(np.arange(H), np.arange(H)[::-1])
ramp_x = np.minimum(np.arange(W), np.arange(W)[::-1])
depth = np.clip(edge - np.minimum.outer(ramp_y, ramp_x), 0, edge) / edge
damping = 1.0 - 0.12 * depth ** 2

stencil = np.array([[0.25, 0.5, 0.25],
                    [0.5, -3.0, 0.5],
                    [0.25, 0.5, 0.25]])

prev = np.zeros((H, W))
curr = np.zeros((H, W))
energy = np.zeros((H, W))

for n in range(steps):
    lap = convolve2d(curr, stencil, mode="same", boundary="fill")
    nxt = 2 * curr - prev + courant2 * lap
    # plane-wave source column, switched on gradually
    nxt[:, 32] += 0.25 * np.sin(omega * n * dt) * np.clip(n / 60, 0, 1)
    nxt[wall] = 0.0
    nxt *= damping
    prev = curr * damping
    curr = nxt
    if n > steps - 60:
        energy += curr ** 2

# --- picture: the wave plus the intensity profile on the screen at the right --
scale = np.percentile(np.abs(curr[:, 110:]), 99.5)
wave = 0.5 + 0.5 * np.tanh(0.9 * curr / scale)
rgb = cm.seismic(wave)[..., :3]
rgb[wall] = (0.15, 0.15, 0.15)

profile = gaussian_filter1d(energy[:, W - 45], 1.5)
profile /= profile.max()
screen = np.broadcast_to(cm.hot(profile)[:, None, :3], (H, 24, 3))
image = np.concatenate([rgb, np.zeros((H, 4, 3)), screen], axis=1)
image = (image * 255).astype(np.uint8)

plt.imshow(image)
plt.axis("off")
plt.show()
