from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatimg_magic.drawing import Attempt, Drawing, NoPicture, Outcome, Problem
from chatimg_magic.errors import (
    BadOption,
    ChatImgError,
    EmptyPrompt,
    LocalModelError,
    NoIsolation,
    NoProvider,
    ProviderError,
    clean,
)
from chatimg_magic.request import Request


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("sk-proj-Abc_123-defGHI", "Incorrect API key provided: sk-proj-Abc_123-defGHI."),
        ("sk-ant-api03-0123456789", "key=sk-ant-api03-0123456789"),
        ("pk_live_0123456789", "{'key': 'pk_live_0123456789'}"),
        ("hf_abcdefghij", "token hf_abcdefghij is not valid"),
        ("gsk_0123456789abc", "gsk_0123456789abc"),
        ("xai-0123456789", "with xai-0123456789 in it"),
        ("c2VjcmV0", "Authorization: Bearer c2VjcmV0"),
        ("c2VjcmV0", "authorization: bearer   c2VjcmV0"),
        ("c2VjcmV0", "BEARER\nc2VjcmV0"),
        ("hunter2", "cannot reach https://anna:hunter2@models.example/v1"),
        ("t0ken", "http://t0ken@localhost:8080 refused"),
        ("sk-****************cdef", "you sent sk-****************cdef"),
    ],
)
def test_keys_and_credentials_are_hidden(secret: str, text: str) -> None:
    shown = clean(text)
    assert secret not in shown
    assert "[hidden]" in shown


def test_the_address_around_hidden_credentials_stays_readable() -> None:
    assert clean("https://anna:pw@models.example/v1") == "https:[hidden]models.example/v1"


@pytest.mark.parametrize(
    "text", ["a risk-free task", "see https://models.example/v1?a=b", "mail to a@b.example", "sk-1"]
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x07",
        "\x08",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u2028",
        "\r",
        "\n",
        "\t",
    ],
)
def test_control_characters_and_line_ends_become_a_space(char: str) -> None:
    assert clean(f"a{char}b") == "a b"


@pytest.mark.parametrize(("length", "limit"), [(300, 300), (301, 300), (10_000, 40)])
def test_long_words_are_cut_at_the_limit(length: int, limit: int) -> None:
    shown = clean("x" * length, limit)
    assert len(shown) == min(length, limit)
    assert shown.endswith("…") is (length > limit)


@given(st.text(), st.integers(1, 80))
def test_anything_becomes_one_printable_line(text: str, limit: int) -> None:
    shown = clean(text, limit)
    assert len(shown) <= limit
    assert len(shown.splitlines()) <= 1
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)


def test_a_key_is_hidden_before_the_text_is_cut() -> None:
    key = "sk-0123456789abcdef0123456789"
    assert "0123" not in clean("x" * 30 + " " + key, 40)


ERRORS = [
    BadOption("--size 'a' is not a size.", "Write --size 256."),
    EmptyPrompt(),
    NoProvider(),
    NoProvider("no key"),
    ProviderError("The server sent nothing.", "Try again."),
    LocalModelError("The model is damaged.", "Run chatimg model get."),
    NoIsolation("this system cannot isolate it"),
    NoPicture(Drawing(Request("a dot"))),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_says_what_happened_and_what_to_do(error: ChatImgError) -> None:
    assert error.what.endswith(".")
    assert error.remedy
    assert str(error) == f"{error.what} {error.remedy}"


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_notebook_shows_two_lines_and_none_of_our_frames(error: ChatImgError) -> None:
    shown = raised(error)._render_traceback_()
    assert shown == [f"{type(error).__name__}: {error.what}", error.remedy]
    assert not any("\n" in line for line in shown)


def test_an_error_without_a_remedy_shows_one_line() -> None:
    assert ChatImgError("It broke.")._render_traceback_() == ["ChatImgError: It broke."]
    assert str(ChatImgError("It broke.")) == "It broke."


def test_debug_shows_our_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChatImgError, "debug", True)
    shown = "".join(raised(BadOption("It broke.", "Mend it."))._render_traceback_())
    assert shown.startswith("Traceback (most recent call last):")
    assert "in raised" in shown
    assert "BadOption: It broke. Mend it." in shown


def raised(error: ChatImgError) -> ChatImgError:
    """Give an error a traceback."""
    try:
        raise error
    except ChatImgError as caught:
        return caught


def failed(*attempts: Attempt) -> NoPicture:
    """Build the error of a drawing whose attempts all failed."""
    return NoPicture(Drawing(Request("a basketball"), list(attempts)))


def test_no_picture_says_how_often_and_why() -> None:
    problems = (Problem(Outcome.FAILED, "line 3: image[256] = 0\nIndexError: index 256 is out of bounds", 3),)
    first = Attempt("m", code="x = 1", outcome=Outcome.STOPPED)
    last = Attempt("m", text="```python\nx\n```", code="x", outcome=Outcome.FAILED, problems=problems)
    assert failed(first, last).what == (
        "No picture after 2 attempts: line 3: image[256] = 0 IndexError: index 256 is out of bounds."
    )
    assert failed(last).what.startswith("No picture after 1 attempt: ")


def test_no_picture_tells_what_the_model_said_instead_of_code() -> None:
    text = "I'm sorry,\n\nbut I cannot draw that.\x1b[31m My key is sk-0123456789abc."
    problem = Problem(Outcome.NO_CODE, "the answer holds no Python code")
    error = failed(Attempt("m", text=text, outcome=Outcome.NO_CODE, problems=(problem,)))
    assert error.what.startswith("No picture after 1 attempt: the answer holds no Python code. The model said: ")
    assert "\"I'm sorry, but I cannot draw that. [31m My key is [hidden]" in error.what
    assert len(f"{error}".splitlines()) == 1
    assert len(error._render_traceback_()) == 2


def test_no_picture_does_not_repeat_an_answer_that_held_code() -> None:
    error = failed(Attempt("m", text="Here it is", code="x = 1", outcome=Outcome.REFUSED))
    assert "Here it is" not in str(error)


def test_a_long_answer_is_shortened() -> None:
    error = failed(Attempt("m", text="sorry " * 5000, problems=(Problem(Outcome.NO_CODE, "no " * 5000),)))
    assert len(error.what) < 600


def test_no_picture_keeps_the_drawing() -> None:
    attempt = Attempt("m")
    error = failed(attempt)
    assert error.drawing.attempts == [attempt]
    assert "--fresh" in error.remedy


def test_a_model_that_sent_nothing_is_said_so() -> None:
    assert failed().what == "No picture after 0 attempts: the model sent nothing."
    assert failed(Attempt("m", text="  \n")).what == "No picture after 1 attempt: the model sent nothing."


def test_no_provider_names_three_ways_out() -> None:
    remedy = NoProvider().remedy
    assert all(way in remedy for way in ("chatimg model get", "OPENAI_API_KEY", "OPENAI_BASE_URL"))
    assert NoProvider("no key").what == "No model is set up: no key."
