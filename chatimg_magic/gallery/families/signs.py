"""Signs of the street: lights, stop, no entry, warning, arrows; and a target and a heart."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

WALLS = "white|sky blue|light gray|beige"


@family(
    "traffic light, stoplight, traffic lights, signal, three lamps, red yellow green, ampel, street", modes="rgb rgba"
)
def traffic_light(p: Pick) -> Worked:
    """Three lamps in a dark box."""
    back, box = named(p, WALLS, "black|dark gray")
    r = p.share(0.1, 0.125)
    gap, tall, wide = 2 * r + p.share(0.03, 0.05), p.share(0.86, 0.94), p.share(0.32, 0.38)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a traffic light: {a(box)} box {tall} pixels high and {wide} wide with 3 lamps of "
            f"radius {r}, red above, yellow in the middle, green below",
            f"Draw a traffic light on {back}, box {box}, {wide} x {tall} px, red, yellow and green lamp, radius {r} "
            f"each, {gap} px apart",
        ),
        loose=p.one(
            "a traffic light",
            f"a traffic light on {back}",
            f"draw a traffic light, {box} box with a red, a yellow and a green lamp",
            "traffic lights with all three lamps on",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
box = (abs(yy - cy) <= {tall} / 2) & (abs(xx - cx) <= {wide} / 2)
image[box] = {box.value}  # {box}
gap = {gap}  # from lamp to lamp: 3 lamps
red = np.hypot(yy - (cy - gap), xx - cx) <= {r}
yellow = np.hypot(yy - cy, xx - cx) <= {r}
green = np.hypot(yy - (cy + gap), xx - cx) <= {r}
image[red] = {p.colour("red").value}  # top
image[yellow] = {p.colour("yellow").value}  # middle
image[green] = {p.colour("green").value}  # bottom
""",
    )


@family("stop sign, octagon, stop, road sign, eight sides, traffic sign, street sign")
def stop_sign(p: Pick) -> Worked:
    """An octagon with a border and the word STOP."""
    back, sign, white = named(p, "sky blue|green|gray|beige", "red|dark red", "white")
    r = p.share(0.4, 0.46)
    t = p.share(0.03, 0.05)
    dot = max(2, round(r * 0.09))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(sign)} stop sign: an octagon {r} pixels from the middle to its sides, "
            f"{a(white)} border of {t} pixels and the word STOP",
            f"Draw a stop sign on {back}: {sign} octagon, {r} px from centre to edge, {t} px {white} rim, {white} "
            "text STOP",
        ),
        loose=p.one(
            "a stop sign",
            f"{a(sign)} stop sign on {back}",
            f"draw an octagonal stop sign with {a(white)} border",
            f"road sign STOP, {sign} and {white}",
        ),
        back=back,
        body=f"""
dy, dx = abs(yy - (H - 1) / 2), abs(xx - (W - 1) / 2)  # distance from the middle
size = np.maximum(np.maximum(dy, dx), (dy + dx) / np.sqrt(2))  # equal along an octagon
image[size <= {r}] = {white.value}  # {white} border, {t} pixels
image[size <= {r} - {t}] = {sign.value}  # {sign}
rows = ["### ### ### ###", "#    #  # # # #", "###  #  # # ###", "  #  #  # # #  ", "###  #  ### #  "]
word = np.array([[dot == "#" for dot in row] for row in rows])  # 5 rows, 15 columns
dot = {dot}  # pixels of one dot
row, col = (yy - (H - 5 * dot) // 2) // dot, (xx - (W - 15 * dot) // 2) // dot
inside = (row >= 0) & (row < 5) & (col >= 0) & (col < 15)
text = inside & word[row % 5, col % 15]
image[text] = {white.value}  # {white}
""",
    )


@family("no entry sign, do not enter, white bar, prohibition, road sign, round sign, traffic sign")
def no_entry_sign(p: Pick) -> Worked:
    """A disc with a horizontal bar."""
    back, sign, bar = named(p, "sky blue|gray|beige|white", "red|dark red|blue", "white|yellow")
    r = p.share(0.36, 0.46)
    tall, wide = pixels(r, 0.4, 1.4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a no entry sign: {a(sign)} disc of radius {r} and in it {a(bar)} bar {wide} "
            f"pixels wide and {tall} high",
            f"a do-not-enter sign on {back}, {sign}, radius {r} px, {bar} horizontal bar of {tall} x {wide} px",
        ),
        loose=p.one(
            f"a no entry sign on {back}",
            f"a round {sign} road sign with {a(bar)} horizontal bar",
            "draw a do not enter sign",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
sign = np.hypot(yy - cy, xx - cx) <= {r}
bar = (abs(yy - cy) < {tall} / 2) & (abs(xx - cx) < {wide} / 2)  # {tall} high, {wide} wide
image[sign] = {sign.value}  # {sign}
image[bar] = {bar.value}  # {bar}
""",
    )


@family("warning sign, danger, caution, triangle sign, exclamation mark, attention, road sign, hazard")
def warning_sign(p: Pick) -> Worked:
    """A triangle with a border and an exclamation mark."""
    back, rim, face, ink = named(p, "white|sky blue|light gray", "red|black", "yellow|orange|gold", "black|navy")
    tall = p.share(0.72, 0.84)
    half, edge, stroke, dot = pixels(tall, 0.56, 0.08, 0.05, 0.07)
    top = (p.rows - tall) // 2
    bottom, first = top + tall, top + round(0.36 * tall)
    last, point = top + round(0.68 * tall), top + round(0.8 * tall)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a warning sign: {a(face)} triangle {tall} pixels high, point up, with {a(rim)} "
            f"border and {a(ink)} exclamation mark whose dot has radius {dot}",
            f"Draw a caution triangle on {back}, {tall} px high, {face} with {rim} rim, {ink} exclamation mark, dot "
            f"radius {dot}",
        ),
        loose=p.one(
            f"a warning sign on {back}",
            f"{a(face)} danger triangle with an exclamation mark",
            "draw a caution road sign",
            f"triangular warning sign, {rim} border, {face} inside",
        ),
        back=back,
        body=f"""
cx = (W - 1) / 2  # the middle
aside = abs(xx - cx)
outer = (yy >= {top}) & (yy < {bottom}) & (aside <= (yy - {top}) * {half} / {tall})  # {tall} high
inner = (yy < {bottom} - {edge}) & (aside <= (yy - {top}) * {half} / {tall} - {edge})
stroke = (yy >= {first}) & (yy < {last}) & (aside <= {stroke})
dot = np.hypot(yy - {point}, xx - cx) <= {dot}
image[outer] = {rim.value}  # {rim}
image[inner] = {face.value}  # {face}
image[stroke | dot] = {ink.value}  # {ink}
""",
    )


@family("arrow sign, arrow, direction, one way, pointing, road sign, turn, right, left")
def arrow_sign(p: Pick) -> Worked:
    """A round sign with an arrow that points right or left."""
    back, sign, fore = named(p, "white|light gray|beige", "blue|teal|green|navy", "white|yellow")
    r = p.share(0.38, 0.46)
    half, stem, tip, head, spread = pixels(r, 0.6, 0.14, 0.68, 0.5, 0.46)
    where, along = ("right", "xx - cx") if p.flip() else ("left", "cx - xx")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a round {sign} sign of radius {r} and {a(fore)} arrow on it that points {where}, "
            f"its head {head} pixels long and its shaft {2 * stem} thick",
            f"road sign on {back}: {sign} disc (radius {r}) with {a(fore)} arrow to the {where}, head {head} px, shaft "
            f"{2 * stem} px thick",
        ),
        loose=p.one(
            f"{a(sign)} road sign with {a(fore)} arrow pointing {where}",
            f"a round sign, arrow to the {where}, {fore} on {sign}",
            f"draw an arrow sign that shows to the {where}",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
sign = np.hypot(yy - cy, xx - cx) <= {r}
along = {along}  # grows to the {where}, where the arrow points
across = abs(yy - cy)
shaft = (along >= -{half}) & (along <= {tip} - {head}) & (across <= {2 * stem} / 2)
head = (along >= {tip} - {head}) & (across <= ({tip} - along) * {spread} / {head})  # narrower towards the tip
image[sign] = {sign.value}  # {sign}
image[shaft | head] = {fore.value}  # {fore}
""",
    )


@family("target, bullseye, archery, dartboard, rings, shooting target, concentric rings, centre")
def target_rings(p: Pick) -> Worked:
    """Rings of two colours in turn around the middle."""
    back, one, two = named(p, "white|light gray|sky blue|green", "red|blue|black|purple", "yellow|white|beige")
    n = p.number(3, 6)
    wide = round(p.share(0.4, 0.46) / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a target of {n} rings, each {wide} pixels wide, in turn {one} and {two}, {one} "
            "outside",
            f"Draw a bullseye on {back}: {n} concentric circles, {wide} px steps, alternating {one} (outermost) and "
            f"{two}",
        ),
        loose=p.one(
            f"{a(one)} and {two} target on {back}",
            f"a bullseye, rings of {one} and {two}",
            "draw an archery target",
            f"a dartboard with {one} and {two} rings",
            f"a target of {one} rings" if two.name == "white" else f"a target of {one} and {two} rings",
        ),
        back=back,
        body=f"""
n, wide = {n}, {wide}  # rings, and how wide each is
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
for i in range(n):  # from the outermost inwards
    colour = {one.value} if i % 2 == 0 else {two.value}  # {one}, {two} in turn
    image[distance <= (n - i) * wide] = colour
""",
    )


@family("heart, love, valentine, heart shape, hearts, card, romantic")
def heart(p: Pick) -> Worked:
    """A heart: two discs side by side above a triangle."""
    back, fore = named(p, "white|pink|beige|sky blue|light gray", "red|dark red|magenta|purple")
    r = p.share(0.2, 0.23)
    tall = round(2.414 * r)
    (edge,) = pixels(r, 1.7071)
    top = (p.rows - tall - r) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} heart in the middle: two discs of radius {r} side by side and below "
            f"them a point that reaches {tall} pixels under their centres",
            f"Draw {a(fore)} heart on {back}, lobes with radius {r} px, tip {tall} px below the lobes' centres",
        ),
        loose=p.one(
            f"{a(fore)} heart on {back}",
            f"draw a big {fore} heart",
            f"{a(fore)} valentine's heart, {back} background",
            f"love heart in {fore}",
        ),
        back=back,
        body=f"""
cy, cx = {top}, (W - 1) / 2
r, tip = {r}, {tall}  # radius of the lobes, and how far the tip is below their centres
aside = abs(xx - cx)  # the same left and right
lobes = np.hypot(yy - cy, aside - r) <= r
edge = {edge}  # where the slanted sides touch the lobes
point = (yy >= cy) & (aside + (yy - cy) <= tip) & (aside <= edge)
image[lobes | point] = {fore.value}  # {fore}
""",
    )
