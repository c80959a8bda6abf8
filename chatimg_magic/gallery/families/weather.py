"""Weather: sun, cloud, rain, lightning, snowflake, snowman and rainbow."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("sun, rays, sunshine, sunny, sunbeams, sun with rays, summer, bright")
def sun_with_rays(p: Pick) -> Worked:
    """A disc with straight rays around it."""
    back, fore = named(p, "sky blue|blue|white|teal", "yellow|orange|gold")
    n, r = p.number(6, 14), p.share(0.2, 0.25)
    near, far = r + p.share(0.03, 0.05), r + p.share(0.15, 0.2)
    t = max(3, p.share(0.025, 0.035))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} sun in the middle, radius {r}, and {n} rays {t} pixels thick that reach "
            f"from {near} to {far} pixels from its centre",
            f"Draw {a(fore)} sun on {back}: disc of radius {r} px, {n} rays around it, {t} px thick, from {near} px "
            f"to {far} px",
        ),
        loose=p.one(
            f"{a(fore)} sun with rays on {back}",
            "draw a shining sun",
            f"{a(fore)} sun with beams all around",
            f"the sun in {a(back)} sky",
        ),
        back=back,
        body=f"""
dy, dx = yy - (H - 1) / 2, xx - (W - 1) / 2  # from the middle
sun = np.hypot(dy, dx) <= {r}
image[sun] = {fore.value}  # {fore}
n = {n}  # rays
for i in range(n):
    angle = 2 * np.pi * i / n  # clockwise from the top
    along = dx * np.sin(angle) - dy * np.cos(angle)  # outwards
    across = dx * np.cos(angle) + dy * np.sin(angle)
    ray = (along >= {near}) & (along <= {far}) & (abs(across) <= {t} / 2)
    image[ray] = {fore.value}  # {fore}
""",
    )


def _puffs(r: int) -> tuple[int, int, int]:
    side, small, up = pixels(r, 1.15, 0.74, 0.32)
    return side, small, up


@family("cloud, clouds, cloudy, fluffy, sky, weather, puffy")
def cloud(p: Pick) -> Worked:
    """Three discs side by side with a flat base."""
    back, fore = named(p, "sky blue|blue|gray|navy", "white|light gray")
    r = p.share(0.19, 0.22)
    side, small, up = _puffs(r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} cloud made of 3 discs, the middle one with radius {r}, at each side one "
            f"with radius {small} whose centre is {side} pixels away, and a flat base",
            f"Make a fluffy {fore} cloud on {back}: 3 circles (radius {small}, {r}, {small}), centres {side} px "
            "apart, flat below",
        ),
        loose=p.one(
            f"{a(fore)} cloud on {back}",
            f"a fluffy {fore} cloud in {a(back)} sky",
            "draw a cloud with a flat base",
            f"one {fore} cloud",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2
middle = np.hypot(yy - (cy - {up}), xx - cx) <= {r}
left = np.hypot(yy - cy, xx - (cx - {side})) <= {small}
right = np.hypot(yy - cy, xx - (cx + {side})) <= {small}
base = (yy >= cy) & (yy <= cy + {small}) & (abs(xx - cx) <= {side})  # fills up to the flat bottom
cloud = left | middle | right | base  # 3 discs and what is between them
image[cloud] = {fore.value}  # {fore}
""",
    )


@family("rain, rain cloud, raining, rainy, drops, raindrops, weather, shower")
def rain_cloud(p: Pick) -> Worked:
    """A cloud with slanting streaks of rain below it."""
    back, fore, water = named(p, "sky blue|white|light gray", "gray|dark gray", "blue|navy")
    r, n = p.share(0.16, 0.19), p.number(4, 7)
    side, small, up = _puffs(r)
    long, t = p.share(0.2, 0.26), max(3, p.share(0.02, 0.025))
    row, gap = round(p.rows / 2 - p.side * 0.14), 2 * side // (n - 1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} rain cloud whose middle disc has radius {r} and whose side discs have "
            f"{small}, and {n} {water} slanting streaks of rain, {long} pixels long and {t} thick, {gap} apart",
            f"Draw a rain cloud on {back}, {fore} (discs of radius {small}, {r}, {small}); below it {n} {water} rain "
            f"lines, {long} px, {t} px thick",
        ),
        loose=p.one(
            f"{a(fore)} cloud with rain on {back}",
            f"a rain cloud with {water} drops falling",
            "draw rainy weather",
        ),
        back=back,
        body=f"""
cy, cx = {row}, (W - 1) / 2
middle = np.hypot(yy - (cy - {up}), xx - cx) <= {r}
left = np.hypot(yy - cy, xx - (cx - {side})) <= {small}
right = np.hypot(yy - cy, xx - (cx + {side})) <= {small}
base = (yy >= cy) & (yy <= cy + {small}) & (abs(xx - cx) <= {side})
image[left | middle | right | base] = {fore.value}  # {fore}
y0 = cy + {small + 2 * t}  # where the rain begins
n, gap = {n}, {gap}  # streaks
for i in range(n):
    x = cx + (i - (n - 1) / 2) * gap - (yy - y0 - {long // 2}) / 3  # it slants to the left
    streak = (yy >= y0) & (yy < y0 + {long}) & (abs(xx - x) <= {t} / 2)
    image[streak] = {water.value}  # {water}
""",
    )


@family("lightning, bolt, lightning bolt, thunderbolt, flash, thunder, storm, electricity, power, zigzag")
def lightning_bolt(p: Pick) -> Worked:
    """Two slanted bars joined so that they make a bolt."""
    back, fore = named(p, "navy|purple|dark gray|black|sky blue", "yellow|gold|white")
    tall = 2 * p.share(0.38, 0.44)
    half, wide = tall // 2, p.share(0.3, 0.36)
    over = p.share(0.04, 0.05)
    lean, base = round(half * 0.45), half
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} lightning bolt {tall} pixels high in the middle, {wide} pixels wide at "
            "its top, its lower half a point",
            f"Draw {a(fore)} thunderbolt on {back}, {tall} px from top to tip, upper part {wide} px wide",
        ),
        loose=p.one(
            f"{a(fore)} lightning bolt on {back}",
            f"a flash of lightning, {fore}",
            "draw a thunderbolt symbol",
            f"{fore} bolt, like an electricity sign, {back} background",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
tall, wide = {tall}, {wide}
lean = (cy - yy) * {lean} / {base}  # the bolt leans: farther right above the middle
upper = (yy >= cy - tall / 2) & (yy < cy + {over}) & (abs(xx - cx + {wide // 3} - lean) <= wide / 2)
left_edge = cx - {round(wide * 0.3)} + lean
lower = (yy >= cy - {over}) & (yy < cy + tall / 2) & (xx >= left_edge)
lower = lower & (xx - left_edge <= (cy + tall / 2 - yy) * wide / {half})  # narrower towards the tip
image[upper | lower] = {fore.value}  # {fore}
""",
    )


@family("snowflake, snow, ice crystal, snow crystal, six arms, winter, frost, flake")
def snowflake(p: Pick) -> Worked:
    """Six arms with two twigs each side."""
    back, fore = named(p, "navy|blue|sky blue|teal", "white")
    r, t = p.share(0.38, 0.45), max(3, p.share(0.025, 0.035))
    first, second, twig = pixels(r, 0.45, 0.7, 0.26)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} snowflake of 6 arms, {r} pixels long and {t} thick, with twigs {twig} "
            f"pixels long that branch off {first} and {second} pixels from the middle",
            f"Draw an ice crystal, {fore} on {back}: 6 arms of {r} px, {t} px thick, side twigs of {twig} px at "
            f"{first} and {second} px",
        ),
        loose=p.one(
            f"a snowflake on {back}",
            f"{a(fore)} ice crystal with six arms",
            f"draw a snowflake, {fore} on {back}",
        ),
        back=back,
        body=f"""
dy, dx = yy - (H - 1) / 2, xx - (W - 1) / 2  # from the middle
for i in range(6):  # 6 arms
    angle = 2 * np.pi * i / 6
    along = dx * np.sin(angle) - dy * np.cos(angle)  # outwards
    across = abs(dx * np.cos(angle) + dy * np.sin(angle))  # the same at both sides
    arm = (along >= 0) & (along <= {r}) & (across <= {t} / 2)
    image[arm] = {fore.value}  # {fore}
    for start in ({first}, {second}):  # twigs at both sides, 45 degrees outwards
        twig = (abs(along - across - start) <= {t} * 0.7) & (across <= {twig} * 0.7)
        image[twig] = {fore.value}
""",
    )


@family("snowman, snow, winter, three stacked balls, carrot nose, buttons, hat, christmas")
def snowman(p: Pick) -> Worked:
    """Three stacked discs with eyes, nose and buttons."""
    back, snow, ink, carrot = named(p, "sky blue|blue|navy|green", "white", "black", "orange|red")
    big, middle, head = pixels(p.share(0.19, 0.21), 1, 0.76, 0.6)
    lap = p.share(0.03, 0.04)
    low = (p.rows + 2 * (big + middle + head) - 2 * lap) // 2 - big
    eye, nose, side = max(2, head // 7), head // 2, head // 3
    y2, y3 = low - big - middle + lap, low - big - 2 * middle - head + 2 * lap
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a snowman: three {snow} discs, one on the other, radius {big}, {middle} and "
            f"{head} from the bottom, centred at rows {low}, {y2} and {y3}, with {ink} eyes, {a(carrot)} nose and 3 "
            f"{ink} buttons",
            f"Draw a snowman on {back}; {snow} balls with radius {big}, {middle}, {head} px (rows {low}, {y2}, {y3}), "
            f"2 {ink} eyes, {carrot} carrot nose {nose} px long, 3 {ink} buttons",
        ),
        loose=p.one(
            f"a snowman on {back}",
            f"a snowman with {a(carrot)} nose and {ink} buttons",
            "draw a snowman made of three balls",
            f"{a(snow)} snowman with eyes, nose and buttons",
        ),
        back=back,
        body=f"""
cx = (W - 1) / 2  # the middle column
belly = np.hypot(yy - {low}, xx - cx) <= {big}
chest = np.hypot(yy - {y2}, xx - cx) <= {middle}
head = np.hypot(yy - {y3}, xx - cx) <= {head}
eyes = np.hypot(yy - ({y3} - {side}), abs(xx - cx) - {side}) <= {eye}  # left and right
nose = (xx >= cx) & (abs(yy - {y3}) <= (cx + {nose} - xx) / 4)  # narrower to the right
image[belly | chest | head] = {snow.value}  # {snow}
image[eyes] = {ink.value}  # {ink}
image[nose] = {carrot.value}  # {carrot}
for i in range(3):  # 3 buttons on the chest
    y = {y2} + (i - 1) * {middle // 2}
    image[np.hypot(yy - y, xx - cx) <= {eye}] = {ink.value}
""",
    )


@family(
    "rainbow, rainbow over a meadow, arc of colours, hills, coloured arcs, meadow, after the rain", modes="rgb rgba"
)
def rainbow_over_meadow(p: Pick) -> Worked:
    """Half rings in the colours of the rainbow above grass."""
    sky, grass = named(p, "sky blue|white|light gray", "green|dark green")
    ground = p.share(0.74, 0.82, p.rows)
    outer = min(ground - p.share(0.04, 0.08), p.cols // 2 - 4)
    t = outer // p.number(10, 13)
    names = ("red", "orange", "yellow", "green", "blue", "purple")
    return Worked(
        exact=p.one(
            f"a rainbow of 6 arcs (red outside, then orange, yellow, green, blue, purple), each {t} pixels wide, "
            f"outer radius {outer}, over {a(grass)} meadow that begins at row {ground}, {sky} sky",
            f"Draw {sky} sky, {grass} grass from row {ground} down, and a rainbow standing on it: outer radius "
            f"{outer} px, 6 stripes of {t} px",
        ),
        loose=p.one(
            f"a rainbow over {a(grass)} meadow",
            f"a rainbow in {a(sky)} sky above {grass} grass",
            "draw a landscape with a rainbow",
        ),
        back=sky,
        body=f"""
ground, outer, wide = {ground}, {outer}, {t}  # first row of the meadow, outer radius, width of an arc
distance = np.hypot(yy - ground, xx - (W - 1) / 2)
colours = [{", ".join(p.colour(name).value for name in names[:3])},
           {", ".join(p.colour(name).value for name in names[3:])}]  # 6 arcs, red outside
for i in range(len(colours)):  # from outside inwards
    arc = (distance <= outer - i * wide) & (distance > outer - (i + 1) * wide)
    image[arc] = colours[i]
image[yy >= ground] = {grass.value}  # {grass} meadow hides the lower half
""",
    )
