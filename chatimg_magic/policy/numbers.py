"""Arithmetic with the numbers that stand in the code: what would be enormous, what never ends, which loops run.

What is computed otherwise is left to the sandbox's limits.
"""

from __future__ import annotations

import ast
import math
import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

MAX_BITS = 4096
"""A larger number counts as infinite."""
MAX_EXPONENT = 1000
MAX_ELEMENTS = 1_000_000_000
MAX_DEPTH = 20

Constants = Mapping[str, float]

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Pow: operator.pow,
    ast.LShift: lambda number, bits: number * 2**bits,
}


def constants(nodes: Iterable[ast.AST], bindings: Counter[str]) -> dict[str, float]:
    """Return the names that are bound once in all of the code, to a number: ``n = 4`` or ``h, w = 3, 4``."""
    known: dict[str, float] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
                pairs = list(zip(target.elts, value.elts, strict=True))
            starred = any(isinstance(part, ast.Starred) for pair in pairs for part in pair)
            for name, expression in () if starred else pairs:
                if isinstance(name, ast.Name) and bindings[name.id] == 1:
                    number = fold(expression, known)
                    known |= {name.id: number} if number is not None else {}
    return known


def fold(node: ast.AST | None, known: Constants, depth: int = MAX_DEPTH) -> float | None:
    """Return the number that an expression is, infinity if it is enormous, None if it is not known."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, (int, float)) else None
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and depth:
        value = fold(node.operand, known, depth - 1)
        return -value if value is not None else None
    if not (isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS and depth):
        return None
    left, right = fold(node.left, known, depth - 1), fold(node.right, known, depth - 1)
    if left is None or right is None:
        return None
    if isinstance(node.op, (ast.Pow, ast.LShift)) and abs(right) * math.log2(abs(left) + 2) > MAX_BITS:
        return math.inf if left > 0 else None
    try:
        value = _OPERATORS[type(node.op)](left, right)
    except ArithmeticError:
        return None
    if not isinstance(value, (int, float)):  # a negative number's root is complex
        return None
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        return math.inf if value > 0 else -math.inf
    return value


def surely_runs(node: ast.expr, known: Constants) -> bool:
    """Whether a loop over an expression surely runs once: over a display of values, a text or a range of numbers."""
    if isinstance(node, (ast.Tuple, ast.List)):
        return any(not isinstance(element, ast.Starred) for element in node.elts)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(node.value)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args and not node.keywords):
        return False
    if node.func.id == "range" and len(node.args) < 4:
        values = [fold(argument, known) for argument in node.args]
        first, last = values[:2] if len(values) > 1 else (0.0, values[0])
        return first is not None and last is not None and first < last and (values[2:] or [1])[0] in range(1, 99)
    return node.func.id in ("enumerate", "zip") and all(surely_runs(argument, known) for argument in node.args)


def enormous(nodes: Iterable[ast.AST], known: Constants) -> Iterator[tuple[int, str]]:
    """Find what would take the machine's time or memory, as far as that can be read off."""
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.LShift)):
            nested = isinstance(node.right, ast.BinOp) and isinstance(node.right.op, ast.Pow)
            if nested or (fold(node.right, known) or 0) > MAX_EXPONENT:
                yield node.lineno, "computes an enormous number; use smaller exponents"
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            sized = isinstance(node.left, (ast.List, ast.Tuple)) or isinstance(getattr(node.left, "value", 0), str)
            if sized and (fold(node.right, known) or 0) > MAX_ELEMENTS // 100:
                yield node.lineno, "makes an enormous text or list; make it smaller"
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("zeros", "ones", "empty", "full"):
            shape = node.args[0] if node.args else None
            sides = [fold(side, known) or 1 for side in getattr(shape, "elts", [shape])]
            if math.prod(sides) > MAX_ELEMENTS:
                yield node.lineno, "makes an enormous array; pictures need at most 64 million pixels"
        elif isinstance(node, ast.While) and fold(node.test, known) and not _ends(node):
            yield node.lineno, "loops without an end; use for with a range, or break"


def _ends(loop: ast.While) -> bool:
    """Whether something in a loop's body may end it."""
    ways = (ast.Break, ast.Raise, ast.Return, ast.Yield)
    return any(isinstance(part, ways) for statement in loop.body for part in ast.walk(statement))
