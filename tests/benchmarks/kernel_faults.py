"""Every fault in one real kernel, debug and all logs on: where secrets show, whether the next cell draws, what is left.

``python -m tests.benchmarks.kernel_faults [WORD…]`` plays those whose names have one of the words, by default all.
"""

from __future__ import annotations

import ast
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from tests.faults import CASES, KEY, Case
from tests.jobs import until
from tests.kernels import Kernel, started_kernel
from tests.servers.faults import FaultyServer

PASSWORD = "hunter2-0123456789"
SECRETS = {"the key": KEY, "the password": PASSWORD}
LOG = "everything.log"
SET_UP = """\
import logging, os
os.environ["OPENAI_API_KEY"] = {key!r}
logging.basicConfig(filename={log!r}, level=logging.DEBUG, force=True)
%load_ext chatimg_magic
%config ChatImg.base_url = {address!r}
%config ChatImg.model = 'tester'
%config ChatImg.store = {folder!r}
%config ChatImg.debug = True
%config ChatImg.retries = 0
%config ChatImg.first_word = 7
%config ChatImg.between_words = 1
%config ChatImg.seconds = 1
"""
COUNTS = """\
import os, threading
children = os.popen(f"ps -ww --ppid {os.getpid()} -o args=").read()
threading.active_count(), len(os.listdir("/proc/self/fd")), children.count("worker.py")
"""
COUNTED = ("threads", "files", "workers")


def wrongs(kernel: Kernel, server: FaultyServer, cases: Iterable[Case], folder: Path) -> Iterator[tuple[str, str]]:
    """Play faults, and a good answer after each; yield its name and what is wrong afterwards, empty if nothing is.

    Parameters
    ----------
    folder : for what is kept, and for the logs.
    """
    address = server.url.replace("http://", f"http://me:{PASSWORD}@")
    kernel.run(SET_UP.format(key=KEY, log=str(folder / LOG), address=address, folder=str(folder / "kept")))
    before: tuple[int, ...] = ()
    good = next(case.fault for case in CASES if case.fault.name == "in order")
    for case in cases:
        server.play(case.fault)
        done = kernel.run(f"%%chatimg --size 64\na disc, {case.fault.name}", cell="c1", timeout=200)
        found = [f"{secret} in {where}" for where, secret in _shown(str(done), folder)]
        server.play(good)
        done = kernel.run(f"%%chatimg --size 64 --fresh\nafter {case.fault.name}", cell="c2", timeout=200)
        found += [f"the next cell: {done.error}"] * bool(done.error)
        if not until(partial(_no_more, kernel, before), 30):
            found.append(f"{_counts(kernel)} {', '.join(COUNTED)} instead of {before}")
        before = before or _counts(kernel)
        yield case.fault.name, "; ".join(found)
    kernel.run("logging.basicConfig(level=logging.WARNING, force=True)")


def _shown(output: str, folder: Path) -> Iterator[tuple[str, str]]:
    texts = {path.name: path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file()}
    for where, text in {"the output": output, **texts}.items():
        for name, secret in SECRETS.items():
            if secret in text:
                yield where, name


def _counts(kernel: Kernel) -> tuple[int, ...]:
    return tuple(ast.literal_eval(kernel.run(COUNTS).result or "()"))


def _no_more(kernel: Kernel, then: tuple[int, ...]) -> bool:
    """Whether a kernel has no more of anything than then; a connection may take a moment to close."""
    return all(one <= other for one, other in zip(_counts(kernel), then, strict=False))


def main(words: list[str]) -> int:
    """Print a line a fault; the number of faults after which something is wrong is the exit status."""
    chosen = [case for case in CASES if not words or any(word in case.fault.name for word in words)]
    bad, server = 0, FaultyServer()
    with tempfile.TemporaryDirectory() as name, started_kernel() as kernel:
        folder = Path(name)
        try:
            for fault, wrong in wrongs(kernel, server, chosen, folder):
                bad += bool(wrong)
                print(f"{fault}: {wrong or 'nothing shown, nothing left, the next cell draws'}", flush=True)
        finally:
            server.close()
        size = (folder / LOG).stat().st_size
        print(f"\n{len(chosen)} faults, {size:,} bytes of logs: something is wrong after {bad}")
    return bad


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 100))
