import numpy as np
import time

t0 = time.time()
rng = np.random.default_rng(1)

A = np.array([
    [[0.00, 0.00], [0.00, 0.16]],
    [[0.85, 0.04], [-0.04, 0.85]],
    [[0.20, -0.26], [0.23, 0.22]],
    [[-0.15, 0.28], [0.26, 0.24]],
])
b = np.array([[0, 0], [0, 1.6], [0, 1.6], [0, 0.44]])
prob = np.array([0.01, 0.85, 0.07, 0.07])

# many walkers at once
walkers = 4000
p = np.zeros((walkers, 2))
hits = np.zeros((256, 160), dtype=np.int64)
for step in range(60):
    k = rng.choice(4, size=walkers, p=prob)
    p = np.einsum("nij,nj->ni", A[k], p) + b[k]
    if step > 12:
        col = ((p[:, 0] + 2.6) / 5.4 * 159).astype(int).clip(0, 159)
        row = (255 - p[:, 1] / 10.2 * 255).astype(int).clip(0, 255)
        np.add.at(hits, (row, col), 1)

density = np.log1p(hits) / np.log1p(hits.max())
image = np.zeros(hits.shape + (3,), dtype=np.uint8)
image[..., 1] = (255 * density ** 0.6).astype(np.uint8)
image[..., 0] = (110 * density ** 1.5).astype(np.uint8)
image[..., 2] = (60 * density).astype(np.uint8)
print(f"Rendered fern in {time.time() - t0:.2f} s")
