"""How close many requests at once come to what a server of fixed latency allows, with sandboxes and all checks.

Run ``python -m tests.benchmarks.throughput``. The server runs in a process of its own.
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
from collections.abc import Iterator
from pathlib import Path

from chatimg_magic.bench import records
from chatimg_magic.bench.generator import generated
from chatimg_magic.bench.records import Stage
from chatimg_magic.bench.runner import Desk, jobs, run
from chatimg_magic.bench.variants import VARIANTS
from chatimg_magic.models.openai import OpenAIModel
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


def measured(latency: float, count: int, at_once: int) -> tuple[float, float]:
    """Return the seconds that a run takes, and the CPU seconds of it all but the server's."""
    answered = ((spec, drawing(spec.reference())) for spec in generated(0, 40))
    short = itertools.islice(((spec, text) for spec, text in answered if len(text) <= LONGEST), PROMPTS)
    specs, texts = zip(*short, strict=True)
    todo = jobs(specs, [VARIANTS["check"]], count // len(specs) + 1)
    with (
        serving({spec.prompt: text for spec, text in zip(specs, texts, strict=True)}, latency) as url,
        tempfile.TemporaryDirectory() as folder,
        records.opened(Path(folder)) as log,
        contextlib.closing(OpenAIModel("patient-1", url, "none")) as model,
    ):
        desk = Desk(model, Sandbox(), Path(folder))
        list(run(todo[count : count + 1], desk, log, 1))  # imports
        began, used = time.perf_counter(), cpu()
        samples = list(run(todo[:count], desk, log, at_once))
        seconds, used = time.perf_counter() - began, cpu() - used
    assert len(samples) == count
    assert all(sample.stage is Stage.PASS and sample.attempts == 1 for sample in samples)
    return seconds, used


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency", type=float, nargs="+", default=[2, 10], help="seconds of every answer")
    parser.add_argument("--samples", type=int, default=128)
    parser.add_argument("--concurrency", type=int, default=32)
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    print(f"{'latency s':>10}{'measured s':>12}{'ideal s':>10}{'ideal:measured':>16}{'CPU s':>8}{'CPU s/cores':>13}")
    for latency in options.latency:
        ideal = latency * options.samples / options.concurrency
        seconds, used = measured(latency, options.samples, options.concurrency)
        print(f"{latency:>10g}{seconds:>12.1f}{ideal:>10.1f}{ideal / seconds:>16.2f}{used:>8.1f}{used / cores:>13.1f}")


if __name__ == "__main__":
    main()
