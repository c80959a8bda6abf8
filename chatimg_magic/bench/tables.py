"""Tables of results: what stands in a cell, and the table that all models share, as text for Markdown and for HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from chatimg_magic.bench.summary import Summary

NOTHING = "–"


@dataclass(frozen=True)
class Table:
    """Heads and rows of plain text, unescaped; the first two columns are words, the others numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def rate(row: Summary) -> str:
    """Return a pass rate with its uncertainty, such as ``20% (6% to 51%)``."""
    return f"{row.rate:.0%} ({row.interval.low:.0%} to {row.interval.high:.0%})"


def pass_at(row: Summary, k: int) -> str:
    """Return pass@k, or a dash where there are too few samples."""
    found = row.pass_at(k)
    return NOTHING if found is None else f"{found:.0%}"


def fraction(row: Summary | None) -> str:
    """Return how many of how many passed."""
    return f"{row.passed}/{len(row.samples)}" if row else NOTHING


def ran(row: Summary) -> str:
    """Return the share of samples that left a picture."""
    return f"{row.ran:.0%}"


def tokens(row: Summary) -> str:
    """Return the tokens of a picture: of questions and of answers."""
    return f"{row.prompt_tokens:,.0f} + {row.completion_tokens:,.0f}"


def seconds(row: Summary) -> str:
    """Return the seconds that a picture takes."""
    return f"{row.seconds:.1f}"


def cost(row: Summary) -> str:
    """Return what a picture costs; a dash where the server does not tell."""
    return f"{row.cost:.2g}" if row.cost else NOTHING


def table(rows: Sequence[Summary]) -> Table:
    """Return a row for every variant of every model; a column that has nothing to say in any row is left out."""
    levels = sorted({sample.level for row in rows for sample in row.samples})
    columns: list[tuple[str, Callable[[Summary], str]]] = [
        ("model", lambda row: row.model),
        ("variant", lambda row: row.variant),
        *((f"level {level}", partial(_at, level=level)) for level in levels),
        ("passed", fraction),
        ("pass@1 (95 %)", rate),
        ("pass@3", partial(pass_at, k=3)),
        ("ran", ran),
        ("tokens", tokens),
        ("seconds", seconds),
        ("cost", cost),
    ]
    used = [(head, cell) for head, cell in columns if any(cell(row) != NOTHING for row in rows)]
    return Table(tuple(head for head, _ in used), tuple(tuple(cell(row) for _, cell in used) for row in rows))


def markdown(shown: Table, words: int = 2) -> str:
    """Lay a table out as Markdown, its first columns words; without a line feed at the end."""
    rule = [*["---"] * words, *["---:"] * (len(shown.heads) - words)]
    lines = [shown.heads, rule, *([_escaped(cell) for cell in row] for row in shown.rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _at(row: Summary, level: int) -> str:
    return fraction(row.at(level))


def _escaped(text: str) -> str:
    """Keep a text in its cell, and from being read as HTML."""
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())
