"""Keeping where the disk is full, the folder may only be read, or eight kernels save at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session
from chatimg_magic.store import Store, StoreWarning, file
from chatimg_magic.store.form import attempt_to_data
from tests.answers import disc
from tests.servers.scripted import ScriptedServer

REQUEST = Request("a dot")
NOBODY = 65534
PROCESSES, SAVES = 8, 10
SAVE = """\
import os, resource, signal, sys, warnings
from pathlib import Path
from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.request import Request
from chatimg_magic.store import Store
store, drawing = Store(Path(sys.argv[1])), Drawing(Request("a dot"), [Attempt("m", text="x" * 9000, id="new")])
{limit}
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    kept = store.load(drawing.request)
    store.save(drawing)
    store.save(drawing)
print(len(kept.attempts) if kept else 0, [f"{{w.category.__name__}}: {{w.message}}" for w in caught])
"""
SMALL_FILES = """\
resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
"""
WRITER = """\
import sys
from pathlib import Path
from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.request import Request
from chatimg_magic.store import Store
store, name, count = Store(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
drawing = Drawing(Request("a dot"))
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    drawing.add(Attempt("m", code=f"image = {number}\\n" * 200, outcome=Outcome.DRAWN, id=f"{name}-{number}"))
    store.save(drawing)
"""
KERNEL = """\
import sys
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session
session = Session()
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[1])):
    session.draw(Request("a dot", size=Size(64, 64)), Order(fresh=True))
session.close()
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, users and locks of POSIX")


def saved(folder: Path, limit: str = "") -> str:
    """Load and save twice in another process; return how many attempts it found, and its warnings."""
    command = [sys.executable, "-W", "error", "-c", SAVE.format(limit=limit), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def attempts(folder: Path) -> list[str]:
    kept = Store(folder).load(REQUEST)
    return [attempt.id for attempt in kept.attempts] if kept else []


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 KiB with a kept drawing on it, and fill it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.getuid() or sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount; the limit of file sizes below stands for it")
    try:
        Store(disk).save(Drawing(REQUEST, [Attempt("m", id="old")]))
        filler = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
        try:
            while os.write(filler, b"x" * 512):
                pass
        except OSError:
            pass
        finally:
            os.close(filler)
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_one_warning_and_what_was_kept_stays(full: Path) -> None:
    path = Store(full).path(REQUEST.digest)
    before = path.read_bytes()
    said = "1 ['StoreWarning: The drawing could not be kept in disk: No space left on device. "
    assert saved(full) == f"{said}It lasts as long as the kernel.']"
    assert path.read_bytes() == before
    assert not list(full.glob(".*.tmp"))
    (full / "filler").unlink()
    assert saved(full) == "1 []"
    assert attempts(full) == ["old", "new"]


@pytest.mark.parametrize("kept", [0, 1])
def test_a_file_that_may_not_grow_is_one_warning_and_what_was_kept_stays(tmp_path: Path, kept: int) -> None:
    if kept:
        Store(tmp_path).save(Drawing(REQUEST, [Attempt("m", id="old")]))
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.json")}
    answer = saved(tmp_path, SMALL_FILES)
    assert answer.startswith(f"{kept} ['StoreWarning: The drawing could not be kept in ")
    assert answer.endswith(": File too large. It lasts as long as the kernel.']")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.json")} == before
    assert {path.name for path in tmp_path.iterdir()} == {".lock", *before}


@pytest.mark.parametrize("locked_before", [True, False])
def test_a_folder_that_may_only_be_read_is_one_warning_and_is_read(tmp_path: Path, locked_before: bool) -> None:
    folder = tmp_path / "shared"
    Store(folder).save(Drawing(REQUEST, [Attempt("m", id="old")]))
    if not locked_before:
        (folder / ".lock").unlink()
    before = Store(folder).path(REQUEST.digest).read_bytes()
    folder.chmod(0o555)
    limit = ""
    if os.getuid() == 0:
        limit = f"os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})"
        for above in (tmp_path, *tmp_path.parents):
            if above.stat().st_uid == 0 and above.is_relative_to(Path("/tmp")) and above != Path("/tmp"):
                above.chmod(above.stat().st_mode | 0o055)
    try:
        answer = saved(folder, limit)
    finally:
        folder.chmod(0o755)
    said = "1 ['StoreWarning: The drawing could not be kept in shared: Permission denied. "
    assert answer == f"{said}It lasts as long as the kernel.']"
    assert Store(folder).path(REQUEST.digest).read_bytes() == before


def test_a_file_that_may_only_be_replaced_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, kept = Store(tmp_path), Drawing(REQUEST, [Attempt("m", id="old")])
    store.save(kept)
    opened = os.open

    def not_mine(path: object, flags: int, *more: int) -> int:
        if flags & os.O_APPEND:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more)  # type: ignore[call-overload, no-any-return]

    kept.add(Attempt("m", id="new"))
    monkeypatch.setattr(os, "open", not_mine)
    store.save(kept)
    assert attempts(tmp_path) == ["old", "new"]


def test_no_file_grows_past_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "MOST_BYTES", 2500)
    store, kept = Store(tmp_path), Drawing(REQUEST)
    kept.add(Attempt("m", text="x" * 900, outcome=Outcome.DRAWN, id="first"))
    store.save(kept)
    kept.add(Attempt("m", text="x" * 900, outcome=Outcome.DRAWN, id="second"))
    with pytest.warns(StoreWarning, match="its file would be larger than"):
        store.save(kept)
    assert attempts(tmp_path) == ["first"]


def test_a_save_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.05)
    with file.locked(tmp_path), pytest.warns(StoreWarning, match="another process has been saving all the time"):
        Store(tmp_path).save(Drawing(REQUEST, [Attempt("m")]))


def run_together(program: str, arguments: list[list[str]]) -> None:
    """Run processes that begin at the same time once all are ready."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, *own], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for own in arguments
    ]
    try:
        for one in running:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        for one in running:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        for one in running:
            one.communicate(timeout=200)
        assert [one.returncode for one in running] == [0] * len(running)
    finally:
        for one in running:
            one.kill()


@pytest.mark.parametrize("begun", ["anew", "in the first format", "damaged"])
def test_eight_processes_that_save_at_once_lose_nothing(tmp_path: Path, begun: str) -> None:
    path = Store(tmp_path).path(REQUEST.digest)
    if begun == "in the first format":
        head = {"chatimg": 1, "request": REQUEST.to_json(), "selected": "", "inserted": {}}
        path.write_text(json.dumps({**head, "attempts": [attempt_to_data(Attempt("m", id="old"))]}))
    elif begun == "damaged":
        path.write_text("<<<<<<< HEAD")
    names = "abcdefgh"[:PROCESSES]
    run_together(WRITER, [[str(tmp_path), name, str(SAVES)] for name in names])
    old = ["old"] * (begun == "in the first format")
    assert sorted(attempts(tmp_path)) == sorted(old + [f"{name}-{n}" for name in names for n in range(SAVES)])
    assert not list(tmp_path.glob(".*.tmp"))
    assert [aside.read_text() for aside in tmp_path.glob("*.unreadable*")] == ["<<<<<<< HEAD"] * (begun == "damaged")


@pytest.mark.skipif(sys.platform != "linux", reason="draws, which without an engine of containers only Linux isolates")
def test_eight_kernels_that_draw_the_same_at_once_lose_nothing(provider: ScriptedServer) -> None:
    provider.say(disc())
    run_together(KERNEL, [["1"]] * PROCESSES)
    kept = Session().kept(Request("a dot", size=Size(64, 64)), Order())
    assert len({attempt.id for attempt in kept.attempts}) == PROCESSES
    assert all(attempt.outcome is Outcome.DRAWN for attempt in kept.attempts)
