import math
import random
import numpy as np


class Settings:
    width = 240
    height = 180
    bursts = 6
    background = (8, 8, 24)
    gravity = 0.02

    def __init__(self, **overrides):
        for key, value in overrides.items():
            if not hasattr(type(self), key):
                raise AttributeError(f"unknown setting: {key}")
            setattr(self, key, value)

    def __repr__(self):
        pairs = ", ".join("{}={!r}".format(k, v) for k, v in sorted(vars(self).items()))
        return "Settings({})".format(pairs)


def add_glow(img, x, y, color, strength):
    x, y = int(x), int(y)
    if not (1 <= x < img.shape[1] - 1 and 1 <= y < img.shape[0] - 1):
        return False
    img[y, x] += np.multiply(color, strength)
    img[y - 1:y + 2, x - 1:x + 2] += np.multiply(color, strength * 0.25)
    return True


def burst(img, cx, cy, color, settings, *, rays=40, on_pixel=None):
    for k in range(rays):
        angle = math.tau * k / rays + random.uniform(-0.05, 0.05)
        speed = random.triangular(0.4, 1.3, 1.0)
        vx, vy, x, y = speed * math.cos(angle), speed * math.sin(angle), cx, cy
        for age in range(45):
            x, y, vy = x + vx, y + vy, vy + settings.gravity
            fade = 1 - age / 45
            if not add_glow(img, x, y, color, fade * 0.5):
                break
        else:
            if callable(on_pixel):
                on_pixel(x, y)


random.seed(26)
settings = Settings(bursts=5, gravity=0.015)
canvas = np.zeros((settings.height, settings.width, 3)) + settings.background
ends = []
colors = [(255, 90, 60), (90, 200, 255), (255, 220, 90), (160, 255, 120), (230, 120, 255)]
random.shuffle(colors)
for i in range(settings.bursts):
    burst(canvas, random.gauss(120, 50), random.uniform(35, 90), colors[i % len(colors)], settings, on_pixel=lambda *p: ends.append(p))

for x, y in ends:
    if isinstance(x, float) and add_glow(canvas, x, y, (255, 255, 255), 0.6):
        continue

canvas[150:] = canvas[150:] * 0.4 + canvas[149:119:-1] * 0.3
image = canvas.clip(0, 255).astype(np.uint8)
print(settings, len(ends), "sparks")
