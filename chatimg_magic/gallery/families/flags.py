"""Flags of bands: vertical, horizontal, of other heights, with a triangle, and diagonal."""

from __future__ import annotations

from chatimg_magic.gallery.phrases import a
from chatimg_magic.gallery.pick import Pick, Worked, family

UPRIGHT = {
    "Italy": "green, white, red",
    "Ireland": "green, white, orange",
    "France": "blue, white, red",
    "Belgium": "black, yellow, red",
    "Romania": "blue, yellow, red",
    "Nigeria": "green, white, green",
}
LEVEL = {
    "Germany": "black, red, gold",
    "the Netherlands": "red, white, blue",
    "Hungary": "red, white, green",
    "Russia": "white, blue, red",
    "Estonia": "blue, black, white",
    "Bulgaria": "white, green, red",
    "Austria": "red, white, red",
}


@family(
    "flag, vertical tricolour, three vertical stripes, vertical bands, france, french, italy, italian, ireland, "
    "irish, belgium, romania"
)
def vertical_tricolour(p: Pick) -> Worked:
    """Three vertical bands of the same width."""
    land, (one, two, three) = p.known(UPRIGHT) or ("", p.colours(3))
    return Worked(
        exact=p.one(
            f"a flag with 3 vertical bands of equal width, from the left {one}, {two} and {three}",
            f"Draw a vertical tricolour, 3 equal stripes: {one}, {two}, {three} (left to right)",
        ),
        loose=p.one(f"the flag of {land}", f"a picture of the flag of {land}")
        if land
        else p.one(
            f"a flag with three vertical stripes: {one}, {two}, {three}",
            f"vertical tricolour flag in {one}, {two} and {three}",
            f"the flag of a country, {one} on the left, {two} in the middle and {three} on the right",
            f"a flag of three upright bands, {one}, {two} and {three}",
        ),
        back=one,
        body=f"""
band = xx * 3 // W  # 3 equal bands: 0, 1, 2 from the left
image[band == 0] = {one.value}  # {one}
image[band == 1] = {two.value}  # {two}
image[band == 2] = {three.value}  # {three}
""",
    )


@family(
    "flag, horizontal tricolour, three horizontal stripes, horizontal bands, germany, german, netherlands, dutch, "
    "russia, russian, hungary, estonia, bulgaria, country"
)
def horizontal_tricolour(p: Pick) -> Worked:
    """Three horizontal bands of the same height."""
    land, (one, two, three) = p.known(LEVEL) or ("", p.colours(3))
    return Worked(
        exact=p.one(
            f"a flag with 3 horizontal bands of equal height, from the top {one}, {two} and {three}",
            f"Draw a horizontal tricolour, 3 equal stripes: {one}, {two}, {three} (top to bottom)",
        ),
        loose=p.one(f"the flag of {land}", f"a picture of the flag of {land}")
        if land
        else p.one(
            f"a flag with three horizontal stripes: {one}, {two}, {three}",
            f"horizontal tricolour flag in {one}, {two} and {three}",
            f"the flag of a country, {one} at the top, {two} in the middle, {three} at the bottom",
            f"a flag of three bands one above the other, {one}, {two} and {three}",
        ),
        back=one,
        body=f"""
band = yy * 3 // H  # 3 equal bands: 0, 1, 2 from the top
image[band == 0] = {one.value}  # {one}
image[band == 1] = {two.value}  # {two}
image[band == 2] = {three.value}  # {three}
""",
    )


@family(
    "flag, two bands, two stripes, bicolour, upper half, lower half, poland, polish, ukraine, ukrainian, "
    "indonesia, monaco, country"
)
def two_band_flag(p: Pick) -> Worked:
    """Two bands, each a half of the flag."""
    one, two = p.colours(2)
    across = p.flip()
    first, second, kind = ("top", "bottom", "horizontal") if across else ("left", "right", "vertical")
    axis, length = ("yy", "H") if across else ("xx", "W")
    return Worked(
        exact=p.one(
            f"a flag with 2 {kind} bands of the same size, {first} half {one}, {second} half {two}",
            f"Make a bicolour: 2 {kind} stripes, {one} at the {first} and {two} at the {second}",
        ),
        loose=p.one(
            f"a flag of two {kind} stripes, {one} and {two}",
            f"a bicolour flag, {one} at the {first}, {two} at the {second}",
            f"a flag whose {first} half is {one} and whose {second} half is {two}",
        ),
        back=one,
        body=f"""
band = {axis} * 2 // {length}  # 2 equal bands: 0 is the {first}, 1 the {second}
image[band == 0] = {one.value}  # {one}
image[band == 1] = {two.value}  # {two}
""",
    )


@family(
    "flag, bands of different heights, middle band twice as high, unequal stripes, double height, spain, spanish, "
    "colombia, thailand, austria, country"
)
def unequal_bands_flag(p: Pick) -> Worked:
    """Three horizontal bands with given heights."""
    one, two, three = p.colours(3)
    top = p.share(0.2, 0.28, p.rows)
    middle = p.share(0.4, 0.5, p.rows)
    return Worked(
        exact=p.one(
            f"a flag of three horizontal bands: {one} at the top, {top} pixels high, then {two}, {middle} pixels "
            f"high, the rest {three}",
            f"flag, horizontal stripes of different heights: {top} px {one}, {middle} px {two}, {three} down to the "
            "bottom",
        ),
        loose=p.one(
            f"a flag with {a(one)} band, a broad {two} band in the middle and {a(three)} band",
            f"a horizontal striped flag, {one}, {two} and {three}, the {two} stripe twice as high as the others",
            f"a flag whose middle stripe, {two}, is wider than the {one} and the {three} one",
        ),
        back=three,
        body=f"""
top, middle = {top}, {middle}  # heights of the first and the second band
first = yy < top
second = (yy >= top) & (yy < top + middle)
image[first] = {one.value}  # {one}
image[second] = {two.value}  # {two}; what is left stays {three}
""",
    )


@family(
    "flag, triangle at the hoist, triangle at the left, two bands and a triangle, wedge, czech republic, czechia, "
    "czech, philippines, cuba, bahamas, country"
)
def hoist_triangle_flag(p: Pick) -> Worked:
    """Two bands and a triangle at the left edge."""
    one, two, three = p.colours(3)
    reach = p.share(0.35, 0.55, p.cols)
    return Worked(
        exact=p.one(
            f"a flag with two horizontal bands, {one} above {two}, and {a(three)} triangle on the left edge whose tip "
            f"is {reach} pixels from it",
            f"Draw a flag: top half {one}, bottom half {two}; {a(three)} triangle from the left side reaches {reach} "
            "px in",
        ),
        loose=p.one(
            f"a flag, {one} above, {two} below, with {a(three)} triangle at the hoist",
            f"{one} and {two} flag with {a(three)} wedge at the left side",
            f"two horizontal stripes, {one} and {two}, and {a(three)} triangle pointing right from the left edge: a "
            "flag",
        ),
        back=one,
        body=f"""
cy = (H - 1) / 2  # the middle row
image[yy >= H / 2] = {two.value}  # {two}, the lower half
reach = {reach}  # columns from the left edge to the tip
triangle = xx < reach * (1 - abs(yy - cy) / (H / 2))  # full width in the middle row, none in the corners
image[triangle] = {three.value}  # {three}
""",
    )


@family("flag, diagonal, divided diagonally, two triangles, diagonal halves, corner to corner, bhutan, country")
def diagonal_flag(p: Pick) -> Worked:
    """Two halves that meet at a diagonal."""
    one, two = p.colours(2)
    falling = p.flip()
    corners = "top left to the bottom right" if falling else "bottom left to the top right"
    where = ("upper right", "lower left") if falling else ("upper left", "lower right")
    test = "yy * W > xx * H" if falling else "yy * W > (W - 1 - xx) * H"
    return Worked(
        exact=p.one(
            f"a flag of {p.rows} x {p.cols} pixels divided from the {corners}: {where[0]} {one}, {where[1]} {two}",
            f"Create a diagonally halved flag ({p.rows} x {p.cols}): {one} {where[0]}, {two} "
            f"{where[1]}, the line going from the {corners}",
        ),
        loose=p.one(
            f"a flag divided diagonally, {one} and {two}",
            f"a flag cut from the {corners}, the {where[0]} half {one}, the {where[1]} half {two}",
            f"a diagonal {one} and {two} flag",
        ),
        back=one,
        body=f"""
half = {test}  # below the diagonal from the {corners}
image[half] = {two.value}  # {two}, {where[1]}
""",
    )


@family("flag, diagonal band, diagonal stripe, sash, bend, tanzania, namibia, trinidad, congo, corner to corner stripe")
def diagonal_band_flag(p: Pick) -> Worked:
    """A diagonal band between two halves."""
    one, two, three = p.colours(3)
    t = p.share(0.16, 0.3)
    return Worked(
        exact=p.one(
            f"a flag with {a(three)} diagonal band, {t} pixels thick, from the bottom left to the top right corner; "
            f"above it {one}, below it {two}",
            f"Draw a flag, upper left {one}, lower right {two}, and a {t} px {three} stripe along the diagonal "
            "between them",
        ),
        loose=p.one(
            f"a flag with {a(three)} diagonal band between {one} and {two}",
            f"{one} and {two} flag, crossed by {a(three)} diagonal stripe from corner to corner",
            f"a flag with a slanting {three} sash, {one} above and {two} below",
        ),
        back=one,
        body=f"""
across = (yy * W + xx * H - H * W) / np.hypot(H, W)  # pixels from the diagonal, negative above it
image[across > 0] = {two.value}  # {two}, lower right
band = abs(across) <= {t} / 2  # {t} pixels thick
image[band] = {three.value}  # {three}
""",
    )


@family("flag, stripes and canton, striped flag, stars and stripes, usa, american flag, liberia, malaysia, greece")
def stripes_and_canton_flag(p: Pick) -> Worked:
    """Horizontal stripes in two colours and a field with rows of dots in the corner."""
    one, two, field = p.colours(3)
    n, down, across = 2 * p.number(3, 6) + 1, p.number(2, 4), p.number(3, 5)
    tall, wide = (n // 2 + 1) * p.rows // n, p.share(0.4, 0.5, p.cols)
    step_y, step_x = tall // down, wide // across
    r = max(2, min(step_y, step_x) // 4)
    return Worked(
        exact=p.one(
            f"a flag of {n} horizontal stripes, {one} and {two} in turn, with {a(field)} field in the upper left "
            f"corner, {tall} pixels high and {wide} wide, and in it {down} rows of {across} {two} dots of radius {r}",
            f"stars and stripes: {n} stripes {one}/{two}, {field} canton {wide} px wide and {tall} px high with "
            f"{down} x {across} {two} dots (radius {r})",
        ),
        loose=p.one(
            f"a flag with {one} and {two} stripes and {a(field)} field with {two} stars in the corner",
            f"a flag like the American one, in {one}, {two} and {field}",
            f"stripes of {one} and {two}, {a(field)} canton with dots at the top left",
        ),
        back=one,
        body=f"""
stripe = yy * {n} // H  # {n} stripes: 0, 1, 2, … from the top
image[stripe % 2 == 1] = {two.value}  # {two}, every second one
canton = (yy < {tall}) & (xx < {wide})  # upper left corner
image[canton] = {field.value}  # {field}
for i in range({down}):  # {down} rows
    for j in range({across}):  # of {across} dots
        y, x = {step_y // 2} + i * {step_y}, {step_x // 2} + j * {step_x}
        image[np.hypot(yy - y, xx - x) <= {r}] = {two.value}
""",
    )
