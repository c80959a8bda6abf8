"""Follows the paths through the module's statements, so that no name is used before it has a value."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from chatimg_magic import policy_scopes as scopes
from chatimg_magic import policy_tables as allowed
from chatimg_magic.policy_facts import Facts
from chatimg_magic.policy_names import Names
from chatimg_magic.policy_numbers import Constants, fold, surely_runs

OPTIONAL = ("scipy", "skimage")
"""What may be missing where this package is installed."""
LOOPED_OVER = frozenset({"range", "enumerate", "zip", "sorted", "reversed", "list", "tuple"})


def unbound(tree: ast.Module, given: frozenset[str], facts: Facts, known: Constants) -> set[tuple[int, str]]:
    """Find the uses of names that may have no value of the code's own by then.

    Parameters
    ----------
    tree : the code.
    given : names that have a value before it begins.
    facts : what the code binds anywhere.
    known : see :func:`chatimg_magic.policy_numbers.constants`.
    """
    flow = _Flow(tree, given, facts, known)
    flow.block(tree.body)
    return flow.findings


@dataclass
class _Loop:
    """Where a loop begins on the trail, and the gains of the ways to its next turn and of those that leave it."""

    mark: int
    through: list[set[str]] = field(default_factory=list)
    left: list[set[str]] = field(default_factory=list)


class _Flow(Names):
    """Each method takes a statement and returns whether the next one is reached."""

    def __init__(self, tree: ast.Module, given: frozenset[str], facts: Facts, known: Constants) -> None:
        super().__init__(tree, given, facts.bound)
        self.facts = facts
        self.known = known
        self._loops: list[_Loop] = []

    def block(self, statements: Iterable[ast.stmt]) -> bool:
        """Follow statements until one that ends the path."""
        return all(self._statement(statement) for statement in statements)

    def _statement(self, node: ast.stmt) -> bool:
        handler = getattr(self, f"_{type(node).__name__.lower()}", None)
        if handler is not None:
            return bool(handler(node))
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            self._assign(node)
        else:
            for child in ast.iter_child_nodes(node):
                self.evaluate(child)
        return not isinstance(node, (ast.Return, ast.Raise))

    def _assign(self, node: ast.Assign | ast.AnnAssign) -> bool:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if node.value is not None:
            if isinstance(node.value, ast.Lambda) and all(isinstance(target, ast.Name) for target in targets):
                for part in scopes.outer_parts(node.value):
                    self.evaluate(part)
                for target in targets:
                    self.define(target.id, node.value)  # type: ignore[attr-defined]
            else:
                self.evaluate(node.value)
        for target in targets:
            self.evaluate(target)
            if node.value is not None:
                self.take(target)
        return True

    def _annassign(self, node: ast.AnnAssign) -> bool:
        return self._assign(node)

    def _augassign(self, node: ast.AugAssign) -> bool:
        if isinstance(node.target, ast.Name):
            self.use(node.target.id, node.lineno)
        self.evaluate(node.target)
        self.evaluate(node.value)
        return True

    def _delete(self, node: ast.Delete) -> bool:
        for target in node.targets:
            for part in ast.walk(target):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Del):
                    self.use(part.id, node.lineno)
                    self.unbind(part.id, node.lineno)
            self.evaluate(target)
        return True

    def _import(self, node: ast.Import | ast.ImportFrom) -> bool:
        for name in scopes.bound_by(node):
            self.bind(name)
        return True

    _importfrom = _import

    def _functiondef(self, node: ast.FunctionDef) -> bool:
        for part in scopes.outer_parts(node):
            self.evaluate(part)
        self.define(node.name, node)
        self._decorated(node)
        return True

    def _classdef(self, node: ast.ClassDef) -> bool:
        for base in (*node.bases, *(keyword.value for keyword in node.keywords)):
            for load in scopes.global_loads(base):  # a base need not be complete yet: nothing of it is called
                self.know(load.id, load.lineno)
        for decorator in node.decorator_list:
            self.evaluate(decorator)
        for name, line in scopes.class_body_loads(node):
            self.use(name, line)
        self.define(node.name, node)
        self._decorated(node)
        return True

    def _decorated(self, node: ast.FunctionDef | ast.ClassDef) -> None:
        if not all(self.facts.passive(decorator) for decorator in node.decorator_list):
            self.use(node.name, node.lineno)

    def _if(self, node: ast.If) -> bool:
        gains: list[set[str]] = []
        mark = len(self.trail)
        branch: ast.If | None = node
        while branch is not None:  # elif by elif, which nest in the tree
            self.evaluate(branch.test)
            verdict = fold(branch.test, self.known)
            first = len(self.trail)
            if verdict is None or verdict:
                alive = self.block(branch.body)
                gained = self.undo(first)
                if alive:
                    gains.append(gained | set(self.trail[mark:]))
            if verdict:
                break
            if len(branch.orelse) == 1 and isinstance(branch.orelse[0], ast.If):
                branch = branch.orelse[0]
                continue
            if self.block(branch.orelse):
                gains.append(set(self.trail[mark:]))
            branch = None
        self.undo(mark)
        return self.merge(gains)

    def _for(self, node: ast.For) -> bool:
        self.evaluate(node.iter)
        runs = not self.own & LOOPED_OVER and surely_runs(node.iter, self.known)
        loop = _Loop(len(self.trail))
        self.evaluate(node.target)
        self.take(node.target)
        self._body(node.body, loop)
        return self._after(node.orelse, loop, loop.through if runs else [*loop.through, set()])

    def _while(self, node: ast.While) -> bool:
        self.evaluate(node.test)
        verdict = fold(node.test, self.known)
        loop = _Loop(len(self.trail))
        if verdict is None or verdict:
            self._body(node.body, loop)
        return self._after(node.orelse, loop, [] if verdict else [set()])

    def _body(self, statements: list[ast.stmt], loop: _Loop) -> None:
        """Follow a loop's body once: what is sure in its first turn is sure in all of them."""
        self._loops.append(loop)
        alive = self.block(statements)
        self._loops.pop()
        gained = self.undo(loop.mark)
        if alive:
            loop.through.append(gained)

    def _after(self, orelse: list[ast.stmt], loop: _Loop, through: list[set[str]]) -> bool:
        """Go on behind a loop, whose ``else`` follows when no ``break`` left it."""
        if self.merge(through) and self.block(orelse):
            loop.left.append(set(self.trail[loop.mark :]))
        self.undo(loop.mark)
        return self.merge(loop.left)

    def _break(self, _: ast.Break) -> bool:
        self._loops[-1].left.append(set(self.trail[self._loops[-1].mark :]))
        return False

    def _continue(self, _: ast.Continue) -> bool:
        self._loops[-1].through.append(set(self.trail[self._loops[-1].mark :]))
        return False

    def _assert(self, node: ast.Assert) -> bool:
        self.evaluate(node.test)
        mark = len(self.trail)
        if node.msg is not None:
            self.evaluate(node.msg)
        self.undo(mark)
        return True

    def _with(self, node: ast.With) -> bool:
        for item in node.items:
            self.evaluate(item.context_expr)
            if item.optional_vars is not None:
                self.evaluate(item.optional_vars)
                self.take(item.optional_vars)
        return self.block(node.body)  # the contexts that are allowed swallow no exception

    def _try(self, node: ast.Try) -> bool:
        for statement in itertools.takewhile(_cannot_fail, node.body):
            self._statement(statement)
        mark = len(self.trail)
        gains: list[set[str]] = []
        alive = self.block(node.body) and self.block(node.orelse)
        gained = self.undo(mark)
        if alive:
            gains.append(gained)
        for handler in node.handlers:
            if handler.type is not None:
                self.evaluate(handler.type)
            if handler.name:
                self.bind(handler.name)
            alive = self.block(handler.body)
            if handler.name:
                self.unbind(handler.name, handler.lineno)
            gained = self.undo(mark)
            if alive:
                gains.append(gained)
        ended = self.block(node.finalbody)
        last = self.undo(mark)
        alive = self.merge(gains)
        self.merge([last])
        return alive and ended

    def _match(self, node: ast.Match) -> bool:
        self.evaluate(node.subject)
        mark = len(self.trail)
        gains: list[set[str]] = []
        complete = False
        for case in node.cases:
            for name in scopes.global_loads(case.pattern):
                self.use(name.id, name.lineno)
            for part in ast.walk(case.pattern):
                for captured in scopes.bound_by(part):
                    self.bind(captured)
            if case.guard is not None:
                self.evaluate(case.guard)
            alive = self.block(case.body)
            gained = self.undo(mark)
            if alive:
                gains.append(gained)
            complete = complete or (case.guard is None and _catches_all(case.pattern))
        return self.merge(gains if complete else [*gains, set()])


def _cannot_fail(node: ast.stmt) -> bool:
    """Whether it imports modules that are installed wherever this package is; single functions come and go."""
    if not isinstance(node, (ast.Import, ast.ImportFrom)):
        return False
    above = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    modules = [above + alias.name for alias in node.names]
    return all(name in allowed.MODULES and not name.startswith(OPTIONAL) for name in modules)


def _catches_all(pattern: ast.pattern) -> bool:
    return isinstance(pattern, ast.MatchAs) and pattern.pattern is None
