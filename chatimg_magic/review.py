"""What a person who reviews code should know before running it in the kernel, said in short sentences."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from chatimg_magic.code import bound, imported, nodes, parse, root

USUAL = {"np": "numpy", "plt": "matplotlib.pyplot", "pyplot": "matplotlib.pyplot", "numpy": "numpy"}
"""Names under which everybody has these libraries; binding them again changes nothing, importing them says nothing."""
PLAIN = {"numpy", "__future__"}
"""Importing from them is not worth a line."""
SESSION = {
    "seed": "sets the seed of the session's random numbers",
    "filterwarnings": "changes which warnings the session shows",
    "simplefilter": "changes which warnings the session shows",
    "set_printoptions": "changes how the session prints arrays",
    "seterr": "changes which errors NumPy reports",
    "rcParams": "changes how the session's plots look",
    "use": "changes how the session's plots look",
    "gcf": "draws into the figure that is open",
    "gca": "draws into the figure that is open",
    "close": "closes figures",
}
"""What calls of a library's functions do to the session."""
TURNS = 4
"""How deeply nested loops are unusual in a drawing."""


def notes(source: str, taken: Collection[str] = (), name: str = "") -> list[str]:
    """Say what code would do in a notebook besides drawing.

    Parameters
    ----------
    source : code that passed the policy.
    taken : names that the person's namespace has already.
    name : the variable of the picture, which is meant to be bound.

    Returns
    -------
    list of str
        Such as ``rebinds your x, y``; empty if the code does not parse.
    """
    tree = parse(source)
    if tree is None:
        return []
    imports = dict(imported(nodes(source)))
    usual = {alias for alias, path in imports.items() if USUAL.get(alias) == path}
    rebound = sorted((bound(source) & set(taken)) - usual - {name})
    said = [f"rebinds your {', '.join(rebound)}"] if rebound else []
    libraries = sorted({path.split(".")[0] for path in imports.values() if path != "matplotlib.pyplot"} - PLAIN)
    said += [f"imports {', '.join(libraries)}"] if libraries else []
    return list(dict.fromkeys([*said, *_unusual(tree, imports), *_long(tree)]))


def _unusual(tree: ast.Module, imports: Collection[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in SESSION and root(node) in imports:
            yield SESSION[node.attr]


def _long(node: ast.AST, depth: int = 0) -> Iterator[str]:
    """Name loops that may take long, or never end."""
    for child in ast.iter_child_nodes(node):
        loop = isinstance(child, (ast.For, ast.While, ast.comprehension))
        if isinstance(child, ast.While):
            yield f"loops until a condition holds (line {child.lineno})"
        elif loop and depth + 1 == TURNS:
            yield f"has {TURNS} loops within each other (line {getattr(child, 'lineno', getattr(node, 'lineno', 0))})"
        yield from _long(child, depth + loop)
