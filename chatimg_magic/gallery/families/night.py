"""The sky at night and space: moon, stars, a city, planets."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("moon, crescent, crescent moon, half moon, night, sickle, new moon")
def crescent_moon(p: Pick) -> Worked:
    """A disc out of which another one is cut."""
    back, fore = named(p, "navy|black|purple|blue", "yellow|white|gold|beige")
    r = p.share(0.34, 0.42)
    bite, shift = pixels(r, 0.86, 0.5)
    where, sign = ("right", "+") if p.flip() else ("left", "-")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} crescent moon: a disc of radius {r} out of which a disc of radius "
            f"{bite}, {shift} pixels farther {where}, is cut",
            f"Draw {a(fore)} moon sickle on {back}: radius {r} px, open to the {where}, bite radius {bite} px moved by "
            f"{shift} px",
        ),
        loose=p.one(
            f"a crescent moon on {back}",
            f"{a(fore)} moon sickle at night, open to the {where}",
            f"draw {a(fore)} half moon in the night sky",
            f"{a(fore)} crescent",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
moon = np.hypot(yy - cy, xx - cx) <= {r}
bite = np.hypot(yy - cy, xx - (cx {sign} {shift})) <= {bite}  # moved to the {where}
crescent = moon & ~bite
image[crescent] = {fore.value}  # {fore}
""",
    )


@family("mountains, night, moon, mountains at night, dark mountains, peaks, moonlight, moonlit, hills at night")
def night_mountains(p: Pick) -> Worked:
    """Dark mountains in front of a night sky with a full moon."""
    back, moon, rock = named(p, "navy|black|purple", "yellow|white|beige|gold", "dark gray|gray|dark green")
    r = p.share(0.08, 0.13)
    y, x = p.number(1.3 * r, 0.25 * p.rows), p.number(0.15 * p.cols, 0.85 * p.cols)
    half = p.number(0.32 * p.cols, 0.42 * p.cols)
    peaks = [(p.number(0.35 * p.rows, 0.6 * p.rows), p.number((i + 0.35) * p.cols / 3, (i + 0.65) * p.cols / 3))
             for i in range(3)]  # fmt: skip
    listed = ", ".join(f"({tall}, {cx})" for tall, cx in peaks)
    return Worked(
        exact=p.one(
            f"{a(back)} night with {a(moon)} full moon, radius {r}, at row {y}, column {x}, above 3 {rock} mountains "
            f"that are {', '.join(str(tall) for tall, _ in peaks)} pixels high",
            f"Draw {rock} mountains (heights {', '.join(str(tall) for tall, _ in peaks)} px) under {a(back)} night sky "
            f"and {a(moon)} moon of radius {r} px at row {y}, column {x}",
        ),
        loose=p.one(
            f"{rock} mountains at night under {a(moon)} moon",
            "mountains in the moonlight",
            f"a night with a full moon above {rock} mountains",
        ),
        back=back,
        body=f"""
moon = np.hypot(yy - {y}, xx - {x}) <= {r}
image[moon] = {moon.value}  # {moon}
half = {half}  # of a mountain's width at its foot
for tall, cx in [{listed}]:  # {len(peaks)} of them: height, column of the peak
    mountain = (yy >= H - tall) & (abs(xx - cx) <= (yy - (H - tall)) * half / tall)
    image[mountain] = {rock.value}  # {rock}, from the bottom edge up
""",
    )


@family("stars, starry sky, night sky, star field, moon and stars, night, full moon, twinkling")
def starry_night(p: Pick) -> Worked:
    """A full moon and stars at random places."""
    back, moon, star = named(p, "navy|black|purple", "yellow|gold|beige", "white")
    n, r, dot = p.number(25, 90), p.share(0.12, 0.18), max(1, p.share(0.008, 0.012))
    y, x = p.number(1.4 * r, 0.4 * p.rows), p.number(0.6 * p.cols, p.cols - 1.4 * r)
    return Worked(
        exact=p.one(
            f"{a(back)} night sky with {n} {star} stars of radius {dot} at random places and {a(moon)} full moon of "
            f"radius {r} centred at row {y}, column {x}",
            f"Draw {n} random {star} stars (radius {dot} px) on {back} and {a(moon)} moon, radius {r} px, at row {y}, "
            f"column {x}",
        ),
        loose=p.one(
            "a starry night sky with a moon",
            f"many {star} stars and {a(moon)} moon on {back}",
            f"draw the night sky, {back}, with stars",
            "stars at night",
        ),
        back=back,
        body=f"""
rng = np.random.default_rng({p.number(1, 99)})  # the same places every time
n = {n}  # stars
for y, x in zip(rng.integers(0, H, n), rng.integers(0, W, n)):
    star = np.hypot(yy - y, xx - x) <= {dot}
    image[star] = {star.value}  # {star}
moon = np.hypot(yy - {y}, xx - {x}) <= {r}
image[moon] = {moon.value}  # {moon}, in front of the stars
""",
    )


@family("night city, city, skyline, skyscrapers, buildings, windows lit, houses at night, town, towers")
def night_city(p: Pick) -> Worked:
    """Buildings of given heights with rows of lit windows."""
    sky, wall, light = named(p, "navy|black|purple", "dark gray|gray|teal", "yellow|orange|gold")
    n = p.number(4, 6)
    wide = p.cols // n
    heights = [p.share(0.3, 0.8, p.rows) for _ in range(n)]
    pane, gap = max(3, wide // 7), max(6, wide // 4)
    said = ", ".join(map(str, heights))
    return Worked(
        exact=p.one(
            f"a city at night, sky {sky}: {n} {wall} towers side by side, each {wide} pixels wide with 2 pixels "
            f"between, {said} pixels high, with {light} windows of {pane} x {pane} pixels every {gap} pixels",
            f"Draw a skyline on {sky}; {n} {wall} buildings, heights {said} px from left to right, {wide} px per "
            f"building, {light} windows {pane} px big, {gap} px apart",
        ),
        loose=p.one(
            "a city skyline at night",
            f"skyscrapers at night with {light} windows",
            f"draw a town at night, {wall} buildings, {sky} sky",
        ),
        back=sky,
        body=f"""
heights = [{said}]  # of {n} buildings, from the left
wide, pane, gap = {wide}, {pane}, {gap}
for i in range(len(heights)):
    x0, top = i * wide, H - heights[i]
    building = (yy >= top) & (xx >= x0 + 1) & (xx < x0 + wide - 1)
    image[building] = {wall.value}  # {wall}
    dy, dx = yy - top - gap // 2, xx - x0 - gap // 2  # from the first window
    inside = (dy >= 0) & (dx >= 0) & (xx < x0 + wide - pane)
    windows = building & inside & (dy % gap < pane) & (dx % gap < pane)  # a window every {gap} pixels
    image[windows] = {light.value}  # {light}
""",
    )


@family("planet, ring, saturn, space, planet with a ring, outer space, universe, ringed planet, stars")
def planet_with_ring(p: Pick) -> Worked:
    """A disc with an elliptical ring around it and stars behind."""
    back, ball, ring, star = named(p, "black|navy|purple", "orange|teal|red|gold", "beige|pink|light gray", "white")
    r, n = p.share(0.2, 0.24), p.number(20, 60)
    rx, ry, t = pixels(r, 1.9, 0.5, 0.2)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)}, {n} {star} stars, and in the middle {a(ball)} planet of radius {r} with {a(ring)} "
            f"ring around it, {2 * rx} pixels wide and {2 * ry} high outside",
            f"Draw space: {back}, {n} tiny {star} stars, {a(ball)} planet with radius {r} px and {a(ring)} elliptical "
            f"ring {2 * rx} x {2 * ry} px",
        ),
        loose=p.one(
            f"{a(ball)} planet with {a(ring)} ring in space",
            "a planet like Saturn among stars",
            f"draw outer space with {a(ball)} planet and stars",
        ),
        back=back,
        body=f"""
rng = np.random.default_rng({p.number(1, 99)})
for y, x in zip(rng.integers(0, H, {n}), rng.integers(0, W, {n})):  # {n} stars
    image[np.hypot(yy - y, xx - x) <= 1] = {star.value}  # {star}
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
planet = np.hypot(yy - cy, xx - cx) <= {r}
outer = ((yy - cy) / ({2 * ry} / 2)) ** 2 + ((xx - cx) / ({2 * rx} / 2)) ** 2 <= 1  # an ellipse
inner = ((yy - cy) / ({2 * ry} / 2 - {t // 2})) ** 2 + ((xx - cx) / ({2 * rx} / 2 - {2 * t})) ** 2 <= 1
ring = outer & ~inner
image[ring] = {ring.value}  # {ring}
image[planet] = {ball.value}  # {ball}
image[ring & (yy > cy)] = {ring.value}  # the front of the ring, before the planet
""",
    )


@family("solar system, planets, orbits, sun and planets, astronomy, space, planets in a row, circling")
def solar_system(p: Pick) -> Worked:
    """A sun with planets on circular orbits."""
    back, sun, path, *balls = named(p, "black|navy", "yellow|orange", "gray", "sky blue|teal", "red|pink")
    n, r, dot = p.number(3, 4), p.share(0.06, 0.08), p.share(0.025, 0.03)
    first = r + p.share(0.05, 0.06)
    step = (p.side // 2 - dot - first - 3) // n
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(sun)} sun of radius {r} in the middle and {n} planets of radius {dot}, "
            f"{balls[0]} and {balls[1]} in turn, on {path} circular orbits; the first has radius {first + step}, each "
            f"other {step} more",
            f"Draw a solar system on {back}: {sun} sun (radius {r}), {n} {path} orbits every {step} px from "
            f"{first + step} px, on each one planet of radius {dot}, {balls[0]} or {balls[1]}",
        ),
        loose=p.one(
            "a solar system with planets on their orbits",
            f"{a(sun)} sun and planets that circle it, on {back}",
            "draw the sun with some planets around it",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
image[distance <= {r}] = {sun.value}  # {sun}
first, step = {first + step}, {step}
for i in range({n}):  # {n} planets
    orbit = first + i * step
    image[abs(distance - orbit) <= 1] = {path.value}  # {path}
    angle = 2.4 * i + 0.5  # somewhere else on each orbit
    y, x = cy - orbit * np.sin(angle), cx + orbit * np.cos(angle)
    # {balls[0]} and {balls[1]} in turn
    image[np.hypot(yy - y, xx - x) <= {dot}] = {balls[0].value} if i % 2 == 0 else {balls[1].value}
""",
    )
