"""Which prompts a run asks for: all of the fixed ones, one of their halves, generated ones, or those of a file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from chatimg_magic.bench import generator, own
from chatimg_magic.bench.generator import generated
from chatimg_magic.bench.spec import LEVELS, USUAL, Spec, specs
from chatimg_magic.errors import BadOption


def dev(levels: Iterable[int] = USUAL) -> tuple[Spec, ...]:
    """Return the half that may be looked at while prompts and examples are worked on.

    Every second of the fixed prompts in order of level, from the first; counting goes on from level to level, so that
    both halves have as many.
    """
    chosen = set(levels)
    return tuple(spec for spec in specs(LEVELS)[::2] if spec.level in chosen)


def held(levels: Iterable[int] = USUAL) -> tuple[Spec, ...]:
    """Return the half that is held back for the last measurement; see :func:`dev`."""
    chosen = set(levels)
    return tuple(spec for spec in specs(LEVELS)[1::2] if spec.level in chosen)


def find(spec_id: str) -> Spec | None:
    """Return the fixed or generated prompt that an id stands for; None if there is none."""
    return next((spec for spec in specs(LEVELS) if spec.id == spec_id), None) or generator.find(spec_id)


def select(
    prompts: str, only: Sequence[str] = (), seed: int = 0, per_level: int = 5, levels: Sequence[int] = ()
) -> tuple[Spec, ...]:
    """Return the prompts of a run.

    Parameters
    ----------
    prompts : ``all``, ``dev``, ``held``, ``generated``, or a Python file; see :mod:`chatimg_magic.bench.own`.
    only : ids; empty for every one of those.
    seed, per_level : of generated prompts.
    levels : which ones; empty for 1 to 5, for all of a file, or for those of the ids.

    Raises
    ------
    BadOption
        If there are no such prompts or none of those levels, or an id is not among them.
    BadPrompts
        If the file cannot be used.
    """
    fixed = {"all": specs, "dev": dev, "held": held}
    if prompts.endswith(own.SUFFIX):
        theirs = own.checked(Path(prompts))
        known = sorted({spec.level for spec in theirs})
        named = _levels(prompts, levels, only, known) if levels else known
        chosen = tuple(spec for spec in theirs if spec.level in named)
    elif prompts == "generated":
        chosen = generated(seed, per_level, _levels(prompts, levels, only, generator.LEVELS))
    elif prompts in fixed:
        chosen = fixed[prompts](_levels(prompts, levels, only, tuple(LEVELS)))
    else:
        raise BadOption(
            f"--prompts {prompts} is not one.", f"They are: {', '.join(fixed)}, generated, or a file such as star.py."
        )
    by_id = {spec.id: spec for spec in chosen}
    unknown = [name for name in only if name not in by_id]
    if unknown:
        near = difflib.get_close_matches(unknown[0], by_id, 1, 0.4)
        raise BadOption(
            f"--only {unknown[0]} is not one of the {len(chosen)} prompts of --prompts {prompts}.",
            f"Did you mean {near[0]}?" if near else f"They are: {', '.join(by_id)}.",
        )
    return tuple(by_id[name] for name in dict.fromkeys(only)) or chosen


def _levels(prompts: str, wanted: Sequence[int], only: Sequence[str], known: Sequence[int]) -> Sequence[int]:
    """Return the levels to ask for: those named, all where ids are, else those that are asked for usually."""
    missing = [level for level in wanted if level not in known]
    if missing:
        raise BadOption(
            f"--prompts {prompts} has no level {missing[0]}.", f"Its levels are: {', '.join(map(str, known))}."
        )
    return sorted(set(wanted)) or (known if only else USUAL)
