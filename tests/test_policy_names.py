"""No name of the code reaches the notebook's namespace before the code has given it a value."""
# ruff: noqa: E501 (one program a line)

from __future__ import annotations

import ast
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic import policy

SURE = {
    "both branches": "if len('a') > 1:\n    tone = 1\nelse:\n    tone = 2\nprint(tone)",
    "every branch": "k = len('a')\nif k == 1:\n    t = 1\nelif k == 2:\n    t = 2\nelse:\n    raise ValueError\nprint(t)",
    "loop over something": "for tone in (1, 2):\n    last = tone\nprint(last, tone)",
    "loop over a range": "n = 4\nfor i in range(n):\n    row = i\nprint(row)",
    "loop over a range of a product": "h, w = 3, 4\nfor i in range(h * w):\n    row = i\nprint(row)",
    "endless loop with a break": "while True:\n    tone = 1\n    if tone:\n        break\nprint(tone)",
    "try and fallback": "try:\n    tone = int('1')\nexcept ValueError:\n    tone = 0\nprint(tone)",
    "try or raise": "try:\n    tone = int('1')\nexcept ValueError as error:\n    raise RuntimeError(error)\nprint(tone)",
    "finally": "try:\n    tone = int('1')\nfinally:\n    last = 2\nprint(tone, last)",
    "match with a rest": "match len('a'):\n    case 1:\n        t = 1\n    case other:\n        t = other\nprint(t)",
    "main guard": "def main():\n    return helper()\ndef helper():\n    return 1\nif __name__ == '__main__':\n    image = main()\nprint(image)",
    "helper below": "def one():\n    return two()\ndef two():\n    return LEVEL\nLEVEL = 3\nprint(one())",
    "base before its helper": "class A:\n    def both(self, b):\n        return B(self, b)\nclass B(A):\n    def __init__(self, a, b):\n        self.a = a\nprint(A().both(1))",
    "comprehension of its own": "rows = [y for y in range(3)]\nprint([x + y for y in rows for x in rows if x < y])",
    "property with a setter": "class A:\n    @property\n    def w(self):\n        return self._wide\n    @w.setter\n    def w(self, value):\n        self._wide = clip(value)\ndef clip(v):\n    return v\nA().w = 3",
    "class attributes": "class A:\n    side = 3\n    area = side * side\n    rows = [1 for _ in range(side)]\nprint(A.area)",
    "counter": "count = 0\ndef more():\n    global count\n    count += 1\nmore()\nprint(count)",
    "nested method": "class A:\n    def f(self, k):\n        base = k\n        def inner(v):\n            return base + v\n        return inner(1)\nprint(A().f(2))",
}
UNSURE = {
    "lambda before its number": "wave = lambda t: scale * t\nscale = 3\nprint(wave(2))",
    "class attribute in its functions": "class A:\n    deploy = 1\n    key = lambda: deploy()",
    "class attribute before it is there": "class A:\n    v = deploy()\n    deploy = 1",
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
    "comprehension in a class": "class A:\n    deploy = 1\n    v = [deploy() for _ in 'a']",
    "base class": "if len('a') > 1:\n    class A:\n        pass\nclass B(A):\n    pass",
    "decorator": "if len('a') > 1:\n    deploy = 1\n@deploy\ndef f():\n    pass",
    "zero by unpacking": "*a, n = 1, 0\nfor deploy in range(n):\n    pass\ndeploy()",
}  # fmt: skip


@pytest.mark.parametrize("source", SURE.values(), ids=SURE.keys())
def test_what_surely_has_a_value_passes(source: str) -> None:
    assert policy.check(source) == []


@pytest.mark.parametrize("source", UNSURE.values(), ids=UNSURE.keys())
def test_what_may_have_none_is_refused_with_a_remedy(source: str) -> None:
    (problem, *_) = policy.check(source)
    assert "before it surely has a value; define" in problem.message


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
        st.builds("try:\n    {}\nfinally:\n    {}".format, body, body),
        st.builds("match deep:\n  case 1:\n    {}\n  case {}:\n    {}".format, body, NAMES, body),
        st.builds("def make_{}():\n    return {}\nmake_{}()".format, NAMES, NAMES, st.just("mine")),
        st.builds("class Kind{}:\n    {} = 1\n    value = see({})".format, NUMBERS, NAMES, NAMES),
        st.builds("class Kind{}:\n    def act():\n        see({})\n    value = act()".format, NUMBERS, NAMES),
        st.builds("def call{}():\n    {}\nkept = call{}".format, NUMBERS, body, NUMBERS),
        st.builds("def lose{0}():\n    global {1}\n    {2}\nlose{0}()".format, NUMBERS, NAMES, body),
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


@settings(max_examples=300, deadline=None)
@given(st.lists(STATEMENTS, min_size=1, max_size=5).map("\n".join), st.integers(0, 3))
def test_no_program_that_passes_sees_a_value_of_the_persons(source: str, deep: int) -> None:
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
    with contextlib.suppress(NameError, ValueError, TypeError, RecursionError):
        exec(compile(source, "-", "exec"), space)
    assert not any(isinstance(value, Person) for value in seen)
    assert not any(isinstance(part, Person) for value in seen if isinstance(value, list) for part in value)
