"""Faces: smileys of several moods, a cat, a bear, a robot and a ghost."""

from __future__ import annotations

from chatimg_magic.gallery.families.parts import named, pixels
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

GROUNDS = "white|sky blue|navy|light gray|purple"
SKINS = "yellow|yellow|yellow|gold"


@family("smiley, smiley face, smile, smiling, happy face, face, emoji, emoticon, eyes, mouth, cheerful")
def smiley_face(p: Pick) -> Worked:
    """A face with two eyes and the lower part of a ring as its smile."""
    back, skin, ink, lips = named(p, GROUNDS, SKINS, "black|brown|navy", "red|dark red|black|brown")
    r = p.share(0.36, 0.46)
    up, side, eye, bow, low, t = pixels(r, 0.3, 0.36, 0.12, 0.6, 0.18, 0.1)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(skin)} smiley face of radius {r}, two {ink} eyes of radius {eye} and "
            f"{a(lips)} smile, {t} pixels thick",
            f"Draw a happy {skin} face, radius {r} px, in the middle of {back}: {ink} round eyes with radius {eye}, "
            f"a curved {lips} mouth {t} px thick",
        ),
        loose=p.one(
            f"{a(skin)} smiley face on {a(back)} background",
            f"draw a smiling {skin} face with {ink} eyes and {a(lips)} mouth",
            f"a happy emoji, {skin}, smiling",
            f"please make me a classic smiley in {skin} on {back}",
            f"{skin} face, two eyes and a smile",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
face = distance <= {r}
left_eye = np.hypot(yy - (cy - {up}), xx - (cx - {side})) <= {eye}
right_eye = np.hypot(yy - (cy - {up}), xx - (cx + {side})) <= {eye}
mouth = (abs(distance - {bow}) <= {t} / 2) & (yy > cy + {low})  # the lower part of a ring: it smiles
image[face] = {skin.value}  # {skin}
image[left_eye | right_eye] = {ink.value}  # {ink} eyes
image[mouth] = {lips.value}  # {lips}
""",
    )


@family("laughing face, open mouth, grin, grinning, big smile, laugh, joyful")
def laughing_face(p: Pick) -> Worked:
    """A face whose open mouth is the lower half of a disc."""
    back, skin, ink, red = named(p, GROUNDS, SKINS, "black|brown", "red|dark red")
    r = p.share(0.36, 0.46)
    up, side, eye, mouth, low = pixels(r, 0.3, 0.36, 0.13, 0.6, 0.14)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a laughing {skin} face of radius {r}: {ink} eyes of radius {eye} and an open {red} "
            f"mouth, the lower half of a disc of radius {mouth}",
            f"a grinning {skin} emoji, radius {r} pixels, on {back}; eyes {ink}, radius {eye}; "
            f"{red} half-disc mouth, radius {mouth}",
        ),
        loose=p.one(
            f"a laughing {skin} face with an open {red} mouth on {back}",
            f"{skin} smiley with a big open-mouth grin",
            f"happy face, mouth wide open in a smile, {skin} on {back}",
            "a grinning emoji",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
face = np.hypot(yy - cy, xx - cx) <= {r}
left_eye = np.hypot(yy - (cy - {up}), xx - (cx - {side})) <= {eye}
right_eye = np.hypot(yy - (cy - {up}), xx - (cx + {side})) <= {eye}
mouth = (np.hypot(yy - (cy + {low}), xx - cx) <= {mouth}) & (yy > cy + {low})  # the lower half of a disc
image[face] = {skin.value}  # {skin}
image[left_eye | right_eye] = {ink.value}  # {ink}
image[mouth] = {red.value}  # {red}
""",
    )


@family("winking face, wink, one eye closed, winking")
def winking_face(p: Pick) -> Worked:
    """A smiling face with one eye round and the other a bar."""
    back, skin, ink = named(p, GROUNDS, SKINS, "black|brown")
    r = p.share(0.36, 0.46)
    up, side, eye, bow, low, t, half = pixels(r, 0.3, 0.36, 0.13, 0.58, 0.18, 0.1, 0.2)
    open_eye, closed, sign = ("left", "right", "+") if p.flip() else ("right", "left", "-")
    other = "-" if sign == "+" else "+"
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a winking {skin} face, radius {r}: the {open_eye} eye {a(ink)} dot of radius "
            f"{eye}, the {closed} eye a horizontal {ink} bar {t} pixels thick, below them a smile of the same "
            "thickness",
            f"make {a(skin)} smiley of radius {r} that winks with its {closed} eye (a line {t} px thick), on {back}; "
            f"the {open_eye} eye is round, radius {eye}",
        ),
        loose=p.one(
            f"a winking {skin} smiley on {back}",
            f"a smiling face that winks with the {closed} eye",
            f"winking emoji, {skin}, {back} background",
            f"{skin} face, one eye open, one eye closed, smiling",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
distance = np.hypot(yy - cy, xx - cx)
face = distance <= {r}
{open_eye}_eye = np.hypot(yy - (cy - {up}), xx - (cx {other} {side})) <= {eye}  # open: a dot
{closed}_eye = (abs(yy - (cy - {up})) <= {t} / 2) & (abs(xx - (cx {sign} {side})) <= {half})  # closed: a bar
smile = (abs(distance - {bow}) <= {t} / 2) & (yy > cy + {low})  # the lower part of a ring
image[face] = {skin.value}  # {skin}
image[left_eye | right_eye | smile] = {ink.value}  # {ink}
""",
    )


@family("sad face, sad, frown, frowning, unhappy, crying, tear")
def sad_face(p: Pick) -> Worked:
    """A face whose mouth is the upper part of a ring, with a tear."""
    back, skin, ink, tear = named(p, "white|light gray|beige", SKINS, "black|brown", "blue|cyan")
    r = p.share(0.36, 0.46)
    up, side, eye, bow, centre, end, t = pixels(r, 0.22, 0.36, 0.12, 0.42, 0.82, 0.64, 0.1)
    drop = p.share(0.04, 0.045)
    below = drop + eye - up + 4
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a sad {skin} face of radius {r}, {ink} eyes of radius {eye}, {a(ink)} mouth {t} "
            f"pixels thick that bends down, and {a(tear)} tear of radius {drop} under the left eye",
            f"Create an unhappy {skin} face (radius {r}) on {back}: eyes {ink} with radius {eye}, a frown {t} px "
            f"thick and {a(tear)} tear drop, radius {drop}",
        ),
        loose=p.one(
            f"a sad {skin} face on {back}",
            f"{a(skin)} emoji that is frowning, with {a(tear)} tear",
            "draw an unhappy face",
            f"sad smiley, mouth bent down, {skin} on {back}",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
face = np.hypot(yy - cy, xx - cx) <= {r}
left_eye = np.hypot(yy - (cy - {up}), xx - (cx - {side})) <= {eye}
right_eye = np.hypot(yy - (cy - {up}), xx - (cx + {side})) <= {eye}
ring = abs(np.hypot(yy - (cy + {centre}), xx - cx) - {bow}) <= {t} / 2
mouth = ring & (yy < cy + {end})  # the upper part of a ring
tear = np.hypot(yy - (cy + {below}), xx - (cx - {side})) <= {drop}
image[face] = {skin.value}  # {skin}
image[left_eye | right_eye | mouth] = {ink.value}  # {ink}
image[tear] = {tear.value}  # {tear}
""",
    )


@family("surprised face, surprise, astonished, shocked, round mouth, wow, raised eyebrows")
def surprised_face(p: Pick) -> Worked:
    """A face with a round mouth, wide eyes and raised eyebrows."""
    back, skin, ink = named(p, GROUNDS, SKINS, "black|brown")
    r = p.share(0.36, 0.46)
    up, side, eye, low, mouth, brow, half, t = pixels(r, 0.16, 0.36, 0.15, 0.42, 0.24, 0.52, 0.2, 0.08)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with a surprised {skin} face, radius {r}, round {ink} eyes of radius {eye}, an open "
            f"round {ink} mouth of radius {mouth} and two eyebrows {t} pixels thick",
            f"an astonished {skin} emoji on {back}: face radius {r}, eyes radius {eye}, mouth {a(ink)} disc of radius "
            f"{mouth}, eyebrows {t} px",
        ),
        loose=p.one(
            f"a surprised {skin} face on {back}",
            "a shocked emoji with a round open mouth",
            f"{skin} smiley saying oh, {back} background",
            f"an astonished face in {skin}, eyebrows raised",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
face = np.hypot(yy - cy, xx - cx) <= {r}
left_eye = np.hypot(yy - (cy - {up}), xx - (cx - {side})) <= {eye}
right_eye = np.hypot(yy - (cy - {up}), xx - (cx + {side})) <= {eye}
mouth = np.hypot(yy - (cy + {low}), xx - cx) <= {mouth}  # round and open
brows = (abs(yy - (cy - {brow})) <= {t} / 2) & (abs(abs(xx - cx) - {side}) <= {half})  # left and right at once
image[face] = {skin.value}  # {skin}
image[left_eye | right_eye | mouth | brows] = {ink.value}  # {ink}
""",
    )


@family("angry face, angry, furious, grumpy, slanted eyebrows")
def angry_face(p: Pick) -> Worked:
    """A face with slanted eyebrows and a straight mouth."""
    back, skin, ink = named(p, "white|light gray|sky blue|beige", "red|orange|yellow", "black|navy")
    r = p.share(0.36, 0.46)
    up, side, eye, brow, half, t, low, wide = pixels(r, 0.12, 0.36, 0.12, 0.38, 0.24, 0.11, 0.45, 0.34)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with an angry {skin} face of radius {r}, {ink} eyes of radius {eye}, slanted eyebrows "
            f"and a straight mouth, both {t} pixels thick",
            f"a furious {skin} emoji, radius {r} px, on {back}; {ink} eyes (radius {eye}), {t} px thick brows and "
            "mouth",
        ),
        loose=p.one(
            f"an angry {skin} face on {back}",
            f"a grumpy {skin} emoji with slanted eyebrows",
            f"draw an angry smiley, {ink} eyes",
        ),
        back=back,
        body=f"""
cy, cx = (H - 1) / 2, (W - 1) / 2  # the middle
face = np.hypot(yy - cy, xx - cx) <= {r}
aside = abs(xx - cx)  # the same left and right
eyes = np.hypot(yy - (cy - {up}), aside - {side}) <= {eye}
slope = (cy - {brow}) - (aside - {side}) / 2  # brows fall towards the nose
brows = (abs(yy - slope) <= {t} / 2) & (abs(aside - {side}) <= {half})
mouth = (abs(yy - (cy + {low})) <= {t} / 2) & (aside <= {wide})
image[face] = {skin.value}  # {skin}
image[eyes | brows | mouth] = {ink.value}  # {ink}
""",
    )
