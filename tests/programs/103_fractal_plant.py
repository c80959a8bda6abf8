# a fractal plant grown with an L-system
"""L-system interpreter + turtle graphics, drawn with Pillow at 2x and downsampled."""
from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import reduce
from typing import Iterator, Mapping, NamedTuple

import numpy as np
from PIL import Image, ImageDraw

@dataclass(frozen=True)
class LSystem:
    axiom: str
    rules: Mapping[str, str]

    def expand(self, n: int) -> str:
        rewrite = lambda s, _: "".join(self.rules.get(ch, ch) for ch in s)
        return reduce(rewrite, range(n), self.axiom)

@dataclass(frozen=True)
class Turtle:
    x: float = 0.0
    y: float = 0.0
    heading: float = 90.0
    depth: int = 0

    def forward(self, step: float) -> Turtle:
        a = math.radians(self.heading)
        return replace(self, x=self.x + step * math.cos(a), y=self.y + step * math.sin(a))

    def turn(self, degrees: float) -> Turtle:
        return replace(self, heading=self.heading + degrees)

class Segment(NamedTuple):
    start: tuple[float, float]
    end: tuple[float, float]
    depth: int

def walk(program: str, angle: float, step: float = 1.0) -> Iterator[Segment]:
    turtle, stack = Turtle(heading=65.0), []
    for symbol in program:
        match symbol:
            case "F":
                moved = turtle.forward(step)
                yield Segment((turtle.x, turtle.y), (moved.x, moved.y), turtle.depth)
                turtle = moved
            case "+":
                turtle = turtle.turn(-angle)
            case "-":
                turtle = turtle.turn(angle)
            case "[":
                stack.append(turtle)
                turtle = replace(turtle, depth=turtle.depth + 1)
            case "]":
                turtle = stack.pop()
            case _:
                pass

def draw(segments: list[Segment], size: int = 420, margin: int = 24) -> np.ndarray:
    pts = np.array([p for s in segments for p in (s.start, s.end)])
    low, high = pts.min(axis=0), pts.max(axis=0)
    big = size * 2
    scale = (big - 4 * margin) / (high - low).max()
    shift = (big - scale * (high - low)) / 2

    def to_px(p: tuple[float, float]) -> tuple[float, float]:
        x, y = (np.array(p) - low) * scale + shift
        return float(x), float(big - y)

    deepest = max(s.depth for s in segments) or 1
    canvas = Image.new("RGB", (big, big), (250, 246, 232))
    pen = ImageDraw.Draw(canvas)
    for seg in segments:
        t = seg.depth / deepest
        color = (int(96 - 60 * t), int(74 + 90 * t), int(40 + 20 * t))
        pen.line([to_px(seg.start), to_px(seg.end)], fill=color, width=max(2, int(7 * (1 - t))))
    return np.asarray(canvas.resize((size, size), Image.LANCZOS))

PLANT = LSystem("X", {"X": "F+[[X]-X]-F[-FX]+X", "F": "FF"})

if __name__ == "__main__":
    image = draw(list(walk(PLANT.expand(5), angle=25)))
    print("Plant image:", image.shape)
