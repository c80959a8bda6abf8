"""Generate a landscape with a rainbow.

The picture is composed of four layers: sky, rainbow, hills and flowers.
"""
import numpy as np


def make_sky(h, w):
    t = np.linspace(0, 1, h).reshape(-1, 1, 1)
    return (1 - t) * np.array([90, 150, 230]) + t * np.array([215, 235, 250]) + np.zeros((h, w, 1))


def add_rainbow(img, center, r_outer, band=5, opacity=0.55):
    h, w, _ = img.shape
    colors = [(255, 0, 0), (255, 127, 0), (255, 255, 0), (0, 200, 0), (0, 90, 255), (75, 0, 130), (148, 0, 211)]
    y, x = np.ogrid[:h, :w]
    d = np.sqrt((y - center[0]) ** 2 + (x - center[1]) ** 2)
    for k, c in enumerate(colors):
        outer = r_outer - k * band
        m = (d <= outer) & (d > outer - band)
        img[m] = img[m] * (1 - opacity) + np.array(c) * opacity
    return img


def add_hills(img, specs):
    h, w, _ = img.shape
    x = np.arange(w)
    for base, amp, freq, phase, color in specs:
        top = base + amp * np.sin(2 * np.pi * freq * x / w + phase)
        rows = np.arange(h)[:, None]
        img[rows >= top] = color
    return img


def add_flowers(img, n=60, seed=0):
    rng = np.random.default_rng(seed)
    h, w, _ = img.shape
    for cy, cx in zip(rng.integers(h - 35, h - 3, n), rng.integers(3, w - 3, n)):
        col = rng.choice([[255, 220, 60], [255, 255, 255], [240, 90, 140]])
        for dy, dx in [(-1, 0), (1, 0), (0, -1), (0, 1)]:
            img[cy + dy, cx + dx] = col
        img[cy, cx] = (200, 120, 20)
    return img


image = make_sky(180, 270)
image = add_rainbow(image, center=(165, 135), r_outer=120)
image = add_hills(image, [
    (125, 14, 1.5, 0.4, (70, 140, 80)),
    (140, 10, 2.3, 2.0, (60, 120, 60)),
    (152, 6, 1.1, 1.0, (80, 160, 60)),
])
image = add_flowers(image)
image = np.clip(image, 0, 255).astype(np.uint8)
print('Done!', image.shape)
