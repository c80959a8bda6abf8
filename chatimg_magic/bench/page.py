"""The report as one HTML file: no script, no network, nothing of a model's that is not escaped."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from chatimg_magic.bench import pictures, selection
from chatimg_magic.bench.plots import Plot, plots
from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.runs import Run
from chatimg_magic.bench.spec import LEVELS
from chatimg_magic.bench.summary import Summary, summaries
from chatimg_magic.bench.tables import Table, table
from chatimg_magic.bench.variants import VARIANTS

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What a browser may load for the page: what is in it, and no script even then."""
MOST_CODE = 12_000
MOST_TOLD = 600
MOST_PROMPT = 2_000
"""Characters of a program, of a condition and of a prompt, where a model's words are shown."""


def page(runs: Sequence[Run]) -> str:
    """Return the report on several models' runs, as HTML.

    Parameters
    ----------
    runs : in the order of the table; their pictures are embedded where they have any.
    """
    rows = rows_of(runs)
    parts = list(_notes(runs))
    if rows:
        parts += [_table(table(rows), rows), *map(_figure, plots(rows)), _choice()]
        parts += [_run(number, run) for number, run in enumerate(runs) if run.samples]
    return _document(_head(runs), "\n".join(parts))


def rows_of(runs: Iterable[Run]) -> list[Summary]:
    """Return the rows of the table that several runs share."""
    return [row for run in runs for row in summaries(run.name, run.samples)]


def _document(header: str, main: str) -> str:
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Can a model draw?</title>
<style>
{style}</style>
</head>
<body>
{header}
<main>
{main}
</main>
</body>
</html>
"""


def _head(runs: Sequence[Run]) -> str:
    samples, prompts = sum(len(run.samples) for run in runs), frozenset().union(*(run.prompts for run in runs))
    links = "".join(f'<a href="#run-{number}">{_text(run.name)}</a>' for number, run in enumerate(runs) if run.samples)
    said = f"{_count(len(runs), 'model')}, {_count(samples, 'answer')} to {_count(len(prompts), 'prompt')}"
    return f"""<header>
<h1>Can a model draw?</h1>
<p class="quiet">{said}. A model writes NumPy code for a picture; the code runs isolated, and a strict checker judges
the array. pass@1 is the share of answers that are right, pass@3 how likely one of three is.</p>
<nav>{links}</nav>
</header>"""


def _notes(runs: Sequence[Run]) -> Iterator[str]:
    asked = {run.prompts for run in runs if run.samples}
    if len(asked) > 1:
        yield (
            f'<p class="note">Not all were asked the same: {_count(len(frozenset.intersection(*asked)), "prompt")} '
            "in common. Compare rates only where the prompts are the same.</p>"
        )
    for run in runs:
        if run.unanswered:
            yield (
                f'<p class="note">{_text(run.name)}: {_count(run.unanswered, "sample")} got no answer and '
                f"{'is' if run.unanswered == 1 else 'are'} left out.</p>"
            )


def _table(shown: Table, rows: Sequence[Summary]) -> str:
    heads = "".join(f'<th scope="col"{_meaning(head)}>{_text(head)}</th>' for head in shown.heads)
    lines = []
    for model, group in groupby(zip(shown.rows, rows, strict=True), key=lambda pair: pair[1].model):
        members = [cells for cells, _ in group]
        lines.append(f'<tbody>\n<tr><th scope="rowgroup" rowspan="{len(members)}">{_text(model)}</th>')
        lines.append("</tr>\n<tr>".join("".join(f"<td>{_text(cell)}</td>" for cell in cells[1:]) for cells in members))
        lines.append("</tr>\n</tbody>")
    body = "\n".join(lines)
    return f'<div class="scroll" tabindex="0"><table>\n<thead><tr>{heads}</tr></thead>\n{body}\n</table></div>'


def _meaning(head: str) -> str:
    meanings = {
        **{f"level {level}": words for level, words in LEVELS.items()},
        "ran": "answers whose code ran and left a picture",
        "tokens": "of questions + of answers, for a picture, median",
        "seconds": "for a picture, median",
        "cost": "for a picture, mean, in the server's unit",
    }
    return f' title="{_text(meanings[head])}"' if head in meanings else ""


def _figure(plot: Plot) -> str:
    light, dark = (f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}" for svg in plot.svg())
    return (
        f"<figure><figcaption>{_text(plot.title)}</figcaption>\n"
        f'<picture><source media="(prefers-color-scheme: dark)" srcset="{dark}">'
        f'<img alt="{_text(plot.title)}" src="{light}"></picture></figure>'
    )


def _choice() -> str:
    return (
        '<div class="only"><label><input type="checkbox" id="only-wrong"> only what is not right</label>'
        '<span class="quiet">Click a picture: its prompt, what it fails, its code.</span></div>'
    )


def _run(number: int, run: Run) -> str:
    kept = "" if run.folder else " Kept results: without pictures."
    parts = [
        f'<section id="run-{number}">\n<h2>{_text(run.name)}</h2>\n<p class="quiet">{_text(run.provider)}.{kept}</p>'
    ]
    for row in summaries(run.name, run.samples):
        parts.append(
            f"<h3>{_text(_meant(row.variant))}</h3>\n<p>{row.passed} of {_count(len(row.samples), 'answer')} right</p>"
        )
        by_level = sorted(row.samples, key=lambda sample: sample.level)
        for level, group in groupby(by_level, key=lambda sample: sample.level):
            parts.append(f"<h4>level {level}: {_text(LEVELS.get(level, ''))}</h4>")
            tiles = "\n".join(_tile(sample, run.folder) for sample in group)
            parts.append(f'<div class="{"sheet" if run.folder else "bare sheet"}">\n{tiles}\n</div>')
    return "\n".join([*parts, "</section>"])


def _meant(variant: str) -> str:
    """Say what a variant is, if it is one of ours."""
    return f"{variant}: {VARIANTS[variant].adds}" if variant in VARIANTS else variant


def _tile(sample: Sample, folder: Path | None) -> str:
    stage = sample.stage.value.replace("_", " ")
    name = _text(f"{sample.spec} · {sample.sample + 1}" if sample.sample else sample.spec)
    drawn = pictures.read(sample, folder)
    if drawn is not None:
        before, after = f'<img loading="lazy" alt="{stage}" src="{pictures.data_uri(drawn)}">', ""
    elif folder is not None:
        before, after = f'<span class="none">{"file is missing" if sample.picture else stage}</span>', ""
    else:
        before, after = "", "" if sample.stage is Stage.PASS else f' <span class="quiet">{stage}</span>'
    return (
        f'<details class="tile {"right" if sample.stage is Stage.PASS else "wrong"}">'
        f'<summary>{before} <span class="name">{name}{after}</span></summary>\n{_told(sample)}</details>'
    )


def _told(sample: Sample) -> str:
    """Say all there is to say of a sample."""
    effort = [
        sample.stage.value.replace("_", " "),
        _count(sample.attempts, "attempt"),
        f"{sample.prompt_tokens:,} + {sample.completion_tokens:,} tokens",
        f"{sample.seconds:.1f} s",
        *([f"cost {sample.cost:.3g}"] if sample.cost else []),
    ]
    parts = [
        f"<blockquote>{_text(_shortened(_prompt(sample), MOST_PROMPT))}</blockquote>",
        f'<p class="quiet">{_text(" · ".join(effort))}</p>',
        _list("Conditions that it fails", sample.failed),
        _list("What was wrong with the answer", sample.problems),
        _list("What the caption doubted", sample.unmet),
    ]
    answer = sample.code or sample.text
    if answer:
        parts.append(f'<pre tabindex="0"><code>{_text(_shortened(answer, MOST_CODE))}</code></pre>')
    return f'<div class="told">{"".join(parts)}</div>'


def _list(title: str, told: Sequence[str]) -> str:
    if not told:
        return ""
    items = "".join(f"<li>{_text(_shortened(words, MOST_TOLD))}</li>" for words in told)
    return f'<p class="why">{title}</p><ul>{items}</ul>'


def _prompt(sample: Sample) -> str:
    """Return the words that were asked; where the prompt is not one of ours, all that the last message said."""
    said = [content for role, content in sample.messages if role == "user"]
    return _words(sample.spec) or (said[-1] if said else sample.spec)


@cache
def _words(spec_id: str) -> str:
    spec = selection.find(spec_id)
    return spec.prompt if spec else ""


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text) - longest:,} characters more)"


def _text(words: str) -> str:
    """Return words as text of an element or of an attribute, whatever is in them."""
    return html.escape(words.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd"))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
