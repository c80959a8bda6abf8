"""Whose name is it: no name may reach the notebook's namespace before the code has given it a value of its own.

In the person's kernel ``if 0: deploy = None`` followed by ``deploy()`` calls a function of theirs. So every global name
must be bound on every path that leads to its use; :mod:`chatimg_magic.policy_flow` follows the paths. What a function
or a method needs is looked at wherever the function or class itself is used.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from chatimg_magic import policy_scopes as scopes
from chatimg_magic import policy_tables as allowed

IPYTHON_NAMES = frozenset({"get_ipython", "display", "exit", "quit", "In", "Out"})
"""What a kernel adds to the builtins, or to every namespace."""


class Names:
    """What is bound on every path to the current statement.

    Branches are tried one after the other: each is followed, its gains are noted, and then they are taken back. The
    trail holds what was gained in order, so that a branch costs what it gains and not what is there already.

    Parameters
    ----------
    tree : the code.
    given : names that have a value before it begins.
    mentioned : all names that the code binds anywhere; the rule for other names says what is wrong with them.
    """

    def __init__(self, tree: ast.Module, given: frozenset[str], mentioned: set[str]) -> None:
        self.findings: set[tuple[int, str]] = set()
        self.own = scopes.bound_in(tree)
        self.trail: list[str] = []
        self._mentioned = mentioned | allowed.BUILTINS
        self._sure = {"__name__"} | given | (allowed.BUILTINS - self.own)
        self._walruses = any(isinstance(node, ast.NamedExpr) for node in ast.walk(tree))
        self._needs: dict[str, dict[str, int]] = {}

    def bind(self, name: str) -> None:
        """Note that a name has a value from here on."""
        if name not in self._sure:
            self._sure.add(name)
            self.trail.append(name)

    def undo(self, mark: int) -> set[str]:
        """Take back what was gained since a mark; return it."""
        gained = {name for name in self.trail[mark:] if name in self._sure}
        del self.trail[mark:]
        self._sure -= gained
        return gained

    def merge(self, gains: list[set[str]]) -> bool:
        """Go on with what all the paths that get here have gained; say whether there is one."""
        for name in set.intersection(*gains) if gains else ():
            self.bind(name)
        return bool(gains)

    def evaluate(self, node: ast.AST) -> None:
        """Look at the names that an expression uses, and take those that it surely binds."""
        walruses = _sure_walruses(node) if self._walruses else ()
        bound = {walrus.target.id: (walrus.end_lineno, walrus.end_col_offset) for walrus in walruses}
        for name in scopes.global_loads(node):
            if name.id not in bound or (name.lineno, name.col_offset) < bound[name.id]:
                self.use(name.id, name.lineno)
        for target in bound:
            self.bind(target)

    def take(self, target: ast.AST) -> None:
        """Bind the names of an assignment's target."""
        for part in ast.walk(target):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                self.bind(part.id)

    def define(self, name: str, scope: ast.AST) -> None:
        """Bind a name to a function or class, and note what that needs when it is used."""
        needs = self._needs.setdefault(name, {})
        for needed, line in scopes.needs(scope):
            needs.setdefault(needed, line)
        self._sure.discard(f"{name}()")
        self.bind(name)

    def unbind(self, name: str, line: int) -> None:
        """Take a name away; behind one of the builtins' the builtin would come out again."""
        if name in IPYTHON_NAMES or hasattr(builtins, name):
            self.findings.add((line, f"takes away {name}, which is a builtin's name; choose another name"))
        self._sure.discard(name)

    def use(self, name: str, line: int) -> None:
        """Hold the use of a name against what is sure, with all that a function or class of that name needs."""
        if name not in self._sure:
            self._report(name, line)
            return
        complete = f"{name}()"  # no name of the code's, so it can stand with the names
        if name not in self._needs or complete in self._sure:
            return
        pending, seen = [name], {name}
        while pending:
            for needed in self._needs.get(pending.pop(), {}):
                if needed not in self._sure:
                    self._report(needed, line, name)
                    return
                if needed not in seen and f"{needed}()" not in self._sure:
                    seen.add(needed)
                    pending.append(needed)
        self.bind(complete)

    def know(self, name: str, line: int) -> None:
        """Hold a name alone against what is sure, not what its function or class needs."""
        if name not in self._sure:
            self._report(name, line)

    def _report(self, name: str, line: int, user: str = "") -> None:
        if name not in self._mentioned:
            return
        through = f" through {user}" if user else ""
        words = f"uses {name}{through} before it surely has a value; define {name} first, on every path"
        self.findings.add((line, words))


def _sure_walruses(node: ast.AST) -> Iterator[ast.NamedExpr]:
    """Yield the ``:=`` of an expression that are carried out whatever its parts are, in the order of the text.

    Not those in keyword arguments, which come after a ``*`` that stands behind them, nor any beside an f-string, whose
    parts' places in the text are not told before Python 3.12.
    """
    if any(isinstance(part, ast.JoinedStr) for part in ast.walk(node)):
        return
    pending = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.NamedExpr):
            yield node
        if isinstance(node, (*scopes.SCOPES, ast.keyword)):
            continue
        if isinstance(node, ast.BoolOp):
            pending.append(node.values[0])
        elif isinstance(node, ast.IfExp):
            pending.append(node.test)
        elif isinstance(node, ast.Compare):
            pending += [node.left, node.comparators[0]]
        else:
            pending += ast.iter_child_nodes(node)
