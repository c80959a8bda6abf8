"""What families of things share: proportions in pixels, colours by name and articles."""

from __future__ import annotations

from chatimg_magic.gallery.pick import GREYS, Colour, Pick
from chatimg_magic.request import Mode


def pixels(whole: float, *shares: float) -> list[int]:
    """Return shares of a length in whole pixels, each at least 1."""
    return [max(1, round(share * whole)) for share in shares]


def named(p: Pick, *choices: str) -> list[Colour]:
    """Return one colour from each of several choices such as ``white|sky blue``, the first for the background.

    In a grey picture they are the nearest greys, none taken twice, so there can be at most five of them.
    """
    back = p.ground(*choices[0].split("|"))
    others = (choice.split("|") for choice in choices[1:])
    chosen = [back, *(p.colour(p.one(*p.liked([n for n in names if n != back.name] or names))) for names in others)]
    if p.mode is not Mode.GRAY:
        return chosen
    left, found = dict(GREYS), []
    for colour in chosen:
        nearest = min(left, key=lambda grey: abs(left[grey] - int(colour.value)))
        found.append(Colour(nearest, str(left.pop(nearest))))
    return found
