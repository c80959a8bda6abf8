from enum import Enum, IntEnum, auto
from types import SimpleNamespace
import numpy as np


class Light(Enum):
    RED = (255, 50, 40)
    YELLOW = (255, 210, 50)
    GREEN = (60, 220, 90)

    @property
    def dim(self):
        return tuple(c // 5 for c in self.value)


class State(IntEnum):
    STOP = auto()
    READY = auto()
    GO = auto()
    SLOW = auto()


LIT = {
    State.STOP: {Light.RED},
    State.READY: {Light.RED, Light.YELLOW},
    State.GO: {Light.GREEN},
    State.SLOW: {Light.YELLOW},
}

cfg = SimpleNamespace(width=64, height=150, radius=17, gap=42)


def render(state: State) -> np.ndarray:
    panel = np.full((cfg.height, cfg.width, 3), (160, 190, 215), dtype=np.uint8)
    panel[10:-10, 10:-10] = (35, 35, 38)
    y, x = np.ogrid[:cfg.height, :cfg.width]
    for i, light in enumerate(Light):
        cy = 33 + i * cfg.gap
        d2 = (y - cy) ** 2 + (x - cfg.width / 2) ** 2
        on = light in LIT[state]
        panel[d2 < cfg.radius ** 2] = light.value if on else light.dim
        if on:
            halo = (d2 >= cfg.radius ** 2) & (d2 < (cfg.radius + 4) ** 2)
            panel[halo] = [c // 2 for c in light.value]
    return panel


image = np.hstack([render(s) for s in State])
print(", ".join(f"{s.name}={s.value}" for s in State))
