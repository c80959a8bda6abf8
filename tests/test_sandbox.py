"""The sandbox: what comes back from code, and what bounds it."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

import pytest

from chatimg_magic.sandbox import Failure, Limits, Result, Sandbox
from chatimg_magic.sandbox.protocol import Kind, Reply
from chatimg_magic.sandbox.result import result as read
from tests.jobs import PICTURE, gone, last, outcome, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux isolates, and elsewhere nothing is run")


class TestWhatComesBack:
    def test_pixels_print_and_notes(self) -> None:
        result = outcome("import numpy as np\nprint('dots', 3)\nimg = np.full((4, 5), 0.5)")
        assert result.pixels is not None
        assert result.pixels.tolist() == [[128] * 5] * 4
        assert result.printed == "dots 3\n"
        assert result.notes == ("float64 0 to 1 scaled to 0 to 255",)
        assert (result.problem, result.failure, result.taken) == ("", None, "")

    def test_statements_share_a_namespace_and_frames_grow(self) -> None:
        with Sandbox().start() as run:
            run.send("import numpy as np\nimg = np.zeros((9, 9), np.uint8)", 1, "img")
            for row in range(3):
                run.send(f"img[{row}] = {row + 1}", 3 + row, "img")
            steps = [step for step in run.finish("img") if step is not None]
        assert [int(frame.sum()) for frame in steps[:-1] if not isinstance(frame, Result)] == [9, 27, 54]
        assert isinstance(steps[-1], Result)
        assert steps[-1].pixels is not None
        assert int(steps[-1].pixels.sum()) == 54

    def test_parts_without_a_pixel_are_told_of_whole_or_sent_piece_by_piece(self) -> None:
        lines = [
            "import numpy as np",
            "img = np.full((40, 40), 255, np.uint8)",
            "img[9:20, 9:20] = 255",
            "img[30:35] = 0",
        ]
        assert outcome("\n".join(lines)).unseen == (3,)
        with Sandbox().start() as run:
            for number, line in enumerate(lines, 1):
                run.send(line, number, "img")
            result = last(run)
        assert (result.unseen, result.tried) == ((3,), ()), "looking at them is no evidence against the code"

    @pytest.mark.parametrize("told", [None, "3", [True, -1, 0, 2.5, "7", 10**9], {"3": 3}])
    def test_lines_that_are_none_are_left_out(self, told: object) -> None:
        reply = Reply(Kind.DONE, {"unseen": told}, (1, 1), b"\x07")
        assert read(reply, Limits()).unseen == ()

    def test_frames_are_thinned_out_and_the_result_is_whole(self) -> None:
        with Sandbox().start() as run:
            run.send("import numpy as np\nimg = np.arange(900 * 300).reshape(900, 300) % 251", 1, "img")
            frame, result = (step for step in run.finish("img") if step is not None)
        assert not isinstance(frame, Result)
        assert frame.shape == (225, 75)
        assert isinstance(result, Result)
        assert result.pixels is not None
        assert result.pixels.shape == (900, 300)

    def test_frames_come_without_waiting(self) -> None:
        with Sandbox().start() as run:
            run.send(PICTURE, 1, "img")
            seen: list[object] = []
            assert until(lambda: bool(seen.extend(run.frames()) or seen))
            run.send("import time; time.sleep(1); img[0] = 1", 4, "img")
            began = time.monotonic()
            assert list(run.frames()) == []
            assert time.monotonic() - began < 2
            assert not run.failed

    @pytest.mark.parametrize(
        ("code", "taken"),
        [
            ("img = np.eye(8)", ""),
            ("image = np.eye(8)", "image"),
            ("disc = np.eye(8)\ncanvas = np.ones((8, 8))\nlast = np.eye(9)", "canvas"),
            ("disc = np.eye(8)\nlast = np.eye(9)", "last"),
            ("import matplotlib.pyplot as plt\nsun, sky = np.eye(8), np.eye(9)\nplt.imshow(sun)\nplt.show()", "sun"),
            ("import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.imshow(np.eye(8) / 2, cmap='gray')", ""),
            ("from PIL import Image\nart = Image.new('RGB', (8, 8), 'red')", "art"),
            ("def img(): pass\nart = np.eye(8)", "art"),
            ("x" * 90 + " = np.eye(8)", ""),
            ("import matplotlib.pyplot as plt\nglobals()[5] = np.eye(8)\nplt.imshow(globals()[5])", ""),
        ],
        ids="asked usual usual-first newest shown shown-unnamed pillow function long number".split(),
    )
    def test_the_picture_is_found_under_its_own_name(self, code: str, taken: str) -> None:
        result = outcome("import numpy as np\n" + code)
        assert result.pixels is not None
        assert result.taken == taken

    @pytest.mark.parametrize(
        ("code", "problem"),
        [
            ("x = 3", "no variable `img` was made"),
            ("img = 'a picture'", "the array has dtype <U9; it must be uint8"),
            ("import numpy as np\nimg = np.zeros((2, 3, 9))", "the array has shape (2, 3, 9)"),
            ("import numpy as np\nimg = np.zeros(1, [(f'a{i}', 'u1') for i in range(30000)])", "the array has dtype"),
        ],
    )
    def test_what_is_no_picture_is_said(self, code: str, problem: str) -> None:
        result = outcome(code)
        assert result.pixels is None
        assert problem in result.problem
        assert len(result.problem) <= 500

    @pytest.mark.parametrize(
        ("code", "failure"),
        [
            ("x = 1\ny = x / 0", Failure("ZeroDivisionError", "division by zero", (2,))),
            ("def f(n):\n    return n[9]\nf([])", Failure("IndexError", "list index out of range", (3, 2))),
            ("raise SystemExit('enough')", Failure("SystemExit", "enough", (1,))),
            ("class E(Exception):\n    def __str__(self): exit()\nraise E", Failure("E", "", (3,))),
            ("raise ValueError('a\\x1b[2J\\u202eb sk-0123456789 ' + 'z' * 9)", None),
            ("class E(BaseException): pass\nE.__name__ = 'E' * 999\nraise E('m' * 9999)", None),
        ],
        ids=["line", "lines", "exit", "hostile-text", "control-characters", "long"],
    )
    def test_an_exception_comes_with_type_message_and_lines(self, code: str, failure: Failure | None) -> None:
        got = outcome(code).failure
        assert got is not None
        assert failure in (None, got)
        assert len(got.type) <= 100
        assert len(got.message) <= 600
        assert got.message.isprintable()
        assert "sk-0" not in got.message

    def test_lines_count_from_the_start_of_the_code(self) -> None:
        with Sandbox().start() as run:
            run.send("x = 1\n", 1, "img")
            run.send("y = [\n    x,\n    x.size,\n]", 40, "img")
            result = last(run)
            assert run.failed
        assert result.failure is not None
        assert result.failure.lines == (42,)

    def test_warnings_and_fonts_work_in_a_locked_worker(self) -> None:
        result = outcome(
            "import numpy as np\nfrom PIL import Image, ImageDraw\nnp.float64(1) / np.float64(0)\n"
            "art = Image.new('L', (40, 40))\nImageDraw.Draw(art).text((2, 2), 'Hi', fill=255)\nimg = np.array(art)"
        )
        assert result.pixels is not None
        assert result.pixels.any()
        assert "RuntimeWarning: divide by zero" in result.printed

    @pytest.mark.parametrize("name", ["scipy.ndimage", "skimage.draw", "matplotlib.colors"])
    def test_heavy_modules_are_there_when_asked_for(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if importlib.util.find_spec(name.split(".")[0]) is None:
            pytest.skip(f"{name} is not installed")
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        code = f"import {name}\n{PICTURE}"
        assert outcome(code, imports=(name,)).pixels is not None
        assert list(tmp_path.iterdir()) == []

    def test_modules_that_were_not_asked_for_are_missing(self) -> None:
        failure = outcome("import scipy.ndimage").failure
        assert failure is not None
        assert failure.type == "ModuleNotFoundError"


class TestPrinted:
    def test_it_is_capped_and_the_rest_counted(self) -> None:
        result = outcome("print('ab' * 50, end='')\n" + PICTURE, Limits(printed=30))
        assert result.printed == "ab" * 15 + "\n… 70 more characters were printed and dropped"

    def test_characters_that_take_most_bytes_fit(self) -> None:
        result = outcome("print('\U0001f3a8' * 20000)\n" + PICTURE, Limits(printed=50_000))
        assert result.pixels is not None
        assert result.printed == "\U0001f3a8" * 20_000 + "\n… 1 more characters were printed and dropped"

    def test_both_streams_are_kept_and_control_characters_are_not(self) -> None:
        code = "import sys\nprint('a\\x1b[31m\\u202e\\ud800b\\tc')\nprint('d', file=sys.stderr)\n"
        assert outcome(code + PICTURE).printed == "a[31mb\tc\nd\n"


WAIT = "import threading\nthreading.Event().wait(99)"
"""Without processor time; Python 3.10 has no ``time.sleep`` there, which it makes of a system call that is denied."""


class TestLimits:
    @pytest.mark.parametrize("code", ["while True: pass", WAIT], ids=["loop", "wait"])
    def test_time(self, code: str) -> None:
        began = time.monotonic()
        assert outcome(code, Limits(seconds=0.5)).problem == "the code ran longer than 0.5 s"
        assert time.monotonic() - began < 5

    def test_time_while_nobody_finishes(self) -> None:
        with Sandbox(Limits(seconds=0.4)).start() as run:
            run.send(WAIT, 1, "img")
            assert until(lambda: list(run.frames()) == [] and run.failed)
            assert gone(run.pid)
            assert last(run).problem == "the code ran longer than 0.4 s"

    def test_processor_time_while_nobody_looks(self) -> None:
        with Sandbox(Limits(seconds=0)).start() as run:
            run.send("while True: pass", 1, "img")
            assert until(lambda: gone(run.pid))
            assert run._link.take(1) is None
            assert run._link.ended == "CPU time used up"

    def test_time_counts_only_while_code_is_pending(self) -> None:
        with Sandbox(Limits(seconds=0.6)).start() as run:
            assert run.isolation().holds
            run.send(PICTURE, 1, "img")
            time.sleep(0.8)  # the reply has long arrived, but nobody looks at it
            run.send("img[0] = 1", 4, "img")
            assert last(run).pixels is not None

    def test_time_does_not_count_before_the_worker_is_ready(self) -> None:
        with Sandbox(Limits(seconds=0.6)).start() as run:
            os.kill(run.pid, signal.SIGSTOP)
            run.send(PICTURE, 1, "img")
            time.sleep(0.8)
            assert list(run.frames()) == []
            os.kill(run.pid, signal.SIGCONT)
            assert last(run).pixels is not None

    @pytest.mark.parametrize(
        ("code", "error"),
        [
            ("import numpy as np\nimg = np.ones((60000, 60000))", "MemoryError"),
            ("text = 'x' * 10**10", "MemoryError"),
            ("kept = []\nwhile True: kept.append(bytearray(10**7))", "MemoryError"),
            ("def f(): f()\nf()", "RecursionError"),
            ("import os\nos.fork()", "PermissionError"),
            ("import sys\nsys.stdin.read(1) or 1 / 0", "ZeroDivisionError"),
        ],
        ids=["array", "text", "list", "recursion", "fork", "input"],
    )
    def test_memory_stack_processes_and_input(self, code: str, error: str) -> None:
        failure = outcome(code, Limits(seconds=5, memory=600 * 1024**2)).failure
        assert failure is not None
        assert failure.type == error

    def test_a_flood_of_print_takes_no_memory(self) -> None:
        result = outcome("for _ in range(1000): print('x' * 100_000)\n" + PICTURE, Limits(memory=400 * 1024**2))
        assert result.pixels is not None
        assert result.printed.endswith("… 99,985,000 more characters were printed and dropped")

    def test_commands_for_a_worker_that_does_not_read_do_not_block(self) -> None:
        began = time.monotonic()
        with Sandbox(Limits(seconds=0.5)).start() as run:
            run.send("while True: pass", 1, "img")
            for line in range(2, 6):
                run.send(f"text = '{'x' * 500_000}'", line, "img")
            assert time.monotonic() - began < 2
            assert last(run).problem == "the code ran longer than 0.5 s"
