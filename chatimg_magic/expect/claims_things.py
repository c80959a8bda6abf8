"""Claims about the things that a request names: how many, of what shape and size, where, and where to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from chatimg_magic.expect import things as named
from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.things import Thing
from chatimg_magic.expect.wording import Wording

Things = tuple[Thing, ...]
MOST_COUNTED = 400

_MERGED = re.compile(
    r"\b(overlap\w*|concentric|intersect\w*|interlock\w*|linked|cross\w*|chain|connected|nested|touch\w*|joined|stacked|"
    r"top of|on top|behind|in front|shares?|shared|cover(?:s|ed|ing)?(?! rows| columns)|missing|cut|wedge|"
    r"(?:in|at|on) its|"
    r"its (?:top|bottom|left|right|upper|lower)\b[^.;]{0,20} is an?)\b"
)
"""Things that are not apart: nobody can count them, or tell the shape of one."""
_ODD = re.compile(
    r"\bthe 1 (?:in|at|on)\b|\b(?:1|second|third|fourth|fifth|last|first|other) (?:1 )?is\b|\bdifferent\b|\bonly the\b"
)
_EACH = re.compile(
    r"\b(?:each|every|per) (?!other\b|row centred|is\b|next\b|\d+ pixels|of (?:radius|size))|"
    r"\b(?:lines|groups|pairs|clusters|sets|stacks) of \d"
)
_GRID = re.compile(
    r"\b(\d{1,3}) (?:equal )?rows (?:of (?:§?\w+ ){1,3})?(?:and|x|,|by) (\d{1,3}) columns\b|"
    r"\b(\d{1,3}) columns (?:of (?:§?\w+ ){1,3})?(?:and|x|,|by) (\d{1,3}) rows\b|"
    r"\b(\d{1,3}) rows of (\d{1,3})\b(?! pixels)|"
    r"\b(\d{1,3}) x (\d{1,3}) (?:regular |square )?grid\b|\bgrid of (\d{1,3}) x (\d{1,3})(?! pixels)"
)
_EQUAL = re.compile(r"\b(?:equal size|equal sized|equally sized|same size|same sized|identical|equal in size)\b")
_EVENLY = re.compile(r"\b(?:equally spaced|evenly spaced|equal spacing|spaced evenly|equal gaps)\b")
_ROW = re.compile(r"\b(?:side by side|in (?:a|1) (?:single |straight )?(?:horizontal )?(?:row|horizontal line))\b")
_COLUMN = re.compile(
    r"\b(?:in (?:a|1) (?:single |straight )?(?:column|vertical (?:row|line|column))|(?:below|under|above) another)\b"
)


def counts(all_things: Things, wording: Wording) -> Iterator[Expectation]:
    """Claim how many of something there are, and how they stand."""
    text = wording.text
    if wording.full or _MERGED.search(text) or _ODD.search(text) or _EACH.search(text):
        return
    if re.search(r"\brandom\w*\b", text) and not re.search(r"\bapart\b", text):
        return  # they may overlap
    grid = _GRID.search(text)
    if grid is not None:
        yield from _grid(grid, all_things) if wording.plain else ()
        return
    if re.search(r"\b(?:rows|columns) of \d", text):
        return
    counted = [thing for thing in all_things if _countable(thing, all_things, wording)]
    for thing in counted:
        alike = any(t is not thing and t.colour == thing.colour and t.shape != thing.shape for t in all_things)
        detail = "by shape" if alike else "" if wording.plain else "about"
        yield Expectation("count", thing.counted(thing.number), thing, values=(thing.number,), detail=detail)
    several = [thing for thing in counted if thing.number > 1]
    if len(several) == 1 and not any(t.colour == several[0].colour and t.shape != several[0].shape for t in all_things):
        yield from _arrangement(several[0], text if wording.plain else f"{several[0].looks} {several[0].tail}")


def _grid(grid: re.Match[str], all_things: Things) -> Iterator[Expectation]:
    solid = [thing for thing in all_things if not thing.known and thing.shape not in {"stripe", "frame", "line", "bar"}]
    first, second = (int(value) for value in grid.groups() if value)
    rows, cols = (second, first) if grid[3] else (first, second)
    ordered = bool(grid[1] or grid[3] or grid[5])
    subjects = [thing for thing in solid if thing.several]
    subject = next((thing for thing in subjects if thing.colour), subjects[0] if subjects else None)
    if (
        rows * cols > MOST_COUNTED
        or subject is None
        or len({thing.shape for thing in solid}) != 1
        or len(subject.colours) > 1
    ):
        return
    yield Expectation("count", subject.counted(rows * cols), subject, values=(rows * cols,))
    words = f"{rows} rows of {cols}" if ordered else f"a {rows} x {cols} grid"
    yield Expectation("grid", words, subject, values=(rows, cols), detail="ordered" if ordered else "")


def _countable(thing: Thing, all_things: Things, wording: Wording) -> bool:
    if thing.known or not 0 < thing.number <= MOST_COUNTED or thing.shape == "frame" or len(thing.colours) > 1:
        return False
    others = [other for other in all_things if other is not thing and not other.known]
    if not thing.colour and any(other.shape == thing.shape and other.number > thing.number for other in others):
        return False  # "ten dots: one in the first row" tells of some of them
    if re.search(r"\b(?:dotted|dashed)\b", wording.text) or (thing.shape == "bar" and _is_piece(thing, all_things)):
        return False
    if not wording.plain:  # something else may have the same colour
        return thing.exact and bool(thing.colour) and wording.text.count(f"§{thing.colour.replace(' ', '_')} ") == 1
    if not thing.colour and any(other.shape != thing.shape for other in others):
        return False
    if thing.shape == "shape" and any(other.colour == thing.colour for other in others):
        return False
    if thing.number == 1:
        return thing.exact or not others
    return not any(other.shape in {"line", "bar", "stripe"} for other in others)


def _arrangement(thing: Thing, text: str) -> Iterator[Expectation]:
    counted = thing.counted(thing.number)
    if _EQUAL.search(text) or re.search(r"\b(?:equal|identical)\b", thing.looks):
        yield Expectation("alike", f"{counted} of equal size", thing)
    row, column = _ROW.search(text), _COLUMN.search(text)
    if (row is None) == (column is None) or re.search(r"\bdiagonal\w*\b", text):
        return
    direction, evenly = "a row" if row else "a column", _EVENLY.search(text) is not None
    words = f"{counted} in {direction}" + (", evenly spaced" if evenly else "")
    yield Expectation("row", words, thing, detail=direction + (" evenly" if evenly else ""))


_MEASURED = {"circle", "square", "rectangle", "triangle", "ring", "diamond", "ellipse"}
_BLURRED = re.compile(r"\b(?:gradient|shad\w+|blur\w*|soft\w*|glow\w*|fad\w+|3d|rotated|tilted|turned)\b")


def looks(thing: Thing, all_things: Things, wording: Wording) -> Iterator[Expectation]:
    """Claim the shape, the size and the place of one thing."""
    if _BLURRED.search(wording.text) or len(thing.colours) > 1:
        return
    merged = wording.full or _MERGED.search(wording.text) is not None
    if wording.plain and not merged and not thing.known and not _is_piece(thing, all_things):
        yield from _shape(thing)
    if thing.shape == "frame" and wording.plain:
        yield from _frame(thing, all_things, wording)
    if thing.shape in {"stripe", "frame"} or (wording.full and not thing.colour):
        return
    if thing.plain and not merged and not _is_piece(thing, all_things):
        yield from _sizes(thing)
        yield from _spots(thing)
    if wording.plain and not merged and thing.number == 1 and thing.shape != "line":
        where = named.place(thing)
        if where and not re.search(r"\b(?:of the (?!image|picture|canvas)|its)\b", thing.tail):
            spoken = "in the centre" if where == "centre" else f"at the {where}"
            yield Expectation("place", f"{thing.name} {spoken}", thing, detail=where)
    alone = all(other is thing or other.colour != thing.colour for other in all_things)
    if thing.shape == "line" and thing.number == 1 and wording.plain and alone:
        yield from _line(thing)


def _shape(thing: Thing) -> Iterator[Expectation]:
    if thing.shape in _MEASURED:
        direction = re.search(r"\bpoint(?:s|ing) (?:to the |straight )?(up|down|left|right)", thing.looks + thing.tail)
        detail = direction[1] if direction and thing.shape == "triangle" else ""
        words = f"{thing.name} pointing {detail}" if detail else thing.name
        if detail and re.search(r"\b(?:isosceles|equilateral)\b", thing.looks):
            detail += " regular"
        yield Expectation("shape", words, thing, detail=detail)
    if thing.shape in _MEASURED | {"heart", "star"}:
        if re.match(r" outlines?\b", thing.tail) or re.search(r"\b(?:outlined|hollow|unfilled|empty)\b", thing.looks):
            yield Expectation("hollow", f"hollow {thing.noun}", thing)
        elif re.search(r"\b(?:filled|solid)\b", thing.looks) and thing.shape != "ring":
            yield Expectation("solid", f"filled {thing.noun}", thing)


def _sizes(thing: Thing) -> Iterator[Expectation]:
    for measure, value, whole in named.sizes(thing):
        if measure == "box":
            words = f"{thing.name} of {value:g} x {whole} pixels"
            yield Expectation("size", words, thing, values=(value, float(whole)), detail=measure)
        elif whole:
            words = f"{thing.name}: {measure} {value:.2g} of the {whole}"
            yield Expectation("share", words, thing, values=(value,), detail=f"{measure} {whole}")
        elif measure != "thickness" or (thing.shape in {"line", "ring"} and thing.number == 1):
            yield Expectation("size", f"{thing.name}: {measure} {value:g}", thing, values=(value,), detail=measure)


def _spots(thing: Thing) -> Iterator[Expectation]:
    middle, box = named.centre(thing), named.extent(thing)
    if middle is not None:
        words = f"{thing.name} at row {middle[0]:g}, column {middle[1]:g}"
        yield Expectation("centre", words, thing, values=middle)
    if box is not None:
        words = f"{thing.name} in rows {box[0]:g} to {box[1]:g}, columns {box[2]:g} to {box[3]:g}"
        yield Expectation("extent", words, thing, values=box)
    corner = named.corner(thing)
    if corner is not None:
        where, row, col = corner
        words = f"{thing.name}: {where} corner at row {row:g}, column {col:g}"
        yield Expectation("anchor", words, thing, values=(row, col), detail=where)
    for value, side in named.margins(thing):
        words = f"{thing.name} {value:g} pixels from the {side}"
        yield Expectation("margin", words, thing, values=(value,), detail=side)


_AROUND = re.compile(
    r"\b(?:around|along|at) the (?:whole |entire )?(?:image|picture|canvas|edges?|border)\b|reach\w* the edges?\b"
)


def _frame(thing: Thing, all_things: Things, wording: Wording) -> Iterator[Expectation]:
    """Claim a frame around the picture, and its thickness."""
    whole = re.search(r"\b(?:image|picture|canvas|background|field) with (?:an? )?$", thing.before)
    if not thing.colour or len(all_things) > 1 or not (whole or _AROUND.search(wording.text)):
        return
    thick = re.findall(r"\b(\d+) pixels?(?: thick| wide)?\b", f"{thing.looks} {thing.tail}")
    values = (float(thick[0]),) if len(set(thick)) == 1 else ()
    words = f"{thing.name} around it" + (f", {values[0]:g} pixels thick" if values else "")
    yield Expectation("frame", words, thing, values=values)


def _is_piece(thing: Thing, all_things: Things) -> bool:
    """Whether it may be a piece of something else, as a bar of a cross."""
    others = {other.shape for other in all_things if other is not thing}
    return bool(others & {"cross", "star", "heart"}) or (
        thing.shape in {"bar", "line"} and bool(others & {"polygon", "frame"})
    )


_SPOT = r"(?:(top|upper|bottom|lower) )?(left|right|top|bottom)(?: corner)?"
_ENDS = re.compile(rf"\bfrom (?:the )?{_SPOT}(?: (?:side|edge))? to (?:the )?{_SPOT}\b")


def _line(thing: Thing) -> Iterator[Expectation]:
    ends = _ENDS.search(thing.tail)
    if ends is not None and ends[1] and ends[3]:
        first, second = (
            f"{ {'upper': 'top', 'lower': 'bottom'}.get(a, a) } {b}"
            for a, b in ((ends[1], ends[2]), (ends[3], ends[4]))
        )
        yield Expectation("line", f"{thing.name} from {first} to {second}", thing, detail=f"{first},{second}")
    for direction in ("horizontal", "vertical"):
        if direction in thing.looks.split():
            yield Expectation("line", f"{direction} {thing.name}", thing, detail=direction)


_LEAD = (
    "(?:,|that|which|it|and|is|are|lies|sits|stands|placed|positioned|located|completely|fully|entirely|directly|exactly|"
    "just|drawn)"
)
_RELATIONS = {
    "left of": r"(?:to |on )?(?:the )?left(?: side)? of",
    "right of": r"(?:to |on )?(?:the )?right(?: side)? of",
    "above": r"above",
    "below": r"below|under|underneath|beneath",
    "inside": r"inside(?: of)?|within",
    "around": r"contain(?:s|ing)|surrounding|around",
    "larger than": r"(?:larger|bigger) than",
    "smaller than": r"smaller than",
    "between": r"(?:in )?between",
}
_RELATION = re.compile(
    rf"^ (?:{_LEAD} )*(?:"
    + "|".join(f"(?P<r{i}>{pattern})" for i, pattern in enumerate(_RELATIONS.values()))
    + r")\s*$"
)


def relations(all_things: Things, wording: Wording) -> Iterator[Expectation]:
    """Claim where things are towards each other; only words that stand right between two things count."""
    if wording.full or _MERGED.search(wording.text):
        return
    for index, (one, other) in enumerate(pairwise(all_things)):
        match = _RELATION.match(one.tail)
        if match is None or not _distinct(one, other) or (one.several and one.number != 1):
            continue
        relation = next(name for i, name in enumerate(_RELATIONS) if match[f"r{i}"])
        third = None
        if relation == "between":
            third = all_things[index + 2] if index + 2 < len(all_things) and other.tail.strip() == "and" else None
            if third is None or not _distinct(one, third) or not _distinct(other, third):
                continue
            words = f"{one.name} between the {other.name} and the {third.name}"
        else:
            words = f"{one.name} {relation} the {other.name}"
        yield Expectation("relation", words, one, other, third, detail=relation)


def _distinct(one: Thing, other: Thing) -> bool:
    """Whether the two can be told apart by their colours."""
    return bool(one.colour and other.colour and one.colour != other.colour)
