"""What generated code binds and names, gathered before the rules look at it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from chatimg_magic.names import bound_by, bound_in, children


@dataclass
class Facts:
    """A program's syntax tree and its names.

    Attributes
    ----------
    nodes, parents : the tree's nodes, and in which each stands.
    modules : the libraries' modules that are known.
    imported : a name → the library's path that it was imported from, such as ``np`` → ``numpy``.
    clashing : names that were imported from two places.
    bindings : how often each name is bound, anywhere.
    callables : functions and classes of the module.
    attributes : attributes that objects of the code's own have.
    given : names of the person's arrays, unless the code gives them another value.
    declared : names that functions declare global.
    aliases : names for types of functions.
    annotations : the nodes of type hints.
    """

    nodes: list[ast.AST]
    parents: dict[ast.AST, ast.AST]
    modules: Collection[str]
    imported: dict[str, str] = field(default_factory=dict)
    clashing: set[str] = field(default_factory=set)
    bindings: Counter[str] = field(default_factory=Counter)
    callables: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    annotations: set[ast.AST] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)

    def path(self, node: ast.AST) -> str:
        """Return what of a library an expression names, such as ``numpy.random.normal``, or ``""``."""
        if isinstance(node, ast.Name):
            return self.imported.get(node.id, "")
        base = self.path(node.value) if isinstance(node, ast.Attribute) else ""
        return f"{base}.{node.attr}" if base in self.modules and isinstance(node, ast.Attribute) else ""

    def imports(self, library: str) -> bool:
        """Whether something of a library was imported."""
        return any(path.split(".")[0] == library for path in self.imported.values())

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


def gather(tree: ast.Module, modules: Collection[str], given: frozenset[str] = frozenset()) -> Facts:
    """Walk through the code and note what it binds; the names that are given are bound before it begins."""
    facts = Facts([tree], {}, modules, bindings=Counter(given), given=set(given))
    for node in facts.nodes:  # which grows meanwhile
        for child in children(node):
            facts.parents[child] = node
            facts.nodes.append(child)
        for name in bound_by(node):
            facts.bindings[name] += 1
        if isinstance(node, ast.Global):
            facts.declared.update(node.names)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                name = alias.asname or alias.name.split(".")[0]
                above = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                path = above + alias.name if above or alias.asname else name
                if facts.imported.setdefault(name, path) != path:
                    facts.clashing.add(name)
    for node in facts.nodes:  # all imports are known now, wherever they stand
        if isinstance(node, ast.FunctionDef):
            facts.callables.add(node.name)
        elif isinstance(node, ast.Attribute) and on_self(node):
            facts.attributes.add(node.attr)
        elif isinstance(node, ast.Call) and facts.path(node.func) == "collections.namedtuple":
            facts.attributes.update(field_names(node))
        elif isinstance(node, ast.Assign):
            facts.given -= bound_in(node.targets)
            if isinstance(node.value, ast.Subscript) and facts.path(node.value.value) == "typing.Callable":
                facts.aliases |= bound_in(node.targets)
        elif isinstance(node, ast.ClassDef):
            facts.callables.add(node.name)
            facts.attributes |= class_names(node)
        for field_name in {"annotation", "returns"} & node.__dict__.keys():
            hint = getattr(node, field_name)
            facts.annotations.update(ast.walk(hint) if hint is not None else ())
    return facts


def class_names(node: ast.ClassDef) -> set[str]:
    """Return the names that a class's body binds or declares: the attributes of its objects."""
    fields = {
        part.target.id for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
    }
    return bound_in(node.body) | fields


def on_self(node: ast.Attribute) -> bool:
    """Whether a method sets an attribute of its own object."""
    return isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name) and node.value.id == "self"


def field_names(node: ast.Call) -> list[str]:
    """Return the field names of a call of ``namedtuple``; empty if they are not plain texts."""
    given = node.args[1] if len(node.args) == 2 else None
    texts = given.elts if isinstance(given, (ast.List, ast.Tuple)) else [given]
    if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
        return []
    return [name for text in texts for name in str(getattr(text, "value", "")).replace(",", " ").split()]
