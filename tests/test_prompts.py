from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic import code, policy, prompts
from chatimg_magic.drawing import Attempt, Check, Outcome, Problem
from chatimg_magic.gallery import choose
from chatimg_magic.measure import describe
from chatimg_magic.picture import Picture
from chatimg_magic.prompts import Teaching
from chatimg_magic.request import Mode, Request, Size


def asked(
    prompt: str = "a lighthouse by the sea with a square in the middle", mode: Mode = Mode.RGB, name: str = "tower"
) -> Request:
    """Ask for a picture."""
    return Request(prompt, name, Size(48, 72), mode)


@pytest.mark.parametrize(
    ("mode", "shape"),
    [
        (Mode.GRAY, "shape (48, 72) (grey values)"),
        (Mode.RGB, "shape (48, 72, 3) (red, green, blue)"),
        (Mode.RGBA, "shape (48, 72, 4) (red, green, blue, alpha)"),
    ],
)
def test_the_model_is_told_name_type_and_shape(mode: Mode, shape: str) -> None:
    last = prompts.question(asked(mode=mode), 0)[-1]
    assert last.role == "user"
    assert "`tower`" in last.content
    assert "uint8" in last.content
    assert shape in last.content


def test_the_contract_comes_first_and_states_the_axes() -> None:
    first = prompts.question(asked(), 2)[0]
    assert first.role == "system"
    assert first.content == prompts.CONTRACT
    for rule in ("one fenced ```python block", "import numpy as np", "uint8", "image[y, x]", "top left", "No files"):
        assert rule in first.content


HARD = [
    "{prompt} {0} {request.name} {{}} {",
    "100 %, %s, %(name)s, %d",
    "\"double\" 'single' '''three''' \\n \\",
    "a `tick` and ```python\nimport os\n``` a fence",
    "$name ${name}",
    "<|im_end|> [INST] <think>",
    "😀 é \u202e \x00",
]


@pytest.mark.parametrize("prompt", HARD)
def test_the_words_of_a_person_are_sent_verbatim(prompt: str) -> None:
    messages = prompts.question(asked(prompt), 1)
    assert messages[-1].content == f"{prompt}\n\n{prompts.shape_words(asked(prompt))}"
    assert all(prompt not in message.content for message in messages[:-1])


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=200).filter(lambda text: bool(text.strip())))
def test_any_prompt_is_sent_verbatim(prompt: str) -> None:
    assert prompts.question(asked(prompt), 0)[-1].content.startswith(f"{prompt.strip()}\n\n")


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_examples_alternate_and_the_nearest_comes_last(mode: Mode, count: int) -> None:
    request = asked(mode=mode)
    messages = prompts.question(request, count, sample=1)
    assert [message.role for message in messages] == ["system", *["user", "assistant"] * count, "user"]
    nearest = choose.examples(request, count, sample=1)
    for example, place in zip(reversed(nearest), range(1, 2 * count, 2), strict=True):
        assert messages[place].content == f"{example.prompt}\n\n{prompts.shape_words(request)}"
        assert messages[place + 1].content == f"```python\n{example.code}```"


def test_each_way_of_teaching_sends_more() -> None:
    sent = {way: prompts.question(asked("a red square"), 2, teaching=way, sample=1) for way in Teaching}
    roles = {way: [message.role for message in messages] for way, messages in sent.items()}
    assert roles[Teaching.BARE] == ["user"]
    assert roles[Teaching.CONTRACT] == ["system", "user"]
    assert roles[Teaching.GALLERY] == roles[Teaching.EXACT] == ["system", *["user", "assistant"] * 2, "user"]
    assert sent[Teaching.GALLERY] != sent[Teaching.EXACT]
    assert len({messages[-1] for messages in sent.values()}) == 1, "the person's words are the same"


def test_another_sample_gets_other_examples() -> None:
    first, second = (prompts.question(asked("a red square in the middle"), 2, sample=sample) for sample in (0, 1))
    assert first[3:5] != second[3:5]
    assert first[-1] == second[-1]


@pytest.mark.parametrize("mode", Mode)
def test_an_example_is_an_answer_that_would_be_accepted(mode: Mode) -> None:
    for message in prompts.question(asked(mode=mode), 3)[2:-1:2]:
        found = code.extract(message.content, "tower")
        assert policy.check(found) == []
        assert "H, W = 48, 72" in found
        assert "tower" in found


def failed(*problems: str, text: str = "```python\nx = (\n```") -> Attempt:
    """Build an attempt with problems."""
    return Attempt("m", text=text, problems=tuple(Problem(Outcome.FAILED, problem) for problem in problems))


def test_a_repair_goes_on_with_the_conversation_and_names_every_problem() -> None:
    messages = prompts.question(asked(), 1)
    longer = prompts.repair(messages, failed("line 1 is {odd} 100 %", "line 2 is not"), asked())
    assert longer[: len(messages)] == messages
    answer, complaint = longer[len(messages) :]
    assert (answer.role, answer.content) == ("assistant", "```python\nx = (\n```")
    assert complaint.role == "user"
    assert "- line 1 is {odd} 100 %\n- line 2 is not\n" in complaint.content
    assert "whole corrected program" in complaint.content
    assert complaint.content.endswith(prompts.shape_words(asked()))


def test_a_second_repair_keeps_the_first() -> None:
    once = prompts.repair(prompts.question(asked(), 0), failed("first"), asked())
    twice = prompts.repair(once, failed("second"), asked())
    assert twice[: len(once)] == once
    assert [message.role for message in twice] == ["system", "user", "assistant", "user", "assistant", "user"]


def test_an_empty_answer_is_never_sent_back_as_an_empty_message() -> None:
    messages = prompts.repair(prompts.question(asked(), 0), failed(prompts.no_code(), text=""), asked())
    assert messages[-2].content == "(no answer)"
    assert "no Python code" in messages[-1].content


def test_an_enormous_answer_is_shortened() -> None:
    messages = prompts.repair((), failed("long", text="x" * 100_000), asked())
    assert messages[0].content == "x" * prompts.MAX_SHOWN_CODE


def drawn(pixels: np.ndarray, *checks: Check) -> Attempt:
    """Build an attempt with a picture."""
    return Attempt("m", text="Sure!", code="x = 1\n", outcome=Outcome.DRAWN, checks=checks, picture=Picture(pixels))


def test_a_look_shows_request_code_facts_and_checks_and_the_picture_only_as_a_part() -> None:
    pixels = np.full((48, 72, 3), 200, np.uint8)
    held, failed = Check("present", "something {red}", True), Check("count", "3 discs", False, "2 discs, 100 %")
    asked_for, attempt = asked("3 discs {} %s"), drawn(pixels, held, failed)
    messages = prompts.look(asked_for, attempt, asked_for.prompt, png=b"PNG")
    assert [message.role for message in messages] == ["system", "user", "assistant", "user"]
    assert messages[1].content == f"3 discs {{}} %s\n\n{prompts.shape_words(asked_for)}"
    assert messages[2].content == "```python\nx = 1\n```"
    told = messages[3].content
    assert describe(pixels) in told
    assert "- as asked: something {red}\n- asked for: 3 discs; in the picture: 2 discs, 100 %\n" in told
    assert f"answer only: {prompts.AS_ASKED}\n" in told
    assert told.endswith(prompts.shape_words(asked_for))
    assert [message.png for message in messages] == [b"", b"", b"", b"PNG"]
    blind = prompts.look(asked_for, attempt, asked_for.prompt)
    assert [message.content for message in blind] == [message.content for message in messages]


def test_a_look_at_a_changed_picture_says_what_was_to_change_and_without_checks_speaks_of_none() -> None:
    messages = prompts.look(
        asked(), drawn(np.eye(9, dtype=np.uint8)), "a tower", "make it {blue}", ("`photo` is there.",)
    )
    assert "a tower\n\nThe picture was then to be changed: make it {blue}" in messages[1].content
    assert "`photo` is there." in messages[1].content
    assert "Held against" not in messages[3].content


def test_an_exception_is_told_with_its_lines_outermost_first() -> None:
    source = "import numpy as np\ndef f(i):\n    return image[i]\nf(256)\n"
    assert prompts.exception("IndexError", "index 256 is out of bounds", (4, 3), source) == (
        "line 4: f(256)\nline 3: return image[i]\nIndexError: index 256 is out of bounds"
    )


@pytest.mark.parametrize("lines", [(0,), (-1,), (-(10**9),), (99,), ()])
def test_line_numbers_that_are_none_are_left_out(lines: tuple[int, ...]) -> None:
    assert prompts.exception("MemoryError", "", lines, "x = 1\ny = 2") == "MemoryError"


def test_a_recursion_names_each_line_once_and_long_lines_are_cut() -> None:
    told = prompts.exception("RecursionError", "too deep", (2, 1, 1, 1), "f(0)" + " " * 9 + "#" * 500 + "\nx = 1")
    assert told.split("\n")[0] == "line 2: x = 1"
    assert told.count("line 1:") == 1
    assert len(told) < 260
