"""Which worked drawings go along with a request: those whose concepts its words name.

Texts are compared as weighted bags of words (the cosine of tf-idf vectors: Salton and Buckley, "Term-weighting
approaches in automatic text retrieval", 1988). Colours and numbers count little: they are exchanged anyway.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from chatimg_magic import gallery
from chatimg_magic.gallery.families import families
from chatimg_magic.gallery.pick import PALETTE, Family, Pick, Worked, ground_of, numbers, program
from chatimg_magic.gallery.words import OTHER_THINGS, PLACES, alike, bag, coloured, weight, without_size, worded
from chatimg_magic.request import Mode, Request, Size

VOICES = 6
"""How often a family speaks to have its words known."""
TAG, TITLE, SAID = 1.0, 0.8, 0.6
"""What a word counts: among the first tags, in the name or among the other tags, in what the family says."""
FIRST_TAGS = 3
LATER, LEAST = 0.1, 0.4
"""What each word before it takes from a word's weight, and what is left at least."""
DAMPING = 0.5
"""How much a concept is held down for having many words: 1 makes the comparison a cosine, 0 a sum."""
COVERED = 0.45
"""What is left of a word's weight once an example has it: the next one shall teach something else."""
ENOUGH = 0.1
"""Of a request's words, by weight, so much may be in no example: another one would only distract."""
PIECE = 0.6
"""Free pieces have no exact numbers: they come behind a family that fits as well."""

TOLD, UNTOLD = 1.1, 0.78
"""What it counts that a word of the concept's name is in the request, and that it is not."""
PLACED, UNPLACED = 1.3, 0.93
"""The same of a word for a direction or a relation, which a request may leave open but means if it says it."""
OTHERWISE = 0.5
"""The same of a word, unsaid, that makes it another thing, such as an outline."""
_COUNTS = dict.fromkeys(PLACES, (PLACED, UNPLACED)) | dict.fromkeys(OTHER_THINGS, (TOLD, OTHERWISE))

TURNS = 12
"""How often a family is made for a request; the one that is asked for most nearly in its own words goes along."""

Vector = Mapping[str, float]


@dataclass(frozen=True)
class Example:
    """A worked drawing as it goes along: what was asked, and the program that answered."""

    name: str
    prompt: str
    code: str


@dataclass(frozen=True)
class _Entry:
    family: Family | None
    piece: gallery.Piece | None
    modes: frozenset[Mode]
    vector: Vector
    name: frozenset[str]

    @property
    def title(self) -> str:
        """What the family or the piece is called."""
        return (self.family or self.piece).name  # type: ignore[union-attr]


@lru_cache(maxsize=256)
def examples(request: Request, count: int, sample: int = 0, exact: bool = True) -> tuple[Example, ...]:
    """Choose worked drawings for a request, the nearest first.

    Parameters
    ----------
    request : families are made at its size, in its mode and on its background, with other numbers than it states.
    count : how many at most; a first answer gets no more than cover its request's words.
    sample : another one gets other examples: first the same concepts made anew, then without the best lead. An even
        one keeps off the colours that the request names, an odd one takes just those.
    exact : whether families may be chosen, else only free pieces.
    """
    found = _nearest(request, count, sample, exact)
    return tuple(_example(entry, request, sample, number) for number, entry in enumerate(found))


def named(request: Request, count: int, sample: int = 0, exact: bool = True) -> tuple[str, ...]:
    """Name what :func:`examples` chooses, without making it."""
    return tuple(entry.title for entry in _nearest(request, count, sample, exact))


def _nearest(request: Request, count: int, sample: int, exact: bool) -> list[_Entry]:
    fitting = [entry for entry in _entries() if request.mode in entry.modes and (exact or entry.piece)]
    return _chosen(request, fitting, count, skip=sample // 2, enough=ENOUGH if exact and not sample else 0.0)


def _chosen(request: Request, left: list[_Entry], count: int, skip: int, enough: float) -> list[_Entry]:
    said = bag(request.prompt, request.size)
    wanted = missing = _query(said)
    chosen: list[_Entry] = []
    while left and len(chosen) < count:
        ranked = sorted(left, key=lambda entry: -_fit(wanted, said, entry))
        best = ranked[min(skip, len(ranked) - 1) if not chosen else 0]
        if _fit(wanted, said, best) <= 0:
            break
        chosen.append(best)
        left = [entry for entry in left if entry.name != best.name]  # a piece may have a family's name
        wanted = {word: value * (COVERED if word in best.vector else 1.0) for word, value in wanted.items()}
        missing = {word: value for word, value in missing.items() if word not in best.vector}
        if sum(value**2 for value in missing.values()) < enough:
            break
    return chosen


def _fit(wanted: Vector, said: Mapping[str, None], entry: _Entry) -> float:
    """How well an entry fits a request: the cosine, mended by how much of its name is said."""
    cosine = sum(value * entry.vector[word] for word, value in wanted.items() if word in entry.vector)
    if not cosine:
        return 0.0
    for word in entry.name:
        told, untold = _COUNTS.get(word, (TOLD, UNTOLD))
        cosine *= told if word in said else untold
    return cosine * (1.0 if entry.family else PIECE)


def _query(said: Iterable[str]) -> Vector:
    """Weigh the words of a request: what is named first is what it is about."""
    rarity, before, found = _rarity(), 0.0, {}
    for word in said:
        found[word] = rarity.get(word, 0.0) * weight(word) * max(LEAST, 1 - LATER * before)
        before += weight(word)
    return _unit(found)


@lru_cache(maxsize=1)
def _entries() -> tuple[_Entry, ...]:
    rarity = _rarity()
    return tuple(
        _Entry(
            family,
            piece,
            modes,
            _damped({word: value * rarity[word] * weight(word) for word, value in said.items()}),
            frozenset(bag(name.replace("_in_", " inside ").replace("_", " "), Size(1, 1))),
        )
        for family, piece, modes, said in _documents()
        for name in ((family or piece).name,)  # type: ignore[union-attr]
    )


@lru_cache(maxsize=1)
def _rarity() -> dict[str, float]:
    """How much a word says: the logarithm of how few worked drawings have it."""
    documents = _documents()
    seen = Counter(word for *_, said in documents for word, value in said.items() if value >= SAID / 2)
    return {word: math.log((1 + len(documents)) / max(1, seen[word])) for *_, said in documents for word in said}


@lru_cache(maxsize=1)
def _documents() -> tuple[tuple[Family | None, gallery.Piece | None, frozenset[Mode], dict[str, float]], ...]:
    """Return the words of each family and each piece, and what they count there."""
    of_families = [(family, None, family.modes, _said_by_family(family)) for family in families()]
    of_pieces = [(None, piece, frozenset({piece.mode}), _said_by_piece(piece)) for piece in gallery.pieces()]
    return (*of_families, *of_pieces)


def _said_by_family(family: Family) -> dict[str, float]:
    said: dict[str, float] = {}
    size, mode = Size(200, 300), sorted(family.modes)[-1]
    for seed in range(VOICES):
        worked = family.make(Pick(seed, size, mode))
        for text in (worked.exact, worked.loose):
            for word in bag(text, size):
                said[word] = min(SAID, said.get(word, 0.0) + SAID / VOICES)
    for number, tag in enumerate((*family.tags, family.name.replace("_", " "))):
        for word in bag(tag, size):
            said[word] = max(said.get(word, 0.0), TAG if number < FIRST_TAGS else TITLE)
    return said


def _said_by_piece(piece: gallery.Piece) -> dict[str, float]:
    size = Size(1, 1)
    said = {word: TITLE for tag in piece.tags for word in bag(tag, size)}
    return said | dict.fromkeys(bag(piece.prompt, size), TAG)


def _unit(vector: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(value**2 for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else {}


def _damped(vector: Mapping[str, float]) -> Vector:
    """Divide by a power of the length, so that a concept with many words is found by one of them."""
    length = math.sqrt(sum(value**2 for value in vector.values())) ** DAMPING
    return {word: value / length for word, value in vector.items()} if length else {}


def _example(entry: _Entry, request: Request, sample: int, number: int) -> Example:
    if entry.piece is not None:
        return Example(entry.piece.name, entry.piece.prompt, gallery.fitted(entry.piece, request))
    assert entry.family is not None
    rest = without_size(request.prompt.lower(), request.size)
    made = (
        _made(entry.family, request, sample, f"{number}/{turn}", bool(re.search(r"\d", rest))) for turn in range(TURNS)
    )
    prompt, worked = max(made, key=lambda pair: alike(pair[0], request.prompt))
    if rest != request.prompt.lower() and prompt == without_size(prompt, request.size):
        prompt = (
            f"{request.size.rows} rows by {request.size.cols} columns: {prompt}"  # it says which numbers are the size
        )
    code = gallery.renamed(program(worked, request.size, request.mode), request.name)
    code = re.sub(r"#.*", lambda comment: coloured(comment[0], request.prompt), code)
    return Example(entry.family.name, prompt, code)


def _made(family: Family, request: Request, sample: int, turn: str, exact: bool) -> tuple[str, Worked]:
    """Make a family for a request; return what asks for it, with or without numbers, and what was made."""
    seed = int.from_bytes(hashlib.sha256(f"{request.prompt}/{sample}/{turn}".encode()).digest()[:4], "big")
    ground, named = ground_of(request.prompt)
    own = sample % 2 == 1 or request.mode is Mode.GRAY  # with five levels there is nothing to exchange them for
    shades = frozenset(name for name in PALETTE if name.split()[-1] in named)  # else red comes out dark red
    avoid, prefer = (frozenset[str](), named) if own else (named | shades, frozenset[str]())
    worked = family.make(
        Pick(seed, request.size, request.mode, numbers(request.prompt), ground, avoid, prefer, request.prompt)
    )
    return worded(coloured(worked.exact if exact else worked.loose, request.prompt), request.prompt), worked
