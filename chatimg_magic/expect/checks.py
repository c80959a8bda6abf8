"""Holding claims about single things against a picture: how many, of what shape and size.

Every check returns ``""`` where the claim holds, what is there instead where it does not, and None where the picture
does not let anybody tell. One thing that fits is enough: what else there is, is not the claim's business.
"""

from __future__ import annotations

from collections.abc import Callable

from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.forms import fits, lengths, looks_like, thickness, together
from chatimg_magic.expect.seen import Seen
from chatimg_magic.expect.things import Thing

SMALL = 12
"""Nobody can tell the shape of what is smaller, in pixels."""


STANDS_OUT = frozenset({"circle", "square", "triangle", "star", "heart", "diamond"})
"""Shapes that are none where they have the background's colour; of others the background may be a part."""


def tolerance(value: float, seen: Seen) -> float:
    """Return how far a length may be off, in pixels."""
    return max(3.0, 0.04 * value) + seen.step - 1


def thing_of(claim: Expectation) -> Thing:
    """Return what a claim is about; only claims about things may be asked."""
    assert claim.thing is not None
    return claim.thing


def _count(seen: Seen, claim: Expectation) -> str | None:
    thing, wanted = thing_of(claim), int(claim.values[0])
    found = seen.of(thing)
    if found is None or (not found and thing.colour and seen.is_ground(thing.colour)):
        swallowed = wanted == 1 and thing.shape in STANDS_OUT and found is not None and seen.ground_share >= 0.6
        return f"the background is {thing.colour} itself" if swallowed else None
    if claim.detail == "by shape":
        found = tuple(blob for blob in found if min(blob.height, blob.width) < SMALL or fits(thing.shape, blob))
    slack = 0.1 * wanted if wanted >= 15 and claim.detail == "about" else 0
    return "" if abs(len(found) - wanted) <= slack else thing.counted(len(found)) if found else f"no {thing.name}"


def _alike(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found or len(found) < 2:
        return None
    areas = [blob.area for blob in found]
    return "" if max(areas) <= 1.35 * min(areas) + 2 * min(areas) ** 0.5 else "the sizes differ"


def _shape(seen: Seen, claim: Expectation) -> str | None:
    thing = thing_of(claim)
    found = seen.of(thing)
    if not found:
        return None
    whole = [blob for blob in found if min(blob.height, blob.width) >= SMALL and not blob.border]
    if len(whole) < len(found):
        return None
    right = sum(fits(thing.shape, blob, claim.detail) for blob in whole)
    if right * 2 >= min(len(whole), max(1, thing.number)):
        return ""
    if claim.detail and any(fits("triangle", blob) for blob in whole):
        return "it points another way"
    return looks_like(whole[0], seen.step)


def _hollow(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found or min(found[0].height, found[0].width) < SMALL:
        return None
    return "" if any(blob.hole >= 0.1 for blob in found) else "it is filled"


def _solid(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found or min(found[0].height, found[0].width) < SMALL:
        return None
    return "" if any(blob.hole < 0.5 for blob in found) else "only an outline"


def _size(seen: Seen, claim: Expectation) -> str | None:
    thing, measure = thing_of(claim), claim.detail
    found = seen.of(thing)
    if not found or (measure in {"radius", "diameter"} and thing.shape not in {"circle", "dot", "ring"}):
        return None
    wanted = tuple(value * (2 if measure == "radius" else 1) for value in claim.values)
    for blob in (*found, together(found)):
        if measure == "box":
            pairs: list[tuple[float, ...]] = [(blob.height, blob.width), (blob.width, blob.height)]
        else:
            pairs = lengths(blob, measure, thing.shape)
        for sides in pairs:
            targets = wanted if len(wanted) == len(sides) else wanted * len(sides)
            allowed = [
                max(2.0, 0.3 * t) + seen.step - 1 if measure == "thickness" else tolerance(t, seen) for t in targets
            ]
            if all(abs(a * seen.step - b) <= c for a, b, c in zip(sides, targets, allowed, strict=True)):
                return ""
    if measure == "thickness":
        return f"{thickness(found[0]) * seen.step:.0f} pixels thick"
    return f"{found[0].width * seen.step} x {found[0].height * seen.step} pixels"


def _share(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    measure, _, whole = claim.detail.partition(" ")
    wanted = claim.values[0] * (seen.cols if whole == "width" else seen.rows)
    allowed = tolerance(wanted, seen)
    for blob in (*found, together(found)):
        sides = {"width": [blob.width], "height": [blob.height]}.get(measure, [blob.width, blob.height])
        if all(abs(length - wanted) <= allowed for length in sides):
            return ""
    return f"{found[0].width * seen.step} x {found[0].height * seen.step} pixels"


CHECKS: dict[str, Callable[[Seen, Expectation], str | None]] = {
    "count": _count,
    "alike": _alike,
    "shape": _shape,
    "hollow": _hollow,
    "solid": _solid,
    "size": _size,
    "share": _share,
}
"""By the kind of the claim."""
