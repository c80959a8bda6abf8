import numpy as np

np.random.seed(1)
brick_count = 0

def draw_brick(img, y0, x0, h, w):
    global brick_count
    color = np.array([165, 70, 50]) + np.random.randint(-22, 22, 3)
    y1, x1 = min(img.shape[0], y0 + h), min(img.shape[1], x0 + w)
    ya, xa = max(0, y0), max(0, x0)
    if y1 <= ya or x1 <= xa:
        return
    texture = np.random.normal(0, 8, (y1 - ya, x1 - xa, 1))
    block = np.clip(color + texture, 0, 255)
    block[0, :] = np.minimum(block[0, :] + 30, 255)
    block[-1, :] = block[-1, :] * 0.7
    img[ya:y1, xa:x1] = block
    brick_count += 1

image = np.full((192, 256, 3), 190, dtype=np.uint8)
image += np.random.randint(0, 20, image.shape, dtype=np.uint8)

BH, BW, MORTAR = 16, 40, 3
for row, y in enumerate(range(0, 192, BH + MORTAR)):
    offset = -(BW // 2) if row % 2 else 0
    for x in range(offset, 256, BW + MORTAR):
        draw_brick(image, y, x, BH, BW)

print(f"{brick_count} bricks laid")
