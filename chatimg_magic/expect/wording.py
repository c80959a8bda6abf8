"""A request's words in one plain spelling, so that claims can be read from them by pattern.

Numbers become digits, shares decimal fractions (``0.5 of``), colours one word with a mark (``§dark_blue``), punctuation
words of its own. What is denied, quoted or one of several choices is taken out: nothing is claimed of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from chatimg_magic.expect import colours
from chatimg_magic.request import Request

MOST_CHARACTERS = 2000
"""Of a longer text only the beginning is read, and it counts as not understood."""
COLOUR = "§"
"""Marks a colour in the plain spelling."""
GAP = "…"
"""Stands for what was denied or quoted."""
CHOICE = "‥"
"""Stands for what is one of several choices."""

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "hundred": 100, "dozen": 12,
}  # fmt: skip
SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

IMAGE = "image|picture|canvas|drawing|background|backdrop|array|bitmap|illustration"
SHAPES = {
    "circle": "circle|disc|disk", "dot": "dot|spot", "square": "square", "rectangle": "rectangle|box",
    "triangle": "triangle", "ring": "ring|annulus", "ellipse": "ellipse|oval", "diamond": "diamond|rhombus",
    "line": "line", "bar": "bar", "stripe": "stripe|band", "cross": "plus sign|cross", "star": "star", "heart": "heart",
    "polygon": "polygon|pentagon|hexagon|octagon", "frame": "border|frame", "shape": "shape|object",
}  # fmt: skip
"""Every noun whose pixels can be measured, by the name used here."""
SHAPE = "|".join(SHAPES.values())

KNOWN = frozenset(
    """a about above across add again aligned all along also alternating an and another apart apex appears are area
    areas around arranged array as at band bands base be begin begins behind below beneath beside between big
    bigger black-white both bottom by centre centred centres circular clean clear clearly code col color
    colors colour coloured colours cols column columns complete completely concentric contain containing
    contains corner corners counted counting counts cover covered covering covers create crossing diagonal
    diagonally diameter directly display distance distances divided down downward downwards draw drawn each
    edge edges else empty end ends entire entirely equal equally equilateral evenly every exact exactly extend
    extends far field fifth fill filled fills finally first fit fitting flat fourth from front fully further
    gap gaps generate given gray grayscale grid group half halves has have height high hollow horizontal
    horizontally huge i identical in inclusive inner inside into is isosceles it its just large larger largest
    last least left length lies line linear linearly little located long lower lying make makes margin me mid
    middle most must my need next nothing now number numbers numpy occupies of on one only onto order other
    outer outline outlined over overlapping paint pair part parts pattern pixel pixel's pixels placed places
    plain please point pointing points position positioned positions precisely put python quadrant quarter
    radii radius random randomly reach reaches reaching rectangular regular remaining remains repeating rest
    result rgb right round row rows run runs same scatter scattered second shade shall shape shapes sharp
    should show side sides simple single sits size sized sizes small smaller smooth so solid somewhere spaced
    spacing spanning spans split square stand standing stands start starting stays straight stripe stripes
    such symmetric symmetrical tall than that the their them then there these they thick thickness thin third
    this those through tiny to together top touch touches touching triangular two uint8 under underneath
    uniform until up upper upright upward upwards use using value values variable vertical vertically want
    where which whole wholly whose wide width will with within y you
    """.split()
)
"""Words that say nothing beyond what is measured here."""

FULL = re.compile(
    r"\b(gradient|fades?|fading|blend\w*|stripes?|striped|bands|checker\w*|chess\w*|tricolou?r|flag|halves|"
    r"half (is|are|of)|quadrants?|quarters|divided|split|tiled?|tiles|tiling|pattern|mosaic|texture|noise|fractal|"
    r"landscape|horizon|covered with|honeycomb|clouds of|"
    r"tessellat\w*|plasma|rainbow|frame|border|vignette|scene|map|grid lines|lines of a grid)\b"
)
"""Words of pictures that leave no background."""

_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|`[^`\n]*`|«[^»\n]*»|(?<!\w)\'[^\'\n]+\'(?!\w)')
_VALUES = re.compile(
    rf"\b((?:{'|'.join(colours.words())}|colou?r|rgb|value|values|of|=|:)\s*)"
    r"\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)|#([0-9a-f]{6})\b"
)
_REMARK = re.compile(rf"\((?:an? |\w+ )[^()]*\b(?:{SHAPE})(?:s|es)?\b[^()]*\)")
"""Says a noun once more in other words."""
_APART = re.compile(  # "not touching" tells where things are and denies none
    r"\b(?:(?:and|but|that|which) )?(?:do |does |are |must |should )?(?:not|without|never|n't|no) "
    r"(?:\w+ )?(?:touch|touches|touching|overlap|overlaps|overlapping|crossing|reaching)\b"
    r"(?: (?:each other|one another|another one|another|anything|(?:its|the|any) \w+))?"
    r"(?: or the edges?(?: of the \w+)?)?"
)
_DENIAL = re.compile(
    r"\b(?:no|not|without|never|none|nor|neither|instead of|rather than|except|excluding|avoid|unlike|don't|isn't)\b"
    r"[^.;,:…]*"
)
_CLAUSE = re.compile(r"[^.;:…]+")
_CHOICE = re.compile(r"\b(?:or|either|maybe|perhaps|optional\w*)\b")
_LIKENESS = re.compile(r"\b(?:like|similar to|as if|reminiscent of|inspired by|style of|instead)\b[^.;,:…]*")
_SHADES = "|".join((*colours.LIGHT, *colours.DARK, *colours.VIVID))
_COLOUR = re.compile(
    rf"\b(?<!ice )(?:(?:very )?({_SHADES}) )?({'|'.join(colours.words())})\b"
    r"(?! noise| hole| channel| angle| ratio| spiral| section| rule)"
)
_NUMBER = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b")
_SHARE = re.compile(
    rf"(?<!top )(?<!upper )(?<!lower )(?<!bottom )(?<!left )(?<!right )\b(?:(\d) )?({'|'.join(SHARES)})s?\b"
    r"(?= (?:of )?(?:the|its|as|that)\b)|(\d+) ?(?:%|percent)"
)


@dataclass(frozen=True)
class Wording:
    """A request's words, made plain.

    Attributes
    ----------
    text : the plain spelling; sentences end with `` . ``.
    plain : whether every word of it is known.
    full : whether the words tell of a picture without a background.
    """

    text: str
    plain: bool
    full: bool


def plain_words(request: Request) -> Wording:
    """Return a request's words in the plain spelling."""
    text = unicodedata.normalize("NFKC", request.prompt[:MOST_CHARACTERS]).lower()
    text = text.replace(COLOUR, " ").replace(GAP, " . ").replace(CHOICE, " . ").replace("’", "'").replace("\n\n", " . ")
    text = _QUOTED.sub(f" {GAP} ", text).replace("'s", "")
    text = re.sub(r"(?<=\d) ?[x×*] ?(?=\d)", " x ", text)
    text = re.sub(r"(?<=\w)[-–/](?=\w)", " ", text)
    text = re.sub(r"(?<=\d)(?=px|pixels?\b)", " ", text)
    text = _REMARK.sub(" ", _VALUES.sub(_named_value, text))
    text = re.sub(r"[()\[\]{}]", " , ", text)
    text = re.sub(r"([,;:!?=]|\.(?!\d)|(?<!\d)\.)", r" \1 ", text).replace("!", ".").replace("?", ".").replace("=", " ")
    text = re.sub(r"\s+", " ", text).strip() + " ."
    text = re.sub(r"\bpx\b", "pixels", text)
    text = re.sub(r"\bcentered\b", "centred", re.sub(r"\bcenter\b|\bmidpoint\b", "centre", text))
    text = re.sub(r"\bgreyscale\b", "grayscale", text)
    text = re.sub(r"\bone (below|above|under|beneath|next to|beside|on top of) the other\b", r"one \1 another", text)
    text = _NUMBER.sub(lambda found: str(NUMBERS[found[0]]), text)
    text = re.sub(r"(?<=\d) by (?=\d)", " x ", text)
    text = _SHARE.sub(_share, text)
    text = _APART.sub("apart", text)
    text = _CLAUSE.sub(lambda found: f" {CHOICE} " if _CHOICE.search(found[0]) else found[0], text)
    for denied in (_DENIAL, _LIKENESS):
        text = denied.sub(f" {GAP} ", text)
    text = _without_size(text, request)
    text = _COLOUR.sub(lambda found: COLOUR + colours.canonical(found[1] or "", found[2]).replace(" ", "_"), text)
    text = re.sub(r"\s+", " ", text)
    return Wording(
        f" {text.strip()} ", all_known(text) and len(request.prompt) <= MOST_CHARACTERS, FULL.search(text) is not None
    )


def _named_value(found: re.Match[str]) -> str:
    """Return the name of a colour that is given by its numbers; they may only stand behind its name."""
    numbers = [int(value) for value in found.group(2, 3, 4)] if found[2] else list(bytes.fromhex(found[5]))
    if max(numbers) > 255:
        return found[0]
    if found[1] and re.fullmatch(rf"(?:{'|'.join(colours.words())})\s*", found[1]):
        return found[1]
    name = colours.nearest((numbers[0], numbers[1], numbers[2]))
    return f" {name} " if name in colours.BANDS else f" {CHOICE} "


def _share(found: re.Match[str]) -> str:
    if found[3]:
        return f"{min(int(found[3][-3:]), 100) / 100:.4f}"
    return f"{int(found[1] or 1) / SHARES[found[2]]:.4f}"


def _without_size(text: str, request: Request) -> str:
    """Take out what tells the size of the whole picture."""
    rows, cols = request.size.rows, request.size.cols
    text = re.sub(rf"\b(?:with |of )?{rows} rows (?:and|x|by|,) {cols} columns\b", " ", text)
    text = re.sub(rf"\b(?:with |of )?{cols} columns (?:and|x|by|,) {rows} rows\b", " ", text)
    text = re.sub(rf"\b\d+ x \d+(?: pixels?)?((?: \w+){{0,4}} (?:{IMAGE})\b)", r"\1", text)
    same = rf"(?:{rows} x {cols}|{cols} x {rows})"
    text = re.sub(rf"\b({IMAGE}) (?:of |with |size |, |of size )?{same}(?: pixels?)?", r"\1", text)
    return re.sub(rf"^ ?(?:(?:create|draw|make|generate) )?(?:an? )?{same}(?: pixels?)? ?[,:]?", " a ", text)


def all_known(text: str) -> bool:
    """Whether every word of a text in the plain spelling is known."""
    shapes = {word for names in SHAPES.values() for word in names.replace(" ", "|").split("|")}
    nouns = shapes | set(IMAGE.split("|"))
    return all(
        word.startswith(COLOUR)
        or word[0].isdigit()
        or word in KNOWN
        or not nouns.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})
        for word in re.findall(r"[^\s.,;:]+", re.sub(r"(?<=\d) x (?=\d)|\b[xy] (?=\d)", " ", text))
    )
