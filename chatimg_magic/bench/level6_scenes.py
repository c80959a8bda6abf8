"""Level 6: a street that many conditions describe; whoever draws it chooses the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, ORANGE, RED, WHITE, YELLOW, Canvas
from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import Blob, blobs, grown, share
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

GROUND, MOON = 180, 16
WALLS = {"red": RED, "blue": BLUE, "orange": ORANGE}
DUSK = (90, 0, 140)


def _judge_street(check: Checker) -> None:
    """Find the houses by their roofs' colours, then judge what is in them, then the sky."""
    colours = {name: check.colour(name)[:GROUND] for name in (*WALLS, "yellow", "black", "white", "purple")}
    check.at_least("ground", share(check.colour("green")[GROUND + 1 :]), 0.998, "share of the ground that is green")
    wall = np.any([colours[name] for name in WALLS], axis=0)
    tops = np.where(wall.any(0), wall.argmax(0), GROUND)
    low = int(tops.max())
    if not check.at_most("no_gaps", low, GROUND - 20, "lowest roof at row"):
        return
    seen = np.array([[colours[name][top + 1 : top + 4, col].sum() for name in WALLS] for col, top in enumerate(tops)])
    names = [list(WALLS)[place] for place in seen.argmax(1)]
    starts = [0, *(col for col in range(1, 360) if names[col] != names[col - 1]), 360]
    houses = [(left, int(np.median(tops[left:right])), right) for left, right in pairwise(starts)]
    if not check.equals("six_houses", len(houses), 6, "houses side by side:"):
        return
    count = Counter(names[left] for left, _, _ in houses)
    check.equals("two_of_each", sorted(count.values()), [2, 2, 2], "houses in each colour:")
    widths, heights = [right - left for left, _, right in houses], [GROUND - top for _, top, _ in houses]
    apart = min(abs(one - other) for one, other in combinations(widths, 2))
    check.at_least("widths_differ", apart, 3, f"widths {widths}, smallest difference")
    check.at_least("height_steps", min(abs(a - b) for a, b in combinations(heights, 2)), 5, f"heights {heights}, step")
    rising = [after > before for before, after in pairwise(heights)]
    check.equals("highest_is_fourth", rising, [True] * 3 + [False] * 2, "from house to house it rises")
    off = abs(max(heights) - 2 * min(heights))
    check.at_most("twice_as_high", off, 3, f"heights {heights}, the highest less twice the lowest:")
    check.equals("lowest_is_widest", widths[heights.index(min(heights))], max(widths), "width of the lowest house")
    inside = np.zeros(wall.shape, bool)
    for number, (left, top, right) in enumerate(houses, 1):
        inside[top:, left:right] = True
        _judge_house(check, number, left, top, right, names[left])
    check.at_most(
        "outside", int(((wall | colours["black"] | colours["yellow"]) & ~grown(inside)).sum()), 2, "stray pixels:"
    )
    _judge_sky(check, inside, houses[1])


def _judge_house(check: Checker, number: int, left: int, top: int, right: int, ink: str) -> None:
    name, box = f"house_{number}", np.zeros(check.luma.shape, bool)
    box[top:GROUND, left:right] = True
    doors = blobs(check.colour("black") & box, 4)
    windows = blobs(check.colour("yellow") & box, 4)
    if check.equals(f"{name}_door", len(doors), 1, f"black shapes in house {number}:"):
        door = doors[0]
        _measures(check, f"{name}_door", door, 24, 14)
        middle = (door.left + door.right) / 2 - (left + right) / 2
        check.at_most(
            f"{name}_door_centred", abs(middle), 1.5, "columns from the middle of the house to that of the door"
        )
        check.at_most(f"{name}_door_stands", abs(door.bottom - GROUND), 1, "rows from the ground to the door")
    check.equals(f"{name}_windows", len(windows), number, f"yellow windows in house {number}:")
    for window in windows:
        _measures(check, f"{name}_window", window, 10, 10)
        margin = min(window.left - left, right - window.right, window.top - top, GROUND - window.bottom)
        check.at_least(f"{name}_margin", margin, 2, "pixels from a window to the edge of its house")
    gaps = [_gap(one, other) for one, other in combinations([*windows, *doors], 2)]
    check.at_least(f"{name}_gaps", min(gaps, default=9), 2, "pixels between windows, or a window and the door")
    plain = box & ~grown(~box) & ~np.any([grown(part.mask, 2) for part in [*windows, *doors]] or [~box], axis=0)
    check.at_least(f"{name}_plain", share(check.colour(ink)[plain]), 0.998, f"share of the wall that is {ink}")


def _measures(check: Checker, name: str, blob: Blob, rows: int, cols: int) -> None:
    off = max(abs(blob.height - rows), abs(blob.width - cols))
    check.at_most(f"{name}_size", off, 1, f"{blob.height} x {blob.width} instead of {rows} x {cols}, off by")
    check.at_least(f"{name}_filled", blob.fill, 0.9, "share of its box that it fills")


def _gap(one: Blob, other: Blob) -> int:
    """Return how many pixels lie between two boxes, in rows or in columns."""
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(down, max(one.left, other.left) - min(one.right, other.right))


def _judge_sky(check: Checker, inside: NDArray[np.bool_], second: tuple[int, int, int]) -> None:
    white = np.zeros(check.luma.shape, bool)
    white[:GROUND] = check.colour("white")[:GROUND]
    if not check.equals("whites", len(found := blobs(white, 4)), 8, "white shapes, moon and stars:"):
        return
    moon, *stars = found
    check.all_discs("moon_round", [moon])
    off = max(abs(moon.height - 2 * MOON - 0.5), abs(moon.width - 2 * MOON - 0.5))
    check.at_most("moon_size", off, 1.5, f"moon of {moon.height} x {moon.width} pixels, off by")
    left, top, right = second
    margin = min(moon.left - left, right - moon.right, top - moon.bottom)
    check.at_least(
        "moon_above_second", margin, 1, "pixels by which the moon keeps within the columns and above the roof"
    )
    for star in stars:
        _measures(check, "star", star, 4, 4)
        check.equals("star_free", int((grown(star.mask, 5)[:GROUND] & inside).sum()), 0, "pixels of houses at a star:")
        beside = min(star.top, star.left, 360 - star.right)
        check.at_least("star_margin", beside, 4, "pixels from a star to the picture's edge")
    apart = min(_gap(one, other) for one, other in combinations([moon, *stars], 2))
    check.at_least("stars_apart", apart, 14, "smallest gap between moon and stars, in rows or in columns:")
    sky = ~grown(inside) & ~grown(white[:GROUND], 2)
    check.at_least("sky", share(check.colour("purple")[:GROUND][sky]), 0.998, "share of the sky that is purple")


@dataclass(frozen=True)
class Street:
    """What a street is painted from: of each house its width, its height and the first letter of its colour."""

    widths: tuple[int, ...] = (80, 62, 50, 66, 56, 46)
    heights: tuple[int, ...] = (70, 90, 110, 140, 120, 100)
    colours: str = "rbobro"
    windows: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    side: int = 10
    moon: tuple[float, float] = (40, 111)
    stars: Sequence[tuple[int, int]] = ((10, 10), (40, 30), (12, 60), (12, 150), (10, 250), (30, 290), (20, 330))
    door: int = 0
    sky: tuple[int, int, int] = DUSK

    def paint(self) -> NDArray[np.uint8]:
        """Return the pixels."""
        canvas = Canvas(220, 360, self.sky).rect(GROUND, 0, 220, 360, GREEN)
        left = 0
        for wide, high, key, count in zip(self.widths, self.heights, self.colours, self.windows, strict=True):
            ink = next(ink for name, ink in WALLS.items() if name[0] == key)
            canvas.rect(GROUND - high, left, GROUND, left + wide, ink)
            for number in range(count):
                row, col = GROUND - high + 5 + 13 * (number // 3), left + 5 + 13 * (number % 3)
                canvas.rect(row, col, row + self.side, col + self.side, YELLOW)
            middle = left + wide // 2 + self.door
            canvas.rect(GROUND - 24, middle - 7, GROUND, middle + 7, BLACK)
            left += wide
        canvas.disc(*self.moon, MOON, WHITE)
        for row, col in self.stars:
            canvas.rect(row, col, row + 4, col + 4, WHITE)
        return canvas.pixels


def _other_street() -> NDArray[np.uint8]:
    """Paint the lowest house at the right end, and the windows one below the other from the left."""
    large = Canvas(220, 360, (110, 0, 160)).rect(180, 0, 220, 360, (30, 160, 30))
    left = 0
    for number, (wide, high) in enumerate(((46, 85), (50, 92), (56, 101), (62, 150), (66, 125), (80, 75)), 1):
        top = 180 - high
        large.rect(top, left, 180, left + wide, [(200, 0, 0), (30, 60, 255), (255, 140, 0)][number % 3])
        for place in range(number):
            row, col = top + 8 + 20 * (place % 2), left + 10 + 16 * (place // 2)
            large.rect(row, col, row + 10, col + 10, (255, 255, 0))
        large.rect(156, left + wide / 2 - 7, 180, left + wide / 2 + 7, (20, 20, 20))
        left += wide
    large.disc(60.5, 70.5, 16, (245, 245, 245))
    for number in range(7):
        large.rect(8, 8 + 50 * number, 12, 12 + 50 * number, WHITE)
    return large.pixels


STREET = Street()

SCENE = Spec(
    id="l6_street",
    level=6,
    prompt="Create an image with 220 rows and 360 columns of a street at dusk: purple sky (90, 0, 140) in rows 0 to "
    "179, green ground (0, 160, 0) below. Six houses stand side by side on the ground without gaps and fill the "
    "whole width. Each is a plain rectangle, red (255, 0, 0), blue (0, 0, 255) or orange (255, 165, 0); each of "
    "these colours occurs twice, and neighbouring houses have different colours. No two houses have the same width "
    "or the same height: widths differ by at least 4 pixels, heights by at least 6. From left to right the houses "
    "get higher up to the fourth and then lower; the highest is exactly twice as high as the lowest, and the lowest "
    "is the widest. Every house has one black door, 24 pixels high and 14 wide, on the ground in the middle of the "
    "house, and yellow (255, 220, 0) square windows of 10 x 10 pixels: the first house on the left has one window, "
    "the second two, and so on up to six. Windows keep at least 3 pixels from each other, from the door and from the "
    "edges of their house. A white full moon with a radius of 16 pixels stands above the second house: wholly within "
    "its columns, wholly above its roof, and not touching it. Exactly seven white stars, squares of 4 x 4 pixels, "
    "are in the sky; they keep at least 6 pixels from all houses and from the image's edges. Between any two of the "
    "stars and the moon lie at least 15 empty rows or at least 15 empty columns. There is nothing else.",
    size=Size(220, 360),
    mode=Mode.RGB,
    judge=_judge_street,
    reference=STREET.paint,
    equal={"other_street": _other_street, "thin_moon": replace(STREET, moon=(40.5, 111.5)).paint},
    wrong={
        "a_window_too_few": replace(STREET, windows=(1, 2, 3, 4, 5, 5)).paint,
        "windows_from_the_right": replace(STREET, windows=(6, 5, 4, 3, 2, 1)).paint,
        "neighbours_alike": replace(STREET, colours="rrbobo").paint,
        "three_red": replace(STREET, colours="rbrobr").paint,
        "highest_is_third": replace(STREET, heights=(70, 90, 140, 120, 110, 100)).paint,
        "not_twice_as_high": replace(STREET, heights=(80, 90, 110, 140, 120, 100)).paint,
        "lowest_is_not_widest": replace(STREET, widths=(62, 80, 50, 66, 56, 46)).paint,
        "equal_widths": replace(STREET, widths=(80, 62, 50, 62, 56, 50)).paint,
        "moon_over_the_third": replace(
            STREET, moon=(40, 167), stars=[*STREET.stars[:3], (12, 220), *STREET.stars[4:]]
        ).paint,
        "moon_half_aside": replace(STREET, moon=(40, 132)).paint,
        "eight_stars": replace(STREET, stars=[*STREET.stars, (70, 20)]).paint,
        "stars_too_near": replace(STREET, stars=[*STREET.stars[:-1], (22, 300)]).paint,
        "star_on_a_house": replace(STREET, stars=[*STREET.stars[:-1], (100, 200)]).paint,
        "large_windows": replace(STREET, side=12).paint,
        "doors_aside": replace(STREET, door=6).paint,
        "black_sky": replace(STREET, sky=BLACK).paint,
    },
)

SPECS = (SCENE,)
