"""Is a picture as asked? What the words of a request claim that can be measured, held against the picture.

What is not understood is not claimed: a false alarm on a right picture is worse than a fault that nobody notices.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from chatimg_magic.drawing import Check
from chatimg_magic.expect import checks, checks_places, checks_whole, claims, claims_things, faces, patterns, truths
from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.named import named
from chatimg_magic.expect.seen import Seen
from chatimg_magic.expect.things import things
from chatimg_magic.expect.undrawn import undrawn
from chatimg_magic.expect.wording import plain_words
from chatimg_magic.picture import Picture
from chatimg_magic.request import Request

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Check", "Expectation", "as_asked", "expectations", "hold"]

MOST = 24
"""Claims of one request."""
HOW = {
    **checks.CHECKS,
    **checks_places.CHECKS,
    **checks_whole.CHECKS,
    "object": truths.hold_truth,
    "feature": faces.hold_feature,
}


@lru_cache(maxsize=32)
def expectations(request: Request) -> tuple[Expectation, ...]:
    """Return what a request's words claim, each claim once, at most 24; never raises."""
    return tuple({(claim.kind, claim.words): claim for claim in _claims(request)}.values())[:MOST]


def _claims(request: Request) -> Iterator[Expectation]:
    wording = plain_words(request)
    found = things(wording)
    ground = claims.background(wording, request.mode)
    if ground:
        yield Expectation("background", f"background {ground}", colours=(ground,), detail=claims.leaves(found, wording))
    yield from claims.present(request, wording, ground)
    yield from claims_things.counts(found, wording)
    for thing in found:
        yield from claims_things.looks(thing, found, wording)
    yield from claims_things.relations(found, wording)
    yield from patterns.stripes(found, wording)
    yield from patterns.board(wording)
    yield from patterns.gradient(found, wording)
    yield from patterns.areas(found, wording)
    yield from patterns.symmetry(wording)
    yield from truths.truths(wording, request.mode, ground)
    yield from claims.only(found, wording, ground)


def hold(request: Request, pixels: NDArray[np.uint8]) -> tuple[Check, ...]:
    """Hold a request's claims against a picture; what cannot be told is left out; never raises.

    Parameters
    ----------
    request : what was asked for.
    pixels : uint8, (rows, cols) or (rows, cols, 3 or 4); nothing is said of other shapes.
    """
    claimed = expectations(request)
    if not claimed or pixels.size == 0 or not (pixels.ndim == 2 or (pixels.ndim == 3 and pixels.shape[2] in {1, 3, 4})):
        return ()
    ground = next((claim.colours[0] for claim in claimed if claim.kind == "background"), "")
    seen = Seen(pixels, claims.colours_named(plain_words(request)), ground)
    results = ((claim, HOW[claim.kind](seen, claim)) for claim in claimed)
    return tuple(Check(claim.kind, claim.words, not found, found) for claim, found in results if found is not None)


def as_asked(request: Request, code: str, picture: Picture, unseen: tuple[int, ...] = ()) -> tuple[Check, ...]:
    """Hold a picture and the code that drew it against a request's words; never raises.

    Parameters
    ----------
    request : what was asked for.
    code : that drew the picture.
    picture : with the labels of the code's parts, if they are known.
    unseen : lines of the parts that left no pixel.
    """
    said: dict[str, Check] = {}
    for check in (*hold(request, picture.array), *named(request, code, picture)):
        if check.words not in said or said[check.words].holds:  # of two with the same words the one that fails counts
            said[check.words] = check
    return (*said.values(), *undrawn(code, request.name, unseen))
