"""Gradients along a direction, over the whole picture or inside a part of it."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import empty, frame, grey, mix, set_levels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Colour, Pick, Worked, family
from chatimg_magic.request import Mode


def _ends(p: Pick) -> list[Colour]:
    """Return the two colours of a gradient, often black and white."""
    if p.number(0, 2) == 0:
        return [p.colour("black"), p.colour("white")][:: 1 if p.flip() else -1]
    return p.colours(2)


def _valued(p: Pick, colour: Colour) -> str:
    """Return code for a colour that can be mixed: a level, or an array of its channels."""
    return colour.value if p.mode is Mode.GRAY else f"np.array({colour.value})"


def _rightwards(p: Pick, left: Colour, right: Colour) -> str:
    """Return code that mixes two colours from the left edge to the right edge."""
    return f"""
left, right = {_valued(p, left)}, {_valued(p, right)}  # {left}, {right}
t = xx / (W - 1)  # 0 at the left edge, 1 at the right edge
{empty(p)}
image[:] = {mix(p, "left", "right")}
"""


def _downwards(p: Pick, top: Colour, bottom: Colour) -> str:
    """Return code that mixes two colours from the first row to the last."""
    return f"""
top, bottom = {_valued(p, top)}, {_valued(p, bottom)}  # {top}, {bottom}
t = yy / (H - 1)  # 0 in the first row, 1 in the last row
{empty(p)}
image[:] = {mix(p, "top", "bottom")}
"""


@family("gradient, colour gradient, blend, fade, transition, from one colour to another, linear")
def gradient(p: Pick) -> Worked:
    """A gradient of which nobody says where it goes: from left to right."""
    one, two = _ends(p)
    return Worked(
        exact=f"{frame(p)} with a gradient from {one} at column 0 to {two} at the right edge",
        loose=p.one(f"a gradient from {one} to {two}", f"{a(one)} to {two} gradient", f"{one} blending into {two}"),
        back=one,
        body=_rightwards(p, one, two),
    )


@family("gradient, left to right, horizontal gradient, fade, blend, from left, to right, linear, transition, shading")
def gradient_left_to_right(p: Pick) -> Worked:
    """A gradient from one colour at the left edge to another at the right edge."""
    left, right = _ends(p)
    return Worked(
        exact=p.one(
            f"a horizontal gradient from {left} on the left to {right} on the right",
            f"{frame(p)} that fades from {left} on the left to {right} on the right",
            f"linear gradient, left to right, {left} to {right}",
        ),
        loose=p.one(f"{left} fading into {right} from left to right", f"{a(left)} to {right} horizontal gradient"),
        back=left,
        body=_rightwards(p, left, right),
    )


@family("gradient, right to left, horizontal gradient, fade, blend, from right, to left, linear")
def gradient_right_to_left(p: Pick) -> Worked:
    """A gradient that begins at the right edge."""
    right, left = _ends(p)
    return Worked(
        exact=p.one(
            f"a gradient from right to left: {right} at the right edge, {left} at the left edge",
            f"{frame(p)} with {right} on the right blending into {left} towards the left",
        ),
        loose=f"{right} on the right fading to {left} on the left",
        back=right,
        body=_rightwards(p, left, right)  # for grey: from the right a small model gets fewer ramps right
        if p.mode is Mode.GRAY
        else f"""
right, left = np.array({right.value}), np.array({left.value})  # {right}, {left}
t = 1 - xx / (W - 1)  # 0 at the right edge, 1 at the left edge
{empty(p)}
image[:] = {mix(p, "right", "left")}
""",
    )


@family("gradient, top to bottom, vertical gradient, fade, blend, from top, downwards, sky, linear, transition")
def vertical_gradient(p: Pick) -> Worked:
    """A gradient from one colour at the top to another at the bottom."""
    top, bottom = _ends(p)
    return Worked(
        exact=p.one(
            f"a vertical gradient from {top} at the top to {bottom} at the bottom",
            f"{frame(p)} that fades from {top} in the first row to {bottom} in the last row",
            f"linear gradient, top to bottom, {top} to {bottom}",
        ),
        loose=p.one(f"{top} fading into {bottom} from top to bottom", f"{a(top)} to {bottom} vertical gradient"),
        back=top,
        body=_downwards(p, top, bottom),
    )


@family("gradient, bottom to top, vertical gradient, fade, upwards, from bottom, to top, linear")
def gradient_bottom_to_top(p: Pick) -> Worked:
    """A gradient that begins at the bottom."""
    bottom, top = _ends(p)
    return Worked(
        exact=p.one(
            f"a gradient from bottom to top: {bottom} in the last row, {top} in the first row",
            f"{frame(p)} with {bottom} at the bottom blending upwards into {top}",
        ),
        loose=f"{bottom} at the bottom fading upwards to {top}",
        back=bottom,
        body=_downwards(p, top, bottom)
        if p.mode is Mode.GRAY
        else f"""
bottom, top = np.array({bottom.value}), np.array({top.value})  # {bottom}, {top}
t = 1 - yy / (H - 1)  # 0 in the last row, 1 in the first row
{empty(p)}
image[:] = {mix(p, "bottom", "top")}
""",
    )


@family("diagonal gradient, gradient, corner to corner, top left to bottom right, diagonal, blend, fade")
def gradient_diagonal(p: Pick) -> Worked:
    """A gradient from the top left corner to the bottom right corner."""
    start, end = _ends(p)
    return Worked(
        exact=p.one(
            f"a diagonal gradient from {start} in the top left corner to {end} in the bottom right corner",
            f"{frame(p)} blending diagonally from {start} (top left) to {end} (bottom right)",
        ),
        loose=f"a diagonal {start} to {end} gradient",
        back=start,
        body=f"""
start, end = np.array({start.value}), np.array({end.value})  # {start}, {end}
t = (yy / (H - 1) + xx / (W - 1)) / 2  # 0 in the top left corner, 1 in the bottom right corner
{empty(p)}
image[:] = {mix(p, "start", "end")}
""",
    )


@family("diagonal gradient, gradient, corner to corner, bottom left to top right, rising diagonal, blend, fade")
def gradient_rising_diagonal(p: Pick) -> Worked:
    """A gradient from the bottom left corner to the top right corner."""
    start, end = _ends(p)
    return Worked(
        exact=p.one(
            f"a diagonal gradient from {start} in the bottom left corner to {end} in the top right corner",
            f"{frame(p)} blending diagonally from {start} (bottom left) to {end} (top right)",
        ),
        loose=f"{start} in the lower left corner fading to {end} in the upper right one",
        back=start,
        body=f"""
start, end = np.array({start.value}), np.array({end.value})  # {start}, {end}
t = (1 - yy / (H - 1) + xx / (W - 1)) / 2  # 0 in the bottom left corner, 1 in the top right corner
{empty(p)}
image[:] = {mix(p, "start", "end")}
""",
    )


@family("gray levels, grey gradient, gradient, brightness, left to right, ramp, grayscale, dark to bright, luminance")
def grey_ramp(p: Pick) -> Worked:
    """Grey levels from one value at the left edge to another at the right edge."""
    first, last = p.number(0, 60), p.number(190, 255)
    if p.flip():
        first, last = (0, 255) if p.flip() else (255, 0)
    return Worked(
        exact=p.one(
            f"a grey ramp: brightness {first} in the first column, changing evenly to {last} in the last column",
            f"{frame(p)} with a horizontal grayscale gradient from level {first} at the left to {last} at the right",
        ),
        loose=p.one("a smooth grey ramp from left to right", "a grayscale gradient across the picture"),
        back=grey(p, first),
        body=f"""
first, last = {first}, {last}  # brightness at the left edge and at the right edge
level = np.round(first + (last - first) * xx / (W - 1)).astype(np.uint8)
{set_levels(p)}
""",
    )


@family("gray levels, grey gradient, gradient, brightness, top to bottom, ramp, grayscale, dark to bright, vertical")
def vertical_grey_ramp(p: Pick) -> Worked:
    """Grey levels from one value in the first row to another in the last row."""
    first, last = p.number(0, 60), p.number(190, 255)
    if p.flip():
        first, last = (0, 255) if p.flip() else (255, 0)
    return Worked(
        exact=p.one(
            f"a vertical grey ramp: brightness {first} in the first row, changing evenly to {last} in the last row",
            f"{frame(p)} with a grayscale gradient from level {first} at the top to {last} at the bottom",
        ),
        loose=p.one("a smooth grey ramp from top to bottom", "a vertical grayscale gradient"),
        back=grey(p, first),
        body=f"""
first, last = {first}, {last}  # brightness in the first row and in the last row
level = np.round(first + (last - first) * yy / (H - 1)).astype(np.uint8)
{set_levels(p)}
""",
    )


@family("steps, stepped gradient, gray levels, grey scale, step wedge, staircase, equal steps, bands, posterized")
def grey_steps(p: Pick) -> Worked:
    """A number of equal grey bands from black to white."""
    n = p.number(4, 12)
    first, last = ("black", "white") if p.flip() else ("white", "black")
    start, end = p.colour(first), p.colour(last)
    return Worked(
        exact=p.one(
            f"a stepped gradient of {n} equal grey bands from {first} at the left to {last} at the right",
            f"{frame(p)} divided into {n} vertical bands of grey, in even steps from {first} to {last}",
        ),
        loose=f"a gray scale in steps from {first} to {last}",
        back=start,
        body=f"""
n = {n}  # bands
number = xx * n // W  # 0 for the leftmost band, n - 1 for the rightmost one
t = number / (n - 1)  # 0 is {start}, 1 is {end}
level = np.round({"255 * t" if first == "black" else "255 * (1 - t)"}).astype(np.uint8)
{set_levels(p)}
""",
    )


@family("steps, stepped gradient, colour steps, bands, shades, horizontal, top to bottom, posterized, palette")
def colour_steps(p: Pick) -> Worked:
    """A number of equal horizontal bands from one colour to another."""
    n = p.number(4, 9)
    top, bottom = _ends(p)
    return Worked(
        exact=p.one(
            f"{n} horizontal bands of equal height whose colours go in even steps from {top} at the top to {bottom} at "
            "the bottom",
            f"{frame(p)}: a stepped vertical gradient with {n} shades, {top} to {bottom}",
        ),
        loose=f"shades in steps from {top} above to {bottom} below",
        back=top,
        body=f"""
n = {n}  # bands
top, bottom = np.array({top.value}), np.array({bottom.value})  # {top}, {bottom}
number = yy * n // H  # 0 for the top band, n - 1 for the bottom one
t = number / (n - 1)
{empty(p)}
image[:] = {mix(p, "top", "bottom")}
""",
    )


@family("three colours, gradient, middle colour, horizontal, left to right, through, blend, multi-colour")
def three_colour_gradient(p: Pick) -> Worked:
    """A horizontal gradient through three colours."""
    a, b, c = p.colours(3)
    return Worked(
        exact=p.one(
            f"a horizontal gradient of 3 colours: {a} at the left, {b} in the middle, {c} at the right",
            f"{frame(p)} fading from {a} through {b} to {c}, left to right",
        ),
        loose=f"a gradient from {a} over {b} to {c}",
        back=a,
        body=f"""
colours = np.array([{a.value}, {b.value}, {c.value}])  # {a}, {b}, {c}
x = xx / (W - 1) * 2  # 0 at the left edge, 1 in the middle, 2 at the right edge (3 colours: 2 steps)
i = np.minimum(x.astype(int), 1)  # between colours i and i + 1
t = {"x - i" if p.mode is Mode.GRAY else "(x - i)[..., None]"}
{empty(p)}
image[:] = np.round(colours[i] + (colours[i + 1] - colours[i]) * t).astype(np.uint8)
""",
    )


@family("three colours, gradient, vertical, top to bottom, sunset, dusk, dawn, sky gradient, through, middle colour")
def three_colour_vertical_gradient(p: Pick) -> Worked:
    """A vertical gradient through three colours."""
    a, b, c = p.colours(3)
    return Worked(
        exact=p.one(
            f"a vertical gradient of 3 colours: {a} at the top, {b} in the middle, {c} at the bottom",
            f"{frame(p)} fading downwards from {a} through {b} to {c}",
        ),
        loose=p.one(f"a sky that goes from {a} over {b} to {c}", f"a vertical gradient of {a}, {b} and {c}"),
        back=a,
        body=f"""
colours = np.array([{a.value}, {b.value}, {c.value}])  # {a}, {b}, {c}
y = yy / (H - 1) * 2  # 0 in the first row, 1 in the middle, 2 in the last row (3 colours: 2 steps)
i = np.minimum(y.astype(int), 1)  # between colours i and i + 1
t = {"y - i" if p.mode is Mode.GRAY else "(y - i)[..., None]"}
{empty(p)}
image[:] = np.round(colours[i] + (colours[i + 1] - colours[i]) * t).astype(np.uint8)
""",
    )


@family("mirrored gradient, gradient, both edges, middle, symmetric, tube, there and back, reflected")
def mirrored_gradient(p: Pick) -> Worked:
    """A gradient from the middle column to both edges."""
    middle, edges = _ends(p)
    return Worked(
        exact=p.one(
            f"a symmetric gradient: {middle} in the middle column, fading to {edges} at the left and right edges",
            f"{frame(p)} with {edges} at both sides blending into {middle} in the centre, horizontally",
        ),
        loose=f"{middle} in the middle fading to {edges} at both sides",
        back=edges,
        body=f"""
middle, edges = np.array({middle.value}), np.array({edges.value})  # {middle}, {edges}
t = np.abs(2 * xx / (W - 1) - 1)  # 0 in the middle, 1 at both edges
{empty(p)}
image[:] = {mix(p, "middle", "edges")}
""",
    )
