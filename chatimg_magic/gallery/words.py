"""The words of a request as they are compared: endings dropped, synonyms joined, fillers left out."""

from __future__ import annotations

import re

from chatimg_magic.request import Size

_FILLERS = frozenset(
    "a an the of on in at with and or to from by for its it is are as that this there be one each all exactly "
    "image picture images pictures draw drawing drawn create make made show showing paint generate render please give "
    "me background pixel pixels px wide high tall long size simple array numpy python code using use which where whose "
    "straight has have into filled fill given shape shapes counted so very just want would like can you i some "
    "put add many several lots lot few various nice beautiful pretty lovely cute cool realistic friendly funny "
    "except".split()
)
_COLOURS = frozenset(
    "black white red green blue yellow orange purple pink brown grey gray cyan magenta teal violet cream dark light "
    "bright golden gold silver navy beige crimson turquoise lime maroon pale deep colour color".split()
)
_MANNERS = frozenset(
    "large big small little tiny huge lie lying stand arrange arranged place placed locate located position positioned "
    "completely entirely fully full whole entire range ranging vary varies varying first second third fourth next last "
    "without equal equally even evenly clearly visible clear same other another part consist contain cover smooth "
    "smoothly".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty couple".split())
PLACES = frozenset(
    "left right up down above below top bottom horizontal vertical rising falling upright sideways middle corner "
    "point between inside topleft topright bottomleft bottomright".split()
)
"""Words for directions and relations."""
OTHER_THINGS = frozenset("outline flag gradient letter digit rainbow half quarter sector open".split())
"""Words that make something else of a thing."""
_SINGLE = re.compile(r"\b(?:letter|digit|capital)s? ([a-z0-9])\b|\b([a-z])[- ]shape")
_CORNER = re.compile(r"\b(top|upper|bottom|lower)[- ](left|right)\b")
_POINT = re.compile(r"\brow \d+,?(?: and)? col(?:umn)? \d+|\(\d+, ?\d+\)")
_PHRASES = (
    (re.compile(r"\b(?:different|various|many|random)(?: \w+ and)? colou?rs?\b"), "colourful"),
    (re.compile(r"\b(circles|rings) (?:with)?in(?:side)? (?:other )?\1\b"), r"concentric \1"),
    (re.compile(r"\b(?:water rings|rings (?:in|on) (?:the )?water)\b"), "ripples"),
    (re.compile(r"\b(?:as )?seen from \w+"), ""),
)
"""Ways to say what has a word of its own."""
_XY = re.compile(r"\bx ?(?:=|:|is)? ?(\d+)(?:,| and|, and)? ?y ?(?:=|:|is)? ?(\d+)")
_ROW_COLUMN = re.compile(r"\brow (\d+)(?:,| and|, and)? column (\d+)")
MINOR = 0.12
"""What colours, numbers and manners count: they are exchanged."""
PLURAL = 0.5
"""What it counts that there are several of a thing."""
POINTS = 2.0
"""What it counts how many points are given by row and column."""
_NOUNS = ("circle disc disk", "ellipse oval", "car automobile", "sea ocean", "checkerboard chessboard")
"""Words for the same thing, each of which may stand for another."""
_SAME = {word: same for same, *others in map(str.split, _NOUNS) for word in others} | {
    "center": "middle",
    "centre": "middle",
    "centered": "middle",
    "centred": "middle",
    "stripe": "stripe",
    "band": "stripe",
    "bar": "bar",
    "chequerboard": "checkerboard",
    "checker": "checkerboard",
    "checkered": "checkerboard",
    "chequered": "checkerboard",
    "checked": "checkerboard",
    "smiling": "smiley",
    "smile": "smiley",
    "happy": "smiley",
    "emoji": "smiley",
    "mesh": "grid",
    "rhombus": "diamond",
    "hollow": "outline",
    "outlined": "outline",
    "unfilled": "outline",
    "contour": "outline",
    "apex": "tip",
    "coloured": "colourful",
    "colored": "colourful",
    "colorful": "colourful",
    "multicoloured": "colourful",
    "multicolored": "colourful",
    "border": "frame",
    "stroke": "line",
    "bullseye": "target",
    "sundown": "sunset",
    "dusk": "sunset",
    "upper": "top",
    "lower": "bottom",
    "over": "above",
    "under": "below",
    "beneath": "below",
    "within": "inside",
    "pointing": "point",
    "upward": "up",
    "upwards": "up",
    "downward": "down",
    "downwards": "down",
    "leftmost": "left",
    "rightmost": "right",
    "horizontally": "horizontal",
    "vertically": "vertical",
    "diagonally": "diagonal",
    "concentric": "concentric",
    "plus": "cross",
    "shading": "gradient",
    "fade": "gradient",
    "fading": "gradient",
    "ramp": "gradient",
    "random": "random",
    "scattered": "scatter",
    "randomly": "random",
    "side": "side",
    "circular": "circle",
    "triangular": "triangle",
    "rectangular": "rectangle",
}


COLOURS = {"dark blue": "navy", "light blue": "sky blue", "violet": "purple", "grey": "gray", "cream": "beige"}
"""Other words for a colour of the palette."""


def plain_colours(text: str) -> str:
    """Call colours as the palette does."""
    for said, name in COLOURS.items():
        text = re.sub(rf"\b{said}\b", name, text)
    return text


def coloured(text: str, request: str) -> str:
    """Call colours as a request does: ``dark blue`` where that says it, not ``navy``."""
    for said, name in COLOURS.items():
        if re.search(rf"\b{said}\b", request.lower()):
            text = re.sub(rf"\b{name}\b", said, text)
    return text


def worded(text: str, request: str) -> str:
    """Let a text say things as a request does: ``ocean``, not ``sea``; ``x`` and ``y``, not row and column."""
    if _XY.search(request.lower()):
        text = _ROW_COLUMN.sub(r"x = \2, y = \1", text)
    spoken = set(re.findall(r"[a-z]+", request.lower()))
    for same in _NOUNS:
        own = [word for word in same.split() if word in spoken]
        if len(own) == 1:
            text = re.sub(rf"\b(?:{same.replace(' ', '|')})\b", own[0], text)
    return text


def alike(text: str, other: str) -> float:
    """Return how much of their wording two texts share, 0 to 1; colours and numbers are exchanged anyway."""
    one, two = (set(re.findall(r"[a-z]+", words.lower())) - _COLOURS - _NUMBERS for words in (text, other))
    return len(one & two) / max(1, len(one | two))


def bag(text: str, size: Size) -> dict[str, None]:
    """Return the comparable words of a text in their order, each once; of plurals
    also that there are several (``circle+``), of opposite sides which is first (``left>right``).

    Parameters
    ----------
    text : a request or a tag.
    size : of the picture; words that only state it are left out.
    """
    text = _XY.sub(r"row \2, column \1", text.lower())
    for phrase, meaning in _PHRASES:
        text = phrase.sub(meaning, text)
    text = _CORNER.sub(_corner, without_size(text, size))
    found = {f"{one or other}.": None for one, other in _SINGLE.findall(text)}
    for one, other in (("left", "right"), ("top", "bottom")):
        places = text.find(one), text.find(other)
        if min(places) >= 0:
            found[f"{one}>{other}" if places[0] < places[1] else f"{other}>{one}"] = None
    points = len(_POINT.findall(text))
    if points:
        found[f"{min(points, 3)} points"] = None
    for word in re.findall(r"[a-z]+", text):
        stem = _stem(word)
        if word in _FILLERS or stem in _FILLERS or len(word) < 2:
            continue
        found[_SAME.get(word, _SAME.get(stem, stem))] = None
        if stem != word and word.endswith("s"):
            found[f"{_SAME.get(stem, stem)}+"] = None
    return found


def _corner(found: re.Match[str]) -> str:
    """Make one word of a corner's two."""
    return f"{_SAME.get(found[1], found[1])}{found[2]}"


def without_size(text: str, size: Size) -> str:
    """Leave out of a text what only states a picture's size, such as ``100 rows and 300 columns`` or ``100 x 300``."""
    rows, cols = size.rows, size.cols
    return re.sub(rf"\b{rows}(?: rows?)?(?:,| and| by| x|×|x)* *{cols}(?: columns?| pixels| px)?\b", " ", text)


def weight(word: str) -> float:
    """Return what a comparable word counts by its kind, 0 to 1."""
    if word.rstrip("+") in _COLOURS | _NUMBERS | _MANNERS:
        return MINOR
    return PLURAL if word.endswith("+") else POINTS if word.endswith(" points") else 1.0


def _stem(word: str) -> str:
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", "")):
        if len(word) > 3 and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word
