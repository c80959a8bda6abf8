"""The round in which a model looks at what it drew: facts and images, content and corrections."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from chatimg_magic import artist
from chatimg_magic.artist import candidates
from chatimg_magic.artist.attempt import content
from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.errors import BadOption
from chatimg_magic.events import LOOKS, Ended, Event, Finished, Grew, Progress, Started, Wrote
from chatimg_magic.models import Stop
from chatimg_magic.models.line import Line
from chatimg_magic.models.openai import OpenAIModel
from chatimg_magic.notebook.display import caption
from chatimg_magic.notebook.panel_words import notes
from chatimg_magic.prompts import AS_ASKED, Look
from chatimg_magic.request import Mode, Request, Size
from chatimg_magic.sandbox import Sandbox
from chatimg_magic.session import Order, Session
from tests.answers import GIVES_UP, INDEX_ERROR, SAID, disc, program
from tests.servers.scripted import Answer, ScriptedServer, images_of

RED = Request("a red disc on a white background", size=Size(64, 64))
RED_DISC, BLUE_DISC, LARGE = disc(), disc(colour="(20, 40, 220)"), disc().replace("21", "25")
OTHER = RED_DISC.replace("32", "31")
"""Another program, as right as the first."""


@pytest.fixture
def studio(server: ScriptedServer) -> Iterator[artist.Studio]:
    model = OpenAIModel("scripted-1", Line(server.url, "none"))
    yield artist.Studio(model, Sandbox(), temperature=0.2, retries=0, look=Look.FACTS)
    model.close()


@pytest.fixture
def session() -> Iterator[Session]:
    opened = Session()
    yield opened
    opened.close()


def drawn(studio: artist.Studio, request: Request = RED) -> tuple[Drawing, list[Event]]:
    drawing = Drawing(request)
    events = list(artist.draw(drawing, studio, Stop()))
    assert isinstance(events[-1], Finished)
    return drawing, events


def seen(server: ScriptedServer) -> str:
    """Return what the last message of the last request says."""
    said = server.requests[-1]["messages"][-1]["content"]
    return said if isinstance(said, str) else said[0]["text"]


def pixels(file: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(file)))


def test_nobody_looks_unless_told_to(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(RED_DISC)
    drawing, events = drawn(replace(studio, look=Look.OFF))
    assert len(server.requests) == len(drawing.attempts) == 1
    assert LOOKS not in [event.stage for event in events if isinstance(event, Progress)]
    assert artist.Studio(studio.model, studio.sandbox).look is Look.OFF


def test_the_model_is_told_its_request_its_code_and_what_is_in_the_picture(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(BLUE_DISC, AS_ASKED)
    drawing, _ = drawn(studio)
    system, wish, code, told = (message["content"] for message in server.requests[-1]["messages"])
    assert "NumPy" in system
    assert RED.prompt in wish
    assert drawing.code in code
    assert "colour (20, 40, 220): " in told
    (attempt,) = drawing.attempts
    assert attempt.failed
    for wrong in attempt.failed:
        assert f"- asked for: {wrong.words}; in the picture: {wrong.found}" in told
    assert "- as asked: background white" in told
    assert AS_ASKED in told
    assert images_of(server.requests[-1]) == []


def test_a_model_that_is_content_leaves_one_attempt_with_its_words_and_what_they_took(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(Answer(RED_DISC, cost=0.5), Answer(AS_ASKED, cost=0.25))
    drawing, events = drawn(studio)
    (attempt,) = drawing.attempts
    assert drawing.attempt is attempt
    assert (attempt.look, attempt.outcome) == (AS_ASKED, Outcome.DRAWN)
    assert attempt.picture is not None
    assert (attempt.usage.prompt_tokens, attempt.usage.cost) == (200, 0.75)
    assert 'looked at: "AS ASKED"' in caption(drawing, attempt, False)
    first, second = (event for event in events if isinstance(event, Ended))
    assert second.attempt is attempt
    assert second.attempt.timings.total > first.attempt.timings.total


def test_the_stages_say_that_it_looks(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(RED_DISC, Answer(AS_ASKED, reasoning="is it red?", delay=0.4))
    _, events = drawn(studio)
    began = next(i for i, event in enumerate(events) if isinstance(event, Started) and event.looks)
    assert events[began] == Started("scripted-1", 1, looks=True)
    stages = [event.stage for event in events[began:] if isinstance(event, Progress)]
    assert len(stages) > 2
    assert set(stages) == {LOOKS}
    assert "".join(event.text for event in events[began:] if isinstance(event, Wrote)) == AS_ASKED


def test_a_correction_that_is_better_is_selected_and_both_are_kept(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(BLUE_DISC, f"It is blue.\n\n{RED_DISC}")
    drawing, events = drawn(studio)
    blue, red = drawing.attempts
    assert drawing.attempt is red
    assert red.corrects == blue.id
    assert blue.failed
    assert not red.failed
    assert red.text.startswith("It is blue.")
    assert "attempt 2 of 2" in caption(drawing, red, False)
    assert "corrected after a look" in caption(drawing, red, False)
    assert "corrected after a look" in notes(drawing, red, ())
    assert isinstance(events[-2], Ended)
    assert any(isinstance(event, Grew) for event in events[-5:]), "it is run, isolated, as any other"
    assert red.isolation.startswith("isolated")


def test_a_correction_wins_a_tie(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(RED_DISC, OTHER)
    drawing, _ = drawn(studio)
    assert [len(attempt.failed) for attempt in drawing.attempts] == [0, 0]
    assert drawing.attempt is drawing.attempts[1]


@pytest.mark.parametrize("worse", [BLUE_DISC, INDEX_ERROR, program("import os\nimage = 3")])
def test_a_correction_that_is_worse_is_kept_and_not_selected(
    studio: artist.Studio, server: ScriptedServer, worse: str
) -> None:
    server.say(RED_DISC, worse)
    drawing, _ = drawn(studio)
    good, bad = drawing.attempts
    assert drawing.attempt is good
    assert bad.corrects == good.id
    assert bad.failed or not bad.usable
    assert not good.look
    assert any(note.startswith("chosen: no other attempt") for note in notes(drawing, good, ()))


def test_there_is_one_look_and_it_counts_against_no_retry(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(INDEX_ERROR, BLUE_DISC, BLUE_DISC.replace("20, 40", "20, 60"), BLUE_DISC.replace("20, 40", "20, 80"))
    drawing, events = drawn(replace(studio, retries=2))
    assert len(drawing.attempts) == len(server.requests) == 4
    assert [event.looks for event in events if isinstance(event, Started)] == [False, False, False, True]
    assert drawing.attempts[3].corrects == drawing.attempts[1].id, "it looks at the best, of equals the first"
    assert drawing.attempt is drawing.attempts[3]


def test_without_a_picture_there_is_nothing_to_look_at(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(GIVES_UP)
    drawn(studio)
    server.say(RED_DISC)
    drawing, _ = drawn(replace(studio, sandbox=Sandbox(layers=())))
    assert drawing.attempts[0].outcome is Outcome.UNCHECKED
    assert len(server.requests) == 2


def test_a_look_counts_against_patience(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(RED_DISC)
    drawing, _ = drawn(replace(studio, patience=0.0))
    assert len(server.requests) == 1
    assert drawing.attempt is not None


def test_a_refinement_is_looked_at_with_its_own_words(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(RED_DISC)
    drawing, _ = drawn(replace(studio, look=Look.OFF))
    server.say(BLUE_DISC, BLUE_DISC.replace("32", "31"))
    change = artist.Change(drawing.attempts[0], RED.prompt, "make it blue")
    list(artist.draw(drawing, studio, Stop(), change))
    wish = server.requests[-1]["messages"][1]["content"]
    assert RED.prompt in wish
    assert "make it blue" in wish
    _, blue, corrected = drawing.attempts
    assert (corrected.asked, corrected.corrects, corrected.checks) == ("make it blue", blue.id, ())
    assert drawing.attempt is corrected


def test_a_small_model_looks_too_and_is_told_facts_where_it_cannot_see(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(RED_DISC.removeprefix(SAID), Answer(AS_ASKED, images=0))
    model = OpenAIModel("tiny", Line(server.url, "none"), small=True)
    drawing, _ = drawn(replace(studio, model=model, look=Look.IMAGE))
    model.close()
    (attempt,) = drawing.attempts
    assert (attempt.look, attempt.notes) == (AS_ASKED, ())
    assert server.requests[-1]["messages"][-1]["role"] == "user", "its answer is not begun"


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (RED, RED_DISC),
        (
            Request("a slope", size=Size(48, 72), mode=Mode.GRAY),
            program("image = np.tile(np.arange(72, dtype=np.uint8) * 3, (48, 1))"),
        ),
    ],
    ids=["rgb", "gray"],
)
def test_the_png_that_arrives_is_the_drawn_array(
    studio: artist.Studio, server: ScriptedServer, request_: Request, answer: str
) -> None:
    server.say(Answer(answer, images=0), Answer(AS_ASKED, images=1))
    drawing, _ = drawn(replace(studio, look=Look.IMAGE), request_)
    (file,) = images_of(server.requests[-1])
    assert drawing.array is not None
    assert np.array_equal(pixels(file), drawing.array)
    assert drawing.attempts[0].look == AS_ASKED
    assert "colour " in seen(server), "the facts go along"


def test_a_large_picture_is_sent_with_at_most_512_pixels_a_side(studio: artist.Studio, server: ScriptedServer) -> None:
    large = Request("a red disc", size=Size(600, 1100))
    server.say(disc(rows=600, cols=1100), Answer(AS_ASKED, images=1))
    drawing, _ = drawn(replace(studio, look=Look.IMAGE), large)
    sent = pixels(images_of(server.requests[-1])[0])
    assert sent.shape == (279, 512, 3)
    assert sent[139, 256].tolist() == [200, 30, 30]
    assert drawing.array is not None
    assert drawing.array.shape == (600, 1100, 3)


@pytest.mark.parametrize("answer", [AS_ASKED, OTHER], ids=["content", "corrected"])
@pytest.mark.parametrize("status", [400, 404, 415, 422, 500])
def test_where_images_are_refused_the_model_is_told_facts_and_the_person_once(
    studio: artist.Studio, server: ScriptedServer, status: int, answer: str
) -> None:
    looks = Answer(answer, refuses_images=status)
    server.say(RED_DISC, *[looks] * (3 if status == 500 else 2), RED_DISC, looks)  # the client asks twice after a 500
    drawing, _ = drawn(replace(studio, look=Look.IMAGE))
    told = drawing.attempts[-1]
    assert told.look == AS_ASKED or told.corrects
    (note,) = told.notes
    assert note == "scripted-1 takes no images: it was told what is in the picture instead"
    assert note in caption(drawing, told, False)
    asked = len(server.requests)
    again, _ = drawn(replace(studio, look=Look.IMAGE))
    assert len(server.requests) == asked + 2, "it is not tried again"
    assert again.attempts[-1].notes == ()


@pytest.mark.parametrize(
    ("answer", "outcomes"),
    [
        (Answer(status=429), [Outcome.DRAWN]),
        (Answer(OTHER, break_after=9), [Outcome.DRAWN, Outcome.CUT]),
    ],
    ids=["at once", "midway"],
)
def test_a_model_that_fails_when_it_looks_takes_nothing_away(
    studio: artist.Studio, server: ScriptedServer, answer: Answer, outcomes: list[Outcome]
) -> None:
    server.say(RED_DISC, answer)
    drawing, events = drawn(studio)
    assert [attempt.outcome for attempt in drawing.attempts] == outcomes
    attempt = drawing.attempts[0]
    assert drawing.attempt is attempt
    assert drawing.array is not None
    assert attempt.look == ""
    if outcomes == [Outcome.DRAWN]:
        assert attempt.notes[0].startswith("not looked at: 127.0.0.1")
    assert isinstance(events[-2], Ended)


def test_an_image_that_holds_the_persons_arrays_is_not_sent(studio: artist.Studio, server: ScriptedServer) -> None:
    photo = np.random.default_rng(3).integers(0, 256, (64, 64, 3), np.uint8)
    server.say(program("image = photo[::-1].copy()"), Answer(AS_ASKED, images=0))
    drawing, _ = drawn(replace(studio, look=Look.IMAGE, arrays={"photo": photo}), Request("it", size=Size(64, 64)))
    assert drawing.array is not None
    assert np.array_equal(drawing.array, photo[::-1])
    assert drawing.attempts[0].look == AS_ASKED
    assert "`photo` is a NumPy array" in server.requests[-1]["messages"][1]["content"]


def test_a_stop_while_it_looks_keeps_the_picture(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(RED_DISC, Answer(AS_ASKED, delay=30))
    drawing, stop = Drawing(RED), Stop()
    for event in artist.draw(drawing, studio, stop):
        if isinstance(event, Started) and event.looks:
            threading.Timer(0.3, stop.set).start()
    (attempt,) = drawing.attempts
    assert (attempt.outcome, attempt.look) == (Outcome.DRAWN, "")
    assert drawing.attempt is attempt


def test_a_look_that_is_closed_keeps_what_arrived_and_selects_the_picture(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(RED_DISC, Answer(BLUE_DISC, hang_after=12))
    drawing = Drawing(RED)
    events = artist.draw(drawing, studio, Stop())
    looks = False
    for event in events:
        looks = looks or (isinstance(event, Started) and event.looks)
        if looks and isinstance(event, Wrote):
            events.close()  # type: ignore[attr-defined]
    red, rest = drawing.attempts
    assert (rest.outcome, rest.corrects) == (Outcome.STOPPED, red.id)
    assert drawing.attempt is red


def test_every_candidate_is_looked_at_and_a_correction_wins_a_tie_there_too(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    drawing = Drawing(RED)
    server.say(Answer(RED_DISC, delay=0.5), Answer(RED_DISC, delay=0.5), Answer(OTHER))
    *_, last = candidates.draw(drawing, studio, Stop(), 2)
    assert isinstance(last, Finished)
    assert len(drawing.attempts) == 4
    assert [attempt.corrects for attempt in drawing.attempts] == [
        "",
        drawing.attempts[0].id,
        "",
        drawing.attempts[2].id,
    ]
    assert drawing.attempt is drawing.attempts[1]
    assert last.candidates == (drawing.attempts[1], drawing.attempts[3])


LOOKED = Attempt("m", text=RED_DISC, code=RED_DISC.removeprefix(SAID).removeprefix("```python\n").removesuffix("```\n"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AS ASKED", "AS ASKED"),
        ("**As asked.**", "**As asked.**"),
        ("<think>Is it red? ```python\nx = 1\n```</think>\nAS ASKED!", "AS ASKED!"),
        ("```\nAS ASKED\n```", "AS ASKED"),
        ("```python\nAS ASKED\n```", "AS ASKED"),
        (f"AS ASKED\n\n{OTHER.removeprefix(SAID)}", "AS ASKED"),
        ("Everything is there, and red.", "Everything is there, and red."),
        ("It is too small, but I cannot help it.", "It is too small, but I cannot help it."),
        (RED_DISC.removeprefix(SAID), "(the same program)"),
        (f"Nothing to change:\n{RED_DISC.removeprefix(SAID)}", "Nothing to change:"),
        ("", "(no answer)"),
        (OTHER, ""),
        (f"As asked, here is the corrected program:\n\n{OTHER.removeprefix(SAID)}", ""),
        (f"Not AS ASKED.\n\n{OTHER.removeprefix(SAID)}", ""),
        (OTHER.removeprefix(SAID).removeprefix("```python\n").removesuffix("```\n"), ""),
    ],
)
def test_who_writes_no_other_program_is_content(text: str, words: str) -> None:
    assert content(text, LOOKED, "image") == words


def test_what_is_kept_holds_the_words_and_no_pixels_and_a_replay_looks_at_nothing(
    provider: ScriptedServer, session: Session
) -> None:
    provider.say(RED_DISC, Answer(AS_ASKED, images=1))
    order = Order(look=Look.IMAGE)
    session.draw(RED, order)
    (path,) = Path(session.settings.store_folder()).glob("*.json")
    text = path.read_text()
    assert AS_ASKED in text
    assert "base64" not in text
    assert "iVBOR" not in text
    assert len(text) < 3_000
    drawing = Session().draw(RED, order)
    assert len(provider.requests) == 2
    assert drawing.attempts[0].look == AS_ASKED, "the kept words stay"
    entries = [json.loads(line) for line in text.splitlines()]
    for attempt in (entry for entry in entries if "id" in entry):
        del attempt["look"], attempt["corrects"]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    older = Session().store.load(RED)
    assert older is not None
    assert (older.attempts[0].look, older.attempts[0].corrects) == ("", "")


def test_a_kept_correction_stays_one(provider: ScriptedServer, session: Session) -> None:
    provider.say(BLUE_DISC, RED_DISC)
    session.draw(RED, Order(look=Look.FACTS, retries=0))
    drawing = Session().draw(RED, Order())
    assert drawing.attempt is drawing.attempts[1]
    assert drawing.attempts[1].corrects == drawing.attempts[0].id
    assert drawing.attempts[1].picture is not None


def test_the_setting_the_order_and_the_function_say_whether_it_looks(provider: ScriptedServer) -> None:
    import chatimg_magic
    from chatimg_magic import settings

    provider.say(RED_DISC, Answer(AS_ASKED, images=1))
    assert chatimg_magic.draw("a red disc", size=64, look="image").attempts[0].look == AS_ASKED
    settings.current().look = "facts"
    provider.say(RED_DISC, Answer(AS_ASKED, images=0))
    assert chatimg_magic.draw("a red disc", size=64, fresh=True).attempts[-1].look == AS_ASKED
    provider.say(RED_DISC)
    assert chatimg_magic.draw("a red disc", size=64, fresh=True, look="off").attempts[-1].look == ""
    with pytest.raises(BadOption, match="'closely' is not a way to look"):
        chatimg_magic.draw("a red disc", size=64, look="closely")
