"""The form in which a drawing is kept: lines of JSON, of which a later one counts more than an earlier one.

The first line is the request; then comes a line for every attempt and, after each change, one for the choice among
them. What others may have written is made fit to show here, where it is read.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from chatimg_magic.drawing import Attempt, Check, Drawing, Ending, Outcome, Problem, Timings, Usage
from chatimg_magic.errors import harmless
from chatimg_magic.request import Request

VERSION = 2
MOST_TEXT = 1_000_000
"""Characters of an answer, its code and what it printed; the rest is cut, and code as long is refused in any case."""
MOST_WORDS = 4_000
"""Characters of anything else that is said of an attempt."""
MOST_SAID = 200
"""Problems, notes and checks of an attempt, and cells that a drawing is remembered in."""
MOST_NUMBER = 1e12
WORN_BYTES = 65_536
"""A smaller file is not worth tidying."""

_TEXTS = ("text", "code", "printed")
_WORDS = ("model", "provider", "isolation")
_LATER_WORDS = ("asked", "refines", "corrects", "look")  # not in older files
_COUNTED = {"prompt_tokens": int, "completion_tokens": int, "cost": float}
_HALVES = re.compile(r"[\ud800-\udfff]")


class Newer(ValueError):
    """A file in a format that is not known yet."""


@dataclass
class Kept:
    """What a file holds.

    Attributes
    ----------
    request : what was asked for.
    attempts : by their ids.
    selected : id of the chosen one, or ``""``.
    inserted : front-end cell → digest of the code last put below it.
    appendable : whether more may be written at its end; not to a file in the old format, or one that is mostly worn.
    """

    request: Request
    attempts: dict[str, Attempt] = field(default_factory=dict)
    selected: str = ""
    inserted: dict[str, str] = field(default_factory=dict)
    appendable: bool = True

    def drawing(self) -> Drawing:
        """Return it as a drawing, the oldest attempt first."""
        drawing = Drawing(self.request, sorted(self.attempts.values(), key=lambda a: a.created), self.selected)
        drawing.inserted = dict(self.inserted)
        return drawing

    def news(self, drawing: Drawing) -> list[Attempt]:
        """Return a drawing's attempts but for those that are the very same; a save must not look into each."""
        known = self.attempts.get
        return [attempt for attempt in drawing.attempts if known(attempt.id) is not attempt]

    def lacks(self, drawing: Drawing, news: list[Attempt], choose: bool = False) -> bytes:
        """Return the lines that bring it up to date with a drawing; with ``choose`` also a choice that is not new."""
        lines = [_line(attempt_to_data(attempt)) for attempt in news if not self._equal(attempt)]
        selected = drawing.attempt.id if drawing.attempt else ""
        inserted = {cell: code for cell, code in drawing.inserted.items() if self.inserted.get(cell) != code}
        if choose or inserted or selected != self.selected:
            lines.append(_line({"selected": selected, "inserted": inserted}))
        return b"".join(lines)

    def take(self, drawing: Drawing, news: list[Attempt]) -> None:
        """Take over what is new in a drawing."""
        self.attempts |= {attempt.id: attempt for attempt in news}
        self.selected = drawing.attempt.id if drawing.attempt else ""
        self.inserted |= drawing.inserted

    def lines(self) -> bytes:
        """Return the whole file anew."""
        head = {"chatimg": VERSION, "file": uuid.uuid4().hex, "request": self.request.to_json()}
        drawing = self.drawing()
        return _line(head) + Kept(self.request).lacks(drawing, drawing.attempts, choose=True)

    def _equal(self, attempt: Attempt) -> bool:
        """Whether an attempt is known, but for its picture."""
        known = self.attempts.get(attempt.id)
        return known is not None and (known == attempt or attempt_to_data(known) == attempt_to_data(attempt))

    def read(self, entry: dict[str, Any]) -> str:
        """Take a line's entry; return what it is about: an attempt's id, or ``""`` for the choice."""
        if "id" in entry:
            attempt = attempt_from_data(entry)
            self.attempts[attempt.id] = attempt
            return attempt.id
        self.selected = _words(entry["selected"])
        self.inserted |= {_words(cell): _words(code) for cell, code in _first(entry["inserted"].items())}
        return ""


def read(data: bytes) -> Kept:
    """Read a file, in this format or in the first one.

    A last line without its end was being written when something broke, and is left out unless it is whole.

    Raises
    ------
    Newer
        If it is in a format that is not known yet.
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError
        If it is anything else.
    """
    first, *rest = data.split(b"\n")
    try:
        head = json.loads(first.decode())
    except ValueError:
        head = json.loads(data.decode())  # the first format spreads one value over many lines
    version = head["chatimg"]
    if version == 1:
        return _read_first(head)
    if version != VERSION:
        problem = Newer if isinstance(version, int) and version > VERSION else ValueError
        raise problem(f"it was written in format {version!r}, this version reads up to {VERSION}")
    kept = Kept(Request.from_json(head["request"]))
    *lines, last = rest or [b""]
    sizes = {kept.read(json.loads(line.decode())): len(line) for line in lines if line.strip()}
    if last and (entry := _whole(last)) is not None:
        kept.read(entry)
    kept.appendable = len(data) < max(WORN_BYTES, 2 * (len(first) + sum(sizes.values())))
    return kept


def _whole(last: bytes) -> Any:
    try:
        return json.loads(last.decode())
    except (ValueError, RecursionError):
        return None


def _read_first(data: dict[str, Any]) -> Kept:
    """Read the first format: one object."""
    kept = Kept(Request.from_json(data["request"]), appendable=False)
    for attempt in data["attempts"]:
        kept.read({**attempt})
    kept.read({"selected": str(data["selected"]), "inserted": data["inserted"]})
    return kept


def attempt_to_data(attempt: Attempt) -> dict[str, Any]:
    """Return an attempt as plain data: everything but the pixels."""
    data = {each.name: getattr(attempt, each.name) for each in fields(attempt) if each.name != "picture"}
    data |= {name: data[name][:MOST_TEXT] for name in _TEXTS}
    data["outcome"], data["ended"] = attempt.outcome.value, attempt.ended.value
    data["problems"] = [{**vars(p), "outcome": p.outcome.value} for p in attempt.problems]
    data["notes"] = list(attempt.notes)
    data["checks"] = [dict(vars(check)) for check in attempt.checks]
    data["usage"] = dict(vars(attempt.usage))
    data["timings"] = {name: round(value, 3) for name, value in vars(attempt.timings).items()}
    return data


def attempt_from_data(data: dict[str, Any]) -> Attempt:
    """Rebuild an attempt; raises KeyError, TypeError, ValueError or ArithmeticError on other data."""
    known: dict[str, Any] = {name: _text(data[name]) for name in _TEXTS}
    known |= {name: _words(data[name]) for name in _WORDS}
    known |= {name: _words(data.get(name, "")) for name in _LATER_WORDS}
    if not data["id"]:
        raise ValueError("an attempt has no id")
    return Attempt(
        **known,
        outcome=Outcome(data["outcome"]),
        ended=Ending(data.get("ended", "stop")),
        problems=tuple(
            Problem(Outcome(p["outcome"]), _words(p["message"]), None if p["line"] is None else int(p["line"]))
            for p in _first(data["problems"])
        ),
        notes=tuple(_words(note) for note in _first(data["notes"])),
        checks=tuple(  # absent in older files
            Check(_words(c["kind"]), _words(c["words"]), bool(c["holds"]), _words(c["found"]))
            for c in _first(data.get("checks", ()))
        ),
        usage=Usage(**{name: _COUNTED[name](_number(value)) for name, value in data["usage"].items()}),
        timings=Timings(**{name: _number(value) for name, value in data["timings"].items()}),
        created=_words(data["created"]),
        id=_words(data["id"]),
    )


def _line(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode() + b"\n"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("an attempt's texts must be strings")
    cut = value[:MOST_TEXT]
    return cut if cut.isascii() else _HALVES.sub("\ufffd", cut)


def _words(value: Any) -> str:
    return harmless(_text(value)[:MOST_WORDS])


def _number(value: Any) -> float:
    number = float(value)
    if not 0 <= number <= MOST_NUMBER:
        raise ValueError(f"{number} is no count")
    return number


def _first(values: Iterable[Any]) -> list[Any]:
    return list(values)[:MOST_SAID]
