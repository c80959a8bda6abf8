"""The notebooks replay recorded answers: nobody is asked, and every output is as saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOBODY = "http://127.0.0.1:9/v1"


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} >= {"quickstart", "look", "options", "article", "gallery", "benchmark"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_gives_its_saved_outputs_and_asks_nobody(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder)
    command = [sys.executable, "-m", "pytest", "-p", "nbval.plugin", "--nbval", "-q", "-p", "no:cacheprovider"]
    command += ["--rootdir", str(folder), "-c", os.devnull]
    command += ["--sanitize-with", str(ROOT / "tests" / "nbval.cfg"), str(folder / path.name)]
    environment = {**os.environ, "OPENAI_BASE_URL": NOBODY, "OPENAI_API_KEY": "none", "CHATIMG_MODELS": str(tmp_path)}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # the others take longer to load than a notebook to run
    environment.pop("CHATIMG_LOCAL_MODEL", None)
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "passed" in done.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_saved_clean(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code), "saved as executed"
    text = path.read_text(encoding="utf-8")
    for stray in ("writing…", "loading model", "/home/", "/root/", "/work/", "/tmp/"):
        assert stray not in text
