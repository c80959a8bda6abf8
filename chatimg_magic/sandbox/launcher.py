"""How a worker's process is started: as this machine's own, in a container, or in the Linux inside Windows.

A launcher only starts. What isolates a worker is what its probe saw denied, at every start, whoever started it.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.machinery import PathFinder
from pathlib import Path

from chatimg_magic.sandbox import worker_image

WORKER = Path(__file__).with_name("worker.py")
LIBRARIES = ("numpy", "PIL", "scipy", "skimage", "matplotlib")
PYTHON = ("-I", "-S", "-B", "-X", "utf8")
"""Isolated, without site-packages but those that the worker is told of, and without writing bytecode."""
THREADS = {f"{name}_NUM_THREADS": "1" for name in ("OPENBLAS", "OMP", "MKL", "BLIS")}
_PASSED_ON = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""Without these Python does not start: any on Windows, some modules' on clusters."""
LOCAL_SECONDS, FIRST_SECONDS, LATER_SECONDS = 30.0, 20.0, 5.0
"""How long a worker may take to its proof: one of this machine; another's first; and its next ones."""
ROOM = 256 * 1024**2
"""Bytes that a container may have besides what its code may use: Python and the libraries."""


@dataclass(frozen=True)
class Launcher:
    """One way to start a worker.

    Attributes
    ----------
    name : as in the setting ``isolation``.
    program : that starts it; empty for this Python itself.
    command : makes the command line, from the bytes that the code may use.
    path : where the worker finds its libraries and this package.
    """

    name: str
    program: str
    command: Callable[[int], list[str]]
    path: Callable[[], list[str]]

    @property
    def is_there(self) -> bool:
        """Whether its program is installed."""
        return not self.program or shutil.which(self.program) is not None

    def environment(self, folder: str) -> dict[str, str] | None:
        """Return what the process gets to see of the environment; None for all, where the worker itself gets nothing.

        Parameters
        ----------
        folder : of the worker, where libraries may look for their settings.
        """
        if self.program:
            return None
        # without a home matplotlib would make a folder elsewhere, which a killed worker cannot remove
        return {**THREADS, "MPLCONFIGDIR": folder, **{n: os.environ[n] for n in _PASSED_ON if n in os.environ}}


def import_path() -> list[str]:
    """Return the folders of the libraries and of this package; the worker searches its standard library before them.

    The rest of the kernel's path, the notebook's folder above all, may hold a ``random.py`` of the user's.
    """
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:
        here = ""
    entries = [entry for entry in sys.path if os.path.isabs(entry) and os.path.realpath(entry) != here]
    found = [PathFinder.find_spec(name, entries) for name in LIBRARIES]
    packages = [spec for spec in found if spec and spec.submodule_search_locations]
    folders = [str(Path(spec.origin).parents[1]) for spec in packages if spec.origin]
    return list(dict.fromkeys([*folders, str(Path(__file__).resolve().parents[2])]))


def _container(program: str, *own: str) -> Callable[[int], list[str]]:
    """Make a container's command: no network, nothing writable, nothing of this machine, no rights; removed at its end.

    Sources: ``podman-run(1)`` and the reference of ``docker run``, whose options these are.
    """

    def command(memory: int) -> list[str]:
        options = (
            "--rm", "--interactive", "--pull=never", "--network=none", "--read-only", "--cap-drop=ALL",
            "--security-opt=no-new-privileges", "--user=65534:65534", f"--memory={memory + ROOM}", "--pids-limit=64",
            "--ulimit=nofile=1024:1024", "--ulimit=nproc=512:512", "--log-driver=none",
            f"--label={worker_image.LABEL}", *(f"--env={name}={value}" for name, value in THREADS.items()),
        )  # fmt: skip
        inside = f"{worker_image.FOLDER}/chatimg_magic/sandbox/{WORKER.name}"
        return [program, "run", *options, *own, worker_image.tag(), "python3", *PYTHON, inside, "watched"]

    return command


def _in_windows_linux(_memory: int) -> list[str]:
    """Start it with the Python of Windows' default Linux, whose own NumPy it uses."""
    options = [option for option in PYTHON if option != "-S"]
    return ["wsl.exe", "--exec", "python3", *options, _mounted(WORKER), "watched"]


def _mounted(path: Path) -> str:
    """Return where the Linux inside Windows sees a file, such as ``/mnt/c/Users/…``."""
    return re.sub(r"^([A-Za-z]):", lambda drive: f"/mnt/{drive[1].lower()}", str(path).replace("\\", "/"))


LAUNCHERS = (
    Launcher("local", "", lambda _memory: [sys.executable, *PYTHON, str(WORKER)], import_path),
    Launcher(
        "podman",
        "podman",
        _container("podman", "--read-only-tmpfs=false", "--http-proxy=false"),
        lambda: [worker_image.FOLDER],
    ),
    Launcher("docker", "docker", _container("docker"), lambda: [worker_image.FOLDER]),
    Launcher("wsl", "wsl.exe", _in_windows_linux, lambda: [_mounted(Path(__file__).resolve().parents[2])]),
)
"""All of them, in the order in which they are tried."""
LOCAL = LAUNCHERS[0]
AUTO = "auto"


class Launchers:
    """Which launcher starts the workers: the wanted one, or the first whose worker proves every denial.

    Parameters
    ----------
    wish : a launcher's name, or :data:`AUTO`.
    known : all that there are; fewer or others only in tests.
    """

    def __init__(self, wish: str = AUTO, known: Sequence[Launcher] = LAUNCHERS) -> None:
        self.wish = wish
        wanted = [one for one in known if wish == one.name or (wish == AUTO and one.is_there)]
        self._left = wanted or [LOCAL]
        self._first = self._left[0]
        self._lock = threading.Lock()
        self._proved: set[str] = set()

    @property
    def current(self) -> Launcher:
        """The one to start with."""
        return self._left[0]

    def seconds(self, launcher: Launcher) -> float:
        """Return how long its worker may take to its proof."""
        if not launcher.program:
            return LOCAL_SECONDS
        return LATER_SECONDS if launcher.name in self._proved else FIRST_SECONDS

    def proved(self, launcher: Launcher) -> None:
        """Put down that a worker of this launcher proved every denial: it is used from now on."""
        with self._lock:
            first = launcher.name not in self._proved
            self._proved.add(launcher.name)
        if first and launcher.name in worker_image.ENGINES:
            worker_image.reap(launcher.program)

    def fails(self, launcher: Launcher) -> bool:
        """Put down that a worker of this launcher did not; whether to try again, with what is now the current one.

        After the last one it is the first again, for good: what that one says is what holds here.
        """
        with self._lock:
            if launcher is not self.current:
                return True  # somebody else has gone on meanwhile
            if launcher.name in self._proved or self._left == [self._first]:
                return False
            self._left = self._left[1:] or [self._first]
            return True
