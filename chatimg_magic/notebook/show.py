"""One run of the magic: follow the drawing, show it, bind the array, place the code."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from chatimg_magic.code import review_cell
from chatimg_magic.drawing import Drawing
from chatimg_magic.errors import NoIsolation
from chatimg_magic.events import Started
from chatimg_magic.notebook import cells
from chatimg_magic.notebook.cells import Place
from chatimg_magic.notebook.display import Live, bundle, code_bundle
from chatimg_magic.request import Request
from chatimg_magic.session import Order, Session

_FILE_BACKENDS = frozenset(
    {"agg", "cairo", "inline", "module://matplotlib_inline.backend_inline", "pdf", "pgf", "ps", "svg", "template"}
)
"""Matplotlib's backends that open no window."""


def stopped() -> KeyboardInterrupt:
    """Return an interrupt that a notebook shows in one line (through IPython's ``_render_traceback_`` hook)."""
    error: Any = KeyboardInterrupt("stopped; what had arrived is kept.")
    error._render_traceback_ = lambda: [f"KeyboardInterrupt: {error}"]
    return error  # type: ignore[no-any-return]


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

    def perform(self, request: Request, order: Order) -> Drawing:
        """Draw and show; raises ChatImgError, or KeyboardInterrupt."""
        live = Live(request) if self.place is Place.NOTEBOOK else None
        asked = _Asked(live)
        try:
            drawing = self.session.draw(request, order, asked)
        except KeyboardInterrupt:
            if live:
                live.give_up("stopped; what had arrived is kept")
            raise stopped() from None
        except Exception:
            if live and asked.started:
                live.give_up("no picture")
            raise
        self._show(drawing, live, replayed=not asked.started)
        return drawing

    def _show(self, drawing: Drawing, live: Live | None, replayed: bool) -> None:
        attempt = drawing.attempt
        assert attempt is not None
        source = review_cell(drawing)
        if attempt.picture is None and self.place is Place.HEADLESS and not self.run:
            raise NoIsolation(attempt.isolation)
        data, metadata = bundle(drawing, replayed, with_code=not self.insert)
        if live:
            live.end(data, metadata)
        elif self.place is Place.HEADLESS:
            self._publish(data, metadata)
            self._publish(code_bundle(source), {})
        else:
            self._show_in_terminal(drawing, data["text/plain"])
        if self.run:
            self._run_in_kernel(source)
        elif attempt.picture is not None:
            self.shell.push({drawing.request.name: attempt.picture.array.copy()})
        if self.insert and self.place is not Place.HEADLESS and cells.insert_below(self.shell, drawing, source):
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

    def _show_in_terminal(self, drawing: Drawing, text: str) -> None:
        """Show the picture in matplotlib's window if there is one, else save it and say where."""
        print(text)
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
    """Hands events to the live view, if there is one, and remembers whether a model was asked."""

    def __init__(self, live: Live | None) -> None:
        self.live = live
        self.started = False

    def show(self, event: Any) -> None:
        self.started = self.started or isinstance(event, Started)
        if self.live and self.started:
            self.live.show(event)
