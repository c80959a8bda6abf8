"""One run of the magic: follow the drawing, show it, bind the array, place the code."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from chatimg_magic.code import review_cell
from chatimg_magic.drawing import Attempt, Drawing, NoPicture
from chatimg_magic.errors import NoIsolation
from chatimg_magic.events import Event, Finished, Of, Started
from chatimg_magic.interrupts import load, postponed, warm
from chatimg_magic.notebook import cells
from chatimg_magic.notebook.candidates_picture import LiveSheet, sheet_of
from chatimg_magic.notebook.cells import Place
from chatimg_magic.notebook.display import Live, Plain, code_bundle, words_of
from chatimg_magic.request import Request
from chatimg_magic.session import Order, Session, View

_FILE_BACKENDS = frozenset(
    {"agg", "cairo", "inline", "module://matplotlib_inline.backend_inline", "pdf", "pgf", "ps", "svg", "template"}
)
"""Matplotlib's backends that open no window."""
NEEDED = ("numpy", "matplotlib.image")
PANEL = "chatimg_magic.notebook.panel"
"""What takes its time to import, and is needed once there is a picture."""


class Show:
    """Shows one drawing in a shell.

    Parameters
    ----------
    shell : IPython's shell.
    session : who draws.
    run : whether checked code shall also run in the kernel.
    insert : whether the code shall go into a new cell.
    """

    def __init__(self, shell: Any, session: Session, run: bool, insert: bool) -> None:
        self.shell = shell
        self.session = session
        self.run = run
        self.insert = insert
        self.place = cells.place(shell)
        self.plain = Plain()

    def perform(self, request: Request, order: Order) -> Drawing:
        """Draw and show; raises ChatImgError, or KeyboardInterrupt."""
        warm(*NEEDED, *([PANEL] if self.place is Place.NOTEBOOK else []))
        asked = _Asked(self._live(request, order))
        try:
            drawing = self.session.draw(request, order, asked)
        except KeyboardInterrupt:
            if asked.live:
                self.plain.say("stopped; what had arrived is kept")
            raise
        except NoPicture as error:
            if asked.live and asked.started:
                self.plain.say("no picture")
                self._add_panel(error.drawing, order, asked)
            raise
        except Exception:
            if asked.live and asked.started:
                self.plain.say("no picture")
            raise
        self._show(drawing, order, asked)
        return drawing

    def _live(self, request: Request, order: Order) -> View | None:
        if self.place is not Place.NOTEBOOK:
            return None
        if order.candidates > 1:
            return LiveSheet(request, order.candidates, self.plain.publish)
        return Live(request, self.plain.publish)

    def _show(self, drawing: Drawing, order: Order, asked: _Asked) -> None:
        attempt = drawing.attempt
        assert attempt is not None
        if attempt.picture is None and self.place is Place.HEADLESS and not self.run:
            raise NoIsolation(attempt.isolation)
        source = review_cell(drawing)
        if self.place is Place.TERMINAL:
            self._show_in_terminal(drawing, replayed=not asked.started)
        else:
            # where there is a panel, the candidates are there
            several = asked.candidates and self.place is Place.HEADLESS
            sheet = sheet_of(asked.candidates) if several else None
            self.plain.show(drawing, not asked.started, not self.insert, sheet)
        if self.place is Place.HEADLESS:
            self._publish(code_bundle(source), {})
        if self.run:
            self._run_in_kernel(source)
        elif attempt.picture is not None:
            self.shell.push({drawing.request.name: attempt.picture.array.copy()})
        if self.place is Place.NOTEBOOK:
            self._add_panel(drawing, order, asked)
        elif self.insert and self.place is Place.TERMINAL:
            self.shell.set_next_input(cells.written(drawing))

    def _add_panel(self, drawing: Drawing, order: Order, asked: _Asked) -> None:
        """Place the code in its cell, and the panel below the picture."""
        load(PANEL)
        with postponed():  # half a panel would stay in the notebook, dead
            self._place_panel(drawing, order, asked)

    def _place_panel(self, drawing: Drawing, order: Order, asked: _Asked) -> None:
        from chatimg_magic.notebook.frontend import Link
        from chatimg_magic.notebook.panel import Panel
        from chatimg_magic.notebook.review_cell import ReviewCell

        cell = cells.cell_id(self.shell)
        old = self.session.panels.pop(cell, None)
        if old is not None:
            old.close()
        if self.session.link is None:
            self.session.link = Link()
        review = ReviewCell(self.shell, self.session.link)
        panel = Panel(self.shell, self.session, drawing, order, self.plain, review, replayed=not asked.started)
        self.session.panels[cell] = panel
        if asked.candidates:
            panel.offer(asked.candidates)
        panel.display()
        if drawing.attempt is None or not self.insert:
            return
        if review.linkable:
            review.write(drawing)
        elif cells.insert_below(self.shell, drawing, cells.written(drawing)):
            self.session.store.save(drawing)

    def _publish(self, data: dict[str, Any], metadata: dict[str, Any]) -> None:
        from IPython.display import publish_display_data

        publish_display_data(data, metadata)

    def _run_in_kernel(self, source: str) -> None:
        """Run the review code in the person's namespace; its own figure is dropped, the picture is there already."""
        from IPython.utils.capture import capture_output

        with (
            capture_output(stdout=False, stderr=False, display=True)
            if self.place is not Place.TERMINAL
            else contextlib.nullcontext()
        ):
            result = self.shell.run_cell(source, store_history=False)
        result.raise_error()

    def _show_in_terminal(self, drawing: Drawing, replayed: bool) -> None:
        """Show the picture in matplotlib's window if there is one, else save it and say where."""
        print(words_of(drawing, replayed))
        if drawing.array is None:
            return
        import matplotlib

        if matplotlib.get_backend().lower() not in _FILE_BACKENDS:
            import matplotlib.pyplot as plt

            plt.imshow(drawing.array, cmap="gray", vmin=0, vmax=255, interpolation="nearest")
            plt.axis("off")
            plt.show(block=False)
            return
        from chatimg_magic.picture import png

        path = Path(tempfile.gettempdir()) / f"chatimg-{drawing.request.digest[:12]}.png"
        path.write_bytes(png(drawing.array))
        print(f"saved as {path}")


class _Asked:
    """Hands events to the live view, if there is one.

    Attributes
    ----------
    started : whether a model was asked.
    candidates : of several candidates, the best attempt of each.
    """

    def __init__(self, live: View | None) -> None:
        self.live = live
        self.started = False
        self.candidates: tuple[Attempt, ...] = ()

    def show(self, event: Event) -> None:
        self.started = self.started or isinstance(event, (Started, Of))
        if isinstance(event, Finished):
            self.candidates = event.candidates
        if self.live and self.started:
            self.live.show(event)
