from __future__ import annotations
import math
from dataclasses import dataclass
import numpy as np


@dataclass(slots=True)
class Vec:
    x: float
    y: float
    z: float

    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y, self.z + o.z)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y, self.z - o.z)
    def __mul__(self, k): return Vec(self.x * k, self.y * k, self.z * k)
    def dot(self, o): return self.x * o.x + self.y * o.y + self.z * o.z
    def unit(self): return self * (1 / math.sqrt(self.dot(self)))


@dataclass
class Sphere:
    center: Vec
    radius: float
    color: tuple[float, float, float]
    mirror: float = 0.0

    def hit(self, origin: Vec, direction: Vec) -> float | None:
        oc = origin - self.center
        b = oc.dot(direction)
        disc = b * b - oc.dot(oc) + self.radius ** 2
        if disc < 0:
            return None
        t = -b - math.sqrt(disc)
        return t if t > 1e-3 else None


WORLD = [
    Sphere(Vec(0, -100.5, -3), 100, (0.55, 0.6, 0.5)),
    Sphere(Vec(-0.75, 0, -2.6), 0.5, (0.9, 0.3, 0.3), 0.15),
    Sphere(Vec(0.35, 0, -2.2), 0.5, (0.8, 0.8, 0.85), 0.7),
    Sphere(Vec(1.2, -0.15, -2.8), 0.35, (0.3, 0.5, 0.9), 0.1),
]
LIGHT = Vec(-0.5, 0.8, 0.45).unit()


def trace(origin: Vec, direction: Vec, depth: int = 2):
    hits = [(t, s) for s in WORLD if (t := s.hit(origin, direction)) is not None]
    if not hits:
        t = 0.5 * (direction.y + 1)
        return (1 - 0.5 * t, 1 - 0.3 * t, 1.0)
    t, sphere = min(hits, key=lambda h: h[0])
    point = origin + direction * t
    normal = (point - sphere.center).unit()
    shadow = any(s.hit(point, LIGHT) is not None for s in WORLD)
    lum = 0.2 + (0 if shadow else 0.8 * max(0.0, normal.dot(LIGHT)))
    local = [c * lum for c in sphere.color]
    if depth and sphere.mirror:
        reflected = direction - normal * (2 * direction.dot(normal))
        other = trace(point, reflected.unit(), depth - 1)
        local = [a * (1 - sphere.mirror) + b * sphere.mirror for a, b in zip(local, other)]
    return tuple(local)


W, H = 120, 80
image = np.zeros((H, W, 3))
for j in range(H):
    for i in range(W):
        d = Vec((i - W / 2) / H * 1.4, (H / 2 - j) / H * 1.4, -1.6).unit()
        image[j, i] = trace(Vec(0, 0.15, 0), d)
image = (np.sqrt(np.clip(image, 0, 1)) * 255).astype(np.uint8)
