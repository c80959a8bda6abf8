import functools
import math
import time
import numpy as np


def timed(label=None):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            result = func(*args, **kwargs)
            elapsed = (time.perf_counter() - start) * 1000
            print(f"{label or func.__name__}: {elapsed:.1f} ms")
            return result
        return wrapper
    return decorator


def hypotrochoid(R, r, d, turns=None, n=6000):
    turns = turns or r // math.gcd(R, r)
    t = np.linspace(0, 2 * np.pi * turns, n)
    x = (R - r) * np.cos(t) + d * np.cos((R - r) / r * t)
    y = (R - r) * np.sin(t) - d * np.sin((R - r) / r * t)
    return x, y


@timed("spirograph")
def render(size=240, *curves, background=(255, 252, 240), **options):
    gamma = options.get("gamma", 1.0)
    img = np.full((size, size, 3), background, dtype=np.float64)
    for (R, r, d), ink in curves:
        x, y = hypotrochoid(R, r, d)
        scale = size * 0.46 / (R - r + d)
        xi = np.rint(size / 2 + x * scale).astype(int)
        yi = np.rint(size / 2 + y * scale).astype(int)
        cover = np.zeros((size, size))
        cover[yi, xi] = 1
        img = img * (1 - cover[..., None]) + np.asarray(ink) * cover[..., None]
    return (255 * (img / 255) ** gamma).astype(np.uint8)


image = render(
    240,
    ((105, 52, 40), (30, 90, 200)),
    ((96, 36, 58), (200, 40, 60)),
    ((90, 21, 14), (20, 140, 70)),
    gamma=1.1,
)
