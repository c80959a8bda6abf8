from __future__ import annotations

import json
import keyword
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatimg_magic.errors import BadOption, EmptyPrompt
from chatimg_magic.request import MAX_PIXELS, MAX_PROMPT_BYTES, Mode, Request, Size, check_name, read_request


@pytest.mark.parametrize(
    ("text", "rows", "cols"),
    [
        ("256", 256, 256),
        ("1", 1, 1),
        ("200x300", 200, 300),
        ("200X300", 200, 300),
        ("200×300", 200, 300),
        (" 20 x 30 ", 20, 30),
        ("8000", 8000, 8000),
        ("64x999999", 64, 999_999),
        ("007", 7, 7),
    ],
)
def test_a_size_is_one_number_or_rows_by_columns(text: str, rows: int, cols: int) -> None:
    assert Size.parse(text) == Size(rows, cols)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "big",
        "256px",
        "-256",
        "+5",
        "2.5",
        "1e3",
        "12x",
        "x12",
        "1x2x3",
        "1,5",
        "²⁵⁶",
        "٢٥٦",
        "２５６",
        "1234567",
    ],
)
def test_what_is_no_size_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadOption, match="is not a size") as caught:
        Size.parse(text)
    assert repr(text) in caught.value.what
    assert "--size 256" in caught.value.remedy


@pytest.mark.parametrize(("text", "pixels"), [("0", "0"), ("0x100", "0"), ("100x0", "0"), ("8001", "64,016,001")])
def test_an_empty_or_enormous_size_is_refused_with_its_pixels(text: str, pixels: str) -> None:
    with pytest.raises(BadOption, match=f" is {pixels} pixels") as caught:
        Size.parse(text)
    assert "64 million" in caught.value.remedy


def test_the_largest_size_is_exactly_the_limit() -> None:
    assert Size.parse("8000x8000").rows * 8000 == MAX_PIXELS


@given(st.integers(1, 8000), st.integers(1, 8000))
def test_a_size_reads_what_it_prints(rows: int, cols: int) -> None:
    assert Size.parse(str(Size(rows, cols))) == Size(rows, cols)


@given(st.text(max_size=12))
def test_any_text_is_a_size_or_a_bad_option(text: str) -> None:
    try:
        size = Size.parse(text)
    except BadOption:
        return
    assert 1 <= size.rows * size.cols <= MAX_PIXELS


@pytest.mark.parametrize("name", ["image", "_face", "face_2", "größe", "Λ", "match", "numpy_face", "_"])
def test_any_identifier_names_a_picture(name: str) -> None:
    check_name(name)
    assert Request("a dot", name).name == name


@pytest.mark.parametrize(
    "name", ["", "2face", "my face", "a-b", "a.b", "a[0]", "a;b", "--size", "\n", "__name__", "__x"]
)
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(BadOption, match="cannot be a variable's name"):
        check_name(name)


@pytest.mark.parametrize("name", keyword.kwlist)
def test_no_keyword_names_a_picture(name: str) -> None:
    with pytest.raises(BadOption, match=name):
        check_name(name)


@pytest.mark.parametrize("name", ["np", "plt", "numpy"])
def test_a_module_the_code_needs_keeps_its_name(name: str) -> None:
    with pytest.raises(BadOption, match=f"needs the name '{name}' itself"):
        Request("a dot", name)


@pytest.mark.parametrize(
    ("mode", "shape"), [("gray", (20, 30)), ("rgb", (20, 30, 3)), ("rgba", (20, 30, 4))], ids=lambda value: str(value)
)
def test_the_mode_gives_the_shape(mode: str, shape: tuple[int, ...]) -> None:
    request = read_request("a dot", "dot", "20x30", mode)
    assert request.shape == shape
    assert request.mode.channels == (shape[2] if len(shape) == 3 else 1)


@pytest.mark.parametrize(
    ("mode", "advice"),
    [
        ("grey", "Write gray."),
        ("Gray", "Write gray."),
        ("grya", "Write gray."),
        ("RGB", "Write rgb."),
        ("rbg", "Write rgb."),
        ("rgbaa", "Write rgba."),
        ("cmyk", "Write gray, rgb or rgba."),
        ("", "Write gray, rgb or rgba."),
    ],
)
def test_an_unknown_mode_is_answered_with_the_nearest(mode: str, advice: str) -> None:
    with pytest.raises(BadOption) as caught:
        read_request("a dot", "dot", "8", mode)
    assert caught.value.what == f"--mode {mode!r} is not a mode."
    assert caught.value.remedy == advice


@pytest.mark.parametrize("prompt", ["", " ", "\n\n", "\t \r\n", "\u2003", "\x0b"])
def test_a_prompt_without_words_is_empty(prompt: str) -> None:
    with pytest.raises(EmptyPrompt, match="no description"):
        read_request(prompt, "dot", "8", "rgb")


def test_line_ends_around_a_prompt_are_dropped_and_nothing_else() -> None:
    assert read_request("\n\n  a dot \n  on a line\n", "dot", "8", "rgb").prompt == "  a dot \n  on a line"


@pytest.mark.parametrize("letter", ["a", "ü", "☺", "😀", "\udc80"])
def test_a_prompt_is_measured_in_bytes(letter: str) -> None:
    size = len(letter.encode("utf-8", "surrogatepass"))
    fits = letter * (MAX_PROMPT_BYTES // size)
    assert Request(fits).prompt == fits
    with pytest.raises(BadOption, match=r"32,00\d bytes long"):
        Request(fits + letter)


HARD_PROMPTS = [
    "{size} {0} {{braces}} {",
    "100 % grey, %s %(name)s %%chatimg",
    "a \"quoted\" 'word' and a `tick`",
    "😀 🎨 e\u0301 ﷽",
    "half a pair: \ud83d and \udc80",
    "$HOME $(ls) \\n \\u0041",
    "null \x00 byte",
]


@pytest.mark.parametrize("prompt", HARD_PROMPTS)
def test_every_prompt_is_plain_text_with_a_digest(prompt: str) -> None:
    request = Request(prompt)
    assert request.prompt == prompt
    assert len(request.digest) == 64
    assert Request.from_json(json.loads(json.dumps(request.to_json()))) == request


def test_the_digest_of_a_request_never_changes_between_versions() -> None:
    request = Request("a yellow smiley", "smiley", Size(64, 96), Mode.GRAY, (("other", "00ff"),), "abcd")
    assert request.digest == Request.from_json(request.to_json()).digest
    assert request.digest == "0fcb344dd40057d1e51d530c0166223947b179f706e487431a964432864602e2"


BASE = Request("a dot", "dot", Size(8, 9), Mode.RGB, (("other", "00"),), "ab")


@pytest.mark.parametrize(
    "changed",
    [
        replace(BASE, prompt="a dot "),
        replace(BASE, name="dots"),
        replace(BASE, size=Size(9, 8)),
        replace(BASE, mode=Mode.RGBA),
        replace(BASE, using=(("other", "01"),)),
        replace(BASE, using=(("another", "00"),)),
        replace(BASE, using=()),
        replace(BASE, refines="ac"),
        replace(BASE, refines=""),
    ],
)
def test_every_field_changes_the_digest(changed: Request) -> None:
    assert changed != BASE
    assert changed.digest != BASE.digest


def test_the_order_of_used_pictures_matters() -> None:
    one, two = ("a", "00"), ("b", "01")
    assert replace(BASE, using=(one, two)).digest != replace(BASE, using=(two, one)).digest


def requests() -> st.SearchStrategy[Request]:
    """Build any request."""
    words = st.text(st.characters(), min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
    names = st.from_regex(r"[a-z_][a-z0-9]{1,8}", fullmatch=True).filter(
        lambda name: not keyword.iskeyword(name) and name not in {"np", "plt", "numpy"} and name[:2] != "__"
    )
    sizes = st.builds(Size, st.integers(1, 8000), st.integers(1, 8000))
    used = st.lists(st.tuples(names, st.text("0123456789abcdef", max_size=8)), max_size=3).map(tuple)
    return st.builds(Request, words, names, sizes, st.sampled_from(Mode), used, st.text("0123456789abcdef", max_size=8))


@given(requests())
def test_a_request_survives_json(request: Request) -> None:
    again = Request.from_json(json.loads(json.dumps(request.to_json())))
    assert again == request
    assert again.digest == request.digest
    assert hash(again) == hash(request)


@given(requests(), requests())
def test_two_requests_share_a_digest_only_if_equal(one: Request, two: Request) -> None:
    assert (one.digest == two.digest) is (one == two)


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": ""},
        {"name": "2 words"},
        {"name": "np"},
        {"size": 256},
        {"size": [1]},
        {"size": [1, 2, 3]},
        {"size": ["many", 2]},
        {"size": [float("inf"), 2]},
        {"size": [None, 2]},
        {"mode": "cmyk"},
        {"mode": []},
        {"using": {}},
        {"using": [["a"]]},
        {"using": [1]},
    ],
    ids=str,
)
def test_foreign_data_is_no_request(change: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Request.from_json({**BASE.to_json(), **change})


@pytest.mark.parametrize("field", sorted(BASE.to_json()))
def test_a_field_that_is_missing_makes_no_request(field: str) -> None:
    data = BASE.to_json()
    del data[field]
    with pytest.raises(KeyError, match=field):
        Request.from_json(data)
