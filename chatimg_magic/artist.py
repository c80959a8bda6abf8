"""The loop: ask → read → check → run → judge → repair, as one generator of events.

It knows no IPython and no widget; the magic, :func:`chatimg_magic.draw` and the command all consume the same events.
Closing the generator stops everything: the stream is cancelled and the worker killed.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace

from chatimg_magic import code, policy, prompts
from chatimg_magic.drawing import Attempt, Drawing, Outcome, Picture, Problem, Timings, Usage
from chatimg_magic.errors import ChatImgError
from chatimg_magic.events import Ended, Event, Finished, Grew, Progress, Started, Wrote
from chatimg_magic.models import Counted, Model, Question, Stage, Stop, Text, Thinking
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Isolation, Result, Run, Sandbox

REPAIR_HEAT = 0.5
"""How much warmer each repair is than the first answer, up to :data:`HOTTEST`."""
HOTTEST = 1.0
PREVIEW_SECONDS = 0.05
"""Statements that follow each other faster than this are run together."""
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
    """

    model: Model
    sandbox: Sandbox
    retries: int = 2
    examples: int = 2
    temperature: float | None = None


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
    first_token: float = 0.0
    answered: float = 0.0

    def attempt(self, outcome: Outcome, *problems: Problem, picture: Picture | None = None) -> Attempt:
        """Freeze it."""
        notes = picture.notes if picture else ()
        seconds = Timings(self.first_token, self.answered, time.monotonic() - self.began)
        return Attempt(
            self.model, self.provider, self.text, self.code, outcome, problems, notes, self.printed, self.usage,
            seconds, self.isolation, picture=picture,
        )  # fmt: skip


def draw(drawing: Drawing, studio: Studio, stop: Stop) -> Iterator[Event]:
    """Ask for attempts until one is usable or the retries are used up; every attempt is added to the drawing.

    Raises
    ------
    ChatImgError
        If the model cannot answer; what it sent before that is kept in the drawing.
    """
    request, model = drawing.request, studio.model
    messages = prompts.question(request, studio.examples)
    for number in range(studio.retries + 1):
        yield Started(model.name, len(drawing.attempts) + 1)
        question = Question(messages, _temperature(studio, number, bool(drawing.attempts)), len(drawing.attempts))
        attempt = yield from _attempt(drawing, studio, question, stop)
        yield Ended(attempt)
        if attempt.usable or stop:
            break
        if not model.small:  # for a small model a fresh sample helps, a longer conversation does not
            messages = prompts.repair(messages, attempt, request)
    yield Finished(drawing)


def _temperature(studio: Studio, number: int, again: bool) -> float | None:
    if studio.model.small:
        return FRESH_HEAT if again else 0.0
    if number == 0 or studio.temperature is None:
        return studio.temperature
    return min(studio.temperature + REPAIR_HEAT * number, HOTTEST)


def _attempt(drawing: Drawing, studio: Studio, question: Question, stop: Stop) -> Generator[Event, None, Attempt]:
    """Ask once and judge the answer; returns the attempt, which is in the drawing by then."""
    draft = _Draft(studio.model.name, studio.model.provider)
    bench = _Bench(studio.sandbox, drawing.request)
    try:
        yield from _listen(draft, bench, studio.model, question, stop)
        if stop:
            attempt = draft.attempt(Outcome.STOPPED)
        else:
            attempt = yield from _judge(draft, bench, drawing.request, stop)
        drawing.add(attempt)
        return attempt
    except BaseException as error:
        if draft.text:
            outcome = Outcome.ERROR if isinstance(error, ChatImgError) else Outcome.STOPPED
            drawing.add(draft.attempt(outcome, Problem(outcome, str(error) or outcome.value)))
        raise
    finally:
        bench.close()


def _listen(draft: _Draft, bench: _Bench, model: Model, question: Question, stop: Stop) -> Iterator[Event]:
    """Follow the answer; statements go to the worker as they are completed."""
    statements = code.Statements()
    for piece in model.answer(question, stop):
        if isinstance(piece, Text):
            draft.first_token = draft.first_token or time.monotonic() - draft.began
            draft.text += piece.text
            yield Wrote(piece.text)
            for _ in statements.feed(piece.text):
                bench.offer(statements.source)
        elif isinstance(piece, Counted):
            draft.usage = piece.usage
        elif isinstance(piece, Stage):
            yield Progress(piece.stage)
        elif isinstance(piece, Thinking):
            yield Progress("thinking…")
        for picture in bench.frames():
            yield Grew(picture)
    draft.answered = time.monotonic() - draft.began


def _judge(draft: _Draft, bench: _Bench, request: Request, stop: Stop) -> Generator[Event, None, Attempt]:
    """Check and run the code of an answer; returns the attempt."""
    draft.code = draft.code or code.extract(draft.text, request.name)
    if not draft.code:
        return draft.attempt(Outcome.NO_CODE, Problem(Outcome.NO_CODE, prompts.no_code()))
    problems = policy.check(draft.code)
    draft.isolation = str(bench.isolation)
    if problems:
        return draft.attempt(Outcome.REFUSED, *problems)
    if not bench.isolation.holds:
        return draft.attempt(Outcome.UNCHECKED, Problem(Outcome.UNCHECKED, draft.isolation))
    result = Result()
    for step in bench.complete(draft.code):
        if stop:
            return draft.attempt(Outcome.STOPPED)
        if isinstance(step, Result):
            result = step
        else:
            yield Grew(step) if isinstance(step, Picture) else Progress("running…")
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
    return draft.attempt(Outcome.DRAWN, picture=checked)


def show_again(drawing: Drawing, sandbox: Sandbox, stop: Stop) -> Iterator[Event]:
    """Run the code of the selected attempt once more, isolated, without asking anybody."""
    kept = drawing.attempt
    if kept is None:
        yield Finished(drawing)
        return
    bench = _Bench(sandbox, drawing.request)
    draft = _Draft(kept.model, kept.provider, text=kept.text, code=kept.code, usage=kept.usage)
    try:
        judged = yield from _judge(draft, bench, drawing.request, stop)
    finally:
        bench.close()
    attempt = replace(judged, id=kept.id, created=kept.created, timings=kept.timings, code=judged.code or kept.code)
    drawing.replace(attempt)
    yield Ended(attempt)
    yield Finished(drawing)


class _Bench:
    """The worker on which one answer's code is tried, and how much of the code it has been given."""

    def __init__(self, sandbox: Sandbox, request: Request) -> None:
        self._sandbox = sandbox
        self._request = request
        self._run: Run = sandbox.start()
        self._given = ""
        self._previewing = True
        self._offered = 0.0

    @property
    def isolation(self) -> Isolation:
        """What the worker proved."""
        return self._run.isolation()

    def offer(self, source: str) -> None:
        """Run the code so far if policy and isolation allow it; after the first doubt wait for the whole."""
        if not self._previewing or time.monotonic() - self._offered < PREVIEW_SECONDS:
            return
        self._offered = time.monotonic()
        self._previewing = not policy.check(source) and self._run.isolation().holds
        if self._previewing:
            self._give(source)

    def _give(self, source: str) -> None:
        needed = policy.heavy_imports(source)
        same = source.startswith(self._given) and set(needed) <= set(self._run.imports) and not self._run.failed
        if not same:
            self._run.close()
            self._run = self._sandbox.start(needed)
            self._given = ""
        rest = source[len(self._given) :]
        if rest.strip():
            self._run.send(rest, 1 + self._given.count("\n"), self._request.name)
        self._given = source

    def frames(self) -> Iterator[Picture]:
        """Yield pictures of the code so far."""
        for pixels in self._run.frames():
            yield Picture(pixels)

    def complete(self, source: str) -> Iterator[Picture | Result | None]:
        """Run what is left of the code; yield growing pictures, None as a heartbeat, and a Result at last."""
        if not (self._run.failed and source.startswith(self._given)):
            self._give(source)
        for step in self._run.finish(self._request.name):
            yield step if step is None or isinstance(step, Result) else Picture(step)

    def close(self) -> None:
        """Kill the worker."""
        self._run.close()
