"""Things of the household: clock, cup, book, key, lamp, candle, envelope, battery, eye and pawn."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

WALLS = "white|sky blue|beige|light gray|pink"


@family("clock, clock face, wall clock, hands, hour hand, minute hand, time, watch, dial, o clock")
def clock_face(p: Pick) -> Worked:
    """A dial with twelve marks and hands at a stated time."""
    back, dial, ink = named(p, "sky blue|beige|navy|teal|brown", "white|light gray", "black|navy|dark red")
    r, hour, minute = p.share(0.38, 0.46), p.number(1, 11), 5 * p.number(0, 11)
    mark, out, short, long, rim = pixels(r, 0.06, 0.84, 0.48, 0.74, 0.06)
    t = max(3, round(r * 0.08))
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a round {dial} clock of radius {r} that shows {hour}:{minute:02d}, {ink} rim, 12 "
            f"{ink} marks and two {ink} hands, the hour hand {short} and the minute hand {long} pixels long",
            f"Draw a clock face on {back}, radius {r} px, {dial} with {ink} hands {t} px thick at "
            f"{hour}:{minute:02d}; hour hand {short} px, minute hand {long} px",
        ),
        loose=p.one(
            f"a wall clock on {back}",
            f"{a(dial)} clock face with {ink} hands",
            "draw a clock with an hour hand and a minute hand",
            "a round clock showing some time",
        ),
        back=back,
        body=f"""
dy, dx = yy - (H - 1) / 2, xx - (W - 1) / 2  # from the middle
dial = np.hypot(dy, dx) <= {r}
image[dial] = {ink.value}  # {ink} rim
image[np.hypot(dy, dx) <= {r} - {rim}] = {dial.value}  # {dial}
for i in range(12):  # 12 marks
    a = i * 2 * np.pi / 12  # clockwise from the top
    image[np.hypot(dy + {out} * np.cos(a), dx - {out} * np.sin(a)) <= {mark}] = {ink.value}
hour, minute = {hour}, {f"{minute:02d}".lstrip("0") or "0"}  # the time {hour}:{minute:02d}
turns = [((hour + minute / 60) / 12, {short}), (minute / 60, {long})]  # share of a turn, length of the hand
for turn, length in turns:
    a = turn * 2 * np.pi
    along, across = dx * np.sin(a) - dy * np.cos(a), dx * np.cos(a) + dy * np.sin(a)
    hand = (along >= 0) & (along <= length) & (abs(across) <= {t} / 2)
    image[hand] = {ink.value}  # {ink}
""",
    )


@family("cup, mug, coffee, tea, handle, steam, hot drink, saucer")
def cup(p: Pick) -> Worked:
    """A cup with a ring for its handle and three streaks of steam."""
    back, china, steam = named(p, "white|beige|sky blue|brown", "red|teal|blue|orange|purple", "gray|dark gray")
    tall, wide = p.share(0.4, 0.5), p.share(0.4, 0.46)
    ring, t, gap, wave = pixels(tall, 0.28, 0.1, 0.3, 0.07)
    top = (p.rows - tall) // 2 + round(0.16 * tall)
    left = (p.cols - wide - ring) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(china)} cup {wide} pixels wide and {tall} high, a ring of radius {ring} as "
            f"handle at its right and 3 {steam} streaks of steam above it",
            f"Make {a(china)} mug on {back}: {tall} px high, {wide} px wide, handle on the right (ring, radius "
            f"{ring}), 3 wisps of {steam} steam",
        ),
        loose=p.one(
            f"{a(china)} cup of coffee on {back}",
            f"{a(china)} mug with steam rising",
            f"draw a tea cup with a handle, {china}",
        ),
        back=back,
        body=f"""
y0, x0 = {top}, {left}  # top left of the cup
tall, wide = {tall}, {wide}
cup = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
ring = abs(np.hypot(yy - (y0 + tall / 2), xx - (x0 + wide)) - {ring}) <= {t} / 2
handle = ring & (xx >= x0 + wide)  # only what is outside
image[cup | handle] = {china.value}  # {china}
for i in range(3):  # 3 streaks of steam
    x = x0 + wide / 2 + (i - 1) * {gap} + {wave} * np.sin(yy / {wave})
    steam = (yy >= y0 - {round(0.45 * tall)}) & (yy < y0 - {wave}) & (abs(xx - x) <= {max(1, t // 3)})
    image[steam] = {steam.value}  # {steam}
""",
    )


@family("book, open book, pages, text lines, reading, notebook, novel, spine")
def open_book(p: Pick) -> Worked:
    """An open book: cover, two pages, lines of text."""
    back, cover, page, ink = named(p, "white|sky blue|teal|green", "red|brown|navy", "beige", "gray|dark gray")
    tall, wide, n = p.share(0.5, 0.6), 2 * p.share(0.38, 0.44), p.number(4, 6)
    rim, inset = pixels(tall, 0.06, 0.1)
    gap = (tall - 2 * inset) // n
    t = max(2, gap // 3)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an open book: {a(cover)} cover {wide} pixels wide and {tall} high, {page} pages "
            f"with a rim of {rim} pixels around them and {n} {ink} lines of text on each page",
            f"Draw an open {cover} book on {back} ({wide} x {tall} px), 2 {page} pages, {n} {ink} text lines per "
            f"page, cover showing {rim} px",
        ),
        loose=p.one(
            f"an open book on {back}",
            f"an open {cover} book with {page} pages",
            "draw a book that lies open, with lines of text",
        ),
        back=back,
        body=f"""
tall, wide = {tall}, {wide}
y0, cx = (H - tall) // 2, (W - 1) / 2
aside = abs(xx - cx)  # distance from the spine, the same for 2 pages
cover = (yy >= y0) & (yy < y0 + tall) & (aside < wide / 2)
pages = (yy >= y0 + {rim}) & (yy < y0 + tall - {rim}) & (aside < wide / 2 - {rim}) & (aside >= 1)
image[cover] = {cover.value}  # {cover}
image[pages] = {page.value}  # {page}
for i in range({n}):  # {n} lines of text on each page
    y = y0 + {inset + gap // 3} + i * {gap}
    line = (yy >= y) & (yy < y + {t}) & (aside >= {inset}) & (aside < wide / 2 - {2 * rim})
    image[line] = {ink.value}  # {ink}
""",
    )


@family("key, old key, door key, lock, bit, bow, teeth, unlock")
def key(p: Pick) -> Worked:
    """A ring, a shaft and two teeth."""
    back, metal = named(p, "white|navy|teal|sky blue", "gold|gray|orange|black")
    r, length = p.share(0.15, 0.18), p.share(0.4, 0.48)
    t, tooth, high = pixels(r, 0.42, 0.4, 0.8)
    left = (p.cols - length - 2 * r) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(metal)} key: a ring of outer radius {r} and {t} pixels thick at the left, a "
            f"shaft {length} pixels long from it to the right, with 2 teeth that hang down {high} pixels",
            f"Draw {a(metal)} key lying on {back}, ring radius {r} px, shaft {length} px long and {t} px thick, 2 "
            f"teeth {high} px",
        ),
        loose=p.one(
            f"{a(metal)} key on {back}",
            f"draw an old {metal} key",
            "a door key with two teeth",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, {left}  # centre of the ring
distance = np.hypot(yy - cy, xx - cx)
ring = (distance <= {r}) & (distance >= {r} - {t})  # {t} thick
end = cx + {r} + {length}
shaft = (abs(yy - cy) <= {t} / 2) & (xx >= cx + {r} - 2) & (xx < end)
image[ring | shaft] = {metal.value}  # {metal}
for i in range(2):  # 2 teeth
    x = end - {tooth} - i * {2 * tooth}
    image[(yy >= cy) & (yy < cy + {high}) & (xx >= x) & (xx < x + {tooth})] = {metal.value}
""",
    )


@family("lamp, table lamp, lampshade, light, desk lamp, shade, glow")
def table_lamp(p: Pick) -> Worked:
    """A shade like a roof, a stand and a foot."""
    back, shade, stand = named(p, "white|navy|sky blue|dark gray", "yellow|orange|red|pink", "brown|gray")
    tall, high = p.share(0.74, 0.84), p.share(0.3, 0.36)
    narrow, wide, t, foot, sole = pixels(tall, 0.15, 0.36, 0.035, 0.26, 0.07)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a table lamp {tall} pixels high: {a(shade)} shade {high} pixels high that is "
            f"{2 * narrow} wide at the top and {2 * wide} at the bottom, {a(stand)} stand and foot",
            f"Draw a lamp on {back}, {tall} px tall in all; shade {shade}, {high} px high, stand {stand}, foot "
            f"{2 * foot} px wide",
        ),
        loose=p.one(
            f"a table lamp with {a(shade)} shade on {back}",
            f"a lamp, {shade} lampshade, {stand} stand",
            "draw a bedside lamp",
        ),
        back=back,
        body=f"""
tall, high = {tall}, {high}  # of the lamp, of its shade
y0, cx = (H - tall) // 2, (W - 1) / 2
aside = abs(xx - cx)
slant = {2 * narrow} / 2 + (yy - y0) * ({2 * wide} / 2 - {2 * narrow} / 2) / high  # half the width, row by row
shade = (yy >= y0) & (yy < y0 + high) & (aside <= slant)
stand = (yy >= y0 + high) & (yy < y0 + tall) & (aside <= {max(2, t)})
foot = (yy >= y0 + tall - {sole}) & (yy < y0 + tall) & (aside <= {2 * foot} / 2)
image[shade] = {shade.value}  # {shade}
image[stand | foot] = {stand.value}  # {stand}
""",
    )


@family("candle, flame, wax, wick, burning, candlelight, advent, birthday candle")
def candle(p: Pick) -> Worked:
    """A candle with a wick and a flame."""
    back, wax, flame, core = named(p, "black|navy|dark gray", "white|red|beige", "orange", "yellow")
    tall, wide = p.share(0.44, 0.52), p.share(0.18, 0.24)
    up, half, wick = pixels(tall, 0.22, 0.14, 0.16)
    top = (p.rows - tall) // 2 + up + wick // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(wax)} candle {wide} pixels wide and {tall} high, a gray wick of {wick} pixels "
            f"and {a(flame)} flame {2 * up} pixels high and {2 * half} wide with {a(core)} core",
            f"Draw a burning {wax} candle on {back}, {wide} x {tall} px, flame {2 * up} px high and {2 * half} px "
            f"wide, wick {wick} px",
        ),
        loose=p.one(
            f"a burning candle on {back}",
            f"{a(wax)} candle with a bright flame in the dark",
            "draw a candle, lit",
        ),
        back=back,
        body=f"""
tall, wide, wick = {tall}, {wide}, {wick}
y0, cx = {top}, (W - 1) / 2  # top of the wax
wax = (yy >= y0) & (yy < y0 + tall) & (abs(xx - cx) < wide / 2)
stem = (yy >= y0 - wick) & (yy < y0) & (abs(xx - cx) <= 2)
cy = y0 - wick - {round(0.6 * up)}  # middle of the flame
size = np.hypot((yy - cy) / ({2 * up} / 2), (xx - cx) / ({2 * half} / 2))  # 1 along its edge
image[wax] = {wax.value}  # {wax}
image[size <= 1] = {flame.value}  # {flame}
image[size <= 0.5] = {core.value}  # {core}
image[stem] = {p.colour("gray").value}  # gray
""",
    )
