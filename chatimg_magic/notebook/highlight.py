"""Code as HTML in the front end's own colours, so that it is readable in light and dark themes."""

from __future__ import annotations

import html

# JupyterLab's CSS variables; elsewhere the fallback is the text's own colour
_COLOURS = {
    "Comment": "comment",
    "Keyword": "keyword",
    "Literal.String": "string",
    "Literal.Number": "number",
    "Operator": "operator",
    "Name.Builtin": "builtin",
    "Name.Function": "def",
    "Name.Class": "def",
}


def lines(source: str) -> list[str]:
    """Return highlighted code as HTML, a line each.

    Parameters
    ----------
    source : Python; anything else is shown without colours.
    """
    from pygments.lexers.python import PythonLexer

    shown = [""]
    for kind, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens(source):
        name = str(kind).removeprefix("Token.")
        colour = next((variable for prefix, variable in _COLOURS.items() if name.startswith(prefix)), "")
        style = f'<span style="color:var(--jp-mirror-editor-{colour}-color)">' if colour else ""
        for number, piece in enumerate(text.split("\n")):  # a long string goes on over several lines
            if number:
                shown.append("")
            if piece:
                shown[-1] += f"{style}{html.escape(piece)}</span>" if style else html.escape(piece)
    return shown if source else []
