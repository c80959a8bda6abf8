"""What families need that paint every pixel: what to call the picture, and how code sets all of it."""

from __future__ import annotations

from chatimg_magic.gallery.pick import Colour, Pick
from chatimg_magic.request import Mode


def frame(p: Pick) -> str:
    """Return words for a picture of no colour of its own, such as ``an image (200 rows, 300 columns)``."""
    return p.one(
        "an image",
        "a picture",
        f"a picture, {p.rows} by {p.cols},",
        f"an image ({p.rows} rows, {p.cols} columns)",
    )


def grey(p: Pick, level: int) -> Colour:
    """Return the colour of a grey level from 0 to 255, written in the picture's mode."""
    channels = {Mode.GRAY: str(level), Mode.RGB: str((level,) * 3), Mode.RGBA: str((level, level, level, 255))}
    return Colour(f"gray {level}", channels[p.mode])


def empty(p: Pick) -> str:
    """Return the line of code that makes a white picture, for code that has other things to say first.

    A program that begins with its background tempts a small model to begin with a row of levels instead.
    """
    shape = "(H, W)" if p.mode is Mode.GRAY else f"(H, W, {p.mode.channels})"
    return f"image = np.full({shape}, 255, dtype=np.uint8)"


def set_levels(p: Pick, levels: str = "level") -> str:
    """Return the line of code that makes an array of grey levels, (rows, cols) of uint8, the picture."""
    if p.mode is Mode.GRAY:
        return f"image[:] = {levels}"
    return f"image[..., :3] = {levels}[..., None]  # the same level in red, green and blue"


def mix(p: Pick, start: str, end: str, share: str = "t") -> str:
    """Return an expression for colours between two arrays ``start`` and ``end`` by shares, (rows, cols) from 0 to 1."""
    each = share if p.mode is Mode.GRAY else f"{share}[..., None]"
    return f"np.round({start} + ({end} - {start}) * {each}).astype(np.uint8)"
