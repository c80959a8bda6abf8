"""The options of ``%%chatimg``, and the manual made from them."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from chatimg_magic.errors import BadOption

EXAMPLES = """
Examples
--------
    %%chatimg smiley --size 256
    A yellow smiley face on a white background

    %%chatimg square --size 200x300 --mode gray --retries 1
    A white square in the middle of a black background

The variable is bound to a NumPy array (uint8) that was computed in an isolated process. The code goes into a new cell
below; the kernel runs it only when you run that cell, or with --run. Running the same cell again asks nobody: the
drawing is kept (see `%chatimg store`), and --fresh asks for another one. Defaults: `%config ChatImg`.

    %%chatimg run smiley
    # code that you have read

runs that code isolated and binds only the array; with `%config ChatImg.review_cell = "isolated"` new cells look so.
"""


class Parser(argparse.ArgumentParser):
    """Argparse that raises our errors and names the nearest option."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of ending the process."""
        raise _bad(f"{message[:1].upper()}{message[1:]}.", "See %%chatimg --help.")

    def parse_strictly(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse; an unknown option is an error that names the one that was probably meant."""
        known, unknown = self.parse_known_args(list(words))
        if unknown:
            options = [option for action in self._actions for option in action.option_strings if option != "-h"]
            import difflib

            near = difflib.get_close_matches(unknown[0].split("=")[0], options, 1, 0.5)
            meant = f"Did you mean {near[0]}?" if near else "See %%chatimg --help."
            kind = "option" if unknown[0].startswith("-") else "extra word"
            raise _bad(f"Unknown {kind} {unknown[0]!r}; the description goes below the first line.", meant)
        return known


def build_parser() -> Parser:
    """Return the parser of ``%%chatimg``'s first line."""
    parser = Parser(
        prog="%%chatimg",
        add_help=False,
        allow_abbrev=False,
        usage="%%%%chatimg [NAME] [options]\n       description below",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="variable that holds the array (default: image)")
    parser.add_argument("--size", metavar="SIZE", help="pixels: 256 or ROWSxCOLS (default: 256)")
    parser.add_argument("--mode", metavar="MODE", help="gray, rgb or rgba (default: rgb)")
    parser.add_argument(
        "--model",
        metavar="MODEL",
        default="",
        help="model that must answer; embedded or embedded:NAME for one on this machine",
    )
    parser.add_argument("--retries", metavar="N", help="how often an answer may be repaired (default: 2)")
    parser.add_argument(
        "--look", metavar="WHAT", help="let the model look once at what it drew: off, facts or image (default: off)"
    )
    parser.add_argument(
        "-n", "--candidates", metavar="N", help="how many answers to ask for at once, 1 to 8 (default: 1)"
    )
    parser.add_argument(
        "--refine", action="store_true", help="change the drawing last made for NAME as the description says"
    )
    parser.add_argument(
        "--using", metavar="NAMES", help="arrays of the notebook that the code may use, such as photo,mask"
    )
    parser.add_argument("--fresh", action="store_true", help="ask again although the drawing is kept; adds an attempt")
    parser.add_argument("--run", action="store_true", help="also run the checked code in the kernel, unread")
    parser.add_argument("--no-insert", action="store_true", help="do not put the code into a new cell")
    parser.add_argument("--save", metavar="PATH", help="also save the picture, such as smiley.png")
    parser.add_argument("--help", action="store_true", help="show this manual")
    return parser


def takes_value() -> dict[str, bool]:
    """Return every option, in the manual's order, and whether a value follows it."""
    actions = build_parser()._actions
    return {name: action.nargs != 0 for action in actions for name in action.option_strings}


def manual() -> str:
    """Return the text of ``%%chatimg?`` and ``--help``."""
    return f"Draw the array that a description asks for.\n\n{build_parser().format_help()}{EXAMPLES}"


def split(line: str) -> list[str]:
    """Split the first line into words, as a shell does."""
    try:
        return shlex.split(line)
    except ValueError:
        raise _bad("A quotation mark is not closed in the first line.", "Close it, or leave it out.") from None


def is_run(words: Sequence[str]) -> bool:
    """Whether the first line is ``run NAME``: the cell holds code, not a description."""
    return len(words) > 1 and words[0] == "run" and not words[1].startswith("-")


def count(option: str, text: str | None, least: int, most: int) -> int | None:
    """Read a whole number; None if it was not given."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise _bad(f"{option} {text!r} is not a number from {least} to {most}.", f"Write {option} 2.")
    return int(text)


def _bad(what: str, remedy: str) -> BadOption:
    from chatimg_magic.errors import BadOption  # only a mistake needs it; loading the extension does not

    return BadOption(what, remedy)
