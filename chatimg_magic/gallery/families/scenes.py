"""Scenes: landscapes with sky, ground and what stands in them."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("landscape, hill, hills, meadow, sun, sky, countryside, scenery, nature scene, green hill")
def landscape(p: Pick) -> Worked:
    """A sky with a sun above two hills."""
    sky, sun, far, near = named(p, "sky blue|white|cyan", "yellow|orange", "teal|green", "dark green|brown")
    r, y = p.share(0.1, 0.14), p.share(0.2, 0.28, p.rows)
    x = p.share(0.2, 0.8, p.cols)
    first, second = p.share(0.52, 0.58, p.rows), p.share(0.68, 0.76, p.rows)
    big = round(p.cols * 0.8)
    left, right = p.share(0.15, 0.3, p.cols), p.share(0.7, 0.85, p.cols)
    return Worked(
        exact=p.one(
            f"a landscape, {sky} sky with {a(sun)} sun of radius {r} at row {y}, column {x}; {a(far)} hill whose top "
            f"is at row {first}, column {left}, and in front of it {a(near)} hill with its top at row {second}, "
            f"column {right}",
            f"Draw hills: {far} one peaking at row {first} (column {left}), {near} one at row {second} (column "
            f"{right}), round, under {a(sky)} sky, {sun} sun radius {r} px at ({y}, {x})",
        ),
        loose=p.one(
            "a landscape with hills and a sun",
            f"{a(far)} hill under {a(sky)} sky with {a(sun)} sun",
            "draw a sunny countryside with meadows",
            "a simple landscape: sky, sun, hills",
        ),
        back=sky,
        body=f"""
sun = np.hypot(yy - {y}, xx - {x}) <= {r}  # row {y}, column {x}
image[sun] = {sun.value}  # {sun}
wide = {big}  # half the width of a hill at its foot
far = yy >= {first} + (H - {first}) * ((xx - {left}) / wide) ** 2  # falls to both sides of its top
image[far] = {far.value}  # {far}
near = yy >= {second} + (H - {second}) * ((xx - {right}) / wide) ** 2  # drawn later: in front
image[near] = {near.value}  # {near}
""",
    )


@family("sea, boat, sun, ocean, ship, waves, water, horizon, sailing at sea, seascape")
def sea_with_boat(p: Pick) -> Worked:
    """The sea with a boat on it and a sun above."""
    sky, sea, sun, hull, sail = named(
        p, "sky blue|beige", "blue|teal|navy", "yellow|orange", "brown|red|black", "white"
    )
    line, r = p.share(0.56, 0.64, p.rows), p.share(0.09, 0.12)
    y, x = p.share(0.16, 0.24, p.rows), p.share(0.14, 0.24, p.cols)
    bx, half, deep, tall = p.share(0.6, 0.7, p.cols), p.share(0.17, 0.2), p.share(0.08, 0.1), p.share(0.28, 0.34)
    top = line + p.share(0.02, 0.05)
    return Worked(
        exact=p.one(
            f"the {sea} sea below row {line}, {sky} sky with {a(sun)} sun of radius {r} at row {y}, column {x}, and "
            f"{a(hull)} boat at column {bx}, {2 * half} pixels long and {deep} high, with {a(sail)} triangular sail "
            f"{tall} pixels high",
            f"Draw a seascape: horizon at row {line}, {sea} water, {sky} sky, {sun} sun (radius {r}) at ({y}, {x}), "
            f"{hull} boat {2 * half} x {deep} px centred at column {bx}, {sail} sail {tall} px",
        ),
        loose=p.one(
            f"a boat on the {sea} sea under the sun",
            "the sea with a sailing ship and the sun",
            f"draw {a(hull)} boat with {a(sail)} sail on the ocean, {sun} sun in the sky",
            "a seascape with a boat",
        ),
        back=sky,
        body=f"""
image[yy >= {line}] = {sea.value}  # {sea} sea from row {line}
sun = np.hypot(yy - {y}, xx - {x}) <= {r}  # row {y}, column {x}
image[sun] = {sun.value}  # {sun}
y0, cx = {top}, {bx}  # top of the boat, its middle column
hull = (yy >= y0) & (yy < y0 + {deep}) & (abs(xx - cx) <= {2 * half} / 2 - (yy - y0))  # narrower downwards
mast = (yy >= y0 - {tall}) & (yy < y0) & (abs(xx - cx) <= 1)
sail = (yy >= y0 - {tall}) & (yy < y0 - 3) & (xx > cx + 1) & (xx - cx <= (yy - y0 + {tall}) / 2)
image[hull | mast] = {hull.value}  # {hull}
image[sail] = {sail.value}  # {sail}
for i in range(3):  # 3 waves below the boat
    wave = abs(yy - (y0 + {deep} + (i + 1) * {max(7, (p.rows - top - deep) // 5)}) - 2 * np.sin(xx / 8 + i)) <= 1
    image[wave] = {p.colour("white").value}  # white
""",
    )


@family(
    "house with a tree, tree beside a house, sun, garden, house and tree, village, home scene, childs drawing",
    modes="rgb rgba",
)
def house_tree_and_sun(p: Pick) -> Worked:
    """A house at the left, a tree at the right, the sun above."""
    sky, grass, wall, roof, crown = named(
        p, "sky blue|white", "green", "beige|orange|pink", "red|dark red|brown", "dark green"
    )
    ground, wide = p.share(0.74, 0.8, p.rows), 2 * p.share(0.17, 0.2)
    tall, high = p.share(0.24, 0.28), p.share(0.18, 0.22)
    hx, tx, r = p.share(0.3, 0.34, p.cols), p.share(0.76, 0.8, p.cols), p.share(0.11, 0.14)
    sun = p.share(0.08, 0.1)
    return Worked(
        exact=p.one(
            f"{a(sky)} sky, {grass} grass from row {ground}, {a(wall)} house {wide} pixels wide and {tall} high "
            f"centred at column {hx} with {a(roof)} roof {high} high, a tree with {a(crown)} crown of radius {r} at "
            f"column {tx} and a yellow sun of radius {sun} in the upper right corner",
            f"Draw a house ({wall} walls {wide} x {tall} px, {roof} roof {high} px) at column {hx} and a tree "
            f"({crown} crown, radius {r} px) at column {tx} on {grass} ground, row {ground}; sun with radius {sun}, "
            f"{sky} sky",
        ),
        loose=p.one(
            f"a house with {a(roof)} roof, a tree and the sun",
            "a house and a tree on a meadow, sun in the sky",
            "draw a scene: house, tree, sun, grass",
            "a child's drawing of a house with a tree beside it",
        ),
        back=sky,
        body=f"""
ground = {ground}  # first row of the grass
image[yy >= ground] = {grass.value}  # {grass}
cx, y0 = {hx}, ground - {tall}  # the house: middle column, top of the walls
walls = (yy >= y0) & (yy < ground) & (abs(xx - cx) <= {wide} / 2)
roof = (yy >= y0 - {high}) & (yy < y0) & (abs(xx - cx) <= (yy - y0 + {high}) * {round(wide * 0.6)} / {high})
door = (yy >= ground - {round(tall * 0.6)}) & (yy < ground) & (abs(xx - cx) <= {round(wide * 0.12)})
image[walls] = {wall.value}  # {wall}
image[roof] = {roof.value}  # {roof}
cx, cy = {tx}, ground - {round(2.2 * r)}  # the tree: middle column, centre of the crown
trunk = (yy >= cy) & (yy < ground) & (abs(xx - cx) <= {max(2, r // 5)})
image[trunk | door] = {p.colour("brown").value}  # brown
image[np.hypot(yy - cy, xx - cx) <= {r}] = {crown.value}  # {crown}
sun = np.hypot(yy - {round(1.5 * sun)}, xx - (W - {round(1.5 * sun)})) <= {sun}
image[sun] = {p.colour("yellow").value}  # yellow
""",
    )


@family("road, street, highway, perspective, dashed line, lane, path, vanishing point, route, asphalt")
def road(p: Pick) -> Worked:
    """A road that narrows towards the horizon, with a dashed middle line."""
    sky, grass, tar, line = named(p, "sky blue|white", "green|dark green|beige", "dark gray|gray", "white|yellow")
    horizon, wide = p.share(0.38, 0.48, p.rows), p.share(0.6, 0.8, p.cols)
    dash, t = p.share(0.06, 0.09), max(3, p.share(0.015, 0.02))
    narrow = p.share(0.04, 0.06)
    return Worked(
        exact=p.one(
            f"{a(tar)} road through {grass} land, {sky} sky above row {horizon}; the road is {wide} pixels wide at "
            f"the bottom edge and {narrow} at the horizon, with a dashed {line} middle line, dashes of {dash} pixels",
            f"Draw a road in perspective: horizon at row {horizon}, {sky} above, {grass} below, {tar} road narrowing "
            f"from {wide} px to {narrow} px, {line} dashes {dash} px long",
        ),
        loose=p.one(
            "a road that leads to the horizon",
            f"{a(tar)} street with a dashed {line} line through {grass} fields",
            "draw a straight road in perspective",
            "a highway, seen from the middle",
        ),
        back=sky,
        body=f"""
horizon, cx = {horizon}, (W - 1) / 2
ground = yy >= horizon
image[ground] = {grass.value}  # {grass}
share = (yy - horizon) / (H - 1 - horizon)  # 0 at the horizon, 1 at the bottom
half = {narrow} / 2 + share * ({wide} - {narrow}) / 2  # half the width of the road, row by row
road = ground & (abs(xx - cx) <= half)
image[road] = {tar.value}  # {tar}
dashes = (yy - horizon) // {dash} % 2 == 1  # {dash} rows on, {dash} rows off
middle = road & dashes & (abs(xx - cx) <= {t} * share + 1)
image[middle] = {line.value}  # {line}
""",
    )


@family("mountain, mountains, snow, peak, snowy peak, summit, alps, snow-capped, rocks")
def snowy_mountains(p: Pick) -> Worked:
    """Triangles with white tips above a foreground."""
    sky, rock, snow, grass = named(p, "sky blue|navy|pink", "gray|dark gray|purple", "white", "green|dark green")
    ground = p.share(0.76, 0.86, p.rows)
    tall, less = p.share(0.52, 0.62, p.rows), p.share(0.36, 0.44, p.rows)
    cap = p.share(0.1, 0.14, p.rows)
    half = round(p.cols * 0.29)
    one, two = p.share(0.3, 0.36, p.cols), p.share(0.64, 0.7, p.cols)
    return Worked(
        exact=p.one(
            f"2 {rock} mountains under {a(sky)} sky, standing on row {ground}: one {tall} pixels high with its peak "
            f"at column {one}, one {less} high at column {two}; the topmost {cap} pixels of each are {snow} snow, "
            f"{grass} below row {ground}",
            f"Draw two {rock} peaks, heights {tall} and {less} px at columns {one} and {two}, {snow} caps {cap} px, "
            f"{grass} meadow from row {ground} down, {sky} sky",
        ),
        loose=p.one(
            f"{rock} mountains with {snow} snow on top",
            f"snowy mountains under {a(sky)} sky",
            "draw a mountain with a snow-capped peak",
            f"alpine landscape, {grass} meadow below",
        ),
        back=sky,
        body=f"""
ground, half = {ground}, {half}  # foot of the mountains, half of their width
for tall, cx in [({tall}, {one}), ({less}, {two})]:  # 2 mountains: height, column of the peak
    top = ground - tall
    mountain = (yy >= top) & (yy < ground) & (abs(xx - cx) <= (yy - top) * half / tall)
    image[mountain] = {rock.value}  # {rock}
    edge = top + {cap} + 4 * np.sin(xx / 5)  # wavy lower edge of the snow
    image[mountain & (yy < edge)] = {snow.value}  # {snow}
image[yy >= ground] = {grass.value}  # {grass}
""",
    )
