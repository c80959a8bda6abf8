"""Where generated code runs before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from chatimg_magic.sandbox.result import Failure, Isolation, Limits, Result
from chatimg_magic.sandbox.run import Run

__all__ = ["Failure", "Isolation", "Limits", "Result", "Run", "Sandbox"]


@dataclass(frozen=True)
class Sandbox:
    """How workers are started.

    Attributes
    ----------
    limits : what each may use.
    layers : the operating system's layers to put on; fewer only in tests.
    """

    limits: Limits = field(default_factory=Limits)
    layers: tuple[str, ...] = ("landlock", "seccomp")

    def start(self, imports: tuple[str, ...] = ()) -> Run:
        """Start a worker; ``imports`` names heavy modules to load before the lock."""
        return Run(self.limits, self.layers, imports)
