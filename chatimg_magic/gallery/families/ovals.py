"""Filled ellipses and boxes with round corners or ends."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("ellipse, oval, wide, flat, width and height, centre, middle")
def wide_ellipse(p: Pick) -> Worked:
    """A lying ellipse in the middle, by its width and height."""
    back, fore = p.colours(2)
    width, height = p.share(0.55, 0.9), p.share(0.2, 0.42)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} ellipse in the middle, {width} pixels wide and {height} pixels high",
            f"draw a horizontal {fore} oval on {back}: width {width}, height {height}, centred",
        ),
        loose=p.one(f"a wide {fore} ellipse on {back}", f"a flat {fore} oval in the middle of {back}"),
        back=back,
        body=f"""
width, height = {width}, {height}  # pixels
ry, rx = height / 2, width / 2  # half of each
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
ellipse = ((yy - cy) / ry) ** 2 + ((xx - cx) / rx) ** 2 <= 1
image[ellipse] = {fore.value}  # {fore}
""",
    )


@family("ellipse, oval, upright, tall, vertical, semi-axes, vertical radius, horizontal radius, egg")
def upright_ellipse(p: Pick) -> Worked:
    """A standing ellipse in the middle, by its half axes."""
    back, fore = p.colours(2)
    ry, rx = p.share(0.28, 0.45), p.share(0.1, 0.2)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an upright {fore} ellipse in the centre; vertical radius {ry}, "
            f"horizontal radius {rx}",
            f"make a tall {fore} oval in the middle of {back} with semi-axes of {ry} px (vertical) and "
            f"{rx} px (horizontal)",
        ),
        loose=p.one(f"a tall {fore} ellipse on {back}", f"an upright {fore} oval in the middle of {back}"),
        back=back,
        body=f"""
ry, rx = {ry}, {rx}  # radius up and down, radius left and right
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
ellipse = ((yy - cy) / ry) ** 2 + ((xx - cx) / rx) ** 2 <= 1
image[ellipse] = {fore.value}  # {fore}
""",
    )


@family("rounded rectangle, rounded corners, corner radius, round, button, card, box")
def rounded_rectangle(p: Pick) -> Worked:
    """A rectangle with round corners."""
    back, fore = p.colours(2)
    width, height, r = p.share(0.6, 0.85), p.share(0.35, 0.55), p.share(0.06, 0.15)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rounded rectangle in the middle, {width} wide, {height} high, "
            f"corner radius {r} pixels",
            f"{a(fore)} box of {width} x {height} px with rounded corners (radius {r}) centred on {back}",
        ),
        loose=f"{a(fore)} rectangle with rounded corners on {back}, like a button",
        back=back,
        body=f"""
width, height, r = {width}, {height}, {r}  # r: radius of the corners
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
dy = np.maximum(np.abs(yy - cy) - (height / 2 - r), 0)  # how far into a corner
dx = np.maximum(np.abs(xx - cx) - (width / 2 - r), 0)
box = np.hypot(dy, dx) <= r
image[box] = {fore.value}  # {fore}
""",
    )


@family("capsule, pill, stadium, rounded bar, round ends, length")
def capsule(p: Pick) -> Worked:
    """A lying bar with round ends."""
    back, fore = p.colours(2)
    length, height = p.share(0.55, 0.9), p.share(0.15, 0.35)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} capsule in the middle, {length} pixels long and {height} pixels high",
            f"draw a horizontal pill in {fore} on {back}: {length} px long, {height} px thick, round ends",
        ),
        loose=p.one(f"{a(fore)} pill shape on {back}", f"{a(fore)} bar with round ends in the middle of {back}"),
        back=back,
        body=f"""
length, height = {length}, {height}  # pixels
r = height / 2  # radius of the round ends
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
dx = np.maximum(np.abs(xx - cx) - (length / 2 - r), 0)  # 0 along the straight part
pill = np.hypot(yy - cy, dx) <= r
image[pill] = {fore.value}  # {fore}
""",
    )
