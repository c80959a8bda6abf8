import numpy as np

N = 128
Du, Dv, F, k = 0.16, 0.08, 0.037, 0.060

U = np.ones((N, N))
V = np.zeros((N, N))
r = np.random.RandomState(3)
for _ in range(25):
    y, x = r.randint(4, N - 10, 2)
    U[y:y + 6, x:x + 6] = 0.5
    V[y:y + 6, x:x + 6] = 0.25
U += 0.02 * r.randn(N, N)
V += 0.02 * r.randn(N, N)


def laplacian(Z):
    return (np.roll(Z, 1, 0) + np.roll(Z, -1, 0) + np.roll(Z, 1, 1) + np.roll(Z, -1, 1) - 4 * Z)


for i in range(2500):
    uvv = U * V * V
    U += Du * laplacian(U) - uvv + F * (1 - U)
    V += Dv * laplacian(V) + uvv - (F + k) * V

v = (V - V.min()) / (V.max() - V.min())
lut = np.zeros((256, 3), dtype=np.uint8)
lut[:, 0] = np.interp(np.arange(256), [0, 90, 180, 255], [12, 30, 240, 255])
lut[:, 1] = np.interp(np.arange(256), [0, 90, 180, 255], [20, 110, 180, 250])
lut[:, 2] = np.interp(np.arange(256), [0, 90, 180, 255], [50, 130, 60, 220])
image = lut[(v * 255).astype(np.uint8)]
image = np.repeat(np.repeat(image, 2, axis=0), 2, axis=1)
del U, V, uvv
print("Finished reaction-diffusion:", image.shape)
