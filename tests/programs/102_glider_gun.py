# Conway's Game of Life: a Gosper glider gun after 150 generations with fading trails
from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Iterator

import numpy as np
from scipy.signal import convolve2d

GOSPER_GUN = (
    "24bo$22bobo$12b2o6b2o12b2o$11bo3bo4b2o12b2o$2o8bo5bo3b2o$"
    "2o8bo3bob2o4bobo$10bo5bo7bo$11bo3bo$12b2o!"
)


class Pattern:
    """A set of live cells decoded from run-length encoding."""

    def __init__(self, cells: list[tuple[int, int]]) -> None:
        self.cells = cells

    @classmethod
    def from_rle(cls, rle: str) -> Pattern:
        cells: list[tuple[int, int]] = []
        row = col = 0
        for count, tag in re.findall(r"(\d*)([bo$!])", rle):
            n = int(count or 1)
            match tag:
                case "b":
                    col += n
                case "o":
                    cells.extend((row, col + k) for k in range(n))
                    col += n
                case "$":
                    row, col = row + n, 0
                case "!":
                    break
        return cls(cells)

    def place(self, grid: np.ndarray, row: int, col: int) -> None:
        for r, c in self.cells:
            grid[row + r, col + c] = True


@dataclass
class Life:
    grid: np.ndarray

    KERNEL = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]])

    @classmethod
    def empty(cls, rows: int, cols: int) -> Life:
        return cls(np.zeros((rows, cols), dtype=bool))

    def generations(self) -> Iterator[np.ndarray]:
        """Yield the grid for generation 0, 1, 2, ... forever."""
        while True:
            yield self.grid
            neighbors = convolve2d(self.grid.astype(int), self.KERNEL, mode="same")
            self.grid = (neighbors == 3) | (self.grid & (neighbors == 2))


def render_with_trails(life: Life, steps: int, fade: float = 0.93, cell: int = 6) -> np.ndarray:
    heat = np.zeros(life.grid.shape)
    alive = life.grid
    for alive in islice(life.generations(), steps + 1):
        heat = np.maximum(heat * fade, alive)
    trail = heat[..., None] * np.array([40, 90, 190])
    rgb = np.where(alive[..., None], np.array([255, 235, 120]), np.array([12, 14, 26]) + trail)
    big = np.kron(np.clip(rgb, 0, 255), np.ones((cell, cell, 1))).astype(np.uint8)
    big[::cell, :] = big[::cell, :] // 2      # subtle grid lines
    big[:, ::cell] = big[:, ::cell] // 2
    return big


if __name__ == "__main__":
    game = Life.empty(50, 72)
    Pattern.from_rle(GOSPER_GUN).place(game.grid, 4, 4)
    image = render_with_trails(game, steps=150)
    print(f"{int(game.grid.sum())} live cells, image shape {image.shape}")
