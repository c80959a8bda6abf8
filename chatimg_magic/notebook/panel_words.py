"""What the panel says of an attempt: one line of status, what is wrong, what to know, and details."""

from __future__ import annotations

from collections.abc import Iterable

from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.notebook.display import answered, held_words, kept_words, looked_words

NEEDS_EXTENSION = "Needs the lab extension: install chatimg-magic where the Jupyter server runs too."
TIPS = {
    "run": "Run the review cell in the notebook",
    "again": "Ask the model for a different answer",
    "refine": "Change the picture as the words on the left say",
    "stop": "Stop the answer that is being written",
    "back": "Show the attempt before (←)",
    "forth": "Show the next attempt (→)",
    "copy": "Copy the code to the clipboard",
    "insert": "Put the code into a new cell below",
    "anyway": "Put the refused code into a cell: read the reasons below first",
    "save": "Save the picture as a PNG file",
    "compare": "Hold to see the attempt before",
}
LONGEST_TITLE = 160


def status(attempt: Attempt, replayed: bool) -> str:
    """Say in one line who answered, what it took, what isolation there was, and how many checks hold."""
    parts = answered(attempt)
    parts += [held_words(attempt)] if attempt.checks else []
    parts += [kept_words(attempt)] if replayed else []
    return " · ".join(parts)


def wrong(attempt: Attempt, error: str = "") -> list[str]:
    """Say what went wrong, and what is not as asked."""
    lines = [f"✗ {error}"] if error else []
    lines += [] if attempt.usable else [f"✗ {attempt.outcome.value}"]
    lines += [problem.message for problem in attempt.problems]
    return lines + [f"✗ {check.found}, asked for {check.words}" for check in attempt.failed]


def notes(drawing: Drawing, attempt: Attempt, facts: Iterable[str]) -> list[str]:
    """Say what a person should know besides: what was asked for, why it was chosen, what else the code does."""
    lines = [*([f"asked to: {attempt.asked}"] if attempt.asked else []), *looked_words(attempt)]
    worse = any(other.failed or not other.usable for other in drawing.attempts if other is not attempt)
    if attempt is drawing.attempt and attempt is not drawing.attempts[-1] and attempt.checks and worse:
        lines.append("chosen: no other attempt agrees better with your words; ◀ ▶ show the others")
    if not attempt.usable and any(other.usable for other in drawing.attempts):
        lines.append("this attempt has no picture: the one above is another attempt's")
    known = ", ".join(facts)
    return lines + ([f"this code {known}"] if known else [])


def details(attempt: Attempt) -> list[str]:
    """Say all the rest: tokens, the first word, the layers, every check, what was printed."""
    used, times = attempt.usage, attempt.timings
    tokens = f"{used.prompt_tokens} tokens in, {used.completion_tokens} out · " if used.completion_tokens else ""
    lines = [f"{tokens}first word after {times.first_token:.1f} s, done after {times.total:.1f} s"]
    lines += [attempt.isolation] if attempt.isolation else []
    lines += [f"{'✓' if check.holds else '✗'} {check.words}" for check in attempt.checks]
    lines += [*attempt.notes]
    return lines + ([f"printed: {attempt.printed.strip()}"] if attempt.printed.strip() else [])


def title(attempt: Attempt) -> str:
    """Say of a tile what it is: what was refined, or why there is no picture."""
    if attempt.usable:
        return attempt.asked or ("as asked" if not attempt.failed else attempt.failed[0].found)
    reason = attempt.problems[0].message if attempt.problems else attempt.outcome.value
    return f"✗ {' '.join(reason.split())}"[:LONGEST_TITLE]
