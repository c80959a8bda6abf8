"""How close many requests at once come to what a server of fixed latency allows, with sandboxes and all checks.

Run ``python -m tests.benchmarks.throughput``. The server runs in a process of its own. On few cores, running and
checking is what takes longest: so it says, too, how long the CPU time alone takes them, and how far asking alone comes,
which is what a cluster with cores enough gets.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from chatimg_magic.bench import records
from chatimg_magic.bench.elsewhere import judged
from chatimg_magic.bench.generator import generated
from chatimg_magic.bench.records import Stage
from chatimg_magic.bench.runner import Desk, jobs, run
from chatimg_magic.bench.variants import VARIANTS
from chatimg_magic.drawing import Outcome
from chatimg_magic.models.choice import Wish, choose
from chatimg_magic.sandbox import Sandbox
from tests.answers import drawing

LONGEST = 1500
"""Characters of the answers: as long as a model's."""
PROMPTS = 16


def cpu() -> float:
    """Return the CPU seconds used so far, here and by workers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


@contextlib.contextmanager
def serving(answers: dict[str, str], latency: float) -> Iterator[str]:
    """Run the server, yield its address."""
    command = [sys.executable, "-m", "tests.servers.patient", str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin
        assert server.stdout
        server.stdin.write(json.dumps(answers) + "\n")
        server.stdin.flush()
        yield server.stdout.readline().strip()
        server.stdin.close()


class Others(Executor):
    """Stands for as many cores elsewhere as are needed: every answer counts as judged at once, and as no code."""

    def submit(self, fn: Callable[..., Any], /, *given: Any, **_: Any) -> Future[Any]:
        done: Future[Any] = Future()
        work, *rest = given
        done.set_result((rest[1].attempt(Outcome.NO_CODE), ()) if work is judged else fn(*given))
        return done


def measured(latency: float, count: int, at_once: int, executor: Executor | None) -> tuple[float, float]:
    """Return the seconds that a run takes, and the CPU seconds of it all but the server's."""
    answered = ((spec, drawing(spec.reference())) for spec in generated(0, 40))
    short = itertools.islice(((spec, text) for spec, text in answered if len(text) <= LONGEST), PROMPTS)
    specs, texts = zip(*short, strict=True)
    todo = jobs(specs, [VARIANTS["check" if executor is None else "exact"]], count // len(specs) + 1)
    with (
        serving({spec.prompt: text for spec, text in zip(specs, texts, strict=True)}, latency) as url,
        tempfile.TemporaryDirectory() as folder,
        records.opened(Path(folder)) as log,
        contextlib.closing(choose(Wish("patient-1", url), {}).model) as model,
    ):
        desk = Desk(model, Sandbox(), Path(folder), executor=executor)
        list(run(todo[count : count + 1], desk, log, 1))  # imports
        began, used = time.perf_counter(), cpu()
        samples = list(run(todo[:count], desk, log, at_once))
        seconds, used = time.perf_counter() - began, cpu() - used
    assert len(samples) == count
    expected = Stage.PASS if executor is None else Stage.NO_CODE
    assert all(sample.stage is expected and sample.attempts == 1 for sample in samples)
    return seconds, used


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency", type=float, nargs="+", default=[2, 10], help="seconds of every answer")
    parser.add_argument("--samples", type=int, default=128)
    parser.add_argument("--concurrency", type=int, default=32)
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    print(f"{options.samples} samples, {options.concurrency} at once, {cores} cores")
    print(f"{'':<20}{'latency s':>10}{'ideal s':>9}{'took s':>8}{'of ideal':>10}{'CPU s':>7}{'CPU s / cores':>15}")
    for latency in options.latency:
        for name, executor in (("asking alone", Others()), ("and judging here", None)):
            ideal = latency * options.samples / options.concurrency
            took, used = measured(latency, options.samples, options.concurrency, executor)
            numbers = f"{latency:>10g}{ideal:>9.1f}{took:>8.1f}{ideal / took:>10.2f}{used:>7.1f}{used / cores:>15.1f}"
            print(f"{name:<20}{numbers}", flush=True)


if __name__ == "__main__":
    main()
