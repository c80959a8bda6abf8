import numpy as np

# Each letter is a list of strokes on a 4x6 grid: (x0, y0, x1, y1)
FONT = {
    "H": [(0, 0, 0, 6), (4, 0, 4, 6), (0, 3, 4, 3)],
    "E": [(0, 0, 0, 6), (0, 0, 4, 0), (0, 3, 3, 3), (0, 6, 4, 6)],
    "L": [(0, 0, 0, 6), (0, 6, 4, 6)],
    "O": [(0, 1, 0, 5), (4, 1, 4, 5), (1, 0, 3, 0), (1, 6, 3, 6), (0, 1, 1, 0), (3, 0, 4, 1), (0, 5, 1, 6), (3, 6, 4, 5)],
    "W": [(0, 0, 1, 6), (1, 6, 2, 3), (2, 3, 3, 6), (3, 6, 4, 0)],
    "R": [(0, 0, 0, 6), (0, 0, 3, 0), (3, 0, 4, 1), (4, 1, 4, 2), (4, 2, 3, 3), (0, 3, 3, 3), (2, 3, 4, 6)],
    "D": [(0, 0, 0, 6), (0, 0, 2, 0), (2, 0, 4, 2), (4, 2, 4, 4), (4, 4, 2, 6), (2, 6, 0, 6)],
    " ": [],
}


def segment_distance(px, py, x0, y0, x1, y1):
    dx, dy = x1 - x0, y1 - y0
    length2 = dx * dx + dy * dy or 1e-9
    t = np.clip(((px - x0) * dx + (py - y0) * dy) / length2, 0, 1)
    return np.hypot(px - x0 - t * dx, py - y0 - t * dy)


def draw_text(img, text, x, y, scale=5.0, thickness=2.2, color=(0, 0, 0)):
    h, w, _ = img.shape
    py, px = np.mgrid[0:h, 0:w]
    dist = np.full((h, w), np.inf)
    for i, ch in enumerate(text.upper()):
        ox = x + i * scale * 6
        for x0, y0, x1, y1 in FONT.get(ch, []):
            d = segment_distance(px, py, ox + x0 * scale, y + y0 * scale, ox + x1 * scale, y + y1 * scale)
            dist = np.minimum(dist, d)
    alpha = np.clip(thickness - dist + 0.5, 0, 1)[..., None]
    img[:] = img * (1 - alpha) + np.array(color) * alpha


image = np.zeros((120, 240, 3), dtype=np.float64)
image[:] = np.linspace([255, 230, 190], [255, 180, 150], 120)[:, None]
for text, y, col in (("Hello", 18, (150, 40, 60)), ("World", 70, (40, 60, 130))):
    draw_text(image, text, 44, y + 2, color=(255, 255, 255))
    draw_text(image, text, 42, y, color=col)
image = np.uint8(image)
