"""What the answers of a session took: tokens, and what they cost, by model."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from chatimg_magic.drawing import Usage

CHARACTERS = 4
"""Characters of one token, roughly, where a server does not count or was stopped before it did."""
MILLION = 1_000_000
FREE = "embedded"
"""How providers begin that cost nothing: this machine."""


@dataclass(frozen=True)
class Spent:
    """What some answers took.

    Attributes
    ----------
    answers : how many.
    usage : all tokens, and what servers charged.
    uncharged : tokens of the answers for which a server named no charge.
    estimated : whether some tokens are estimated from the length of the texts.
    """

    answers: int = 0
    usage: Usage = field(default_factory=Usage)
    uncharged: Usage = field(default_factory=Usage)
    estimated: bool = False

    def __add__(self, other: Spent) -> Spent:
        return Spent(
            self.answers + other.answers,
            self.usage + other.usage,
            self.uncharged + other.uncharged,
            self.estimated or other.estimated,
        )

    @property
    def tokens(self) -> int:
        """Tokens in and out."""
        return self.usage.prompt_tokens + self.usage.completion_tokens


@dataclass(frozen=True)
class Prices:
    """What a person pays for a million tokens, in a currency of their own; 0: nothing, or not told."""

    prompt: float = 0.0
    completion: float = 0.0

    def of(self, usage: Usage) -> float:
        """Return what tokens cost."""
        return (usage.prompt_tokens * self.prompt + usage.completion_tokens * self.completion) / MILLION


class Ledger:
    """What every answer of a session took, also of those that failed; from any thread."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], Spent] = {}
        self._lock = threading.Lock()

    def add(self, model: str, provider: str, usage: Usage, sent: int = 0, heard: int = 0) -> None:
        """Put an answer down.

        Parameters
        ----------
        model, provider : who answered.
        usage : as the server counted; where it did not, the lengths of the texts count.
        sent, heard : characters of the question and of the answer, with its reasoning.
        """
        counted = usage.prompt_tokens + usage.completion_tokens > 0
        if not (counted or heard or usage.cost):
            return  # nobody answered
        if not counted:
            usage += Usage(-(-sent // CHARACTERS), -(-heard // CHARACTERS))
        spent = Spent(1, usage, Usage() if usage.cost else usage, not counted)
        with self._lock:
            self._rows[model, provider] = self._rows.get((model, provider), Spent()) + spent

    @property
    def rows(self) -> dict[tuple[str, str], Spent]:
        """What each model took, by its name and provider."""
        with self._lock:
            return dict(self._rows)

    @property
    def total(self) -> Spent:
        """What all of them took."""
        return sum(self.rows.values(), Spent())

    def reaches(self, limit: int | None) -> bool:
        """Whether a limit of tokens is used up."""
        return limit is not None and self.total.tokens >= limit


def table(ledger: Ledger, prices: Prices, limit: int | None) -> str:
    """Write what each model took, the total, and what is left of the limit."""
    rows = ledger.rows
    if not rows:
        return f"No model has been asked in this session.\n{_left(0, limit)}"
    lines: list[tuple[str, ...]] = [("model", "answers", "tokens in", "out", "cost")]
    own = {name: _own(name[1], spent, prices) for name, spent in rows.items()}
    lines += [_line(f"{model} ({place})", spent, own[model, place]) for (model, place), spent in rows.items()]
    lines += [_line("total", ledger.total, sum(own.values()))]
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    shown = [
        "  ".join([first.ljust(wide[0]), *(c.rjust(w) for c, w in zip(rest, wide[1:], strict=True))])
        for first, *rest in lines
    ]
    return "\n".join([*shown, *_notes(ledger.total, own, rows), _left(ledger.total.tokens, limit)])


def line(ledger: Ledger) -> str:
    """Write the total in one line; empty where nobody was asked."""
    total = ledger.total
    if not total.answers:
        return ""
    answers, prompt, completion = _counts(total)
    cost = f", cost {amount(total.usage.cost)}" if total.usage.cost else ""
    return f"{answers} {'answer' if total.answers == 1 else 'answers'}: {prompt} tokens in, {completion} out{cost}"


def amount(cost: float) -> str:
    """Write an amount of money, however small."""
    return f"{cost:,.2f}" if cost >= 1 else f"{cost:.6f}".rstrip("0").rstrip(".")


def _own(provider: str, spent: Spent, prices: Prices) -> float:
    return 0.0 if provider.startswith(FREE) else prices.of(spent.uncharged)


def _line(name: str, spent: Spent, own: float) -> tuple[str, ...]:
    charged = [amount(spent.usage.cost)] if spent.usage.cost else []
    return name, *_counts(spent), " + ".join([*charged, *([f"{amount(own)}*"] if own else [])]) or "–"


def _counts(spent: Spent) -> tuple[str, str, str]:
    about = "~" if spent.estimated else ""
    usage = spent.usage
    return f"{spent.answers}", f"{about}{usage.prompt_tokens:,}", f"{about}{usage.completion_tokens:,}"


def _notes(total: Spent, own: dict[tuple[str, str], float], rows: dict[tuple[str, str], Spent]) -> list[str]:
    unpriced = any(spent.uncharged != Usage() and not name[1].startswith(FREE) for name, spent in rows.items())
    notes = ["* by your prices; the rest is what servers charged, in their unit"] if any(own.values()) else []
    if unpriced and not notes:
        notes = ["– no charge was named; your own prices per million: %config ChatImg.price_prompt, .price_completion"]
    return notes + (["~ estimated: not every answer was counted by its server"] if total.estimated else [])


def _left(used: int, limit: int | None) -> str:
    if limit is None:
        return "no limit is set (%config ChatImg.max_tokens_per_session)"
    return f"{max(0, limit - used):,} of {limit:,} tokens are left (ChatImg.max_tokens_per_session)"
