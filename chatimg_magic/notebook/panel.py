"""The panel under a picture: run, regenerate, refine, stop, compare, and see which line drew what.

It knows nothing of models: a click starts a thread that consumes the session's events, and returns at once.
"""

from __future__ import annotations

import contextvars
import threading
import time
from collections.abc import Callable
from typing import Any

from chatimg_magic import review
from chatimg_magic.artist import best_of
from chatimg_magic.drawing import Attempt, Drawing, NoPicture, Outcome
from chatimg_magic.errors import ChatImgError
from chatimg_magic.models import Stop
from chatimg_magic.notebook import panel_words as say
from chatimg_magic.notebook.cells import written
from chatimg_magic.notebook.display import Plain
from chatimg_magic.notebook.panel_live import PanelLive
from chatimg_magic.notebook.panel_view import View
from chatimg_magic.notebook.review_cell import ReviewCell
from chatimg_magic.request import Mode
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
    order : how the cell asked; its model, arrays and look hold for the panel's answers too.
    plain : the picture's plain display above, which follows the selection.
    review : the cell with the code.
    replayed : whether nobody was asked.
    """

    def __init__(
        self,
        shell: Any,
        session: Session,
        drawing: Drawing,
        order: Order,
        plain: Plain,
        review: ReviewCell,
        replayed: bool = False,
    ) -> None:
        self.shell, self.session, self.drawing, self.order = shell, session, drawing, order
        self.plain, self.review = plain, review
        self._lock = threading.Lock()
        self._showing = threading.RLock()
        self._busy = False
        self._closed = False
        self._edited = False
        self._stop = Stop()
        self._shown: tuple[Attempt | None, Attempt | None] | None = None
        self._facts: list[str] = []
        self._offered: tuple[Attempt, ...] = ()
        self._hint = ""
        self._kept = {attempt.id for attempt in drawing.attempts} if replayed else set()
        self._index = max(0, len(drawing.attempts) - 1)
        if drawing.attempt is not None:
            self._index = drawing.number(drawing.attempt) - 1
        self.view = View(self._clicked)
        review.listen(self._heard)
        self.refresh()

    # what is shown

    @property
    def shown(self) -> Attempt | None:
        """The attempt that the panel shows; the selected one, unless that one failed."""
        return self.drawing.attempts[self._index] if self.drawing.attempts else None

    def refresh(self, error: str = "") -> None:
        """Bring everything in line with the state; buttons work only when they make sense.

        One at a time: what a thread found out before it was overtaken must not be shown last.
        """
        with self._showing:
            self._refresh(error)

    def _refresh(self, error: str) -> None:
        attempt, before = self.shown, self.drawing.attempts[self._index - 1] if self._index else None
        if not self.review.linkable and not self.session.hinted:
            self.session.hinted = True
            self._hint = HINT
        with self.view.hold_sync():
            if self._shown is None or attempt is not self._shown[0] or before is not self._shown[1]:
                self._shown = attempt, before
                name, known = self.drawing.request.name, self.shell.user_ns
                self._facts = review.notes(attempt.code, known, name) if attempt else []
                self.view.show_code(attempt.code.rstrip("\n") if attempt else "")
                self.view.show_picture(attempt.picture if attempt else None, before.picture if before else None)
            if not self._busy:
                self.view.live = ""
                if len(self.drawing.attempts) > 1:
                    self.view.show_thumbs(self.drawing.attempts)
            self.view.state = self._state(attempt, error)

    def _state(self, attempt: Attempt | None, error: str) -> dict[str, Any]:
        request, attempts = self.drawing.request, self.drawing.attempts
        picture = attempt.picture if attempt else None
        quiet = self._busy or attempt is None
        return {
            "name": request.name,
            "prompt": request.prompt,
            "gray": request.mode is Mode.GRAY,
            "index": self._index,
            "attempts": [{"usable": one.usable, "title": say.title(one)} for one in attempts],
            "wide": len(self._offered) > 1,
            "can": self._can(attempt),
            "tips": self._tips(attempt),
            "insert": "↓ Insert anyway" if _refused(attempt) else "↓ Insert",
            "edited": self._edited,
            "copy": written(self.drawing, attempt) if attempt and attempt.code else "",
            "parts": [list(lines) for lines in picture.lines] if picture else [],
            "corners": [[row, col] for row, col, _ in picture.film] if picture else [],
            "status": say.status(attempt, attempt.id in self._kept) if attempt and not quiet else "",
            "wrong": say.wrong(attempt, error) if attempt and not quiet else [f"✗ {error}"] if error else [],
            "notes": ([] if quiet or attempt is None else say.notes(self.drawing, attempt, self._facts))
            + ([self._hint] if self._hint else []),
            "details": say.details(attempt) if attempt and not quiet else [],
        }

    def _can(self, attempt: Attempt | None) -> dict[str, bool]:
        """Say which buttons work."""
        free, linked = not (self._busy or self._closed), self.review.linkable
        usable = attempt is not None and attempt.usable
        return {
            "run": free and linked and self.review.exists and usable,
            "again": free,
            "refine": free and self.drawing.attempt is not None,
            "stop": self._busy,
            "back": free and self._index > 0,
            "forth": free and self._index < len(self.drawing.attempts) - 1,
            "insert": free and linked and (_refused(attempt) or (usable and not self.review.exists)),
            "copy": attempt is not None and bool(attempt.code),
        }

    def _tips(self, attempt: Attempt | None) -> dict[str, str]:
        if not self.review.linkable:
            return {**say.TIPS, "run": say.NEEDS_EXTENSION, "insert": say.NEEDS_EXTENSION}
        return {**say.TIPS, "insert": say.TIPS["anyway" if _refused(attempt) else "insert"]}

    def offer(self, attempts: tuple[Attempt, ...]) -> None:
        """Show candidates side by side, a click away."""
        self._offered = attempts
        self.refresh()

    # clicks

    def _clicked(self, name: str, content: dict[str, Any]) -> None:
        """Do what a click asks for, in the tab that it came from; two clicks may come before a button is disabled."""
        self.review.attend(self.shell)
        actions: dict[str, Callable[[], None]] = {
            "near": self._prepare,
            "run": self.review.run,
            "again": lambda: self._start(lambda: self._draw("")),
            "refine": self._refine,
            "stop": self._stop.set,
            "back": lambda: self._go_to(self._index - 1),
            "forth": lambda: self._go_to(self._index + 1),
            "choose": lambda: self._go_to(content.get("index")),
            "insert": self._insert,
            "replace": lambda: self._place("replace"),
            "below": lambda: self._place("below"),
        }
        if name in actions:
            actions[name]()

    def _prepare(self) -> None:
        """Have a worker started: the pointer is on its way to a button."""
        if not (self._busy or self._closed):
            self.session.sandbox.prepare()

    def _refine(self) -> None:
        if self.drawing.attempt is not None:
            self._start(self._draw_as_said)

    def _insert(self) -> None:
        attempt = self.shown
        if _refused(attempt):
            self.review.write(self.drawing, "", attempt)
        else:
            self._place("below")

    def _place(self, force: str) -> None:
        self._edited = False
        self.refresh()
        self.review.write(self.drawing, force)

    def _go_to(self, index: Any) -> None:
        """Show an attempt: at once if its picture is at hand, else in a thread, where its code is run again."""
        if type(index) is not int or not 0 <= index < len(self.drawing.attempts):
            return
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
        while words != self.view.words.strip() or (not words and time.monotonic() < patience):
            words = self.view.words.strip()
            time.sleep(SETTLED_SECONDS)
        if words and not self._stop:
            self._draw(words)

    def _draw(self, words: str) -> None:
        order = Order(self.order.model, fresh=True, words=words, arrays=self.order.arrays, look=self.order.look)
        before = len(self.drawing.attempts)
        live = PanelLive(self.view)
        events = self.session.perform(self.drawing, order, self._stop)
        try:
            for event in events:
                live.show(event)
        finally:
            events.close()
            self._index = len(self.drawing.attempts) - 1
            self._shown = None  # the code so far stands in its place
        best = best_of(self.drawing.attempts[before:])
        if best is not None:
            self._index = self.drawing.number(best) - 1
            self.view.words = ""
            self._adopt()

    def _select(self, index: int) -> None:
        attempt, before = self.drawing.attempts[index], self.drawing.attempt
        self._index = index
        if not attempt.usable:
            return
        self.drawing.select(attempt)
        if attempt.picture is None:
            for _ in self.session.perform(self.drawing, Order(arrays=self.order.arrays), self._stop):
                pass
        if self.drawing.attempts[index].usable:
            self._adopt()
            self.session.store.save(self.drawing)
        elif before is not None:  # run again it was refused, or failed, whatever its file says
            self.drawing.select(before)

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

    def _heard(self, answer: str) -> None:
        """Take the front end's answer to a command for the review cell."""
        self._edited = answer == "edited"
        self.refresh()

    def display(self) -> None:
        """Show the panel in the output of the running cell."""
        from IPython.display import publish_display_data

        view = {"version_major": 2, "version_minor": 0, "model_id": self.view.model_id}
        words = "Run the cell again to bring its buttons back; where there never are any, use --fresh and --refine."
        publish_display_data({"application/vnd.jupyter.widget-view+json": view, "text/plain": words})

    def close(self) -> None:
        """Take the controls out of use: the cell was run again."""
        self._stop.set()
        self._closed = True
        self.refresh()
        self.view.close()


def _refused(attempt: Attempt | None) -> bool:
    return attempt is not None and attempt.outcome is Outcome.REFUSED
