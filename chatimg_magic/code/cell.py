"""From code to the review cell."""

from __future__ import annotations

import re

from chatimg_magic.code.syntax import bound, parse
from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.errors import clean
from chatimg_magic.request import Mode


def review_cell(drawing: Drawing, attempt: Attempt | None = None) -> str:
    """Write an attempt's code (the selected one's) as a cell of its own.

    It is plain NumPy and matplotlib, begins with a comment, and never has a single line (which IPython could take for
    a magic command).
    """
    request, attempt = drawing.request, attempt or drawing.attempt
    assert attempt is not None
    code = attempt.code.strip("\n")
    made = bound(code) if parse(code) else set()
    if request.name in made and not re.search(r"\.imshow\(", code):
        if "plt" not in made:
            plot = "import matplotlib.pyplot as plt"
            code = f"{code}\n\n{plot}" if "__future__" in code else f"{plot}\n{code}"
        grey = ', cmap="gray", vmin=0, vmax=255' if request.mode is Mode.GRAY else ""
        code += f'\n\nplt.imshow({request.name}{grey}, interpolation="nearest")\nplt.axis("off")\nplt.show()'
    return _head(drawing, attempt) + code + "\n"


def isolated_cell(drawing: Drawing, attempt: Attempt | None = None) -> str:
    """Write an attempt's code (the selected one's) as a cell that runs it in the sandbox and binds only the array."""
    request, attempt = drawing.request, attempt or drawing.attempt
    assert attempt is not None
    using = ",".join(name for name, _ in request.using)
    first = f"%%chatimg run {request.name}" + (f" --using {using}" if using else "")
    return f"{first}\n{_head(drawing, attempt)}{attempt.code.strip()}\n"


def _head(drawing: Drawing, attempt: Attempt) -> str:
    author = f"# drawn by {clean(attempt.model, 60)}, attempt {drawing.number(attempt)}; read it before you run it"
    doubts = "" if attempt.usable else f"# {clean(attempt.outcome.value, 60)}; the panel says why\n"
    return f"# {clean(drawing.request.prompt, 150)}\n{author}\n{doubts}"
