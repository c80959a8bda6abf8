"""Rainbows and hues."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import empty, frame
from chatimg_magic.gallery.pick import Colour, Pick, Worked, family

HUES = """\
red = np.clip(np.abs(hue - 180) / 60 - 1, 0, 1)  # hue: 0 red, 60 yellow, 120 green, 180 cyan, 240 blue, 360 red
green = np.clip(2 - np.abs(hue - 120) / 60, 0, 1)
blue = np.clip(2 - np.abs(hue - 240) / 60, 0, 1)"""
"""Code that makes full colours, 0 to 1, of hues in degrees, 0 to 360."""

SEVEN = ("red", "orange", "yellow", "green", "cyan", "blue", "purple")
SEVEN_NAMES = ", ".join(SEVEN)


def _listed(colours: list[Colour]) -> str:
    """Return code that lists colours, four in a line."""
    lines = [", ".join(colour.value for colour in colours[i : i + 4]) for i in range(0, len(colours), 4)]
    values = ",\n           ".join(lines)
    return f"[{values}]"


def _span(first: int, last: int) -> str:
    """Say in words which hues there are."""
    if last - first == 360:
        return "all hues from red back to red"
    return f"{'red' if first < 15 else 'orange'} to {'blue' if last < 265 else 'purple' if last < 300 else 'pink'}"


@family("hue, rainbow gradient, spectrum, all colours, left to right, hsv, smooth rainbow, colour wheel", "rgb rgba")
def rainbow_from_left_to_right(p: Pick) -> Worked:
    """All hues from the left edge to the right edge."""
    first, last = (p.number(0, 40), p.number(240, 360)) if p.flip() else (0, 360)
    return Worked(
        exact=p.one(
            f"a smooth rainbow from left to right: hue {first} degrees at the left edge, {last} degrees at the "
            "right edge, "
            "full saturation and brightness",
            f"{frame(p)} whose hue runs from {first} to {last} degrees horizontally (HSV, saturation and value full)",
        ),
        loose=f"a smooth rainbow from left to right, {_span(first, last)}",
        back=p.colour("red"),
        body=f"""
hue = {first} + {last - first} * xx / (W - 1)  # degrees, from {first} to {last}
{HUES}
{empty(p)}
image[..., :3] = np.round(255 * np.stack([red, green, blue], axis=-1)).astype(np.uint8)
""",
    )


@family("hue, rainbow gradient, spectrum, all colours, top to bottom, hsv, vertical, smooth rainbow", "rgb rgba")
def rainbow_from_top_to_bottom(p: Pick) -> Worked:
    """All hues from the first row to the last row."""
    first, last = (p.number(0, 40), p.number(240, 360)) if p.flip() else (0, 360)
    return Worked(
        exact=p.one(
            f"a smooth rainbow from top to bottom: hue {first} degrees in the first row, {last} degrees in the last "
            "row",
            f"{frame(p)} whose hue runs vertically from {first} degrees at the top to {last} degrees at the bottom",
        ),
        loose=f"a smooth rainbow from top to bottom, {_span(first, last)}",
        back=p.colour("red"),
        body=f"""
hue = {first} + {last - first} * yy / (H - 1)  # degrees, from {first} to {last}
{HUES}
{empty(p)}
image[..., :3] = np.round(255 * np.stack([red, green, blue], axis=-1)).astype(np.uint8)
""",
    )


@family("hue around the centre, angular rainbow, rainbow, conic rainbow, angle, spectrum, turning", "rgb rgba")
def hue_around_the_centre(p: Pick) -> Worked:
    """All hues once around the middle, over the whole picture."""
    start = p.number(0, 330)
    return Worked(
        exact=p.one(
            f"all hues once around the centre, anticlockwise, beginning at the right with hue {start} degrees",
            f"{frame(p)} whose hue is the angle around the middle plus {start} degrees, full saturation and brightness",
        ),
        loose="a rainbow that turns around the middle",
        back=p.colour("red"),
        body=f"""
start = {start}  # degrees of the hue at the right
angle = np.rad2deg(np.arctan2((H - 1) / 2 - yy, xx - (W - 1) / 2))  # anticlockwise from the right
hue = (angle + start) % 360
{HUES}
{empty(p)}
image[..., :3] = np.round(255 * np.stack([red, green, blue], axis=-1)).astype(np.uint8)
""",
    )


@family("colour wheel, hue wheel, color wheel, hue around the centre, hsv wheel, rainbow disc, angle", "rgb rgba")
def hue_wheel(p: Pick) -> Worked:
    """A disc whose hue is the angle."""
    back, r = p.ground("white", "black", "light gray", "dark gray"), p.share(0.3, 0.46)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a colour wheel of radius {r} in the middle: the hue is the angle, red to the right",
            f"a disc of radius {r} px on {back} with all hues around its centre, full saturation",
        ),
        loose=f"a colour wheel on {back}",
        back=back,
        body=f"""
r = {r}
cy, cx = (H - 1) / 2, (W - 1) / 2
hue = np.degrees(np.arctan2(cy - yy, xx - cx)) % 360  # 0 to the right
{HUES}
colours = np.round(255 * np.stack([red, green, blue], axis=-1)).astype(np.uint8)
wheel = np.hypot(yy - cy, xx - cx) <= r
image[wheel, :3] = colours[wheel]
""",
    )


@family("colour wheel, saturation, white centre, hsv, hue, pastel middle, rainbow, color picker", "rgb rgba")
def hue_and_saturation_wheel(p: Pick) -> Worked:
    """A disc whose hue is the angle and whose saturation grows outwards."""
    back, r = p.ground("white", "black", "light gray", "dark gray"), p.share(0.3, 0.46)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an HSV wheel of radius {r}: hue by angle, white in the centre, full colours at "
            "the rim",
            f"a colour picker disc on {back}, radius {r} px, saturation growing from 0 in the middle to full at the "
            "edge",
        ),
        loose=f"a colour picker wheel with a white centre on {back}",
        back=back,
        body=f"""
r = {r}
cy, cx = (H - 1) / 2, (W - 1) / 2
radius = np.hypot(yy - cy, xx - cx)
saturation = np.clip(radius / r, 0, 1)[..., None]  # 0 in the middle, 1 at the rim
hue = np.degrees(np.arctan2(cy - yy, xx - cx)) % 360  # 0 to the right
{HUES}
full = np.stack([red, green, blue], axis=-1)
colours = np.round(255 * (1 - saturation + saturation * full)).astype(np.uint8)
wheel = radius <= r
image[wheel, :3] = colours[wheel]
""",
    )


@family("rainbow rings, hue, concentric, rainbow circles, radius, psychedelic, circular rainbow", "rgb rgba")
def rainbow_rings(p: Pick) -> Worked:
    """Hues that repeat with the distance from the middle."""
    length = p.share(0.2, 0.6)
    return Worked(
        exact=p.one(
            f"rainbow rings around the centre, all hues once every {length} pixels of radius, red in the middle",
            f"{frame(p)} whose hue depends on the distance from the middle and repeats after {length} px",
        ),
        loose="smooth rainbow rings around the middle",
        back=p.colour("red"),
        body=f"""
length = {length}  # pixels from red to red
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
hue = radius / length % 1 * 360  # degrees
{HUES}
{empty(p)}
image[..., :3] = np.round(255 * np.stack([red, green, blue], axis=-1)).astype(np.uint8)
""",
    )


@family("rainbow stripes, rainbow, seven colours, bands, pride, horizontal, rainbow flag", "rgb rgba")
def rainbow_stripes(p: Pick) -> Worked:
    """Seven stripes of a given thickness in the colours of the rainbow."""
    kind, axis, place = ("horizontal", "yy", "the top edge") if p.flip() else ("vertical", "xx", "the left edge")
    band = p.share(0.06, 0.14)
    return Worked(
        exact=p.one(
            f"a rainbow of 7 {kind} stripes on white, each {band} pixels thick, beginning at {place}: {SEVEN_NAMES}",
            f"7 {kind} rainbow stripes, {band} px each, from {place} on, {SEVEN_NAMES}, the rest white",
        ),
        loose=f"{kind} rainbow stripes on white",
        back=p.colour("white"),
        body=f"""
colours = {_listed([p.colour(name) for name in SEVEN])}
# 7 colours: {SEVEN_NAMES}
band = {band}  # pixels of each stripe
for i in range(7):
    stripe = ({axis} >= i * band) & ({axis} < (i + 1) * band)
    image[stripe] = colours[i]
""",
    )


@family("rainbow, rainbow arc, bow, half circle, sky, arch, seven colours, after the rain", "rgb rgba")
def rainbow_arc(p: Pick) -> Worked:
    """A rainbow of seven arcs that stands on the bottom edge."""
    back = p.ground("sky blue", "white", "light gray", "navy")
    r = min(p.share(0.36, 0.48, p.cols), p.share(0.7, 0.92, p.rows))
    band = p.number(0.07 * r, 0.1 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a rainbow: 7 arcs, each {band} pixels thick, outer radius {r}, around the "
            "middle of "
            f"the bottom edge, from outside {SEVEN_NAMES}",
            f"a rainbow arc on {back}, outermost radius {r} px, 7 bands of {band} px, red outside and purple inside, "
            "standing on the bottom edge",
        ),
        loose=p.one(f"a rainbow on {back}", f"a rainbow arch in front of {back}"),
        back=back,
        body=f"""
colours = {_listed([p.colour(name) for name in SEVEN])}
# 7 colours: {SEVEN_NAMES}
r, band = {r}, {band}  # outer radius; thickness of an arc
radius = np.hypot(yy - (H - 1), xx - (W - 1) / 2)  # from the middle of the bottom edge
for i in range(7):  # from the outermost arc to the innermost one
    arc = (radius <= r - i * band) & (radius > r - (i + 1) * band)
    image[arc] = colours[i]
""",
    )


@family("equal rainbow bands, rainbow flag, six colours, full picture, pride flag, horizontal", "rgb rgba")
def rainbow_flag(p: Pick) -> Worked:
    """Equal horizontal rainbow bands over the whole picture."""
    names = ["red", "orange", "yellow", "green", "blue", "purple"]
    if p.flip():
        names = ["red", "orange", "yellow", "green", "cyan", "blue", "purple"]
    if p.flip():
        names.reverse()
    colours = [p.colour(name) for name in names]
    kind, axis, size, end = ("horizontal", "yy", "H", "top") if p.flip() else ("vertical", "xx", "W", "left")
    n, listed = len(names), ", ".join(names)
    return Worked(
        exact=p.one(
            f"{n} equal {kind} rainbow bands that fill the picture, beginning at the {end}: {listed}",
            f"{frame(p)} as a rainbow flag with {n} {kind} stripes of equal size, from the {end} {listed}",
        ),
        loose=f"a rainbow flag with {kind} bands",
        back=colours[0],
        body=f"""
n = {n}
colours = {_listed(colours)}  # {listed}
number = {axis} * n // {size}  # of the band, 0 at the {end}
for i in range(n):
    image[number == i] = colours[i]
""",
    )


@family("cosine colours, rainbow plasma, smooth colours, diagonal rainbow, colour waves, palette", "rgb rgba")
def diagonal_rainbow(p: Pick) -> Worked:
    """Hues along the diagonal, a number of times."""
    n = p.number(2, 9)
    return Worked(
        exact=p.one(
            f"a diagonal rainbow from the top left to the bottom right corner, all hues {n} times",
            f"{frame(p)} with {n} smooth rainbows along the diagonal, beginning with red at the top left",
        ),
        loose="a diagonal rainbow from corner to corner",
        back=p.colour("red"),
        body=f"""
n = {n}  # rainbows
t = (yy / (H - 1) + xx / (W - 1)) / 2  # 0 in the top left corner, 1 in the bottom right corner
hue = t * n % 1 * 360  # degrees
{HUES}
{empty(p)}
image[..., :3] = np.round(255 * np.stack([red, green, blue], axis=-1)).astype(np.uint8)
""",
    )
