"""What keeping a drawing costs: one save and one load at 10, 100 and 1,000 attempts, and eight processes at once.

Run ``python -m tests.benchmarks.store [FOLDER]``, by default in a temporary folder. ``bare`` is what the disk itself
takes to append as much and be sure of it (``fsync``). On a busy machine the processor's time is the steadier one.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chatimg_magic.drawing import Attempt, Drawing, Outcome, Timings, Usage
from chatimg_magic.request import Request
from chatimg_magic.store import Store

COUNTS, ROUNDS = (10, 100, 1000), 30
PROCESSES, SAVES = 8, 25
REQUEST = Request("a yellow smiley face on a white background")
CODE = "".join(f"image[{row}:{row + 9}, 20:{60 + row}] = (250, {row}, 30)  # a stripe\n" for row in range(30))


def attempt(number: int) -> Attempt:
    """Make an attempt of a usual size."""
    code = f"# {number}\n{CODE}"
    text = f"Here is the picture:\n\n```python\n{code}```\n"
    usage, times = Usage(1800, 600), Timings(0.4, 3.0, 3.5)
    return Attempt("model-1", "models.example", text, code, Outcome.DRAWN, usage=usage, timings=times)


@dataclass
class Clock:
    """Milliseconds of several rounds, by the clock on the wall and of the processor."""

    wall: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)

    @contextmanager
    def round(self) -> Iterator[None]:
        """Time what is done within."""
        began, busy = time.perf_counter(), time.process_time()
        yield
        self.wall.append(1e3 * (time.perf_counter() - began))
        self.busy.append(1e3 * (time.process_time() - busy))

    @property
    def medians(self) -> tuple[float, float]:
        """Wall and processor time."""
        return statistics.median(self.wall), statistics.median(self.busy)


def measure(folder: Path, count: int) -> tuple[Clock, Clock, Clock, int]:
    """Time saves with one attempt more, bare appends and loads; return also the size of the file."""
    store = Store(folder)
    store.save(Drawing(REQUEST, [attempt(number) for number in range(count)]))
    saves, bares, loads = Clock(), Clock(), Clock()
    path, spare = store.path(REQUEST.digest), folder / "bare"
    size = path.stat().st_size
    kept = store.load(REQUEST)
    assert kept is not None
    for number in range(ROUNDS):
        kept.attempts[count:] = []
        kept.add(attempt(count + number))
        with saves.round():
            store.save(kept)
        with bares.round(), open(spare, "ab") as file:
            file.write(b"x" * (size // count))
            file.flush()
            os.fsync(file.fileno())
    for _ in range(5):
        with loads.round():
            store.load(REQUEST)
    store.clear()
    return saves, bares, loads, size


def write(folder: str, barrier: Any) -> None:
    """Draw attempt after attempt, as one kernel of several does."""
    store, drawing = Store(Path(folder)), Drawing(REQUEST)
    barrier.wait(60)
    for number in range(SAVES):
        drawing.add(attempt(number))
        store.save(drawing)


def together(folder: Path) -> tuple[float, int]:
    """Let processes save at once; return the seconds it took and how many attempts are there."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(PROCESSES + 1)
    writers = [context.Process(target=write, args=(str(folder), barrier)) for _ in range(PROCESSES)]
    for writer in writers:
        writer.start()
    barrier.wait(60)
    began = time.perf_counter()
    for writer in writers:
        writer.join()
    seconds = time.perf_counter() - began
    kept = Store(folder).load(REQUEST)
    return seconds, len(kept.attempts) if kept else 0


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="chatimg-bench-", dir=sys.argv[1] if sys.argv[1:] else None) as name:
        folder = Path(name)
        titles = ("save", "ratio", "CPU", "ratio", "bare", "load", "CPU", "kB")
        print(f"{'attempts, ms':<14}" + "".join(f"{title:>9}" for title in titles))
        first: tuple[float, float] | None = None
        for count in COUNTS:
            saves, bares, loads, size = measure(folder, count)
            (wall, busy), first = saves.medians, first or saves.medians
            row = (wall, wall / first[0], busy, busy / first[1], bares.medians[0], *loads.medians, size / 1e3)
            print(f"{count:<14}" + "".join(f"{number:>9.2f}" for number in row))
        seconds, there = together(folder)
        total = PROCESSES * SAVES
        print(
            f"{PROCESSES} processes × {SAVES} saves: {there} of {total} attempts, {1e3 * seconds / total:.2f} ms a save"
        )


if __name__ == "__main__":
    main()
