"""A worker that is started before it is asked for, because a person's pointer is on its way to a button."""

from __future__ import annotations

import threading
from collections.abc import Callable

from chatimg_magic.sandbox.launcher import Launcher
from chatimg_magic.sandbox.result import Limits
from chatimg_magic.sandbox.run import Run

IDLE_SECONDS = 20.0
"""A worker that nobody has taken by then is ended."""


class Spare:
    """At most one worker that stands ready."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ready: tuple[Run, tuple[str, ...], threading.Timer] | None = None

    def prepare(self, start: Callable[[], Run], layers: tuple[str, ...]) -> None:
        """Start a worker with some layers unless one stands ready; does not wait."""
        with self._lock:
            if self._ready is not None:
                return
            timer = threading.Timer(IDLE_SECONDS, self.close)
            timer.daemon = True
            self._ready = start(), layers, timer
            timer.start()

    def take(self, limits: Limits, layers: tuple[str, ...], launcher: Launcher) -> Run | None:
        """Return the worker if it was started in just this way, else None; another one is ended."""
        held = self._handed_out()
        if held is None:
            return None
        run, its_layers = held
        for _ in run.frames():  # there are none; this notices a worker that has ended
            pass
        if (run.limits, its_layers, run.launcher) == (limits, layers, launcher) and not run.failed:
            return run
        run.close()
        return None

    def close(self) -> None:
        """End the worker, if there is one."""
        held = self._handed_out()
        if held is not None:
            held[0].close()

    def _handed_out(self) -> tuple[Run, tuple[str, ...]] | None:
        """Return the worker and its layers; from now on it is the caller's."""
        with self._lock:
            held, self._ready = self._ready, None
        if held is None:
            return None
        held[2].cancel()
        return held[:2]
