"""Vehicles on wheels, from the side."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

SKIES = "white|sky blue|beige|light gray"


@family("car, automobile, vehicle, auto, wheels, cabin, windows, side view, driving")
def car(p: Pick) -> Worked:
    """A body, a cabin with two windows and two wheels."""
    back, paint, glass, tyre = named(p, SKIES, "red|blue|green|orange|purple", "cyan|navy", "black")
    wide = p.share(0.76, 0.88)
    tall, high, half, inset, r, hub, axle = pixels(wide, 0.2, 0.19, 0.27, 0.035, 0.12, 0.05, 0.27)
    top = (p.rows - high - tall - r) // 2 + high
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(paint)} car seen from the side: the body {wide} pixels long and {tall} high, a "
            f"cabin {high} pixels high with 2 {glass} windows, two {tyre} wheels of radius {r}",
            f"Draw {a(paint)} car on {back}, {wide} px long, body {tall} px, cabin {high} px, {glass} windows, {tyre} "
            f"wheels with radius {r} px",
        ),
        loose=p.one(
            f"{a(paint)} car on {back}",
            f"{a(paint)} car",
            f"{a(paint)} car seen from the side with {tyre} wheels",
            f"draw a car, {paint}",
            f"a simple car: {paint} body, {glass} windows, round {tyre} wheels",
        ),
        back=back,
        body=f"""
wide, tall, high = {wide}, {tall}, {high}  # of the body; high: of the cabin
y0, x0, cx = {top}, (W - wide) // 2, (W - 1) / 2  # top left of the body
aside = abs(xx - cx)  # the same left and right
body = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
slope = {half} - (y0 - yy) / 2  # the cabin is narrower at the top
cabin = (yy >= y0 - high) & (yy < y0) & (aside <= slope)
windows = (yy >= y0 - high + {inset}) & (yy < y0) & (aside <= slope - {inset}) & (aside >= {max(1, inset // 2)})
image[body | cabin] = {paint.value}  # {paint}
image[windows] = {glass.value}  # {glass}, 2 with a post between
for x in (cx - {axle}, cx + {axle}):  # two wheels
    wheel = np.hypot(yy - (y0 + tall), xx - x)
    image[wheel <= {r}] = {tyre.value}  # {tyre}
    image[wheel <= {hub}] = {p.colour("light gray").value}  # light gray hub
""",
    )


@family("bus, coach, school bus, omnibus, row of windows, public transport, vehicle, door")
def bus(p: Pick) -> Worked:
    """A long box with a row of windows and two wheels."""
    back, paint, glass, tyre = named(p, SKIES, "yellow|red|green|orange", "navy|blue|teal", "black")
    n, wide, tall = p.number(4, 6), p.share(0.84, 0.92), p.share(0.36, 0.42)
    gap, r = p.share(0.03, 0.035), p.share(0.075, 0.09)
    pane, high = (wide - gap) // n - gap, tall // 3
    (axle,) = pixels(wide, 0.28)
    top = (p.rows - tall - r) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(paint)} bus {wide} pixels long and {tall} high, {n} {glass} windows of {pane} "
            f"x {high} pixels in a row and two {tyre} wheels of radius {r}",
            f"Draw {a(paint)} bus from the side on {back}: {wide} x {tall} px, {n} windows ({glass}, {pane} px wide, "
            f"{high} px high), wheels radius {r}",
        ),
        loose=p.one(
            f"{a(paint)} bus on {back}",
            f"{a(paint)} school bus with a row of windows",
            f"draw a city bus, {paint}, from the side",
        ),
        back=back,
        body=f"""
wide, tall = {wide}, {tall}
y0, x0, cx = {top}, (W - wide) // 2, (W - 1) / 2  # top left of the bus
body = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
image[body] = {paint.value}  # {paint}
for i in range({n}):  # {n} windows
    x = x0 + {gap} + i * ({pane} + {gap})
    window = (yy >= y0 + {gap}) & (yy < y0 + {gap} + {high}) & (xx >= x) & (xx < x + {pane})
    image[window] = {glass.value}  # {glass}
for x in (cx - {axle}, cx + {axle}):  # two wheels
    wheel = np.hypot(yy - (y0 + tall), xx - x)
    image[wheel <= {r}] = {tyre.value}  # {tyre}
    image[wheel <= {max(2, r // 2)}] = {p.colour("light gray").value}  # light gray hub
""",
    )


@family("truck, lorry, van, cargo, trailer, cab, delivery, vehicle, load")
def truck(p: Pick) -> Worked:
    """A load box, a lower cab with a window, wheels."""
    back, box, cab, glass, tyre = named(p, SKIES, "red|blue|purple|teal", "orange|yellow|green", "cyan|navy", "black")
    wide, tall = p.share(0.54, 0.6), p.share(0.34, 0.4)
    cabin, high, pane, r = p.share(0.2, 0.24), p.share(0.24, 0.28), p.share(0.09, 0.11), p.share(0.07, 0.085)
    gap = p.share(0.02, 0.03)
    left, top = (p.cols - wide - cabin - gap) // 2, (p.rows - tall - r) // 2
    first, second, third = left + r + 2 * gap, left + wide - r - gap, left + wide + gap + cabin // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a truck: {a(box)} load box of {wide} x {tall} pixels, to its right {a(cab)} cab "
            f"{cabin} wide and {high} high with {a(glass)} window, and 3 {tyre} wheels of radius {r}",
            f"Draw a lorry on {back}; box {box} ({wide} px long, {tall} px high), cab {cab} ({cabin} x {high} px), 3 "
            f"wheels, radius {r}",
        ),
        loose=p.one(
            f"a truck on {back}",
            f"a lorry with {a(box)} box and {a(cab)} cab",
            f"draw {a(box)} delivery truck from the side",
        ),
        back=back,
        body=f"""
wide, tall, cabin, high = {wide}, {tall}, {cabin}, {high}
y0, x0 = {top}, {left}  # top left of the box
ground = y0 + tall  # the row under box and cab
x1 = x0 + wide + {gap}  # where the cab begins
box = (yy >= y0) & (yy < ground) & (xx >= x0) & (xx < x0 + wide)
cab = (yy >= ground - high) & (yy < ground) & (xx >= x1) & (xx < x1 + cabin)
bar = (yy >= ground - {2 * gap}) & (yy < ground) & (xx >= x0) & (xx < x1)
top = ground - high + {gap}
window = (yy >= top) & (yy < top + {pane}) & (xx >= x1 + {gap}) & (xx < x1 + cabin - {gap})
image[bar | cab] = {cab.value}  # {cab}
image[box] = {box.value}  # {box}
image[window] = {glass.value}  # {glass}
for x in ({first}, {second}, {third}):  # 3 wheels
    image[np.hypot(yy - ground, xx - x) <= {r}] = {tyre.value}  # {tyre}
""",
    )


@family("train, locomotive, wagons, railway, steam engine, rails, carriages, chimney, track")
def train(p: Pick) -> Worked:
    """A locomotive with a chimney and wagons behind it, on a rail."""
    back, engine, wagon, tyre = named(p, SKIES, "red|green|navy", "orange|blue|purple", "black")
    n = p.number(2, 3)
    gap = max(3, p.share(0.02, 0.025, p.cols))
    wide, tall = p.cols // (n + 1) - gap - 2, p.share(0.22, 0.26)
    r = min(p.share(0.06, 0.07), wide // 5)
    low = (p.rows + tall) // 2 + r
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a train: {a(engine)} locomotive at the right and {n} {wagon} wagons behind it, "
            f"each {wide} pixels long and {tall} high, {gap} pixels apart, on {tyre} wheels of radius {r}",
            f"Draw a train going right on {back}; {engine} engine, {n} {wagon} carriages, {wide} x {tall} px each, "
            f"gap {gap} px, wheels radius {r}",
        ),
        loose=p.one(
            f"a train on {back}",
            f"a train with {a(engine)} locomotive and {wagon} wagons",
            "draw a steam train on rails",
        ),
        back=back,
        body=f"""
wide, tall, gap = {wide}, {tall}, {gap}
y0 = {low - tall}  # top of the wagons
image[abs(yy - (y0 + tall + {r})) <= 2] = {p.colour("gray").value}  # gray rail
for i in range({n} + 1):  # {n} wagons, then the locomotive
    x0 = 2 + gap // 2 + i * (wide + gap)
    box = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
    image[box] = {wagon.value} if i < {n} else {engine.value}  # {wagon}, at last {engine}
    for x in (x0 + wide // 4, x0 + wide - wide // 4):  # two wheels each
        image[np.hypot(yy - (y0 + tall), xx - x) <= {r}] = {tyre.value}  # {tyre}
high = {tall // 2}  # cabin and chimney stand on the locomotive
cabin = (yy >= y0 - high) & (yy < y0) & (xx >= x0) & (xx < x0 + wide // 2)
chimney = (yy >= y0 - high) & (yy < y0) & (xx >= x0 + 3 * wide // 4) & (xx < x0 + 3 * wide // 4 + {max(4, wide // 8)})
image[cabin | chimney] = {engine.value}  # {engine}
""",
    )


@family("bicycle, bike, cycle, two wheels, frame, handlebar, saddle, cycling, spokes")
def bicycle(p: Pick) -> Worked:
    """Two rings for wheels and tubes between given points."""
    back, frame, tyre = named(p, SKIES, "red|blue|green|orange|purple", "black|dark gray")
    r, t = p.share(0.17, 0.19), max(4, p.share(0.025, 0.03))
    cy, left = p.rows // 2 + r // 2, (p.cols - p.share(0.46, 0.46)) // 2
    right, up = p.cols - left, round(1.5 * r)
    crank, seat, head = left + round(1.15 * r), left + round(0.8 * r), right - round(0.4 * r)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a bicycle: two {tyre} wheels, rings of radius {r}, centred at columns {left} and "
            f"{right} of row {cy}, and {a(frame)} frame of tubes {t} pixels thick",
            f"Draw {a(frame)} bike on {back}; wheels {tyre}, radius {r} px, hubs at row {cy}, columns {left} and "
            f"{right}, tubes {t} px",
        ),
        loose=p.one(
            f"{a(frame)} bicycle on {back}",
            f"a bike with {a(frame)} frame and {tyre} wheels",
            "draw a bicycle from the side",
        ),
        back=back,
        body=f"""
back, front = ({cy}, {left}), ({cy}, {right})  # hubs: row, column
crank, seat, head = ({cy}, {crank}), ({cy - up}, {seat}), ({cy - up}, {head})
for y, x in (back, front):  # two wheels
    wheel = abs(np.hypot(yy - y, xx - x) - {r}) <= {t} / 2  # a ring
    image[wheel] = {tyre.value}  # {tyre}
tubes = [(back, crank), (back, seat), (crank, seat), (crank, head), (seat, head), (head, front)]
tubes += [(head, ({cy - up - r // 3}, {head + r // 3})), (({cy - up}, {seat - r // 3}), ({cy - up}, {seat + r // 3}))]
for (y1, x1), (y2, x2) in tubes:  # from point to point
    dy, dx = y2 - y1, x2 - x1
    share = np.clip(((yy - y1) * dy + (xx - x1) * dx) / (dy**2 + dx**2), 0, 1)  # 0 at its start, 1 at its end
    tube = np.hypot(yy - y1 - share * dy, xx - x1 - share * dx) <= {t} / 2
    image[tube] = {frame.value}  # {frame}
""",
    )
