from __future__ import annotations
import numpy as np
from dataclasses import dataclass, replace, astuple
import operator
from functools import reduce


@dataclass(frozen=True, order=True)
class Color:
    r: float
    g: float
    b: float

    def __add__(self, o: Color) -> Color:
        return Color(self.r + o.r, self.g + o.g, self.b + o.b)

    def __mul__(self, k: float) -> Color:
        return Color(self.r * k, self.g * k, self.b * k)

    __rmul__ = __mul__

    def __matmul__(self, t_other: tuple[float, Color]) -> Color:
        t, other = t_other
        return (1 - t) * self + t * other

    def __iter__(self):
        yield from astuple(self)

    def __getitem__(self, i):
        return astuple(self)[i]

    @classmethod
    def from_hex(cls, code: str) -> Color:
        code = code.lstrip("#")
        return cls(*(int(code[i:i + 2], 16) / 255 for i in (0, 2, 4)))

    @property
    def luminance(self) -> float:
        return 0.2126 * self.r + 0.7152 * self.g + 0.0722 * self.b

    def __str__(self):
        return "#" + "".join(f"{round(c * 255):02x}" for c in self)


swatches = [Color.from_hex(h) for h in ("#264653", "#2a9d8f", "#e9c46a", "#f4a261", "#e76f51")]
average = reduce(operator.add, swatches) * (1 / len(swatches))
brighter = replace(average, r=min(1.0, average.r * 1.3))

rows = []
for a, b in zip(swatches, swatches[1:] + [brighter]):
    rows.append([list(a @ (t, b)) for t in np.linspace(0, 1, 240)])
image = np.repeat(np.array(rows), 32, axis=0)
image[::32] = 1.0
print("average", average, "| lightest", max(swatches, key=operator.attrgetter("luminance")))
image = (image * 255).astype(np.uint8)
