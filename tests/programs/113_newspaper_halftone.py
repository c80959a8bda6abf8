# Request: "Take skimage's idea of a cat-free test image (just make some gradient shapes) and turn it into a CMYK newspaper halftone."
import numpy as np
from skimage import draw, filters
from matplotlib.colors import to_rgb
import matplotlib.pyplot as plt

H, W = 360, 480

# ---- source image ------------------------------------------------------------
src = np.empty((H, W, 3))
src[:] = np.linspace(to_rgb("lightskyblue"), to_rgb("mistyrose"), H)[:, None, :]
shapes = [
    (draw.disk((120, 340), 70, shape=(H, W)), "gold"),
    (draw.polygon([360, 150, 360], [20, 150, 290], shape=(H, W)), "seagreen"),
    (draw.polygon([360, 210, 360], [200, 320, 450], shape=(H, W)), "darkolivegreen"),
    (draw.ellipse(80, 120, 22, 60, shape=(H, W)), "white"),
    (draw.ellipse(70, 150, 26, 45, shape=(H, W)), "white"),
]
for (rr, cc), name in shapes:
    src[rr, cc] = to_rgb(name)
src = filters.gaussian(src, sigma=2, channel_axis=-1)

# ---- RGB -> CMYK -------------------------------------------------------------
k = 1 - src.max(axis=-1)
cmy = (1 - src - k[..., None]) / np.maximum(1 - k, 1e-6)[..., None]
cmyk = np.dstack([cmy, k])

# ---- rotated dot screens -----------------------------------------------------
period = 7.0
angles = np.deg2rad([15, 75, 0, 45])       # traditional press angles
yy, xx = np.indices((H, W), dtype=float)


def screen(theta):
    """Spot function in [0, 1], made uniform so coverage equals ink amount."""
    u = (xx * np.cos(theta) + yy * np.sin(theta)) * 2 * np.pi / period
    v = (-xx * np.sin(theta) + yy * np.cos(theta)) * 2 * np.pi / period
    spot = (np.cos(u) + np.cos(v)) / 4 + 0.5
    rank = np.empty(spot.size)
    rank[np.argsort(spot, axis=None)] = np.linspace(0, 1, spot.size)
    return rank.reshape(spot.shape)


soft = 0.12
dots = np.stack(
    [np.clip((cmyk[..., i] - (1 - screen(a))) / soft + 0.5, 0, 1) for i, a in enumerate(angles)],
    axis=-1,
)
dots[cmyk < 0.02] = 0

# ---- print on paper ----------------------------------------------------------
ink_rgb = np.array([[0.00, 0.62, 0.88], [0.90, 0.05, 0.50], [1.00, 0.92, 0.05], [0.08, 0.08, 0.08]])
page = np.full((H, W, 3), (0.97, 0.95, 0.89))
for i in range(4):
    page *= 1 - dots[..., i, None] * (1 - ink_rgb[i])

image = np.rint(page * 255).astype(np.uint8)
plt.imshow(image)
plt.axis("off")
plt.show()
