from __future__ import annotations

from typing import Protocol, Any, ClassVar
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Shader(Protocol):
    def __call__(self, uv: Array, **uniforms: Any) -> Array: ...


class Registry:
    shaders: ClassVar[dict[str, Shader]] = {}

    @classmethod
    def register(cls, name: str):
        def inner(fn: Shader) -> Shader:
            cls.shaders[name] = fn
            return fn
        return inner

    @staticmethod
    def mix(a: Any, b: Any, t: Array) -> Array:
        return np.asarray(a) * (1 - t) + np.asarray(b) * t


@Registry.register("rings")
def rings(uv: Array, *, freq: float = 20.0, **_: Any) -> Array:
    d = np.linalg.norm(uv, axis=-1, keepdims=True)
    return Registry.mix([0.1, 0.1, 0.3], [1.0, 0.7, 0.3], 0.5 + 0.5 * np.cos(d * freq))


@Registry.register("rays")
def rays(uv: Array, *, count: int = 12, **_: Any) -> Array:
    a = np.arctan2(uv[..., 1], uv[..., 0])[..., None]
    return Registry.mix([0.9, 0.3, 0.2], [1.0, 0.9, 0.6], (np.sin(a * count) > 0).astype(float))


@Registry.register("cells")
def cells(uv: Array, *, n: int = 4, **_: Any) -> Array:
    f = np.abs((uv * n) % 1 - 0.5)
    return Registry.mix([0.1, 0.5, 0.4], [0.9, 1.0, 0.9], f.max(axis=-1, keepdims=True) * 2)


@Registry.register("diag")
def diag(uv: Array, **uniforms: Any) -> Array:
    w = uniforms.get("width", 0.2)
    s = ((uv.sum(axis=-1, keepdims=True)) % (2 * w)) / w
    return Registry.mix([0.2, 0.2, 0.5], [0.8, 0.6, 0.9], np.abs(s - 1))


side = np.linspace(-1, 1, 120)
uv = np.stack(np.meshgrid(side, side), axis=-1)
panels = [shader(uv, freq=24.0, count=9, width=0.3) for shader in Registry.shaders.values()]
image = np.concatenate([np.concatenate(panels[:2], axis=1), np.concatenate(panels[2:], axis=1)], axis=0)
image = (image * 255).round().astype(np.uint8)
print(list(Registry.shaders))
