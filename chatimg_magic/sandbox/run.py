"""One piece of code on one worker: what is sent, how long it may take, and what came of it."""

from __future__ import annotations

import time
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from chatimg_magic.sandbox import result
from chatimg_magic.sandbox.evidence import Tried
from chatimg_magic.sandbox.launcher import LOCAL, LOCAL_SECONDS, Launcher
from chatimg_magic.sandbox.parent import Link
from chatimg_magic.sandbox.protocol import FRAME_SIDE, MAX_PRINTED, Kind, Reply
from chatimg_magic.sandbox.result import Failure, Isolation, Limits, Result

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEARTBEAT_SECONDS = 0.1


class Run:
    """One worker and the code that is sent to it; closing it kills the worker.

    Parameters
    ----------
    limits : what the code may use.
    layers : the operating system's layers to put on.
    imports : heavy modules to load before the lock.
    launcher : how the worker is started.
    seconds : how long it may take to its proof.
    """

    def __init__(
        self,
        limits: Limits,
        layers: tuple[str, ...],
        imports: tuple[str, ...],
        launcher: Launcher = LOCAL,
        seconds: float = LOCAL_SECONDS,
    ) -> None:
        self.limits = limits
        self.launcher = launcher
        self._seconds = seconds
        self.imports = imports
        self._pending: deque[float] = deque()  # when each unanswered command was sent
        self._answered = 0.0
        self._used = 0.0
        self._failure: Failure | None = None
        self._tried: tuple[tuple[Tried, int], ...] = ()
        self._problem = ""
        self._told: Reply | None = None
        self._changes: list[Reply] = []
        self._link = Link(
            {
                "imports": list(imports),
                "layers": list(layers),
                "memory": limits.memory,
                "seconds": int(limits.seconds) + 1,
                "printed": min(limits.printed, MAX_PRINTED),
            },
            launcher,
        )
        self._finalizer = weakref.finalize(self, self._link.close)

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The worker's process id; 0 if none could be started."""
        return self._link.pid

    def isolation(self, given_up: Callable[[], bool] = lambda: False) -> Isolation:
        """Wait for the worker's probe and return what it proved (nothing, if it did not get that far).

        Parameters
        ----------
        given_up : whether nobody wants to know any more; then the wait ends, and nothing is decided.
        """
        for _ in self._awaited():
            if given_up():
                return Isolation(why="it was stopped", launcher=self.launcher.name)
        return self._link.verdict(self._seconds)

    def _awaited(self) -> Iterator[None]:
        """Yield as long as the worker's proof is to be waited for."""
        deadline = time.monotonic() + self._seconds
        while not self._link.decided(min(HEARTBEAT_SECONDS, max(0.0, deadline - time.monotonic()))):
            if time.monotonic() >= deadline:
                return
            yield None

    def send(self, source: str, line: int, name: str) -> None:
        """Send complete statements that start at a line (from 1) of the code; does not wait.

        They reach the worker once it has proved its isolation, and never otherwise.
        """
        self._pending.append(time.monotonic())
        self._link.post({"do": "run", "source": source, "line": line, "name": name, "side": FRAME_SIDE})

    def give(self, name: str, array: NDArray[Any]) -> None:
        """Copy an array of the person's into the worker's namespace; bool, integers or floats only."""
        import numpy as np

        data = np.ascontiguousarray(array)
        command = {"do": "give", "name": name, "dtype": data.dtype.str, "shape": list(data.shape), "bytes": data.nbytes}
        self._link.hand_over(command, data.tobytes())

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """Yield the pictures that have arrived since the last call; does not wait."""
        while (arrival := self._link.take(0)) is not None:
            pixels = self._take(*arrival)
            if pixels is not None:
                yield pixels
        self._left()

    @property
    def failed(self) -> bool:
        """Whether the code sent so far has raised, or the worker ended."""
        return self._failure is not None or bool(self._problem or self._link.ended)

    def finish(self, name: str) -> Iterator[NDArray[np.uint8] | Result | None]:
        """Wait for the code to end: yield growing pictures, None as a heartbeat, and a Result at last."""
        yield from self._awaited()
        isolation = self._link.verdict(self._seconds)
        if not isolation.holds:
            self._problem = self._problem or f"the code was not run: {isolation}"
        while True:
            if self._failure is not None:
                yield Result(failure=self._failure, tried=result.but_names(self._tried))
                return
            if not self._pending and not self._problem:
                self._ask(name)
            # what has arrived already is looked at before the clock is
            arrival = self._link.take(0) or self._link.take(min(HEARTBEAT_SECONDS, self._left()))
            if arrival is None:
                if self._link.ended and not self._problem:
                    self._problem = f"the code ended its process ({self._link.ended})"
                if self._problem:
                    yield Result(problem=self._problem, tried=self._tried)
                    return
                yield None
            elif arrival[1].kind is Kind.DONE:
                self._pending.clear()
                yield result.with_parts(result.result(arrival[1], self.limits), self._told, self._changes)
                return
            else:
                pixels = self._take(*arrival)
                if pixels is not None:
                    yield pixels

    def close(self) -> None:
        """Kill the worker and all it may have started; safe to call again."""
        self._link.close()
        self._finalizer.detach()  # only now: a close that was interrupted is done again

    def _ask(self, name: str) -> None:
        self._pending.append(time.monotonic())
        self._link.post({"do": "finish", "name": name}, last=True)

    def _left(self) -> float:
        """Return how many seconds the code has left; stop it if there are none.

        Time counts from when a ready worker had a command until its reply arrived, however late that is looked at.
        """
        left = self.limits.seconds - self._used
        if self._pending:
            left -= max(0.0, time.monotonic() - self._begun())
        if left <= 0 and not self._problem:
            self._problem = f"the code ran longer than {self.limits.seconds:g} s"
            self.close()
        return max(left, 0.0)

    def _begun(self) -> float:
        """Return when the worker could begin with the oldest unanswered command."""
        return max(self._pending[0], self._answered, self._link.ready)

    def _take(self, arrived: float, reply: Reply) -> NDArray[np.uint8] | None:
        if reply.kind is Kind.FRAME:
            return result.pixels(reply)
        if reply.kind is Kind.PARTS:
            self._told = reply
        elif reply.kind is Kind.CHANGE:
            self._changes.append(reply)
        elif reply.kind is Kind.STEP:
            self._used += max(0.0, arrived - self._begun())
            self._answered = arrived
            self._pending.popleft()
            self._failure = self._failure or result.failure(reply.data)
            self._tried = self._tried or result.tried(reply.data)
        return None
