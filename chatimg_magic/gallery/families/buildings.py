"""Buildings: castle, lighthouse, church and windmill."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

SKIES = "white|sky blue|light gray"


@family("castle, fortress, towers, battlements, gate, merlons, knight, medieval, crenellation, fort")
def castle(p: Pick) -> Worked:
    """A wall between two towers, with battlements and a gate."""
    back, wall, gate, flag = named(p, SKIES, "gray|dark gray|brown", "black|navy", "red|purple|blue")
    block = 2 * p.share(0.022, 0.026)
    tower, mid, high, low = 5 * block, 7 * block, p.share(0.6, 0.66), p.share(0.38, 0.44)
    arch = 2 * block
    pole = p.share(0.1, 0.13)
    ground = (p.rows + high + block + pole) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(wall)} castle: two towers, {tower} pixels wide and {high} high, a wall between "
            f"them {mid} wide and {low} high, battlements of {block} pixel blocks on top, {a(gate)} arched gate "
            f"{arch} wide and {a(flag)} flag on each tower",
            f"Draw a castle on {back}; {wall} towers {tower} x {high} px, wall {mid} x {low} px, merlons {block} px, "
            f"{gate} gate {arch} px wide, 2 {flag} flags",
        ),
        loose=p.one(
            f"{a(wall)} castle on {back}",
            f"a castle with two towers and {a(gate)} gate",
            f"draw a medieval fortress with {flag} flags",
        ),
        back=back,
        body=f"""
ground, cx, block = {ground}, (W - 1) / 2, {block}
aside = abs(xx - cx)  # the same left and right
notch = (xx - (W - {2 * tower + mid}) // 2) // block % 2 == 1  # every second block is a gap
inner = {mid} / 2  # from here on outwards: the towers
wall = (yy >= ground - {low}) & (yy < ground) & (aside < inner)
towers = (yy >= ground - {high}) & (yy < ground) & (aside >= inner) & (aside < inner + {tower})
teeth = (yy >= ground - {low} - block) & (yy < ground) & (aside < inner) & ~notch
points = (yy >= ground - {high} - block) & (yy < ground) & (aside >= inner) & (aside < inner + {tower}) & ~notch
gate = (yy >= ground - {arch}) & (yy < ground) & (aside < {arch} / 2)
arch = np.hypot(yy - (ground - {arch}), xx - cx) < {arch} / 2  # rounds the gate
middle = inner + {tower} / 2  # of a tower
top = ground - {high} - block - {pole}
pole = (yy >= top) & (yy < ground - {high}) & (abs(aside - middle) <= 1)
flag = (yy >= top) & (yy < top + block) & (abs(abs(xx - {block // 2} - cx) - middle) <= {block // 2})
image[wall | towers | teeth | points | pole] = {wall.value}  # {wall}
image[gate | arch] = {gate.value}  # {gate}
image[flag] = {flag.value}  # {flag}
""",
    )


@family("lighthouse, beacon, striped tower, red and white tower, coast, light, sea mark")
def lighthouse(p: Pick) -> Worked:
    """A striped tower that narrows upwards, with a lamp and a cap."""
    sky, sea, one, two, lamp = named(p, "sky blue|navy", "blue|teal|green", "red|dark red", "white", "yellow")
    n, tall = p.number(4, 7), p.share(0.5, 0.56)
    wide, narrow, room, cap = p.share(0.13, 0.15), p.share(0.08, 0.09), p.share(0.1, 0.12), p.share(0.08, 0.1)
    ground = (p.rows + tall + room + cap) // 2
    band = tall // n
    return Worked(
        exact=p.one(
            f"a lighthouse with {n} {one} and {two} bands of {band} pixels, its foot {2 * wide} pixels wide at row "
            f"{ground}, {2 * narrow} wide at the top; above it {a(lamp)} lamp room {room} high and a pointed {one} "
            f"cap {cap} high; {sky} sky, {sea} below row {ground}",
            f"Draw a lighthouse standing on row {ground}: {n} stripes ({one}, {two}, …) each {band} px high, {lamp} "
            f"light {room} px, {one} roof {cap} px, width {2 * wide} px below and {2 * narrow} px above, sky {sky}, "
            f"ground {sea}",
        ),
        loose=p.one(
            f"{a(one)} and {two} lighthouse",
            f"a lighthouse by the sea with {a(lamp)} lamp",
            f"draw a striped lighthouse, {sky} sky",
        ),
        back=sky,
        body=f"""
ground, cx = {ground}, (W - 1) / 2
image[yy >= ground] = {sea.value}  # {sea}
n, band = {n}, {band}  # stripes, height of one
tall = n * band
aside = abs(xx - cx)
slope = {2 * wide} / 2 - (ground - yy) * ({2 * wide} - {2 * narrow}) / 2 / tall  # half the width, row by row
for i in range(n):  # from the bottom
    stripe = (yy < ground - i * band) & (yy >= ground - (i + 1) * band) & (aside <= slope)
    image[stripe] = {one.value} if i % 2 == 0 else {two.value}  # {one}, {two}
top = ground - tall
lamp = (yy >= top - {room}) & (yy < top) & (aside <= {round(narrow * 0.7)})
image[lamp] = {lamp.value}  # {lamp}
tip = top - {room} - {cap}
cap = (yy >= tip) & (yy < top - {room}) & (aside <= (yy - tip) * {narrow} / {cap})
image[cap] = {one.value}  # {one}
""",
    )


@family("church, chapel, steeple, spire, cross, bell tower, building, arched door")
def church(p: Pick) -> Worked:
    """A tower with a spire and a cross beside a nave with a roof."""
    back, wall, roof, dark = named(p, SKIES, "beige|yellow|orange", "red|brown|teal", "black|navy")
    tower, tall, spire, cross = 2 * p.share(0.11, 0.125), p.share(0.46, 0.5), p.share(0.22, 0.25), p.share(0.08, 0.1)
    nave, low, roof_h = p.share(0.42, 0.48), p.share(0.26, 0.3), p.share(0.14, 0.17)
    left, ground = (p.cols - tower - nave) // 2, (p.rows + tall + spire + cross) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a church: at the left {a(wall)} tower {tower} pixels wide and {tall} high with "
            f"{a(roof)} spire of {spire} pixels and {a(dark)} cross of {cross} pixels, to its right a nave {nave} wide "
            f"and {low} high under {a(roof)} roof of {roof_h}",
            f"Draw a church on {back}, {wall} with {roof} roofs; tower {tower} x {tall} px, spire {spire} px, {dark} "
            f"cross {cross} px, nave {nave} x {low} px, roof {roof_h} px high",
        ),
        loose=p.one(
            f"a church on {back}",
            f"a church with {a(roof)} spire and a cross",
            "draw a small chapel with a bell tower",
        ),
        back=back,
        body=f"""
ground, x0 = {ground}, {left}  # bottom row, left edge
x1 = x0 + {tower}  # right edge of the tower
cx = x0 + {tower} / 2 - 0.5  # its middle
tower = (yy >= ground - {tall}) & (yy < ground) & (xx >= x0) & (xx < x1)
nave = (yy >= ground - {low}) & (yy < ground) & (xx >= x1) & (xx < x1 + {nave})
top = ground - {tall} - {spire}  # tip of the spire
spire = (yy >= top) & (yy < ground - {tall}) & (abs(xx - cx) <= (yy - top) * {tower} / 2 / {spire})
ridge = ground - {low} - {roof_h}  # the roof slants down to the right
roof = (yy >= ridge) & (yy < ground - {low}) & (xx >= x1) & (xx <= x1 + {nave} * 0.8 + (yy - ridge) / 2)
upright = (yy >= top - {cross}) & (yy < top) & (abs(xx - cx) <= 1.5)
across = (abs(yy - (top - {round(cross * 0.65)})) <= 1.5) & (abs(xx - cx) <= {round(cross * 0.35)})
door = (yy >= ground - {tower}) & (yy < ground) & (abs(xx - cx) < {tower} / 4)
image[tower | nave] = {wall.value}  # {wall}
image[spire | roof] = {roof.value}  # {roof}
image[upright | across | door] = {dark.value}  # {dark}
for i in range(2):  # 2 windows
    x = x1 + {nave} * (i + 0.5) / 2
    window = (abs(yy - ground + {round(low * 0.55)}) <= {round(low * 0.2)}) & (abs(xx - x) <= {round(low * 0.15)})
    image[window] = {dark.value}
""",
    )


@family("windmill, mill, sails, blades, holland, wind, rotor, four arms")
def windmill(p: Pick) -> Worked:
    """A tower that narrows upwards with four sails."""
    back, wall, sail, ink = named(p, SKIES, "brown|beige|orange", "red|blue|purple", "black")
    tall, long, t = p.share(0.48, 0.52), p.share(0.36, 0.4), 2 * p.share(0.028, 0.034)
    wide, narrow, angle = p.share(0.17, 0.2), p.share(0.1, 0.12), p.number(15, 75)
    row, hub, door = (p.rows + long - tall) // 2, p.share(0.03, 0.04), p.share(0.13, 0.16)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a windmill: {a(wall)} tower {tall} pixels high, {2 * narrow} wide at the top and "
            f"{2 * wide} at the bottom, and 4 {sail} sails {long} pixels long and {t} thick around the top, turned by "
            f"{angle} degrees",
            f"Draw a windmill on {back}; tower {wall}, {tall} px high ({2 * narrow} to {2 * wide} px wide), 4 {sail} "
            f"blades of {long} x {t} px at {angle} degrees",
        ),
        loose=p.one(
            f"a windmill on {back}",
            f"a windmill with four {sail} sails",
            "draw a Dutch windmill",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2  # the hub, on top of the tower
dy, dx = yy - cy, xx - cx
slope = {2 * narrow} / 2 + dy * ({2 * wide} - {2 * narrow}) / 2 / {tall}  # half the width, row by row
tower = (dy >= 0) & (dy < {tall}) & (abs(dx) <= slope)
door = (dy >= {tall} - {door}) & (dy < {tall}) & (abs(dx) <= {door // 3})
image[tower] = {wall.value}  # {wall}
image[door] = {ink.value}  # {ink}
for i in range(4):  # 4 sails, a quarter of a turn apart
    a = np.radians({angle} + i * 90)
    along, across = dx * np.sin(a) - dy * np.cos(a), dx * np.cos(a) + dy * np.sin(a)
    sail = (along >= 0) & (along <= {long}) & (abs(across) <= {t} / 2)
    image[sail] = {sail.value}  # {sail}
hub = np.hypot(dy, dx) <= {hub}
image[hub] = {ink.value}
""",
    )
