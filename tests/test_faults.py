"""Every way in which a server fails: the right words, nothing lost, nothing cut off that passes for whole."""

from __future__ import annotations

import ast
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks import faults
from tests.benchmarks.faults import Row
from tests.faults import CASES, KEY, Case
from tests.jobs import until
from tests.kernels import Kernel
from tests.servers.faults import FaultyServer

AT_ONCE = 6
"""Most of the time is spent waiting."""
pytestmark = pytest.mark.xdist_group("faults")


def _played(cases: tuple[Case, ...]) -> list[Row]:
    server = FaultyServer()
    try:
        return [faults.play(server, case) for case in cases]
    finally:
        server.close()


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    """What became of every fault, played side by side."""
    shares = [CASES[i::AT_ONCE] for i in range(AT_ONCE)]
    with faults.environment({"OPENAI_API_KEY": KEY}), ThreadPoolExecutor(AT_ONCE) as pool:
        played = [row for share in pool.map(_played, shares) for row in share]
    return {case.fault.name: row for case, row in zip((c for share in shares for c in share), played, strict=True)}


def test_there_are_enough_of_them_and_each_has_a_name() -> None:
    assert len(CASES) >= 100
    assert len({case.fault.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.fault.name)
def test_a_fault_has_the_right_words_and_end(rows: dict[str, Row], case: Case) -> None:
    row = rows[case.fault.name]
    assert not row.wrong(case), row


def test_no_words_show_a_key_or_a_parsers_complaint(rows: dict[str, Row]) -> None:
    said = "\n".join(row.says for row in rows.values())
    assert KEY not in said
    for complaint in ("Expecting", "codec", "Traceback", "object at 0x", "Error code:"):
        assert complaint not in said


def test_what_was_sent_is_kept(rows: dict[str, Row]) -> None:
    assert rows["reset in the middle"].kept == 64
    assert rows["an error in the stream"].kept == 64
    assert rows["20 MB of prose"].kept == 200_000
    assert rows["an error in the stream"].ended == "cut off"


def test_addresses_encryption_and_proxies_have_words_too(tmp_path: Path) -> None:
    server, secure = FaultyServer(), FaultyServer(faults.certificate(tmp_path))
    try:
        for other in faults.elsewhere(server, secure):
            row = other.play(server)
            assert other.says in row.says, other.name
            assert "hunter2" not in row.says
            assert KEY not in row.says
    finally:
        server.close()
        secure.close()


WORST = (
    "reset before the headers",
    "not HTTP",
    "reset within a character",
    "silence in the middle",
    "400, which echoes the key",
    "a web page",
    "gzip that breaks off",
    "20 MB in one line",
    "an error in the stream",
    "runs for ever",
)
COUNTS = """\
import os, threading
children = os.popen(f"ps -ww --ppid {os.getpid()} -o args=").read()
threading.active_count(), len(os.listdir("/proc/self/fd")), children.count("worker.py")
"""


def counts(kernel: Kernel) -> tuple[int, ...]:
    """Return how many threads, files and workers a kernel has."""
    return tuple(ast.literal_eval(kernel.run(COUNTS).result or ""))


def no_more(kernel: Kernel, then: tuple[int, ...]) -> bool:
    """Whether a kernel has no more of anything than then; a connection may take a moment to close."""
    return all(one <= other for one, other in zip(counts(kernel), then, strict=False))


def test_a_kernel_outlives_every_fault_and_says_no_secret(kept_kernel: Kernel, tmp_path: Path) -> None:
    kernel, server = kept_kernel, FaultyServer()
    kernel.forget()
    kernel.run("%load_ext chatimg_magic")
    secret = "hunter2-0123456789"
    try:
        address = server.url.replace("http://", f"http://me:{secret}@")
        kernel.run(
            f"import os; os.environ['OPENAI_API_KEY'] = {KEY!r}\n%config ChatImg.base_url = {address!r}\n"
            f"%config ChatImg.model = 'tester'\n%config ChatImg.store = {str(tmp_path)!r}\n"
            "%config ChatImg.retries = 0\n%config ChatImg.first_word = 3\n%config ChatImg.between_words = 1\n"
            "%config ChatImg.seconds = 1"
        )
        faulty = {case.fault.name: case for case in CASES}
        before: tuple[int, ...] = ()
        for debug in (False, True):
            kernel.run(f"%config ChatImg.debug = {debug}")
            for name in WORST:
                server.play(faulty[name].fault)
                done = kernel.run(f"%%chatimg --size 64 --fresh\n{name} {debug}", cell="c1")
                assert done.error, name
                assert KEY not in str(done), name
                assert secret not in str(done), name
            server.play(faulty["in order"].fault)
            assert not kernel.run(f"%%chatimg --size 64\na disc {debug}", cell="c2").error
            assert until(partial(no_more, kernel, before)), "no thread, file or process stays"
            before = counts(kernel)
    finally:
        server.close()
    kept = "".join(path.read_text() for path in tmp_path.glob("*.json"))
    assert "a disc True" in kept
    assert KEY not in kept
    assert secret not in kept
