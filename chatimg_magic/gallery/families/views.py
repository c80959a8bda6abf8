"""More scenes: beach, window view, sunset, camp, island and aquarium."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("beach, sand, parasol, seaside, umbrella, holiday, coast, shore, sea, vacation")
def beach(p: Pick) -> Worked:
    """Sky, sea and sand with a parasol and a sun."""
    sky, sea, sand, cloth, sun = named(p, "sky blue|white", "blue|teal", "beige|gold", "red|purple", "yellow|orange")
    line, shore = p.share(0.36, 0.42, p.rows), p.share(0.6, 0.66, p.rows)
    r, tall, x = p.share(0.16, 0.2), p.share(0.34, 0.4), p.share(0.6, 0.7, p.cols)
    foot, sol = shore + p.share(0.1, 0.16, p.rows), p.share(0.08, 0.1)
    y, sx = round(1.5 * sol), p.share(0.14, 0.24, p.cols)
    return Worked(
        exact=p.one(
            f"a beach: {sky} sky, {sea} sea from row {line} to row {shore}, {sand} sand below; {a(cloth)} parasol of "
            f"radius {r} on a pole {tall} pixels high that stands at row {foot}, column {x}; {a(sun)} sun of radius "
            f"{sol} at row {y}, column {sx}",
            f"Draw a seaside, sea {sea} between rows {line} and {shore}, sand {sand}, sky {sky}, sun {sun} radius "
            f"{sol} at ({y}, {sx}), {cloth} half-disc parasol, radius {r} px, pole {tall} px, foot at row {foot}, "
            f"column {x}",
        ),
        loose=p.one(
            "a beach with a parasol",
            f"a sandy beach, {sea} sea and {a(cloth)} sunshade",
            "draw a seaside holiday with sea, sand and sun",
            f"the shore: {sand} sand, {sea} water, {sky} sky",
        ),
        back=sky,
        body=f"""
sea = (yy >= {line}) & (yy < {shore})
sand = yy >= {shore}
sun = np.hypot(yy - {y}, xx - {sx}) <= {sol}  # row {y}, column {sx}
image[sea] = {sea.value}  # {sea}
image[sand] = {sand.value}  # {sand}
image[sun] = {sun.value}  # {sun}
foot, cx = {foot}, {x}  # of the parasol
top = foot - {tall}
pole = (yy >= top) & (yy < foot) & (abs(xx - cx) <= 2)
cloth = (np.hypot(yy - (top + {r // 2}), xx - cx) <= {r}) & (yy < top + {r // 2})  # upper half of a disc
image[pole] = {p.colour("brown").value}  # brown
image[cloth] = {cloth.value}  # {cloth}
""",
    )


@family("window, view from a window, window frame, panes, curtains, looking outside, room, window view")
def window_view(p: Pick) -> Worked:
    """A window in a wall with a frame, a cross bar and a view of sky, sun and meadow."""
    wall, frame, sky, grass, sun = named(p, "beige|pink|purple|teal", "white|brown", "sky blue", "green", "yellow")
    wide, tall = 2 * p.share(0.3, 0.38), 2 * p.share(0.32, 0.4)
    t = 2 * p.share(0.022, 0.028)
    r, up, side = p.share(0.07, 0.09), tall // 4, wide // 4
    (low,) = pixels(tall, 0.22)
    return Worked(
        exact=p.one(
            f"{a(wall)} wall with a window {wide} pixels wide and {tall} high, {a(frame)} frame and cross bars {t} "
            f"pixels thick; outside {a(sky)} sky, {a(sun)} sun of radius {r} and {a(grass)} meadow",
            f"Draw a window in {a(wall)} wall, {wide} x {tall} px with {t} px {frame} frame and 4 panes, behind it "
            f"{sky} sky, {grass} grass, {sun} sun (radius {r})",
        ),
        loose=p.one(
            f"a window with a view of {a(grass)} meadow and the sun",
            f"the view out of a window, {frame} frame, {wall} wall",
            "draw a window with four panes and a landscape outside",
        ),
        back=wall,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
dy, dx = abs(yy - cy), abs(xx - cx)
tall, wide, t = {tall}, {wide}, {t}  # t: thickness of the frame
window = (dy < tall / 2) & (dx < wide / 2)
meadow = window & (yy > cy + {low})
sun = window & (np.hypot(yy - (cy - {up}), xx - (cx + {side})) <= {r})
edge = window & ((dy >= tall / 2 - t) | (dx >= wide / 2 - t))
bars = window & ((dy < t / 2) | (dx < t / 2))  # a cross: 4 panes
image[window] = {sky.value}  # {sky}
image[sun] = {sun.value}  # {sun}
image[meadow] = {grass.value}  # {grass}
image[edge | bars] = {frame.value}  # {frame}
""",
    )


@family(
    "sunset, sunrise, setting sun, evening, dusk, dawn, sun at the horizon, reflection, sun sinking into the sea, "
    "sun going down, rising sun",
    modes="rgb rgba",
)
def sunset(p: Pick) -> Worked:
    """A half sun at the horizon, a sky that changes from colour to colour, its reflection in the sea."""
    high, low, sun, sea = named(p, "purple|navy|magenta", "orange|pink", "yellow", "blue|navy|teal")
    line, r = p.share(0.56, 0.64, p.rows), p.share(0.16, 0.22)
    gap = max(4, p.share(0.03, 0.04))
    return Worked(
        exact=p.one(
            f"a sunset: the sky changes from {high} at the top to {low} at the horizon, row {line}; there the upper "
            f"half of {a(sun)} sun of radius {r}; below {a(sea)} sea with the sun's reflection in stripes of {gap} "
            "pixels",
            f"Draw the sun ({sun}, radius {r} px) setting into {a(sea)} sea at row {line}, sky gradient {high} to "
            f"{low}, glitter stripes {gap} px high",
        ),
        loose=p.one(
            "a sunset over the sea",
            f"the sun setting at the horizon, sky from {high} to {low}",
            f"draw a sunrise, {low} sky and {sea} water",
            f"{a(low)} sunset above {a(sea)} sea",
            f"{a(sun)} sun sinking into the sea",
            "evening at the sea, half of the sun above the water",
        ),
        back=high,
        body=f"""
line, cx = {line}, (W - 1) / 2  # the horizon
share = np.clip(yy / line, 0, 1)[..., None]  # 0 at the top, 1 at the horizon
top, bottom = np.array({high.value}), np.array({low.value})  # the sky: {high}, {low}
image[:] = (top + (bottom - top) * share).astype(np.uint8)
disc = np.hypot(yy - line, xx - cx) <= {r}
image[disc & (yy < line)] = {sun.value}  # the {sun} sun's upper half
image[yy >= line] = {sea.value}  # the {sea} sea
glitter = (yy > line) & ((yy - line) // {gap} % 2 == 1)  # {gap} rows on, {gap} rows off
image[disc & glitter] = {sun.value}
""",
    )


@family("tent, camping, camp, night, campsite, forest, wilderness, moon, triangle tent")
def camping_tent(p: Pick) -> Worked:
    """A triangular tent on grass, a moon and fir trees beside it."""
    sky, grass, cloth, dark, fir = named(
        p, "navy|purple", "green|brown", "orange|red|yellow", "black", "dark green|teal"
    )
    ground, tall, half = p.share(0.78, 0.84, p.rows), p.share(0.36, 0.42), p.share(0.3, 0.34)
    r, (flap,) = p.share(0.07, 0.1), pixels(half, 0.3)
    trees = [p.share(0.05, 0.1, p.cols), p.share(0.9, 0.95, p.cols)]
    high = p.share(0.44, 0.52)
    return Worked(
        exact=p.one(
            f"a camp at night: {sky} sky with a white moon of radius {r} at the upper right, {grass} ground from row "
            f"{ground}, in the middle {a(cloth)} tent {2 * half} pixels wide and {tall} high with {a(dark)} entrance, "
            f"fir trees {high} pixels high at columns {trees[0]} and {trees[1]}",
            f"Draw {a(cloth)} tent, {2 * half} px wide, {tall} px high, on {grass} (from row {ground}), {sky} night, "
            f"moon radius {r}, 2 {fir} firs ({high} px) at columns {trees[0]} and {trees[1]}",
        ),
        loose=p.one(
            f"{a(cloth)} tent at night",
            "a campsite with a tent, trees and the moon",
            f"draw a camping tent in {cloth}",
        ),
        back=sky,
        body=f"""
ground, cx = {ground}, (W - 1) / 2
moon = np.hypot(yy - {2 * r}, xx - (W - {2 * r})) <= {r}
image[moon] = {p.colour("white").value}  # white
image[yy >= ground] = {grass.value}  # {grass}
for x in ({trees[0]}, {trees[1]}):  # columns of the firs
    top = ground - {high}
    fir = (yy >= top) & (yy < ground) & (abs(xx - x) <= (yy - top) / 4)
    image[fir] = {fir.value}  # {fir}
top = ground - {tall}
tent = (yy >= top) & (yy < ground) & (abs(xx - cx) <= (yy - top) * {2 * half} / 2 / {tall})
door = (yy >= top) & (yy < ground) & (abs(xx - cx) <= (yy - top) * {flap} / {tall})
image[tent] = {cloth.value}  # {cloth}
image[door] = {dark.value}  # {dark}
""",
    )


@family("volcano, lava, eruption, crater, smoke, erupting, mountain of fire, magma")
def volcano(p: Pick) -> Worked:
    """A cut cone with lava running down and clouds of smoke."""
    sky, rock, lava, smoke = named(p, "sky blue|navy|pink", "brown|dark gray", "red|orange", "gray|light gray")
    tall, half, rim = p.share(0.5, 0.56), p.share(0.4, 0.46), p.share(0.1, 0.12)
    r = p.share(0.07, 0.09)
    ground = p.rows - p.share(0.06, 0.1)
    return Worked(
        exact=p.one(
            f"{a(rock)} volcano {tall} pixels high that stands on row {ground}, {2 * half} pixels wide at its foot and "
            f"{2 * rim} at the crater, {lava} lava running down, 3 {smoke} puffs of smoke of radius {r} above, {sky} "
            "sky",
            f"Draw an erupting volcano: {sky} sky, {rock} cone {tall} px high (foot at row {ground}, {2 * half} px "
            f"wide; crater {2 * rim} px), {lava} lava, 3 puffs of {smoke} smoke, radius {r}",
        ),
        loose=p.one(
            f"a volcano with {lava} lava",
            "an erupting volcano with smoke",
            f"draw {a(rock)} volcano under {a(sky)} sky",
        ),
        back=sky,
        body=f"""
ground, tall, cx = {ground}, {tall}, (W - 1) / 2
top = ground - tall  # row of the crater
aside = abs(xx - cx)
slope = {2 * rim} / 2 + (yy - top) * ({2 * half} - {2 * rim}) / 2 / tall  # half the width, row by row
cone = (yy >= top) & (yy < ground) & (aside <= slope)
edge = top + {round(0.36 * tall)} + {round(0.12 * tall)} * np.cos((xx - cx) / {max(2, rim // 4)})  # where the lava ends
image[cone] = {rock.value}  # {rock}
image[cone & (yy < edge)] = {lava.value}  # {lava}
for i in range(3):  # 3 puffs of smoke, each higher and farther right
    puff = np.hypot(yy - (top - {round(1.1 * r)} - i * {r}), xx - (cx + i * {r})) <= {r}
    image[puff] = {smoke.value}  # {smoke}
image[yy >= ground] = {p.colour("dark green").value}  # dark green
""",
    )
