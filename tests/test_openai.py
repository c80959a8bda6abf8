"""Models behind an OpenAI-compatible server, through the real client."""

from __future__ import annotations

import base64
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from chatimg_magic.drawing import Ending
from chatimg_magic.errors import ChatImgError, NoProvider, ProviderError
from chatimg_magic.models import Closed, Counted, Message, Question, Stage, Stop, Text, Thinking, Waits, silence
from chatimg_magic.models.choice import Wish, choose
from chatimg_magic.models.line import Line, Lines
from chatimg_magic.models.local import CONTEXT, LONG_CONTEXT, MAX_TOKENS, LocalModel
from chatimg_magic.models.openai import OPENAI, OpenAIModel
from chatimg_magic.picture import glance
from chatimg_magic.settings import ChatImg
from tests.conftest import ROOT
from tests.servers.scripted import Answer, ScriptedServer, images_of

KEY = "sk-test-0123456789abcdef"
QUESTION = Question((Message("user", "draw"),), temperature=0.3, seed=7)


def ask(model: OpenAIModel, question: Question = QUESTION) -> str:
    return "".join(piece.text for piece in model.answer(question, Stop()) if isinstance(piece, Text))


@pytest.fixture
def lines() -> Iterator[Lines]:
    opened = Lines()
    yield opened
    opened.close()


@pytest.fixture
def model(server: ScriptedServer) -> Iterator[OpenAIModel]:
    opened = OpenAIModel("scripted-1", Line(server.url, KEY), max_tokens=500)
    yield opened
    opened.close()


def test_the_answer_arrives_in_pieces_with_the_servers_counts(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say("a streamed answer: ü 🎨")
    pieces = list(model.answer(QUESTION, Stop()))
    texts = [piece.text for piece in pieces if isinstance(piece, Text)]
    assert "".join(texts) == "a streamed answer: ü 🎨"
    assert len(texts) > 3
    (counted,) = [piece.usage for piece in pieces if isinstance(piece, Counted)]
    assert (counted.prompt_tokens, counted.completion_tokens) == (100, len(texts))
    (sent,) = server.requests
    assert (sent["temperature"], sent["seed"], sent["max_tokens"], sent["stream"]) == (0.3, 7, 500, True)
    assert server.keys == [KEY]


@pytest.mark.parametrize(
    ("said", "text"),
    [("b = 2\n```", "```python\na = 1\nb = 2\n```"), ("```python\nb = 2\n```", "```python\nb = 2\n```")],
    ids=["goes on", "begins anew"],
)
def test_an_answer_that_is_begun_is_whole(model: OpenAIModel, server: ScriptedServer, said: str, text: str) -> None:
    server.say(said)
    begun = Message("assistant", "```python\na = 1\n")
    assert ask(model, Question((*QUESTION.messages, begun))) == text
    assert server.requests[0]["messages"][-1] == {"role": "assistant", "content": "```python\na = 1\n"}


def test_reasoning_is_never_part_of_the_answer(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer("the answer", reasoning="```python\nevil = 1\n```"))
    pieces = list(model.answer(QUESTION, Stop()))
    assert "".join(p.text for p in pieces if isinstance(p, Text)) == "the answer"
    assert "evil" in "".join(p.text for p in pieces if isinstance(p, Thinking))


@pytest.mark.parametrize("refused", [("temperature",), ("max_tokens",), ("stream_options",), ("temperature", "seed")])
def test_what_a_model_refuses_is_left_out_once_and_for_good(
    model: OpenAIModel, server: ScriptedServer, refused: tuple[str, ...]
) -> None:
    server.say(Answer("fine", refuses=refused))
    assert ask(model) == "fine"
    names = [name for name in ("temperature", "seed", "max_tokens", "stream_options") if name in refused]
    left_out = [[name for name in names if name not in request] for request in server.requests]
    assert left_out == [names[:count] for count in range(len(names) + 1)], "each when it is named"
    assert ask(model) == "fine"
    assert len(server.requests) == len(names) + 2, "the refusal is remembered"
    assert len(server.requests[0]) - len(server.requests[-1]) == len(names), "nothing else is left out"


def test_a_refusal_that_names_nothing_drops_all_that_is_optional(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer(status=422, error="unprocessable"), "fine")
    assert ask(model) == "fine"
    assert set(server.requests[1]) == {"model", "messages", "stream"}


def test_a_model_is_unknown_in_words(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer(status=404, error="no such model"))
    with pytest.raises(ProviderError, match="does not know the model 'scripted-1'"):
        ask(model)
    assert len(server.requests) == 1


def test_no_error_shows_a_key(model: OpenAIModel, server: ScriptedServer) -> None:
    server.required_key = "sk-another-987654321"
    with pytest.raises(ProviderError) as caught:
        ask(model)
    assert KEY not in str(caught.value)
    server.required_key = ""
    server.say(Answer(status=400, error=f"bad request with {KEY}"))
    with pytest.raises(ProviderError) as caught:
        ask(model)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("answer", [Answer("x" * 400, delay=30), Answer("x" * 400, hang_after=3)])
def test_a_stop_from_another_thread_closes_the_stream(
    model: OpenAIModel, server: ScriptedServer, answer: Answer
) -> None:
    server.say(answer)
    stop = Stop()
    began = 0.0
    for _ in model.answer(QUESTION, stop):
        if server.requests and not began:
            began = time.monotonic()
            threading.Timer(0.3, stop.set).start()
    assert 0 < time.monotonic() - began < 3
    assert _eventually(lambda: server.disconnects == 1)


def test_closing_the_iterator_closes_the_stream(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer("x" * 400, hang_after=3))
    pieces = model.answer(QUESTION, Stop())
    while not isinstance(next(pieces), Text):
        pass
    pieces.close()
    assert _eventually(lambda: server.disconnects == 1)


def test_a_broken_connection_keeps_what_arrived(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer("a few words and then the line breaks", break_after=4))
    pieces = [piece for piece in model.answer(QUESTION, Stop()) if isinstance(piece, (Text, Closed))]
    assert pieces[0] == Text("a fe")
    assert pieces[-1] == Closed(Ending.CUT_OFF, "the connection ended after 16 characters")


def test_one_client_serves_many_threads(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer("together", pace=0.01))
    said: list[str] = []
    threads = [threading.Thread(target=lambda: said.append(ask(model))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert said == ["together"] * 6


BEGUN = Question((Message("user", "draw"), Message("assistant", "```python\nimport numpy as np\n")))


def test_a_server_that_does_not_go_on_from_a_beginning_is_asked_without_it_from_then_on(
    model: OpenAIModel, server: ScriptedServer
) -> None:
    server.say(Answer("Here it is: x = 1", goes_on=False, refuses=("seed",)))
    for _ in range(2):
        said = "".join(p.text for p in model.answer(replace(BEGUN, seed=1), Stop()) if isinstance(p, Text))
        assert said == "Here it is: x = 1", "nothing is put before an answer that was not begun"
    roles = [[message["role"] for message in request["messages"]] for request in server.requests]
    assert roles == [["user", "assistant"]] * 2 + [["user"]] * 2
    assert ["seed" in request for request in server.requests] == [True, False, False, False]
    server.say("and on it goes")
    other = OpenAIModel("scripted-2", Line(server.url, KEY))
    said = "".join(p.text for p in other.answer(BEGUN, Stop()) if isinstance(p, Text))
    other.close()
    assert said == "```python\nimport numpy as np\nand on it goes"


@pytest.mark.parametrize(
    ("set_to", "server_is_small", "embedded_is_small"),
    [("auto", False, True), ("small", True, True), ("capable", False, False)],
)
def test_a_model_is_treated_as_is_set_and_by_default_by_where_it_runs(
    server: ScriptedServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    set_to: str,
    server_is_small: bool,
    embedded_is_small: bool,
    lines: Lines,
) -> None:
    file = tmp_path / "some.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("CHATIMG_LOCAL_MODEL", str(file))
    at_openai = choose(Wish(capability=set_to), {"OPENAI_API_KEY": KEY}, lines=lines)
    at_server = choose(Wish(base_url=server.url, capability=set_to), {}, lines=lines)
    embedded = choose(Wish(model="embedded", capability=set_to), {}, lines=lines)
    assert at_openai.model.small == at_server.model.small == server_is_small
    assert embedded.model.small == embedded_is_small
    why = ("it is a server's", "it is embedded") if set_to == "auto" else ("ChatImg.capability says so",) * 2
    assert (at_server.treated, embedded.treated) == why
    assert isinstance(embedded.model, LocalModel)
    assert embedded.model.engine._context == (CONTEXT if embedded_is_small else LONG_CONTEXT)


def test_the_environment_decides_who_answers(server: ScriptedServer, lines: Lines) -> None:
    nobody = {"PATH": ""}
    chosen = choose(Wish(base_url=server.url), nobody, lines=lines)
    assert (chosen.model.name, chosen.why) == ("scripted-1", "ChatImg.base_url")
    chosen = choose(Wish(), {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY}, lines=lines)
    assert (chosen.model.name, chosen.why) == ("scripted-1", "OPENAI_BASE_URL is set")
    chosen = choose(Wish(openai_model="small-1"), {"OPENAI_API_KEY": KEY}, lines=lines)
    assert (chosen.model.name, chosen.model.provider) == ("small-1", "api.openai.com")
    chosen = choose(Wish(openai_model="small-1"), {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": OPENAI}, lines=lines)
    assert chosen.model.name == "small-1", "OpenAI itself is not asked for its many models"
    with pytest.raises(NoProvider, match="some-model needs a server"):
        choose(Wish(model="some-model"), nobody, lines=lines)


def test_a_server_with_several_models_lists_them(server: ScriptedServer, lines: Lines) -> None:
    server.models = ["alpha", "beta", "gamma"]
    with pytest.raises(ProviderError, match="alpha, beta, gamma"):
        choose(Wish(), {"OPENAI_BASE_URL": server.url}, lines=lines)
    assert choose(Wish(model="beta"), {"OPENAI_BASE_URL": server.url}, lines=lines).model.name == "beta"
    server.models = []
    with pytest.raises(ProviderError, match="no models"):
        choose(Wish(), {"OPENAI_BASE_URL": server.url}, lines=lines)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_the_question_which_models_there_are(lines: Lines) -> None:
    ended: list[bool] = []

    def interrupt() -> None:
        connection, _ = silent.accept()
        connection.settimeout(20)
        with connection:
            connection.recv(10)
            os.kill(os.getpid(), signal.SIGINT)
            while connection.recv(4096):
                pass
        ended.append(True)

    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(20)
        person = threading.Thread(target=interrupt)
        person.start()
        model = OpenAIModel("", lines.to(f"http://127.0.0.1:{silent.getsockname()[1]}/v1", KEY))
        with pytest.raises(KeyboardInterrupt):
            model.models(20)
        person.join(20)
    assert ended, "the connection was closed"


def test_credentials_in_an_address_are_sent_and_never_shown_nor_logged(
    server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    address = server.url.replace("http://", "http://us%40er:hunter2%2Fsecret@")
    model = OpenAIModel("scripted-1", Line(address, KEY))
    assert "hunter2" not in model.provider
    server.say(Answer(status=500))
    with pytest.raises(ChatImgError) as caught:
        ask(model)
    model.close()
    assert "hunter2" not in str(caught.value)
    assert base64.b64decode(server.keys[-1].removeprefix("Basic ")) == b"us@er:hunter2/secret"
    assert "POST" in caplog.text
    assert "hunter2" not in caplog.text


def test_the_default_model_is_one_that_the_installed_client_knows_and_does_not_call_deprecated() -> None:
    import inspect
    from typing import get_args

    from openai.types.shared import chat_model

    default = ChatImg.openai_model.default_value
    assert default in get_args(chat_model.ChatModel)
    _, _, deprecated = inspect.getsource(chat_model).partition("Deprecated values:")
    assert f'"{default}"' not in deprecated


def _eventually(condition: object, seconds: float = 2.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_the_longest_answer_is_the_persons_also_of_the_embedded_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "some.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("CHATIMG_LOCAL_MODEL", str(file))
    for wanted, got in ((None, MAX_TOKENS), (1200, 1200)):
        model = choose(Wish(model="embedded", max_tokens=wanted)).model
        assert isinstance(model, LocalModel)
        assert model.max_tokens == got
    assert str(MAX_TOKENS) in str(ChatImg.max_tokens.help)


PNG = glance(np.arange(48, dtype=np.uint8).reshape(4, 12), 512)
SHOWN = Question((Message("system", "rules"), Message("user", "look", PNG)), temperature=0.3, seed=7)


def test_a_picture_goes_along_as_a_part_of_its_message(model: OpenAIModel, server: ScriptedServer) -> None:
    server.say(Answer("fine", images=1))
    assert ask(model, SHOWN) == "fine"
    (sent,) = server.requests
    assert images_of(sent) == [PNG]
    assert sent["messages"][0] == {"role": "system", "content": "rules"}
    assert sent["messages"][1]["content"][0] == {"type": "text", "text": "look"}
    assert "PNG" not in repr(SHOWN)
    assert model.sees


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "This model does not support image input."),
        (404, "No endpoints found that support image input"),
        (413, "Payload too large"),
        (415, "unsupported content type"),
        (422, "messages.1.content: Input should be a valid string"),
        (403, "moderation"),
        (500, "image input is not supported - hint: you may need to provide the mmproj"),
    ],
)
def test_refused_pictures_are_left_out_once_and_for_good(
    model: OpenAIModel, server: ScriptedServer, status: int, words: str
) -> None:
    server.say(Answer("fine", refuses_images=status, refusal=words))
    assert ask(model, SHOWN) == "fine"
    assert not model.sees
    assert server.requests[-1]["messages"][1] == {"role": "user", "content": "look"}
    assert (server.requests[-1]["temperature"], server.requests[-1]["seed"]) == (0.3, 7), "nothing else is left out"
    asked = len(server.requests)
    assert ask(model, SHOWN) == "fine"
    assert len(server.requests) == asked + 1, "the refusal is remembered"
    assert images_of(server.requests[-1]) == []


@pytest.mark.parametrize("status", [401, 429, 500])
def test_an_error_that_is_not_about_pictures_is_not_taken_for_one(
    model: OpenAIModel, server: ScriptedServer, status: int
) -> None:
    server.say(Answer("fine", refuses_images=status, refusal="out of order"))
    with pytest.raises(ProviderError):
        ask(model, SHOWN)
    assert model.sees
    assert all(images_of(request) == [PNG] for request in server.requests)


def test_an_error_that_stays_without_pictures_says_nothing_about_them(
    model: OpenAIModel, server: ScriptedServer
) -> None:
    server.say(Answer(status=400, error="bad day"))
    with pytest.raises(ProviderError, match="bad day"):
        ask(model, SHOWN)
    assert model.sees


def test_an_option_that_is_refused_is_no_reason_to_leave_out_the_picture(
    model: OpenAIModel, server: ScriptedServer
) -> None:
    server.say(Answer("fine", refuses=("temperature",), images=1))
    assert ask(model, SHOWN) == "fine"
    assert model.sees
    assert images_of(server.requests[-1]) == [PNG]


def test_a_small_model_is_sent_no_pictures(server: ScriptedServer) -> None:
    server.say(Answer("fine", images=0))
    tiny = OpenAIModel("tiny", Line(server.url, "none"), small=True)
    assert ask(tiny, SHOWN) == "fine"
    tiny.close()


def test_models_of_one_server_share_one_client(server: ScriptedServer, lines: Lines) -> None:
    server.say("hello")
    before = threading.active_count()
    for number in range(12):
        chosen = choose(Wish(model=f"model-{number}", base_url=server.url), {"OPENAI_API_KEY": KEY}, lines)
        assert "".join(p.text for p in chosen.model.answer(QUESTION, Stop()) if isinstance(p, Text)) == "hello"
    assert threading.active_count() - before <= 4
    other = choose(Wish(model="model-1", base_url=server.url), {"OPENAI_API_KEY": KEY + "x"}, lines).model
    assert isinstance(other, OpenAIModel)
    assert other.line is not lines.to(server.url, KEY), "a key is never used for another"


def test_silence_is_told_and_has_an_end(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "QUIET", 0.2)
    model = OpenAIModel("scripted-1", Line(server.url, KEY), waits=Waits(first=1.2, between=0.6))
    server.say(Answer("never", delay=30))
    told: list[str] = []
    with pytest.raises(ProviderError, match=r"no word for 1.2 s\. .*first_word = 4.8"):
        told.extend(piece.stage for piece in model.answer(QUESTION, Stop()) if isinstance(piece, Stage))
    pieces: list[str] = []
    server.say(Answer("never", delay=30))
    for piece in model.answer(QUESTION, stop := Stop()):
        pieces.append(getattr(piece, "stage", ""))
        if len(pieces) > 6:
            stop.set()
    assert pieces[0] == "waiting for the answer…"
    assert pieces[-1] == "no word for 1 s, waiting until 1.2 s…"
    server.say(Answer("x" * 400, hang_after=3))
    closed = [piece for piece in model.answer(QUESTION, Stop()) if isinstance(piece, Closed)]
    assert closed == [Closed(Ending.CUT_OFF, "no word for 0.6 s after 12 characters")]
    model.close()


def test_weights_without_their_engine_are_nobody(tmp_path: Path) -> None:
    (tmp_path / "some.gguf").write_bytes(b"GGUF")
    program = "from chatimg_magic.models.choice import Wish, choose\nchoose(Wish(), {})"
    environment = {"PYTHONPATH": str(ROOT), "CHATIMG_LOCAL_MODEL": str(tmp_path / "some.gguf"), "PATH": ""}
    done = subprocess.run([sys.executable, "-S", "-c", program], env=environment, capture_output=True, text=True)
    assert "NoProvider: No model is set up: the embedded model's weights are here, the engine" in done.stderr
    assert "chatimg-magic[local]" in done.stderr
