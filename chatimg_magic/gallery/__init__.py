"""Worked drawings: the nearest go along with a request as examples.

Each piece is a data file ``pieces/*.py``: three header lines (prompt, tags, mode), then plain NumPy that draws at any
size that its line ``H, W = …`` names.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from chatimg_magic.request import Mode, Request

FOLDER = Path(__file__).with_name("pieces")
_SIZE = re.compile(r"^H, W = \d+, \d+$", re.M)
_HEADER = re.compile(r"# prompt: (.+)\n# tags: (.+)\n# mode: (gray|rgb|rgba)\n")
_COMMON = frozenset(
    "a an the of on in at with and or to from by for its it is as image picture draw drawing create make background "
    "pixels pixel size simple".split()
)
_MINOR = frozenset(
    "black white red green blue yellow orange purple pink brown grey gray cyan magenta teal violet cream dark light "
    "bright golden gold silver middle center centre top bottom left right upper lower above below corner large small "
    "big little one two three four five".split()
)
"""Colours, places and numbers: they say little about how a thing is drawn."""
MINOR_WEIGHT = 0.15
_NEIGHBOURS = {
    "smiley": "face",
    "emoji": "face",
    "smile": "face",
    "person": "face head",
    "ball": "sphere shaded",
    "basketball": "ball sphere",
    "football": "ball sphere",
    "target": "ring concentric",
    "bullseye": "ring concentric",
    "circle": "disc",
    "dot": "disc",
    "checkerboard": "tile grid gingham",
    "chessboard": "tile grid gingham",
    "stripe": "bar",
    "line": "bar diagonal",
    "car": "bus truck vehicle",
    "tree": "palm plant leaf",
    "forest": "leaf plant",
    "sun": "sunset sky",
    "beach": "sea island",
    "ocean": "sea",
    "city": "skyscraper building",
    "building": "house",
    "boat": "ship sea",
    "dog": "cat face animal",
    "bird": "owl animal",
    "galaxy": "star planet",
    "fractal": "julia",
    "heart": "curve shape",
}
"""Words that pieces know, for words that they do not."""
_DEFAULTS = (
    "house",
    "triangle_on_square",
    "two_overlapping_discs",
    "ring",
    "concentric_squares",
    "play_button",
    "leaf",
)
"""What goes along with a prompt that shares no word with any piece."""
TAG_WEIGHT = 0.6


@dataclass(frozen=True)
class Piece:
    """One worked drawing."""

    name: str
    prompt: str
    tags: tuple[str, ...]
    mode: Mode
    code: str


@lru_cache(maxsize=1)
def pieces() -> tuple[Piece, ...]:
    """Read the gallery, in the order of the file names."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.py")))


def _read(path: Path) -> Piece:
    text = path.read_text(encoding="utf-8")
    header = _HEADER.match(text)
    if header is None or not _SIZE.search(text):
        raise ValueError(f"the gallery's piece {path.name} has no proper header or size line")
    tags = tuple(tag.strip() for tag in header[2].split(","))
    return Piece(path.stem, header[1].strip(), tags, Mode(header[3]), text[header.end() :].strip("\n") + "\n")


def words(text: str) -> list[str]:
    """Split a text into comparable words: lower case, plural endings dropped, fillers left out."""
    found = re.findall(r"[a-z]+", text.lower())
    return [_stem(word) for word in found if word not in _COMMON and len(word) > 1]


def _stem(word: str) -> str:
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("s", "")):
        if len(word) > 3 and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


@lru_cache(maxsize=1)
def _rarity() -> dict[str, float]:
    """How much a word says: the logarithm of how few pieces have it."""
    seen = Counter(word for piece in pieces() for word in frozenset().union(*_vocabulary(piece)))
    return {word: math.log((1 + len(pieces())) / count) for word, count in seen.items()}


def nearest(prompt: str, mode: Mode, count: int) -> list[Piece]:
    """Choose worked drawings by shared words, weighted by rarity; the best first.

    Only pieces of the same mode: an example with other channels would teach the wrong shape.
    """
    said = set(words(prompt))
    wanted = said | {word for name in said for word in words(_NEIGHBOURS.get(name, ""))}

    def score(piece: Piece) -> tuple[float, bool]:
        title, tags = _vocabulary(piece)
        total = sum(map(_weight, wanted & title)) + TAG_WEIGHT * sum(map(_weight, wanted & tags))
        return total / math.sqrt(1 + len(title)), piece.name in _DEFAULTS

    fitting = [piece for piece in pieces() if piece.mode is mode]
    return sorted(fitting, key=score, reverse=True)[:count]


@cache
def _vocabulary(piece: Piece) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a piece's prompt, and those that only its tags have."""
    title = frozenset(words(piece.prompt))
    return title, frozenset(words(" ".join(piece.tags))) - title


def _weight(word: str) -> float:
    return _rarity().get(word, 0.0) * (MINOR_WEIGHT if word in _MINOR else 1.0)


def fitted(piece: Piece, request: Request) -> str:
    """Rewrite a piece for the size and the variable name that are asked for."""
    code = _SIZE.sub(f"H, W = {request.size.rows}, {request.size.cols}", piece.code, count=1)
    if request.name == "image":
        return code
    if re.search(rf"\b{request.name}\b", code):  # the piece has a part of that name
        return f"{code}{request.name} = image\n"
    return re.sub(r"\bimage\b", request.name, code)
