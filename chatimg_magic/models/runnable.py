"""Whether the engine can run a file here: it is installed, the file is a model, and memory suffices."""

from __future__ import annotations

import contextlib
import importlib.util
import re
from pathlib import Path

from chatimg_magic.errors import LocalModelError

MEMORY_FACTOR = 1.3


def engine_is_installed() -> bool:
    """Whether the engine is there, without loading it."""
    return importlib.util.find_spec("xllamacpp") is not None


def check(path: Path) -> None:
    """Refuse early what cannot be run.

    Raises
    ------
    LocalModelError
        If the engine is not installed, the file is missing or is no GGUF file, or memory is short.
    """
    if not engine_is_installed():
        raise LocalModelError(
            "The embedded model's engine is not installed.", 'Run: pip install "chatimg-magic[local]"'
        )
    try:
        with path.open("rb") as file:
            magic = file.read(4)
        size = path.stat().st_size
    except OSError as error:
        raise LocalModelError(
            f"The embedded model's weights cannot be read: {path} ({error.strerror}).", "Run: chatimg model get"
        ) from error
    if magic != b"GGUF":
        raise LocalModelError(
            f"{path} is not a model in GGUF format.",
            "Set CHATIMG_LOCAL_MODEL to a .gguf file, or unset it and run: chatimg model get",
        )
    if (lacking := _lacking(size)) is not None:
        need, free = lacking
        raise LocalModelError(
            f"The embedded model needs about {need / 1e9:.1f} GB of memory; {free / 1e9:.1f} GB are free.",
            "Close other notebooks, or fetch the small one: chatimg model get --small",
        )


def is_short_of_memory(path: Path) -> bool:
    """Whether only memory keeps a file from being run, as far as that is known."""
    with contextlib.suppress(OSError):
        return _lacking(path.stat().st_size) is not None
    return False


def _lacking(size: int) -> tuple[int, int] | None:
    """Return what weights of this size need and what is free, if that is less."""
    need, free = int(size * MEMORY_FACTOR), available_memory()
    return (need, free) if free is not None and need > free else None


def available_memory() -> int | None:
    """Return the bytes that this machine, or this container, can still give; None where unknown."""
    free: list[int] = []
    with contextlib.suppress(OSError):
        found = re.search(r"^MemAvailable:\s+(\d+) kB", Path("/proc/meminfo").read_text(), re.MULTILINE)
        free += [int(found[1]) * 1024] if found else []
    with contextlib.suppress(OSError, ValueError):  # no such files, or no limit ("max")
        group = Path("/sys/fs/cgroup")
        limit, used = (int((group / f"memory.{name}").read_text()) for name in ("max", "current"))
        cached = re.search(r"^inactive_file (\d+)$", (group / "memory.stat").read_text(), re.MULTILINE)
        free.append(limit - used + (int(cached[1]) if cached else 0))
    return min(free, default=None)
