"""Balls of several games, and shaded spheres."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family
from chatimg_magic.request import Mode

FLOORS = "white|light gray|sky blue|beige|navy|teal"


@family("basketball, ball, seams, orange ball, sport, game, basket, nba")
def basketball(p: Pick) -> Worked:
    """A disc with a vertical, a horizontal and two curved seams."""
    back, skin, seam = named(p, FLOORS, "orange", "black|brown")
    r = p.share(0.38, 0.46)
    far, bow = pixels(r, 1.4, 0.95)
    t = max(3, round(r * 0.05))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} basketball of radius {r} in the middle; its {seam} seams are {t} pixels "
            "thick: a vertical line, a horizontal line and an arc at each side",
            f"Draw {a(skin)} basketball, radius {r} px, on {back}, with {seam} seams {t} px wide (1 across, 1 down, 2 "
            "arcs)",
        ),
        loose=p.one(
            "a basketball",
            f"a basketball on {back}",
            f"{a(skin)} basketball with {seam} seams",
            f"draw a basketball, {back} background",
            f"a big {skin} ball for basketball, its curved lines in {seam}",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
r = {r}  # radius of the ball
ball = np.hypot(yy - cy, xx - cx) <= r
across = abs(yy - cy) <= {t} / 2  # a seam {t} pixels thick; 1 across
down = abs(xx - cx) <= {t} / 2  # 1 down
left_arc = abs(np.hypot(yy - cy, xx - (cx - {far})) - {bow}) <= {t} / 2  # 2 arcs: rings beside the ball
right_arc = abs(np.hypot(yy - cy, xx - (cx + {far})) - {bow}) <= {t} / 2
seams = across | down | left_arc | right_arc
image[ball] = {skin.value}  # {skin}
image[ball & seams] = {seam.value}  # {seam}, only on the ball
""",
    )


@family("tennis ball, tennis, felt, curved seam, sport, ball")
def tennis_ball(p: Pick) -> Worked:
    """A disc with two curved white seams."""
    back, skin, seam = named(p, "navy|blue|dark green|teal|black", "yellow|gold|green", "white")
    r = p.share(0.38, 0.46)
    far, bow = pixels(r, 1.25, 0.85)
    t = max(4, round(r * 0.09))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} tennis ball of radius {r} and two curved {seam} seams, {t} pixels thick",
            f"a tennis ball, {skin}, {r} px radius, centred on {back}, {seam} curved lines of {t} px",
        ),
        loose=p.one(
            "a tennis ball",
            f"{a(skin)} tennis ball on {back}",
            f"draw a tennis ball with its {seam} curved lines",
            f"tennis ball, {skin} felt, {seam} seam, {back} ground",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
ball = np.hypot(yy - cy, xx - cx) <= {r}
left_seam = abs(np.hypot(yy - cy, xx - (cx - {far})) - {bow}) <= {t} / 2  # rings whose centres are beside the ball
right_seam = abs(np.hypot(yy - cy, xx - (cx + {far})) - {bow}) <= {t} / 2
image[ball] = {skin.value}  # {skin}
image[ball & (left_seam | right_seam)] = {seam.value}  # {seam}, only on the ball
""",
    )


@family("football, soccer ball, soccer, pentagon, patches, sport, ball")
def football(p: Pick) -> Worked:
    """A disc with a pentagon in the middle, five patches at the rim and seams between them."""
    back, skin, ink = named(p, "green|sky blue|light gray|orange", "white", "black|navy|blue")
    r = p.share(0.38, 0.46)
    inner, rim, patch = pixels(r, 0.3, 0.96, 0.3)
    t = max(3, round(r * 0.045))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} football of radius {r}: {a(ink)} pentagon in the middle, 5 {ink} patches "
            f"around the rim and seams {t} pixels thick between them",
            f"Draw a soccer ball (radius {r}) on {back}; {skin} with {a(ink)} centre pentagon, 5 {ink} patches at the "
            f"edge, lines {t} px",
        ),
        loose=p.one(
            "a soccer ball",
            f"a football on {back}",
            f"{a(skin)} and {ink} football",
            f"draw a soccer ball lying on {back}",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
ball = distance <= {r}
image[ball] = {skin.value}  # {skin}
step = 2 * np.pi / 5  # 5 corners, 5 seams, 5 patches
angle = np.arctan2(xx - cx, cy - yy)  # 0 points up
pentagon = distance * np.cos(angle % step - step / 2) <= {inner}
image[pentagon] = {ink.value}  # {ink}
for i in range(5):
    dy, dx = -np.cos(i * step), np.sin(i * step)  # direction of a corner
    seam = (abs((yy - cy) * dx - (xx - cx) * dy) <= {t} / 2) & ((yy - cy) * dy + (xx - cx) * dx > 0)
    patch = np.hypot(yy - (cy + {rim} * dy), xx - (cx + {rim} * dx)) <= {patch}
    image[ball & (seam | patch)] = {ink.value}  # only on the ball
""",
    )


@family("beach ball, sectors, segments, wedges, colourful ball, coloured, summer, inflatable", modes="rgb rgba")
def beach_ball(p: Pick) -> Worked:
    """A disc of coloured sectors with a small disc in the middle."""
    back, *others = p.colours(5, "white")
    n, (middle,) = p.number(6, 8), named(p, "white")
    r, cap = p.share(0.38, 0.46), p.share(0.06, 0.09)
    one, two, three, four = others
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a beach ball of radius {r} divided into {n} equal sectors, in turn {one}, {two}, "
            f"{three} and {four}, and {a(middle)} disc of radius {cap} in its middle",
            f"Make a beach ball on {back}: radius {r} px, {n} wedges coloured {one}, {two}, {three}, {four} in turn, "
            f"{middle} cap of radius {cap}",
        ),
        loose=p.one(
            f"a colourful beach ball on {back}",
            f"a beach ball with {one}, {two}, {three} and {four} segments",
            f"draw a beach ball, {one} and {two} and other colours",
        ),
        back=back,
        body=f"""
n = {n}  # sectors
colours = [{one.value}, {two.value}, {three.value}, {four.value}]  # {one}, {two}, {three}, {four}
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
ball = distance <= {r}
turn = np.arctan2(yy - cy, xx - cx) / (2 * np.pi) % 1  # 0 to 1 around the ball
for i in range(n):
    sector = ball & (turn >= i / n) & (turn < (i + 1) / n)
    image[sector] = colours[i % len(colours)]
image[distance <= {cap}] = {middle.value}  # {middle}
""",
    )


@family("billiard ball, pool ball, snooker, eight ball, number on a ball, ball, pool")
def billiard_ball(p: Pick) -> Worked:
    """A disc with a white spot in which an 8 is written as two rings."""
    back, skin, spot = named(p, "green|dark green|teal", "black|red|blue|purple", "white")
    r = p.share(0.38, 0.46)
    spot_r, ring = pixels(r, 0.48, 0.13)
    t = max(3, round(r * 0.08))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} billiard ball of radius {r} that has {a(spot)} spot of radius {spot_r} "
            f"with {a(skin)} 8 in it",
            f"Draw a pool ball number 8 on {back}: {skin}, radius {r}; {spot} spot, radius {spot_r}, the figure 8 {t} "
            "px thick",
        ),
        loose=p.one(
            f"an eight ball on {back}",
            f"{a(skin)} billiard ball with {a(spot)} spot",
            "draw the eight ball of a pool game",
            f"a pool ball, {skin}, on {back} cloth",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
ball = np.hypot(yy - cy, xx - cx) <= {r}
spot = np.hypot(yy - cy, xx - cx) <= {spot_r}
upper = abs(np.hypot(yy - (cy - {ring}), xx - cx) - {ring}) <= {t} / 2  # an 8 is two rings, one on the other
lower = abs(np.hypot(yy - (cy + {ring}), xx - cx) - {ring}) <= {t} / 2
image[ball] = {skin.value}  # {skin}
image[spot] = {spot.value}  # {spot}
image[upper | lower] = {skin.value}  # {skin}
""",
    )


def _shaded(p: Pick) -> tuple[int, int, str]:
    r, up = p.share(0.36, 0.46), 1 if p.flip() else -1
    return r, up, "upper left" if up == 1 else "upper right"


@family(
    "sphere, shaded sphere, ball, shading, lit, light, three dimensional, 3d, globe, sphere with light", modes="gray"
)
def grey_sphere(p: Pick) -> Worked:
    """A sphere lit from a corner, in shades of grey."""
    back = p.ground("black", "dark gray", "white")
    r, left, corner = _shaded(p)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a shaded sphere of radius {r} in the middle, lit from the {corner}",
            f"a gray three-dimensional ball, radius {r} px, light coming from the {corner}, on {back}",
        ),
        loose=p.one(
            f"a shaded sphere on {back}, light from the {corner}",
            "a gray ball that looks round, with light and shadow",
            "draw a three-dimensional sphere with shading",
            f"sphere lit from the {corner}",
        ),
        back=back,
        body=f"""
r = {r}  # radius
y, x = (yy - (H - 1) / 2) / r, (xx - (W - 1) / 2) / r  # -1 to 1 over the sphere
ball = y**2 + x**2 <= 1
z = np.sqrt(np.clip(1 - y**2 - x**2, 0, 1))  # how far its surface comes towards us
light = np.clip({"-x" if left == 1 else "x"} - y + 1.4 * z, 0, 2) / 2  # the light comes from the {corner}
image[ball] = (30 + 225 * light[ball]).astype(np.uint8)  # dark 30, bright 255
""",
    )


@family("sphere, shaded sphere, ball, shading, lit, light, three dimensional, 3d, globe, marble", modes="rgb rgba")
def coloured_sphere(p: Pick) -> Worked:
    """A coloured sphere lit from a corner."""
    back = p.ground("white", "black", "light gray", "navy")
    skin = p.colour(p.one("red", "orange", "green", "teal", "magenta", "gold", "purple", "sky blue"))
    r, left, corner = _shaded(p)
    value = skin.value if p.mode is Mode.RGB else skin.value.removesuffix(", 255)") + ")"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a shaded {skin} sphere of radius {r} in the middle, lit from the {corner}",
            f"{a(skin)} three-dimensional ball, radius {r} px, light coming from the {corner}, on {back}",
        ),
        loose=p.one(
            f"a shaded {skin} sphere on {back}, light from the {corner}",
            f"{a(skin)} ball that looks round, with light and shadow",
            f"draw a three-dimensional {skin} sphere with shading",
            f"{a(skin)} sphere lit from the {corner}",
        ),
        back=back,
        body=f"""
r = {r}  # radius
y, x = (yy - (H - 1) / 2) / r, (xx - (W - 1) / 2) / r  # -1 to 1 over the sphere
ball = y**2 + x**2 <= 1
z = np.sqrt(np.clip(1 - y**2 - x**2, 0, 1))  # how far its surface comes towards us
light = np.clip({"-x" if left == 1 else "x"} - y + 1.4 * z, 0.2, 2) / 2  # the light comes from the {corner}
colour = np.array({value})  # {skin}
image[ball, :3] = (light[ball][:, None] * colour).astype(np.uint8)
glint = np.hypot(y + 0.5, x {"+" if left == 1 else "-"} 0.5) <= 0.1
image[glint] = {p.colour("white").value}  # white
""",
    )
