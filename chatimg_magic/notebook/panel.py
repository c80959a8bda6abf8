"""The panel under a picture: run, regenerate, refine, stop, compare.

It knows nothing of models: a click starts a thread that consumes the session's events, and returns at once.
"""

from __future__ import annotations

import contextvars
import threading
import time
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from chatimg_magic import review
from chatimg_magic.artist import best_of
from chatimg_magic.drawing import Attempt, Drawing, NoPicture, Outcome
from chatimg_magic.errors import ChatImgError
from chatimg_magic.models import Stop
from chatimg_magic.notebook.candidates_widget import Sheet
from chatimg_magic.notebook.cells import written
from chatimg_magic.notebook.controls import ANYWAY, INSERT, NEEDS_EXTENSION, RUN, Controls
from chatimg_magic.notebook.display import Live, Plain, bundle, detail_words
from chatimg_magic.notebook.review_cell import ReviewCell
from chatimg_magic.session import Order, Session

SETTLED_SECONDS = 0.2
EMPTY_SECONDS = 1.0
HINT = (
    "This front end lets the panel add no cells: copy the code from here. In JupyterLab and Notebook 7 it edits one "
    "cell in place, if chatimg-magic is installed where the Jupyter server runs."
)


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
        self.sheet = Sheet(lambda attempt: self._clicked(lambda: self._choose(attempt)))
        self.controls = Controls(self.sheet)
        self._wire()
        review.listen(self._heard)
        self.refresh()

    def _wire(self) -> None:
        def on(button: widgets.Button, action: Callable[[], None]) -> None:
            button.on_click(lambda _: self._clicked(action))

        controls = self.controls
        on(controls.run, self._run)
        on(controls.again, lambda: self._ask(""))
        controls.entered(lambda: self._clicked(self._refine))
        on(controls.refine, self._refine)
        on(controls.stop, self._halt)
        on(controls.back, lambda: self._move(-1))
        on(controls.forth, lambda: self._move(1))
        on(controls.insert, self._insert)
        on(controls.replace, lambda: self._place("replace"))
        on(controls.below, lambda: self._place("below"))

    # what is shown

    @property
    def shown(self) -> Attempt | None:
        """The attempt that the panel shows; the selected one, unless that one failed."""
        return self.drawing.attempts[self._index] if self.drawing.attempts else None

    def refresh(self, error: str = "") -> None:
        """Bring every control in line with the state; buttons work only when they make sense."""
        attempt, controls = self.shown, self.controls
        busy, linked = self._busy or self._closed, self.review.linkable
        usable = attempt is not None and attempt.usable
        refused = attempt is not None and attempt.outcome is Outcome.REFUSED
        count = len(self.drawing.attempts)
        controls.run.disabled = busy or not (linked and self.review.exists and usable)
        controls.run.tooltip = RUN if linked else NEEDS_EXTENSION
        controls.again.disabled = controls.words.disabled = busy
        controls.refine.disabled = busy or self.drawing.attempt is None
        controls.stop.disabled = not self._busy
        controls.back.disabled = busy or self._index <= 0
        controls.forth.disabled = busy or self._index >= count - 1
        controls.place.value = f"{self._index + 1}/{count}" if count else "0/0"
        controls.insert.disabled = busy or not linked or not (refused or (usable and not self.review.exists))
        controls.insert.description = "↓ Insert anyway" if refused else "↓ Insert"
        controls.insert.tooltip = (ANYWAY if refused else INSERT) if linked else NEEDS_EXTENSION
        if attempt is not self._written:
            self._written = attempt
            self._facts = review.notes(attempt.code, self.shell.user_ns, self.drawing.request.name) if attempt else []
            controls.show_code(written(self.drawing, attempt) if attempt and attempt.code else "")
        if not self._busy:
            controls.say(self._status(attempt, error))

    def _status(self, attempt: Attempt | None, error: str) -> list[str]:
        lines = [f"✗ {error}"] if error else []
        if attempt is not None:
            lines += [f"asked to: {attempt.asked}"] if attempt.asked else []
            lines.append(("" if attempt.usable else f"✗ {attempt.outcome.value} · ") + detail_words(attempt))
            lines += [problem.message for problem in attempt.problems]
            lines += [f"✗ {check.found}, asked for {check.words}" for check in attempt.failed]
            lines += self._choice(attempt)
            lines += [f"this code {', '.join(self._facts)}"] if self._facts else []
        if not self.review.linkable and not self.session.hinted:
            self.session.hinted = True
            lines.append(HINT)
        return lines

    def _choice(self, attempt: Attempt) -> list[str]:
        """Say why an earlier attempt is shown and not the newest."""
        if attempt is self.drawing.attempt and attempt is not self.drawing.attempts[-1] and attempt.checks:
            return ["chosen: no other attempt agrees better with your words; ◀ ▶ show the others"]
        return []

    def offer(self, attempts: tuple[Attempt, ...]) -> None:
        """Show candidates side by side, a click away."""
        self._offered = attempts
        self.sheet.fill(attempts, self.drawing.attempt)

    # clicks

    def _clicked(self, action: Callable[[], None]) -> None:
        """Do what a click asks for, in the tab that it came from."""
        self.review.attend(self.shell)
        if not self.controls.picture.value:
            self._show_picture()
        action()

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
        self.controls.warn(False)
        self.review.write(self.drawing, force)

    def _move(self, step: int) -> None:
        self._go_to(self._index + step)

    def _choose(self, attempt: Attempt) -> None:
        self._go_to(self.drawing.number(attempt) - 1)

    def _go_to(self, index: int) -> None:
        """Show an attempt: at once if its picture is at hand, else in a thread, where its code is run again."""
        if not 0 <= index < len(self.drawing.attempts):
            return  # a second click, sent before the first had disabled the button
        attempt = self.drawing.attempts[index]
        if attempt.picture is None and attempt.usable:
            self._start(lambda: self._select(index))
            return
        with self._lock:
            if self._busy or self._closed:
                return
        self._select(index)
        self.refresh()

    def _start(self, task: Callable[[], None]) -> None:
        """Run a task in a thread of its own, one at a time."""
        with self._lock:
            if self._busy or self._closed:
                return
            self._busy, self._stop = True, Stop()
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
        while words != self.controls.words.value.strip() or (not words and time.monotonic() < patience):
            words = self.controls.words.value.strip()
            time.sleep(SETTLED_SECONDS)
        if words and not self._stop:
            self._draw(words)

    def _draw(self, words: str) -> None:
        order = Order(self.order.model, fresh=True, words=words, arrays=self.order.arrays)
        before = len(self.drawing.attempts)
        live = Live(self.drawing.request, lambda data, _: setattr(self.controls.status, "value", data["text/html"]))
        events = self.session.perform(self.drawing, order, self._stop)
        try:
            for event in events:
                live.show(event)
        finally:
            events.close()
            self._index = len(self.drawing.attempts) - 1
        best = best_of(self.drawing.attempts[before:])
        if best is not None:
            self._index = self.drawing.number(best) - 1
            self.controls.words.value = ""
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
        self._show_picture()
        if self._offered:
            self.sheet.fill(self._offered, attempt)

    def _show_picture(self) -> None:
        """Show the picture in the panel too, where the plain display can no longer follow: in a page loaded since."""
        attempt = self.drawing.attempt
        if self.review.moved and attempt is not None and attempt.picture is not None:
            self.controls.show_picture(bundle(self.drawing, replayed=False)[0]["text/html"])

    def _heard(self, answer: str) -> None:
        """Take the front end's answer to a command for the review cell."""
        self.controls.warn(answer == "edited")
        self.refresh()

    def display(self) -> None:
        """Show the panel in the output of the running cell."""
        from IPython.display import publish_display_data

        view = {"version_major": 2, "version_minor": 0, "model_id": self.controls.widget.model_id}
        words = "Run the cell again to bring its buttons back."
        publish_display_data({"application/vnd.jupyter.widget-view+json": view, "text/plain": words})

    def close(self) -> None:
        """Take the controls out of use: the cell was run again."""
        self._stop.set()
        self._closed = True
        self.refresh()
