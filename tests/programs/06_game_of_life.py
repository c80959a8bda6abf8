import numpy as np


class GameOfLife:
    """A toroidal Game of Life board that remembers how long ago each cell died."""

    def __init__(self, rows, cols, density=0.3, seed=42):
        rng = np.random.default_rng(seed)
        self.grid = rng.random((rows, cols)) < density
        self.age = np.zeros((rows, cols), dtype=int)
        self.generation = 0

    @property
    def population(self):
        return int(self.grid.sum())

    def neighbours(self):
        g = self.grid.astype(np.int8)
        return sum(
            np.roll(np.roll(g, dy, axis=0), dx, axis=1)
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
            if (dy, dx) != (0, 0)
        )

    def step(self):
        n = self.neighbours()
        self.grid = (n == 3) | (self.grid & (n == 2))
        self.age = np.where(self.grid, 0, self.age + 1)
        self.generation += 1

    def __iter__(self):
        while True:
            self.step()
            yield self

    def render(self, scale=3):
        trail = np.exp(-self.age / 8.0)
        rgb = np.zeros((*self.grid.shape, 3))
        rgb[..., 0] = trail * 90
        rgb[..., 1] = trail * 180
        rgb[..., 2] = trail * 140 + 30
        rgb[self.grid] = (235, 255, 220)
        return rgb.astype(np.uint8).repeat(scale, axis=0).repeat(scale, axis=1)


life = GameOfLife(80, 80)
for state in life:
    if state.generation >= 60:
        break

image = life.render()
print(f'generation {life.generation}: {life.population:,} living cells')
