"""What keeping a drawing costs: one save and one load at 10, 100 and 1,000 attempts, and eight processes at once.

Run ``python -m tests.benchmarks.store [FOLDER]``, by default in a temporary folder. ``bare`` is what the disk itself
takes to append as much and be sure of it (``fsync``).
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import tempfile
import time
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


def measure(folder: Path, count: int) -> tuple[float, float, float, int]:
    """Return the medians of a save with one attempt more, of a bare append and of a load, in seconds, and the size."""
    store = Store(folder)
    store.save(Drawing(REQUEST, [attempt(number) for number in range(count)]))
    saves, bares, loads = [], [], []
    path, spare = store.path(REQUEST.digest), folder / "bare"
    size = path.stat().st_size
    kept = store.load(REQUEST)
    assert kept is not None
    for number in range(ROUNDS):
        kept.attempts[count:] = []
        kept.add(attempt(count + number))
        began = time.perf_counter()
        store.save(kept)
        saves.append(time.perf_counter() - began)
        began = time.perf_counter()
        with open(spare, "ab") as file:
            file.write(b"x" * (size // count))
            file.flush()
            os.fsync(file.fileno())
        bares.append(time.perf_counter() - began)
    for _ in range(5):
        began = time.perf_counter()
        store.load(REQUEST)
        loads.append(time.perf_counter() - began)
    store.clear()
    return statistics.median(saves), statistics.median(bares), statistics.median(loads), size


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
        print(f"{'attempts':<10}{'save ms':>10}{'ratio':>8}{'bare ms':>10}{'load ms':>10}{'kB':>8}")
        first = 0.0
        for count in COUNTS:
            save, bare, load, size = measure(folder, count)
            first = first or save
            ratio = save / first
            print(f"{count:<10}{save * 1e3:>10.2f}{ratio:>8.2f}{bare * 1e3:>10.2f}{load * 1e3:>10.1f}{size / 1e3:>8.0f}")
        seconds, there = together(folder)
        each = seconds / PROCESSES / SAVES
        print(f"{PROCESSES} processes × {SAVES} saves: {there} of {PROCESSES * SAVES} attempts, {each * 1e3:.2f} ms a save")


if __name__ == "__main__":
    main()
