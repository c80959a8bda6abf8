import numpy as np
from scipy.optimize import minimize_scalar

rng = np.random.default_rng(2718)
S = 240
circles = np.empty((0, 3))
attempts = 0

while len(circles) < 140 and attempts < 6000:
    attempts += 1
    x, y = rng.uniform(0, S, 2)
    limit = min(x, y, S - x, S - y, 34)
    if len(circles):
        gaps = np.hypot(circles[:, 0] - x, circles[:, 1] - y) - circles[:, 2]
        limit = min(limit, gaps.min() - 1)
    if limit >= 3:
        circles = np.vstack([circles, (x, y, limit)])

# choose a hue offset that keeps the average colour close to grey
phase = circles[:, 2] / circles[:, 2].max() * 5
best = minimize_scalar(lambda o: np.abs(np.cos(phase + o).mean()), bounds=(0, 6.28), method="bounded")

yy, xx = np.mgrid[0:S, 0:S]
image = np.full((S, S, 3), (250, 247, 240), dtype=float)
for (cx, cy, r), ph in zip(circles, phase + best.x):
    d = np.hypot(xx - cx, yy - cy)
    color = 140 + 100 * np.cos(ph + np.array([0, 2.1, 4.2]))
    a = np.clip(r - d, 0, 1)[..., None]
    image = image * (1 - a) + color * a
    hi = np.exp(-((xx - cx + r * 0.35) ** 2 + (yy - cy + r * 0.35) ** 2) / (r * 0.3) ** 2)[..., None] * a
    image += hi * 70
image = image.clip(0, 255).astype(np.uint8)
print(len(circles), "circles placed in", attempts, "attempts")
