from __future__ import annotations

import ast
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager

from chatimg_magic import code
from chatimg_magic.code import Statements, extract, prose, review_cell, with_name
from chatimg_magic.code.answer import blocks
from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.request import Mode, Request, Size

MATERIAL = Path(__file__).with_name("material")
DOT = "import numpy as np\nimage = np.zeros((8, 8), np.uint8)\nimage[4, 4] = 255\n"


def fenced(source: str, info: str = "python", fence: str = "```") -> str:
    """Put code in a fence."""
    return f"{fence}{info}\n{source}{fence}\n"


def answer(name: str) -> str:
    """Read one of the kept answers."""
    return (MATERIAL / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "info",
    ["python", "Python", "py", "python3", "", " python ", "{.python}", "python title=dot.py", "ipython", "numpy"],
)
@pytest.mark.parametrize("fence", ["```", "````", "~~~"])
def test_code_is_found_behind_any_info_string_and_fence(info: str, fence: str) -> None:
    assert extract(fenced(DOT, info, fence), "image") == DOT


@pytest.mark.parametrize(
    "text",
    [
        f"Sure! Here it is:\n\n{fenced(DOT)}\nHave fun!",
        fenced(DOT).replace("\n", "\r\n"),
        fenced(DOT).replace("\n", "\r"),
        "\ufeff" + fenced(DOT),
        fenced(DOT).replace("image = np", "image\xa0=\xa0np"),
        fenced("\n\n" + DOT + "\n\n"),
        fenced(DOT.replace("\n", "   \n")),
        fenced(DOT).removesuffix("```\n"),
        fenced(DOT).removesuffix("\n"),
        "1. First:\n\n" + re.sub("^", "   ", fenced(DOT), flags=re.M),
        "- So:\n\n" + re.sub("^", "\t", fenced(DOT), flags=re.M),
        fenced(re.sub("^(?=.)", "    ", DOT, flags=re.M)),
        "<think>\n" + fenced("image = 1\n") + "no, better:\n</think>\n" + fenced(DOT),
        "<THINKING>" + fenced("image = 1\n") + "</THINKING>" + fenced(DOT),
        "<reasoning>```python\nimage = 2</reasoning>\n" + fenced(DOT),
        fenced("pip install numpy\n", "bash") + fenced(DOT) + fenced("(8, 8)\n", "text"),
        fenced(DOT) + fenced('{"image": 1}\n', "json") + fenced("$ python dot.py\n", "console"),
        fenced(DOT) + fenced("image: 1\n", "yaml"),
        fenced(DOT) + "Show it:\n" + fenced("import matplotlib.pyplot as plt\nplt.imshow(image)\nplt.show()\n"),
        fenced(DOT) + fenced("print(image.shape)\n"),
        fenced("image = broken(\n") + "Sorry, corrected:\n" + fenced(DOT),
        fenced(DOT) + "`image` is ready.",
    ],
    ids=range(22),
)
def test_the_program_is_found_whatever_is_around_it(text: str) -> None:
    assert extract(text, "image") == DOT


def test_tabs_are_brought_into_one_form() -> None:
    found = extract(fenced("def f():\n\tif 1:\n\t\treturn '\t'\nimage = f()\n"), "image")
    assert found == "def f():\n    if 1:\n        return '\t'\nimage = f()\n"


def test_the_last_block_that_stands_by_itself_wins() -> None:
    better = DOT.replace("255", "200")
    assert extract(fenced(DOT) + "or, brighter:\n" + fenced(better), "image") == better


def test_a_block_that_makes_the_asked_name_wins_over_a_later_one_that_does_not() -> None:
    assert extract(fenced(DOT) + fenced("import numpy as np\nother = np.ones((3, 3))\n"), "image") == DOT


@pytest.mark.parametrize(
    "parts",
    [
        ("import numpy as np\n", "image = np.zeros((8, 8))\n"),
        ("import numpy as np\nside = 8\n", "def f():\n    return np.ones((side, side))\n", "image = f()\n"),
        ("import numpy as np\nimage = np.zeros((8, 8))\n", "image[2, 2] = 255\n"),
        ("import numpy as np\nimage = np.zeros((8, 8))\n", "x = 3\n", "image[x, x] = 255\n"),
    ],
    ids=range(4),
)
def test_blocks_that_continue_each_other_are_joined(parts: tuple[str, ...]) -> None:
    assert extract("then\n".join(map(fenced, parts)), "image") == "\n".join(parts)


def test_what_an_answer_says_besides_code_and_thinking() -> None:
    text = (
        "<think>hm\n```python\nx = 1\n```</think>Two\r\n\n"
        + fenced(DOT)
        + "more words.\n"
        + fenced("a\n", "text", "~~~")
    )
    assert prose(text) == "Two\n\nmore words."
    assert prose("cut off:\n```python\nimage = (") == "cut off:"
    assert prose(fenced(DOT)) == ""


def test_a_broken_block_is_left_out_of_a_join() -> None:
    text = fenced("import numpy as np\n") + fenced("def f(:\n") + fenced("image = np.eye(8)\n")
    assert extract(text, "image") == "import numpy as np\n\nimage = np.eye(8)\n"


def test_code_with_another_name_is_found_too() -> None:
    other = "import numpy as np\ndot = np.zeros((8, 8))\n"
    assert extract(fenced(other) + fenced("import matplotlib.pyplot as plt\nplt.show()\n"), "image") == other


def test_code_that_does_not_parse_is_returned_for_the_policy_to_explain() -> None:
    assert extract("So:\n" + fenced("image = = 1\n"), "image") == "image = = 1\n"
    assert extract(fenced("a =\n") + fenced("image = (1, 2\nb\n"), "image") == "image = (1, 2\nb\n"


@pytest.mark.parametrize(
    "cut",
    [
        "image[5, 5] = 2",
        "image[5, 5] = (1,\n    2,",
        "for i in range(8):",
        "for i in range(8):\n",
        'label = """half',
        "imag",
        "if (",
        "x = f(1)[",
        "@np.vec",
    ],
)
def test_a_statement_cut_off_by_the_end_of_the_answer_is_dropped(cut: str) -> None:
    found = extract(f"```python\n{DOT}{cut}", "image")
    assert found.startswith(DOT)
    ast.parse(found)
    whole = DOT + cut
    try:
        ast.parse(whole)
    except SyntaxError:
        assert found.rstrip() == DOT.rstrip()
    else:
        assert found.rstrip() == whole.rstrip()


def test_a_closed_block_is_never_shortened() -> None:
    broken = f"{DOT}image[5, 5] = (1,\n"
    assert extract(fenced(broken), "image") == broken


def test_a_function_cut_off_in_its_middle_keeps_what_came_before() -> None:
    found = extract(f"```python\n{DOT}def f(a):\n    b = [a,\n", "image")
    assert found == DOT


@pytest.mark.parametrize("fence", ["````", "~~~", "~~~~"])
def test_a_longer_fence_holds_a_shorter_one(fence: str) -> None:
    source = f'"""Usage:\n\n```python\nimport os\n```\n"""\n{DOT}'
    assert extract(fenced(source, "python", fence), "image") == source


def test_a_byte_order_mark_does_not_hide_the_fence() -> None:
    assert [(block.source, block.closed) for block in blocks("\ufeff" + fenced(DOT))] == [(DOT, True)]


def test_a_fence_with_an_info_string_does_not_close_a_block() -> None:
    assert [block.source for block in blocks("```\na = 1\n```python\nb = 2\n```\n")] == ["a = 1\n```python\nb = 2\n"]


PROMPTS = """\
>>> import numpy as np
>>> image = np.zeros((8, 8), np.uint8)
>>> for i in range(8):
...     image[i, i] = 255
...
>>> image.shape
(8, 8)
>>> image[4, 4]
np.uint8(255)
"""


@pytest.mark.parametrize(
    "text", [fenced(PROMPTS), fenced(PROMPTS, "pycon"), fenced("# a dot\n" + PROMPTS), PROMPTS], ids=range(4)
)
def test_interactive_prompts_and_their_output_are_taken_away(text: str) -> None:
    found = extract(text, "image")
    names: dict[str, Any] = {}
    exec(found, names)
    assert names["image"].trace() == 8 * 255
    assert ">>>" not in found
    assert "(8, 8)\n" not in found.replace("zeros((8, 8)", "")


@pytest.mark.parametrize(
    "source",
    [
        'import numpy as np\ndef dot():\n    """Draw.\n\n    >>> dot()\n    """\n    return np.eye(8)\nimage = dot()\n',
        "import numpy as np\nclass Part:\n    ...\nimage = np.eye(8)\n",
        "import numpy as np\nimage = np.eye(8)\nimage[\n...\n] = 3\n",
    ],
    ids=["doctest", "ellipsis in a class", "ellipsis alone"],
)
def test_prompts_inside_ordinary_code_are_code(source: str) -> None:
    assert extract(fenced(source), "image") == source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Here is the code.\n\n", ""),
        ("", "\nThis draws a dot, as you wanted.\n"),
        ("Sure, I can help!\n", "\nIt's done: enjoy (really).\n"),
        ("# A dot\n\n", "\n# Notes\n\nIt is small.\n"),
        ("x = y means that both are equal, so:\n", "\n(unclosed bracket"),
    ],
)
def test_code_without_a_fence_is_found_in_prose(before: str, after: str) -> None:
    found = extract(before + DOT + after, "image")
    assert DOT in found
    assert ast.dump(ast.parse(found)) == ast.dump(ast.parse(DOT))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "I'm sorry, I cannot.",
        "x = 1",
        "Use np.zeros for that.",
        "<think>" + fenced(DOT),
        "<think>\n" + DOT,
        fenced("ls -la\n", "bash"),
        fenced('{"a": 1}\n', "json"),
        fenced("flowchart\n", "markdown"),
        fenced(""),
        fenced("\n  \n"),
        "```",
        "```python",
        "~~~\n~~~",
        "a `short` word and ``` in a line",
        "\x00",
    ],
    ids=range(17),
)
def test_an_answer_without_code_gives_no_code(text: str) -> None:
    assert extract(text, "image") == ""


def test_the_smiley_in_loops_is_found_whole() -> None:
    found = extract(answer("smiley_loops"), "smiley")
    assert found.startswith("import numpy as np\nimport matplotlib.pyplot as plt\n\ndef smiley_face(size=512):\n")
    assert found.endswith("\nplt.axis('off')\nplt.show()\n")
    names: dict[str, Any] = {}
    exec(found.split("img = smiley_face()")[0].replace("512", "64"), names)
    face = names["smiley_face"]()
    assert face.shape == (64, 64, 3)
    assert face[32, 32].tolist() == [255, 220, 0]
    assert face[24, 32 - 10].tolist() == face[24, 32 + 9].tolist() == [0, 0, 0]
    assert face[32 + 14, 32].tolist() == [150, 30, 30]


def test_giving_up_is_no_code() -> None:
    assert extract(answer("gives_up"), "basketball") == ""


def test_the_all_black_ball_is_code() -> None:
    names: dict[str, Any] = {}
    exec(extract(answer("all_black"), "ball").split("plt.imshow")[0], names)
    assert not names["ball"].any()


PIECES = st.one_of(
    st.sampled_from(
        ["```", "````", "~~~", "~~~~\n", "`", "```python", "bash", "\n", "\n\n", "\r\n", "<think>", "</think>"]
    ),
    st.sampled_from(
        ["import numpy as np\n", "x = 1\n", "image = np.zeros((8, 8))\n", ">>> ", "... ", "# ", "1. ", "Sure! "]
    ),
    st.sampled_from(
        ["def f():\n", "    return x\n", "if x:\n", "else:\n", "for i in x:\n", "match x:\n", "case 1:\n", "@"]
    ),
    st.sampled_from(["(", ")", "[", "]", "{", "}", '"""', "'", "f'{", "\\\n", "\\d", ":", "=", "    ", "\t"]),
    st.sampled_from(["\ufeff", "\x00", "\xa0", "\ud800", "\u2028", "\x0c", "\r"]),
)


@settings(max_examples=250)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text())
def test_any_answer_is_read_without_an_exception(text: str) -> None:
    found = extract(text, "image")
    assert found == "" or found.endswith("\n")
    assert found == extract(text, "image")
    assert "\r" not in found
    statements = Statements()
    for source, number in statements.feed(text + "\n"):
        ast.parse(source)
        assert number >= 1


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\n" + "x = (\n" * 3000,
        "import numpy as np\nx = 1\n)\n" * 2000,
        "import numpy as np\nand so on\n" * 2000,
        "import numpy as np\n" + "x = np.zeros(3)\n" * 1000 + "y = (\n" * 90,
        "<think>" * 20_000,
        "```python\nx = 1\n```\n" * 3000,
        "```python\n" * 20_000,
        "```python\nimport numpy as np\n" + "x = np.zeros(3)\n" * 2000 + "y = [\n" + "1,\n" * 400,
        "```python\n" + "(" * 50_000,
        "```python\n" + "-" * 50_000 + "1",
        "~" * 200_000,
        ">>> " * 50_000,
        "x" * 500_000,
        " " * 200_000 + "```",
    ],
    ids=range(14),
)
def test_a_monstrous_answer_is_read_in_little_time(text: str) -> None:
    clock = time.perf_counter()
    ast.parse("image = [1, 2, 3]\n" * 3500)
    unit = time.perf_counter() - clock
    clock = time.perf_counter()
    extract(text, "image")
    assert time.perf_counter() - clock < 80 * unit + 0.2


LONG = '''\
import numpy as np

H, W = 8, 8
# a comment of its own
image = np.zeros(
    (H, W),
    dtype=np.uint8,
)
text = """
```
def looks_like_code():
"""
if H > 3:
    image[1, 1] = 1

    image[2, 2] = 2
elif H > 2:
    image[3, 3] = 3
else:
    image[4, 4] = 4


def f(a,
      b=2):
	return a + b

@np.vectorize
def g(x):
    return x

try:
    f(1)
except ValueError:
    pass
finally:
    image[5, 5] = 5
match H:
    case 8:
        image[6, 6] = 6
x = 1 + \\
    2; y = 3
for i in range(3):
    pass
else:
    image[7, 7] = 7
'''
ANSWERS = {
    "long": "Sure:\n\n" + fenced(LONG, fence="````") + "Done.\n",
    "smiley": answer("smiley_loops"),
    "black": answer("all_black"),
    "thinking": "<think>\n" + fenced("import os\n") + "</think>\n" + fenced(DOT),
    "other first": fenced("pip install numpy\n", "bash") + fenced(DOT),
    "two": fenced(DOT) + fenced("image = 2\n"),
    "blank lines first": fenced("\n\n" + DOT),
    "carriage returns": fenced(DOT).replace("\n", "\r\n"),
    "unclosed": "```python\n" + DOT + "image[5",
    "words": answer("gives_up"),
    "tilde": fenced(DOT, fence="~~~"),
}


def given_out(text: str, cuts: list[int]) -> tuple[list[tuple[str, int]], str]:
    """Feed an answer in pieces; return the statements given out, and the source."""
    statements = Statements()
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        found += list(statements.feed(text[start:end]))
    return found, statements.source


@pytest.mark.parametrize("text", ANSWERS.values(), ids=ANSWERS.keys())
def test_statements_are_given_out_in_order_with_their_lines(text: str) -> None:
    found, source = given_out(text, [])
    block = next(iter(blocks(text)), None)
    assert "".join(part for part, _ in found) == source
    if block is None:
        assert found == []
        return
    assert block.source.startswith(source.rstrip("\n"))
    lines = block.source.split("\n")
    for part, number in found:
        assert ast.parse(part).body or part.lstrip().startswith("#")
        assert lines[number - 1] == part.split("\n")[0]


@pytest.mark.parametrize("text", ANSWERS.values(), ids=ANSWERS.keys())
def test_one_character_at_a_time_gives_the_same_statements(text: str) -> None:
    assert given_out(text, list(range(1, len(text)))) == given_out(text, [])


@settings(max_examples=60)
@given(st.sampled_from(sorted(ANSWERS)), st.data())
def test_any_pieces_of_an_answer_give_the_same_statements(name: str, data: st.DataObject) -> None:
    text = ANSWERS[name]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12)))
    assert given_out(text, cuts) == given_out(text, [])


def test_a_statement_is_given_out_as_soon_as_the_next_begins() -> None:
    statements = Statements()
    assert list(statements.feed("Well:\n```python\nimport numpy as np\n")) == []
    assert list(statements.feed("a = 1\nb =")) == [("import numpy as np\n", 1)]
    assert list(statements.feed(" 2\n")) == [("a = 1\n", 2)]
    assert list(statements.feed("```\n")) == [("b = 2\n", 3)]
    assert list(statements.feed("```python\nc = 3\nd = 4\n```\n")) == []
    assert statements.source == "import numpy as np\na = 1\nb = 2\n"


def test_all_of_a_closed_block_is_given_out() -> None:
    for name in ("long", "smiley", "black", "thinking", "other first", "blank lines first", "tilde"):
        _, source = given_out(ANSWERS[name], [])
        assert source == blocks(ANSWERS[name])[0].source, name


def test_a_compound_statement_is_given_out_with_all_its_branches() -> None:
    found, _ = given_out(ANSWERS["long"], [])
    parts = [part for part, _ in found]
    assert any(part.startswith("if H > 3:") and "elif H > 2:" in part and "else:" in part for part in parts)
    assert any(part.startswith("try:") and "finally:" in part for part in parts)
    assert any(part.startswith("@np.vectorize\ndef g") for part in parts)
    assert len(parts) > 10


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30).map("".join), st.lists(st.integers(0, 200), max_size=5))
def test_any_text_in_any_pieces_gives_the_same_statements(text: str, cuts: list[int]) -> None:
    assert given_out(text, sorted(min(cut, len(text)) for cut in cuts)) == given_out(text, [])


def drawn(code: str, prompt: str = "a dot", model: str = "m", mode: Mode = Mode.RGB, name: str = "image") -> Drawing:
    """Build a drawing with one attempt."""
    drawing = Drawing(Request(prompt, name, Size(8, 8), mode))
    drawing.add(Attempt(model, code=code, outcome=Outcome.DRAWN))
    return drawing


def assert_is_a_plain_cell(cell: str) -> None:
    """Check what every review cell must be."""
    assert cell.startswith("# ")
    assert len(cell.rstrip("\n").split("\n")) >= 3
    assert cell.endswith("\n")
    compile(cell, "cell", "exec")
    assert TransformerManager().transform_cell(cell) == cell


HOSTILE = [
    "a dot",
    "what is this?",
    "dot??",
    "first\nimport os\n%time",
    "# %%\n%%bash\nls",
    "!ls",
    "%run x.py",
    "a\r!ls",
    "a\x0b!ls\x0c!ls\x1c!ls\x85!ls\u2028!ls\u2029!ls",
    "\u202e\u2066 backwards \u202d",
    "x" * 32_000,
    '"""',
    "\\",
    "ends with a backslash \\\n",
    "{0} %s {{",
    "coding: latin-1",
    "-*- coding: utf-16 -*-",
    "\x00null",
    "😀",
    ">>> x",
    "In [1]: x",
    "my key is sk-0123456789abcdef",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_prompt_or_model_name_stays_one_comment(text: str) -> None:
    plain = review_cell(drawn(DOT)).split("\n")
    for cell in (review_cell(drawn(DOT, prompt=text)), review_cell(drawn(DOT, model=text))):
        assert_is_a_plain_cell(cell)
        assert len(cell.splitlines()) == len(plain) - 1
        assert all(line.startswith("# ") and len(line) < 200 for line in cell.split("\n")[:2])
        assert cell.split("\n")[2:] == plain[2:]
        assert "sk-" not in cell
        assert ast.dump(ast.parse(cell)) == ast.dump(ast.parse("\n".join(plain)))


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_prompt_makes_a_plain_cell(prompt: str) -> None:
    cell = review_cell(drawn(DOT, prompt=f"{prompt}x"))
    assert_is_a_plain_cell(cell)
    assert len(cell.splitlines()) == len(review_cell(drawn(DOT)).splitlines())


def test_the_cell_says_who_drew_and_that_it_wants_to_be_read() -> None:
    drawing = drawn(DOT, prompt="a dot in the middle", model="model-7")
    drawing.add(Attempt("model-8", code=DOT, outcome=Outcome.DRAWN))
    first, second, *_ = review_cell(drawing).split("\n")
    assert first == "# a dot in the middle"
    assert second == "# drawn by model-8, attempt 2; read it before you run it"


@pytest.mark.parametrize("mode", Mode)
def test_a_cell_shows_the_picture_where_the_code_does_not(mode: Mode) -> None:
    cell = review_cell(drawn(DOT, mode=mode))
    grey = ', cmap="gray", vmin=0, vmax=255' if mode is Mode.GRAY else ""
    assert cell.count("imshow") == 1
    assert f'\nplt.imshow(image{grey}, interpolation="nearest")\nplt.axis("off")\nplt.show()\n' in cell
    assert cell.count("import matplotlib.pyplot as plt") == 1


@pytest.mark.parametrize(
    "code",
    [
        DOT + "import matplotlib.pyplot as plt\nplt.imshow(image)\nplt.show()\n",
        DOT + "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.imshow(image)\n",
    ],
    ids=["plt", "ax"],
)
def test_code_that_shows_the_picture_itself_is_left_as_it_is(code: str) -> None:
    assert review_cell(drawn(code)).split("\n", 2)[2] == code


def test_an_import_that_is_there_is_not_repeated() -> None:
    cell = review_cell(drawn("import matplotlib.pyplot as plt\n" + DOT))
    assert cell.count("import matplotlib") == 1


def test_code_that_does_not_make_the_name_shows_nothing() -> None:
    cell = review_cell(drawn(DOT, name="other"))
    assert "imshow" not in cell
    assert_is_a_plain_cell(cell)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (DOT, "image"),
        ("image = 1\n", "image"),
        ("x = 5", "image"),
        ("pass", "image"),
        ("from __future__ import annotations\n" + DOT, "image"),
        ('"""A dot."""\nfrom __future__ import annotations\n' + DOT, "image"),
        (DOT + 'label = """\n%time\n!ls\n?\n"""\n', "image"),
        (DOT + "y = (7\n% 3)\n", "image"),
        (with_name(DOT, "image", "dot"), "dot"),
    ],
    ids=range(9),
)
def test_every_cell_is_more_than_a_line_and_plain_python(code: str, name: str) -> None:
    assert_is_a_plain_cell(review_cell(drawn(code, name=name)))


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("prefix", ["", "from __future__ import annotations\n"])
def test_running_a_cell_leaves_the_array(mode: Mode, prefix: str) -> None:
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    shape = Request("a dot", "dot", Size(8, 8), mode).shape
    code = f"{prefix}import numpy as np\ndot = np.zeros({shape}, np.uint8)\ndot[2:4, 3] = 200\n"
    names: dict[str, Any] = {}
    try:
        plt.close("all")
        exec(compile(review_cell(drawn(code, mode=mode, name="dot")), "cell", "exec"), names)
        shown = plt.gca().get_images()[0].get_array()
    finally:
        plt.close("all")
    expected = np.zeros(shape, np.uint8)
    expected[2:4, 3] = 200
    assert (names["dot"] == expected).all()
    assert (np.asarray(shown) == expected).all()


def test_an_array_with_another_name_gets_the_asked_one() -> None:
    assert with_name(DOT + "\n\n", "image", "dot") == DOT + "dot = image\n"


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("import numpy as np\nimage = np.random.default_rng(0)", {"numpy", "numpy.random", "numpy.random.default_rng"}),
        ("from scipy import ndimage\nndimage.label(1)", {"scipy", "scipy.ndimage", "scipy.ndimage.label"}),
        ("import scipy.ndimage\nscipy.ndimage.label(1)", {"scipy.ndimage", "scipy.ndimage.label"}),
        ("import skimage\nskimage.draw.disk((1, 1), 1).sum()", {"skimage", "skimage.draw", "skimage.draw.disk"}),
        (
            "import matplotlib.pyplot as plt\nplt.cm.viridis(1)",
            {"matplotlib.pyplot", "matplotlib.pyplot.cm", "matplotlib.pyplot.cm.viridis"},
        ),
        ("def f():\n    from math import pi as x\n    return x", {"math", "math.pi"}),
        ("from . import x\ny.z", set()),
        ("not python", set()),
    ],
)
def test_what_code_imports_or_reaches_through_an_import(source: str, modules: set[str]) -> None:
    assert set(code.imports(source)) == modules


def test_names_at_the_top_are_bound_by_anything_that_binds() -> None:
    source = (
        "import a.b, c as d\nfor e in f:\n    (g := e)\ndef h(i):\n    global j\n    j = k = i\nwith l as m: pass\n"
    )
    assert code.bound(source) == {"a", "d", "e", "g", "h", "j", "m"}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("[x for x in y]\nclass A:\n    z = [w for w in y]\n", {"A"}),
        ("x = 1\n[x for x in y]\n", {"x"}),
        ("{(u := a): b for a, b in c}\n", {"u"}),
        ("def f():\n    return [(u := x) for x in y]\n", {"f"}),
        ("def f():\n    global u\n    [(u := x) for x in y]\n", {"f", "u"}),
        ("global u\nprint(u)\ndef f():\n    global v\n    print(v)\n", {"f"}),
    ],
)
def test_comprehensions_bind_nothing_but_what_they_assign(source: str, names: set[str]) -> None:
    assert code.bound(source) == names


WHOLE = "```python\nimport numpy as np\nimage = np.zeros((9, 9), np.uint8)\nimage[2:5, 2:5] = 255\n"


@pytest.mark.parametrize(
    ("text", "whole", "closed"),
    [
        (WHOLE + "```\n", True, True),
        (WHOLE + "```\nThis draws", True, True),
        (WHOLE, True, False),
        (WHOLE.rstrip("\n"), False, False),
        (WHOLE + "image[7", False, False),
        (WHOLE + "for i in (\n", False, False),
        ("Sure, I will", False, False),
        (WHOLE + "```\n\n```python\nimage[1", False, False),
    ],
)
def test_a_cut_answer_is_whole_only_up_to_a_lines_end(text: str, whole: bool, closed: bool) -> None:
    assert code.whole(text) is whole
    assert code.closed(text) is closed


def test_code_shows_an_array_by_its_name_or_with_imshow() -> None:
    assert code.shows("image = 1", "image")
    assert code.shows("image[2] = 1", "image")
    assert code.shows("plt.imshow(a)", "image")
    assert not code.shows("yy, xx = np.mgrid[:9, :9]", "image")


@pytest.mark.parametrize("at", [12, 25, 40, 61, 62, 70, 85])
@pytest.mark.parametrize("how", ["goes on", "in a fence", "repeats the line", "begins anew"])
def test_an_answer_and_its_continuation_make_the_whole(at: int, how: str) -> None:
    answer = WHOLE + "```\n"
    text, rest = answer[:at], answer[at:]
    line = text.rpartition("\n")[2]
    more = {
        "goes on": rest,
        "in a fence": f"```python\n{rest}",
        "repeats the line": f"```python\n{line}{rest}",
        "begins anew": answer,
    }[how]
    expected = "import numpy as np\nimage = np.zeros((9, 9), np.uint8)\nimage[2:5, 2:5] = 255\n"
    assert extract(code.joined(text, more), "image") == expected
