# electric potential and field lines direction around two charged plates
from __future__ import annotations
from dataclasses import dataclass, field

import matplotlib
import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve
from skimage.draw import line as draw_line

@dataclass(frozen=True)
class Electrode:
    top: int
    left: int
    height: int
    width: int
    voltage: float

    @property
    def region(self) -> tuple[slice, slice]:
        return slice(self.top, self.top + self.height), slice(self.left, self.left + self.width)

@dataclass
class LaplaceProblem:
    n: int
    electrodes: list[Electrode] = field(default_factory=list)

    def __iadd__(self, electrode: Electrode) -> LaplaceProblem:
        self.electrodes.append(electrode)
        return self

    def boundary(self) -> tuple[np.ndarray, np.ndarray]:
        """Mask of fixed nodes and their values (grounded outer box + electrodes)."""
        fixed = np.zeros((self.n, self.n), dtype=bool)
        fixed[[0, -1], :] = fixed[:, [0, -1]] = True
        values = np.zeros((self.n, self.n))
        for e in self.electrodes:
            fixed[e.region] = True
            values[e.region] = e.voltage
        return fixed, values

    def solve(self) -> np.ndarray:
        second = sparse.diags([1, -2, 1], [-1, 0, 1], shape=(self.n, self.n))
        eye = sparse.identity(self.n)
        lap = sparse.kron(second, eye) + sparse.kron(eye, second)
        fixed, values = self.boundary()
        mask = fixed.ravel().astype(float)
        system = sparse.diags(1 - mask) @ lap + sparse.diags(mask)
        return spsolve(system.tocsc(), values.ravel() * mask).reshape(self.n, self.n)

@dataclass
class FieldPlot:
    zoom: int = 3
    arrow_every: int = 10

    def render(self, problem: LaplaceProblem) -> np.ndarray:
        phi = problem.solve()
        limit = np.abs(phi).max()
        rgb = matplotlib.colormaps["RdBu_r"]((phi / limit + 1) / 2)[..., :3]
        rgb = rgb.repeat(self.zoom, axis=0).repeat(self.zoom, axis=1)

        fine = np.kron(phi / limit, np.ones((self.zoom, self.zoom)))
        bands = np.floor(fine * 10)
        contour = (bands != np.roll(bands, 1, 0)) | (bands != np.roll(bands, 1, 1))
        rgb[contour] *= 0.75
        ey, ex = np.gradient(-phi)
        for r in range(self.arrow_every // 2, problem.n, self.arrow_every):
            for c in range(self.arrow_every // 2, problem.n, self.arrow_every):
                self._tick(rgb, r, c, ey[r, c], ex[r, c])
        for e in problem.electrodes:
            rows, cols = e.region
            rgb[rows.start * self.zoom:rows.stop * self.zoom,
                cols.start * self.zoom:cols.stop * self.zoom] = 0.15
        return rgb

    def _tick(self, rgb: np.ndarray, r: int, c: int, ey: float, ex: float) -> None:
        norm = np.hypot(ex, ey)
        if norm < 1e-4:
            return
        y0, x0 = r * self.zoom, c * self.zoom
        y1, x1 = int(y0 + 12 * ey / norm), int(x0 + 12 * ex / norm)
        rr, cc = draw_line(y0, x0, y1, x1)
        ok = (rr >= 0) & (cc >= 0) & (rr < rgb.shape[0]) & (cc < rgb.shape[1])
        rgb[rr[ok], cc[ok]] = 0.05

if __name__ == "__main__":
    problem = LaplaceProblem(n=120)
    problem += Electrode(30, 42, 60, 3, +1.0)
    problem += Electrode(30, 75, 60, 3, -1.0)
    image = FieldPlot().render(problem)
