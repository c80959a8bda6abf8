import numpy as np

rng = np.random.RandomState(1984)
H, W = 180, 300
image = np.zeros((H, W, 3), dtype=np.uint8)

for y in range(H):
    t = y / H
    image[y, :] = (int(10 + 50 * t), int(12 + 30 * t), int(40 + 60 * t))

for _ in range(80):
    image[rng.randint(0, 90), rng.randint(0, W)] = rng.randint(150, 256)

x = 0
while x < W:
    w = rng.randint(18, 40)
    h = rng.randint(40, 130)
    x1 = min(W, x + w)
    image[H - h:, x:x1] = (18, 18, 28)
    for wy in range(H - h + 5, H - 6, 8):
        for wx in range(x + 4, x1 - 5, 7):
            if rng.rand() < 0.45:
                image[wy:wy + 4, wx:wx + 3] = [(255, 214, 120), (255, 240, 190), (180, 210, 255)][rng.randint(3)]
    if rng.rand() < 0.3:
        mid = (x + x1) // 2
        image[H - h - 14:H - h, mid] = (60, 60, 70)
        image[H - h - 15, mid] = (255, 40, 40)
    x = x1 + rng.randint(0, 4)

print(image.shape)
