"""%%chatimg and %chatimg: options → Request → a view. IPython only, and nothing heavy: loading must cost nothing."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from IPython.core.magic import Magics, cell_magic, line_magic, magics_class, no_var_expand
from traitlets import TraitError

from chatimg_magic import completion, options, settings
from chatimg_magic.interrupts import stopped

if TYPE_CHECKING:
    from chatimg_magic.session import Session


@magics_class
class ChatImgMagics(Magics):
    """The magics; all state is in the session."""

    @property
    def session(self) -> Session:
        """The process's session, made when it is first needed."""
        from chatimg_magic.session import current

        return current()

    @no_var_expand
    @cell_magic("chatimg")
    def draw_cell(self, line: str, cell: str) -> None:
        """Draw the array that a description asks for."""
        with contextlib.suppress(KeyboardInterrupt):
            self._draw_cell(line, cell)
            return
        raise stopped()  # by now all frames that held processes are gone, and none is shown

    def _draw_cell(self, line: str, cell: str) -> None:
        words = options.split(line)
        if options.is_run(words):
            from chatimg_magic.notebook.isolated import run_cell

            run_cell(self.shell, self.session.sandbox, words[1:], cell)
            return
        chosen = options.build_parser().parse_strictly(words)
        if chosen.help:
            print(options.manual())
            return
        from chatimg_magic.notebook import handed_over
        from chatimg_magic.notebook.show import Show
        from chatimg_magic.prompts import Look
        from chatimg_magic.request import read_request
        from chatimg_magic.session import Order

        preset = settings.current()
        name, arrays = chosen.name or preset.name, handed_over.arrays(self.shell, chosen.using)
        request = read_request(cell, name, chosen.size or preset.size, chosen.mode or preset.mode)
        request = replace(request, using=handed_over.digests(arrays))
        if chosen.refine:
            request = handed_over.refined(request, self.session, bool(chosen.size), bool(chosen.mode))
        order = Order(
            model=chosen.model,
            retries=options.count("--retries", chosen.retries, 0, 10),
            fresh=chosen.fresh,
            candidates=options.count("--candidates", chosen.candidates, 1, 8) or 1,
            arrays=arrays,
            look=None if chosen.look is None else Look.parse(chosen.look),
        )
        run, insert = chosen.run or preset.run, preset.insert and not chosen.no_insert
        drawing = Show(self.shell, self.session, run, insert).perform(request, order)
        if chosen.save and drawing.array is None:
            print(f"{chosen.save} was not saved: the code was not run.")
        elif chosen.save and drawing.array is not None:
            from chatimg_magic.picture import save

            save(drawing.array, chosen.save)

    @no_var_expand
    @line_magic("chatimg")
    def manage(self, line: str) -> None:
        """Say what is set up; ``%chatimg store [list|path|clear]``, ``doctor``, ``usage`` or ``help`` say more."""
        words = options.split(line)
        if words[:1] == ["store"] and len(words) <= 2:
            from chatimg_magic.store import manage

            print(manage(self.session.store, words[1] if len(words) == 2 else "list"))
        elif words == ["usage"]:
            from chatimg_magic.usage import Prices, table

            preset = settings.current()
            prices = Prices(preset.price_prompt, preset.price_completion)
            print(table(self.session.ledger, prices, preset.max_tokens_per_session))
        elif words == ["doctor"]:
            from chatimg_magic.doctor import report

            print(report(self.session))
        elif not words:
            from chatimg_magic.doctor import summary

            print(summary(self.session))
        elif words in (["help"], ["--help"]):
            print(options.manual())
        else:
            from chatimg_magic.errors import BadOption

            raise BadOption(
                f"%chatimg does not know {words[0]!r}.",
                "To draw, write %%chatimg with the description below; else: %chatimg store, doctor, usage or help.",
            )


vars(ChatImgMagics.draw_cell)["getdoc"] = options.manual  # IPython's ``?`` asks it, so that loading need not write it


def give_body(lines: list[str]) -> list[str]:
    """Give a lone first line an empty body: IPython runs no cell magic without one, not even for ``--help``."""
    lone = lines and lines[0].startswith("%%chatimg") and not "".join(lines[1:]).strip()
    return [lines[0].rstrip("\n") + "\n", "\n"] if lone else lines


def register(shell: Any) -> None:
    """Add the magics and the settings to a shell."""
    preset = settings.current()
    preset.parent = shell
    try:
        preset.update_config(shell.config)
    except TraitError as error:  # a slip in a profile, or one that %config has kept
        print(f"ChatImg: {error} The defaults are used; set it anew with %config ChatImg.")
    if preset not in shell.configurables:
        shell.configurables.append(preset)  # %config looks them up there
    shell.register_magics(ChatImgMagics(shell))
    if give_body not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(give_body)
    completion.add(shell)


def unregister(shell: Any) -> None:
    """Take magics, settings and completion away."""
    completion.remove(shell)
    for kind in ("cell", "line"):
        shell.magics_manager.magics[kind].pop("chatimg", None)
    shell.input_transformers_cleanup[:] = [
        known for known in shell.input_transformers_cleanup if known is not give_body
    ]
    shell.configurables[:] = [known for known in shell.configurables if known is not settings.current()]
