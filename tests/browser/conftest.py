"""JupyterLab in headless Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from tests.conftest import ROOT, skip_or_fail
from tests.servers.scripted import ScriptedServer

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
ARTEFACTS = ROOT / "artefacts"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM:
        skip_or_fail("Chromium (Debian: apt-get install chromium)")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@dataclass
class Lab:
    """A running JupyterLab server."""

    url: str
    folder: Path
    token: str

    def notebook(self, name: str, *cells: str) -> str:
        """Write a notebook and return the address that opens it alone."""
        made = new_notebook(cells=[new_code_cell(source) for source in cells])
        made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(made, self.folder / name)
        return f"{self.url}/doc/tree/{name}?token={self.token}"

    def wait_for_kernel(self) -> None:
        """Wait until every session's kernel is idle: a cell run before that may be lost."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with urllib.request.urlopen(f"{self.url}/api/sessions?token={self.token}", timeout=5) as reply:
                sessions = json.load(reply)
            if sessions and all(session["kernel"]["execution_state"] == "idle" for session in sessions):
                return
            time.sleep(0.1)
        raise TimeoutError("no kernel became idle")


@pytest.fixture
def lab(provider: ScriptedServer, tmp_path: Path) -> Iterator[Lab]:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_DATA_DIR": str(tmp_path / "data"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(tmp_path / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(tmp_path / "workspaces"),
    }
    options = [
        "--no-browser",
        "--ip=127.0.0.1",
        "--port=0",
        "--IdentityProvider.token=t",
        f"--ServerApp.root_dir={folder}",
    ]
    options += [
        "--allow-root",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=None",
    ]
    log = (tmp_path / "lab.log").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options],
        stdout=log,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=folder,
    )
    try:
        yield Lab(_address(process, tmp_path / "lab.log"), folder, "t")
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/lab", log.read_text())
        if found:
            return f"http://127.0.0.1:{found[1]}"
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start: {log.read_text()[-2000:]}")


def open_notebook(page: Page, lab: Lab, address: str) -> None:
    """Open a notebook and wait until its kernel is ready."""
    page.goto(address)
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
    lab.wait_for_kernel()


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
