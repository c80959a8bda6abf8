"""The cell magic in a real kernel: as a notebook's front end runs it."""

from __future__ import annotations

import base64
import io
import os
import re
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.answers import ALL_BLACK, GIVES_UP, INDEX_ERROR, SQUARE, disc, program
from tests.jobs import gone, until
from tests.kernels import Execution, Kernel, started_kernel
from tests.servers.scripted import Answer, ScriptedServer, images_of

CELL = "%%chatimg square --size 200 --mode gray\nA white square in the middle of a black background"
KEY = "sk-test-0123456789abcdef"


@pytest.fixture
def kernel(kept_kernel: Kernel, server: ScriptedServer) -> Kernel:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY)
    assert kept_kernel.run("%load_ext chatimg_magic").status == "ok"
    return kept_kernel


def pixels(done: Execution) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(done.displays[0]["data"]["image/png"]))))


def test_a_cell_becomes_a_picture_a_variable_and_a_new_cell(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(Answer(SQUARE, pace=0.01))
    done = kernel.run(CELL, cell="c1")
    assert done.status == "ok"
    assert done.text == {"stdout": "", "stderr": ""}
    assert len(done.displays) == 2, "the status line becomes the picture; the panel is below"
    assert "application/vnd.jupyter.widget-view+json" in done.displays[1]["data"]
    assert any("writing…" in update["data"]["text/plain"] for update in done.updates)
    data = done.displays[0]["data"]
    assert set(data) == {"image/png", "text/html", "text/plain"}
    assert 'alt="A white square in the middle of a black background"' in data["text/html"]
    assert "scripted-1 (127.0.0.1" in data["text/plain"]
    assert "isolated" in data["text/plain"]
    shown = pixels(done)
    assert shown.shape[:2] == (200, 200)
    assert {tuple(c) for c in shown[:, :, :3].reshape(-1, 3).tolist()} == {(0, 0, 0), (255, 255, 255)}
    facts = kernel.run(
        "square.shape, str(square.dtype), int(square.sum() // 255), bool(square[50, 50]), square.flags.writeable"
    )
    assert facts.result == "((200, 200), 'uint8', 10000, True, True)"
    (cell,) = done.next_input
    assert cell.startswith("# A white square in the middle of a black background\n# drawn by scripted-1, attempt 1")


def test_the_kernel_never_runs_the_code_by_itself_and_the_review_cell_runs_without_the_package(
    kernel: Kernel, server: ScriptedServer
) -> None:
    server.say(
        program("H, W = 200, 200\nhelper_name = 7\nsquare = np.zeros((H, W), np.uint8)\nsquare[9:99, 9:99] = 255")
    )
    done = kernel.run(CELL, cell="c1")
    assert kernel.run("'helper_name' in globals(), 'H' in globals()").result == "(False, False)"
    before = kernel.run("square.tobytes()").result
    with started_kernel() as other:
        shown = other.run(done.next_input[0], cell="c2")
        assert shown.status == "ok"
        assert "image/png" in shown.displays[0]["data"]
        assert other.run("square.tobytes()").result == before
        assert other.run("import sys; [m for m in sys.modules if m.startswith('chatimg')]").result == "[]"


def test_with_run_the_checked_code_runs_in_the_kernel_and_the_picture_is_shown_once(
    kernel: Kernel, server: ScriptedServer
) -> None:
    server.say(SQUARE)
    done = kernel.run(CELL.replace("--mode", "--run --mode"), cell="c1")
    assert done.status == "ok"
    assert sum("image/png" in shown["data"] for shown in done.displays) == 1
    assert kernel.run("H, W, square.shape").result == "(200, 200, (200, 200))"


def test_running_a_cell_again_asks_nobody_and_inserts_nothing(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(SQUARE)
    kernel.run(CELL, cell="c1")
    again = kernel.run(CELL, cell="c1")
    assert len(server.requests) == 1
    assert again.next_input == []
    assert "nobody was asked" in again.displays[0]["data"]["text/plain"]
    other_cell = kernel.run(CELL, cell="c2")
    assert len(other_cell.next_input) == 1, "a copied magic cell gets its own review cell"
    fresh = kernel.run(CELL.replace("--mode", "--fresh --mode"), cell="c1")
    assert len(server.requests) == 2
    assert "attempt 2 of 2" in fresh.displays[0]["data"]["text/plain"]


def test_a_restarted_kernel_replays_without_a_server_and_without_a_second_cell(
    kernel: Kernel, server: ScriptedServer
) -> None:
    server.say(SQUARE)
    kernel.run(CELL, cell="c1")
    with started_kernel() as restarted:
        restarted.run("%load_ext chatimg_magic")
        done = restarted.run(CELL, cell="c1")
        assert done.status == "ok"
        assert done.next_input == []
        assert restarted.run("int(square.sum() // 255)").result == "10000"


def test_a_named_model_accepts_only_its_own_attempts(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(SQUARE)
    kernel.run(CELL, cell="c1")
    done = kernel.run(CELL.replace("--mode", "--model other-2 --mode"), cell="c1")
    assert server.requests[-1]["model"] == "other-2"
    assert "other-2" in done.displays[0]["data"]["text/plain"]
    again = kernel.run(CELL.replace("--mode", "--model scripted-1 --mode"), cell="c1")
    assert len(server.requests) == 2
    assert "scripted-1" in again.displays[0]["data"]["text/plain"]


@pytest.mark.parametrize(
    "prompt",
    [
        "a {curly} {0} {{double}} box",
        "100 % of %s and %(name)s $HOME ${x} {x!r}",
        """it's "quoted" and '''tripled''' and \\n backslashed""",
        "日本語の絵 🎨 и ещё",
        "!ls\n%run x\n?help\n```python\nx = 1\n```",
    ],
)
def test_any_prompt_is_plain_text(kernel: Kernel, server: ScriptedServer, prompt: str) -> None:
    server.say(disc())
    kernel.run("x = 'must not be expanded'")
    done = kernel.run(f"%%chatimg --size 64\n{prompt}", cell="c1")
    assert done.status == "ok", done.error
    assert server.requests[-1]["messages"][-1]["content"].startswith(prompt)
    assert kernel.run(done.next_input[0], cell="c2").status == "ok"


def test_a_failing_answer_is_repaired_with_a_measured_message(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(INDEX_ERROR, ALL_BLACK, disc())
    done = kernel.run("%%chatimg --size 64\na disc", cell="c1")
    assert done.status == "ok"
    assert "attempt 3 of 3" in done.displays[0]["data"]["text/plain"]
    first, second = (request["messages"][-1]["content"] for request in server.requests[1:])
    assert "IndexError: index 64 is out of bounds for axis 0 with size 64" in first
    assert "image[i, i] = 255" in first
    assert "blank: every pixel is (0, 0, 0)" in second


def test_a_model_that_gives_up_is_an_error_with_its_words(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(GIVES_UP)
    done = kernel.run("%%chatimg --size 64 --retries 1\na basketball", cell="c1")
    assert done.status == "error"
    assert len(server.requests) == 2
    assert "I apologise" in done.error
    assert "No picture after 2 attempts" in done.error
    assert done.error.count("\n") <= 1
    assert done.next_input == []
    assert "2×" in kernel.run("%chatimg store").text["stdout"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("%%chatimg --sise 20\nx", ["--sise", "Did you mean --size?"]),
        ("%%chatimg --size twenty\nx", ["twenty", "ROWSxCOLS"]),
        ("%%chatimg --size 9999x9999\nx", ["99,980,001 pixels", "64 million"]),
        ("%%chatimg --mode grey\nx", ["grey", "gray"]),
        ("%%chatimg for\nx", ["'for'", "variable"]),
        ("%%chatimg my-name\nx", ["my-name"]),
        ("%%chatimg np\nx", ["np"]),
        ("%%chatimg a b\nx", ["extra word 'b'"]),
        ("%%chatimg --retries many\nx", ["many", "--retries 2"]),
        ("%%chatimg --look twice\nx", ["twice", "off, facts or image"]),
        ("%%chatimg 'open\nx", ["quotation mark"]),
        ("%%chatimg\n", ["no description"]),
        ("%%chatimg\n   \n", ["no description"]),
        ("%%chatimg\n" + "x" * 32_001, ["32,001 bytes", "32,000"]),
    ],
)
def test_bad_input_is_one_or_two_lines_and_asks_nobody(
    kernel: Kernel, server: ScriptedServer, line: str, words: list[str]
) -> None:
    done = kernel.run(line, cell="c1")
    assert done.status == "error"
    assert all(word in done.error for word in words), done.error
    assert done.error.count("\n") <= 1
    assert not server.requests
    assert not done.displays


def test_the_traceback_is_hidden_unless_debug_is_set(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(Answer(status=401))
    assert "Traceback" not in kernel.run("%%chatimg\nx", cell="c1").error
    kernel.run("%config ChatImg.debug = True")
    assert "Traceback" in kernel.run("%%chatimg\nx", cell="c1").error


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500])
def test_a_servers_refusal_is_short_and_shows_no_key(kernel: Kernel, server: ScriptedServer, status: int) -> None:
    server.say(Answer(status=status, error=f"trouble with {KEY} and model"))
    done = kernel.run("%%chatimg\nx", cell="c1")
    assert (done.status, done.error_name) == ("error", "ProviderError")
    assert KEY not in done.error + str(done.displays)
    assert done.error.count("\n") <= 1


def test_an_unreachable_server_is_one_short_error(kernel: Kernel, server: ScriptedServer) -> None:
    server.close()
    done = kernel.run("%%chatimg\nx", cell="c1")
    assert "cannot be reached" in done.error
    assert done.error.count("\n") <= 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(SQUARE, delay=30), id="before the first byte"),
        pytest.param(Answer(SQUARE, hang_after=20), id="in the middle of the stream"),
        pytest.param(
            Answer(program("square = np.zeros((200, 200), np.uint8)\nwhile not square.any():\n    pass")),
            id="while the code runs",
        ),
    ],
)
def test_an_interrupt_stops_everything_within_a_second(kernel: Kernel, server: ScriptedServer, answer: Answer) -> None:
    server.say(disc())
    kernel.run("%%chatimg --size 64\nwarm up", cell="c0")
    server.say(answer)
    done = kernel.run(CELL, cell="c1", interrupt_after=1.0)
    assert done.error == "KeyboardInterrupt: stopped; what had arrived is kept."
    assert done.error_name == "KeyboardInterrupt"
    assert done.seconds < 3.0, "stopped within a second of the interrupt, with room for a busy machine"
    workers = kernel.run(
        "import os; len(os.popen(f'ps -ww --ppid {os.getpid()} -o args=').read().split('worker.py')) - 1"
    )
    assert workers.result == "0"
    if answer.delay or answer.hang_after:
        for _ in range(100):
            if server.disconnects:
                break
            server.closing.wait(0.02)
        assert server.disconnects == 1, "the stream was closed"
    if not answer.delay:
        kept = kernel.run(
            "import json, glob, os; [len(json.loads(open(f).readlines()[1])['text']) > 20 "
            "for f in glob.glob(os.environ['CHATIMG_STORE'] + '/*.json') if 'white square' in open(f).read()]"
        )
        assert kept.result == "[True]"


RUNS_ON = program("square = np.zeros((200, 200), np.uint8)\nwhile not square.any():\n    pass")


def busy_worker(kernel: Kernel) -> int:
    """Return the process id of a kernel's worker once it runs code: it has used more time than it takes to start."""
    listing = ["ps", "-ww", "--ppid", str(kernel.manager.provisioner.pid), "-o", "pid=,args="]  # type: ignore[union-attr]
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for line in subprocess.run(listing, capture_output=True, text=True, check=False).stdout.splitlines():
            pid = int(line.split()[0])
            if "worker.py" in line and not gone(pid):
                spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
                if sum(map(int, spent)) > 0.4 * os.sysconf("SC_CLK_TCK"):
                    return pid
        time.sleep(0.05)
    raise TimeoutError("no worker runs code")


def test_a_killed_worker_is_one_clear_line_and_the_next_cell_draws(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(disc(), RUNS_ON, SQUARE)
    kernel.run("%config ChatImg.seconds = 60")  # the machine may be busy
    kernel.run("%%chatimg --size 64\nwarm up", cell="c0")
    killed: list[int] = []

    def kill() -> None:
        killed.append(busy_worker(kernel))
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    done = kernel.run(CELL.replace("gray", "gray --retries 0"), cell="c1", timeout=200)
    killer.join()
    said = "NoPicture: No picture after 1 attempt: the code ended its process (killed by signal 9)."
    assert done.error.splitlines()[0] == said
    assert done.error.count("\n") == 1
    assert gone(killed[0])
    assert kernel.run(f"{CELL} again", cell="c1").status == "ok"


def test_a_killed_kernel_takes_its_worker_along_and_keeps_what_was_drawn(
    server: ScriptedServer, tmp_path: Path
) -> None:
    server.say(SQUARE, RUNS_ON)
    places = {"CHATIMG_STORE": str(tmp_path / "kept"), "TMPDIR": str(tmp_path)}
    with started_kernel(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY, **places) as kernel:
        kernel.run("%load_ext chatimg_magic\n%config ChatImg.seconds = 60")
        assert kernel.run(CELL, cell="c1", timeout=200).status == "ok"
        kernel.client.execute(f"{CELL} and more")
        worker = busy_worker(kernel)
        os.kill(kernel.manager.provisioner.pid, signal.SIGKILL)  # type: ignore[union-attr]
        assert until(lambda: gone(worker), 5), "it may use 60 s of processor time, and does not live for them"
    assert not list(tmp_path.glob("chatimg-*"))
    with started_kernel(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY, **places) as another:
        another.run("%load_ext chatimg_magic")
        done = another.run(CELL, cell="c1", timeout=200)
        assert (done.status, done.text["stderr"]) == ("ok", "")
    assert len(server.requests) == 2, "the drawing is kept, nobody is asked again"


def test_a_cell_whose_model_looks_says_so_and_shows_what_was_chosen(kernel: Kernel, server: ScriptedServer) -> None:
    cell = "%%chatimg dot --size 64 --look image\na red disc on a white background"
    server.say(disc("dot"), Answer(disc("dot").replace("32", "31"), images=1, delay=0.8))
    done = kernel.run(cell, cell="c1")
    assert done.status == "ok", done.error
    assert any("looks at it…" in update["data"]["text/plain"] for update in done.updates)
    shown = done.displays[0]["data"]["text/plain"]
    assert "attempt 2 of 2" in shown
    assert "corrected after a look" in shown
    (file,) = images_of(server.requests[-1])
    first = kernel.run(
        "from chatimg_magic.session import current\ncurrent().latest['dot'].attempts[0].picture.array.sum()"
    )
    assert str(int(np.asarray(Image.open(io.BytesIO(file))).astype(int).sum())) in str(first.result)
    kernel.run(cell, cell="c1")
    assert len(server.requests) == 2, "what is kept is not looked at again"
    kernel.run("%config ChatImg.look = 'facts'")
    server.say(disc("dot"), Answer("AS ASKED", images=0))
    again = kernel.run(cell.replace(" --look image", " --fresh"), cell="c1")
    assert 'looked at: "AS ASKED"' in again.displays[0]["data"]["text/plain"]


def test_the_manual_and_the_settings_are_where_ipython_users_look(kernel: Kernel) -> None:
    manual = kernel.run("%%chatimg?").payloads[0]["data"]["text/plain"]
    assert "%%chatimg smiley --size 256" in manual
    assert "--no-insert" in manual
    assert "usage: %%chatimg" in kernel.run("%%chatimg --help").text["stdout"]
    described = kernel.run("%config ChatImg").text["stdout"]
    for trait in ("size", "mode", "retries", "store", "base_url", "debug"):
        assert f"ChatImg.{trait}=" in described
    kernel.run("%config ChatImg.mode = 'purple'")
    assert kernel.run("%config ChatImg.mode").result == "'rgb'"


def test_the_line_alone_says_in_five_lines_what_is_set_up_and_what_to_type(
    kernel: Kernel, server: ScriptedServer
) -> None:
    first, second, *example, last = kernel.run("%chatimg").text["stdout"].splitlines()
    assert re.fullmatch(r"chatimg-magic \S+: scripted-1 \(127\.0\.0\.1:\d+\) answers, because .+ is set\.", first)
    assert second.startswith("Generated code is isolated (")
    for word in ("help", "doctor", "usage", "store", "%config ChatImg"):
        assert word in last
    assert len(example) == 2
    server.say(disc("smiley", 256, 256))
    assert kernel.run("\n".join(line.strip() for line in example), cell="c1").status == "ok"
    assert kernel.run("%chatimg help").text["stdout"].startswith("Draw the array")
    assert "store, doctor, usage or help" in kernel.run("%chatimg dokter").error


def test_the_line_alone_says_what_to_do_where_nobody_answers(kernel: Kernel, tmp_path: Path) -> None:
    kernel.run(f"import os; os.environ.update(OPENAI_BASE_URL='', OPENAI_API_KEY='', CHATIMG_MODELS={str(tmp_path)!r})")
    kernel.run("os.environ.pop('CHATIMG_LOCAL_MODEL', None)")
    lines = kernel.run("%chatimg").text["stdout"].splitlines()
    assert len(lines) == 5
    assert "No model is set up" in lines[0]
    assert "set OPENAI_API_KEY" in lines[0]


def test_the_line_alone_does_not_wait_for_a_server_that_says_nothing(kernel: Kernel) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        kernel.run(f"%config ChatImg.base_url = {address!r}\nimport openai")
        done = kernel.run("%chatimg")
    assert "did not answer in time" in done.text["stdout"]
    assert len(done.text["stdout"].splitlines()) == 5
    assert done.seconds < 10, "it waits 2 s for a server; the rest is room for a busy machine"


def test_a_bad_setting_is_told_and_the_extension_loads_all_the_same(kernel: Kernel) -> None:
    kernel.run("%config ChatImg.mode = 'purple'")
    kernel.run("%unload_ext chatimg_magic")
    again = kernel.run("from chatimg_magic import settings; settings.current.cache_clear()\n%load_ext chatimg_magic")
    assert again.status == "ok"
    assert "not the str 'purple'" in again.text["stdout"]
    assert again.text["stdout"].count("\n") == 1
    assert kernel.run("%config ChatImg.mode").result == "'rgb'"


def test_settings_are_the_defaults_of_the_next_cell(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(disc("thing", 40, 50))
    kernel.run("%config ChatImg.size = '40x50'")
    kernel.run("%config ChatImg.name = 'thing'")
    kernel.run("%config ChatImg.insert = False")
    done = kernel.run("%%chatimg\nx", cell="c1")
    assert done.status == "ok", done.error
    assert done.next_input == []
    assert "<summary>code</summary>" in done.displays[0]["data"]["text/html"]
    assert kernel.run("thing.shape").result == "(40, 50, 3)"


def test_save_writes_the_picture_at_its_real_size(kernel: Kernel, server: ScriptedServer, tmp_path: object) -> None:
    server.say(disc())
    assert kernel.run(f"%%chatimg --size 64 --save {tmp_path}/disc.png\na disc", cell="c1").status == "ok"
    with Image.open(f"{tmp_path}/disc.png") as picture:
        assert picture.size == (64, 64)
    done = kernel.run(f"%%chatimg --size 64 --save {tmp_path}/none/disc.png\na disc", cell="c1")
    assert "could not be saved" in done.error


def test_loading_twice_and_unloading_leave_no_trace(kernel: Kernel) -> None:
    assert (
        kernel.run("%load_ext chatimg_magic").text["stdout"].startswith("The chatimg_magic extension is already loaded")
    )
    assert kernel.run("%reload_ext chatimg_magic").status == "ok"
    assert kernel.run("%unload_ext chatimg_magic").status == "ok"
    gone = kernel.run("%%chatimg\nx")
    assert gone.status == "error"
    assert "not found" in gone.text["stderr"] + gone.error
    assert kernel.run("%load_ext chatimg_magic").status == "ok"


def test_loading_imports_nothing_heavy() -> None:
    with started_kernel() as bare:
        bare.run("import sys; before = set(sys.modules)")
        bare.run("%load_ext chatimg_magic")
        loaded = bare.run("sorted({m.split('.')[0] for m in set(sys.modules) - before})").result
        for heavy in ("openai", "numpy", "matplotlib", "ipywidgets", "httpx", "PIL", "xllamacpp"):
            assert f"'{heavy}'" not in loaded


ISOLATED = '%config ChatImg.review_cell = "isolated"'


def test_an_isolated_review_cell_binds_only_the_array(kernel: Kernel, server: ScriptedServer) -> None:
    assert kernel.run(ISOLATED).status == "ok"
    server.say(program("H = 200\nhelper = 7\nsquare = np.zeros((H, H), np.uint8)\nsquare[9:99, 9:99] = 255"))
    (cell,) = kernel.run(CELL, cell="c1").next_input
    head, prompt, author, *_ = cell.split("\n")
    assert head == "%%chatimg run square"
    assert prompt.startswith("# A white square")
    assert author.startswith("# drawn by scripted-1")
    assert "plt" not in cell
    changed = cell.replace("= 255", "= 99").replace("helper = 7", "helper = 7\nprint('seen')")
    kernel.run("helper = 'mine'")
    done = kernel.run(changed, cell="c2")
    assert done.status == "ok"
    assert done.text["stdout"] == "seen\n"
    assert pixels(done)[..., :3].max() == 99
    assert "200×200 uint8 · isolated" in done.displays[0]["data"]["text/plain"]
    facts = kernel.run("helper, 'H' in globals(), square.shape, int(square.max()), square.flags.writeable")
    assert facts.result == "('mine', False, (200, 200), 99, True)"


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        ("import os\nart = os.getcwd()", "CodeRefused", "line 2 imports os"),
        ("import numpy as np\nart = np.zeros((8, 8))[9]", "CodeFailed", "line 3: art = np.zeros"),
        ("import numpy as np\nx = 1", "CodeFailed", "no variable `art` was made"),
        ("deploy()", "CodeRefused", "line 2 uses deploy"),
    ],
)
def test_what_an_isolated_cell_refuses_binds_nothing(kernel: Kernel, code: str, error: str, words: str) -> None:
    kernel.run("deploy = print\nart = 'old'")
    done = kernel.run(f"%%chatimg run art\n{code}", cell="c1")
    assert done.error_name == error
    assert words in done.error
    assert len(done.error) < 400
    assert kernel.run("art").result == "'old'"


def test_an_isolated_cell_gets_the_arrays_it_names(kernel: Kernel) -> None:
    kernel.run("import numpy as np\nphoto = np.full((4, 6), 7, np.uint8)")
    done = kernel.run("%%chatimg run art --using photo\nart = photo * 2\nalias = photo\nalias[:] = 0", cell="c1")
    assert done.status == "ok", done.error
    assert kernel.run("art.shape, int(art.max()), int(photo.max())").result == "((4, 6), 14, 7)"
    assert "takes a name and --using only" in kernel.run("%%chatimg run art --size 9\nart = 1").error
