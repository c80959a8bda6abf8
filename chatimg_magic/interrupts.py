"""What an interrupt (Jupyter's ■, Ctrl-C) must not cut in two, and how a stopped cell says so.

Python raises ``KeyboardInterrupt`` between any two instructions of the main thread, also in the middle of an import or
while a file is written.
"""

from __future__ import annotations

import contextlib
import importlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any


def stopped() -> KeyboardInterrupt:
    """Return an interrupt that a notebook shows in one line (through IPython's ``_render_traceback_`` hook)."""
    error: Any = KeyboardInterrupt("stopped; what had arrived is kept.")
    error._render_traceback_ = lambda: [f"KeyboardInterrupt: {error}"]
    return error  # type: ignore[no-any-return]


@contextlib.contextmanager
def postponed() -> Iterator[None]:
    """Have an interrupt wait until a block is done that takes a moment and waits for nobody."""
    handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(handler):
        yield
        return
    came: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: came.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if came:
            handler(*came[0])


def load(*modules: str) -> None:
    """Import modules that take their time, in a thread, and wait for it: the wait may be interrupted, the import not.

    NumPy refuses to be imported a second time, and others are left half there. What cannot be imported is said where it
    is needed.
    """
    if not all(map(_is_whole, modules)):
        warm(*modules).join()


def warm(*modules: str) -> threading.Thread:
    """Start to import modules that will be needed soon; does not wait."""
    thread = threading.Thread(target=_import, args=(modules,), name="chatimg-import", daemon=True)
    thread.start()
    return thread


def _is_whole(name: str) -> bool:
    """Whether a module has been imported to its end, not only begun by another thread."""
    module = sys.modules.get(name)
    return module is not None and not getattr(module.__spec__, "_initializing", False)


def _import(modules: tuple[str, ...]) -> None:
    for name in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
