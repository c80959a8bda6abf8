"""Whose name is it: what code binds, what it looks up, and what it may look up before it has given it a value.

In the person's kernel ``if 0: deploy = None`` followed by ``deploy()`` calls a function of theirs. So every name that
is not surely bound before it is looked up gets a value in a line of its own at the top of the review cell.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable, Iterator, Sequence, Set

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
NONE: frozenset[str] = frozenset()
BINDING_NOTHING = (ast.expr, ast.Expr, ast.AugAssign, ast.Return, ast.FunctionDef, ast.ClassDef)
FUNCTIONS = (ast.FunctionDef, ast.Lambda, *COMPREHENSIONS)
WHY = "# no variable of yours is used where these are not set below"
LEAVING = (ast.Raise, ast.Return, ast.Break, ast.Continue)


def children(node: ast.AST) -> list[ast.AST]:
    """Return a node's children, but neither operators nor constants, which hold no names."""
    found: list[ast.AST] = []
    for value in map(node.__dict__.get, node._fields):
        if value.__class__ is list:
            found += [each for each in value if isinstance(each, ast.AST) and each.__class__ is not ast.Constant]
        elif isinstance(value, ast.AST) and value._fields and value.__class__ is not ast.Constant:
            found.append(value)
    return found


def bound_by(node: ast.AST) -> Sequence[str]:
    """Return the names that a node itself binds."""
    if isinstance(node, ast.Name):
        return () if node.ctx.__class__ is ast.Load else (node.id,)
    if isinstance(node, ast.arg):
        return (node.arg,)
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
        return (node.name,)
    return ()


def bound_in(parts: Iterable[ast.AST]) -> set[str]:
    """Return the names that pieces of code bind where they stand, not in functions or comprehensions within."""
    names: set[str] = set()
    elsewhere: set[str] = set()
    pending = list(parts)
    while pending:
        node = pending.pop()
        names.update(bound_by(node))
        if isinstance(node, ast.Global):
            elsewhere.update(node.names)
        if isinstance(node, ast.Assign):
            pending += node.targets
        elif isinstance(node, ast.AnnAssign):
            pending += [node.target] if node.value is not None else []
        elif isinstance(node, (ast.Tuple, ast.List, ast.Starred)) or not isinstance(node, BINDING_NOTHING):
            pending += children(node)
    return names - elsewhere


def parts(scope: ast.AST) -> tuple[list[ast.AST], list[ast.AST], set[str]]:
    """Return what of a function or comprehension is evaluated outside, what inside, and the inside's own names."""
    if isinstance(scope, (ast.FunctionDef, ast.Lambda)):
        given = scope.args
        outside = [*getattr(scope, "decorator_list", ()), *given.defaults, *filter(None, given.kw_defaults)]
        inside: list[ast.AST] = list(scope.body) if isinstance(scope.body, list) else [scope.body]
        arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
        return outside, inside, bound_in([*arguments, *inside])
    assert isinstance(scope, COMPREHENSIONS)
    first, *others = scope.generators
    values = [scope.key, scope.value] if isinstance(scope, ast.DictComp) else [scope.elt]
    inside = [first.target, *first.ifs, *others, *values]
    return [first.iter], inside, bound_in(generator.target for generator in scope.generators)


def loads(node: ast.AST, hidden: Set[str] = NONE, inherited: Set[str] = NONE) -> set[str]:
    """Return the names that are looked up in the module; annotations run nothing and are left out.

    Parameters
    ----------
    node : where they stand.
    hidden : names that are found in a function or class around the node.
    inherited : those of them that functions within the node see too: not the ones of a class.
    """
    found: set[str] = set()
    pending = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            found |= {node.id} - hidden if isinstance(node.ctx, ast.Load) else NONE
        elif isinstance(node, FUNCTIONS):
            outside, inside, own = parts(node)
            inner = (inherited - _declared(node)) | own
            found |= {name for part in inside for name in loads(part, inner, inner)}
            pending += outside
        elif isinstance(node, ast.ClassDef):
            own = set(hidden)
            for statement in node.body:
                found |= loads(statement, own, inherited)
                own |= bound_in([statement])
            pending += [*node.bases, *node.decorator_list]
        elif isinstance(node, ast.AnnAssign):
            pending += [node.target, *filter(None, [node.value])]
        else:
            if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                found |= {node.target.id} - hidden
            pending += children(node)
    return found


def bound(tree: ast.Module) -> set[str]:
    """Return the names that a module binds, in functions too where they say ``global``."""
    names = bound_in(tree.body)
    for function in _functions(tree.body):
        declared = _declared(function)
        names |= {name for node in ast.walk(function) if declared for name in bound_by(node)} & declared
    return names


def _declared(function: ast.AST) -> set[str]:
    """Return the names that a function, or one within it, declares global."""
    return {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}


def _functions(statements: Iterable[ast.AST]) -> Iterator[ast.FunctionDef]:
    for node in statements:
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, (ast.stmt, ast.ExceptHandler, ast.match_case)):
            for block in ("body", "handlers", "cases", "orelse", "finalbody"):
                yield from _functions(getattr(node, block, ()))


def unsure(tree: ast.Module, given: Set[str] = NONE) -> set[str]:
    """Return the names of a module that may be looked up before they have a value.

    Parameters
    ----------
    tree : the module.
    given : names that have a value before it begins.
    """
    found: set[str] = set()
    _follow(tree.body, set(given), found)
    return found & bound(tree)


def settled(source: str, tree: ast.Module, given: Set[str] = NONE) -> str:
    """Give every unsure name of a program a value before anything else happens.

    Parameters
    ----------
    source, tree : the program, and its syntax tree.
    given : names that have a value before it begins.
    """
    if not (names := sorted(unsure(tree, given))):
        return source
    line = " = ".join([*names, "None"])
    lines = source.split("\n")
    first = sum(1 for _ in itertools.takewhile(_stays_first, tree.body))
    end = tree.body[first - 1].end_lineno or 0 if first else 0
    if first < len(tree.body) and (following := tree.body[first]).lineno == end:  # behind a semicolon
        text, column = lines[end - 1].encode(), following.col_offset
        return "\n".join([*lines[: end - 1], f"{text[:column].decode()}{line}; {text[column:].decode()}", *lines[end:]])
    return "\n".join([*lines[:end], f"{line}  {WHY}", *lines[end:]])


def _stays_first(node: ast.stmt) -> bool:
    """Whether Python wants a statement before all others, or it is a docstring."""
    words = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return words or (isinstance(node, ast.ImportFrom) and node.module == "__future__")


def _follow(statements: Sequence[ast.stmt], sure: set[str], found: set[str]) -> set[str]:
    """Add to ``found`` what statements look up that is not sure, and to ``sure`` what they bind in every case."""
    for node in statements:
        if branches := _branches(node):
            found |= {name for head in _heads(node) for name in loads(head)} - sure
            before = set(sure)
            ends = [(body, _follow(body, before | names, found)) for names, body in branches]
            falling = [end for body, end in ends if not (body and isinstance(body[-1], LEAVING))]
            if falling and _one_runs(node):
                sure |= set.intersection(*falling)
            sure |= _follow(getattr(node, "finalbody", []), before, found)
        elif isinstance(node, ast.FunctionDef):
            found |= {name for part in parts(node)[0] for name in loads(part)} - sure
            found |= loads(node) - sure - {node.name}
            sure.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= loads(node) - sure - (NONE if _calls_itself(node) else {node.name})
            sure.add(node.name)
        else:
            found |= loads(node) - sure
            sure |= bound_in([node])
    return sure


def _branches(node: ast.stmt) -> list[tuple[set[str], list[ast.stmt]]]:
    """Return the blocks of a compound statement, each with the names that it begins with."""
    if isinstance(node, ast.Match):
        guarded = [(case, [ast.Expr(case.guard)] if case.guard is not None else []) for case in node.cases]
        return [(bound_in([case.pattern]), [*guard, *case.body]) for case, guard in guarded]
    if isinstance(node, ast.Try):
        handlers = [({handler.name or ""}, handler.body) for handler in node.handlers]
        return [(set(), [*node.body, *node.orelse]), *handlers]
    if isinstance(node, ast.With):
        return [(bound_in(node.items), node.body)]
    if isinstance(node, (ast.If, ast.While, ast.For)):
        target = bound_in([node.target]) if isinstance(node, ast.For) else set()
        return [(target, node.body), (set(), node.orelse)]
    return []


def _one_runs(node: ast.stmt) -> bool:
    """Whether one of a compound statement's blocks runs in every case."""
    if isinstance(node, ast.Match):
        last = node.cases[-1]
        return isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
    return isinstance(node, (ast.If, ast.Try, ast.With))


def _heads(node: ast.stmt) -> Iterator[ast.AST]:
    """Yield what a compound statement evaluates besides its blocks and guards."""
    for part in (node, *getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        for child in children(part):
            inner = isinstance(child, (ast.stmt, ast.ExceptHandler, ast.match_case))
            if not inner and child is not getattr(part, "guard", None):
                yield child


def _calls_itself(node: ast.ClassDef) -> bool:
    """Whether a class, or a function of it, is used before the class has its name."""
    early = {node.name} | {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    evaluated = [parts(part)[0] if isinstance(part, ast.FunctionDef) else [part] for part in node.body]
    return any(early & loads(part) for pieces in evaluated for part in pieces)
