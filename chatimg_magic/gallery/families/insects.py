"""Small animals with many legs: butterfly, ladybird, spider, bee and caterpillar."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("butterfly, wings, insect, moth, antennae, spots, spring")
def butterfly(p: Pick) -> Worked:
    """Two wings at each side of a thin body."""
    back, wing, spot, ink = named(p, "white|sky blue|green|beige", "orange|purple|magenta|blue", "yellow|pink", "black")
    big = p.share(0.2, 0.23)
    small, off, near, up, low, dot, half, long = pixels(big, 0.76, 0.98, 0.8, 0.62, 0.72, 0.34, 0.13, 1.1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(wing)} butterfly: upper wings of radius {big}, lower wings of radius {small}, "
            f"on each {a(spot)} spot of radius {dot}, {a(ink)} body {2 * long} pixels long and two antennae",
            f"Draw a butterfly on {back}, wings {wing} (2 of radius {big} above, 2 of radius {small} below) with "
            f"{spot} dots (radius {dot}), {ink} body {2 * long} px",
        ),
        loose=p.one(
            f"{a(wing)} butterfly on {back}",
            f"a butterfly with {wing} wings and {spot} spots",
            "draw a colourful butterfly",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
aside = abs(xx - cx)  # the same left and right
upper = np.hypot(yy - (cy - {up}), aside - {off})  # from the middle of an upper wing
lower = np.hypot(yy - (cy + {low}), aside - {near})
image[(upper <= {big}) | (lower <= {small})] = {wing.value}  # {wing}
image[(upper <= {dot}) | (lower <= {dot})] = {spot.value}  # {spot}
body = ((yy - cy) / ({2 * long} / 2)) ** 2 + (aside / {half}) ** 2 <= 1  # a long ellipse
rise = cy - {long} - yy  # rows above the body
antennae = (rise >= -6) & (rise <= {round(big * 0.7)}) & (abs(aside - rise / 2 - 3) <= 1)
image[body | antennae] = {ink.value}  # {ink}
""",
    )


@family("ladybird, ladybug, beetle, dots, insect, bug, spots, lady beetle")
def ladybird(p: Pick) -> Worked:
    """A dotted disc with a head and a line down the middle."""
    back, skin, ink = named(p, "green|white|sky blue|beige", "red|orange|yellow", "black")
    r = p.share(0.32, 0.36)
    head, up, dot, t, leg = pixels(r, 0.42, 0.98, 0.14, 0.05, 0.25)
    rows = {4: (0.35, -0.35), 6: (0.55, 0.0, -0.55)}
    n = 4 if p.flip() else 6
    dys = [round(share * r) for share in rows[n]]
    side = round((0.48 if n == 4 else 0.5) * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} ladybird seen from above: round body of radius {r}, {a(ink)} head of "
            f"radius {head} at the top, a line down the middle and {n} {ink} dots of radius {dot}, half of them at "
            "each side",
            f"Draw a ladybug on {back}, {skin}, radius {r} px, {n} {ink} spots (radius {dot}), {ink} head (radius "
            f"{head}), dividing line {2 * t} px thick",
        ),
        loose=p.one(
            f"a ladybird on {back}",
            f"{a(skin)} ladybug with {ink} dots",
            f"draw {a(skin)} beetle with spots",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {head // 2}, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
body = np.hypot(yy - cy, xx - cx) <= {r}
head = np.hypot(yy - (cy - {up}), xx - cx) <= {head}
line = body & (aside <= {2 * t} / 2)  # {2 * t} thick
image[head] = {ink.value}  # {ink}
for dy in (-{round(r * 0.5)}, 0, {round(r * 0.5)}):  # 3 legs at each side
    leg = (abs(yy - (cy + dy)) <= {max(1, t)}) & (aside <= {r} + {leg // 2})
    image[leg] = {ink.value}
image[body] = {skin.value}  # {skin}
image[line] = {ink.value}
for dy in {tuple(dys)}:  # 2 dots in each of {len(dys)} rows: {n}
    dots = np.hypot(yy - (cy + dy), aside - {side}) <= {dot}
    image[dots] = {ink.value}
""",
    )


@family("spider, eight legs, arachnid, web, thread, halloween, hanging spider")
def spider(p: Pick) -> Worked:
    """A round body with eight bent legs, hanging on a thread."""
    back, ink, eye = named(p, "white|light gray|beige|orange", "black|purple|brown", "red|yellow|white")
    r, t = p.share(0.14, 0.17), max(3, p.share(0.018, 0.024))
    head, reach, knee, eye_r, side = pixels(r, 0.6, 2.6, 1.6, 0.15, 0.24)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(ink)} spider on a thread from the top: body of radius {r}, head of radius "
            f"{head} below it with two {eye} eyes of radius {eye_r}, and 8 bent legs {t} pixels thick, 4 at each side",
            f"Draw {a(ink)} spider hanging on {back}; round body (radius {r}), head (radius {head}), 8 legs {t} px "
            f"thick, {eye} eyes radius {eye_r}",
        ),
        loose=p.one(
            f"{a(ink)} spider on {back}",
            f"a spider hanging on a thread, {eye} eyes",
            "draw a spider with eight legs",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
thread = (yy < cy) & (aside <= 1)
body = np.hypot(yy - cy, xx - cx) <= {r}
y = cy + {r + head // 2}  # row of the head
head = np.hypot(yy - y, xx - cx) <= {head}
image[thread | body | head] = {ink.value}  # {ink}
for i in range(4):  # 4 legs at each side: 8
    start = cy + (i - 1.5) * {round(r * 0.45)}  # on the body
    lift = {round(r * 0.9)} - abs(aside - {knee}) * 0.9  # highest at the knee
    row = start + (i - 1.5) * aside / 3 - lift
    leg = (abs(yy - row) <= {t} * 0.7) & (aside <= {reach})
    image[leg] = {ink.value}
eyes = np.hypot(yy - y, aside - {side}) <= {max(2, eye_r)}
image[eyes] = {eye.value}  # {eye}
""",
    )


@family("bee, bumblebee, wasp, striped insect, honey, wings, stripes, sting")
def bee(p: Pick) -> Worked:
    """A striped ellipse with two wings and a head."""
    back, skin, ink, wing = named(p, "sky blue|green|pink|teal", "yellow|orange|gold", "black|brown", "white")
    wide, tall = 2 * p.share(0.25, 0.29), 2 * p.share(0.16, 0.18)
    stripe, head, up, wing_r, off, eye = pixels(wide, 0.12, 0.17, 0.38, 0.2, 0.17, 0.035)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a bee flying to the right: body {wide} pixels long and {tall} high in upright "
            f"{skin} and {ink} stripes of {stripe} pixels, {a(ink)} head of radius {head} and two {wing} wings of "
            f"radius {wing_r}",
            f"Draw a bee on {back}: {skin} ellipse of {wide} x {tall} px with {ink} stripes {stripe} px wide, head "
            f"{ink} (radius {head}), 2 {wing} wings (radius {wing_r})",
        ),
        loose=p.one(
            f"a bee on {back}",
            f"{a(skin)} bee with {ink} stripes and {wing} wings",
            "draw a bumblebee flying",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {wing_r // 2}, (W - 1) / 2 - {head // 2}
body = ((yy - cy) / ({tall} / 2)) ** 2 + ((xx - cx) / ({wide} / 2)) ** 2 <= 1  # an ellipse
stripes = (xx - cx + {stripe} / 2) // {stripe} % 2 == 0  # every second one
hx = cx + {wide} / 2  # the head's column
head = np.hypot(yy - cy, xx - hx) <= {head}
eye = np.hypot(yy - (cy - {eye}), xx - (hx + {head // 3})) <= {max(2, eye)}
wings = np.hypot(yy - (cy - {up}), abs(xx - cx) - {off}) <= {wing_r}  # left and right
image[wings] = {wing.value}  # {wing}
image[head] = {ink.value}  # {ink}
image[body] = {skin.value}  # {skin}
image[body & stripes] = {ink.value}
image[eye] = {wing.value}
""",
    )


@family("caterpillar, worm, larva, row of balls, centipede, insect, feelers, wriggling")
def caterpillar(p: Pick) -> Worked:
    """Discs that overlap in a wavy row, the last one a face."""
    back, one, two, ink = named(p, "white|sky blue|beige", "green|teal", "yellow|orange|pink", "black")
    n = p.number(4, 7)
    gap = p.share(0.8, 0.86) // n
    r, wave = round(gap * 0.66), p.share(0.03, 0.06)
    eye, side, up = pixels(r, 0.16, 0.36, 0.2)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a caterpillar of {n} discs of radius {r}, {gap} pixels apart in a wavy row, {one} "
            f"and {two} in turn; the last one at the right has two {ink} eyes",
            f"Draw a caterpillar on {back}: {n} balls, radius {r} px, spaced {gap} px, colours {one}/{two}, face with "
            f"{ink} eyes on the right",
        ),
        loose=p.one(
            f"a caterpillar on {back}",
            f"{a(one)} and {two} caterpillar made of balls",
            "draw a cute caterpillar",
        ),
        back=back,
        body=f"""
n, gap, r = {n}, {gap}, {r}  # discs, from one to the next, radius
for i in range(n):
    cy = (H - 1) / 2 + {wave} * (-1) ** i  # up and down in turn
    cx = (W - 1) / 2 + (i - (n - 1) / 2) * gap  # centred
    disc = np.hypot(yy - cy, xx - cx) <= r
    image[disc] = {one.value} if i % 2 == 0 else {two.value}  # {one}, {two}
eyes = np.hypot(yy - (cy - {up}), abs(xx - cx) - {side}) <= {max(2, eye)}  # on the last one
mouth = (abs(np.hypot(yy - cy, xx - cx) - r / 2) <= {max(1, eye // 2)}) & (yy > cy + {up})
image[eyes | mouth] = {ink.value}  # {ink}
""",
    )
