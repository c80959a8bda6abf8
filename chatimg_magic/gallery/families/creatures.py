"""Animals: fish, bird and snail."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family


@family("fish, goldfish, tail fin, fins, aquarium, swimming, sea animal, underwater")
def fish(p: Pick) -> Worked:
    """An elliptical body, a triangular tail, a fin and an eye."""
    back, skin, fin, white = named(p, "blue|teal|sky blue|navy", "orange|yellow|red|pink", "magenta|purple", "white")
    wide, tall = 2 * p.share(0.28, 0.32), 2 * p.share(0.17, 0.21)
    tail, half, off, up, eye, pupil, back_fin = pixels(wide, 0.32, 0.26, 0.3, 0.07, 0.07, 0.035, 0.2)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} fish that swims to the right: body {wide} pixels long and {tall} high, "
            f"{a(fin)} tail {tail} pixels long and back fin, {a(white)} eye of radius {eye} with a black pupil of "
            f"radius {pupil}",
            f"Draw {a(skin)} fish on {back}, elliptic body {wide} x {tall} px, tail fin {fin} {tail} px, eye {white} "
            f"radius {eye}, pupil {pupil}",
        ),
        loose=p.one(
            f"{a(skin)} fish in {back} water",
            f"{a(skin)} fish with {fin} fins",
            f"draw a goldfish on {back}",
            "a fish swimming to the right",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2 + {tail // 2}  # centre of the body
body = ((yy - cy) / ({tall} / 2)) ** 2 + ((xx - cx) / ({wide} / 2)) ** 2 <= 1
end = cx - {wide} / 2 + {tail // 4}  # where the tail begins
tail = (xx >= end - {tail}) & (xx <= end) & (abs(yy - cy) <= (end - xx) * {half} / {tail})  # wider to the left
top = cy - {tall} / 2 - {back_fin // 2}  # tip of the back fin
fin = (yy >= top) & (yy <= cy) & (xx <= cx) & (xx >= cx - (yy - top))
eye = np.hypot(yy - (cy - {up}), xx - (cx + {off})) <= {eye}
pupil = np.hypot(yy - (cy - {up}), xx - (cx + {off})) <= {pupil}
image[tail | fin] = {fin.value}  # {fin}
image[body] = {skin.value}  # {skin}
image[eye] = {white.value}  # {white}
image[pupil] = {p.colour("black").value}  # black
""",
    )


@family("bird, chick, duck, beak, wing, sparrow, feathers, robin, canary")
def bird(p: Pick) -> Worked:
    """A round body and head, a beak, a wing, a tail and two legs."""
    back, skin, wing, beak, ink = named(
        p, "sky blue|white|green", "yellow|red|blue", "brown|teal|purple", "orange", "black"
    )
    r = p.share(0.22, 0.25)
    head, off, up, bill, eye, leg, t = pixels(r, 0.6, 0.8, 0.95, 0.5, 0.1, 0.55, 0.06)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} bird looking to the right: body of radius {r}, head of radius {head}, "
            f"{a(beak)} beak {bill} pixels long, {a(wing)} wing and tail, two legs {leg} pixels long",
            f"Draw {a(skin)} bird on {back}; round body (radius {r}) and head (radius {head}), {beak} beak {bill} px, "
            f"{wing} wing, legs {leg} px",
        ),
        loose=p.one(
            f"{a(skin)} bird on {back}",
            f"a little {skin} bird with {a(beak)} beak",
            f"draw a bird with {a(wing)} wing",
            "a cute chick from the side",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2 + {up // 3}, (W - 1) / 2 - {off // 4}  # centre of the body
body = np.hypot(yy - cy, xx - cx) <= {r}
hy, hx = cy - {up}, cx + {off}  # centre of the head
head = np.hypot(yy - hy, xx - hx) <= {head}
beak = (xx >= hx) & (abs(yy - hy) <= (hx + {head} + {bill} - xx) / 3)  # narrower to the right
eye = np.hypot(yy - (hy - {eye * 2}), xx - (hx + {eye * 2})) <= {max(2, eye)}
wing = (np.hypot(yy - cy, xx - cx) <= {round(r * 0.6)}) & (yy >= cy)  # half a disc
tail = (xx <= cx) & (xx >= cx - {round(r * 1.5)}) & (abs(yy - cy) <= (cx - xx) / 3)  # wider to the left
legs = (yy >= cy) & (yy < cy + {r} + {leg}) & (abs(abs(xx - cx) - {round(r * 0.35)}) <= {max(1, t)})
image[beak | legs] = {beak.value}  # {beak}
image[tail] = {wing.value}  # {wing}
image[body | head] = {skin.value}  # {skin}
image[wing] = {wing.value}  # {wing}
image[eye] = {ink.value}  # {ink}
""",
    )


@family("snail, shell, spiral shell, slug, slow, feelers, garden animal")
def snail(p: Pick) -> Worked:
    """A ringed shell on a flat body with a head and feelers."""
    back, shell, ring, skin = named(p, "white|sky blue|green", "brown|orange|purple", "yellow", "beige|pink|teal")
    r = p.share(0.23, 0.27)
    wide, high, head, t, feeler = pixels(r, 1.55, 0.4, 0.36, 0.09, 0.6)
    ground = (p.rows + 2 * r + high // 2) // 2
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a snail crawling to the right: {a(shell)} shell of radius {r} with {a(ring)} "
            f"spiral line {2 * t} pixels thick, {a(skin)} body {2 * wide} pixels long and {high} high, two feelers "
            f"{feeler} pixels long",
            f"Draw a snail on {back}, shell {shell} (radius {r} px) with {a(ring)} spiral, body {skin} {2 * wide} x "
            f"{high} px, 2 feelers {feeler} px",
        ),
        loose=p.one(
            f"a snail on {back}",
            f"a snail with {a(shell)} shell",
            f"draw a slow {skin} snail with {a(shell)} spiral shell",
        ),
        back=back,
        body=f"""
ground, cx = {ground}, (W - 1) / 2  # the row it crawls on
foot = (yy >= ground - {high}) & (yy < ground) & (abs(xx - cx) <= {2 * wide} / 2)
hy, hx = ground - {high}, cx + {wide} - {head}  # centre of the head
head = np.hypot(yy - hy, xx - hx) <= {head}
rise = hy - yy  # rows above the head
feelers = (rise >= 0) & (rise <= {head} + {feeler}) & (abs(abs(xx - hx - rise / 6) - {head // 2}) <= {max(1, t // 2)})
cy, cx = ground - {high // 2} - {r}, cx - {r // 3}  # centre of the shell
distance = np.hypot(yy - cy, xx - cx)
shell = distance <= {r}
turn = np.arctan2(yy - cy, xx - cx) / (2 * np.pi)  # share of a turn
spiral = (distance / {r} * 2.5 - turn) % 1 < {2 * t} * 2.5 / {r}  # 2.5 turns, {2 * t} thick
image[foot | head | feelers] = {skin.value}  # {skin}
image[shell] = {shell.value}  # {shell}
image[shell & spiral] = {ring.value}  # {ring}
""",
    )
