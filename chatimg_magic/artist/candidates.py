"""Several answers at once: each candidate is a drawing of its own until all are in."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import replace

from chatimg_magic import artist
from chatimg_magic.artist import Change, Studio
from chatimg_magic.drawing import Attempt, Drawing, Outcome, Problem
from chatimg_magic.errors import ChatImgError
from chatimg_magic.events import Ended, Event, Finished, Of
from chatimg_magic.models import Stop

HEARTBEAT = 0.1


def draw(drawing: Drawing, studio: Studio, stop: Stop, count: int, change: Change | None = None) -> Iterator[Event]:
    """Ask for several answers concurrently; all of their attempts are added, in the candidates' order.

    A candidate whose server failed is an attempt too, so that its place says why.

    Parameters
    ----------
    drawing : gets every attempt; the best usable one is selected.
    studio : what to work with.
    stop : ends all of them.
    count : how many candidates.
    change : a picture to go on from, as in :func:`chatimg_magic.artist.draw`.

    Raises
    ------
    ChatImgError
        If no candidate got an answer; the first one's reason.
    """
    arrived: queue.SimpleQueue[tuple[int, Event | Exception | None]] = queue.SimpleQueue()
    halt = Stop()
    known = len(drawing.attempts)
    own = [Drawing(drawing.request, list(drawing.attempts)) for _ in range(count)]

    def work(number: int) -> None:
        # every candidate starts from another seed, as if the ones before it were there already
        mine = replace(studio, seed=known + number, again=studio.again or number > 0)
        events = artist.draw(own[number], mine, halt, change)
        try:
            for event in events:
                arrived.put((number, event))
        except Exception as error:  # noqa: BLE001 - raised again below, where the person waits
            arrived.put((number, error))
        finally:
            arrived.put((number, None))

    threads = [threading.Thread(target=work, args=(n,), name=f"chatimg-{n}", daemon=True) for n in range(count)]
    failures: list[ChatImgError] = []
    best: Attempt | None = None
    running = count
    try:
        for thread in threads:
            thread.start()
        while running:
            if stop:
                halt.set()
            try:
                number, event = arrived.get(timeout=HEARTBEAT)
            except queue.Empty:
                continue
            if event is None:
                running -= 1
            elif isinstance(event, ChatImgError):
                failures.append(event)
                if len(own[number].attempts) == known:
                    own[number].add(_unanswered(studio, event))
                yield Of(number, Ended(own[number].attempts[-1]))
            elif isinstance(event, Exception):
                raise event
            elif not isinstance(event, (Finished, Of)):
                yield Of(number, event)
    finally:
        halt.set()
        for thread in threads:
            if thread.is_alive():
                thread.join(5)
        fresh = [attempt for each in own for attempt in each.attempts[known:]]
        if any(attempt.text for attempt in fresh):
            best = _gather(drawing, fresh)
    if len(drawing.attempts) == known and failures:
        raise failures[0]
    if best is not None:
        yield Ended(best)
    yield Finished(drawing, tuple(_shown(each.attempts[known:]) for each in own if len(each.attempts) > known))


def _shown(made: list[Attempt]) -> Attempt:
    """Return what a candidate shows: its best attempt, else its last."""
    return artist.best_of(made) or made[-1]


def _unanswered(studio: Studio, error: ChatImgError) -> Attempt:
    problem = Problem(Outcome.ERROR, str(error))
    return Attempt(studio.model.name, studio.model.provider, outcome=Outcome.ERROR, problems=(problem,))


def _gather(drawing: Drawing, fresh: list[Attempt]) -> Attempt | None:
    """Add what the candidates drew, select the best of them, and return it."""
    for attempt in fresh:
        drawing.add(attempt)
    best = artist.best_of(fresh)
    if best is not None:
        drawing.select(best)
    return best
