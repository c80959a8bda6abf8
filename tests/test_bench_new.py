"""Prompts of one's own: the skeleton, what is said of a wrong check, and running them on the scripted server."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chatimg_magic.bench import kept, own, records, selection
from chatimg_magic.bench.mutants import MUTATIONS, Kind
from chatimg_magic.bench.own import BadPrompts
from chatimg_magic.bench.records import Stage
from chatimg_magic.bench.spec import LEVELS, specs
from chatimg_magic.errors import BadOption
from tests.answers import program
from tests.commands import Done, chatimg
from tests.conftest import ROOT
from tests.servers.scripted import ScriptedServer
from tests.test_families import runs

L = "image[20:100, 40:60] = 220, 20, 20\nimage[80:100, 60:110] = 220, 20, 20"
RIGHT = program(f"image = np.full((120, 160, 3), 255, np.uint8)\n{L}")
WRONG = program("image = np.full((120, 160, 3), 255, np.uint8)\nimage[20:100, 40:60] = 220, 20, 20")


@pytest.fixture
def star(tmp_path: Path) -> Path:
    """Write the skeleton."""
    own.write(tmp_path / "star.py")
    return tmp_path / "star.py"


def changed(path: Path, old: str, new: str) -> Path:
    text = path.read_text()
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new))
    return path


Bench = Callable[..., Done]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Carry out ``chatimg bench`` in the test's folder."""
    monkeypatch.chdir(tmp_path)
    return functools.partial(chatimg, "bench")


# ------------------------------------------------------------------------------------------------ the skeleton


def test_the_skeleton_has_one_prompt_named_after_its_file_whose_check_is_right(star: Path) -> None:
    (spec,) = own.read(star)
    found = own.tried(star, [spec])
    own.require_right(star, found)
    assert spec.id == "own_star"
    kinds = [case.kind for case in found]
    assert kinds[:3] == [Kind.REFERENCE, Kind.EQUAL, Kind.WRONG]
    assert kinds[3:] == [Kind.MUTANT] * len(MUTATIONS), "every mutation changes it"
    assert selection.select(str(star))[0].prompt == spec.prompt


def test_the_skeletons_prompt_is_none_of_the_benchmarks_nor_of_the_gallerys(star: Path) -> None:
    from chatimg_magic.gallery import pieces
    from chatimg_magic.gallery.families import families
    from chatimg_magic.gallery.pick import Pick

    (spec,) = own.read(star)
    assert spec.prompt not in {known.prompt for known in specs()}
    made = [family.make(Pick(0, spec.size, spec.mode)) for family in families() if spec.mode in family.modes]
    theirs = [text for worked in made for text in (worked.exact, worked.loose)] + [piece.prompt for piece in pieces()]
    assert {run for text in theirs for run in runs(text)} & runs(spec.prompt) == set()


@pytest.mark.parametrize(
    ("name", "spec_id"),
    [("Two Stars!.py", "own_two_stars"), ("★.py", "own_prompt"), ("x" * 90 + ".py", "own_" + "x" * 50)],
)
def test_any_name_of_a_file_makes_an_id(tmp_path: Path, name: str, spec_id: str) -> None:
    own.write(tmp_path / "new" / name)
    assert [spec.id for spec in own.read(tmp_path / "new" / name)] == [spec_id]


def test_a_file_that_is_there_is_never_overwritten(bench: Bench, tmp_path: Path) -> None:
    first = bench("new", "star.py")
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[1:] == [
        "chatimg bench check star.py",
        "chatimg bench run -o runs --prompts star.py --variant bare exact",
    ]
    assert "It is your code and runs as such, not isolated." in first.stdout
    (tmp_path / "star.py").write_text("mine")
    second = bench("new", "star.py")
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == "chatimg: star.py is there already, and stays as it is.\nName another file.\n"
    assert (tmp_path / "star.py").read_text() == "mine"
    other = bench("new", "star.txt")
    assert other.stderr.startswith("chatimg: star.txt does not end in .py.")
    assert [path.name for path in tmp_path.iterdir()] == ["star.py"]


# ------------------------------------------------------------------------------------------------ the check


def test_check_says_of_every_known_answer_which_condition_it_fails(bench: Bench, star: Path) -> None:
    done = bench("check", "star.py")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:3] == ["own_star", "  ok  reference: passes", "  ok  equal a_pixel_more: passes"]
    assert lines[3].startswith("  ok  wrong columns_first: fails: letter_is_red: share of the letter that is red 0.3")
    assert "(also background_is_white, " in lines[3]
    assert lines[-1] == "the check is right about all 14 known answers"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("letter, overlap=0.93, area=0.07)", "letter)", "  NO  equal a_pixel_more: fails, and must pass: area: area "),
        ("pixels[40:60, 20:100]", "pixels[20:100, 40:60]", ""),
        ("pixels[20:101, 40:61]", "pixels[40:60, 20:100]", "  NO  equal a_pixel_more: fails, and must pass: letter_is"),
        ('frozenset(),', 'frozenset({"fliplr"}),', "  NO  harmless mutant fliplr: fails, and must pass: letter_is_red"),
    ],
    ids=["too strict", "still wrong", "not equal", "not harmless"],
)  # fmt: skip
def test_a_check_that_is_wrong_is_said_to_be(bench: Bench, star: Path, old: str, new: str, line: str) -> None:
    changed(star, old, new)
    done = bench("check", "star.py")
    wrong = [told for told in done.stdout.splitlines() if told.startswith("  NO")]
    assert (done.returncode, len(wrong)) == ((1, 1) if line else (0, 0))
    assert all(told.startswith(line) for told in wrong)
    assert ("the check is wrong about 1 of 14 known answers: own_star (" in done.stderr) == bool(line)


def test_a_check_that_asks_for_nothing_lets_wrong_answers_through(star: Path) -> None:
    text = star.read_text()
    body = text[text.index("    letter = rect_mask") : text.index("def right")]
    star.write_text(text.replace(body, "    del check\n\n\n"))
    found = own.tried(star, own.read(star))
    assert {case.name for case in found if case.error} >= {"columns_first", "fliplr", "half", "noise"}
    assert "  NO  wrong columns_first: passes, and must fail" in list(own.told(found))
    with pytest.raises(BadPrompts, match=r"wrong about 9 of 14 known answers: .*mutant fliplr.*, … .*harmless"):
        own.require_right(star, found)


def test_a_check_that_breaks_is_wrong_about_the_right_answer(star: Path) -> None:
    changed(star, "    letter = rect_mask", "    check.equals('broken', 1 / 0, 1, 'x')\n    letter = rect_mask")
    found = own.tried(star, own.read(star))
    assert "  NO  reference: fails, and must pass: checker_error: ZeroDivisionError: division by zero, wanted none" in (
        list(own.told(found))
    )


# ------------------------------------------------------------------------------------------------ no file of prompts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1\nimage = 1 / 0\n", r"cannot be run: ZeroDivisionError: division by zero \(line 2\)\."),
        ("x = 1\n\nSPECS = (\n", r"cannot be run: SyntaxError: .*never closed \(line 3\)\."),
        ("import nothing_of_that_name\n", r"cannot be run: ModuleNotFoundError: .* \(line 1\)\."),
        ("x = 1\n", r"has no SPECS = \(Spec\(…\), …\)\. For one that has: chatimg bench new FILE\.py"),
        ("SPECS = ()\n", "has no SPECS"),
        ("SPECS = 7\n", "has no SPECS"),
        ("SPECS = ('a star',)\n", "has no SPECS"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "star.py"
    path.write_text(text)
    with pytest.raises(BadPrompts, match=said):
        own.read(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id="own_star"', 'id="l1_star"', r"the id 'l1_star' cannot be used\. .* such as own_star"),
        ('id="own_star"', 'id="g4_7_star"', "cannot be used"),
        ('id="own_star"', 'id="../star"', "cannot be used"),
        ('id="own_star"', 'id=""', "cannot be used"),
        ("level=2", "level=0", "own_star needs words in prompt, and a level from 1 to"),
        ("prompt=PROMPT", 'prompt=" "', "own_star needs words in prompt"),
        ("\nSPECS = (", "\nSPECS = 2 * (", "has the id own_star twice"),
    ],
)
def test_ids_and_levels_that_results_could_not_be_told_by_are_refused(
    star: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(BadPrompts, match=said):
        own.read(changed(star, old, new))


def test_an_answer_that_cannot_be_drawn_is_named_with_its_line(star: Path) -> None:
    changed(star, '    """Draw what must fail: columns taken for rows."""', "    return 1 / 0")
    number = star.read_text().split("\n").index("    return 1 / 0") + 1
    with pytest.raises(
        BadPrompts, match=rf"answer to own_star cannot be drawn: ZeroDivisionError: .* \(line {number}\)"
    ):
        own.tried(star, own.read(star))


def test_no_such_file_and_no_such_word_are_said_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(BadPrompts, match=r"There is no file .*none\.py\. Make one: chatimg bench new "):
        selection.select(str(tmp_path / "none.py"))
    with pytest.raises(BadOption, match=r"--prompts some is not one\. They are: all, dev, held, generated, or a file"):
        selection.select("some")


def test_a_file_is_read_as_it_is_now_and_leaves_nothing_beside_it(star: Path) -> None:
    own.read(star)
    changed(star, "a red letter L", "a RED letter L")
    assert "a RED letter L" in own.read(star)[0].prompt
    assert list(star.parent.iterdir()) == [star]


# ------------------------------------------------------------------------------------------------ running


def test_a_model_is_asked_ones_own_prompt_and_judged_by_ones_own_check(
    bench: Bench, provider: ScriptedServer, star: Path
) -> None:
    provider.say(RIGHT, WRONG)
    done = bench("run", "-o", "out", "--prompts", "star.py", "--variant", "bare", "contract")
    assert done.returncode == 0, done.stderr
    one, two = records.read(star.parent / "out")
    assert (one.spec, one.level, one.stage, one.failed) == ("own_star", 2, Stage.PASS, ())
    assert (two.stage, two.variant) == (Stage.WRONG, "contract")
    assert any(condition.startswith("area: area 1600 px instead of 2600") for condition in two.failed)
    assert own.read(star)[0].prompt in one.messages[-1][1]
    report = bench("report", "out", "--html", "report.html")
    assert report.returncode == 0, report.stderr
    page = (star.parent / "report.html").read_text(encoding="utf-8")
    assert "a red letter L on white" in page
    assert "area 1600 px instead of 2600" in page


def test_nobody_is_asked_with_a_check_that_does_not_tell_right_from_wrong(
    bench: Bench, provider: ScriptedServer, star: Path
) -> None:
    provider.say(RIGHT)
    changed(star, "letter, overlap=0.93, area=0.07)", "letter)")
    done = bench("run", "-o", "out", "--prompts", "star.py")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("chatimg: star.py: the check is wrong about 1 of 14 known answers: own_star (equal ")
    assert not provider.requests
    assert not (star.parent / "out").exists()


def test_only_picks_from_a_file_of_several(star: Path) -> None:
    with star.open("a") as file:
        file.write('\nfrom dataclasses import replace\n\nSPECS = (*SPECS, replace(SPECS[0], id="own_two"))\n')
    assert [spec.id for spec in selection.select(str(star))] == ["own_star", "own_two"]
    assert [spec.id for spec in selection.select(str(star), ["own_two"])] == ["own_two"]
    with pytest.raises(BadOption, match=r"--only own_too is not one of the 2 prompts.*Did you mean own_two"):
        selection.select(str(star), ["own_too"])


def test_levels_pick_from_a_file_too(star: Path) -> None:
    with star.open("a") as file:
        file.write('\nfrom dataclasses import replace\n\nSPECS = (*SPECS, replace(SPECS[0], id="own_hard", level=6))\n')
    (own_star,) = own.read(star)[:1]
    assert [spec.id for spec in selection.select(str(star), levels=[6])] == ["own_hard"]
    assert [spec.id for spec in selection.select(str(star), levels=[own_star.level])] == ["own_star"]
    with pytest.raises(BadOption, match=r"star\.py has no level 5.*Its levels are: \d, 6\."):
        selection.select(str(star), levels=[5])


def test_a_cluster_cannot_judge_ones_own_prompts_and_that_is_said_before_anybody_is_asked(
    bench: Bench, provider: ScriptedServer, star: Path
) -> None:
    done = bench("run", "-o", "out", "--prompts", "star.py", "--dask", "tcp://127.0.0.1:1")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("chatimg: --dask cannot judge the prompts of star.py: its check is not installed")
    assert not provider.requests
    assert not (star.parent / "out").exists()


# ------------------------------------------------------------------------------------------------ the page

PAGE = (ROOT / "docs" / "benchmark.md").read_text(encoding="utf-8")


COMMANDS = [line.split() for line in re.findall(r"^chatimg bench (.+)$", PAGE, re.M)]


def test_the_pages_commands_for_ones_own_model_do_what_it_says(
    bench: Bench, provider: ScriptedServer, tmp_path: Path
) -> None:
    provider.say(RIGHT)
    here = {"http://127.0.0.1:11434/v1": provider.url, "NAME": "scripted-1"}
    run, keep = COMMANDS[:2]
    assert [run[0], keep[0]] == ["run", "keep"]
    run = [here.get(word, word) for word in run]
    for command in ([*run, "--only", "l1_square_center"], keep):
        done = bench(*command)
        assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["name.jsonl", "report.html", "runs"]
    assert len(kept.read(tmp_path / "name.jsonl")) == 3


def test_the_pages_commands_for_ones_own_prompt_do_what_it_says(
    bench: Bench, provider: ScriptedServer, tmp_path: Path
) -> None:
    provider.say(RIGHT)
    assert [command[0] for command in COMMANDS[2:]] == ["new", "check", "run"]
    for command in COMMANDS[2:]:
        done = bench(*command)
        assert done.returncode == 0, done.stderr
    found = [(sample.variant, sample.stage) for sample in records.read(tmp_path / "own")]
    assert found == [("bare", Stage.PASS), ("exact", Stage.PASS)]


def test_the_page_counts_the_prompts_of_each_level() -> None:
    told = [(int(level), int(count)) for level, count in re.findall(r"^\| (\d) \| .+ \| (\d+) \|$", PAGE, re.M)]
    assert told == sorted(Counter(s.level for s in specs(LEVELS)).items())
