"""A picture as the checks look at it: thinned out, its colours named, its blobs found once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.expect import colours
from chatimg_magic.measure import Blob, blobs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.expect.things import Thing

LOOKED_AT = 300_000
"""Most pixels that are looked at; of a larger picture every second, third, … row and column."""
GROUND_DISTANCE = 40
SPECK = 0.12
"""What is smaller than this share of the usual blob is no blob of its own."""


class Seen:
    """A picture and what was already found in it.

    Parameters
    ----------
    pixels : uint8, (rows, cols) or (rows, cols, 1, 3 or 4), not empty.
    among : the colours in play; a pixel belongs to the nearest.
    ground : what the background is called, or ``""``.
    """

    def __init__(self, pixels: NDArray[np.uint8], among: tuple[str, ...] = (), ground: str = "") -> None:
        self.step = max(1, int(np.ceil((pixels.shape[0] * pixels.shape[1] / LOOKED_AT) ** 0.5)))
        self.rgb = _as_rgb(pixels[:: self.step, :: self.step])
        self.keys = colours.coarse(self.rgb)
        self.rows, self.cols = self.keys.shape
        self.among = among
        self.ground, self.ground_share = self._find_ground(ground)
        self._masks: dict[str, NDArray[np.bool_]] = {}
        self._parts: dict[str, tuple[Blob, ...]] = {}

    def _find_ground(self, name: str) -> tuple[tuple[int, int, int], float]:
        """Return the colour of most pixels of the border (of those that may be called so), and of how many."""
        keys, rgb = self.keys, self.rgb
        ring = np.concatenate([rgb[0], rgb[-1], rgb[:, 0], rgb[:, -1]])
        keys = np.concatenate([keys[0], keys[-1], keys[:, 0], keys[:, -1]])
        named = colours.mask(keys[None], name)[0] if name else np.zeros(len(keys), bool)
        values, counts = np.unique(keys[named] if named.mean() >= 0.15 else keys, return_counts=True)
        red, green, blue = (int(v) for v in np.median(ring[keys == values[counts.argmax()]], axis=0))
        near = np.abs(ring.astype(np.int16) - (red, green, blue)).max(axis=1) <= GROUND_DISTANCE
        return (red, green, blue), float(near.mean())

    def all_of(self, colour: str) -> NDArray[np.bool_]:
        """Say which pixels may be called so, whatever else they may be called."""
        return colours.mask(self.keys, colour)

    def mask(self, colour: str) -> NDArray[np.bool_]:
        """Say which pixels are of a colour rather than of another one in play; ``""`` is all that is not ground."""
        if colour not in self._masks:
            if colour:
                self._masks[colour] = colours.mask(self.keys, colour, self.among)
            else:
                apart = np.zeros(self.keys.shape, bool)
                for channel, value in enumerate(self.ground):
                    plane = self.rgb[..., channel]
                    apart |= (plane > min(255, value + GROUND_DISTANCE)) | (plane < max(0, value - GROUND_DISTANCE))
                self._masks[colour] = apart
        return self._masks[colour]

    def is_ground(self, colour: str) -> bool:
        """Whether the background may be called so."""
        key = int(colours.coarse(np.array([[self.ground]], np.uint8))[0, 0])
        return bool(colours.mask(np.array([[key]], np.int32), colour, self.among)[0, 0])

    def blobs(self, colour: str) -> tuple[Blob, ...]:
        """Return the blobs of a colour without the ground, the largest first; ``""`` is any colour."""
        if colour not in self._parts:
            mask = self.mask(colour)
            grounded = colour != "" and self.is_ground(colour)
            apart = mask & self.mask("") if grounded else mask
            found = blobs(apart if apart.mean() >= 0.005 else mask)
            if grounded:
                limit = 0.2 * (self.rows + self.cols)
                found = tuple(blob for blob in found if blob.border < limit)
            self._parts[colour] = found
        return self._parts[colour]

    def of(self, thing: Thing) -> tuple[Blob, ...] | None:
        """Return the blobs that may be the thing, the largest first; None where nobody can tell."""
        if not thing.colour and self.ground_share < 0.6:
            return None
        found = self.blobs(thing.colour)
        if (
            thing.shape not in {"line", "ring", "dot", "frame", "star"}
            and "outline" not in f"{thing.looks} {thing.tail}"
        ):
            found = tuple(blob for blob in found if not _is_fringe(blob)) or found
        return usual(found, max(1, thing.number))


def usual(found: tuple[Blob, ...], number: int) -> tuple[Blob, ...]:
    """Leave out specks: what is much smaller than the ``number`` largest."""
    if not found:
        return found
    typical = float(np.median([blob.area for blob in found[:number]]))
    return tuple(blob for blob in found if blob.area >= SPECK * typical)


def _is_fringe(blob: Blob) -> bool:
    """Whether it is the blurred edge of something else."""
    return blob.area < 1.6 * (blob.height + blob.width) and min(blob.height, blob.width) > 6


def _as_rgb(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        plane = pixels.reshape(pixels.shape[:2])
        return np.ascontiguousarray(np.broadcast_to(plane[..., None], (*plane.shape, 3)))
    if pixels.shape[2] == 3:
        return np.ascontiguousarray(pixels)
    alpha = pixels[..., 3:].astype(np.float32) / 255
    return np.rint(pixels[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
