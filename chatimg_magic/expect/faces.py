"""What is true of a face: two eyes side by side, a mouth below them that smiles or does not, and the colours of both.

Every check returns ``""`` where it holds, what is there instead where it does not, and None where nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from chatimg_magic.expect import colours
from chatimg_magic.expect.claims import NEUTRAL, Expectation
from chatimg_magic.expect.forms import fits
from chatimg_magic.expect.seen import Seen
from chatimg_magic.measure import Blob, blobs
from chatimg_magic.request import Mode


def skin(text: str) -> tuple[str, ...]:
    """Return the colour that the words give a face."""
    found = re.search(r"§(\w+)(?: (?:round|circle|circular|big|large|flat|filled))* (?:face|smiley|head)\b", text)
    colour = found[1].replace("_", " ") if found else ""
    return (colour,) if colour and colour not in NEUTRAL else ()


def _face(seen: Seen, claim: Expectation) -> tuple[Blob, tuple[Blob, ...]] | None:
    """Return the face and the features in it, the largest first."""
    for colour in (*claim.colours, "yellow", ""):
        if colour and seen.is_ground(colour):
            continue
        found = seen.blobs(colour)
        if not found or found[0].filled.sum() < 0.04 * seen.rows * seen.cols:
            continue
        face = found[0]
        inside = face.filled & ~face.mask
        features = tuple(blob for blob in blobs(inside) if blob.area >= 0.002 * face.filled.sum())
        if len(features) >= 2:
            return face, features
    return None


def _eyes_of(face: Blob, features: tuple[Blob, ...]) -> tuple[Blob, Blob] | None:
    """Return two features of about one size side by side, in the face's upper half."""
    height, width = face.height, face.width
    for index, one in enumerate(features):
        for other in features[index + 1 :]:
            level = abs(one.middle[0] - other.middle[0]) <= 0.12 * height
            apart = abs(one.middle[1] - other.middle[1]) >= 0.12 * width
            across = min(one.middle[1], other.middle[1]) < width / 2 < max(one.middle[1], other.middle[1])
            if level and apart and across and other.area >= 0.3 * one.area and one.middle[0] < 0.55 * height:
                return one, other
    return None


def has_eyes(seen: Seen, claim: Expectation) -> str | None:
    """Hold that there are two eyes side by side."""
    found = _face(seen, claim)
    if found is None:
        return "an empty face" if _empty(seen) else "a mouth and no eyes" if _eyeless(seen) else None
    return "" if _eyes_of(*found) else "no such pair of eyes"


def _round_patch(seen: Seen) -> Blob | None:
    """Return the largest thing on the ground if it is round and large enough for a face."""
    found = seen.blobs("")
    large = bool(found) and found[0].filled.sum() >= 0.04 * seen.rows * seen.cols
    return found[0] if large and fits("ellipse", found[0]) else None


def _eyeless(seen: Seen) -> bool:
    """Whether all there is in one round patch is one broad feature, across the middle of its lower half."""
    patch = _round_patch(seen)
    if patch is None:
        return False
    rgb = seen.rgb[slice(*patch.rows), slice(*patch.cols)].astype(np.int16)
    skin = np.median(rgb[patch.filled], axis=0)
    others = blobs(patch.filled & (np.abs(rgb - skin).max(axis=2) > 60))
    features = [blob for blob in others if blob.area >= 0.002 * patch.filled.sum()]
    return len(features) == 1 and features[0].middle[0] > patch.height / 2 and features[0].width > patch.width / 4


def _empty(seen: Seen) -> bool:
    """Whether all there is on the ground is one round patch of one colour."""
    if _round_patch(seen) is None:
        return False
    inside = seen.rgb[seen.mask("")].astype(np.int16)
    return bool(np.ptp(inside, axis=0).max() < 12)


def _mouth_of(seen: Seen, claim: Expectation) -> Blob | None:
    found = _face(seen, claim)
    eyes = _eyes_of(*found) if found else None
    if found is None or eyes is None:
        return None
    below = [p for p in found[1] if p not in eyes and p.middle[0] > max(eye.middle[0] for eye in eyes)]
    middle = [p for p in below if abs(p.middle[1] - found[0].width / 2) < 0.15 * found[0].width and p.width > p.height]
    return max(middle, key=lambda blob: blob.width, default=None)


def has_mouth(seen: Seen, claim: Expectation) -> str | None:
    """Hold that there is a mouth below the eyes."""
    found = _face(seen, claim)
    eyes = _eyes_of(*found) if found else None
    if found is None or eyes is None:
        return None
    lowest = max(eye.middle[0] for eye in eyes)
    if len(found[1]) < 3:
        face = found[0]
        other = face.filled & ~face.mask
        other[: round(lowest + max(eye.height for eye in eyes))] = False
        bare = other.sum() < LEAST_MOUTH * face.filled.sum() and fits("ellipse", face)
        return "no mouth to speak of" if bare else None
    below = [p for p in found[1] if p not in eyes and p.middle[0] > lowest]
    middle = [p for p in below if abs(p.middle[1] - found[0].width / 2) <= p.width / 2 + 0.1 * found[0].width]
    return "" if middle else "no mouth in the middle" if below else "nothing below the eyes"


def _bend(mouth: Blob) -> float:
    """Return how much lower its middle hangs than its ends, as a share of its width."""
    rows = np.arange(mouth.height)[:, None]
    lower = np.where(mouth.filled, rows, -1).max(axis=0)
    upper = np.where(mouth.filled, rows, mouth.height).min(axis=0)
    end, half = max(1, mouth.width // 12), mouth.width // 2
    near = np.s_[half - end : half + end + 1]
    middle = (lower[near].mean() + upper[near].mean()) / 2
    ends = [(lower[edge].mean() + upper[edge].mean()) / 2 for edge in (np.s_[:end], np.s_[-end:])]
    return float((middle - np.mean(ends)) / mouth.width)


def smiles(seen: Seen, claim: Expectation) -> str | None:
    """Hold that the mouth does not turn down."""
    mouth = _mouth_of(seen, claim)
    if mouth is None or mouth.width < 12:
        return None
    return "" if _bend(mouth) > -0.03 else "the mouth turns down"


def curves_up(seen: Seen, claim: Expectation) -> str | None:
    """Hold that the ends of the mouth are higher than its middle."""
    mouth = _mouth_of(seen, claim)
    if mouth is None or mouth.width < 12:
        return None
    return "" if _bend(mouth) > 0.01 else "it is not"


def is_round(seen: Seen, claim: Expectation) -> str | None:
    """Hold that the face is round."""
    found = _face(seen, claim)
    if found is None or found[0].border:
        return None
    return "" if fits("ellipse", found[0]) else "it is not round"


def frowns(seen: Seen, claim: Expectation) -> str | None:
    """Hold that the mouth does not turn up."""
    mouth = _mouth_of(seen, claim)
    if mouth is None or mouth.width < 12:
        return None
    return "" if _bend(mouth) < 0.03 else "the mouth turns up"


_LOOKS = r"(?:(?:big|small|large|round|oval|circular|filled|solid|simple|curved|smiling|wide|thin|thick|open|happy) )*"
_OWN_COLOUR = {
    "eyes": rf"§(\w+) {_LOOKS}eyes\b|\beyes(?: and (?:an? )?{_LOOKS}mouth)? (?:are |in )§(\w+) [.,]",
    "mouth": rf"§(\w+) {_LOOKS}(?:eyes and (?:an? )?{_LOOKS})?mouth\b|"
    r"\bmouth (?:is |in )§(\w+) [.,]|\beyes and (?:an? )?mouth (?:are |in )§(\w+) [.,]",
}
LEAST_MOUTH = 0.006
"""Of a face's area, all that is drawn below its eyes together."""
LEAST_COLOURED = 0.15
"""Of an eye, as a share: white ones with a black pupil may be called black."""


def own_colours(text: str, mode: Mode) -> Iterator[Expectation]:
    """Claim the colours that the words (in the plain spelling) give the eyes and the mouth."""
    for feature, pattern in _OWN_COLOUR.items():
        found = {word.replace("_", " ") for groups in re.findall(pattern, text) for word in groups if word}
        if len(found) == 1 and (mode is not Mode.GRAY or found <= set(NEUTRAL)):
            colour = found.pop()
            yield Expectation("feature", f"{colour} {feature}", colours=skin(text), detail=f"{feature} {colour}")


def hold_feature(seen: Seen, claim: Expectation) -> str | None:
    """Hold the colour of eyes or mouth against a picture."""
    feature, _, colour = claim.detail.partition(" ")
    found = _face(seen, claim)
    both = _eyes_of(*found) if found else None
    mouth = _mouth_of(seen, claim)
    features = both if feature == "eyes" else (mouth,) if mouth else None
    if found is None or features is None:
        return None
    row, col = found[0].rows[0], found[0].cols[0]
    for blob in features:
        box = np.s_[row + blob.rows[0] : row + blob.rows[1], col + blob.cols[0] : col + blob.cols[1]]
        pixels = seen.rgb[box][blob.filled]
        if colours.mask(seen.keys[box], colour)[blob.filled].mean() < LEAST_COLOURED:
            red, green, blue = (int(value) for value in np.median(pixels, axis=0))
            return f"{colours.nearest((red, green, blue))} {feature}"
    return ""
