"""Every way in which a server fails: the right words, nothing lost, nothing cut off that passes for whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.benchmarks import faults, kernel_faults
from tests.benchmarks.faults import Row
from tests.faults import CASES, KEY, Case
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


def test_a_kernel_outlives_every_fault_says_no_secret_and_keeps_nothing(kept_kernel: Kernel, tmp_path: Path) -> None:
    kept_kernel.forget()
    server = FaultyServer()
    worst = [case for case in CASES if case.fault.name in WORST]
    try:
        found = dict(kernel_faults.wrongs(kept_kernel, server, worst, tmp_path))
    finally:
        server.close()
    assert found == dict.fromkeys(sorted(WORST, key=list(found).index), "")
    assert "POST" in (tmp_path / kernel_faults.LOG).read_text()
    kept = "".join(path.read_text() for path in tmp_path.rglob("*.json"))
    assert "after runs for ever" in kept
