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


_PAGE = (
    "margin:0;padding:4px 8px;max-height:24em;overflow:auto;line-height:1.3;"
    "font-family:var(--jp-code-font-family, monospace)"
)


def as_html(source: str) -> str:
    """Return highlighted code as one ``<pre>`` element.

    Parameters
    ----------
    source : Python; anything else is shown without colours.
    """
    from pygments.lexers.python import PythonLexer

    parts = []
    for kind, text in PythonLexer(stripnl=False).get_tokens(source):
        name = str(kind).removeprefix("Token.")
        colour = next((variable for prefix, variable in _COLOURS.items() if name.startswith(prefix)), "")
        shown = html.escape(text)
        parts.append(f'<span style="color:var(--jp-mirror-editor-{colour}-color)">{shown}</span>' if colour else shown)
    return f'<pre style="{_PAGE}" tabindex="0">{"".join(parts).rstrip()}</pre>'


def details(title: str, body: str) -> str:
    """Return a part that can be folded; ``body`` is HTML."""
    summary = f'<summary style="cursor:pointer">{html.escape(title)}</summary>'
    return f"<details>{summary}{body}</details>"


def copy_button(source: str) -> str:
    """Return a button that copies code to the clipboard without asking the kernel."""
    # the asynchronous clipboard exists only in secure contexts; elsewhere a hidden text area is selected
    script = (
        "const b=this,t=b.dataset.code,done=()=>{b.textContent='❐ Copied';setTimeout(()=>b.textContent='❐ Copy',1500)};"
        "if(navigator.clipboard){navigator.clipboard.writeText(t).then(done)}else{"
        "const a=document.createElement('textarea');a.value=t;document.body.append(a);a.select();"
        "document.execCommand('copy');a.remove();done()}"
    )
    return (
        '<button class="lm-Widget jupyter-widgets jupyter-button widget-button" style="width:auto" '
        f'title="Copy the code to the clipboard" data-code="{html.escape(source)}" onclick="{html.escape(script)}">'
        "❐ Copy</button>"
    )
