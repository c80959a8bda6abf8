import cmath
import math
import numpy as np
from PIL import Image, ImageDraw

GOLD = (1 + math.sqrt(5)) / 2


def subdivide(triangles):
    result = []
    for kind, A, B, C in triangles:
        if kind == 0:
            P = A + (B - A) / GOLD
            result += [(0, C, P, B), (1, P, C, A)]
        else:
            Q = B + (A - B) / GOLD
            R = B + (C - B) / GOLD
            result += [(1, R, C, A), (1, Q, R, B), (0, R, Q, A)]
    return result


triangles = []
for i in range(10):
    B = cmath.rect(1, (2 * i - 1) * math.pi / 10)
    C = cmath.rect(1, (2 * i + 1) * math.pi / 10)
    if i % 2 == 0:
        B, C = C, B
    triangles.append((0, 0j, B, C))

for _ in range(5):
    triangles = subdivide(triangles)

S = 480
to_px = lambda z: (S / 2 + z.real * S * 0.72, S / 2 + z.imag * S * 0.72)
canvas = Image.new("RGB", (S, S), (20, 20, 40))
draw = ImageDraw.Draw(canvas)
for kind, A, B, C in triangles:
    draw.polygon([to_px(A), to_px(B), to_px(C)], fill=[(233, 120, 80), (60, 110, 160)][kind])
for _, A, B, C in triangles:
    draw.line([to_px(C), to_px(A), to_px(B)], fill=(250, 245, 230), width=2)

image = np.array(canvas.resize((S // 2, S // 2), Image.LANCZOS))
print(f"{len(triangles):,} triangles")
