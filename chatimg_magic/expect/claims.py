"""Reading from a request's words what can be measured in a picture; what is not understood is not claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatimg_magic.expect.things import Thing
from chatimg_magic.expect.wording import IMAGE, Wording
from chatimg_magic.request import Mode, Request

_MIXED = re.compile(r"\b(gradient|fad\w+|blend\w*|channels?|glow\w*|hue|spectrum|outside|iterations|everywhere)\b")
_CHANNEL = re.compile(r"§(?:red|green|blue) (?:from|value|component|increas\w+|grow\w+|goes|rises|is \d)")
NEUTRAL = ("white", "black", "gray", "light gray", "dark gray", "silver", "charcoal")


@dataclass(frozen=True)
class Expectation:
    """One claim of a request.

    Attributes
    ----------
    kind : what is claimed, such as ``background``, ``count`` or ``relation``.
    words : what was asked for, for people, such as ``5 white shapes``.
    thing, other, third : what the claim is about.
    values : its numbers, in pixels or shares.
    colours : its colours, in the order of the words.
    detail : what the kind still leaves open, such as a direction.
    """

    kind: str
    words: str
    thing: Thing | None = None
    other: Thing | None = None
    third: Thing | None = None
    values: tuple[float, ...] = ()
    colours: tuple[str, ...] = ()
    detail: str = ""


def colours_named(wording: Wording) -> tuple[str, ...]:
    """Return every colour that the words name, each once."""
    return tuple(dict.fromkeys(word.replace("_", " ") for word in re.findall(r"§(\w+)", wording.text)))


def background(wording: Wording, mode: Mode) -> str:
    """Return the colour that the words give the background, or ``""``; in a grey picture only a grey one."""
    text = wording.text
    explicit = re.search(r"\b(?:background|backdrop)\b", text) is not None
    if wording.full and (
        not explicit or re.search(r"\b(gradient|stripes?|striped|border|frame|checker\w*|chess\w*)\b", text)
    ):
        return ""
    patterns = [
        r"(?<!and )(?<!, )§(\w+) (?:flat |plain |solid )?(?:background|backdrop)\b",
        r"\b(?:background|backdrop)(?: is| of| in| :| ,| colour| should be| must be| filled with)* §(\w+)",
    ]
    if not explicit:
        patterns += [
            rf"\b(?:rest of the (?:{IMAGE})|everything else)(?: is| stays| remains| must be| shall be)* §(\w+)",
            rf"(?:paint|make|fill) the (?:whole |entire )?(?:{IMAGE})(?: with| in| completely)* §(\w+)(?= [.,;])",
            rf"(?<!and )(?<!, )§(\w+) (?:{IMAGE})\b(?! of (?:an? )?§)",
            r"(?:^|(?:^| )(?!§)\S+) on (?:an? )?§(\w+)(?= [.,;]| with\b| and\b| whose\b| that\b| at\b| in\b| an?\b)",
            rf"^[^.§]{{0,60}}\b(?:{IMAGE})[^.§]{{0,20}} (?:filled|fill it)(?: entirely| completely)? with §(\w+)",
        ]
    found = {match[1].replace("_", " ") for pattern in patterns for match in re.finditer(pattern, text)}
    several = re.search(rf"§\w+ (?:and|,) §\w+ (?:{IMAGE})\b", text) is not None
    colour = found.pop() if len(found) == 1 and not several else ""
    return colour if mode is not Mode.GRAY or colour in NEUTRAL else ""


def only(all_things: tuple[Thing, ...], wording: Wording, ground: str) -> Iterator[Expectation]:
    """Claim that there is no large area of a colour that nobody named."""
    if not wording.plain or wording.full or not ground or not all_things:
        return
    if all(thing.colours or thing.known for thing in all_things):
        named_colours = colours_named(wording)
        yield Expectation("only", f"only {' and '.join(named_colours)}", colours=named_colours)


def leaves(all_things: tuple[Thing, ...], wording: Wording) -> str:
    """Return ``between`` where what is drawn may leave little of the background, else ``""``."""
    many = any(thing.several and not thing.number for thing in all_things)
    return "between" if many or re.search(r"\b(?:soft|smooth|blur\w*|random\w*|clouds?)\b", wording.text) else ""


def present(request: Request, wording: Wording, ground: str) -> Iterator[Expectation]:
    """Claim that the colours are there that the words name."""
    if _MIXED.search(wording.text) or _CHANNEL.search(wording.text):
        return
    for colour in colours_named(wording):
        if colour != ground and (request.mode is not Mode.GRAY or colour in NEUTRAL):
            yield Expectation("colour", f"something {colour}", colours=(colour,))
