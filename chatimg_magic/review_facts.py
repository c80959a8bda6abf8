"""What a person who reviews code should know before running it in the kernel, said in short sentences."""

from __future__ import annotations

import ast
from collections.abc import Collection

from chatimg_magic.code import parse
from chatimg_magic.facts import Facts, gather
from chatimg_magic.names import bound
from chatimg_magic.policy.tables import MODULES

MANY_TURNS = 4
"""How deeply nested loops are unusual in a drawing."""
USUAL = {
    "np": "numpy",
    "plt": "matplotlib.pyplot",
    "ndimage": "scipy.ndimage",
    "Image": "PIL.Image",
    "pyplot": "matplotlib.pyplot",
}
"""Names under which libraries are usually imported; to bind them again changes nothing."""
_SESSION = {
    "seed": "sets the seed of the session's random numbers",
    "filterwarnings": "changes which warnings the session shows",
    "simplefilter": "changes which warnings the session shows",
    "set_printoptions": "changes how the session prints arrays",
    "gcf": "draws into the figure that is open",
    "gca": "draws into the figure that is open",
    "close": "closes figures",
}


def facts(source: str, taken: Collection[str] = (), name: str = "") -> list[str]:
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
    found = gather(tree, MODULES)
    usual = {each for each, path in found.imported.items() if path in MODULES and USUAL.get(each, each) == path}
    own = {each for each in bound(tree) if not each.startswith("_")} - usual
    rebound = sorted((own & set(taken)) - {name})
    said = [f"rebinds your {', '.join(rebound)}"] if rebound else []
    libraries = sorted({path.split(".")[0] for path in found.imported.values()} - {"__future__"})
    said += [f"imports {', '.join(libraries)}"] if libraries else []
    return said + _unusual(found)


def _unusual(found: Facts) -> list[str]:
    said = []
    for node in found.nodes:
        if isinstance(node, ast.Attribute) and node.attr in _SESSION and found.path(node):
            said.append(_SESSION[node.attr])
        elif isinstance(node, ast.While):
            said.append(f"loops until a condition holds (line {node.lineno})")
        elif isinstance(node, (ast.For, ast.comprehension)) and _depth(node, found) == MANY_TURNS:
            line = getattr(node, "lineno", getattr(node.iter, "lineno", 0))
            said.append(f"has {MANY_TURNS} loops within each other (line {line})")
    return list(dict.fromkeys(said))


def _depth(node: ast.AST, found: Facts) -> int:
    """Return how many loops a loop stands in, itself too."""
    depth = 1
    while (parent := found.parents.get(node)) is not None:
        depth += isinstance(parent, (ast.For, ast.While))
        node = parent
    return depth
