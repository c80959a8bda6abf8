"""Parts that the words give a colour and the code a name: a red roof is red where the code's ``roof`` is drawn."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import numpy as np

from chatimg_magic.code import syntax_tree
from chatimg_magic.drawing import Check
from chatimg_magic.expect import colours
from chatimg_magic.expect.wording import GAP, IMAGE, plain_words
from chatimg_magic.picture import Picture
from chatimg_magic.request import Mode, Request

LEAST = 0.25
"""Of a part's pixels, as a share: the rest may be a pattern on it, or of another shade."""
LOOKS = "big|small|large|tiny|round|triangular|square|rectangular|pointed|flat|tall|wide|thin|thick|wooden|filled|solid"
_COLOURED = re.compile(rf"§(\w+)(?: (?:{LOOKS}))* ([a-z]{{3,}})\b|\b([a-z]{{3,}}) (?:is |are |in )§(\w+) [.,]")
_SEVERAL = re.compile(r"§\w+ (?:and|or|,) $")
_NOT_NAMES = re.compile(rf"{IMAGE}|and|or|with|on|in|at|of|to|from|for|side|colou?rs?|pixels|values?|part|half|ones?")
_SIDE = re.compile(r"^(?:left|right|top|bottom|outer|inner|upper|lower|front|back|main|the)_|_?\d+$|_mask$")


def named(request: Request, code: str, picture: Picture) -> tuple[Check, ...]:
    """Hold the colours that a request's words give to parts against those of the masks with the same names.

    Parameters
    ----------
    request : what was asked for.
    code : that drew it.
    picture : with the labels of the code's parts; nothing is said without.
    """
    wanted = _wanted(request)
    if not wanted or picture.labels is None or picture.array.ndim != 3 or request.mode is Mode.GRAY:
        return ()
    keys = colours.coarse(picture.array[..., :3])
    checks = []
    for noun, colour in wanted.items():
        numbers = [number for number, names in _drawn(code, request.name, picture) if _singular(noun) in names]
        mask = np.isin(picture.labels, numbers) if numbers else np.zeros(0, bool)
        if mask.any():
            holds = colours.mask(keys, colour)[mask].mean() >= LEAST
            red, green, blue = (int(value) for value in np.median(picture.array[mask][:, :3], axis=0))
            found = "" if holds else f"{colours.nearest((red, green, blue))} {noun}"
            checks.append(Check("named", f"{colour} {noun}", bool(holds), found))
    return tuple(checks)


def _wanted(request: Request) -> dict[str, str]:
    """Return the things that have one colour in the words, and which."""
    text = plain_words(request).text
    found: dict[str, set[str]] = {}
    for match in _COLOURED.finditer(text):
        if _SEVERAL.search(text[: match.start()]):
            continue
        before, noun, other, behind = match.groups()
        found.setdefault(noun or other, set()).add((before or behind).replace("_", " "))
    single = {noun: names.pop() for noun, names in found.items() if len(names) == 1 and not _NOT_NAMES.fullmatch(noun)}
    return {} if GAP in text else single


def _drawn(code: str, name: str, picture: Picture) -> Iterator[tuple[int, set[str]]]:
    """Yield the number of each part that draws masks, and what those are called."""
    numbers = {first: number for number, (first, _) in enumerate(picture.lines, 1)}
    for statement in syntax_tree(code).body:
        if statement.lineno in numbers and isinstance(statement, ast.Assign):
            target = statement.targets[0]
            if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and target.value.id == name:
                yield numbers[statement.lineno], {_singular(_SIDE.sub("", word)) for word in _masks(target.slice)}


def _masks(index: ast.expr) -> Iterator[str]:
    """Yield the names that an index joins; not what it leaves out."""
    if isinstance(index, ast.Name):
        yield index.id
    elif isinstance(index, ast.BinOp) and isinstance(index.op, ast.BitAnd):
        yield from _masks(index.left)
    elif isinstance(index, ast.BinOp) and isinstance(index.op, ast.BitOr):
        yield from _masks(index.left)
        yield from _masks(index.right)


def _singular(noun: str) -> str:
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") else noun
