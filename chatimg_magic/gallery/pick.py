"""What a family of worked drawings is made with: numbers, colours and phrases, chosen by a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from chatimg_magic.gallery.words import plain_colours
from chatimg_magic.request import Mode, Size

ATTEMPTS = 40
"""How often a number is drawn again that the request names itself."""

PALETTE = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "red": (220, 30, 30),
    "green": (30, 150, 50),
    "blue": (30, 70, 220),
    "yellow": (255, 220, 0),
    "orange": (255, 140, 0),
    "purple": (130, 40, 160),
    "pink": (255, 150, 190),
    "brown": (130, 80, 35),
    "cyan": (0, 220, 230),
    "magenta": (230, 0, 200),
    "navy": (15, 25, 90),
    "teal": (0, 128, 128),
    "gold": (255, 200, 40),
    "sky blue": (135, 200, 240),
    "light gray": (210, 210, 210),
    "dark gray": (70, 70, 70),
    "gray": (128, 128, 128),
    "dark green": (0, 90, 30),
    "dark red": (140, 10, 20),
    "beige": (240, 225, 190),
}
GREYS = {"white": 255, "black": 0, "light gray": 210, "gray": 128, "dark gray": 70}


@dataclass(frozen=True)
class Colour:
    """A colour as words say it and as code writes it; in text it is its name.

    Attributes
    ----------
    name : such as ``dark green``.
    value : such as ``(0, 90, 30)``, or ``0`` where the picture is grey.
    """

    name: str
    value: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Worked:
    """What a family makes of one choice of numbers.

    Attributes
    ----------
    exact : a request that states the numbers.
    loose : a request for such a picture without numbers.
    back : the background's colour.
    body : code below the background, one line or more, which uses exactly the numbers of ``exact``; one that makes the
        whole ``image`` stands without a background.
    """

    exact: str
    loose: str
    back: Colour
    body: str


class Pick:
    """Chooses for one worked drawing.

    Parameters
    ----------
    seed : the same seed chooses the same.
    size : of the picture.
    mode : of the picture.
    taken : numbers that the request states; the example gets others.
    ground : colour to take for the background, if any.
    avoid : colours to take only where nothing else is left.
    prefer : colours to take before all others.
    said : the request itself.
    """

    def __init__(
        self,
        seed: int,
        size: Size,
        mode: Mode,
        taken: frozenset[int] = frozenset(),
        ground: str = "",
        avoid: frozenset[str] = frozenset(),
        prefer: frozenset[str] = frozenset(),
        said: str = "",
    ) -> None:
        self._random = random.Random(seed)
        self.rows, self.cols = size.rows, size.cols
        self.side = min(size.rows, size.cols)
        self.mode = mode
        self._taken = taken
        self._ground = ground
        self._avoid, self._prefer = avoid, prefer
        self._said = said.lower()

    def number(self, low: float, high: float) -> int:
        """Return a whole number from ``low`` to ``high``, if possible none that the request states."""
        first, last = round(low), max(round(low), round(high))
        found = first
        for _ in range(ATTEMPTS):
            found = self._random.randint(first, last)
            if found not in self._taken:
                break
        return found

    def share(self, low: float, high: float, of: int | None = None) -> int:
        """Return a number of pixels between two shares of ``of`` (the shorter side), at least 1."""
        whole = self.side if of is None else of
        return max(1, self.number(low * whole, high * whole))

    def one(self, *choices: str) -> str:
        """Return one of several texts."""
        return self._random.choice(choices)

    def flip(self) -> bool:
        """Return yes or no."""
        return self._random.random() < 0.5

    def colour(self, name: str) -> Colour:
        """Return a colour of the palette by its name, written in the picture's mode (grey where it has no colours)."""
        red, green, blue = PALETTE[name]
        if self.mode is Mode.GRAY:
            level = GREYS.get(name, round(0.299 * red + 0.587 * green + 0.114 * blue))
            return Colour(name, str(level))
        return Colour(name, str((red, green, blue) if self.mode is Mode.RGB else (red, green, blue, 255)))

    def ground(self, *choices: str) -> Colour:
        """Return a colour for the background: the request's; else white or black if that is the first choice."""
        stated = colours_of(self._said)[0] if self.mode is not Mode.GRAY else ""
        return self.colour(stated or (self._ground if choices[0] == self._ground else self.one(*choices)))

    def colours(self, count: int, *but: str) -> list[Colour]:
        """Return different colours that stand out from each other, none of those named in ``but``.

        In a grey picture there are five at the most.
        """
        names = [name for name in (GREYS if self.mode is Mode.GRAY else PALETTE) if name not in but]
        self._random.shuffle(names)
        names.sort(key=lambda name: (name not in self._prefer, name in self._avoid))
        chosen = [self._ground] if self._ground in names else []
        for least in (210, 150, 90, 40, 0):
            if len(chosen) >= count:
                break
            for name in names:
                if len(chosen) < count and name not in chosen and all(_apart(name, o) >= least for o in chosen):
                    chosen.append(name)
        return [self.colour(name) for name in chosen]

    def liked(self, names: list[str]) -> list[str]:
        """Return of some colours those to take before all others, else those not to be avoided, else all."""
        return [n for n in names if n in self._prefer] or [n for n in names if n not in self._avoid] or names

    def known(self, things: dict[str, str]) -> tuple[str, list[Colour]] | None:
        """Choose a thing whose colours everybody knows, and those, where the request names a thing and no colours.

        Parameters
        ----------
        things : a name such as ``Italy`` → its colours, with commas between; the request's own is left out.
        """
        coloured = any(colours_of(self._said)) or (not self._said and self.flip())
        left = [name for name in things if name.lower() not in self._said]
        if coloured or not left or self.mode is Mode.GRAY:
            return None
        name = self.one(*left)
        return name, [self.colour(colour) for colour in things[name].split(", ")]

    def canvas(self, back: Colour) -> str:
        """Return words for an empty picture of this size, such as ``a white image (200 rows, 300 columns)``."""
        article = "an" if back.name[0] in "aeiou" else "a"
        rows, cols = self.rows, self.cols
        return self.one(
            f"{article} {back} picture, {rows} by {cols},",
            f"{article} {back} image ({rows} rows, {cols} columns)",
            f"{article} {back} picture",
            f"an image filled with {back}",
            f"a picture, {rows} rows by {cols} columns, all {back},",
        )


def _apart(one: str, other: str) -> int:
    """How far two colours are apart: the sum of what their channels differ, 0 to 765."""
    return sum(abs(a - b) for a, b in zip(PALETTE[one], PALETTE[other], strict=True))


@dataclass(frozen=True)
class Family:
    """A concept of worked drawings, made with other numbers for every request.

    Attributes
    ----------
    name : the concept.
    tags : words that ask for it, most telling first.
    modes : the modes it can be drawn in.
    make : chooses numbers and phrases.
    """

    name: str
    tags: tuple[str, ...]
    modes: frozenset[Mode]
    make: Callable[[Pick], Worked]


def family(tags: str, modes: str = "gray rgb rgba") -> Callable[[Callable[[Pick], Worked]], Family]:
    """Make a function a family; its name is the concept's.

    Parameters
    ----------
    tags : words that ask for the concept, with commas between, the most telling first.
    modes : the modes that it can be drawn in.
    """

    def named(make: Callable[[Pick], Worked]) -> Family:
        words = tuple(word.strip() for word in tags.split(","))
        return Family(make.__name__, words, frozenset(Mode(mode) for mode in modes.split()), make)

    return named


_NAMES = "|".join(sorted((re.escape(name) for name in PALETTE), key=len, reverse=True))
_COLOUR = re.compile(rf"\b({_NAMES})\b")
_GROUND = re.compile(
    rf"\b({_NAMES})\b(?=[\w ]{{0,9}}\b(?:background|image|picture|canvas|page|ground|field)\b)"
    r"|(?:\bon|(?:is|image,?|picture,?|canvas,?) all|filled with|background[:,]?(?: is| in)?)"
    rf"\s+(?:a |an |plain |solid |pure )*({_NAMES})\b"
)


def colours_of(prompt: str) -> tuple[str, frozenset[str]]:
    """Return the palette's colour that a text wants for the background, or ``""``, and the others that it names."""
    text = plain_colours(prompt.lower().replace("-", " "))
    found = _GROUND.search(text)
    ground = next((name for name in found.groups() if name), "") if found else ""
    return ground, frozenset(match[1] for match in _COLOUR.finditer(text)) - {ground}


def ground_of(prompt: str) -> tuple[str, frozenset[str]]:
    """Return what :func:`colours_of` does; for a background without a colour, white or black that is not named."""
    ground, named = colours_of(prompt)
    neutral = next((name for name in ("white", "black") if name not in named), "")
    return ground or neutral, named


def numbers(prompt: str) -> frozenset[int]:
    """Return the whole numbers that a text states in digits."""
    return frozenset(int(found) for found in re.findall(r"\d{1,6}", prompt))


def opening(size: Size) -> str:
    """Write the first lines of every such program: what it imports, the size, the grid of rows and columns."""
    return f"import numpy as np\n\nH, W = {size.rows}, {size.cols}\nyy, xx = np.mgrid[0:H, 0:W]\n"


def program(worked: Worked, size: Size, mode: Mode) -> str:
    """Write a worked drawing as the whole program that a model should answer with; its array is ``image``."""
    shape = "(H, W)" if mode is Mode.GRAY else f"(H, W, {mode.channels})"
    ground = f"image = np.full({shape}, {worked.back.value}, dtype=np.uint8)  # {worked.back}\n"
    whole = re.search(r"^image = ", worked.body, re.MULTILINE) is not None
    return f"{opening(size)}{'' if whole else ground}{worked.body.strip()}\n"
