"""What is in a picture, in numbers: palette, regions, symmetry. Facts for a model that cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_COLOURS = 6
SMALLEST_SHARE = 0.002
STEP = 32
"""Colours closer than this in every channel are counted as one."""
MEASURED_PIXELS = 250_000


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
