"""What code looks up before it surely has a value, and that the review cell gives it one first."""
# ruff: noqa: E501 (one program a line)

from __future__ import annotations

import ast
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic import gallery, policy
from chatimg_magic.names import WHY, bound, loads, settled, unsure
from tests.attacks_names import NAMES as NAMES_ATTACKS
from tests.benign import BENIGN, program

SURE = {
    "both branches": "if len('a') > 1:\n    tone = 1\nelse:\n    tone = 2\nprint(tone)",
    "every branch": "k = len('a')\nif k == 1:\n    t = 1\nelif k == 2:\n    t = 2\nelse:\n    raise ValueError\nprint(t)",
    "within a loop": "for y in range(3):\n    row = y\n    for x in range(row):\n        print(x, y, row)",
    "within a loop, but for a turn that ends early": "for y in 'ab':\n    if y:\n        continue\n    else:\n        tone = y\n    print(tone)",
    "try and fallback": "try:\n    tone = int('1')\nexcept ValueError:\n    tone = 0\nprint(tone)",
    "try or raise": "try:\n    tone = int('1')\nexcept ValueError as error:\n    raise RuntimeError(error)\nprint(tone)",
    "finally": "try:\n    tone = int('1')\nfinally:\n    last = 2\nprint(tone, last)",
    "match with a rest": "match len('a'):\n    case 1:\n        t = 1\n    case other:\n        t = other\nprint(t)",
    "guard": "match len('a'):\n    case k if k > 3:\n        print(k)",
    "with": "import warnings\nwith warnings.catch_warnings():\n    tone = 1\nprint(tone)",
    "main guard": "def main():\n    return 1\nif __name__ == '__main__':\n    image = main()",
    "helper above": "LEVEL = 3\ndef two():\n    return LEVEL\ndef one():\n    return two()\nprint(one())",
    "function that calls itself": "def f(n):\n    return f(n - 1) if n else 0\nf(2)",
    "class that makes its own objects": "class A:\n    def next(self):\n        return A()\nA().next()",
    "comprehension of its own": "rows = [y for y in range(3)]\nprint([x + y for y in rows for x in rows if x < y])",
    "class attributes": "class A:\n    side = 3\n    area = side * side\n    rows = [1 for _ in range(side)]\nprint(A.area)",
    "counter": "count = 0\ndef more():\n    global count\n    count += 1\nmore()\nprint(count)",
    "nested function": "class A:\n    def f(self, k):\n        base = k\n        def inner(v):\n            return base + v\n        return inner(1)\nprint(A().f(2))",
    "local name of the same name": "def f(tone):\n    return tone\nfor tone in 'ab':\n    print(f(tone))",
    "annotation": "x: deploy = 1\nif x > 1:\n    deploy = 1",
}
UNSURE = {
    "lambda before its number": "wave = lambda t: scale * t\nscale = 3\nprint(wave(2))",
    "function that is never called": "if len('a') > 1:\n    deploy = 1\ndef f():\n    return deploy()",
    "one branch": "if len('a') > 1:\n    deploy = 1\ndeploy()",
    "a branch that falls out": "if len('a') > 1:\n    deploy = 1\nelif len('b'):\n    pass\nelse:\n    deploy = 2\ndeploy()",
    "loop that may not run": "for x in range(len('')):\n    deploy = 1\ndeploy()",
    "else of a loop": "for x in (1,):\n    if x:\n        break\nelse:\n    deploy = 1\ndeploy()",
    "break before": "while True:\n    if len('a'):\n        break\n    deploy = 1\ndeploy()",
    "continue before": "for x in (1, 2):\n    if x:\n        continue\n    deploy = 1\ndeploy()",
    "handler": "try:\n    deploy = int('x')\nexcept ValueError:\n    pass\ndeploy()",
    "finally": "try:\n    int('x')\n    deploy = 1\nfinally:\n    print(deploy)",
    "exception's name": "try:\n    1 / 0\nexcept ZeroDivisionError as deploy:\n    pass\ndeploy()",
    "match": "match len('a'):\n    case 5:\n        deploy = 1\ndeploy()",
    "function before its helper": "def f():\n    return deploy()\nf()\ndef deploy():\n    return 1",
    "method before its helper": "class A:\n    def f(self):\n        return deploy()\nA().f()\ndef deploy():\n    return 1",
    "base's method before its helper": "class A:\n    def f(self):\n        return deploy()\nclass B(A):\n    pass\nB().f()\ndef deploy():\n    return 1",
    "through two functions": "def f():\n    return g()\ndef g():\n    return deploy()\n[0].sort(key=f)\ndef deploy():\n    return 1",
    "augmented": "if len('a') > 1:\n    x_user = 1\nx_user += 1",
    "augmented in a function": "def f():\n    global x_user\n    x_user += 1\nf()\nx_user = 1",
    "base class": "if len('a') > 1:\n    class A:\n        pass\nclass B(A):\n    pass",
    "loop over something": "for deploy in (1, 2):\n    last = deploy\nprint(deploy)",
    "loop in a loop": "for y in range(3):\n    for x in range(y):\n        deploy = x\n    print(deploy)",
    "helper below": "def one():\n    return deploy()\ndef deploy():\n    return 1\nprint(one())",
    "two definitions": "def g():\n    return f()\ndef f():\n    return deploy()\nf()\ndef deploy():\n    return 2",
    "class in its own body": "class deploy:\n    def f():\n        return deploy\n    v = f()",
    "class in a lambda of its own": "class deploy:\n    w = lambda: deploy()\n    v = w()",
    "class in a default of its own": "class deploy:\n    def f():\n        return deploy\n    def g(v=f()):\n        return v",
    "only counted up": "deploy += 1\ndeploy = 1",
    "in the function that sets it": "def f():\n    global deploy\n    print(deploy)\n    deploy = 1",
    "decorator": "if len('a') > 1:\n    deploy = 1\n@deploy\ndef f():\n    pass",
    "zero by unpacking": "*a, n = 1, 0\nfor deploy in range(n):\n    pass\ndeploy()",
}  # fmt: skip
UNDEFINED = {
    "class attribute in its functions": "class A:\n    deploy = 1\n    key = lambda: deploy()",
    "class attribute before it is there": "class A:\n    v = deploy()\n    deploy = 1",
    "comprehension in a class": "class A:\n    deploy = 1\n    v = [deploy() for _ in 'a']",
}


@pytest.mark.parametrize("source", SURE.values(), ids=SURE.keys())
def test_what_surely_has_a_value_is_left_as_it_is(source: str) -> None:
    assert unsure(tree := ast.parse(source)) == set()
    assert settled(source, tree) == source


@pytest.mark.parametrize("source", UNSURE.values(), ids=UNSURE.keys())
def test_what_may_have_none_gets_one_before_anything_happens(source: str) -> None:
    tree = ast.parse(source)
    (name,) = unsure(tree) & {"deploy", "x_user", "A", "scale"}
    first, _, rest = settled(source, tree).partition("\n")
    assert f"{name} = " in first
    assert first.endswith(f"None  {WHY}")
    assert rest == source


@pytest.mark.parametrize("source", UNDEFINED.values(), ids=UNDEFINED.keys())
def test_what_only_a_class_has_is_not_the_modules(source: str) -> None:
    (problem, *_) = policy.check(source)
    assert "uses deploy, which the code does not define" in problem.message


class Release:
    """A value of the person's that notices whoever touches it."""

    size = 3

    def __init__(self, touched: list[str]) -> None:
        object.__setattr__(self, "_touched", touched)

    def __getattribute__(self, name: str) -> object:
        object.__getattribute__(self, "_touched").append(name)
        return object.__getattribute__(self, name)

    def __call__(self, *_: object) -> None:
        object.__getattribute__(self, "_touched").append("called")

    def __getitem__(self, _: object) -> None:
        object.__getattribute__(self, "_touched").append("item")


@pytest.mark.parametrize("source", NAMES_ATTACKS, ids=range(len(NAMES_ATTACKS)))
def test_no_attack_on_names_touches_a_value_of_the_persons(source: str) -> None:
    touched: list[str] = []
    if not policy.check(source):
        with contextlib.suppress(Exception):
            exec(settled(source, ast.parse(source)), {"release": Release(touched), "__name__": "__main__"})
    assert touched == []


@pytest.mark.parametrize("source", ["release()", "release.size", "release[0]"])
def test_the_value_of_the_persons_notices_who_touches_it(source: str) -> None:
    touched: list[str] = []
    exec(source, {"release": Release(touched)})
    assert len(touched) == 1


def test_given_arrays_are_never_taken_away() -> None:
    tree = ast.parse("for y in range(3):\n    photo = photo + y\nprint(photo, y)")
    assert unsure(tree, {"photo"}) == {"y"}


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("from __future__ import annotations\nfor a in 'b':\n    pass\nprint(a)", "from __future__ import annotations\na = None  {}\nfor a in 'b':\n    pass\nprint(a)"),
        ("'words'\nfrom __future__ import annotations; print(é); é = 1", "'words'\nfrom __future__ import annotations; é = None; print(é); é = 1"),
        ("'é'; from __future__ import annotations; print(a)\na = 1", "'é'; from __future__ import annotations; a = None; print(a)\na = 1"),
        ("'words that are long'; from __future__ import (\nannotations); print(a)\na = 1", "'words that are long'; from __future__ import (\nannotations); a = None; print(a)\na = 1"),
        ("from __future__ import annotations; \\\nprint(a)\na = 1", "from __future__ import annotations; \\\na = None  {}\nprint(a)\na = 1"),
        ("print(b, a)\na = b = 1", "a = b = None  {}\nprint(b, a)\na = b = 1"),
    ],
)  # fmt: skip
def test_the_line_stands_first_but_for_what_python_wants_first(source: str, made: str) -> None:
    found = settled(source, ast.parse(source))
    assert found == made.format(WHY)
    compile(found, "-", "exec")


def test_names_of_functions_count_where_they_say_global() -> None:
    tree = ast.parse("def f():\n    global a, b\n    a = b\n    c = 1\nfor d in 'a': pass\ne += 1")
    assert bound(tree) == {"f", "a", "d"}
    assert loads(tree) == {"b", "e"}


def test_drawings_as_they_are_usually_written_need_no_such_line() -> None:
    sources = [*map(program, BENIGN), *(piece.code for piece in gallery.pieces())]
    lines = [source for source in sources if unsure(ast.parse(source))]
    assert len(lines) < len(sources) / 20


NAMES = st.sampled_from(["mine", "other", "third"])
NUMBERS = st.sampled_from("12")
CONDITIONS = st.sampled_from(["deep > 1", "deep < 0", "not deep"])


def _block(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    body = st.lists(inner, min_size=1, max_size=3).map(lambda parts: "\n".join(parts).replace("\n", "\n    "))
    return st.one_of(
        st.builds("if {}:\n    {}\nelse:\n    {}".format, CONDITIONS, body, body),
        st.builds("if {}:\n    {}".format, CONDITIONS, body),
        st.builds("for {} in range({}):\n    {}".format, NAMES, st.sampled_from(["2", "deep", "len([])"]), body),
        st.builds("while True:\n    {}\n    break".format, body),
        st.builds("try:\n    {}\n    fail()\n    {}\nexcept ValueError as {}:\n    {}".format, body, body, NAMES, body),
        st.builds("try:\n    {}\n    fail()\n    {}\nfinally:\n    {}".format, body, body, body),
        st.builds("match deep:\n  case 1:\n    {}\n  case {}:\n    {}".format, body, NAMES, body),
        st.builds("match deep:\n  case 1:\n    {}\n  case 2:\n    {}".format, body, body),
        st.builds("def make_{}():\n    return {}\nmake_{}()".format, NAMES, NAMES, st.just("mine")),
        st.builds("class Kind{}:\n    {} = 1\n    value = see({})".format, NUMBERS, NAMES, NAMES),
        st.builds("class Kind{}:\n    def act():\n        see({})\n    value = act()".format, NUMBERS, NAMES),
        st.builds("def call{}():\n    {}\nkept = call{}".format, NUMBERS, body, NUMBERS),
        st.builds("def lose{0}():\n    global {1}\n    {2}\nlose{0}()".format, NUMBERS, NAMES, body),
        st.builds(
            "class {0}:\n    def act(v=1):\n        see({0})\n    def more(v={1}):\n        see({2})".format,
            NAMES,
            st.sampled_from(["act()", "[act]", "1"]),
            NAMES,
        ),
        st.builds(
            "def {0}(n=2):\n    see({1})\n    {2}\n    return {0}(n - 1) if n else 0\n{0}()".format, NAMES, NAMES, body
        ),
        st.builds("kept = lambda {}: [see({}), see({})]\nkept(1)".format, NAMES, NAMES, NAMES),
        st.builds("for see({})[0] in 'a':\n    {}".format, NAMES, body),
    )


STATEMENTS = st.recursive(
    st.one_of(
        st.builds("{} = 1".format, NAMES),
        st.builds("see({})".format, NAMES),
        st.builds("see([{} for {} in range(deep)])".format, NAMES, NAMES),
        st.builds("see((lambda {}: [{} for {} in range(deep)])(1))".format, NAMES, NAMES, NAMES),
        st.builds("{} += 1".format, NAMES),
        st.builds("{}: int".format, NAMES),
        st.builds("call{}()".format, NUMBERS),
        st.builds("try:\n    fail()\nexcept ValueError as {}:\n    pass".format, NAMES),
    ),
    _block,
    max_leaves=12,
)


class Person(int):
    """A value of the person's; the code must never see one."""


@settings(max_examples=300)
@given(st.lists(STATEMENTS, min_size=1, max_size=5).map("\n".join), st.integers(0, 3))
def test_no_review_cell_of_a_program_that_passes_sees_a_value_of_the_persons(source: str, deep: int) -> None:
    try:
        tree = ast.parse(source)
        compile(tree, "-", "exec")
    except SyntaxError:
        return
    if policy.check(source, frozenset({"deep", "see", "fail"})):
        return
    seen: list[object] = []

    def fail() -> None:
        if deep % 2:
            raise ValueError

    space: dict[str, object] = {name: Person(7) for name in ("mine", "other", "third")}
    space |= {"deep": deep, "see": seen.append, "fail": fail}
    cell = compile(settled(source, tree, {"deep", "see", "fail"}), "-", "exec")
    with contextlib.suppress(NameError, ValueError, TypeError, RecursionError):
        exec(cell, space)
    assert not any(isinstance(value, Person) for value in seen)
    assert not any(isinstance(part, Person) for value in seen if isinstance(value, list) for part in value)
