from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, singledispatch
from itertools import chain, cycle, islice, product
from typing import Final, Generic, TypedDict, TypeVar

import numpy as np

T = TypeVar("T")
SIZE: Final[int] = 200


class Style(TypedDict, total=False):
    color: tuple[int, int, int]
    width: int


class Layer(Generic[T]):
    kinds: list[str] = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Layer.kinds.append(cls.__name__)

    def __init__(self, items: Iterable[T], style: Style) -> None:
        self.items = list(items)
        self.style = style

    @cached_property
    def grid(self) -> tuple[np.ndarray, np.ndarray]:
        return np.mgrid[0:SIZE, 0:SIZE]

    def __contains__(self, item: T) -> bool:
        return item in self.items


class Dots(Layer[tuple]):
    pass


class Stripes(Layer[int]):
    pass


@singledispatch
def render(layer, img):
    raise NotImplementedError(f"cannot render {type(layer).__name__}")


@render.register
def _(layer: Dots, img):
    y, x = layer.grid
    for cy, cx, r in layer.items:
        img[(x - cx) ** 2 + (y - cy) ** 2 <= r * r] = layer.style.get("color", (0, 0, 0))
    return img


@render.register
def _(layer: Stripes, img):
    for pos in layer.items:
        img[pos:pos + layer.style.get("width", 2)] = layer.style["color"]
    return img


sizes = cycle([4, 7, 11])
centers = product(range(20, SIZE, 40), repeat=2)
dots = Dots([(cy, cx, r) for (cy, cx), r in zip(centers, sizes)], {"color": (230, 80, 60)})
stripes = Stripes(chain(range(0, 100, 20), range(100, 200, 10)), Style(color=(60, 90, 140), width=4))
small = Dots(((cy, cx, 2) for cy, cx, _ in islice(dots.items, 0, None, 2)), {"color": (255, 255, 255)})

image = np.full((SIZE, SIZE, 3), 245, dtype=np.uint8)
for layer in (stripes, dots, small):
    image = render(layer, image)
print(Layer.kinds, (20, 20, 4) in dots)
