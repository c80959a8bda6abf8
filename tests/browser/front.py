"""A Jupyter server with a front end in headless Chromium, its notebooks, and what tests ask of them."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.blocking.client import BlockingKernelClient
from nbformat import NotebookNode
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from tests.answers import program
from tests.conftest import ROOT
from tests.kernels import FORGET
from tests.servers.scripted import ScriptedServer

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
ARTEFACTS = ROOT / "artefacts"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class App:
    """A notebook program: how it is started, and under which address it opens one notebook alone."""

    module: str
    path: str
    options: tuple[str, ...] = ()


JUPYTERLAB = App("jupyterlab", "doc/tree", ("--LabApp.expose_app_in_browser=True",))
NOTEBOOK = App("notebook", "notebooks", ("--JupyterNotebookApp.expose_app_in_browser=True",))


@dataclass
class Lab:
    """A running Jupyter server with a front end."""

    url: str
    folder: Path
    token: str
    app: App = JUPYTERLAB

    def notebook(self, name: str, *cells: str) -> str:
        """Write a notebook and return the address that opens it alone."""
        made = new_notebook(cells=[new_code_cell(source) for source in cells])
        return self.keep(name, made)

    def keep(self, name: str, made: NotebookNode) -> str:
        """Write a notebook that was made elsewhere, untrusted; return the address that opens it alone."""
        made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(made, self.folder / name)
        return self.address(name)

    def address(self, name: str) -> str:
        """Return the address that opens a notebook alone."""
        return f"{self.url}/{self.app.path}/{name}?token={self.token}"

    def wait_for_kernel(self) -> None:
        """Wait until every session's kernel is idle: a cell run before that may be lost."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            sessions = self.sessions()
            if sessions and all(session["kernel"]["execution_state"] == "idle" for session in sessions):
                return
            time.sleep(0.1)
        raise TimeoutError("no kernel became idle")

    def sessions(self) -> list[dict[str, Any]]:
        """List the open sessions, as the server's REST interface describes them."""
        return list(json.loads(self._ask("/api/sessions")))

    def start_kernel(self) -> str:
        """Start a kernel that belongs to no notebook yet; return its id."""
        return str(json.loads(self._ask("/api/kernels", "POST", {"name": "python3"}))["id"])

    def give_kernel(self, notebook: str, kernel: str) -> None:
        """Let a notebook that will be opened use a kernel that runs already."""
        session = {"path": notebook, "name": notebook, "type": "notebook", "kernel": {"id": kernel}}
        self._ask("/api/sessions", "POST", session)

    def _ask(self, path: str, method: str = "GET", content: dict[str, Any] | None = None) -> str:
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=json.dumps(content).encode() if content else None,
            headers={"Authorization": f"token {self.token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as reply:
            return str(reply.read().decode())


@contextlib.contextmanager
def started(app: App, home: Path, **environment: str) -> Iterator[Lab]:
    """Start a program with clean settings; ``CHATIMG_TEST_PYTHON`` names another Python that has it installed."""
    folder = home / "notebooks"
    folder.mkdir()
    python = os.environ.get("CHATIMG_TEST_PYTHON") or sys.executable
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        **environment,
    }
    quiet = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    page_config = home / "config" / "labconfig" / "page_config.json"
    page_config.parent.mkdir(parents=True)
    unused = {f"@jupyterlab/{name}-extension": True for name in UNUSED}
    # the check for a build starts node for every page that is opened
    page_config.write_text(json.dumps({"buildCheck": False, "disabledExtensions": unused}))
    options = [
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        "--port=0",
        "--IdentityProvider.token=t",
        f"--ServerApp.root_dir={folder}",
        *app.options,
    ]
    with (home / "server.log").open("w+") as log:
        process = subprocess.Popen(
            [python, "-m", app.module, *options], stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder
        )
        try:
            yield Lab(_address(process, home / "server.log"), folder, "t", app)
        finally:
            process.terminate()
            process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/(lab|tree)", log.read_text())
        if found:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", int(found[1])), 1):
                return f"http://127.0.0.1:{found[1]}"  # which is written down before anybody is there
        time.sleep(0.1)
    raise RuntimeError(f"Jupyter did not start: {log.read_text()[-2000:]}")


UNUSED = (
    "csvviewer", "debugger", "extensionmanager", "fileeditor", "help", "hub", "imageviewer", "inspector", "json",
    "launcher", "logconsole", "lsp", "markdownviewer", "mermaid", "pdf", "running", "settingeditor", "terminal", "toc",
    "vega5",
)  # fmt: skip
"""Parts of JupyterLab that no test uses, and every page would load."""

CONNECTED = "() => jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"

MANAGER_MS = 500
"""What ipywidgets' manager of a notebook that was just opened takes to listen to the kernel; nothing tells when."""
CLOSE = "() => [...jupyterapp.shell.widgets('main')].forEach(widget => widget.dispose())"
OPEN = """async name => {
  const here = {ref: '_noref'};  // Notebook 7 would open a tab of its own
  const opened = await jupyterapp.commands.execute('docmanager:open', {path: name, factory: 'Notebook', options: here});
  await opened.context.ready;
  await opened.context.sessionContext.ready;
}"""
"""Closes what is open, unsaved, and opens a notebook in a page that is loaded."""


def open_notebook(page: Page, lab: Lab, address: str) -> None:
    """Open a notebook and wait until its kernel is ready."""
    page.goto(address)
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
    lab.wait_for_kernel()
    page.wait_for_function(CONNECTED)


def cell(page: Page, index: int) -> Locator:
    """Return a cell of the notebook, from 0."""
    return page.locator(".jp-Notebook .jp-Cell").nth(index)


def run_cell(page: Page, index: int) -> None:
    """Run a cell as a person does: click into it, Shift-Enter."""
    cell(page, index).locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")


def keep_screenshot(page: Page, name: str) -> None:
    """Keep a picture of the page for people to look at."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png")


def colour(number: int) -> str:
    """Answer with the picture of a number."""
    return program(f"# picture {number}\nimage = np.full((16, 16, 3), {number}, np.uint8)\nimage[4:9, 4:9] = 255")


class Front:
    """A server with a front end, the model that its kernel asks, and that one kernel: starting one takes seconds."""

    def __init__(self, lab: Lab, server: ScriptedServer) -> None:
        self.lab, self.server = lab, server
        self.name = lab.app.module
        self.kernel = lab.start_kernel()
        self.page: Page | None = None
        self._opened = 0
        self._client = BlockingKernelClient()
        self._client.load_connection_file(str(self.lab.folder.parent / "runtime" / f"kernel-{self.kernel}.json"))
        self._client.start_channels()
        self._wait_for_kernel(60)

    def _wait_for_kernel(self, seconds: float) -> None:
        """Wait until the kernel answers; the client takes one that is slow to start for a dead one."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                self._client.wait_for_ready(timeout=seconds)
                return
            except RuntimeError:
                if time.monotonic() > deadline:
                    raise

    def forget(self) -> None:
        """Make the kernel as good as new."""
        reply = self._client.execute(FORGET, reply=True, timeout=60)
        assert reply["content"]["status"] == "ok", reply["content"]

    def close(self) -> None:
        """Let go of kernel and model."""
        self._client.stop_channels()
        self.server.close()

    @property
    def address(self) -> str:
        """The address of the notebook that was opened last."""
        return self.lab.address(f"n{self._opened}.ipynb")

    def open(self, page: Page, *cells: str) -> str:
        """Open a new notebook in a page; return its address."""
        self._opened += 1
        name = f"n{self._opened}.ipynb"
        self.lab.notebook(name, *cells)
        self.lab.give_kernel(name, self.kernel)
        if page.evaluate("() => Boolean(window.jupyterapp)"):
            self.open_again(page)
        else:
            open_notebook(page, self.lab, self.address)
        return self.address

    def open_again(self, page: Page) -> None:
        """Open the last notebook as its file is now, in a page that is loaded; what was open is closed unsaved."""
        page.evaluate(CLOSE)
        page.evaluate(OPEN, f"n{self._opened}.ipynb")
        page.wait_for_function(CONNECTED)
        expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
        page.wait_for_timeout(MANAGER_MS)

    def open_copy(self, page: Page) -> None:
        """Open a copy of the last saved notebook, trusted, with a kernel of its own that knows nothing of it."""
        name = f"n{self._opened}-read.ipynb"
        shutil.copy(self.lab.folder / f"n{self._opened}.ipynb", self.lab.folder / name)
        made = nbformat.read(self.lab.folder / name, as_version=4)
        NotebookNotary(data_dir=str(self.lab.folder.parent / "data")).sign(made)
        open_notebook(page, self.lab, self.lab.address(name))

    def saved(self, page: Page) -> list[Any]:
        """Save the notebook and return the cells that are in its file."""
        page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
        return list(nbformat.read(self.lab.folder / f"n{self._opened}.ipynb", as_version=4).cells)


def cells(page: Page) -> list[dict[str, Any]]:
    """Return the notebook's cells as they would be saved now."""
    return list(page.evaluate("() => jupyterapp.shell.currentWidget.content.model.toJSON().cells"))


def review(page: Page) -> list[str]:
    """Return the code of all linked cells."""
    return [cell["source"] for cell in cells(page) if cell["metadata"].get("chatimg", {}).get("cell")]


def picture(number: int) -> Callable[[Page], bool]:
    """Hold when there is one linked cell, with the code of that picture."""
    return lambda page: [f"# picture {number}\n" in source for source in review(page)] == [True]


def wait_for(page: Page, condition: Callable[[Page], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition(page):
        assert time.monotonic() < deadline, "\n---\n".join(cell["source"] for cell in cells(page))
        page.wait_for_timeout(100)


def idle(page: Page) -> bool:
    """Tell whether every code cell that was run has ended."""
    return bool(
        page.evaluate(
            """() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'
            && jupyterapp.shell.currentWidget.content.widgets.every(
                cell => cell.model.executionState === undefined || cell.model.executionState === 'idle')"""
        )
    )
