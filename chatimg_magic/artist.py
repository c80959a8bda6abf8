"""The loop: ask → read → check → run → judge → repair, as one generator of events.

It knows no IPython and no widget; the magic, :func:`chatimg_magic.draw` and the command all consume the same events.
Closing the generator stops everything: the stream is cancelled and the worker killed.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from chatimg_magic import code, policy, prompts
from chatimg_magic.drawing import Attempt, Check, Drawing, Outcome, Picture, Problem, Timings, Usage
from chatimg_magic.errors import ChatImgError
from chatimg_magic.events import Ended, Event, Finished, Grew, Progress, Started, Wrote
from chatimg_magic.models import Counted, Message, Model, Question, Stage, Stop, Text, Thinking
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Result, Sandbox
from chatimg_magic.trial import Trial

if TYPE_CHECKING:
    from numpy.typing import NDArray

REPAIR_HEAT = 0.5
"""How much warmer each repair is than the first answer, up to :data:`HOTTEST`."""
HOTTEST = 1.0
FRESH_HEAT = 0.7
"""Temperature of another sample from a small model."""


@dataclass(frozen=True)
class Studio:
    """What the artist works with.

    Attributes
    ----------
    model : who answers.
    sandbox : where code runs first.
    retries : how often an answer may be repaired or replaced.
    examples : how many worked drawings go along.
    temperature : of the first answer; None leaves it to the server.
    arrays : the person's arrays that the code may use, by name.
    seed : of the first answer; None counts the drawing's attempts.
    again : whether a different answer than the usual first one is wanted.
    teaching : what goes along with a request.
    checks : whether what the words claim is held against the picture, and decides too.
    patience : seconds after which no further answer is asked for.
    """

    model: Model
    sandbox: Sandbox
    retries: int = 2
    examples: int = 3
    temperature: float | None = None
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    seed: int | None = None
    again: bool = False
    teaching: prompts.Teaching = prompts.Teaching.EXACT
    checks: bool = True
    patience: float = 180.0


@dataclass(frozen=True)
class Change:
    """A picture to go on from.

    Attributes
    ----------
    attempt : the answer whose code is changed.
    prompt : what that answer had been asked for.
    words : what shall be different.
    """

    attempt: Attempt
    prompt: str
    words: str


@dataclass
class _Draft:
    """An attempt in the making."""

    model: str
    provider: str
    began: float = field(default_factory=time.monotonic)
    text: str = ""
    code: str = ""
    usage: Usage = field(default_factory=Usage)
    isolation: str = ""
    printed: str = ""
    asked: str = ""
    refines: str = ""
    first_token: float = 0.0
    answered: float = 0.0
    measured: bool = False

    def attempt(
        self, outcome: Outcome, *problems: Problem, picture: Picture | None = None, checks: tuple[Check, ...] = ()
    ) -> Attempt:
        """Freeze it."""
        notes = picture.notes if picture else ()
        seconds = Timings(self.first_token, self.answered, time.monotonic() - self.began)
        return Attempt(
            self.model, self.provider, self.text, self.code, outcome, problems, notes, self.printed, self.usage,
            seconds, self.isolation, self.asked, self.refines, checks, picture=picture,
        )  # fmt: skip


def draw(drawing: Drawing, studio: Studio, stop: Stop, change: Change | None = None) -> Iterator[Event]:
    """Ask for attempts until one is as asked, or retries or patience are used up; every attempt is added.

    Of the usable ones the drawing selects the one with the most checks held, of equals the first.

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
            attempt = yield from _attempt(drawing, studio, question, stop, change)
            made.append(attempt)
            yield Ended(attempt)
            spent = time.monotonic() - began
            longer = spent / len(made) if attempt.usable else 0.0  # there is something to show: do not exceed it
            if stop or _good(attempt) or _insists(model, made) or spent + longer > studio.patience:
                break
            if not model.small:
                messages = prompts.repair(messages, attempt, request)
            elif change is None:  # a fresh sample with other examples helps, a longer conversation does not
                messages = _messages(request, studio, change, number + 1)
    finally:
        best = best_of(made)
        if best is not None:
            drawing.select(best)
    yield Finished(drawing)


def best_of(attempts: Sequence[Attempt]) -> Attempt | None:
    """Return the usable attempt with the fewest failed checks, of equals the first; None if none is usable."""
    return min((a for a in attempts if a.usable), key=lambda attempt: len(attempt.failed), default=None)


def _good(attempt: Attempt) -> bool:
    return attempt.usable and not attempt.failed


def _insists(model: Model, made: Sequence[Attempt]) -> bool:
    """Whether a model that was told what is measured answered with the same program."""
    return not model.small and len(made) > 1 and made[-1].usable and made[-1].code == made[-2].code


def facts_of(arrays: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    """Describe the person's arrays to a model: name, dtype, shape and range, never what is in them."""
    facts = []
    for name, array in arrays.items():
        span = f", values from {array.min()} to {array.max()}" if array.size else ""
        facts.append(f"`{name}` is a NumPy array that exists already: {array.dtype}, shape {array.shape}{span}.")
    return tuple(facts)


def _messages(request: Request, studio: Studio, change: Change | None, sample: int = 0) -> tuple[Message, ...]:
    given = facts_of(studio.arrays)
    if change is None:
        return prompts.question(request, studio.examples, given, studio.teaching, sample)
    return prompts.refinement(request, change.attempt, change.prompt, change.words, given)


def _temperature(studio: Studio, number: int, again: bool) -> float | None:
    if studio.model.small:
        return FRESH_HEAT if again else 0.0
    if studio.temperature is None:
        return None
    first = max(studio.temperature, FRESH_HEAT) if again and number == 0 else studio.temperature
    return min(first + REPAIR_HEAT * number, HOTTEST)


def _attempt(
    drawing: Drawing, studio: Studio, question: Question, stop: Stop, change: Change | None
) -> Generator[Event, None, Attempt]:
    """Ask once and judge the answer; returns the attempt, which is in the drawing by then."""
    draft = _Draft(studio.model.name, studio.model.provider)
    if change is not None:
        draft.asked, draft.refines = change.words, change.attempt.id
    draft.measured = studio.checks and change is None
    trial = Trial(studio.sandbox, drawing.request, studio.arrays)
    try:
        yield from _listen(draft, trial, studio.model, question, stop)
        if stop:
            attempt = draft.attempt(Outcome.STOPPED)
        else:
            attempt = yield from _judge(draft, trial, drawing.request, stop)
        drawing.add(attempt)
        return attempt
    except BaseException as error:
        if draft.text:
            outcome = Outcome.ERROR if isinstance(error, ChatImgError) else Outcome.STOPPED
            drawing.add(draft.attempt(outcome, Problem(outcome, str(error) or outcome.value)))
        raise
    finally:
        trial.close()


def _listen(draft: _Draft, trial: Trial, model: Model, question: Question, stop: Stop) -> Iterator[Event]:
    """Follow the answer; statements go to the worker as they are completed."""
    statements = code.Statements()
    for piece in model.answer(question, stop):
        if isinstance(piece, Text):
            draft.first_token = draft.first_token or time.monotonic() - draft.began
            draft.text += piece.text
            yield Wrote(piece.text)
            for _ in statements.feed(piece.text):
                trial.offer(statements.source)
        elif isinstance(piece, Counted):
            draft.usage = piece.usage
        elif isinstance(piece, Stage):
            yield Progress(piece.stage)
        elif isinstance(piece, Thinking):
            yield Progress("thinking…")
        for picture in trial.frames():
            yield Grew(picture)
    draft.answered = time.monotonic() - draft.began


def _judge(draft: _Draft, trial: Trial, request: Request, stop: Stop) -> Generator[Event, None, Attempt]:
    """Check and run the code of an answer; returns the attempt."""
    draft.code = draft.code or code.extract(draft.text, request.name)
    if not draft.code:
        return draft.attempt(Outcome.NO_CODE, Problem(Outcome.NO_CODE, prompts.no_code()))
    problems = policy.check(draft.code, trial.given)
    draft.isolation = str(trial.isolation)
    if problems:
        return draft.attempt(Outcome.REFUSED, *problems)
    if not trial.isolation.holds:
        return draft.attempt(Outcome.UNCHECKED, Problem(Outcome.UNCHECKED, draft.isolation))
    result = Result()
    for step in trial.complete(draft.code):
        if stop:
            return draft.attempt(Outcome.STOPPED)
        if isinstance(step, Result):
            result = step
        else:
            yield Grew(step) if isinstance(step, Picture) else Progress("running…")
    if not trial.isolation.holds:  # of a worker that was started anew, for modules that the first one lacked
        draft.isolation = str(trial.isolation)
        return draft.attempt(Outcome.UNCHECKED, Problem(Outcome.UNCHECKED, draft.isolation))
    return _outcome(draft, result, request)


def _outcome(draft: _Draft, result: Result, request: Request) -> Attempt:
    from chatimg_magic import picture

    draft.printed = result.printed
    if result.failure is not None:
        failure = result.failure
        message = prompts.exception(failure.type, failure.message, failure.lines, draft.code)
        line = failure.lines[-1] if failure.lines else None
        return draft.attempt(Outcome.FAILED, Problem(Outcome.FAILED, message, line))
    if result.pixels is None:
        return draft.attempt(Outcome.BAD_PICTURE, Problem(Outcome.BAD_PICTURE, result.problem))
    try:
        checked = picture.check(result.pixels, result.notes, request)
    except picture.NotAPicture as error:
        return draft.attempt(Outcome.BAD_PICTURE, Problem(Outcome.BAD_PICTURE, str(error)))
    if result.taken and result.taken != request.name:
        draft.code = code.with_name(draft.code, result.taken, request.name)
    return draft.attempt(Outcome.DRAWN, picture=checked, checks=_held(draft, request, checked))


def _held(draft: _Draft, request: Request, drawn: Picture) -> tuple[Check, ...]:
    """Hold a picture against its words; not where they speak of another picture or of the person's arrays."""
    if not draft.measured or draft.asked or request.refines or request.using:
        return ()
    from chatimg_magic.expect import hold
    from chatimg_magic.expect.undrawn import undrawn

    return (*hold(request, drawn.array), *undrawn(draft.code, request.name))


def show_again(
    drawing: Drawing, sandbox: Sandbox, stop: Stop, arrays: Mapping[str, NDArray[Any]] | None = None
) -> Iterator[Event]:
    """Run the code of the selected attempt once more, isolated, without asking anybody."""
    kept = drawing.attempt
    if kept is None:
        yield Finished(drawing)
        return
    trial = Trial(sandbox, drawing.request, arrays or {})
    draft = _Draft(kept.model, kept.provider, text=kept.text, code=kept.code, usage=kept.usage)
    draft.asked, draft.refines, draft.measured = kept.asked, kept.refines, True
    try:
        judged = yield from _judge(draft, trial, drawing.request, stop)
    finally:
        trial.close()
    attempt = replace(judged, id=kept.id, created=kept.created, timings=kept.timings, code=judged.code or kept.code)
    drawing.replace(attempt)
    yield Ended(attempt)
    yield Finished(drawing)
