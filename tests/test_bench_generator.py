"""Generated prompts: right answers pass, wrong ones fail, and a seed says everything."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic.bench.generator import LEVELS, Roll, generated
from chatimg_magic.bench.scene import Part, Scene, disc, rect, ring, triangle
from chatimg_magic.bench.selection import dev, held, select
from chatimg_magic.bench.spec import Spec, specs, verdict
from chatimg_magic.errors import BadOption
from chatimg_magic.request import Mode, Size

KINDS = 5
"""Of every level."""


def every(seed: int, per_level: int) -> tuple[Spec, ...]:
    """Make prompts of all levels that there are kinds of."""
    return generated(seed, per_level, LEVELS)


@pytest.mark.parametrize("spec", [spec for seed in (0, 1, 2, 3) for spec in every(seed, KINDS)], ids=lambda s: s.id)
def test_right_answers_pass_and_wrong_ones_fail(spec: Spec) -> None:
    assert verdict(spec, spec.reference()) == ()
    for name, draw in spec.equal.items():
        assert verdict(spec, draw()) == (), name
    assert len(spec.wrong) >= 3
    for name, draw in spec.wrong.items():
        assert verdict(spec, draw()), name


@settings(max_examples=12)
@given(seed=st.integers(4, 10**6), place=st.integers(0, KINDS - 1))
def test_any_seed_makes_prompts_that_tell_right_from_wrong(seed: int, place: int) -> None:
    for spec in every(seed, KINDS)[place::KINDS]:
        test_right_answers_pass_and_wrong_ones_fail(spec)


@pytest.mark.parametrize("spec", every(11, KINDS), ids=lambda s: s.id)
def test_no_answer_to_another_prompt_of_its_level_passes(spec: Spec) -> None:
    for other in every(11, KINDS):
        if other.id != spec.id and other.level == spec.level:
            assert verdict(spec, other.reference()), other.id


@pytest.mark.parametrize("spec", every(12, KINDS), ids=lambda s: s.id)
def test_a_right_answer_is_an_array_of_the_requests_shape_and_no_plain_one_passes(spec: Spec) -> None:
    pixels = spec.reference()
    assert (pixels.shape, pixels.dtype) == (spec.request.shape, np.uint8)
    noise = np.random.default_rng(0).integers(0, 256, pixels.shape, np.uint8)
    for wrong in (np.zeros_like(pixels), np.full_like(pixels, 255), noise, 255 - pixels):
        assert verdict(spec, wrong)
    if not spec.id.endswith(("scattered", "beside")):  # their places are free
        assert verdict(spec, np.roll(pixels, 4, (0, 1)))


def test_the_same_seed_makes_the_same_prompts_and_an_id_stands_for_one() -> None:
    again = {spec.id: spec.prompt for spec in every(5, 20)}
    assert {spec.id: spec.prompt for spec in every(5, 20)} == again
    few = {spec.id: spec.prompt for spec in every(5, 3)}
    assert few.items() <= again.items()
    assert not again.keys() & {spec.id for spec in every(6, 20)}
    assert "g1_5000_circle" in again


def test_every_level_has_as_many_prompts_in_grey_and_in_colour_and_of_every_kind() -> None:
    made = every(9, 2 * KINDS)
    assert Counter(spec.level for spec in made) == dict.fromkeys(LEVELS, 2 * KINDS)
    assert set(Counter(spec.id.rsplit("_", 1)[1] for spec in made).values()) == {2}
    assert {spec.mode for spec in made} == {Mode.GRAY, Mode.RGB}


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_prompts_are_sentences(seed: int) -> None:
    for spec in every(seed, KINDS):
        assert spec.prompt.endswith(".")
        assert "{" not in spec.prompt
        assert not re.search(r"\b[Aa] [aeiou]|\b[Aa]n [^aeiou]|  ", spec.prompt), spec.prompt


def test_a_kind_has_several_phrasings() -> None:
    for place in range(KINDS):
        for level in LEVELS:
            openings = {
                spec.prompt[:3] + spec.prompt[-8:]
                for seed in range(0, 60, KINDS)
                for spec in every(seed, KINDS)
                if spec.level == level and spec.id.rsplit("_", 1)[0].endswith(f"{place}")
            }
            assert len(openings) > 1


@pytest.mark.parametrize(("seed", "per_level"), [(-1, 5), (0, 0), (0, 1001)])
def test_numbers_out_of_range_are_refused(seed: int, per_level: int) -> None:
    with pytest.raises(ValueError, match=str(per_level)):
        generated(seed, per_level)


@given(low=st.integers(0, 50), span=st.integers(40, 60), avoided=st.integers(0, 100), seed=st.text(max_size=5))
def test_a_roll_keeps_its_distance(low: int, span: int, avoided: int, seed: str) -> None:
    found = Roll(seed).number_but(low, low + span, avoided, 9)
    assert low <= found <= low + span
    assert abs(found - avoided) >= 9


FIGURES = [disc(30, 40, 20), ring(36, 40, 30, 18), rect(10, 20, 30, 12), triangle(-0.5, -0.5, 50, 50)]


@pytest.mark.parametrize("gray", [True, False])
@pytest.mark.parametrize("figure", FIGURES, ids=["disc", "ring", "rect", "triangle"])
@pytest.mark.parametrize(("down", "right"), [(4, 0), (0, 4), (-4, -4)])
def test_a_figure_is_judged_where_it_is(figure: object, gray: bool, down: int, right: int) -> None:
    colour = "white" if gray else "orange"
    scene = Scene(Size(80, 90), "black", Part("figure", colour, figure), gray=gray)  # type: ignore[arg-type]
    spec = Spec("x", 1, "x", scene.size, Mode.GRAY if gray else Mode.RGB, scene.judge, scene.paint, {}, {})
    assert verdict(spec, scene.paint()) == ()
    assert verdict(spec, np.roll(scene.paint(), (down, right), (0, 1)))


def test_the_halves_of_the_fixed_prompts_share_none_and_are_alike() -> None:
    one, two = dev(), held()
    assert (len(one), len(two)) == (18, 18)
    assert {spec.id for spec in one} | {spec.id for spec in two} == {spec.id for spec in specs()}
    by_level = Counter(spec.level for spec in one), Counter(spec.level for spec in two)
    assert all(abs(by_level[0][level] - by_level[1][level]) <= 1 for level in range(1, 6))


def test_the_hardest_level_is_only_there_when_it_is_asked_for() -> None:
    for prompts in ("all", "dev", "held", "generated"):
        assert 6 not in {spec.level for spec in select(prompts)}
        assert {spec.level for spec in select(prompts, levels=[6])} == {6}
    assert len(select("all")) == 36
    assert [spec.level for spec in select("generated", per_level=1, levels=[6, 2])] == [2, 6]
    assert [spec.id for spec in select("all", ["l6_maze", "l1_plus"])] == ["l6_maze", "l1_plus"]
    assert len(dev([6])) == len(held([6])) == 10
    assert {spec.id for spec in (*dev([6]), *held([6]))} == {spec.id for spec in specs([6])}


def test_a_level_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    with pytest.raises(BadOption, match=r"generated has no level 5.*1, 2, 3, 4, 6"):
        select("generated", levels=[5])


def test_only_some_prompts_are_selected_in_the_order_given() -> None:
    first, *_, last = (spec.id for spec in every(1, 2))
    assert [spec.id for spec in select("generated", [last, first, last], 1, 2)] == [last, first]


def test_an_unknown_id_is_an_error_that_names_the_nearest() -> None:
    known = generated(1, 1)[0].id
    with pytest.raises(BadOption, match=f"Did you mean {known}"):
        select("generated", [known[:-1]], 1, 1)
