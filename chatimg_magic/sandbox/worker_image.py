"""The image of a worker for container engines: a small Python, the drawing libraries in this kernel's versions, the
worker's files, and nothing else.

Libraries are fetched by this Python's own pip, so whatever index, proxy or certificates it uses are used; the engine
fetches only the base image.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from chatimg_magic.errors import NoImage

NAME = "localhost/chatimg-worker"
LABEL = "chatimg-magic=worker"
FOLDER = "/chatimg"
"""Where libraries and worker lie in the image."""
ENGINES = ("podman", "docker")
REAP_AGE = "10m"
ANSWER_SECONDS = 60.0
"""How long an engine may take to answer; it may be starting."""
LIBRARIES = ("numpy", "pillow", "scipy", "scikit-image")
_PACKAGE = Path(__file__).resolve().parents[1]
_FILES = ("__init__.py", "errors.py", "interrupts.py", "picture.py", "sandbox")
"""Of this package, what a worker imports."""
_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
_GLIBC = range(17, 37)
"""Minor versions of the C library whose wheels run on the base image (Debian 12 has 2.36; see PEP 600)."""


@dataclass(frozen=True)
class Recipe:
    """What an image is made of.

    Attributes
    ----------
    base : image with Python as ``python3``.
    libraries : with their versions, such as ``numpy==2.4.6``.
    files : digest of the worker's files.
    """

    base: str
    libraries: tuple[str, ...]
    files: str

    @property
    def tag(self) -> str:
        """The image's name; another recipe has another one."""
        import hashlib  # not at every worker's start

        return f"{NAME}:{hashlib.sha256(f'{self}{self.text}'.encode()).hexdigest()[:12]}"

    @property
    def text(self) -> str:
        """The recipe as engines read it; Python's official images come without bytecode, which costs every start."""
        compile_all = (
            "import compileall, py_compile, sysconfig; "
            "[compileall.compile_dir(d, quiet=2, workers=0, invalidation_mode=py_compile.PycInvalidationMode"
            f".UNCHECKED_HASH) for d in (sysconfig.get_path('stdlib'), '{FOLDER}')]"
        )
        return (
            f"FROM {self.base}\nLABEL {LABEL}\nCOPY libraries {FOLDER}\nCOPY worker {FOLDER}\n"
            f'RUN ["python3", "-c", "{compile_all}"]\nUSER 65534:65534\nWORKDIR /\n'
        )


def recipe() -> Recipe:
    """Return the recipe for this kernel: its Python, its libraries, this version of the worker."""
    import hashlib

    files = hashlib.sha256()
    for file in _worker_files():
        files.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    base = os.environ.get("CHATIMG_BASE_IMAGE") or f"docker.io/library/python:{platform.python_version()}-slim-bookworm"
    return Recipe(base, tuple(_installed()), files.hexdigest())


@lru_cache(maxsize=1)
def tag() -> str:
    """Return the name of the image for this kernel, whether it is there or not."""
    return recipe().tag


def engine(wish: str = "") -> str:
    """Return the container engine to use; raises NoImage if there is none."""
    found = next((name for name in ENGINES if wish in ("", name) and shutil.which(name)), "")
    if not found:
        raise NoImage(
            f"{wish} is not installed here." if wish else "There is no container engine here.",
            "Install Podman or Docker (on macOS and Windows: Podman Desktop or Docker Desktop), start it, try again.",
        )
    return found


def is_there(program: str) -> bool:
    """Whether an engine has the image for this kernel; False too if the engine does not answer."""
    return tag() in listed(program)


def listed(program: str) -> list[str]:
    """Return the worker images that an engine has; none if it does not answer."""
    return (_said(program, "images", f"--filter=reference={NAME}", "--format={{.Repository}}:{{.Tag}}") or "").split()


def size(program: str, name: str) -> float:
    """Return how large an image is, in MB; 0 if the engine does not say."""
    said = (_said(program, "image", "inspect", "--format={{.Size}}", name) or "").strip()
    return int(said) / 1e6 if said.isdigit() else 0.0


def build(program: str) -> str:
    """Make the image, unless it is there; what pip and the engine say goes to standard error. Returns its name.

    Others stay: they may be those of other environments.

    Raises
    ------
    NoImage
        If the libraries cannot be fetched or the engine cannot build.
    """
    made = recipe()
    if made.tag in listed(program):
        return made.tag
    print(f"fetching {', '.join(made.libraries)}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="chatimg-image-") as folder:
        _fetch(made.libraries, Path(folder, "libraries"))
        for file in _worker_files():
            target = Path(folder, "worker", _PACKAGE.name, file.relative_to(_PACKAGE))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        print(f"building {made.tag} with {program} on {made.base}", file=sys.stderr)
        Path(folder, "Containerfile").write_text(made.text, encoding="utf-8")
        command = [program, "build", "--network=none", f"--tag={made.tag}", f"--file={folder}/Containerfile", folder]
        _must(command, f"{program} could not build the image", f"Is {program} started, and is there room and a network")
    return made.tag


def reap(program: str) -> None:
    """Remove what an engine kept of ended workers, such as after its own crash; does not wait.

    Those that run are another kernel's: they end with it. Fresh ones may be about to start.
    """
    command = (program, "container", "prune", "--force", f"--filter=label={LABEL}", f"--filter=until={REAP_AGE}")
    threading.Thread(target=_said, args=command, name="chatimg-reap", daemon=True).start()


def remove(program: str, name: str) -> bool:
    """Remove an image; whether it went."""
    return _said(program, "rmi", "--force", name) is not None


def _said(*command: str) -> str | None:
    """Return what an engine says to a short command; None if it fails, hangs or is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout


def _installed() -> list[str]:
    import importlib.metadata

    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name}=={importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _worker_files() -> list[Path]:
    roots = [_PACKAGE / name for name in _FILES]
    return sorted(file for root in roots for file in ([root] if root.is_file() else root.glob("*.py")))


def _fetch(libraries: Sequence[str], folder: Path) -> None:
    machine = _MACHINES.get(platform.machine().lower(), platform.machine().lower())
    platforms = [f"--platform=manylinux_2_{minor}_{machine}" for minor in _GLIBC]
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", f"--target={folder}", "--no-warn-conflicts",
        "--implementation=cp", f"--python-version={platform.python_version()}", "--only-binary=:all:",
        f"--platform=manylinux2014_{machine}", *platforms, *libraries,
    ]  # fmt: skip
    _must(command, f"pip could not fetch {', '.join(libraries)} for Linux", "Is there a network, room and pip itself")


def _must(command: list[str], failure: str, question: str) -> None:
    try:
        status = subprocess.run(command, stdout=sys.stderr.fileno()).returncode
    except OSError as error:
        raise NoImage(f"{failure}: {error.strerror}.", f"{question}?") from error
    if status:
        raise NoImage(f"{failure} (exit status {status}; its words are above).", f"{question}?")
