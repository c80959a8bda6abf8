"""What a run leaves for people to look at: a text on the screen, one HTML page, plots and sheets as files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chatimg_magic.bench import contact_sheet, report, runs
from chatimg_magic.errors import BadOption

if TYPE_CHECKING:
    from chatimg_magic.bench.runs import Run


def text(folders: Sequence[Path]) -> None:
    """Print pass rates as Markdown, and save sheets of the pictures beside them.

    Parameters
    ----------
    folders : what ``bench run`` was given with ``-o``, or files of ``bench keep``.
    """
    read = {folder: runs.read(folder) for folder in folders}
    print(
        "\n".join(report.report(part) for samples in read.values() for part in runs.by_model(samples) or [[]]), end=""
    )
    for folder, samples in read.items():
        if folder.is_dir():
            for path in contact_sheet.sheets(samples, folder):
                print(path, file=sys.stderr)


def page(path: Path, found: Sequence[Run]) -> None:
    """Write one HTML page with everything.

    Parameters
    ----------
    path : the page's file.
    found : what it shows; see :func:`chatimg_magic.bench.runs.gather`.

    Raises
    ------
    BadOption
        If it cannot be written there.
    """
    from chatimg_magic.bench.page import page as made

    _write(path, made(found).encode("utf-8", "replace"))


def pictures(folder: Path, found: Sequence[Run]) -> None:
    """Save plots, and a sheet for each variant of each run that has pictures; see :func:`page`."""
    from chatimg_magic.bench.page import rows_of
    from chatimg_magic.bench.pictures import file_name
    from chatimg_magic.bench.plots import MIDDLE, plots

    rows = rows_of(found)
    for plot in plots(rows, MIDDLE) if rows else ():
        _write(folder / f"{plot.name}.png", plot.png())
    for run in found:
        if run.folder:
            for path in contact_sheet.sheets(run.samples, run.folder, folder, f"sheet-{file_name(run.name)}"):
                print(path, file=sys.stderr)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise BadOption(f"{path} cannot be written: {error.strerror}.", "Name another place.") from None
    print(path, file=sys.stderr)
