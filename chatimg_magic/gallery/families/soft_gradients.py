"""Gradients around a point, inside a part, and between corners."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import empty, frame, mix, set_levels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family
from chatimg_magic.request import Mode


def _dark(p: Pick) -> str:
    """Return what a colour is divided by in shadow; alpha stays."""
    return "np.array((4, 4, 4, 1))" if p.mode is Mode.RGBA else "4"


@family("radial gradient, gradient, centre to edge, round gradient, middle outwards, corners, glow, circular")
def radial_gradient(p: Pick) -> Worked:
    """A gradient from the middle to the corners."""
    inner, outer = p.colours(2)
    return Worked(
        exact=p.one(
            f"a radial gradient from {inner} in the centre to {outer} in the corners",
            f"{frame(p)} fading outwards from {inner} in the middle to {outer} at the corners",
        ),
        loose=p.one(f"{inner} in the middle fading to {outer} all around", f"a radial {inner} to {outer} gradient"),
        back=outer,
        body=f"""
inner, outer = np.array({inner.value}), np.array({outer.value})  # {inner}, {outer}
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
t = radius / radius.max()  # 0 in the middle, 1 in the corners
{empty(p)}
image[:] = {mix(p, "inner", "outer")}
""",
    )


@family("radial gradient, bright centre, dark edge, white to black, brightness, light, spotlight, grey, falls off")
def radial_brightness(p: Pick) -> Worked:
    """Brightness that falls from white in the middle to black at a radius."""
    r = p.share(0.3, 0.6)
    return Worked(
        exact=p.one(
            f"a radial gradient, white in the centre and black from radius {r} outwards",
            f"brightness 255 in the middle falling evenly to 0 at a distance of {r} pixels",
        ),
        loose=p.one("bright in the centre, dark at the edge", "a soft white light in the middle of darkness"),
        back=p.colour("black"),
        body=f"""
r = {r}  # pixels from the middle to where it is black
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
t = np.clip(radius / r, 0, 1)  # 0 in the middle, 1 from r outwards
level = np.round(255 * (1 - t)).astype(np.uint8)  # 255 in the middle, 0 from r outwards
{set_levels(p)}
""",
    )


@family("glow, soft spot, light spot, radial gradient, at a place, blurred circle, halo, soft dot, shining")
def soft_spot(p: Pick) -> Worked:
    """A soft spot of light at a stated place."""
    back, fore = p.colours(2)
    y, x, r = p.share(0.35, 0.65, p.rows), p.share(0.35, 0.65, p.cols), p.share(0.2, 0.33)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a soft {fore} glow centred at row {y}, column {x}, fading to {back} at {r} pixels",
            f"a blurred {fore} spot on {back}, strongest at row {y} and column {x}, gone {r} px from there",
        ),
        loose=f"a soft {fore} glow on {back}",
        back=back,
        body=f"""
cy, cx, r = {y}, {x}, {r}  # row and column of the middle; where the glow ends
back, glow = np.array({back.value}), np.array({fore.value})  # {back}, {fore}
t = np.clip(1 - np.hypot(yy - cy, xx - cx) / r, 0, 1)  # 1 in its middle, 0 from r outwards
{empty(p)}
image[:] = {mix(p, "back", "glow")}
""",
    )


@family("conic gradient, angular gradient, sweep, around the centre, angle, cone, radar sweep, rotating")
def conic_gradient(p: Pick) -> Worked:
    """A gradient that turns around the middle."""
    start, end = p.colours(2)
    return Worked(
        exact=p.one(
            f"a conic gradient around the centre: {start} to the right, turning clockwise through all angles to {end}",
            f"{frame(p)} with an angular gradient from {start} to {end}, once around the middle, clockwise from the "
            "right",
        ),
        loose=p.one(f"{start} turning into {end} around the middle", f"an angular {start} and {end} gradient"),
        back=start,
        body=f"""
start, end = np.array({start.value}), np.array({end.value})  # {start}, {end}
angle = np.arctan2(yy - (H - 1) / 2, xx - (W - 1) / 2)  # 0 to the right, clockwise since y grows downwards
t = angle / (2 * np.pi) % 1  # 0 to 1 once around
{empty(p)}
image[:] = {mix(p, "start", "end")}
""",
    )


@family("gradient band, gradient in a band, strip, bar with gradient, rows, left to right, stripe, color bar")
def gradient_band(p: Pick) -> Worked:
    """A horizontal band that holds a gradient."""
    back, left, right = p.colours(3)
    y0 = p.share(0.15, 0.45, p.rows)
    y1 = y0 + p.share(0.2, 0.4, p.rows)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a band from row {y0} to row {y1} that fades from {left} at the left to {right} at "
            "the right",
            f"on {back}: rows {y0} to {y1} hold a horizontal gradient, {left} to {right}",
        ),
        loose=f"a band with {a(left)} to {right} gradient across {back}",
        back=back,
        body=f"""
y0, y1 = {y0}, {y1}  # first and last row of the band
left, right = np.array({left.value}), np.array({right.value})  # {left}, {right}
t = xx / (W - 1)  # 0 at the left edge, 1 at the right edge
gradient = {mix(p, "left", "right")}
band = (yy >= y0) & (yy <= y1)
image[band] = gradient[band]
""",
    )


@family("gradient disc, disc with gradient, shaded circle, gradient inside a circle, ball, button, filled circle")
def gradient_disc(p: Pick) -> Worked:
    """A disc that holds a vertical gradient."""
    back, top, bottom = p.colours(3)
    r = p.share(0.25, 0.42)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a disc of radius {r} in the middle that fades from {top} at its top to {bottom} at "
            "its bottom",
            f"a circle, radius {r} px, centred on {back}, filled with a vertical gradient {top} to {bottom}",
        ),
        loose=f"a circle on {back} filled with {a(top)} to {bottom} gradient",
        back=back,
        body=f"""
r = {r}
cy, cx = (H - 1) / 2, (W - 1) / 2
top, bottom = np.array({top.value}), np.array({bottom.value})  # {top}, {bottom}
t = np.clip((yy - (cy - r)) / (2 * r), 0, 1)  # 0 at the disc's top, 1 at its bottom
gradient = {mix(p, "top", "bottom")}
disc = np.hypot(yy - cy, xx - cx) <= r
image[disc] = gradient[disc]
""",
    )


@family("gradient rectangle, gradient square, box with gradient, panel, shaded rectangle, gradient inside, card")
def gradient_rectangle(p: Pick) -> Worked:
    """A centred rectangle that holds a horizontal gradient."""
    back, left, right = p.colours(3)
    height, width = p.share(0.3, 0.6, p.rows), p.share(0.4, 0.8, p.cols)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a centred rectangle, {width} pixels wide and {height} pixels high, that fades from "
            f"{left} at its left side to {right} at its right side",
            f"a box of {height} x {width} px (rows x columns) in the middle of {back}, filled with a gradient from "
            f"{left} to {right}, left to right",
        ),
        loose=f"a rectangle with {a(left)} to {right} gradient on {back}",
        back=back,
        body=f"""
height, width = {height}, {width}
y0, x0 = (H - height) // 2, (W - width) // 2  # centred
left, right = np.array({left.value}), np.array({right.value})  # {left}, {right}
t = np.clip((xx - x0) / (width - 1), 0, 1)  # 0 at its left side, 1 at its right side
gradient = {mix(p, "left", "right")}
box = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
image[box] = gradient[box]
""",
    )


@family("shaded ball, sphere, 3d ball, marble, planet, shading, light from the top left, highlight, orb, globe")
def shaded_ball(p: Pick) -> Worked:
    """A ball lit from the top left."""
    back, fore = p.colours(2, "black", "dark gray", "navy")
    r = p.share(0.22, 0.42)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a shaded {fore} ball of radius {r} in the middle, lit from the top left",
            f"{a(fore)} sphere, radius {r} px, centred on {back}, bright at the upper left and dark at the lower right",
        ),
        loose=f"a shiny {fore} sphere on {back}",
        back=back,
        body=f"""
r = {r}
cy, cx = (H - 1) / 2, (W - 1) / 2
dark, light = np.array({fore.value}) // {_dark(p)}, np.array({fore.value})  # {fore} in shadow, in light
distance = np.hypot(yy - (cy - r / 3), xx - (cx - r / 3))  # from the bright point, up and to the left
t = np.clip(1 - distance / (1.5 * r), 0, 1)  # 1 at the bright point, 0 in the shadow
shade = {mix(p, "dark", "light")}
ball = np.hypot(yy - cy, xx - cx) <= r
image[ball] = shade[ball]
""",
    )


@family("vignette, dark corners, darkened edges, old photograph, dim border, fading to black")
def vignette(p: Pick) -> Worked:
    """A colour that darkens towards the corners."""
    fore = p.colours(1, "black", "dark gray", "navy", "dark green", "dark red")[0]
    r = p.share(0.3, 0.5)
    return Worked(
        exact=p.one(
            f"{p.canvas(fore)} with a vignette: full colour up to radius {r} from the centre, then darkening to "
            "black in "
            "the corners",
            f"{fore}, darkened towards the corners, unchanged within {r} px of the middle, black at the very corners",
        ),
        loose=f"{fore} with dark corners",
        back=fore,
        body=f"""
r = {r}  # pixels around the middle that stay {fore}
inner, outer = np.array({fore.value}), np.array({p.colour("black").value})  # {fore}, black
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)
t = np.clip((radius - r) / (radius.max() - r), 0, 1)  # 0 up to r, 1 in the corners
{empty(p)}
image[:] = {mix(p, "inner", "outer")}
""",
    )


@family("four corners, corner colours, bilinear, gradient, two directions, blend of four, colour patch, mesh gradient")
def corner_gradient(p: Pick) -> Worked:
    """A blend of four colours, one in each corner."""
    a, b, c, d = p.colours(4)
    along, down = ("t", "s") if p.mode is Mode.GRAY else ("t[..., None]", "s[..., None]")
    return Worked(
        exact=p.one(
            f"a gradient of 4 corner colours: {a} top left, {b} top right, {c} bottom left, {d} bottom right",
            f"{frame(p)} blending four corners, upper ones {a} and {b}, lower ones {c} and {d}, 4 colours in all",
        ),
        loose=f"a blend of {a}, {b}, {c} and {d}, one from each corner",
        back=a,
        body=f"""
# 4 colours: 2 along the top edge, 2 along the bottom edge
a, b = np.array({a.value}), np.array({b.value})  # {a}, {b}: top left, top right
c, d = np.array({c.value}), np.array({d.value})  # {c}, {d}: bottom left, bottom right
t, s = xx / (W - 1), yy / (H - 1)  # 0 to 1 to the right; 0 to 1 downwards
top = a + (b - a) * {along}
bottom = c + (d - c) * {along}
{empty(p)}
image[:] = np.round(top + (bottom - top) * {down}).astype(np.uint8)
""",
    )


@family("channels, red and green, rgb gradient, uv map, red increases, green increases, coordinates", "rgb rgba")
def channel_gradients(p: Pick) -> Worked:
    """Red grows to the right, green downwards, blue is fixed."""
    blue = p.number(0, 255)
    return Worked(
        exact=p.one(
            f"red from 0 at the left to 255 at the right, green from 0 at the top to 255 at the bottom, blue {blue} "
            "everywhere",
            f"{frame(p)} whose red channel grows from left to right, whose green channel grows downwards, blue always "
            f"{blue}",
        ),
        loose="red growing to the right, green growing downwards",
        back=p.colour("black"),
        body=f"""
image[..., 0] = np.round(xx / (W - 1) * 255).astype(np.uint8)  # red: 0 at the left edge, 255 at the right edge
image[..., 1] = np.round(yy / (H - 1) * 255).astype(np.uint8)  # green: 0 in the first row, 255 in the last row
image[..., 2] = {blue}  # blue
""",
    )
