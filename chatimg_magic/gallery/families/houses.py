"""Houses: with windows, without, with a chimney, and on a meadow."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

SKIES = "white|sky blue|light gray"


def _outline(walls: tuple[int, int, int], top: int, over: int, door: tuple[int, int]) -> str:
    """Write the masks of a house: walls (width, height, height of the roof), roof, and door (width, height)."""
    (wide, tall, high), (door_w, door_h) = walls, door
    return f"""
wide, tall, high = {wide}, {tall}, {high}  # of the walls; high: of the roof
y0, x0, cx = {top}, (W - wide) // 2, (W - 1) / 2  # top left of the walls
y1 = y0 + tall  # the ground
walls = (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x0 + wide)
roof = (yy >= y0 - high) & (yy < y0) & (abs(xx - cx) <= (yy - y0 + high) * (wide / 2 + {over}) / high)
door = (yy >= y1 - {door_h}) & (yy < y1) & (abs(xx - cx) < {door_w} / 2)  # in the middle"""


@family("house, home, roof, door, window, walls, red roof, hut, cottage, building")
def house(p: Pick) -> Worked:
    """Walls with a door and two windows under a triangular roof."""
    back, wall, roof, door, glass = named(p, SKIES, "beige|yellow|orange", "red|dark red|purple", "brown", "blue|cyan")
    wide, tall, high = 2 * p.share(0.27, 0.32), p.share(0.38, 0.44), p.share(0.26, 0.32)
    over, door_w, door_h, pane, inset = pixels(wide, 0.08, 0.2, 0.42, 0.19, 0.11)
    top = (p.rows - tall - high) // 2 + high
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a house: {wall} walls {wide} pixels wide and {tall} high, {a(roof)} triangular "
            f"roof {high} high that is {over} pixels wider at each side, {a(door)} door {door_w} x {door_h} and 2 "
            f"{glass} windows of {pane} x {pane}",
            f"Draw a house on {back}: walls {wall} ({wide} x {tall} px), roof {roof} ({high} px high, overhang {over} "
            f"px), door {door} {door_w} px wide and {door_h} px high, two {glass} windows, {pane} px square",
        ),
        loose=p.one(
            f"a house with {a(roof)} roof",
            f"draw {a(wall)} house with {a(roof)} roof, {a(door)} door and {glass} windows",
            f"a simple house on {back}",
            f"a little house, {wall} walls, {roof} roof",
            "a home with a door, windows and a roof",
        ),
        back=back,
        body=_outline((wide, tall, high), top, over, (door_w, door_h))
        + f"""
top = y0 + {inset}  # of the windows
left = (yy >= top) & (yy < top + {pane}) & (xx >= x0 + {inset}) & (xx < x0 + {inset} + {pane})
x1 = x0 + wide - {inset}  # right edge of the right window
right = (yy >= top) & (yy < top + {pane}) & (xx >= x1 - {pane}) & (xx < x1)
image[walls] = {wall.value}  # {wall}
image[roof] = {roof.value}  # {roof}
image[door] = {door.value}  # {door}
image[left | right] = {glass.value}  # {glass}
""",
    )


@family("house, roof, door, home, hut, cottage, cabin, barn")
def house_with_roof_and_door(p: Pick) -> Worked:
    """Walls with a door and without windows under a triangular roof."""
    back, wall, roof, door = named(
        p, SKIES, "beige|yellow|orange", "purple|blue|dark green|dark red|red", "brown|black"
    )
    wide, tall, high = 2 * p.share(0.26, 0.34), p.share(0.36, 0.44), p.share(0.26, 0.32)
    over, door_w, door_h = pixels(wide, 0.08, 0.22, 0.45)
    top = (p.rows - tall - high) // 2 + high
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a house: {wall} walls {wide} pixels wide and {tall} high, {a(roof)} roof {high} "
            f"high that is {over} pixels wider at each side, and {a(door)} door {door_w} x {door_h}",
            f"Draw a small house on {back}, walls {wall} ({wide} x {tall} px), {roof} roof ({high} px high, {over} px "
            f"overhang), {door} door {door_w} px wide and {door_h} px high",
        ),
        loose=p.one(
            f"a house with {a(roof)} roof and {a(door)} door",
            f"draw {a(wall)} hut, {a(roof)} roof on it, and {a(door)} door",
            f"a house: {wall} walls, {roof} roof, one door",
        ),
        back=back,
        body=_outline((wide, tall, high), top, over, (door_w, door_h))
        + f"""
image[walls] = {wall.value}  # {wall}
image[roof] = {roof.value}  # {roof}
image[door] = {door.value}  # {door}
""",
    )


@family("house, chimney, cottage, roof, door, home, hut, cabin, building", modes="rgb rgba")
def cottage_with_chimney(p: Pick) -> Worked:
    """Walls with a door and a window under a triangular roof with a chimney."""
    back, wall, roof, brick, door, glass = named(
        p, SKIES, "beige|yellow|orange", "red|dark red|purple", "dark gray|gray", "brown|black", "blue|cyan"
    )
    wide, tall, high = 2 * p.share(0.26, 0.32), p.share(0.36, 0.42), p.share(0.26, 0.3)
    over, door_w, door_h, pane, inset = pixels(wide, 0.08, 0.2, 0.42, 0.2, 0.11)
    stack, off = pixels(wide, 0.12, 0.22)
    top = (p.rows - tall - high) // 2 + high
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a cottage: {wall} walls {wide} pixels wide and {tall} high, {a(roof)} roof {high} "
            f"high that is {over} pixels wider at each side, {a(brick)} chimney {stack} wide, {a(door)} door "
            f"{door_w} x {door_h} and {a(glass)} window of {pane} x {pane}",
            f"Draw a house on {back}: walls {wall} ({wide} x {tall} px), roof {roof} ({high} px high, overhang {over} "
            f"px), chimney {brick} ({stack} px wide), door {door} ({door_w} x {door_h} px), window {glass} ({pane} px)",
        ),
        loose=p.one(
            "a cottage with a chimney",
            f"a house with {a(roof)} roof and {a(brick)} chimney",
            f"draw a little {wall} cottage with a chimney, {a(door)} door and a window",
            f"a home on {back} with a chimney on its {roof} roof",
        ),
        back=back,
        body=_outline((wide, tall, high), top, over, (door_w, door_h))
        + f"""
x1 = x0 + wide - {off}  # right edge of the chimney
chimney = (yy >= y0 - high) & (yy < y0) & (xx >= x1 - {stack}) & (xx < x1)
window = (yy >= y0 + {inset}) & (yy < y0 + {inset} + {pane}) & (xx >= x0 + {inset}) & (xx < x0 + {inset} + {pane})
image[chimney] = {brick.value}  # {brick}, behind the roof
image[walls] = {wall.value}  # {wall}
image[roof] = {roof.value}  # {roof}
image[door] = {door.value}  # {door}
image[window] = {glass.value}  # {glass}
""",
    )


@family("house, meadow, grass, sky, lawn, garden, green, blue, outdoors, child", modes="rgb rgba")
def house_on_a_meadow(p: Pick) -> Worked:
    """Walls with a door under a triangular roof, on grass and under the sky."""
    sky = p.colour(p.one("sky blue", "blue", "cyan"))  # the words may say what is on the grass
    choices = ("green|dark green", "white|beige|yellow", "red|dark red|purple|blue", "brown|black")
    grass, wall, roof, door = (p.colour(p.one(*p.liked(names.split("|")))) for names in choices)
    wide, tall, high = 2 * p.share(0.2, 0.25), p.share(0.28, 0.34), p.share(0.2, 0.24)
    over, door_w, door_h = pixels(wide, 0.08, 0.22, 0.4)
    ground = p.share(0.66, 0.72, p.rows)
    top = ground + p.share(0.06, 0.1) - tall
    return Worked(
        exact=p.one(
            f"a house on a meadow: {grass} grass from row {ground} down, {sky} sky above it, {wall} walls {wide} "
            f"pixels wide and {tall} high that begin at row {top}, {a(roof)} roof {high} high that is {over} pixels "
            f"wider at each side, and {a(door)} door {door_w} x {door_h}",
            f"Draw {a(wall)} house ({wide} x {tall} px, the top of its walls at row {top}) on {grass} grass that "
            f"begins at row {ground}, under {a(sky)} sky; roof {roof}, {high} px high with {over} px overhang; door "
            f"{door}, {door_w} px wide and {door_h} px high",
        ),
        loose=p.one(
            f"a house with {a(roof)} roof on {grass} grass under {a(sky)} sky",
            f"{a(wall)} house with {a(roof)} roof on a meadow",
            f"{a(wall)} house on {a(grass)} lawn, {sky} sky",
            f"a house in a garden, {a(door)} door",
            "a child's drawing of a house",
        ),
        back=sky,
        body=f"""
ground = {ground}  # first row of the meadow
grass = yy >= ground{_outline((wide, tall, high), top, over, (door_w, door_h))}
image[grass] = {grass.value}  # {grass}
image[walls] = {wall.value}  # {wall}
image[roof] = {roof.value}  # {roof}
image[door] = {door.value}  # {door}
""",
    )
