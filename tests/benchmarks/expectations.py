"""How often a right picture is blamed, how many wrong ones are noticed, and how long it takes.

Run ``python -m tests.benchmarks.expectations [--show] [--generated SEED]``. Right are the benchmark's reference and
equal answers, wrong its hand-made wrong ones. Rules were made with one half of its prompts in view, every second of
a level; of the other half only the totals were looked at, though some of its prompts had been read before.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from chatimg_magic.bench.generator import generated
from chatimg_magic.bench.spec import Draws, Spec, as_rgb, specs
from chatimg_magic.expect import Check, hold
from chatimg_magic.picture import NotAPicture, check, convert
from chatimg_magic.request import Mode, Request, Size

ROUNDS = 15
TIMED = (
    "three white circles of the same size side by side on black, evenly spaced",
    "a white image with a red circle of radius 90 to the left of a blue square",
    "a yellow smiley, white background",
    "a gradient from black to white, left to right",
    "six horizontal stripes, alternating red and white",
    "a checkerboard of 8 x 8 squares",
)


def halves(all_specs: Sequence[Spec]) -> tuple[list[Spec], list[Spec]]:
    """Return every second prompt of each level, and the others."""
    seen: list[Spec] = []
    unseen: list[Spec] = []
    for _, level in groupby(sorted(all_specs, key=lambda spec: spec.level), key=lambda spec: spec.level):
        members = list(level)
        seen += members[::2]
        unseen += members[1::2]
    return seen, unseen


def held(spec: Spec, answers: Mapping[str, Draws]) -> Iterator[tuple[str, tuple[Check, ...]]]:
    """Yield each answer's name and its checks; what is no picture of the right size is not held at all."""
    for name, draws in answers.items():
        try:
            picture = check(*convert(as_rgb(draws())), replace(spec.request, mode=Mode.RGB))
        except NotAPicture:
            continue
        yield name, hold(spec.request, picture.array)


def report(title: str, some: Sequence[Spec], show: bool) -> None:
    """Print how the claims do on some prompts."""
    claims, failed, wrong, noticed, silent = 0, 0, 0, 0, 0
    kinds: Counter[str] = Counter()
    for spec in some:
        right = {"reference": spec.reference, **spec.equal}
        claimed = 0
        for name, checks in held(spec, right):
            claimed += len(checks)
            kinds.update(item.kind for item in checks)
            for item in checks:
                if not item.holds:
                    failed += 1
                    print(f"  blamed  {spec.id} {name}: {item.words}; found {item.found}")
        claims += claimed
        silent += not claimed
        for name, checks in held(spec, spec.wrong):
            wrong += 1
            seen = [item for item in checks if not item.holds]
            noticed += bool(seen)
            if show:
                said = "; ".join(f"{item.words}: {item.found}" for item in seen) or "-"
                print(f"  {'noticed' if seen else 'missed '} {spec.id} {name}: {said}")
    print(f"{title:<22}{len(some):>4} prompts, {silent} without a claim")
    print(f"  right answers: {claims} claims, {failed} fail ({failed / max(1, claims):.1%})")
    print(f"  wrong answers: {wrong}, {noticed} noticed ({noticed / max(1, wrong):.0%})")
    print(f"  kinds: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}")


def speed() -> None:
    """Print milliseconds of hold() for pictures of 512 x 512."""
    rows, cols = np.mgrid[:512, :512]
    dots = np.where((rows % 64 - 32) ** 2 + (cols % 64 - 32) ** 2 < 300, 255, 0).astype(np.uint8)
    pictures = {
        "disc": np.where(((rows - 256) ** 2 + (cols - 200) ** 2 < 90**2)[..., None], (220, 20, 20), 255).astype(
            np.uint8
        ),
        "64 dots": np.repeat(dots[..., None], 3, axis=2),
        "gradient": np.repeat((cols // 2).astype(np.uint8)[..., None], 3, axis=2),
        "noise": np.random.default_rng(0).integers(0, 256, (512, 512, 3), dtype=np.uint8),
    }
    print(f"{'ms at 512 x 512':<22}{'median':>8}{'slowest':>9}")
    for name, pixels in pictures.items():
        times = []
        for words in TIMED:
            request = Request(words, size=Size(512, 512))
            hold(request, pixels)
            for _ in range(ROUNDS // 3):
                began = time.perf_counter()
                hold(request, pixels)
                times.append(1000 * (time.perf_counter() - began))
        print(f"  {name:<20}{statistics.median(times):>8.1f}{max(times):>9.1f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what is said of every wrong answer")
    parser.add_argument("--half", choices=("seen", "unseen"), help="only one half")
    parser.add_argument("--generated", type=int, metavar="SEED", help="also 100 prompts made by this seed")
    chosen = parser.parse_args()
    seen, unseen = halves(list(specs()))
    if chosen.half != "unseen":
        report("half seen", seen, chosen.show)
    if chosen.half != "seen":
        report("half unseen", unseen, chosen.show)
    if chosen.generated is not None:
        report("generated", generated(chosen.generated, 25), chosen.show)
    speed()


if __name__ == "__main__":
    main()
