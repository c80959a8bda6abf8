import numpy as np

charges = [(+1, -0.45, 0.0), (-1, 0.45, 0.0), (+0.5, 0.0, 0.6)]
N = 220
Y, X = np.mgrid[1:-1:N * 1j, -1:1:N * 1j]

with np.errstate(divide="ignore", invalid="ignore"):
    Ex = sum(q * (X - cx) / ((X - cx) ** 2 + (Y - cy) ** 2) ** 1.5 for q, cx, cy in charges)
    Ey = sum(q * (Y - cy) / ((X - cx) ** 2 + (Y - cy) ** 2) ** 1.5 for q, cx, cy in charges)
    V = sum(q / np.hypot(X - cx, Y - cy) for q, cx, cy in charges)
norm = np.hypot(Ex, Ey) + 1e-9
ux, uy = Ex / norm, Ey / norm

# Line integral convolution on white noise
noise = np.random.default_rng(0).random((N, N))
acc = np.zeros((N, N))
for direction in (1, -1):
    px, py = np.meshgrid(np.arange(N, dtype=float), np.arange(N, dtype=float))
    for _ in range(14):
        i, j = np.clip(py.round().astype(int), 0, N - 1), np.clip(px.round().astype(int), 0, N - 1)
        acc += noise[i, j]
        px += direction * ux[i, j]
        py -= direction * uy[i, j]
lic = (acc - acc.min()) / (acc.max() - acc.min())

v = np.tanh(V / 3)
color = np.stack([0.5 + 0.5 * v, 0.45 - 0.1 * np.abs(v), 0.5 - 0.5 * v], axis=-1)
image = color * (0.35 + 1.1 * lic[..., None])
for q, cx, cy in charges:
    image[np.hypot(X - cx, Y - cy) < 0.06] = (1, 0.3, 0.2) if q > 0 else (0.2, 0.4, 1)
image = (np.clip(image, 0, 1) * 255).astype(np.uint8)
