"""Gathers the names of attributes that libraries use, which generated code may not give to its own.

Run ``python -m tests.taken`` after an update of NumPy, Pillow or matplotlib: it adds what is new to
``chatimg_magic/policy/taken.txt``. Names come from the libraries' Python sources and from their compiled types.
"""

from __future__ import annotations

import ast
import collections
import contextlib
import functools
import importlib
import io
import itertools
import random
import re
import types
from collections.abc import Iterator
from pathlib import Path

from chatimg_magic.policy import tables

FILE = Path(tables.__file__).parent / "taken.txt"
LIBRARIES = ("numpy", "PIL", "matplotlib")
MODULES = ("abc", "collections", "copy", "dataclasses", "enum", "fractions", "functools", "random", "statistics",
           "types", "typing", "warnings", "weakref", "pathlib", "io")  # fmt: skip
LEFT_OUT = re.compile(r"/(tests?|testing|_examples|f2py|distutils|typing|sphinxext|__main__)([/.]|$)")


def of_source(source: str) -> Iterator[str]:
    """Yield the names of methods and attributes in a source text."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
                    yield part.name
                for target in getattr(part, "targets", [getattr(part, "target", None)]):
                    if isinstance(target, ast.Name):
                        yield target.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("setattr", "getattr", "hasattr"):
            yield from (str(text.value) for text in node.args[1:2] if isinstance(text, ast.Constant))


def of_libraries() -> set[str]:
    """Return the names in the libraries' sources and in their compiled types."""
    names: set[str] = set()
    found: set[type] = set()
    for library in LIBRARIES:
        folder = Path(str(importlib.import_module(library).__file__)).parent
        for file in sorted([*folder.rglob("*.py"), *folder.rglob("*.so")]):
            inner = file.relative_to(folder.parent).as_posix()
            if LEFT_OUT.search(inner):
                continue
            if file.suffix == ".py":
                names.update(of_source(file.read_text("utf-8")))
            if "/backends/" in inner:
                continue
            with contextlib.suppress(Exception):
                module = importlib.import_module(inner.split(".")[0].replace("/", "."))
                found |= {each for each in vars(module).values() if isinstance(each, type)}
    for name in MODULES:
        module = importlib.import_module(name)
        names.update(of_source(Path(str(module.__file__)).read_text("utf-8")))
        found |= {each for each in vars(module).values() if isinstance(each, type)}
    from PIL import Image

    found |= {type(each) for each in (Image.core.new("L", (1, 1)), Image.new("L", (1, 1)).load(), random.random)}
    found |= {each for each in vars(types).values() if isinstance(each, type)} | {type, object, str, bytes, dict, list}
    found |= {
        set,
        frozenset,
        tuple,
        int,
        float,
        complex,
        slice,
        property,
        super,
        memoryview,
        bytearray,
        range,
        map,
        zip,
    }
    found |= {functools.partial, collections.deque, io.StringIO, BaseException, OSError, SyntaxError, ImportError}
    found |= {each for each in vars(itertools).values() if isinstance(each, type)}
    for kind in found:
        with contextlib.suppress(Exception):
            names.update(dir(kind), vars(kind))
    return {name for name in names if not name.startswith("__")}


def main() -> None:
    """Add what is new to the file."""
    old = set(FILE.read_text("utf-8").split()) if FILE.exists() else set()
    known = tables.ATTRIBUTES | tables.OWN
    names = sorted((old | of_libraries()) - known)
    FILE.write_text("\n".join(names) + "\n", "utf-8")
    print(f"{len(names):,} names, {len(set(names) - old):,} of them new")


if __name__ == "__main__":
    main()
