"""The widgets of a panel: buttons, words, status, code, and where they stand. What they do is in ``panel.py``."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

import ipywidgets as widgets

from chatimg_magic.notebook import highlight
from chatimg_magic.notebook.candidates_widget import Sheet

INSERT = "Put the code into a new cell below"
ANYWAY = "Put the refused code into a cell: read the reasons below first"
RUN = "Run the review cell in the notebook"
NEEDS_EXTENSION = "Needs the lab extension: install chatimg-magic where the Jupyter server runs too."
LOADED_ANEW = "The page was loaded after the picture above was made; this one follows the panel."
EDITED = "The review cell was edited by hand and left alone."


def _button(text: str, tooltip: str) -> widgets.Button:
    return widgets.Button(description=text, tooltip=tooltip, layout=widgets.Layout(width="auto"))


class Controls:
    """The widgets, by name.

    Parameters
    ----------
    sheet : where candidates are shown, above the buttons.

    Attributes
    ----------
    widget : all of them together.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.run = _button("▶ Run", RUN)
        self.again = _button("⟳ Regenerate", "Ask the model for a different answer")
        self.words = widgets.Text(
            placeholder="what to change, then Enter", layout=widgets.Layout(width="18em"), continuous_update=True
        )
        self.refine = _button("✎ Refine", "Change the picture as the words on the left say")
        self.stop = _button("■ Stop", "Stop the answer that is being written")
        self.back = _button("◀", "Show the attempt before")
        self.place = widgets.Label()
        self.forth = _button("▶", "Show the next attempt")
        self.copy = widgets.HTML(highlight.copy_button(""))
        self.insert = _button("↓ Insert", INSERT)
        self.replace = _button("Replace it", "Overwrite the edited cell with this code")
        self.below = _button("Keep mine, insert below", "Leave the cell alone and add a new one")
        self.notice = widgets.HBox([widgets.HTML(f"<b>{EDITED}</b>"), self.replace, self.below])
        self.picture = widgets.HTML()
        self.status = widgets.HTML()
        self.code = widgets.HTML()
        buttons = [self.run, self.again, self.words, self.refine, self.stop, self.back, self.place, self.forth]
        row = widgets.HBox(
            [*buttons, self.copy, self.insert], layout=widgets.Layout(flex_flow="row wrap", align_items="center")
        )
        self.widget = widgets.VBox([self.picture, sheet.widget, row, self.notice, self.status, self.code])
        self.widget.add_class("chatimg-panel")
        self.warn(False)

    def entered(self, heard: Callable[[], None]) -> None:
        """Have it told to a listener when Enter is pressed in the words."""
        self.words.on_msg(lambda _, content, __: heard() if content.get("event") == "submit" else None)

    def warn(self, edited: bool) -> None:
        """Say, or stop saying, that the review cell was edited by hand."""
        self.notice.layout.display = "" if edited else "none"

    def say(self, lines: Iterable[str]) -> None:
        """Show lines of text below the buttons."""
        shown = (f'<div style="line-height:1.5"><small>{html.escape(line)}</small></div>' for line in lines)
        self.status.value = "".join(shown)

    def show_picture(self, figure: str) -> None:
        """Show a picture, as HTML, above the buttons."""
        self.picture.value = f"<small>{LOADED_ANEW}</small>{figure}"

    def show_code(self, source: str) -> None:
        """Show code, folded, and give it to the Copy button."""
        self.copy.value = highlight.copy_button(source)
        self.code.value = highlight.details("code", highlight.as_html(source)) if source else ""
