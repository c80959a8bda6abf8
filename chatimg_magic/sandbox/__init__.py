"""Where generated code runs before anybody has read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from chatimg_magic.sandbox.launcher import LAUNCHERS, Launcher, Launchers
from chatimg_magic.sandbox.result import Failure, Isolation, Limits, Result
from chatimg_magic.sandbox.run import Run
from chatimg_magic.sandbox.spare import Spare

__all__ = [
    "LAUNCHERS",
    "Failure",
    "Isolation",
    "Launcher",
    "Launchers",
    "Limits",
    "Result",
    "Run",
    "Sandbox",
    "Spare",
]


@dataclass(frozen=True)
class Sandbox:
    """How workers are started.

    Attributes
    ----------
    limits : what each may use.
    layers : the operating system's layers to put on, where the worker's system has them; fewer only in tests.
    spare : where a worker may stand ready.
    launchers : which of the ways to start a worker is used.
    """

    limits: Limits = field(default_factory=Limits)
    layers: tuple[str, ...] = ("landlock", "seccomp", "seatbelt")
    spare: Spare | None = field(default=None, compare=False)
    launchers: Launchers = field(default_factory=Launchers, compare=False)

    def start(self, imports: tuple[str, ...] = ()) -> Run:
        """Start a worker, and do not wait for it; ``imports`` names heavy modules to load before the lock."""
        launcher = self.launchers.current
        ready = self.spare.take(self.limits, self.layers, launcher) if self.spare and not imports else None
        return ready or self._run(imports)

    def settled(self, run: Run, given_up: Callable[[], bool] = lambda: False) -> Run:
        """Wait for a worker's proof; where it fails, end it and start one with the next launcher, if there is any.

        Parameters
        ----------
        run : the worker.
        given_up : whether nobody wants to know any more; then the wait ends.

        Returns
        -------
        Run
            The same or a fresh one; its isolation is decided, and may hold or not.
        """
        while not run.isolation(given_up).holds:
            if given_up() or not self.launchers.fails(run.launcher):
                return run
            run.close()
            run = self._run(run.imports)
        self.launchers.proved(run.launcher)
        return run

    def prepare(self) -> None:
        """Have a worker stand ready, if there is a place for it; does not wait."""
        if self.spare is not None:
            self.spare.prepare(lambda: self._run(()), self.layers)

    def _run(self, imports: tuple[str, ...]) -> Run:
        launcher = self.launchers.current
        return Run(self.limits, self.layers, imports, launcher, self.launchers.seconds(launcher))
