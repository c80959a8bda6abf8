"""Prompts of one's own: a Python file whose ``SPECS`` are asked for, and whose checks are tried before anybody is."""

from __future__ import annotations

import re
import runpy
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from chatimg_magic.bench.mutants import Case, cases
from chatimg_magic.bench.spec import LEVELS, Spec
from chatimg_magic.errors import ChatImgError, clean

SUFFIX = ".py"
SKELETON = Path(__file__).with_name("skeleton.py")

_ID = re.compile(r"(?![lg][0-9]_)[a-z][a-z0-9_]{0,59}")
"""Part of a file's name; what begins like ``l1_`` or ``g1_`` is the benchmark's own."""


class BadPrompts(ChatImgError):
    """A file of prompts cannot be used."""


def write(path: Path) -> None:
    """Write a file with one prompt to start from, named after the file.

    Raises
    ------
    BadPrompts
        If there is such a file, or it cannot be written.
    """
    if path.suffix != SUFFIX:
        raise BadPrompts(f"{path} does not end in {SUFFIX}.", f"Such as: chatimg bench new {path.stem or 'star'}.py")
    stem = re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_")[:50]
    text = SKELETON.read_text(encoding="utf-8").replace("own_skeleton", f"own_{stem or 'prompt'}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BadPrompts(f"{path} is there already, and stays as it is.", "Name another file.") from None
    except OSError as error:
        raise BadPrompts(f"{path} cannot be written: {error.strerror}.", "Name another place.") from None


def read(path: Path) -> tuple[Spec, ...]:
    """Run a file in this process and return its prompts.

    Raises
    ------
    BadPrompts
        If it fails, or what it has in ``SPECS`` are no prompts that can be told from each other and from ours.
    """
    if not path.is_file():
        raise BadPrompts(f"There is no file {path}.", f"Make one: chatimg bench new {path}")
    try:
        found = runpy.run_path(str(path), run_name="chatimg_prompts").get("SPECS")
    except Exception as error:  # noqa: BLE001 - it is somebody's code, and may raise anything
        raise BadPrompts(f"{path} cannot be run: {_said(error, path)}.", "Mend it there.") from None
    if not isinstance(found, Sequence) or not found or not all(isinstance(spec, Spec) for spec in found):
        raise BadPrompts(f"{path} has no SPECS = (Spec(…), …).", "For one that has: chatimg bench new FILE.py")
    for number, spec in enumerate(found):
        if not _ID.fullmatch(spec.id):
            raise BadPrompts(
                f"{path}: the id {spec.id!r} cannot be used.",
                "Use small letters, digits and _, and no beginning like l1_ or g1_, such as own_star.",
            )
        if spec.id in {before.id for before in found[:number]}:
            raise BadPrompts(f"{path} has the id {spec.id} twice.", "Results are told apart by it: change one.")
        if spec.level not in LEVELS or not spec.prompt.strip():
            raise BadPrompts(
                f"{path}: {spec.id} needs words in prompt, and a level from 1 to {max(LEVELS)}.", "Mend it there."
            )
    return tuple(found)


def tried(path: Path, specs: Sequence[Spec]) -> list[Case]:
    """Judge every answer of which a file says whether it is right, and mutants of the right one.

    Raises
    ------
    BadPrompts
        If one of them cannot be drawn.
    """
    found: list[Case] = []
    for spec in specs:
        try:
            found += cases(spec)
        except Exception as error:  # noqa: BLE001 - it is somebody's code, and may raise anything
            raise BadPrompts(
                f"{path}: a known answer to {spec.id} cannot be drawn: {_said(error, path)}.", "Mend it there."
            ) from None
    return found


def require_right(path: Path, found: Sequence[Case]) -> None:
    """Refuse checks that do not tell right from wrong.

    Raises
    ------
    BadPrompts
        If one of them is wrong about a known answer.
    """
    wrong = [case for case in found if case.error]
    if wrong:
        named = ", ".join(f"{case.spec} ({case.kind.value} {case.name})" for case in wrong[:3])
        raise BadPrompts(
            f"{path}: the check is wrong about {len(wrong)} of {len(found)} known answers: {named}"
            f"{', …' if len(wrong) > 3 else '.'}",
            f"chatimg bench check {path} says why. A mutant that is right too belongs into harmless.",
        )


def checked(path: Path) -> tuple[Spec, ...]:
    """Return a file's prompts, if their checks tell right from wrong; see :func:`read` and :func:`require_right`."""
    specs = read(path)
    require_right(path, tried(path, specs))
    return specs


def told(found: Sequence[Case]) -> Iterator[str]:
    """Yield a line for every known answer: the verdict, whether it should be that, and which condition fails."""
    for place, case in enumerate(found):
        if place == 0 or found[place - 1].spec != case.spec:
            yield case.spec
        name = case.kind.value if case.kind.value == case.name else f"{case.kind.value} {case.name}"
        yield f"  {'NO' if case.error else 'ok'}  {name}: {_verdict(case)}"


def _verdict(case: Case) -> str:
    if not case.failed:
        return "passes" if case.kind.right else "passes, and must fail"
    first, *others = case.failed
    also = f" (also {', '.join(condition.split(':')[0] for condition in others)})" if others else ""
    return f"{'fails, and must pass' if case.kind.right else 'fails'}: {first}{also}"


def _said(error: Exception, path: Path) -> str:
    """Say what was raised, and in which line of the file."""
    lines: list[Any] = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
    if isinstance(error, SyntaxError) and error.filename == str(path):
        lines.append(error.lineno)
    what = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {clean(what)}{f' (line {lines[-1]})' if lines else ''}"
