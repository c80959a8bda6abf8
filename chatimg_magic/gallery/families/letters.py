"""Letters made of strokes."""

from __future__ import annotations

from dataclasses import dataclass

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Colour, Pick, Worked, family

CORNER = "y0, x0 = (H - tall) // 2, (W - wide) // 2  # its top left corner: centred"


@dataclass(frozen=True)
class Strokes:
    """The colours, height, width and thickness of a letter or digit."""

    back: Colour
    fore: Colour
    tall: int
    wide: int
    t: int

    def drawn(self, p: Pick, sign: str, body: str, word: str = "") -> Worked:
        """Return the worked drawing of a sign, whose name in words is ``word`` if digits must not be said."""
        back, fore, tall, wide, t = self.back, self.fore, self.tall, self.wide, self.t
        kind, name = ("digit", word) if word else ("letter", sign)
        return Worked(
            exact=p.one(
                f"{p.canvas(back)} with a big {fore} {kind} {sign} in the middle, {tall} pixels high and {wide} wide, "
                f"its strokes {t} pixels thick",
                f"Write {a(fore)} {sign} on {back}: the {kind} is {tall} px high, {wide} px wide, stroke thickness "
                f"{t} px",
                f"the {kind} {sign} in {fore}, centred on {back}, height {tall}, width {wide}, strokes {t} wide",
            ),
            loose=p.one(
                f"the {kind} {name} in {fore} on {back}",
                f"a big {fore} {kind} {name}",
                f"draw the {kind} {name}, {fore}, on {back}",
                f"write a large {name} in the middle",
            ),
            back=back,
            body=f"""
tall, wide, t = {tall}, {wide}, {t}  # of the {kind} {sign}: height, width, thickness of the strokes
{CORNER}
{body.strip()}
image[{kind}] = {fore.value}  # {fore}
""",
        )


def strokes(p: Pick, narrow: float = 0.42, broad: float = 0.58) -> Strokes:
    """Choose how a sign is written; its width between two shares of the shorter side."""
    back, fore = p.colours(2)
    return Strokes(back, fore, p.share(0.66, 0.84), p.share(narrow, broad), p.share(0.08, 0.14))


@family("letter, letter h, capital h, alphabet, uppercase, initial, write, type")
def letter_h(p: Pick) -> Worked:
    """The letter H: two uprights and a bar between."""
    return strokes(p).drawn(
        p,
        "H",
        """
rows = (yy >= y0) & (yy < y0 + tall)
left = rows & (xx >= x0) & (xx < x0 + t)
right = rows & (xx >= x0 + wide - t) & (xx < x0 + wide)
middle = y0 + (tall - t) // 2
bar = (yy >= middle) & (yy < middle + t) & (xx >= x0) & (xx < x0 + wide)
letter = left | right | bar
""",
    )


@family("letter, letter e, capital e, alphabet, uppercase, initial, write, letter f")
def letter_e(p: Pick) -> Worked:
    """The letter E: an upright and three bars."""
    return strokes(p).drawn(
        p,
        "E",
        """
columns = (xx >= x0) & (xx < x0 + wide)
spine = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + t)
top = columns & (yy >= y0) & (yy < y0 + t)
middle = columns & (yy >= y0 + (tall - t) // 2) & (yy < y0 + (tall - t) // 2 + t)
bottom = columns & (yy >= y0 + tall - t) & (yy < y0 + tall)
letter = spine | top | middle | bottom
""",
    )


@family("letter, letter l, capital l, alphabet, uppercase, initial, write")
def letter_l(p: Pick) -> Worked:
    """The letter L: an upright and a foot."""
    return strokes(p).drawn(
        p,
        "L",
        """
spine = (yy >= y0) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + t)
foot = (yy >= y0 + tall - t) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
letter = spine | foot
""",
    )


@family("letter, letter t, capital t, alphabet, uppercase, initial, write, letter i")
def letter_t(p: Pick) -> Worked:
    """The letter T: a bar above an upright in its middle."""
    return strokes(p).drawn(
        p,
        "T",
        """
top = (yy >= y0) & (yy < y0 + t) & (xx >= x0) & (xx < x0 + wide)
middle = x0 + (wide - t) // 2
stem = (yy >= y0) & (yy < y0 + tall) & (xx >= middle) & (xx < middle + t)
letter = top | stem
""",
    )


@family("letter, letter a, capital a, alphabet, uppercase, initial, write, letter v")
def letter_a(p: Pick) -> Worked:
    """The letter A: two slanted legs and a bar."""
    return strokes(p, 0.54, 0.7).drawn(
        p,
        "A",
        """
dy, aside = yy - y0, abs(xx - (W - 1) / 2)  # rows below the top; the same left and right
rows = (dy >= 0) & (dy < tall)
centre = (wide - t) / 2 * dy / tall  # of a leg: 0 at the top, farthest out at the bottom
legs = rows & (abs(aside - centre) <= t / 2)
bar = (dy >= tall * 2 // 3 - t // 2) & (dy < tall * 2 // 3 + t - t // 2) & (aside <= centre)
letter = legs | bar
""",
    )


@family("letter, letter x, capital x, alphabet, uppercase, cross, diagonal strokes, write, letter k")
def letter_x(p: Pick) -> Worked:
    """The letter X: two diagonals."""
    return strokes(p, 0.54, 0.7).drawn(
        p,
        "X",
        """
dy, dx = yy - y0, xx - x0  # from the corner
rows = (dy >= 0) & (dy < tall)
centre = t / 2 + (wide - t) * dy / tall  # of the falling stroke, row by row
falling = rows & (abs(dx - centre) <= t / 2)
rising = rows & (abs(wide - 1 - dx - centre) <= t / 2)  # mirrored
letter = falling | rising
""",
    )


@family("letter, letter o, capital o, alphabet, uppercase, ring, oval, write, zero, letter q")
def letter_o(p: Pick) -> Worked:
    """The letter O: an elliptical ring."""
    return strokes(p, 0.5, 0.64).drawn(
        p,
        "O",
        """
dy, dx = yy - (y0 + (tall - 1) / 2), xx - (x0 + (wide - 1) / 2)  # from the middle
outer = (dy / (tall / 2)) ** 2 + (dx / (wide / 2)) ** 2 <= 1  # an ellipse
inner = (dy / (tall / 2 - t)) ** 2 + (dx / (wide / 2 - t)) ** 2 < 1  # smaller by t all around
letter = outer & ~inner
""",
    )


@family("letter, letter u, capital u, alphabet, uppercase, write, rounded, letter j")
def letter_u(p: Pick) -> Worked:
    """The letter U: two uprights joined by half a ring."""
    return strokes(p).drawn(
        p,
        "U",
        """
cx, r = x0 + (wide - 1) / 2, wide / 2  # middle column, radius of the bend
bend = y0 + tall - r  # row where it begins
distance = np.hypot(yy - bend, xx - cx)
ring = (yy >= bend) & (distance <= r) & (distance > r - t)  # the lower half of a ring
aside = abs(xx - cx)
sides = (yy >= y0) & (yy < bend) & (aside < r) & (aside >= r - t)
letter = ring | sides
""",
    )
