"""The drawing loop, on the scripted server and real workers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from chatimg_magic import artist
from chatimg_magic.artist.trial import Trial
from chatimg_magic.drawing import Drawing, NoPicture, Outcome
from chatimg_magic.events import Finished, Grew, Started, Wrote
from chatimg_magic.models import Stop
from chatimg_magic.models.line import Line
from chatimg_magic.models.openai import OpenAIModel
from chatimg_magic.request import Mode, Request, Size
from chatimg_magic.sandbox import Limits, Result, Run, Sandbox
from chatimg_magic.session import Order, Session
from tests.answers import ALL_BLACK, GIVES_UP, INDEX_ERROR, NAN_INDEX, SAID, SQUARE, TRUTH_ERROR, disc, program
from tests.servers.scripted import Answer, ScriptedServer

REQUEST = Request("a disc", size=Size(64, 64))


@pytest.fixture
def studio(server: ScriptedServer) -> Iterator[artist.Studio]:
    model = OpenAIModel("scripted-1", Line(server.url, "none"))
    yield artist.Studio(model, Sandbox(), temperature=0.2)
    model.close()


@pytest.fixture
def session() -> Iterator[Session]:
    opened = Session()
    yield opened
    opened.close()


def finished(studio: artist.Studio, request: Request = REQUEST) -> Drawing:
    drawing = Drawing(request)
    events = list(artist.draw(drawing, studio, Stop()))
    assert isinstance(events[-1], Finished)
    return drawing


def outcomes(drawing: Drawing) -> list[Outcome]:
    return [attempt.outcome for attempt in drawing.attempts]


def test_the_picture_grows_while_the_model_still_writes(studio: artist.Studio, server: ScriptedServer) -> None:
    rows = "\n".join(f"image[{8 * i}:{8 * i + 4}] = {30 * i}, 200, 90" for i in range(8))
    server.say(Answer(program(f"image = np.zeros((64, 64, 3), np.uint8)\n{rows}"), pace=0.02))
    kinds = [type(event) for event in artist.draw(Drawing(REQUEST), studio, Stop())]
    assert kinds[0] is Started
    assert kinds.index(Grew) < len(kinds) - 1 - kinds[::-1].index(Wrote), "a picture came before the last word"
    assert kinds.count(Grew) >= 3


def test_the_articles_errors_in_a_row_are_repaired(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(INDEX_ERROR, TRUTH_ERROR, NAN_INDEX, ALL_BLACK, GIVES_UP, disc())
    drawing = finished(replace(studio, retries=5))
    assert outcomes(drawing) == [
        Outcome.FAILED,
        Outcome.FAILED,
        Outcome.FAILED,
        Outcome.BAD_PICTURE,
        Outcome.NO_CODE,
        Outcome.DRAWN,
    ]
    said = [request["messages"][-1]["content"] for request in server.requests[1:]]
    for words, message in zip(
        ["index 64 is out of bounds", "truth value of an array", "IndexError", "blank", "no Python code"],
        said,
        strict=True,
    ):
        assert words in message
    begun = len(server.requests[0]["messages"])
    assert [len(r["messages"]) - begun for r in server.requests] == [0, 2, 4, 6, 8, 10], "the conversation goes on"
    heat = [request["temperature"] for request in server.requests]
    assert heat == sorted(heat)
    assert heat[0] < heat[1] <= 1.0


def test_a_small_model_gets_a_fresh_sample_instead_of_a_conversation(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(*(answer.removeprefix(SAID) for answer in (INDEX_ERROR, disc())))
    model = OpenAIModel("tiny", Line(server.url, "none"), small=True)
    drawing = finished(replace(studio, model=model))
    model.close()
    assert outcomes(drawing) == [Outcome.FAILED, Outcome.DRAWN]
    first, second = server.requests
    assert [message["role"] for message in second["messages"]].count("system") == 1
    assert second["messages"][-1] == first["messages"][-1], "nothing is said of the first answer"
    assert (first["temperature"], second["temperature"]) == (0.0, 0.7)
    assert first["seed"] != second["seed"]


@pytest.mark.parametrize("small", [True, False])
def test_the_setting_decides_whether_a_failed_check_is_drawn_anew_or_told(
    provider: ScriptedServer, session: Session, small: bool
) -> None:
    session.settings.capability = "small" if small else "capable"
    provider.say(*(answer.removeprefix(SAID) for answer in (BLUE_DISC, RED_DISC)))
    drawing = session.draw(RED, Order())
    assert outcomes(drawing) == [Outcome.DRAWN, Outcome.DRAWN]
    first, second = (request["messages"] for request in provider.requests)
    told = second[-1]["content"]
    assert (first[-1]["role"], second[-1]["role"]) == (("assistant",) * 2 if small else ("user",) * 2)
    assert ("measured in the picture" in told) == (not small)


RED = Request("a red disc on a white background", size=Size(64, 64))
BLUE_DISC, RED_DISC = disc(colour="(20, 40, 220)"), disc()


def test_a_picture_that_is_not_as_asked_goes_back_to_a_capable_model_in_measured_words(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(BLUE_DISC, RED_DISC)
    drawing = finished(studio, RED)
    assert outcomes(drawing) == [Outcome.DRAWN, Outcome.DRAWN]
    first, second = drawing.attempts
    assert first.failed
    assert not second.failed
    assert drawing.attempt is second
    complaint = server.requests[1]["messages"][-1]["content"]
    assert all(check.found in complaint and check.words in complaint for check in first.failed)
    assert "red" in complaint


def test_a_small_model_draws_again_with_other_examples_while_a_check_fails(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(BLUE_DISC.removeprefix(SAID), RED_DISC.removeprefix(SAID))
    model = OpenAIModel("tiny", Line(server.url, "none"), small=True)
    drawing = finished(replace(studio, model=model), RED)
    model.close()
    assert drawing.attempt is drawing.attempts[1]
    first, second = (request["messages"] for request in server.requests)
    assert first[0] == second[0]
    assert first[-2:] == second[-2:], "the person's words, and how the answer begins"
    assert first[1:-2] != second[1:-2], "the examples"


def test_of_several_attempts_the_one_with_most_checks_held_is_selected(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    striped = program("image = np.full((64, 64, 3), 90, np.uint8)\nimage[::8] = (20, 40, 220)")
    server.say(striped, BLUE_DISC, striped.replace("90", "91"))
    drawing = finished(studio, RED)
    assert len(drawing.attempts) == 3
    assert [len(attempt.failed) for attempt in drawing.attempts][1] == min(len(a.failed) for a in drawing.attempts)
    assert drawing.attempt is drawing.attempts[1]


SWAPPED = program(
    """yy, xx = np.mgrid[0:64, 0:96]
image = np.full((64, 96, 3), 255, np.uint8)
square = np.hypot(yy - 32, xx - 24) <= 16
image[square] = (255, 0, 0)
circle = (abs(yy - 32) <= 16) & (abs(xx - 70) <= 16)
image[circle] = (0, 0, 255)"""
)


def test_a_name_in_the_code_does_not_outvote_what_is_measured(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(SWAPPED)
    request = Request("A red square left of a blue circle on white", size=Size(64, 96))
    (attempt,) = finished(replace(studio, retries=0), request).attempts
    assert {check.words: check.found for check in attempt.failed} == {
        "red square": "a circle",
        "blue circle": "a square",
    }


def test_a_model_that_answers_with_the_same_program_is_believed(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(BLUE_DISC, BLUE_DISC, RED_DISC)
    drawing = finished(studio, RED)
    assert len(drawing.attempts) == 2
    assert drawing.attempt is drawing.attempts[0]


def test_patience_bounds_how_long_a_better_answer_is_waited_for(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(BLUE_DISC, RED_DISC)
    drawing = finished(replace(studio, patience=0.0), RED)
    assert len(drawing.attempts) == 1
    assert drawing.attempt is not None
    assert drawing.attempt.failed


def test_what_was_measured_is_kept_with_the_drawing(provider: ScriptedServer, session: Session) -> None:
    provider.say(BLUE_DISC)
    drawing = session.draw(RED, Order(retries=0))
    kept = Session().store.load(RED)
    assert kept is not None
    assert kept.attempts[0].checks == drawing.attempts[0].checks
    assert kept.attempts[0].failed
    again = Session().draw(RED, Order())
    assert again.attempts[0].checks == drawing.attempts[0].checks, "measured anew, the same"
    assert len(provider.requests) == 1


def test_without_checks_whatever_runs_is_done(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(BLUE_DISC)
    (attempt,) = finished(replace(studio, checks=False), RED).attempts
    assert attempt.checks == ()


def test_a_refinement_is_not_held_against_the_words_of_the_first_request(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(RED_DISC, BLUE_DISC)
    drawing = finished(studio, RED)
    change = artist.Change(drawing.attempts[0], RED.prompt, "make it blue")
    list(artist.draw(drawing, studio, Stop(), change))
    assert len(drawing.attempts) == 2
    assert drawing.attempts[1].checks == ()
    assert drawing.attempt is drawing.attempts[1]


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        (program("import os\nimage = np.zeros((64, 64, 3), np.uint8)"), Outcome.REFUSED, "line 2 imports os"),
        (
            program("image = np.zeros((32, 64, 3), np.uint8)\nimage[3:9] = 1"),
            Outcome.BAD_PICTURE,
            "(32, 64, 3), but (64, 64, 3)",
        ),
        (program("image = np.full((64, 64, 3), np.nan)"), Outcome.BAD_PICTURE, "only NaN"),
        (program("picture_of_nothing = 3"), Outcome.BAD_PICTURE, "no variable `image`"),
        (
            program("def image():\n    return np.zeros((64, 64, 3), np.uint8)"),
            Outcome.BAD_PICTURE,
            "no variable `image`",
        ),
        (program("image = np.zeros((64, 64, 3), np.uint8\n"), Outcome.REFUSED, "not valid Python"),
    ],
    ids=["import", "shape", "nan", "no variable", "a function", "syntax"],
)
def test_what_is_wrong_is_said_with_numbers(
    studio: artist.Studio, server: ScriptedServer, answer: str, outcome: Outcome, words: str
) -> None:
    server.say(answer)
    drawing = finished(replace(studio, retries=0))
    assert outcomes(drawing) == [outcome]
    assert words in drawing.attempts[0].problems[0].message
    assert drawing.attempt is None


def test_code_under_another_name_is_taken_and_says_so(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(disc("img"))
    drawing = finished(studio)
    assert outcomes(drawing) == [Outcome.DRAWN]
    assert drawing.code.endswith("image = img\n")


def test_endless_code_ends_within_its_limit(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(program("image = np.zeros((64, 64, 3), np.uint8)\nwhile image[1, 1, 1] < 1:\n    image[0, 0] = 1"))
    drawing = finished(replace(studio, retries=0, sandbox=Sandbox(Limits(seconds=1.0))))
    assert "longer than 1 s" in drawing.attempts[0].problems[0].message


def test_printed_output_is_kept(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(program("print('hello', 6 * 7)\nimage = np.zeros((64, 64, 3), np.uint8)\nimage[3:9] = 200"))
    assert finished(studio).attempts[0].printed == "hello 42\n"


def test_without_isolation_the_code_is_not_run_but_kept_for_review(
    studio: artist.Studio, server: ScriptedServer
) -> None:
    server.say(SQUARE)
    request = Request("a square", "square", Size(200, 200), Mode.GRAY)
    drawing = finished(replace(studio, sandbox=Sandbox(layers=())), request)
    (attempt,) = drawing.attempts
    assert attempt.outcome is Outcome.UNCHECKED
    assert attempt.picture is None
    assert "square[inside] = 255" in attempt.code
    assert attempt.isolation.startswith("not isolated: ")
    assert "read" in attempt.isolation


class Forgetful(Sandbox):
    """Isolates no worker that shall load heavy modules."""

    def start(self, imports: tuple[str, ...] = ()) -> Run:
        return Run(self.limits, () if imports else self.layers, imports)


def test_a_second_worker_without_isolation_runs_nothing_either(studio: artist.Studio, server: ScriptedServer) -> None:
    pytest.importorskip("scipy")
    server.say(program("from scipy import ndimage\nimage = ndimage.zoom(np.eye(64), 1)"))
    (attempt,) = finished(replace(studio, sandbox=Forgetful())).attempts
    assert attempt.outcome is Outcome.UNCHECKED
    assert attempt.isolation.startswith("not isolated: ")


def test_a_stop_from_another_thread_ends_the_drawing(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(Answer(disc(), hang_after=8))
    stop, drawing = Stop(), Drawing(REQUEST)
    threading.Timer(0.5, stop.set).start()
    events = list(artist.draw(drawing, studio, stop))
    assert isinstance(events[-1], Finished)
    assert outcomes(drawing) == [Outcome.STOPPED]
    assert drawing.attempts[0].text.startswith("Sure!")


def test_closing_the_generator_keeps_what_arrived(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(Answer(disc(), hang_after=8))
    drawing = Drawing(REQUEST)
    events = artist.draw(drawing, studio, Stop())
    while not isinstance(next(events), Wrote):
        pass
    events.close()  # type: ignore[attr-defined]
    assert outcomes(drawing) == [Outcome.STOPPED]


def test_a_line_that_breaks_keeps_what_arrived(studio: artist.Studio, server: ScriptedServer) -> None:
    server.say(Answer(disc(), break_after=8))
    drawing = Drawing(REQUEST)
    list(artist.draw(drawing, studio, Stop()))
    assert outcomes(drawing) == [Outcome.CUT] * 3
    assert drawing.attempts[0].text.startswith("Sure!")
    assert "after 32 characters" in drawing.attempts[0].problems[0].message


def test_walls_that_are_white_on_white_are_a_failed_check(studio: artist.Studio, server: ScriptedServer) -> None:
    roof = "image = np.full((64, 64, 3), 255, np.uint8)\nimage[5:20, 20:44] = 200, 30, 30\n"
    walls = f"{roof}walls = np.s_[20:50, 22:42]\n"
    server.say(program(f"{walls}image[walls] = 255"), program(f"{walls}image[walls] = 240, 220, 180"))
    drawing = finished(studio, Request("a house", size=Size(64, 64)))
    white, beige = drawing.attempts
    assert [(check.words, check.found) for check in white.failed] == [
        ("every part of the code", "walls not to be seen")
    ]
    assert "walls not to be seen" in server.requests[-1]["messages"][-1]["content"]
    assert drawing.attempt is beige


def test_heavy_imports_are_loaded_before_the_lock(studio: artist.Studio, server: ScriptedServer) -> None:
    pytest.importorskip("scipy.ndimage")
    server.say(
        "```python\nimport numpy as np\nfrom scipy.ndimage import gaussian_filter\n"
        "image = np.zeros((64, 64, 3))\nimage[20:40] = 1\nimage = gaussian_filter(image, (3, 3, 0))\n```"
    )
    assert outcomes(finished(studio)) == [Outcome.DRAWN]


def test_a_kept_drawing_is_run_again_and_asks_nobody(provider: ScriptedServer, session: Session) -> None:
    provider.say(disc())
    first = session.draw(REQUEST, Order())
    provider.close()
    again = Session().draw(REQUEST, Order())
    assert len(provider.requests) == 1
    assert again.array is not None
    assert np.array_equal(again.array, first.array)
    assert again.attempts[0].id == first.attempts[0].id


def test_failed_attempts_are_kept_and_do_not_count_as_an_answer(provider: ScriptedServer, session: Session) -> None:
    provider.say(GIVES_UP)
    with pytest.raises(NoPicture) as caught:
        session.draw(REQUEST, Order(retries=0))
    assert GIVES_UP in caught.value.drawing.attempts[0].text
    provider.say(disc())
    drawing = session.draw(REQUEST, Order())
    assert outcomes(drawing) == [Outcome.NO_CODE, Outcome.DRAWN]


def test_nothing_secret_and_no_pixels_are_written(provider: ScriptedServer, session: Session) -> None:
    provider.say(disc())
    session.draw(REQUEST, Order())
    (path,) = Path(session.settings.store_folder()).glob("*.json")
    text = path.read_text()
    assert "sk-test" not in text
    assert "http" not in text
    assert len(text) < 3_000


def test_draw_from_python_returns_the_drawing(provider: ScriptedServer) -> None:
    import chatimg_magic

    provider.say(disc("thing", 40, 50))
    drawing = chatimg_magic.draw("a disc", name="thing", size="40x50")
    assert isinstance(drawing, chatimg_magic.Drawing)
    assert drawing.array is not None
    assert (drawing.array.shape, drawing.array.dtype) == ((40, 50, 3), np.uint8)
    assert drawing._repr_png_()[:4] == b"\x89PNG"  # type: ignore[index]
    assert "drawn" in repr(drawing)


def test_a_module_that_a_library_imports_at_its_first_use_is_loaded_for_it() -> None:
    pytest.importorskip("skimage")
    source = "from skimage.segmentation import relabel_sequential as again\nimport numpy as np\nimage = np.eye(9)\n"
    trial = Trial(Sandbox(), Request("x"), {})
    try:
        trial.offer(source)
        results = [
            step for step in trial.complete(source + "again(np.eye(4, dtype=int))\n") if isinstance(step, Result)
        ]
        assert [(result.failure, result.tried) for result in results] == [(None, ())]
        absent = "import numpy as np\nraise ModuleNotFoundError(\"No module named 'scipy.nothing'\")\n"
        (result,) = (step for step in trial.complete(absent) if isinstance(step, Result))
        assert result.failure is not None
    finally:
        trial.close()
