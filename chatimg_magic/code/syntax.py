"""Python's own view of a program: its tree, its names, what it imports."""

from __future__ import annotations

import ast
import re
import symtable
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache

MAX_CODE = 32_000
"""Characters; longer code is not read."""

COMPREHENSION = 2 << 8
"""CPython's flag of a comprehension's variable (DEF_COMP_ITER), which the symtable module makes public in 3.14 only."""

_TEXT = re.compile(r"""(?s:('''|\"\"\").*?\1)|'[^'\n]*'|"[^"\n]*"|#[^\n]*""")
_PROMPT = re.compile(r"\s*(?:>>>|\.\.\.|In \[)")


@lru_cache(maxsize=4)
def syntax_tree(source: str) -> ast.Module:
    """Parse Python; raises SyntaxError, ValueError, RecursionError or MemoryError.

    Several readers ask for the tree of the same program; nobody changes it.
    CPython 3.11 before 3.11.5 counts the depth of trees for all threads together, and may raise SystemError when two
    of them parse at once (gh-106905): then it is tried again.
    """
    for _ in range(20):
        try:
            return ast.parse(source)
        except SystemError:
            time.sleep(0.002)
    return ast.parse(source)


@lru_cache(maxsize=4)
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Return all nodes of a program, its module first; raises what :func:`syntax_tree` raises."""
    return tuple(ast.walk(syntax_tree(source)))


def parse(source: str) -> ast.Module | None:
    """Parse Python; None if it is not, whatever strange thing it is."""
    if len(source) > MAX_CODE:
        return None
    try:
        return syntax_tree(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=4)
def scopes(source: str) -> tuple[symtable.SymbolTable, ...]:
    """Return the tables of names of a program and of all functions and classes in it, the program's first.

    Raises what :func:`syntax_tree` raises.
    """
    tables = [symtable.symtable(source, "<drawing>", "exec")]
    for table in tables:  # which grows meanwhile
        tables += table.get_children()
    return tuple(tables)


def names(table: symtable.SymbolTable) -> list[symtable.Symbol]:
    """Return a scope's names without the variables of comprehensions, which CPython 3.12 and later put among them."""
    return [symbol for symbol in table.get_symbols() if not vars(symbol)["_Symbol__flags"] & COMPREHENSION]


def bound(source: str) -> set[str]:
    """Return the names that a program binds at its top, in functions too where they say ``global``.

    Raises what :func:`syntax_tree` raises.
    """
    return _walruses(syntax_tree(source)) | {
        symbol.get_name()
        for number, table in enumerate(scopes(source))
        for symbol in names(table)
        if (symbol.is_assigned() or symbol.is_imported()) and (number == 0 or symbol.is_declared_global())
    }


def _walruses(tree: ast.Module) -> set[str]:
    """Return what ``:=`` binds outside functions, in comprehensions too, of which CPython 3.12 tells nothing."""
    found, left = set(), list[ast.AST]([tree])
    while left:
        node = left.pop()
        if isinstance(node, ast.NamedExpr):
            found.add(node.target.id)
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            left += ast.iter_child_nodes(node)
    return found


def imported(among: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Yield the names that imports bind, and what of, such as ``("plt", "matplotlib.pyplot")``."""
    for node in among:
        if isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name.split(".")[0], alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = "." * node.level + (node.module or "")
            yield from ((alias.asname or alias.name, f"{above}.{alias.name}") for alias in node.names)


def root(node: ast.AST) -> str:
    """Return the name with which a chain of attributes and items begins, or ``""``."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def imports(source: str) -> tuple[str, ...]:
    """Return the modules that code imports or reaches through an import, such as ``scipy.ndimage``.

    What stands behind may be no module but a function: who imports them leaves those alone.
    """
    every = nodes(source) if parse(source) else ()
    pairs = [(name, path) for name, path in imported(every) if not path.startswith(".")]
    named = {name: name if path.split(".")[0] == name else path for name, path in pairs}
    found = {path for _, path in pairs}
    found |= {node.module for node in every if isinstance(node, ast.ImportFrom) and not node.level and node.module}
    for node in every:
        path = ""
        while isinstance(node, ast.Attribute):
            path, node = f".{node.attr}{path}", node.value
        if path and isinstance(node, ast.Name) and node.id in named:
            found.add(named[node.id] + path)
    return tuple(sorted(found))


def without_texts(source: str) -> str:
    """Return code, or what may be code, without strings and comments, line for line: a row of dashes there is a rule.

    How Python reads quotes within quotes is left to Python.
    """
    return _TEXT.sub(lambda found: "\n" * found[0].count("\n"), source)


def lost_prompt(source: str) -> int:
    """Return the first line that is like a prompt if the program is another one where prompts are taken away; else 0.

    Notebooks take them away from what looks like a pasted session, in texts too (IPython's input transformers): in a
    docstring that is no harm. Raises what :func:`syntax_tree` raises.
    """
    lines = [number for number, line in enumerate(source.split("\n"), 1) if _PROMPT.match(line)]
    if not lines:
        return 0
    said = _said(source)
    try:
        same = all(_said(_without_prompts(head + source)) == said for head in ("", "#\n#\n"))
    except SyntaxError:
        same = False
    return 0 if same else lines[0]


def _without_prompts(source: str) -> str:
    from IPython.core.inputtransformer2 import TransformerManager

    manager, lines = TransformerManager(), source.splitlines(keepends=True)
    for transform in (*manager.cleanup_transforms, *manager.line_transforms):
        lines = transform(lines)
    return "".join(lines)


def _said(source: str) -> str:
    """Return what code says, whatever its docstrings say."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = None
    return ast.dump(tree)
