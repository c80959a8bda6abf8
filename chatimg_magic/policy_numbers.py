"""Arithmetic with the numbers that stand in the code: what would be enormous, what never ends, which loops run.

Only literals and names that are bound once, to literals, are followed. What is computed otherwise is left to the
sandbox's limits.
"""

from __future__ import annotations

import ast
import math
import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

MAX_EXPONENT = 4_096
MAX_FACTORIAL = 20_000
MAX_REPEATED = 50_000_000
"""Characters or items that ``*`` may make."""
MAX_ELEMENTS = 1_000_000_000
"""Of an array that is made at once."""
MAX_BITS = 256
MAX_DEPTH = 12

Value = int | float | str | bytes | tuple[object, ...]
Constants = Mapping[str, Value]

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Div: operator.truediv,
}

_COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def constants(nodes: Iterable[ast.AST], bindings: Counter[str]) -> dict[str, Value]:
    """Return the names that are bound once in all of the code, to something known."""
    known: dict[str, Value] = {}
    for node in nodes:
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            for name, expression in _pairs(target, node.value):
                # what a list holds may change
                if isinstance(name, ast.Name) and bindings[name.id] == 1 and not isinstance(expression, ast.List):
                    value = fold(expression, known)
                    if value is not None:
                        known[name.id] = value
    return known


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """Return which part of a target gets which part of a value, if that can be told."""
    if not isinstance(target, ast.Tuple):
        return [(target, value)]
    if not isinstance(value, ast.Tuple) or len(target.elts) != len(value.elts):
        return []
    if any(isinstance(part, ast.Starred) for part in (*target.elts, *value.elts)):
        return []
    return list(zip(target.elts, value.elts, strict=True))


def fold(node: ast.AST, known: Constants, depth: int = MAX_DEPTH) -> Value | None:
    """Return the value of an expression, infinity if it is enormous, None if it is not known."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, (bool, int, float, str, bytes)) else None
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if depth == 0:
        return None
    if isinstance(node, (ast.Tuple, ast.List)):
        return tuple(None if isinstance(e, ast.Starred) else fold(e, known, depth - 1) for e in node.elts)
    if isinstance(node, ast.UnaryOp):
        value = fold(node.operand, known, depth - 1)
        if isinstance(node.op, ast.Not):
            return None if value is None else not value
        return -value if isinstance(node.op, ast.USub) and isinstance(value, (int, float)) else None
    if isinstance(node, ast.BinOp):
        return _binary(node.op, fold(node.left, known, depth - 1), fold(node.right, known, depth - 1))
    if isinstance(node, ast.NamedExpr):
        return fold(node.value, known, depth - 1)
    return _compare(node, known, depth) if isinstance(node, ast.Compare) and len(node.ops) == 1 else None


def _binary(kind: ast.operator, left: Value | None, right: Value | None) -> Value | None:
    if not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
        return None
    if isinstance(kind, (ast.Pow, ast.LShift)) and isinstance(left, int) and isinstance(right, int):
        if right < 0 or (left in (-1, 0, 1) and isinstance(kind, ast.Pow)):
            return None
        bits = right + left.bit_length() if isinstance(kind, ast.LShift) else right * left.bit_length()
        if bits > MAX_BITS:
            return math.inf
        return left**right if isinstance(kind, ast.Pow) else left << right
    if type(kind) not in _OPERATORS:
        return None
    try:
        value = _OPERATORS[type(kind)](left, right)
    except (ArithmeticError, ValueError):
        return None
    return math.inf if isinstance(value, int) and value.bit_length() > MAX_BITS else value


def _compare(node: ast.Compare, known: Constants, depth: int) -> bool | None:
    left, right = node.left, fold(node.comparators[0], known, depth - 1)
    if isinstance(left, ast.Name) and left.id == "__name__":  # the same in a notebook and in the sandbox
        return right == "__main__" if isinstance(node.ops[0], ast.Eq) else None
    value = fold(left, known, depth - 1)
    numbers = isinstance(value, (int, float)) and isinstance(right, (int, float))
    compare = _COMPARISONS.get(type(node.ops[0]))
    return compare(value, right) if numbers and compare is not None else None


def surely_runs(node: ast.expr, known: Constants) -> bool:
    """Whether a loop over an expression surely runs once."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return any(not isinstance(element, ast.Starred) for element in node.elts)
    if isinstance(node, ast.Dict):
        return any(key is not None for key in node.keys)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords and node.args:
        if node.func.id == "range" and len(node.args) == 3:
            first, last, step = (fold(argument, known) for argument in node.args)
            numbers = isinstance(first, int) and isinstance(last, int) and isinstance(step, int)
            return numbers and bool(step) and (first < last) == (step > 0) and first != last  # type: ignore[operator]
        if node.func.id == "range":
            values = [0, *(fold(argument, known) for argument in node.args)][-2:]
            return all(isinstance(value, (int, float)) for value in values) and values[0] < values[1]  # type: ignore[operator]
        if node.func.id in ("enumerate", "zip", "sorted", "reversed", "list", "tuple"):
            return all(surely_runs(argument, known) for argument in node.args)
    value = fold(node, known)
    return bool(value) if isinstance(value, (str, bytes, tuple)) else False


def enormous(tree: ast.Module, nodes: Iterable[ast.AST], known: Constants) -> Iterator[tuple[int, str]]:
    """Find what would take the machine's time or memory, as far as that can be read off."""
    for node in nodes:
        if isinstance(node, ast.BinOp):
            yield from ((node.lineno, message) for message in _operation(node, known))
        elif isinstance(node, ast.Call):
            yield from ((node.lineno, message) for message in _call(node, known))
    yield from _endless(tree, known)


def _operation(node: ast.BinOp, known: Constants) -> Iterator[str]:
    if isinstance(node.op, (ast.Pow, ast.LShift)):
        exponent = fold(node.right, known)
        nested = isinstance(node.right, ast.BinOp) and isinstance(node.right.op, ast.Pow)
        if nested or (isinstance(exponent, (int, float)) and exponent > MAX_EXPONENT):
            yield "computes an enormous number; use smaller exponents"
    elif isinstance(node.op, ast.Mult):
        for part, times in ((node.left, node.right), (node.right, node.left)):
            what, count = fold(part, known), fold(times, known)
            sized = isinstance(what, (str, bytes, tuple)) and isinstance(count, (int, float))
            if sized and len(what) * count > MAX_REPEATED:  # type: ignore[arg-type, operator]
                yield "makes an enormous text or list; make it smaller"


def _call(node: ast.Call, known: Constants) -> Iterator[str]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    keywords = {keyword.arg: keyword.value for keyword in node.keywords}
    first = node.args[0] if node.args else keywords.get("shape")
    value = fold(first, known) if first is not None else None
    if name == "factorial" and isinstance(value, (int, float)) and value > MAX_FACTORIAL:
        yield "computes an enormous number; use smaller numbers"
    if name in ("zeros", "ones", "empty", "full") and value is not None:
        sides = value if isinstance(value, tuple) else (value,)
        numbers = [side for side in sides if isinstance(side, (int, float)) and side > 1]
        if math.prod(numbers) > MAX_ELEMENTS:
            yield "makes an enormous array; pictures need at most 64 million pixels"


def _endless(tree: ast.Module, known: Constants) -> Iterator[tuple[int, str]]:
    """Find loops of the module that nothing ends: no break, and nobody who would catch an exception."""
    pending: list[ast.stmt] = list(tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Try)):
            continue
        if isinstance(node, ast.While) and fold(node.test, known) and not _leaves(node):
            yield node.lineno, "loops without an end; use for with a range, or break"
        for field in ("body", "orelse"):
            pending += getattr(node, field, [])


def _leaves(loop: ast.While) -> bool:
    """Whether something in a loop's body may end it."""
    return any(isinstance(part, (ast.Break, ast.Raise)) for statement in loop.body for part in ast.walk(statement))
