"""Plants: tree, fir, palm, flower, cactus, mushroom and leaf."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

SKIES = "white|sky blue|beige|light gray"


@family("tree, round crown, trunk, deciduous tree, leaves, oak, apple tree, plant, green")
def tree(p: Pick) -> Worked:
    """A round crown on a trunk."""
    back, crown, trunk = named(p, SKIES, "green|dark green|orange", "brown")
    r = p.share(0.26, 0.31)
    wide, tall = p.share(0.1, 0.14), p.share(0.3, 0.36)
    row = (p.rows - 2 * r - tall) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a tree: {a(crown)} round crown of radius {r} on {a(trunk)} trunk that is {wide} "
            f"pixels wide and {tall} pixels high below the crown",
            f"Draw a tree on {back}, crown {crown} with radius {r} px, trunk {trunk}, {wide} px wide, {tall} px high",
        ),
        loose=p.one(
            f"a tree on {back}",
            f"a tree with a round {crown} crown and {a(trunk)} trunk",
            f"draw {a(crown)} tree",
            f"one single tree, {trunk} trunk",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2  # centre of the crown
crown = np.hypot(yy - cy, xx - cx) <= {r}
bottom = cy + {r} + {tall}  # where the trunk ends, {tall} below the crown
trunk = (yy >= cy) & (yy < bottom) & (abs(xx - cx) < {wide} / 2)
image[trunk] = {trunk.value}  # {trunk}, behind the crown
image[crown] = {crown.value}  # {crown}
""",
    )


@family("fir tree, christmas tree, pine, conifer, spruce, evergreen, triangles, xmas tree, baubles")
def fir_tree(p: Pick) -> Worked:
    """Triangles one above the other on a short trunk."""
    back, green, trunk = named(p, "white|sky blue|navy|light gray", "green|dark green|teal", "brown")
    n = p.number(2, 4)
    high = round(p.share(0.72, 0.8) / (n + 1) * 1.5)
    step = round(high * 0.62)
    first, more = p.share(0.18, 0.2), p.share(0.05, 0.07)
    wide, tall = p.share(0.08, 0.1), p.share(0.1, 0.12)
    top = (p.rows - step * (n - 1) - high - tall) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a fir tree made of {n} {green} triangles, each {high} pixels high and {step} "
            f"pixels lower than the one above, on {a(trunk)} trunk {wide} pixels wide and {tall} high",
            f"Draw a Christmas tree on {back}: {n} stacked {green} triangles ({high} px high, {step} px apart), "
            f"{trunk} trunk {wide} x {tall} px",
        ),
        loose=p.one(
            f"a fir tree on {back}",
            f"{a(green)} Christmas tree with {a(trunk)} trunk",
            "draw a pine tree made of triangles",
            f"an evergreen tree, {back} background",
        ),
        back=back,
        body=f"""
y0, cx = {top}, (W - 1) / 2  # the tip
n, high, step = {n}, {high}, {step}
bottom = y0 + (n - 1) * step + high
trunk = (yy >= bottom) & (yy < bottom + {tall}) & (abs(xx - cx) < {wide} / 2)
image[trunk] = {trunk.value}  # {trunk}
for i in range(n):  # {n} triangles, each wider than the one above
    top = y0 + i * step
    half = {first} + i * {more}  # half its width
    triangle = (yy >= top) & (yy < top + high) & (abs(xx - cx) <= (yy - top) * half / high)
    image[triangle] = {green.value}  # {green}
""",
    )


@family("palm, palm tree, coconut, tropical, fronds, island, beach tree")
def palm_tree(p: Pick) -> Worked:
    """A bent trunk with fronds of half rings."""
    back, green, trunk = named(p, "sky blue|white|orange|pink", "green|dark green", "brown|black")
    tall, bend, r = p.share(0.6, 0.66), p.share(0.06, 0.1), p.share(0.15, 0.18)
    t, wide = p.share(0.045, 0.055), p.share(0.025, 0.035)
    row = (p.rows - tall - r) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a palm tree: {a(trunk)} trunk {tall} pixels high that bends {bend} pixels to the "
            f"right, at its top 4 {green} fronds, half rings of radius {r} and {t} pixels thick",
            f"Draw a palm on {back}: {trunk} trunk, {tall} px high, leaning {bend} px; 4 curved {green} leaves "
            f"(radius {r}, {t} px thick)",
        ),
        loose=p.one(
            f"a palm tree on {back}",
            f"a palm with {green} fronds and {a(trunk)} trunk",
            "draw a tropical palm tree",
        ),
        back=back,
        body=f"""
y0, tall = {row}, {tall}  # top and height of the trunk
y1 = y0 + tall
middle = (W - 1) / 2 + {bend} * ((y1 - yy) / tall) ** 2  # the trunk's column, row by row: it bends
trunk = (yy >= y0) & (yy < y1) & (abs(xx - middle) <= {wide} + (yy - y0) / 20)
image[trunk] = {trunk.value}  # {trunk}
cx = (W - 1) / 2 + {bend}  # where the fronds begin
for side in (-1, 1):  # left and right
    for lift in (0, {round(r * 0.55)}):  # 2 fronds at each side: 4
        x = cx + side * ({r} - lift / 3)
        ring = abs(np.hypot(yy - (y0 - lift + {t}), xx - x) - ({r} - lift / 3)) <= {t} / 2
        frond = ring & (yy <= y0 - lift + {t})  # the upper half
        image[frond] = {green.value}  # {green}
""",
    )


@family("flower, petals, blossom, daisy, stem, leaf, bloom, sunflower, garden")
def flower(p: Pick) -> Worked:
    """Petals around a middle, on a stem with a leaf."""
    back, petal, heart, stem = named(p, SKIES, "red|pink|purple|magenta", "yellow|gold", "green|dark green")
    n, r, ring = p.number(5, 8), p.share(0.085, 0.1), p.share(0.14, 0.16)
    middle, t, tall = p.share(0.09, 0.1), p.share(0.018, 0.025), p.share(0.52, 0.58)
    row = (p.rows - tall - ring - r) // 2 + ring + r
    leaf = p.share(0.1, 0.12)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a flower: {n} {petal} petals of radius {r} on a circle of radius {ring} around "
            f"{a(heart)} middle of radius {middle}, on {a(stem)} stem {tall} pixels long with one leaf",
            f"Draw a flower on {back}; {n} round {petal} petals (radius {r}, {ring} px from the centre), centre "
            f"{heart} (radius {middle}), {stem} stalk {tall} px",
        ),
        loose=p.one(
            f"{a(petal)} flower on {back}",
            f"a flower with {petal} petals and {a(heart)} centre",
            f"draw {a(petal)} blossom with a stem and a leaf",
            f"a pretty flower, {petal}",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2  # middle of the blossom
stem = (yy >= cy) & (yy < cy + {tall}) & (abs(xx - cx) <= {t})
y, x = cy + {round(tall * 0.72)}, cx + {leaf}  # middle of the leaf
leaf = ((yy - y) / {leaf // 2}) ** 2 + ((xx - x) / {leaf}) ** 2 <= 1
image[stem | leaf] = {stem.value}  # {stem}
n = {n}  # petals
for i in range(n):
    angle = 2 * np.pi * i / n
    petal = np.hypot(yy - (cy - {ring} * np.cos(angle)), xx - (cx + {ring} * np.sin(angle))) <= {r}
    image[petal] = {petal.value}  # {petal}
image[np.hypot(yy - cy, xx - cx) <= {middle}] = {heart.value}  # {heart}
""",
    )


@family("cactus, desert, saguaro, desert plant, arms, spines, sand, pot")
def cactus(p: Pick) -> Worked:
    """A column with two arms on sand."""
    sky, green, sand = named(p, "sky blue|white|orange", "green|dark green|teal", "beige|gold|brown")
    ground, tall, half = p.share(0.8, 0.86, p.rows), p.share(0.6, 0.68), p.share(0.065, 0.08)
    arm, low, high, t = pixels(tall, 0.3, 0.45, 0.24, 0.07)
    return Worked(
        exact=p.one(
            f"{a(green)} cactus on {sand} sand that begins at row {ground}, the sky {sky}; the trunk {2 * half} "
            f"pixels thick and {tall} high with a rounded top, an arm at each side {arm} pixels from its middle, "
            f"{2 * t} thick",
            f"Draw a desert scene, {sky} above, {sand} from row {ground} down, and {a(green)} saguaro {tall} px high, "
            f"{2 * half} px thick, 2 arms {2 * t} px thick, {arm} px out",
        ),
        loose=p.one(
            f"{a(green)} cactus in the desert",
            "a cactus with two arms on sand",
            f"draw a cactus, {sky} sky",
        ),
        back=sky,
        body=f"""
ground, cx = {ground}, (W - 1) / 2
aside = abs(xx - cx)  # the same left and right
top = ground - {tall} + {half}
trunk = (yy >= top) & (yy < ground) & (aside <= {2 * half} / 2)
head = np.hypot(yy - top, xx - cx) <= {2 * half} / 2  # rounded
bend, t = ground - {low}, {2 * t} / 2  # row of the arms, half their thickness
across = (abs(yy - bend) <= t) & (aside <= {arm})
up = (yy >= bend - {high}) & (yy <= bend) & (abs(aside - {arm}) <= t)
ends = (np.hypot(yy - (bend - {high}), aside - {arm}) <= t) | (np.hypot(yy - bend, aside - {arm}) <= t)
image[yy >= ground] = {sand.value}  # {sand}
image[trunk | head | across | up | ends] = {green.value}  # {green}
""",
    )


@family("mushroom, toadstool, fly agaric, cap, dots, fungus, spots, stem, forest")
def mushroom(p: Pick) -> Worked:
    """A half-disc cap with dots on a stem."""
    back, cap, stem, dots = named(p, "sky blue|green|light gray|teal", "red|brown|orange", "beige", "white")
    r = p.share(0.34, 0.4)
    half, tall, dot, side, up, low = pixels(r, 0.28, 0.85, 0.13, 0.5, 0.36, 0.68)
    row = (p.rows - r - tall) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a mushroom: the cap, upper half of {a(cap)} disc of radius {r}, with 3 {dots} "
            f"dots of radius {dot}, on {a(stem)} stem {2 * half} pixels wide and {tall} high",
            f"Draw a toadstool on {back}; {cap} half-disc cap (radius {r} px), 3 {dots} spots (radius {dot}), stem "
            f"{stem} {2 * half} x {tall} px",
        ),
        loose=p.one(
            f"{a(cap)} mushroom with {dots} dots on {back}",
            f"a toadstool with {a(cap)} cap",
            f"draw a mushroom, {cap} and {dots}",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2  # middle of the cap's lower edge
cap = (np.hypot(yy - cy, xx - cx) <= {r}) & (yy < cy)
stem = (yy >= cy) & (yy < cy + {tall}) & (abs(xx - cx) < {2 * half} / 2)
image[cap] = {cap.value}  # {cap}
image[stem] = {stem.value}  # {stem}
for dy, dx in [(-{up}, -{side}), (-{low}, 0), (-{up}, {side})]:  # 3 dots, from (cy, cx)
    dot = np.hypot(yy - (cy + dy), xx - (cx + dx)) <= {dot}
    image[dot] = {dots.value}  # {dots}
""",
    )


@family("leaf, leaves, vein, veins, plant, midrib, foliage, beech")
def leaf(p: Pick) -> Worked:
    """A lens shape with a midrib and veins."""
    back, green, vein = named(p, SKIES, "green|dark green|orange|teal", "yellow|brown|black")
    half, wide, n = p.share(0.38, 0.44), p.share(0.2, 0.24), p.number(3, 5)
    r = round((half**2 + wide**2) / (2 * wide))
    t, step = max(2, p.share(0.012, 0.016)), round(1.2 * half / n)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(green)} leaf standing upright, {2 * half} pixels long and {2 * wide} wide, "
            f"{a(vein)} midrib and {n} {vein} veins at each side, {step} pixels apart",
            f"Draw {a(green)} leaf on {back}: {2 * half} px high, {2 * wide} px wide, with {n} pairs of {vein} veins "
            f"every {step} px",
        ),
        loose=p.one(
            f"{a(green)} leaf on {back}",
            f"a leaf with {vein} veins",
            f"draw a single {green} leaf",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
r = {r}  # radius of both edges
shift = r - {2 * wide} / 2  # so that they meet above and below
leaf = (np.hypot(yy - cy, xx - (cx - shift)) <= r) & (np.hypot(yy - cy, xx - (cx + shift)) <= r)
image[leaf] = {green.value}  # {green}, {2 * half} long
midrib = abs(xx - cx) <= {t}
image[leaf & midrib] = {vein.value}  # {vein}
for i in range({n}):  # {n} veins at each side
    start = cy + {round(half * 0.75)} - i * {step}  # on the midrib
    vein = abs(yy - (start - abs(xx - cx))) <= {t}  # rising outwards
    image[leaf & vein] = {vein.value}
""",
    )
