"""Do the checkers tell right from wrong? Every answer whose verdict is known is judged, generic mutants included.

``python -m chatimg_magic.bench.mutants`` prints the counts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

import numpy as np

from chatimg_magic.bench.spec import LEVELS, Spec, specs, verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

SHIFT = 10
SCALE = 0.8


def _shifted(pixels: Pixels) -> Pixels:
    """Move everything 10 pixels down and to the right; the first pixel's colour fills the gap."""
    moved = np.full_like(pixels, pixels[0, 0])
    moved[SHIFT:, SHIFT:] = pixels[:-SHIFT, :-SHIFT]
    return moved


def _scaled(pixels: Pixels) -> Pixels:
    """Shrink everything to 80 % about the centre, by the nearest pixel, the first pixel's colour around it."""
    rows, cols = pixels.shape[:2]
    row, col = _source(rows), _source(cols)
    inside = ((row >= 0) & (row < rows))[:, None] & ((col >= 0) & (col < cols))
    taken = pixels[np.clip(row, 0, rows - 1)[:, None], np.clip(col, 0, cols - 1)]
    return np.where(inside[..., None] if pixels.ndim == 3 else inside, taken, pixels[0, 0])


def _source(length: int) -> NDArray[np.int64]:
    middle = (length - 1) / 2
    return np.asarray(np.rint((np.arange(length) - middle) / SCALE + middle), dtype=np.int64)


def _noise(pixels: Pixels) -> Pixels:
    return np.random.default_rng(0).integers(0, 256, pixels.shape, dtype=np.uint8)


def _half(pixels: Pixels) -> Pixels:
    """Stop drawing half-way down; the first pixel's colour fills the rest."""
    drawn = np.full_like(pixels, pixels[0, 0])
    drawn[: len(pixels) // 2] = pixels[: len(pixels) // 2]
    return drawn


MUTATIONS: dict[str, Callable[[Pixels], Pixels]] = {
    "fliplr": lambda pixels: pixels[:, ::-1],
    "flipud": lambda pixels: pixels[::-1],
    "transpose": lambda pixels: pixels.swapaxes(0, 1),
    "rot90": np.rot90,
    "shift10": _shifted,
    "scale80": _scaled,
    "invert": lambda pixels: 255 - pixels,
    "bgr": lambda pixels: pixels[..., ::-1] if pixels.ndim == 3 else pixels,
    "half": _half,
    "blank": lambda pixels: np.full_like(pixels, pixels[0, 0]),
    "noise": _noise,
}
"""What commonly goes wrong whatever is drawn: axes swapped, upside down, a wrong offset, channels in another order."""


def mutants(spec: Spec) -> Iterator[tuple[str, Pixels]]:
    """Yield the name and the pixels of every mutation that changes the reference."""
    reference = spec.reference()
    for name, mutate in MUTATIONS.items():
        mutant = mutate(reference)
        if not np.array_equal(mutant, reference):
            yield name, mutant


class Kind(str, Enum):
    """Where an answer comes from."""

    REFERENCE = "reference"
    EQUAL = "equal"
    WRONG = "wrong"
    MUTANT = "mutant"
    HARMLESS = "harmless mutant"

    @property
    def right(self) -> bool:
        """Whether a checker must let it pass."""
        return self in (Kind.REFERENCE, Kind.EQUAL, Kind.HARMLESS)


@dataclass(frozen=True)
class Case:
    """An answer whose verdict is known, and the verdict that it got."""

    spec: str
    kind: Kind
    name: str
    failed: tuple[str, ...]

    @property
    def error(self) -> bool:
        """Whether the checker is wrong: about this answer, or because it broke."""
        broke = any(condition.startswith("checker_error:") for condition in self.failed)
        return broke or self.kind.right == bool(self.failed)


def cases(spec: Spec) -> Iterator[Case]:
    """Judge every answer to a prompt whose verdict is known."""
    for kind, name, pixels in _answers(spec):
        yield Case(spec.id, kind, name, verdict(spec, pixels))


def _answers(spec: Spec) -> Iterator[tuple[Kind, str, NDArray[Any]]]:
    yield Kind.REFERENCE, "reference", spec.reference()
    for name, draw in spec.equal.items():
        yield Kind.EQUAL, name, draw()
    for name, draw in spec.wrong.items():
        yield Kind.WRONG, name, draw()
    for name, pixels in mutants(spec):
        yield Kind.HARMLESS if name in spec.harmless else Kind.MUTANT, name, pixels


@dataclass(frozen=True)
class Audit:
    """All cases of all prompts; printed, it is the counts and what went wrong."""

    cases: tuple[Case, ...]

    @property
    def errors(self) -> tuple[Case, ...]:
        """The cases in which a checker is wrong."""
        return tuple(case for case in self.cases if case.error)

    def count(self, kind: Kind) -> int:
        """Return how many cases are of a kind."""
        return Counter(case.kind for case in self.cases)[kind]

    def __str__(self) -> str:
        counts = ", ".join(f"{kind.value} {self.count(kind)}" for kind in Kind)
        lines = [f"{counts}; errors {len(self.errors)}"]
        for case in self.errors:
            found = "; ".join(case.failed) or "passed"
            lines.append(f"{case.spec} {case.kind.value} {case.name}: {found}")
        return "\n".join(lines)


def audit() -> Audit:
    """Judge every known answer to every prompt; takes seconds."""
    return Audit(tuple(case for spec in specs(LEVELS) for case in cases(spec)))


if __name__ == "__main__":
    done = audit()
    print(done)
    sys.exit(bool(done.errors))
