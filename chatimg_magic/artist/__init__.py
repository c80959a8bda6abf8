"""The loop: ask → read → check → run → judge → repair → look, as one generator of events.

It knows no IPython and no widget; the magic, :func:`chatimg_magic.draw` and the command all consume the same events.
Closing the generator stops everything: the stream is cancelled and the worker killed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chatimg_magic import prompts
from chatimg_magic.artist.attempt import Change, Draft, Studio, ask, judge
from chatimg_magic.artist.look import look
from chatimg_magic.artist.trial import Trial
from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.events import Ended, Event, Finished, Started
from chatimg_magic.models import Message, Model, Question, Stop
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Sandbox

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Change", "Studio", "best_of", "draw", "show_again"]

REPAIR_HEAT = 0.5
"""How much warmer each repair is than the first answer, up to :data:`HOTTEST`."""
HOTTEST = 1.0
FRESH_HEAT = 0.7
"""Temperature of another sample from a small model."""


def draw(drawing: Drawing, studio: Studio, stop: Stop, change: Change | None = None) -> Iterator[Event]:
    """Ask for attempts until one is as asked, or retries or patience are used up; every attempt is added.

    Where the studio says so, the model then looks at the best of them once. Of the usable ones the drawing selects as
    :func:`best_of` does.

    Parameters
    ----------
    drawing : its request is asked for; it gets the attempts.
    studio : what to work with.
    stop : ends the work from another thread.
    change : a picture to go on from and the words that say how; without it the request is asked anew.

    Raises
    ------
    ChatImgError
        If the model cannot answer; what it sent before that is kept in the drawing.
    """
    request, model, began = drawing.request, studio.model, time.monotonic()
    messages = _messages(request, studio, change)
    made: list[Attempt] = []
    try:
        for number in range(studio.retries + 1):
            yield Started(model.name, len(drawing.attempts) + 1)
            again = studio.again or bool(drawing.attempts)
            seed = len(drawing.attempts) if studio.seed is None else studio.seed + 100 * number
            question = Question(messages, _temperature(studio, number, again), seed)
            attempt = yield from ask(drawing, studio, question, stop, change)
            made.append(attempt)
            yield Ended(attempt)
            spent = time.monotonic() - began
            longer = spent / len(made) if attempt.usable else 0.0  # there is something to show: do not exceed it
            if stop or _good(attempt) or _insists(model, made) or spent + longer > studio.patience:
                break
            if studio.spent and number < studio.retries:
                made[-1] = replace(attempt, notes=(*attempt.notes, "not drawn again: the limit of tokens is reached"))
                drawing.replace(made[-1])
                break
            if not model.small:
                messages = prompts.repair(messages, attempt, request)
            elif change is None:  # a fresh sample with other examples helps, a longer conversation does not
                messages = _messages(request, studio, change, number + 1)
        best = best_of(made)
        spent = time.monotonic() - began
        looks = studio.looks and not (stop or studio.spent) and spent + spent / len(made) <= studio.patience
        if best and best.picture and looks:
            made.append((yield from look(drawing, studio, best, stop, change)))
    finally:
        best = best_of(made)
        if best is not None:
            drawing.select(best)
    yield Finished(drawing)


def best_of(attempts: Sequence[Attempt]) -> Attempt | None:
    """Return the usable attempt with the fewest failed checks; None if none is usable.

    Of equals it is the first, but for a picture that corrects it: the model had looked, and had a reason.
    """
    best = min((a for a in attempts if a.usable), key=lambda attempt: len(attempt.failed), default=None)
    if best is None:
        return None
    corrected = (a for a in attempts if a.picture and a.corrects == best.id and len(a.failed) == len(best.failed))
    return next(corrected, best)


def _good(attempt: Attempt) -> bool:
    return attempt.usable and not attempt.failed


def _insists(model: Model, made: Sequence[Attempt]) -> bool:
    """Whether a model that was told what is measured answered with the same program."""
    return not model.small and len(made) > 1 and made[-1].usable and made[-1].code == made[-2].code


def _messages(request: Request, studio: Studio, change: Change | None, sample: int = 0) -> tuple[Message, ...]:
    given = prompts.facts_of(studio.arrays)
    if change is None:
        asked = prompts.question(request, studio.examples, given, studio.teaching, sample)
        begins = studio.model.small and studio.teaching is prompts.Teaching.EXACT and not given
        return (*asked, prompts.begun(request)) if begins else asked
    return prompts.refinement(request, change.attempt, change.prompt, change.words, given)


def _temperature(studio: Studio, number: int, again: bool) -> float | None:
    if studio.model.small:
        return FRESH_HEAT if again else 0.0
    if studio.temperature is None:
        return None
    first = max(studio.temperature, FRESH_HEAT) if again and number == 0 else studio.temperature
    return min(first + REPAIR_HEAT * number, HOTTEST)


def show_again(
    drawing: Drawing, sandbox: Sandbox, stop: Stop, arrays: Mapping[str, NDArray[Any]] | None = None
) -> Iterator[Event]:
    """Run the code of the selected attempt once more, isolated, without asking anybody."""
    kept = drawing.attempt
    if kept is None:
        yield Finished(drawing)
        return
    trial = Trial(sandbox, drawing.request, arrays or {}, stop)
    draft = Draft(kept.model, kept.provider, text=kept.text, code=kept.code, usage=kept.usage)
    draft.asked, draft.refines, draft.measured = kept.asked, kept.refines, True
    try:
        judged = yield from judge(draft, trial, drawing.request, stop)
    finally:
        trial.close()
    same = {name: getattr(kept, name) for name in ("id", "created", "timings", "corrects", "look")}
    attempt = replace(judged, code=judged.code or kept.code, **same)
    drawing.replace(attempt)
    yield Ended(attempt)
    yield Finished(drawing)
