"""What a request names that can be measured: so many shapes of such a colour, how large and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chatimg_magic.expect.wording import IMAGE, SHAPE, SHAPES, Wording, all_known

ADJECTIVE = (
    "large|larger|big|bigger|small|smaller|tiny|huge|little|filled|solid|hollow|empty|outlined|equal|equally|identical|"
    "regular|round|upright|straight|horizontal|vertical|diagonal|isosceles|equilateral|right angled|concentric|single|"
    "thick|thin|long|short|tall|wide|narrow|flat|plain|centred|perfect|sized|spaced|evenly|inner|outer|overlapping|"
    r"touching|alternating|parallel|same|size|different|\d+ x \d+(?: pixels?)?|"
    r"\d+ pixels?(?: wide| high| tall| thick| long)?"
)
_THING = re.compile(
    r"(?<!\S)(?P<exact>(?:exactly|only|just|precisely) )?(?P<the>the )?"
    r"(?P<number>(?:an?|\d{1,4}|each|every|all|both|another|some|several|many|few) )?"
    rf"(?P<looks>(?:(?:{ADJECTIVE}|§\w+(?:(?: and| ,)(?= §))?) )*)"
    rf"(?P<noun>{SHAPE})(?P<plural>s|es)?(?!\S)"
)
_ARRANGED = re.compile(
    r"(?:(?:^|\s)(?:in|as|into|to|forming|forms?|along|of|like|half|quarter|semi) (?:the shape of )?(?:an? )?|\bsemi)$"
)
_PORTION = re.compile(r"\b(?:half|quarter|part|third|piece|slice|segment|rest|outline|edge|0\.\d+) of (?:the |an? )?$")
_SHARING = re.compile(
    rf"(?:^|\s)(?:an?|the|\d+) (?:(?:{ADJECTIVE}|medium|§\w+) )+"
    rf"(?:, (?:an? )?(?:(?:{ADJECTIVE}|medium|§\w+) )+)*(?:, )?and $"
)
_LISTED = re.compile(r"\d+ (?:,|and)\s*$")
_BEHIND = re.compile(
    rf"^ (?:{IMAGE}|grid|pattern|segment|chart|graph|art|set|matrix|root|shaped|wave|number|sizes?|lengths?)\b|"
    rf"^ of (?:\d+ )?(?:equal |(?:{ADJECTIVE}) |§\w+ )*(?:{SHAPE})s?\b"
)
_NOUNS = {re.compile(rf"(?:{pattern})"): shape for shape, pattern in SHAPES.items()}


@dataclass(frozen=True)
class Thing:
    """Something that a request names.

    Attributes
    ----------
    shape : one of the keys of SHAPES.
    colour : a canonical name, or ``""`` where none or several are named.
    colours : all that are named.
    number : how many; 0 where it is not said.
    exact : whether the number is stressed.
    noun : the word itself, in the singular.
    looks, before, tail : the words between number and noun, before all of it, and behind it up to what is named next.
    known : whether it was named before, as in ``the circle``.
    several : whether the noun is in the plural.
    plain : whether every word of its sentence is known.
    """

    shape: str
    colour: str
    colours: tuple[str, ...]
    number: int
    exact: bool
    noun: str
    looks: str
    before: str
    tail: str
    known: bool = False
    several: bool = False
    plain: bool = True

    @property
    def name(self) -> str:
        """What it is called, such as ``red circle``."""
        return f"{self.colour} {self.noun}".strip()

    def counted(self, number: int) -> str:
        """Say so many of it, such as ``3 white squares``."""
        many = "" if number == 1 else "es" if self.noun.endswith(("x", "s")) else "s"
        return f"{number} {self.name}{many}"


def things(wording: Wording) -> tuple[Thing, ...]:
    """Return what is named, in the order of the words; ``the circle`` is the one that was named before."""
    text = wording.text
    found = [match for match in _THING.finditer(text) if _is_thing(match, text)]
    named: list[Thing] = []
    for index, match in enumerate(found):
        following = found[index + 1].start() if index + 1 < len(found) else len(text)
        start = found[index - 1].end() if index else 0
        sentences = re.split(r" [.;:] ", text[start : match.start()])
        before = sentences[-1] if index and len(sentences) == 1 else f", {sentences[-1]}"
        behind = re.sub(r" [.;:] (?=(?:its|it|they|their) )", " , ", text[match.end() : following] + " ")
        thing = _thing(match, before, re.split(r" [.;] ", behind)[0])
        sentence = text[text.rfind(" . ", 0, match.start() + 1) + 1 : (text + " . ").index(" . ", match.end())]
        thing = replace(thing, plain=all_known(sentence) and all_known(thing.tail))
        named.append(_resolved(thing, named) if match["the"] and not thing.number else thing)
    return tuple(named)


def _is_thing(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    if _BEHIND.match(text[match.end() : match.end() + 80]) or _PORTION.search(
        before + (match["the"] or match["number"] or "")
    ):
        return False
    if _SHARING.search(before):  # "a small and a large circle": the words are about both
        return False
    looks_like_one = "§" in match["looks"] or match["exact"]
    return bool(
        looks_like_one
        or not _ARRANGED.search(text[max(0, match.start() - 24) : match.start()] + (match["number"] or ""))
    )


def _thing(match: re.Match[str], before: str, tail: str) -> Thing:
    shape = next(shape for pattern, shape in _NOUNS.items() if pattern.fullmatch(match["noun"]))
    colours = tuple(word.replace("_", " ") for word in re.findall(r"§(\w+)", match["looks"]))
    said = (match["number"] or "").strip()
    if _LISTED.search(before):
        said = ""
    number = int(said) if said.isdigit() else 1 if said in {"a", "an"} or " single " in f" {match['looks']}" else 0
    return Thing(
        shape=shape,
        colour=colours[0] if len(colours) == 1 else "",
        colours=colours,
        number=number,
        exact=bool(match["exact"]),
        noun=match["noun"],
        looks=match["looks"].strip(),
        before=before,
        tail=tail,
        several=bool(match["plural"]),
    )


def _resolved(thing: Thing, named: list[Thing]) -> Thing:
    """Return the thing named before that ``the`` points to, with the words that follow now."""
    for earlier in reversed(named):
        if earlier.shape == thing.shape and (not thing.colours or thing.colours == earlier.colours):
            subject = not thing.before.strip(" ,")  # else something is told of another thing
            return replace(earlier, before=thing.before, tail=thing.tail if subject else "", known=True)
    return thing


_NUMBER = r"(\d+(?:\.\d+)?)(?! ?(?:,|and|to|x) ?\d)"
_OF = r"(?: of| is| =| :| about| exactly)*"
_PIXELS = r"(?: ?pixels?)?"
_SIZES = {
    "diameter": (rf"\bdiameter{_OF} {_NUMBER}\b", rf"{_NUMBER}{_PIXELS}(?: in)? diameter\b"),
    "radius": (rf"\bradi(?:us|i){_OF} {_NUMBER}\b", rf"{_NUMBER}{_PIXELS}(?: in)? radius\b"),
    "side": (
        rf"\bsides?(?: length| lengths)?{_OF} {_NUMBER}\b",
        rf"{_NUMBER}{_PIXELS} (?:on each side|side length|sides\b)",
    ),
    "width": (rf"\bwidth{_OF} {_NUMBER}\b", rf"{_NUMBER}{_PIXELS} wide\b"),
    "height": (rf"\bheight{_OF} {_NUMBER}\b", rf"{_NUMBER}{_PIXELS} (?:high|tall)\b"),
    "length": (rf"\blength{_OF} {_NUMBER}\b", rf"{_NUMBER}{_PIXELS} (?:long|from corner to corner)\b"),
    "thickness": (rf"\bthickness{_OF} {_NUMBER}\b", rf"{_NUMBER}{_PIXELS} thick\b"),
}
_ASIDE = re.compile(r" (?:and|with) (?:an?|the) (?!radius|diameter|width|height|side|length)| of the (?:image|picture)")
"""Begins what may be about something else."""
_BY = re.compile(r"\b(\d+) x (\d+)\b(?! grid)")
_SHARE = re.compile(
    r"(?:\b(diameter|width|height|side|wide|high|tall)\b(?: is| of| about| exactly)* )?(?<!\d)(0\.\d{4}|1\.0000)"
    r"(?: of| as)(?: the| its)?"
    r"(?: (wide|high|tall|large) as the)?(?: image| picture)?(?: (width|height|side))?"
)


def sizes(thing: Thing) -> Iterator[tuple[str, float, str]]:
    """Yield what its words say of its size: the measure, the number, and of what it is a share, or ``""`` for pixels.

    A measure that is named twice with different numbers is left out: the words must be about something else, too.
    """
    words = f"{thing.looks} {thing.noun} {_ASIDE.split(thing.tail)[0]}"
    words = re.sub(r"\d+ pixels from\b|\binner (?:radius|diameter)(?: of)? \d+", "", words)
    for measure, patterns in _SIZES.items():
        values = {float(value) for pattern in patterns for value in re.findall(pattern, words)}
        if len(values) == 1 and min(values) >= 1:
            yield measure, values.pop(), ""
    pairs = set(_BY.findall(words))
    gridded = re.search(r"\bgrid of $", thing.before) or (thing.several and " pixels" not in words)
    if len(pairs) == 1 and not gridded:
        first, second = pairs.pop()
        yield "box", float(first), second
    for found in _SHARE.finditer(f"{thing.looks} {thing.noun} {thing.tail}"):
        measure = {"wide": "width", "high": "height", "tall": "height"}.get(found[1] or found[3] or "", found[1])
        whole = found[4] or {"width": "width", "height": "height"}.get(measure or "")
        if measure in {"diameter", "width", "height", "side"} and whole in {"width", "height"}:
            yield measure, float(found[2]), whole


_SIDE = r"(?:(top|upper|bottom|lower) )?(?:(left|right)|(centre|middle|top|bottom))"
_PLACE = re.compile(
    rf"\b(?:in|at|on|near|of|towards?) (?:the )?(?:exact |very )?{_SIDE}"
    r"(?: (corner|half|side|quarter|quadrant|edge|part|third))?(?: of (?:the|an?) (?:§\w+ )?(?:image|picture|canvas))?"
    r"(?= [,.;:]| and\b| with\b| on\b| there\b| is\b| are\b| §| an?\b| \d|\s*$)|"
    r"\b(centred)\b(?! (?:at|on|around|under|over|above|below|in row|row|:))"
)
_LEADING = re.compile(rf"(?:,|and)\s*(?:{_PLACE.pattern})(?: of the \w+)?(?: there)?(?: is| are)?\s*,?\s*$")
_ROW_COL = re.compile(r"\brow (\d+(?:\.\d+)?) ?,? ?(?:and )?(?:column|col) (\d+(?:\.\d+)?)\b")
_COL_ROW = re.compile(r"\b(?:column|col|x) (\d+(?:\.\d+)?) ?,? ?(?:and )?(?:row|y) (\d+(?:\.\d+)?)\b")


def place(thing: Thing) -> str:
    """Return where it shall be, such as ``top left`` or ``centre``, or ``""``."""
    tail = re.split(r" (?:and|;) ", thing.tail)[0]
    match = _PLACE.search(tail)
    if match and re.search(r"[,:]\s*$", tail[: match.start()]) and not tail[match.end() :].strip(" ,"):
        match = None  # the words may be about what follows
    if match is None:
        leading = _LEADING.search(thing.before)
        match = _PLACE.search(leading[0]) if leading else None
    if match is None:
        return ""
    if match[5]:
        return "centre"
    vertical = {"upper": "top", "lower": "bottom"}.get(match[1] or "", match[1] or "")
    if match[3]:
        return {"middle": "centre"}.get(match[3], match[3]) if not vertical else ""
    return f"{vertical} {match[2]}".strip()


def centre(thing: Thing) -> tuple[float, float] | None:
    """Return row and column of its centre where the words tell them in pixels."""
    named = re.search(r"\b(?:centre|centred|around(?: the)?(?: pixel| point)?(?= row| column| x))\b", thing.tail)
    adjacent = thing.shape in {"circle", "dot", "ring"} and re.match(
        r" (?:at|on|in)? ?(?:row|column|col|x)\b", thing.tail
    )
    if named is None and not adjacent:
        return None
    words = thing.tail[named.start() :] if named else thing.tail
    first, second = _ROW_COL.search(words), _COL_ROW.search(words)
    if first is not None and first.start() < 30:
        return float(first[1]), float(first[2])
    if second is not None and second.start() < 30:
        return float(second[2]), float(second[1])
    return None


_CORNER = re.compile(
    r"\b(top|upper|bottom|lower) (left|right) (?:corner|pixel)(?: is| lies| in| at| on)* (?:at )?(.{0,60})"
)


def corner(thing: Thing) -> tuple[str, float, float] | None:
    """Return one of its corners, and the row and column where it shall be."""
    found = _CORNER.findall(thing.tail)
    if len(found) != 1 or thing.shape not in {"square", "rectangle"}:
        return None
    vertical, horizontal, words = found[0]
    first, second = _ROW_COL.match(words), _COL_ROW.match(words)
    where = f"{ {'upper': 'top', 'lower': 'bottom'}.get(vertical, vertical) } {horizontal}"
    if first is not None:
        return where, float(first[1]), float(first[2])
    return (where, float(second[2]), float(second[1])) if second is not None else None


_ROWS = re.compile(r"\brows (\d+) (?:to|through|until) (\d+)\b")
_COLS = re.compile(r"\bcolumns (\d+) (?:to|through|until) (\d+)\b")


def extent(thing: Thing) -> tuple[float, float, float, float] | None:
    """Return first and last row, first and last column where the words tell all four."""
    rows, cols = _ROWS.findall(thing.tail), _COLS.findall(thing.tail)
    if len(rows) != 1 or len(cols) != 1:
        return None
    return float(rows[0][0]), float(rows[0][1]), float(cols[0][0]), float(cols[0][1])


def margins(thing: Thing) -> Iterator[tuple[float, str]]:
    """Yield how many pixels it is away from an edge, and which."""
    found = re.findall(rf"{_NUMBER} pixels from the (left|right|top|bottom)\b", thing.tail)
    if len({side for _, side in found}) == len(found):
        yield from ((float(value), side) for value, side in found)
