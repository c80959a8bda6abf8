"""The review cell of one magic cell: written through the lab extension where it is there, else offered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.notebook import cells
from chatimg_magic.notebook.frontend import Link, front_end

EXISTS = frozenset({"inserted", "replaced", "same", "edited", "run"})
GONE = frozenset({"no cell", "no anchor"})


class ReviewCell:
    """What is known of the cell, and how it is changed.

    Parameters
    ----------
    shell : IPython's shell, while the magic cell is running.
    link : commands to the front end.

    Attributes
    ----------
    linkable : whether the lab extension is there, so that the cell can be edited in place.
    exists : whether the front end has said that there is one.
    """

    def __init__(self, shell: Any, link: Link) -> None:
        self._link = link
        self._anchor = cells.cell_id(shell)
        self.linkable = front_end(shell) is not None
        self._home = self._client = cells.client(shell)
        self.exists = False
        self._listeners: list[Callable[[str], None]] = []

    def listen(self, listener: Callable[[str], None]) -> None:
        """Have every answer of the front end told to a listener, in whatever thread it comes."""
        self._listeners.append(listener)

    @property
    def moved(self) -> bool:
        """Whether clicks come from another tab than the one that ran the cell; a page loaded anew is another."""
        return self.linkable and self._client != self._home

    def attend(self, shell: Any) -> None:
        """Note which tab a click came from: that one shall act."""
        self._client = cells.client(shell) or self._client

    def write(self, drawing: Drawing, force: str = "", attempt: Attempt | None = None) -> None:
        """Put an attempt's code into the cell; a hand edit is kept unless ``force`` says otherwise.

        Parameters
        ----------
        drawing : what the cell has drawn.
        attempt : one of its attempts; by default the selected one.
        force : ``""``, ``"replace"`` the edited cell, or leave it and insert ``"below"``.
        """
        attempt = attempt or drawing.attempt
        if not self.linkable or attempt is None:
            return
        provenance = {"request": drawing.request.digest[:32], "model": attempt.model, "attempt": attempt.id}
        self._link.write(self._client, self._anchor, cells.written(drawing, attempt), provenance, force, self._answered)

    def run(self) -> None:
        """Run the cell through the notebook, so that its output appears there."""
        if self.linkable:
            self._link.run(self._client, self._anchor, self._answered)

    def _answered(self, done: str) -> None:
        if done in EXISTS:
            self.exists = True
        elif done in GONE:
            self.exists = False
        for listener in self._listeners:
            listener(done)
