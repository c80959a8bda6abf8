"""Commands to the notebook's front end: the kernel's half of the JupyterLab extension in ``labextension/``.

Every command is one comm, opened by the kernel. The tab that it names acts and answers by closing the comm; nobody
waits for that: front ends answer after the running cell has ended.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comm.base_comm import BaseComm

TARGET = "chatimg-magic"
MAX_PENDING = 50
PATIENCE = 60.0
"""Seconds after which nobody will answer any more: the tab was closed or reloaded."""


@dataclass(frozen=True)
class FrontEnd:
    """A tab that knows our commands.

    Attributes
    ----------
    client : the tab's name in the headers of its messages; the address of commands (``session``).
    cell : the id of the cell that it is running.
    """

    client: str
    cell: str


def front_end(shell: Any) -> FrontEnd | None:
    """Return the tab that runs the current cell, if our extension is loaded there.

    The extension stamps the metadata of the execute request. A stamp that names another client than the request itself
    does was not made by it, but saved in the notebook's file.
    """
    kernel = getattr(shell, "kernel", None)
    parent = kernel.get_parent() if kernel is not None else None
    if not isinstance(parent, dict):
        return None
    header, metadata = parent.get("header") or {}, parent.get("metadata") or {}
    chatimg, cell = metadata.get("chatimg"), metadata.get("cellId")
    stamp = chatimg.get("fe") if isinstance(chatimg, dict) else None
    client = stamp.get("client") if isinstance(stamp, dict) else None
    if not client or not cell or client != header.get("session"):
        return None
    return FrontEnd(str(client), str(cell))


@dataclass(frozen=True)
class _Pending:
    comm: BaseComm
    answered: Callable[[dict[str, Any]], None]
    since: float


class Link:
    """Sends commands to tabs, from any thread; one is enough for a kernel.

    Every command names a tab (``session``: of the click or of the :class:`FrontEnd`) and a magic cell (``anchor``, its
    id). What is told to ``answered`` comes later, on the thread that handles comms, or never.
    """

    def __init__(self) -> None:
        self._pending: dict[str, _Pending] = {}
        self._lock = threading.Lock()

    def write(
        self,
        session: str,
        anchor: str,
        source: str,
        provenance: dict[str, Any],
        force: str = "",
        answered: Callable[[str], None] | None = None,
    ) -> None:
        """Put code into the review cell of a magic cell.

        Parameters
        ----------
        session, anchor : the tab and the magic cell.
        source : the code.
        provenance : kept in the review cell's metadata, below ``chatimg``.
        force : what becomes of a review cell that the person has edited: ``""`` leaves it alone, ``"replace"``
            overwrites it, ``"below"`` makes it the person's own and adds another.
        answered : is told ``inserted``, ``same``, ``replaced``, ``edited`` (nothing was done) or ``no anchor``.
        """
        command = {"op": "write", "session": session, "anchor": anchor}
        self._send({**command, "source": source, "chatimg": provenance, "force": force}, _word(answered))

    def run(self, session: str, anchor: str, answered: Callable[[str], None] | None = None) -> None:
        """Run the review cell in the notebook; ``answered`` is told ``run``, ``no cell`` or ``no anchor``."""
        self._send({"op": "run", "session": session, "anchor": anchor}, _word(answered))

    def look(self, session: str, anchor: str, answered: Callable[[bool, bool], None]) -> None:
        """Ask for the review cell; ``answered`` is told whether it exists, and whether the person has edited it."""
        self._send(
            {"op": "look", "session": session, "anchor": anchor},
            lambda answer: answered(bool(answer.get("exists")), bool(answer.get("edited"))),
        )

    @property
    def pending(self) -> int:
        """How many commands nobody has answered yet."""
        return len(self._pending)

    def forget(self, older: float = 0.0, keep: int = 0) -> None:
        """Close commands without an answer: those older than some seconds, and all but the newest ``keep``."""
        with self._lock:
            names = list(self._pending)
            late = time.monotonic() - older
            given_up = [n for n in names if self._pending[n].since <= late or n in names[: max(len(names) - keep, 0)]]
            dropped = [self._pending.pop(name) for name in given_up]
        for pending in dropped:
            pending.comm.close()

    def _send(self, command: dict[str, Any], answered: Callable[[dict[str, Any]], None]) -> None:
        self.forget(older=PATIENCE, keep=MAX_PENDING - 1)
        comm = self._listen("", answered, time.monotonic())
        comm.open(data=command)

    def _listen(self, name: str, answered: Callable[[dict[str, Any]], None], since: float) -> BaseComm:
        """Make a comm whose end is heard; opened by hand, since the answer may arrive at once on another thread."""
        from comm import create_comm

        comm = create_comm(target_name=TARGET, primary=False, **({"comm_id": name} if name else {}))
        comm.on_close(partial(self._closed, comm.comm_id))
        with self._lock:
            self._pending[comm.comm_id] = _Pending(comm, answered, since)
        return comm

    def _closed(self, name: str, message: dict[str, Any]) -> None:
        with self._lock:
            pending = self._pending.pop(name, None)
        if pending is None:
            return
        answer = message["content"].get("data") or {}
        if "done" in answer:
            pending.answered(answer)
        else:  # a tab without our extension refused; the one that was meant is still to answer
            from comm import get_comm_manager

            get_comm_manager().register_comm(self._listen(name, pending.answered, pending.since))


def _word(answered: Callable[[str], None] | None) -> Callable[[dict[str, Any]], None]:
    return lambda answer: answered(str(answer["done"])) if answered else None
