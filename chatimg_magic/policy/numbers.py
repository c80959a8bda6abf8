"""Arithmetic with the numbers that stand in the code: what would be enormous, and what never ends.

What is computed otherwise is left to the sandbox's limits.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator

MAX_EXPONENT = 1000
MAX_ELEMENTS = 1_000_000_000
ENDS = frozenset({ast.Break, ast.Raise, ast.Return, ast.Yield})

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Pow: math.pow,
    ast.LShift: lambda number, bits: number * math.pow(2, bits),
}


def fold(node: ast.AST | None, depth: int = 9) -> float:
    """Return the number that an expression is, roughly; infinity if it is enormous, nan if it is not known."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(min(node.value, MAX_ELEMENTS**2))
    if not (depth and isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS):
        return math.nan
    try:
        return _OPERATORS[type(node.op)](fold(node.left, depth - 1), fold(node.right, depth - 1))
    except (OverflowError, ValueError):
        return math.inf


def enormous(node: ast.AST) -> Iterator[str]:
    """Find what would take the machine's time or memory, as far as that can be read off."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.LShift)):
        if fold(node.right) > MAX_EXPONENT:
            yield "computes an enormous number; use smaller exponents"
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        sized = isinstance(node.left, (ast.List, ast.Tuple)) or isinstance(getattr(node.left, "value", 0), str)
        if sized and fold(node.right) > MAX_ELEMENTS // 100:
            yield "makes an enormous text or list; make it smaller"
    elif isinstance(node, ast.Call) and node.args:
        called, first = getattr(node.func, "attr", getattr(node.func, "id", "")), node.args[0]
        size = math.prod(map(fold, getattr(first, "elts", [first])))
        if called in ("factorial", "comb", "perm") and size > MAX_EXPONENT:
            yield "computes an enormous number; use smaller ones"
        elif called in ("zeros", "ones", "empty", "full") and size > MAX_ELEMENTS:
            yield "makes an enormous array; pictures need at most 64 million pixels"
    elif isinstance(node, ast.While) and fold(node.test) > 0 and ENDS.isdisjoint(map(type, ast.walk(node))):
        yield "loops without an end; use for with a range, or break"
