"""How long nothing has been heard of an answer, and what a person is told meanwhile."""

from __future__ import annotations

import time

from chatimg_magic.models import Counted, Piece, Text, Thinking, Waits

QUIET = 5.0
"""Seconds of silence after which a person is told how long it has been."""


class Silence:
    """Watches how long nothing has been heard.

    Attributes
    ----------
    heard_so_far : characters of the answer.
    """

    def __init__(self, waits: Waits) -> None:
        self._waits = waits
        self._since = time.monotonic()
        self._stage = "waiting for the answer…"
        self.heard_so_far = 0
        self.speaking = False

    @property
    def limit(self) -> float:
        """Seconds that this silence may last."""
        return self._waits.first if self.setting == "first_word" else self._waits.between

    @property
    def setting(self) -> str:
        """Name the setting that says so."""
        return "first_word" if self._stage.startswith("waiting") else "between_words"

    @property
    def over(self) -> bool:
        """Whether it has lasted too long."""
        return time.monotonic() - self._since > self.limit

    def heard(self, piece: Piece) -> None:
        """Take note of a piece."""
        self._since = time.monotonic()
        if isinstance(piece, Text):
            self.heard_so_far += len(piece.text)
            self.speaking = True
        if not isinstance(piece, Counted):
            self._stage = "thinking…" if isinstance(piece, Thinking) else "writing…"

    def words(self) -> str:
        """Say what is going on."""
        quiet = time.monotonic() - self._since
        if quiet < QUIET:
            return self._stage
        return f"no word for {quiet:.0f} s, waiting until {self.limit:g} s…"
