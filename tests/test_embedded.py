"""The whole path on the real embedded model: it must hold whatever the picture shows."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import threading
from collections.abc import Iterator

import pytest

from chatimg_magic.drawing import Drawing, NoPicture, Outcome
from chatimg_magic.events import Ended, Event, Started, Wrote
from chatimg_magic.models import weights
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session
from tests.conftest import skip_or_fail
from tests.jobs import gone, until
from tests.kernels import Kernel, started_kernel

REQUEST = Request("a red disc on white", "disc", Size(64, 96))
JUDGED = {Outcome.DRAWN, Outcome.NO_CODE, Outcome.REFUSED, Outcome.FAILED, Outcome.BAD_PICTURE}


@pytest.fixture(autouse=True)
def _weights_are_there() -> None:
    if weights.find() is None:
        skip_or_fail("the embedded model's weights: chatimg model get --small")
    if importlib.util.find_spec("xllamacpp") is None:  # importing it here would load the engine into this process
        skip_or_fail("the embedded model's engine: the extra [local]")


@pytest.fixture
def session() -> Iterator[Session]:
    opened = Session()
    yield opened
    opened.close()


class Recorder:
    def __init__(self) -> None:
        self.events: list[Event] = []

    def show(self, event: Event) -> None:
        self.events.append(event)


def test_the_embedded_model_goes_the_whole_path(session: Session) -> None:
    recorder = Recorder()
    try:
        drawing: Drawing = session.draw(REQUEST, Order(retries=1), recorder)
    except NoPicture as error:
        drawing = error.drawing
    assert {attempt.outcome for attempt in drawing.attempts} <= JUDGED
    for attempt in drawing.attempts:
        assert attempt.provider == "embedded"
        assert attempt.usage.completion_tokens > 0
        assert attempt.text
        assert 0 < attempt.timings.first_token <= attempt.timings.answer <= attempt.timings.total
        assert (attempt.outcome is Outcome.DRAWN) == (attempt.picture is not None)
        if attempt.code:
            assert attempt.isolation.startswith("isolated (")
    text = "".join(event.text for event in recorder.events if isinstance(event, Wrote))
    assert text == "".join(attempt.text for attempt in drawing.attempts)
    kinds = [type(event) for event in recorder.events]
    assert kinds.count(Started) == kinds.count(Ended) == len(drawing.attempts)
    kept = session.store.load(REQUEST)
    assert kept is not None
    assert [attempt.text for attempt in kept.attempts] == [attempt.text for attempt in drawing.attempts]


def test_the_small_one_answers_by_its_name(session: Session) -> None:
    if not weights.is_there(weights.SMALL):
        skip_or_fail("the small embedded model: chatimg model get --small")
    session.settings.max_tokens, session.settings.teaching = 60, "bare"
    try:
        drawing = session.draw(REQUEST, Order("embedded:small", retries=0))
    except NoPicture as error:
        drawing = error.drawing
    (attempt,) = drawing.attempts
    assert (attempt.model, attempt.provider) == (weights.SMALL.name, "embedded:small")
    assert attempt.outcome in JUDGED
    assert 0 < attempt.usage.completion_tokens <= 60


def engines(kernel: Kernel) -> list[int]:
    listing = ["ps", "-ww", "--ppid", str(kernel.manager.provisioner.pid), "-o", "pid=,args="]  # type: ignore[union-attr]
    listed = subprocess.run(listing, capture_output=True, text=True, check=False).stdout.splitlines()
    return [int(line.split()[0]) for line in listed if "engine.py" in line]


def test_a_killed_engine_is_one_clear_line_and_the_next_cell_starts_another() -> None:
    cell = "%%chatimg disc --size 64 --retries 0\na red disc on white"
    killed: list[int] = []
    with started_kernel() as kernel:

        def kill() -> None:
            assert until(lambda: bool(engines(kernel)), 60)
            killed.extend(engines(kernel))
            os.kill(killed[0], signal.SIGKILL)

        kernel.run("%load_ext chatimg_magic")
        killer = threading.Thread(target=kill)
        killer.start()
        done = kernel.run(cell, cell="c1", timeout=200)
        killer.join()
        assert "exit status -9" in done.error
        assert done.error.count("\n") <= 1
        assert until(lambda: gone(killed[0]), 5)
        kernel.run(cell, cell="c1", interrupt_after=2.0)
        assert set(engines(kernel)) - set(killed)


def test_a_cell_draws_with_the_embedded_model_where_nothing_else_is_set(tmp_path: object) -> None:
    with started_kernel() as kernel:
        kernel.run("%load_ext chatimg_magic")
        done = kernel.run("%%chatimg disc --size 64 --retries 0\na red disc on white", cell="c1", timeout=200)
        assert any("loading model…" in update["data"]["text/plain"] for update in done.updates)
        if done.status == "ok":
            assert "(embedded)" in done.displays[0]["data"]["text/plain"]
            assert kernel.run("disc.shape, str(disc.dtype)").result == "((64, 64, 3), 'uint8')"
        else:
            assert "No picture after 1 attempt" in done.error
