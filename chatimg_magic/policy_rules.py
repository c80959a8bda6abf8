"""The rules, one kind of syntax each: a node of the tree → what is wrong with it, and the remedy."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable, Iterator

from chatimg_magic import policy_tables as allowed
from chatimg_magic.policy_facts import Facts, is_type, scope
from chatimg_magic.policy_scopes import bound_by

NOTEBOOK_NAMES = ("_repr_", "_ipython_", "_render_")
"""How the names of methods begin that a notebook calls by itself."""

Finding = tuple[int, str]


def judge(node: ast.AST, facts: Facts) -> Iterator[Finding]:
    """Find what is wrong with one node: (line, message)."""
    kind = type(node).__name__
    line = getattr(node, "lineno", 1)
    if kind not in allowed.SYNTAX:
        yield line, f"uses {kind}, which drawings do not need; write it with plain statements"
        return
    for name in bound_by(node):
        yield from ((line, message) for message in _binding_rules(name, node, facts))
    if rule := _RULES.get(type(node)):
        yield from ((line, message) for message in rule(node, facts))


def _binding_rules(name: str, node: ast.AST, facts: Facts) -> Iterator[str]:
    special = isinstance(node, ast.FunctionDef) and name in allowed.SPECIAL_METHODS
    if name.startswith("__") and not special:
        yield f"names something {name}; choose a name without leading underscores"
    if name.startswith(NOTEBOOK_NAMES):
        yield f"names something {name}, which notebooks call; choose another name"
    shadows = scope(node, facts) is not None and not isinstance(
        scope(node, facts), (ast.FunctionDef, ast.Lambda, ast.ClassDef)
    )
    if name in allowed.BUILTINS and (shadows or name == "isinstance"):
        yield f"gives the name of the builtin {name} to something else; choose another name"
    if name in facts.modules and facts.bindings[name] > 1 and not isinstance(node, (ast.Import, ast.ImportFrom)):
        yield f"gives the module's name {name} to something else; choose another name"


def _name(node: ast.Name, facts: Facts) -> Iterator[str]:
    parent = facts.parents[node]
    if isinstance(node.ctx, ast.Load):
        if node.id in facts.modules and not (isinstance(parent, ast.Attribute) and parent.value is node):
            yield f"uses the module {node.id} as a value; call its functions directly"
        if node.id in facts.types and not _is_type_only(node, facts):
            yield f"uses the type {node.id} as a value; make arrays with np.zeros or np.array"
        elif facts.imported.get(node.id, "").rpartition(".")[2] in allowed.CLASSES | allowed.INDEXED_ONLY:
            yield from _library_value(node, facts.imported[node.id].rpartition(".")[2], facts)
        if node.id not in facts.bound | allowed.BUILTINS | {"__name__"}:
            yield f"uses {node.id}, which the code does not define; define it or use NumPy"
    if isinstance(node.ctx, ast.Del) and (node.id not in facts.bound or node.id in facts.globals):
        yield f"deletes {node.id}, which is not its own; remove the statement"


def _attribute(node: ast.Attribute, facts: Facts) -> Iterator[str]:
    path, name = facts.dotted(node.value), node.attr
    if path:
        if f"{path}.{name}" in allowed.MODULES:
            parent = facts.parents[node]
            if not isinstance(parent, ast.Attribute):
                yield f"uses the module {path}.{name} as a value; call its functions directly"
        elif is_type(path, name):
            if not _is_type_only(node, facts):
                yield f"uses {path}.{name} as a value; make arrays with np.zeros or np.array"
        elif name not in allowed.MODULES.get(path, frozenset()):
            yield f"uses {path}.{name}, which is not on the list of drawing functions; use other NumPy functions"
        elif name == "truetype":
            yield from _font(node, facts)
        elif name in allowed.CLASSES | allowed.INDEXED_ONLY:
            yield from _library_value(node, name, facts)
        if not isinstance(node.ctx, ast.Load):
            yield f"changes the module {path}; use variables of your own"
    elif name in allowed.SPECIAL_METHODS:
        above = isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "super"
        if not above or facts.bindings["super"]:
            yield f"uses .{name}; call functions in the ordinary way"
    elif name not in allowed.ATTRIBUTES | facts.declared:
        yield f"uses .{name}, which is not on the list of array methods; use NumPy functions instead"
    elif name == "format":
        yield from _format(node, facts)
    if not path and not isinstance(node.ctx, ast.Load) and facts.root(node) in facts.imported:
        yield f"changes {facts.root(node)}, which is a library's; use variables of your own"
    if isinstance(node.ctx, ast.Store) and (name in allowed.RESERVED or name.startswith(("__", *NOTEBOOK_NAMES))):
        yield f"sets .{name}, a name that libraries use; choose another name"


def _library_value(node: ast.expr, name: str, facts: Facts) -> Iterator[str]:
    """Judge the use of a library's class or object that holds state for the whole session."""
    parent = facts.parents[node]
    indexed = isinstance(parent, ast.Subscript) and parent.value is node and isinstance(parent.ctx, ast.Load)
    if name in allowed.INDEXED_ONLY:
        if not indexed:
            yield f"uses {name} as a value; index it directly"
        return
    below = isinstance(parent, ast.Attribute) and isinstance(parent.ctx, ast.Load)
    called = isinstance(parent, ast.Call) and parent.func is node
    if not (called or below or indexed or facts.passive(node) or _is_type_only(node, facts)):
        yield f"uses the class {name} as a value; call it directly"


def _is_type_only(node: ast.AST, facts: Facts) -> bool:
    """Whether a type stands in an annotation, or is what ``isinstance`` compares with."""
    while (parent := facts.parents.get(node)) is not None:
        if isinstance(parent, (ast.arg, ast.AnnAssign, ast.FunctionDef)):
            return node in (getattr(parent, "annotation", None), getattr(parent, "returns", None))
        if isinstance(parent, ast.Call):
            return getattr(parent.func, "id", "") == "isinstance" and parent.func is not node
        if isinstance(parent, ast.Assign):  # a type alias such as Shader = Callable[[np.ndarray], np.ndarray]
            named = all(isinstance(target, ast.Name) for target in parent.targets)
            return named and isinstance(parent.value, ast.Subscript) and not facts.dotted(parent.value.value)
        if not isinstance(parent, (ast.Subscript, ast.Tuple, ast.List, ast.BinOp)):
            return False
        if isinstance(parent, ast.Subscript) and parent.value is node:
            node = parent
            continue
        node = parent
    return False


def _font(node: ast.Attribute, facts: Facts) -> Iterator[str]:
    call = facts.parents[node]
    first = call.args[0] if isinstance(call, ast.Call) and call.func is node and call.args else None
    name = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
    if not re.fullmatch(r"[\w\- ]+\.(ttf|otf|ttc)", name, re.I):
        yield "opens a font by a path; use ImageFont.load_default()"


def _format(node: ast.Attribute, facts: Facts) -> Iterator[str]:
    text = node.value.value if isinstance(node.value, ast.Constant) else None
    call = facts.parents[node]
    if not isinstance(text, str) or not (isinstance(call, ast.Call) and call.func is node):
        yield "formats a text that is not a plain literal; use an f-string"
        return
    try:
        fields = [(name or "", spec or "") for _, name, spec, _ in string.Formatter().parse(text)]
    except ValueError:
        fields = []
    if any(set(name) & set(".[") or "{" in spec for name, spec in fields):
        yield "looks into objects while formatting; use an f-string"


def _call(node: ast.Call, facts: Facts) -> Iterator[str]:
    for keyword in node.keywords:
        if keyword.arg in allowed.REFUSED_KEYWORDS:
            yield f"passes {keyword.arg}=, which reaches memory or files; leave it out"
        if keyword.arg is None and not _own_function(node.func, facts):
            yield "unpacks ** into a function; write the keyword arguments out"
    name = getattr(node.func, "attr", "") or facts.imported.get(getattr(node.func, "id", ""), "").rpartition(".")[2]
    if name in allowed.STATEMENTS_ONLY and not isinstance(facts.parents[node], ast.Expr):
        used = name not in facts.declared and not _is_plain_text(node)
        yield from [f"uses what {name} returns; call it in a statement of its own"] if used else []
    if isinstance(node.func, (ast.Subscript, ast.Constant)) and "ndarray" in ast.dump(node.func).lower():
        yield "calls a type alias; make arrays with np.zeros or np.array"
    if isinstance(node.func, ast.Attribute) and node.func.attr == "filter" and facts.dotted(node.func.value) == "":
        good = all(_from_module(arg, "PIL.ImageFilter", facts) for arg in node.args)
        if not good or node.keywords or len(node.args) != 1:
            yield "filters with an object of its own; use one of PIL.ImageFilter"


def _is_plain_text(node: ast.Call) -> bool:
    """Whether it may be ``str.title``, which takes no arguments."""
    return not node.args and not node.keywords


def _own_function(func: ast.expr, facts: Facts) -> bool:
    name = getattr(func, "id", "")
    return (name == "dict" and not facts.bindings["dict"]) or (name in facts.callables and facts.bindings[name] == 1)


def _from_module(node: ast.expr, module: str, facts: Facts) -> bool:
    target = node.func if isinstance(node, ast.Call) else node
    return isinstance(target, ast.Attribute) and facts.dotted(target.value) == module


def _import(node: ast.Import, facts: Facts) -> Iterator[str]:
    yield from _clash(node, facts)
    for alias in node.names:
        if alias.name not in allowed.MODULES:
            yield f"imports {alias.name}, which drawings do not need; use NumPy only"


def _clash(node: ast.Import | ast.ImportFrom, facts: Facts) -> Iterator[str]:
    for alias in node.names:
        if (name := alias.asname or alias.name.split(".")[0]) in facts.clashing:
            yield f"imports two things as {name}; choose another name for one"


def _import_from(node: ast.ImportFrom, facts: Facts) -> Iterator[str]:
    yield from _clash(node, facts)
    module = node.module or ""
    if node.level or module not in allowed.MODULES:
        yield f"imports from {'.' * node.level}{module}, which drawings do not need; use NumPy only"
        return
    for alias in node.names:
        known = alias.name in allowed.MODULES[module] or f"{module}.{alias.name}" in allowed.MODULES
        if not known or alias.name == "truetype":
            yield f"imports {alias.name} from {module}, which is not on the list of drawing functions; use NumPy only"


def _function(node: ast.FunctionDef, facts: Facts) -> Iterator[str]:
    if isinstance(facts.parents[node], ast.ClassDef) and node.name in allowed.RESERVED:
        yield f"defines a method {node.name}, a name that libraries use; choose another name"
    if any(not isinstance(d, (ast.Name, ast.Attribute, ast.Call)) for d in node.decorator_list):
        yield "has an unusual decorator; leave it out"


def _class(node: ast.ClassDef, facts: Facts) -> Iterator[str]:
    for base in node.bases:
        name = base.id if isinstance(base, ast.Name) else ""
        own = name in facts.callables and facts.bindings[name] == 1
        if not own and name not in allowed.BASES:
            yield "inherits from a library's class; write a class of your own"
    if node.keywords:
        yield "has class keywords; leave them out"


def _annotation(node: ast.arg | ast.AnnAssign, facts: Facts) -> Iterator[str]:
    if node.annotation is not None and any(
        isinstance(part, (ast.Call, ast.NamedExpr, ast.Lambda, ast.Yield)) for part in ast.walk(node.annotation)
    ):
        yield "runs code in an annotation; leave the annotation out"


def _returns(node: ast.FunctionDef, facts: Facts) -> Iterator[str]:
    yield from _function(node, facts)
    if node.returns is not None and any(isinstance(p, (ast.Call, ast.NamedExpr)) for p in ast.walk(node.returns)):
        yield "runs code in an annotation; leave the annotation out"


def _with(node: ast.With, facts: Facts) -> Iterator[str]:
    for item in node.items:
        func = item.context_expr.func if isinstance(item.context_expr, ast.Call) else None
        if not (isinstance(func, ast.Attribute) and facts.dotted(func.value) and func.attr in allowed.CONTEXTS):
            yield "uses a with statement; drawings need no files or contexts"


def _global(node: ast.Global, facts: Facts) -> Iterator[str]:
    for name in node.names:
        if name not in facts.module_level:
            yield f"declares global {name}, which the code does not define; pass it as an argument"


def _match_class(node: ast.MatchClass, facts: Facts) -> Iterator[str]:
    name = getattr(node.cls, "id", "")
    if name not in facts.callables | {"int", "float", "str", "tuple", "list", "bool"}:
        yield "matches a class that is not its own; use if statements"
    for attribute in node.kwd_attrs:
        if attribute not in facts.declared:
            yield f"matches the attribute {attribute}; use if statements"


def _format_spec(node: ast.FormattedValue, facts: Facts) -> Iterator[str]:
    if node.format_spec is not None and any(isinstance(p, ast.FormattedValue) for p in ast.walk(node.format_spec)):
        yield "computes a format's width; write the width as a number"


_RULES: dict[type[ast.AST], Callable[..., Iterator[str]]] = {
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.FunctionDef: _returns,
    ast.ClassDef: _class,
    ast.arg: _annotation,
    ast.AnnAssign: _annotation,
    ast.With: _with,
    ast.Global: _global,
    ast.MatchClass: _match_class,
    ast.FormattedValue: _format_spec,
}
