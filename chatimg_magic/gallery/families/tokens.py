"""Small flat things, as on buttons: envelope, battery, eye, pawn, gift, balloon, umbrella."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

WALLS = "white|sky blue|beige|light gray|pink"


@family("envelope, letter, mail, email, post, message, icon, flap")
def envelope(p: Pick) -> Worked:
    """A rectangle with the lines of a flap."""
    back, paper, ink = named(p, "sky blue|teal|green|navy", "white|beige|yellow", "black|brown|red")
    wide, tall = p.share(0.76, 0.88), p.share(0.48, 0.58)
    t = max(3, round(0.05 * tall))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(paper)} envelope {wide} pixels wide and {tall} high, its border and flap {ink} "
            f"lines {t} pixels thick",
            f"Draw a mail icon on {back}: {paper} envelope, {wide} x {tall} px, {ink} outline and flap, {t} px",
        ),
        loose=p.one(
            f"{a(paper)} envelope on {back}",
            f"a letter icon, {paper} with {ink} lines",
            "draw an envelope with its flap closed",
        ),
        back=back,
        body=f"""
tall, wide, t = {tall}, {wide}, {t}  # t: thickness of the lines
y0, x0 = (H - tall) // 2, (W - wide) // 2  # centred
paper = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
inner = (yy >= y0 + t) & (yy < y0 + tall - t) & (xx >= x0 + t) & (xx < x0 + wide - t)
fold = y0 + tall * 0.6 * (1 - abs(xx - (W - 1) / 2) / (wide / 2))  # row of the flap: lowest in the middle
flap = abs(yy - fold) <= t
image[paper] = {ink.value}  # {ink} border
image[inner] = {paper.value}  # {paper}
image[paper & flap] = {ink.value}  # {ink}
""",
    )


@family("battery, charge, battery icon, power, level, bars, cells, energy, icon")
def battery(p: Pick) -> Worked:
    """A box with a knob and bars of charge."""
    back, case, charge = named(p, "white|light gray|beige", "black|dark gray|navy", "green|orange|red|blue")
    n = p.number(3, 5)
    full = p.number(1, n - 1)
    gap = p.share(0.03, 0.04)
    bar, tall = (p.share(0.78, 0.84) - gap) // n - gap, p.share(0.32, 0.42)
    wide = n * (bar + gap) + gap
    knob = p.share(0.04, 0.06)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(case)} battery, {wide} pixels wide and {tall} high, a knob of {knob} pixels at "
            f"the right; {full} of its {n} bars are {charge}, each {bar} wide with gaps of {gap}",
            f"battery icon on {back}: {case} case {wide} x {tall} px with {knob} px pole, {n} cells of {bar} px with "
            f"{gap} px between, {full} of them {charge}",
        ),
        loose=p.one(
            f"a battery icon on {back}, partly charged, {charge} bars",
            f"{a(case)} battery with {charge} charge",
            "draw a battery symbol",
        ),
        back=back,
        body=f"""
tall, wide, bar, gap = {tall}, {wide}, {bar}, {gap}
y0, x0 = (H - tall) // 2, (W - wide - {knob}) // 2
case = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
knob = (abs(yy - (H - 1) / 2) < tall / 4) & (xx >= x0 + wide) & (xx < x0 + wide + {knob})
image[case | knob] = {case.value}  # {case}
for i in range({n}):  # {n} bars, {full} of them charged
    x = x0 + gap + i * (bar + gap)
    cell = (yy >= y0 + gap) & (yy < y0 + tall - gap) & (xx >= x) & (xx < x + bar)
    image[cell] = {charge.value} if i < {full} else {back.value}  # {charge}, else empty
""",
    )


@family("eye, human eye, iris, pupil, eyeball, look, watching, vision")
def eye(p: Pick) -> Worked:
    """A lens shape with iris, pupil and a glint."""
    back, iris, white, ink = named(p, "beige|pink|sky blue|brown|gold", "blue|green|teal|purple", "white", "black")
    half, tall = p.share(0.4, 0.46), p.share(0.2, 0.25)
    r = round((half**2 + tall**2) / (2 * tall))
    ring, pupil, glint = pixels(tall, 0.84, 0.42, 0.16)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(white)} eye {2 * half} pixels wide and {2 * tall} high, {a(iris)} iris of "
            f"radius {ring}, {a(ink)} pupil of radius {pupil} and {a(white)} glint",
            f"Draw an eye on {back}, {2 * half} px by {2 * tall} px, iris {iris} (radius {ring}), pupil {ink} (radius "
            f"{pupil})",
        ),
        loose=p.one(
            f"{a(iris)} eye on {back}",
            f"a human eye with {a(iris)} iris",
            f"draw an eye that looks at me, {iris}",
            "a big open eye",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
r = {r}  # radius of the two lids
low = {r} - {2 * tall} / 2  # so the lids leave an opening {2 * half} wide and {2 * tall} high
eye = (np.hypot(yy - (cy + low), xx - cx) <= r) & (np.hypot(yy - (cy - low), xx - cx) <= r)
iris = np.hypot(yy - cy, xx - cx) <= {ring}
pupil = np.hypot(yy - cy, xx - cx) <= {pupil}
glint = np.hypot(yy - (cy - {glint}), xx - (cx - {glint})) <= {glint}
image[eye] = {white.value}  # {white}
image[eye & iris] = {iris.value}  # {iris}
image[pupil] = {ink.value}  # {ink}
image[glint] = {white.value}  # {white}
""",
    )


@family("pawn, chess pawn, chess piece, chess, chessman, game piece, figure, token")
def chess_pawn(p: Pick) -> Worked:
    """A head, a collar, a body that widens, a foot."""
    back, fore = p.colours(2)
    tall = p.share(0.78, 0.88)
    r, collar, neck, base, foot, t = pixels(tall, 0.17, 0.19, 0.08, 0.22, 0.3, 0.1)
    top = (p.rows - tall) // 2
    rim = top + 2 * r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} chess pawn {tall} pixels high: a round head of radius {r}, a collar, a "
            f"body that widens and a foot {2 * foot} pixels wide and {t} high",
            f"Draw {a(fore)} pawn on {back}, {tall} px tall, head radius {r}, foot {2 * foot} x {t} px",
        ),
        loose=p.one(
            f"{a(fore)} chess pawn on {back}",
            f"a pawn from a chess set, {fore}",
            f"draw {a(fore)} chess piece, a pawn",
        ),
        back=back,
        body=f"""
tall, r = {tall}, {r}
y0, cx = (H - tall) // 2, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
head = np.hypot(yy - (y0 + r), xx - cx) <= r
collar = (yy >= {rim - t // 2}) & (yy < {rim + t // 2}) & (aside <= {collar})
slope = {neck} + (yy - {rim}) * {base - neck} / {tall - 2 * r}  # half the width of the body, row by row
body = (yy >= {rim}) & (yy < y0 + tall) & (aside <= slope)
foot = (yy >= y0 + tall - {t}) & (yy < y0 + tall) & (aside < {2 * foot} / 2)
image[head | collar | body | foot] = {fore.value}  # {fore}
""",
    )


@family("gift, present, parcel, ribbon, bow, birthday, christmas present, box, package")
def gift(p: Pick) -> Worked:
    """A box with a ribbon and a bow of two rings."""
    back, box, ribbon = named(p, WALLS, "red|blue|green|purple|teal", "yellow|gold")
    side = p.share(0.52, 0.6)
    t, loop, thick = pixels(side, 0.15, 0.16, 0.07)
    top = (p.rows - side) // 2 + loop
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(box)} gift box, {side} x {side} pixels, tied with {a(ribbon)} ribbon {t} "
            f"pixels thick and a bow of two rings of radius {loop}",
            f"a present on {back}: {box} square, {side} px, {ribbon} ribbon of {t} px crosswise, bow loops with "
            f"radius {loop}",
        ),
        loose=p.one(
            f"{a(box)} gift with {a(ribbon)} ribbon",
            f"a birthday present on {back}, {box} with {a(ribbon)} bow",
            "draw a wrapped gift box",
        ),
        back=back,
        body=f"""
side, t = {side}, {t}  # of the box, of the ribbon
y0, cx = {top}, (W - 1) / 2
aside = abs(xx - cx)
box = (yy >= y0) & (yy < y0 + side) & (aside < side / 2)
ribbon = box & ((aside <= t / 2) | (abs(yy - (y0 + side / 2)) <= t / 2))  # upright and across
bow = abs(np.hypot(yy - (y0 - {loop}), aside - {loop}) - {loop - thick // 2}) <= {thick} / 2  # two rings
image[box] = {box.value}  # {box}
image[ribbon | bow] = {ribbon.value}  # {ribbon}
""",
    )


@family("balloon, balloons, party, string, floating, birthday, helium")
def balloons(p: Pick) -> Worked:
    """Balloons in a row, each on a string."""
    n = p.number(3, 5)
    back, ink, *skins = named(p, "white|sky blue|light gray", "black|dark gray", "red", "blue", "yellow")
    tall, wide = p.share(0.17, 0.21, p.rows), round(p.cols / n * 0.38)
    ry, rx = min(tall, round(wide * 1.25)), min(wide, tall)
    string = p.share(0.35, 0.4, p.rows)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} balloons side by side, each {2 * rx} pixels wide and {2 * ry} high, in turn "
            f"{skins[0]}, {skins[1]} and {skins[2]}, on {ink} strings {string} pixels long",
            f"Draw {n} balloons on {back} in a row ({skins[0]}, {skins[1]}, {skins[2]}, …), {2 * rx} x {2 * ry} px, "
            f"strings {string} px",
        ),
        loose=p.one(
            f"party balloons on {back}",
            f"a few balloons on strings, {skins[0]}, {skins[1]} and {skins[2]}",
            "draw colourful balloons floating in a row",
        ),
        back=back,
        body=f"""
n = {n}  # balloons
colours = [{", ".join(skin.value for skin in skins)}]  # {", ".join(skin.name for skin in skins)}
ry, rx = {2 * ry} / 2, {2 * rx} / 2  # half the height, half the width
for i in range(n):
    cy, cx = {(p.rows - string) // 2}, (i + 0.5) * W / n  # the picture is shared evenly
    string = (abs(xx - cx) <= 1) & (yy >= cy + ry) & (yy < cy + ry + {string})
    balloon = ((yy - cy) / ry) ** 2 + ((xx - cx) / rx) ** 2 <= 1
    image[string] = {ink.value}  # {ink}
    image[balloon] = colours[i % len(colours)]
""",
    )


@family("umbrella, parasol, rain, canopy, handle, scallops, open umbrella")
def umbrella(p: Pick) -> Worked:
    """Half a disc with scallops, on a stick with a hook."""
    back, cloth, stick = named(p, WALLS, "red|purple|blue|orange|teal", "brown|black")
    arc = 2 * p.share(0.065, 0.075)
    r, hook, t = 3 * arc, p.share(0.05, 0.06), p.share(0.024, 0.032)
    top = (p.rows - 2 * r) // 2 + r
    down = r - 2 * hook
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(cloth)} umbrella of radius {r}, 3 scallops at its hem, {a(stick)} stick "
            f"reaching {down} pixels below the cloth and a hook of radius {hook}",
            f"Make {a(cloth)} umbrella on {back}: half disc, radius {r} px, 3 arcs cut out below, {stick} stick "
            f"{down} px, hook radius {hook}",
        ),
        loose=p.one(
            f"{a(cloth)} umbrella on {back}",
            f"an open {cloth} umbrella with a hooked handle",
            "draw an umbrella",
        ),
        back=back,
        body=f"""
cy, cx = {top}, (W - 1) / 2  # middle of the hem
cloth = (np.hypot(yy - cy, xx - cx) <= {r}) & (yy < cy)
for i in range(3):  # 3 scallops are cut out
    x = cx + (i - 1) * {2 * arc}
    cloth = cloth & ~(np.hypot((yy - cy) * 2, xx - x) <= {arc})
stick = (yy >= cy - {r} + 4) & (yy < cy + {down}) & (abs(xx - cx) <= {t})
ring = abs(np.hypot(yy - (cy + {down}), xx - (cx - {hook})) - {hook}) <= {t}
hook = ring & (yy >= cy + {down})  # the lower half of a ring
image[stick | hook] = {stick.value}  # {stick}
image[cloth] = {cloth.value}  # {cloth}
""",
    )
