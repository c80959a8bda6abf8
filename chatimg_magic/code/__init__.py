"""From a model's text to code, and from code to the review cell."""

from chatimg_magic.code.answer import Statements, closed, extract, joined, prose, shows, whole, with_name
from chatimg_magic.code.cell import isolated_cell, review_cell
from chatimg_magic.code.syntax import (
    MAX_CODE,
    bound,
    imported,
    imports,
    lost_prompt,
    names,
    nodes,
    parse,
    root,
    scopes,
    syntax_tree,
    without_texts,
)

__all__ = [
    "MAX_CODE",
    "Statements",
    "bound",
    "closed",
    "extract",
    "imported",
    "imports",
    "isolated_cell",
    "joined",
    "lost_prompt",
    "names",
    "nodes",
    "parse",
    "prose",
    "review_cell",
    "root",
    "scopes",
    "shows",
    "syntax_tree",
    "whole",
    "with_name",
    "without_texts",
]
