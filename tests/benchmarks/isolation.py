"""What isolation costs: a job on a ready worker with and without it, its start behind a model, memory, leaks.

Run ``python -m tests.benchmarks.isolation``; Linux only. Protected and unprotected jobs alternate, ratios count.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import threading
import time
from pathlib import Path

import pytest

from chatimg_magic.sandbox import Sandbox, launcher
from tests.attacks import leftovers
from tests.jobs import last

JOB = """
import numpy as np
yy, xx = np.mgrid[0:256, 0:256]
img = np.full((256, 256, 3), 255, dtype=np.uint8)
img[(yy - 128) ** 2 + (xx - 128) ** 2 < 90**2] = (200, 30, 30)
"""
LATENCY = 0.3
WRAPPED = """
import importlib.util
spec = importlib.util.spec_from_file_location("worker", {worker!r})
worker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(worker)
class Changed(worker.Worker):
    def prepare(self):
        super().prepare()
        from chatimg_magic.sandbox import lockdown, protocol
        if {free}:
            lockdown.lock = lambda *_: []
            lockdown.probe = lambda: dict.fromkeys(protocol.DENIALS, True)
            lockdown.probe_exec = lambda: True
worker.Worker = Changed
worker.main()
"""
"""A worker as it is, or one that puts nothing on and claims to have proved everything."""


def job() -> float:
    """Return how long a job takes on a worker that is ready."""
    with Sandbox().start() as run:
        assert run.isolation().holds
        began = time.perf_counter()
        run.send(JOB, 1, "img")
        assert last(run).pixels is not None
        return time.perf_counter() - began


def tenth(seconds: list[float]) -> float:
    """Return the first decile, which other work on the machine disturbs least."""
    return sorted(seconds)[len(seconds) // 10]


def start() -> float:
    """Return how long a worker takes to be ready."""
    began = time.perf_counter()
    with Sandbox().start() as run:
        assert run.isolation().holds
        return time.perf_counter() - began


def waited() -> float:
    """Return how long one waits for a worker that was started when a model was asked, which took its time."""
    with Sandbox().start() as run:
        time.sleep(LATENCY)
        began = time.perf_counter()
        assert run.isolation().holds
        return time.perf_counter() - began


def memory() -> float:
    """Return the proportional set size of a ready worker in MB, others running beside it."""
    runs = [Sandbox().start() for _ in range(3)]
    try:
        for run in runs:
            run.isolation()
        sizes = []
        for run in runs:
            lines = Path(f"/proc/{run.pid}/smaps_rollup").read_text().splitlines()
            sizes.append(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000)
        return statistics.median(sizes)
    finally:
        for run in runs:
            run.close()


def state(place: Path) -> tuple[int, int, int, int]:
    """Return what could leak: open files, threads, processes, folders."""
    gc.collect()
    return len(os.listdir("/proc/self/fd")), threading.active_count(), len(leftovers(place)), len(list(place.iterdir()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        place = Path(name)
        patch.setattr(tempfile, "tempdir", name)
        times: dict[bool, list[float]] = {False: [], True: []}
        script = place.parent / f"{place.name}.py"
        for turn in range(2 * options.rounds):
            free_one = bool((turn + turn // 2) % 2)  # each goes first as often as the other
            script.write_text(WRAPPED.format(worker=str(launcher.WORKER), free=free_one))
            with pytest.MonkeyPatch.context() as instead:
                instead.setattr(launcher, "WORKER", script)
                times[free_one].append(job())
        script.unlink()
        protected, free = statistics.median(times[False]), statistics.median(times[True])
        starts = statistics.median(start() for _ in range(options.rounds))
        waits = statistics.median(waited() for _ in range(options.rounds))
        print(f"job on a ready worker, isolated      {protected * 1e3:8.1f} ms")
        print(f"job on a ready worker, unprotected   {free * 1e3:8.1f} ms")
        print(f"ratio of the medians                 {protected / free:8.2f}")
        print(f"ratio of the quickest tenths         {tenth(times[False]) / tenth(times[True]):8.2f}")
        print(f"worker ready after                   {starts * 1e3:8.0f} ms")
        print(f"still to wait after {LATENCY * 1e3:.0f} ms of model  {waits * 1e3:8.1f} ms")
        print(f"memory of a worker (PSS, 3 at once)  {memory():8.0f} MB")
        before = state(place)
        for _ in range(options.jobs):
            job()
        after = state(place)
        print(f"after {options.jobs} jobs: files, threads, processes, folders {before} → {after}")


if __name__ == "__main__":
    main()
