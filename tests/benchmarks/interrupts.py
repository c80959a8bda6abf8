"""What interrupts leave: ■ at random moments of a cell, and whether kernel, store and machine are as before.

Run ``python -m tests.benchmarks.interrupts [N]``. One kernel is interrupted N times (a few of them with the embedded
small model, where it is there; some more in the first cells of new kernels), each at a seeded moment. After each, a
trivial cell and a drawing must work, and nothing may be left: processes, threads, descriptors, damaged files.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from chatimg_magic.models import weights
from chatimg_magic.store import Store
from tests.answers import disc, program
from tests.kernels import Execution, Kernel, started_kernel
from tests.servers.scripted import Answer, ScriptedServer

LONGEST = 3.0
"""Seconds until the latest interrupt; early moments are more frequent, since they hit what is running."""
AT_ONCE = 5.0
"""Seconds that a trivial cell may take after an interrupt, and that threads and processes may take to end."""
PATIENCE = 300.0
LOAD = "%load_ext chatimg_magic\n%config ChatImg.seconds = 100"
"""The machine may be busy."""
STOPPED = "KeyboardInterrupt: stopped; what had arrived is kept."
STRIPES = "\n".join(f"image[{5 * i}:{5 * i + 2}] = ({20 * i}, {250 - 15 * i}, 90)  # stripe {i}" for i in range(12))
TURNS = "for turn in range({}):\n    image[turn % 64] = np.sort(np.arange(200_000.0))[turn], turn % 256, 90"
NEXT = "%%chatimg after --size 64 --retries 0 --fresh\nwhat comes after"
HELD = """
import gc, json, sys, threading
from chatimg_magic.session import current
kept = ("chatimg-line", "chatimg-engine")
held = [t.name for t in threading.enumerate() if t.name.startswith("chatimg-") and t.name not in kept]
panels = list(current().panels.values())
held += [f"a busy panel of {p.drawing.request.name}" for p in panels if p._busy or p._closed]
import ipywidgets
open_views = {w.model_id for w in list(ipywidgets.widget._instances.values()) if type(w).__name__ == "View"}
held += [f"a view that no panel has" for view in open_views - {p.view.model_id for p in panels}]
held += ["the session's lock"] * current()._lock.locked()
print(json.dumps(held))
"""
FIRST_LONGEST = 1.5
KNOWN = ("NoPicture",)
"""Errors that are a model's."""


def answer(seconds: float, turns: int) -> Answer:
    """Return an answer that is written in so many seconds, and whose code then runs a while."""
    text = program(f"image = np.full((64, 64, 3), 255, dtype=np.uint8)\n{STRIPES}\n{TURNS.format(turns)}")
    return Answer(text, pace=4 * seconds / len(text))


@dataclass(frozen=True)
class Kind:
    """What is interrupted.

    Attributes
    ----------
    cell : the cell that runs meanwhile.
    identity : the id that a front end gives it; empty where a program runs the notebook.
    says : the error that a stopped cell ends with; empty: whatever it is.
    """

    cell: str
    identity: str = "c1"
    says: str = STOPPED


DRAWING = "%%chatimg image --size 64 --retries 0 --fresh"
KINDS = {
    "a bare loop, to compare": Kind("while True: pass", "c0", says=""),
    "drawing": Kind(f"{DRAWING}\nanything"),
    "replaying": Kind("%%chatimg image --size 64 --retries 0\nanything kept", "c2"),
    "candidates (-n 3)": Kind(f"{DRAWING} -n 3\nanything of three", "c3"),
    "without a front end": Kind(f"{DRAWING}\nanything headless", ""),
    "and running it (--run)": Kind(f"{DRAWING} --run\nanything that runs", "c4"),
}
SMALL = Kind("%%chatimg image --size 64 --retries 0 --fresh --model embedded:small\na red disc", "c5")
FIRST, EMBEDDED = "first cell of a kernel", "embedded"


@dataclass
class Row:
    """What came of the interrupts of one kind."""

    interrupts: int = 0
    stopped: int = 0
    longest: float = 0.0
    left: list[str] = field(default_factory=list)


@dataclass
class Rounds:
    """A kernel that is interrupted again and again, and what it had at the beginning."""

    kernel: Kernel
    server: ScriptedServer
    store: Path
    engines: int = 0
    files: int = 0

    @property
    def pid(self) -> int:
        """The kernel's process."""
        return int(self.kernel.manager.provisioner.pid)  # type: ignore[union-attr]

    def settle(self) -> None:
        """Draw once in every way, so that later only what is left counts."""
        self.server.say(answer(0.1, 10))
        for kind in (each for each in KINDS.values() if each.says):
            done = self.kernel.run(kind.cell, cell=kind.identity, timeout=PATIENCE)
            assert done.status == "ok", done.error
        self.files = len(self.descriptors())

    def interrupt(self, kind: Kind, moment: float, row: Row) -> None:
        """Interrupt a cell once, and note what was left."""
        row.interrupts += 1
        try:
            done = self.kernel.run(kind.cell, cell=kind.identity, interrupt_after=moment, timeout=PATIENCE)
        except queue.Empty:  # ipykernel's own: it came between the end of the cell and the reply
            row.left += [f"the kernel sent no reply, {word}" for word in ["", *self.left()]]
            return
        if done.error_name == "KeyboardInterrupt" and done.freed is not None:
            row.stopped += 1
            row.longest = max(row.longest, done.freed)
        words = [*_told(done, kind), *self.left()]
        row.left += [f"{word} (at {moment:.3f} s)" for word in words]
        freed = "faster" if done.freed is None else f"{done.freed:.2f}"
        print(f"{kind.cell[:52]!r} {moment} {done.status} {done.seconds:.2f} {freed} {words}", file=sys.stderr)

    def left(self) -> Iterator[str]:
        """Say what is not as it was before."""
        trivial = self.kernel.run("print(6 * 7)")
        if trivial.text["stdout"] != "42\n" or trivial.seconds > AT_ONCE:
            yield f"a trivial cell: {trivial.text['stdout'] or trivial.error} after {trivial.seconds:.1f} s"
        self.server.say(disc("after"))
        drawn = self.kernel.run(NEXT, cell="c9", timeout=PATIENCE)
        if drawn.status != "ok" or not any("image/png" in shown["data"] for shown in drawn.displays):
            said = drawn.error or [shown["data"].get("text/plain", "") for shown in drawn.displays]
            yield f"the next drawing: {said}"
        if drawn.text["stderr"]:
            yield f"the next drawing said: {drawn.text['stderr']}"
        yield from damaged(self.store)
        yield from _but_for(self.children, self.engines)
        yield from _but_for(self.held)
        if self.files:
            yield from _but_for(self.descriptors, self.files)

    def children(self) -> list[str]:
        """Return the kernel's child processes."""
        command = ["ps", "-ww", "--ppid", str(self.pid), "-o", "pid=,stat=,args="]
        listed = subprocess.run(command, capture_output=True, text=True, check=False)
        return [" ".join(line.split())[:120] for line in listed.stdout.splitlines()]

    def held(self) -> list[str]:
        """Return what the kernel holds that it should not: threads, locks, panels that no cell has."""
        return list(json.loads(self.kernel.run(HELD).text["stdout"]))

    def descriptors(self) -> list[str]:
        """Return what the kernel has open."""
        found = []
        for link in Path(f"/proc/{self.pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                found.append(os.readlink(link))
        return found


def _told(done: Execution, kind: Kind) -> Iterator[str]:
    """Say what is wrong with how a cell ended."""
    if kind.says and done.freed is not None and done.freed > AT_ONCE:
        yield f"it went on for {done.freed:.1f} s"
    if done.error_name == "KeyboardInterrupt" and kind.says not in ("", done.error):
        yield f"it said: {done.error}"
    if done.error_name not in ("", "KeyboardInterrupt", *KNOWN):
        yield f"it failed: {done.error}"
    if done.text["stderr"]:
        yield f"it said: {done.text['stderr']}"


def damaged(folder: Path) -> Iterator[str]:
    """Say what is wrong with a folder of kept drawings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        kept = list(Store(folder).drawings())
    yield from (f"the store: {warning.message}" for warning in caught)
    for drawing in kept:
        twice = [name for name, count in Counter(attempt.id for attempt in drawing.attempts).items() if count > 1]
        yield from (f"the store: an attempt {name} twice" for name in twice)
    yield from (f"the store: {path.name}" for path in folder.iterdir() if path.suffix not in (".json", ""))


def _but_for(found: Callable[[], list[str]], allowed: int = 0) -> list[str]:
    """Return what is still there after a moment, if it is more than allowed."""
    deadline = time.monotonic() + AT_ONCE
    while len(now := found()) > allowed:
        if time.monotonic() > deadline:
            return [f"left: {', '.join(now)}"]
        time.sleep(0.1)
    return []


@contextmanager
def rounds(**environment: str) -> Iterator[Rounds]:
    """Start a kernel that asks a scripted server."""
    with tempfile.TemporaryDirectory(prefix="chatimg-interrupts-") as folder:
        server = ScriptedServer()
        asked = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "CHATIMG_STORE": folder}
        try:
            with started_kernel(**asked, **environment) as kernel:
                assert kernel.run(LOAD).status == "ok"
                yield Rounds(kernel, server, Path(folder))
        finally:
            server.close()


def moment(dice: random.Random, longest: float = LONGEST) -> float:
    """Return when the next interrupt comes."""
    return round(0.05 + longest * dice.random() ** 2, 3)


def interrupted(times: int, seed: int, rows: dict[str, Row], longest: float = LONGEST) -> None:
    """Interrupt one kernel again and again, one kind after the other in turn."""
    dice = random.Random(seed)
    with rounds() as held:
        held.settle()
        for number in range(times):
            name = tuple(KINDS)[number % len(KINDS)]
            held.server.say(answer(dice.uniform(0.2, 1.2), dice.randrange(20, 150)))
            held.interrupt(KINDS[name], moment(dice, longest), rows.setdefault(name, Row()))


def interrupted_first(times: int, seed: int, rows: dict[str, Row]) -> None:
    """Interrupt the first drawing of new kernels, where everything is still to be imported."""
    dice = random.Random(seed)
    for _ in range(times):
        with rounds() as held:
            held.server.say(answer(0.5, 100))
            held.interrupt(KINDS["drawing"], moment(dice, FIRST_LONGEST), rows.setdefault(FIRST, Row()))


def interrupted_embedded(times: int, seed: int, rows: dict[str, Row]) -> None:
    """Interrupt a kernel whose answers come from the embedded small model, also while it is loaded."""
    dice = random.Random(seed)
    with rounds() as held:
        held.engines = 1
        for _ in range(times):
            held.interrupt(SMALL, moment(dice), rows.setdefault(EMBEDDED, Row()))


def has_embedded() -> bool:
    """Whether the small model can answer here."""
    return weights.path(weights.SMALL).exists() and importlib.util.find_spec("xllamacpp") is not None


def table(rows: Mapping[str, Row]) -> str:
    """Lay the rows out."""
    lines = [f"{'interrupted':<26}{'interrupts':>11}{'stopped':>9}{'faster':>8}{'free after, s':>15}{'left':>6}"]
    for name, row in rows.items():
        faster = row.interrupts - row.stopped
        lines.append(f"{name:<26}{row.interrupts:>11}{row.stopped:>9}{faster:>8}{row.longest:>15.2f}{len(row.left):>6}")
    return "\n".join(lines)


def main() -> None:
    """Interrupt and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", nargs="?", type=int, default=200, metavar="N", help="interrupts in all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    first, embedded = options.times // 20, options.times // 20 if has_embedded() else 0
    rows: dict[str, Row] = {}
    try:
        interrupted(options.times - first - embedded, options.seed, rows)
        interrupted_first(first, options.seed, rows)
        interrupted_embedded(embedded, options.seed, rows)
    finally:
        print(table(rows), flush=True)
    for name, row in rows.items():
        for word in row.left:
            print(f"{name}: {word}")
    sys.exit(any(row.left for row in rows.values()))


if __name__ == "__main__":
    main()
