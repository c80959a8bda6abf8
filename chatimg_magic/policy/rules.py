"""The rules, one kind of syntax each: a node of the tree → what is wrong with it, and the remedy."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from chatimg_magic.facts import Facts, class_names, field_names, on_self
from chatimg_magic.names import bound, bound_by, loads
from chatimg_magic.policy import tables as allowed
from chatimg_magic.policy.numbers import enormous

Finding = tuple[int, str]


def judge(node: ast.AST, facts: Facts) -> Iterator[Finding]:
    """Find what is wrong with one node: (line, message)."""
    kind, line = type(node).__name__, getattr(node, "lineno", 1)
    if kind not in allowed.SYNTAX:
        yield line, f"uses {kind}, which drawings do not need; write it with plain statements"
        return
    found = [message for name in bound_by(node) for message in _binding(name, node, facts)]
    found += _RULES[type(node)](node, facts) if type(node) in _RULES else []
    found += enormous(node) if isinstance(node, (ast.BinOp, ast.Call, ast.While)) else []
    yield from ((line, message) for message in found)


def undefined(tree: ast.Module, facts: Facts) -> Iterator[Finding]:
    """Find names that code looks up and does not bind: they would be the person's."""
    for name in sorted(loads(tree) - bound(tree) - facts.given - allowed.BUILTINS - {"__name__"}):
        line = next(node.lineno for node in facts.nodes if isinstance(node, ast.Name) and node.id == name)
        yield line, f"uses {name}, which the code does not define; define it or use NumPy"


def _binding(name: str, node: ast.AST, facts: Facts) -> Iterator[str]:
    if name.startswith(allowed.NOTEBOOK_NAMES) and name not in allowed.SPECIAL_METHODS:
        yield f"names something {name}, which Python or notebooks use; choose another name"
    local = not isinstance(facts.scope(node), ast.Module) and name not in facts.declared
    if name in allowed.BUILTINS and not (local and name not in allowed.NEVER_RENAMED):
        yield f"gives the name of the builtin {name} to something else; choose another name"
    if isinstance(node, ast.ExceptHandler) and name in allowed.PYTHON:  # Python takes the name away at its end
        yield f"calls an exception {name}, a name of Python's; choose another name"
    imports = isinstance(node, (ast.Import, ast.ImportFrom))
    if imports and name in facts.clashing:
        yield f"imports two things as {name}; choose another name for one"
    path = "" if imports else facts.imported.get(name, "")
    if path in allowed.MODULES or path.startswith("PIL.ImageFilter.") or path.rpartition(".")[2] in allowed.FIXED:
        yield f"gives the imported name {name} to something else; choose another name"


def _owned(name: str) -> Iterator[str]:
    if name in allowed.taken():
        yield f"has an attribute {name}, a name that libraries use; choose another name"


def _library(node: ast.Name | ast.Attribute, path: str, facts: Facts) -> Iterator[str]:
    """Judge the use of a library's module, function or class."""
    module, _, name = path.rpartition(".")
    parent = facts.parents[node]
    if path in allowed.MODULES:
        if not isinstance(parent, ast.Attribute):
            yield f"uses the module {path} as a value; call its functions directly"
    elif module not in allowed.MODULES:
        return  # its import is refused
    elif name not in allowed.MODULES[module]:
        yield f"uses {path}, which is not on the list of drawing functions; use other NumPy functions"
    elif name in allowed.TYPES:
        while isinstance(parent, (ast.List, ast.Tuple)):
            parent = facts.parents[parent]
        compared = isinstance(parent, ast.Call) and facts.root(parent.func) == "isinstance" and node != parent.func
        named = isinstance(parent, ast.Subscript) and isinstance(facts.parents[parent], ast.Assign)
        hinted = named and facts.path(parent.value) == "typing.Callable"  # type: ignore[attr-defined]
        if not (compared or hinted or node in facts.annotations):
            yield f"uses {path} as a value; make arrays with np.zeros or np.array"
    elif name in allowed.CLASSES | allowed.INDEXED_ONLY:
        indexed = isinstance(parent, ast.Subscript) and parent.value is node and isinstance(parent.ctx, ast.Load)
        called = isinstance(parent, ast.Call) and parent.func is node
        below = isinstance(parent, ast.Attribute) and isinstance(parent.ctx, ast.Load)
        above = facts.parents[parent] if isinstance(parent, ast.Tuple) else parent
        named = isinstance(above, (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler)) or node in facts.annotations
        if not indexed and (name in allowed.INDEXED_ONLY or not (called or below or named)):
            yield f"uses {path} as a value; call or index it directly"
    elif name in allowed.STATEMENTS_ONLY:
        yield from _matplotlib(node, name, facts)
    elif name == "truetype":
        first = parent.args[0] if isinstance(parent, ast.Call) and parent.func is node and parent.args else None
        if not re.fullmatch(r"[\w\- ]+\.(ttf|otf|ttc)", str(getattr(first, "value", "")), re.I):
            yield "opens a font by a path; use ImageFont.load_default()"


def _name(node: ast.Name, facts: Facts) -> Iterator[str]:
    if isinstance(node.ctx, ast.Load) and (path := facts.path(node)):
        yield from _library(node, path, facts)
    if isinstance(node.ctx, ast.Load) and node.id in facts.aliases and node not in facts.annotations:
        yield f"uses the type {node.id} as a value; use it in annotations only"
    if node.id == "object" and not isinstance(facts.parents[node], ast.ClassDef):
        yield "uses object as a value; make arrays of numbers"


def _attribute(node: ast.Attribute, facts: Facts) -> Iterator[str]:
    path, name = facts.path(node), node.attr
    if not isinstance(node.ctx, ast.Load):
        if facts.root(node) in facts.imported:
            yield f"changes {facts.root(node)}, which is a library's; use variables of your own"
        if name.startswith(allowed.NOTEBOOK_NAMES):
            yield f"sets .{name}, a name that libraries use; choose another name"
        elif on_self(node):
            yield from _owned(name)
        elif name not in facts.attributes or name in allowed.ATTRIBUTES:
            yield f"sets .{name} from outside; write it on self, in a method"
    elif path:
        yield from _library(node, path, facts)
    elif name in allowed.SPECIAL_METHODS:
        above = isinstance(node.value, ast.Call) and facts.root(node.value.func) == "super"
        yield from () if above else [f"uses .{name}; call functions in the ordinary way"]
    elif name not in allowed.ATTRIBUTES | facts.attributes:
        yield f"uses .{name}, which is not on the list of array methods; use NumPy functions instead"
    elif name.startswith("_") and name != "_" and facts.root(node) not in ("self", "cls", "other"):
        yield f"uses .{name} from outside; call it without the leading underscore"
    elif name in allowed.IN_PLACE and facts.root(node) in facts.given:
        yield f"changes {facts.root(node)}, which is the person's; work on a copy"
    elif name == "update" and facts.imports("matplotlib"):
        yield "uses .update beside matplotlib; set one key after the other"
    elif name == "resize" and not facts.imports("PIL"):
        yield "uses .resize, which changes arrays in place; use np.resize or np.repeat"
    elif name in allowed.STATEMENTS_ONLY:
        yield from _matplotlib(node, name, facts)
    elif name in ("format", "filter"):
        yield from _text_or_filter(node, facts)


def _text_or_filter(node: ast.Attribute, facts: Facts) -> Iterator[str]:
    call = facts.parents[node]
    arguments = call.args if isinstance(call, ast.Call) and call.func is node and not call.keywords else []
    if node.attr == "filter":
        made = [facts.path(each.func if isinstance(each, ast.Call) else each) for each in arguments]
        if len(made) != 1 or not made[0].startswith("PIL.ImageFilter."):
            yield "filters with an object of its own; use one of PIL.ImageFilter"
        return
    text = node.value.value if isinstance(node.value, ast.Constant) else "{.}"
    if not allowed.PLAIN_FIELDS.fullmatch(str(text)):
        yield "looks into objects while formatting; use an f-string"


def _call(node: ast.Call, facts: Facts) -> Iterator[str]:
    called = facts.root(node.func)
    own = isinstance(node.func, ast.Name) and (called == "dict" or called in facts.callables)
    for keyword in node.keywords:
        if keyword.arg in allowed.REFUSED_KEYWORDS:
            yield f"passes {keyword.arg}=, which reaches memory or files; leave it out"
        if keyword.arg == "font" and getattr(node.func, "attr", "") not in allowed.FONT_USERS:
            yield "passes font=, which opens files; leave it out"
        if keyword.arg is None and not (own and facts.bindings[called] <= 1):
            yield "unpacks ** into a function; write the keyword arguments out"
    if facts.path(node.func) == "collections.namedtuple":
        names = [] if node.keywords else field_names(node)
        yield from [] if names else ["makes a named tuple in an unusual way; write its fields as one plain text"]
        for name in names:
            yield from _owned(name)


def _change(node: ast.Subscript | ast.AugAssign, facts: Facts) -> Iterator[str]:
    """Judge what changes an array in place."""
    stores = isinstance(node, ast.AugAssign) or not isinstance(node.ctx, ast.Load)
    root = facts.root(node.target if isinstance(node, ast.AugAssign) else node)
    if stores and root in facts.given:
        yield f"changes {root}, which is the person's; work on a copy: use {root} = {root}.copy() before"


def _matplotlib(node: ast.Name | ast.Attribute, name: str, facts: Facts) -> Iterator[str]:
    """Judge a name of matplotlib's functions that make texts."""
    call = facts.parents[node]
    called = isinstance(call, ast.Call) and call.func is node
    if called and not call.args and not call.keywords:  # type: ignore[attr-defined]
        return  # str.title
    if not called or not isinstance(facts.parents[call], ast.Expr):
        yield f"uses what {name} makes; call it in a statement of its own"
    elif name in allowed.TEXTS and len(call.args) > 1:  # type: ignore[attr-defined]
        yield f"gives {name} more than a text; leave the rest out"


def _import(node: ast.Import, _: Facts) -> Iterator[str]:
    for alias in node.names:
        if alias.name not in allowed.MODULES:
            yield f"imports {alias.name}, which drawings do not need; use NumPy only"


def _import_from(node: ast.ImportFrom, _: Facts) -> Iterator[str]:
    module = node.module or ""
    if node.level or module not in allowed.MODULES:
        yield f"imports from {'.' * node.level}{module}, which drawings do not need; use NumPy only"
        return
    for alias in node.names:
        known = alias.name in allowed.MODULES[module] or f"{module}.{alias.name}" in allowed.MODULES
        if not known or alias.name == "truetype":
            yield f"imports {alias.name} from {module}, which is not on the list of drawing functions; use NumPy only"


def _dead(node: ast.If | ast.For, _: Facts) -> Iterator[str]:
    value = node.test if isinstance(node, ast.If) else node.iter
    if not getattr(value, "value", getattr(value, "elts", True)):
        yield "has a part that never runs; leave it out"


def _definition(node: ast.FunctionDef | ast.ClassDef, facts: Facts) -> Iterator[str]:
    for decorator in node.decorator_list:
        bare = decorator.func if isinstance(decorator, ast.Call) else decorator
        path = facts.path(bare)
        name = path.rpartition(".")[2] or getattr(bare, "id", "")
        if name not in allowed.DECORATORS or facts.bindings[facts.root(bare)] > bool(path):
            yield "has a decorator that is not on the list; leave it out"
    yield from _annotation(node, facts) if isinstance(node, ast.FunctionDef) else _class(node, facts)


def _class(node: ast.ClassDef, facts: Facts) -> Iterator[str]:
    if not isinstance(facts.scope(node), ast.Module) or node.keywords:
        yield "defines a class in an unusual way; write a plain class, outside of functions"
    for base in node.bases:
        name = getattr(base, "id", "")
        known = (facts.path(base) or name) in allowed.BASES and facts.bindings[name] == bool(facts.path(base))
        if not known and not (name in facts.callables and facts.bindings[name] == 1):
            yield "inherits from a library's class; write a class of your own"
    for name in sorted(class_names(node) - allowed.SPECIAL_METHODS):
        yield from _owned(name)
    plain = (ast.FunctionDef, ast.Assign, ast.AnnAssign, ast.Expr, ast.Pass)
    if any(not isinstance(statement, plain) for statement in node.body):
        yield "has statements in a class; define functions and plain values there"


def _annotation(node: ast.arg | ast.AnnAssign | ast.FunctionDef, facts: Facts) -> Iterator[str]:
    hint = node.returns if isinstance(node, ast.FunctionDef) else node.annotation
    plain = (ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Constant, ast.BinOp, ast.BitOr, ast.Load)
    for part in ast.walk(hint) if hint is not None else ():
        looks = isinstance(part, (ast.Attribute, ast.Subscript))
        path = facts.path(part.value if isinstance(part, ast.Subscript) else part)
        if not isinstance(part, plain) or (looks and not path and facts.root(part) not in allowed.GENERICS):
            yield "runs code in an annotation; leave the annotation out"


def _with(node: ast.With, facts: Facts) -> Iterator[str]:
    for item in node.items:
        called = item.context_expr.func if isinstance(item.context_expr, ast.Call) else item.context_expr
        if item.optional_vars or facts.path(called).rpartition(".")[2] not in allowed.CONTEXTS:
            yield "uses a with statement; drawings need no files or contexts: leave it out"


_RULES: dict[type[ast.AST], Callable[..., Iterator[str]]] = {
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Subscript: _change,
    ast.AugAssign: _change,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.If: _dead,
    ast.For: _dead,
    ast.FunctionDef: _definition,
    ast.ClassDef: _definition,
    ast.arg: _annotation,
    ast.AnnAssign: _annotation,
    ast.With: _with,
}
