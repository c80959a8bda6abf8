"""``%%chatimg run NAME``: reviewed code, run in the sandbox; of all it makes only the array reaches the notebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chatimg_magic import policy, prompts
from chatimg_magic.artist.trial import Trial
from chatimg_magic.errors import BadOption, CodeFailed, CodeRefused, NoIsolation, clean
from chatimg_magic.notebook import handed_over
from chatimg_magic.notebook.display import figure
from chatimg_magic.request import Request, check_name
from chatimg_magic.sandbox import Result, Sandbox, evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def run_cell(shell: Any, sandbox: Sandbox, words: list[str], cell: str) -> None:
    """Carry out a cell: check, run isolated, show, bind.

    Parameters
    ----------
    shell : IPython's shell, whose namespace gets the array.
    sandbox : where the code runs.
    words : what follows ``run`` on the first line: a name, or a name and ``--using NAMES``.
    cell : the code.

    Raises
    ------
    CodeRefused, NoIsolation, CodeFailed, BadOption
        Nothing is bound then.
    """
    name, *rest = words
    if rest and not (len(rest) == 2 and rest[0] == "--using"):
        raise BadOption("%%chatimg run takes a name and --using only.", "Write %%chatimg run NAME, the code below it.")
    check_name(name)
    arrays = handed_over.arrays(shell, rest[1] if rest else None)
    result = run(sandbox, name, "\n" + cell, arrays)  # the first line of the cell is the magic's
    if result.printed.strip():
        print(result.printed, end="" if result.printed.endswith("\n") else "\n")
    assert result.pixels is not None
    shell.push({name: result.pixels.copy()})
    _show(name, result.pixels, cell)


def run(sandbox: Sandbox, name: str, source: str, arrays: Mapping[str, NDArray[Any]]) -> Result:
    """Check code and run it in a worker; returns the result with its pixels.

    Raises
    ------
    CodeRefused, NoIsolation, CodeFailed
        If there is none.
    """
    problems = policy.check(source, frozenset(arrays))
    if problems:
        raise CodeRefused([problem.message for problem in problems])
    trial = Trial(sandbox, Request(name, name=name), arrays)
    try:
        if not trial.isolation.holds:
            raise NoIsolation(str(trial.isolation))
        result = next(step for step in trial.complete(source) if isinstance(step, Result))
        if not trial.isolation.holds:  # of a worker that was started anew, for modules that the first one lacked
            raise NoIsolation(str(trial.isolation))
    finally:
        trial.close()
    if result.tried:
        raise CodeRefused([evidence.words(*each) for each in result.tried])
    if result.failure is not None:
        failure = result.failure
        raise CodeFailed(prompts.exception(failure.type, failure.message, failure.lines, source))
    if result.pixels is None:
        raise CodeFailed(result.problem)
    return result


def _show(name: str, pixels: NDArray[np.uint8], cell: str) -> None:
    from IPython.display import publish_display_data

    from chatimg_magic import picture

    lines = [line.lstrip("# ") for line in cell.strip().split("\n")[:1] if line.startswith("#")]
    alternative = clean(lines[0]) if lines else name
    words = f"{name}: {'×'.join(map(str, pixels.shape))} uint8 · isolated; nothing else of this cell is in the notebook"
    publish_display_data(*figure(picture.shown(pixels), alternative, words, words))
