import numpy as np

W, H = 280, 200
y, x = np.mgrid[0:H, 0:W].astype(float)
cx, cy, R = W / 2, H / 2, 58

u, v = (x - cx) / R, (y - cy) / R
r2 = u * u + v * v
z = np.sqrt(np.clip(1 - r2, 0, None))

bands = 0.5 + 0.5 * np.sin(v * 14 + 0.6 * np.sin(u * 4 + v * 9)) * np.cos(v * 3)
sphere = np.stack([0.85 + 0.12 * bands, 0.70 + 0.15 * bands, 0.45 + 0.2 * bands], -1)
light = np.clip(-0.6 * u - 0.35 * v + 0.72 * z, 0, 1)[..., None]
sphere = sphere * (0.06 + 0.94 * light)

# rings: an inclined disc
tilt = np.deg2rad(-14)
ru = u * np.cos(tilt) + v * np.sin(tilt)
rv = (-u * np.sin(tilt) + v * np.cos(tilt)) / 0.28
rr = np.hypot(ru, rv)
ring_alpha = np.piecewise(
    rr,
    [(rr > 1.3) & (rr < 1.6), (rr >= 1.66) & (rr < 2.05)],
    [lambda q: 0.55 + 0.25 * np.sin(q * 60), lambda q: 0.8 + 0.15 * np.sin(q * 45), 0],
)
front = rv > 0
ring_col = np.array([0.86, 0.78, 0.62]) * (0.75 + 0.25 * np.cos(rr * 20))[..., None]

sky = np.zeros((H, W, 3))
sky[..., 2] = 0.06
stars = np.random.default_rng(5).random((H, W)) > 0.997
sky[stars] = 0.9

img = sky.copy()
behind = (ring_alpha * ~front)[..., None]
img = img * (1 - behind) + ring_col * behind
planet = (r2 <= 1)[..., None]
img = np.where(planet, sphere, img)
before = (ring_alpha * front)[..., None]
img = img * (1 - before) + ring_col * before

image = (img.clip(0, 1) * 255).astype(np.uint8)
