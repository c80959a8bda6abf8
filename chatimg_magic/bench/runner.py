"""Asks a model for every sample that is not there yet, judges what comes, and writes it down at once."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from chatimg_magic import artist, picture
from chatimg_magic.bench.answers import Answers, Remembering
from chatimg_magic.bench.elsewhere import Place, carried_out, proof
from chatimg_magic.bench.records import BadRun, Key, Log, Sample, Stage
from chatimg_magic.bench.spec import Spec
from chatimg_magic.bench.variants import Variant, sample_of, studio_of
from chatimg_magic.drawing import Attempt, Drawing, Ending, Outcome
from chatimg_magic.errors import ChatImgError, NoIsolation
from chatimg_magic.models import Model, Stop
from chatimg_magic.sandbox import Sandbox

PATIENCE = 5
"""After so many samples in a row that nobody answered, the run gives up."""

_STAGES = {
    Outcome.NO_CODE: Stage.NO_CODE,
    Outcome.CUT: Stage.NO_CODE,
    Outcome.REFUSED: Stage.REFUSED,
    Outcome.FAILED: Stage.EXCEPTION,
    Outcome.BAD_PICTURE: Stage.BLANK,
}


@dataclass(frozen=True)
class Job:
    """A sample to be asked for."""

    spec: Spec
    variant: Variant
    sample: int

    @property
    def key(self) -> Key:
        """Which sample it is."""
        return Key(self.variant.name, self.spec.id, self.sample)


@dataclass(frozen=True)
class Desk:
    """What every job is done with.

    Attributes
    ----------
    model : who answers.
    sandbox : where code runs.
    folder : for pictures.
    answers : to use again.
    executor : runs and judges the answers; None uses this machine, one at a time for each of its cores.
    """

    model: Model
    sandbox: Sandbox
    folder: Path
    answers: Answers | None = None
    executor: Executor | None = None


def jobs(specs: Sequence[Spec], variants: Sequence[Variant], samples: int) -> list[Job]:
    """List the samples of a run: first one of everything, then the second of everything, and so on."""
    return [Job(spec, variant, sample) for sample in range(samples) for variant in variants for spec in specs]


def still_to_do(wanted: Iterable[Job], known: Iterable[Sample]) -> list[Job]:
    """Leave out the jobs whose samples are there; one that nobody answered is done again."""
    done = {sample.key for sample in known if sample.stage is not Stage.ERROR}
    return [job for job in wanted if job.key not in done]


def run(todo: Sequence[Job], desk: Desk, log: Log, concurrency: int = 1) -> Generator[Sample, None, None]:
    """Do the jobs; yield each sample when it is in the log.

    Closing the generator, or an exception in who reads it, stops the work: what is being answered then is given up,
    what has been answered is in the log.

    Raises
    ------
    NoIsolation
        If code cannot be isolated here; nobody is asked then.
    BadRun
        If several samples in a row got no answer.
    """
    stop, unanswered = Stop(), 0
    with _executor(desk) as executor, ThreadPoolExecutor(concurrency, "chatimg-bench") as pool:
        try:
            _require_isolation(desk.sandbox, executor)
            for future in as_completed([pool.submit(_do, job, desk, executor, log, stop) for job in todo]):
                sample = future.result()
                if sample is None:
                    continue
                yield sample
                unanswered = unanswered + 1 if sample.stage is Stage.ERROR else 0
                if unanswered == PATIENCE:
                    raise BadRun(
                        f"{PATIENCE} samples in a row got no answer: {sample.problems[-1]}",
                        "When the model answers again, go on with --resume.",
                    )
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _executor(desk: Desk) -> contextlib.AbstractContextManager[Executor]:
    """Return the desk's executor, or one of this machine, which is closed at the end."""
    if desk.executor is not None:
        return contextlib.nullcontext(desk.executor)
    return ThreadPoolExecutor(os.cpu_count(), "chatimg-judge")


def _require_isolation(sandbox: Sandbox, executor: Executor) -> None:
    isolation = carried_out(executor, Stop(), proof, sandbox)
    if not isolation.holds:
        raise NoIsolation(str(isolation))


def _do(job: Job, desk: Desk, executor: Executor, log: Log, stop: Stop) -> Sample | None:
    """Ask for a sample and write it down; None if it was given up."""
    if stop:
        return None
    sample = _ask(job, desk, Place(job.spec, desk.sandbox, executor), stop)
    if sample is not None:
        log.add(sample)
    return sample


def _ask(job: Job, desk: Desk, place: Place, stop: Stop) -> Sample | None:
    model, drawing, began, failure = (
        Remembering(desk.model, desk.answers),
        Drawing(job.spec.request),
        time.monotonic(),
        "",
    )
    studio = replace(sample_of(studio_of(job.variant, model, desk.sandbox), job.sample), elsewhere=place.judge)
    try:
        for _ in artist.draw(drawing, studio, stop):
            pass
    except ChatImgError as error:
        failure = str(error)
    if stop and not _complete(drawing, studio):
        return None
    if studio.looks and drawing.attempt is not None and not failure and not _looked(drawing):
        failure = "; ".join(drawing.attempt.notes)
    seconds = time.monotonic() - began + model.spared
    attempts = drawing.attempts
    chosen = drawing.attempt or (
        attempts[-1] if attempts else Attempt(model.name, model.provider, outcome=Outcome.ERROR)
    )
    stage, failed = (Stage.ERROR, ()) if failure else _judged(place, chosen)
    asked = model.questions[attempts.index(chosen)] if chosen in attempts else model.questions[-1]
    return Sample(
        *(job.variant.name, job.spec.id, job.spec.level, job.sample),
        model=chosen.model,
        provider=chosen.provider,
        messages=tuple((message.role, message.content) for message in asked.messages),
        text=chosen.text,
        code=chosen.code,
        stage=stage,
        first=_judged(place, attempts[0])[0] if attempts else stage,
        failed=failed,
        problems=(failure,) if failure else tuple(problem.message for problem in chosen.problems),
        unmet=_unmet(chosen),
        picture=_saved(job, chosen, desk.folder) if stage.drawn else "",
        attempts=len(model.questions),
        others=tuple(
            (_judged(place, each)[0].value, "; ".join(_told(each)), each.text)
            for each in attempts
            if each is not chosen
        ),
        prompt_tokens=sum(attempt.usage.prompt_tokens for attempt in attempts),
        completion_tokens=sum(attempt.usage.completion_tokens for attempt in attempts),
        seconds=seconds,
        cost=sum(attempt.usage.cost for attempt in attempts),
    )


def _unmet(attempt: Attempt) -> tuple[str, ...]:
    return tuple(f"{check.words}: {check.found}" for check in attempt.failed)


def _told(attempt: Attempt) -> tuple[str, ...]:
    """Return all that a person is told to be wrong with an attempt."""
    return (*(problem.message for problem in attempt.problems), *_unmet(attempt))


def _complete(drawing: Drawing, studio: artist.Studio) -> bool:
    """Whether a drawing is as far as it would have come without being stopped."""
    if not drawing.attempts or drawing.attempts[-1].outcome in (Outcome.STOPPED, Outcome.ERROR):
        return False
    last = drawing.attempts[-1]
    if studio.looks and drawing.attempt is not None:
        return _looked(drawing)
    return len(drawing.attempts) > studio.retries or (last.usable and not last.failed)


def _looked(drawing: Drawing) -> bool:
    """Whether the model looked at its picture and answered."""
    unanswered = (Outcome.STOPPED, Outcome.ERROR)
    return any(each.look or (each.corrects and each.outcome not in unanswered) for each in drawing.attempts)


def _judged(place: Place, attempt: Attempt) -> tuple[Stage, tuple[str, ...]]:
    """Return how far an attempt came, and the conditions that its picture does not meet."""
    if attempt.picture is None:
        stage = _STAGES.get(attempt.outcome, Stage.ERROR)
        lost = attempt.ended is Ending.CUT_OFF and stage is Stage.NO_CODE  # of the model that says nothing
        return Stage.ERROR if lost else stage, ()
    failed = place.failed[attempt.id]
    return (Stage.WRONG if failed else Stage.PASS), failed


def _saved(job: Job, attempt: Attempt, folder: Path) -> str:
    """Save an attempt's picture; return its path below the folder."""
    if attempt.picture is None:
        return ""
    path = Path("pictures", job.variant.name, f"{job.spec.id}-{job.sample}.png")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    picture.save(attempt.picture.array, str(folder / path))
    return path.as_posix()
