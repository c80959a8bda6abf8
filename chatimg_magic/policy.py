"""What is refused before anything runs: what no drawing needs. It saves a round trip, and proves nothing.

What keeps code in is :mod:`chatimg_magic.sandbox`; about the kernel a person decides who reads the code.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import math
import re
import unicodedata
from collections.abc import Iterator

from chatimg_magic.code import MAX_CODE, bound, imported, lost_prompt, names, nodes, root, scopes, without_texts
from chatimg_magic.drawing import Outcome, Problem

MAX_LINE, MAX_DEPTH, MAX_PROBLEMS, MAX_EXPONENT = 2_000, 60, 8, 1_000


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODULES = _words("""
    numpy scipy skimage PIL matplotlib IPython.display
    math cmath random itertools functools collections dataclasses typing abc enum colorsys operator statistics fractions
    decimal numbers copy bisect heapq string textwrap unicodedata re struct array base64 zlib hashlib time datetime
    calendar contextlib types warnings __future__
""")
"""What may be imported, with all that is below it."""

OUTSIDE = _words("""
    numpy.ctypeslib numpy.f2py numpy.testing numpy.distutils numpy.lib.npyio numpy.lib.format numpy.lib._npyio_impl
    scipy.io scipy.datasets scipy.weave scipy._lib skimage.io skimage.data skimage.viewer skimage._shared
    PIL.ImageGrab PIL.ImageShow PIL.ImageTk PIL.ImageQt PIL.ImageWin PIL.PSDraw PIL.TarIO PIL.ContainerIO
    matplotlib.backends matplotlib.animation matplotlib.image matplotlib.font_manager matplotlib.testing
    matplotlib.cbook matplotlib.texmanager matplotlib.dviread matplotlib.style matplotlib.sphinxext
""")
"""Parts of them that reach outside."""

ESCAPE = _words("""
    eval exec compile open input breakpoint globals locals vars getattr setattr delattr memoryview get_ipython
    exit quit help
""")
"""Names that reach out of the code."""

REACHING = _words("""
    save savez savez_compressed savetxt savefig imsave imread imshow_collection tofile fromfile fromregex loadtxt
    genfromtxt memmap open_memmap open_code dump dumps loads tobitmap DataSource FileIO
    read_bytes read_text write_bytes write_text write_png urlopen urlretrieve retrieve
    os sys io subprocess shutil builtins importlib socket pathlib pickle marshal ctypes ctypeslib f2py testing
    _os _sys _io _builtins system popen environ modules LowLevelCallable
    CodeType FunctionType FrameType make_dataclass get_type_hints ForwardRef
    gi_frame gi_code cr_frame cr_code ag_frame ag_code f_back f_builtins f_code f_globals f_locals tb_frame tb_next
    co_code co_consts func_globals func_code mro __array_interface__ __array_struct__ ptr unsafe_ptrs
    save_ppm font_variant format_map usetex fontproperties font_properties override_repr allow_pickle
""")
"""Attributes and keywords that reach files, processes, frames or foreign memory, whatever object they are of."""

FUNCTIONS = REACHING | {"load", "open"}
"""The same of a library's own functions."""

SPECIAL = _words("""
    __name__ __doc__ __version__ __all__ __author__ __slots__ __match_args__ __init__ __post_init__ __new__ __call__
    __len__ __iter__ __next__ __contains__ __getitem__ __setitem__ __delitem__ __missing__ __enter__ __exit__
    __repr__ __str__ __format__ __hash__ __bool__ __int__ __float__ __complex__ __index__ __round__ __eq__ __ne__
    __lt__ __le__ __gt__ __ge__ __add__ __radd__ __iadd__ __sub__ __rsub__ __isub__ __mul__ __rmul__ __imul__
    __matmul__ __truediv__ __rtruediv__ __itruediv__ __floordiv__ __mod__ __pow__ __rpow__ __neg__ __pos__ __abs__
    __invert__ __and__ __or__ __xor__ __lshift__ __rshift__ __array__ __set_name__ __init_subclass__
    __class_getitem__ __copy__ __deepcopy__
""")
"""Names between double underscores that programs write themselves."""

IN_PLACE = _words("fill sort put partition resize itemset")
"""Methods that change an array: not one of the person's."""

NAMES = frozenset(dir(builtins)) - ESCAPE | {"__name__", "display"}
"""What may be looked up without being bound."""

Finding = tuple[int, str]


def check(source: str, given: frozenset[str] = frozenset()) -> list[Problem]:
    """Find what is refused in code.

    Parameters
    ----------
    source : the code as the model wrote it.
    given : names of the person's arrays, which exist before the code begins and are left as they are.

    Returns
    -------
    list of Problem
        Empty if the code may run in the sandbox; each problem names line, rule and remedy.
    """
    if finding := next(_text(source), None):
        return [_problem(finding)]
    try:
        every = nodes(source)
        findings = {*_nodes(every, given), *_lookups(source, every, given)}
        if line := lost_prompt(source):
            findings.add((line, "begins like a prompt, which notebooks take away; write it differently"))
    except SyntaxError as error:
        return [_problem((error.lineno or 1, f"is not valid Python: {error.msg}; write complete statements"))]
    except (ValueError, RecursionError, MemoryError):
        return [_problem((1, "is nested too deeply; write it in several statements"))]
    return [_problem(finding) for finding in sorted(findings)[:MAX_PROBLEMS]]


def allowed(module: str) -> bool:
    """Whether a module may be imported."""
    above = {module[:end] for end in (*(found.start() for found in re.finditer(r"\.", module)), len(module))}
    private = any(part.startswith("_") and part != "__future__" for part in module.split("."))
    return bool(above & MODULES) and not (above & OUTSIDE or private)


def _problem(finding: Finding) -> Problem:
    return Problem(Outcome.REFUSED, f"line {finding[0]} {finding[1]}", finding[0])


def _text(source: str) -> Iterator[Finding]:
    """Judge the bare text, so that nothing pathological reaches the parser or a notebook."""
    if len(source) > MAX_CODE:
        yield 1, f"begins {len(source):,} characters of code; at most {MAX_CODE:,} are accepted"
        return
    depth = 0
    for number, line in enumerate(source.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield number, f"has {len(line):,} characters; break it into lines below {MAX_LINE:,}"
        if re.search(r"\S {60,}\S", line.expandtabs()):
            yield number, "hides text behind a long run of spaces; write it on a line of its own"
        for char in line:
            if (char < " " and char != "\t") or char == "\x7f" or (not char.isascii() and _invisible(char)):
                yield number, f"has an invisible character (U+{ord(char):04X}); remove it"
    for number, line in enumerate(without_texts(source).split("\n"), 1):
        depth += sum((char in "([{") - (char in ")]}") for char in line)
        if depth > MAX_DEPTH or re.search(r"(?:[-+~]\s*){20}|(?:\bnot\s+){20}", line):
            yield number, "is nested too deeply; write it in several statements"


def _invisible(char: str) -> bool:
    blank_letters = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    return unicodedata.category(char) in ("Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp") or char in blank_letters


def _nodes(every: tuple[ast.AST, ...], given: frozenset[str]) -> Iterator[Finding]:
    libraries = {name for name, _ in imported(every)}
    own: set[str] = set()
    inner: set[str] = set()  # attributes with an underscore that the code makes itself
    for node in every:
        if isinstance(node, ast.Assign):
            own |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.FunctionDef):
            inner.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            inner.add(node.attr)
    theirs = given - own
    for node in every:
        line = getattr(node, "lineno", 1)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((line, message) for message in _import(node))
        elif isinstance(node, (ast.Attribute, ast.Subscript)):
            yield from ((line, message) for message in _part(node, libraries, inner, theirs))
        elif isinstance(node, (ast.Name, ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
            name = node.id if isinstance(node, ast.Name) else node.name
            if _pythons(name) and name not in SPECIAL:
                yield line, f"uses the name {name}, which is Python's own; choose another name"
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id in theirs:
            yield line, f"changes {node.target.id}, which is the person's; work on a copy of it"
        elif isinstance(node, ast.MatchClass) and not REACHING.isdisjoint(node.kwd_attrs):
            yield line, "matches an attribute that reaches outside; leave it out"
        elif isinstance(node, ast.keyword) and node.arg in REACHING:
            yield line, f"passes {node.arg}=, which reaches outside; leave it out"
        elif isinstance(node, ast.BinOp) and _number(node) == math.inf:
            yield line, "computes an enormous number; use smaller exponents"


def _pythons(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _import(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    above = "" if isinstance(node, ast.Import) else "." * node.level + (node.module or "")
    if above and not allowed(above):
        yield f"imports from {above}, which drawings do not need; use NumPy only"
        return
    for alias in node.names:
        path = f"{above}.{alias.name}" if above else alias.name
        if alias.name in FUNCTIONS or alias.name in ESCAPE or not (allowed(path) or alias.name == "*"):
            yield f"imports {path}, which drawings do not need; use NumPy only"


def _part(
    node: ast.Attribute | ast.Subscript, libraries: set[str], inner: set[str], theirs: frozenset[str]
) -> Iterator[str]:
    start, stored = root(node), not isinstance(node.ctx, ast.Load)
    name = node.attr if isinstance(node, ast.Attribute) else ""
    if name in (FUNCTIONS if start in libraries else REACHING):
        yield f"uses .{name}, which reaches outside; leave it out, the variable is the picture"
    elif _pythons(name) and (stored or name not in SPECIAL):
        yield f"uses .{name}, which is Python's own; call functions in the ordinary way"
    elif stored and start in libraries:
        yield f"changes {start}, which is a library's; use variables of your own"
    elif name.startswith("_") and not name.startswith("__") and name not in inner and start not in ("self", "cls"):
        yield f"uses .{name}, an inner part of a library; use its public functions"
    elif (stored or name in IN_PLACE) and start in theirs:
        yield f"changes {start}, which is the person's; work on a copy: use {start} = {start}.copy() before"


def _number(node: ast.AST, depth: int = 9) -> float:
    """Return the number that a constant expression is, roughly: infinity if it is enormous, 0 if it is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(min(node.value, 1e9))
    if not (depth and isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.LShift, ast.Mult))):
        return 0
    left, right = _number(node.left, depth - 1), _number(node.right, depth - 1)
    if isinstance(node.op, ast.Mult):
        return min(left * right, 1e9) if left * right < math.inf else math.inf
    if right > MAX_EXPONENT:
        return math.inf
    return min(math.pow(max(left, 0), min(right, 30)), 1e9)


def _lookups(source: str, every: tuple[ast.AST, ...], given: frozenset[str]) -> Iterator[Finding]:
    """Find names that are looked up and never bound, or that reach out: they would be Python's or the person's."""
    tables = scopes(source)
    known = bound(source) | given | NAMES
    for node in every:
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" and node.module and allowed(node.module):
            known |= set(dir(importlib.import_module(node.module))) - ESCAPE
    asked = {
        symbol.get_name()
        for table in tables
        for symbol in names(table)
        if symbol.is_referenced()
        and (symbol.is_global() or table is tables[0] or table.get_type() == "class")
        and not (table.get_type() == "class" and symbol.is_local() and symbol.get_name() not in ESCAPE)
    }
    for name in sorted(name for name in asked if name in ESCAPE or (name.isidentifier() and name not in known)):
        line = next((node.lineno for node in every if isinstance(node, ast.Name) and node.id == name), 1)
        if name in ESCAPE:
            yield line, f"uses {name}, which reaches out of the drawing; leave it out"
        elif not _pythons(name):
            yield line, f"uses {name}, which the code does not define; define it or use NumPy"
