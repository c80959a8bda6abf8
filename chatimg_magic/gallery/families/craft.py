"""What swims and flies: boat, aeroplane, rocket, hot-air balloon, submarine."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("sailing boat, sailboat, boat, ship, yacht, sail, hull, mast, water, sea")
def sailing_boat(p: Pick) -> Worked:
    """A hull, a mast and two triangular sails on water."""
    sky, water, hull, sail = named(
        p, "sky blue|white|beige", "blue|teal|navy", "brown|red|black", "white|yellow|orange"
    )
    sea = p.share(0.68, 0.74, p.rows)
    tall, deep, half = p.share(0.46, 0.52), p.share(0.12, 0.15), p.share(0.32, 0.38)
    foot, t = p.share(0.05, 0.06), max(2, p.share(0.012, 0.016))
    large, small = p.share(0.26, 0.3), p.share(0.2, 0.24)
    return Worked(
        exact=p.one(
            f"{a(hull)} sailing boat on {water} water that begins at row {sea}, the sky above it {sky}; hull "
            f"{2 * half} pixels wide at the top and {deep} high, a mast with two {sail} sails {tall} pixels high",
            f"Draw a sailboat: {sky} sky, {water} sea from row {sea} down, {hull} hull ({2 * half} x {deep} px), "
            f"{sail} sails {tall} px high",
        ),
        loose=p.one(
            "a sailing boat on the water",
            f"{a(hull)} boat with {sail} sails",
            f"draw a sailboat on {a(water)} sea",
            f"a boat with a triangular {sail} sail, {water} water, {sky} sky",
        ),
        back=sky,
        body=f"""
sea, cx = {sea}, (W - 1) / 2  # first row of the water
water = yy >= sea
y1 = sea + {deep // 3}  # bottom of the hull, a little in the water
y0 = y1 - {deep}  # top of the hull
hull = (yy >= y0) & (yy < y1) & (abs(xx - cx) <= {2 * half} / 2 - (yy - y0))  # narrower downwards
low, tall = y0 - {foot}, {tall}  # lower edge and height of the sails
top = low - tall
mast = (yy >= top) & (yy < y0) & (abs(xx - cx) <= {t})
right = (yy >= top) & (yy < low) & (xx > cx + {2 * t}) & (xx - cx <= (yy - top) * {large} / tall)
left = (yy >= top) & (yy < low) & (xx < cx - {2 * t}) & (cx - xx <= (yy - top) * {small} / tall)
image[water] = {water.value}  # {water}
image[hull | mast] = {hull.value}  # {hull}
image[left | right] = {sail.value}  # {sail}
""",
    )


@family("aeroplane, airplane, plane, aircraft, jet, wings, tail, flying, airliner")
def aeroplane(p: Pick) -> Worked:
    """An aeroplane from above: a long ellipse, swept wings, a tail."""
    back, body, wing = named(p, "sky blue|blue|teal", "white|light gray|yellow", "gray|red|orange|dark gray")
    long, span = 2 * p.share(0.4, 0.45), 2 * p.share(0.38, 0.44)
    half, chord, tail, rear, back_at = pixels(long, 0.07, 0.085, 0.17, 0.05, 0.4)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an aeroplane seen from above, nose up: {a(body)} body {long} pixels long and "
            f"{2 * half} wide, {wing} swept wings with a span of {span} pixels and a tail of {2 * tail}",
            f"Draw a plane from above on {back}, {long} px long, {span} px wingspan, body {body} {2 * half} px wide, "
            f"wings {wing}, tail {2 * tail} px",
        ),
        loose=p.one(
            f"{a(body)} plane on {back}",
            f"an airplane seen from above with {wing} wings",
            f"draw an aeroplane in {a(back)} sky",
            f"a jet, {body} body and {wing} wings",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
aside = abs(xx - cx)  # the same left and right
body = ((yy - cy) / ({long} / 2)) ** 2 + (aside / ({2 * half} / 2)) ** 2 <= 1  # a long ellipse
middle = cy + aside / 3  # wings swept back: farther out is lower
wings = (abs(yy - middle) <= {chord}) & (aside <= {span} / 2)
tail = (abs(yy - (cy + {back_at} + aside / 3)) <= {rear}) & (aside <= {2 * tail} / 2)
image[wings | tail] = {wing.value}  # {wing}
image[body] = {body.value}  # {body}
""",
    )


@family("rocket, spaceship, spacecraft, launch, flame, fins, porthole, missile, space, take-off")
def rocket(p: Pick) -> Worked:
    """A body with a nose, fins, a round window and a flame."""
    back, body, trim, glass, fire = named(
        p, "navy|black|sky blue", "white|light gray", "red|purple", "cyan|teal", "orange|yellow"
    )
    tall, half = p.share(0.38, 0.44), p.share(0.11, 0.13)
    nose, fin, r, flame = pixels(tall, 0.45, 0.3, 0.14, 0.4)
    top = (p.rows - tall - nose - flame) // 2 + nose
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a rocket: {a(body)} body {2 * half} pixels wide and {tall} high, {a(trim)} "
            f"pointed nose {nose} high, two {trim} fins, a round {glass} window of radius {r} and {a(fire)} flame of "
            f"{flame} pixels below",
            f"Draw a rocket flying up on {back}, body {body} {2 * half} x {tall} px, {trim} nose cone {nose} px, "
            f"{glass} porthole radius {r}, {fire} flame {flame} px",
        ),
        loose=p.one(
            f"a rocket on {back}",
            f"{a(body)} rocket with {trim} fins and {a(fire)} flame",
            "draw a space rocket taking off",
            f"a rocket flying up, {glass} window",
        ),
        back=back,
        body=f"""
y0, cx, tall = {top}, (W - 1) / 2, {tall}  # top and height of the body
aside = abs(xx - cx)  # the same left and right
half = {2 * half} / 2
y1 = y0 + tall  # its bottom
body = (yy >= y0) & (yy < y1) & (aside < half)
nose = (yy >= y0 - {nose}) & (yy < y0) & (aside <= (yy - (y0 - {nose})) * half / {nose})
fins = (yy >= y1 - {fin}) & (yy < y1) & (aside >= half) & (aside <= half + (yy - (y1 - {fin})))
window = np.hypot(yy - (y0 + {fin}), xx - cx) <= {r}
flame = (yy >= y1) & (yy < y1 + {flame}) & (aside <= (y1 + {flame} - yy) * half / {flame} * 0.7)
image[flame] = {fire.value}  # {fire}
image[body] = {body.value}  # {body}
image[nose | fins] = {trim.value}  # {trim}
image[window] = {glass.value}  # {glass}
""",
    )


@family("hot air balloon, hot-air balloon, basket, ballooning, stripes, ropes, flying, montgolfier")
def hot_air_balloon(p: Pick) -> Worked:
    """A striped disc with a cone below and a basket on ropes."""
    back, one, two, basket = named(
        p, "sky blue|teal|light gray", "red|purple|blue", "yellow|orange|white", "brown|black"
    )
    r = p.share(0.25, 0.285)
    stripe, half, rope, low, wide = pixels(r, 0.42, 0.3, 0.5, 1.42, 0.71)
    row = (p.rows - r - low - rope - half) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a hot-air balloon of radius {r} in upright {one} and {two} stripes {stripe} "
            f"pixels wide, {a(basket)} basket {2 * half} pixels wide under it on ropes of {rope} pixels",
            f"Draw a hot air balloon on {back}: radius {r} px, vertical stripes {one}/{two} each {stripe} px, "
            f"{basket} basket {2 * half} px wide hanging {rope} px below",
        ),
        loose=p.one(
            f"a hot air balloon on {back}",
            f"a striped hot-air balloon, {one} and {two}",
            f"draw a balloon with {a(basket)} basket in the sky",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2  # centre of the round part
aside = abs(xx - cx)
disc = np.hypot(yy - cy, xx - cx) <= {r}
low = cy + {low}  # lower end of the cloth
slope = {half} + (low - yy) * {wide - half} / {low - wide}  # half the width of the cone, row by row
cone = (yy >= cy + {wide}) & (yy < low) & (aside <= slope)
cloth = disc | cone
stripes = (xx - cx + {stripe} / 2) // {stripe} % 2 == 0  # every second one
y0 = low + {rope}  # top of the basket
ropes = (yy >= low) & (yy < y0) & (abs(aside - {half} + 2) <= 1)
basket = (yy >= y0) & (yy < y0 + {half}) & (aside < {2 * half} / 2)
image[cloth] = {one.value}  # {one}
image[cloth & stripes] = {two.value}  # {two}
image[ropes | basket] = {basket.value}  # {basket}
""",
    )


@family("submarine, underwater, periscope, portholes, u-boat, diving, sea, bubbles")
def submarine(p: Pick) -> Worked:
    """An ellipse with a tower, a periscope and portholes."""
    back, hull, glass = named(p, "blue|teal|navy", "yellow|orange|red", "white|cyan")
    wide, tall, n = 2 * p.share(0.34, 0.4), 2 * p.share(0.16, 0.19), p.number(2, 4)
    tower, half, pipe, t = pixels(tall, 0.36, 0.28, 0.3, 0.06)
    r, gap = p.share(0.045, 0.055), p.share(0.14, 0.15)
    row = (p.rows + tower + pipe) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(hull)} submarine {wide} pixels long and {tall} high, a tower {tower} high with "
            f"a periscope, and {n} {glass} portholes of radius {r}, {gap} pixels apart",
            f"Draw {a(hull)} submarine on {back}: ellipse of {wide} x {tall} px, tower {tower} px, {n} round {glass} "
            f"windows (radius {r}, spacing {gap})",
        ),
        loose=p.one(
            f"{a(hull)} submarine on {back}",
            f"{a(hull)} submarine under water with {glass} portholes",
            "draw a submarine",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2
aside = abs(xx - cx)
hull = ((yy - cy) / ({tall} / 2)) ** 2 + ((xx - cx) / ({wide} / 2)) ** 2 <= 1  # an ellipse
y0 = cy - {tall} / 2 - {tower}  # top of the tower
tower = (yy >= y0) & (yy < cy) & (aside <= {half})
pipe = (yy >= y0 - {pipe}) & (yy < y0) & (aside <= {max(2, t)})
lens = (yy >= y0 - {pipe}) & (yy < y0 - {pipe} + {2 * max(2, t)}) & (xx >= cx) & (xx < cx + {half})
image[hull | tower | pipe | lens] = {hull.value}  # {hull}
n = {n}  # portholes
for i in range(n):
    x = cx + (i - (n - 1) / 2) * {gap}  # centred
    image[np.hypot(yy - cy, xx - x) <= {r}] = {glass.value}  # {glass}
""",
    )
