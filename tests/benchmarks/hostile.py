"""What becomes of all attacks in the tests: refused, stopped or evident in the isolated run, and any effect outside it.

Run ``python -m tests.benchmarks.hostile``; Linux only. For each goal and category: how many attacks there are, how many
have their effect without protection, how many the policy refuses before running, how many of the others make no picture
in the isolated run, how many of those that make one leave evidence, what is left, and how many have any effect outside
the worker with the policy switched off (or do not end within its limits). Then false refusals of benign programs, and
what Landlock or seccomp would let through alone if their worker were believed.
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
from tests.jobs import became, last
from tests.scenes import PLACES, SESSION, TOKEN, VARIABLE, Scene, evidence, happened, unprotected

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


COLUMNS = ("attacks", "unprotected", "refused", "stopped", "evident", "left", "effects outside")


def table(rows: dict[tuple[str, str], Counter[str]]) -> None:
    """Print goal, category and the counts, with a sum for each goal."""
    print(f"| goal | category | {' | '.join(COLUMNS)} |")
    print("| --- | --- |" + " ---: |" * len(COLUMNS))
    for goal in dict.fromkeys(goal for goal, _ in rows):
        mine = {category: counts for (other, category), counts in rows.items() if other == goal}
        for category, counts in mine.items():
            print(f"| {goal} | {category} | {' | '.join(str(counts[column]) for column in COLUMNS)} |")
        total = sum(mine.values(), Counter[str]())
        print(f"| **{goal}** | all | {' | '.join(str(total[column]) for column in COLUMNS)} |")


def measure(folder: Path) -> dict[tuple[str, str], Counter[str]]:
    """Run every attack; return (goal, category) → counts."""
    free = unprotected(ATTACKS, folder / "host") | unprotected([*KERNEL, *REDTEAM, *SECOND], folder / "kernel", SESSION)
    rows: dict[tuple[str, str], Counter[str]] = {}
    sets: list[tuple[str, Sequence[Attack]]] = [
        ("host", ATTACKS),
        ("kernel", KERNEL),
        ("kernel, red team", REDTEAM),
        ("kernel, second red team", SECOND),
    ]
    for goal, attacks in sets:
        for attack in attacks:
            row = rows.setdefault((goal, attack.category), Counter())
            row["attacks"] += 1
            row["unprotected"] += happened(attack, free[attack.name])
            row[became(attack.source(**PLACES))] += 1
            row["effects outside"] += escaped(attack, folder / attack.name)
    for hog in HOGS:
        row = rows.setdefault(("dos", hog.category), Counter())
        row["attacks"] += 1
        row["refused" if policy.check(hog.source()) else "stopped"] += 1
        row["effects outside"] += unbounded(hog)
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
