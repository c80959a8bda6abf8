"""Statistics, the report, the sheets."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scipy import stats

from chatimg_magic.bench.contact_sheet import ACROSS, BORDER, CELL, GAP, LINE, RIGHT, TILE, WIDTH, WRONG, sheet, sheets
from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.report import report
from chatimg_magic.bench.statistics import (
    Interval,
    Tally,
    clustered_wilson,
    effective_samples,
    mcnemar,
    pass_at,
    wilson,
)
from chatimg_magic.bench.summary import tallies, variants_of

# ------------------------------------------------------------------------------------------------ statistics


@pytest.mark.parametrize(
    ("passed", "samples", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_that_of_newcombes_table(passed: int, samples: int, low: float, high: float) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3."""
    found = wilson(passed, samples)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 400), st.data())
def test_wilsons_interval_is_scipys(samples: int, data: st.DataObject) -> None:
    passed = data.draw(st.integers(0, samples))
    found, known = wilson(passed, samples), stats.binomtest(passed, samples).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((known.low, known.high), abs=1e-6)
    assert 0 <= found.low <= passed / samples <= found.high <= 1


def test_no_samples_say_nothing() -> None:
    assert clustered_wilson([]) == Interval(0.0, 1.0) == wilson(0, 0)


TALLIES = st.lists(st.integers(1, 8).flatmap(lambda n: st.builds(Tally, st.integers(0, n), st.just(n))), min_size=1)


@given(TALLIES)
def test_samples_in_prompts_are_worth_no_more_than_samples_and_no_less_than_prompts(known: list[Tally]) -> None:
    total = sum(tally.samples for tally in known)
    assert len(known) <= effective_samples(known) + 1e-9 <= total + 2e-9
    found, pooled = clustered_wilson(known), wilson(sum(tally.passed for tally in known), total)
    assert found.high - found.low >= pooled.high - pooled.low - 1e-9


@given(st.lists(st.booleans(), min_size=1))
def test_one_sample_a_prompt_is_the_ordinary_interval(outcomes: list[bool]) -> None:
    found = clustered_wilson([Tally(int(passed), 1) for passed in outcomes])
    plain = wilson(sum(outcomes), len(outcomes))
    assert (found.low, found.high) == pytest.approx((plain.low, plain.high))


def test_samples_that_always_agree_count_once() -> None:
    known = [Tally(5, 5)] * 20 + [Tally(0, 5)] * 10
    assert effective_samples(known) == pytest.approx(30, rel=0.04)


@pytest.mark.parametrize(("prompts", "samples"), [(36, 1), (36, 5), (18, 5)])
def test_the_interval_holds_the_truth_as_often_as_it_says(prompts: int, samples: int) -> None:
    random, truth, hits, pooled_hits, runs = np.random.default_rng(1), 0.6 / 0.9, 0, 0, 3000
    for chances in random.beta(0.6, 0.3, (runs, prompts)):  # most prompts are nearly always passed or failed
        passed = random.binomial(samples, chances)
        found = clustered_wilson([Tally(int(count), samples) for count in passed])
        hits += found.low <= truth <= found.high
        pooled = wilson(int(passed.sum()), prompts * samples)
        pooled_hits += pooled.low <= truth <= pooled.high
    assert 0.93 <= hits / runs <= 0.985
    if samples > 1:
        assert pooled_hits / runs < 0.85, "what the effective size is for"


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n))))
def test_pass_at_k_is_the_share_of_draws_with_a_passed_one(numbers: tuple[int, int, int]) -> None:
    samples, passed, k = numbers
    draws = list(itertools.combinations([True] * passed + [False] * (samples - passed), k))
    assert pass_at(k, Tally(passed, samples)) == pytest.approx(sum(map(any, draws)) / len(draws))


def test_pass_at_more_than_there_are_is_refused() -> None:
    with pytest.raises(ValueError, match="pass@3"):
        pass_at(3, Tally(1, 2))


@given(st.integers(0, 60), st.integers(0, 60))
def test_mcnemars_p_is_the_exact_binomial_one(one: int, two: int) -> None:
    known = stats.binomtest(one, one + two).pvalue if one + two else 1.0
    assert mcnemar(one, two) == pytest.approx(known)


def test_mcnemar_by_hand() -> None:
    assert mcnemar(9, 2) == pytest.approx(2 * (1 + 11 + 55) / 2**11)
    assert mcnemar(5, 5) == 1.0
    assert math.isfinite(mcnemar(3000, 2000))


# ------------------------------------------------------------------------------------------------ the report


def sample(variant: str, spec: str, stage: Stage, number: int = 0, level: int = 1, **other: object) -> Sample:
    usual: dict[str, object] = {
        "model": "m-1", "provider": "host", "messages": (), "text": "", "code": "", "first": stage, "failed": (),
        "problems": (), "unmet": (), "picture": "", "attempts": 1, "others": (), "prompt_tokens": 1200,
        "completion_tokens": 80, "seconds": 2.5, "cost": 0.0,
    }  # fmt: skip
    return Sample(variant, spec, level, number, stage=stage, **{**usual, **other})  # type: ignore[arg-type]


PASS, BAD = Stage.PASS, Stage.WRONG
ONE_EACH = [
    *(sample("check", f"s{n}", PASS if n < 8 else BAD, level=1 + n // 5, first=BAD) for n in range(10)),
    *(sample("bare", f"s{n}", PASS if n < 2 else Stage.EXCEPTION, level=1 + n // 5) for n in range(10)),
]


def test_the_table_has_a_row_a_variant_and_a_column_a_level() -> None:
    lines = report(ONE_EACH).splitlines()
    assert lines[0] == "m-1 (host): 20 samples of 10 prompts."
    assert lines[2:6] == [
        "| variant | level 1 | level 2 | passed | pass rate (95 %) | first answers | ran | tokens | seconds |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| bare | 2/5 | 0/5 | 2/10 | 20% (6% to 51%) | 2/10 | 20% | 1,200 + 80 | 2.5 |",
        "| check | 5/5 | 3/5 | 8/10 | 80% (49% to 94%) | 0/10 | 100% | 1,200 + 80 | 2.5 |",
    ]


def test_neighbouring_variants_are_compared_prompt_by_prompt() -> None:
    assert "- bare → check: 6 prompts won, 0 lost, 4 alike (first samples, exact McNemar p = 0.031)" in report(ONE_EACH)


def test_only_prompts_that_both_were_asked_are_compared() -> None:
    assert "bare → check: 1 prompt won, 0 lost, 0 alike" in report([ONE_EACH[5], ONE_EACH[15], *ONE_EACH[:2]])


def test_wrong_pictures_that_nobody_doubted_are_counted() -> None:
    some = [
        sample("check", "a", BAD),
        sample("check", "b", BAD, unmet=("5 dots: 4",)),
        sample("check", "c", BAD),
        sample("check", "d", PASS, unmet=("white background: grey",)),
        sample("check", "e", Stage.EXCEPTION),
    ]
    assert "- check: unnoticed 2 of 3 wrong pictures; doubted 1 of 1 right one\n" in report(some)


def test_several_samples_a_prompt_have_a_column_of_their_own() -> None:
    some = [sample("bare", f"s{n}", PASS if n + k < 3 else BAD, k) for n in range(4) for k in range(2)]
    text = report(some)
    assert "pass@2" in text
    assert "| 5/8 | 62% (" in text
    assert "| 75% |" in text
    assert tallies(some) == [Tally(2, 2), Tally(2, 2), Tally(1, 2), Tally(0, 2)]


def test_samples_without_an_answer_are_left_out_and_said() -> None:
    text = report([*ONE_EACH, sample("bare", "s10", Stage.ERROR)])
    assert "20 samples of 10 prompts. 1 sample got no answer and is left out." in text
    assert report([sample("bare", "s10", Stage.ERROR)]).startswith("no model: 0 samples of 0 prompts. 1 sample got")


def test_variants_come_in_the_order_in_which_they_build_on_each_other() -> None:
    names = ["check", "own", "gallery", "bare", "exact", "contract", "repair"]
    ordered = ["bare", "contract", "gallery", "exact", "repair", "check", "own"]
    assert variants_of(sample(name, "a", PASS) for name in names) == ordered


# ------------------------------------------------------------------------------------------------ the sheets


def test_borders_tell_right_from_wrong_and_grey_tiles_say_why(tmp_path: Path) -> None:
    Image.fromarray(np.full((40, 80, 3), (0, 0, 250), np.uint8)).save(tmp_path / "blue.png")
    Image.fromarray(np.zeros((300, 300), np.uint8)).save(tmp_path / "grey.png")
    Image.fromarray(np.zeros((20, 20, 4), np.uint8)).save(tmp_path / "clear.png")
    some = [
        sample("bare", "second_level", PASS, level=2, picture="clear.png"),
        sample("bare", "right", PASS, picture="blue.png"),
        sample("bare", "wrong", BAD, picture="grey.png"),
        sample("bare", "none", Stage.NO_CODE),
        sample("bare", "lost", BAD, picture="lost.png"),
    ]
    page = np.asarray(sheet(some, tmp_path))
    assert page.shape[1] == WIDTH
    top = GAP + LINE + GAP

    def tile(number: int, above: int = top) -> np.ndarray:  # type: ignore[type-arg]
        left = GAP + number * (CELL + GAP)
        return page[above : above + CELL, left : left + CELL]

    middle = CELL // 2
    assert tuple(tile(0)[BORDER // 2, middle]) == RIGHT
    assert tuple(tile(0)[middle, middle]) == (0, 0, 250)
    assert tuple(tile(1)[middle, 1]) == WRONG
    assert tuple(tile(1)[middle, middle]) == (0, 0, 0)
    blue = (tile(0) == (0, 0, 250)).all(axis=2)
    assert blue.sum() == TILE * round(TILE / 2), "its own proportions, no pixel mixed with another"
    for number in (2, 3):
        grey = tile(number).astype(int)
        assert np.ptp(grey, axis=2).max() == 0
        assert grey.min() < 60, "a word"
    next_level = top + CELL + LINE + GAP + LINE + GAP
    assert tuple(tile(0, next_level)[middle, middle]) == (255, 255, 255), "transparent is white"
    assert tuple(tile(0, next_level)[1, middle]) == RIGHT
    assert (page[top + CELL : top + CELL + LINE, GAP : GAP + CELL] < 60).any(), "its name below"


def test_a_line_is_full_before_the_next_begins(tmp_path: Path) -> None:
    one, two = (sheet([sample("bare", f"s{n}", Stage.BLANK) for n in range(n)], tmp_path) for n in (ACROSS, ACROSS + 1))
    assert two.height - one.height == CELL + LINE + GAP


def test_a_sheet_a_variant_is_saved(tmp_path: Path) -> None:
    saved = list(sheets(ONE_EACH, tmp_path))
    assert [path.name for path in saved] == ["sheet-check.png", "sheet-bare.png"]
    assert all(path.is_file() for path in saved)
