"""%%chatimg and %chatimg: options → Request → a view. IPython only."""

from __future__ import annotations

import argparse
import difflib
import shlex
from collections.abc import Sequence
from typing import Any, NoReturn

from IPython.core.magic import Magics, cell_magic, line_magic, magics_class, no_var_expand

from chatimg_magic.errors import BadOption
from chatimg_magic.request import read_request
from chatimg_magic.session import Order, Session, current
from chatimg_magic.store import manage as manage_store

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
"""


class Parser(argparse.ArgumentParser):
    """Argparse that raises our errors and names the nearest option."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of ending the process."""
        raise BadOption(f"{message[:1].upper()}{message[1:]}.", "See %%chatimg --help.")

    def parse_strictly(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse; an unknown option is an error that names the one that was probably meant."""
        known, unknown = self.parse_known_args(list(words))
        if unknown:
            options = [option for action in self._actions for option in action.option_strings if option != "-h"]
            near = difflib.get_close_matches(unknown[0].split("=")[0], options, 1, 0.5)
            meant = f"Did you mean {near[0]}?" if near else "See %%chatimg --help."
            kind = "option" if unknown[0].startswith("-") else "extra word"
            raise BadOption(f"Unknown {kind} {unknown[0]!r}; the description goes below the first line.", meant)
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
        "--model", metavar="MODEL", default="", help="model that must answer; 'embedded' for the one on this machine"
    )
    parser.add_argument("--retries", metavar="N", help="how often an answer may be repaired (default: 2)")
    parser.add_argument("--fresh", action="store_true", help="ask again although the drawing is kept; adds an attempt")
    parser.add_argument("--run", action="store_true", help="also run the checked code in the kernel, unread")
    parser.add_argument("--no-insert", action="store_true", help="do not put the code into a new cell")
    parser.add_argument("--save", metavar="PATH", help="also save the picture, such as smiley.png")
    parser.add_argument("--help", action="store_true", help="show this manual")
    return parser


def manual() -> str:
    """Return the text of ``%%chatimg?`` and ``--help``."""
    return f"Draw the array that a description asks for.\n\n{build_parser().format_help()}{EXAMPLES}"


@magics_class
class ChatImgMagics(Magics):
    """The magics; all state is in the session."""

    def __init__(self, shell: Any, session: Session) -> None:
        super().__init__(shell)
        self.session = session

    @no_var_expand
    @cell_magic("chatimg")
    def draw_cell(self, line: str, cell: str) -> None:
        """Draw the array that a description asks for."""
        options = build_parser().parse_strictly(_split(line))
        if options.help:
            print(manual())
            return
        settings = self.session.settings
        request = read_request(
            cell, options.name or settings.name, options.size or settings.size, options.mode or settings.mode
        )
        order = Order(options.model, _count(options.retries), options.fresh)
        from chatimg_magic.notebook.show import Show

        show = Show(
            self.shell, self.session, run=options.run or settings.run, insert=settings.insert and not options.no_insert
        )
        drawing = show.perform(request, order)
        if options.save and drawing.array is not None:
            from chatimg_magic.picture import save

            save(drawing.array, options.save)

    @no_var_expand
    @line_magic("chatimg")
    def manage(self, line: str) -> None:
        """``%chatimg store [list|path|clear]``, ``%chatimg doctor`` or ``%chatimg help``."""
        words = _split(line)
        if words[:1] == ["store"] and len(words) <= 2:
            print(manage_store(self.session.store, words[1] if len(words) == 2 else "list"))
        elif words == ["doctor"]:
            from chatimg_magic.doctor import report

            print(report(self.session))
        elif words in ([], ["help"], ["--help"]):
            print(manual())
        else:
            raise BadOption(
                f"%chatimg does not know {words[0]!r}.",
                "To draw, write %%chatimg with the description on the next line; else: %chatimg store, doctor or help.",
            )


ChatImgMagics.draw_cell.__doc__ = manual()


def _split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        raise BadOption("A quotation mark is not closed in the first line.", "Close it, or leave it out.") from None


def _count(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= 10):
        raise BadOption(f"--retries {text!r} is not a number from 0 to 10.", "Write --retries 2.")
    return int(text)


def give_body(lines: list[str]) -> list[str]:
    """Give a lone first line an empty body: IPython runs no cell magic without one, not even for ``--help``."""
    lone = lines and lines[0].startswith("%%chatimg") and not "".join(lines[1:]).strip()
    return [lines[0].rstrip("\n") + "\n", "\n"] if lone else lines


def register(shell: Any) -> None:
    """Add the magics and the settings to a shell."""
    session = current()
    session.settings.parent = shell
    session.settings.update_config(shell.config)
    if session.settings not in shell.configurables:
        shell.configurables.append(session.settings)  # %config looks them up there
    shell.register_magics(ChatImgMagics(shell, session))
    if give_body not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(give_body)


def unregister(shell: Any) -> None:
    """Take magics and settings away."""
    for kind in ("cell", "line"):
        shell.magics_manager.magics[kind].pop("chatimg", None)
    shell.input_transformers_cleanup[:] = [
        known for known in shell.input_transformers_cleanup if known is not give_body
    ]
    shell.configurables[:] = [known for known in shell.configurables if known is not current().settings]
