"""Which part of the code drew a pixel, and the picture after each part.

A part is one top-level statement that changed the picture, or meant to; parts are counted from 1 in the order in which
they ran. 0 is the picture as it was made, before anything was drawn on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.errors import BadOption
from chatimg_magic.picture import Picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILM_SECONDS, LAST_SECONDS = 0.6, 2.0
"""How long a film shows each picture, and its last."""


@dataclass(frozen=True)
class Part:
    """A stretch of the code together with the pixels it drew last.

    Attributes
    ----------
    number : its place, from 1; what labels say.
    lines : its first and last line in the code, from 1.
    source : the code.
    share : of the picture's pixels, those that it drew last, 0 to 1.
    """

    number: int
    lines: tuple[int, int]
    source: str
    share: float


def parts_of(picture: Picture, code: str) -> tuple[Part, ...]:
    """Return the parts of the code that drew a picture; none where that is not known."""
    if picture.labels is None:
        return ()
    lines = code.split("\n")
    counted = np.bincount(picture.labels.ravel(), minlength=len(picture.lines) + 1)
    return tuple(
        Part(number, (first, last), "\n".join(lines[first - 1 : last]), float(counted[number]) / picture.labels.size)
        for number, (first, last) in enumerate(picture.lines, 1)
    )


def after(picture: Picture, number: int) -> NDArray[np.uint8]:
    """Return what the picture was after a part.

    Parameters
    ----------
    picture : with its film.
    number : of the part; 0 is the picture as it was made.

    Raises
    ------
    BadOption
        If there is no such part, or it is not known how the picture came about.
    """
    if not picture.film:
        raise BadOption(
            "It is not known how this picture came about: it is too large, has too many parts or was converted.",
            "Ask for uint8 values and at most four megapixels.",
        )
    if not 0 <= number < len(picture.film):
        raise BadOption(f"There is no part {number}.", f"Parts are counted from 0 to {len(picture.film) - 1}.")
    shown = picture.film[0][2].copy()
    for row, col, pixels in picture.film[1 : number + 1]:
        shown[row : row + pixels.shape[0], col : col + pixels.shape[1]] = pixels
    return shown


def save_film(picture: Picture, path: str) -> Path:
    """Write the pictures after each part as one that moves; the ending of the name says the format.

    Parameters
    ----------
    picture : with its film.
    path : such as ``ball.gif``, ``ball.png`` (which then is an APNG) or ``ball.webp``.

    Raises
    ------
    BadOption
        If the film is not known, or the folder or the format is not there.
    """
    from PIL import Image

    frames = [Image.fromarray(after(picture, number)) for number in range(max(1, len(picture.film)))]
    target = Path(path).expanduser()
    if target.suffix.lower() not in {".gif", ".png", ".apng", ".webp"}:
        raise BadOption(f"{target.name} is no name of a moving picture.", "End it with .gif, .png or .webp.")
    milliseconds = [round(1000 * FILM_SECONDS)] * (len(frames) - 1) + [round(1000 * LAST_SECONDS)]
    try:
        frames[0].save(target, save_all=True, append_images=frames[1:], duration=milliseconds, loop=0, lossless=True)
    except (OSError, ValueError) as error:
        raise BadOption(f"The film could not be saved as {target.name}: {error}.", "Name another path.") from None
    return target
