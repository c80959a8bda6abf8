"""What a run has shown, as Markdown: pass rates with their uncertainty, paired comparisons, what nobody noticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.statistics import Tally, clustered_wilson, mcnemar, pass_at
from chatimg_magic.bench.variants import VARIANTS


def report(samples: Sequence[Sample]) -> str:
    """Return the report on a folder's samples: Markdown, ends with a line feed."""
    answered = [sample for sample in samples if sample.stage is not Stage.ERROR]
    names = variants_of(answered)
    parts = [_heading(answered, len(samples) - len(answered))]
    if answered:
        parts.append(_table(answered, names))
        parts.append("\n".join(_paired(answered, names)))
        parts.append("\n".join(_noticed(answered, names)))
    return "\n\n".join(part for part in parts if part) + "\n"


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


def _heading(answered: Sequence[Sample], unanswered: int) -> str:
    models = ", ".join(sorted({f"{sample.model} ({sample.provider})" for sample in answered})) or "no model"
    prompts = len({sample.spec for sample in answered})
    text = f"{models}: {_count(len(answered), 'sample')} of {_count(prompts, 'prompt')}."
    if unanswered:
        text += f" {_count(unanswered, 'sample')} got no answer and {'is' if unanswered == 1 else 'are'} left out."
    return text


def _table(answered: Sequence[Sample], names: Sequence[str]) -> str:
    levels = sorted({sample.level for sample in answered})
    most = _fewest(answered, names)
    head = ["variant", *(f"level {level}" for level in levels), "passed", "pass rate (95 %)"]
    head += [f"pass@{most}"] * (most > 1) + ["first answers", "ran", "tokens", "seconds"]
    rows = [_row([s for s in answered if s.variant == name], levels, most) for name in names]
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _fewest(answered: Sequence[Sample], names: Sequence[str]) -> int:
    """Return how many samples every prompt of every variant has."""
    return min(tally.samples for name in names for tally in tallies(s for s in answered if s.variant == name))


def _row(samples: Sequence[Sample], levels: Sequence[int], most: int) -> list[str]:
    counted = tallies(samples)
    passed = [sample.stage is Stage.PASS for sample in samples]
    interval = clustered_wilson(counted)
    cells = [samples[0].variant]
    cells += [_fraction([s.stage is Stage.PASS for s in samples if s.level == level]) for level in levels]
    cells += [
        _fraction(passed),
        f"{sum(passed) / len(passed):.0%} ({interval.low:.0%} to {interval.high:.0%})",
    ]
    if most > 1:
        cells.append(f"{sum(pass_at(most, tally) for tally in counted) / len(counted):.0%}")
    cells += [
        _fraction([sample.first is Stage.PASS for sample in samples]),
        f"{sum(sample.stage.drawn for sample in samples) / len(samples):.0%}",
        f"{median(s.prompt_tokens for s in samples):,.0f} + {median(s.completion_tokens for s in samples):,.0f}",
        f"{median(sample.seconds for sample in samples):.1f}",
    ]
    return cells


def _paired(answered: Sequence[Sample], names: Sequence[str]) -> Iterator[str]:
    """Compare each variant with the one before on the first samples of the prompts that both were asked."""
    for before, after in pairwise(names):
        one, two = _first_samples(answered, before), _first_samples(answered, after)
        both = one.keys() & two.keys()
        lost = sum(one[spec] and not two[spec] for spec in both)
        won = sum(two[spec] and not one[spec] for spec in both)
        yield (
            f"- {before} → {after}: {_count(won, 'prompt')} won, {lost} lost, {len(both) - won - lost} alike "
            f"(first samples, exact McNemar p = {mcnemar(lost, won):.2g})"
        )


def _first_samples(answered: Sequence[Sample], variant: str) -> dict[str, bool]:
    return {s.spec: s.stage is Stage.PASS for s in answered if s.variant == variant and s.sample == 0}


def _noticed(answered: Sequence[Sample], names: Sequence[str]) -> Iterator[str]:
    """Say how many wrong pictures were shown as done, and how many right ones were doubted."""
    for name in names:
        wrong = [s for s in answered if s.variant == name and s.stage is Stage.WRONG]
        right = [s for s in answered if s.variant == name and s.stage is Stage.PASS]
        unnoticed = sum(not sample.unmet for sample in wrong)
        doubted = sum(bool(sample.unmet) for sample in right)
        yield (
            f"- {name}: unnoticed {unnoticed} of {_count(len(wrong), 'wrong picture')}; "
            f"doubted {doubted} of {_count(len(right), 'right one')}"
        )


def _fraction(outcomes: Sequence[bool]) -> str:
    return f"{sum(outcomes)}/{len(outcomes)}" if outcomes else "–"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
