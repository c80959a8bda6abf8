"""Whose name is it: no name may reach the notebook's namespace before the code has given it a value of its own.

In the person's kernel ``if 0: deploy = None`` followed by ``deploy()`` calls a function of theirs. So whatever is
looked up in the module must have been bound on every path that leads there. What a function or class needs when it is
called is looked at wherever its name is used.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable, Mapping, Sequence, Set

from chatimg_magic.policy.numbers import Constants, surely_runs
from chatimg_magic.policy.tables import BUILTINS

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
NONE: frozenset[str] = frozenset()
FUNCTIONS = (ast.FunctionDef, ast.Lambda, *COMPREHENSIONS)
ALWAYS = {ast.dump(ast.parse(text, mode="eval").body) for text in ("True", "1", "__name__ == '__main__'")}
"""Conditions that hold in a notebook as in the sandbox."""

Finding = tuple[int, str]


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
        declares = isinstance(node, ast.AnnAssign) and node.value is None
        if not declares and not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
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


def loads(node: ast.AST, hidden: Set[str] = NONE, inherited: Set[str] = NONE) -> dict[str, int]:
    """Return the names (with a line) that are looked up in the module; annotations run nothing and are left out.

    Parameters
    ----------
    node : where they stand.
    hidden : names that are found in a function or class around the node.
    inherited : those of them that functions within the node see too: not the ones of a class.
    """
    found: dict[str, int] = {}
    pending = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load) and node.id not in hidden:
                found.setdefault(node.id, node.lineno)
        elif isinstance(node, FUNCTIONS):
            outside, inside, own = parts(node)
            declared = {name for part in ast.walk(node) if isinstance(part, ast.Global) for name in part.names}
            for part in inside:
                found |= loads(part, inner := (inherited - declared) | own, inner)
            pending += outside
        elif isinstance(node, ast.AnnAssign):
            pending += [node.target, *filter(None, [node.value])]
        else:
            if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                found |= {node.target.id: node.lineno} if node.target.id not in hidden else {}
            pending += children(node)
    return found


class Paths:
    """Follows a module's statements; ``sure`` holds what is bound on every path to the next one.

    Parameters
    ----------
    tree : the module.
    bindings : the names that are bound anywhere in it, or given.
    given : names that have a value before it begins.
    known : see :func:`chatimg_magic.policy.numbers.constants`.
    """

    def __init__(self, tree: ast.Module, bindings: Mapping[str, int], given: frozenset[str], known: Constants) -> None:
        self.findings: set[Finding] = set()
        self._bindings = bindings
        self._known = known
        self._needs: dict[str, dict[str, int]] = {}
        sure = {"__name__", *given, *BUILTINS}
        self._follow(tree.body, sure)
        for name, needed in self._needs.items():  # the person may call it later
            self._name(name, min(needed.values(), default=1), sure | {name})

    def _follow(self, statements: Iterable[ast.stmt], sure: set[str]) -> bool:
        """Follow statements until one that ends the path; say whether there is none."""
        return all(self._step(statement, sure) for statement in statements)

    def _step(self, node: ast.stmt, sure: set[str]) -> bool:
        if isinstance(node, ast.If):
            self._use(node.test, sure)
            branches: list[tuple[set[str], Sequence[ast.stmt]]] = [(set(), node.body), (set(), node.orelse)]
            return self._join(branches[:1] if ast.dump(node.test) in ALWAYS else branches, sure)
        if isinstance(node, ast.For):
            self._use(node.iter, sure)
            self._use(node.target, sure)
            return self._loop(node, sure, bound_in([node.target]), surely_runs(node.iter, self._known))
        if isinstance(node, ast.While):
            self._use(node.test, sure)
            return self._loop(node, sure, set(), ast.dump(node.test) in ALWAYS)
        if isinstance(node, ast.Try):
            return self._try(node, sure)
        if isinstance(node, ast.Match):
            self._use(node.subject, sure)
            for case in node.cases:
                self._use(case.pattern, sure)
            cases = [(bound_in([case.pattern]), [*_guard(case), *case.body]) for case in node.cases]
            last = node.cases[-1]
            rest = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
            return self._join(cases if rest else [*cases, (set(), [])], sure)
        if isinstance(node, ast.With):
            for item in node.items:
                self._use(item.context_expr, sure)
            return self._follow(node.body, sure)  # the contexts that are allowed swallow no exception
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            self._define(node, sure)
            return True
        self._use(node, sure)
        if isinstance(node, ast.Assign):
            sure |= bound_in(node.targets)
        elif not isinstance(node, ast.Expr):
            sure |= bound_in([node])
        return not isinstance(node, (ast.Return, ast.Raise, ast.Break, ast.Continue))

    def _join(self, branches: Iterable[tuple[set[str], Sequence[ast.stmt]]], sure: set[str]) -> bool:
        """Follow branches, each with names of its own, and go on with what all of them have bound."""
        ends = [path for names, body in branches if self._follow(body, path := sure | names)]
        sure |= set.intersection(*ends) if ends else set()
        return bool(ends)

    def _loop(self, node: ast.For | ast.While, sure: set[str], targets: set[str], runs: bool) -> bool:
        """Follow a loop's body once: of a loop that surely runs, what comes before any way out is sure afterwards."""
        turn = sure | targets
        first = list(itertools.takewhile(lambda statement: not _leaves(statement), node.body))
        reached = self._follow(first, turn)
        gained = set(turn)
        if reached:
            self._follow(node.body[len(first) :], turn)
        self._follow(node.orelse, set(sure))
        sure |= gained if runs and reached else set()
        return True

    def _try(self, node: ast.Try, sure: set[str]) -> bool:
        ends = [path] if self._follow([*node.body, *node.orelse], path := set(sure)) else []
        for handler in node.handlers:
            if handler.type is not None:
                self._use(handler.type, sure)
            name = {handler.name or ""}  # which Python takes away at the handler's end
            if self._follow(handler.body, path := sure | name):
                ends.append(path - name)
        reached = self._follow(node.finalbody, last := set(sure))
        sure |= last | (set.intersection(*ends) if ends else set())
        return reached and bool(ends)

    def _define(self, node: ast.FunctionDef | ast.ClassDef, sure: set[str]) -> None:
        """Bind a name to a function or class, and note what that needs when it is used."""
        if node.name in sure:
            self.findings.add((node.lineno, f"defines {node.name} twice; choose another name"))
        needs: dict[str, int] = {}
        if isinstance(node, ast.FunctionDef):
            self._method(node, needs, sure, NONE)
        else:
            complete = sure | {f"{name}()" for name in sure}  # of a base nothing is called yet
            for base in node.bases:
                self._use(base, complete)
                needs |= loads(base)
            own: Set[str] = NONE
            for statement in node.body:
                if isinstance(statement, ast.FunctionDef):
                    self._method(statement, needs, sure, own)
                    defaults = statement.args.defaults
                    called: list[ast.AST] = [*defaults, *filter(None, statement.args.kw_defaults)]
                else:
                    self._use(statement, sure, own)
                    called = [statement]
                for needed in needs if own & {name for part in called for name in loads(part)} else ():
                    self._name(needed, node.lineno, sure)  # a function of the class may be called there
                own |= bound_in([statement])
            for decorator in node.decorator_list:
                self._use(decorator, sure)
        self._needs[node.name] = self._needs.get(node.name, {}) | needs  # it may be defined in two branches
        for name, line in needs.items():
            self._known_at_all(name, line)
        sure.add(node.name)

    def _method(self, node: ast.FunctionDef, needs: dict[str, int], sure: set[str], hidden: Set[str]) -> None:
        outside, inside, own = parts(node)
        for part in outside:
            self._use(part, sure, hidden)
        for part in inside:
            needs |= loads(part, own, own)

    def _use(self, node: ast.AST, sure: set[str], hidden: Set[str] = NONE) -> None:
        for name, line in loads(node, hidden).items():
            self._name(name, line, sure)

    def _name(self, name: str, line: int, sure: set[str]) -> None:
        """Hold a name against what is sure, with all that a function or class of that name needs."""
        complete, through, pending, seen = f"{name}()", "", [name], {name}
        if complete in sure:  # no name of the code's, so it can stand with the names
            return
        while pending:
            needed = pending.pop()
            if needed not in sure:
                if self._known_at_all(needed, line):
                    words = f"uses {needed}{through} before it surely has a value; define {needed} first, on every path"
                    self.findings.add((line, words))
                return
            through = f" through {name}"
            fresh = self._needs.get(needed, {}).keys() - seen
            seen |= fresh
            pending += fresh
        if name in self._needs:
            sure.add(complete)

    def _known_at_all(self, name: str, line: int) -> bool:
        known = name in self._bindings or name in BUILTINS or name == "__name__"
        if not known:
            self.findings.add((line, f"uses {name}, which the code does not define; define it or use NumPy"))
        return known


def _guard(case: ast.match_case) -> list[ast.stmt]:
    return [ast.Expr(case.guard)] if case.guard is not None else []


def _leaves(statement: ast.stmt) -> bool:
    return any(isinstance(part, (ast.Break, ast.Continue)) for part in ast.walk(statement))
