"""Frames along the picture's edge, and borders around filled shapes."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("frame, border, along the edge, edge of the picture, margin, thickness, around the image")
def frame(p: Pick) -> Worked:
    """A border along the picture's edge."""
    back, fore = p.colours(2)
    t = p.number(3, p.side * 0.15)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} border of {t} pixels along the edge",
            f"draw {a(fore)} frame, {t} px thick, around the edge of {back}",
            f"{back} picture, {t} pixels wide {fore} frame on all four sides",
        ),
        loose=p.one(f"{a(back)} picture with {a(fore)} frame", f"{a(fore)} border around {back}"),
        back=back,
        body=f"""
t = {t}  # thickness in pixels
frame = (yy < t) | (yy >= H - t) | (xx < t) | (xx >= W - t)
image[frame] = {fore.value}  # {fore}
""",
    )


@family("frame inside, inset border, distance from the edge, frame with a gap, line around, margin")
def frame_away_from_the_edge(p: Pick) -> Worked:
    """A frame at a distance from the edge."""
    back, fore = p.colours(2)
    gap, t = p.number(5, p.side * 0.15), p.number(2, p.side * 0.07)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} frame {gap} pixels away from the edge and {t} pixels thick",
            f"{a(fore)} border line of {t} px on {back}, {gap} px inside the edge on every side",
        ),
        loose=f"{a(fore)} frame on {back} that keeps away from the edge",
        back=back,
        body=f"""
gap, t = {gap}, {t}  # distance from the edge, thickness
edge = np.minimum(np.minimum(yy, H - 1 - yy), np.minimum(xx, W - 1 - xx))  # pixels to the nearest edge
frame = (edge >= gap) & (edge < gap + t)
image[frame] = {fore.value}  # {fore}
""",
    )


@family("two nested frames, double frame, two borders, gap between, outer and inner frame, thickness")
def two_nested_frames(p: Pick) -> Worked:
    """A frame along the edge and another one inside, with a gap."""
    back, first, second = p.colours(3)
    outer, gap, inner = p.number(3, p.side * 0.08), p.number(4, p.side * 0.1), p.number(3, p.side * 0.08)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with two nested frames: {outer} pixels of {first} along the edge, then a "
            f"gap of {gap} pixels, "
            f"then {inner} pixels of {second}",
            f"a double frame on {back}: outer border {first}, {outer} px; gap {gap} px; inner border "
            f"{second}, {inner} px",
        ),
        loose=f"two frames one inside the other, {first} and {second}, on {back}",
        back=back,
        body=f"""
outer, gap, inner = {outer}, {gap}, {inner}  # pixels, from the edge inwards
edge = np.minimum(np.minimum(yy, H - 1 - yy), np.minimum(xx, W - 1 - xx))  # pixels to the nearest edge
image[edge < outer] = {first.value}  # {first}
start = outer + gap  # where the inner frame begins
image[(edge >= start) & (edge < start + inner)] = {second.value}  # {second}
""",
    )


@family("circle with border, disc with outline, filled and outlined, edge of another colour, rim")
def disc_with_border(p: Pick) -> Worked:
    """A filled circle with a line of another colour around it."""
    back, fore, edge = p.colours(3)
    r, border = p.share(0.2, 0.38), p.number(3, max(4, p.side * 0.07))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} in the middle and {a(edge)} border of "
            f"{border} pixels around it",
            f"{a(fore)} circle (radius {r}) with a {border} px {edge} outline around it, centred on {back}",
        ),
        loose=f"{a(fore)} circle with {a(edge)} border on {back}",
        back=back,
        body=f"""
r, border = {r}, {border}  # pixels
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
image[distance <= r + border] = {edge.value}  # {edge} border, larger and first
image[distance <= r] = {fore.value}  # {fore} disc on it
""",
    )


@family("rectangle with border, box with outline, filled and outlined, edge of another colour, square with border")
def rectangle_with_border(p: Pick) -> Worked:
    """A filled rectangle with a line of another colour along its edge."""
    back, fore, edge = p.colours(3)
    width, height, t = p.share(0.55, 0.85), p.share(0.3, 0.52), p.number(3, max(4, p.side * 0.06))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rectangle in the middle, {width} wide and {height} high, "
            f"with {a(edge)} border of {t} pixels inside its edge",
            f"draw a {width} x {height} px box on {back}, filled with {fore}, its edge {edge} and {t} px thick",
        ),
        loose=f"{a(fore)} rectangle with {a(edge)} border on {back}",
        back=back,
        body=f"""
width, height, t = {width}, {height}, {t}  # t: thickness of the border
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
y1, x1 = y0 + height, x0 + width
box = (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x1)
inner = (yy >= y0 + t) & (yy < y1 - t) & (xx >= x0 + t) & (xx < x1 - t)
image[box] = {edge.value}  # {edge} border, larger and first
image[inner] = {fore.value}  # {fore} on it
""",
    )
