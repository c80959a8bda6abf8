"""■ and Ctrl-C: what they must not cut in two, and what a kernel is like after many of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import types
from pathlib import Path

import pytest

from chatimg_magic import interrupts, prompts
from chatimg_magic.artist import candidates
from chatimg_magic.artist.attempt import Studio
from chatimg_magic.drawing import Drawing, Outcome
from chatimg_magic.events import Of, Wrote
from chatimg_magic.models import Stop
from chatimg_magic.models.line import Line
from chatimg_magic.models.openai import OpenAIModel
from chatimg_magic.request import Request, Size
from chatimg_magic.sandbox import Launcher, Launchers, Limits, Sandbox, launcher, parent
from tests.answers import disc
from tests.benchmarks.interrupts import KINDS, Row, interrupted
from tests.jobs import gone
from tests.servers.scripted import ScriptedServer

REQUEST = Request("a disc", size=Size(64, 64))


pytestmark = pytest.mark.usefixtures("interruptible")


def press(after: float = 0.0) -> None:
    threading.Timer(after, os.kill, (os.getpid(), signal.SIGINT)).start()


class TestPostponed:
    def test_an_interrupt_comes_when_the_block_is_done(self) -> None:
        done = []

        def block() -> None:
            with interrupts.postponed():
                signal.raise_signal(signal.SIGINT)
                done.append("whole")
            done.append("and no further")

        with pytest.raises(KeyboardInterrupt):
            block()
        assert done == ["whole"]
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

    def test_an_error_in_the_block_leaves_interrupts_as_they_were(self) -> None:
        with pytest.raises(ValueError, match="own"), interrupts.postponed():
            raise ValueError("its own")
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

    def test_in_other_threads_and_where_interrupts_are_ignored_it_does_nothing(self) -> None:
        handlers = []

        def work() -> None:
            with interrupts.postponed():
                handlers.append(signal.getsignal(signal.SIGINT))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert handlers == [signal.default_int_handler]
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with interrupts.postponed():
            signal.raise_signal(signal.SIGINT)


def test_an_import_is_not_cut_in_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "chatimg_slow.py").write_text("import sys, time\nsys.begun += 1\ntime.sleep(0.6)\nwhole = True\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "begun", 0, raising=False)
    press(0.2)
    with pytest.raises(KeyboardInterrupt):
        interrupts.load("chatimg_slow")
    interrupts.load("chatimg_slow", "chatimg_is_not_there")
    slow: types.ModuleType = sys.modules.pop("chatimg_slow")
    assert (slow.whole, sys.begun) == (True, 1)  # type: ignore[attr-defined]


def test_a_worker_whose_end_was_interrupted_is_ended_by_the_next_close() -> None:
    run = Sandbox().start()
    end, calls = run._link.close, []

    def interrupted_once() -> None:
        calls.append(run.pid)
        if len(calls) == 1:
            raise KeyboardInterrupt
        end()

    run._link.close = interrupted_once  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        run.close()
    assert not gone(run.pid)
    run.close()
    assert gone(run.pid)


def test_an_interrupt_while_a_worker_is_forked_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def own() -> set[int]:
        listed = subprocess.run(
            ["ps", "-ww", "--ppid", str(os.getpid()), "-o", "pid=,args="], capture_output=True, text=True
        )
        return {int(line.split()[0]) for line in listed.stdout.splitlines() if "python" in line}

    class Pressed(subprocess.Popen):  # type: ignore[type-arg]
        def _execute_child(self, *arguments: object) -> None:
            super()._execute_child(*arguments)  # type: ignore[misc]
            signal.raise_signal(signal.SIGINT)

    before = own()
    with monkeypatch.context() as patched:
        patched.setattr(parent.subprocess, "Popen", Pressed)
        with pytest.raises(KeyboardInterrupt):
            Sandbox().start()
    assert not own() - before


def test_stopping_does_not_wait_for_workers_that_are_slow_to_start(
    server: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "FIRST_SECONDS", 120.0)
    engine = tmp_path / "engine"
    engine.write_text("#!/bin/sh\nexec sleep 60\n")
    engine.chmod(0o755)
    slow = Launcher("slow", str(engine), lambda _memory: [str(engine)], list)
    model = OpenAIModel("scripted-1", Line(server.url, "none"))
    launchers = Launchers(known=(slow,))
    studio = Studio(model, Sandbox(Limits(), launchers=launchers), retries=0)
    prompts.question(REQUEST, studio.examples)  # the first choice of examples takes its time
    server.say(disc())
    drawing, stop, written = Drawing(REQUEST), Stop(), 0
    began = 0.0
    for event in candidates.draw(drawing, studio, stop, 2):
        written += isinstance(event, Of) and isinstance(event.event, Wrote)
        if written and not began:
            began = time.monotonic()
            threading.Timer(0.5, stop.set).start()
    model.close()
    assert time.monotonic() - began < 8, "a worker has 120 s to prove its isolation, and its thread 5 s to end"
    assert {attempt.outcome for attempt in drawing.attempts} == {Outcome.STOPPED}
    assert launchers.current is slow, "a stop says nothing about the launcher"


def test_a_kernel_is_as_before_after_interrupts_at_any_moment() -> None:
    rows: dict[str, Row] = {}
    interrupted(2 * len(KINDS), 7, rows, longest=1.0)
    assert {name: row.left for name, row in rows.items()} == {name: [] for name in KINDS}
    assert sum(row.stopped for row in rows.values()) > len(KINDS), "most came while the cell was running"
