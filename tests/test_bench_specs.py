"""The benchmark's checkers tell right answers from wrong ones, say why, and never raise."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import pairwise

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic.bench.canvas import BLUE, RED, WHITE, Canvas, Sketch
from chatimg_magic.bench.checking import COLOURS, Checker, hue_saturation_value
from chatimg_magic.bench.mutants import MUTATIONS, Audit, Case, Kind, cases
from chatimg_magic.bench.plan import Area, judge_plan
from chatimg_magic.bench.shapes import (
    blobs,
    clusters,
    disc_mask,
    iou,
    is_disc,
    is_square,
    polygon_mask,
    rect_mask,
    share,
)
from chatimg_magic.bench.spec import LEVELS, USUAL, Spec, as_rgb, specs, verdict
from chatimg_magic.request import Mode

SPECS = {spec.id: spec for spec in specs(LEVELS)}
EVERY_SPEC = pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
CONDITION = re.compile(r"[a-z][a-z0-9_]*: .+, (at least|at most|more than|less than|between|wanted) .+", re.DOTALL)
ALL_BYTES = arrays.arrays(np.uint8, (9, 11, 3))


@cache
def judged(id: str) -> tuple[Case, ...]:
    return tuple(cases(SPECS[id]))


def of_kind(spec: Spec, *kinds: Kind) -> list[Case]:
    return [case for case in judged(spec.id) if case.kind in kinds]


@EVERY_SPEC
def test_the_reference_passes_and_has_the_form_asked_for(spec):
    pixels = spec.reference()
    assert pixels.dtype == np.uint8
    assert pixels.shape == spec.request.shape
    assert [case.failed for case in of_kind(spec, Kind.REFERENCE)] == [()]


@EVERY_SPEC
def test_other_right_answers_pass(spec):
    found = of_kind(spec, Kind.EQUAL)
    assert len(found) == len(spec.equal) >= 1
    assert {case.name: case.failed for case in found if case.failed} == {}


@EVERY_SPEC
def test_plausible_wrong_answers_fail(spec):
    found = of_kind(spec, Kind.WRONG)
    assert len(found) == len(spec.wrong) >= 3
    assert [case.name for case in found if not case.failed] == []


@EVERY_SPEC
def test_mutants_of_the_reference_fail_unless_they_are_declared_harmless(spec):
    assert [case.name for case in of_kind(spec, Kind.MUTANT) if not case.failed] == []
    assert {case.name: case.failed for case in of_kind(spec, Kind.HARMLESS) if case.failed} == {}


@EVERY_SPEC
def test_what_is_declared_harmless_is_a_known_mutation(spec):
    assert spec.harmless <= set(MUTATIONS)


@EVERY_SPEC
def test_every_failed_condition_states_what_was_measured_and_the_limit(spec):
    failed = [condition for case in judged(spec.id) for condition in case.failed]
    assert [condition for condition in failed if not CONDITION.fullmatch(condition)] == []
    assert [condition for condition in failed if condition.startswith("checker_error")] == []


def test_the_audit_counts_every_answer_and_finds_no_error():
    audit = Audit(tuple(case for id in SPECS for case in judged(id)))
    print(audit)
    assert str(audit) == "reference 56, equal 99, wrong 368, mutant 508, harmless mutant 42; errors 0"


def test_the_audit_reports_a_checker_that_is_too_mild_or_too_strict_or_breaks():
    cases = (
        Case("a", Kind.WRONG, "let through", ()),
        Case("b", Kind.REFERENCE, "refused", ("count: dots 3, wanted 4",)),
        Case("c", Kind.MUTANT, "broke", ("checker_error: IndexError: list index out of range, wanted none",)),
        Case("d", Kind.MUTANT, "refused", ("count: dots 3, wanted 4",)),
    )
    audit = Audit(cases)
    assert audit.errors == cases[:3]
    assert "errors 3\na wrong let through: passed\nb reference refused: count: dots 3, wanted 4\nc " in str(audit)


def test_there_are_36_prompts_in_five_levels_and_20_harder_ones_all_different():
    assert [spec.id for spec in specs()] == [spec.id for spec in SPECS.values() if spec.level in USUAL]
    assert [sum(spec.level == level for spec in SPECS.values()) for level in LEVELS] == [7, 7, 7, 7, 8, 20]
    assert [spec.level for spec in SPECS.values()] == sorted(spec.level for spec in SPECS.values())
    assert all(spec.id.startswith(f"l{spec.level}_") for spec in SPECS.values())
    assert len({spec.request.digest for spec in SPECS.values()}) == 56


@pytest.mark.parametrize("spec", specs([6]), ids=lambda spec: spec.id)
def test_an_exact_construction_may_be_half_a_pixel_off_but_not_three(spec):
    pixels, shape = spec.reference(), spec.request.shape
    assert len(spec.wrong) >= 5
    assert not spec.harmless
    if spec.id != "l6_street":  # its houses may stand anywhere
        for step in ((3, 0), (0, 3), (-3, 0), (0, -3)):
            assert verdict(spec, moved(pixels, *step)), step
    if isinstance(spec.reference, Sketch):
        from_their_corners = Canvas(*shape[:2], spec.reference.background, (0.5, 0.5))
        spec.reference.draw(from_their_corners)
        assert verdict(spec, from_their_corners.pixels) == ()


def moved(pixels, down, right):
    """Return a picture moved by so many pixels; its edges are repeated."""
    around = np.pad(pixels, [(3, 3), (3, 3), (0, 0)][: pixels.ndim], mode="edge")
    return around[3 - down :, 3 - right :][: pixels.shape[0], : pixels.shape[1]]


def test_a_plan_notices_what_is_missing_too_much_or_of_another_colour():
    masks = [rect_mask((60, 80), 10, 10, 30, 30), rect_mask((60, 80), 40, 10, 43, 70)]
    areas = [Area("square", "red", masks[0]), Area("line", "blue", masks[1])]
    right = Canvas(60, 80, WHITE).paint(masks[0], RED).paint(masks[1], BLUE)
    thick = Canvas(60, 80, WHITE).paint(masks[0], RED).rect(39, 9, 44, 71, BLUE)
    wrong = {
        "square_missing": Canvas(60, 80, WHITE).paint(masks[1], BLUE),
        "line_missing": Canvas(60, 80, WHITE).paint(masks[0], RED),
        "square_colour": Canvas(60, 80, WHITE).paint(masks[0], RED).paint(masks[1], BLUE).disc(20, 20, 3, BLUE),
        "background_colour": Canvas(60, 80, WHITE).paint(masks[0], RED).paint(masks[1], BLUE).disc(20, 60, 3, RED),
        "blue_area": thick,
    }
    check = Checker(right.pixels)
    judge_plan(check, "white", areas)
    assert check.failed == []
    for condition, canvas in wrong.items():
        check = Checker(canvas.pixels)
        judge_plan(check, "white", areas)
        assert condition in [failed.split(":")[0] for failed in check.failed]


@EVERY_SPEC
def test_blank_and_misshapen_arrays_fail(spec):
    rows, cols = spec.size.rows, spec.size.cols
    assert verdict(spec, np.full(spec.request.shape, 255, np.uint8))[0].startswith("blank: every pixel is (255, ")
    assert verdict(spec, np.zeros((cols + 1, rows), np.uint8))[0].startswith(f"size: rows x columns {cols + 1}x{rows},")


@pytest.mark.parametrize(
    "value",
    [
        np.zeros(5),
        np.zeros((0, 4, 3)),
        np.zeros((4, 4, 2)),
        np.zeros((1, 9)),
        np.full((200, 200), np.nan),
        np.full((200, 200), np.inf),
        np.zeros((4, 4), complex),
        np.array([["a", "b"], ["c", "d"]]),
        np.array([[None, 1], [2, 3]]),
        [[1], [2, 3]],
        None,
        "a picture",
    ],
)
def test_what_is_no_picture_fails_without_raising(value):
    (condition,) = verdict(SPECS["l1_square_center"], value)
    assert condition.startswith("array: ")
    assert len(condition) > len("array: ")


def test_a_single_nan_fails_an_answer_that_is_right_otherwise():
    spec = SPECS["l1_square_center"]
    pixels = spec.reference().astype(float)
    assert verdict(spec, pixels) == ()
    pixels[0, 0] = np.nan
    assert verdict(spec, pixels) == ("array: 1 values are NaN or infinite, at most 0",)


@pytest.mark.parametrize("spec", [spec for spec in SPECS.values() if spec.mode is Mode.GRAY], ids=lambda spec: spec.id)
def test_colours_fail_where_grey_was_asked_for(spec):
    grey = np.repeat(spec.reference()[..., None], 3, axis=2)
    assert verdict(spec, grey) == ()
    coloured = grey.copy()
    coloured[..., 2] = coloured[..., 2] // 2 + 100
    assert any(condition.startswith("grey: ") for condition in verdict(spec, coloured))


def test_a_checker_that_breaks_is_a_failed_condition():
    def broken(check: Checker) -> None:
        check.equals("count", 1, 2, "dots")
        raise ZeroDivisionError("by nothing")

    square = SPECS["l1_square_center"]
    spec = Spec("l1_broken", 1, square.prompt, square.size, square.mode, broken, square.reference, {}, {})
    found = verdict(spec, square.reference())
    assert found == ("count: dots 1, wanted 2", "checker_error: ZeroDivisionError: by nothing, wanted none")


@pytest.mark.parametrize(
    "same",
    [
        lambda pixels: pixels > 127,
        lambda pixels: pixels / 255,
        lambda pixels: (pixels > 127).astype(int),
        lambda pixels: pixels.astype(np.float32),
        lambda pixels: pixels.tolist(),
        lambda pixels: pixels[..., None],
        lambda pixels: np.where(pixels > 127, 300, -9),
    ],
)
def test_what_a_notebook_shows_alike_is_judged_alike(same):
    spec = SPECS["l1_plus"]
    assert verdict(spec, same(spec.reference())) == ()


def test_transparent_pixels_lie_on_white():
    pixels = np.zeros((2, 3, 4), np.uint8)
    pixels[:, 1:, 3] = 255, 51
    assert as_rgb(pixels)[0].tolist() == [[255] * 3, [0] * 3, [204] * 3]


@settings(max_examples=60)
@given(st.sampled_from(list(SPECS.values())), st.data())
def test_no_array_makes_a_checker_break(spec, data):
    block = data.draw(arrays.arrays(np.uint8, (4, 5, 3), fill=st.sampled_from([0, 128, 255])))
    rows, cols = -(-spec.size.rows // 4), -(-spec.size.cols // 5)
    coarse = block.repeat(rows, 0).repeat(cols, 1)[: spec.size.rows, : spec.size.cols]
    patch = spec.reference().copy()
    top, left = data.draw(st.integers(0, spec.size.rows - 1)), data.draw(st.integers(0, spec.size.cols - 1))
    patch[top:, left:] = coarse[top:, left:] if patch.ndim == 3 else coarse[top:, left:, 0]
    for pixels in (coarse, patch):
        for condition in verdict(spec, pixels):
            assert not condition.startswith("checker_error")
            assert CONDITION.fullmatch(condition)


@given(arrays.arrays(arrays.scalar_dtypes(), arrays.array_shapes(max_dims=4, max_side=6)))
def test_an_array_of_any_kind_is_either_shown_or_refused_with_a_reason(array):
    try:
        shown = as_rgb(array)
    except ValueError as error:
        reason = str(error)
    else:
        reason = ""
        assert shown.dtype == np.uint8
        assert shown.shape == (*array.shape[:2], 3)
    channels = array.shape[2] if array.ndim == 3 else 1
    form = array.ndim in (2, 3) and channels in (1, 3, 4) and min(array.shape[:2]) >= 2
    showable = form and array.dtype.kind in "buif" and bool(np.isfinite(array).all())
    assert showable == (not reason)


@given(st.integers(2, 40), st.integers(2, 40), st.integers(0, 20), st.integers(0, 20))
def test_a_rectangle_is_one_shape_where_it_was_drawn(height, width, top, left):
    canvas = Canvas(64, 64).rect(top, left, top + height, left + width)
    (blob,) = blobs(canvas.pixels > 0, 1)
    assert (blob.top, blob.left, blob.bottom, blob.right) == (top, left, top + height, left + width)
    assert blob.area == height * width
    assert (blob.row, blob.col) == pytest.approx(blob.middle)
    assert is_square(blob) == (abs(width / height - 1) <= 0.1)
    assert not is_disc(blob) or min(height, width) < 15
    assert np.array_equal(blob.mask, canvas.pixels > 0)


@given(st.floats(4, 30), st.floats(31, 33), st.floats(31, 33))
def test_a_disc_is_told_from_a_square_and_a_ring(radius, row, col):
    (disc,) = blobs(Canvas(64, 64).disc(row, col, radius).pixels > 0)
    assert is_disc(disc)
    assert not is_square(disc)
    assert disc.holes == 0
    ring = Canvas(64, 64).ring(row, col, radius, 1.5).pixels > 0
    (outline,) = blobs(ring)
    assert not is_disc(outline)
    assert outline.holes == 1
    assert is_disc(blobs(ring, filled=True)[0])


@given(st.floats(10, 30), st.floats(31, 33), st.floats(31, 33))
def test_the_canvas_and_the_masks_of_the_checkers_agree_about_a_disc(radius, row, col):
    assert iou(Canvas(64, 64).disc(row, col, radius).pixels > 0, disc_mask((64, 64), row, col, radius)) > 0.85


def test_the_canvas_and_the_masks_of_the_checkers_agree_about_a_triangle():
    corners = [(5, 30), (60, 8), (50, 61)]
    assert iou(Canvas(64, 64).polygon(corners).pixels > 0, polygon_mask((64, 64), corners)) > 0.95


def test_shapes_that_touch_at_a_corner_are_one_and_specks_do_not_count():
    canvas = Canvas(20, 20).rect(0, 0, 5, 5).rect(5, 5, 9, 9).rect(12, 12, 14, 14)
    assert [blob.area for blob in blobs(canvas.pixels > 0)] == [41]
    assert [blob.area for blob in blobs(canvas.pixels > 0, 4)] == [41, 4]


@given(st.lists(st.floats(0, 1000), min_size=1), st.floats(0.5, 50))
def test_clusters_hold_every_value_and_are_apart(values, gap):
    groups = clusters(values, gap)
    assert [value for group in groups for value in group] == sorted(values)
    assert all(after[0] - before[-1] > gap for before, after in pairwise(groups))


@given(ALL_BYTES)
def test_hue_saturation_and_value_are_matplotlibs(pixels):
    from matplotlib.colors import rgb_to_hsv

    expected = rgb_to_hsv(pixels / 255) * np.array([360, 1, 1])
    found = np.stack(hue_saturation_value(pixels), -1)
    around = abs(found - expected)
    around[..., 0] = np.minimum(around[..., 0], 360 - around[..., 0])  # 0 and 360 degrees are one hue
    assert around.max() < 1e-6


@pytest.mark.parametrize(
    ("colour", "names"),
    [
        ((255, 255, 255), {"white"}),
        ((0, 0, 0), {"black", "dark"}),
        ((128, 128, 128), {"grey"}),
        ((255, 0, 0), {"red"}),
        ((255, 165, 0), {"orange"}),
        ((255, 255, 0), {"yellow"}),
        ((0, 160, 0), {"green"}),
        ((0, 255, 255), {"cyan", "skyblue"}),
        ((0, 0, 255), {"blue", "skyblue"}),
        ((0, 0, 80), {"blue", "navy"}),
        ((135, 206, 235), {"blue", "cyan", "skyblue"}),
        ((128, 0, 128), {"purple"}),
        ((120, 72, 24), {"brown"}),
    ],
)
def test_plain_colours_have_their_names(colour, names):
    check = Checker(np.full((2, 2, 3), colour, np.uint8))
    found = {name for name in COLOURS if check.colour(name).all()}
    assert found == names


def test_no_limit_holds_for_what_could_not_be_measured():
    check = Checker(np.zeros((2, 2, 3), np.uint8))
    nothing = share(np.zeros(0))
    assert not check.at_least("low", nothing, 0, "share")
    assert not check.at_most("high", nothing, 1, "share")
    assert not check.between("within", nothing, 0, 1, "share")
    assert check.failed == [
        "low: share nan, at least 0",
        "high: share nan, at most 1",
        "within: share nan, between 0 and 1",
    ]


def test_a_colour_that_spills_over_is_noticed():
    disc = disc_mask((40, 40), 19.5, 19.5, 10)
    check = Checker(Canvas(40, 40, WHITE).disc(19.5, 19.5, 16, RED).pixels)
    check.colour_areas([("disc", disc, "red")])
    (condition,) = check.failed
    assert condition.startswith("red_extent: intersection over union of all that is red 0.4")


def test_the_package_alone_loads_neither_the_benchmark_nor_scipy():
    code = (
        "import sys, chatimg_magic, chatimg_magic.bench.spec\n"
        "heavy = {'scipy', 'skimage', 'chatimg_magic.bench.checking', 'chatimg_magic.bench.level1'}\n"
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
