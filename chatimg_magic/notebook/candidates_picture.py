"""The contact sheet of several candidates, as a picture and while it fills in."""

from __future__ import annotations

import base64
import html
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from chatimg_magic.drawing import Attempt
from chatimg_magic.events import Ended, Event, Grew, Of, Progress, Wrote
from chatimg_magic.notebook.display import UPDATE_SECONDS, Publish

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from chatimg_magic.request import Request

TILE = 128
MARGIN = 8
PAPER, INK = 245, 40


def contact_sheet(tiles: list[NDArray[np.uint8] | str]) -> NDArray[np.uint8]:
    """Lay pictures out in a numbered row, wrapped at four; a text stands for a candidate without a picture.

    Returns
    -------
    ndarray
        uint8, (rows, cols, 3).
    """
    import numpy as np
    from PIL import Image, ImageDraw

    columns = min(4, len(tiles))
    rows = -(-len(tiles) // columns)
    cell = TILE + 2 * MARGIN
    page = Image.new("RGB", (columns * cell, rows * (cell + 2 * MARGIN)), (PAPER,) * 3)
    pen = ImageDraw.Draw(page)
    for index, tile in enumerate(tiles):
        left, top = (index % columns) * cell + MARGIN, (index // columns) * (cell + 2 * MARGIN) + MARGIN
        if isinstance(tile, str):
            lines = [tile[i : i + 20] for i in range(0, min(len(tile), 160), 20)]
            pen.multiline_text((left, top), "\n".join(lines), fill=(INK,) * 3)
        else:
            picture = Image.fromarray(tile).convert("RGB")
            scale = TILE / max(picture.size)
            size = tuple(max(1, round(side * scale)) for side in picture.size)
            page.paste(picture.resize((size[0], size[1]), Image.Resampling.NEAREST), (left, top))
        pen.text((left, top + TILE + 2), str(index + 1), fill=(INK,) * 3)
    return np.asarray(page)


def sheet_of(attempts: Iterable[Attempt]) -> NDArray[np.uint8]:
    """Lay attempts out as a contact sheet."""
    return contact_sheet([tile(attempt) for attempt in attempts])


def tile(attempt: Attempt) -> NDArray[np.uint8] | str:
    """Return an attempt's pixels, or the reason why it has none."""
    if attempt.picture is not None:
        return attempt.picture.array
    return attempt.problems[0].message if attempt.problems else attempt.outcome.value


class LiveSheet:
    """A status line with the sheet as far as it is filled.

    Parameters
    ----------
    request : what is being drawn.
    count : how many candidates.
    publish : where it goes.
    """

    def __init__(self, request: Request, count: int, publish: Publish) -> None:
        self.request = request
        self._publish = publish
        self._tiles: list[NDArray[np.uint8] | str] = ["waiting…"] * count
        self._done: set[int] = set()
        self._began = self._updated = time.monotonic()

    def show(self, event: Event) -> None:
        """Take one event; updates go out at most five times a second."""
        if not isinstance(event, Of):
            return
        number, what = event.candidate, event.event
        if isinstance(what, Grew):
            self._tiles[number] = what.picture.array
        elif isinstance(what, Ended):
            self._done.add(number)
            self._tiles[number] = tile(what.attempt)
        elif isinstance(what, (Wrote, Progress)) and isinstance(self._tiles[number], str):
            self._tiles[number] = "writing…" if isinstance(what, Wrote) else what.stage
        if isinstance(what, Ended) or time.monotonic() - self._updated > UPDATE_SECONDS:
            self._update()

    def _update(self) -> None:
        from chatimg_magic.picture import png

        self._updated = time.monotonic()
        words = f"{len(self._done)} of {len(self._tiles)} candidates · {self._updated - self._began:.0f} s"
        data = base64.b64encode(png(contact_sheet(self._tiles))).decode()
        image = f'<img src="data:image/png;base64,{data}" alt="the candidates so far" style="max-width:100%"><br>'
        self._publish({"text/plain": words, "text/html": f"{image}<small>{html.escape(words)}</small>"}, {})
