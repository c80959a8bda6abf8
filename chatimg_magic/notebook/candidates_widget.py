"""Several candidates side by side: a numbered contact sheet that fills in as they finish."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

import ipywidgets as widgets

from chatimg_magic.drawing import Attempt
from chatimg_magic.notebook.candidates_picture import TILE


class Sheet:
    """Tiles with a button each; empty until it is filled.

    Parameters
    ----------
    choose : called with the attempt whose button was clicked.
    """

    def __init__(self, choose: Callable[[Attempt], None]) -> None:
        self._choose = choose
        self.widget = widgets.HBox(layout=widgets.Layout(flex_flow="row wrap", display="none"))
        self.widget.add_class("chatimg-sheet")

    def fill(self, attempts: Iterable[Attempt], selected: Attempt | None) -> None:
        """Show attempts as tiles; a failed one shows its reason."""
        self.widget.children = tuple(self._tile(n, a, a is selected) for n, a in enumerate(attempts, 1))
        self.widget.layout.display = "" if self.widget.children else "none"

    def _tile(self, number: int, attempt: Attempt, selected: bool) -> widgets.VBox:
        size = widgets.Layout(width=f"{TILE}px", height=f"{TILE}px")
        if attempt.picture is not None:
            from chatimg_magic.picture import png

            pixels = attempt.picture.array
            step = max(1, -(-max(pixels.shape[:2]) // TILE))
            shown = widgets.Image(value=png(pixels[::step, ::step]), alt=f"candidate {number}", layout=size)
        else:
            reason = attempt.problems[0].message if attempt.problems else attempt.outcome.value
            words = reason if attempt.usable else f"✗ {reason}"
            shown = widgets.HTML(f"<small>{html.escape(words[:160])}</small>", layout=size)
        button = widgets.Button(
            description=f"{'✓ ' if selected else ''}{number}",
            tooltip=f"Select candidate {number}",
            disabled=not attempt.usable,
            layout=widgets.Layout(width=f"{TILE}px"),
        )
        button.on_click(lambda _: self._choose(attempt))
        return widgets.VBox([shown, button])
