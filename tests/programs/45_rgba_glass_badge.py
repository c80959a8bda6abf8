import numpy as np

N = 160
y, x = np.mgrid[0:N, 0:N].astype(np.float32)
cx = cy = (N - 1) / 2
dist = np.sqrt((x - cx) ** 2 + (y - cy) ** 2)

image = np.zeros((N, N, 4), dtype=np.uint8)

# Base disc with soft edge
alpha = np.clip(70 - dist + 0.5, 0, 1)
base = np.array([30, 120, 210], dtype=np.float32)
light = 1.25 - (y / N) * 0.6
for ch in range(3):
    image[..., ch] = np.clip(base[ch] * light, 0, 255)
image[..., 3] = (alpha * 255).astype(np.uint8)

# Ring
ring = (dist > 60) & (dist < 66)
image[ring, :3] = (255, 255, 255)

# Check mark
check = (np.abs((x - 52) - (y - 80)) < 9) & (x > 46) & (x < 76)
check |= (np.abs((x - 72) + (y - 100)) < 9) & (x > 66) & (x < 120)
image[check & (dist < 58), :3] = 255

# Gloss
gloss = ((x - cx) ** 2 / 50 ** 2 + (y - 48) ** 2 / 28 ** 2) < 1
image[gloss, :3] = (image[gloss, :3].astype(int) + 40).clip(0, 255)

print("RGBA image:", image.shape)
