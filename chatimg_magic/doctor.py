"""What would happen here, probed and not assumed: who would answer, what isolation holds, what is installed."""

from __future__ import annotations

import importlib.metadata
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from chatimg_magic.errors import ChatImgError
from chatimg_magic.sandbox import LAUNCHERS, Launcher, Launchers, worker_image
from chatimg_magic.sandbox.protocol import DENIALS
from chatimg_magic.session import Session

INSTALL = {
    "podman": "Podman (podman.io) isolates on any system",
    "docker": "so does Docker (docker.com)",
}
"""What to say of launchers that could be there."""
SMALL = "small (its answer is begun, failed ones are drawn anew with other examples)"
CAPABLE = "capable (it is told what failed)"
PARTS = (
    "ipython", "ipykernel", "ipywidgets", "openai", "numpy", "matplotlib", "jupyterlab", "notebook", "xllamacpp",
    "huggingface_hub", "pillow", "scipy",
)  # fmt: skip


PATIENCE = 2.0
"""Seconds that a server may take to say which models it has, where a person only wants to know what to type."""


def summary(session: Session) -> str:
    """Return the five lines of ``%chatimg``: who would answer, whether code is isolated here, what to type."""
    sandbox = session.sandbox
    with sandbox.start() as started:  # which gets ready while a server is asked
        who = _who(session)
        with sandbox.settled(started) as run:
            isolation = run.isolation()
    how = f"is {isolation} and run before you read it" if isolation.holds else f"is run by you alone ({isolation})"
    return "\n".join(
        [
            f"chatimg-magic {_version('chatimg-magic')}: {who}",
            f"Generated code {how}. To draw, write into a cell:",
            "    %%chatimg smiley --size 256",
            "    A yellow smiley face on a white background",
            "More: %chatimg help · doctor · usage · store, %config ChatImg; Tab completes the first line.",
        ]
    )


def _who(session: Session) -> str:
    try:
        choice = session.choice(seconds=PATIENCE)
    except ChatImgError as error:
        return str(error)
    return f"{choice.model.name} ({choice.model.provider}) answers, because {choice.why}."


def report(session: Session) -> str:
    """Return the report of ``chatimg doctor``."""
    return "\n".join(
        [
            f"chatimg-magic {_version('chatimg-magic')}, Python {platform.python_version()} on {sys.platform}",
            *_sections(session),
        ]
    )


def _sections(session: Session) -> list[str]:
    return [*_model(session), *_isolation(session), *_parts(), f"kept drawings  {session.store.folder}"]


def _model(session: Session) -> list[str]:
    try:
        choice = session.choice()
    except ChatImgError as error:
        return [f"model          none: {error.what}", f"               {error.remedy}"]
    model, small = choice.model, choice.model.small
    return [
        f"model          {model.name} ({model.provider}), because {choice.why}",
        f"treated as     {SMALL if small else CAPABLE}, because {choice.treated}",
    ]


def _isolation(session: Session) -> list[str]:
    sandbox = session.sandbox
    with sandbox.settled(sandbox.start()) as run:
        isolation = run.isolation()
    lines = [f"isolation      {isolation}"]
    lines += [f"  {name:<13}{'denied (tried)' if name in isolation.denied else 'NOT denied'}" for name in DENIALS]
    if not isolation.holds:
        lines.append("               Generated code is not run before you review it.")
    return [*lines, "launchers", *(f"  {launcher.name:<13}{_launcher(session, launcher)}" for launcher in LAUNCHERS)]


def _launcher(session: Session, launcher: Launcher) -> str:
    """Say whether a launcher is there and what its worker proves, and what would help."""
    if not launcher.is_there:
        return f"not here; {INSTALL[launcher.name]}" if launcher.name in INSTALL else "not on this system"
    if launcher.name in worker_image.ENGINES and not worker_image.is_there(launcher.name):
        return f"here without the worker's image, or not started: chatimg isolation get --engine {launcher.name}"
    with replace(session.sandbox, spare=None, launchers=Launchers(launcher.name)).start() as run:
        began = time.monotonic()
        isolation = run.isolation()
        took = f", ready after {time.monotonic() - began:.2f} s" if isolation.holds else ""
    return f"{isolation}{took}"


def _parts() -> list[str]:
    return ["parts", *(f"  {name:<16} {_version(name)}" for name in PARTS), f"  lab extension    {_lab_extension()}"]


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _lab_extension() -> str:
    """Say whether the extension lies where a Jupyter server of this environment looks for it."""
    for base in jupyter_path("labextensions") if (jupyter_path := _jupyter_path()) else []:
        if (Path(base) / "chatimg-magic" / "package.json").exists():
            return "installed"
    return "not installed here: the panel cannot edit cells in place"


def _jupyter_path() -> Callable[[str], list[str]] | None:
    try:
        from jupyter_core.paths import jupyter_path
    except ImportError:
        return None
    return jupyter_path
