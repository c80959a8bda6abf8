import math
from contextlib import contextmanager
import numpy as np


class Canvas:
    """A tiny turtle-style canvas with a transformation stack."""

    def __init__(self, width, height, background=(255, 255, 255)):
        self.pixels = np.empty((height, width, 3), dtype=np.uint8)
        self.pixels[:] = background
        self._matrix = np.eye(3)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self._matrix = np.eye(3)
        return False

    @contextmanager
    def transform(self, dx=0.0, dy=0.0, angle=0.0, scale=1.0):
        saved = self._matrix.copy()
        c, s = math.cos(angle) * scale, math.sin(angle) * scale
        self._matrix = self._matrix @ np.array([[c, -s, dx], [s, c, dy], [0, 0, 1]])
        try:
            yield self
        finally:
            self._matrix = saved

    def fill(self, test, color):
        h, w = self.pixels.shape[:2]
        y, x = np.mgrid[0:h, 0:w]
        inv = np.linalg.inv(self._matrix)
        u = inv[0, 0] * x + inv[0, 1] * y + inv[0, 2]
        v = inv[1, 0] * x + inv[1, 1] * y + inv[1, 2]
        self.pixels[test(u, v)] = color


petal = lambda u, v: (u / 40) ** 2 + ((v + 55) / 18) ** 2 < 1
rotated_petal = lambda u, v: petal(v, u)

with Canvas(220, 220, (210, 235, 250)) as canvas:
    canvas.fill(lambda u, v: (abs(u - 110) < 4) & (v > 110), (60, 130, 50))
    with canvas.transform(110, 100):
        for k in range(9):
            with canvas.transform(angle=k * math.tau / 9, scale=0.9):
                canvas.fill(lambda u, v: (v / 40) ** 2 + ((u + 48) / 38) ** 2 < 0.18 + (v / 40) ** 2 * 0.2, (250, 120, 160))
                canvas.fill(rotated_petal, (255, 160, 190))
        canvas.fill(lambda u, v: u * u + v * v < 26 ** 2, (250, 200, 50))
        for ring in range(2, 26, 6):
            canvas.fill(lambda u, v, r=ring: abs(np.hypot(u, v) - r) < 1, (200, 140, 20))

image = canvas.pixels
