"""The lives of workers: hostile ones, killed ones, orphans, and those that never start."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatimg_magic.sandbox import Isolation, Limits, Run, Sandbox, Spare, launcher, parent, protocol, spare
from chatimg_magic.sandbox.protocol import Kind
from tests.attacks import leftovers
from tests.jobs import PICTURE, gone, last, outcome, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux isolates, and elsewhere nothing is run")

ROOT = Path(__file__).parents[1]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which this test's workers get theirs."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


FAKE = """
import json, os, select, struct, sys, time
def read():
    size = struct.unpack(">I", os.read(0, 4))[0]
    text = b""
    while len(text) < size:
        text += os.read(0, size - len(text))
    return json.loads(text)
def reply(kind, data={}, rows=0, cols=0, channels=0, size=None, pixels=b"", magic=b"CIMG"):
    body = json.dumps(data).encode()
    size = len(pixels) if size is None else size
    os.write(1, struct.pack(">4sBIIIBI", magic, kind, len(body), rows, cols, channels, size) + body + pixels)
PROBED, READY, STEP, FRAME, DONE = range(1, 6)
denied = {name: True for name in ("read", "write", "list", "network", "fork", "signal")}
def ready():
    reply(PROBED, {"denied": denied, "layers": ["fake"]})
    reply(READY, {"exec": True})
    read()
read()
"""
NONSENSE = "the code ended its process (it sent something that is not a reply)"


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Run]:
    """Return a function that starts a worker which is not ours, but the given script."""

    def start(script: str) -> Run:
        file = tmp_path / "fake.py"
        file.write_text(FAKE + script)
        monkeypatch.setattr(launcher, "WORKER", file)
        return Sandbox(Limits(seconds=1)).start()

    return start


class TestHostileWorkers:
    @pytest.mark.parametrize(
        "script",
        [
            "reply(STEP)\nreply(STEP)",
            "while True: reply(STEP)",
            "reply(FRAME, {}, 1, 1, 1, 1, b'x')\nwhile True: reply(FRAME, {}, 1, 1, 1, 1, b'x')",
            "reply(DONE, {}, 1, 3, 1, 3, b'abc')",
            "reply(PROBED, {'denied': denied})",
            "reply(READY, {'exec': True})",
            "reply(STEP, {}, 1, 3, 1, 3, b'abc')",
            "reply(FRAME, {}, 257, 1, 1, 257, bytes(257))",
            "reply(FRAME)",
            "reply(FRAME, {}, 0, 0, 3, 0)",
            "reply(STEP, {'error': 'x' * 20_000})",
            "reply(STEP, [])",
            "reply(STEP, magic=b'CIMH')",
            "reply(0)\nreply(6)",
            "os.write(1, b'CIMG' + b'\\xff' * 22)",
            "os.write(1, b'x' * 500)",
            "os.write(1, struct.pack('>4sBIIIBI', b'CIMG', STEP, 9, 0, 0, 0, 0) + b'[' * 9)",
        ],
    )
    def test_replies_that_are_not_due_or_impossible_end_it(self, script: str, fake: Callable[[str], Run]) -> None:
        with fake(f"ready()\n{script}\ntime.sleep(9)") as run:
            run.send("x", 1, "img")
            assert last(run).problem == NONSENSE
            assert run.failed

    @pytest.mark.parametrize(
        "script",
        [
            "reply(DONE, {}, 8001, 8000, 1)",
            "reply(DONE, {}, 4294967295, 4294967295, 4, 4)",
            "reply(DONE, {}, 5, 5, 2, 50)",
            "reply(DONE, {}, 5, 5, 3, 74, bytes(74))",
            "reply(DONE, {}, 0, 9, 3, 0)",
            "reply(DONE, {}, 3, 3, 0, 0)",
        ],
    )
    def test_impossible_pictures_end_it(self, script: str, fake: Callable[[str], Run]) -> None:
        with fake(f"ready()\nreply(STEP)\nread()\n{script}\ntime.sleep(9)") as run:
            run.send("x", 1, "img")
            assert last(run).problem == NONSENSE

    def test_more_after_the_last_reply_is_not_read(self, fake: Callable[[str], Run]) -> None:
        script = "ready()\nreply(STEP)\nread()\nreply(DONE, {}, 1, 2, 1, 2, b'ab')\n"
        with fake(script + "while True: os.write(1, bytes(65536))") as run:
            run.send("x", 1, "img")
            result = last(run)
            assert result.pixels is not None
            assert result.pixels.tolist() == [[97, 98]]
            assert until(lambda: gone(run.pid))  # its pipe has no reader any more
            assert list(run.frames()) == []

    def test_words_are_cleaned(self, fake: Callable[[str], Run]) -> None:
        data = {
            "taken": "import os\n", "notes": ["a\x1b[2J", 7, *["n" * 900] * 9], "printed": "p\x00\u202eq" * 99_99,
            "dropped": 10**400, "problem": 3,
        }  # fmt: skip
        script = f"ready()\nreply(STEP, {{'error': []}})\nread()\nreply(DONE, {data!r}, 1, 2, 1, 2, b'ab')"
        with fake(script) as run:
            run.send("x", 1, "img")
            result = last(run)
        assert result.taken == ""
        assert result.notes[:2] == ("a[2J", "")
        assert [len(note) for note in result.notes[2:]] == [200] * 3
        assert set(result.printed) == {"p", "q"}
        assert len(result.printed) <= 16_000

    @pytest.mark.parametrize(
        ("script", "why"),
        [
            ("reply(READY, {'exec': True})\ntime.sleep(9)", "the worker did not start"),
            ("raise SystemExit", "the worker did not start"),
            ("reply(PROBED, {'denied': denied})", "exec not denied"),
            ("reply(PROBED, {'denied': denied})\nreply(STEP)", "exec not denied"),
            ("reply(PROBED, {'denied': {**denied, 'fork': 1}})\nreply(READY, {'exec': 1})", "fork, exec not denied"),
            ("reply(PROBED, {'denied': [*denied], 'layers': {}})\nreply(READY, {'exec': True})", "read, write, list"),
            ("reply(PROBED, {'denied': {'exec': True}})\nreply(READY, {})", "fork, signal, exec not denied"),
        ],
    )
    def test_half_a_proof_is_none(self, script: str, why: str, fake: Callable[[str], Run]) -> None:
        with fake(script) as run:
            assert not run.isolation().holds
            assert why in str(run.isolation())
            run.send("x", 1, "img")
            assert last(run).problem == f"the code was not run: {run.isolation()}"

    def test_a_proof_that_comes_too_late_is_none(
        self, fake: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(launcher, "LOCAL_SECONDS", 0.1)
        with fake("time.sleep(0.4)\nready()") as run:
            assert str(run.isolation()) == "not isolated: the worker was not ready after 0.1 s"
            time.sleep(0.5)
            assert not run.isolation().holds

    def test_no_code_is_sent_before_the_proof(self, fake: Callable[[str], Run]) -> None:
        script = """
early = select.select([0], [], [], 0.4)[0]
reply(PROBED, {"denied": denied, "layers": ["early"] if early else []})
early += select.select([0], [], [], 0.2)[0]
reply(READY, {"exec": not early})
reply(STEP, read() and {})
"""
        with fake(script) as run:
            run.send("x", 1, "img")
            assert run.isolation() == Isolation(frozenset(protocol.DENIALS))

    def test_no_code_is_sent_without_the_proof(self, fake: Callable[[str], Run], tmp_path: Path) -> None:
        script = f"""
denied["network"] = False
reply(PROBED, {{"denied": denied}})
reply(READY, {{"exec": True}})
with open({str(tmp_path / "got")!r}, "wb") as file:
    file.write(b"nothing: " + os.read(0, 99))
"""
        with fake(script) as run:
            run.send("x", 1, "img")
            assert last(run).problem.endswith("network not denied")
            assert until(lambda: gone(run.pid))
        assert (tmp_path / "got").read_bytes() == b"nothing: "

    def test_a_worker_that_closes_its_output_and_lives_on_is_ended(self, fake: Callable[[str], Run]) -> None:
        began = time.monotonic()
        with fake("ready()\nos.close(1)\ntime.sleep(99)") as run:
            run.send("x", 1, "img")
            assert last(run).problem == "the code ended its process (it closed its output)"
        assert time.monotonic() - began < 5

    def test_a_worker_that_closes_its_input_and_lives_on_is_ended(self, fake: Callable[[str], Run]) -> None:
        with fake("ready()\nos.close(0)\ntime.sleep(99)") as run:
            for _ in range(3):
                run.send("x" * 100_000, 1, "img")
            assert last(run).problem == "the code ran longer than 1 s"

    def test_code_that_forges_replies_gains_nothing(self) -> None:
        code = (
            "import os, struct\nhead = struct.pack('>4sBIIIBI', b'CIMG', {kind}, 2, 0, 0, 0, 0) + b'{{}}'\n"
            "for handle in range(16):\n    try: os.write(handle, head)\n    except OSError: pass\n"
        )
        for kind in (Kind.PROBED, Kind.READY, Kind.DONE):
            assert outcome(code.format(kind=int(kind)) + PICTURE).problem == NONSENSE
        # a step of its own only makes the next command come early, and the real one ends it
        assert outcome(code.format(kind=int(Kind.STEP)) + PICTURE).problem in {NONSENSE, ""}


def children() -> set[int]:
    """Return the processes that this one has started, those that nobody has waited for among them."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(stat.parent.name))
    return found


class TestLives:
    def test_nothing_is_left_after_many_jobs(self, place: Path) -> None:
        def state() -> tuple[int, int, set[int], list[Path]]:
            gc.collect()
            return len(os.listdir("/proc/self/fd")), threading.active_count(), leftovers(place), list(place.iterdir())

        outcome(PICTURE)
        before, family = state(), children()
        for number in range(30):
            with Sandbox(Limits(seconds=5)).start() as run:
                if number % 3:
                    run.send(PICTURE if number % 3 == 1 else "import os\nos._exit(3)", 1, "img")
                    last(run)
        after = state()
        # fewer is no leak: a thread of an earlier test may have ended meanwhile
        assert (after[0] <= before[0], after[1] <= before[1]) == (True, True), (before, after)
        assert after[2:] == before[2:]
        assert children() <= family

    def test_the_temporary_folder_is_gone_once_the_worker_is_ready(self, place: Path) -> None:
        with Sandbox().start() as run:
            assert len(list(place.iterdir())) == 1
            assert run.isolation().holds
            assert until(lambda: not list(place.iterdir()))

    def test_closing_again_and_using_it_closed_is_harmless(self) -> None:
        run = Sandbox().start()
        run.send(PICTURE, 1, "img")
        run.close()
        run.close()
        run.send(PICTURE, 1, "img")
        assert list(run.frames()) in ([], [[]])
        assert last(run).pixels is None
        assert gone(run.pid)

    @pytest.mark.parametrize("wait", [0, 0.3], ids=["starting", "running"])
    def test_closing_from_another_thread_ends_a_wait(self, wait: float) -> None:
        run = Sandbox().start()
        run.send("while True: pass", 1, "img")
        timer = threading.Timer(wait, run.close)
        timer.start()
        began = time.monotonic()
        problem = last(run).problem
        timer.join()
        assert problem in {
            "the code ended its process (it was stopped)",
            "the code was not run: not isolated: the worker did not start",
        }
        assert time.monotonic() - began < 3

    def test_a_worker_killed_from_outside_is_a_result(self) -> None:
        with Sandbox().start() as run:
            run.send("while True: pass", 1, "img")
            assert run.isolation().holds
            os.kill(run.pid, signal.SIGKILL)
            assert last(run).problem == "the code ended its process (killed by signal 9)"

    def test_a_run_that_is_dropped_is_closed(self) -> None:
        run = Sandbox().start()
        pid = run.pid
        del run
        gc.collect()
        assert gone(pid)

    @pytest.mark.parametrize("executable", ["/nonexistent/python", "", None, "/bin/false", "/dev/null"])
    def test_a_python_that_does_not_start_is_said(
        self, executable: str | None, monkeypatch: pytest.MonkeyPatch, place: Path
    ) -> None:
        monkeypatch.setattr(sys, "executable", executable)
        with Sandbox().start() as run:
            assert str(run.isolation()).startswith("not isolated: ")
            assert str(run.isolation()).split(": ")[1] in {"no worker could be started", "the worker did not start"}
            run.send(PICTURE, 1, "img")
            assert "the code was not run: not isolated" in last(run).problem
            assert list(run.frames()) == []
        assert list(place.iterdir()) == []

    def test_no_thread_to_be_had_is_said_and_leaves_nothing(self, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
        def refuse(thread: threading.Thread) -> None:
            if thread.name == "chatimg-worker":
                raise RuntimeError("can't start new thread")

        monkeypatch.setattr(threading.Thread, "start", refuse)
        with Sandbox().start() as run:
            assert str(run.isolation()) == "not isolated: no worker could be started: RuntimeError"
            assert gone(run.pid)
        assert list(place.iterdir()) == []

    def test_an_interrupt_while_starting_leaves_nothing(self, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
        def interrupt(_command: object) -> bytes:
            raise KeyboardInterrupt

        monkeypatch.setattr(parent, "pack_command", interrupt)
        with pytest.raises(KeyboardInterrupt):
            Sandbox().start()
        assert not leftovers(place)
        assert list(place.iterdir()) == []


class TestSpare:
    """A worker that stands ready before it is asked for."""

    def test_it_is_taken_once_and_by_who_wants_just_such_a_one(self) -> None:
        sandbox = Sandbox(Limits(seconds=5), spare=Spare())
        with sandbox.start() as other:
            sandbox.prepare()
            sandbox.prepare()
            with sandbox.start() as ready, sandbox.start() as third:
                assert len({other.pid, ready.pid, third.pid}) == 3
                ready.send(PICTURE, 1, "img")
                assert last(ready).pixels is not None
        others = children()
        sandbox.prepare()
        (ready_pid,) = children() - others
        with Sandbox(Limits(seconds=4), spare=sandbox.spare).start() as run:
            assert run.pid != ready_pid, "with other limits it is another one"
        assert gone(ready_pid)

    def test_one_that_has_ended_meanwhile_is_not_given(self) -> None:
        sandbox = Sandbox(spare=Spare())
        before = children()
        sandbox.prepare()
        (pid,) = children() - before
        os.kill(pid, signal.SIGKILL)
        assert until(lambda: gone(pid))
        with sandbox.start() as run:
            run.send(PICTURE, 1, "img")
            assert last(run).pixels is not None

    def test_one_that_nobody_takes_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(spare, "IDLE_SECONDS", 0.1)
        before = children()
        Sandbox(spare=Spare()).prepare()
        assert children() - before
        assert until(lambda: not children() - before)

    def test_closing_ends_it(self) -> None:
        place, before = Spare(), children()
        Sandbox(spare=place).prepare()
        place.close()
        assert not children() - before


HOST = """
import signal, sys, time
from chatimg_magic.sandbox import Limits, Result, Sandbox
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background job does not inherit
run = Sandbox(Limits(seconds=1)).start()
run.send("import numpy as np\\nimg = np.eye(9)", 1, "img")
while not list(run.frames()):
    time.sleep(0.01)
if sys.argv[1]:
    run.send(sys.argv[1], 3, "img")
    time.sleep(0.1)
print(run.pid, flush=True)
try:
    for step in run.finish("img") if sys.argv[1] else iter(lambda: time.sleep(0.1), 1):
        pass
except KeyboardInterrupt:
    run.close()
    print("interrupted", flush=True)
"""


@contextlib.contextmanager
def host(code: str, place: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start a process that is a worker's parent; give it and the worker's process id."""
    with subprocess.Popen(
        [sys.executable, "-c", HOST, code],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(place)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


class TestParents:
    @pytest.mark.parametrize("code", ["", "while True: pass"], ids=["idle", "busy"])
    def test_a_worker_does_not_outlive_a_killed_parent_for_long(self, code: str, tmp_path: Path) -> None:
        with host(code, tmp_path) as (process, pid):
            assert not gone(pid)
            process.kill()
            process.wait()
            assert until(lambda: gone(pid))
        assert list(tmp_path.iterdir()) == []

    def test_an_interrupt_of_the_parents_group_is_the_parents_business(self, tmp_path: Path) -> None:
        with host("while True: pass", tmp_path) as (process, pid):
            os.kill(pid, signal.SIGINT)
            time.sleep(0.1)
            assert not gone(pid)
            os.killpg(process.pid, signal.SIGINT)
            assert process.stdout is not None
            assert process.stdout.readline() == "interrupted\n"
            assert process.wait(5) == 0
            assert gone(pid)
        assert list(tmp_path.iterdir()) == []

    def test_a_fork_of_the_parent_does_not_end_the_worker(self) -> None:
        script = """
import os
from chatimg_magic.sandbox import Result, Sandbox
run = Sandbox().start()
run.isolation()
if not os.fork():
    run.close()
    raise SystemExit
os.wait()
run.send("import numpy as np; img = np.eye(5)", 1, "img")
print([step.problem for step in run.finish("img") if isinstance(step, Result)])
"""
        command = [sys.executable, "-W", "ignore", "-c", script]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
        assert done.stdout == "['']\n"


JOB = """
import dataclasses, sys
sys.path[:0] = sys.argv[1:]
from chatimg_magic.sandbox import Result, Sandbox
with Sandbox().start() as run:
    run.send("import random, json, numpy as np\\nimg = np.eye(5)", 1, "img")
    print(run.isolation().holds, [step.problem for step in run.finish("img") if isinstance(step, Result)])
"""
POISON = "open({mark!r}, 'a').write(__name__ + ' ')\nraise SystemExit('poisoned')\n"


class TestImports:
    @pytest.fixture
    def poisoned(self, tmp_path: Path) -> Path:
        """Return a folder of modules that leave a mark where they are imported from."""
        for name in ("json", "random", "dataclasses", "sitecustomize", "usercustomize", "chatimg_magic"):
            (tmp_path / f"{name}.py").write_text(POISON.format(mark=str(tmp_path / "mark")))
        for name in ("PIL", "numpy"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "__init__.py").write_text(POISON.format(mark=str(tmp_path / "mark")))
        return tmp_path

    def test_the_poison_works_where_nothing_guards(self, poisoned: Path) -> None:
        command = [sys.executable, "-c", "import numpy"]
        subprocess.run(command, cwd=poisoned, capture_output=True, timeout=30, check=False)
        assert "numpy" in (poisoned / "mark").read_text()

    def test_neither_folder_nor_variables_lead_the_worker_astray(
        self, poisoned: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(poisoned)
        monkeypatch.syspath_prepend("")
        monkeypatch.syspath_prepend(str(poisoned))
        for name, value in {
            "PYTHONPATH": str(poisoned), "PYTHONHOME": str(poisoned), "PYTHONSTARTUP": str(poisoned / "json.py"),
            "PYTHONINSPECT": "1", "PYTHONUSERBASE": str(poisoned),
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        assert outcome(PICTURE).pixels is not None
        assert not (poisoned / "mark").exists()

    def test_the_working_folder_may_be_gone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = tmp_path / "gone"
        folder.mkdir()
        monkeypatch.chdir(folder)
        folder.rmdir()
        assert outcome(PICTURE).pixels is not None

    @pytest.mark.parametrize("installed", [True, False], ids=["installed", "editable"])
    def test_it_starts_wherever_the_package_lies(self, installed: bool, tmp_path: Path) -> None:
        folder = ROOT
        if installed:
            folder = tmp_path / "site"
            ignored = shutil.ignore_patterns("pieces", "labextension", "__pycache__")
            shutil.copytree(ROOT / "chatimg_magic", folder / "chatimg_magic", ignore=ignored)
            # an old backport beside the package does not hide the standard library's own
            (folder / "dataclasses.py").write_text("raise SystemExit('backport')")
        command = [sys.executable, "-I", "-c", JOB, str(folder)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False)
        assert done.stdout == "True ['']\n", done.stderr
