"""A real ipykernel, driven over its own protocol."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

NOTEBOOK_CELL = {"cellId": "cell-1"}
FORGET = """\
import ipywidgets
from chatimg_magic import session, settings
if "chatimg_magic" in get_ipython().extension_manager.loaded:
    get_ipython().run_line_magic("unload_ext", "chatimg_magic")
ipywidgets.Widget.close_all()
session.current().close()
session.current.cache_clear()
settings.current.cache_clear()
get_ipython().config.pop("ChatImg", None)
from chatimg_magic.errors import ChatImgError
ChatImgError.debug = False
get_ipython().run_line_magic("reset", "-f")
"""
"""Makes a kernel as good as new."""


@dataclass
class Execution:
    """What one execution sent: the displays in their last state, streams, an error, payloads.

    ``freed`` is how many seconds after an interrupt it was over; None where it was over before.
    """

    status: str = ""
    displays: list[dict[str, Any]] = field(default_factory=list)
    updates: list[dict[str, Any]] = field(default_factory=list)
    text: dict[str, str] = field(default_factory=lambda: {"stdout": "", "stderr": ""})
    result: str = ""
    error: str = ""
    error_name: str = ""
    payloads: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    freed: float | None = None

    @property
    def next_input(self) -> list[str]:
        """The texts that the front end was asked to put into new cells."""
        return [p["text"] for p in self.payloads if p["source"] == "set_next_input"]


@dataclass
class Kernel:
    """A started kernel and its client."""

    manager: KernelManager
    client: BlockingKernelClient

    def run(
        self,
        code: str,
        cell: str = "",
        interrupt_after: float | None = None,
        timeout: float = 60,
        metadata: dict[str, Any] | None = None,
    ) -> Execution:
        """Execute code as a front end does that names its cells (``cell``), or as a program (no name)."""
        metadata = metadata or ({"cellId": cell} if cell else {})
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        message = self.client.session.msg("execute_request", content, metadata=metadata)
        self.client.shell_channel.send(message)
        pressed: list[float] = []

        def press() -> None:
            self.interrupt()
            pressed.append(time.monotonic())

        timer = threading.Timer(interrupt_after or 0.0, press)
        begins = timer.start if interrupt_after is not None else lambda: None
        began = time.monotonic()
        try:
            done = self._collect(message["header"]["msg_id"], began + timeout, begins)
        finally:
            timer.cancel()  # else a cell that was faster would have the next one interrupted
        done.seconds = time.monotonic() - began
        done.freed = time.monotonic() - pressed[0] if pressed else None
        return done

    def complete(self, code: str, cursor: int) -> dict[str, Any]:
        """Ask what Tab would offer, with the whole cell, as front ends do."""
        sent = self.client.complete(code, cursor)
        reply = self.client.get_shell_msg(timeout=30)
        while reply["parent_header"].get("msg_id") != sent:
            reply = self.client.get_shell_msg(timeout=30)
        return dict(reply["content"])

    def forget(self, **environment: str) -> None:
        """Make it as good as new, with this process's environment and some variables more."""
        while self.client.iopub_channel.msg_ready():
            self.client.get_iopub_msg(timeout=1)
        variables = {**os.environ, **environment}
        done = self.run(f"import os\nos.environ.clear()\nos.environ.update({variables!r})\n{FORGET}")
        assert done.status == "ok", done.error

    def click(self, model_id: str) -> str:
        """Click a button of a widget as a front end does; return the message's id."""
        return self.send_widget(model_id, {"method": "custom", "content": {"event": "click"}})

    def send_widget(self, model_id: str, data: dict[str, Any]) -> str:
        """Send a message of a widget's comm."""
        message = self.client.session.msg("comm_msg", {"comm_id": model_id, "data": data})
        self.client.shell_channel.send(message)
        return str(message["header"]["msg_id"])

    def until(self, expression: str, seconds: float = 20) -> None:
        """Wait until an expression is true in the kernel, asking as a notebook would not: without history."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            done = self.run(f"bool({expression})")
            assert done.status == "ok", done.error
            if done.result == "True":
                return
            time.sleep(0.1)
        raise TimeoutError(f"{expression} did not become true")

    def interrupt(self) -> None:
        """Press ■: what jupyter_client does, without the event loop it would leave open in this thread."""
        os.kill(self.manager.provisioner.pid, signal.SIGINT)  # type: ignore[union-attr]

    def _collect(self, parent: str, deadline: float, begins: Callable[[], None]) -> Execution:
        done = Execution()
        shown: dict[str, int] = {}
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.1, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") != parent:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                break
            if kind == "execute_input":
                begins()  # an interrupt before that is the kernel's own business, and it may lose the reply
            elif kind == "stream":
                done.text[content["name"]] += content["text"]
            elif kind == "execute_result":
                done.result = content["data"]["text/plain"]
            elif kind == "error":
                done.error, done.error_name = "\n".join(content["traceback"]), content["ename"]
            elif kind in ("display_data", "update_display_data"):
                identity = (content.get("transient") or {}).get("display_id", "")
                if kind == "update_display_data" and identity in shown:
                    done.updates.append(content)
                    done.displays[shown[identity]] = content
                else:
                    shown[identity] = len(done.displays)
                    done.displays.append(content)
        reply = self.client.get_shell_msg(timeout=30)
        while reply["parent_header"].get("msg_id") != parent:
            reply = self.client.get_shell_msg(timeout=30)
        done.status = reply["content"]["status"]
        done.payloads = reply["content"].get("payload") or []
        return done


@contextmanager
def started_kernel(**environment: str) -> Iterator[Kernel]:
    """Start a kernel with environment variables added; it is gone afterwards.

    The displays that arrive outside of an execution (a widget's callbacks) are left in the channel.
    """
    folder = tempfile.mkdtemp(prefix="ipc-")  # by default kernels of parallel tests would meet in this folder
    manager = KernelManager(kernel_name="python3", transport="ipc", ip=f"{folder}/kernel")
    manager.start_kernel(env={**os.environ, **environment})
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield Kernel(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        shutil.rmtree(folder, ignore_errors=True)
