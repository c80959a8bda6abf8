"""What a kernel (or one command) holds: the settings, the model that answers, and the drawings."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from chatimg_magic import artist
from chatimg_magic.artist import candidates
from chatimg_magic.drawing import Attempt, Drawing, NoPicture
from chatimg_magic.errors import BadOption, OutOfTokens
from chatimg_magic.events import Ended, Event
from chatimg_magic.models import Stop
from chatimg_magic.models.choice import PATIENCE, Choice, Wish, choose
from chatimg_magic.models.line import Lines
from chatimg_magic.prompts import Look, Teaching
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Launchers, Limits, Sandbox, Spare
from chatimg_magic.settings import ChatImg
from chatimg_magic.settings import current as current_settings
from chatimg_magic.store import Store
from chatimg_magic.usage import Ledger

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Order:
    """How a request shall be carried out.

    Attributes
    ----------
    model : the model that must answer; empty leaves it to the settings.
    retries : how often to repair; None leaves it to the settings.
    fresh : ask again although a drawing is kept.
    candidates : how many answers to ask for at once.
    words : what shall be different from the selected attempt; empty asks for the request itself.
    arrays : the person's arrays that the code may use, by name.
    look : what the model is shown when it looks at its picture once more; None leaves it to the settings.
    """

    model: str = ""
    retries: int | None = None
    fresh: bool = False
    candidates: int = 1
    words: str = ""
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    look: Look | None = None


class View(Protocol):
    """Shows events to a person."""

    def show(self, event: Event) -> None:
        """Take one event."""
        ...


class Session:
    """The one object that lasts: one per kernel, one per command.

    Parameters
    ----------
    settings : read anew for every drawing; by default those of this process.

    Attributes
    ----------
    panels : front end's cell → the panel under its picture.
    link : what sends commands to the lab extension, once it is needed.
    hinted : whether the person was told how the panel edits cells in place.
    ledger : what every answer took.
    latest : variable's name → the drawing last made for it, which ``--refine`` goes on from.
    """

    def __init__(self, settings: ChatImg | None = None) -> None:
        self.settings = settings or current_settings()
        self._choices: dict[tuple[Wish, tuple[str, int]], Choice] = {}
        self._lines = Lines()
        self._lock = threading.Lock()
        self._spare = Spare()
        self._launchers = Launchers()
        self._store: Store | None = None
        self.ledger = Ledger()
        self.latest: dict[str, Drawing] = {}
        self.panels: dict[str, Any] = {}
        self.link: Any = None
        self.hinted = False

    @property
    def store(self) -> Store:
        """The folder of kept drawings, as set now."""
        folder = self.settings.store_folder()
        store = self._store
        if store is None or store.folder != folder:
            self._store = store = Store(folder)
        return store

    @property
    def sandbox(self) -> Sandbox:
        """How workers are started, as set now."""
        chosen = self.settings
        wish = chosen.isolation_wish()
        with self._lock:
            if self._launchers.wish != wish:
                self._launchers = Launchers(wish)
        limits = Limits(chosen.seconds, chosen.memory_mb * 1024**2, chosen.printed)
        return Sandbox(limits, spare=self._spare, launchers=self._launchers)

    def choice(self, model: str = "", seconds: float = PATIENCE) -> Choice:
        """Return who answers, and why; one model object per wish, one client per server, which is asked no longer."""
        chosen = self.settings
        environment = (os.environ.get("OPENAI_BASE_URL", ""), hash(os.environ.get("OPENAI_API_KEY", "")))
        named = model or chosen.model
        waits = chosen.waits()
        wish = Wish(named, chosen.base_url, chosen.openai_model, chosen.max_tokens, chosen.capability, waits)
        with self._lock:
            if (wish, environment) not in self._choices:
                self._choices[wish, environment] = choose(wish, lines=self._lines, seconds=seconds)
            return self._choices[wish, environment]

    @property
    def models(self) -> list[str]:
        """Servers' models that are known so far, without asking anybody: listed, chosen, or named by an answer."""
        chosen = [choice.model for choice in list(self._choices.values())]
        asked = [(model.name, model.provider) for model in chosen] + list(self.ledger.rows)
        own = [name for name, provider in asked if name and not provider.startswith("embedded")]
        return list(dict.fromkeys([*own, *self._lines.models]))

    def close(self) -> None:
        """Give back connections and processes; a later drawing opens them anew."""
        for choice in self._choices.values():
            choice.model.close()
        self._choices.clear()
        self._lines.close()
        self._spare.close()

    def kept(self, request: Request, order: Order) -> Drawing:
        """Return the drawing of a request as far as it is kept, reduced to what the order accepts."""
        drawing = self.store.load(request) or Drawing(request)
        if order.model and (not self.answers(drawing, order)):
            match = next(
                (a for a in reversed(drawing.attempts) if a.usable and order.model in (a.model, a.provider)), None
            )
            if match is not None:
                drawing.select(match)
        return drawing

    def answers(self, drawing: Drawing, order: Order) -> bool:
        """Whether a kept drawing answers an order without asking anybody."""
        attempt = drawing.attempt
        return not order.fresh and attempt is not None and order.model in ("", attempt.model, attempt.provider)

    def draw(self, request: Request, order: Order, view: View | None = None) -> Drawing:
        """Draw, and show every event in a view.

        Raises
        ------
        NoPicture
            If no attempt of this run is usable.
        KeyboardInterrupt
            If the person stopped it; everything that arrived is kept.
        """
        drawing = self.kept(request, order)
        good: Attempt | None = None
        events = self.perform(drawing, order, Stop())
        try:
            for event in events:
                good = event.attempt if isinstance(event, Ended) and event.attempt.usable else good
                if view is not None:
                    view.show(event)
        finally:
            events.close()
        if good is None:
            raise NoPicture(drawing)
        self.latest[request.name] = drawing
        return drawing

    def perform(self, drawing: Drawing, order: Order, stop: Stop) -> Generator[Event, None, None]:
        """Draw, or show again what is kept; what became of it is kept in any case. Raises OutOfTokens before asking."""
        if not order.words and self.answers(drawing, order):
            yield from artist.show_again(drawing, self.sandbox, stop, order.arrays)
            return
        limit = self.settings.max_tokens_per_session
        if limit is not None and self.ledger.reaches(limit):
            raise OutOfTokens(self.ledger.total.tokens, limit)
        before = len(drawing.attempts)
        try:
            change = self._change(drawing, order)
            studio = self._studio(order)
            if order.candidates > 1:
                yield from candidates.draw(drawing, studio, stop, order.candidates, change)
            else:
                yield from artist.draw(drawing, studio, stop, change)
        finally:
            if len(drawing.attempts) > before:
                self.store.save(drawing)

    def _studio(self, order: Order) -> artist.Studio:
        chosen = self.settings
        return artist.Studio(
            model=self.choice(order.model).model,
            sandbox=self.sandbox,
            retries=chosen.retries if order.retries is None else order.retries,
            examples=chosen.examples,
            temperature=chosen.temperature,
            arrays=order.arrays,
            patience=chosen.patience,
            goes_on=chosen.max_tokens is None,
            teaching=Teaching(chosen.teaching),
            look=Look(chosen.look) if order.look is None else order.look,
            ledger=self.ledger,
            limit=chosen.max_tokens_per_session,
        )

    def _change(self, drawing: Drawing, order: Order) -> artist.Change | None:
        """Return what shall be changed: the selected attempt by the order's words, or the drawing that is refined."""
        if order.words and drawing.attempt is not None:
            return artist.Change(drawing.attempt, drawing.request.prompt, order.words)
        if not drawing.request.refines:
            return None
        digest = drawing.request.refines
        known = (made for made in self.latest.values() if made.request.digest == digest)
        base = next(known, None) or self.store.find(digest)
        if base is None or base.attempt is None:
            raise BadOption(
                "The drawing that this one refines is not kept any more.", "Run the cell that drew it, then this one."
            )
        return artist.Change(base.attempt, base.request.prompt, drawing.request.prompt)


@lru_cache(maxsize=1)
def current() -> Session:
    """Return this process's session; the magic, :func:`chatimg_magic.draw` and the panel share it."""
    return Session()
