"""Small jobs for the sandbox, and what the tests of its workers wait for."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from chatimg_magic import policy
from chatimg_magic.artist.trial import needed
from chatimg_magic.sandbox import Limits, Result, Run, Sandbox
from chatimg_magic.sandbox.launcher import LOCAL, Launcher
from chatimg_magic.sandbox.parent import Link
from chatimg_magic.sandbox.protocol import FRAME_SIDE, Kind

PICTURE = "import numpy as np\nimg = np.zeros((8, 8, 3), np.uint8)\nimg[2:5] = 9\n"


def last(run: Run, name: str = "img") -> Result:
    """Wait for a run's result."""
    return [step for step in run.finish(name) if isinstance(step, Result)][-1]


def outcome(source: str, limits: Limits | None = None, imports: tuple[str, ...] = ()) -> Result:
    """Run code in a worker of its own and return what became of it."""
    with Sandbox(limits or Limits(seconds=5)).start(imports) as run:
        run.send(source, 1, "img")
        return last(run)


def together(sources: list[str], by: Launcher = LOCAL) -> bytes:
    """Run programs one after the other in one worker, in another one after those that end it; return all answers."""
    limits, left, seen = Limits(seconds=5), list(sources), b""
    while left:
        link = Link({"imports": [], "layers": ["landlock", "seccomp"], "memory": limits.memory, "seconds": 20,
                     "printed": limits.printed}, by)  # fmt: skip
        try:
            assert link.decided(30)
            assert link.verdict(30).holds
            done = 0
            while done < len(left):
                link.post({"do": "run", "source": left[done], "line": 1, "name": "img", "side": FRAME_SIDE})
                while (arrival := link.take(limits.seconds)) is not None:
                    reply = arrival[1]
                    seen += repr(reply.data).encode() + bytes(reply.pixels)
                    if reply.kind is Kind.STEP:
                        break
                done += 1
                if arrival is None:
                    break
            left = left[done:]
        finally:
            link.close()
    return seen


def became(source: str) -> str:
    """Return what becomes of a program before anybody has read it: refused, stopped, evident, or left."""
    if policy.check(source):
        return "refused"
    result = outcome(source, imports=needed(source))
    return "stopped" if result.pixels is None else "evident" if result.tried else "left"


def until(condition: Callable[[], bool], seconds: float = 8) -> bool:
    """Wait for a condition; that it held once is enough."""
    deadline = time.monotonic() + seconds
    while not (held := condition()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return held


def gone(pid: int) -> bool:
    """Whether a process has ended, reaped or not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True
