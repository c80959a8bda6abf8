"""Connected shapes in a mask, what can be told about them, and masks of wanted shapes to compare with."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import ndimage as ndi
from skimage import draw

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

MOST_BLOBS = 400
"""In a noisy picture only the largest are kept: any count is wrong by then."""


@dataclass(frozen=True, eq=False)
class Blob:
    """One connected shape; diagonal neighbours are connected.

    Attributes
    ----------
    image : the shape within its box, (height, width).
    top, left : first row and column of the box; ``bottom`` and ``right`` are one past the last.
    canvas : rows and columns of the whole picture.
    row, col : the centroid, in pixels.
    """

    image: Mask
    top: int
    left: int
    canvas: tuple[int, int]

    @property
    def height(self) -> int:
        """Rows of the box."""
        return int(self.image.shape[0])

    @property
    def width(self) -> int:
        """Columns of the box."""
        return int(self.image.shape[1])

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return self.top + self.height

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.left + self.width

    @property
    def middle(self) -> tuple[float, float]:
        """Row and column of the middle of the box."""
        return (self.top + self.bottom - 1) / 2, (self.left + self.right - 1) / 2

    @cached_property
    def area(self) -> int:
        """Pixels of the shape."""
        return int(self.image.sum())

    @cached_property
    def row(self) -> float:
        """Row of the centroid."""
        return self.top + float(np.nonzero(self.image)[0].mean())

    @cached_property
    def col(self) -> float:
        """Column of the centroid."""
        return self.left + float(np.nonzero(self.image)[1].mean())

    @property
    def fill(self) -> float:
        """Share of the box that the shape covers."""
        return self.area / (self.height * self.width)

    @property
    def aspect(self) -> float:
        """Width by height of the box."""
        return self.width / self.height

    @cached_property
    def holes(self) -> int:
        """Number of holes."""
        return int(ndi.label(ndi.binary_fill_holes(self.image) & ~self.image)[1])

    @cached_property
    def mask(self) -> Mask:
        """The shape in the whole picture, (rows, cols)."""
        mask = np.zeros(self.canvas, bool)
        mask[self.top : self.bottom, self.left : self.right] = self.image
        return mask


def blobs(mask: Mask, smallest: int = 6, *, filled: bool = False) -> list[Blob]:
    """Return the connected shapes of at least so many pixels, the largest first; ``filled`` closes their holes."""
    if filled:
        mask = ndi.binary_fill_holes(mask)
    labels, count = ndi.label(mask, np.ones((3, 3)))
    areas = np.bincount(labels.ravel(), minlength=count + 1)
    areas[0] = 0
    kept = np.flatnonzero(areas >= smallest)
    if len(kept) > MOST_BLOBS:
        kept = kept[np.argsort(-areas[kept])[:MOST_BLOBS]]
    boxes = ndi.find_objects(labels)
    found = []
    for label in kept:
        rows, cols = boxes[label - 1]
        found.append(Blob(labels[rows, cols] == label, rows.start, cols.start, (mask.shape[0], mask.shape[1])))
    return sorted(found, key=lambda blob: -blob.area)


def iou(one: Mask, other: Mask) -> float:
    """Return intersection over union, 0 to 1; 0 where both are empty."""
    union = (one | other).sum()
    return float((one & other).sum() / union) if union else 0.0


def is_disc(blob: Blob, tolerance: float = 0.12) -> bool:
    """Tell whether a shape is a filled circle: its box about square, and like the disc of its area and centroid."""
    if min(blob.height, blob.width) < 3 or abs(blob.aspect - 1) > max(tolerance, 1.01 / blob.height):
        return False
    row, col = np.ogrid[blob.top - 2 : blob.bottom + 2, blob.left - 2 : blob.right + 2]
    disc = (row - blob.row) ** 2 + (col - blob.col) ** 2 <= blob.area / math.pi + 1e-6
    return iou(np.pad(blob.image, 2), disc) >= (0.93 if min(blob.height, blob.width) >= 15 else 0.85)


def is_square(blob: Blob) -> bool:
    """Tell whether a shape is a filled upright square."""
    return blob.fill >= 0.93 and abs(blob.aspect - 1) <= 0.1


def row_widths(mask: Mask) -> NDArray[np.int64]:
    """Return for each row how far its first pixel is from its last, both counted; 0 where it is empty."""
    filled = mask.any(1)
    first = np.where(filled, mask.argmax(1), 0)
    last = np.where(filled, mask.shape[1] - 1 - mask[:, ::-1].argmax(1), -1)
    return np.asarray(last - first + 1)


def clusters(values: Iterable[float], gap: float) -> list[list[float]]:
    """Return the sorted values in groups, a new one wherever two neighbours differ by more than the gap."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= gap:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def spread(values: Iterable[float]) -> float:
    """Return the largest minus the smallest value."""
    known = list(values)
    return float(max(known) - min(known))


def share(values: NDArray[Any]) -> float:
    """Return the mean, NaN for no values: every limit fails on NaN."""
    return float(values.mean()) if values.size else math.nan


def grown(mask: Mask, pixels: int = 1) -> Mask:
    """Return the mask with so many pixels more on each side."""
    return np.asarray(ndi.binary_dilation(mask, iterations=pixels))


def closed(mask: Mask, pixels: int) -> Mask:
    """Return the mask with gaps of up to twice so many pixels closed, also at the picture's edge."""
    margin = pixels + 2
    padded = ndi.binary_closing(np.pad(mask, margin), np.ones((3, 3)), iterations=pixels)
    return np.asarray(padded[margin:-margin, margin:-margin])


def disc_mask(shape: tuple[int, int], row: float, col: float, radius: float) -> Mask:
    """Return a filled circle as (rows, cols)."""
    mask = np.zeros(shape, bool)
    mask[draw.disk((row, col), radius + 0.5, shape=shape)] = True
    return mask


def rect_mask(shape: tuple[int, int], top: int, left: int, bottom: int, right: int) -> Mask:
    """Return a rectangle as (rows, cols); bottom and right are not part of it."""
    mask = np.zeros(shape, bool)
    mask[top:bottom, left:right] = True
    return mask


def polygon_mask(shape: tuple[int, int], corners: Sequence[tuple[float, float]]) -> Mask:
    """Return a filled polygon of (row, col) corners as (rows, cols)."""
    rows, cols = zip(*corners, strict=True)
    mask = np.zeros(shape, bool)
    mask[draw.polygon(rows, cols, shape=shape)] = True
    return mask
