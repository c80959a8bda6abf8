"""Holding claims about the whole picture against it: colours, stripes, boards, gradients, areas, symmetry.

Checks return what those of :mod:`chatimg_magic.checks` do.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.expect import colours
from chatimg_magic.expect.checks import thing_of
from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.seen import Seen
from chatimg_magic.measure import run_lengths

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLOSE = 24
"""Values of a channel that count as the same."""


def _background(seen: Seen, claim: Expectation) -> str | None:
    colour = claim.colours[0]
    ring = np.concatenate([seen.keys[0], seen.keys[-1], seen.keys[:, 0], seen.keys[:, -1]])
    least = 0.08 if claim.detail == "between" else 0.45
    if colours.mask(ring[None], colour).mean() >= 0.3 or seen.all_of(colour).mean() >= least:
        return ""
    return colours.nearest(seen.ground)


def _present(seen: Seen, claim: Expectation) -> str | None:
    there = int(seen.all_of(claim.colours[0]).sum())
    return "" if there >= max(1, 0.0001 * seen.keys.size / seen.step) else f"nothing {claim.colours[0]}"


def _only(seen: Seen, claim: Expectation) -> str | None:
    unnamed = np.ones(seen.keys.shape, bool)
    for colour in claim.colours:
        unnamed &= ~seen.all_of(colour)
    if unnamed.mean() <= 0.04:
        return ""
    red, green, blue = (int(value) for value in np.median(seen.rgb[unnamed], axis=0))
    return f"{unnamed.mean():.0%} {colours.nearest((red, green, blue))}"


def _frame(seen: Seen, claim: Expectation) -> str | None:
    mask = seen.all_of(thing_of(claim).colour)
    edges = [mask[0], mask[-1], mask[:, 0], mask[:, -1]]
    if min(float(edge.mean()) for edge in edges) < 0.85:
        return "not on every edge"
    if not claim.values or mask.mean() > 0.9:
        return ""
    row, col = mask[seen.rows // 2], mask[:, seen.cols // 2]
    depths = [int(np.argmin(line)) * seen.step for line in (row, row[::-1], col, col[::-1])]
    allowed = max(2.0, 0.15 * claim.values[0]) + seen.step - 1
    wrong = [depth for depth in depths if abs(depth - claim.values[0]) > allowed]
    return f"{wrong[0]} pixels" if wrong else ""


def _constant(rgb: NDArray[np.uint8]) -> float:
    """Return the share of pixels that look like the median of their row, 0 to 1."""
    thin = rgb[:: max(1, rgb.shape[0] // 128), :: max(1, rgb.shape[1] // 128)].astype(np.int16)
    middle = np.median(thin, axis=1, keepdims=True)
    return float((np.abs(thin - middle).max(axis=2) <= CLOSE).mean())


def _turned(seen: Seen, direction: str) -> NDArray[np.uint8]:
    """Return the picture so that its stripes are horizontal."""
    return seen.rgb if direction == "horizontal" else seen.rgb.transpose(1, 0, 2)


def _stripes(seen: Seen, claim: Expectation) -> str | None:
    rows, cols = _constant(seen.rgb), _constant(seen.rgb.transpose(1, 0, 2))
    if claim.detail == "diagonal":
        return "horizontal" if rows >= 0.97 else "vertical" if cols >= 0.97 else ""
    if len(_bands(_profile(seen, claim.detail))) < 2:
        return f"no {claim.detail} stripes"
    along, across = (rows, cols) if claim.detail == "horizontal" else (cols, rows)
    if along >= 0.85 or along > across + 0.15:
        return ""
    other = {"horizontal": "vertical", "vertical": "horizontal"}[claim.detail]
    return other if across >= 0.85 else f"no {claim.detail} stripes"


def _profile(seen: Seen, direction: str) -> NDArray[np.uint8]:
    """Return the median colour of every row (of every column, where stripes are vertical)."""
    turned = _turned(seen, direction)
    return np.asarray(np.median(turned[:, :: max(1, turned.shape[1] // 64)], axis=1), dtype=np.uint8)


def _bands(profile: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """Return first and last position of every band of one colour; a single blurred line is none."""
    changes = np.nonzero(np.abs(np.diff(profile.astype(np.int16), axis=0)).max(axis=1) > CLOSE)[0] + 1
    edges = [0, *changes.tolist(), len(profile)]
    return [(a, b) for a, b in pairwise(edges) if b - a >= 2 or len(changes) > len(profile) // 3]


def _stripe_lengths(seen: Seen, claim: Expectation) -> list[tuple[int, ...]]:
    """Return the widths of the stripes of each colour, and those of all."""
    profile = _profile(seen, claim.detail)
    bands = _bands(profile)
    lengths = [tuple(b - a for a, b in bands)]
    keys = colours.coarse(profile[None])
    named = claim.thing.colours if claim.thing is not None else ()
    lengths += [run_lengths(colours.mask(keys, name)[0]) for name in named]
    if not named:
        ground = profile[bands[0][0]] if bands else profile[0]
        lengths.append(tuple(b - a for a, b in bands if np.abs(profile[a].astype(np.int16) - ground).max() > CLOSE))
    return lengths


def _stripe_count(seen: Seen, claim: Expectation) -> str | None:
    if _stripes(seen, claim):
        return None
    lengths = _stripe_lengths(seen, claim)
    numbers = [len(widths) for widths in lengths]
    if len(numbers) > 2:
        numbers.append(sum(numbers[1:]))
    if claim.values[0] in numbers or claim.values[0] == numbers[0] - 1:
        return ""
    return f"{numbers[1] if len(numbers) == 2 else numbers[0]} stripes"


def _stripe_width(seen: Seen, claim: Expectation) -> str | None:
    if _stripes(seen, claim):
        return None
    medians = [float(np.median(widths)) * seen.step for widths in _stripe_lengths(seen, claim) if widths]
    wanted = claim.values[0]
    if not medians or any(abs(value - wanted) <= max(1.5, 0.1 * wanted) + seen.step - 1 for value in medians):
        return "" if medians else None
    return f"{medians[-1]:.0f} pixels"


def _order(seen: Seen, claim: Expectation) -> str | None:
    if _stripes(seen, claim):
        return None
    profile = _profile(seen, claim.detail)
    middles = np.array([profile[(first + last) // 2] for first, last in _bands(profile)], np.uint8)
    keys = colours.coarse(middles[None])
    masks = [(name, colours.mask(keys, name, claim.colours)[0]) for name in claim.colours]
    found = [name for spot in range(len(middles)) for name, mask in masks if mask[spot]]
    seen_order = [name for name, previous in zip(found, ["", *found], strict=False) if name != previous]
    return "" if tuple(seen_order) == claim.colours else ", ".join(seen_order[:8]) or "other colours"


def _colour(value: NDArray[np.uint8]) -> tuple[int, int, int]:
    red, green, blue = (int(channel) for channel in value)
    return red, green, blue


def _light(seen: Seen) -> NDArray[np.float64]:
    return np.asarray(seen.rgb @ np.array([0.299, 0.587, 0.114]), dtype=np.float64)


def _board_runs(seen: Seen) -> tuple[list[int], list[int]]:
    """Return the lengths of the runs along rows and along columns, by the line where most lines agree."""
    light = _light(seen)
    dark = light < (light.min() + light.max()) / 2
    found = []
    for plane in (dark, dark.T):
        lines = plane[:: max(1, len(plane) // 64)]
        changes = [np.nonzero(np.diff(line.astype(np.int8)))[0] + 1 for line in lines]
        usual = int(np.median([len(change) for change in changes]))
        line = next((change for change in changes if len(change) == usual), changes[0])
        found.append(np.diff([0, *line.tolist(), plane.shape[1]]).tolist())
    return found[0], found[1]


def _board(seen: Seen, claim: Expectation) -> str | None:
    if max(claim.values) * 2 > min(seen.rows, seen.cols):
        return None
    along_row, along_column = _board_runs(seen)
    rows, cols = len(along_column), len(along_row)
    wanted = tuple(int(value) for value in claim.values)
    return "" if wanted in {(rows, cols), (cols, rows)} else f"{rows} x {cols} squares"


def _board_side(seen: Seen, claim: Expectation) -> str | None:
    if claim.values[0] < 2 * seen.step:
        return None
    sides = [float(np.median(runs)) * seen.step for runs in _board_runs(seen)]
    if all(abs(side - claim.values[0]) <= 1.5 + seen.step - 1 for side in sides):
        return ""
    return f"squares of {sides[0]:.0f} pixels"


def _near(value: NDArray[np.float64], name: str) -> float:
    return float(np.abs(value - np.array(colours.band(name).typical)).sum())


def _is(value: NDArray[np.float64], name: str, other: str) -> bool:
    key = colours.coarse(np.clip(value, 0, 255).astype(np.uint8).reshape(1, 1, 3))
    return bool(colours.mask(key, name)[0, 0]) or _near(value, name) < _near(value, other)


def _gradient(seen: Seen, claim: Expectation) -> str | None:
    rgb = seen.rgb.astype(np.float32)
    if claim.detail == "radial":
        r, c, k = seen.rows // 2, seen.cols // 2, max(1, min(seen.rows, seen.cols) // 20)
        inner = rgb[max(0, r - k) : r + k, max(0, c - k) : c + k].reshape(-1, 3).mean(axis=0)
        outer = np.mean([rgb[:k, :k].mean(axis=(0, 1)), rgb[-k:, -k:].mean(axis=(0, 1))], axis=0)
        return _ends(inner, outer, claim.colours, "in the centre")
    by_row, by_col = rgb.mean(axis=1), rgb.mean(axis=0)
    spans = [float(np.ptp(plane, axis=0).max()) for plane in (by_row, by_col)]
    horizontal = claim.detail in {"left to right", "right to left", "horizontal"}
    along, across = (spans[1], spans[0]) if horizontal else spans
    if across > max(30.0, along):
        return f"{'vertical' if horizontal else 'horizontal'}"
    if along < 30:
        return "no gradient"
    if not claim.colours:
        return ""
    profile = by_col if horizontal else by_row
    if claim.detail in {"right to left", "bottom to top"}:
        profile = profile[::-1]
    k = max(1, len(profile) // 40)
    result = _ends(profile[:k].mean(axis=0), profile[-k:].mean(axis=0), claim.colours, "at the start")
    if not result and set(claim.colours) == {"black", "white"}:
        light = profile.mean(axis=1) * (1 if claim.colours[0] == "black" else -1)
        if (np.diff(light) < -4).mean() > 0.02 or float(np.maximum.accumulate(light).max() - light[-1]) > 12:
            return "it goes up and down"
    return result


def _ends(first: NDArray[np.float64], last: NDArray[np.float64], wanted: tuple[str, ...], where: str) -> str:
    if _is(first, wanted[0], wanted[1]) and _is(last, wanted[1], wanted[0]):
        return ""
    return f"{colours.nearest(_colour(np.clip(first, 0, 255).astype(np.uint8)))} {where}"


def _area(seen: Seen, claim: Expectation) -> str | None:
    top, bottom, left, right, least = claim.values
    inset = 0.02
    rows = np.s_[int((top + inset) * seen.rows) : max(1, int((bottom - inset) * seen.rows))]
    cols = np.s_[int((left + inset) * seen.cols) : max(1, int((right - inset) * seen.cols))]
    keys = seen.keys[rows, cols]
    if not keys.size or colours.mask(keys, claim.colours[0]).mean() >= least:
        return "" if keys.size else None
    return colours.nearest(_colour(np.median(seen.rgb[rows, cols].reshape(-1, 3), axis=0).astype(np.uint8)))


def _corner(seen: Seen, claim: Expectation) -> str | None:
    row = seen.rows // 60 if "top" in claim.detail else -1 - seen.rows // 60
    col = seen.cols // 60 if "left" in claim.detail else -1 - seen.cols // 60
    if colours.mask(seen.keys[row, col].reshape(1, 1), claim.colours[0])[0, 0]:
        return ""
    return colours.nearest(_colour(seen.rgb[row, col]))


def _symmetry(seen: Seen, claim: Expectation) -> str | None:
    rgb = seen.rgb.astype(np.int16)
    planes = [rgb[:, ::-1]] if claim.detail == "mirror" else [rgb[:, ::-1], rgb[::-1], rgb[::-1, ::-1]]
    if claim.detail != "mirror" and seen.rows == seen.cols:
        planes += [rgb.transpose(1, 0, 2), rgb[::-1, ::-1].transpose(1, 0, 2)]
    differs = min(float((np.abs(rgb - plane).max(axis=2) > 60).mean()) for plane in planes)
    return "" if differs <= 0.05 else f"{differs:.0%} differ"


CHECKS: dict[str, Callable[[Seen, Expectation], str | None]] = {
    "background": _background,
    "colour": _present,
    "only": _only,
    "frame": _frame,
    "stripes": _stripes,
    "stripe count": _stripe_count,
    "stripe width": _stripe_width,
    "order": _order,
    "board": _board,
    "board side": _board_side,
    "gradient": _gradient,
    "area": _area,
    "corner": _corner,
    "symmetry": _symmetry,
}
"""By the kind of the claim."""
