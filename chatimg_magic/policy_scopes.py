"""Python's scopes: which names a piece of code binds, and which of those it uses are looked up in the module."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
SCOPES = (ast.FunctionDef, ast.Lambda, ast.ClassDef, *COMPREHENSIONS)

NONE: frozenset[str] = frozenset()


def bound_by(node: ast.AST) -> Iterator[str]:
    """Yield the names that a node itself binds."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from ((alias.asname or alias.name).split(".")[0] for alias in node.names)
    elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def outer_parts(scope: ast.AST) -> list[ast.AST]:
    """Return the parts of a scope's node that are evaluated outside; annotations run nothing and are left out."""
    if isinstance(scope, ast.FunctionDef):
        return [*scope.decorator_list, *_defaults(scope.args)]
    if isinstance(scope, ast.Lambda):
        return _defaults(scope.args)
    if isinstance(scope, ast.ClassDef):
        return [*scope.decorator_list, *scope.bases, *scope.keywords]
    if isinstance(scope, COMPREHENSIONS):
        return [scope.generators[0].iter]
    return []


def _defaults(arguments: ast.arguments) -> list[ast.AST]:
    return [default for default in (*arguments.defaults, *arguments.kw_defaults) if default is not None]


def _inner_parts(scope: ast.AST) -> list[ast.AST]:
    if isinstance(scope, COMPREHENSIONS):
        first, *others = scope.generators
        values = [scope.key, scope.value] if isinstance(scope, ast.DictComp) else [scope.elt]
        return [first.target, *first.ifs, *others, *values]
    body = scope.body if isinstance(scope, (ast.Module, ast.FunctionDef, ast.ClassDef, ast.Lambda)) else []
    return list(body) if isinstance(body, list) else [body]


def bound_in(scope: ast.AST) -> frozenset[str]:
    """Return the names that a scope binds as its own, ``:=`` in its comprehensions too."""
    names: set[str] = set()
    elsewhere: set[str] = set()
    if isinstance(scope, (ast.FunctionDef, ast.Lambda)):
        names.update(part.arg for part in ast.walk(scope.args) if isinstance(part, ast.arg))
    pending: list[tuple[ast.AST, bool]] = [(part, False) for part in _inner_parts(scope)]
    while pending:
        node, comprehended = pending.pop()
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            elsewhere.update(node.names)
        if isinstance(node, ast.NamedExpr) and not isinstance(scope, COMPREHENSIONS):
            names.add(node.target.id)
            pending.append((node.value, comprehended))
            continue
        if isinstance(node, ast.NamedExpr):
            pending.append((node.value, comprehended))
            continue
        if not comprehended:
            names.update(bound_by(node))
        if isinstance(node, COMPREHENSIONS):
            pending += [(part, True) for part in _inner_parts(node)]
            pending += [(part, comprehended) for part in outer_parts(node)]
        elif isinstance(node, SCOPES):
            pending += [(part, comprehended) for part in outer_parts(node)]
        else:
            pending += [(part, comprehended) for part in ast.iter_child_nodes(node)]
    return frozenset(names - elsewhere)


def global_loads(
    node: ast.AST, hidden: frozenset[str] = NONE, around: frozenset[str] | None = None
) -> Iterator[ast.Name]:
    """Yield the uses of names that are looked up in the module.

    Parameters
    ----------
    node : where they stand.
    hidden : names that are found in a scope around the node.
    around : those of them that scopes within the node see too, if the node stands in a class.
    """
    inherited = hidden if around is None else around
    if isinstance(node, ast.Name):
        if isinstance(node.ctx, ast.Load) and node.id not in hidden:
            yield node
    elif isinstance(node, SCOPES):
        for part in outer_parts(node):
            yield from global_loads(part, hidden, around)
        if isinstance(node, ast.ClassDef):
            yield from _class_loads(node, inherited)
            yield from _method_loads(node, inherited)
            return
        inside = (inherited - _declared(node)) | bound_in(node)
        for part in _inner_parts(node):
            yield from global_loads(part, inside)
    else:
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id not in hidden:
            yield node.target
        for child in _evaluated(node):
            yield from global_loads(child, hidden, around)


def _evaluated(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.AnnAssign):
        return [node.target, *([node.value] if node.value else [])]
    return ast.iter_child_nodes(node)


def _declared(scope: ast.AST) -> set[str]:
    if not isinstance(scope, ast.FunctionDef):
        return set()
    return {name for part in ast.walk(scope) if isinstance(part, ast.Global) for name in part.names}


def _class_loads(scope: ast.ClassDef, around: frozenset[str]) -> Iterator[ast.Name]:
    """Yield what a class's body uses of the module while it is carried out.

    A name that the body binds is looked up in the body, then in the module, and never in a function around it; the
    functions, lambdas and comprehensions in the body do not see it at all.
    """
    own = bound_in(scope)
    so_far: set[str] = set()
    for statement in scope.body:
        visible = (around - own) | so_far
        parts: list[ast.AST] = [statement]
        if isinstance(statement, ast.FunctionDef):
            parts = [part for part in outer_parts(statement) if not _is_setter(part, so_far)]
        for part in parts:
            yield from global_loads(part, visible, around)
        if isinstance(statement, ast.Delete):
            so_far -= {part.id for part in ast.walk(statement) if isinstance(part, ast.Name)}
        so_far.update(_statement_names(statement))


def _is_setter(node: ast.AST, own: set[str]) -> bool:
    """Whether it is ``area.setter`` of a property of the class itself, which calls nothing."""
    named = isinstance(node, ast.Attribute) and node.attr == "setter" and isinstance(node.value, ast.Name)
    return named and node.value.id in own  # type: ignore[attr-defined]


def _statement_names(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.Assign):
        for target in statement.targets:
            for part in ast.walk(target):
                yield from bound_by(part)
    elif isinstance(statement, ast.AnnAssign):
        yield from bound_by(statement.target) if statement.value is not None else ()
    elif isinstance(statement, (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef)):
        yield from bound_by(statement)


def _method_loads(scope: ast.ClassDef, hidden: frozenset[str]) -> Iterator[ast.Name]:
    pending: list[ast.AST] = list(scope.body)
    while pending:
        part = pending.pop()
        if isinstance(part, ast.FunctionDef):
            inside = (hidden - _declared(part)) | bound_in(part)
            for statement in part.body:
                yield from global_loads(statement, inside)
        elif not isinstance(part, SCOPES):
            pending += ast.iter_child_nodes(part)


def class_body_loads(scope: ast.ClassDef) -> Iterator[tuple[str, int]]:
    """Yield (name, line) of what a class of the module uses while it is being made."""
    for name in _class_loads(scope, NONE):
        yield name.id, name.lineno


def needs(scope: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield (name, line) of what a function of the module uses when it is called, or a class when it is used."""
    if isinstance(scope, ast.ClassDef):
        names = [*_method_loads(scope, NONE), *(n for base in scope.bases for n in global_loads(base))]
    else:
        inside = bound_in(scope)
        names = [name for part in _inner_parts(scope) for name in global_loads(part, inside)]
    for name in names:
        yield name.id, name.lineno
