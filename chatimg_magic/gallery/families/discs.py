"""Pieces of discs: half, quarter, slice, crescent, and the heart that is made of them."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("half disc, semicircle, half circle, dome, upper half, flat side down, hemisphere")
def half_disc_with_flat_bottom(p: Pick) -> Worked:
    """The upper half of a disc."""
    back, fore = p.colours(2)
    r = p.share(0.22, 0.45)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} half disc in the middle, radius {r}, flat side down",
            f"draw {a(fore)} semicircle of radius {r} px on {back}, its straight edge at the bottom",
            f"{a(fore)} dome with a radius of {r} pixels on {a(back)} background",
        ),
        loose=p.one(f"{a(fore)} dome on {back}", f"the upper half of {a(fore)} circle on {back}"),
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy, cx = (H + r) // 2, (W - 1) / 2  # row of the flat side, middle column
half = (np.hypot(yy - cy, xx - cx) <= r) & (yy <= cy)  # the part above: yy <= cy
image[half] = {fore.value}  # {fore}
""",
    )


@family("half disc, semicircle, half circle, bowl, lower half, flat side up")
def half_disc_with_flat_top(p: Pick) -> Worked:
    """The lower half of a disc."""
    back, fore = p.colours(2)
    r = p.share(0.22, 0.45)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} half disc in the middle, radius {r}, flat side up",
            f"make {a(fore)} bowl: the lower half of a circle of radius {r} px, centred on {back}",
        ),
        loose=p.one(f"{a(fore)} bowl on {back}", f"the lower half of {a(fore)} circle on {back}"),
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy, cx = (H - r) // 2, (W - 1) / 2  # row of the flat side, middle column
half = (np.hypot(yy - cy, xx - cx) <= r) & (yy >= cy)  # the part below: yy >= cy
image[half] = {fore.value}  # {fore}
""",
    )


@family("half disc, semicircle, half circle, left half, right half, letter d, vertical flat side")
def half_disc_sideways(p: Pick) -> Worked:
    """The left or right half of a disc."""
    back, fore = p.colours(2)
    r = p.share(0.22, 0.45)
    side = p.one("left", "right")
    keep, shift = ("xx <= cx", "(W + r) // 2") if side == "left" else ("xx >= cx", "(W - r) // 2")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the {side} half of {a(fore)} disc of radius {r} in the middle",
            f"draw {a(fore)} semicircle on {back}, only the {side} half of the circle, radius {r} px",
        ),
        loose=f"only the {side} half of {a(fore)} circle on {back}",
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy, cx = (H - 1) / 2, {shift}  # middle row, column of the flat side
half = (np.hypot(yy - cy, xx - cx) <= r) & ({keep})  # left half: xx <= cx, right half: xx >= cx
image[half] = {fore.value}  # {fore}
""",
    )


@family("quarter disc, quarter circle, corner, quadrant, radius, round corner")
def quarter_disc_in_corner(p: Pick) -> Worked:
    """A quarter of a disc around a corner of the picture."""
    back, fore = p.colours(2)
    r = p.share(0.35, 0.85)
    row, column = p.one("top", "bottom"), p.one("left", "right")
    cy, cx = "0" if row == "top" else "H - 1", "0" if column == "left" else "W - 1"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} quarter disc of radius {r} in the {row} {column} corner",
            f"draw a quarter circle in {fore} on {back}, its centre in the {row} {column} corner, radius {r} pixels",
        ),
        loose=f"{a(fore)} quarter of a circle in the {row} {column} corner of {back}",
        back=back,
        body=f"""
r = {r}  # radius in pixels
cy, cx = {cy}, {cx}  # {row} {column} corner; top: 0, bottom: H - 1, left: 0, right: W - 1
quarter = np.hypot(yy - cy, xx - cx) <= r
image[quarter] = {fore.value}  # {fore}
""",
    )


@family("pie slice, sector, wedge, opening angle, degrees, fan, piece of cake, arc")
def pie_sector(p: Pick) -> Worked:
    """A slice of a disc between two directions."""
    back, fore = p.colours(2)
    r, start, opening = p.share(0.3, 0.47), p.number(5, 170), p.number(25, 150)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} pie slice of radius {r} around the middle, "
            f"opening angle {opening} degrees, beginning at {start} degrees (right is zero, counterclockwise)",
            f"{a(fore)} sector on {back}: centre in the middle, radius {r} px, {opening} degrees wide, "
            f"from {start} degrees counterclockwise",
        ),
        loose=p.one(f"{a(fore)} slice of pie on {back}", f"{a(fore)} sector of a circle on {back}"),
        back=back,
        body=f"""
r = {r}  # radius in pixels
start, opening = {start}, {opening}  # degrees
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
angle = np.degrees(np.arctan2(cy - yy, xx - cx)) % 360  # 0 is right, 90 is up
sector = (np.hypot(yy - cy, xx - cx) <= r) & (angle >= start) & (angle <= start + opening)
image[sector] = {fore.value}  # {fore}
""",
    )


@family("circle with a missing slice, open mouth, wedge cut out, pie with a piece missing, pac-man, opening angle")
def disc_with_open_mouth(p: Pick) -> Worked:
    """A disc without a slice at its right."""
    back, fore = p.colours(2)
    r, opening = p.share(0.3, 0.45), p.number(40, 110)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} that has a mouth open to the right, "
            f"{opening} degrees wide",
            f"draw {a(fore)} circle on {back}, radius {r} px, with a wedge of {opening} degrees missing at "
            "its right side",
        ),
        loose=f"{a(fore)} circle with an open mouth on {back}, a slice missing",
        back=back,
        body=f"""
r, opening = {r}, {opening}  # pixels, degrees
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
angle = np.degrees(np.arctan2(yy - cy, xx - cx))  # 0 is right
mouth = np.abs(angle) < opening / 2  # half of it above, half below
disc = (np.hypot(yy - cy, xx - cx) <= r) & ~mouth
image[disc] = {fore.value}  # {fore}
""",
    )


@family("crescent, moon, sickle, half moon, disc cut by another disc, shifted")
def crescent(p: Pick) -> Worked:
    """A disc without another one that is shifted to the right."""
    back, fore = p.colours(2)
    r = p.share(0.28, 0.42)
    shift = p.number(r * 0.4, r * 0.8)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} crescent: a disc of radius {r} in the middle, "
            f"cut by an equal disc {shift} pixels further right",
            f"draw a crescent moon in {fore} on {back}, radius {r} px; the cutting circle is shifted "
            f"{shift} px to the right",
        ),
        loose=p.one(f"{a(fore)} crescent moon on {back}", f"{a(fore)} sickle on {back}"),
        back=back,
        body=f"""
r, shift = {r}, {shift}  # pixels
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
disc = np.hypot(yy - cy, xx - cx) <= r
cut = np.hypot(yy - cy, xx - (cx + shift)) <= r  # the same disc, further right
image[disc & ~cut] = {fore.value}  # {fore}
""",
    )


@family("heart, love, valentine, two discs and a point, width")
def heart_by_width(p: Pick) -> Worked:
    """A heart: a square on its tip with two discs."""
    back, fore = p.colours(2)
    width = p.share(0.4, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} heart in the middle, {width} pixels wide",
            f"draw {a(fore)} heart with a width of {width} px, centred on {back}",
        ),
        loose=p.one(f"{a(fore)} heart on {back}", f"a big {fore} heart in the middle of {back}"),
        back=back,
        body=f"""
width = {width}  # pixels
d = width / (1 + np.sqrt(2))  # half diagonal of a square on its tip
r = d / np.sqrt(2)  # radius of the two discs on its upper sides
cy, cx = (H - 1) / 2 + (r - d / 2) / 2, (W - 1) / 2  # the same space above and below
point = np.abs(yy - cy) + np.abs(xx - cx) <= d
left = np.hypot(yy - (cy - d / 2), xx - (cx - d / 2)) <= r
right = np.hypot(yy - (cy - d / 2), xx - (cx + d / 2)) <= r
image[point | left | right] = {fore.value}  # {fore}
""",
    )


@family("drop, teardrop, water drop, raindrop, tip up, round below")
def teardrop(p: Pick) -> Worked:
    """A disc with a tip above it."""
    back, fore = p.colours(2)
    r, height = p.share(0.16, 0.24), p.share(0.65, 0.85)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} drop in the middle, {height} pixels high, its round part of radius {r}",
            f"{a(fore)} teardrop on {back}: tip up, {height} px high in all, the disc below has radius {r} px",
        ),
        loose=f"{a(fore)} drop of water on {back}, tip up",
        back=back,
        body=f"""
r, height = {r}, {height}  # pixels
y0 = (H - height) // 2  # row of the tip
cy, cx = y0 + height - r, (W - 1) / 2  # centre of the round part
disc = np.hypot(yy - cy, xx - cx) <= r
slope = r / np.sqrt((cy - y0) ** 2 - r ** 2)  # straight sides that touch the disc
tip = (yy >= y0) & (yy <= cy - r ** 2 / (cy - y0)) & (np.abs(xx - cx) <= (yy - y0 + 1) * slope)
image[disc | tip] = {fore.value}  # {fore}
""",
    )
