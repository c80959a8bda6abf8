import numpy as np


def make_painter(width, height, background):
    img = np.zeros((height, width, 3), dtype=np.float64)
    img[:] = background
    yy, xx = np.indices((height, width))
    strokes = 0

    def paint(mask, color, opacity=1.0):
        nonlocal img, strokes
        m = np.asarray(mask, dtype=float)[..., None] * opacity
        img = img * (1 - m) + np.asarray(color, float) * m
        strokes += 1

    def polar(cx, cy):
        return np.hypot(xx - cx, yy - cy), np.degrees(np.arctan2(yy - cy, xx - cx)) % 360

    def finish():
        return np.clip(img, 0, 255).astype(np.uint8), strokes

    return paint, polar, finish


paint, polar, finish = make_painter(240, 240, (6, 18, 10))
r, theta = polar(120, 120)

paint(r < 110, (8, 40, 18))
for ring in range(22, 111, 22):
    paint(np.abs(r - ring) < 0.8, (40, 160, 80), 0.8)
for spoke in range(0, 360, 30):
    diff = np.abs((theta - spoke + 180) % 360 - 180)
    paint((diff * r < 45) & (r < 110), (40, 160, 80), 0.4)

# sweeping beam with a fading tail
beam = (310 - theta) % 360
paint((r < 110), (60, 255, 120), 0.0)
tail = np.where((beam < 90) & (r < 110), (1 - beam / 90) ** 2, 0)
paint(tail, (60, 255, 120), 0.7)

rng = np.random.default_rng(15)
for rr, aa in zip(rng.uniform(20, 100, 7), rng.uniform(220, 310, 7)):
    px, py = 120 + rr * np.cos(np.radians(aa)), 120 + rr * np.sin(np.radians(aa))
    d, _ = polar(px, py)
    paint(np.exp(-(d / 3) ** 2), (200, 255, 200))

image, strokes = finish()
print(f"{strokes} strokes painted")
