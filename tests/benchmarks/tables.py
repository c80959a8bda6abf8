"""The README's table of models, made from the results that are kept in ``chatimg_magic/bench/results``.

Run ``python -m tests.benchmarks.tables`` to see it, with ``--write`` to put it between the README's markers. A test
says when the README's table is another one.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from chatimg_magic.bench import kept, runs
from chatimg_magic.bench.page import rows_of
from chatimg_magic.bench.records import Stage
from chatimg_magic.bench.summary import Summary
from chatimg_magic.bench.tables import markdown, table
from chatimg_magic.bench.variants import VARIANTS
from tests.conftest import ROOT

BEGIN, END = "<!-- bench table -->\n", "\n<!-- /bench table -->"

WIDTH = 125
"""Of the README's lines."""


def section(files: Sequence[Path]) -> str:
    """Return what stands between the markers: what the variants are, the table, what came of drawing again."""
    rows = rows_of(runs.gather(files))
    shown = [name for name in VARIANTS if any(row.variant == name for row in rows)]
    each = "; ".join(f"`{name}`: {VARIANTS[name].adds}" for name in shown)
    words = textwrap.fill(f"Each way of asking adds to the one before. {each}.", WIDTH)
    lines = [textwrap.fill(again(row), WIDTH, break_on_hyphens=False) for row in rows if row.variant == "check"]
    return "\n\n".join([words, markdown(table(rows)), *lines])


def again(row: Summary) -> str:
    """Say what checks have won, and how often they are right about a picture."""
    (noticed, wrong), (doubted, right) = row.doubted(Stage.WRONG), row.doubted(Stage.PASS)
    return (
        f"{row.model}, `check`: drawing again won {row.passed - row.first} of {len(row.samples)}; {noticed} of {wrong} "
        f"wrong pictures were shown with what is wrong in them, {doubted} of {right} right ones were doubted."
    )


def between_markers(readme: str) -> str:
    """Return what stands between the markers now."""
    return readme.split(BEGIN, 1)[1].split(END, 1)[0]


def written(readme: str, text: str) -> str:
    """Return the README with another text between its markers."""
    marked = re.escape(BEGIN) + ".*?" + re.escape(END)
    changed, count = re.subn(marked, lambda _: f"{BEGIN}{text}{END}", readme, flags=re.S)
    if count != 1:
        raise ValueError(f"the README has {count} places between {BEGIN.strip()} and {END.strip()}, wanted 1")
    return changed


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="kept files (default: those that come along)")
    parser.add_argument("--write", action="store_true", help="into the README")
    options = parser.parse_args()
    files = options.files or kept.shipped()
    if not files:
        sys.exit(f"{kept.RESULTS} has no kept results: chatimg bench keep FOLDER -o {kept.RESULTS}/MODEL.jsonl")
    text = section(files)
    if options.write:
        path = ROOT / "README.md"
        path.write_text(written(path.read_text(encoding="utf-8"), text), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
