"""Where generated code runs before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from chatimg_magic.sandbox.result import Failure, Isolation, Limits, Result
from chatimg_magic.sandbox.run import Run
from chatimg_magic.sandbox.spare import Spare

__all__ = ["Failure", "Isolation", "Limits", "Result", "Run", "Sandbox", "Spare"]


@dataclass(frozen=True)
class Sandbox:
    """How workers are started.

    Attributes
    ----------
    limits : what each may use.
    layers : the operating system's layers to put on; fewer only in tests.
    spare : where a worker may stand ready.
    """

    limits: Limits = field(default_factory=Limits)
    layers: tuple[str, ...] = ("landlock", "seccomp")
    spare: Spare | None = field(default=None, compare=False)

    def start(self, imports: tuple[str, ...] = ()) -> Run:
        """Start a worker; ``imports`` names heavy modules to load before the lock."""
        ready = self.spare.take(self.limits, self.layers) if self.spare and not imports else None
        return ready or Run(self.limits, self.layers, imports)

    def prepare(self) -> None:
        """Have a worker stand ready, if there is a place for it; does not wait."""
        if self.spare is not None:
            self.spare.prepare(self.limits, self.layers)
