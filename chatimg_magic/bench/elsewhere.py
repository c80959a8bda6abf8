"""Where answers are run and judged: in any executor, on this machine or on many.

Asking stays here, and the key with it. What travels is an answer's text, its prompt's id and the sandbox's limits; what
comes back is the attempt and what its picture fails.
"""

from __future__ import annotations

import copyreg
import time
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from chatimg_magic.artist.attempt import Draft, judge
from chatimg_magic.artist.trial import Trial
from chatimg_magic.bench.selection import find
from chatimg_magic.bench.spec import Spec, verdict
from chatimg_magic.drawing import Attempt, Outcome
from chatimg_magic.errors import ChatImgError, clean
from chatimg_magic.events import Event, Progress
from chatimg_magic.models import Stop
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Isolation, Launchers, Limits, Sandbox

TRIES = 3
"""How often work is handed out whose worker is lost."""
HEARTBEAT = 0.1

T = TypeVar("T")


class Lost(ChatImgError):
    """The executor did not carry work out, several times."""


class Stopped(Exception):
    """The work was given up."""


@lru_cache(maxsize=8)
def _sandbox(limits: Limits, layers: tuple[str, ...], wish: str) -> Sandbox:
    """Return a process's own sandbox, which remembers what can start workers there."""
    return Sandbox(limits, layers, launchers=Launchers(wish))


@lru_cache(maxsize=1024)
def spec_of(name: str) -> Spec:
    """Return the prompt with an id, fixed or generated."""
    spec = find(name)
    if spec is None:
        raise LookupError(f"there is no prompt {name!r} in this version")
    return spec


copyreg.pickle(Spec, lambda spec: (spec_of, (spec.id,)))
copyreg.pickle(Sandbox, lambda sandbox: (_sandbox, (sandbox.limits, sandbox.layers, sandbox.launchers.wish)))
copyreg.pickle(Stop, lambda _: (Stop, ()))  # in another process nobody sets it: work there is short


def proof(sandbox: Sandbox) -> Isolation:
    """Start a worker and return what it proves."""
    with sandbox.settled(sandbox.start()) as probe:
        return probe.isolation()


def judged(spec: Spec, draft: Draft, sandbox: Sandbox, stop: Stop) -> tuple[Attempt, tuple[str, ...]]:
    """Run a whole answer and judge it; return the attempt, and the conditions that its picture fails."""
    draft = replace(draft, began=time.monotonic() - draft.answered)  # another machine has another clock
    trial = Trial(sandbox, spec.request, {})
    steps = judge(draft, trial, spec.request, stop)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        attempt: Attempt = end.value
    finally:
        trial.close()
    return attempt, verdict(spec, attempt.picture.array) if attempt.picture else ()


def _caught(work: Callable[..., T], *given: object) -> T | Exception:
    """Return what work raises, so that whatever a future raises is of its executor's making."""
    try:
        return work(*given)
    except Exception as error:  # noqa: BLE001 - raised again where the work was handed out
        return error


def carried_out(executor: Executor, stop: Stop, work: Callable[..., T], *given: object) -> T:
    """Have an executor do something, and wait for it.

    Raises
    ------
    Lost
        If its workers were lost :data:`TRIES` times, or cannot do such work.
    Stopped
        If it was stopped.
    """
    reason = ""
    for _ in range(TRIES):
        try:
            found = _awaited(executor.submit(_caught, work, *given), stop)
        except Stopped:
            raise
        except Exception as error:  # noqa: BLE001 - each kind of executor has its own for a lost worker
            reason = f"{type(error).__name__}: {clean(str(error))}"
            continue
        if isinstance(found, Exception):
            raise found
        return found
    raise Lost(
        f"Answers cannot be run and checked where they are sent: {reason}",
        "Its workers need this version of the package and its extra [bench]. When they are there, go on with --resume.",
    )


def _awaited(future: Future[T], stop: Stop) -> T:
    while not wait([future], HEARTBEAT).done:
        if stop:
            future.cancel()
            raise Stopped
    return future.result()


@dataclass(frozen=True)
class Place:
    """Where a sample's answers are judged, and what was found.

    Attributes
    ----------
    spec : what they answer.
    sandbox : as it is set here; elsewhere another one with the same limits is used.
    executor : what carries it out.
    failed : attempt's id → the conditions that its picture fails.
    """

    spec: Spec
    sandbox: Sandbox
    executor: Executor
    failed: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def judge(self, draft: Draft, _: Trial, request: Request, stop: Stop) -> Generator[Event, None, Attempt]:
        """Judge an answer, in the place of :func:`chatimg_magic.artist.attempt.judge`."""
        yield Progress("running…")
        try:
            attempt, failed = carried_out(self.executor, stop, judged, self.spec, draft, self.sandbox, stop)
        except Stopped:
            return draft.attempt(Outcome.STOPPED)
        self.failed[attempt.id] = failed
        return attempt
