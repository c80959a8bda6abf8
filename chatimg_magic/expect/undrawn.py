"""Parts that a program makes and never draws: a mask with a name of its own that nothing uses."""

from __future__ import annotations

import ast

from chatimg_magic.drawing import Check


def undrawn(source: str, name: str) -> tuple[Check, ...]:
    """Return a failed check for the masks of a program that are never used, none where all of them are.

    Parameters
    ----------
    source : code that has been run.
    name : of the array that is the picture.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    made = [
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(isinstance(part, ast.Compare) for part in ast.walk(node.value))
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    left = [part for part in dict.fromkeys(made) if part not in used and part != name]
    if not left:
        return ()
    return (Check("parts", "every part of the code", False, f"{' and '.join(left[:3])} never drawn"),)
