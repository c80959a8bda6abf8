"""The command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from PIL import Image

from chatimg_magic import __version__
from tests.answers import GIVES_UP, INDEX_ERROR, SQUARE, disc
from tests.commands import chatimg
from tests.servers.scripted import Answer, ScriptedServer


def test_draw_saves_the_picture_and_the_code(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(disc(rows=40, cols=50))
    done = chatimg("draw", "a red circle", "--size", "40x50", "-o", "circle.png", "--code", "circle.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "circle.png\n"), done.stderr
    assert "scripted-1, attempt 1" in done.stderr
    with Image.open(tmp_path / "circle.png") as picture:
        assert (picture.size, picture.mode) == ((50, 40), "RGB")
    assert (tmp_path / "circle.py").read_text().startswith("# a red circle\n")
    words = ("draw", "a red circle", "--size", "40x50", "-o", "again.png", "--film", "circle.gif")
    again = chatimg(*words, cwd=tmp_path)
    assert (again.returncode, again.stdout, len(provider.requests)) == (0, "again.png\ncircle.gif\n", 1)
    with Image.open(tmp_path / "circle.gif") as film:
        assert getattr(film, "n_frames", 1) == 2
    assert (tmp_path / "again.png").read_bytes() == (tmp_path / "circle.png").read_bytes()


def test_a_look_is_told_in_lines(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(disc(), Answer("AS ASKED", refuses_images=400))
    words = ("draw", "a red circle", "--size", "64", "--look", "image", "-o", str(tmp_path / "x.png"))
    done = chatimg(*words)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "scripted-1, attempt 1",
        "drawn",
        "scripted-1 looks at attempt 1",
        'looked at: "AS ASKED"',
        "scripted-1 takes no images: it was told what is in the picture instead",
    ]
    provider.say(disc(colour="(20, 40, 220)"), disc())
    corrected = chatimg(*words, "--fresh", "--retries", "0")
    assert corrected.stderr.splitlines()[-3:] == ["scripted-1 looks at attempt 2", "corrected after a look", "drawn"]


def test_a_grey_picture_stays_grey(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(SQUARE)
    done = chatimg("draw", "x", "--name", "square", "--size", "200", "--mode", "gray", "-o", str(tmp_path / "x.png"))
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "x.png") as picture:
        assert picture.mode == "L"


@pytest.mark.parametrize(
    ("answer", "words", "said"),
    [
        (GIVES_UP, [], "No picture after 3 attempts"),
        (Answer(status=401), [], "does not accept the key"),
        ("", ["--size", "0"], "0 pixels"),
        ("", ["--mode", "cmyk"], "cmyk"),
    ],
)
def test_errors_are_two_lines_on_standard_error(
    provider: ScriptedServer, tmp_path: Path, answer: str | Answer, words: list[str], said: str
) -> None:
    provider.say(answer)
    done = chatimg("draw", "x", *words, "-o", str(tmp_path / "x.png"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.png").exists()


def test_nobody_to_ask_is_an_error_that_lists_the_ways(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHATIMG_MODELS", str(tmp_path))
    monkeypatch.delenv("CHATIMG_LOCAL_MODEL", raising=False)
    done = chatimg("draw", "x")
    assert done.returncode == 1
    for way in ("chatimg model get", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        assert way in done.stderr


def test_doctor_proves_every_denial_and_names_who_answers(provider: ScriptedServer) -> None:
    done = chatimg("doctor")
    assert done.returncode == 0, done.stderr
    assert "scripted-1 (127.0.0.1" in done.stdout
    assert "OPENAI_BASE_URL is set" in done.stdout
    assert "treated as     capable (it is told what failed), because it is a server's\n" in done.stdout
    assert done.stdout.count("denied (tried)") == 7
    assert "NOT" not in done.stdout
    assert "sk-test" not in done.stdout
    assert __version__ in done.stdout


def test_store_lists_locates_and_clears(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(disc())
    chatimg("draw", "a kept disc", "--size", "64", "-o", str(tmp_path / "x.png"))
    listed = chatimg("store").stdout
    assert "a kept disc" in listed
    assert chatimg("store", "path").stdout.strip() == listed.splitlines()[0]
    assert "1 kept drawings removed" in chatimg("store", "clear").stdout
    assert "no drawings are kept" in chatimg("store").stdout


def test_the_command_imports_nothing_heavy_for_its_help() -> None:
    code = "import sys, chatimg_magic.cli as c\ntry:\n    c.main(['--version'])\nexcept SystemExit:\n    pass\n"
    code += "print([m for m in ('numpy', 'openai', 'matplotlib', 'IPython') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_empty_description_is_told_where_a_shell_has_it(provider: ScriptedServer, tmp_path: Path) -> None:
    done = chatimg("draw", " ", "-o", str(tmp_path / "x.png"))
    assert (done.returncode, "in quotes" in done.stderr, "below" in done.stderr) == (1, True, False)


def test_a_terminal_is_told_what_the_answers_took(provider: ScriptedServer, tmp_path: Path) -> None:
    provider.say(INDEX_ERROR, disc())
    words = ["-m", "chatimg_magic.cli", "draw", "a red disc", "--size", "64", "-o", str(tmp_path / "x.png")]
    shell = pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=120, dimensions=(60, 200))
    shell.expect(r"2 answers: [\d,]+ tokens in, [\d,]+ out\r\n")
    shell.expect(pexpect.EOF)
    again = pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=120, dimensions=(60, 200))
    again.expect(pexpect.EOF)
    assert "tokens" not in again.before, "nobody was asked"
