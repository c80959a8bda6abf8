from typing import Callable, Literal
import numpy as np

BlendMode = Literal["multiply", "screen", "overlay", "add"]

MODES: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "multiply": lambda a, b: a * b,
    "screen": lambda a, b: 1 - (1 - a) * (1 - b),
    "overlay": lambda a, b: np.where(a < 0.5, 2 * a * b, 1 - 2 * (1 - a) * (1 - b)),
    "add": lambda a, b: np.minimum(a + b, 1),
}


def blend(base: np.ndarray, top: np.ndarray, mode: BlendMode = "screen", opacity: float = 1.0) -> np.ndarray:
    try:
        fn = MODES[mode]
    except KeyError as exc:
        raise ValueError(f"unknown blend mode {mode!r}") from exc
    return base * (1 - opacity) + fn(base, top) * opacity


def disc(cx: float, cy: float, r: float, color, n: int = 128) -> np.ndarray:
    y, x = np.mgrid[:n, :n]
    inside = np.hypot(x - cx, y - cy) <= r
    return inside[..., None] * np.array(color, float)


def venn(mode: BlendMode, background: float) -> np.ndarray:
    out = np.full((128, 128, 3), background)
    for (cx, cy), c in zip([(64, 46), (46, 78), (82, 78)], np.eye(3) * 0.8 + 0.15):
        layer = disc(cx, cy, 34, c)
        if mode == "multiply":
            layer = np.where(layer.sum(-1, keepdims=True) == 0, 1.0, layer)
        out = blend(out, layer, mode)
    return out


tiles = [venn("multiply", 1.0), venn("screen", 0.0), venn("overlay", 0.55), venn("add", 0.1)]
image = np.block([[[tiles[0]], [tiles[1]]], [[tiles[2]], [tiles[3]]]])
image = (np.clip(image, 0, 1) * 255).astype(np.uint8)
print(image.shape)
