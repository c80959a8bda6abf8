"""What a run has shown, as Markdown: pass rates with their uncertainty, paired comparisons, what nobody noticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.statistics import mcnemar
from chatimg_magic.bench.summary import Summary, summaries, variants_of
from chatimg_magic.bench.tables import Table, fraction, markdown, pass_at, ran, rate, seconds, tokens


def report(samples: Sequence[Sample]) -> str:
    """Return the report on a folder's samples: Markdown, ends with a line feed."""
    answered = [sample for sample in samples if sample.stage is not Stage.ERROR]
    names = variants_of(answered)
    parts = [_heading(answered, len(samples) - len(answered))]
    if answered:
        rows = summaries(answered[0].model, answered)
        parts.append(_table(rows))
        parts.append("\n".join(_paired(answered, names)))
        parts.append("\n".join(map(_noticed, rows)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(answered: Sequence[Sample], unanswered: int) -> str:
    models = ", ".join(sorted({f"{sample.model} ({sample.provider})" for sample in answered})) or "no model"
    prompts = len({sample.spec for sample in answered})
    text = f"{models}: {_count(len(answered), 'sample')} of {_count(prompts, 'prompt')}."
    if unanswered:
        text += f" {_count(unanswered, 'sample')} got no answer and {'is' if unanswered == 1 else 'are'} left out."
    return text


def _table(rows: Sequence[Summary]) -> str:
    levels = sorted({sample.level for row in rows for sample in row.samples})
    most = min(row.fewest for row in rows)
    heads = ["variant", *(f"level {level}" for level in levels), "passed", "pass rate (95 %)"]
    heads += [f"pass@{most}"] * (most > 1) + ["first answers", "ran", "tokens", "seconds"]
    return markdown(Table(tuple(heads), tuple(_row(row, levels, most) for row in rows)), words=1)


def _row(row: Summary, levels: Sequence[int], most: int) -> tuple[str, ...]:
    return (
        row.variant,
        *(fraction(row.at(level)) for level in levels),
        *(fraction(row), rate(row)),
        *[pass_at(row, most)] * (most > 1),
        f"{row.first}/{len(row.samples)}",
        *(ran(row), tokens(row), seconds(row)),
    )


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


def _noticed(row: Summary) -> str:
    """Say how many wrong pictures were shown as done, and how many right ones were doubted."""
    (noticed, wrong), (doubted, right) = row.doubted(Stage.WRONG), row.doubted(Stage.PASS)
    return (
        f"- {row.variant}: unnoticed {wrong - noticed} of {_count(wrong, 'wrong picture')}; "
        f"doubted {doubted} of {_count(right, 'right one')}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
