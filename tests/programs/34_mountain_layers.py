import numpy as np

rng = np.random.default_rng(31)
W, H = 300, 180


def midpoint_displacement(n, roughness=0.55, amplitude=1.0):
    """1D midpoint displacement, returns 2**n + 1 samples."""
    pts = np.array([rng.normal(), rng.normal()]) * 0.3
    for _ in range(n):
        mids = (pts[:-1] + pts[1:]) / 2 + rng.normal(scale=amplitude, size=len(pts) - 1)
        merged = np.empty(len(pts) + len(mids))
        merged[::2], merged[1::2] = pts, mids
        pts, amplitude = merged, amplitude * roughness
    return pts


rows = np.arange(H)[:, None]
sky_top, sky_bottom = np.array([70, 110, 180.0]), np.array([250, 215, 190.0])
canvas = sky_top + (sky_bottom - sky_top) * (rows / H)[..., None] * np.ones((1, W, 1))

moon = np.hypot(np.arange(W)[None] - 225, rows - 40) < 17
canvas[moon] = (255, 250, 230)

for layer in range(5):
    profile = midpoint_displacement(9, amplitude=0.8 - 0.1 * layer)
    profile = np.interp(np.linspace(0, 1, W), np.linspace(0, 1, profile.size), profile)
    base = 70 + layer * 24
    ridge = base - profile * (16 - 2 * layer)
    mask = rows > ridge[None, :]
    colour = np.array([150, 160, 190]) * (1 - layer / 5) + np.array([18, 30, 40]) * (layer / 5)
    canvas[mask] = colour
    # haze below the ridge
    depth = np.clip((rows - ridge) / 60, 0, 1)[..., None] * 0.25
    canvas = np.where(mask[..., None], canvas * (1 - depth) + 235 * depth, canvas)

image = canvas.astype(np.uint8)
