"""Turns of phrase that several families share: numbers as words, articles, and how wide a disc is."""

from __future__ import annotations

from chatimg_magic.gallery.pick import Pick

_WORDS = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()


def spelled(number: int) -> str:
    """Return a number as a word, such as ``three``; in digits above sixteen."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


def ordinal(number: int) -> str:
    """Return ``first`` to ``ninth`` for 1 to 9."""
    return "first second third fourth fifth sixth seventh eighth ninth".split()[number - 1]


def a(thing: object) -> str:
    """Return a thing with its article, such as ``an orange``."""
    return f"{'an' if str(thing)[0] in 'aeiou' else 'a'} {thing}"


def listed(things: list[int]) -> str:
    """Return numbers as a sentence lists them, such as ``4, 8 and 12``."""
    return f"{', '.join(map(str, things[:-1]))} and {things[-1]}"


def across(p: Pick, radius: int) -> tuple[str, str]:
    """Return words for how wide a disc is, and the code of its radius, which has the number of the words."""
    if p.flip():
        return p.one(f"of radius {radius}", f"with a radius of {radius} pixels"), f"{radius}  # radius"
    diameter = 2 * radius
    return p.one(f"{diameter} pixels across", f"{diameter} px in diameter"), f"{diameter} / 2  # half the diameter"
