import numpy as np
from PIL import Image, ImageDraw
from typing import NamedTuple, Sequence


class Vec3(NamedTuple):
    x: float
    y: float
    z: float

    def __add__(self, other):
        return Vec3(self.x + other[0], self.y + other[1], self.z + other[2])


def project(p: Vec3, size: float = 18, origin: tuple[float, float] = (128, 90)) -> tuple[float, float]:
    return (origin[0] + (p.x - p.y) * size * 0.866, origin[1] + (p.x + p.y) * size * 0.5 - p.z * size)


def shade(color: Sequence[int], factor: float) -> tuple[int, ...]:
    return tuple(min(255, int(c * factor)) for c in color)


def cube(draw: ImageDraw.ImageDraw, pos: Vec3, color: tuple[int, int, int]) -> None:
    corner = {
        name: project(pos + offset)
        for name, offset in {
            "a": (0, 0, 1), "b": (1, 0, 1), "c": (1, 1, 1), "d": (0, 1, 1),
            "e": (1, 0, 0), "f": (1, 1, 0), "g": (0, 1, 0),
        }.items()
    }
    for keys, factor in (("abcd", 1.15), ("dcfg", 0.85), ("bcfe", 0.6)):
        draw.polygon([corner[k] for k in keys], fill=shade(color, factor), outline=(30, 30, 30))


canvas = Image.new("RGB", (256, 256), (224, 232, 240))
draw = ImageDraw.Draw(canvas)
heights = np.array([
    [5, 4, 3, 2, 1],
    [4, 3, 2, 1, 1],
    [3, 2, 2, 1, 0],
    [2, 1, 1, 0, 0],
    [1, 1, 0, 0, 1],
])
colors = [(90, 160, 90), (110, 170, 100), (170, 150, 90), (170, 130, 100), (230, 230, 235)]
for i, j in np.ndindex(heights.shape):
    for k in range(heights[i, j]):
        cube(draw, Vec3(i, j, k), colors[k])

image = np.array(canvas)
