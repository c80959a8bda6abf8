"""Tab completion of ``%%chatimg``'s first line and of ``%chatimg``; nobody is ever asked for it.

Through IPython's matchers, so that it is the same in a terminal and in every front end that asks the kernel.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from chatimg_magic import options, settings

if TYPE_CHECKING:
    from IPython.core.completer import CompletionContext, SimpleCompletion, SimpleMatcherResult

    from chatimg_magic.session import Session

NAME = "chatimg_magic"
"""The matcher's identifier, under which ``IPCompleter.disable_matchers`` switches it off."""
FIRST = 100
"""A priority: before IPython's own matchers, which are silenced where the words are not theirs."""
SIZES = ("64", "128", "256", "512", "1024", "256x512")
COUNTS = ("0", "1", "2", "3")
CANDIDATES = ("2", "3", "4")
COMMANDS = {"doctor": (), "help": (), "store": ("list", "path", "clear"), "usage": ()}
"""What ``%chatimg`` knows, and what may follow."""


class Silence(list["SimpleCompletion"]):
    """Nothing; it says otherwise, since IPython lets only a matcher that offers something silence the others."""

    def __len__(self) -> int:
        return 1


def add(shell: Any) -> None:
    """Add the matcher to a shell's completer; adding it twice is harmless."""
    remove(shell)
    try:
        from IPython.core.completer import context_matcher
    except ImportError:  # pip has upgraded an older IPython that still runs, as in a Colab notebook; all else works
        return

    @context_matcher(identifier=NAME, priority=FIRST)  # type: ignore[untyped-decorator, unused-ignore]
    def match(context: CompletionContext) -> SimpleMatcherResult:
        return _match(shell, context)

    shell.Completer.custom_matchers.append(match)


def remove(shell: Any) -> None:
    """Take the matcher away."""
    known = shell.Completer.custom_matchers
    known[:] = [matcher for matcher in known if getattr(matcher, "matcher_identifier", "") != NAME]


def _match(shell: Any, context: CompletionContext) -> SimpleMatcherResult:
    lines = context.full_text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    before = lines[context.cursor_line][: context.cursor_position].lstrip()
    head = lines[first].split()
    if head[:1] == ["%%chatimg"] and context.cursor_line > first:
        code = options.is_run(head[1:])
        return {"completions": []} if code else {"completions": Silence(), "suppress": True}
    magic, gap, rest = before.partition(" ")
    if magic not in ("%chatimg", "%%chatimg") or not gap:
        return {"completions": []}
    *words, word = rest.split(" ")
    words = [each for each in words if each]
    if magic == "%chatimg":
        return _result(COMMANDS if not words else COMMANDS.get(words[0], ()) if len(words) == 1 else (), word)
    option, equals, begun = word.partition("=")
    if not equals:
        option, begun = words[-1] if words else "", word
    if options.takes_value().get(option, False):
        if option == "--save":
            found = shell.Completer.file_matcher(context)
            return {**found, "completions": found["completions"] or Silence(), "suppress": True}
        before_it, comma, begun = begun.rpartition(",") if option == "--using" else ("", "", begun)
        given = before_it.split(",") if comma else []
        return _result((each for each in _values(shell, option) if each not in given), begun)
    return _result(_words(words, word), word)


def _result(offered: Iterable[str], begun: str) -> SimpleMatcherResult:
    """Offer what goes on from a word that is begun, and nothing else."""
    from IPython.core.completer import SimpleCompletion

    fitting = [SimpleCompletion(text, type="param") for text in offered if text.startswith(begun)]
    return {
        "completions": fitting or Silence(),
        "matched_fragment": begun,
        "suppress": True,
        "ordered": True,
    }


def _words(words: list[str], word: str) -> list[str]:
    """Return the options that are not given yet; before them, and unless one is begun, the names of drawings."""
    takes = options.takes_value()
    if options.is_run([*words, word or "_"]):
        words, takes = words[1:], {"--using": True}
    free = [name for name in takes if name not in words]
    values = {number + 1 for number, each in enumerate(words) if takes.get(each, False)}
    named = any(not each.startswith("-") and number not in values for number, each in enumerate(words))
    session = _session()
    names = list(session.latest) if session and not named else []
    return free if word.startswith("-") else [*names, *free]


def _values(shell: Any, option: str) -> Iterable[str]:
    if option in ("--mode", "--look"):
        choice: Any = settings.ChatImg.class_traits()[option[2:]]
        return tuple(choice.values)
    if option == "--model":
        return _models()
    if option == "--using":
        return _arrays(shell.user_ns)
    return {"--size": SIZES, "--retries": COUNTS}.get(option, CANDIDATES)


def _models() -> list[str]:
    """Return the embedded models' names and what is known of servers' so far."""
    from chatimg_magic.models import own

    embedded = ["embedded", *(f"embedded:{name}" for name in own.everything() if name != "default")]
    session = _session()
    return [*embedded, *(session.models if session else ())]


def _arrays(namespace: dict[str, Any]) -> list[str]:
    """Return the names of a person's arrays of numbers."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return []
    known = ((name, value) for name, value in list(namespace.items()) if not name.startswith("_"))
    return [name for name, value in known if isinstance(value, numpy.ndarray) and value.dtype.kind in "buif"]


def _session() -> Session | None:
    """Return the session if there is one; completing begins none."""
    module = sys.modules.get("chatimg_magic.session")
    if module is None or not module.current.cache_info().currsize:
        return None
    return module.current()  # type: ignore[no-any-return]
