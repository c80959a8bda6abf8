"""Digits made of strokes, and words made of dots."""

from __future__ import annotations

from chatimg_magic.gallery.families.letters import strokes
from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

FONT = {
    "A": "### #.# ### #.# #.#",
    "C": "### #.. #.. #.. ###",
    "E": "### #.. ### #.. ###",
    "H": "#.# #.# ### #.# #.#",
    "I": "### .#. .#. .#. ###",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "O": "### #.# #.# #.# ###",
    "P": "### #.# ### #.. #..",
    "S": "### #.. ### ..# ###",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "Y": "#.# #.# ### .#. .#.",
}
"""Letters as five rows of three dots."""


@family("digit, digit one, number one, numeral, figure, write a number, stroke")
def digit_one(p: Pick) -> Worked:
    """The digit 1: an upright with a flag and a foot."""
    return strokes(p).drawn(
        p,
        "1",
        """
middle = x0 + (wide - t) // 2  # left edge of the stem
stem = (yy >= y0) & (yy < y0 + tall) & (xx >= middle) & (xx < middle + t)
foot = (yy >= y0 + tall - t) & (yy < y0 + tall) & (xx >= x0) & (xx < x0 + wide)
slope = yy - y0 + xx - middle  # equal along lines that rise to the right
flag = (slope >= 0) & (slope < t * 1.4) & (yy >= y0) & (xx >= x0) & (xx < middle + t // 2)
digit = stem | foot | flag
""",
        "one",
    )


@family("digit, digit four, number four, numeral, figure, write a number, stroke")
def digit_four(p: Pick) -> Worked:
    """The digit 4: a slanted stroke, a bar and an upright."""
    return strokes(p, 0.5, 0.62).drawn(
        p,
        "4",
        """
bar_top = y0 + tall * 2 // 3 - t // 2
bar = (yy >= bar_top) & (yy < bar_top + t) & (xx >= x0) & (xx < x0 + wide)
stem_left = x0 + wide * 2 // 3 - t // 2
stem = (yy >= y0) & (yy < y0 + tall) & (xx >= stem_left) & (xx < stem_left + t)
edge = stem_left - (yy - y0) * (stem_left - x0) / (bar_top - y0)  # runs down to the left
slant = (yy >= y0) & (yy < bar_top) & (xx >= edge) & (xx < edge + t)
digit = bar | stem | slant
""",
        "four",
    )


@family("digit, digit seven, number seven, numeral, figure, write a number, stroke")
def digit_seven(p: Pick) -> Worked:
    """The digit 7: a bar and a slanted stroke."""
    return strokes(p, 0.46, 0.6).drawn(
        p,
        "7",
        """
top = (yy >= y0) & (yy < y0 + t) & (xx >= x0) & (xx < x0 + wide)
edge = x0 + wide - t - (yy - y0) * (wide - t) * 2 / 3 / tall  # left edge of the slant, row by row
slant = (yy >= y0) & (yy < y0 + tall) & (xx >= edge) & (xx < edge + t)
digit = top | slant
""",
        "seven",
    )


@family("digit, digit eight, number eight, digit zero, digit three, numeral, figure, write a number, two rings")
def digit_eight(p: Pick) -> Worked:
    """The digit 8: two rings, one on the other."""
    back, fore = p.colours(2)
    t = p.share(0.07, 0.1)
    small, big = p.share(0.16, 0.18), p.share(0.2, 0.23)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with {a(fore)} digit 8: a ring of outer radius {small} above and one of radius {big} "
            f"below, strokes {t} pixels thick",
            f"Write {a(fore)} 8 on {back} as two rings, radius {small} px over {big} px, line {t} px thick",
        ),
        loose=p.one(
            f"the digit eight in {fore} on {back}",
            f"a big {fore} number eight",
            f"draw the figure eight, {fore}, {back} background",
        ),
        back=back,
        body=f"""
t, small, big = {t}, {small}, {big}  # thickness, outer radii of the 2 rings of the digit 8
cx = (W - 1) / 2
tall = 2 * small + 2 * big - t  # the rings share one stroke
y1 = (H - tall) / 2 + small  # centre of the upper ring
y2 = y1 + small + big - t  # centre of the lower ring
above, below = np.hypot(yy - y1, xx - cx), np.hypot(yy - y2, xx - cx)
digit = ((above <= small) & (above > small - t)) | ((below <= big) & (below > big - t))
image[digit] = {fore.value}  # {fore}
""",
    )


@family("word, text, write a word, lettering, pixel font, dot matrix, hi, ok, yes, hello, say, inscription")
def word_of_dots(p: Pick) -> Worked:
    """A word whose letters are patterns of dots."""
    back, fore = p.colours(2)
    word = p.one("HI", "OK", "YES", "CAT", "UP", "EAT", "ICE", "SALE", "HELP", "STOP", "PIE", "SKY")
    dot = max(2, min(round(p.cols * 0.9) // (4 * len(word) - 1), p.rows // 8))
    glyphs = [FONT[letter].split() for letter in word]
    lines = [" ".join(glyph[i] for glyph in glyphs).replace(".", " ") for i in range(5)]
    rows = ",\n        ".join(f'"{line}"' for line in lines)
    return Worked(
        exact=p.one(
            f"{p.canvas(back)} with the word {word} in {fore} in the middle, letters of 5 rows of dots, each dot "
            f"{dot} x {dot} pixels",
            f"Write {word} in {fore} pixel letters on {back}, 5 dots high, one dot {dot} px",
        ),
        loose=p.one(
            f"the word {word} in {fore} on {back}",
            f"write {word} in {fore} letters",
            f"text {word}, {fore} on {back}",
        ),
        back=back,
        body=f"""
rows = [{rows}]  # {word}: letters of 5 rows and 3 columns, a space between
word = np.array([[dot == "#" for dot in row] for row in rows])
n, m = word.shape  # rows and columns of dots
dot = {dot}  # pixels of one dot
row, col = (yy - (H - n * dot) // 2) // dot, (xx - (W - m * dot) // 2) // dot  # centred
inside = (row >= 0) & (row < n) & (col >= 0) & (col < m)
text = inside & word[row % n, col % m]
image[text] = {fore.value}  # {fore}
""",
    )
