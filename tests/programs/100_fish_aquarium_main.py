import math
import random
from typing import Iterator, Optional, Union

import numpy as np

RGB = tuple[int, int, int]
Number = Union[int, float]


class Fish:
    """A simple fish made of an ellipse and a triangular tail."""

    def __init__(self, x: Number, y: Number, size: Number, color: RGB, *, facing: int = 1) -> None:
        self.x, self.y, self.size, self.color, self.facing = x, y, size, color, facing

    def draw(self, img: np.ndarray) -> None:
        h, w = img.shape[:2]
        yy, xx = np.mgrid[0:h, 0:w]
        u = (xx - self.x) / self.size * self.facing
        v = (yy - self.y) / self.size
        body = u ** 2 + (v / 0.55) ** 2 < 1
        tail = (u < -0.8) & (u > -1.6) & (np.abs(v) < (-u - 0.7) * 0.7)
        fin = (v < -0.3) & (v > -0.85) & (np.abs(u + 0.1) < 0.4 - 0.3 * (-v))
        img[tail | fin] = [int(c * 0.75) for c in self.color]
        img[body] = self.color
        img[body & (np.sin(u * 12) > 0.75)] = [min(255, c + 60) for c in self.color]
        img[(u - 0.55) ** 2 + (v + 0.12) ** 2 < 0.02] = (255, 255, 255)
        img[(u - 0.58) ** 2 + (v + 0.12) ** 2 < 0.006] = (0, 0, 0)


def school(rng: random.Random, n: int) -> Iterator[Fish]:
    hues: list[RGB] = [(250, 140, 40), (240, 70, 90), (250, 220, 70), (140, 90, 220)]
    for k in range(n):
        yield Fish(rng.randint(40, 240), 35 + k * 26, rng.uniform(12, 24), rng.choice(hues), facing=rng.choice([-1, 1]))


def seaweed(img: np.ndarray, x0: int, height: int, phase: float = 0.0) -> None:
    floor = img.shape[0] - 18
    for k in range(height):
        x = int(x0 + 6 * math.sin(k / 9 + phase))
        img[floor - k, max(0, x - 3):x + 3] = (20, 120 + k % 40, 60)


def main(seed: Optional[int] = None) -> np.ndarray:
    rng = random.Random(seed)
    depth = np.linspace(0, 1, 200)[:, None, None]
    img = (np.array([90, 200, 230]) * (1 - depth) + np.array([10, 50, 110]) * depth).repeat(280, axis=1)
    img[-18:] = (220, 200, 140)
    for x in range(20, 280, 37):
        seaweed(img, x, rng.randint(30, 90), rng.random() * 6)
    for fish in school(rng, 5):
        fish.draw(img)
    for _ in range(25):
        cx, cy, r = rng.randint(0, 279), rng.randint(0, 170), rng.randint(1, 4)
        y, x = np.ogrid[:200, :280]
        ring = np.abs(np.hypot(x - cx, y - cy) - r) < 0.7
        img[ring] = (220, 245, 255)
    return img.astype(np.uint8)


if __name__ == "__main__":
    image = main(seed=7)
    print(f"Aquarium ready: {image.shape[1]}x{image.shape[0]}")
