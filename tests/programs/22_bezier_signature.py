import numpy as np
from math import comb


def bezier(control, n=200):
    """Evaluate a Bézier curve of any degree with Bernstein polynomials."""
    control = np.asarray(control, float)
    deg = len(control) - 1
    t = np.linspace(0, 1, n)[:, None]
    return sum(comb(deg, i) * t**i * (1 - t)**(deg - i) * control[i] for i in range(deg + 1))


def stamp(img, pts, radii, color):
    h, w = img.shape[:2]
    for (x, y), r in zip(pts, radii):
        x0, x1 = int(max(0, x - r - 2)), int(min(w, x + r + 3))
        y0, y1 = int(max(0, y - r - 2)), int(min(h, y + r + 3))
        if x1 <= x0 or y1 <= y0:
            continue
        yy, xx = np.mgrid[y0:y1, x0:x1]
        a = np.clip(r + 0.5 - np.hypot(xx - x, yy - y), 0, 1)[..., None]
        img[y0:y1, x0:x1] = img[y0:y1, x0:x1] * (1 - a) + np.array(color) * a


canvas = np.full((150, 300, 3), (250, 246, 232), dtype=float)
canvas[::15] = (215, 225, 240)

strokes = [
    [(30, 100), (20, 10), (95, 0), (60, 80), (40, 130)],
    [(60, 80), (85, 60), (100, 70), (95, 95), (115, 85)],
    [(115, 85), (130, 30), (150, 40), (130, 100), (160, 80)],
    [(160, 80), (175, 55), (190, 60), (180, 95), (200, 80), (225, 60), (215, 100), (260, 70)],
    [(40, 125), (120, 100), (200, 130), (280, 112)],
]
for s in strokes:
    pts = bezier(s)
    radii = 1.2 + 1.3 * np.sin(np.linspace(0, np.pi, len(pts)))
    stamp(canvas, pts, radii, (20, 30, 110))

image = canvas.astype(np.uint8)
