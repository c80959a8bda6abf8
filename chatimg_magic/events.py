"""What happens while drawing, as data: every view consumes these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from chatimg_magic.drawing import Attempt, Drawing

if TYPE_CHECKING:
    from chatimg_magic.picture import Picture


LOOKS = "looks at it…"
"""The stage in which a model looks at what it drew."""


@dataclass(frozen=True)
class Started:
    """An attempt begins: who answers, and which try this is (from 1); or who ``looks`` at an attempt, and which."""

    model: str
    number: int
    looks: bool = False


@dataclass(frozen=True)
class Progress:
    """A stage that takes a while, in a few words, such as ``loading model…``."""

    stage: str


@dataclass(frozen=True)
class Wrote:
    """The model wrote a piece of its answer."""

    text: str


@dataclass(frozen=True)
class Grew:
    """The code so far, run in the sandbox while the model still writes, gives this picture."""

    picture: Picture


@dataclass(frozen=True)
class Ended:
    """An attempt is over, well or not; it is in the drawing already."""

    attempt: Attempt


@dataclass(frozen=True)
class Of:
    """Something happened to one of several candidates, counted from 0."""

    candidate: int
    event: Started | Progress | Wrote | Grew | Ended


@dataclass(frozen=True)
class Finished:
    """The drawing is done: selected attempt or none; of several candidates, the best attempt of each."""

    drawing: Drawing
    candidates: tuple[Attempt, ...] = ()


Event: TypeAlias = Started | Progress | Wrote | Grew | Ended | Of | Finished
