import math
from typing import List, Tuple, Optional
import numpy as np

Point = Tuple[float, float]


def star(cx: float, cy: float, outer: float, inner: float, n: int = 5, rotation: float = 0.0) -> List[Point]:
    pts: List[Point] = []
    for i in range(2 * n):
        r = outer if i % 2 == 0 else inner
        a = rotation + math.pi * i / n - math.pi / 2
        pts.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    return pts


def fill_polygon(img: np.ndarray, pts: List[Point], color: Tuple[int, int, int], alpha: Optional[float] = None) -> None:
    """Even-odd scanline fill."""
    h, w = img.shape[:2]
    for y in range(h):
        yc = y + 0.5
        xs = []
        for (x0, y0), (x1, y1) in zip(pts, pts[1:] + pts[:1]):
            if (y0 <= yc < y1) or (y1 <= yc < y0):
                xs.append(x0 + (yc - y0) * (x1 - x0) / (y1 - y0))
        xs.sort()
        for a, b in zip(xs[::2], xs[1::2]):
            sl = slice(max(0, round(a)), min(w, round(b)))
            if alpha is None:
                img[y, sl] = color
            else:
                img[y, sl] = (img[y, sl] * (1 - alpha) + np.array(color) * alpha).astype(np.uint8)


def main() -> np.ndarray:
    img = np.zeros((220, 220, 3), dtype=np.uint8)
    img[:] = (16, 24, 64)
    fill_polygon(img, star(116, 118, 92, 38), (0, 0, 0), alpha=0.5)
    fill_polygon(img, star(110, 110, 92, 38), (255, 206, 64))
    fill_polygon(img, star(110, 110, 60, 24), (255, 240, 170), alpha=0.6)
    for k in range(8):
        a = k * math.tau / 8
        fill_polygon(img, star(110 + 98 * math.cos(a), 110 + 98 * math.sin(a), 9, 4, rotation=a), (255, 255, 255))
    return img


if __name__ == "__main__":
    image = main()
    print("Image created with shape", image.shape)
