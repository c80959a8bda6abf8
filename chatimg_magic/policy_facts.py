"""What generated code binds and names, gathered before the rules look at it."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass, field

from chatimg_magic import policy_tables as allowed
from chatimg_magic.policy_scopes import bound_by


@dataclass
class Facts:
    """What the code binds."""

    bound: set[str] = field(default_factory=set)
    module_level: set[str] = field(default_factory=set)
    modules: dict[str, str] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    bindings: Counter[str] = field(default_factory=Counter)
    callables: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)
    globals: set[str] = field(default_factory=set)
    nodes: list[ast.AST] = field(default_factory=list)
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)
    imported: dict[str, str] = field(default_factory=dict)
    clashing: set[str] = field(default_factory=set)

    def passive(self, decorator: ast.expr) -> bool:
        """Whether a decorator is a library's, and neither calls nor replaces what it decorates."""
        node = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(node, ast.Attribute):
            own = node.attr == "setter" and isinstance(node.value, ast.Name)
            return own or (bool(self.dotted(node.value)) and node.attr in allowed.PASSIVE_DECORATORS)
        name = getattr(node, "id", "")
        if name in ("property", "staticmethod", "classmethod"):
            return name not in self.bindings
        whole = self.imported.get(name, "")
        return self.bindings[name] == 1 and whole.rpartition(".")[2] in allowed.PASSIVE_DECORATORS

    def root(self, node: ast.AST) -> str:
        """Return the name with which a chain of attributes and items begins, or ``""``."""
        while isinstance(node, (ast.Attribute, ast.Subscript)):
            node = node.value
        return node.id if isinstance(node, ast.Name) else ""

    def dotted(self, node: ast.AST) -> str:
        """Return the module path that an expression names, such as ``numpy.random``, or ``""``."""
        if isinstance(node, ast.Name):
            return self.modules.get(node.id, "")
        if isinstance(node, ast.Attribute) and (base := self.dotted(node.value)):
            path = f"{base}.{node.attr}"
            return path if path in allowed.MODULES else ""
        return ""


def gather(tree: ast.Module) -> Facts:
    """Walk through the code once and note what it binds."""
    facts = Facts()
    plain: dict[str, list[ast.expr]] = {}
    facts.nodes = list(ast.walk(tree))
    for parent in facts.nodes:
        for child in ast.iter_child_nodes(parent):
            facts.parents[child] = parent
    _gather_imports(facts)
    for node in facts.nodes:
        for name in bound_by(node):
            facts.bound.add(name)
            facts.bindings[name] += 1
            if scope(node, facts) is tree:
                facts.module_level.add(name)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            plain.setdefault(node.name, []).extend(node.decorator_list)
            if isinstance(facts.parents.get(node), ast.ClassDef):
                facts.declared.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            facts.declared.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(scope(node, facts), ast.ClassDef):
            facts.declared.add(node.id)
        elif isinstance(node, ast.Global):
            facts.globals.update(node.names)
    facts.declared -= allowed.RESERVED
    facts.callables = {name for name, found in plain.items() if all(facts.passive(each) for each in found)}
    _gather_types(facts)
    return facts


def _gather_imports(facts: Facts) -> None:
    for node in facts.nodes:
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        for alias in node.names:
            name = alias.asname or alias.name.split(".")[0]
            if isinstance(node, ast.Import):
                path = alias.name if alias.asname else name
                facts.modules[name] = path
            else:
                path = f"{node.module}.{alias.name}"
                if node.module == "numpy.typing" or (node.module == "numpy" and alias.name in allowed.NUMPY_TYPES):
                    facts.types.add(name)
                if path in allowed.MODULES:
                    facts.modules[name] = path
            if facts.imported.setdefault(name, path) != path:
                facts.clashing.add(name)


def _gather_types(facts: Facts) -> None:
    """Find the names of type aliases that hold NumPy's array type, and aliases of those."""
    aliases: dict[str, set[str]] = {}
    found = set(facts.types)
    for node in facts.nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
            targets = {target.id for target in node.targets if isinstance(target, ast.Name)}
            for part in ast.walk(node.value):
                if isinstance(part, ast.Name):
                    aliases.setdefault(part.id, set()).update(targets)
                elif isinstance(part, ast.Attribute) and is_type(facts.dotted(part.value), part.attr):
                    found |= targets
    while found:
        name = found.pop()
        facts.types.add(name)
        found |= aliases.get(name, set()) - facts.types


def is_type(path: str, name: str) -> bool:
    """Whether a name of a module is NumPy's array type, or makes one."""
    return path == "numpy.typing" or (path == "numpy" and name in allowed.NUMPY_TYPES)


def scope(node: ast.AST, facts: Facts) -> ast.AST:
    """Return the module, class or function in which a node stands."""
    node = facts.parents.get(node, node)
    while node in facts.parents and not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
        node = facts.parents[node]
    return node
