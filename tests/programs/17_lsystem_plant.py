from __future__ import annotations

from dataclasses import dataclass, field
import math
import numpy as np
from PIL import Image, ImageDraw


@dataclass
class LSystem:
    axiom: str
    rules: dict[str, str] = field(default_factory=dict)
    angle: float = 25.0

    def expand(self, n: int) -> str:
        s = self.axiom
        for _ in range(n):
            s = "".join(self.rules.get(ch, ch) for ch in s)
        return s

    def segments(self, n: int, step: float = 1.0):
        x = y = 0.0
        heading = 90.0 - 15
        stack: list[tuple[float, float, float]] = []
        for ch in self.expand(n):
            if ch == "F":
                nx = x + step * math.cos(math.radians(heading))
                ny = y + step * math.sin(math.radians(heading))
                yield (x, y, nx, ny, len(stack))
                x, y = nx, ny
            elif ch == "+":
                heading += self.angle
            elif ch == "-":
                heading -= self.angle
            elif ch == "[":
                stack.append((x, y, heading))
            elif ch == "]":
                x, y, heading = stack.pop()


plant = LSystem("X", {"X": "F+[[X]-X]-F[-FX]+X", "F": "FF"}, angle=22.5)
segs = np.array(list(plant.segments(5)))
lo = segs[:, [0, 1]].min(axis=0)
hi = segs[:, [2, 3]].max(axis=0)
scale = 230 / (hi - lo).max()

canvas = Image.new("RGB", (256, 256), (252, 250, 240))
draw = ImageDraw.Draw(canvas)
for x0, y0, x1, y1, depth in segs:
    p = ((x0 - lo[0]) * scale + 20, 246 - (y0 - lo[1]) * scale)
    q = ((x1 - lo[0]) * scale + 20, 246 - (y1 - lo[1]) * scale)
    draw.line([p, q], fill=(30, min(200, 70 + int(depth) * 22), 40), width=1)

image = np.array(canvas)
print(f"{len(segs)} segments drawn")
