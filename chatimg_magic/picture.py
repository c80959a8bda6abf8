"""From an array to a Picture: what counts as an image, what is in it, and its PNG.

Imports nothing but NumPy at the top, because the sandbox's worker uses :func:`convert` too.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.request import Request

MAX_PIXELS = 64_000_000
SHOWN_PIXELS = 1_500_000
"""A larger picture is shown thinned out; the array stays whole."""
SHOWN_SIDE = 192
"""A smaller picture is shown enlarged by a whole factor, so that its pixels stay crisp."""


_NO_METADATA: Any = {"Software": None}
"""Without the writer's version the same pixels give the same bytes."""


@dataclass(frozen=True)
class Picture:
    """A checked array.

    Attributes
    ----------
    array : uint8, (rows, cols) or (rows, cols, 3 or 4), values 0 to 255, read-only.
    notes : what was converted to get there, in words.
    lines : first and last line of each part of the code that drew it, in order; empty where that is not known.
    labels : uint16, (rows, cols): which of them drew the pixel last, from 1; 0 is none.
    film : the picture as it was made, and of each part what it changed: row and column of a corner, and the pixels.
    """

    array: NDArray[np.uint8]
    notes: tuple[str, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    labels: NDArray[np.uint16] | None = None
    film: tuple[tuple[int, int, NDArray[np.uint8]], ...] = ()

    def png(self) -> bytes:
        """Return the picture as a PNG file's bytes."""
        return png(self.array)


class NotAPicture(ValueError):
    """The value cannot be shown as an image; the message says why, with numbers."""


def convert(value: Any) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Turn what code left behind into uint8 pixels.

    Parameters
    ----------
    value : (H, W), (H, W, 1), (H, W, 3) or (H, W, 4); bool, float 0 to 1, or numbers 0 to 255.

    Returns
    -------
    pixels : uint8, (H, W), (H, W, 3) or (H, W, 4), C-contiguous.
    notes : what was converted, in words.

    Raises
    ------
    NotAPicture
        For other shapes and types, empty arrays, more than 64 megapixels, or nothing finite in it.
    """
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError) as error:
        raise NotAPicture(f"the value is no array ({error}); it must be uint8") from None
    if array.dtype == object or array.dtype.kind not in "buif":
        raise NotAPicture(f"the array has dtype {array.dtype}; it must be uint8")
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] not in (3, 4)):
        raise NotAPicture(f"the array has shape {array.shape}; an image is (rows, cols), or (rows, cols, 3 or 4)")
    if array.size == 0:
        raise NotAPicture(f"the array is empty: its shape is {array.shape}")
    if array.shape[0] * array.shape[1] > MAX_PIXELS:
        raise NotAPicture(f"the array has {array.shape[0] * array.shape[1]:,} pixels; at most {MAX_PIXELS:,} are shown")
    notes: list[str] = []
    if array.dtype == bool:
        notes.append("bool scaled to 0 and 255")
        array = array.astype(np.uint8) * np.uint8(255)
    elif array.dtype.kind == "f":
        array = _from_floats(array, notes)
    elif array.dtype != np.uint8:
        low, high = int(array.min()), int(array.max())
        if low < 0 or high > 255:
            notes.append(f"values from {low} to {high} clipped to 0 to 255")
        notes.append(f"{array.dtype} converted to uint8")
        array = np.clip(array, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(array), tuple(notes)


def _from_floats(array: NDArray[Any], notes: list[str]) -> NDArray[np.uint8]:
    finite = np.isfinite(array)
    if not finite.any():
        raise NotAPicture("the array holds only NaN or infinite values")
    if not finite.all():
        notes.append(f"{int((~finite).sum()):,} NaN or infinite values set to 0")
        array = np.where(finite, array, 0)
    low, high = float(array.min()), float(array.max())
    if low >= 0 and high <= 1:
        notes.append(f"{array.dtype} 0 to 1 scaled to 0 to 255")
        array = array * 255
        return np.asarray(np.rint(array), dtype=np.uint8)
    if low < 0 or high > 255:
        notes.append(f"values from {low:.4g} to {high:.4g} clipped to 0 to 255")
    notes.append(f"{array.dtype} converted to uint8")
    return np.asarray(np.clip(np.rint(array), 0, 255), dtype=np.uint8)


def check(pixels: NDArray[np.uint8], notes: tuple[str, ...], request: Request) -> Picture:
    """Hold converted pixels against what was asked for.

    Raises
    ------
    NotAPicture
        If size or mode differ from the request (says both), or the picture is blank.
    """
    asked = request.shape
    rows_cols = pixels.shape[:2]
    if rows_cols != asked[:2]:
        turned = " (rows and columns are swapped)" if rows_cols == asked[:2][::-1] else ""
        raise NotAPicture(f"the array's shape is {pixels.shape}, but {asked} was asked for{turned}")
    if pixels.shape != asked:
        pixels, note = _to_mode(pixels, asked)
        notes = (*notes, note)
    colour = blank(pixels)
    if colour is not None:
        raise NotAPicture(f"the picture is blank: every pixel is {colour}")
    held = pixels.view()  # the caller's array stays writeable
    held.flags.writeable = False
    return Picture(held, notes)


def _to_mode(pixels: NDArray[np.uint8], asked: tuple[int, ...]) -> tuple[NDArray[np.uint8], str]:
    """Change the number of channels where nothing is lost by it."""
    have, want = (pixels.ndim == 3 and pixels.shape[2]) or 1, (len(asked) == 3 and asked[2]) or 1
    if have == 1:
        stacked = np.repeat(pixels[..., None], 3, axis=2)
    elif have == 4:
        alpha = pixels[..., 3:].astype(np.float32) / 255
        stacked = np.rint(pixels[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
        if want == 3:
            return stacked, "rgba laid on white"
    else:
        stacked = pixels
    if want == 1:
        first = stacked[..., 0]
        if not ((stacked[..., 1] == first) & (stacked[..., 2] == first)).all():
            raise NotAPicture(
                f"the picture has colours, shape {pixels.shape}, but a grey one of shape {asked} was asked for"
            )
        laid = "rgba laid on white and" if have == 4 else "grey rgb"
        return np.ascontiguousarray(first), f"{laid} reduced to one channel"
    if want == 4:
        opaque = np.full((*stacked.shape[:2], 1), 255, np.uint8)
        return np.concatenate([stacked[..., :3], opaque], axis=2), "opaque alpha channel added"
    return stacked, "grey repeated in three channels"


def blank(pixels: NDArray[np.uint8]) -> str | None:
    """Return the one colour of a picture that holds nothing else, such as ``(0, 0, 0)``; else None."""
    flat = pixels.reshape(-1) if pixels.ndim == 2 else pixels.reshape(-1, pixels.shape[2])
    if pixels.ndim == 3 and pixels.shape[2] == 4 and not pixels[..., 3].any():
        return "fully transparent"
    if len(flat) == 1 or not (flat == flat[0]).all():
        return None
    return str(int(flat[0])) if flat.ndim == 1 else str(tuple(int(v) for v in flat[0]))


def shown(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Thin out or enlarge pixels by a whole factor, to a size that a notebook shows well."""
    rows, cols = pixels.shape[:2]
    step, factor = _step_and_factor(rows, cols)
    return pixels[::step, ::step] if step > 1 else pixels.repeat(factor, axis=0).repeat(factor, axis=1)


def shown_size(rows: int, cols: int) -> tuple[int, int]:
    """Return the rows and columns that :func:`shown` makes of a picture's."""
    step, factor = _step_and_factor(rows, cols)
    return -(-rows // step) * factor, -(-cols // step) * factor


def _step_and_factor(rows: int, cols: int) -> tuple[int, int]:
    if rows * cols > SHOWN_PIXELS:
        return math.ceil((rows * cols / SHOWN_PIXELS) ** 0.5), 1
    return 1, max(1, SHOWN_SIDE // max(rows, cols))


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Encode pixels with matplotlib: no axes, no resampling, grey from 0 to 255."""
    from matplotlib.image import imsave

    if pixels.ndim == 2:  # a colour map is off by one for some greys
        pixels = np.repeat(pixels[..., None], 3, axis=2)
    buffer = io.BytesIO()
    imsave(buffer, pixels, format="png", metadata=_NO_METADATA)
    return buffer.getvalue()


def glance(pixels: NDArray[np.uint8], side: int) -> bytes:
    """Encode pixels for a model that sees: thinned out by averaging, transparent ones laid on white.

    Parameters
    ----------
    pixels : uint8, (rows, cols) or (rows, cols, 3 or 4).
    side : rows and columns, at most.
    """
    from PIL import Image

    if pixels.ndim == 3 and pixels.shape[2] == 4:
        pixels, _ = _to_mode(pixels, (*pixels.shape[:2], 3))
    image, buffer = Image.fromarray(pixels), io.BytesIO()
    image.thumbnail((side, side), Image.Resampling.BOX, reducing_gap=None)
    image.save(buffer, "PNG")
    return buffer.getvalue()


def save(pixels: NDArray[np.uint8], path: str) -> Path:
    """Write pixels to a file at their real size; the ending of the name says the format.

    Raises
    ------
    BadOption
        If the folder or the format is not there.
    """
    from PIL import Image

    from chatimg_magic.errors import BadOption

    target = Path(path).expanduser()
    try:
        Image.fromarray(pixels).save(target)
    except (OSError, ValueError) as error:
        raise BadOption(f"The picture could not be saved as {target.name}: {error}.", "Name another path.") from None
    return target
