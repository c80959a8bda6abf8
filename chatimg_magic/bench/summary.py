"""What a variant's samples come to: the numbers of a table's row, for every table and plot alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, median

from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.statistics import Interval, Tally, clustered_wilson, pass_at
from chatimg_magic.bench.variants import VARIANTS


@dataclass(frozen=True)
class Summary:
    """The answered samples of one variant of one model, at least one.

    Attributes
    ----------
    model : what the model is called in the report.
    variant : how it was asked.
    samples : what it answered.
    """

    model: str
    variant: str
    samples: tuple[Sample, ...]

    @cached_property
    def tallies(self) -> list[Tally]:
        """For each prompt, how many of its samples passed."""
        return tallies(self.samples)

    @property
    def passed(self) -> int:
        """How many samples passed."""
        return sum(sample.stage is Stage.PASS for sample in self.samples)

    @property
    def rate(self) -> float:
        """The share of samples that passed: pass@1."""
        return self.passed / len(self.samples)

    @property
    def interval(self) -> Interval:
        """Where the pass rate lies with 95 %."""
        return clustered_wilson(self.tallies)

    @property
    def fewest(self) -> int:
        """How many samples every prompt has at least."""
        return min(tally.samples for tally in self.tallies)

    def pass_at(self, k: int) -> float | None:
        """How likely at least one of ``k`` samples passes; None where a prompt has fewer."""
        return fmean(pass_at(k, tally) for tally in self.tallies) if self.fewest >= k else None

    def at(self, level: int) -> Summary | None:
        """Return the part of one level; None if nothing was asked there."""
        there = tuple(sample for sample in self.samples if sample.level == level)
        return Summary(self.model, self.variant, there) if there else None

    @property
    def first(self) -> int:
        """How many first answers would have passed."""
        return sum(sample.first is Stage.PASS for sample in self.samples)

    @property
    def ran(self) -> float:
        """The share of samples that left a picture."""
        return sum(sample.stage.drawn for sample in self.samples) / len(self.samples)

    @property
    def prompt_tokens(self) -> float:
        """Tokens of all questions for a picture, in the median."""
        return median(sample.prompt_tokens for sample in self.samples)

    @property
    def completion_tokens(self) -> float:
        """Tokens of all answers for a picture, in the median."""
        return median(sample.completion_tokens for sample in self.samples)

    @property
    def seconds(self) -> float:
        """Seconds for a picture, in the median."""
        return median(sample.seconds for sample in self.samples)

    @property
    def cost(self) -> float:
        """What a picture costs, in the mean, in the server's unit; 0 where it does not tell."""
        return fmean(sample.cost for sample in self.samples)

    def doubted(self, stage: Stage) -> tuple[int, int]:
        """Return how many samples of a stage were shown with a failed check, and how many there are of it."""
        there = [sample for sample in self.samples if sample.stage is stage]
        return sum(bool(sample.unmet) for sample in there), len(there)

    def share(self, stage: Stage) -> float:
        """Return the share of samples that came so far and no further."""
        return sum(sample.stage is stage for sample in self.samples) / len(self.samples)


def summaries(model: str, samples: Sequence[Sample]) -> list[Summary]:
    """Summarise answered samples, variant by variant."""
    return [
        Summary(model, name, tuple(sample for sample in samples if sample.variant == name))
        for name in variants_of(samples)
    ]


def variants_of(samples: Iterable[Sample]) -> list[str]:
    """Return the names of the variants that there are samples of, in the order in which they build on each other."""
    present = {sample.variant for sample in samples}
    return [*(name for name in VARIANTS if name in present), *sorted(present - VARIANTS.keys())]


def tallies(samples: Iterable[Sample]) -> list[Tally]:
    """Return for each prompt how many of its samples passed."""
    counts: dict[str, tuple[int, int]] = {}
    for sample in samples:
        passed, count = counts.get(sample.spec, (0, 0))
        counts[sample.spec] = passed + (sample.stage is Stage.PASS), count + 1
    return [Tally(passed, count) for passed, count in counts.values()]
