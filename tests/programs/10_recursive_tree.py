import math
import random
import numpy as np
from PIL import Image, ImageDraw

random.seed(5)
SIZE = 256
SCALE = 2
canvas = Image.new('RGB', (SIZE * SCALE, SIZE * SCALE), (240, 236, 224))
pen = ImageDraw.Draw(canvas)


def branch(x, y, angle, length, depth):
    if depth == 0 or length < 3:
        r = random.uniform(2, 6)
        pen.ellipse((x - r, y - r, x + r, y + r),
                    fill=random.choice([(220, 90, 120), (240, 150, 170), (250, 200, 210)]))
        return
    x2 = x + length * math.cos(angle)
    y2 = y - length * math.sin(angle)
    pen.line([(x, y), (x2, y2)], fill=(80 + depth * 2, 52, 40), width=max(1, depth * 2 - 1))
    for delta in (-0.42, 0.38):
        branch(x2, y2, angle + delta + random.gauss(0, 0.12),
               length * random.uniform(0.68, 0.8), depth - 1)


pen.ellipse((100, 455, 420, 505), fill=(190, 200, 160))
branch(SIZE * SCALE / 2, SIZE * SCALE - 35, math.pi / 2, 105, 9)

canvas = canvas.resize((SIZE, SIZE), Image.LANCZOS)
image = np.asarray(canvas, dtype=np.uint8)
print("Tree drawn:", image.shape)
