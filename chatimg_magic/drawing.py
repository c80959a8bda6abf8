"""Attempt and Drawing: all that one cell has produced."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING

from chatimg_magic.errors import ChatImgError, clean
from chatimg_magic.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from chatimg_magic.parts import Part
    from chatimg_magic.picture import Picture


class Outcome(str, Enum):
    """What became of an attempt."""

    DRAWN = "drawn"
    UNCHECKED = "not run: no isolation"
    NO_CODE = "no code"
    CUT = "cut off"
    REFUSED = "refused"
    FAILED = "raised an exception"
    BAD_PICTURE = "not a good picture"
    STOPPED = "stopped"
    ERROR = "the model's server failed"

    @classmethod
    def _missing_(cls, value: object) -> Outcome | None:
        return cls.REFUSED if value == "refused by the policy" else None  # in older files


class Ending(str, Enum):
    """How an answer ended."""

    STOP = "stop"
    LENGTH = "length"
    FILTERED = "filtered"
    TOOL = "tool call"
    CUT_OFF = "cut off"
    TOO_LONG = "too long"

    @property
    def cut(self) -> bool:
        """Whether more of it was to come, or may have been."""
        return self not in (Ending.STOP, Ending.TOOL)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with an answer, in words that a model can act on."""

    outcome: Outcome
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Usage:
    """Tokens, as the model's server counted them, and what it charged in its own unit (0: it did not say)."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cost + other.cost,
        )


@dataclass(frozen=True)
class Timings:
    """Seconds since the request was sent."""

    first_token: float = 0.0
    answer: float = 0.0
    total: float = 0.0


@dataclass(frozen=True)
class Check:
    """Something measurable that the words of a request claim, held against a picture.

    Attributes
    ----------
    kind : such as ``count`` or ``background``.
    words : what was asked for, such as ``5 white shapes``.
    holds : whether the picture is so.
    found : what is in it instead, or ``""``.
    """

    kind: str
    words: str
    holds: bool
    found: str = ""


@dataclass(frozen=True)
class Attempt:
    """One answer of a model and all that became of it.

    Attributes
    ----------
    ended : how the answer ended.
    checks : what the request's words claim, held against the picture.
    asked : the words of a refinement, or ``""`` for an answer to the request itself.
    refines : id of the attempt that was refined, or ``""``.
    corrects : id of the attempt that the model had looked at and corrects, or ``""``.
    look : the words of the model that looked at its picture and was content, or ``""``; what that took is counted.
    """

    model: str
    provider: str = ""
    text: str = ""
    code: str = ""
    outcome: Outcome = Outcome.STOPPED
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""
    usage: Usage = field(default_factory=Usage)
    timings: Timings = field(default_factory=Timings)
    isolation: str = ""
    asked: str = ""
    refines: str = ""
    checks: tuple[Check, ...] = ()
    ended: Ending = Ending.STOP
    corrects: str = ""
    look: str = ""
    created: str = field(default_factory=lambda: datetime.now(timezone.utc).isoformat(timespec="seconds"))
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    picture: Picture | None = field(default=None, compare=False, repr=False)

    @property
    def usable(self) -> bool:
        """Whether there is code that a person may want in a cell."""
        return self.outcome in (Outcome.DRAWN, Outcome.UNCHECKED)

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that its picture does not hold."""
        return tuple(check for check in self.checks if not check.holds)


PICTURES = 20
"""How many attempts of a drawing have their pictures at hand; those of older ones would fill the memory."""


class Drawing:
    """Everything one cell has produced: its request and its attempts, one of them selected.

    Attributes
    ----------
    request : what was asked for.
    attempts : every answer, oldest first.
    inserted : front-end cell → digest of the code last put below it, so that no cell is added twice.
    """

    def __init__(self, request: Request, attempts: list[Attempt] | None = None, selected: str = "") -> None:
        self.request = request
        self.attempts: list[Attempt] = list(attempts or [])
        self.inserted: dict[str, str] = {}
        self._selected = selected

    @property
    def attempt(self) -> Attempt | None:
        """The selected attempt: the one chosen, else the newest usable one."""
        for attempt in reversed(self.attempts):  # it is mostly one of the last
            if attempt.id == self._selected:
                return attempt
        return next((a for a in reversed(self.attempts) if a.usable), None)

    @property
    def array(self) -> NDArray[np.uint8] | None:
        """The selected picture's array (uint8), or None."""
        return self.attempt.picture.array if self.attempt and self.attempt.picture else None

    @property
    def code(self) -> str:
        """The selected attempt's code, or ``""``."""
        return self.attempt.code if self.attempt else ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the selected attempt's code that drew its picture, in order; empty where that is not known."""
        from chatimg_magic.parts import parts_of

        return parts_of(self.attempt.picture, self.code) if self.attempt and self.attempt.picture else ()

    @property
    def labels(self) -> NDArray[np.uint16] | None:
        """Which part drew each pixel last (uint16, (rows, cols), from 1; 0 is none), or None."""
        return self.attempt.picture.labels if self.attempt and self.attempt.picture else None

    def at(self, row: int, col: int) -> Part | None:
        """Return the part that drew a pixel last; None for the ground, and where it is not known."""
        number = 0 if self.labels is None else int(self.labels[row, col])
        return self.parts[number - 1] if number else None

    def after(self, part: int) -> NDArray[np.uint8]:
        """Return the picture as it was after a part, from 1; 0 is before all of them. Raises BadOption."""
        from chatimg_magic.parts import after

        return after(self._drawn(), part)

    def film(self, path: str) -> Path:
        """Save the pictures after each part as one that moves, such as ``ball.gif``. Raises BadOption."""
        from chatimg_magic.parts import save_film

        return save_film(self._drawn(), path)

    def _drawn(self) -> Picture:
        if self.attempt is None or self.attempt.picture is None:
            raise NoPicture(self)
        return self.attempt.picture

    def number(self, attempt: Attempt) -> int:
        """Count an attempt's place, from 1."""
        return 1 + next(i for i, known in enumerate(self.attempts) if known.id == attempt.id)

    def add(self, attempt: Attempt) -> None:
        """Append an attempt, and select it if it is usable; only the newest :data:`PICTURES` keep their pixels."""
        self.attempts.append(attempt)
        if attempt.usable:
            self._selected = attempt.id
        for index, old in enumerate(self.attempts[:-PICTURES]):
            if old.picture is not None:
                self.attempts[index] = replace(old, picture=None)  # run again, its code draws it

    def replace(self, attempt: Attempt) -> None:
        """Put an attempt in the place of the one with the same id (a kept one that was run again)."""
        self.attempts[self.number(attempt) - 1] = attempt

    def select(self, attempt: Attempt) -> None:
        """Make an attempt the selected one."""
        self._selected = self.attempts[self.number(attempt) - 1].id

    def _repr_png_(self) -> bytes | None:
        """Show the picture in a notebook (IPython's rich display protocol)."""
        return self.attempt.picture.png() if self.attempt and self.attempt.picture else None

    def __repr__(self) -> str:
        state = self.attempt.outcome.value if self.attempt else "nothing yet"
        return f"<Drawing {self.request.prompt[:40]!r} {self.request.size} {self.request.mode.value}: {state}>"


class NoPicture(ChatImgError):
    """Every attempt failed; the drawing with all of them is kept.

    Parameters
    ----------
    drawing : what was tried.
    """

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        last = drawing.attempts[-1] if drawing.attempts else None
        if drawing.attempt is not None and not drawing.attempt.usable:
            last = drawing.attempt  # a kept one that was run again
        count = len(drawing.attempts)
        tries = "1 attempt" if count == 1 else f"{count} attempts"
        reason = last.problems[0].message if last and last.problems else "the model sent nothing"
        if last and last.outcome in (Outcome.NO_CODE, Outcome.CUT, Outcome.REFUSED):
            reason = reason.partition("; ")[0]  # what follows is advice for the model
        words = f' The model said: "{clean(last.text, 160)}"' if last and not last.code and last.text.strip() else ""
        super().__init__(
            f"No picture after {tries}: {clean(reason).rstrip('.')}.{words}",
            "Run the cell again with --fresh, describe it in other words, or name a larger --model.",
        )
