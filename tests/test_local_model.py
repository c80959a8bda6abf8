"""The embedded model: a real engine, with real weights where they are installed."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatimg_magic.errors import LocalModelError
from chatimg_magic.models import Counted, Message, Question, Stage, Stop, Text, runnable, weights
from chatimg_magic.models.local import LocalModel, Run
from chatimg_magic.models.runnable import available_memory

ROOT = Path(__file__).parents[1]
SHORT = Question((Message("user", "Reply with the single word: yes"),), temperature=0.0, seed=1)
LONG = Question((Message("user", "Write all numbers from 1 to 500, separated by commas."),), temperature=0.0, seed=1)

LIMIT = 120
"""Tokens of an answer here."""

posix = pytest.mark.skipif(os.name != "posix", reason="signals and /proc")


@pytest.fixture(scope="module")
def file() -> Path:
    """Return the installed weights."""
    found = weights.find()
    if found is None:
        reason = "embedded model's weights are not installed: chatimg model get --small"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def shared(file: Path) -> Iterator[LocalModel]:
    """Return a model whose engine is kept for the tests that leave it as it is."""
    model = LocalModel(file, max_tokens=LIMIT)
    yield model
    model.close()


@pytest.fixture
def model(file: Path) -> Iterator[LocalModel]:
    """Return a model with an engine of its own, not started."""
    model = LocalModel(file)
    yield model
    model.close()


def ready(model: LocalModel) -> Run:
    run = model.engine.start()
    while not run.wait(1):
        pass
    return run


def say(model: LocalModel, question: Question = SHORT) -> str:
    return "".join(piece.text for piece in model.answer(question, Stop()) if isinstance(piece, Text))


def gone(pid: int, within: float) -> bool:
    """Whether a process, nobody's child, ends in so many seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
        if not state or state.startswith("Z"):
            return True
        time.sleep(0.05)
    return False


# ---- without weights


def test_a_missing_file(tmp_path: Path) -> None:
    model = LocalModel(tmp_path / "none.gguf")
    assert (model.name, model.provider, model.small) == ("none", "embedded", True)
    with pytest.raises(LocalModelError, match=r"weights cannot be read: .*none\.gguf .*Run: chatimg model get"):
        say(model)


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    file = tmp_path / "page.gguf"
    file.write_text("<html>")
    with pytest.raises(LocalModelError, match=r"page\.gguf is not a model in GGUF format"):
        say(LocalModel(file))


def test_too_little_memory(tmp_path: Path) -> None:
    if available_memory() is None:
        pytest.skip("this system does not say how much memory is free")
    file = tmp_path / "huge.gguf"
    with file.open("wb") as sparse:
        sparse.write(b"GGUF")
        sparse.truncate(4 * 10**12)
    with pytest.raises(LocalModelError, match=r"needs about 5200\.0 GB of memory; [0-9.]+ GB are free"):
        say(LocalModel(file))


def test_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "damaged.gguf"
    file.write_bytes(b"GGUF" + bytes(range(256)) * 40)
    with pytest.raises(LocalModelError, match=r"did not start: .*GGUF.*chatimg model remove && chatimg model get"):
        say(LocalModel(file))


def test_the_extra_is_not_installed() -> None:
    program = """
import pathlib
from chatimg_magic.models import Question, Stop
from chatimg_magic.models.local import LocalModel
list(LocalModel(pathlib.Path("x.gguf")).answer(Question(()), Stop()))
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-S", "-c", program], env=environment, capture_output=True, text=True)
    assert 'engine is not installed. Run: pip install "chatimg-magic[local]"' in done.stderr


def test_nothing_heavy_is_imported() -> None:
    program = """
import sys, chatimg_magic.models.local
print([name for name in ("xllamacpp", "openai", "huggingface_hub", "numpy") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n"


# ---- with weights


def test_it_answers(shared: LocalModel, capfd: pytest.CaptureFixture[str]) -> None:
    pieces, gaps, last = [], [], time.monotonic()
    for piece in shared.answer(SHORT, Stop()):
        pieces.append(piece)
        gaps.append(time.monotonic() - last)
        last = time.monotonic()
    text = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    counted = [piece.usage for piece in pieces if isinstance(piece, Counted)]
    assert text.strip(" .!").lower() == "yes"
    assert len(counted) == 1
    assert counted[0].prompt_tokens > 5
    assert 1 <= counted[0].completion_tokens <= 10
    assert pieces[0] == Stage("loading model…")
    assert statistics.median(gaps) < 0.5
    assert capfd.readouterr() == ("", "")


def test_it_goes_on_from_the_first_lines_of_an_answer(shared: LocalModel) -> None:
    wish = Message("user", "Write Python that prints the numbers one to three, each on a line, in a fenced block.")
    begun = "```python\nprint(1)\nprint(2)\n"
    question = Question((wish, Message("assistant", begun)), temperature=0.0, seed=1)
    text = "".join(piece.text for piece in shared.answer(question, Stop()) if isinstance(piece, Text))
    assert text.startswith(begun)
    assert "print(3)" in text[len(begun) :]
    assert "print(1)" not in text[len(begun) :]


def test_the_engine_is_kept(shared: LocalModel) -> None:
    pid = ready(shared).process.pid
    begun = time.monotonic()
    assert say(shared)
    assert time.monotonic() - begun < 5
    assert ready(shared).process.pid == pid
    assert "xllamacpp" not in sys.modules


def test_answers_end(shared: LocalModel) -> None:
    counted = [piece.usage for piece in shared.answer(LONG, Stop()) if isinstance(piece, Counted)]
    assert counted[0].completion_tokens == LIMIT


@pytest.mark.parametrize("way", ["stop", "close"])
def test_stopping_frees_the_engine(shared: LocalModel, way: str) -> None:
    stop, texts = Stop(), 0
    answer = shared.answer(LONG, stop)
    for piece in answer:
        texts += isinstance(piece, Text)
        if texts == 5:
            break
    begun = time.monotonic()
    if way == "stop":
        stop.set()
        assert not [piece for piece in answer if isinstance(piece, Counted)]
    else:
        answer.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 2
    assert next(piece for piece in shared.answer(SHORT, Stop()) if isinstance(piece, Text))
    assert time.monotonic() - begun < 3, "the answer was written to its end first"


@pytest.mark.parametrize("way", ["stop", "close"])
def test_stopping_while_it_loads(model: LocalModel, way: str) -> None:
    stop = Stop()
    answer = model.answer(SHORT, stop)
    assert next(answer) == Stage("loading model…")
    begun = time.monotonic()
    if way == "stop":
        stop.set()
        assert list(answer) == []
    else:
        answer.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 2
    run = model.engine.start()
    assert say(model)
    assert model.engine.start() is run


def test_a_stop_before_the_start_starts_nothing(model: LocalModel) -> None:
    stop = Stop()
    stop.set()
    assert list(model.answer(SHORT, stop)) == []
    assert model.engine._run is None


def test_threads_share_one_engine(model: LocalModel) -> None:
    runs: list[Run] = []
    threads = [threading.Thread(target=lambda: runs.append(model.engine.start())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(runs) == 8
    assert len(set(runs)) == 1


def test_a_model_that_memory_is_too_short_for_takes_that_of_another(
    file: Path, model: LocalModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ready(model)
    monkeypatch.setattr(runnable, "available_memory", lambda: 10**13 if first.ended() else 0)
    other = LocalModel(file, name="other")
    try:
        assert not other.engine.start().ended()
    finally:
        other.close()
    assert first.ended()
    monkeypatch.setattr(runnable, "available_memory", lambda: 10**13)
    assert model.engine.start() is not first, "it starts anew when it is asked again"


def ask(run: Run, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str]]:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    url = run.base_url.removesuffix("/v1") + path
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, headers=headers, method=method), timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.parametrize("path", ["/v1/models", "/v1/chat/completions", "/completion", "/props", "/slots", "/metrics"])
def test_the_key_is_needed(shared: LocalModel, path: str) -> None:
    run = ready(shared)
    for headers in ({}, {"Authorization": "Bearer none"}, {"Authorization": "Bearer " + run.key[:-1]}):
        assert ask(run, path, **headers)[0] == 401
    assert ask(run, "/v1/models", Authorization="Bearer " + run.key)[0] == 200


@pytest.mark.parametrize("path", ["/slots", "/metrics"])
def test_nothing_is_told_about_other_requests(shared: LocalModel, path: str) -> None:
    run = ready(shared)
    assert ask(run, path, Authorization="Bearer " + run.key)[0] == 501


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:8888", "http://127.0.0.1", "null"])
def test_web_pages_may_not_read(shared: LocalModel, origin: str) -> None:
    run = ready(shared)
    preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    for status, headers in (
        ask(run, "/v1/models", Origin=origin, Authorization="Bearer " + run.key),
        ask(run, "/v1/models", Origin=origin),
        ask(run, "/health", Origin=origin),
        ask(run, "/v1/chat/completions", "OPTIONS", Origin=origin, **preflight),
    ):
        assert status in (200, 401)
        assert headers.get("access-control-allow-origin", "") == ""
        assert headers.get("access-control-allow-headers", "") == ""
        assert headers.get("access-control-allow-credentials", "false") == "false"


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_the_key_is_nowhere_to_be_seen(shared: LocalModel) -> None:
    run = ready(shared)
    for name in ("cmdline", "environ"):
        assert run.key.encode() not in Path(f"/proc/{run.process.pid}/{name}").read_bytes()


@posix
def test_a_killed_engine_starts_anew(model: LocalModel) -> None:
    first = ready(model).process
    first.kill()
    first.wait()
    assert say(model)
    assert ready(model).process.pid != first.pid


@posix
def test_an_engine_killed_while_it_answers(model: LocalModel) -> None:
    answer = model.answer(LONG, Stop())
    assert next(piece for piece in answer if isinstance(piece, Text))
    ready(model).process.kill()
    with pytest.raises(LocalModelError, match=r"engine ended: exit status -9\. Run the cell again"):
        list(answer)
    assert say(model)


@posix
def test_an_engine_killed_while_it_loads(model: LocalModel) -> None:
    answer = model.answer(LONG, Stop())
    next(answer)
    model.engine.start().process.kill()
    with pytest.raises(LocalModelError, match=r"did not start: exit status -9"):
        list(answer)


@posix
def test_interrupting_the_group_leaves_the_engine(model: LocalModel) -> None:
    run = ready(model)
    assert os.getpgid(run.process.pid) != os.getpgid(0)
    os.kill(run.process.pid, signal.SIGINT)
    assert not run.ended(within=0.3)


STARTS = """
import os, pathlib, sys, time
from chatimg_magic.models.local import Engine
engine = Engine(pathlib.Path(sys.argv[1]), "model")
run = engine.start()
if sys.argv[2] == "ready":
    while not run.wait(1):
        pass
else:
    time.sleep(float(sys.argv[2]))
    assert not run.wait(0)
"""


@posix
@pytest.mark.parametrize("when", ["0", "0.15", "0.3", "ready"])
def test_the_engine_dies_with_its_parent(file: Path, when: str) -> None:
    program = STARTS + "print(run.process.pid, flush=True)\ntime.sleep(60)\n"
    with subprocess.Popen([sys.executable, "-c", program, file, when], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert gone(pid, within=0.4 if sys.platform == "linux" else 60), "it went on loading for nobody"


@posix
@pytest.mark.parametrize("how", ["", "engine.close()", "del engine"])
def test_the_engine_ends_with_its_owner(file: Path, how: str) -> None:
    program = STARTS + f"print(run.process.pid, flush=True)\n{how}\n"
    done = subprocess.run(
        [sys.executable, "-c", program, file, "0.2"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert gone(int(done.stdout), within=1.0)


@posix
def test_a_fork_leaves_its_parents_engine(file: Path) -> None:
    program = (
        STARTS
        + """
child = os.fork()
if not child:
    engine.close()
    sys.exit()
os.waitpid(child, 0)
print(run.ended(within=0.5))
"""
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, file, "ready"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == "False\n"
