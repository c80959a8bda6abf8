"""Models of a person's own: any GGUF file of the hub, filed under a name beside ours.

A small JSON file beside the weights says which file of which repository they are, at which commit, and their SHA-256 as
the hub stated it. It is written before the first byte arrives: an interrupted fetch goes on with the very same file.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from chatimg_magic.errors import LocalModelError
from chatimg_magic.models import downloads, hub
from chatimg_magic.models.weights import DEFAULT, OURS, WEIGHTS, Weights, folder, is_there, path, record

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_PIECE = re.compile(r"-\d{5}-of-\d{5}\.gguf$")
_RECORDED = {"repository": str, "file": str, "revision": str, "size": int, "sha256": str}


def order(repository: str, file: str, revision: str = "", name: str = "") -> Weights:
    """Find a file of the hub, give it a name here, and write down what it must be; fetching it is the next step.

    Parameters
    ----------
    repository, file : where the hub has it.
    revision : a commit, branch or tag; empty: the newest commit, or the one of a fetch that was begun.
    name : as in ``embedded:NAME``; by default the file's.

    Raises
    ------
    LocalModelError
        If it is none that can be used, the hub states no SHA-256, the name is taken, or the disk is too small.
    """
    name = name or PurePosixPath(file).stem
    _require_a_model(repository, file)
    known = _taken(name)
    if known is not None:
        wanted = (name, repository, file, revision or known.revision)
        if known.is_own and wanted == (known.key, known.repository, known.file, known.revision):
            return known
        raise _name_is_taken(name, f"is {known.file} of {known.repository}, commit {known.revision[:12]}", known.is_own)
    if file and not NAME.fullmatch(name):
        raise LocalModelError(f"{name!r} cannot be a model's name.", "Use letters, digits, . _ - only: --name mine")
    stated = hub.state(repository, file, revision)
    chosen = Weights(name, PurePosixPath(file).stem, file, repository, stated.revision, stated.size, stated.sha256)
    folder().mkdir(parents=True, exist_ok=True)
    downloads.need_room(folder(), chosen.size)
    if path(chosen).exists():
        raise _name_is_taken(name, f"is a file that was not fetched, {path(chosen)}", removable=False)
    data = {field: getattr(chosen, field) for field in _RECORDED}
    record(chosen).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return chosen


def listed() -> list[Weights]:
    """Return the models that were written down, by name."""
    return sorted(_read(), key=lambda weights: weights.key.casefold())


def everything() -> dict[str, Weights]:
    """Return ours and the person's, by the names after ``embedded:``."""
    return {**OURS, **{weights.key: weights for weights in listed()}}


def named(name: str) -> Weights:
    """Return the model that ``embedded:NAME`` means, whether its weights are there or not.

    Raises
    ------
    LocalModelError
        If there is none of that name.
    """
    found = {**everything(), **WEIGHTS}.get(name)
    if found is None:
        raise LocalModelError(
            f"There is no embedded model {name!r}; there are: {', '.join(everything())}.",
            f"Fetch one: chatimg model get --repo OWNER/NAME --file X.gguf --name {name}",
        )
    return found


def found(name: str) -> Weights:
    """Return the model that ``embedded:NAME`` means, ready to be used.

    Raises
    ------
    LocalModelError
        If there is none of that name, or its weights are not there.
    """
    weights = named(name)
    if not is_there(weights):
        words = "" if weights is DEFAULT else f" {name}"
        raise LocalModelError(f"The weights of {name} are not here.", f"Run: chatimg model get{words}")
    return weights


def _read() -> Iterator[Weights]:
    """Read the records; what is damaged is as good as not there."""
    for file in folder().glob("*.json"):
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            yield _of(file, json.loads(file.read_text(encoding="utf-8")))


def _of(file: Path, data: Any) -> Weights:
    recorded: dict[str, Any] = {field: kind(data[field]) for field, kind in _RECORDED.items()}
    return Weights(key=file.stem, name=PurePosixPath(recorded["file"]).stem, **recorded)


def _require_a_model(repository: str, file: str) -> None:
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository, re.ASCII):
        raise LocalModelError(f"--repo {repository!r} is not OWNER/NAME.", "Copy it from the top of its page.")
    if file and not file.endswith(".gguf"):
        raise LocalModelError(f"{file} is not a GGUF file.", "Name one that ends in .gguf; the engine runs no others.")
    if _PIECE.search(file):
        raise LocalModelError(f"{file} is one piece of a model.", "Take a file that holds a whole one.")


def _taken(name: str) -> Weights | None:
    """Return what a name stands for already; capital letters make no other name, as on some disks."""
    files = {weights.file.removesuffix(".gguf"): weights for weights in OURS.values()}
    known = {**everything(), **WEIGHTS, **files}
    return next((weights for other, weights in known.items() if other.casefold() == name.casefold()), None)


def _name_is_taken(name: str, why: str, removable: bool) -> LocalModelError:
    remove = f", or first: chatimg model remove {name}" if removable else "."
    return LocalModelError(f"The name {name} is taken: it {why}.", f"Choose another with --name{remove}")
