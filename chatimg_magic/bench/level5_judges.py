"""What is measured in the pictures of level 5: one function for each prompt of ``level5``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from chatimg_magic.bench.checking import Checker
from chatimg_magic.bench.shapes import Blob, blobs, closed, grown, iou, rect_mask, row_widths, share, spread

if TYPE_CHECKING:
    from chatimg_magic.bench.checking import Floats
    from chatimg_magic.bench.shapes import Mask


def _white_around(check: Checker, blob: Blob, margin: int, limit: float) -> None:
    outside = share(check.colour("white")[~grown(blob.mask, margin)])
    check.at_least("background", outside, limit, "share of the background that is white")


def _centred(check: Checker, name: str, blob: Blob) -> tuple[float, float]:
    row, col = blob.middle
    check.at_most(name, math.hypot(row - 127.5, col - 127.5), 8, "pixels from the picture's centre")
    return row, col


def smiley(check: Checker) -> None:
    """Judge the smiley: its face, then eyes, then mouth."""
    found = blobs(check.colour("yellow"), 200, filled=True)
    if not check.at_least("face", len(found), 1, "yellow faces"):
        return
    face = found[0]
    check.all_discs("face_round", [face], 0.08)
    check.between("face_size", face.area / check.luma.size, 0.18, 0.88, "share of the picture that is face")
    row, col = _centred(check, "face_centred", face)
    _white_around(check, face, 7, 0.95)
    _eyes(check, face, row, col)
    _mouth(check, face, row, col)


def _eyes(check: Checker, face: Blob, row: float, col: float) -> None:
    eyes = [
        blob
        for blob in blobs(check.colour("black") & face.mask, 12)
        if 0.0015 * face.area <= blob.area <= 0.1 * face.area
        and blob.width < 0.5 * face.width
        and 0.4 <= blob.aspect <= 1.6
        and blob.row < row
    ]
    if not check.equals("eyes", len(eyes), 2, "black eyes in the upper half of the face"):
        return
    left, right = sorted(eyes, key=lambda blob: blob.col)
    check.at_most("eyes_level", abs(left.row - right.row), 0.06 * face.height, "rows between the eyes")
    check.at_least("eyes_apart", right.col - left.col, 0.15 * face.width, "columns between the eyes")
    off = abs((left.col + right.col) / 2 - col)
    check.at_most("eyes_symmetric", off, 0.06 * face.width, "columns from the face's middle to that of the eyes")


def _mouth(check: Checker, face: Blob, row: float, col: float) -> None:
    red = check.colour("red") & face.mask
    parts = blobs(red, 20)
    if not check.at_least("mouth", red.sum() if parts else 0, 0.004 * face.area, "red pixels in the face"):
        return
    mouth = parts[0]
    low = mouth.row - row
    check.holds("mouth_low", low > 0.08 * face.height, f"{low:.1f} rows below", f"more than {0.08 * face.height:.1f}")
    check.at_most("mouth_centred", abs(mouth.col - col), 0.06 * face.width, "columns from the face's middle")
    fifth = mouth.width // 5
    wide = check.at_least("mouth_wide", mouth.width, max(0.2 * face.width, 10), "columns of the mouth")
    if not wide:
        return
    heights = (mouth.image * np.arange(mouth.height)[:, None]).sum(0) / mouth.image.sum(0)
    corners = (heights[:fifth].mean() + heights[-fifth:].mean()) / 2
    sag = float(heights[2 * fifth : -2 * fifth].mean() - corners)
    check.at_least("smiles", sag, 0.05 * mouth.width, "rows that the corners are above the middle")


def basketball(check: Checker) -> None:
    """Judge the ball: its place, the two straight seams, then the two curved ones."""
    orange, black = check.colour("orange"), check.colour("black")
    found = blobs(closed(orange | black, 1), 200, filled=True)
    if not check.at_least("ball", orange.sum() if found else 0, 501, "orange pixels"):
        return
    ball = found[0]
    radius = ball.height / 2
    check.all_discs("round", [ball], 0.08)
    row, col = _centred(check, "centred", ball)
    check.between("size", ball.area / 65536, 0.1, 0.85, "share of the picture that is ball")
    down, right = np.mgrid[:256, :256]
    down, right = down - row, right - col
    core = np.asarray(np.hypot(down, right) <= 0.9 * radius)
    lines = black & core
    check.at_least("mostly_orange", share(orange[core]), 0.55, "share of the ball that is orange")
    _white_around(check, ball, 4, 0.95)
    _straight_seams(check, lines, core, round(row), round(col), radius)
    panels = [p for p in blobs(orange & core & ~grown(lines), 8) if p.area >= 0.003 * ball.area]
    check.between("eight_panels", len(panels), 7, 9, "panels between the seams")
    for side, name in ((-1, "left"), (1, "right")):
        curved = lines & (side * right > 0.15 * radius)
        near = _distance(curved, down, right, 0.08 * radius, 0.25 * radius)
        far = _distance(curved, down, right, 0.45 * radius, 0.65 * radius)
        check.at_least(f"{name}_curve", far - near, 0.05 * radius, f"columns that the {name} seam bulges inwards")


def _straight_seams(check: Checker, lines: Mask, core: Mask, row: int, col: int, radius: float) -> None:
    across = share(np.asarray(lines[row - 3 : row + 4, core[row]].any(0)))
    check.at_least("horizontal_seam", across, 0.95, "share of the diameter with a horizontal seam")
    along = share(np.asarray(lines[core[:, col], col - 3 : col + 4].any(1)))
    check.at_least("vertical_seam", along, 0.95, "share of the diameter with a vertical seam")
    beside = int(0.15 * radius)
    sections = lines[:, [max(col - beside, 0), min(col + beside, 255)]].sum(0)
    check.at_most("thin_seams", int(np.median(sections)), 0.18 * radius, "pixels that the seam is thick")


def _distance(curved: Mask, down: Floats, right: Floats, low: float, high: float) -> float:
    """Return how far a seam is from the vertical axis, at rows so far from the horizontal one; NaN for no seam."""
    pixels = curved & (abs(down) >= low) & (abs(down) <= high)
    return float(abs(right[pixels]).mean()) if pixels.sum() > 4 else math.nan


def traffic_light(check: Checker) -> None:
    """Judge the traffic light: each lamp, how they stand, and what they stand in."""
    lamps: list[Blob] = []
    for name in ("red", "yellow", "green"):
        mask = check.colour(name)
        if name == "yellow":
            mask = mask | check.colour("orange")
        found = blobs(mask, 60)
        if check.equals(name, len(found), 1, f"{name} shapes"):
            lamps.append(found[0])
            check.all_discs(f"{name}_round", found)
    if len(lamps) < 3:
        return
    red, yellow, green = lamps
    overlap = max(red.bottom - yellow.top, yellow.bottom - green.top)
    check.at_most("order", overlap, 2, "rows by which red reaches below yellow, or yellow below green:")
    check.at_most("column", spread(lamp.col for lamp in lamps), 4, "columns between the lamps")
    check.same_size("equal", lamps, 1.2)
    upper, lower = yellow.row - red.row, green.row - yellow.row
    check.at_most("spacing", abs(upper - lower), 6, f"gaps of {upper:.0f} and {lower:.0f} rows, a difference of")
    dark = blobs(check.colour("dark"), 100, filled=True)
    if not check.at_least("housing", len(dark), 1, "dark shapes"):
        return
    housing = dark[0]
    check.at_least("housing_tall", housing.height / housing.width, 1.4, "height by width of the housing")
    inside = [(housing.mask & lamp.mask).sum() >= 0.97 * lamp.area for lamp in lamps]
    check.equals("inside", sum(map(int, inside)), 3, "lamps with 97% of their area in the housing:")


def landscape(check: Checker) -> None:
    """Judge the landscape: sky and grass, then the sun, then the cloud."""
    sky = check.colour("blue") | check.colour("skyblue")
    grass = check.colour("green")
    upper = (sky | check.colour("white") | check.colour("yellow"))[:120]
    check.at_least("sky_sun_cloud", share(upper), 0.97, "share of the upper part that is sky, sun or cloud")
    check.at_least("sky", share(sky[:120]), 0.65, "share of the upper part that is blue")
    check.at_least("grass", share(grass[146:]), 0.95, "share of the lower part that is green")
    green_rows = grass.mean(1) > 0.5
    start = int(np.argmax(green_rows))
    check.at_most("horizon", abs(start / 200 - 2 / 3), 0.05, f"grass starts at row {start}, off by a share of")
    suns = blobs(check.colour("yellow"), 40)
    if check.equals("sun", len(suns), 1, "yellow shapes"):
        sun = suns[0]
        check.all_discs("sun_round", [sun])
        place = f"row {sun.row:.0f}, column {sun.col:.0f}"
        check.holds("sun_place", sun.col > 180 and sun.row < 90, place, "wanted above row 90, right of column 180")
    clouds = [blob for blob in blobs(closed(check.colour("white"), 2), 30) if blob.area >= 0.004 * 60000]
    if check.equals("cloud", len(clouds), 1, "white clouds"):
        cloud = clouds[0]
        place = f"row {cloud.row:.0f}, column {cloud.col:.0f}"
        check.holds(
            "cloud_place", cloud.col < 150 and cloud.row < 100, place, "wanted above row 100, left of column 150"
        )


def tree(check: Checker) -> None:
    """Judge the tree: crown, trunk, and how they stand to each other."""
    greens, browns = blobs(check.colour("green"), 80), blobs(check.colour("brown"), 40)
    if not check.holds("parts", greens and browns, f"{len(greens)} green and {len(browns)} brown", "at least 1 each"):
        return
    crown, trunk = greens[0], browns[0]
    whole = crown.area / sum(blob.area for blob in greens)
    if not check.holds("one_crown", whole > 0.8, f"share of green in one shape {whole:.2f}", "more than 0.8"):
        return
    check.holds("above", crown.row < trunk.row, f"crown at row {crown.row:.1f}", f"less than {trunk.row:.1f}")
    check.at_most("top", crown.top, trunk.top - 1, "first row of the crown")
    check.at_least("joined", crown.bottom - trunk.top, -3, "rows that crown and trunk share")
    off = abs((crown.left + crown.right) / 2 - (trunk.left + trunk.right) / 2)
    check.at_most("centred", off, 0.12 * crown.width + 2, "columns between the middles of crown and trunk")
    check.at_least("crown_wider", crown.width, 2 * trunk.width, "columns of the crown")
    check.at_least("trunk_upright", trunk.height, 1.1 * trunk.width, "rows of the trunk")
    check.at_least("trunk_straight", trunk.fill, 0.8, "share of its box that the trunk fills")
    edge = share(check.colour("white")[:, :8])
    check.holds("background", edge > 0.9, f"share of the left edge that is white {edge:.2f}", "more than 0.9")


def car(check: Checker) -> None:
    """Judge the car: body, wheels, window."""
    reds = blobs(closed(check.colour("red"), 1), 300)
    if not check.at_least("body", len(reds), 1, "red bodies"):
        return
    body = reds[0]
    check.at_least("body_long", body.width, 1.3 * body.height, "columns of the body")
    check.at_least("body_size", body.area, 0.05 * 66000, "pixels of the body")
    blacks = [blob for blob in blobs(check.colour("black"), 60, filled=True) if blob.area >= 0.01 * body.area]
    if check.equals("wheels", len(blacks), 2, "black parts"):
        _wheels(check, body, *sorted(blacks, key=lambda blob: blob.col))
    box = rect_mask(check.luma.shape, body.top, body.left, body.bottom, body.right)
    panes = [pane for pane in blobs(check.colour("skyblue") & box, 20) if pane.area >= 0.008 * body.area]
    lowest = body.top + 0.6 * body.height
    check.at_most("window", panes[0].row if panes else math.inf, lowest, "row of the largest light-blue window")
    top = share(check.colour("white")[:20])
    check.holds("background", top > 0.8, f"share of the top edge that is white {top:.2f}", "more than 0.8")


def _wheels(check: Checker, body: Blob, rear: Blob, front: Blob) -> None:
    wheels = (rear, front)
    check.all_discs("wheels_round", wheels)
    check.same_size("wheels_equal", wheels, 1.2)
    check.at_most("wheels_level", abs(rear.row - front.row), 5, "rows between the wheels")
    axle, sill = body.top + 0.6 * body.height, body.bottom + 2
    low = all(wheel.top <= sill <= wheel.bottom + 4 and wheel.row >= axle for wheel in wheels)
    rows = ", ".join(f"{wheel.top} to {wheel.bottom}" for wheel in wheels)
    check.holds("wheels_bottom", low, f"wheels at rows {rows}", f"wanted across row {sill} and below {axle:.0f}")
    middle = (body.left + body.right) / 2
    halves = rear.col < middle < front.col and rear.col >= body.left - 5 and front.col <= body.right + 5
    cols = f"wheels at columns {rear.col:.0f} and {front.col:.0f}"
    check.holds("wheels_halves", halves, cols, f"wanted at {body.left} to {middle:.0f} and to {body.right}")
    check.at_least("wheels_apart", front.col - rear.col, 0.3 * body.width, "columns between the wheels")


def heart(check: Checker) -> None:
    """Judge the heart: one solid symmetric shape in the middle, with lobes above and a point below."""
    reds = blobs(check.colour("red"), 100)
    if not check.equals("one_shape", len(reds), 1, "red shapes"):
        return
    shape = reds[0]
    image, height, width = shape.image, shape.height, shape.width
    check.equals("solid", shape.holes, 0, "holes")
    check.between("size", shape.area / 65536, 0.06, 0.75, "share of the picture that is heart")
    check.at_least("symmetric", iou(image, image[:, ::-1]), 0.92, "overlap of the heart and its mirror image")
    check.at_most("centred_across", abs((shape.left + shape.right) / 2 - 128), 8, "columns from the centre")
    check.at_most("centred_down", abs((shape.top + shape.bottom) / 2 - 128), 26, "rows from the centre")
    middle = width // 2
    notch = int(np.argmax(image[:, max(middle - 1, 0) : middle + 2].any(1)))
    check.at_least("notch", notch, 0.04 * height, "rows that the notch at the top is deep")
    top = image[: max(3, int(0.08 * height) + 1)]
    lobes = int(top[:, :middle].any()) + int(top[:, middle:].any())
    check.equals("lobes", lobes, 2, "lobes at the top")
    widths, last = row_widths(image), max(1, height // 14)
    check.at_most("point", widths[-last:].mean(), 0.3 * width, "columns at the bottom")
    point = np.flatnonzero(image[-last:].any(0)).mean()
    check.at_most("point_centred", abs(point - (width - 1) / 2), 0.06 * width, "columns from the middle to the point")
    upper = widths[: int(0.55 * height)].max()
    check.at_least("widest_on_top", upper, 0.97 * widths.max(), "largest width in the upper half")
    outside = share(check.colour("white")[~grown(shape.mask, 3)])
    check.holds("background", outside > 0.97, f"share of the background that is white {outside:.3f}", "more than 0.97")


def pacman(check: Checker) -> None:
    """Judge Pac-Man: the body, which of its directions are open, and the dots."""
    yellows = blobs(check.colour("yellow"), 200)
    whole = yellows[0].area / sum(blob.area for blob in yellows) if yellows else 0.0
    if not check.holds("body", whole > 0.9, f"share of yellow in one shape {whole:.2f}", "more than 0.9"):
        return
    body = yellows[0]
    radius = body.height / 2
    row, col = body.middle[0], body.left + radius - 0.5
    rows, cols = np.mgrid[:200, :300]
    distance = np.hypot(rows - row, cols - col)
    degrees = np.degrees(np.arctan2(rows - row, cols - col))
    solid = share(body.mask[(distance < 0.95 * radius) & (abs(degrees) > 75)])
    check.at_least("round", solid, 0.9, "share of the circle's left side that is yellow")
    beyond = body.mask[distance > radius + 3].sum() / body.area
    check.holds("no_more", beyond < 0.02, f"share of the body outside the circle {beyond:.3f}", "less than 0.02")
    ring = (distance > 0.35 * radius) & (distance < 0.95 * radius)
    _open_mouth(check, _open_directions(body.mask[ring], degrees[ring]))
    check.holds("on_left", col < 140, f"body at column {col:.0f}", "less than 140")
    dots = sorted(blobs(check.colour("white"), 6), key=lambda blob: blob.col)
    if check.equals("dots", len(dots), 3, "white dots"):
        check.all_discs("dots_round", dots, 0.2)
        check.at_most("dots_row", spread(dot.row for dot in dots), 4, "rows between the dots")
        check.at_most("dots_height", abs(dots[0].row - row), 0.25 * radius, "rows from the mouth to the first dot")
        nearest, limit = dots[0].col, col + 0.6 * radius
        check.holds("dots_right", nearest > limit, f"first dot at column {nearest:.0f}", f"more than {limit:.0f}")
    black = share(check.colour("black"))
    check.holds("background", black > 0.4, f"share of the picture that is black {black:.2f}", "more than 0.4")


STEP = 5
"""Degrees between the directions in which the body is looked at."""


def _open_directions(yellow: Mask, degrees: Floats) -> list[int]:
    """Return the directions, clockwise from the right in degrees, in which less than half of the ring is yellow."""
    return [
        direction
        for direction in range(0, 360, STEP)
        if share(yellow[abs((degrees - direction + 180) % 360 - 180) <= 3]) < 0.5
    ]


def _open_mouth(check: Checker, directions: list[int]) -> None:
    check.between("mouth_size", len(directions) * STEP, 25, 130, "degrees that the mouth is open")
    elsewhere = [direction for direction in directions if 80 <= direction <= 280]
    right = 0 in directions and not elsewhere
    check.holds("mouth_right", right, f"open at {directions} degrees", "wanted 0 and nothing from 80 to 280")
