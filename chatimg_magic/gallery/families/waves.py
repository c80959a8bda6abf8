"""Brightness that goes up and down: gratings, ripples, interference, plasma, moiré."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame, mix, set_levels
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("sine grating, sinusoidal, grating, periods, vertical bars, smooth stripes, sine wave, brightness, columns")
def vertical_grating(p: Pick) -> Worked:
    """Brightness as a sine from left to right."""
    n = p.number(2, 16)
    return Worked(
        exact=p.one(
            f"a sinusoidal grating with {n} periods from left to right, brightness 0 to 255",
            f"{frame(p)} of smooth vertical bars: grey levels follow a sine with {n} periods over the width",
        ),
        loose="a smooth sine grating of vertical bars",
        back=p.colour("gray"),
        body=f"""
n = {n}  # periods over the width
level = np.round(127.5 + 127.5 * np.sin(2 * np.pi * n * xx / W)).astype(np.uint8)  # 0 to 255
{set_levels(p)}
""",
    )


@family("sine grating, sinusoidal, grating, periods, horizontal bars, smooth stripes, sine wave, brightness, rows")
def horizontal_grating(p: Pick) -> Worked:
    """Brightness as a sine from top to bottom."""
    n = p.number(2, 16)
    return Worked(
        exact=p.one(
            f"a sinusoidal grating with {n} periods from top to bottom, brightness 0 to 255",
            f"{frame(p)} of smooth horizontal bars: grey levels follow a sine with {n} periods over the height",
        ),
        loose="a smooth sine grating of horizontal bars",
        back=p.colour("gray"),
        body=f"""
n = {n}  # periods over the height
level = np.round(127.5 + 127.5 * np.sin(2 * np.pi * n * yy / H)).astype(np.uint8)  # 0 to 255
{set_levels(p)}
""",
    )


@family("tilted grating, oblique grating, angle, degrees, sine, gabor, rotated, orientation, diagonal grating")
def tilted_grating(p: Pick) -> Worked:
    """A sine grating turned by an angle."""
    length, angle = p.share(0.08, 0.3), p.number(10, 80)
    return Worked(
        exact=p.one(
            f"a sine grating with a wavelength of {length} pixels, turned by {angle} degrees, brightness 0 to 255",
            f"{frame(p)} of smooth grey waves {length} px long that run in the direction of {angle} degrees",
        ),
        loose="a tilted sine grating in grey",
        back=p.colour("gray"),
        body=f"""
length, angle = {length}, np.deg2rad({angle})
along = xx * np.cos(angle) + yy * np.sin(angle)  # pixels in the direction of the wave
level = np.round(127.5 + 127.5 * np.sin(2 * np.pi * along / length)).astype(np.uint8)  # 0 to 255
{set_levels(p)}
""",
    )


@family("colour waves, soft stripes, two colours, smooth bands, sine blend, periods, oscillating, undulating colours")
def colour_grating(p: Pick) -> Worked:
    """Two colours that blend to and fro, from left to right."""
    first, second = p.colours(2)
    n = p.number(2, 10)
    return Worked(
        exact=p.one(
            f"smooth vertical waves between {first} and {second}, {n} periods over the width, beginning with {first}",
            f"{frame(p)} that blends from {first} to {second} and back {n} times from left to right",
        ),
        loose=f"soft stripes that blend {first} and {second}",
        back=first,
        body=f"""
n = {n}  # periods over the width
first, second = np.array({first.value}), np.array({second.value})  # {first}, {second}
t = 0.5 - 0.5 * np.cos(2 * np.pi * n * xx / W)  # 0 is {first}, 1 is {second}
image[:] = {mix(p, "first", "second")}
""",
    )


@family("circular waves, ripples, pond, drop, rings, wavelength, smooth circles, water, concentric sine")
def circular_waves(p: Pick) -> Worked:
    """Brightness as a sine of the distance from the middle."""
    length = p.share(0.06, 0.25)
    return Worked(
        exact=p.one(
            f"circular waves around the centre with a wavelength of {length} pixels, brightness 0 to 255",
            f"{frame(p)} of smooth grey ripples from the middle, {length} px from crest to crest, bright in the middle",
        ),
        loose=p.one("ripples around the middle, smooth and grey", "smooth circular waves"),
        back=p.colour("gray"),
        body=f"""
length = {length}  # pixels from crest to crest
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
level = np.round(127.5 + 127.5 * np.cos(2 * np.pi * radius / length)).astype(np.uint8)  # 255 in the middle
{set_levels(p)}
""",
    )


@family("fading waves, fading ripples, fade, outwards, damped, drop, pond, circular waves, rings, weaker, echo")
def fading_waves(p: Pick) -> Worked:
    """Circular waves whose height falls from the middle to the corners."""
    length = p.share(0.06, 0.2)
    return Worked(
        exact=p.one(
            f"circular waves around the centre, wavelength {length} pixels, that fade to mid grey in the corners",
            f"{frame(p)} of grey ripples, {length} px from crest to crest, strong in the middle, gone at the corners",
        ),
        loose=p.one("ripples that fade away from the middle", "circular waves that grow weaker outwards"),
        back=p.colour("gray"),
        body=f"""
length = {length}  # pixels from crest to crest
radius = np.hypot(yy - (H - 1) / 2, xx - (W - 1) / 2)  # from the middle
height = 1 - radius / radius.max()  # of the waves: 1 in the middle, 0 in the corners
level = np.round(127.5 + 127.5 * height * np.cos(2 * np.pi * radius / length)).astype(np.uint8)
{set_levels(p)}
""",
    )


@family("interference, two sources, double slit, waves meeting, superposition, ripples, two points, physics")
def interference(p: Pick) -> Worked:
    """The sum of circular waves from two points."""
    y0, x0 = p.share(0.3, 0.7, p.rows), p.share(0.1, 0.35, p.cols)
    y1, x1 = p.share(0.3, 0.7, p.rows), p.share(0.65, 0.9, p.cols)
    length = p.share(0.06, 0.14)
    return Worked(
        exact=p.one(
            f"interference of circular waves from 2 sources at (row {y0}, column {x0}) and (row {y1}, column {x1}), "
            f"wavelength {length} pixels",
            f"two ripples that meet: centres at row {y0}, column {x0} and row {y1}, column {x1}, waves {length} px "
            "long",
        ),
        loose="an interference pattern of two ripples",
        back=p.colour("gray"),
        body=f"""
length = {length}  # wavelength in pixels
wave = np.zeros((H, W))
for cy, cx in [({y0}, {x0}), ({y1}, {x1})]:  # 2 sources: row, column
    wave = wave + np.cos(2 * np.pi * np.hypot(yy - cy, xx - cx) / length)
level = np.round(127.5 + 127.5 * wave / 2).astype(np.uint8)  # / 2: as many as there are sources
{set_levels(p)}
""",
    )


@family("plasma, lava, psychedelic, wavy colours, demo effect, swirling, abstract, dreamy", "rgb rgba")
def plasma(p: Pick) -> Worked:
    """Colours from a sum of sines."""
    across, down, around = p.number(2, 5), p.number(2, 5), p.number(2, 6)
    return Worked(
        exact=p.one(
            f"a colourful plasma from three waves: {across} periods across, {down} periods down, {around} periods "
            "around "
            "the middle",
            f"{frame(p)} of plasma colours; the sum of sines with {across} horizontal, {down} vertical and {around} "
            "circular periods",
        ),
        loose=p.one("a colourful plasma", "psychedelic swirling colours"),
        back=p.colour("black"),
        body=f"""
radius = np.hypot(yy / H - 0.5, xx / W - 0.5)
turn = 2 * np.pi
wave = np.sin(turn * {across} * xx / W) + np.sin(turn * {down} * yy / H) + np.sin(turn * {around} * radius)
for i in range(3):  # red, green, blue: the same wave, a third of a turn apart
    level = 127.5 + 127.5 * np.sin(np.pi * wave + 2 * np.pi * i / 3)
    image[..., i] = np.round(level).astype(np.uint8)
""",
    )


@family("plasma, clouds of grey, smooth bumps, sum of sines, waves both ways, egg box, hills, abstract")
def egg_box(p: Pick) -> Worked:
    """Brightness as the product of a horizontal and a vertical sine."""
    across, down = p.number(2, 9), p.number(2, 9)
    return Worked(
        exact=p.one(
            f"an egg-box pattern of grey levels: a sine with {across} periods across times a sine with {down} "
            "periods down",
            f"{frame(p)} of smooth bumps, brightness from the product of {across} horizontal and {down} vertical sine "
            "periods",
        ),
        loose="smooth grey bumps in rows and columns",
        back=p.colour("gray"),
        body=f"""
wave = np.sin(2 * np.pi * {across} * xx / W) * np.sin(2 * np.pi * {down} * yy / H)  # -1 to 1
level = np.round(127.5 + 127.5 * wave).astype(np.uint8)  # 0 to 255
{set_levels(p)}
""",
    )


@family("chirp, sweep, increasing frequency, faster, narrower stripes, frequency, sine, zone")
def chirp(p: Pick) -> Worked:
    """A sine whose periods become shorter from left to right."""
    first, last = p.number(1, 3), p.number(14, 30)
    return Worked(
        exact=p.one(
            f"a chirp: vertical sine bars whose frequency grows from {first} to {last} periods per picture width, "
            "left to "
            "right",
            f"{frame(p)} of smooth bars that get narrower to the right, frequency {first} at the left edge, {last} "
            "at the "
            "right edge",
        ),
        loose="smooth bars that become narrower and narrower to the right",
        back=p.colour("gray"),
        body=f"""
first, last = {first}, {last}  # frequency at the left and at the right, in periods per width
t = xx / W
turns = first * t + (last - first) * t ** 2 / 2  # the sum of all frequencies so far
level = np.round(127.5 + 127.5 * np.sin(2 * np.pi * turns)).astype(np.uint8)
{set_levels(p)}
""",
    )


@family("zone plate, fresnel, rings getting narrower, circular chirp, lens, squared radius, aliasing")
def zone_plate(p: Pick) -> Worked:
    """Rings of equal area that become narrower outwards."""
    n = p.number(4, 14)
    return Worked(
        exact=p.one(
            f"a zone plate: smooth rings around the centre that become narrower outwards, {n} of them up to the corner",
            f"{frame(p)} as a Fresnel zone plate, brightness a cosine of the squared radius, {n} periods to the "
            "corners",
        ),
        loose="a zone plate of rings that become narrower",
        back=p.colour("white"),
        body=f"""
n = {n}  # rings up to the corners
square = (yy - (H - 1) / 2) ** 2 + (xx - (W - 1) / 2) ** 2  # radius squared
level = np.round(127.5 + 127.5 * np.cos(2 * np.pi * n * square / square.max())).astype(np.uint8)
{set_levels(p)}
""",
    )


@family("moire, overlapping rings, two ring systems, optical illusion, op art, interference, shifted circles")
def moire_of_rings(p: Pick) -> Worked:
    """Two systems of rings that overlap."""
    back, fore = p.colours(2)
    step, shift = p.share(0.05, 0.09), p.share(0.08, 0.25)
    return Worked(
        exact=p.one(
            f"a moire pattern in {fore} on {back}: two systems of concentric rings, one ring every {step} pixels, "
            "their "
            f"centres {shift} pixels left and right of the middle",
            f"{p.canvas(back)} with {fore} rings around two points {shift} px to the left and right of the centre, "
            f"ring distance {step} px",
        ),
        loose=f"moire of two overlapping ring systems in {fore} on {back}",
        back=back,
        body=f"""
step, shift = {step}, {shift}  # from ring to ring; from the middle to each centre
cy, cx = (H - 1) / 2, (W - 1) / 2
left = np.hypot(yy - cy, xx - (cx - shift)) % step < step / 2
right = np.hypot(yy - cy, xx - (cx + shift)) % step < step / 2
image[left ^ right] = {fore.value}  # {fore}: where only one of them is
""",
    )


@family("moire, two line gratings, rotated lines, overlapping lines, optical illusion, op art, tilted lines")
def moire_of_lines(p: Pick) -> Worked:
    """Two line patterns, one turned against the other."""
    back, fore = p.colours(2)
    step, angle = p.number(6, 12), p.number(4, 15)
    return Worked(
        exact=p.one(
            f"moire of {fore} lines on {back}: vertical lines every {step} pixels and the same lines turned by {angle} "
            "degrees",
            f"{p.canvas(back)} with two overlapping sets of {fore} lines, {step} px apart, one tilted by {angle} "
            "degrees",
        ),
        loose=f"a moire of {fore} lines on {back}",
        back=back,
        body=f"""
step, angle = {step}, np.deg2rad({angle})
upright = xx % step < step / 3
tilted = (xx * np.cos(angle) + yy * np.sin(angle)) % step < step / 3
image[upright | tilted] = {fore.value}  # {fore}
""",
    )
