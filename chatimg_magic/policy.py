"""What generated code may contain, decided before anything runs.

An allow-list over the syntax tree. It filters mistakes and plain malice; it is *not* what keeps hostile code in: that
is :mod:`chatimg_magic.sandbox`, and afterwards a person who reads the code.
"""

from __future__ import annotations

import ast
import re
import string
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from chatimg_magic import policy_tables as allowed
from chatimg_magic.code import syntax_tree
from chatimg_magic.drawing import Outcome, Problem

MAX_SOURCE = 64_000
MAX_LINE = 2_000
MAX_DEPTH = 60
MAX_PROBLEMS = 8
MAX_EXPONENT = 4_096
NOTEBOOK_NAMES = ("_repr_", "_ipython_", "_render_")
"""How the names of methods begin that a notebook calls by itself."""

Finding = tuple[int, str]


@dataclass
class Facts:
    """What the code binds, gathered before the rules look at it."""

    bound: set[str] = field(default_factory=set)
    module_level: set[str] = field(default_factory=set)
    modules: dict[str, str] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    bindings: Counter[str] = field(default_factory=Counter)
    callables: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)
    globals: set[str] = field(default_factory=set)
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def dotted(self, node: ast.AST) -> str:
        """Return the module path that an expression names, such as ``numpy.random``, or ``""``."""
        if isinstance(node, ast.Name):
            return self.modules.get(node.id, "")
        if isinstance(node, ast.Attribute) and (base := self.dotted(node.value)):
            path = f"{base}.{node.attr}"
            return path if path in allowed.MODULES else ""
        return ""


def check(source: str, given: frozenset[str] = frozenset()) -> list[Problem]:
    """Hold code against the allow-list.

    Parameters
    ----------
    source : the code as the model wrote it.
    given : names of the person's arrays, which exist before the code begins.

    Returns
    -------
    list of Problem
        Empty if the code may run in the sandbox; each problem names line, rule and remedy.
    """
    if finding := next(_text_rules(source), None):
        return [_problem(finding)]
    try:
        tree = syntax_tree(source)
    except SyntaxError as error:
        return [_problem((error.lineno or 1, f"is not valid Python: {error.msg}; write complete statements"))]
    except (ValueError, RecursionError, MemoryError):
        return [_problem((1, "is nested too deeply; write it in several statements"))]
    try:
        facts = _gather(tree)
        facts.bound |= given
        findings = sorted({finding for node in ast.walk(tree) for finding in _rules(node, facts)})
    except RecursionError:
        return [_problem((1, "is nested too deeply; write it in several statements"))]
    return [_problem(finding) for finding in findings[:MAX_PROBLEMS]]


def heavy_imports(source: str) -> tuple[str, ...]:
    """Return the modules of :data:`policy_tables.HEAVY` that code mentions importing."""
    return tuple(
        name for name in allowed.HEAVY if re.search(rf"\b{name.split('.')[0]}\b.*\b{name.split('.')[1]}\b", source)
    )


def _problem(finding: Finding) -> Problem:
    line, message = finding
    return Problem(Outcome.REFUSED, f"line {line} {message}", line)


def _text_rules(source: str) -> Iterator[Finding]:
    """Judge the bare text, so that nothing pathological reaches the parser."""
    if len(source) > MAX_SOURCE:
        yield 1, f"begins {len(source):,} characters of code; at most {MAX_SOURCE:,} are accepted"
        return
    depth = 0
    for number, line in enumerate(source.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield number, f"has {len(line):,} characters; break it into lines below {MAX_LINE:,}"
        if re.search(r"\S {60,}\S", line):
            yield number, "hides text behind a long run of spaces; write it on a line of its own"
        for char in line:
            if not char.isascii() and (unicodedata.category(char) in ("Cf", "Cc", "Co", "Cn", "Cs")):
                yield number, f"has an invisible character (U+{ord(char):04X}); remove it"
            elif (char < " " and char != "\t") or char == "\x7f":
                yield number, f"has a control character (U+{ord(char):04X}); remove it"
            depth += (char in "([{") - (char in ")]}")
        if depth > MAX_DEPTH or re.search(r"(?:[-+~]\s*){20}|(?:\bnot\s+){20}", line):
            yield number, "is nested too deeply; write it in several statements"


def _gather(tree: ast.Module) -> Facts:
    facts = Facts()
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            facts.parents[child] = parent
    for node in ast.walk(tree):
        for name in _binds(node):
            facts.bound.add(name)
            facts.bindings[name] += 1
            if _scope(node, facts) is tree:
                facts.module_level.add(name)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            facts.callables.add(node.name)
            if isinstance(facts.parents.get(node), ast.ClassDef):
                facts.declared.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            facts.declared.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(_scope(node, facts), ast.ClassDef):
            facts.declared.add(node.id)
        elif isinstance(node, ast.Global):
            facts.globals.update(node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                facts.modules[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if node.module == "numpy.typing" or (node.module == "numpy" and alias.name in allowed.NUMPY_TYPES):
                    facts.types.add(alias.asname or alias.name)
                if (path := f"{node.module}.{alias.name}") in allowed.MODULES:
                    facts.modules[alias.asname or alias.name] = path
    facts.declared -= allowed.RESERVED
    _gather_types(tree, facts)
    return facts


def _gather_types(tree: ast.Module, facts: Facts) -> None:
    """Find the names of type aliases that hold NumPy's array type, and aliases of those."""
    aliases: dict[str, set[str]] = {}
    found = set(facts.types)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
            targets = {target.id for target in node.targets if isinstance(target, ast.Name)}
            for part in ast.walk(node.value):
                if isinstance(part, ast.Name):
                    aliases.setdefault(part.id, set()).update(targets)
                elif isinstance(part, ast.Attribute) and _is_type(facts.dotted(part.value), part.attr):
                    found |= targets
    while found:
        name = found.pop()
        facts.types.add(name)
        found |= aliases.get(name, set()) - facts.types


def _is_type(path: str, name: str) -> bool:
    return path == "numpy.typing" or (path == "numpy" and name in allowed.NUMPY_TYPES)


def _binds(node: ast.AST) -> Iterator[str]:
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


def _scope(node: ast.AST, facts: Facts) -> ast.AST:
    """Return the module, class or function in which a node stands."""
    node = facts.parents.get(node, node)
    while node in facts.parents and not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
        node = facts.parents[node]
    return node


def _rules(node: ast.AST, facts: Facts) -> Iterator[Finding]:
    kind = type(node).__name__
    line = getattr(node, "lineno", 1)
    if kind not in allowed.SYNTAX:
        yield line, f"uses {kind}, which drawings do not need; write it with plain statements"
        return
    for name in _binds(node):
        yield from ((line, message) for message in _binding_rules(name, node, facts))
    if rule := _RULES.get(type(node)):
        yield from ((line, message) for message in rule(node, facts))


def _binding_rules(name: str, node: ast.AST, facts: Facts) -> Iterator[str]:
    special = isinstance(node, ast.FunctionDef) and name in allowed.SPECIAL_METHODS
    if name.startswith("__") and not special:
        yield f"names something {name}; choose a name without leading underscores"
    if name.startswith(NOTEBOOK_NAMES):
        yield f"names something {name}, which notebooks call; choose another name"
    shadows = _scope(node, facts) is not None and not isinstance(
        _scope(node, facts), (ast.FunctionDef, ast.Lambda, ast.ClassDef)
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
        elif _is_type(path, name):
            if not _is_type_only(node, facts):
                yield f"uses {path}.{name} as a value; make arrays with np.zeros or np.array"
        elif name not in allowed.MODULES.get(path, frozenset()):
            yield f"uses {path}.{name}, which is not on the list of drawing functions; use other NumPy functions"
        elif name == "truetype":
            yield from _font(node, facts)
        if not isinstance(node.ctx, ast.Load):
            yield f"changes the module {path}; use variables of your own"
    elif name in allowed.SPECIAL_METHODS:
        if not (isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "super"):
            yield f"uses .{name}; call functions in the ordinary way"
    elif name not in allowed.ATTRIBUTES | facts.declared:
        yield f"uses .{name}, which is not on the list of array methods; use NumPy functions instead"
    elif name == "format":
        yield from _format(node, facts)
    if isinstance(node.ctx, ast.Store) and (name in allowed.RESERVED or name.startswith(("__", *NOTEBOOK_NAMES))):
        yield f"sets .{name}, a name that libraries use; choose another name"


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
    if isinstance(node.func, (ast.Subscript, ast.Constant)) and "ndarray" in ast.dump(node.func).lower():
        yield "calls a type alias; make arrays with np.zeros or np.array"
    if isinstance(node.func, ast.Attribute) and node.func.attr == "filter" and facts.dotted(node.func.value) == "":
        good = all(_from_module(arg, "PIL.ImageFilter", facts) for arg in node.args)
        if not good or node.keywords or len(node.args) != 1:
            yield "filters with an object of its own; use one of PIL.ImageFilter"


def _own_function(func: ast.expr, facts: Facts) -> bool:
    name = getattr(func, "id", "")
    return name == "dict" or (name in facts.callables and facts.bindings[name] == 1)


def _from_module(node: ast.expr, module: str, facts: Facts) -> bool:
    target = node.func if isinstance(node, ast.Call) else node
    return isinstance(target, ast.Attribute) and facts.dotted(target.value) == module


def _import(node: ast.Import, facts: Facts) -> Iterator[str]:
    for alias in node.names:
        if alias.name not in allowed.MODULES:
            yield f"imports {alias.name}, which drawings do not need; use NumPy only"


def _import_from(node: ast.ImportFrom, facts: Facts) -> Iterator[str]:
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


def _power(node: ast.BinOp, facts: Facts) -> Iterator[str]:
    if not isinstance(node.op, (ast.Pow, ast.LShift)):
        return
    exponent = node.right
    huge = isinstance(exponent, ast.Constant) and isinstance(exponent.value, int) and exponent.value > MAX_EXPONENT
    if huge or (isinstance(exponent, ast.BinOp) and isinstance(exponent.op, ast.Pow)):
        yield "computes an enormous number; use smaller exponents"


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
    ast.BinOp: _power,
    ast.FormattedValue: _format_spec,
}
