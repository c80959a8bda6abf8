"""What people call a colour: words to masks that accept every reasonable shade.

A colour's name is one or two words, such as ``red``, ``sky blue`` or ``dark green``. Masks are looked up in a table of
coarse colours, so that a large picture costs little.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVELS = 32
"""Values of a channel that are told apart."""


@dataclass(frozen=True)
class Band:
    """The colours a word may mean: hue in degrees, around the circle from ``hue[0]`` up to ``hue[1]``.

    Attributes
    ----------
    hue : first and last hue; ``(0, 360)`` is any.
    saturation, value : lowest and highest, 0 to 1.
    typical : red, green, blue of the colour that most people mean.
    """

    hue: tuple[float, float]
    saturation: tuple[float, float]
    value: tuple[float, float]
    typical: tuple[int, int, int]


ANY = (0.0, 360.0)
BANDS = {
    "white": Band(ANY, (0, 0.2), (0.82, 1), (255, 255, 255)),
    "black": Band(ANY, (0, 1), (0, 0.25), (0, 0, 0)),
    "gray": Band(ANY, (0, 0.28), (0.2, 0.93), (128, 128, 128)),
    "light gray": Band(ANY, (0, 0.24), (0.55, 0.97), (211, 211, 211)),
    "dark gray": Band(ANY, (0, 0.35), (0.08, 0.56), (70, 70, 70)),
    "silver": Band(ANY, (0, 0.24), (0.5, 0.97), (192, 192, 192)),
    "charcoal": Band(ANY, (0, 0.4), (0.05, 0.45), (54, 69, 79)),
    "ivory": Band(ANY, (0, 0.35), (0.82, 1), (255, 250, 225)),
    "red": Band((340, 15), (0.42, 1), (0.35, 1), (240, 10, 10)),
    "crimson": Band((335, 18), (0.42, 1), (0.3, 1), (220, 20, 60)),
    "maroon": Band((320, 22), (0.35, 1), (0.12, 0.72), (128, 0, 20)),
    "orange": Band((10, 48), (0.45, 1), (0.55, 1), (255, 145, 0)),
    "amber": Band((20, 58), (0.4, 1), (0.55, 1), (255, 191, 0)),
    "yellow": Band((40, 72), (0.28, 1), (0.6, 1), (255, 235, 20)),
    "gold": Band((30, 64), (0.3, 1), (0.45, 1), (255, 205, 20)),
    "green": Band((68, 172), (0.2, 1), (0.18, 1), (20, 170, 40)),
    "lime": Band((60, 150), (0.35, 1), (0.4, 1), (120, 255, 0)),
    "olive": Band((40, 95), (0.2, 1), (0.15, 0.78), (128, 128, 0)),
    "mint": Band((90, 180), (0.08, 1), (0.55, 1), (160, 255, 200)),
    "teal": Band((155, 205), (0.25, 1), (0.18, 0.85), (0, 128, 128)),
    "turquoise": Band((150, 200), (0.25, 1), (0.35, 1), (64, 224, 208)),
    "cyan": Band((158, 202), (0.25, 1), (0.4, 1), (0, 255, 255)),
    "sky blue": Band((172, 240), (0.1, 1), (0.45, 1), (135, 206, 235)),
    "blue": Band((188, 268), (0.25, 1), (0.18, 1), (20, 50, 240)),
    "navy": Band((190, 275), (0.25, 1), (0.07, 0.72), (0, 0, 110)),
    "indigo": Band((215, 305), (0.25, 1), (0.15, 1), (75, 0, 130)),
    "purple": Band((248, 338), (0.18, 1), (0.18, 1), (130, 20, 160)),
    "lavender": Band((215, 310), (0.04, 0.7), (0.55, 1), (205, 190, 240)),
    "magenta": Band((280, 338), (0.4, 1), (0.35, 1), (255, 0, 255)),
    "pink": Band((285, 16), (0.08, 1), (0.55, 1), (255, 150, 190)),
    "coral": Band((340, 42), (0.2, 1), (0.55, 1), (255, 127, 80)),
    "brown": Band((340, 50), (0.18, 1), (0.08, 0.8), (130, 75, 30)),
    "beige": Band((10, 70), (0.03, 0.6), (0.6, 1), (240, 225, 190)),
}
"""By name; a shade that is not here is made by :func:`band` from ``dark`` or ``light`` and a name."""

SAME = {
    "grey": "gray", "golden": "gold", "violet": "purple", "scarlet": "crimson", "burgundy": "maroon",
    "fuchsia": "magenta",
    "aqua": "cyan", "cream": "ivory", "tan": "beige", "khaki": "beige", "salmon": "coral",
    "peach": "coral", "emerald": "green", "azure": "sky blue", "navy blue": "navy", "royal blue": "blue",
    "midnight blue": "navy", "forest green": "green", "lime green": "lime", "lilac": "lavender",
    "chocolate": "brown", "off white": "ivory", "hot pink": "pink", "dark blue": "navy", "silvery": "silver",
    "skyblue": "sky blue",
}  # fmt: skip
LIGHT = ("light", "lighter", "pale", "pastel", "soft")
DARK = ("dark", "darker", "deep")
VIVID = ("bright", "vivid", "pure", "strong", "rich")


def words() -> tuple[str, ...]:
    """Return every name of a colour, the longest first."""
    return tuple(sorted({*BANDS, *SAME}, key=lambda name: (-len(name), name)))


def canonical(shade: str, name: str) -> str:
    """Return one name for a colour.

    Parameters
    ----------
    shade : such as ``light``, ``deep``, or ``""``.
    name : one of :func:`words`.
    """
    name = SAME.get(name, name)
    prefix = "light " if shade in LIGHT else "dark " if shade in DARK else ""
    plain = name.removeprefix("light ").removeprefix("dark ") if prefix else name
    whole = prefix + plain
    return SAME.get(whole, whole) if plain not in {"white", "black"} else plain


@lru_cache(maxsize=256)
def band(name: str) -> Band:
    """Return what a canonical name means."""
    if name in BANDS:
        return BANDS[name]
    shade, _, plain = name.partition(" ")
    base = BANDS[plain]
    red, green, blue = base.typical
    if shade == "dark":
        typical = (int(red * 0.55), int(green * 0.55), int(blue * 0.55))
        return Band(base.hue, base.saturation, (0.07, max(0.55, min(0.8, base.value[1]))), typical)
    typical = ((red + 255) // 2, (green + 255) // 2, (blue + 255) // 2)
    return Band(base.hue, (0.05, base.saturation[1]), (0.5, 1), typical)


@lru_cache(maxsize=1)
def _table() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return hue, saturation, value and the colours themselves (0 to 255) of every coarse colour."""
    levels = np.rint(np.arange(LEVELS) * (255 / (LEVELS - 1)))  # whole, so that white is exactly 255
    colours = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(-1, 3)
    high, low = colours.max(axis=1), colours.min(axis=1)
    spread = high - low
    divisor = np.where(spread > 0, spread, 1)
    red, green, blue = colours.T
    sector = np.select(
        [high == red, high == green],
        [((green - blue) / divisor) % 6, (blue - red) / divisor + 2],
        (red - green) / divisor + 4,
    )
    return sector * 60, spread / np.where(high > 0, high, 1), high / 255, colours


@lru_cache(maxsize=256)
def _accepted(name: str) -> NDArray[np.bool_]:
    hue, saturation, value, _ = _table()
    wanted = band(name)
    first, last = wanted.hue
    near = (hue >= first) & (hue <= last) if first < last else (hue >= first) | (hue <= last)
    return (
        near
        & (saturation >= wanted.saturation[0])
        & (saturation <= wanted.saturation[1])
        & (value >= wanted.value[0])
        & (value <= wanted.value[1])
    )


@lru_cache(maxsize=64)
def _owned(names: tuple[str, ...]) -> NDArray[np.int16]:
    """Return for every coarse colour which of the names it belongs to: the nearest that accepts it, or -1."""
    colours = _table()[3]
    distance = np.full((len(names), len(colours)), np.inf)
    for index, name in enumerate(names):
        mask = _accepted(name)
        distance[index, mask] = ((colours[mask] - np.array(band(name).typical)) ** 2).sum(axis=1)
    owner = distance.argmin(axis=0).astype(np.int16)
    owner[np.isinf(distance.min(axis=0))] = -1
    return np.asarray(owner, dtype=np.int16)


def coarse(pixels: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return the number of every pixel's coarse colour, to be looked up.

    Parameters
    ----------
    pixels : uint8, (rows, cols, 3).
    """
    shifted = (pixels >> 3).astype(np.int32)
    return np.asarray((shifted[..., 0] * LEVELS + shifted[..., 1]) * LEVELS + shifted[..., 2], dtype=np.int32)


def mask(keys: NDArray[np.int32], name: str, among: tuple[str, ...] = ()) -> NDArray[np.bool_]:
    """Say which pixels may be called by a colour's name.

    Parameters
    ----------
    keys : what :func:`coarse` returned.
    name : a canonical name.
    among : all names in play: a pixel that two of them accept belongs to the nearer one.
    """
    accepted = _owned(among) == among.index(name) if name in among else _accepted(name)
    return np.asarray(accepted[keys], dtype=bool)


def nearest(colour: tuple[int, int, int]) -> str:
    """Return what a colour is called, for people."""
    key = int(coarse(np.array([[colour]], np.uint8))[0, 0])
    common = (
        "white",
        "black",
        "gray",
        "red",
        "orange",
        "yellow",
        "green",
        "cyan",
        "blue",
        "purple",
        "pink",
        "brown",
        "navy",
    )
    owner = int(_owned(common)[key])
    return common[owner] if owner >= 0 else f"{colour}"
