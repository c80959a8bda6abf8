"""The model hub: what it states of a file, and the file itself, both through the hub's own client.

That client runs in a process of its own: it can be ended at any time, and reads the person's settings (``HF_ENDPOINT``,
``HF_TOKEN``) anew.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatimg_magic.errors import LocalModelError, clean
from chatimg_magic.models import downloads
from chatimg_magic.models.weights import Report, Weights

REACH_SECONDS = 10.0
"""To hear anything of the hub, before a download."""
STATE_SECONDS = 60.0
"""For what the hub states of a whole repository."""
MAGIC = b"GGUF"
_SHOWN = 12
_ENVIRONMENT = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_XET": "1"}


@dataclass(frozen=True)
class Stated:
    """What the hub says that a file is, at the commit where it says so."""

    revision: str
    size: int
    sha256: str


def state(repository: str, file: str, revision: str = "") -> Stated:
    """Ask the hub for a file's size and SHA-256.

    Parameters
    ----------
    repository, file : which; a file that is not there is an error that lists those that are.
    revision : a commit, branch or tag; empty: the newest commit.

    Raises
    ------
    LocalModelError
        If it cannot be asked, has no such file, or states no SHA-256 of it.
    """
    _require_client()
    words = [sys.executable, "-c", _STATE, repository, revision]
    try:
        asked = subprocess.run(
            words, capture_output=True, env={**os.environ, **_ENVIRONMENT}, timeout=STATE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _unreachable("it did not answer in time") from None
    found = _last(asked.stdout)
    if "commit" not in found:
        raise _explained(found, repository, revision)
    return _read(found, repository, file)


def _read(found: dict[str, Any], repository: str, file: str) -> Stated:
    """Believe nothing that has not the form of what it should be."""
    files: dict[str, list[Any]] = found.get("files") or {}
    if file not in files:
        models = [clean(name, 100) for name in sorted(files) if name.endswith(".gguf")]
        more = ", …" if len(models) > _SHOWN else ""
        has = f"It has: {', '.join(models[:_SHOWN])}{more}." if models else "It has no GGUF file: try another --repo."
        raise LocalModelError(f"{repository} has no file {file!r}." if file else "--repo needs --file.", has)
    size, sha256 = files[file]
    commit = str(found["commit"])
    if not re.fullmatch("[0-9a-f]{64}", str(sha256)) or not isinstance(size, int) or size <= 0:
        raise LocalModelError(
            f"The hub states no SHA-256 of {file}, so nobody could tell whether the right bytes arrive.",
            "Take a file that is kept in large-file storage, as models of more than a few MB are.",
        )
    if not re.fullmatch("[0-9a-f]{40}", commit):
        raise LocalModelError(f"The hub does not say at which commit {file} is.", "Name one with --revision.")
    return Stated(commit, size, str(sha256))


def download(weights: Weights, partial: Path, report: Report) -> Path:
    """Get the file from the hub, going on with the bytes that are there; it is right when this returns.

    Raises
    ------
    WrongWeights
        If other bytes arrive; they are deleted.
    LocalModelError
        If not all of it arrives; what did is kept.
    """
    _require_client()
    place = partial / "hub"
    place.mkdir(exist_ok=True)
    whole, reached, log = place / weights.sha256, place / "reached", partial / "log"
    if whole.exists() and whole.stat().st_size > weights.size:
        whole.unlink()
    there = whole.stat().st_size if whole.exists() else 0
    downloads.need_room(partial.parent, weights.size - there)
    reached.unlink(missing_ok=True)
    begun = time.monotonic()

    def go_on() -> bool:
        report(min(_size(whole), weights.size), weights.size, "hub")
        if not _begins_right(whole):
            return False
        return reached.exists() or time.monotonic() - begun < REACH_SECONDS

    if there < weights.size:
        words = (weights.repository, weights.file, weights.revision, str(weights.size), str(whole), str(reached))
        login = "login" if weights.is_own else ""  # ours are open to all: nobody's key is needed
        command = [sys.executable, "-c", _DOWNLOAD, *words, login]
        downloads.run(command, {**os.environ, **_ENVIRONMENT}, log, go_on, partial)
    if not _begins_right(whole):
        raise downloads.refused(weights, place, f"{weights.file} is no model in GGUF format")
    if _size(whole) < weights.size:
        said = _last(log.read_bytes())
        if not reached.exists():
            raise _explained(said, weights.repository, weights.revision)
        why = clean(str(said.get("said", "")), 160).rstrip(".") or "the connection ended"
        raise LocalModelError(
            f"Only {_size(whole) / 1e6:,.1f} of {weights.size / 1e6:,.1f} MB of {weights.file} arrived: {why}.",
            "Check the connection and run the same command again: it goes on from here.",
        )
    if not downloads.is_right(weights, whole, report):
        raise downloads.refused(weights, place, "their SHA-256 is not the one that was stated")
    return whole


_ASKED = """
import json, sys
def carry_out(work):
    try:
        said = work(*sys.argv[1:])
    except Exception as error:
        said = {"error": type(error).__name__, "said": str(error)}
    print(json.dumps(said), flush=True)
"""
_STATE = f"""{_ASKED}
def state(repository, revision):
    from huggingface_hub import HfApi
    found = HfApi().model_info(repository, revision=revision or None, files_metadata=True, timeout=20)
    stated = {{file.rfilename: [file.size, file.lfs and file.lfs["sha256"]] for file in found.siblings or ()}}
    return {{"commit": found.sha, "files": stated}}
carry_out(state)
"""
_DOWNLOAD = f"""{_ASKED}
import os, threading
def die_with_stdin():  # whoever wanted the file is gone, and the next one writes into it
    os.read(0, 1)
    os._exit(1)
threading.Thread(target=die_with_stdin, daemon=True).start()
def download(repository, name, revision, size, whole, reached, login):
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.file_download import http_get  # hf_hub_download goes on only within one process
    from huggingface_hub.utils import build_hf_headers
    token, url = (None if login else False), hf_hub_url(repository, name, revision=revision)
    get_hf_file_metadata(url, token=token, timeout=5)
    open(reached, "wb").close()
    with open(whole, "ab") as file:
        headers = build_hf_headers(token=token)
        http_get(url, file, resume_size=file.tell(), headers=headers, expected_size=int(size))
    return {{}}
carry_out(download)
"""


def _require_client() -> None:
    if importlib.util.find_spec("huggingface_hub") is None:
        raise LocalModelError("The hub's client is not installed.", 'Run: pip install "chatimg-magic[local]"')


def _last(output: bytes) -> dict[str, Any]:
    """Read the last line of what a process said; empty if it is not ours."""
    with contextlib.suppress(ValueError, IndexError):
        said = json.loads(output.splitlines()[-1])
        return said if isinstance(said, dict) else {}
    return {}


def _explained(found: dict[str, Any], repository: str, revision: str) -> LocalModelError:
    """Turn the client's error into words."""
    kind, said = str(found.get("error", "")), str(found.get("said", ""))
    if kind == "GatedRepoError":
        return LocalModelError(
            f"{repository} is open only to those who accepted its terms.",
            "Accept them on its page at the hub, then set HF_TOKEN and run the same command again.",
        )
    if kind == "RevisionNotFoundError":
        return LocalModelError(f"{repository} has no revision {revision!r}.", "Leave out --revision for the newest.")
    if kind in ("RepositoryNotFoundError", "HFValidationError"):
        return LocalModelError(
            f"The hub shows nobody a repository {repository!r}.", "Check --repo; for a private one, set HF_TOKEN."
        )
    return _unreachable(clean(said, 160) or "it did not answer in time")


def _unreachable(why: str) -> LocalModelError:
    return LocalModelError(
        f"The hub cannot be asked: {why.rstrip('.')}.", "Check the connection and HF_ENDPOINT, and run it again."
    )


def _size(file: Path) -> int:
    with contextlib.suppress(OSError):
        return file.stat().st_size
    return 0


def _begins_right(file: Path) -> bool:
    """Whether a file begins as a model in GGUF format does, as far as it is there."""
    with contextlib.suppress(OSError), file.open("rb") as data:
        return MAGIC.startswith(data.read(len(MAGIC)))
    return True
