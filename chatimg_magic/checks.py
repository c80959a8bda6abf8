"""Holding claims about single things against a picture.

Every check returns ``""`` where the claim holds, what is there instead where it does not, and None where the picture does
not let anybody tell. One thing that fits is enough: what else there is, is not the claim's business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic import colours
from chatimg_magic.claims import Expectation
from chatimg_magic.measure import Part, run_lengths
from chatimg_magic.seen import Seen
from chatimg_magic.things import Thing

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALL = 12
"""Nobody can tell the shape of what is smaller, in pixels."""


def tolerance(value: float, seen: Seen) -> float:
    """Return how far a length may be off, in pixels."""
    return max(3.0, 0.04 * value) + seen.step - 1


def _ellipse(part: Part) -> float:
    """Return how well the filled part agrees with the ellipse in its box, 0 to 1."""
    y = (np.arange(part.height) + 0.5) / part.height * 2 - 1
    x = (np.arange(part.width) + 0.5) / part.width * 2 - 1
    return _agreement(part.filled, y[:, None] ** 2 + x**2 <= 1)


def _rhombus(part: Part) -> float:
    y = np.abs((np.arange(part.height) + 0.5) / part.height * 2 - 1)
    x = np.abs((np.arange(part.width) + 0.5) / part.width * 2 - 1)
    return _agreement(part.filled, y[:, None] + x <= 1)


def _agreement(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    return float((one & other).sum() / max(1, (one | other).sum()))


def _regular(part: Part, slack: float) -> bool:
    return abs(part.height - part.width) <= max(2.0, slack * max(part.height, part.width))


def _widens(mask: NDArray[np.bool_]) -> bool:
    """Whether it is narrow at the top and wide at the bottom."""
    widths = mask.sum(axis=1)
    tenth = max(1, len(widths) // 10)
    return bool(widths[:tenth].mean() <= 0.3 * mask.shape[1] and widths[-tenth:].mean() >= 0.7 * mask.shape[1])


def _triangle(part: Part, direction: str) -> bool:
    if part.fill > 0.66 or _rhombus(part) > 0.85:
        return False
    turned = {"up": part.filled, "down": part.filled[::-1], "left": part.filled.T, "right": part.filled.T[::-1]}
    way, _, regular = direction.partition(" ")
    if way and not _widens(turned[way]):
        return False
    return not (way and regular) or _agreement(turned[way], turned[way][:, ::-1]) >= 0.8


def fits(shape: str, part: Part, direction: str = "") -> bool:
    """Whether a part has a shape."""
    coarse = min(0.07, 1.5 / min(part.height, part.width))  # a small disc is a rough one
    if shape in {"circle", "dot"}:
        return _regular(part, 0.1) and _ellipse(part) >= 0.88 - coarse
    if shape == "ring":
        return _regular(part, 0.1) and _ellipse(part) >= 0.86 - coarse and part.hole > 0.02
    if shape == "ellipse":
        return _ellipse(part) >= 0.87 - coarse
    if shape == "square":
        return _regular(part, 0.07) and part.fill >= 0.9
    if shape == "rectangle":
        return part.fill >= 0.9
    if shape == "diamond":
        return _rhombus(part) >= 0.82
    return _triangle(part, direction)


def _looks_like(part: Part, step: int) -> str:
    for shape in ("circle", "square", "triangle", "diamond"):
        if fits(shape, part):
            return f"a {shape}"
    box = f"{part.width * step} x {part.height * step} pixels"
    return (
        f"a rectangle of {box}"
        if part.fill >= 0.9
        else f"an oval of {box}"
        if _ellipse(part) > 0.88
        else f"a shape of {box}"
    )


def _thing(claim: Expectation) -> Thing:
    assert claim.thing is not None
    return claim.thing


def _count(seen: Seen, claim: Expectation) -> str | None:
    thing, wanted = _thing(claim), int(claim.values[0])
    found = seen.of(thing)
    if found is None:
        return None
    if claim.detail == "by shape":
        found = tuple(part for part in found if min(part.height, part.width) < SMALL or fits(thing.shape, part))
    slack = 0.1 * wanted if wanted >= 15 and claim.detail == "about" else 0
    return "" if abs(len(found) - wanted) <= slack else thing.counted(len(found)) if found else f"no {thing.name}"


def _shape(seen: Seen, claim: Expectation) -> str | None:
    thing = _thing(claim)
    found = seen.of(thing)
    if not found:
        return None
    whole = [part for part in found if min(part.height, part.width) >= SMALL and not part.border]
    if len(whole) < len(found):
        return None
    right = sum(fits(thing.shape, part, claim.detail) for part in whole)
    if right * 2 >= min(len(whole), max(1, thing.number)):
        return ""
    if claim.detail and any(fits("triangle", part) for part in whole):
        return "it points another way"
    return _looks_like(whole[0], seen.step)


def _hollow(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found or min(found[0].height, found[0].width) < SMALL:
        return None
    return "" if any(part.hole >= 0.1 for part in found) else "it is filled"


def _solid(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found or min(found[0].height, found[0].width) < SMALL:
        return None
    return "" if any(part.hole < 0.5 for part in found) else "only an outline"


def _thickness(part: Part) -> float:
    if part.hole > 0.1:  # a ring or an outline
        lengths = run_lengths(part.mask[part.height // 2])
        return float(min(lengths)) if lengths else 0.0
    if part.fill > 0.85:
        return float(min(part.height, part.width))
    return part.area / float(np.hypot(part.height, part.width))


def _lengths(part: Part, measure: str, shape: str) -> list[tuple[float, ...]]:
    """Return what a measure may be of a part; all numbers of one of them have to fit."""
    height, width = float(part.height), float(part.width)
    if measure in {"radius", "diameter"} or (measure == "side" and shape == "square"):
        line = (
            _thickness(part) if part.hole > 0.1 else 0.0
        )  # of an outline: its outer edge, its middle or its inner edge
        return [(height - off, width - off) for off in (0.0, line, 2 * line)]
    if measure == "side":
        return [(height,), (width,)]
    if measure == "length":
        return [(height,), (width,), (float(np.hypot(height, width)),)]
    if measure == "thickness":
        return [(_thickness(part),)]
    if shape in {"line", "stripe"}:
        return [(height,), (width,), (_thickness(part),)]
    line = _thickness(part) if part.hole > 0.1 else 0.0
    return [((width if measure == "width" else height) - off,) for off in (0.0, line, 2 * line)]


def _size(seen: Seen, claim: Expectation) -> str | None:
    thing, measure = _thing(claim), claim.detail
    found = seen.of(thing)
    if not found or (measure in {"radius", "diameter"} and thing.shape not in {"circle", "dot", "ring"}):
        return None
    wanted = tuple(value * (2 if measure == "radius" else 1) for value in claim.values)
    for part in (*found, _together(found)):
        if measure == "box":
            pairs: list[tuple[float, ...]] = [(part.height, part.width), (part.width, part.height)]
        else:
            pairs = _lengths(part, measure, thing.shape)
        for lengths in pairs:
            targets = wanted if len(wanted) == len(lengths) else wanted * len(lengths)
            allowed = [
                max(2.0, 0.3 * t) + seen.step - 1 if measure == "thickness" else tolerance(t, seen) for t in targets
            ]
            if all(abs(a * seen.step - b) <= c for a, b, c in zip(lengths, targets, allowed, strict=True)):
                return ""
    if measure == "thickness":
        return f"{_thickness(found[0]) * seen.step:.0f} pixels thick"
    return f"{found[0].width * seen.step} x {found[0].height * seen.step} pixels"


def _together(found: tuple[Part, ...]) -> Part:
    """Return one part in the box around all; what covers a thing may have split it."""
    rows = min(part.rows[0] for part in found), max(part.rows[1] for part in found)
    cols = min(part.cols[0] for part in found), max(part.cols[1] for part in found)
    mask = np.zeros((rows[1] - rows[0], cols[1] - cols[0]), bool)
    for part in found:
        box = np.s_[part.rows[0] - rows[0] : part.rows[1] - rows[0], part.cols[0] - cols[0] : part.cols[1] - cols[0]]
        mask[box] |= part.mask
    area = sum(part.area for part in found)
    row, col = (sum(part.centre[axis] * part.area for part in found) / area for axis in (0, 1))
    return Part(rows, cols, area, (row, col), sum(part.border for part in found), mask)


def _share(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    measure, _, whole = claim.detail.partition(" ")
    wanted = claim.values[0] * (seen.cols if whole == "width" else seen.rows)
    allowed = tolerance(wanted, seen)
    for part in (*found, _together(found)):
        lengths = {"width": [part.width], "height": [part.height]}.get(measure, [part.width, part.height])
        if all(abs(length - wanted) <= allowed for length in lengths):
            return ""
    return f"{found[0].width * seen.step} x {found[0].height * seen.step} pixels"


def _centre(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    allowed = tolerance(min(seen.rows, seen.cols) * seen.step / 2, seen)
    for part in found:
        for spot in (part.middle, part.centre):
            if all(abs(a * seen.step - b) <= allowed for a, b in zip(spot, claim.values, strict=True)):
                return ""
    row, col = found[0].middle
    return f"row {row * seen.step:.0f}, column {col * seen.step:.0f}"


def _extent(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    for part in (*found, _together(found)):
        box = (part.rows[0], part.rows[1] - 1, part.cols[0], part.cols[1] - 1)
        if all(abs(a * seen.step - b) <= tolerance(0, seen) for a, b in zip(box, claim.values, strict=True)):
            return ""
    rows, cols = ([value * seen.step for value in pair] for pair in (found[0].rows, found[0].cols))
    return f"rows {rows[0]} to {rows[1] - 1}, columns {cols[0]} to {cols[1] - 1}"


def _anchor(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    spots = [
        (part.rows[0] if "top" in claim.detail else part.rows[1] - 1, part.cols[0] if "left" in claim.detail else part.cols[1] - 1)
        for part in found
    ]
    if any(all(abs(a * seen.step - b) <= tolerance(0, seen) for a, b in zip(spot, claim.values, strict=True)) for spot in spots):
        return ""
    return f"row {spots[0][0] * seen.step}, column {spots[0][1] * seen.step}"


def _frame(seen: Seen, claim: Expectation) -> str | None:
    mask = seen.all_of(_thing(claim).colour)
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


def _margin(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    distances = []
    for part in found:
        gap = {"left": part.cols[0], "top": part.rows[0], "right": seen.cols - part.cols[1]}
        distances.append(gap.get(claim.detail, seen.rows - part.rows[1]) * seen.step)
        row, col = (value * seen.step for value in part.middle)
        whole_rows, whole_cols = seen.rows * seen.step, seen.cols * seen.step
        distances.append({"left": col, "top": row, "right": whole_cols - col}.get(claim.detail, whole_rows - row))
    if any(abs(distance - claim.values[0]) <= tolerance(0, seen) for distance in distances):
        return ""
    return f"{distances[0]:.0f} pixels"


def _place(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    where = {_where(seen, spot) for part in found for spot in (part.middle, part.centre)}
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
    found = seen.of(_thing(claim))
    if not found:
        return None
    part = found[0]
    if claim.detail in {"horizontal", "vertical"}:
        long, short = (part.width, part.height) if claim.detail == "horizontal" else (part.height, part.width)
        return "" if long >= 2 * short or part.area < 9 else "it runs another way"
    first, second = claim.detail.split(",")
    mask = seen.mask(_thing(claim).colour)
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


def _alike(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found or len(found) < 2:
        return None
    areas = [part.area for part in found]
    return "" if max(areas) <= 1.35 * min(areas) + 2 * min(areas) ** 0.5 else "the sizes differ"


def _row(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found or len(found) < 2:
        return None
    along, across = (1, 0) if claim.detail.startswith("a row") else (0, 1)
    sizes = sorted(part.height if across == 0 else part.width for part in found)
    spots = sorted((part.middle for part in found), key=lambda spot: spot[along])
    if max(spot[across] for spot in spots) - min(spot[across] for spot in spots) > max(
        3.0, 0.25 * sizes[len(sizes) // 2]
    ):
        return f"they do not stand in {claim.detail.removesuffix(' evenly')}"
    gaps = np.diff([spot[along] for spot in spots])
    if claim.detail.endswith("evenly") and float(gaps.max() - gaps.min()) > max(4.0, 0.15 * float(gaps.mean())):
        return "the gaps differ"
    return ""


def _grid(seen: Seen, claim: Expectation) -> str | None:
    found = seen.of(_thing(claim))
    if not found:
        return None
    rows = _clusters([part.middle[0] for part in found], float(np.median([part.height for part in found])))
    cols = _clusters([part.middle[1] for part in found], float(np.median([part.width for part in found])))
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
        return "" if any(_inside(part, outer) for part in inner) else "it is not"
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
    return f"{_thing(claim).name} {opposite} it" if one.middle[axis] != other.middle[axis] else "it is not"


def _inside(inner: Part, outer: Part) -> bool:
    rows = np.arange(inner.rows[0], inner.rows[1]) - outer.rows[0]
    cols = np.arange(inner.cols[0], inner.cols[1]) - outer.cols[0]
    valid_rows, valid_cols = (rows >= 0) & (rows < outer.height), (cols >= 0) & (cols < outer.width)
    shared = np.zeros(inner.mask.shape, bool)
    shared[np.ix_(valid_rows, valid_cols)] = outer.filled[np.ix_(rows[valid_rows], cols[valid_cols])]
    return bool((inner.mask & shared).sum() >= 0.97 * inner.area)


def _background(seen: Seen, claim: Expectation) -> str | None:
    colour = claim.colours[0]
    ring = np.concatenate([seen.keys[0], seen.keys[-1], seen.keys[:, 0], seen.keys[:, -1]])
    least = 0.08 if claim.detail == "between" else 0.45
    if colours.mask(ring[None], colour).mean() >= 0.3 or seen.all_of(colour).mean() >= least:
        return ""
    return colours.nearest(seen.ground)


def _colour(seen: Seen, claim: Expectation) -> str | None:
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


CHECKS: dict[str, Callable[[Seen, Expectation], str | None]] = {
    "background": _background,
    "colour": _colour,
    "only": _only,
    "count": _count,
    "grid": _grid,
    "alike": _alike,
    "row": _row,
    "shape": _shape,
    "hollow": _hollow,
    "solid": _solid,
    "size": _size,
    "share": _share,
    "centre": _centre,
    "extent": _extent,
    "margin": _margin,
    "anchor": _anchor,
    "frame": _frame,
    "place": _place,
    "line": _line,
    "relation": _relation,
}
"""By the kind of the claim."""
