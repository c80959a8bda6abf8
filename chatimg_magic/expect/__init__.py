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
from chatimg_magic.expect.seen import Seen
from chatimg_magic.expect.things import things
from chatimg_magic.expect.wording import plain_words
from chatimg_magic.request import Request

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Check", "Expectation", "expectations", "hold"]

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
    named = things(wording)
    ground = claims.background(wording, request.mode)
    if ground:
        yield Expectation("background", f"background {ground}", colours=(ground,), detail=claims.leaves(named, wording))
    yield from claims.present(request, wording, ground)
    yield from claims_things.counts(named, wording)
    for thing in named:
        yield from claims_things.looks(thing, named, wording)
    yield from claims_things.relations(named, wording)
    yield from patterns.stripes(named, wording)
    yield from patterns.board(wording)
    yield from patterns.gradient(named, wording)
    yield from patterns.areas(named, wording)
    yield from patterns.symmetry(wording)
    yield from truths.truths(wording, request.mode, ground)
    yield from claims.only(named, wording, ground)


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
