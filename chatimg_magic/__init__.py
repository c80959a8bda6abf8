"""chatimg-magic: type a description in a notebook cell; a language model writes the NumPy code of that image.

``%load_ext chatimg_magic`` adds ``%%chatimg``; :func:`draw` does the same from Python. Importing this package imports
nothing heavy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from chatimg_magic.drawing import Drawing

__version__ = "1.0.0"
__all__ = ["Drawing", "draw", "load_ipython_extension", "unload_ipython_extension"]


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Register ``%%chatimg`` and ``%config ChatImg`` (the hook of ``%load_ext``); loading twice is harmless."""
    from chatimg_magic.magic import register

    register(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Take the magics away again (the hook of ``%unload_ext``)."""
    from chatimg_magic.magic import unregister

    unregister(shell)


def draw(
    prompt: str,
    *,
    name: str = "image",
    size: str | int = "256",
    mode: str = "rgb",
    model: str = "",
    retries: int | None = None,
    fresh: bool = False,
    look: str | None = None,
) -> Drawing:
    """Draw from Python.

    Parameters
    ----------
    prompt : what to draw, in words.
    name : the variable's name in the generated code.
    size : pixels, ``256`` or ``"ROWSxCOLS"``.
    mode : ``"gray"``, ``"rgb"`` or ``"rgba"``.
    model : the model that must answer; empty leaves it to the settings.
    retries : how often to repair an answer; None leaves it to the settings.
    fresh : ask again although a drawing of the same request is kept.
    look : whether the model looks once at what it drew: ``"off"``, ``"facts"`` or ``"image"``; None leaves it to the
        settings.

    Returns
    -------
    Drawing
        ``drawing.array`` is the picture (uint8), ``drawing.code`` its code, ``drawing.attempts`` the history.

    Raises
    ------
    ChatImgError
        With what happened and what to do; ``NoPicture`` carries the drawing with every attempt.
    """
    from chatimg_magic.prompts import Look
    from chatimg_magic.request import read_request
    from chatimg_magic.session import Order, current

    request = read_request(prompt, name, str(size), mode)
    looks = None if look is None else Look.parse(look)
    return current().draw(request, Order(model, retries, fresh, look=looks))


def __getattr__(name: str) -> Any:
    if name == "Drawing":
        from chatimg_magic.drawing import Drawing

        return Drawing
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
