"""Runs of the benchmark: stages, interruptions, going on, and what is written down; on the scripted server."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from chatimg_magic.bench import records
from chatimg_magic.bench.answers import Answers
from chatimg_magic.bench.generator import generated
from chatimg_magic.bench.records import BadRun, Key, Sample, Stage
from chatimg_magic.bench.runner import PATIENCE, Desk, jobs, run, still_to_do
from chatimg_magic.bench.spec import Spec
from chatimg_magic.bench.variants import VARIANTS
from chatimg_magic.errors import NoIsolation
from chatimg_magic.models.line import Line
from chatimg_magic.models.openai import OpenAIModel
from chatimg_magic.prompts import AS_ASKED
from chatimg_magic.sandbox import Sandbox
from tests.answers import GIVES_UP, drawing, program
from tests.commands import Done, chatimg
from tests.servers.scripted import Answer, ScriptedServer

KEY = "sk-test-0123456789abcdef"
SPECS = generated(0, 1)
BOX = next(spec for spec in generated(0, 5) if spec.id.endswith("box"))
SPOT = next(spec for spec in generated(0, 5) if spec.id.endswith("spot"))
SPLIT = next(spec for spec in generated(0, 5) if spec.id.endswith("split"))
BARE, CONTRACT, EXACT, REPAIR, LOOK = (VARIANTS[name] for name in ("bare", "contract", "exact", "repair", "look"))


def right(spec: Spec) -> str:
    return drawing(spec.reference())


def wrong(spec: Spec) -> str:
    return drawing(next(iter(spec.wrong.values()))())


@pytest.fixture
def desk(server: ScriptedServer, tmp_path: Path) -> Iterator[Desk]:
    model = OpenAIModel("scripted-1", Line(server.url, KEY))
    yield Desk(model, Sandbox(), tmp_path / "run")
    model.close()


def ran(todo: list[object], desk: Desk, concurrency: int = 1) -> list[Sample]:
    with records.opened(desk.folder) as log:
        return list(run(todo, desk, log, concurrency))  # type: ignore[arg-type]


def asked(server: ScriptedServer) -> Counter[str]:
    """Count how often each prompt was asked."""
    return Counter(request["messages"][-1]["content"].split("\n")[0] for request in server.requests)


# ------------------------------------------------------------------------------------------------ stages


@pytest.mark.parametrize(
    ("answer", "stage"),
    [
        (right(BOX), Stage.PASS),
        (wrong(BOX), Stage.WRONG),
        (GIVES_UP, Stage.NO_CODE),
        (program("import os\nimage = np.zeros((3, 3))"), Stage.REFUSED),
        (program("image = np.zeros((3, 3))[5]"), Stage.EXCEPTION),
        (program(f"image = np.zeros({BOX.request.shape}, np.uint8)"), Stage.BLANK),
        (program("image = np.eye(7)"), Stage.BLANK),
        (Answer(status=500), Stage.ERROR),
        (Answer(right(BOX), break_after=9), Stage.ERROR),
        (Answer(right(BOX)[:60], finish="length"), Stage.NO_CODE),
    ],
    ids=["pass", "wrong", "no code", "refused", "exception", "blank", "shape", "500", "broken", "too long"],
)
def test_an_answer_is_told_by_how_far_it_came(
    desk: Desk, server: ScriptedServer, answer: str | Answer, stage: Stage
) -> None:
    server.say(answer)
    (sample,) = ran(jobs([BOX], [CONTRACT], 1), desk)
    assert (sample.stage, sample.first) == (stage, stage)
    assert records.read(desk.folder) == [replace(sample, seconds=round(sample.seconds, 3))]
    assert sample.key == Key("contract", BOX.id, 0)
    assert bool(sample.picture) == stage.drawn
    assert bool(sample.failed) == (stage is Stage.WRONG)
    assert bool(sample.problems) == (stage not in (Stage.PASS, Stage.WRONG))


def test_variants_that_begin_with_the_same_question_ask_it_once(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(GIVES_UP, pace=0.05), right(BOX))
    first = ran(jobs([BOX], [EXACT], 1), replace(desk, answers=Answers(desk.folder)))
    server.say(right(BOX))
    second = ran(jobs([BOX], [REPAIR], 1), replace(desk, answers=Answers(desk.folder)))
    assert [sample.stage for sample in (*first, *second)] == [Stage.NO_CODE, Stage.PASS]
    assert sum(asked(server).values()) == 2, "the first answer was kept"
    assert second[0].seconds > 0.6, "what the kept answer took is counted"
    assert second[0].others == (("no_code", second[0].others[0][1], GIVES_UP),)
    path = desk.folder / "answers.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    third = ran(jobs([BOX], [EXACT], 2)[:1], replace(desk, answers=Answers(desk.folder)))
    assert third[0].stage is Stage.NO_CODE
    assert sum(asked(server).values()) == 2, "a torn last line loses only itself"


def test_a_kept_answer_ends_as_it_did(desk: Desk, server: ScriptedServer) -> None:
    endless = Answer(right(BOX)[:60], finish="length")
    server.say(endless, endless, right(BOX))
    ran(jobs([BOX], [EXACT], 1), replace(desk, answers=Answers(desk.folder)))
    (sample,) = ran(jobs([BOX], [REPAIR], 1), replace(desk, answers=Answers(desk.folder)))
    assert sample.stage is Stage.PASS
    assert "greatest length" in sample.others[0][1]
    assert len(server.requests) == 3, "the answer, going on, the repair"


def test_an_answer_that_broke_off_is_not_kept(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(right(BOX), break_after=9), right(BOX))
    for stage in (Stage.ERROR, Stage.PASS):
        (sample,) = ran(jobs([BOX], [EXACT], 1), replace(desk, answers=Answers(desk.folder)))
        assert sample.stage is stage


def test_what_is_written_down_of_a_sample(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(right(SPLIT), cost=0.25))
    (sample,) = ran(jobs([SPLIT], [CONTRACT], 1), desk)
    assert (sample.model, sample.provider, sample.level) == ("scripted-1", server.url[7:-3], SPLIT.level)
    assert [role for role, _ in sample.messages] == ["system", "user"]
    assert SPLIT.prompt in sample.messages[-1][1]
    assert sample.text == right(SPLIT)
    assert sample.code.startswith("import numpy as np\nimage = np.repeat(")
    assert (sample.attempts, sample.prompt_tokens, sample.cost) == (1, 100, 0.25)
    assert sample.completion_tokens > 10
    assert sample.seconds > 0
    assert sample.picture == f"pictures/contract/{SPLIT.id}-0.png"
    with Image.open(desk.folder / sample.picture) as picture:
        assert np.array_equal(np.asarray(picture), SPLIT.reference())


def test_of_several_attempts_the_selected_one_is_judged(desk: Desk, server: ScriptedServer) -> None:
    server.say(GIVES_UP, program("image = 1 / 0"), right(BOX))
    (sample,) = ran(jobs([BOX], [REPAIR], 1), desk)
    assert (sample.stage, sample.first, sample.attempts) == (Stage.PASS, Stage.NO_CODE, 3)
    assert sample.prompt_tokens == 300
    assert sample.text == right(BOX)
    assert list(map(list, sample.messages)) == [[m["role"], m["content"]] for m in server.requests[-1]["messages"]]


def test_with_checks_a_picture_that_is_not_as_asked_is_asked_for_again_and_without_it_is_not(
    desk: Desk, server: ScriptedServer
) -> None:
    other_colour = drawing(SPOT.wrong["another colour"]())
    server.say(other_colour, right(SPOT))
    (checked,) = ran(jobs([SPOT], [VARIANTS["check"]], 1), desk)
    assert (checked.stage, checked.first, checked.attempts, checked.unmet) == (Stage.PASS, Stage.WRONG, 2, ())
    server.say(other_colour)
    unchecked, doubted = ran(jobs([SPOT], [REPAIR, VARIANTS["check"]], 1), desk)
    assert (unchecked.stage, unchecked.attempts, unchecked.unmet) == (Stage.WRONG, 1, ())
    assert doubted.stage is Stage.WRONG
    assert doubted.attempts > 1
    assert doubted.unmet


def test_the_look_is_one_question_more_after_the_checks(desk: Desk, server: ScriptedServer) -> None:
    server.say(right(SPOT), AS_ASKED)
    (content,) = ran(jobs([SPOT], [LOOK], 1), desk)
    assert (content.stage, content.attempts, content.prompt_tokens) == (Stage.PASS, 2, 200)
    assert SPOT.prompt in content.messages[-1][1], "the messages are those of the judged answer"
    other_colour = drawing(SPOT.wrong["another colour"]())
    server.say(other_colour, other_colour, right(SPOT))
    (corrected,) = ran(jobs([SPOT], [LOOK], 1), desk)
    assert (corrected.stage, corrected.first, corrected.attempts) == (Stage.PASS, Stage.WRONG, 3)
    assert AS_ASKED in corrected.messages[-1][1]


def test_a_look_that_nobody_answered_is_asked_for_again(desk: Desk, server: ScriptedServer) -> None:
    server.say(right(SPOT), Answer(status=429))
    (sample,) = ran(jobs([SPOT], [LOOK], 1), desk)
    assert sample.stage is Stage.ERROR
    assert "takes no more requests" in sample.problems[0]
    assert still_to_do(jobs([SPOT], [LOOK], 1), [sample])


def test_a_run_that_is_stopped_while_a_model_looks_leaves_that_sample_for_later(
    desk: Desk, server: ScriptedServer
) -> None:
    server.say(right(SPOT), AS_ASKED, right(BOX), Answer(AS_ASKED, delay=30))
    wanted = jobs([SPOT, BOX], [LOOK], 1)
    with records.opened(desk.folder) as log, contextlib.closing(run(wanted, desk, log)) as samples:
        next(samples)
        deadline = time.monotonic() + 30
        while len(server.requests) < 4 and time.monotonic() < deadline:
            time.sleep(0.05)
    time.sleep(0.5)
    assert [sample.spec for sample in records.read(desk.folder)] == [SPOT.id]


def test_variants_differ_in_what_is_sent(desk: Desk, server: ScriptedServer) -> None:
    server.say(right(BOX))
    samples = ran(jobs([BOX], [BARE, CONTRACT, VARIANTS["gallery"], EXACT], 1), desk)
    roles = {sample.variant: [role for role, _ in sample.messages] for sample in samples}
    assert roles["bare"] == ["user"]
    assert roles["contract"] == ["system", "user"]
    assert roles["gallery"] == ["system", *["user", "assistant"] * 2, "user"]
    assert roles["exact"][:3] == ["system", "user", "assistant"]
    assert all(BOX.prompt in sample.messages[-1][1] for sample in samples)


def test_variants_without_repair_ask_once(desk: Desk, server: ScriptedServer) -> None:
    server.say(GIVES_UP)
    samples = ran(jobs([BOX], [BARE, CONTRACT, EXACT, REPAIR], 1), desk)
    assert [sample.attempts for sample in samples] == [1, 1, 1, 3]


def test_the_first_sample_is_the_most_likely_answer_and_later_ones_have_seeds_of_their_own(
    desk: Desk, server: ScriptedServer
) -> None:
    server.say(right(BOX))
    ran(jobs([BOX], [CONTRACT], 3), desk)
    assert [request["temperature"] for request in server.requests] == [0.0, 0.7, 0.7]
    assert [request["seed"] for request in server.requests] == [0, 1, 2]


def test_several_samples_are_asked_for_at_once(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(right(BOX), delay=0.3))
    samples = ran(jobs([BOX], [CONTRACT], 4), desk, concurrency=4)
    assert server.most_at_once > 1
    assert sorted(sample.sample for sample in records.read(desk.folder)) == [0, 1, 2, 3]
    assert {sample.stage for sample in samples} == {Stage.PASS}


def test_without_isolation_nobody_is_asked(desk: Desk, server: ScriptedServer) -> None:
    with pytest.raises(NoIsolation):
        ran(jobs([BOX], [CONTRACT], 1), replace(desk, sandbox=Sandbox(layers=())))
    assert not server.requests


# ------------------------------------------------------------------------------------------------ going on


def test_a_run_that_is_closed_keeps_what_was_done_and_goes_on_with_the_rest(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(GIVES_UP, delay=0.1))
    wanted = jobs(SPECS, [BARE, CONTRACT], 2)
    with records.opened(desk.folder) as log, contextlib.closing(run(wanted, desk, log, 2)) as samples:
        list(itertools.islice(samples, 5))
    before = records.read(desk.folder)
    assert 5 <= len(before) < len(wanted)
    given_up = len(server.requests) - len(before)
    assert given_up <= 2
    ran(still_to_do(wanted, before), desk, 2)
    assert sorted(map(str, (s.key for s in records.read(desk.folder)))) == sorted(str(job.key) for job in wanted)
    assert len(server.requests) == len(wanted) + given_up


def test_a_stopped_run_hangs_up_at_once(desk: Desk, server: ScriptedServer) -> None:
    server.say(GIVES_UP, Answer(GIVES_UP, hang_after=3))
    began = time.monotonic()
    with records.opened(desk.folder) as log, contextlib.closing(run(jobs(SPECS, [BARE], 1), desk, log)) as samples:
        next(samples)
    assert time.monotonic() - began < 20
    assert len(records.read(desk.folder)) == 1


def test_a_sample_that_nobody_answered_is_asked_again(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(status=401), right(BOX))
    wanted = jobs([BOX, SPLIT], [CONTRACT], 1)
    ran(wanted, desk)
    assert [sample.stage for sample in records.read(desk.folder)] == [Stage.ERROR, Stage.BLANK]
    again = still_to_do(wanted, records.read(desk.folder))
    assert [job.spec for job in again] == [BOX]
    ran(list(again), desk)
    assert {sample.spec: sample.stage for sample in records.read(desk.folder)} == {
        BOX.id: Stage.PASS,
        SPLIT.id: Stage.BLANK,
    }


def test_a_server_that_never_answers_ends_the_run(desk: Desk, server: ScriptedServer) -> None:
    server.say(Answer(status=401))
    with pytest.raises(BadRun, match=r"does not accept the key.*--resume"):
        ran(jobs(SPECS, [BARE, CONTRACT, EXACT], 1), desk)
    assert len(records.read(desk.folder)) >= PATIENCE
    assert len(server.requests) <= PATIENCE + 1


# ------------------------------------------------------------------------------------------------ the file

MADE = [
    Sample(
        "bare", f"spec{n}", 1, n, "m", "p", (("user", "draw\n\u2028 ü"),), "text", "code", Stage.PASS, Stage.BLANK,
        ("a: 1",), (), ("b",), "", 2, (("wrong", "c", "d"),), 3, 4, 5.5, 0.25,
    )
    for n in range(3)
]  # fmt: skip


def written(folder: Path) -> bytes:
    with records.opened(folder) as log:
        for sample in MADE:
            log.add(sample)
    return (folder / records.FILE).read_bytes()


def test_samples_are_read_as_they_were_written(tmp_path: Path) -> None:
    written(tmp_path)
    assert records.read(tmp_path) == MADE


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_cut_anywhere_loses_no_whole_line_and_goes_on(tmp_path: Path, data: st.DataObject) -> None:
    folder = tmp_path / str(time.monotonic_ns())
    content = written(folder)
    cut = data.draw(st.integers(0, len(content)))
    (folder / records.FILE).write_bytes(content[:cut])
    whole = (content[:cut] + b"\n").count(b"}\n")
    assert records.read(folder) == MADE[:whole]
    with records.opened(folder) as log:
        assert records.read(folder) == MADE[:whole]
        for sample in MADE[whole:]:
            log.add(sample)
    assert (folder / records.FILE).read_bytes() == content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60))
def test_what_is_no_sample_is_damage_or_a_torn_end_and_never_a_crash(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / records.FILE).write_bytes(junk)
    if b"\n" in junk:
        with pytest.raises(BadRun, match=r"Line \d+ of samples\.jsonl is damaged"):
            records.read(tmp_path)
    else:
        assert records.read(tmp_path) == []


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    lines = written(tmp_path).split(b"\n")
    lines[1] = lines[1][:-5]
    (tmp_path / records.FILE).write_bytes(b"\n".join(lines))
    with pytest.raises(BadRun, match="Line 2"):
        records.read(tmp_path)


def test_of_two_lines_for_one_sample_the_later_counts(tmp_path: Path) -> None:
    with records.opened(tmp_path) as log:
        log.add(replace(MADE[0], stage=Stage.ERROR))
        log.add(MADE[0])
    assert records.read(tmp_path) == [MADE[0]]


def test_two_runs_cannot_write_into_one_folder(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with records.opened(tmp_path), pytest.raises(BadRun, match="Another run"), records.opened(tmp_path):
        pass


# ------------------------------------------------------------------------------------------------ the command

GENERATED = ["--prompts", "generated", "--per-level", "2", "--variant", "bare"]


def bench(*words: str, cwd: Path) -> Done:
    return chatimg("bench", *words, cwd=cwd)


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_run_a_second_one_and_the_keys_nowhere(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(right(BOX), Answer(GIVES_UP))
    words = ["run", *GENERATED[:2], "--per-level", "5", "--only", BOX.id, SPLIT.id, "--variant", "bare", "-o", "out"]
    done = bench(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 of 2 samples, 1 passed" in done.stderr
    assert set(provider.keys) == {KEY}
    refused = bench(*words, cwd=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr.startswith("chatimg: out holds samples already.\n")
    again = bench(*words, "--resume", "--html", "page/out.html", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert len(provider.requests) == 2
    page = (tmp_path / "page" / "out.html").read_text(encoding="utf-8")
    assert ">scripted-1</h2>" in page, "the model"
    assert ">qwen2.5-coder-1.5b-instruct</h2>" in page, "beside what comes along"
    report = bench("report", "out", cwd=tmp_path)
    assert report.returncode == 0, report.stderr
    assert "| bare | 1/1 | 0/1 | 1/2 | 50% (" in report.stdout
    assert KEY.encode() not in files(tmp_path)
    assert not list(Path(os.environ["CHATIMG_STORE"]).iterdir()), "kept drawings are not touched"


def test_an_error_of_the_server_is_no_place_for_a_key_either(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.required_key = "another"  # the server repeats the key it was given
    done = bench("run", *GENERATED, "--model", "scripted-1", "-o", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert "5 samples in a row got no answer" in done.stderr
    assert "does not accept the key" in done.stderr
    assert KEY not in done.stderr
    assert KEY.encode() not in files(tmp_path)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_process_that_is_ended_loses_nothing_and_asks_nothing_twice(
    provider: ScriptedServer, tmp_path: Path, how: signal.Signals
) -> None:
    provider.say(Answer(GIVES_UP, delay=0.15))
    command = [sys.executable, "-m", "chatimg_magic.cli", "bench", "run", *GENERATED, "--samples", "2", "-o", "out"]
    process = subprocess.Popen(
        [*command, "--concurrency", "2", "--html", "page.html"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        # a shell that started these tests in the background has interrupts ignored, which is inherited
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        deadline = time.monotonic() + 60
        while len(provider.requests) < 6 and time.monotonic() < deadline:
            time.sleep(0.02)
        os.kill(process.pid, how)
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == (130 if how != signal.SIGKILL else -signal.SIGKILL)
    assert "Traceback" not in said
    assert not (tmp_path / "page.html").exists(), "it is not the end of the run yet"
    before = records.read(tmp_path / "out")
    assert before
    unfinished = len(provider.requests) - len(before)
    assert unfinished <= 2
    done = bench("run", *GENERATED, "--samples", "2", "--resume", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    after = records.read(tmp_path / "out")
    assert {sample.key for sample in after} == {job.key for job in jobs(generated(0, 2), [BARE], 2)}
    assert after[: len(before)] == before
    lines = (tmp_path / "out" / records.FILE).read_text().splitlines()
    assert len(lines) == len({(json.loads(line)["spec"], json.loads(line)["sample"]) for line in lines}) == 16
    assert len(provider.requests) == 16 + unfinished
    assert max(asked(provider).values()) <= 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--variant", "bold"], "They are: bare, contract"),
        (["--samples", "0"], "not a number from 1"),
        (["--concurrency", "many"], "not a number from 1"),
        (["--only", "g1_0_cirle"], "Did you mean g1_0_circle?"),
        (["--level", "7"], "not a number from 1"),
        (["--level", "5"], "Its levels are: 1, 2, 3, 4, 6."),
        (["--base-url", "http://127.0.0.1:1/v1", "--model", "x"], "cannot be reached"),
    ],
)
def test_mistakes_are_two_lines_on_standard_error(
    provider: ScriptedServer, tmp_path: Path, words: list[str], said: str
) -> None:
    done = bench("run", *GENERATED, *words, "-o", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not provider.requests


def test_the_answers_of_two_models_are_not_mixed(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(GIVES_UP)
    words = ["run", *GENERATED, "--only", "g1_0_circle", "-o", "out"]
    assert bench(*words, "--model", "one", cwd=tmp_path).returncode == 0
    done = bench(*words, "--model", "two", "--resume", cwd=tmp_path)
    assert done.returncode == 1
    assert "samples of one, and two would answer" in done.stderr


def test_a_run_treats_a_model_as_small_if_told_so(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say("```python\nimage = 1 / 0\n```")
    words = ["run", *GENERATED, "--only", "g1_0_circle", "--variant", "repair", "--model", "one", "-o"]
    assert bench(*words, "small", "--capability", "small", cwd=tmp_path).returncode == 0
    last = [request["messages"][-1]["role"] for request in provider.requests]
    assert last == ["assistant"] * 3, "the answer is begun, each time anew"
    assert bench(*words, "capable", cwd=tmp_path).returncode == 0
    lengths = [len(request["messages"]) for request in provider.requests[3:]]
    assert lengths == [lengths[0], lengths[0] + 2, lengths[0] + 4], "told what failed"


def test_a_report_on_nothing_says_how_to_make_samples(tmp_path: Path) -> None:
    done = bench("report", "nowhere", cwd=tmp_path)
    assert done.returncode == 1
    assert "chatimg bench run -o nowhere" in done.stderr


def test_without_the_extra_it_says_in_one_line_how_to_get_it(tmp_path: Path) -> None:
    code = "import sys; sys.modules['skimage'] = None\nfrom chatimg_magic.cli import main\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "bench", "run", "-o", "out"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert done.stderr == 'chatimg: The benchmark needs scikit-image: pip install "chatimg-magic[bench]"\n'
