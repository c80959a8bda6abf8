"""Several answers at once, on the scripted server and real workers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from chatimg_magic import artist
from chatimg_magic.artist import candidates
from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.errors import ProviderError
from chatimg_magic.events import Ended, Event, Finished, Of
from chatimg_magic.models import Stop
from chatimg_magic.models.line import Line
from chatimg_magic.models.openai import OpenAIModel
from chatimg_magic.notebook.candidates_picture import MARGIN, TILE, LiveSheet, contact_sheet, sheet_of
from chatimg_magic.request import Request, Size
from chatimg_magic.sandbox import Sandbox
from tests.answers import ALL_BLACK, GIVES_UP, disc
from tests.servers.scripted import Answer, ScriptedServer

REQUEST = Request("a disc", size=Size(64, 64))
RED, BLUE = "(200, 30, 30)", "(30, 30, 200)"


@pytest.fixture
def studio(server: ScriptedServer) -> Iterator[artist.Studio]:
    model = OpenAIModel("scripted-1", Line(server.url, "none"))
    yield artist.Studio(model, Sandbox(), retries=0)
    model.close()


def draw(studio: artist.Studio, drawing: Drawing, count: int) -> tuple[list[Event], tuple[Attempt, ...]]:
    events = list(candidates.draw(drawing, studio, Stop(), count))
    finished = events[-1]
    assert isinstance(finished, Finished)
    return events, finished.candidates


def test_a_repaired_candidate_is_shown_by_its_last_attempt(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(ALL_BLACK, ALL_BLACK, disc(colour=RED), disc(colour=BLUE))
    drawing = Drawing(REQUEST)
    _, last = draw(replace(studio, retries=1), drawing, 2)
    assert [attempt.outcome for attempt in drawing.attempts] == [Outcome.BAD_PICTURE, Outcome.DRAWN] * 2
    assert [attempt.id for attempt in last] == [drawing.attempts[1].id, drawing.attempts[3].id]
    page = sheet_of(last)
    for index, attempt in enumerate(last):
        assert attempt.picture is not None
        middle = page[MARGIN + TILE // 2, MARGIN + TILE // 2 + index * (TILE + 2 * MARGIN)]
        assert (middle == attempt.picture.array[32, 32]).all()


def test_the_first_usable_candidate_is_selected(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(GIVES_UP, GIVES_UP, disc(colour=RED))
    drawing = Drawing(REQUEST)
    events, _ = draw(studio, drawing, 3)
    assert drawing.attempt is not None
    assert drawing.attempt.usable
    assert events[-2] == Ended(drawing.attempt)
    assert {event.candidate for event in events if isinstance(event, Of)} == {0, 1, 2}


def test_a_candidate_whose_server_fails_says_so_in_its_place(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(Answer(status=402, error="out of coffee"), *[Answer(disc(), delay=0.3)] * 3)
    drawing = Drawing(REQUEST)
    shown = []
    sheet = LiveSheet(REQUEST, 3, lambda data, _: shown.append(data["text/plain"]))
    finished = None
    for event in candidates.draw(drawing, studio, Stop(), 3):
        sheet.show(event)
        finished = event
    assert isinstance(finished, Finished)
    assert sorted(attempt.outcome.name for attempt in finished.candidates) == ["DRAWN", "DRAWN", "ERROR"]
    failed = next(attempt for attempt in finished.candidates if attempt.outcome is Outcome.ERROR)
    assert "out of coffee" in failed.problems[0].message
    assert drawing.attempts == list(finished.candidates)
    assert shown[-1].startswith("3 of 3 candidates")


def test_no_answer_at_all_is_the_servers_error_and_leaves_no_trace(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(Answer(status=401, error="wrong key"))
    drawing = Drawing(REQUEST)
    with pytest.raises(ProviderError, match="key"):
        draw(studio, drawing, 3)
    assert drawing.attempts == []


def test_stopping_ends_all_of_them_and_keeps_what_arrived(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(Answer(disc(), hang_after=6))
    drawing, stop = Drawing(REQUEST), Stop()
    for event in candidates.draw(drawing, studio, stop, 2):
        if isinstance(event, Of) and server.at_once == 2:
            stop.set()
    assert [attempt.outcome for attempt in drawing.attempts] == [Outcome.STOPPED] * 2
    assert all("Sure" in attempt.text for attempt in drawing.attempts)
    deadline = time.monotonic() + 5
    while server.at_once and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.at_once == 0, "both connections are closed"


def test_candidates_are_numbered_on_a_sheet_of_rows_of_four() -> None:
    page = contact_sheet([np.full((10, 20, 3), 7, np.uint8)] * 5)
    cell = TILE + 2 * MARGIN
    assert page.shape == (2 * (cell + 2 * MARGIN), 4 * cell, 3)
    below = page[MARGIN + TILE + 2 : cell + 2 * MARGIN, :cell]
    assert below.min() < 128, "a number stands below the first picture"
