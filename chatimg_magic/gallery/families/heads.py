"""Heads that are no smileys: a cat, a bear, a robot, a pumpkin, a ghost and a disc that eats."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("cat, cat face, kitten, whiskers, ears, pet, animal, face, head")
def cat_face(p: Pick) -> Worked:
    """A cat's head with pointed ears and whiskers."""
    back, fur, eyes, ink = named(p, "white|sky blue|beige", "orange|gray|brown", "green|yellow|cyan", "black")
    r = p.share(0.32, 0.38)
    top, ear, wide, up, side, eye, nose = pixels(r, 1.2, 0.62, 0.36, 0.2, 0.4, 0.17, 0.12)
    pupil, low, gap, hair, half, t = pixels(r, 0.08, 0.2, 0.14, 0.72, 0.36, 0.025)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fur)} cat's face of radius {r}, two pointed ears, {eyes} eyes of radius {eye} "
            f"with {ink} pupils of radius {pupil}, {a(ink)} nose and 3 whiskers on each side",
            f"Draw the head of {a(fur)} cat on {back}: radius {r}, {eyes} eyes (radius {eye}), pupils radius {pupil}, "
            f"3 {ink} whiskers left and right",
        ),
        loose=p.one(
            f"{a(fur)} cat face on {back}",
            f"a cute {fur} cat's head with whiskers",
            f"draw a cat with {eyes} eyes",
            f"kitten face, {fur}, pointed ears",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {pupil}, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
head = np.hypot(yy - cy, xx - cx) <= {r}
top = cy - {top}  # tips of the ears
ears = (yy >= top) & (yy <= cy - {up}) & (abs(aside - {ear}) <= (yy - top) * {wide} / {top - up})
eyes = np.hypot(yy - (cy - {up}), aside - {side}) <= {eye}
pupils = np.hypot(yy - (cy - {up}), aside - {side}) <= {pupil}
nose = (yy >= cy + {low}) & (aside <= (cy + {low + nose} - yy))  # a triangle that points down
image[head | ears] = {fur.value}  # {fur}
image[eyes] = {eyes.value}  # {eyes}
image[pupils | nose] = {ink.value}  # {ink}
for i in range(3):  # 3 whiskers on each side
    row = cy + {low} + i * {gap}
    image[(abs(yy - row) <= {max(1, t)}) & (abs(aside - {hair}) <= {half})] = {ink.value}
""",
    )


@family("bear, bear face, teddy, teddy bear, panda, mouse, round ears, snout, animal, face, head")
def bear_face(p: Pick) -> Worked:
    """A bear's head with round ears and a snout."""
    back, fur, snout, ink = named(p, "white|sky blue|green|pink", "brown|orange|gray", "beige|light gray", "black")
    r = p.share(0.32, 0.38)
    ear, out, up, side, eye, low, mouth, nose = pixels(r, 0.36, 0.76, 0.22, 0.36, 0.11, 0.32, 0.38, 0.14)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fur)} bear's head of radius {r}, round ears of radius {ear}, {ink} eyes of "
            f"radius {eye}, and {a(snout)} snout of radius {mouth} with {a(ink)} nose of radius {nose}",
            f"a teddy bear face on {back}: {fur} head, radius {r}; ears radius {ear}; {snout} snout, radius {mouth}; "
            f"{ink} eyes radius {eye} and nose radius {nose}",
        ),
        loose=p.one(
            f"{a(fur)} bear face on {back}",
            f"a teddy bear's head in {fur}",
            f"draw a cute bear with {a(snout)} snout",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {nose}, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
ears = np.hypot(yy - (cy - {out}), aside - {out}) <= {ear}
head = np.hypot(yy - cy, xx - cx) <= {r}
eyes = np.hypot(yy - (cy - {up}), aside - {side}) <= {eye}
snout = np.hypot(yy - (cy + {low}), xx - cx) <= {mouth}
nose = np.hypot(yy - (cy + {up}), xx - cx) <= {nose}
image[ears | head] = {fur.value}  # {fur}
image[snout] = {snout.value}  # {snout}
image[eyes | nose] = {ink.value}  # {ink}
""",
    )


@family("robot, robot face, robot head, android, antenna, machine, square head, face")
def robot_face(p: Pick) -> Worked:
    """A robot's square head with an antenna and a grille for a mouth."""
    back, metal, eyes, ink = named(p, "white|sky blue|navy", "gray|light gray|teal", "red|yellow|magenta", "black")
    side = p.share(0.56, 0.66)
    stalk, knob, off, up, eye, low, tall = pixels(side, 0.14, 0.06, 0.22, 0.16, 0.11, 0.22, 0.08)
    bar = max(2, round(side * 0.06))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the square {metal} head of a robot, {side} pixels wide, round {eyes} eyes of "
            f"radius {eye}, an antenna with a knob of radius {knob} and {a(ink)} mouth of bars {bar} wide",
            f"Make a robot face on {back}: {metal} square of {side} x {side} px, {eyes} eyes (radius {eye}), {ink} "
            f"grille of {bar} px bars as mouth, antenna knob of radius {knob}",
        ),
        loose=p.one(
            f"{a(metal)} robot face with {eyes} eyes",
            f"the head of a robot on {back}, with an antenna",
            f"draw a friendly robot, square {metal} head",
            "robot head, please",
        ),
        back=back,
        body=f"""
side = {side}  # of the head
y0, x0 = (H - side) // 2 + {knob}, (W - side) // 2
cy, cx = y0 + (side - 1) / 2, x0 + (side - 1) / 2
aside = abs(xx - cx)  # the same left and right
head = (yy >= y0) & (yy < y0 + side) & (xx >= x0) & (xx < x0 + side)
antenna = (yy >= y0 - {stalk}) & (yy < y0) & (aside <= {bar})
knob = np.hypot(yy - (y0 - {stalk}), xx - cx) <= {knob}
eyes = np.hypot(yy - (cy - {up}), aside - {off}) <= {eye}
m0 = x0 + (side - 9 * {bar}) // 2  # 5 bars and 4 gaps, each {bar} wide
mouth = (abs(yy - (cy + {low})) <= {tall}) & (xx >= m0) & (xx < m0 + 9 * {bar})
bars = (xx - m0) // {bar} % 2 == 0
image[head | antenna] = {metal.value}  # {metal}
image[eyes | knob] = {eyes.value}  # {eyes}
image[mouth & bars] = {ink.value}  # {ink}
""",
    )


@family("pumpkin, halloween, jack o lantern, carved pumpkin, lantern, face, autumn")
def carved_pumpkin(p: Pick) -> Worked:
    """A pumpkin with triangular eyes and a toothed mouth."""
    back, skin, glow, stem = named(p, "black|navy|purple", "orange", "yellow", "green|dark green")
    r = p.share(0.32, 0.36)
    wide, up, tall, off, half, low, mouth, teeth = pixels(r, 1.2, 0.45, 0.38, 0.45, 0.24, 0.2, 0.7, 0.14)
    trunk, height = pixels(r, 0.14, 1.22)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} Halloween pumpkin, {2 * r} pixels high and {2 * wide} wide, with "
            f"triangular {glow} eyes {tall} high, a toothed {glow} mouth and {a(stem)} stem",
            f"a carved {skin} pumpkin on {back}: {2 * r} px high, {2 * wide} px wide; eyes are {glow} "
            f"triangles {tall} px high",
        ),
        loose=p.one(
            f"a Halloween pumpkin on {back}",
            f"a carved {skin} pumpkin with a glowing {glow} face",
            "jack o lantern at night",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {teeth // 2}, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
ry, rx = {2 * r} / 2, {2 * wide} / 2  # half the height, half the width
pumpkin = ((yy - cy) / ry) ** 2 + ((xx - cx) / rx) ** 2 <= 1
stem = (yy > cy - {height}) & (yy < cy) & (aside <= {trunk})
top = cy - {up}  # tips of the eyes
eyes = (yy >= top) & (yy < top + {tall}) & (abs(aside - {off}) <= (yy - top) * {half} / {tall})
mouth = (np.hypot(yy - (cy + {low}), xx - cx) <= {mouth}) & (yy > cy + {low})
teeth = (yy < cy + {low + teeth}) & (abs(aside - {half}) <= {teeth})
image[stem] = {stem.value}  # {stem}
image[pumpkin] = {skin.value}  # {skin}
image[eyes | (mouth & ~teeth)] = {glow.value}  # {glow}
""",
    )


@family("ghost, arcade ghost, spooky, game, pac-man ghost, sprite, halloween, wavy hem")
def arcade_ghost(p: Pick) -> Worked:
    """A ghost: half a disc above, a body with a scalloped hem below."""
    back, cloth, white, ink = named(p, "black|navy|dark gray", "red|pink|cyan|orange", "white", "blue|purple")
    foot = 2 * p.share(0.05, 0.058)
    r = 3 * foot
    tall = p.share(0.22, 0.28)
    row = (p.rows - r - tall - foot) // 2 + r
    up, off, eye, pupil, shift = pixels(r, 0.1, 0.4, 0.26, 0.13, 0.1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(cloth)} arcade ghost: its top a half disc of radius {r}, "
            f"under it a body {tall} high that ends in 3 round feet, {white} eyes of radius {eye} and {ink} pupils of "
            f"radius {pupil}",
            f"Draw {a(cloth)} ghost as in old video games on {back}; radius of the head {r}, body {tall} px, 3 feet, "
            f"eyes {white} (radius {eye}) with {ink} pupils (radius {pupil})",
        ),
        loose=p.one(
            f"{a(cloth)} ghost from an arcade game on {back}",
            f"{a(cloth)} video game ghost with big {white} eyes",
            f"a cute ghost with a wavy hem, {back} background",
            "a spooky little ghost",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2  # centre of the head
head = (np.hypot(yy - cy, xx - cx) <= {r}) & (yy < cy)
bottom = cy + {tall}
robe = (yy >= cy) & (yy < bottom) & (abs(xx - cx) <= {r})
ghost = head | robe
for i in range(3):  # 3 round feet
    x = cx + (i - 1) * {2 * foot}
    ghost = ghost | ((np.hypot(yy - bottom, xx - x) <= {foot}) & (yy >= bottom))
eyes = np.hypot(yy - (cy - {up}), abs(xx - cx) - {off}) <= {eye}
pupils = np.hypot(yy - (cy - {up}), abs(xx - {shift} - cx) - {off}) <= {pupil}  # they look to the right
image[ghost] = {cloth.value}  # {cloth}
image[eyes] = {white.value}  # {white}
image[pupils] = {ink.value}  # {ink}
""",
    )


@family("pac-man, pacman, disc with a wedge, mouth, pie with a slice missing, pellets, dots, arcade, game, eater")
def disc_eater(p: Pick) -> Worked:
    """A disc with a wedge for its mouth, and pellets in front of it."""
    back, fore, dots = named(p, "black|navy|dark gray", "yellow|gold|orange", "white|pink|beige")
    r, angle, n = p.share(0.3, 0.36), p.number(32, 44), p.number(3, 4)
    pellet = p.share(0.025, 0.03)
    x, first = r + pellet, r // 2
    gap = (p.cols - x - first - 3 * pellet) // (n - 1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} disc of radius {r} at the left whose mouth, a wedge open to the right, "
            f"reaches {angle} degrees up and down, and {n} {dots} pellets of radius {pellet} in a row in front of it",
            f"an arcade eater on {back}: {fore}, radius {r}, mouth {angle} degrees to each side; {n} {dots} dots, "
            f"radius {pellet}, wait at the right",
        ),
        loose=p.one(
            f"{a(fore)} arcade disc with an open mouth eating {dots} dots on {back}",
            f"the {fore} pie-shaped hero of the maze game, with pellets",
            f"{a(fore)} Pac-Man facing right",
            f"{a(fore)} disc with a wedge cut out, {dots} pellets before it",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, {x}  # centre of the eater
disc = np.hypot(yy - cy, xx - cx) <= {r}
angle = np.degrees(np.arctan2(yy - cy, xx - cx))  # 0 points to the right
mouth = abs(angle) < {angle}  # a wedge
image[disc & ~mouth] = {fore.value}  # {fore}
for i in range({n}):  # {n} pellets
    x = cx + {first} + i * {gap}
    image[np.hypot(yy - cy, xx - x) <= {pellet}] = {dots.value}  # {dots}
""",
    )
