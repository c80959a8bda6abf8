"""What generated code may contain, decided before anything runs.

An allow-list over the syntax tree. It filters mistakes and plain malice; it is *not* what keeps hostile code in: that
is :mod:`chatimg_magic.sandbox`, and afterwards a person who reads the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatimg_magic.code import MAX_CODE, syntax_tree
from chatimg_magic.drawing import Outcome, Problem
from chatimg_magic.facts import gather
from chatimg_magic.policy import tables as allowed
from chatimg_magic.policy.rules import Finding, judge, undefined

MAX_LINE = 2_000
MAX_DEPTH = 60
MAX_PROBLEMS = 8


def check(source: str, given: frozenset[str] = frozenset()) -> list[Problem]:
    """Hold code against the allow-list.

    Parameters
    ----------
    source : the code as the model wrote it.
    given : names of the person's arrays, which exist before the code begins.

    Returns
    -------
    list of Problem
        Empty if the code may run in the sandbox; each problem names line, rule and remedy.
    """
    if finding := next(_text_rules(source), None):
        return [_problem(finding)]
    try:
        tree = syntax_tree(source)
        facts = gather(tree, allowed.MODULES, given)
        findings = {finding for node in facts.nodes for finding in judge(node, facts)} | {*undefined(tree, facts)}
    except SyntaxError as error:
        return [_problem((error.lineno or 1, f"is not valid Python: {error.msg}; write complete statements"))]
    except (ValueError, RecursionError, MemoryError):
        return [_problem((1, "is nested too deeply; write it in several statements"))]
    return [_problem(finding) for finding in sorted(findings)[:MAX_PROBLEMS]]


def _problem(finding: Finding) -> Problem:
    line, message = finding
    return Problem(Outcome.REFUSED, f"line {line} {message}", line)


def _text_rules(source: str) -> Iterator[Finding]:
    """Judge the bare text, so that nothing pathological reaches the parser."""
    if len(source) > MAX_CODE:
        yield 1, f"begins {len(source):,} characters of code; at most {MAX_CODE:,} are accepted"
        return
    depth = 0
    for number, line in enumerate(source.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield number, f"has {len(line):,} characters; break it into lines below {MAX_LINE:,}"
        if re.search(r"\S {60,}\S", line.expandtabs()):
            yield number, "hides text behind a long run of spaces; write it on a line of its own"
        if re.match(r"\s*(>>>|In \[|\.{3}\s*\S)", line):
            yield number, "begins like a prompt, which notebooks take away; write it differently"
        for char in line:
            if char in allowed.CONTROL or (not char.isascii() and allowed.invisible(char)):
                yield number, f"has an invisible character (U+{ord(char):04X}); remove it"
            depth += (char in "([{") - (char in ")]}")
        if depth > MAX_DEPTH or re.search(r"(?:[-+~]\s*){20}|(?:\bnot\s+){20}", line):
            yield number, "is nested too deeply; write it in several statements"
