"""How an answer comes about, in the panel: its words, its code and its picture as they grow."""

from __future__ import annotations

import time

from chatimg_magic import code
from chatimg_magic.drawing import Outcome
from chatimg_magic.events import LOOKS, Ended, Event, Grew, Progress, Started, Wrote
from chatimg_magic.notebook.display import UPDATE_SECONDS, checked_words
from chatimg_magic.notebook.panel_view import View


class PanelLive:
    """Shows in the panel how an answer comes about; updates go out at most five times a second."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._began = time.monotonic()
        self._updated = 0.0
        self._model, self._number, self._pieces = "", 1, 0
        self._looks = False
        self._statements = code.Statements()

    def show(self, event: Event) -> None:
        """Take one event."""
        if isinstance(event, Started):
            self._model, self._number, self._pieces = event.model, event.number, 0
            if event.looks:
                self._view.show_code(self._statements.source)  # all of it
            self._statements, self._looks = code.Statements(), event.looks
            self._say(LOOKS if event.looks else "asking…")
        elif isinstance(event, Wrote):
            self._pieces += 1
            for _ in self._statements.feed(event.text):
                pass
            if time.monotonic() - self._updated >= UPDATE_SECONDS:
                self._say("writing…")
                if self._statements.source or not self._looks:  # else the code that is looked at stays
                    self._view.show_code(self._statements.source)
        elif isinstance(event, Progress):
            if time.monotonic() - self._updated >= UPDATE_SECONDS:
                self._say(event.stage)
        elif isinstance(event, Grew):
            self._view.show_growing(event.picture.array)
        elif isinstance(event, Ended) and event.attempt.outcome is not Outcome.STOPPED:
            words = checked_words(event.attempt) if event.attempt.failed else []
            if words or not event.attempt.usable:
                self._say(words[0] if words else f"{event.attempt.outcome.value}…")

    def _say(self, stage: str) -> None:
        self._updated = time.monotonic()
        words = f"{self._model} · {stage} · {self._updated - self._began:.0f} s"
        words += f" · {self._pieces} tokens" if self._pieces else ""
        self._view.live = words + (f" · attempt {self._number}" if self._number > 1 else "")
