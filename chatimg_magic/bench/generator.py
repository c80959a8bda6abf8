"""Prompts made by a seed, as many as wanted, so that nothing can be tuned to the fixed ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.scene import INKS, Scene
from chatimg_magic.bench.spec import USUAL, Draws, Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_PER_LEVEL = 1000
"""Prompts of one seed and level; a prompt's number is the seed's thousands plus its place."""

LEVELS = (1, 2, 3, 4, 6)
"""Those that prompts can be made for."""

T = TypeVar("T")


class Roll:
    """Chooses the numbers and the words of one prompt.

    Parameters
    ----------
    seed : the same text chooses the same.
    """

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def number(self, low: int, high: int, step: int = 1) -> int:
        """Return a whole number from ``low`` to ``high``."""
        return self._random.randrange(low, high + 1, step)

    def number_but(self, low: int, high: int, avoided: int, apart: int) -> int:
        """Return a whole number from ``low`` to ``high`` that is at least ``apart`` from another one."""
        return self.one(*(n for n in range(low, high + 1) if abs(n - avoided) >= apart))

    def one(self, *choices: T) -> T:
        """Return one of several things."""
        return self._random.choice(choices)

    def some(self, count: int, *choices: T) -> list[T]:
        """Return several different ones, in any order."""
        return self._random.sample(choices, count)

    def inks(self, count: int, *but: str) -> list[str]:
        """Return different colours; a light background is not next to another light one."""
        return self.some(count, *(name for name in INKS if name not in ("white", "black", *but)))

    def back(self) -> str:
        """Return the colour of a background."""
        return self.one("white", "black")

    def sides(self, low: int, high: int, *, square: bool = False) -> Size:
        """Return a size whose sides are multiples of eight."""
        rows = self.number(low, high, 8)
        return Size(rows, rows if square else self.number(low, high, 8))


@dataclass(frozen=True)
class Made:
    """What a kind of prompt makes of one roll: see :class:`chatimg_magic.bench.spec.Spec`."""

    prompt: str
    size: Size
    mode: Mode
    judge: Callable[[Checker], None]
    reference: Callable[[], NDArray[Any]]
    wrong: Mapping[str, Draws]
    equal: Mapping[str, Draws] = field(default_factory=dict)


Kind = Callable[[Roll], Made]


def an(word: str) -> str:
    """Return a word with its indefinite article, such as ``an orange``."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def of_scenes(prompt: str, right: Scene, wrong: Mapping[str, Scene], equal: Mapping[str, Scene] | None = None) -> Made:
    """Make a prompt whose right answer is one scene."""
    return Made(
        prompt,
        right.size,
        Mode.GRAY if right.gray else Mode.RGB,
        right.judge,
        right.paint,
        {name: scene.paint for name, scene in wrong.items()},
        {name: scene.paint for name, scene in (equal or {}).items()},
    )


def generated(seed: int, per_level: int, levels: Iterable[int] = USUAL) -> tuple[Spec, ...]:
    """Make prompts; the same seed makes the same ones, and an id stands for one prompt for ever.

    Parameters
    ----------
    seed : 0 or more; two seeds have hardly a prompt in common.
    per_level : how many of each level, 1 to 1000; the kinds take turns.
    levels : which of :data:`LEVELS`; for others none are made.

    Raises
    ------
    ValueError
        If a number is out of its range.
    """
    if seed < 0 or not 1 <= per_level <= MOST_PER_LEVEL:
        raise ValueError(f"seed {seed} must be at least 0, and {per_level} a level from 1 to {MOST_PER_LEVEL}")
    made = [level for level in LEVELS if level in set(levels)]
    return tuple(_spec(level, seed, place) for level in made for place in range(per_level))


def find(spec_id: str) -> Spec | None:
    """Return the generated prompt that an id stands for; None if there is none."""
    parts = re.fullmatch(r"g([1-46])_([0-9]{1,12})_[a-z_]+", spec_id)
    if parts is None:
        return None
    seed, place = divmod(int(parts[2]), MOST_PER_LEVEL)
    found = _spec(int(parts[1]), seed, place)
    return found if found.id == spec_id else None


def _spec(level: int, seed: int, place: int) -> Spec:
    kinds: tuple[Kind, ...] = import_module(f"chatimg_magic.bench.generated{level}").KINDS
    kind, number = kinds[(seed + place) % len(kinds)], MOST_PER_LEVEL * seed + place
    made = kind(Roll(f"{level}/{number}"))
    return Spec(
        id=f"g{level}_{number}_{kind.__name__}",
        level=level,
        prompt=made.prompt,
        size=made.size,
        mode=made.mode,
        judge=made.judge,
        reference=made.reference,
        equal=made.equal,
        wrong=made.wrong,
    )
