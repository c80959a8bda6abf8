import numpy as np

rng = np.random.Generator(np.random.PCG64(2025))
H, W = 180, 280

walks = rng.standard_cauchy((6, W)).clip(-4, 4).cumsum(axis=1)
walks += rng.lognormal(0, 0.4, (6, W)).cumsum(axis=1) * 0.15 - rng.weibull(1.5, (6, W)).cumsum(axis=1) * 0.1
lo, hi = walks.min(), walks.max()
rows = ((hi - walks) / (hi - lo) * (H - 30) + 15).astype(int)

image = np.full((H, W, 3), 24, dtype=np.uint8)
image[15:-14:25, :] = 44
image[:, ::40] = 44

colors = np.array([[255, 99, 132], [54, 162, 235], [255, 206, 86], [75, 192, 192], [153, 102, 255], [255, 159, 64]])
for series, color in zip(rows, colors):
    for x in range(1, W):
        a, b = sorted((series[x - 1], series[x]))
        image[a:b + 2, x] = color

# moving average of all series in white
kernel = np.ones(15) / 15
avg = np.convolve(rows.mean(axis=0), kernel, mode="same").astype(int)
image[avg[8:-8], np.arange(8, W - 8)] = 255
