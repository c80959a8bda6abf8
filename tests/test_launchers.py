"""What starts workers: the first launcher whose worker proves every denial, this machine's own or a container."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from chatimg_magic import doctor
from chatimg_magic.cli import main
from chatimg_magic.errors import BadOption
from chatimg_magic.events import Event, Grew
from chatimg_magic.request import Request, Size
from chatimg_magic.sandbox import LAUNCHERS, Launcher, Launchers, Limits, Sandbox, launcher, worker_image
from chatimg_magic.sandbox.protocol import pack_command
from chatimg_magic.session import Order, Session
from tests.answers import program
from tests.jobs import PICTURE, last, until
from tests.servers.scripted import Answer, ScriptedServer

LOCAL, PODMAN, DOCKER, WSL = LAUNCHERS
WATCHED = f'exec "{sys.executable}" {" ".join(launcher.PYTHON)} "{launcher.WORKER}" watched'
"""What a well-behaved engine comes to: a worker that is watched."""


@pytest.fixture
def engine(tmp_path: Path) -> Callable[[str], Launcher]:
    """Return a function that makes a launcher of a shell script, which stands for a container engine."""

    def make(script: str) -> Launcher:
        file = tmp_path / "engine"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return Launcher("engine", str(file), lambda _memory: [str(file), "run"], launcher.import_path)

    return make


def sandbox(*known: Launcher, seconds: float = 5) -> Sandbox:
    """Return a sandbox that has only these launchers."""
    return Sandbox(Limits(seconds=seconds), launchers=Launchers(known=known))


def drawn(by: Sandbox) -> tuple[str, bool]:
    """Run a program; return what was proved, and whether there is a picture."""
    with by.settled(by.start()) as run:
        run.send(PICTURE, 1, "img")
        return str(run.isolation()), last(run).pixels is not None


class TestChoice:
    """Which launcher is used."""

    def test_an_engine_that_behaves_is_used_and_named(self, engine: Callable[[str], Launcher]) -> None:
        isolation, picture = drawn(sandbox(engine(WATCHED)))
        assert isolation.startswith("isolated (engine: rlimits")
        assert picture

    @pytest.mark.parametrize(
        "script",
        [
            "exit 125",
            "echo 'unknown flag: --pull' >&2; exit 2",
            "echo 'Emulate Docker CLI using podman.'; exit 0",
            "yes 'WARNING: still pulling' | head -c 200000",
            "yes 'WARNING: for ever'",
            "printf CIMG; exit 1",
            "printf 'CIMG and no reply of ours, for longer than a header is, and no pixels either'",
        ],
    )
    def test_one_that_starts_no_worker_is_left_for_the_next(
        self, engine: Callable[[str], Launcher], script: str
    ) -> None:
        isolation, picture = drawn(sandbox(engine(script), LOCAL))
        assert isolation.startswith("isolated (rlimits")
        assert picture

    def test_what_is_printed_before_the_first_reply_is_no_reply(self, engine: Callable[[str], Launcher]) -> None:
        isolation, picture = drawn(sandbox(engine(f"echo 'WARNING: CIM, CIMCIM, an old engine'\n{WATCHED}")))
        assert isolation.startswith("isolated (engine")
        assert picture

    def test_one_that_hangs_costs_its_time_once(
        self, engine: Callable[[str], Launcher], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(launcher, "FIRST_SECONDS", 0.5)
        by = sandbox(engine("sleep 60"), LOCAL)
        assert drawn(by) == drawn(by)
        assert by.launchers.current is LOCAL

    def test_one_whose_worker_proves_too_little_is_left_for_the_next(self) -> None:
        known = (replace(LOCAL, name="first"), LOCAL)
        by = Sandbox(layers=("landlock",), launchers=Launchers(known=known))
        with by.start() as run:
            assert not run.isolation().holds
            assert by.launchers.fails(run.launcher)
            assert by.launchers.current is LOCAL

    def test_where_none_isolates_it_is_said_of_the_first_and_asked_no_more(
        self, engine: Callable[[str], Launcher], tmp_path: Path
    ) -> None:
        count = tmp_path / "count"
        known = (LOCAL, engine(f"echo >>{count}; exit 125"))
        by = Sandbox(layers=("landlock",), launchers=Launchers(known=known))
        for _ in range(3):
            assert drawn(by)[0].startswith("not isolated: network, ")
        assert count.read_text() == "\n"

    def test_the_only_one_left_says_what_is_missing(self, engine: Callable[[str], Launcher]) -> None:
        assert drawn(sandbox(engine("exit 125"))) == ("not isolated: engine: the worker did not start", False)

    def test_one_that_proved_once_stays_although_it_fails_now(
        self, engine: Callable[[str], Launcher], tmp_path: Path
    ) -> None:
        flag = tmp_path / "stopped"
        by = sandbox(engine(f'[ -e "{flag}" ] && exit 125\n{WATCHED}'), LOCAL)
        assert drawn(by)[1]
        flag.touch()
        assert drawn(by) == ("not isolated: engine: the worker did not start", False)
        flag.unlink()
        assert drawn(by)[1]

    def test_the_setting_and_the_variable_name_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        session = Session()
        assert session.sandbox.launchers.current is LOCAL
        monkeypatch.setenv("CHATIMG_ISOLATION", "docker")
        assert session.sandbox.launchers.current is DOCKER
        assert session.sandbox.launchers is session.sandbox.launchers  # what was found is remembered
        monkeypatch.setenv("CHATIMG_ISOLATION", "magic")
        with pytest.raises(BadOption, match="may be one of auto, local, podman"):
            _ = session.sandbox

    def test_candidates_on_an_engine_that_fails_go_on_together(
        self, engine: Callable[[str], Launcher], server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        by = sandbox(engine("exit 125"), LOCAL)
        runs = [by.start() for _ in range(4)]
        settled = [by.settled(run) for run in runs]
        assert all(run.launcher is LOCAL and run.isolation().holds for run in settled)
        for run in settled:
            run.close()


class TestCommands:
    """The command lines of launchers, some of which can be tried only on other systems."""

    @pytest.mark.parametrize("by", [PODMAN, DOCKER])
    def test_a_container_gets_nothing_of_this_machine(self, by: Launcher) -> None:
        command = by.command(2 * 1024**3)
        assert {
            "--rm", "--interactive", "--pull=never", "--network=none", "--read-only", "--cap-drop=ALL",
            "--security-opt=no-new-privileges", "--user=65534:65534", "--memory=2415919104", "--pids-limit=64",
        } <= set(command)  # fmt: skip
        assert command[:2] == [by.name, "run"]
        assert not [option for option in command if option.startswith(("--volume", "-v", "--mount", "--privileged"))]
        assert [option for option in command if option.startswith("--env")] == [
            f"--env={name}=1" for name in launcher.THREADS
        ]
        image = command.index(worker_image.tag())
        assert command[image + 1 :] == [
            "python3",
            *launcher.PYTHON,
            "/chatimg/chatimg_magic/sandbox/worker.py",
            "watched",
        ]

    def test_docker_gets_no_option_that_only_podman_has(self) -> None:
        assert not {"--read-only-tmpfs=false", "--http-proxy=false"} & set(DOCKER.command(1))

    def test_windows_linux_finds_the_worker_where_it_mounts_drives(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(launcher, "WORKER", Path(r"C:\Users\ada\site-packages\chatimg_magic\sandbox\worker.py"))
        assert WSL.command(1) == [
            "wsl.exe", "--exec", "python3", "-I", "-B", "-X", "utf8",
            "/mnt/c/Users/ada/site-packages/chatimg_magic/sandbox/worker.py", "watched",
        ]  # fmt: skip

    def test_another_recipe_has_another_tag(self, monkeypatch: pytest.MonkeyPatch) -> None:
        recipe = worker_image.recipe()
        assert recipe.libraries[0] == f"numpy=={np.__version__}"
        assert recipe == worker_image.recipe()
        others = [replace(recipe, base="other"), replace(recipe, libraries=("numpy==1",)), replace(recipe, files="0")]
        assert len({recipe.tag, *(other.tag for other in others)}) == 4


class TestImage:
    """The image of the workers, and engines that do not answer."""

    def test_its_recipe_copies_libraries_and_worker_and_runs_as_nobody(self) -> None:
        lines = worker_image.recipe().text.splitlines()
        assert lines[0] == f"FROM {worker_image.recipe().base}"
        assert {f"LABEL {worker_image.LABEL}", "COPY libraries /chatimg", "COPY worker /chatimg"} <= set(lines)
        assert lines[-2:] == ["USER 65534:65534", "WORKDIR /"]
        compiled = next(line for line in lines if line.startswith("RUN "))
        compile(json.loads(compiled.removeprefix("RUN "))[2], "recipe", "exec")

    @pytest.mark.parametrize("script", ["sleep 60", "exit 125", "kill -9 $$"])
    def test_an_engine_that_does_not_answer_has_nothing(
        self, engine: Callable[[str], Launcher], monkeypatch: pytest.MonkeyPatch, script: str
    ) -> None:
        monkeypatch.setattr(worker_image, "ANSWER_SECONDS", 0.3)
        program = engine(script).program
        assert worker_image.listed(program) == []
        assert worker_image.size(program, "image") == 0
        assert not worker_image.remove(program, "image")


class TestWatcher:
    """The process that ends a worker nobody speaks to any more."""

    @pytest.mark.parametrize("code", ["while True: pass", "import time\ntime.sleep(100)"])
    def test_it_ends_with_its_parents_pipe_whatever_the_code_does(self, code: str) -> None:
        settings = {"imports": [], "layers": ["landlock", "seccomp"], "memory": 2**31, "seconds": 60, "printed": 9}
        command = ["sh", "-c", WATCHED]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(pack_command({**settings, "path": launcher.import_path()}))
        process.stdin.write(pack_command({"do": "run", "source": code, "line": 1, "name": "img", "side": 9}))
        process.stdin.write(b"unread" * 100)
        process.stdin.flush()
        assert process.stdout.read(4) == b"CIMG"
        process.stdin.close()
        process.stdout.read()  # until its end: nobody holds it any more
        assert process.wait(5) == 137
        process.stdout.close()

    def test_how_the_worker_ended_is_told(self, engine: Callable[[str], Launcher]) -> None:
        by = sandbox(engine(WATCHED))
        with by.settled(by.start()) as run:
            run.send("import numpy as np\nnp.ctypeslib.as_array(None)", 1, "img")
            assert last(run).pixels is None
        hog = sandbox(engine(WATCHED), seconds=30)
        with hog.settled(replace(hog, limits=Limits(seconds=1)).start()) as run:
            run._seconds = 30
            run.send("while True: pass", 1, "img")
            assert "longer than 1 s" in last(run).problem


class Frames:
    """A view that counts the growing pictures."""

    def __init__(self) -> None:
        self.count = 0

    def show(self, event: Event) -> None:
        """Take one event."""
        self.count += isinstance(event, Grew)


class TestPodman:
    """Everything that uses a worker, with workers in containers; this is the real engine and the real image."""

    def test_a_session_draws_with_frames_and_says_what_isolated_it(
        self, podman: Launcher, provider: ScriptedServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CHATIMG_ISOLATION", "podman")
        body = "import numpy as np\nimage = np.zeros((64, 64, 3), np.uint8)\n" + "".join(
            f"image[{8 * i}:{8 * i + 4}] = {30 * i + 20}\n" for i in range(8)
        )
        provider.say(Answer(program(body), pace=0.08))
        frames, session = Frames(), Session()
        drawing = session.draw(Request("stripes", size=Size(64, 64)), Order(), frames)
        session.close()
        assert drawing.attempt is not None
        assert drawing.attempt.isolation == "isolated (podman: rlimits + landlock + seccomp)"
        assert drawing.array is not None
        assert drawing.array[56, 0].tolist() == [230, 230, 230]
        assert frames.count >= 2
        assert len(drawing.parts) == 8

    def test_heavy_libraries_are_there_in_the_kernels_versions(self, podman: Launcher) -> None:
        by = Sandbox(launchers=Launchers("podman"))
        with by.start(("scipy.ndimage", "skimage.draw")) as run:
            run.send("import numpy as np, scipy, skimage.draw\nfrom scipy import ndimage", 1, "img")
            run.send("img = ndimage.gaussian_filter(np.eye(16) * 255, 2)\nprint(np.__version__)", 3, "img")
            result = last(run)
        assert result.pixels is not None
        assert result.printed == f"{np.__version__}\n"

    def test_arrays_are_handed_over(self, podman: Launcher) -> None:
        with Sandbox(launchers=Launchers("podman")).start() as run:
            run.give("theirs", np.full((300, 300), 7, np.uint8))
            run.send("img = theirs * 2", 1, "img")
            result = last(run)
        assert result.pixels is not None
        assert result.pixels.shape == (300, 300)
        assert int(result.pixels[0, 0]) == 14

    @pytest.mark.parametrize("code", ["while True: pass", "import time\ntime.sleep(100)"])
    def test_nothing_is_left_of_what_is_stopped(self, podman: Launcher, code: str) -> None:
        with Sandbox(Limits(seconds=60), launchers=Launchers("podman")).start() as run:
            assert run.isolation().holds
            run.send(code, 1, "img")
            time.sleep(0.2)
            began = time.monotonic()
        assert time.monotonic() - began < 1
        assert until(lambda: not containers(), 5)

    def test_candidates_are_drawn_side_by_side(
        self, podman: Launcher, provider: ScriptedServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CHATIMG_ISOLATION", "podman")
        for level in (10, 20, 30, 40):
            provider.say(Answer(program(f"image = np.full((64, 64, 3), {level}, np.uint8)\nimage[9:20] = 255")))
        session = Session()
        drawing = session.draw(Request("four", size=Size(64, 64)), Order(candidates=4))
        session.close()
        assert [attempt.isolation[:17] for attempt in drawing.attempts] == ["isolated (podman:"] * 4
        assert until(lambda: not containers(), 5)

    def test_an_engine_that_is_killed_is_told_in_one_line(self, podman: Launcher) -> None:
        with Sandbox(launchers=Launchers("podman")).start() as run:
            assert run.isolation().holds
            run.send("import time\ntime.sleep(100)", 1, "img")
            time.sleep(0.2)
            os.kill(run.pid, signal.SIGKILL)
            assert last(run).problem == "the code ended its process (killed by signal 9)"

    def test_nothing_is_left_of_a_killed_kernel(self, podman: Launcher) -> None:
        script = (
            "from chatimg_magic.sandbox import Sandbox, Limits, Launchers\n"
            "run = Sandbox(Limits(seconds=60), launchers=Launchers('podman')).start()\n"
            "assert run.isolation().holds\nrun.send('while True: pass', 1, 'img')\nprint('on', flush=True)\n"
            "import time; time.sleep(60)"
        )
        kernel = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        assert kernel.stdout is not None
        assert kernel.stdout.readline() == "on\n"
        assert containers()
        kernel.kill()
        kernel.wait()
        kernel.stdout.close()
        assert until(lambda: not containers(), 5)

    def test_jobs_leave_no_files_threads_or_containers(self, podman: Launcher) -> None:
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(10):
            with Sandbox(launchers=Launchers("podman")).start() as run:
                run.send(PICTURE, 1, "img")
                assert last(run).pixels is not None
        assert len(os.listdir("/proc/self/fd")) == before
        assert until(lambda: not containers(), 5)

    def test_what_a_crash_left_goes_at_the_next_start(self, podman: Launcher, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker_image, "REAP_AGE", "1s")  # what runs now is younger
        create = ["podman", "create", f"--label={worker_image.LABEL}", worker_image.tag(), "true"]
        subprocess.run(create, check=True, capture_output=True)
        assert containers()
        time.sleep(2.1)  # Podman counts whole seconds

        # an engine that removes another one meanwhile may give up: then it goes at the next start but one
        def started() -> bool:
            return drawn(Sandbox(launchers=Launchers("podman")))[1] and until(lambda: not containers(), 2)

        assert until(started, 20)

    @pytest.mark.parametrize(
        "without", ["--network=none", "--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges",
                    "--user=65534:65534"]
    )  # fmt: skip
    def test_without_one_of_the_containers_denials_the_workers_own_hold(self, podman: Launcher, without: str) -> None:
        command = podman.command
        open_ = replace(podman, command=lambda memory: [word for word in command(memory) if word != without])
        assert drawn(sandbox(open_)) == ("isolated (podman: rlimits + landlock + seccomp)", True)

    @pytest.mark.parametrize("layers", [(), ("landlock",)])
    def test_without_the_workers_own_layers_the_container_is_not_enough(
        self, podman: Launcher, layers: tuple[str, ...]
    ) -> None:
        by = Sandbox(layers=layers, launchers=Launchers("podman"))
        with by.settled(by.start()) as run:
            assert str(run.isolation()).startswith("not isolated: podman: ")
            run.send(PICTURE, 1, "img")
            assert last(run).pixels is None

    def test_the_command_says_which_images_there_are_and_gets_one_once(
        self, podman: Launcher, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["isolation", "get", "--engine", "podman"]) == 0
        assert re.fullmatch(rf"{worker_image.tag()}  \d+ MB\n", capfd.readouterr().out)
        assert main(["isolation", "list", "--engine", "podman"]) == 0
        assert f"podman  {worker_image.tag()}  this kernel's\n" in capfd.readouterr().out

    def test_doctor_lists_what_is_there_and_what_it_proves(self, podman: Launcher) -> None:
        report = doctor.report(Session())
        assert "\nlaunchers\n  local        isolated (rlimits + landlock + seccomp), ready after " in report
        assert "\n  podman       isolated (podman: rlimits + landlock + seccomp), ready after " in report
        assert "\n  wsl          not on this system\n" in report


def test_without_an_engine_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["isolation", "get"]) == 1
    assert capsys.readouterr().err.startswith("chatimg: There is no container engine here.\nInstall Podman or")


def containers() -> list[str]:
    """Return the worker containers that there are, running or not."""
    command = ["podman", "ps", "--all", "--quiet", "--filter", f"label={worker_image.LABEL}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
