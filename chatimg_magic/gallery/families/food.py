"""Food: ice cream, pizza, cake, apple, doughnut, melon, burger and cherries."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

TABLES = "white|sky blue|light gray|teal"


@family("ice cream, ice cream cone, scoops, cone, gelato, waffle, dessert, summer")
def ice_cream(p: Pick) -> Worked:
    """A cone with scoops one above the other."""
    back, cone, *ices = named(p, "sky blue|teal|navy", "orange|brown", "pink|red", "yellow|beige", "green|purple")
    n, r = p.number(1, 3), p.share(0.13, 0.15)
    tall, step = p.share(0.38, 0.44), round(1.2 * r)
    top = (p.rows - tall - r - (n - 1) * step) // 2 + r + (n - 1) * step
    scoops = "scoop" if n == 1 else "scoops"
    names, values = ", ".join(ice.name for ice in ices[:n]), ", ".join(ice.value for ice in ices[:n])
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an ice cream: {a(cone)} cone {tall} pixels high and above it {n} {scoops} of "
            f"radius {r}, from the bottom {names}",
            f"Draw an ice cream cone on {back}; {n} {scoops} ({names}), radius {r} px, {cone} cone {tall} px",
        ),
        loose=p.one(
            f"an ice cream cone on {back}",
            f"ice cream in {a(cone)} cone, {names}",
            f"draw an ice cream ({names})",
            "a tasty ice cream in a waffle cone",
        ),
        back=back,
        body=f"""
y0, cx = {top}, (W - 1) / 2  # top of the cone
r, tall = {r}, {tall}
cone = (yy >= y0) & (yy < y0 + tall) & (abs(xx - cx) <= (y0 + tall - yy) * r / tall)  # narrower downwards
image[cone] = {cone.value}  # {cone}
colours = [{values}]  # {names}, one a scoop
for i in range(len(colours)):  # {n} in all, from the bottom upwards
    scoop = np.hypot(yy - (y0 - i * {step}), xx - cx) <= r
    image[scoop] = colours[i]
""",
    )


@family("pizza, salami, pepperoni, cheese, crust, italian, slices, toppings")
def pizza(p: Pick) -> Worked:
    """A disc of crust, cheese, and salami around the middle."""
    back, crust, cheese, salami = named(p, TABLES, "brown", "yellow|gold", "red|dark red")
    n, r = p.number(5, 8), p.share(0.38, 0.46)
    rim, ring, dot = pixels(r, 0.12, 0.55, 0.13)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a pizza of radius {r}: {a(crust)} crust {rim} pixels wide, {cheese} cheese, {n} "
            f"{salami} slices of salami, radius {dot}, on a circle of radius {ring} and one more in the middle",
            f"Draw a round pizza on {back} (radius {r} px), crust {crust} {rim} px, cheese {cheese}, {n} pepperoni "
            f"{salami} with radius {dot} in a ring of radius {ring}, one in the centre",
        ),
        loose=p.one(
            f"a pizza with salami on {back}",
            f"a whole pizza, {cheese} cheese and {salami} pepperoni",
            "draw a pizza seen from above",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
image[distance <= {r}] = {crust.value}  # {crust} crust
image[distance <= {r} - {rim}] = {cheese.value}  # {cheese} cheese
image[distance <= {dot}] = {salami.value}  # {salami} in the middle
n = {n}  # slices around it
for i in range(n):
    angle = 2 * np.pi * i / n
    y, x = cy + {ring} * np.sin(angle), cx + {ring} * np.cos(angle)
    image[np.hypot(yy - y, xx - x) <= {dot}] = {salami.value}
""",
    )


@family("cake, birthday cake, layers, candles, cream, torte, tart, icing, birthday")
def birthday_cake(p: Pick) -> Worked:
    """Layers one above the other, with candles on top."""
    back, dough, cream, wax, fire = named(p, TABLES, "brown|pink", "beige", "red|blue", "orange|yellow")
    layers, n = p.number(2, 4), p.number(2, 6)
    wide, high, tall = p.share(0.66, 0.76), round(p.share(0.42, 0.5) / layers), p.share(0.14, 0.18)
    t, flame = max(3, p.share(0.02, 0.025)), p.share(0.03, 0.035)
    top = (p.rows - layers * high - tall - flame) // 2 + tall + flame
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a birthday cake of {layers} layers, {dough} and {cream} in turn, each {wide} "
            f"pixels wide and {high} high, with {n} {wax} candles, {tall} pixels high, on it",
            f"Make a cake on {back}: {layers} layers ({dough}, {cream}, …) of {wide} x {high} px, {n} {wax} candles "
            f"of {tall} px, {fire} flames",
        ),
        loose=p.one(
            f"a birthday cake with candles on {back}",
            f"a layered {dough} and {cream} cake with {wax} candles",
            "draw a birthday cake, candles burning",
        ),
        back=back,
        body=f"""
y0, x0 = {top}, (W - {wide}) // 2  # top left of the cake
wide, high = {wide}, {high}
for i in range({layers}):  # {layers} layers, from the top
    y = y0 + i * high
    layer = (yy >= y) & (yy < y + high) & (xx >= x0) & (xx < x0 + wide)
    image[layer] = {dough.value} if i % 2 == 0 else {cream.value}  # {dough}, {cream}
n = {n}  # candles
for i in range(n):
    x = x0 + (i + 0.5) * wide / n  # shared evenly over the cake
    wax = (yy >= y0 - {tall}) & (yy < y0) & (abs(xx - x) <= {t})
    flame = np.hypot((yy - (y0 - {tall})) / 1.5, xx - x) <= {flame}
    image[wax] = {wax.value}  # {wax}
    image[flame] = {fire.value}  # {fire}
""",
    )


@family("apple, fruit, red apple, green apple, stem, leaf, juicy")
def apple(p: Pick) -> Worked:
    """Two overlapping discs, a stem and a leaf."""
    back, skin, stem, leaf = named(
        p, "white|sky blue|beige|light gray", "red|dark red|yellow", "brown|black", "green|dark green"
    )
    r = p.share(0.25, 0.29)
    side, up, t, size, off = pixels(r, 0.42, 0.55, 0.09, 0.34, 0.42)
    dip = round(0.86 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} apple made of two discs of radius {r}, {2 * side} pixels apart, with "
            f"{a(stem)} stem {up} pixels long and {a(leaf)} leaf",
            f"Draw {a(skin)} apple on {back}: 2 overlapping discs (radius {r}), stem {stem}, {up} px, one {leaf} leaf",
        ),
        loose=p.one(
            f"{a(skin)} apple on {back}",
            f"{a(skin)} apple with {a(leaf)} leaf",
            f"draw a ripe apple, {skin}",
            "one apple with stem and leaf",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {up // 2}, (W - 1) / 2
apart = {2 * side}  # from centre to centre
left = np.hypot(yy - cy, xx - (cx - apart / 2)) <= {r}
right = np.hypot(yy - cy, xx - (cx + apart / 2)) <= {r}
top = cy - {dip}  # where the discs meet
stem = (yy >= top - {up}) & (yy < top + {up}) & (abs(xx - cx) <= {t})
ly, lx = top - {off}, cx + {size}  # middle of the leaf
leaf = (np.hypot(yy - (ly + {t * 2}), xx - lx) <= {size}) & (np.hypot(yy - (ly - {t * 2}), xx - lx) <= {size})
image[left | right] = {skin.value}  # {skin}
image[stem] = {stem.value}  # {stem}
image[leaf] = {leaf.value}  # {leaf}
""",
    )


@family("doughnut, donut, icing, sprinkles, ring cake, glazed, hole, sweet")
def doughnut(p: Pick) -> Worked:
    """A ring of dough, a narrower ring of icing, sprinkles on it."""
    back, dough, icing, dots = named(p, TABLES, "brown|orange", "pink|magenta|purple", "white|yellow")
    r = p.share(0.36, 0.44)
    hole, rim, ring, dot = pixels(r, 0.3, 0.12, 0.65, 0.05)
    n = p.number(8, 14)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a doughnut of outer radius {r} and a hole of radius {hole}, {dough} dough, "
            f"{icing} icing that leaves {rim} pixels free at both edges, and {n} {dots} sprinkles",
            f"a donut on {back}: radius {r} px, hole radius {hole} px, {icing} glaze {rim} px in from the edges, {n} "
            f"{dots} dots on it",
        ),
        loose=p.one(
            f"a doughnut with {icing} icing on {back}",
            f"{a(icing)} glazed donut with {dots} sprinkles",
            "draw a donut",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
dough = (distance <= {r}) & (distance >= {hole})  # a ring
icing = (distance <= {r} - {rim}) & (distance >= {hole} + {rim})
image[dough] = {dough.value}  # {dough}
image[icing] = {icing.value}  # {icing}
n = {n}  # sprinkles
for i in range(n):
    angle = 2 * np.pi * i / n
    far = {ring} + (i % 3 - 1) * {2 * dot}  # in, middle, out
    sprinkle = np.hypot(yy - (cy + far * np.sin(angle)), xx - (cx + far * np.cos(angle))) <= {max(2, dot)}
    image[sprinkle] = {dots.value}  # {dots}
""",
    )


@family("watermelon, melon slice, melon, seeds, rind, fruit, slice, half disc")
def watermelon(p: Pick) -> Worked:
    """Half a disc with rind and seeds."""
    back, rind, flesh, seed = named(p, "white|sky blue|beige", "green|dark green", "red|pink", "black")
    r, n = p.share(0.4, 0.46), p.number(4, 7)
    rim, ring, dot = pixels(r, 0.14, 0.55, 0.06)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a slice of watermelon, the lower half of a disc of radius {r}, {a(rind)} rind of "
            f"{rim} pixels and {n} {seed} seeds of radius {dot} in the {flesh} flesh",
            f"Draw half a watermelon on {back}, flat side up: radius {r} px, rind {rind} {rim} px, flesh {flesh}, {n} "
            f"seeds (radius {dot})",
        ),
        loose=p.one(
            f"a slice of watermelon on {back}",
            f"a melon slice, {rind} rind, {flesh} inside, {seed} seeds",
            "draw half a watermelon with seeds",
        ),
        back=back,
        body=f"""
cy, cx = (H - {r}) / 2, (W - 1) / 2  # middle of the flat side
distance = np.hypot(yy - cy, xx - cx)
below = yy >= cy  # the lower half
image[below & (distance <= {r})] = {rind.value}  # {rind}
image[below & (distance <= {r} - {rim})] = {flesh.value}  # {flesh}
n = {n}  # seeds
for i in range(n):
    angle = np.pi * (i + 0.5) / n  # spread over half a turn
    seed = np.hypot(yy - (cy + {ring} * np.sin(angle)), xx - (cx + {ring} * np.cos(angle))) <= {dot}
    image[seed] = {seed.value}  # {seed}
""",
    )


@family("burger, hamburger, cheeseburger, bun, patty, lettuce, sandwich, fast food", modes="rgb rgba")
def burger(p: Pick) -> Worked:
    """A bun above and below, and layers between."""
    back, bun, salad, meat, cheese = named(p, TABLES, "orange|gold", "green", "brown|dark red", "yellow")
    wide, high = 2 * p.share(0.34, 0.42), p.share(0.07, 0.085)
    dome = p.share(0.22, 0.28)
    top = (p.rows - dome - 5 * high) // 2 + dome
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a burger {wide} pixels wide: a domed {bun} bun {dome} pixels high, then layers of "
            f"{high} pixels each, {salad} lettuce, {cheese} cheese, {meat} meat, and the lower bun",
            f"Make a hamburger on {back}, {wide} px wide; top bun {dome} px, three layers ({salad}, {cheese}, {meat}) "
            f"of {high} px, bottom bun",
        ),
        loose=p.one(
            f"a burger on {back}",
            "draw a hamburger with cheese and lettuce",
            f"a cheeseburger, {bun} bun, {meat} patty",
        ),
        back=back,
        body=f"""
y0, cx = {top}, (W - 1) / 2  # under the upper bun
wide, high = {wide}, {high}
aside = abs(xx - cx)
dome = ((yy - y0) / {dome}) ** 2 + (aside / (wide / 2)) ** 2 <= 1  # an ellipse {dome} high above y0
image[dome & (yy < y0)] = {bun.value}  # {bun}
layers = [{salad.value}, {cheese.value}, {meat.value}]  # {salad}, {cheese}, {meat}
for i in range(len(layers)):  # from the top
    y = y0 + i * high
    image[(yy >= y) & (yy < y + high) & (aside < wide / 2)] = layers[i]
y = y0 + len(layers) * high
image[(yy >= y) & (yy < y + 2 * high) & (aside < wide / 2)] = {bun.value}  # lower bun
""",
    )


@family("cherries, cherry, two cherries, fruit, stems, red fruit, leaf")
def cherries(p: Pick) -> Worked:
    """Two discs on stems that meet above."""
    back, skin, stem = named(p, "white|beige|sky blue|light gray", "red|dark red|magenta", "green|brown|dark green")
    r = p.share(0.15, 0.18)
    side, tall, t, glint, off = pixels(r, 1.25, 2.6, 0.12, 0.2, 0.35)
    low = (p.rows - tall - r) // 2 + tall
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with two {skin} cherries of radius {r}, their centres {2 * side} pixels apart, on "
            f"{stem} stems that meet {tall} pixels above them",
            f"Draw 2 cherries, {skin}, radius {r} px, on {back}; the {stem} stems meet {tall} px higher in the middle",
        ),
        loose=p.one(
            f"two {skin} cherries on {back}",
            f"a pair of cherries with {stem} stems",
            "draw cherries",
        ),
        back=back,
        body=f"""
cy, cx = {low}, (W - 1) / 2  # between the 2 cherries
aside = abs(xx - cx)  # the same left and right
side = {2 * side} / 2  # {2 * side} from centre to centre
cherries = np.hypot(yy - cy, aside - side) <= {r}
glints = np.hypot(yy - (cy - {off}), aside - side) <= {glint}
slope = (yy - (cy - {tall})) * side / {tall}  # the stems spread downwards
stems = (yy >= cy - {tall}) & (yy < cy) & (abs(aside - slope) <= {max(2, t)})
image[stems] = {stem.value}  # {stem}
image[cherries] = {skin.value}  # {skin}
image[glints] = {p.colour("white").value}  # white
""",
    )
