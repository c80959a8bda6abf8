"""Chance: noise, random dots, mosaics, clouds and walks; a fixed seed makes it the same each time."""

from __future__ import annotations

from chatimg_magic.gallery.families.whole_picture import frame, mix, set_levels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family
from chatimg_magic.request import Mode


@family("noise, random, grey noise, static, tv snow, uniform noise, white noise, every pixel, grain")
def grey_noise(p: Pick) -> Worked:
    """Every pixel of a random grey level."""
    low, high = (0, 255) if p.number(0, 2) == 0 else (p.number(0, 90), p.number(160, 255))
    return Worked(
        exact=p.one(
            f"uniform grey noise, every pixel a random level from {low} to {high}",
            f"{frame(p)} of random grey pixels, evenly distributed between {low} and {high}",
        ),
        loose=p.one("grey noise like an old television", "random grey static"),
        back=p.colour("gray"),
        body=f"""
rng = np.random.default_rng(0)
low, high = {low}, {high}
level = rng.integers(low, high + 1, (H, W), dtype=np.uint8)  # + 1: the upper end itself is possible
{set_levels(p)}
""",
    )


@family("colour noise, random colours, every pixel, confetti noise, static, rgb noise, random pixels", "rgb rgba")
def colour_noise(p: Pick) -> Worked:
    """Every pixel of a random colour."""
    low, high = p.number(0, 90), p.number(160, 255)
    return Worked(
        exact=p.one(
            f"colour noise: every pixel random red, green and blue from {low} to {high}",
            f"{frame(p)} of randomly coloured pixels, each channel between {low} and {high}",
        ),
        loose="random coloured pixels",
        back=p.colour("gray"),
        body=f"""
rng = np.random.default_rng(0)
low, high = {low}, {high}
image[..., :3] = rng.integers(low, high + 1, (H, W, 3), dtype=np.uint8)  # red, green, blue of every pixel
""",
    )


@family("gaussian noise, normal noise, grain, mean, standard deviation, film grain, noisy grey")
def normal_noise(p: Pick) -> Worked:
    """Grey levels spread around a mean."""
    mean, deviation = p.number(90, 165), p.number(10, 45)
    return Worked(
        exact=p.one(
            f"Gaussian noise in grey with mean {mean} and standard deviation {deviation}",
            f"{frame(p)} with film grain: normally distributed levels around {mean}, deviation {deviation}",
        ),
        loose="gray film grain",
        back=p.colour("gray"),
        body=f"""
rng = np.random.default_rng(0)
mean, deviation = {mean}, {deviation}
noise = rng.normal(mean, deviation, (H, W))
level = np.round(np.clip(noise, 0, 255)).astype(np.uint8)  # clipped: levels go from 0 to 255
{set_levels(p)}
""",
    )


@family("salt and pepper, salt, pepper, speckles, random black and white pixels, impulse noise, percent")
def salt_and_pepper(p: Pick) -> Worked:
    """Random white and black pixels on a colour."""
    back = p.colours(1, "white", "black", "navy", "yellow")[0]
    salt, pepper = p.number(3, 20), p.number(3, 20)
    white, black = p.colour("white"), p.colour("black")
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with salt and pepper noise: {salt} percent white and {pepper} percent black pixels",
            f"{back} speckled with random pixels, {salt} % of them white, {pepper} % black",
        ),
        loose=f"salt and pepper noise on {back}",
        back=back,
        body=f"""
rng = np.random.default_rng(0)
chance = rng.random((H, W))  # 0 to 1 for every pixel
image[chance < {salt} / 100] = {white.value}  # white: {salt} percent
image[chance >= 1 - {pepper} / 100] = {black.value}  # black: {pepper} percent
""",
    )


@family(
    "confetti, colourful dots, random dots, random colours, random circles, party, scattered, bubbles, count",
    "rgb rgba",
)
def confetti(p: Pick) -> Worked:
    """A number of dots of random colours and sizes at random places."""
    back = p.ground("white", "black", "navy", "beige")
    n, small = p.number(20, 90), p.share(0.015, 0.03)
    large = small + p.share(0.02, 0.05)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} circles of random colours at random places, radius {small} to {large} pixels",
            f"confetti: {n} randomly coloured dots on {back}, each between {small} and {large} px in radius",
        ),
        loose=p.one(f"colourful confetti on {back}", f"random coloured dots on {back}"),
        back=back,
        body=f"""
rng = np.random.default_rng(0)
n, small, large = {n}, {small}, {large}
for i in range(n):
    r = rng.integers(small, large + 1)  # random radius
    cy, cx = rng.integers(r, H - r), rng.integers(r, W - r)  # no circle is cut off
    dot = np.hypot(yy - cy, xx - cx) <= r
    image[dot, :3] = rng.integers(0, 256, 3)  # random red, green, blue
""",
    )


@family("random squares, scattered rectangles, boxes at random places, count, abstract, cubes, overlapping", "rgb rgba")
def random_rectangles(p: Pick) -> Worked:
    """A number of rectangles of random places, sizes and colours."""
    back = p.ground("white", "black", "beige")
    n, small = p.number(8, 40), p.share(0.04, 0.1)
    large = small + p.share(0.08, 0.2)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {n} rectangles of random colours, places and sizes, sides from {small} to "
            f"{large} px",
            f"abstract picture of {n} randomly placed coloured boxes on {back}, each side {small} to {large} pixels",
        ),
        loose=f"random coloured rectangles on {back}",
        back=back,
        body=f"""
rng = np.random.default_rng(0)
n, small, large = {n}, {small}, {large}
for i in range(n):
    height, width = rng.integers(small, large + 1, 2)
    y0, x0 = rng.integers(0, H - height), rng.integers(0, W - width)  # none is cut off
    box = (yy >= y0) & (yy < y0 + height) & (xx >= x0) & (xx < x0 + width)
    image[box, :3] = rng.integers(0, 256, 3)  # random red, green, blue
""",
    )


@family("mosaic, random blocks, coloured squares, patchwork, pixel blocks, quilt, tiles of random colours", "rgb rgba")
def mosaic(p: Pick) -> Worked:
    """Blocks of random colours."""
    side = p.share(0.05, 0.2)
    return Worked(
        exact=p.one(
            f"a mosaic of randomly coloured blocks, each {side} x {side} pixels",
            f"{frame(p)} of square patches, {side} px a side, every patch in a random colour",
        ),
        loose=p.one("a mosaic of random colours", "a patchwork of coloured squares"),
        back=p.colour("gray"),
        body=f"""
rng = np.random.default_rng(0)
side = {side}  # pixels of each block
blocks = rng.integers(0, 256, (H // side + 1, W // side + 1, 3), dtype=np.uint8)  # a colour for each block
image[..., :3] = blocks[yy // side, xx // side]
""",
    )


@family("random grey blocks, mosaic, gray squares, blocky noise, pixelated, random tiles, coarse noise")
def grey_blocks(p: Pick) -> Worked:
    """Blocks of random grey levels."""
    side = p.share(0.05, 0.2)
    return Worked(
        exact=p.one(
            f"random grey blocks, each {side} x {side} pixels",
            f"{frame(p)} of coarse noise: squares of {side} px, every one a random grey level",
        ),
        loose="a mosaic of random gray squares",
        back=p.colour("gray"),
        body=f"""
rng = np.random.default_rng(0)
side = {side}  # pixels of each block
blocks = rng.integers(0, 256, (H // side + 1, W // side + 1), dtype=np.uint8)  # a level for each block
level = blocks[yy // side, xx // side]
{set_levels(p)}
""",
    )


@family("clouds, smooth noise, fog, perlin, value noise, marble, soft noise, cloudy sky, smoke, texture")
def clouds(p: Pick) -> Worked:
    """Smooth random clouds between two colours."""
    back, fore = p.colours(2)
    if p.mode is not Mode.GRAY and p.flip():
        back, fore = p.ground("sky blue", "blue"), p.colour("white")
    size = p.share(0.15, 0.35)
    return Worked(
        exact=p.one(
            f"smooth random clouds of {fore} on {back}, lumps about {size} pixels wide",
            f"{frame(p)} of soft noise between {back} and {fore}, {size} px from lump to lump",
        ),
        loose=p.one(f"soft {fore} clouds on {back}", f"foggy {fore} and {back}"),
        back=back,
        body=f"""
rng = np.random.default_rng(0)
size = {size}  # pixels from one random value to the next
values = rng.random((H // size + 2, W // size + 2))
i, j = yy // size, xx // size
t, s = yy % size / size, xx % size / size  # 0 to 1 between neighbours
t, s = t * t * (3 - 2 * t), s * s * (3 - 2 * s)  # smooth steps
top = values[i, j] * (1 - s) + values[i, j + 1] * s
bottom = values[i + 1, j] * (1 - s) + values[i + 1, j + 1] * s
cloud = top * (1 - t) + bottom * t  # 0 to 1
back, clouds = np.array({back.value}), np.array({fore.value})  # {back}, {fore}
image[:] = {mix(p, "back", "clouds", "cloud")}
""",
    )


@family("random walk, wandering line, drunkard, brownian motion, path, scribble, steps, wiggly")
def random_walk(p: Pick) -> Worked:
    """The trace of a walk of random steps."""
    back, fore = p.colours(2)
    n, step = p.number(80, 250), p.share(0.025, 0.05)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a random walk in {fore}: {n} steps of {step} pixels up, down, left or right "
            "from the "
            "middle, 3 pixels thick",
            f"a wandering {fore} path on {back}, {n} random steps, each {step} px long, starting in the centre, "
            "line 3 px",
        ),
        loose=f"{a(fore)} random walk on {back}",
        back=back,
        body=f"""
rng = np.random.default_rng(0)
n, step = {n}, {step}
y, x = H // 2, W // 2  # start in the middle
for i in range(n):
    dy, dx = [(0, step), (step, 0), (0, -step), (-step, 0)][rng.integers(4)]  # right, down, left, up
    y1, x1 = np.clip(y + dy, 1, H - 2), np.clip(x + dx, 1, W - 2)  # stays in the picture
    down = (yy >= min(y, y1) - 1) & (yy <= max(y, y1) + 1)  # 1 more on both sides: 3 pixels thick
    along = (xx >= min(x, x1) - 1) & (xx <= max(x, x1) + 1)
    image[down & along] = {fore.value}  # {fore}
    y, x = y1, x1
""",
    )


@family("voronoi, cells, nearest point, giraffe, cracked, stained glass, polygons, regions, seeds", "rgb rgba")
def voronoi(p: Pick) -> Worked:
    """Cells around random points, each of a random colour."""
    n = p.number(8, 40)
    return Worked(
        exact=p.one(
            f"a Voronoi pattern of {n} random points, every cell in a random colour",
            f"{frame(p)} like stained glass: {n} cells of random colours, each pixel belongs to the nearest point",
        ),
        loose=p.one("stained glass of random colours", "a colourful voronoi pattern"),
        back=p.colour("black"),
        body=f"""
rng = np.random.default_rng(0)
n = {n}  # cells
nearest = np.full((H, W), np.inf)  # distance to the nearest point so far
for i in range(n):
    distance = np.hypot(yy - rng.integers(H), xx - rng.integers(W))
    cell = distance < nearest
    image[cell, :3] = rng.integers(40, 256, 3)  # random colour, not too dark
    nearest = np.minimum(nearest, distance)
""",
    )
