"""How sure a pass rate is: intervals, pass@k and paired comparison.

Sources: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209;
M. Chen et al., "Evaluating large language models trained on code", arXiv:2107.03374 (2021);
Q. McNemar, "Note on the sampling error of the difference between correlated proportions", Psychometrika 12 (1947) 153.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Z95 = 1.959964
"""How many standard errors to either side hold 95 % of a normal distribution."""


@dataclass(frozen=True)
class Interval:
    """From ``low`` to ``high``, both shares from 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True)
class Tally:
    """What became of one prompt: how many of its samples passed."""

    passed: int
    samples: int


def wilson(passed: float, samples: float, z: float = Z95) -> Interval:
    """Return Wilson's score interval of a share (Wilson 1927).

    Parameters
    ----------
    passed, samples : counts of independent trials; an effective sample size need not be whole.
    z : half the width in standard errors.
    """
    if samples <= 0:
        return Interval(0.0, 1.0)
    rate = passed / samples
    centre = rate + z * z / (2 * samples)
    half = z * math.sqrt(rate * (1 - rate) / samples + (z / (2 * samples)) ** 2)
    scale = 1 + z * z / samples
    low = 0.0 if passed == 0 else (centre - half) / scale
    high = 1.0 if passed == samples else (centre + half) / scale
    return Interval(max(0.0, low), min(1.0, high))


def effective_samples(tallies: Sequence[Tally]) -> float:
    """Return how many independent samples say as much as these, between the number of prompts and of samples.

    Samples of one prompt resemble each other. The variance of the pass rate over whole prompts (a ratio of sums, each
    prompt one draw) says how much they do; the answer is the number of coin tosses with that variance.
    """
    prompts = len(tallies)
    samples = sum(tally.samples for tally in tallies)
    passed = sum(tally.passed for tally in tallies)
    if prompts < 2 or passed in (0, samples):
        return float(prompts)  # nothing is seen of how alike they are: the careful end
    rate = passed / samples
    spread = sum((tally.passed - rate * tally.samples) ** 2 for tally in tallies)
    variance = prompts / (prompts - 1) * spread / samples**2
    if variance == 0:
        return float(samples)
    return min(float(samples), max(float(prompts), rate * (1 - rate) / variance))


def clustered_wilson(tallies: Sequence[Tally], z: float = Z95) -> Interval:
    """Return Wilson's interval of the pass rate over all samples, for samples that come in prompts.

    With one sample a prompt it is :func:`wilson`.
    """
    samples = sum(tally.samples for tally in tallies)
    if samples == 0:
        return Interval(0.0, 1.0)
    size = effective_samples(tallies)
    return wilson(sum(tally.passed for tally in tallies) / samples * size, size, z)


def pass_at(k: int, tally: Tally) -> float:
    """Estimate, without bias, how likely at least one of ``k`` samples passes (Chen et al. 2021).

    Raises
    ------
    ValueError
        If there are fewer than ``k`` samples.
    """
    if not 1 <= k <= tally.samples:
        raise ValueError(f"pass@{k} needs at least {k} samples, and there are {tally.samples}")
    failed = tally.samples - tally.passed
    return 1.0 - math.comb(failed, k) / math.comb(tally.samples, k)


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the exact two-sided p of McNemar's test (1947): how likely chance alone tells them so far apart.

    Parameters
    ----------
    only_first, only_second : prompts that only the one and only the other passes, one outcome a prompt.
    """
    differing = only_first + only_second
    fewer = min(only_first, only_second)
    tail: int = sum(math.comb(differing, count) for count in range(fewer + 1))
    return min(1.0, 2 * tail / (1 << differing))
