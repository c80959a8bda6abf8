"""One answer: listened to while it is written, its code checked and run, its picture judged."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from chatimg_magic import code, policy, prompts
from chatimg_magic.artist.trial import Later, Trial
from chatimg_magic.drawing import Attempt, Check, Drawing, Ending, Outcome, Problem, Timings, Usage
from chatimg_magic.errors import ChatImgError
from chatimg_magic.events import LOOKS, Event, Grew, Progress, Wrote
from chatimg_magic.models import Closed, Counted, Message, Model, Question, Stage, Stop, Text, Thinking
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Result, Sandbox, evidence
from chatimg_magic.usage import Ledger

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.picture import Picture


_AS_ASKED = re.compile(rf"\W*{prompts.AS_ASKED}\W*", re.I)


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
    elsewhere : in the place of :func:`judge`, where whole answers are run; None runs them here as they are written.
    again : whether a different answer than the usual first one is wanted.
    teaching : what goes along with a request.
    checks : whether what the words claim is held against the picture, and decides too.
    goes_on : whether an answer that was cut off for its length is asked to go on, once.
    patience : seconds after which no further answer is asked for.
    look : whether the model looks at its picture once more, and what it is shown of it.
    ledger : where the tokens of every answer are put down.
    limit : tokens in the ledger after which no further answer is asked for; None sets none.
    """

    model: Model
    sandbox: Sandbox
    retries: int = 2
    examples: int = 3
    temperature: float | None = None
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    seed: int | None = None
    elsewhere: Callable[[Draft, Trial, Request, Stop], Generator[Event, None, Attempt]] | None = None
    again: bool = False
    teaching: prompts.Teaching = prompts.Teaching.EXACT
    checks: bool = True
    goes_on: bool = True
    patience: float = 180.0
    look: prompts.Look = prompts.Look.OFF
    ledger: Ledger = field(default_factory=Ledger)
    limit: int | None = None

    @property
    def spent(self) -> bool:
        """Whether the limit of tokens is used up."""
        return self.ledger.reaches(self.limit)

    @property
    def looks(self) -> bool:
        """Whether the model looks at its picture."""
        return self.look is not prompts.Look.OFF


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
class Draft:
    """An attempt in the making."""

    model: str
    provider: str
    began: float = field(default_factory=time.monotonic)
    text: str = ""
    code: str = ""
    usage: Usage = field(default_factory=Usage)
    sent: int = 0
    heard: int = 0
    isolation: str = ""
    printed: str = ""
    asked: str = ""
    refines: str = ""
    first_token: float = 0.0
    answered: float = 0.0
    measured: bool = False
    ended: Ending = Ending.STOP
    closed: str = ""
    corrects: str = ""
    notes: tuple[str, ...] = ()

    def attempt(
        self, outcome: Outcome, *problems: Problem, picture: Picture | None = None, checks: tuple[Check, ...] = ()
    ) -> Attempt:
        """Freeze it."""
        notes = (*(picture.notes if picture else ()), *self.notes)
        if picture and self.ended.cut and not code.closed(self.text):
            notes = (*notes, f"the answer was {prompts.ended(self.ended, self.closed)}: drawn as far as it goes")
        seconds = Timings(self.first_token, self.answered, time.monotonic() - self.began)
        return Attempt(
            self.model, self.provider, self.text, self.code, outcome, problems, notes, self.printed, self.usage,
            seconds, self.isolation, self.asked, self.refines, checks, self.ended, self.corrects, picture=picture,
        )  # fmt: skip

    def content(self, looked: Attempt, words: str) -> Attempt:
        """Add to an attempt what a model said that looked at it, and what that took."""
        timings = replace(looked.timings, total=looked.timings.total + time.monotonic() - self.began)
        return replace(
            looked, look=words, notes=(*looked.notes, *self.notes), usage=looked.usage + self.usage, timings=timings
        )


def ask(
    drawing: Drawing,
    studio: Studio,
    question: Question,
    stop: Stop,
    change: Change | None,
    looked: Attempt | None = None,
) -> Generator[Event, None, Attempt]:
    """Ask once and judge the answer; returns the attempt, which is in the drawing by then.

    Of a model that looks at an attempt and is content, that is the attempt itself, with its words.
    """
    draft = Draft(studio.model.name, studio.model.provider)
    if change is not None:
        draft.asked, draft.refines = change.words, change.attempt.id
    draft.measured = studio.checks and change is None
    draft.corrects = looked.id if looked else ""
    shown = any(message.png for message in question.messages)
    trial = (Later if studio.elsewhere else Trial)(studio.sandbox, drawing.request, studio.arrays, stop)
    try:
        yield from _listen(draft, trial, studio, question, stop)
        if shown and not studio.model.sees:
            draft.notes = (f"{studio.model.name} takes no images: it was told what is in the picture instead",)
        if looked is not None:
            words = "" if stop else content(draft.text, looked, drawing.request.name)
            if words or (stop and not draft.text):
                attempt = draft.content(looked, words)
                drawing.replace(attempt)
                return attempt
        if stop:
            attempt = draft.attempt(Outcome.STOPPED)
        else:
            attempt = yield from (studio.elsewhere or judge)(draft, trial, drawing.request, stop)
        drawing.add(attempt)
        return attempt
    except BaseException as error:
        if draft.text:
            outcome = Outcome.ERROR if isinstance(error, ChatImgError) else Outcome.STOPPED
            draft.ended = Ending.CUT_OFF
            drawing.add(draft.attempt(outcome, Problem(outcome, str(error) or outcome.value)))
        raise
    finally:
        trial.close()
        studio.ledger.add(draft.model, draft.provider, draft.usage, draft.sent, draft.heard)


def content(text: str, looked: Attempt, name: str) -> str:
    """Return the words of a model that is content with its picture; ``""`` if it wrote another program.

    Content is who says so and nothing else, who writes no code, and who writes the same program again.

    Parameters
    ----------
    text : the whole answer.
    looked : the attempt that it looked at.
    name : the variable that holds the array.
    """
    said, program = code.prose(text), code.extract(text, name).strip()
    if _AS_ASKED.fullmatch(said) or not program:
        return said or "(no answer)"
    if _AS_ASKED.fullmatch(program):
        return prompts.AS_ASKED
    same = program in (looked.code.strip(), code.extract(looked.text, name).strip())
    return (said or "(the same program)") if same else ""


def _listen(draft: Draft, trial: Trial, studio: Studio, question: Question, stop: Stop) -> Iterator[Event]:
    """Follow the answer, also where it was cut off for its length and goes on; statements go to the worker."""
    statements, model = code.Statements(), studio.model
    for text in _words(draft, model, question, stop):
        if isinstance(text, str):
            draft.text += text
            yield Wrote(text)
            for _ in statements.feed(text):
                trial.offer(statements.source)
        else:
            yield text
        for picture in trial.frames():
            yield Grew(picture)
    if studio.goes_on and draft.ended is Ending.LENGTH and draft.text.strip() and not stop:
        more = ""
        for text in _words(draft, model, _going_on(question, draft.text, model.small), stop):
            more += text if isinstance(text, str) else ""
            yield Progress("writing on…")
        whole = code.joined(draft.text, more.removeprefix(draft.text))
        yield Wrote(whole[len(draft.text) :])
        draft.text = whole
    draft.answered = time.monotonic() - draft.began


def _words(draft: Draft, model: Model, question: Question, stop: Stop) -> Iterator[str | Progress]:
    """Take the pieces of an answer down; yield its text, and what happens meanwhile."""
    counted = draft.usage
    draft.sent += sum(len(message.content) for message in question.messages)
    for piece in model.answer(question, stop):
        draft.heard += len(piece.text) if isinstance(piece, (Text, Thinking)) else 0
        if isinstance(piece, Text):
            draft.first_token = draft.first_token or time.monotonic() - draft.began
            yield piece.text
        elif isinstance(piece, Counted):
            draft.usage = counted + piece.usage
        elif isinstance(piece, Closed):
            draft.ended, draft.closed = piece.ending, piece.said
        else:
            stage = piece.stage if isinstance(piece, Stage) else "thinking…"
            yield Progress(LOOKS if draft.corrects and not draft.text else stage)


def _going_on(question: Question, text: str, small: bool) -> Question:
    """Ask for the rest of an answer that was too long; a small model goes on from it by itself."""
    messages = question.messages
    if messages[-1].role == "assistant":
        messages = messages[:-1]
    more = (Message("assistant", text),)
    return replace(question, messages=(*messages, *more) if small else (*messages, *more, prompts.go_on()))


def judge(draft: Draft, trial: Trial, request: Request, stop: Stop) -> Generator[Event, None, Attempt]:
    """Check and run the code of an answer; returns the attempt."""
    draft.code = draft.code or code.extract(draft.text, request.name)
    if not draft.code:
        return draft.attempt(Outcome.NO_CODE, Problem(Outcome.NO_CODE, prompts.no_code(draft.ended, draft.closed)))
    if draft.ended.cut and not (code.whole(draft.text) and code.shows(draft.code, request.name)):
        return draft.attempt(Outcome.CUT, Problem(Outcome.CUT, prompts.cut(draft.ended, draft.closed)))
    problems = policy.check(draft.code, trial.given)
    isolation = trial.isolation
    if stop:
        return draft.attempt(Outcome.STOPPED)
    draft.isolation = str(isolation)
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
            yield Grew(step) if step is not None else Progress("running…")
    if not trial.isolation.holds:  # of a worker that was started anew, for modules that the first one lacked
        draft.isolation = str(trial.isolation)
        return draft.attempt(Outcome.UNCHECKED, Problem(Outcome.UNCHECKED, draft.isolation))
    return _outcome(draft, result, request)


def _outcome(draft: Draft, result: Result, request: Request) -> Attempt:
    from chatimg_magic import picture

    draft.printed = result.printed
    if result.tried:
        found = [Problem(Outcome.REFUSED, evidence.words(what, line), line or None) for what, line in result.tried]
        return draft.attempt(Outcome.REFUSED, *found)
    if result.failure is not None:
        failure = result.failure
        message = prompts.exception(failure.type, failure.message, failure.lines, draft.code)
        line = failure.lines[-1] if failure.lines else None
        return draft.attempt(Outcome.FAILED, Problem(Outcome.FAILED, message, line))
    if result.pixels is None:
        return draft.attempt(Outcome.BAD_PICTURE, Problem(Outcome.BAD_PICTURE, result.problem))
    try:
        checked = picture.check(result.pixels, result.notes, request)
        film = result.film if checked.array.shape == result.pixels.shape else ()
        checked = replace(checked, lines=result.lines, labels=result.labels, film=film)
    except picture.NotAPicture as error:
        return draft.attempt(Outcome.BAD_PICTURE, Problem(Outcome.BAD_PICTURE, str(error)))
    if result.taken and result.taken != request.name:
        draft.code = code.with_name(draft.code, result.taken, request.name)
    return draft.attempt(Outcome.DRAWN, picture=checked, checks=_held(draft, request, checked, result.unseen))


def _held(draft: Draft, request: Request, drawn: Picture, unseen: tuple[int, ...]) -> tuple[Check, ...]:
    """Hold a picture against its words; not where they speak of another picture or of the person's arrays."""
    if not draft.measured or draft.asked or request.refines or request.using:
        return ()
    from chatimg_magic.expect import as_asked

    return as_asked(request, draft.code, drawn, unseen)
