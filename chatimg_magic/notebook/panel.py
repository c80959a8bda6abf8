"""The panel under a picture: run, regenerate, refine, stop, compare.

It knows nothing of models: a click starts a thread that consumes the session's events, and returns at once.
"""

from __future__ import annotations

import contextvars
import html
import threading
import time
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.errors import ChatImgError, NoPicture
from chatimg_magic.models import Stop
from chatimg_magic.notebook import highlight
from chatimg_magic.notebook.cells import written
from chatimg_magic.notebook.display import Live, Plain, detail_words
from chatimg_magic.notebook.review import ReviewCell
from chatimg_magic.notebook.sheet import Sheet
from chatimg_magic.review_facts import facts
from chatimg_magic.session import Order, Session

SETTLED_SECONDS = 0.2
EMPTY_SECONDS = 1.0
INSERT = "Put the code into a new cell below"
ANYWAY = "Put the refused code into a cell: read the reasons below first"
EDITED = "The review cell was edited by hand and left alone."
HINT = (
    "This front end lets the panel add no cells: copy the code from here. In JupyterLab and Notebook 7 it edits one "
    "cell in place, if chatimg-magic is installed where the Jupyter server runs."
)
NEEDS_EXTENSION = "Needs the lab extension: install chatimg-magic where the Jupyter server runs too."


class Panel:
    """The controls of one drawing.

    Parameters
    ----------
    shell : IPython's shell, whose namespace holds the array.
    session : who draws.
    drawing : the state of the cell.
    order : how the cell asked; its model and arrays hold for the panel's answers too.
    plain : the picture's plain display above, which follows the selection.
    review : the cell with the code.
    """

    def __init__(
        self, shell: Any, session: Session, drawing: Drawing, order: Order, plain: Plain, review: ReviewCell
    ) -> None:
        self.shell, self.session, self.drawing, self.order = shell, session, drawing, order
        self.plain, self.review = plain, review
        self._lock = threading.Lock()
        self._busy = False
        self._closed = False
        self._stop = Stop()
        self._written: Attempt | None = None
        self._facts: list[str] = []
        self._offered: tuple[Attempt, ...] = ()
        self._index = max(0, len(drawing.attempts) - 1)
        if drawing.attempt is not None:
            self._index = drawing.number(drawing.attempt) - 1
        self._build()
        review.listen(self._heard)
        self.refresh()

    def _build(self) -> None:
        def button(text: str, tooltip: str, action: Callable[[], None]) -> widgets.Button:
            made = widgets.Button(description=text, tooltip=tooltip, layout=widgets.Layout(width="auto"))
            made.on_click(lambda _: action())
            return made

        self.run = button("▶ Run", "Run the review cell in the notebook", self._run)
        self.again = button("⟳ Regenerate", "Ask the model for a different answer", lambda: self._ask(""))
        self.words = widgets.Text(
            placeholder="what to change, then Enter", layout=widgets.Layout(width="18em"), continuous_update=True
        )
        self.words.on_msg(lambda _, content, __: self._refine() if content.get("event") == "submit" else None)
        self.refine = button("✎ Refine", "Change the picture as the words on the left say", self._refine)
        self.stop = button("■ Stop", "Stop the answer that is being written", self._halt)
        self.back = button("◀", "Show the attempt before", lambda: self._move(-1))
        self.place = widgets.Label()
        self.forth = button("▶", "Show the next attempt", lambda: self._move(1))
        self.copy = widgets.HTML(highlight.copy_button(""))
        self.insert = button("↓ Insert", INSERT, self._insert)
        self.status = widgets.HTML()
        self.notice = widgets.HBox(
            [
                widgets.HTML(f"<b>{EDITED}</b>"),
                button("Replace it", "Overwrite the edited cell with this code", lambda: self._place("replace")),
                button(
                    "Keep mine, insert below", "Leave the cell alone and add a new one", lambda: self._place("below")
                ),
            ]
        )
        self.code = widgets.HTML()
        self.sheet = Sheet(self._choose)
        row = widgets.Layout(flex_flow="row wrap", align_items="center")
        self.widget = widgets.VBox(
            [
                self.sheet.widget,
                widgets.HBox(
                    [self.run, self.again, self.words, self.refine, self.stop, self.back, self.place, self.forth,
                     self.copy, self.insert],
                    layout=row,
                ),
                self.notice,
                self.status,
                self.code,
            ]
        )  # fmt: skip
        self.widget.add_class("chatimg-panel")
        self.notice.layout.display = "none"

    # what is shown

    @property
    def shown(self) -> Attempt | None:
        """The attempt that the panel shows; the selected one, unless that one failed."""
        return self.drawing.attempts[self._index] if self.drawing.attempts else None

    def refresh(self, error: str = "") -> None:
        """Bring every control in line with the state; buttons work only when they make sense."""
        attempt, busy, linked = self.shown, self._busy or self._closed, self.review.linkable
        usable = attempt is not None and attempt.usable
        count = len(self.drawing.attempts)
        self.run.disabled = busy or not (linked and self.review.exists and usable)
        self.run.tooltip = "Run the review cell in the notebook" if linked else NEEDS_EXTENSION
        self.again.disabled = self.words.disabled = busy
        self.refine.disabled = busy or self.drawing.attempt is None
        self.stop.disabled = not self._busy
        self.back.disabled = busy or self._index <= 0
        self.forth.disabled = busy or self._index >= count - 1
        self.place.value = f"{self._index + 1}/{count}" if count else "0/0"
        refused = attempt is not None and attempt.outcome is Outcome.REFUSED
        self.insert.disabled = busy or not linked or not (refused or (usable and not self.review.exists))
        self.insert.description = "↓ Insert anyway" if refused else "↓ Insert"
        self.insert.tooltip = (ANYWAY if refused else INSERT) if linked else NEEDS_EXTENSION
        if attempt is not self._written:
            self._written = attempt
            source = written(self.drawing, attempt) if attempt and attempt.code else ""
            self._facts = facts(attempt.code, self.shell.user_ns, self.drawing.request.name) if attempt else []
            self.copy.value = highlight.copy_button(source)
            self.code.value = highlight.details("code", highlight.as_html(source)) if source else ""
        if not self._busy:
            self.status.value = self._status(attempt, error)

    def _status(self, attempt: Attempt | None, error: str) -> str:
        lines = [f"✗ {error}"] if error else []
        if attempt is not None:
            lines += [f"asked to: {attempt.asked}"] if attempt.asked else []
            lines.append(("" if attempt.usable else f"✗ {attempt.outcome.value} · ") + detail_words(attempt))
            lines += [problem.message for problem in attempt.problems]
            lines += [f"this code {', '.join(self._facts)}"] if self._facts else []
        if not self.review.linkable and not self.session.hinted:
            self.session.hinted = True
            lines.append(HINT)
        return "".join(f'<div style="line-height:1.5"><small>{html.escape(line)}</small></div>' for line in lines)

    def offer(self, attempts: tuple[Attempt, ...]) -> None:
        """Show candidates side by side, a click away."""
        self._offered = attempts
        self.sheet.fill(attempts, self.drawing.attempt)

    # clicks

    def _ask(self, words: str) -> None:
        self._start(lambda: self._draw(words))

    def _refine(self) -> None:
        if self.drawing.attempt is not None:
            self._start(self._draw_as_said)

    def _halt(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        self.review.run()

    def _insert(self) -> None:
        attempt = self.shown
        if attempt is not None and attempt.outcome is Outcome.REFUSED:
            self.review.write(self.drawing, "", attempt)
        else:
            self._place("below")

    def _place(self, force: str) -> None:
        self.notice.layout.display = "none"
        self.review.write(self.drawing, force)

    def _move(self, step: int) -> None:
        self._go_to(self._index + step)

    def _choose(self, attempt: Attempt) -> None:
        self._go_to(self.drawing.number(attempt) - 1)

    def _go_to(self, index: int) -> None:
        """Show an attempt: at once if its picture is at hand, else in a thread, where its code is run again."""
        attempt = self.drawing.attempts[index]
        if attempt.picture is None and attempt.usable:
            self._start(lambda: self._select(index))
            return
        with self._lock:
            if self._busy or self._closed:
                return
        self.review.attend(self.shell)
        self._select(index)
        self.refresh()

    def _start(self, task: Callable[[], None]) -> None:
        """Run a task in a thread of its own, one at a time."""
        with self._lock:
            if self._busy or self._closed:
                return
            self._busy, self._stop = True, Stop()
        self.review.attend(self.shell)
        self.refresh()
        context = contextvars.copy_context()  # messages from the thread belong to the click
        threading.Thread(target=context.run, args=(self._guarded, task), name="chatimg-panel", daemon=True).start()

    def _guarded(self, task: Callable[[], None]) -> None:
        error = ""
        try:
            task()
        except NoPicture:
            pass  # the attempt itself says what was wrong
        except ChatImgError as problem:
            error = str(problem)
        finally:
            self._busy = False
            self.refresh(error)

    # what they do, in the thread

    def _draw_as_said(self) -> None:
        """Refine by the words once they are all here: front ends may send the last letters after Enter or a click."""
        words, patience = "", time.monotonic() + EMPTY_SECONDS
        while words != self.words.value.strip() or (not words and time.monotonic() < patience):
            words = self.words.value.strip()
            time.sleep(SETTLED_SECONDS)
        if words and not self._stop:
            self._draw(words)

    def _draw(self, words: str) -> None:
        order = Order(self.order.model, fresh=True, words=words, arrays=self.order.arrays)
        before = len(self.drawing.attempts)
        live = Live(self.drawing.request, lambda data, _: setattr(self.status, "value", data["text/html"]))
        events = self.session.perform(self.drawing, order, self._stop)
        try:
            for event in events:
                live.show(event)
        finally:
            events.close()
            self._index = len(self.drawing.attempts) - 1
        if len(self.drawing.attempts) > before and self.drawing.attempts[-1].usable:
            self.words.value = ""
            self._adopt()

    def _select(self, index: int) -> None:
        attempt = self.drawing.attempts[index]
        if attempt.usable:
            self.drawing.select(attempt)
        self._index = index
        if not attempt.usable:
            return
        if attempt.picture is None:
            for _ in self.session.perform(self.drawing, Order(arrays=self.order.arrays), self._stop):
                pass
        self._adopt()
        self.session.store.save(self.drawing)

    def _adopt(self) -> None:
        """Let picture, variable and review cell follow the selected attempt."""
        attempt = self.drawing.attempt
        if attempt is None:
            return
        if attempt.picture is not None:
            self.shell.user_ns[self.drawing.request.name] = attempt.picture.array.copy()
        self.session.latest[self.drawing.request.name] = self.drawing
        self.review.write(self.drawing)
        self.plain.show(self.drawing)
        if self._offered:
            self.sheet.fill(self._offered, attempt)

    def _heard(self, answer: str) -> None:
        """Take the front end's answer to a command for the review cell."""
        self.notice.layout.display = "" if answer == "edited" else "none"
        self.refresh()

    def display(self) -> None:
        """Show the panel in the output of the running cell."""
        from IPython.display import publish_display_data

        view = {"version_major": 2, "version_minor": 0, "model_id": self.widget.model_id}
        words = "Run the cell again to bring its buttons back."
        publish_display_data({"application/vnd.jupyter.widget-view+json": view, "text/plain": words})

    def close(self) -> None:
        """Take the controls out of use: the cell was run again."""
        self._stop.set()
        self._closed = True
        self.refresh()
