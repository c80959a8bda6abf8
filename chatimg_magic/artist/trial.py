"""One answer's code on a worker: previewed while it is written, then run to its end."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from chatimg_magic import code, policy
from chatimg_magic.models import Stop
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Isolation, Result, Run, Sandbox, prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from chatimg_magic.picture import Picture

PREVIEW_SECONDS = 0.05
"""Statements that follow each other faster than this are run together."""

LATE = re.compile(r"No module named '((?:scipy|skimage)\.[\w.]+)'")
MOST = 12
"""So many modules a worker is given at most, those that libraries turn out to import later included."""


def needed(source: str) -> tuple[str, ...]:
    """Return the modules that a worker has to load for code, besides what stands ready in every one."""
    return prepared.missing(filter(policy.allowed, code.imports(source)))


def _late(result: Result, loaded: tuple[str, ...]) -> tuple[str, ...]:
    """Return the module for want of which code failed, if it is one that a library imports when it is first used."""
    failure = result.failure
    found = LATE.fullmatch(failure.message) if failure and failure.type == "ModuleNotFoundError" else None
    return prepared.missing([found[1]]) if found and found[1] not in loaded and len(loaded) < MOST else ()


class Trial:
    """The worker on which one answer's code is tried, and how much of the code it has been given.

    Parameters
    ----------
    sandbox : what starts workers.
    request : what the code shall draw.
    arrays : the person's arrays that the code may use, by name.
    stop : ends the wait for a worker from another thread.
    """

    def __init__(
        self, sandbox: Sandbox, request: Request, arrays: Mapping[str, NDArray[Any]], stop: Stop | None = None
    ) -> None:
        self._sandbox = sandbox
        self._stop = Stop() if stop is None else stop
        self._arrays = arrays
        self._request = request
        self._run: Run = sandbox.start()
        self._given = ""
        self._previewing = True
        self._offered = 0.0
        self._late: tuple[str, ...] = ()

    @property
    def given(self) -> frozenset[str]:
        """The names of the person's arrays."""
        return frozenset(self._arrays)

    @property
    def isolation(self) -> Isolation:
        """What the worker proved; where it did not, another launcher's worker takes its place."""
        settled = self._sandbox.settled(self._run, self._stop.__bool__)
        if settled is not self._run:
            self._run, self._given = settled, ""
        return settled.isolation(self._stop.__bool__)

    def offer(self, source: str) -> None:
        """Run the code so far if policy and isolation allow it; after the first doubt wait for the whole."""
        if not self._previewing or time.monotonic() - self._offered < PREVIEW_SECONDS:
            return
        self._offered = time.monotonic()
        self._previewing = not policy.check(source, self.given) and self.isolation.holds
        if self._previewing:
            self._give(source)

    def _give(self, source: str) -> None:
        modules = (*needed(source), *self._late)
        same = source.startswith(self._given) and set(modules) <= set(self._run.imports) and not self._run.failed
        if not same:
            self._run.close()
            self._run = self._sandbox.start(modules)
            self._given = ""
        if not self._given:
            for name, array in self._arrays.items():
                self._run.give(name, array)
        rest = source[len(self._given) :]
        if rest.strip():
            self._run.send(rest, 1 + self._given.count("\n"), self._request.name)
        self._given = source

    def frames(self) -> Iterator[Picture]:
        """Yield pictures of the code so far."""
        from chatimg_magic.picture import Picture

        for pixels in self._run.frames():
            yield Picture(pixels)

    def complete(self, source: str) -> Iterator[Picture | Result | None]:
        """Run what is left of the code; yield growing pictures, None as a heartbeat, and a Result at last."""
        from chatimg_magic.picture import Picture

        if not (self._run.failed and source.startswith(self._given)):
            self._give(source)
        late: tuple[str, ...] = ("",)
        while late:
            late = ()
            for step in self._run.finish(self._request.name):
                if isinstance(step, Result) and (late := _late(step, self._run.imports)):
                    self._late += late
                    self._give(source)
                    break
                yield step if step is None or isinstance(step, Result) else Picture(step)

    def close(self) -> None:
        """Kill the worker."""
        self._run.close()


class Later(Trial):
    """Of an answer that is run when it is whole, in another place: has no worker here."""

    def __init__(
        self, sandbox: Sandbox, request: Request, arrays: Mapping[str, NDArray[Any]], stop: Stop | None = None
    ) -> None:
        """Start nothing."""

    def offer(self, source: str) -> None:
        """Let it be written."""

    def frames(self) -> Iterator[Picture]:
        """Have none."""
        yield from ()

    def close(self) -> None:
        """End nothing."""
