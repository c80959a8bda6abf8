"""Small jobs for the sandbox, and what the tests of its workers wait for."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from chatimg_magic.sandbox import Limits, Result, Run, Sandbox

PICTURE = "import numpy as np\nimg = np.zeros((8, 8, 3), np.uint8)\nimg[2:5] = 9\n"


def last(run: Run, name: str = "img") -> Result:
    """Wait for a run's result."""
    return [step for step in run.finish(name) if isinstance(step, Result)][-1]


def outcome(code: str, limits: Limits | None = None, imports: tuple[str, ...] = ()) -> Result:
    """Run code in a worker of its own and return what became of it."""
    with Sandbox(limits or Limits(seconds=5)).start(imports) as run:
        run.send(code, 1, "img")
        return last(run)


def until(condition: Callable[[], bool], seconds: float = 8) -> bool:
    """Wait for a condition."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


def gone(pid: int) -> bool:
    """Whether a process has ended, reaped or not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True
