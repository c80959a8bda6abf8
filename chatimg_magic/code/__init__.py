"""From a model's text to code, and from code to the review cell."""

from chatimg_magic.code.answer import Statements, extract, prose, with_name
from chatimg_magic.code.cell import isolated_cell, review_cell
from chatimg_magic.code.syntax import MAX_CODE, bound, imported, imports, nodes, parse, root, scopes, syntax_tree

__all__ = [
    "MAX_CODE",
    "Statements",
    "bound",
    "extract",
    "imported",
    "imports",
    "isolated_cell",
    "nodes",
    "parse",
    "prose",
    "review_cell",
    "root",
    "scopes",
    "syntax_tree",
    "with_name",
]
