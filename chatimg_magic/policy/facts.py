"""What generated code binds and names, gathered before the rules look at it."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass, field

from chatimg_magic.policy.names import bound_by, bound_in, children
from chatimg_magic.policy.tables import MODULES, RESERVED


@dataclass
class Facts:
    """A program's syntax tree and its names.

    Attributes
    ----------
    nodes, parents : the tree's nodes, and in which each stands.
    imported : a name → the library's path that it was imported from, such as ``np`` → ``numpy``.
    clashing : names that were imported from two places.
    bindings : how often each name is bound, anywhere.
    callables : functions and classes of the module.
    attributes : attributes that objects of the code's own have.
    annotations : the nodes of type hints.
    """

    nodes: list[ast.AST]
    parents: dict[ast.AST, ast.AST]
    imported: dict[str, str] = field(default_factory=dict)
    clashing: set[str] = field(default_factory=set)
    bindings: Counter[str] = field(default_factory=Counter)
    callables: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    annotations: set[ast.AST] = field(default_factory=set)

    @property
    def globals(self) -> set[str]:
        """The names that the module itself binds."""
        return bound_in(children(self.nodes[0]))

    def path(self, node: ast.AST) -> str:
        """Return what of a library an expression names, such as ``numpy.random.normal``, or ``""``."""
        if isinstance(node, ast.Name):
            return self.imported.get(node.id, "")
        base = self.path(node.value) if isinstance(node, ast.Attribute) else ""
        return f"{base}.{node.attr}" if base in MODULES and isinstance(node, ast.Attribute) else ""

    def root(self, node: ast.AST) -> str:
        """Return the name with which a chain of attributes and items begins, or ``""``."""
        while isinstance(node, (ast.Attribute, ast.Subscript)):
            node = node.value
        return getattr(node, "id", "")

    def scope(self, node: ast.AST) -> ast.AST:
        """Return the module, class or function in which a node stands."""
        node = self.parents.get(node, node)
        while node in self.parents and not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
            node = self.parents[node]
        return node


def gather(tree: ast.Module) -> Facts:
    """Walk through the code once and note what it binds."""
    facts = Facts([tree], {})
    for node in facts.nodes:  # which grows meanwhile
        for child in children(node):
            facts.parents[child] = node
            facts.nodes.append(child)
        for name in bound_by(node):
            facts.bindings[name] += 1
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                name = alias.asname or alias.name.split(".")[0]
                above = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                path = above + alias.name if above or alias.asname else name
                if facts.imported.setdefault(name, path) != path:
                    facts.clashing.add(name)
        elif isinstance(node, ast.FunctionDef):
            facts.callables.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            facts.attributes.add(node.attr)
        elif isinstance(node, ast.ClassDef):
            facts.callables.add(node.name)
            facts.attributes |= bound_in(node.body)
        for field_name in {"annotation", "returns"} & node.__dict__.keys():
            hint = getattr(node, field_name)
            facts.annotations.update(ast.walk(hint) if hint is not None else ())
    facts.attributes -= RESERVED
    return facts
