"""What the words of a request claim, and whether a picture is so."""

from __future__ import annotations

import ast
import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from chatimg_magic.expect import Check, expectations, hold
from chatimg_magic.expect.named import named
from chatimg_magic.expect.undrawn import undrawn
from chatimg_magic.picture import Picture
from chatimg_magic.request import MAX_PROMPT_BYTES, Mode, Request, Size
from chatimg_magic.sandbox.provenance import Provenance
from tests.asked import (
    BLACK,
    BLUE,
    CASES,
    GREEN,
    NAVY,
    RED,
    WHITE,
    YELLOW,
    Case,
    Paper,
    Pixels,
    board,
    dots,
    face,
    one,
    ramp,
    rect,
)


def held(words: str, pixels: Pixels, mode: Mode = Mode.RGB) -> tuple[Check, ...]:
    return hold(Request(words, size=Size(*pixels.shape[:2]), mode=mode), pixels)


def kinds(words: str) -> set[str]:
    return {claim.kind for claim in expectations(Request(words))}


def test_there_is_material_enough() -> None:
    assert len(CASES) >= 80
    assert sum(len(case.right) for case in CASES) >= 60
    assert sum(len(case.wrong) for case in CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.words}"[:70])
def test_nothing_is_said_against_a_right_picture(case: Case) -> None:
    for pixels in case.right:
        checks = hold(case.request, pixels)
        assert [check for check in checks if not check.holds] == []
        assert case.kind in {check.kind for check in checks}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.words}"[:70])
def test_a_wrong_picture_is_noticed_by_the_claim_it_breaks(case: Case) -> None:
    for pixels in case.wrong:
        failed = [check for check in hold(case.request, pixels) if not check.holds]
        assert case.kind in {check.kind for check in failed}
        assert all(check.found for check in failed)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.words}"[:70])
def test_words_for_people_are_short(case: Case) -> None:
    for pixels in (*case.right, *case.wrong):
        for check in hold(case.request, pixels):
            assert 0 < len(check.words) <= 90
            assert len(check.found) <= 90
            assert bool(check.found) is not check.holds
            assert "§" not in check.words + check.found


@pytest.mark.parametrize(
    "words",
    [
        "a poem about the sea",
        "The Mandelbrot set, 80 iterations",
        "something that makes me think of autumn",
        "Surprise me!",
        "draw pi to as many digits as fit",
        "the sound of rain, as a picture",
        "a portrait of my grandmother in her kitchen",
        "…",
        "🦊🦊🦊",
        "a circle of friends",
        "squaring numbers",
        "the dark side of the moon landing",
    ],
)
def test_prose_is_not_claimed(words: str) -> None:
    assert expectations(Request(words)) == ()


@pytest.mark.parametrize(
    ("words", "pixels"),
    [
        ("a white picture without any red circles", one(BLUE)),
        ("a circle that is not red, on white", one(BLUE)),
        ("a red or blue circle on white", one(BLUE)),
        ("either a green square or a red dot", one(RED)),
        ('the word "red" in big letters', one(BLUE)),
        ("something like a red square", one(BLUE)),
        ("blue instead of red", one(BLUE)),
        ("a green smiley", face(skin=GREEN)),
        ("a smiley rotated by 90 degrees", face(turn=1)),
        ("an upside-down smiley", face(turn=2)),
        ("a smiley with sunglasses", face(eyes=())),
        ("no smiley, just a yellow disc", one(YELLOW)),
        ("white noise", np.zeros((40, 40, 3), np.uint8)),
        ("the red channel of a photo", ramp(BLACK, WHITE)),
        (
            "a red circle partly hidden behind a blue square on white",
            Paper().disc(60, 60, 30, RED).box(40, 60, 80, 120, BLUE).pixels,
        ),
        ("two overlapping red circles on white", Paper().disc(60, 60, 30, RED).disc(60, 90, 30, RED).pixels),
        ("two red circles that touch each other on white", Paper().disc(60, 50, 30, RED).disc(60, 110, 30, RED).pixels),
        ("five dots in a circle, all white, on black", dots([(20, 80), (50, 120), (100, 110), (100, 50), (50, 40)])),
        ("half of a red circle on white", rect(30, 30, 60, 90, RED)),
        (
            "six groups of two white dots on black",
            dots([(15 + 15 * r, c) for r in range(6) for c in (60, 90)], radius=4),
        ),
        (
            "ten black dots: one in the first row",
            dots([(20 + 40 * (k // 5), 20 + 25 * (k % 5)) for k in range(10)], BLACK, WHITE),
        ),
        ("a black and white image", one(BLACK, WHITE)),
        (
            "a row of four white squares on black, the second one is red",
            Paper(BLACK)
            .box(50, 10, 70, 30, WHITE)
            .box(50, 50, 70, 70, RED)
            .box(50, 90, 70, 110, WHITE)
            .box(50, 130, 70, 150, WHITE)
            .pixels,
        ),
        ("a small and a large blue circle on white", Paper().disc(60, 40, 10, BLUE).disc(60, 100, 30, BLUE).pixels),
    ],
)
def test_what_is_denied_optional_or_unclear_is_not_held_against_a_picture(words: str, pixels: Pixels) -> None:
    assert [check for check in held(words, pixels) if not check.holds] == []


@pytest.mark.parametrize(
    ("one_way", "other_way"),
    [
        ("three white dots on black", "black background, 3 white spots"),
        ("a grey square on white", "a gray square on white"),
        ("a red circle in the center of a white image", "In the centre of a white image, a red circle."),
        ("a checkerboard of 5 by 5 squares", "a 5x5 checkerboard"),
        ("a red disc, 40px in diameter, on white", "on white a red disc with a diameter of 40 pixels"),
        ("a circle coloured (255, 0, 0) in colour (255, 0, 0)", "a circle coloured #ff0000"),
    ],
)
def test_synonyms_and_order_do_not_matter(one_way: str, other_way: str) -> None:
    assert kinds(one_way) == kinds(other_way) != set()


@pytest.mark.parametrize(
    ("name", "accepted", "refused"),
    [
        (
            "green",
            [(0, 128, 0), (0, 255, 0), (34, 139, 34), (144, 238, 144)],
            [(255, 255, 0), (0, 0, 255), (128, 128, 128)],
        ),
        ("dark blue", [(0, 0, 139), (0, 0, 80), (25, 25, 112)], [(255, 255, 255), (139, 0, 0), (173, 216, 230)]),
        ("light blue", [(173, 216, 230), (135, 206, 250)], [(0, 0, 80), (255, 182, 193)]),
        ("orange", [(255, 165, 0), (255, 140, 0), (255, 100, 20)], [(255, 0, 0), (255, 255, 0), (0, 128, 0)]),
        ("brown", [(139, 69, 19), (101, 67, 33), (160, 82, 45)], [(0, 0, 255), (255, 255, 255)]),
        ("gold", [(255, 215, 0), (212, 175, 55)], [(0, 0, 255), (255, 255, 255)]),
        ("navy", [(0, 0, 128), (10, 15, 60)], [(255, 255, 0), (135, 206, 235)]),
        ("pink", [(255, 192, 203), (255, 105, 180), (255, 20, 147)], [(0, 255, 0), (0, 0, 0)]),
        ("light grey", [(211, 211, 211), (190, 190, 190)], [(40, 40, 40), (255, 0, 0)]),
        ("white", [(255, 255, 255), (250, 248, 240)], [(180, 180, 180), (255, 255, 0)]),
        ("black", [(0, 0, 0), (25, 25, 30)], [(90, 90, 90), (0, 0, 200)]),
    ],
)
def test_every_reasonable_shade_is_accepted(
    name: str, accepted: list[tuple[int, int, int]], refused: list[tuple[int, int, int]]
) -> None:
    words = f"a picture of a house on a {name} background"
    for colour in accepted:
        assert held(words, one(RED if colour[0] < 200 else NAVY, colour))[0].holds, colour
    for colour in refused:
        assert not held(words, one(RED if colour[0] < 200 else NAVY, colour))[0].holds, colour


def test_a_grey_picture_is_not_asked_for_colours() -> None:
    request = Request("a red circle on blue", size=Size(120, 160), mode=Mode.GRAY)
    assert {claim.kind for claim in expectations(request)} & {"background", "colour", "only"} == set()


def test_grey_rgb_and_rgba_arrays_of_one_picture_get_the_same_checks() -> None:
    request = Request("five white dots on black", size=Size(120, 160))
    pixels = dots([(20, 20), (20, 80), (60, 140), (100, 40)])
    opaque = np.concatenate([pixels, np.full((120, 160, 1), 255, np.uint8)], axis=2)
    wanted = hold(request, pixels)
    assert {check.kind: check.found for check in wanted}["count"] == "4 white dots"
    assert hold(request, pixels[..., 0]) == hold(request, pixels[..., :1]) == hold(request, opaque) == wanted


def test_a_large_picture_is_thinned_out_and_its_lengths_stay_those_of_the_whole() -> None:
    words = "a red circle with a radius of 120 on white, its centre at row 300, column 900"
    large = Paper(WHITE, 900, 1300).disc(300, 900, 120, RED).pixels
    assert all(check.holds for check in held(words, large))
    other = Paper(WHITE, 900, 1300).disc(300, 400, 90, RED).pixels
    assert {check.kind for check in held(words, other) if not check.holds} == {"size", "centre"}


def test_what_the_picture_does_not_let_anybody_tell_is_left_out() -> None:
    cut = one(row=60, col=0)
    assert "shape" in kinds("a red circle on white")
    assert "shape" not in {check.kind for check in held("a red circle on white", cut)}


def test_each_claim_is_made_once() -> None:
    claimed = expectations(Request("a red circle on white. " * 40))
    assert len(claimed) == len({(claim.kind, claim.words) for claim in claimed}) <= 24


def test_the_size_of_the_picture_is_no_claim_about_what_is_in_it() -> None:
    for words in ("a 120 x 160 white image with a blue square", "a white image, 120x160 pixels, with a blue square"):
        request = Request(words, size=Size(120, 160))
        assert {claim.kind for claim in expectations(request)}.isdisjoint({"size", "board", "grid"})


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300).filter(lambda text: text.strip()))
def test_any_text_is_read(words: str) -> None:
    try:
        request = Request(words)
    except UnicodeError:
        return
    assert len(expectations(request)) <= 24


VOCABULARY = (
    "a an the one two 3 exactly red blue white black dark light circle square dots stripes triangle image picture "
    "on in of left right top bottom corner centre half row column radius 20 pixels wide x from to and or not "
    "without . , ; : ( ) above inside between gradient checkerboard smiley face heart horizontal vertical each "
    "same size rows columns grid 4 symmetric border thick "
).split()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=40),
    hnp.arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12), st.sampled_from([1, 3, 4]))),
)
def test_any_sentence_is_held_against_any_picture(words: list[str], pixels: Pixels) -> None:
    for check in held(" ".join(words), pixels):
        assert check.holds is (check.found == "")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(CASES),
    hnp.arrays(np.uint8, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=9)),
)
def test_any_array_is_held_without_an_error(case: Case, pixels: Pixels) -> None:
    checks = hold(case.request, pixels)
    if pixels.ndim not in {2, 3} or pixels.size == 0:
        assert checks == ()


@pytest.mark.parametrize("side", [(1, 400), (400, 1), (2, 2), (37, 3)])
def test_thin_and_tiny_pictures_are_held_without_an_error(side: tuple[int, int]) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (*side, 3), dtype=np.uint8)
    for case in CASES:
        hold(case.request, noise)


@pytest.mark.parametrize(
    "words",
    [
        "red " * 7000,
        "a red and " * 3000,
        "§red §red " * 2000,
        "(" * 30_000,
        "1 x " * 7000,
        "red, green, " * 2000,
        "a small and a large " * 1000,
        "(a dot " * 4000,
        "half of the " * 2000,
        "a red circle left of a blue square " * 800,
    ],
    ids=lambda words: words[:12],
)
def test_hostile_text_takes_bounded_time(words: str) -> None:
    request = Request(words[: MAX_PROMPT_BYTES // 2])
    began = time.perf_counter()
    expectations(request)
    assert time.perf_counter() - began < 2


def test_noise_takes_bounded_time() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (512, 512, 3), dtype=np.uint8)
    began = time.perf_counter()
    for case in CASES[:20]:
        hold(case.request, noise)
    assert time.perf_counter() - began < 20


def test_a_board_drawn_with_other_colours_still_counts() -> None:
    assert all(
        check.holds for check in held("a checkerboard of 6 x 6 squares", board(6, 6, (230, 220, 200), (90, 60, 40)))
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("image[:] = 0\nface = yy > 3\nimage[face] = 1\nsmile = (yy > 5) & (xx > 2)\n", "smile never drawn"),
        ("a = yy > 1\nb = yy > 2\n", "a and b never drawn"),
        ("face = yy > 3\nimage[face] = 1\n", ""),
        ("eyes = yy > 3\nface = eyes | (yy < 2)\nimage[face] = 1\n", ""),
        ("n = 4\nunused = 3\n", ""),
        ("image = (yy > 3) * 255\n", ""),
        ("not python (", ""),
    ],
)
def test_a_part_that_is_made_and_never_drawn_is_noticed(source: str, found: str) -> None:
    assert [check.found for check in undrawn(source, "image")] == ([found] if found else [])


@pytest.mark.parametrize(
    ("source", "lines", "found"),
    [
        ("image[walls] = 255\nimage[roof] = 9\n", (1,), "walls not to be seen"),
        ("image[walls] = 255\nimage[roof] = 9\n", (1, 2), "walls and roof not to be seen"),
        (f"image[{' & '.join(['mask'] * 9)}] = 255\n", (1,), "line 1 not to be seen"),
        ("for n in range(3):\n    image[n] = 255\n", (1,), "line 1 not to be seen"),
        ("image[walls] = 255\n", (), ""),
        ("image[walls] = 255\n", (7,), ""),
    ],
)
def test_a_part_that_left_no_pixel_is_called_by_its_mask(source: str, lines: tuple[int, ...], found: str) -> None:
    assert [check.found for check in undrawn(source, "image", lines)] == ([found] if found else [])


ROOF = """import numpy as np
yy, xx = np.mgrid[:24, :32]
image = np.full((24, 32, 3), 255, np.uint8)
walls = (yy > 12) & (abs(xx - 16) < 9)
roof = (yy > 4) & (yy <= 12) & (abs(xx - 16) < yy)
left_window = (yy > 14) & (yy < 18) & (abs(xx - 12) < 2)
image[walls] = {walls}
image[roof & ~walls] = {roof}
image[left_window] = {window}
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a house with a red roof", []),
        ("a house with a blue roof", [("blue roof", "red roof")]),
        ("a house with a red roof and blue windows", []),
        ("the roof is green .", [("green roof", "red roof")]),
        ("a house, its walls are red, its roof is red", [("red walls", "yellow walls")]),
        ("a house with yellow walls and blue roof", [("blue roof", "red roof")]),
        ("a red and white roof", []),  # who knows how much of each
        ("a blue roof or a red roof", []),
        ("no blue roof", []),
        ("a house without a blue roof", []),
        ("a purple door", []),  # the code has no such name
        ("a blue background", []),
        ("a house with a roof", []),
    ],
)
def test_a_part_has_the_colour_that_the_words_give_it(words: str, found: list[tuple[str, str]]) -> None:
    code = ROOF.format(walls=(250, 220, 20), roof=(220, 20, 20), window=(30, 60, 220))
    space: dict[str, Any] = {}
    parts = Provenance()
    for statement in ast.parse(code).body:
        exec(compile(ast.Module([statement], []), "x", "exec"), space)
        parts.ran(statement, space, "image")
    picture = Picture(space["image"], (), tuple(parts.lines), parts.labels)
    checks = named(Request(words, size=Size(24, 32)), code, picture)
    assert [(check.words, check.found) for check in checks if not check.holds] == found


def test_an_empty_face_is_no_smiley() -> None:
    yy, xx = np.mgrid[0:96, 0:96]
    image = np.full((96, 96, 3), (20, 30, 90), np.uint8)
    image[np.hypot(yy - 48, xx - 48) < 36] = (255, 220, 0)
    checks = hold(Request("a smiley face", size=Size(96, 96)), image)
    assert ("two eyes side by side", "an empty face") in [(check.words, check.found) for check in checks]
    image[30:36, 30:36] = image[30:36, 60:66] = image[60:66, 34:62] = 0
    assert all(check.holds for check in hold(Request("a smiley face", size=Size(96, 96)), image))


def test_the_colour_of_the_background_says_nothing_of_the_thing_on_it() -> None:
    yy, xx = np.mgrid[0:96, 0:96]
    image = np.full((96, 96, 3), (20, 40, 220), np.uint8)
    ball = np.hypot(yy - 48, xx - 48) < 36
    request = Request("a basketball with black seams on a blue background", size=Size(96, 96))
    for colour, holds in (((255, 140, 0), True), ((90, 110, 255), False)):
        image[ball] = colour
        image[ball & (abs(xx - 48) < 2)] = 0
        told = {check.words: check.holds for check in hold(request, image)}
        assert told["an orange ball with dark lines"] is holds


def test_concentric_circles_are_more_than_a_disc() -> None:
    yy, xx = np.mgrid[0:96, 0:96]
    away = np.hypot(yy - 47.5, xx - 47.5)
    request = Request("concentric circles like ripples on water", size=Size(96, 96), mode=Mode.GRAY)
    for image, holds in (((away % 12 < 4), True), ((away < 20), False), ((np.cos(away / 3) > 0), True)):
        told = {check.words: check.holds for check in hold(request, np.uint8(200) * image.astype(np.uint8))}
        assert told["rings around each other"] is holds


@pytest.mark.parametrize(
    "words", ["circles within circles", "water rings", "a target of grey rings", "rings around the middle"]
)
def test_rings_in_any_words_are_more_than_a_disc(words: str) -> None:
    yy, xx = np.mgrid[0:96, 0:96]
    away = np.hypot(yy - 47.5, xx - 47.5)
    for radii, holds in (((40,), False), ((40, 30, 20), True)):
        image = np.full((96, 96, 3), 255, np.uint8)
        for number, radius in enumerate(radii):  # grey and a colour that is as light
            image[away < radius] = (128, 128, 128) if number % 2 == 0 else (255, 129, 0)
        told = {check.words: check.holds for check in hold(Request(words, size=Size(96, 96)), image)}
        assert told["rings around each other"] is holds
