"""Claims about the picture as a whole: stripes, squares of a board, gradients, halves, symmetry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.things import Thing
from chatimg_magic.expect.wording import Wording


def stripes(all_things: tuple[Thing, ...], wording: Wording) -> Iterator[Expectation]:
    """Claim direction, number, width and order of stripes that fill the picture."""
    text = wording.text
    striped = [thing for thing in all_things if thing.shape == "stripe"]
    if not striped or re.search(r"\b(wavy|curved|zigzag|radial|flag)\b", text):
        return
    others = [thing for thing in all_things if thing.shape != "stripe"]
    if others or not wording.plain:
        return
    thing = striped[0]
    directions = {word for word in ("horizontal", "vertical", "diagonal") if re.search(rf"\b{word}(?:ly)?\b", text)}
    direction = directions.pop() if len(directions) == 1 else ""
    if direction:
        yield Expectation("stripes", f"{direction} {thing.noun}s", thing, detail=direction)
    if len(striped) > 1 or direction not in {"horizontal", "vertical"}:
        return
    listed = re.search(r"((?:§\w+ (?:, and|,|and) )+§\w+)", text)
    order = tuple(word.replace("_", " ") for word in re.findall(r"§(\w+)", listed[1])) if listed else ()
    if thing.number > 1:
        yield Expectation("stripe count", thing.counted(thing.number), thing, values=(thing.number,), detail=direction)
    width = re.search(r"\b(\d+) pixels (?:wide|thick|high|tall)\b|\bwidth (?:of )?(\d+)\b", text)
    numbers = re.findall(r"\b\d+\b", text)
    if width is not None and len(numbers) - (thing.number > 0) == 1:
        value = float(width[1] or width[2])
        yield Expectation(
            "stripe width", f"{thing.noun}s {value:g} pixels wide", thing, values=(value,), detail=direction
        )
    reversed_order = re.search(r"\b(bottom to top|right to left|alternat\w+|repeat\w*)\b", text)
    if len(order) >= 3 and thing.number in {0, len(order)} and not reversed_order:
        yield Expectation("order", ", ".join(order), colours=order, detail=direction)


def board(wording: Wording) -> Iterator[Expectation]:
    """Claim the number of squares of a chessboard, or their side."""
    text = wording.text
    if not re.search(r"\b(checker\w*|chess ?board\w*|chequer\w*)\b", text) or re.search(
        r"\b(pieces?|pawns?|king|queen|game|frame|border|perspective|floor)\b", text
    ):
        return
    squares = re.search(r"\b(\d{1,3}) x (\d{1,3})\b(?! pixels?)|\b(\d{1,3}) rows and (\d{1,3}) columns\b", text)
    side = re.search(r"\b(\d{1,3})(?: x \1)? pixels?\b", text)
    if squares is not None:
        rows, cols = (int(value) for value in squares.groups() if value)
        yield Expectation("board", f"{rows} x {cols} squares", values=(rows, cols))
    elif side is not None and len(re.findall(r"\b\d+\b", text.replace(side[0], ""))) == 0:
        yield Expectation("board side", f"squares of {side[1]} pixels", values=(float(side[1]),))


_TO = r"(?: edge| side| row| column)? to (?:the |\d+ at the |§\w+ at the )?"
_DIRECTIONS = {
    "left to right": rf"\bleft{_TO}right\b|\bhorizontal(?:ly)?\b",
    "right to left": rf"\bright{_TO}left\b",
    "top to bottom": rf"\btop{_TO}bottom\b|\bvertical(?:ly)?\b",
    "bottom to top": rf"\bbottom{_TO}top\b",
    "radial": r"\bradial(?:ly)?\b|\bfrom the (?:centre|middle)\b",
}
_FROM_TO = re.compile(
    r"\bfrom §(\w+)[^.§]{0,40}? to §(\w+)|"
    r"§(\w+)[^.§]{0,25}? (?:fading|fades|blending|turning|turns) (?:in)?to §(\w+)"
)
_AT = re.compile(
    r"§(\w+) ?,?(?: \d+ ,)? (?:at|on|in|along) the (?:very )?"
    r"(left|right|top|bottom|centre|middle|edges|corners|outside)\b"
)
_PARTIAL = re.compile(
    r"\b(?:sky|sunset|sunrise|sea|water|ball|sphere|background|diagonal\w*|conic\w*|corner|then|via|rainbow|rows?|columns?|"
    r"band|strip|bar|back|times|repeat\w*|twice|cycles?|waves?)\b"
)
"""Gradients that do not simply go from one edge to the other."""
_ENDS = {
    "left": "left to right",
    "top": "top to bottom",
    "right": "right to left",
    "bottom": "bottom to top",
    "centre": "radial",
}


def gradient(all_things: tuple[Thing, ...], wording: Wording) -> Iterator[Expectation]:
    """Claim direction and ends of a gradient that fills the picture."""
    text = wording.text
    if (
        not re.search(r"\b(gradient|fades?|fading|blends?|brightness|intensity|gray values?)\b", text)
        or all_things
        or "…" in text
    ):
        return
    if _PARTIAL.search(text):
        return
    if len(re.findall(r"\b(?:gradients?|fades?|half|channels?)\b", text)) > 1:
        return
    at = {("centre" if where == "middle" else where): colour.replace("_", " ") for colour, where in _AT.findall(text)}
    directions = [name for name, pattern in _DIRECTIONS.items() if re.search(pattern, text)]
    pair = _FROM_TO.search(text)
    ends = tuple(word.replace("_", " ") for word in (pair.group(1, 2) if pair[1] else pair.group(3, 4))) if pair else ()
    if not ends and re.search(r"\bfrom 0\b[^.]*\bto 255\b", text):
        ends = ("black", "white")
    if not ends and re.search(r"\bfrom 255\b[^.]*\bto 0\b", text):
        ends = ("white", "black")
    if "centre" in at or "radial" in directions:
        outer = next((at[key] for key in ("edges", "corners", "outside") if key in at), "")
        inner = at.get("centre", "")
        if inner and not outer and ends:
            outer = next((colour for colour in ends if colour != inner), "")
        if inner and outer:
            yield Expectation(
                "gradient", f"{inner} in the centre to {outer} outside", colours=(inner, outer), detail="radial"
            )
        return
    for first in ("left", "top"):
        second = {"left": "right", "top": "bottom"}[first]
        if first in at and second in at:
            directions, ends = [_ENDS[first]], (at[first], at[second])
    if len(directions) != 1:
        return
    if len(ends) == 2 and ends[0] != ends[1]:
        yield Expectation("gradient", f"{ends[0]} to {ends[1]}, {directions[0]}", colours=ends, detail=directions[0])
    elif not ends:
        along = "horizontal" if directions[0] in {"left to right", "right to left"} else "vertical"
        yield Expectation("gradient", f"{along} gradient", detail=along)


_AREAS = {
    "top": (0.0, 0.5, 0.0, 1.0), "bottom": (0.5, 1.0, 0.0, 1.0),
    "left": (0.0, 1.0, 0.0, 0.5), "right": (0.0, 1.0, 0.5, 1.0),
    "top left": (0.0, 0.5, 0.0, 0.5), "top right": (0.0, 0.5, 0.5, 1.0),
    "bottom left": (0.5, 1.0, 0.0, 0.5), "bottom right": (0.5, 1.0, 0.5, 1.0),
}  # fmt: skip
_LINK = (
    r"(?: (?:of (?:the|an?) (?:image|picture|canvas)|is|are|in|:|,|being|shall be|should be|filled(?: with)?|coloured|"
    r"painted|completely|entirely|solid))*"
)
_SPOT = r"\b(top|upper|bottom|lower) (left|right)"
_HALF = re.compile(
    rf"\b(top|upper|bottom|lower|left|right) half{_LINK} §(\w+)(?! (?:and|,|to) §)(?= [.,;]| and\b| with\b)"
)
_QUARTER = re.compile(rf"{_SPOT}(?: (?:quarter|quadrant|square|block|part))?{_LINK} §(\w+)(?= [.,;]| and\b| with\b)")
_CORNER = re.compile(
    rf"{_SPOT} (?:square|corner|field|cell|pixel)(?: of the \w+)? (?:is|being|shall be|must be|should be) §(\w+)"
)
_NAMES = {"upper": "top", "lower": "bottom"}


def areas(all_things: tuple[Thing, ...], wording: Wording) -> Iterator[Expectation]:
    """Claim the colour of halves, quarters and corners."""
    text = wording.text
    if re.search(r"\b(gradient|fad\w+|blend\w*|stripe\w*|textured?)\b", text):
        return
    clean = wording.plain and not any(t.colours for t in all_things)
    for match in _HALF.finditer(text):
        if not re.search(r"\bof the (?!image|picture|canvas)", match[0]):
            yield _area(_NAMES.get(match[1], match[1]), "half", match[2], clean)
    quarters = list(_QUARTER.finditer(text))
    if len(quarters) >= 2 and re.search(r"\b(quarters?|quadrants?|divided|split|blocks|4)\b", text):
        for match in quarters:
            yield _area(f"{_NAMES.get(match[1], match[1])} {match[2]}", "quarter", match[3], clean)
    for match in _CORNER.finditer(text):
        where, colour = f"{_NAMES.get(match[1], match[1])} {match[2]}", match[3].replace("_", " ")
        yield Expectation("corner", f"{where} corner {colour}", colours=(colour,), detail=where)


def _area(where: str, share: str, colour: str, clean: bool) -> Expectation:
    name = colour.replace("_", " ")
    return Expectation(
        "area", f"{where} {share} {name}", values=(*_AREAS[where], 0.9 if clean else 0.5), colours=(name,)
    )


def symmetry(wording: Wording) -> Iterator[Expectation]:
    """Claim that the left half mirrors the right one, or the upper the lower one."""
    text = wording.text
    if re.search(r"\b(left right symmetr\w+|symmetr\w+ about the vertical|mirrored? left)", text):
        yield Expectation("symmetry", "left and right alike", detail="mirror")
    elif wording.plain and re.search(r"\bsymmetric(al)?\b", text):
        yield Expectation("symmetry", "a symmetric picture", detail="any")
