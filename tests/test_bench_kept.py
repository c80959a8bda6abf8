"""Kept results: what is written down, that it is read again, and that the README's table is made from it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatimg_magic.bench import kept, records, runs
from chatimg_magic.bench.records import BadRun, Sample, Stage
from chatimg_magic.errors import BadOption
from tests.benchmarks.tables import BEGIN, END, between_markers, section, written
from tests.commands import Done, chatimg
from tests.conftest import ROOT

CODE = "import numpy as np\nimage = np.zeros((64, 64, 3), np.uint8)\nimage[20:40, 20:40] = 255"
FULL = Sample(
    "check", "l1_diamond", 1, 0, "m-1", "api.example.com", (("system", "rules"), ("user", "a diamond")),
    f"Sure!\n```python\n{CODE}\n```", CODE, Stage.WRONG, Stage.EXCEPTION, ("overlap: 0.5, at least 0.9",), (),
    ("a diamond: no diamond",), "pictures/check/l1_diamond-0.png", 2, (("exception", "IndexError", "an answer"),),
    1200, 300, 4.25, 0.002,
)  # fmt: skip
WORDS = st.lists(st.text(max_size=900), max_size=12).map(tuple)
SAMPLES = st.builds(
    replace,
    st.just(FULL),
    text=st.text(max_size=3000),
    code=st.text(max_size=3000),
    failed=WORDS,
    problems=WORDS,
    unmet=WORDS,
    stage=st.sampled_from([stage for stage in Stage if stage is not Stage.ERROR]),
    sample=st.integers(0, 99),
    seconds=st.floats(0, 1e6),
    cost=st.floats(0, 1e3),
)


def results(model: str, passed: int, of: int = 10, **other: object) -> list[Sample]:
    """Return samples of one model, the first of which passed."""
    stages = [Stage.PASS if number < passed else Stage.WRONG for number in range(of)]
    return [
        replace(FULL, model=model, spec=f"s{number}", level=1 + number // 5, stage=stage, first=stage, **other)  # type: ignore[arg-type]
        for number, stage in enumerate(stages)
    ]


# ------------------------------------------------------------------------------------------------ a line


def test_a_line_has_what_counts_and_neither_questions_nor_pictures() -> None:
    data = json.loads(kept.line(FULL))
    assert data == {
        "variant": "check", "spec": "l1_diamond", "level": 1, "sample": 0, "model": "m-1",
        "provider": "api.example.com", "code": CODE, "stage": "wrong", "first": "exception",
        "failed": ["overlap: 0.5, at least 0.9"],
        "unmet": ["a diamond: no diamond"], "attempts": 2, "prompt_tokens": 1200, "completion_tokens": 300,
        "seconds": 4.25, "cost": 0.002,
    }  # fmt: skip


@given(SAMPLES)
def test_a_line_is_short_whatever_a_model_says_and_its_numbers_are_whole(sample: Sample) -> None:
    line = kept.line(sample)
    assert len(line.encode()) <= kept.MOST
    assert "\n" not in line
    data = json.loads(line)
    assert (data["stage"], data["sample"]) == (sample.stage.value, sample.sample)
    assert data.get("cost", 0.0) == sample.cost


def test_a_program_that_is_too_long_is_told_by_its_digest_and_two_programs_differ() -> None:
    long = [replace(FULL, code=CODE + "\n# much more" * n) for n in (100, 101)]
    told = [json.loads(kept.line(sample))["code"] for sample in long]
    assert told[0].startswith("# not kept: 1,284 characters, SHA-256 ")
    assert told[0] != told[1]


def test_an_answer_without_a_program_is_kept_in_its_first_words() -> None:
    data = json.loads(kept.line(replace(FULL, code="", text="I am sorry. " * 100, stage=Stage.NO_CODE)))
    assert data["text"].startswith("I am sorry. I am")
    assert len(data["text"]) < 300


@pytest.mark.parametrize(
    ("provider", "said"),
    [
        ("api.openai.com", "api.openai.com"),
        ("embedded", "embedded"),
        ("embedded:small", "embedded:small"),
        ("embedded.example:8000", "embedded.example:8000"),
        ("embedded-box:8000", "own server"),
        ("openrouter.ai:443", "openrouter.ai:443"),
        ("127.0.0.1:11434", "own server"),
        ("localhost:8000", "own server"),
        ("10.1.2.3", "own server"),
        ("::1:8000", "own server"),
        ("gpu-box:8000", "own server"),
        ("gpu.lan", "own server"),
        ("?", "own server"),
    ],
)
def test_where_somebodys_own_server_stands_is_not_kept(provider: str, said: str) -> None:
    assert json.loads(kept.line(replace(FULL, provider=provider)))["provider"] == said


# ------------------------------------------------------------------------------------------------ a file


def test_what_is_kept_is_read_again_and_kept_the_same(tmp_path: Path) -> None:
    some = [*results("m-2", 3, text="x" * 2000, code="y" * 2000), *results("m-1", 7)]
    assert kept.keep(some, tmp_path / "one.jsonl") == 20
    read = kept.read(tmp_path / "one.jsonl")
    wanted = ("model", "variant", "spec", "level", "sample", "stage", "first", "failed", "unmet", "seconds", "cost")
    numbers = [[getattr(sample, name) for name in wanted] for sample in sorted(some, key=lambda s: (s.model, s.spec))]
    assert [[getattr(sample, name) for name in wanted] for sample in read] == numbers
    kept.keep(reversed(read), tmp_path / "two.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.jsonl", "two.jsonl"]


def test_what_nobody_answered_is_left_out_and_nothing_at_all_is_refused(tmp_path: Path) -> None:
    error = replace(FULL, spec="other", stage=Stage.ERROR)
    assert kept.keep([FULL, error], tmp_path / "kept.jsonl") == 1
    with pytest.raises(BadRun, match="nothing to keep"):
        kept.keep([error], tmp_path / "none.jsonl")
    assert not (tmp_path / "none.jsonl").exists()


def test_two_samples_for_one_place_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRun, match=r"m-1 has two samples 0 of l1_diamond with check"):
        kept.keep([FULL, replace(FULL, stage=Stage.PASS)], tmp_path / "kept.jsonl")


WRONG = (
    {"seconds": "soon"},
    {"seconds": float("nan")},
    {"cost": -1},
    {"level": None},
    {"cost": 10**400},
    {"failed": 3},
)
DAMAGED = [json.dumps({**json.loads(kept.line(FULL)), **wrong}).encode() for wrong in WRONG]


@pytest.mark.parametrize(
    "damage",
    [b"{", b"[]", b'"x"', b"{}", b'{"stage": "best"}', b"\xff\xfe", b"[" * 100_000, *DAMAGED],
    ids=["torn", "list", "text", "empty", "stage", "bytes", "deep", *(next(iter(wrong)) for wrong in WRONG)],
)
def test_a_line_that_is_no_sample_is_named(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "kept.jsonl").write_bytes(kept.line(FULL).encode() + b"\n" + damage + b"\n")
    with pytest.raises(BadRun, match=r"Line 2 of .*kept\.jsonl is no kept sample"):
        kept.read(tmp_path / "kept.jsonl")


# ------------------------------------------------------------------------------------------------ side by side


def folder(path: Path, samples: list[Sample]) -> Path:
    with records.opened(path) as log:
        for sample in samples:
            log.add(sample)
    return path


def test_folders_and_files_are_read_alike_each_model_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "RESULTS", tmp_path / "results")
    kept.keep([*results("ours-1", 3), *results("ours-2", 4)], kept.RESULTS / "ours.jsonl")
    mine = folder(tmp_path / "mine", [*results("mine", 5), replace(FULL, model="mine", stage=Stage.ERROR)])
    found = runs.gather([mine], ["kept"])
    assert [run.name for run in found] == ["mine", "ours-1", "ours-2"]
    assert [(len(run.samples), run.unanswered, run.folder) for run in found] == [
        (10, 1, mine),
        (10, 0, None),
        (10, 0, None),
    ]
    assert [run.name for run in runs.gather([mine], ["none"])] == ["mine"]
    assert [run.name for run in runs.gather([mine], [str(kept.RESULTS / "ours.jsonl")])] == ["mine", "ours-1", "ours-2"]
    with pytest.raises(BadOption, match="contradiction"):
        runs.gather([mine], ["kept", "none"])


def test_runs_of_one_model_have_different_names_and_one_source_counts_once(tmp_path: Path) -> None:
    one, two = (folder(tmp_path / name / "run", results("m", 1)) for name in "ab")
    kept.keep(results("m", 1), tmp_path / "kept.jsonl")
    found = runs.gather([one, two, tmp_path / "kept.jsonl", tmp_path / "a" / ".." / "a" / "run"])
    assert [run.name for run in found] == ["m (run)", "m (run) 2", "m (kept)"]


# ------------------------------------------------------------------------------------------------ the command


def bench(*words: str, cwd: Path) -> Done:
    return chatimg("bench", *words, cwd=cwd)


def test_the_command_keeps_folders_and_reports_on_the_file(tmp_path: Path) -> None:
    folder(tmp_path / "one", results("m-1", 7))
    folder(tmp_path / "two", results("m-2", 2))
    done = bench("keep", "one", "two", "-o", "kept.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "20 samples in kept.jsonl\n")
    report = bench("report", "kept.jsonl", cwd=tmp_path)
    assert report.returncode == 0, report.stderr
    assert "m-1 (api.example.com): 10 samples of 10 prompts." in report.stdout
    assert "| check | 5/5 | 2/5 | 7/10 | 70% (" in report.stdout
    assert "| check | 2/5 | 0/5 | 2/10 | 20% (" in report.stdout
    missing = bench("keep", "three", "-o", "kept.jsonl", cwd=tmp_path)
    assert (missing.returncode, missing.stderr.splitlines()[0]) == (
        1,
        "chatimg: There are no samples in three: No such file or directory.",
    )


# ------------------------------------------------------------------------------------------------ README


def test_what_ships_is_in_the_form_that_keep_gives_it(tmp_path: Path) -> None:
    for path in kept.shipped():
        kept.keep(kept.read(path), tmp_path / path.name)
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), f"{path.name}: chatimg bench keep it again"


def test_the_table_is_what_kept_results_give(tmp_path: Path) -> None:
    kept.keep([*results("m|1 <b>", 7), *results("m-2", 2, cost=0.0)], tmp_path / "kept.jsonl")
    kept.keep([replace(s, sample=n) for n in range(3) for s in results("m-3", 3 * n)], tmp_path / "three.jsonl")
    words, rows, *again = section([tmp_path / "kept.jsonl", tmp_path / "three.jsonl"]).split("\n\n")
    assert words == ("Each way of asking adds to the one before. `check`: and again where the picture is not as asked.")
    assert [line.split(",")[0] for line in again] == ["m-2", "m|1 <b>", "m-3"]
    assert rows.splitlines() == [
        "| model | variant | level 1 | level 2 | passed | pass@1 (95 %) | pass@3 | ran | tokens | seconds | cost |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| m-2 | check | 2/5 | 0/5 | 2/10 | 20% (6% to 51%) | – | 100% | 1,200 + 300 | 4.2 | – |",
        "| m\\|1 &lt;b> | check | 5/5 | 2/5 | 7/10 | 70% (40% to 89%) | – | 100% | 1,200 + 300 | 4.2 | 0.002 |",
        "| m-3 | check | 8/15 | 1/15 | 9/30 | 30% (16% to 50%) | 60% | 100% | 1,200 + 300 | 4.2 | 0.002 |",
    ]


def test_what_drawing_again_won_and_what_checks_noticed_is_counted(tmp_path: Path) -> None:
    known = {"s6", "s8", "s9"}
    samples = [replace(s, unmet=FULL.unmet if s.spec in known else ()) for s in results("m-1", 7)]
    samples[0] = replace(samples[0], first=Stage.EXCEPTION)
    kept.keep(samples, tmp_path / "kept.jsonl")
    said = section([tmp_path / "kept.jsonl"]).split("\n\n")[2].replace("\n", " ")
    assert said == (
        "m-1, `check`: drawing again won 1 of 10; 2 of 3 wrong pictures were shown with what is wrong in them, "
        "1 of 7 right ones were doubted."
    )


def test_a_table_that_is_not_what_kept_results_give_is_found_and_written_anew(tmp_path: Path) -> None:
    kept.keep(results("m-1", 7), tmp_path / "kept.jsonl")
    wanted = section([tmp_path / "kept.jsonl"])
    readme = f"before\n{BEGIN}{wanted.replace('7/10', '8/10')}{END}\nafter {BEGIN.strip()}"
    assert between_markers(readme) != wanted
    mended = written(readme, wanted)
    assert between_markers(mended) == wanted
    assert mended == f"before\n{BEGIN}{wanted}{END}\nafter {BEGIN.strip()}"
    with pytest.raises(ValueError, match="0 places"):
        written("no markers", wanted)


def test_the_readmes_table_is_what_the_kept_results_give() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert between_markers(readme)
    if not kept.shipped():
        pytest.skip("nothing to compare the README's table with: no results are kept in chatimg_magic/bench/results")
    assert between_markers(readme) == section(kept.shipped()), "python -m tests.benchmarks.tables --write"
