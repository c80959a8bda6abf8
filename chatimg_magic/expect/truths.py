"""What is true of practically every right picture of a thing that people ask for by name.

A truth is claimed only where the words plainly name the thing and nothing in them says otherwise. It is weak on
purpose: eyes above the mouth, red above green; where a picture does not let anybody tell, it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from chatimg_magic.expect import faces
from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.forms import fits
from chatimg_magic.expect.seen import Seen
from chatimg_magic.expect.wording import GAP, Wording
from chatimg_magic.measure import blobs
from chatimg_magic.request import Mode

Check = Callable[[Seen, Expectation], "str | None"]

FLAT = 8
"""A line with so many colours or fewer shades nothing."""


@dataclass(frozen=True)
class Truth:
    """One thing that is true of a kind of picture.

    Attributes
    ----------
    named : what the words must say.
    unless : what they must not say.
    words : what is claimed, for people.
    check : returns ``""``, what is there instead, or None.
    colour : the colour it is about; nothing is claimed where the words give the thing another one.
    """

    named: str
    unless: str
    words: str
    check: Check
    colour: str = ""


def _order(above: str, below: str, ground: bool = False) -> Check:
    """Hold that the middle of one colour is higher than that of another; ``ground``: they may be the background."""

    def check(seen: Seen, claim: Expectation) -> str | None:
        heights = []
        for colour in (above, below):
            mask = seen.mask(colour)
            if mask.mean() < 0.004 or (seen.is_ground(colour) and not ground):
                return None
            heights.append(float(np.nonzero(mask)[0].mean()))
        return "" if heights[0] < heights[1] else f"{below} above {above}"

    return check


def _there(colour: str, least: float = 0.002) -> Check:
    """Hold that there is some of a colour."""

    def check(seen: Seen, claim: Expectation) -> str | None:
        return "" if seen.all_of(colour).mean() >= least else f"nothing {colour}"

    return check


def _lined_ball(seen: Seen, claim: Expectation) -> str | None:
    mask = seen.all_of("orange")
    if mask.mean() < 0.02:
        return "no orange ball"
    rows, cols = np.nonzero(mask)
    height, width = int(np.ptp(rows)) + 1, int(np.ptp(cols)) + 1
    if abs(height - width) > 0.15 * max(height, width) or min(height, width) < 12:
        return None
    inner = seen.rgb[
        rows.min() + height // 4 : rows.max() - height // 4, cols.min() + width // 4 : cols.max() - width // 4
    ]
    light = inner.max(axis=2).astype(np.int16)
    return "" if (light < np.median(light) - 35).mean() > 0.005 else "no lines on it"


def _heart(seen: Seen, claim: Expectation) -> str | None:
    found = seen.blobs(claim.colours[0] if claim.colours else "")
    if not found or found[0].border or found[0].area < 0.02 * seen.rows * seen.cols or seen.ground_share < 0.6:
        return None
    heart = found[0].filled
    if (heart & heart[:, ::-1]).sum() < 0.8 * (heart | heart[:, ::-1]).sum():
        return "its halves differ"
    third = max(1, found[0].height // 3)
    if heart[:third].sum() <= 1.25 * heart[-third:].sum():
        return "it is not wider at the top"
    return "it is round" if fits("circle", found[0]) else ""


def _snowman(seen: Seen, claim: Expectation) -> str | None:
    if seen.is_ground("white"):
        return None
    found = seen.blobs("white")
    if not found or found[0].border or found[0].area < 0.02 * seen.rows * seen.cols:
        return None
    both = [blob for blob in found if blob.area > 0.1 * found[0].area]
    top, bottom = min(p.rows[0] for p in both), max(p.rows[1] for p in both)
    third = max(1, (bottom - top) // 3)
    mask = seen.mask("white")
    widths = [int(mask[a : a + third].any(axis=0).sum()) for a in (top, bottom - third)]
    return "" if widths[0] < widths[1] else "it is not smaller at the top"


def _night(seen: Seen, claim: Expectation) -> str | None:
    upper = seen.rgb[: max(1, seen.rows // 3)]
    return "" if float(np.median(upper.max(axis=2))) < 180 else "it is light"


def _sun(seen: Seen, claim: Expectation) -> str | None:
    """Hold that there is something besides colours that change from row to row."""
    rows = np.ptp(seen.rgb, axis=1).max(axis=1) > 40
    return "" if rows.mean() > 0.04 else "no sun"


def _ringed(seen: Seen, claim: Expectation) -> str | None:
    """Hold that a walk from the middle to an edge crosses several rings."""
    row = seen.rgb[seen.rows // 2, seen.cols // 2 :].astype(np.int16).sum(axis=1)
    low, high = int(row.min()), int(row.max())
    if high - low < 60:
        return "no rings"
    light, keys = row > (low + high) / 2, seen.keys[seen.rows // 2, seen.cols // 2 :]
    flat = len(np.unique(keys)) <= FLAT  # two colours of a ring may be equally light
    changes = max(np.count_nonzero(line[1:] != line[:-1]) for line in ([light, keys] if flat else [light]))
    return "" if changes >= 3 else "no rings around each other"


def _wheels(seen: Seen, claim: Expectation) -> str | None:
    thing = seen.mask("")
    if seen.ground_share < 0.6 or seen.is_ground("black") or thing.mean() < 0.03:
        return None
    rows = np.nonzero(thing)[0]
    dark = blobs(seen.all_of("black") | seen.all_of("dark gray"))
    wheels = [blob for blob in dark if blob.area >= 0.01 * thing.sum()]
    middle = (rows.min() + rows.max()) / 2
    low = [blob for blob in wheels if blob.middle[0] > middle]
    return "" if len(low) >= 2 or any(blob.width > 0.6 * seen.cols for blob in low) else "no wheels below"


_OTHERWISE = re.compile(
    r"\b(?:upside|rotated|tilted|sideways|lying|abstract|silhouette|outline|sketch|"
    r"pixel art|line art|negative|inverted)\b"
)
_ANIMAL = (
    "cat|dog|bear|panda|frog|pig|lion|monkey|owl|mouse|rabbit|bunny|fox|tiger|fish|penguin|pumpkin|robot|clock|sun|moon|"
    "monster|ghost|snowman|cyclops|alien"
)
_NOT_EYES = rf"{_ANIMAL}|snout|beak|ears|wink\w*|glasses|sunglasses|profile|hearts?|closed|pirate|eye patch"
_FACE = r"smiley|(?:happy|smiling|cheerful) (?:\w+ ){0,2}face|face (?:that|which) smiles|(?:smiling|smile|happy) emoji"
_FEATURED = rf"{_FACE}|2 (?:\w+ ){{0,2}}eyes\b.*\b(?:mouth|smile)"
_SAD = "sad face|frowning face|frowny|unhappy face|sad smiley|frowning smiley|sad emoji"
_LIGHTS = "traffic ?lights?"
_STREET = r"horizontal\w*|pedestrian|road|car|street|off"
_GROWTH = (
    r"autumn|bare|dead|palm|cherry|christmas|grass\w*|lawn|hills?|fields?|meadow|ground|forest|apples?|house|"
    r"snow\w*|trees"
)
_CARS = "black|top view|above|front|rear|racing|cars|road|train|cable|card|dark|toy"
_PALE = r"autumn|dry|snow\w*|night|dead|brown|poison|dart|tree frog|prince"

TRUTHS = (
    Truth(_FEATURED, _NOT_EYES, "two eyes side by side", faces.has_eyes),
    Truth(_FEATURED, _NOT_EYES, "mouth below the eyes", faces.has_mouth),
    Truth(_FACE, rf"{_NOT_EYES}|sad|frown\w*|unhappy|angry|surprised|neutral", "a smiling mouth", faces.smiles),
    Truth(
        "smiling mouth|curved smile|corners (?:turned )?up|upturned mouth",
        _NOT_EYES,
        "the mouth curved upwards",
        faces.curves_up,
    ),
    Truth(rf"round face|face circle|circular face|{_FACE}", rf"{_NOT_EYES}|square", "a round face", faces.is_round),
    Truth(_SAD, _NOT_EYES, "two eyes side by side", faces.has_eyes),
    Truth(_SAD, rf"{_NOT_EYES}|happy|smiling", "a mouth that turns down", faces.frowns),
    Truth("basketball", "hoop|court|net|player|team|flat", "an orange ball with dark lines", _lined_ball, "orange"),
    Truth(_LIGHTS, _STREET, "red light above the yellow one", _order("red", "yellow")),
    Truth(_LIGHTS, _STREET, "red light above the green one", _order("red", "green")),
    Truth(_LIGHTS, _STREET, "yellow light above the green one", _order("yellow", "green")),
    Truth(
        "blue sky",
        r"night|reflect\w*|water|sea|lake|river|mountains?|rainbow",
        "sky above grass",
        _order("blue", "green", ground=True),
    ),
    Truth("blue sky", "night|sunset|sunrise", "something blue", _there("sky blue"), "blue"),
    Truth("tree", _GROWTH, "crown above the trunk", _order("green", "brown")),
    Truth(
        "heart", "hearts|broken|human|anatomical|rate|card|half|ace|arrow|shaped", "a heart, wider at the top", _heart
    ),
    Truth("snowman", r"melt\w*|snowmen", "a snowman, smaller at the top", _snowman),
    Truth("sunset|sunrise|sun", r"gradient|colou?rs|palette|from|light|behind|no|without", "a sun", _sun),
    Truth("night sky|starry night|starry sky", "day|sunset|dawn|dusk|bright", "a dark sky", _night),
    Truth(
        r"concentric circles|concentric rings|ripples|water rings|circles (?:with)?in(?:side)? circles|"
        r"rings around the (?:centre|middle)|(?:target|bullseye) of (?:\w+ )?rings",
        r"corner|centred at|around row|two|2|off|shell|gradient",
        "rings around each other",
        _ringed,
    ),
    Truth("car", _CARS, "dark wheels below", _wheels),
    Truth("bananas?|lemons?", "split|leaf|peel|green|unripe|lime|tree", "something yellow", _there("yellow"), "yellow"),
    Truth("strawberry|strawberries|tomato|tomatoes", "green|unripe|plant|cake", "something red", _there("red"), "red"),
    Truth("stop sign|fire engine|fire truck", "white|green", "something red", _there("red"), "red"),
    Truth("carrots?|pumpkins?|tangerines?", "green|white|cake", "something orange", _there("orange"), "orange"),
    Truth("cactus|broccoli|cucumber|frog|lawn|meadow", _PALE, "something green", _there("green"), "green"),
)


def truths(wording: Wording, mode: Mode, ground: str = "") -> Iterator[Expectation]:
    """Claim what is true of what the words name; the colour of the ``ground`` says nothing of a thing on it."""
    text = wording.text
    coloured_text = re.sub(rf"§{ground.replace(' ', '_')}\b", "", text) if ground else text
    if _OTHERWISE.search(text):
        return
    for index, truth in enumerate(TRUTHS):
        if GAP in text and truth.check is not _ringed:  # rings stay rings, whatever they are like
            continue
        found = re.search(rf"\b(?:{truth.named})\b", text.replace("§", "").replace("_", " "))
        if found is None or re.search(rf"\b(?:{truth.unless})\b", text.replace("§", "").replace("_", " ")):
            continue
        coloured = tuple(c.replace("_", " ") for c in re.findall(rf"§(\w+)(?: \w+)? (?:{truth.named})\b", text))
        if mode is Mode.GRAY and (
            truth.colour
            or truth.check is _wheels
            or truth.check is _night
            or "light" in truth.words
            or "crown" in truth.words
        ):
            continue
        if truth.colour and re.search(r"§(?!white|black)", coloured_text) and f"§{truth.colour}" not in text:
            continue
        yield Expectation("object", truth.words, colours=faces.skin(text) or coloured, detail=str(index))
        if truth.check is faces.has_eyes:
            yield from faces.own_colours(text, mode)


def hold_truth(seen: Seen, claim: Expectation) -> str | None:
    """Hold one of the truths against a picture."""
    return TRUTHS[int(claim.detail)].check(seen, claim)
