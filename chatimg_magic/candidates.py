"""Several answers at once: each candidate is a drawing of its own until all are in."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import replace

from chatimg_magic import artist
from chatimg_magic.artist import Change, Studio
from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.errors import ChatImgError
from chatimg_magic.events import Ended, Event, Finished, Of
from chatimg_magic.models import Stop

HEARTBEAT = 0.1


def draw(drawing: Drawing, studio: Studio, stop: Stop, count: int, change: Change | None = None) -> Iterator[Event]:
    """Ask for several answers concurrently; all of their attempts are added, in the candidates' order.

    Parameters
    ----------
    drawing : gets every attempt; the first usable candidate is selected.
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
    own = [Drawing(drawing.request, list(drawing.attempts)) for _ in range(count)]

    def work(number: int) -> None:
        # every candidate starts from another seed, as if the ones before it were there already
        mine = replace(studio, seed=len(drawing.attempts) + number, again=studio.again or number > 0)
        events = artist.draw(own[number], mine, halt, change)
        try:
            for event in events:
                arrived.put((number, event))
        except Exception as error:  # noqa: BLE001 - raised again below, where the person waits
            arrived.put((number, error))
        finally:
            arrived.put((number, None))

    threads = [threading.Thread(target=work, args=(n,), name=f"chatimg-{n}", daemon=True) for n in range(count)]
    for thread in threads:
        thread.start()
    failures: list[Exception] = []
    running = count
    try:
        while running:
            if stop:
                halt.set()
            try:
                number, event = arrived.get(timeout=HEARTBEAT)
            except queue.Empty:
                continue
            if event is None:
                running -= 1
            elif isinstance(event, Exception):
                failures.append(event)
            elif not isinstance(event, (Finished, Of)):
                yield Of(number, event)
    finally:
        halt.set()
        for thread in threads:
            thread.join(5)
        first = _gather(drawing, own)
    if first is not None:
        yield Ended(first)
    elif failures:
        raise next((error for error in failures if isinstance(error, ChatImgError)), failures[0])
    yield Finished(drawing)


def _gather(drawing: Drawing, own: list[Drawing]) -> Attempt | None:
    """Add what the candidates drew, select the first usable one of them, and return it."""
    known = len(drawing.attempts)
    fresh: list[Attempt] = [attempt for each in own for attempt in each.attempts[known:]]
    for attempt in fresh:
        drawing.add(attempt)
    first = next((attempt for attempt in fresh if attempt.usable), None)
    if first is not None:
        drawing.select(first)
    return first
