"""What each launcher costs: its worker's start, a job on a ready worker, memory, and what many jobs leave.

Run ``python -m tests.benchmarks.launchers``. Launchers alternate; those that prove nothing here are named and left out.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import time
from functools import partial
from pathlib import Path

from chatimg_magic.sandbox import LAUNCHERS, Launcher, Launchers, Run, Sandbox, worker_image
from tests.benchmarks.isolation import JOB
from tests.jobs import last, until

LATENCIES = (0.3, 2.0)
"""Seconds that a model may take to its first word."""


def started(launcher: Launcher) -> Run:
    """Start a worker; does not wait."""
    return Sandbox(launchers=Launchers(launcher.name)).start()


def ready(launcher: Launcher, after: float = 0.0) -> float:
    """Return how long one waits for a worker that was started some seconds before."""
    with started(launcher) as run:
        time.sleep(after)
        began = time.perf_counter()
        assert run.isolation().holds
        return time.perf_counter() - began


def job(launcher: Launcher) -> float:
    """Return how long a job takes on a worker that is ready."""
    with started(launcher) as run:
        assert run.isolation().holds
        began = time.perf_counter()
        run.send(JOB, 1, "img")
        assert last(run).pixels is not None
        return time.perf_counter() - began


def memory(launcher: Launcher) -> float:
    """Return the proportional set size in MB of all processes that one ready worker adds."""
    before = processes()
    with started(launcher) as run:
        assert run.isolation().holds
        return sum(size for pid, size in processes().items() if pid not in before)


def processes() -> dict[str, float]:
    """Return the proportional set size in MB of every process that can be seen."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/smaps_rollup"):
        try:
            lines = file.read_text().splitlines()
        except OSError:
            continue
        found[file.parent.name] = next((int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:")), 0.0)
    return found


def containers(launcher: Launcher) -> int:
    """Return how many of its containers there are."""
    command = [launcher.program, "ps", "--all", "--quiet", "--filter", f"label={worker_image.LABEL}"]
    return len(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def gone(launcher: Launcher) -> bool:
    """Whether there are none."""
    return containers(launcher) == 0


def proves(launcher: Launcher) -> bool:
    """Tell whether it isolates here, and say why not."""
    if not launcher.is_there:
        return False
    with started(launcher) as run:
        isolation = run.isolation()
    if not isolation.holds:
        print(f"{launcher.name}: {isolation}")
    return isolation.holds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=200)
    options = parser.parse_args()
    used = [launcher for launcher in LAUNCHERS if proves(launcher)]
    starts: dict[str, list[float]] = {launcher.name: [] for launcher in used}
    jobs: dict[str, list[float]] = {launcher.name: [] for launcher in used}
    for _ in range(options.rounds):
        for launcher in used:
            starts[launcher.name].append(ready(launcher))
            jobs[launcher.name].append(job(launcher))
    print("launcher   ready ms   after 300 ms   after 2 s   job ms   : local   MB")
    local = statistics.median(jobs["local"]) if "local" in jobs else 1.0
    for launcher in used:
        waits = [statistics.median(ready(launcher, after) for _ in range(5)) * 1e3 for after in LATENCIES]
        took, each = statistics.median(starts[launcher.name]) * 1e3, statistics.median(jobs[launcher.name])
        before = f"{launcher.name:10} {took:8.0f} {waits[0]:14.1f} {waits[1]:11.1f}"
        print(f"{before} {each * 1e3:8.1f} {each / local:9.2f} {memory(launcher):4.0f}")
    for launcher in used:
        if launcher.name in worker_image.ENGINES:
            for _ in range(options.jobs):
                job(launcher)
            until(partial(gone, launcher), 5)
            print(f"after {options.jobs} jobs of {launcher.name}: {containers(launcher)} containers left")


if __name__ == "__main__":
    main()
