"""Parts that a program makes and nobody sees: a mask that nothing uses, an assignment that left no pixel."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from chatimg_magic import code
from chatimg_magic.drawing import Check

MOST_NAMED = 3
LONGEST = 30
"""Of what is called by its own code, in characters."""


def undrawn(source: str, name: str, unseen: tuple[int, ...] = ()) -> tuple[Check, ...]:
    """Return a failed check for the parts of a program that are not in the picture, none where all of them are.

    Parameters
    ----------
    source : code that has been run.
    name : of the array that is the picture.
    unseen : lines of the parts that left no pixel: in the background's colour, outside, or covered.
    """
    tree = code.parse(source)
    if tree is None:
        return ()
    for words, found in (("never drawn", _unused(code.nodes(source), name)), ("not to be seen", _named(tree, unseen))):
        left = list(dict.fromkeys(found))
        if left:
            return (Check("parts", "every part of the code", False, f"{' and '.join(left[:MOST_NAMED])} {words}"),)
    return ()


def _unused(nodes: Iterable[ast.AST], name: str) -> Iterator[str]:
    used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for node in nodes:
        if isinstance(node, ast.Assign) and any(isinstance(part, ast.Compare) for part in ast.walk(node.value)):
            names = (target.id for target in node.targets if isinstance(target, ast.Name))
            yield from (made for made in names if made not in used and made != name)


def _named(tree: ast.Module, lines: tuple[int, ...]) -> Iterator[str]:
    """Call the parts of some lines by the mask that they draw."""
    for statement in tree.body:
        if statement.lineno in lines:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else None
            words = ast.unparse(target.slice) if isinstance(target, ast.Subscript) else ""
            yield words if 0 < len(words) <= LONGEST else f"line {statement.lineno}"
