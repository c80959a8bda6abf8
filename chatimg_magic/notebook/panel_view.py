"""The panel as a front end sees it: one widget, its state as traits, and the pictures it points into.

The other half is ``panel.js``. Everything that it shows is in the traits, so that a notebook saved with the state of
its widgets still lets people point and step without a kernel.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import numpy as np
import traitlets

from chatimg_magic.notebook import highlight

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.drawing import Attempt
    from chatimg_magic.picture import Picture

SHOWN_PIXELS = 1_500_000
"""Of a larger picture the panel shows nothing: the plain display has it, thinned out."""
THUMBNAIL = 128
GREYS = 256
FRAME_SIDE = 256


class View(anywidget.AnyWidget):
    """What is shown; clicks come as messages ``{"do": …}``.

    Attributes
    ----------
    state : all that is small; ``panel.js`` names its entries.
    lines : the code, a line each, as HTML.
    live : what is being done just now, or ``""``.
    words : what the person has typed.
    picture, before, growing : PNG files: of the attempt shown, the one before it, and the picture so far.
    labels : a PNG file with the number of each pixel's part: a grey value, or red plus 256 times green.
    film : PNG files of what each part changed, the first of the whole picture; ``state["corners"]`` says where.
    thumbs : a small PNG file of each attempt, empty where there is no picture.
    """

    _esm = Path(__file__).with_name("panel.js")
    _css = Path(__file__).with_name("panel.css")
    state = traitlets.Dict().tag(sync=True)
    lines: traitlets.List[str] = traitlets.List().tag(sync=True)
    live = traitlets.Unicode().tag(sync=True)
    words = traitlets.Unicode().tag(sync=True)
    picture = traitlets.Bytes().tag(sync=True)
    before = traitlets.Bytes().tag(sync=True)
    growing = traitlets.Bytes().tag(sync=True)
    labels = traitlets.Bytes().tag(sync=True)
    film: traitlets.List[bytes] = traitlets.List().tag(sync=True)
    thumbs: traitlets.List[bytes] = traitlets.List().tag(sync=True)

    def __init__(self, clicked: Callable[[str, dict[str, Any]], None]) -> None:
        super().__init__(state=EMPTY)
        self._tiles: dict[str, bytes] = {}
        self.on_msg(lambda _, content, __: clicked(str(content.get("do", "")), content))

    def show_code(self, source: str) -> None:
        """Show code, highlighted."""
        self.lines = highlight.lines(source)

    def show_picture(self, picture: Picture | None, before: Picture | None) -> None:
        """Show a picture with the parts that drew it; None shows none."""
        fits = picture is not None and picture.array.shape[0] * picture.array.shape[1] <= SHOWN_PIXELS
        shown = picture if fits else None
        with self.hold_sync():
            self.before = png(before.array) if before and shown and before.array.size == shown.array.size else b""
            self.labels = labels_png(shown.labels) if shown and shown.labels is not None else b""
            self.film = [png(pixels) if pixels.size else b"" for *_, pixels in shown.film] if shown else []
            self.picture = png(shown.array) if shown else b""

    def show_growing(self, pixels: NDArray[np.uint8]) -> None:
        """Show the picture so far."""
        step = max(1, -(-max(pixels.shape[:2]) // FRAME_SIDE))
        self.growing = png(pixels[::step, ::step])

    def show_thumbs(self, attempts: list[Attempt]) -> None:
        """Show attempts as tiles; each is encoded once."""
        for attempt in attempts:
            if attempt.picture and attempt.id not in self._tiles:
                self._tiles[attempt.id] = thumbnail(attempt.picture.array)
        self.thumbs = [self._tiles.get(attempt.id, b"") for attempt in attempts]


EMPTY: dict[str, Any] = {
    "name": "", "prompt": "", "index": 0, "can": {}, "tips": {}, "insert": "", "edited": False, "wrong": [],
    "notes": [], "status": "", "details": [], "parts": [], "corners": [], "copy": "", "attempts": [],
    "wide": False, "gray": False,
}  # fmt: skip


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Encode pixels as they are; flat ones with a palette, which takes a third of the bytes."""
    from PIL import Image

    image, buffer = Image.fromarray(np.ascontiguousarray(pixels)), io.BytesIO()
    if image.mode == "RGB" and image.getcolors(256) is not None:
        flat = image.quantize(256, dither=Image.Dither.NONE)
        image = flat if flat.convert("RGB").tobytes() == image.tobytes() else image
    image.save(buffer, "PNG", compress_level=9)
    return buffer.getvalue()


def labels_png(labels: NDArray[np.uint16]) -> bytes:
    """Encode the number of each pixel's part: as grey, or if there are too many in the red and green of a PNG."""
    if labels.max() < GREYS:
        return png(labels.astype(np.uint8))
    coded = np.zeros((*labels.shape, 3), np.uint8)
    coded[..., 0], coded[..., 1] = labels & 255, labels >> 8
    return png(coded)


def thumbnail(pixels: NDArray[np.uint8]) -> bytes:
    """Encode a picture small."""
    step = max(1, -(-max(pixels.shape[:2]) // THUMBNAIL))
    return png(pixels[::step, ::step])
