"""Runs whose answers are judged elsewhere: what travels, lost workers, real processes and a real Dask cluster."""

from __future__ import annotations

import contextlib
import gc
import itertools
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Container, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from chatimg_magic.bench import records
from chatimg_magic.bench.elsewhere import TRIES, spec_of
from chatimg_magic.bench.generator import generated
from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.runner import Desk, Job, jobs, run, still_to_do
from chatimg_magic.bench.spec import specs
from chatimg_magic.bench.variants import VARIANTS
from chatimg_magic.errors import BadOption, NoIsolation
from chatimg_magic.models.choice import Wish, choose
from chatimg_magic.sandbox import Limits, Sandbox
from tests.answers import GIVES_UP, drawing
from tests.servers.scripted import Answer, ScriptedServer

KEY = "sk-test-0123456789abcdef"
BOX = next(spec for spec in generated(0, 5) if spec.id.endswith("box"))
FIXED = specs()[0]
CONTRACT, REPAIR = VARIANTS["contract"], VARIANTS["repair"]
RIGHT = drawing(BOX.reference())
SLOW = RIGHT.replace("import numpy as np\n", "import time\nimport numpy as np\ntime.sleep(1.5)\n")


class Posting(ThreadPoolExecutor):
    """Carries out a copy of what it is given, as another process would, and keeps what would travel.

    Parameters
    ----------
    lost : which of its tasks are lost with their worker; the first is the proof.
    """

    def __init__(self, lost: Container[int] = ()) -> None:
        super().__init__(2)
        self.letters: list[bytes] = []
        self.lost = lost

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        letter = pickle.dumps((work, given, named))
        self.letters.append(letter)
        return super().submit(self._answer, letter, len(self.letters) in self.lost)

    def _answer(self, letter: bytes, lost: bool) -> Any:
        if lost:
            raise BrokenProcessPool("its worker is gone")
        work, given, named = pickle.loads(letter)
        return pickle.loads(pickle.dumps(work(*given, **named)))


def local(workers: int) -> Any:
    """Start a cluster of processes; without an address its page would be seen from outside, also where it has none."""
    distributed = pytest.importorskip("distributed")
    here = {"dashboard_address": "127.0.0.1:0", "worker_dashboard_address": "127.0.0.1:0"}
    return distributed.LocalCluster(n_workers=workers, threads_per_worker=1, host="127.0.0.1", **here)


@pytest.fixture(autouse=True)
def _no_forgotten_clients() -> Iterator[None]:
    """Collect clients that found no scheduler: each takes a lock when it is, which a starting cluster may hold."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Run a cluster which takes every lost worker for the task's fault, so that we must try again."""
    dask = pytest.importorskip("dask")
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), local(2) as running:
        yield running


@pytest.fixture
def desk(server: ScriptedServer, tmp_path: Path) -> Iterator[Desk]:
    model = choose(Wish("scripted-1", server.url), {"OPENAI_API_KEY": KEY}).model
    yield Desk(model, Sandbox(), tmp_path / "run")
    model.close()


@pytest.fixture(params=["threads", "processes", "cluster"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Return executors of every kind."""
    if request.param == "cluster":
        with request.getfixturevalue("cluster").get_client() as client:
            yield client.get_executor(pure=False)
    elif request.param == "processes":
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            yield pool
    else:
        with ThreadPoolExecutor(2) as pool:
            yield pool


def ran(todo: list[Job], desk: Desk, concurrency: int = 1) -> list[Sample]:
    with records.opened(desk.folder) as log:
        return list(run(todo, desk, log, concurrency))


def counted(folder: Path) -> Counter[tuple[str, str, int]]:
    """Count the lines of every sample."""
    lines = [json.loads(line) for line in (folder / records.FILE).read_text().splitlines()]
    return Counter((line["variant"], line["spec"], line["sample"]) for line in lines)


def each_once(todo: list[Job]) -> Counter[tuple[str, str, int]]:
    return Counter((job.variant.name, job.spec.id, job.sample) for job in todo)


# ------------------------------------------------------------------------------------------------ what travels


@pytest.mark.parametrize("spec", [BOX, FIXED, generated(123, 7)[-1]], ids=lambda spec: spec.id)
def test_a_prompt_is_made_again_from_its_id(spec: Any) -> None:
    letter = pickle.dumps(spec)
    spec_of.cache_clear()
    again = pickle.loads(letter)
    assert (again.id, again.prompt, again.size, again.mode) == (spec.id, spec.prompt, spec.size, spec.mode)
    assert (again.reference() == spec.reference()).all()


def test_what_travels_is_small_and_has_no_key_and_what_comes_back_is_the_same(
    desk: Desk, server: ScriptedServer
) -> None:
    wrong = drawing(next(iter(BOX.wrong.values()))())
    server.say(GIVES_UP, wrong, RIGHT)
    todo = jobs([BOX], [REPAIR, CONTRACT, VARIANTS["check"]], 1)
    here = ran(todo, desk)
    server.say(GIVES_UP, wrong, RIGHT)
    with Posting() as posting:
        there = ran(todo, replace(desk, folder=desk.folder / "there", executor=posting))
    assert [replace(sample, seconds=0) for sample in there] == [replace(sample, seconds=0) for sample in here]
    assert len(posting.letters) == 1 + sum(sample.attempts for sample in there)
    assert not any(KEY.encode() in letter for letter in posting.letters)
    assert max(map(len, posting.letters)) < len(max(RIGHT, wrong)) + 3000


def test_limits_hold_elsewhere_too(desk: Desk, server: ScriptedServer) -> None:
    server.say(SLOW)
    with Posting() as posting:
        (sample,) = ran(jobs([BOX], [CONTRACT], 1), replace(desk, sandbox=Sandbox(Limits(0.5)), executor=posting))
    assert (sample.stage, sample.problems) == (Stage.BLANK, ("the code ran longer than 0.5 s",))


def test_where_the_workers_cannot_isolate_nobody_is_asked(desk: Desk, server: ScriptedServer) -> None:
    with Posting() as posting, pytest.raises(NoIsolation):
        ran(jobs([BOX], [CONTRACT], 1), replace(desk, sandbox=Sandbox(layers=()), executor=posting))
    assert not server.requests


# ------------------------------------------------------------------------------------------------ lost workers


def test_a_lost_worker_s_work_is_done_again_and_nobody_is_asked_again(desk: Desk, server: ScriptedServer) -> None:
    server.say(RIGHT)
    with Posting(lost={1, 3, 4}) as posting:
        (sample,) = ran(jobs([BOX], [CONTRACT], 1), replace(desk, executor=posting))
    assert sample.stage is Stage.PASS
    assert len(posting.letters) == 5
    assert len(server.requests) == 1


def test_what_loses_every_worker_is_given_up_and_said(desk: Desk, server: ScriptedServer) -> None:
    server.say(RIGHT)
    todo = jobs([BOX], [CONTRACT], 1)
    with Posting(lost=range(2, 1000)) as posting:
        (sample,) = ran(todo, replace(desk, executor=posting))
    assert sample.stage is Stage.ERROR
    assert "BrokenProcessPool: its worker is gone" in sample.problems[0]
    assert len(posting.letters) == 1 + TRIES
    assert still_to_do(todo, records.read(desk.folder)) == todo
    (sample,) = ran(todo, desk)
    assert (sample.stage, len(records.read(desk.folder))) == (Stage.PASS, 1)


def test_a_worker_of_the_cluster_killed_in_the_middle_loses_and_doubles_nothing(
    desk: Desk, server: ScriptedServer, cluster: Any
) -> None:
    server.say(SLOW)
    todo = jobs([BOX], [CONTRACT], 8)
    before = [nanny.pid for nanny in cluster.workers.values()]
    busy = threading.Event()

    def kill() -> None:
        assert busy.wait(60)
        time.sleep(1)  # two answers are being run
        os.kill(before[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with cluster.get_client() as client:
        elsewhere = replace(desk, executor=client.get_executor(pure=False))
        with records.opened(desk.folder) as log:
            for sample in run(todo, elsewhere, log, 4):
                busy.set()
                assert sample.stage is Stage.PASS, sample.problems
    killer.join()
    assert counted(desk.folder) == each_once(todo)
    assert len(server.requests) == 8, "nobody is asked twice"
    assert {nanny.pid for nanny in cluster.workers.values()} != set(before), "one was killed"


# ------------------------------------------------------------------------------------------------ stopping, going on


def test_with_every_executor_a_closed_run_stops_and_goes_on(
    desk: Desk, server: ScriptedServer, executor: Executor
) -> None:
    server.say(RIGHT)
    todo = jobs([BOX], [CONTRACT, REPAIR], 3)
    elsewhere = replace(desk, executor=executor)
    with records.opened(desk.folder) as log, contextlib.closing(run(todo, elsewhere, log, 2)) as samples:
        list(itertools.islice(samples, 2))
    before = records.read(desk.folder)
    assert 2 <= len(before) < len(todo)
    ran(still_to_do(todo, before), elsewhere, 2)
    assert counted(desk.folder) == each_once(todo)
    assert {sample.stage for sample in records.read(desk.folder)} == {Stage.PASS}


def test_a_run_that_is_stopped_does_not_wait_for_code_that_hangs(desk: Desk, server: ScriptedServer) -> None:
    server.say(RIGHT, SLOW.replace("1.5", "30"))
    with (
        records.opened(desk.folder) as log,
        contextlib.closing(run(jobs([BOX], [CONTRACT], 2), replace(desk, sandbox=Sandbox(Limits(60))), log)) as samples,
    ):
        next(samples)
        while len(server.requests) < 2:
            time.sleep(0.01)
        time.sleep(1)
        began = time.monotonic()
    assert time.monotonic() - began < 5
    assert len(records.read(desk.folder)) == 1


def bench(*words: str, cwd: Path, cluster: Any) -> subprocess.Popen[str]:
    options = ["--prompts", "generated", "--per-level", "1", "--samples", "3", "--variant", "bare", "-o", "out"]
    command = [sys.executable, "-m", "chatimg_magic.cli", "bench", "run", *options, *words]
    return subprocess.Popen(
        [*command, "--dask", cluster.scheduler_address],
        cwd=cwd,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # as in test_bench_runner
    )


def test_the_command_on_a_cluster_is_interrupted_and_goes_on(
    provider: ScriptedServer, tmp_path: Path, cluster: Any
) -> None:
    provider.say(Answer(RIGHT, delay=0.3))
    process = bench("--concurrency", "2", cwd=tmp_path, cluster=cluster)
    try:
        deadline = time.monotonic() + 60
        while len(provider.requests) < 6 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert "go on with --resume" in said
    before = records.read(tmp_path / "out")
    assert before
    assert len(provider.requests) - len(before) <= 2
    process = bench("--resume", cwd=tmp_path, cluster=cluster)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert "12 samples are there" in said
    assert KEY not in said
    after = records.read(tmp_path / "out")
    assert after[: len(before)] == before
    assert sum(counted(tmp_path / "out").values()) == len(after) == 12
    assert KEY not in (tmp_path / "out" / records.FILE).read_text()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense:", "127.0.0.1"])
def test_an_address_without_a_scheduler_is_said(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from chatimg_magic.bench import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(BadOption, match=f"--dask {address}: no scheduler answers there"), cluster.executor(address):
        pass


def test_a_cluster_without_workers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from chatimg_magic.bench import cluster

    with local(0) as empty:
        monkeypatch.setattr(cluster, "PATIENCE", 2)
        with pytest.raises(BadOption, match="has no workers"), cluster.executor(empty.scheduler_address):
            pass


def test_without_the_extra_it_says_how_to_get_it(provider: ScriptedServer, tmp_path: Path) -> None:
    code = "import sys; sys.modules['distributed'] = None\nfrom chatimg_magic.cli import main\nmain(sys.argv[1:])"
    command = [sys.executable, "-c", code, "bench", "run", "-o", "out", "--dask", "tcp://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=tmp_path, check=False)
    assert done.stderr == 'chatimg: --dask needs distributed: pip install "chatimg-magic[bench,dask]"\n'
