"""What the policy and the sandbox stop, each alone and together, of all attacks in the tests.

Run ``python -m tests.benchmarks.hostile``; Linux only. For each goal and category: how many attacks there are, how many
have their effect without protection, how many the policy refuses, how many have their effect with the policy alone (the
rest is run as the review cell writes it), how many have any effect outside the worker with the sandbox alone (or do not
end within its limits), and with both. Then false refusals of benign programs, and what Landlock or seccomp would let
through alone if their worker were believed.
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from chatimg_magic import gallery, policy
from chatimg_magic.sandbox import Isolation, Limits, Sandbox
from tests.attacks import ATTACKS, PARENT_SIGNAL, Attack, leftovers
from tests.attacks_dos import HOGS, Hog
from tests.attacks_kernel import KERNEL
from tests.attacks_redteam import REDTEAM
from tests.attacks_second import SECOND
from tests.benign import BENIGN, program
from tests.jobs import last
from tests.scenes import PLACES, SESSION, TOKEN, VARIABLE, Scene, as_reviewed, evidence, happened, unprotected

LAYERS = ("landlock", "seccomp")


def escaped(attack: Attack, folder: Path, layers: tuple[str, ...] = LAYERS) -> bool:
    """Whether an attack has any effect outside its worker, the policy switched off."""
    scene = Scene(attack, folder)
    signals: list[int] = []
    before = signal.signal(PARENT_SIGNAL, lambda number, _: signals.append(number))
    known = leftovers(Path(tempfile.gettempdir()))
    try:
        with Sandbox(Limits(seconds=5), layers).start() as run:
            run.send(scene.source, 1, "img")
            seen = scene.effects(evidence(run))
        return bool(seen or signals or leftovers(Path(tempfile.gettempdir())) - known)
    finally:
        signal.signal(PARENT_SIGNAL, before)
        scene.listener.close()


def unbounded(hog: Hog) -> bool:
    """Whether a program does not end within its limits, or not with the words that say why."""
    known = leftovers(Path(tempfile.gettempdir()))
    began = time.monotonic()
    with Sandbox(Limits(seconds=1.5, memory=600 * 1024**2)).start() as run:
        run.send(hog.source(), 1, "img")
        result = last(run)
    words = f"{result.failure.type}: {result.failure.message}" if result.failure else result.problem or "drawn"
    ended = time.monotonic() - began < 15 and any(end in words for end in hog.ends)
    return not ended or bool(leftovers(Path(tempfile.gettempdir())) - known)


def table(rows: dict[tuple[str, str], list[int]]) -> None:
    """Print goal, category and the counts, with a sum for each goal."""
    print("| goal | category | attacks | unprotected | refused | policy alone | sandbox alone | both |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for goal in dict.fromkeys(goal for goal, _ in rows):
        mine = {category: counts for (other, category), counts in rows.items() if other == goal}
        for category, counts in mine.items():
            print(f"| {goal} | {category} | {' | '.join(map(_cell, counts))} |")
        total = [sum(column) for column in zip(*mine.values(), strict=True)]
        print(f"| **{goal}** | all | {' | '.join(map(_cell, total))} |")


def _cell(count: int) -> str:
    return "not run" if count < 0 else str(count)


def measure(folder: Path) -> dict[tuple[str, str], list[int]]:
    """Run every attack; return (goal, category) → attacks, and the effects of each protection."""
    free = unprotected(ATTACKS, folder / "host") | unprotected([*KERNEL, *REDTEAM, *SECOND], folder / "kernel", SESSION)
    lenient = [attack for attack in (*ATTACKS, *KERNEL, *REDTEAM, *SECOND) if not policy.check(attack.source(**PLACES))]
    passing = unprotected(lenient, folder / "reviewed", SESSION, as_reviewed)
    rows: dict[tuple[str, str], list[int]] = {}
    sets: list[tuple[str, Sequence[Attack]]] = [
        ("host", ATTACKS),
        ("kernel", KERNEL),
        ("kernel, red team", REDTEAM),
        ("kernel, second red team", SECOND),
    ]
    for goal, attacks in sets:
        for attack in attacks:
            row = rows.setdefault((goal, attack.category), [0] * 6)
            passes = attack.name in passing
            out = escaped(attack, folder / attack.name)
            seen = happened(attack, free[attack.name])
            still = passes and happened(attack, passing[attack.name])
            for column, count in enumerate((True, seen, not passes, still, out, passes and out)):
                row[column] += count
    for hog in HOGS:
        row = rows.setdefault(("dos", hog.category), [0, -100, 0, 0, 0, 0])
        passes, out = not policy.check(hog.source()), unbounded(hog)
        for column, count in ((0, True), (2, not passes), (3, passes), (4, out), (5, passes and out)):
            row[column] += count
    return rows


def main() -> None:
    """Measure and print."""
    os.environ[VARIABLE] = TOKEN
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        workers = folder / "workers"
        workers.mkdir()
        patch.setattr(tempfile, "tempdir", str(workers))
        table(measure(folder))
        refused = [each for each in BENIGN if policy.check(program(each))]
        refused += [piece.name for piece in gallery.pieces() if policy.check(piece.code)]
        print(
            f"\nfalse refusals: {len(refused)} of {len(BENIGN) + len(gallery.pieces())} benign programs {refused or ''}"
        )
        patch.setattr(Isolation, "holds", property(lambda _: True))
        for layers in (("landlock",), ("seccomp",)):
            out = [a for a in ATTACKS if escaped(a, folder / f"{a.name}-{'-'.join(layers)}-alone", layers)]
            effects = ", ".join(f"{count} {effect}" for effect, count in Counter(a.effect for a in out).items())
            print(f"rlimits + {layers[0]}: {len(out)} of {len(ATTACKS)} have an effect ({effects or 'none'})"
                  + (f": {', '.join(a.name for a in out)}" if 0 < len(out) < 9 else ""))  # fmt: skip


if __name__ == "__main__":
    main()
