"""Curves that turn: spirals, roses, hearts, Lissajous figures."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("spiral, archimedean spiral, winding line, turns, coil, snail, curl, swirl line")
def spiral(p: Pick) -> Worked:
    """A spiral line from the middle outwards."""
    back, fore = p.colours(2)
    n, thick = p.number(2, 5), p.number(3, 5)
    step = p.number(max(thick + 4, 0.25 / n * p.side), 0.46 / n * p.side)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} spiral from the centre: {n} turns, {step} pixels from turn to turn, line "
            f"{thick} pixels thick",
            f"a spiral line in {fore} on {back}, winding {n} times around the middle, {step} px between the windings, "
            f"{thick} px thick",
        ),
        loose=p.one(f"{a(fore)} spiral on {back}", f"{a(fore)} line that winds outwards on {back}"),
        back=back,
        body=f"""
n, step, thick = {n}, {step}, {thick}  # turns; pixels from turn to turn
cy, cx = (H - 1) / 2, (W - 1) / 2
radius = np.hypot(yy - cy, xx - cx)
turn = np.arctan2(yy - cy, xx - cx) / (2 * np.pi) % 1  # 0 to 1 once around
nearest = np.round(radius / step - turn)  # number of the nearest winding
nearest = np.clip(nearest, 0, n - 1)
line = np.abs(radius - (nearest + turn) * step) <= thick / 2
image[line] = {fore.value}  # {fore}
""",
    )


@family("rose curve, rhodonea, flower curve, petals, polar curve, k petals, clover, mathematical flower")
def rose_filled(p: Pick) -> Worked:
    """A filled rose curve in polar coordinates."""
    back, fore = p.colours(2)
    n, r = p.number(3, 9), p.share(0.28, 0.46)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a filled {fore} rose of {n} petals, radius {r}, in the middle",
            f"a polar rose in {fore} on {back}: {n} petals, {r} px long, around the centre",
        ),
        loose=f"{a(fore)} rose curve with petals on {back}",
        back=back,
        body=f"""
n, r = {n}, {r}  # petals; their length
cy, cx = (H - 1) / 2, (W - 1) / 2
radius = np.hypot(yy - cy, xx - cx)
angle = np.arctan2(cy - yy, xx - cx)
petals = radius <= r * np.abs(np.cos(n * angle / 2))  # n / 2: each half wave is a petal
image[petals] = {fore.value}  # {fore}
""",
    )


def _traced(thick: int, points: int) -> str:
    """Return code that marks the line through the points ``y``, ``x``, given above as arrays."""
    return f"""\
line = np.zeros((H, W), dtype=bool)
for py, px in zip(y, x):
    line |= (yy - py) ** 2 + (xx - px) ** 2 <= ({thick} / 2) ** 2  # a dot at each of the {points} points"""


@family("rose curve, outline, rhodonea, flower line, petals, polar curve, parametric curve, line drawing")
def rose_line(p: Pick) -> Worked:
    """A rose curve as a line."""
    back, fore = p.colours(2)
    n, r, thick = 1 + 2 * p.number(1, 2), p.share(0.28, 0.44), p.number(4, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the {fore} outline of a rose curve, {n} petals {r} pixels long, line {thick} "
            "pixels "
            "thick",
            f"{a(fore)} line drawing of the polar curve r = {r} cos({n} t) on {back}, {thick} px thick",
        ),
        loose=f"the {fore} outline of a rose curve on {back}",
        back=back,
        body=f"""
n, r = {n}, {r}  # petals; their length
t = np.linspace(0, np.pi, 450)
radius = r * np.cos(n * t)
y = (H - 1) / 2 - radius * np.sin(t)
x = (W - 1) / 2 + radius * np.cos(t)
{_traced(thick, 450)}
image[line] = {fore.value}  # {fore}
""",
    )


@family("lissajous, lissajous curve, oscilloscope, figure eight, knot, frequencies, parametric curve, loops")
def lissajous(p: Pick) -> Worked:
    """A Lissajous curve of two frequencies."""
    back, fore = p.colours(2)
    across, down = map(int, p.one("1 2", "2 3", "1 3", "3 2", "2 1", "3 1").split())
    width, height, thick = p.share(0.3, 0.45, p.cols), p.share(0.3, 0.45, p.rows), p.number(4, 6)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} Lissajous curve, frequencies {across} across and {down} down, "
            f"reaching {width} "
            "pixels "
            f"left and right and {height} pixels up and down from the middle, {thick} pixels thick",
            f"{a(fore)} Lissajous figure {across} : {down} on {back}, amplitude {width} px horizontally and "
            f"{height} px "
            "vertically, "
            f"line {thick} px",
        ),
        loose=f"{a(fore)} lissajous curve on {back}",
        back=back,
        body=f"""
a, b = {across}, {down}  # frequencies across and down
t = np.linspace(0, 2 * np.pi, 500)
x = (W - 1) / 2 + {width} * np.sin(a * t + np.pi / 4)
y = (H - 1) / 2 + {height} * np.sin(b * t)
{_traced(thick, 500)}
image[line] = {fore.value}  # {fore}
""",
    )


@family("infinity sign, lemniscate, figure eight, infinity symbol, lying eight, loop, endless")
def infinity_sign(p: Pick) -> Worked:
    """A lying figure eight as a line."""
    back, fore = p.colours(2)
    width = p.share(0.28, 0.42, p.cols)
    height, thick = min(p.share(0.15, 0.3, p.rows), p.number(0.4 * width, 0.6 * width)), p.share(0.03, 0.06)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} infinity sign in the middle, reaching {width} pixels left and right and "
            f"{height} pixels up and down, line {thick} pixels thick",
            f"a lying eight in {fore} on {back}: {width} px to each side, {height} px up and down, {thick} px thick",
        ),
        loose=f"{a(fore)} infinity symbol on {back}",
        back=back,
        body=f"""
t = np.linspace(0, 2 * np.pi, 300)
x = (W - 1) / 2 + {width} * np.cos(t)
y = (H - 1) / 2 - {height} * np.sin(2 * t)  # twice up and down while once to and fro
{_traced(thick, 300)}
image[line] = {fore.value}  # {fore}
""",
    )


@family("heart curve, heart, parametric heart, love, outline, valentine, mathematical heart, line")
def heart_line(p: Pick) -> Worked:
    """The outline of a heart by the parametric heart curve."""
    back, fore = p.colours(2)
    r, thick = p.share(0.25, 0.4), p.share(0.02, 0.05)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the outline of {a(fore)} heart curve in the middle, {r} pixels to each side, line "
            f"{thick} pixels thick",
            f"a parametric heart as {a(fore)} line on {back}, reaching {r} px left and right of its middle, {thick} "
            "px thick",
        ),
        loose=f"the outline of {a(fore)} heart on {back}",
        back=back,
        body=f"""
r = {r}  # pixels from the middle to the left and right
t = np.linspace(0, 2 * np.pi, 300)
x = (W - 1) / 2 + r * np.sin(t) ** 3
y = (H - 1) / 2 - r / 16 * (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
{_traced(thick, 300)}
image[line] = {fore.value}  # {fore}
""",
    )


@family("circle outline, circle curve, parametric circle, ring line, round line, cosine and sine, points on a circle")
def parametric_circle(p: Pick) -> Worked:
    """A circle as a parametric curve."""
    back, fore = p.colours(2)
    r, thick = p.share(0.2, 0.42), p.share(0.02, 0.05)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the parametric curve x = {r} cos t, y = {r} sin t around the middle in {fore}, "
            f"{thick} pixels thick",
            f"a circle traced by cosine and sine, radius {r} px, {fore} line {thick} px thick on {back}",
        ),
        loose=f"{a(fore)} circle traced by cosine and sine on {back}",
        back=back,
        body=f"""
r = {r}
t = np.linspace(0, 2 * np.pi, 300)
x = (W - 1) / 2 + r * np.cos(t)
y = (H - 1) / 2 - r * np.sin(t)
{_traced(thick, 300)}
image[line] = {fore.value}  # {fore}
""",
    )


@family("dots on a spiral, sunflower, phyllotaxis, golden angle, seeds, galaxy, dotted spiral")
def sunflower_seeds(p: Pick) -> Worked:
    """Dots on a spiral by the golden angle."""
    back, fore = p.colours(2)
    n, r = p.number(40, 120), p.number(2, 4)
    reach = p.share(0.36, 0.46)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} {fore} dots of radius {r} arranged like sunflower seeds within {reach} "
            "pixels of "
            "the middle",
            f"phyllotaxis on {back}: {n} dots in {fore}, radius {r} px, golden angle, outermost {reach} px from the "
            "centre",
        ),
        loose=f"{fore} dots like sunflower seeds on {back}",
        back=back,
        body=f"""
n, r, reach = {n}, {r}, {reach}  # dots; radius of a dot; of all
for i in range(n):
    angle = i * np.pi * (3 - np.sqrt(5))  # the golden angle from dot to dot
    distance = reach * np.sqrt(i / (n - 1))  # the last one is at reach
    cy = (H - 1) / 2 - distance * np.sin(angle)
    cx = (W - 1) / 2 + distance * np.cos(angle)
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot] = {fore.value}  # {fore}
""",
    )


@family("wavy circle, cookie, gear outline, blob, polar wave, flower shape, scalloped circle, bumps")
def wavy_disc(p: Pick) -> Worked:
    """A disc whose rim is a wave."""
    back, fore = p.colours(2)
    n, r = p.number(5, 14), p.share(0.22, 0.36)
    wave = p.number(0.06 * r, 0.2 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} in the middle whose rim waves {n} times, {wave} "
            "pixels in "
            "and out",
            f"{a(fore)} blob with {n} bumps on {back}: mean radius {r} px, bumps {wave} px",
        ),
        loose=f"{a(fore)} disc with a wavy rim on {back}",
        back=back,
        body=f"""
n, r, wave = {n}, {r}, {wave}
cy, cx = (H - 1) / 2, (W - 1) / 2
angle = np.arctan2(cy - yy, xx - cx)
rim = r + wave * np.cos(n * angle)  # radius in every direction
image[np.hypot(yy - cy, xx - cx) <= rim] = {fore.value}  # {fore}
""",
    )
