import math
import numpy as np
from skimage.draw import disk, line_aa, circle_perimeter_aa

SIZE = 220
c = SIZE // 2
image = np.full((SIZE, SIZE, 3), 245, dtype=np.float64)


def blend_line(img, r0, c0, r1, c1, color, thickness=1):
    """Draw an anti-aliased line with a crude thickness."""
    for k in range(-(thickness // 2), thickness // 2 + 1):
        for dr, dc in ((k, 0), (0, k)):
            rr, cc, val = line_aa(r0 + dr, c0 + dc, r1 + dr, c1 + dc)
            img[rr, cc] = img[rr, cc] * (1 - val[:, None]) + np.array(color) * val[:, None]


rr, cc = disk((c, c), 100)
image[rr, cc] = (40, 52, 70)
rr, cc = disk((c, c), 94)
image[rr, cc] = (255, 253, 246)
rr, cc, val = circle_perimeter_aa(c, c, 94)
image[rr, cc] *= 1 - 0.5 * val[:, None]

for m in range(60):
    a = math.radians(m * 6)
    outer, inner = 90, (78 if m % 5 == 0 else 86)
    blend_line(image,
               round(c - outer * math.cos(a)), round(c + outer * math.sin(a)),
               round(c - inner * math.cos(a)), round(c + inner * math.sin(a)),
               (30, 30, 40), 3 if m % 5 == 0 else 1)

hour, minute, second = 10, 9, 36
hands = [
    ((hour % 12 + minute / 60) * 30, 50, (20, 20, 30), 5),
    ((minute + second / 60) * 6, 74, (20, 20, 30), 3),
    (second * 6, 82, (200, 30, 30), 1),
]
for degrees, length, color, width in hands:
    a = math.radians(degrees)
    blend_line(image, c, c, round(c - length * math.cos(a)), round(c + length * math.sin(a)), color, width)

rr, cc = disk((c, c), 5)
image[rr, cc] = (200, 30, 30)
image = image.clip(0, 255).astype(np.uint8)
print(f"Clock shows {hour:02d}:{minute:02d}:{second:02d}")
