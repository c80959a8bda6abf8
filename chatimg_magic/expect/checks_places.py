"""Holding claims about where things are against a picture.

Checks return what those of :mod:`chatimg_magic.checks` do.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from chatimg_magic.expect.checks import thing_of, tolerance
from chatimg_magic.expect.claims import Expectation
from chatimg_magic.expect.forms import together
from chatimg_magic.expect.seen import Seen
from chatimg_magic.measure import Blob


def _centre(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    allowed = tolerance(0.4 * min(seen.rows, seen.cols) * seen.step, seen)
    for blob in found:
        for spot in (blob.middle, blob.centre):
            if all(abs(a * seen.step - b) <= allowed for a, b in zip(spot, claim.values, strict=True)):
                return ""
    row, col = found[0].middle
    return f"row {row * seen.step:.0f}, column {col * seen.step:.0f}"


def _extent(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    for blob in (*found, together(found)):
        box = (blob.rows[0], blob.rows[1] - 1, blob.cols[0], blob.cols[1] - 1)
        if all(abs(a * seen.step - b) <= tolerance(0, seen) for a, b in zip(box, claim.values, strict=True)):
            return ""
    rows, cols = ([value * seen.step for value in pair] for pair in (found[0].rows, found[0].cols))
    return f"rows {rows[0]} to {rows[1] - 1}, columns {cols[0]} to {cols[1] - 1}"


def _anchor(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    spots = [
        (
            blob.rows[0] if "top" in claim.detail else blob.rows[1] - 1,
            blob.cols[0] if "left" in claim.detail else blob.cols[1] - 1,
        )
        for blob in found
    ]
    if any(
        all(abs(a * seen.step - b) <= tolerance(0, seen) for a, b in zip(spot, claim.values, strict=True))
        for spot in spots
    ):
        return ""
    return f"row {spots[0][0] * seen.step}, column {spots[0][1] * seen.step}"


def _margin(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    distances = []
    for blob in found:
        gap = {"left": blob.cols[0], "top": blob.rows[0], "right": seen.cols - blob.cols[1]}
        distances.append(gap.get(claim.detail, seen.rows - blob.rows[1]) * seen.step)
        row, col = (value * seen.step for value in blob.middle)
        whole_rows, whole_cols = seen.rows * seen.step, seen.cols * seen.step
        distances.append({"left": col, "top": row, "right": whole_cols - col}.get(claim.detail, whole_rows - row))
    if any(abs(distance - claim.values[0]) <= tolerance(0, seen) for distance in distances):
        return ""
    return f"{distances[0]:.0f} pixels"


def _place(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    where = {_where(seen, spot) for blob in found for spot in (blob.middle, blob.centre)}
    if claim.detail == "centre":
        if any("centre" in spots for spots in where):
            return ""
        return f"at row {found[0].middle[0] * seen.step:.0f}, column {found[0].middle[1] * seen.step:.0f}"
    if any(set(claim.detail.split()) <= spots for spots in where):
        return ""
    return "at the " + " ".join(sorted(_where(seen, found[0].centre) - {"centre"}, key="top bottom left right".index))


def _where(seen: Seen, spot: tuple[float, float]) -> frozenset[str]:
    (row, col), middle = spot, ((seen.rows - 1) / 2, (seen.cols - 1) / 2)
    names = {"top" if row < middle[0] else "bottom", "left" if col < middle[1] else "right"}
    slack = tolerance(0.85 * min(seen.rows, seen.cols) * seen.step, seen) / seen.step
    if abs(row - middle[0]) <= slack and abs(col - middle[1]) <= slack:
        names.add("centre")
    return frozenset(names)


def _line(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    blob = found[0]
    if claim.detail in {"horizontal", "vertical"}:
        long, short = (blob.width, blob.height) if claim.detail == "horizontal" else (blob.height, blob.width)
        return "" if long >= 2 * short or blob.area < 9 else "it runs another way"
    first, second = claim.detail.split(",")
    mask = seen.mask(thing_of(claim).colour)
    size = max(2, round(0.06 * min(seen.rows, seen.cols)))

    def corner(name: str) -> bool:
        rows = np.s_[:size] if "top" in name else np.s_[-size:]
        cols = np.s_[:size] if "left" in name else np.s_[-size:]
        return bool(mask[rows, cols].any())

    if not (corner(first) and corner(second)):
        return "it does not reach both"
    if sum(corner(f"{a} {b}") for a in ("top", "bottom") for b in ("left", "right")) > 2:
        return "it reaches other corners, too"
    row, col = seen.rows // 2, seen.cols // 2
    near = mask[max(0, row - size) : row + size + 1, max(0, col - size) : col + size + 1]
    return "" if near.any() else "it is not straight"


def _row(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found or len(found) < 2:
        return None
    along, across = (1, 0) if claim.detail.startswith("a row") else (0, 1)
    sizes = sorted(blob.height if across == 0 else blob.width for blob in found)
    spots = sorted((blob.middle for blob in found), key=lambda spot: spot[along])
    if max(spot[across] for spot in spots) - min(spot[across] for spot in spots) > max(
        3.0, 0.25 * sizes[len(sizes) // 2]
    ):
        return f"they do not stand in {claim.detail.removesuffix(' evenly')}"
    gaps = np.diff([spot[along] for spot in spots])
    if claim.detail.endswith("evenly") and float(gaps.max() - gaps.min()) > max(4.0, 0.15 * float(gaps.mean())):
        return "the gaps differ"
    return ""


def _grid(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(thing_of(claim))
    if not found:
        return None
    rows = _clusters([blob.middle[0] for blob in found], float(np.median([blob.height for blob in found])))
    cols = _clusters([blob.middle[1] for blob in found], float(np.median([blob.width for blob in found])))
    wanted = tuple(int(value) for value in claim.values)
    if (rows, cols) == wanted or (not claim.detail and (cols, rows) == wanted):
        return ""
    return f"{rows} rows of {cols}"


def _clusters(values: list[float], size: float) -> int:
    return 1 + int((np.diff(np.sort(values)) > max(1.0, 0.4 * size)).sum())


def _relation(seen: Seen, claim: Expectation) -> str | None:
    pieces = [seen.of(thing) for thing in (claim.thing, claim.other, claim.third) if thing is not None]
    if not all(pieces):
        return None
    ones, others = pieces[0] or (), pieces[1] or ()
    one, other = ones[0], others[0]
    if claim.detail in {"inside", "around"}:
        inner, outer = (ones, other) if claim.detail == "inside" else (others, one)
        return "" if any(_inside(blob, outer) for blob in inner) else "it is not"
    if claim.detail in {"larger than", "smaller than"}:
        areas = int(one.filled.sum()), int(other.filled.sum())
        return "" if (areas[0] > areas[1]) == (claim.detail == "larger than") else "it is not"
    if claim.detail == "between":
        third = (pieces[2] or ())[0]
        axis = int(abs(other.middle[1] - third.middle[1]) > abs(other.middle[0] - third.middle[0]))
        low, high = sorted((other.middle[axis], third.middle[axis]))
        return "" if low <= one.middle[axis] <= high else "it is not"
    axis = 1 if claim.detail in {"left of", "right of"} else 0
    before = one.middle[axis] < other.middle[axis]
    if before == (claim.detail in {"left of", "above"}):
        return ""
    opposite = {"left of": "right of", "right of": "left of", "above": "below", "below": "above"}[claim.detail]
    return f"{thing_of(claim).name} {opposite} it" if one.middle[axis] != other.middle[axis] else "it is not"


def _inside(inner: Blob, outer: Blob) -> bool:
    rows = np.arange(inner.rows[0], inner.rows[1]) - outer.rows[0]
    cols = np.arange(inner.cols[0], inner.cols[1]) - outer.cols[0]
    valid_rows, valid_cols = (rows >= 0) & (rows < outer.height), (cols >= 0) & (cols < outer.width)
    shared = np.zeros(inner.mask.shape, bool)
    shared[np.ix_(valid_rows, valid_cols)] = outer.filled[np.ix_(rows[valid_rows], cols[valid_cols])]
    return bool((inner.mask & shared).sum() >= 0.97 * inner.area)


CHECKS: dict[str, Callable[[Seen, Expectation], str | None]] = {
    "centre": _centre,
    "extent": _extent,
    "anchor": _anchor,
    "margin": _margin,
    "place": _place,
    "line": _line,
    "row": _row,
    "grid": _grid,
    "relation": _relation,
}
"""By the kind of the claim."""
