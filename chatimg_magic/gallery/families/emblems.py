"""Flags with an emblem: crosses, a disc, stars, a crescent, a canton."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

STAR = """away = np.hypot(yy - cy, xx - cx)
turn = np.arctan2(xx - cx, cy - yy)  # 0 points up
lean = abs((turn + np.pi / 5) % (2 * np.pi / 5) - np.pi / 5)  # angle from the nearest of 5 tips
star = away * np.sin(lean + np.pi / 10) <= r * np.sin(np.pi / 10)"""

NORDIC = {"Sweden": "blue, yellow", "Denmark": "red, white", "Finland": "white, blue"}
DISCS = {"Japan": "white, red", "Bangladesh": "dark green, red", "Palau": "sky blue, yellow"}


@family(
    "flag, nordic cross, scandinavian cross, sweden, swedish, denmark, danish, finland, finnish, "
    "cross shifted to the left, country"
)
def nordic_cross_flag(p: Pick) -> Worked:
    """A cross whose upright is left of the middle."""
    land, (ground, cross) = p.known(NORDIC) or ("", p.colours(2))
    t, at = p.share(0.14, 0.24), p.share(0.34, 0.4, p.cols)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(cross)} Nordic cross: bars {t} pixels thick, the upright centred on column {at}",
            f"Draw a Scandinavian flag, {cross} cross on {ground}, both bars {t} px wide, vertical bar's middle at x "
            f"= {at}",
        ),
        loose=f"the flag of {land}"
        if land
        else p.one(
            f"a flag with {a(cross)} Nordic cross on {ground}",
            f"a Scandinavian flag, {ground} with {a(cross)} cross",
            f"{ground} flag, {cross} cross shifted to the left",
        ),
        back=ground,
        body=f"""
t = {t}  # thickness of both bars
across = abs(yy - (H - 1) / 2) < t / 2  # the horizontal bar, in the middle
upright = abs(xx - {at}) < t / 2  # the vertical bar, left of the middle
image[across | upright] = {cross.value}  # {cross}
""",
    )


@family(
    "flag, nordic cross with a border, outlined cross, cross inside a cross, norway, norwegian, iceland, "
    "icelandic, country"
)
def bordered_cross_flag(p: Pick) -> Worked:
    """A Nordic cross on a broader one of another colour."""
    ground, border, cross = p.colours(3)
    at, t = p.share(0.36, 0.42, p.cols), p.share(0.1, 0.14)
    broad = t + 2 * p.share(0.05, 0.07)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(border)} Nordic cross {broad} pixels thick and on it {a(cross)} cross {t} "
            f"pixels thick, uprights centred on column {at}",
            f"Make a flag: {ground}; {border} cross of {broad} px; {cross} cross of {t} px inside it; vertical bars "
            f"at x = {at}",
        ),
        loose=p.one(
            f"{a(ground)} flag with {a(cross)} cross that has {a(border)} border",
            f"a Nordic flag, {cross} cross edged with {border} on {ground}",
            f"{a(cross)} cross on {a(border)} cross on {ground}: a flag",
        ),
        back=ground,
        body=f"""
dy, dx = abs(yy - (H - 1) / 2), abs(xx - {at})  # distance from the middle lines of the bars
border = (dy < {broad} / 2) | (dx < {broad} / 2)  # the thick cross first
cross = (dy < {t} / 2) | (dx < {t} / 2)  # the thin one upon it
image[border] = {border.value}  # {border}
image[cross] = {cross.value}  # {cross}
""",
    )


@family("flag, cross in the middle, swiss cross, plus sign, switzerland, red cross, first aid, country, medical")
def swiss_cross_flag(p: Pick) -> Worked:
    """A plus in the middle that does not touch the edges."""
    ground, cross = p.colours(2)
    t = 2 * p.share(0.09, 0.12)
    length = 2 * p.share(0.3, 0.38)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(cross)} cross in the middle, {length} pixels long and high, arms {t} pixels "
            "thick",
            f"{cross} plus sign on {ground}, like the Swiss flag: {length} px from tip to tip, {t} px thick",
        ),
        loose=p.one(
            f"a flag like the Swiss one, {cross} cross on {ground}",
            f"{a(cross)} cross in the middle of {a(ground)} flag",
            f"{ground} flag, centred {cross} plus that does not touch the edges",
        ),
        back=ground,
        body=f"""
t, length = {t}, {length}  # thickness and length of both bars
dy, dx = abs(yy - (H - 1) / 2), abs(xx - (W - 1) / 2)  # distance from the middle
across = (dy < t / 2) & (dx < length / 2)
upright = (dy < length / 2) & (dx < t / 2)
image[across | upright] = {cross.value}  # {cross}
""",
    )


@family(
    "flag, cross to the edges, full cross, st george, england, english, georgia, cross over the whole flag, country"
)
def full_cross_flag(p: Pick) -> Worked:
    """A centred cross that reaches all edges."""
    ground, cross = p.colours(2)
    t = 2 * p.share(0.08, 0.14)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(cross)} cross from edge to edge through the middle, {t} pixels thick",
            f"St George style flag: {cross} cross, {t} px wide, on {ground}, reaching all four edges",
        ),
        loose=p.one(
            f"{a(ground)} flag with {a(cross)} cross that reaches the edges",
            f"a flag with a big {cross} cross over the whole of {ground}",
            f"{cross} upright cross from edge to edge, {ground} flag",
        ),
        back=ground,
        body=f"""
t = {t}  # thickness
across = abs(yy - (H - 1) / 2) < t / 2
upright = abs(xx - (W - 1) / 2) < t / 2
image[across | upright] = {cross.value}  # {cross}
""",
    )


@family("flag, saltire, diagonal cross, x cross, st andrew, scotland, scottish, jamaica, country, two diagonals")
def saltire_flag(p: Pick) -> Worked:
    """Two diagonal bars from corner to corner."""
    ground, cross = p.colours(2)
    t = p.share(0.12, 0.2)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(cross)} diagonal cross from corner to corner, its bars {t} pixels thick",
            f"Draw a saltire, {cross} on {ground}: two diagonals, each {t} px wide",
        ),
        loose=p.one(
            f"{a(ground)} flag with {a(cross)} diagonal cross",
            f"a Scottish style flag, {cross} saltire on {ground}",
            f"a flag with a big {cross} X from corner to corner on {ground}",
        ),
        back=ground,
        body=f"""
t = {t}  # thickness
diagonal = np.hypot(H, W)
falling = abs(yy * W - xx * H) / diagonal <= t / 2  # from the top left corner
rising = abs(yy * W - (W - 1 - xx) * H) / diagonal <= t / 2  # from the top right corner
image[falling | rising] = {cross.value}  # {cross}
""",
    )


@family("flag, disc in the middle, circle on plain ground, sun disc, japan, japanese, bangladesh, palau, laos, country")
def disc_flag(p: Pick) -> Worked:
    """A disc in the middle of plain ground."""
    land, (ground, disc) = p.known(DISCS) or ("", p.colours(2))
    wide = 2 * p.share(0.25, 0.36)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(disc)} disc in the middle, {wide} pixels in diameter",
            f"a flag like Japan's: {disc} circle, diameter {wide} px, centred on {ground}",
        ),
        loose=f"the flag of {land}"
        if land
        else p.one(
            f"{a(ground)} flag with {a(disc)} disc in the middle",
            f"a flag like the Japanese one, {disc} circle on {ground}",
            f"plain {ground} flag, one big {disc} circle at its centre",
        ),
        back=ground,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
disc = np.hypot(yy - cy, xx - cx) <= {wide} / 2  # diameter {wide}
image[disc] = {disc.value}  # {disc}
""",
    )


@family("flag, star in the middle, five pointed star, one star, vietnam, vietnamese, somalia, morocco, country")
def star_flag(p: Pick) -> Worked:
    """One five-pointed star in the middle."""
    ground, fore = p.colours(2)
    r = p.share(0.28, 0.42)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(fore)} star of 5 points in the middle, {r} pixels from centre to tip",
            f"flag: {ground}, in the centre a 5-pointed {fore} star with radius {r}, one tip up",
        ),
        loose=p.one(
            f"{a(ground)} flag with a big {fore} star in the middle",
            f"a flag like Vietnam's, {fore} star on {ground}",
            f"one five-pointed {fore} star on {a(ground)} flag",
        ),
        back=ground,
        body=f"""
r = {r}  # from the centre to a tip
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
{STAR}
image[star] = {fore.value}  # {fore}
""",
    )


@family("flag, ring of stars, circle of stars, european union, europe, eu, twelve stars, country")
def ring_of_stars_flag(p: Pick) -> Worked:
    """Stars on a ring."""
    ground, fore = p.colours(2)
    n, ring, r = p.number(6, 14), p.share(0.33, 0.37), p.share(0.055, 0.075)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {n} {fore} stars, each of radius {r}, on a circle of radius {ring} around the "
            "middle",
            f"Like the flag of Europe: {n} {fore} stars (radius {r} px) in a ring (radius {ring} px) on {ground}",
        ),
        loose=p.one(
            f"{a(ground)} flag with a ring of {fore} stars",
            f"a circle of {fore} stars on {ground}, like the European flag",
            f"{fore} stars arranged in a circle on {a(ground)} flag",
        ),
        back=ground,
        body=f"""
n, ring, r = {n}, {ring}, {r}  # stars, radius of their circle, radius of a star
for i in range(n):
    angle = 2 * np.pi * i / n
    cy, cx = (H - 1) / 2 - ring * np.cos(angle), (W - 1) / 2 + ring * np.sin(angle)
{chr(10).join("    " + line for line in STAR.splitlines())}
    image[star] = {fore.value}  # {fore}
""",
    )


@family("flag, crescent, crescent and star, half moon, turkey, turkish, tunisia, pakistan, country, crescent moon")
def crescent_flag(p: Pick) -> Worked:
    """A crescent and a star beside it."""
    ground, fore = p.colours(2)
    moon = p.share(0.26, 0.32)
    bite, shift, off, far = pixels(moon, 0.8, 0.3, 0.45, 0.75)
    r = p.share(0.1, 0.13)
    return Worked(
        exact=p.one(
            f"{a(ground)} flag with {a(fore)} crescent, outer radius {moon}, cut out by a disc of radius {bite} that "
            f"is {shift} pixels farther right, and a 5-pointed star of radius {r} beside it",
            f"Draw a flag with crescent and star, {fore} on {ground}: crescent radius {moon}, inner radius {bite} "
            f"moved right by {shift} px, star with 5 tips, radius {r}",
        ),
        loose=p.one(
            f"{a(ground)} flag with {a(fore)} crescent and star",
            f"a flag like Turkey's, {fore} half moon and star on {ground}",
            f"{fore} crescent moon beside a small star, {ground} flag",
        ),
        back=ground,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2 - {off}  # centre of the moon
moon = np.hypot(yy - cy, xx - cx) <= {moon}
bite = np.hypot(yy - cy, xx - (cx + {shift})) <= {bite}  # a smaller disc, moved to the right
image[moon & ~bite] = {fore.value}  # {fore}
r = {r}  # of the star
cx = cx + {far}  # centre of the star
{STAR}
image[star] = {fore.value}  # {fore}
""",
    )
