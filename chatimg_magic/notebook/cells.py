"""The cell that runs the magic, and the review cell below it."""

from __future__ import annotations

import hashlib
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chatimg_magic.drawing import Attempt, Drawing

REMEMBERED_CELLS = 50
"""How many cells a drawing remembers to have put code below."""


class Place(Enum):
    """Where the shell shows its output."""

    NOTEBOOK = "a notebook with a person in front of it"
    HEADLESS = "a notebook run by a program"
    TERMINAL = "a terminal"


def place(shell: Any) -> Place:
    """Tell where a shell shows its output: front ends name the running cell, programs such as nbclient do not."""
    if getattr(shell, "kernel", None) is None:
        return Place.TERMINAL
    return Place.NOTEBOOK if cell_id(shell) else Place.HEADLESS


def cell_id(shell: Any) -> str:
    """Return the running cell's id, or ``""``.

    JupyterLab, Notebook 7 and VS Code send ``cellId`` in the metadata of the execute request, Colab ``colab.cell_id``
    (Jupyter messaging protocol, ``execute_request``).
    """
    metadata = _parent(shell).get("metadata") or {}
    colab = metadata.get("colab")
    return str(metadata.get("cellId") or (colab.get("cell_id") if isinstance(colab, dict) else "") or "")


def insert_below(shell: Any, drawing: Drawing, source: str) -> bool:
    """Put code into a new cell below the running one (a terminal: into the next prompt), once per cell and code.

    Returns whether it was put there now. The front end is asked through ``set_next_input``, which only counts within an
    execute request; from a widget's callback it would leak into the next executed cell.
    """
    cell = cell_id(shell)
    digest = hashlib.sha256(source.encode()).hexdigest()[:16]
    if place(shell) is Place.NOTEBOOK:
        if drawing.inserted.get(cell) == digest or _parent(shell)["header"]["msg_type"] != "execute_request":
            return False
        drawing.inserted[cell] = digest
        for old in list(drawing.inserted)[:-REMEMBERED_CELLS]:
            del drawing.inserted[old]
    shell.set_next_input(source)
    return True


def written(drawing: Drawing, attempt: Attempt | None = None) -> str:
    """Write an attempt's code (the selected one's) as the cell that ``%config ChatImg.review_cell`` asks for."""
    from chatimg_magic.code import isolated_cell, review_cell
    from chatimg_magic.settings import current

    write = isolated_cell if current().review_cell == "isolated" else review_cell
    return write(drawing, attempt).rstrip("\n")  # front ends show a last line end as an empty line


def _parent(shell: Any) -> dict[str, Any]:
    kernel = getattr(shell, "kernel", None)
    parent = kernel.get_parent() if kernel is not None else None
    return parent if isinstance(parent, dict) else {}


def client(shell: Any) -> str:
    """Return the front end's session id of the message that is being handled: the tab that ran or clicked."""
    return str((_parent(shell).get("header") or {}).get("session", ""))
