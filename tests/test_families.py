from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from chatimg_magic import gallery, picture, policy
from chatimg_magic.expect.named import named
from chatimg_magic.gallery.families import families
from chatimg_magic.gallery.pick import Family, Pick, Worked, colours_of, numbers, program
from chatimg_magic.request import Mode, Request, Size
from chatimg_magic.sandbox.provenance import Provenance

SIZES = [Size(200, 200), Size(128, 128), Size(240, 320), Size(300, 200), Size(120, 300)]
FAMILIES = families()


def made(family: Family, seed: int, size: Size, mode: Mode) -> tuple[Worked, str]:
    """Make a worked drawing and its program."""
    worked = family.make(Pick(seed, size, mode))
    return worked, program(worked, size, mode)


def run(code: str) -> Any:
    """Run a program and return its image."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with np.errstate(all="raise"):
        exec(compile(code, "family", "exec"), names)
    return names["image"]


def choices(family: Family) -> Iterator[tuple[int, Size, Mode]]:
    """Yield seeds with a size and a mode: every size, every mode."""
    modes = sorted(family.modes)
    for seed, size in enumerate(SIZES * 2):
        yield seed, size, modes[seed % len(modes)]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_draws_what_its_prompt_says_with_its_numbers(family: Family) -> None:
    for seed, size, mode in choices(family):
        worked, code = made(family, seed, size, mode)
        assert policy.check(code) == []
        image = run(code)
        assert image.dtype == np.uint8
        assert picture.check(image, (), Request(worked.exact, "image", size, mode)).notes == ()
        stated = numbers(worked.exact) - {size.rows, size.cols}
        assert stated <= numbers(code), (worked.exact, code)
        assert not numbers(worked.loose), worked.loose
        assert len(code.split("\n")) <= 30
        assert len(code) <= 1500


def test_no_part_of_a_worked_drawing_is_doubted() -> None:
    claimed = 0
    for family in FAMILIES:
        size, mode = SIZES[0], sorted(family.modes)[-1]
        worked, code = made(family, 7, size, mode)
        parts, names = Provenance(), {"__name__": "__main__"}
        for statement in ast.parse(code).body:
            exec(compile(ast.Module([statement], []), "family", "exec"), names)
            parts.ran(statement, names, "image")
        drawn = picture.Picture(np.asarray(names["image"]), (), tuple(parts.lines), parts.labels)
        for prompt in (worked.exact, worked.loose):
            checks = named(Request(prompt, "image", size, mode), code, drawn)
            claimed += len(checks)
            assert all(check.holds for check in checks), (prompt, checks)
    assert claimed > 200


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_is_another_one_for_another_seed(family: Family) -> None:
    mode = sorted(family.modes)[-1]
    codes = {made(family, seed, SIZES[0], mode)[1] for seed in range(8)}
    assert len(codes) >= 4
    assert made(family, 3, SIZES[0], mode) == made(family, 3, SIZES[0], mode)


def test_every_concept_has_its_own_name_and_words() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)
    assert all(
        len(family.tags) >= 3 and all(re.fullmatch(r"[a-z0-9 -]+", tag) for tag in family.tags) for family in FAMILIES
    )


def test_nothing_is_written_from_a_benchmarks_prompt() -> None:
    pytest.importorskip("scipy")
    pytest.importorskip("skimage")
    from chatimg_magic.bench.spec import LEVELS, specs

    shared = set()
    for spec in specs(LEVELS):
        theirs = runs(spec.prompt)
        fitting = [family for family in FAMILIES if spec.mode in family.modes]
        ground, named = colours_of(spec.prompt)
        made = [
            family.make(Pick(seed, spec.size, spec.mode, numbers(spec.prompt), ground, avoid, prefer, spec.prompt))
            for family in fitting
            for seed, (avoid, prefer) in enumerate([(named, frozenset()), (frozenset(), named)])
        ]
        ours = [text for worked in made for text in (worked.exact, worked.loose)]
        ours += [piece.prompt for piece in gallery.pieces()] + [", ".join(family.tags) for family in FAMILIES]
        shared |= {(spec.id, run) for text in ours for run in runs(text) & theirs}
    assert shared == set()


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every six words of a text that follow each other, numbers among them."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}
