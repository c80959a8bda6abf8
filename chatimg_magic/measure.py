"""What is in a picture, in numbers: palette, regions, symmetry, blobs. Facts for a model that cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_COLOURS = 6
SMALLEST_SHARE = 0.002
STEP = 32
"""Colours closer than this in every channel are counted as one."""
MEASURED_PIXELS = 250_000
MAX_BLOBS = 400
"""Noise has thousands; nobody counts them."""


@dataclass(frozen=True)
class Region:
    """All pixels of about one colour.

    Attributes
    ----------
    colour : its mean, one value a channel, 0 to 255.
    share : of all pixels, 0 to 1.
    rows, cols : first and last row and column, in pixels.
    centre : row and column of its centroid, in pixels.
    """

    colour: tuple[int, ...]
    share: float
    rows: tuple[int, int]
    cols: tuple[int, int]
    centre: tuple[float, float]


@dataclass(frozen=True)
class Measures:
    """A picture in numbers; ``mirror`` and ``flip`` say how alike left and right, top and bottom are, 0 to 1."""

    shape: tuple[int, ...]
    regions: tuple[Region, ...]
    mirror: float
    flip: float


def measure(pixels: NDArray[np.uint8]) -> Measures:
    """Measure a picture.

    Parameters
    ----------
    pixels : uint8, (rows, cols) or (rows, cols, 3 or 4).
    """
    step = max(1, int(np.ceil((pixels.shape[0] * pixels.shape[1] / MEASURED_PIXELS) ** 0.5)))
    thinned = pixels[::step, ::step]
    flat = thinned[..., None] if thinned.ndim == 2 else thinned
    keys = (flat.astype(np.int64) // STEP) @ (256 ** np.arange(flat.shape[2]))
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    labels = inverse.reshape(keys.shape)
    order = np.argsort(-counts, kind="stable")[:MAX_COLOURS]
    regions = tuple(
        _region(flat, labels == index, step) for index in order if counts[index] >= SMALLEST_SHARE * keys.size
    )
    return Measures(pixels.shape, regions, _likeness(flat, flat[:, ::-1]), _likeness(flat, flat[::-1]))


def _region(flat: NDArray[np.uint8], mask: NDArray[np.bool_], step: int) -> Region:
    rows, cols = np.nonzero(mask)
    return Region(
        colour=tuple(int(value) for value in flat[mask].mean(axis=0).round()),
        share=float(mask.mean()),
        rows=(int(rows.min()) * step, int(rows.max()) * step),
        cols=(int(cols.min()) * step, int(cols.max()) * step),
        centre=(float(rows.mean()) * step, float(cols.mean()) * step),
    )


def _likeness(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    return float(1 - np.abs(one.astype(np.int16) - other).mean() / 255)


def describe(pixels: NDArray[np.uint8]) -> str:
    """Return the measures as a few lines for a model."""
    found = measure(pixels)
    lines = [f"- shape {found.shape}"]
    for region in found.regions:
        rows, cols = region.rows, region.cols
        lines.append(
            f"- colour {region.colour}: {region.share:.0%} of the pixels, rows {rows[0]} to {rows[1]}, "
            f"columns {cols[0]} to {cols[1]}, centred at row {region.centre[0]:.0f}, column {region.centre[1]:.0f}"
        )
    lines.append(f"- left and right are {found.mirror:.0%} alike, top and bottom {found.flip:.0%}")
    return "\n".join(lines)


@dataclass(frozen=True)
class Blob:
    """Pixels of a mask that hang together, corners included.

    Attributes
    ----------
    rows, cols : first row and column, and the first that is no longer in it, in pixels.
    area : number of its pixels.
    centre : row and column of its centroid, in pixels.
    border : how many of its pixels lie on the mask's border.
    mask : bool, what of its box it covers.
    """

    rows: tuple[int, int]
    cols: tuple[int, int]
    area: int
    centre: tuple[float, float]
    border: int
    mask: NDArray[np.bool_]

    @property
    def height(self) -> int:
        """Rows of its box."""
        return self.rows[1] - self.rows[0]

    @property
    def width(self) -> int:
        """Columns of its box."""
        return self.cols[1] - self.cols[0]

    @property
    def middle(self) -> tuple[float, float]:
        """Row and column of its box's middle."""
        return (self.rows[0] + self.rows[1] - 1) / 2, (self.cols[0] + self.cols[1] - 1) / 2

    @cached_property
    def filled(self) -> NDArray[np.bool_]:
        """Its mask without holes."""
        outside, count = label(~np.pad(self.mask, 1), corners=False)
        return self.mask if count == 1 else (outside != 1)[1:-1, 1:-1]

    @cached_property
    def hole(self) -> float:
        """Share of the filled area that is hole, 0 to 1."""
        return 1 - self.area / int(self.filled.sum())

    @cached_property
    def fill(self) -> float:
        """Share of its box that it covers with holes filled: a square 1, a disc 0.79, a triangle 0.5."""
        return float(self.filled.mean())


@dataclass(frozen=True)
class _Runs:
    """The runs of True in every row of a mask: row, first column, first column behind, number of the blob."""

    row: NDArray[np.intp]
    first: NDArray[np.intp]
    behind: NDArray[np.intp]
    number: NDArray[np.intp]
    count: int


def label(mask: NDArray[np.bool_], corners: bool = True) -> tuple[NDArray[np.int32], int]:
    """Number what hangs together, in the order of first pixels, as ``scipy.ndimage.label`` does.

    Parameters
    ----------
    mask : bool, (rows, cols).
    corners : whether pixels hang together that only touch at a corner.

    Returns
    -------
    labels : int32, (rows, cols); 0 where the mask is False.
    count : the largest label.
    """
    runs = _runs(mask, corners)
    labels = np.zeros(mask.shape, np.int32)
    labels[mask] = np.repeat(runs.number + 1, runs.behind - runs.first)
    return labels, runs.count


def _runs(mask: NDArray[np.bool_], corners: bool) -> _Runs:
    """Find the runs, and join those that touch one in the row above."""
    rows, cols = mask.shape
    width = cols + 2  # a gap ends every row, so that no run goes on in the next one and no corner wraps
    padded = np.zeros(rows * width + 1, bool)
    padded[1:].reshape(rows, width)[:, :cols] = mask
    edges = np.nonzero(padded[1:] != padded[:-1])[0]
    starts, ends = edges[::2], edges[1::2]
    reach = 1 if corners else 0
    low = np.searchsorted(ends, starts - width - reach, side="right")
    high = np.searchsorted(starts, ends - width + reach, side="left")
    pairs = np.maximum(high - low, 0)
    below = np.repeat(np.arange(len(starts)), pairs)
    above = np.arange(len(below)) - np.repeat(np.cumsum(pairs) - pairs, pairs) + np.repeat(low, pairs)
    root = np.arange(len(starts))
    while True:
        lowest = np.minimum(root[below], root[above])
        joined = root.copy()
        np.minimum.at(joined, root[below], lowest)
        np.minimum.at(joined, root[above], lowest)
        joined = joined[joined]
        if (joined == root).all():
            break
        root = joined
    roots, numbers = np.unique(root, return_inverse=True)
    return _Runs(starts // width, starts % width, (ends - 1) % width + 1, numbers.ravel(), len(roots))


def blobs(mask: NDArray[np.bool_], smallest: int = 1, most: int = MAX_BLOBS) -> tuple[Blob, ...]:
    """Return what hangs together in a mask, corners included, the largest first.

    Parameters
    ----------
    mask : bool, (rows, cols).
    smallest : fewest pixels of a blob.
    most : how many blobs at most.
    """
    runs = _runs(mask, corners=True)
    number, length = runs.number, runs.behind - runs.first
    areas = np.bincount(number, length, runs.count).astype(np.intp)
    top, left = (np.full(runs.count, max(mask.shape)) for _ in range(2))
    bottom, right = (np.zeros(runs.count, np.intp) for _ in range(2))
    np.minimum.at(top, number, runs.row)
    np.maximum.at(bottom, number, runs.row + 1)
    np.minimum.at(left, number, runs.first)
    np.maximum.at(right, number, runs.behind)
    row = np.bincount(number, runs.row * length, runs.count) / np.maximum(areas, 1)
    col = np.bincount(number, (runs.first + runs.behind - 1) / 2 * length, runs.count) / np.maximum(areas, 1)
    whole = (runs.row == 0) | (runs.row == mask.shape[0] - 1)
    ends = (runs.first == 0).astype(np.intp) + ((runs.behind == mask.shape[1]) & (runs.behind > 1))
    border = np.bincount(number, np.where(whole, length, ends), runs.count)
    labels = np.zeros(mask.shape, np.int32)
    labels[mask] = np.repeat(number, length)
    order = np.argsort(-areas, kind="stable")[:most]
    found = []
    for index in order[areas[order] >= smallest].tolist():
        rows, cols = (int(top[index]), int(bottom[index])), (int(left[index]), int(right[index]))
        box = np.s_[rows[0] : rows[1], cols[0] : cols[1]]
        covered = (labels[box] == index) & mask[box]
        found.append(
            Blob(rows, cols, int(areas[index]), (float(row[index]), float(col[index])), int(border[index]), covered)
        )
    return tuple(found)


def run_lengths(line: NDArray[np.bool_]) -> tuple[int, ...]:
    """Return how long each run of True is, in order."""
    edges = np.diff(np.concatenate([[False], line, [False]]).astype(np.int8))
    return tuple((np.nonzero(edges == -1)[0] - np.nonzero(edges == 1)[0]).tolist())
