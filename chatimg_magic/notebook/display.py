"""What a person sees: the growing status while drawing, then one plain display that needs no widgets."""

from __future__ import annotations

import base64
import html
import time
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.errors import ISOLATE, clean
from chatimg_magic.events import LOOKS, Ended, Event, Finished, Grew, Progress, Started, Wrote

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from chatimg_magic.request import Request

UPDATE_SECONDS = 0.2
THUMBNAIL = 160
MOST_WRONG = 3
"""Failed checks that a caption names."""
LONGEST_LOOK = 120


def answered(attempt: Attempt) -> list[str]:
    """Say who answered, what it took, and what isolation there was."""
    used = attempt.usage
    parts = [f"{attempt.model} ({attempt.provider})" if attempt.provider else attempt.model]
    parts += [f"{used.completion_tokens} tokens"] if used.completion_tokens else []
    parts.append(f"{attempt.timings.total:.1f} s")
    parts += [f"cost {used.cost:.2g}"] if used.cost else []
    return [*parts, "isolated" if attempt.isolation.startswith("isolated") else attempt.isolation or "not run"]


def caption(drawing: Drawing, attempt: Attempt, replayed: bool) -> str:
    """Return the line below the picture."""
    count = len(drawing.attempts)
    parts = [f"{drawing.request.size} {drawing.request.mode.value}", *answered(attempt)]
    if count > 1:
        parts.append(f"attempt {drawing.number(attempt)} of {count}")
    parts.extend(checked_words(attempt))
    parts.extend(looked_words(attempt))
    if replayed:
        parts.append(kept_words(attempt))
    parts.extend(attempt.notes)
    return " · ".join(parts)


def kept_words(attempt: Attempt) -> str:
    """Say since when an attempt is kept."""
    return f"kept from {attempt.created[:10]}, nobody was asked"


def held_words(attempt: Attempt) -> str:
    """Say how many checks hold."""
    total = len(attempt.checks)
    return f"as asked: {total - len(attempt.failed)} of {total} {'check' if total == 1 else 'checks'}"


def checked_words(attempt: Attempt) -> list[str]:
    """Say how the picture agrees with the words, such as ``as asked: 5 of 6 checks, ✗ 3 white shapes, …``."""
    if not attempt.checks:
        return []
    wrong = [f"✗ {check.found}, asked for {check.words}" for check in attempt.failed]
    return [", ".join([held_words(attempt), *wrong[:MOST_WRONG], *(["…"] if len(wrong) > MOST_WRONG else [])])]


def looked_words(attempt: Attempt) -> list[str]:
    """Say what came of a look at the picture: the model's own words, or that this one corrects the other."""
    if attempt.corrects:
        return ["corrected after a look"]
    return [f'looked at: "{clean(attempt.look, LONGEST_LOOK)}"'] if attempt.look else []


def words_of(drawing: Drawing, replayed: bool) -> str:
    """Return prompt and caption of the selected attempt, for places without pictures."""
    assert drawing.attempt is not None
    return f"{_one_line(drawing.request.prompt)}\n{caption(drawing, drawing.attempt, replayed)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def bundle(
    drawing: Drawing, replayed: bool, with_code: bool = False, sheet: NDArray[np.uint8] | None = None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build the plain display: PNG, HTML with alternative text and caption, text.

    Parameters
    ----------
    drawing : its selected attempt is shown.
    replayed : whether nobody was asked.
    with_code : whether the code is added, folded.
    sheet : shown instead of the selected picture, such as the contact sheet of several candidates.

    Returns
    -------
    data, metadata
        A MIME bundle (Jupyter messaging protocol, ``display_data``).
    """
    attempt = drawing.attempt
    assert attempt is not None
    prompt = _one_line(drawing.request.prompt)
    line = caption(drawing, attempt, replayed)
    extra = _details("code", attempt.code) if with_code else ""
    extra += _details("printed", attempt.printed) if attempt.printed.strip() else ""
    text = words_of(drawing, replayed)
    if attempt.picture is None:
        why = f"Not run: {attempt.isolation}. Read the code in the cell below and run it yourself."
        told = f"<p>{html.escape(why)}<br>{html.escape(ISOLATE)}</p>{extra}"
        return {"text/html": told, "text/plain": f"{text}\n{why}\n{ISOLATE}"}, {}
    from chatimg_magic import picture

    shown = picture.shown(attempt.picture.array) if sheet is None else sheet
    return figure(shown, prompt, line, text, extra)


def figure(
    pixels: NDArray[np.uint8], alternative: str, line: str, text: str, extra: str = ""
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build the MIME bundle of pixels with a caption.

    Parameters
    ----------
    pixels : uint8, as :func:`chatimg_magic.picture.shown` makes them.
    alternative : what stands for the picture where it cannot be seen.
    line : the caption.
    text : for front ends without HTML.
    extra : HTML below the caption.

    Returns
    -------
    data, metadata
    """
    from chatimg_magic import picture

    size = {"width": int(pixels.shape[1]), "height": int(pixels.shape[0])}
    source = base64.b64encode(picture.png(pixels)).decode()
    element = (
        f'<figure class="chatimg" style="margin:0">'
        f'<img src="data:image/png;base64,{source}" alt="{html.escape(alternative)}" '
        f'width="{size["width"]}" height="{size["height"]}" style="image-rendering:pixelated;max-width:100%">'
        f'<figcaption style="font-size:85%;opacity:.75">{html.escape(line)}</figcaption>{extra}</figure>'
    )
    data = {"image/png": source, "text/html": element, "text/plain": text}
    return data, {"image/png": {**size, "alt": alternative}}


def _details(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary><pre>{html.escape(text)}</pre></details>"


def code_bundle(source: str) -> dict[str, str]:
    """Show code in the output, where no cell can be added."""
    fence = "`" * 3
    while fence in source:
        fence += "`"
    return {"text/markdown": f"{fence}python\n{source}{fence}", "text/plain": source}


Publish = Callable[[dict[str, Any], dict[str, Any]], None]


class Plain:
    """The plain display of a cell: published once, then updated in place; it survives without widgets."""

    def __init__(self) -> None:
        self._identity = f"chatimg-{uuid.uuid4().hex}"
        self._published = False

    def publish(self, data: dict[str, Any], metadata: dict[str, Any]) -> None:
        """Show a MIME bundle in the place of what was shown before."""
        from IPython.display import publish_display_data

        publish_display_data(data, metadata, transient={"display_id": self._identity}, update=self._published)
        self._published = True

    def show(
        self,
        drawing: Drawing,
        replayed: bool = False,
        with_code: bool = False,
        sheet: NDArray[np.uint8] | None = None,
    ) -> None:
        """Show the selected picture, or a sheet, with its caption; see :func:`bundle`."""
        self.publish(*bundle(drawing, replayed, with_code, sheet))

    def say(self, words: str) -> None:
        """Show a few words, such as ``stopped``."""
        self.publish({"text/plain": words, "text/html": f"<small>{html.escape(words)}</small>"}, {})


class Live:
    """One updating status line with the growing picture.

    Parameters
    ----------
    request : what is being drawn.
    publish : where the line goes.
    """

    def __init__(self, request: Request, publish: Publish) -> None:
        self.request = request
        self._publish = publish
        self._began = self._updated = time.monotonic()
        self._stage, self._model, self._number = "starting…", "", 1
        self._pieces = 0
        self._thumbnail = ""

    def show(self, event: Event) -> None:
        """Take one event; updates go out at most five times a second."""
        if isinstance(event, Started):
            self._stage = LOOKS if event.looks else "trying again…" if self._model else "asking…"
            self._model, self._number, self._pieces = event.model, event.number, 0
            self._update(force=True)
        elif isinstance(event, Wrote):
            self._pieces += 1
            self._stage = "writing…"
            self._update()
        elif isinstance(event, Progress):
            self._stage = event.stage
            self._update()
        elif isinstance(event, Grew):
            from chatimg_magic import picture

            pixels = event.picture.array
            step = max(1, -(-max(pixels.shape[:2]) // THUMBNAIL))
            self._thumbnail = base64.b64encode(picture.png(pixels[::step, ::step])).decode()
            self._update()
        elif isinstance(event, Ended) and event.attempt.outcome is not Outcome.STOPPED:
            words = checked_words(event.attempt) if event.attempt.failed else []
            if words or not event.attempt.usable:
                self._stage = words[0] if words else f"{event.attempt.outcome.value}…"
                self._update(force=True)
        elif isinstance(event, Finished):
            self._stage = "done"

    def _update(self, force: bool = False) -> None:
        now = time.monotonic()
        if not force and now - self._updated < UPDATE_SECONDS:
            return
        self._updated = now
        words = f"{self._model} · {self._stage} · {now - self._began:.0f} s"
        words += f" · {self._pieces} tokens" if self._pieces else ""
        words += f" · attempt {self._number}" if self._number > 1 else ""
        image = ""
        if self._thumbnail:
            from chatimg_magic import picture

            rows, cols = picture.shown_size(self.request.size.rows, self.request.size.cols)
            image = (
                f'<img src="data:image/png;base64,{self._thumbnail}" alt="the picture so far" '
                f'width="{cols}" height="{rows}" style="display:block;max-width:100%">'
            )
        self._publish({"text/plain": words, "text/html": f"{image}<small>{html.escape(words)}</small>"}, {})
