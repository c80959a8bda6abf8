"""From a model's text to code: fenced blocks, and statements while they are being written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatimg_magic.code.syntax import MAX_CODE, nodes, parse, syntax_tree

MAX_CUTS = 25
"""How often the end of code that was cut off is looked for."""
_FENCE = re.compile(r"^[ \t]{0,8}(`{3,}|~{3,})[ \t]*([^\n`]*)$")
_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.S | re.I)
_PROMPT = re.compile(r"^(>>>|\.\.\.)( |$)")
_OTHER_LANGUAGES = re.compile(
    r"^(bash|sh|shell|console|text|txt|plain\w*|output|json|yaml|toml|markdown|md|html|css|js|javascript|c|cpp|java|diff)\b"
)
_CONTINUES = re.compile(r"(?:else|elif|except|finally|case)\b|[)\]}]")


@dataclass(frozen=True)
class Block:
    """A fenced block: its text and whether its closing fence was there."""

    source: str
    closed: bool = True


def normalise(text: str) -> str:
    """Bring line ends, tabs and invisible marks into one form."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").replace("\xa0", " ")
    return "\n".join(_untab(line) for line in text.split("\n"))


def _untab(line: str) -> str:
    body = line.lstrip(" \t")
    return line[: len(line) - len(body)].expandtabs(4) + body


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of an answer that may be Python, thinking sections left out."""
    found: list[Block] = []
    lines: list[str] = []
    fence, other = "", False
    for line in normalise(_THINKING.sub("", text)).split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence, other, lines = mark[1], bool(_OTHER_LANGUAGES.match(mark[2].strip().lower())), []
        elif mark and _closes(mark, fence):
            if not other:
                found.append(Block(_tidy(lines)))
            fence = ""
        elif fence:
            lines.append(line)
    if fence and not other:
        found.append(Block(_tidy(lines), closed=False))
    return [block for block in found if block.source.strip()]


def _closes(mark: re.Match[str], fence: str) -> bool:
    return mark[1].startswith(fence) and not mark[2].strip()


def _tidy(lines: list[str]) -> str:
    """Strip interactive prompts (and the output between them) and common indentation."""
    first = next((line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    if first.startswith(">>>"):
        lines = [_PROMPT.sub("", line.strip()) for line in lines if _PROMPT.match(line.strip())]
    filled = [line for line in lines if line.strip()]
    indent = min((len(line) - len(line.lstrip(" ")) for line in filled), default=0)
    return "\n".join(line[indent:].rstrip() for line in lines).strip("\n") + "\n"


def extract(text: str, name: str) -> str:
    """Find the code that makes the image in a model's answer.

    Parameters
    ----------
    text : the whole answer: fenced blocks of any kind, prose, interactive prompts, a cut end.
    name : the variable that shall hold the array.

    Returns
    -------
    str
        The block that makes the image, with the earlier blocks it continues; ``""`` if there is no code.
    """
    found = blocks(text)
    if not found:
        return _unfenced(text)
    sources = [_whole_statements(block.source) if not block.closed else block.source for block in found]
    trees = [parse(source) for source in sources]
    if all(tree is None for tree in trees):
        return max(sources, key=len)
    names = [_names(source) if tree else (set[str](), set[str]()) for source, tree in zip(sources, trees, strict=True)]
    makers = [i for i, (bound, _) in enumerate(names) if name in bound]
    makers = makers or [
        i for i, (bound, used) in enumerate(names) if bound - {"np", "plt"} and used & {"np", "numpy", "plt"}
    ]
    last = makers[-1] if makers else max(range(len(sources)), key=lambda i: (trees[i] is not None, len(sources[i])))
    earlier: set[str] = set().union(*(names[i][0] for i in range(last)))
    missing = names[last][1] - names[last][0]
    grows = name in names[last][0] and not _assigns(trees[last], name) and name in earlier
    if (missing & earlier) or grows:
        return "\n".join(sources[i] for i in range(last + 1) if trees[i] is not None)
    return sources[last]


def prose(text: str) -> str:
    """Return what an answer says besides its fenced blocks and its thinking."""
    said: list[str] = []
    fence = ""
    for line in normalise(_THINKING.sub("", text)).split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and _closes(mark, fence):
            fence = ""
        elif not fence:
            said.append(line)
    return "\n".join(said).strip()


def _names(source: str) -> tuple[set[str], set[str]]:
    """Return the names that code binds (or fills by subscript), and those it uses."""
    bound: set[str] = set()
    used: set[str] = set()
    for node in nodes(source):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            bound.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
            bound.add(node.value.id)
    return bound, used


def _assigns(tree: ast.Module | None, name: str) -> bool:
    """Whether code binds the name itself, and does not merely fill it."""
    every = ast.walk(tree) if tree else ()
    return any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store) for n in every)


def _unfenced(text: str) -> str:
    """Find Python in an answer without fences: the longest run of lines that parses and uses NumPy."""
    lines = normalise(_THINKING.sub("", text)).split("\n")
    if any(line.startswith(">>>") for line in lines):
        lines = _tidy(lines).split("\n")
    starts = [i for i, line in enumerate(lines) if re.match(r"(import|from) \w|[A-Za-z_]\w*(, *\w+)* *=[^=]|#", line)]
    end = 0
    for start in starts[:50]:
        if start < end:  # within what was looked at already
            continue
        whole = _leading(lines[start:])
        end = start + len(whole)
        tree = parse(source := "\n".join(whole))
        if tree is not None and len(tree.body) > 1 and _names(source)[1] & {"np", "numpy"}:
            return source.strip("\n") + "\n"
    return ""


def _leading(lines: list[str]) -> list[str]:
    """Return the leading lines that make whole statements, as far as a few of the parser's complaints tell."""
    while sum(len(line) + 1 for line in lines) > MAX_CODE:
        lines = lines[: len(lines) // 2]
    for _ in range(MAX_CUTS):
        try:
            syntax_tree("\n".join(lines))
            return lines
        except SyntaxError as error:
            lines = lines[: max(min(error.lineno or 1, len(lines)) - 1, 0)]
        except (ValueError, RecursionError, MemoryError):
            return []
    return lines


def _whole_statements(source: str) -> str:
    """Drop a last statement that was cut off in the middle."""
    if parse(source) is not None:
        return source
    shorter = "\n".join(_leading(source.split("\n"))) + "\n"
    return shorter if (tree := parse(shorter)) is not None and tree.body else source


class Statements:
    """Complete top-level statements out of an answer that is still being written.

    Only the first block that may be Python is followed; :func:`extract` has the last word when the answer is whole.
    """

    def __init__(self) -> None:
        self._line = ""
        self._fence = ""
        self._other = False
        self._done = False
        self._thinking = False
        self._pending: list[str] = []
        self.sent: list[str] = []

    @property
    def source(self) -> str:
        """All code that was given out so far."""
        return "".join(self.sent)

    def feed(self, text: str) -> Iterator[tuple[str, int]]:
        """Take a piece of the answer; yield (statements, number of their first line) as they complete."""
        *lines, self._line = (self._line + text).split("\n")
        for line in lines:
            if not self._done:
                yield from self._take(_untab(line.rstrip("\r")))

    def _take(self, line: str) -> Iterator[tuple[str, int]]:
        if not self._fence and re.match(r"\s*</?(think|thinking|reasoning)>", line, re.I):
            self._thinking = not line.lstrip().startswith("</")
        if self._thinking:
            self._thinking = not re.search(r"</(think|thinking|reasoning)>", line, re.I)
            return
        mark = _FENCE.match(line)
        if not self._fence:
            if mark:
                self._fence, self._other = mark[1], bool(_OTHER_LANGUAGES.match(mark[2].strip().lower()))
        elif mark and _closes(mark, self._fence):
            self._fence, self._done = "", not self._other
            if self._done:
                yield from self._give()
        elif not self._other:
            if not line.strip() and not self.sent and not self._pending:
                return  # the block begins with its first filled line
            starts = line[:1] not in ("", " ") and not _CONTINUES.match(line)
            if starts and any(part.strip() for part in self._pending):
                yield from self._give()
            self._pending.append(line.rstrip() + "\n")

    def _give(self) -> Iterator[tuple[str, int]]:
        source = "".join(self._pending)
        if not source.strip() or parse(source) is None:
            return
        first = 1 + sum(part.count("\n") for part in self.sent)
        self.sent.append(source)
        self._pending.clear()
        yield source, first


def with_name(source: str, taken: str, name: str) -> str:
    """Add the line that gives the array the asked name, where the code used another one."""
    return f"{source.rstrip()}\n{name} = {taken}\n"
