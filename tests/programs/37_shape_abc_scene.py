from abc import ABC, abstractmethod
import numpy as np


class Shape(ABC):
    def __init__(self, color, alpha=1.0):
        self.color = np.array(color, dtype=float)
        self.alpha = alpha

    @abstractmethod
    def mask(self, x, y):
        """Return a boolean mask for the given coordinate grids."""

    def __or__(self, other):
        return Union(self, other)

    def __sub__(self, other):
        return Difference(self, other)


class Circle(Shape):
    def __init__(self, cx, cy, r, **kwargs):
        super().__init__(**kwargs)
        self.cx, self.cy, self.r = cx, cy, r

    def mask(self, x, y):
        return (x - self.cx) ** 2 + (y - self.cy) ** 2 <= self.r ** 2


class Rect(Shape):
    def __init__(self, x0, y0, x1, y1, **kwargs):
        super().__init__(**kwargs)
        self.box = (x0, y0, x1, y1)

    def mask(self, x, y):
        x0, y0, x1, y1 = self.box
        return (x >= x0) & (x < x1) & (y >= y0) & (y < y1)


class Union(Shape):
    def __init__(self, a, b):
        super().__init__(a.color, a.alpha)
        self.a, self.b = a, b

    def mask(self, x, y):
        return self.a.mask(x, y) | self.b.mask(x, y)


class Difference(Union):
    def mask(self, x, y):
        return self.a.mask(x, y) & ~self.b.mask(x, y)


black = dict(color=(0, 0, 0))
scene = [
    Rect(0, 140, 240, 200, color=(60, 110, 60)),
    Circle(190, 45, 26, color=(250, 240, 200)) - Circle(202, 38, 24, **black),
    (Circle(80, 100, 28, color=(235, 240, 250)) | Circle(80, 145, 38, **black)),
    Circle(70, 94, 4, **black),
    Circle(90, 94, 4, **black),
    Rect(58, 62, 102, 76, color=(40, 40, 50)) - Circle(80, 90, 10, **black),
    Rect(66, 42, 94, 66, color=(40, 40, 50)),
    Rect(0, 0, 240, 200, color=(80, 90, 160), alpha=0.15),
]

yy, xx = np.mgrid[0:200, 0:240]
canvas = np.zeros((200, 240, 3))
canvas[:] = (24, 32, 72)
for shape in scene:
    m = shape.mask(xx, yy)
    canvas[m] = canvas[m] * (1 - shape.alpha) + shape.color * shape.alpha
image = canvas.astype(np.uint8)
print([type(s).__name__ for s in scene])
