"""Notebooks run by programs: the same pictures and variables, the code in the output, no stray text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook

from tests.answers import GIVES_UP, SQUARE
from tests.servers.scripted import ScriptedServer

CELLS = (
    "%load_ext chatimg_magic",
    "%%chatimg square --size 200 --mode gray\nA white square in the middle of a black background",
    "assert square.shape == (200, 200) and square.sum() == 255 * 100 * 100",
)


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.ipynb"
    made = new_notebook(cells=[new_code_cell(source) for source in CELLS])
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, path)
    return path


def check(executed: nbformat.NotebookNode) -> None:
    assert executed.cells[0].outputs == []
    picture, code = executed.cells[1].outputs
    assert (picture.output_type, code.output_type) == ("display_data", "display_data")
    assert set(picture.data) == {"image/png", "text/html", "text/plain"}
    assert "square[inside] = 255" in code.data["text/plain"]
    assert code.data["text/markdown"].startswith("```python\n# A white square")
    assert executed.cells[2].outputs == []


def test_nbclient(provider: ScriptedServer, notebook: Path) -> None:
    provider.say(SQUARE)
    executed = nbformat.read(notebook, as_version=4)
    NotebookClient(executed, timeout=60).execute()
    check(executed)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["jupyter", "execute", "--output={out}", "{notebook}"], id="jupyter execute"),
        pytest.param(["nbconvert", "--to", "notebook", "--execute", "--output", "{out}", "{notebook}"], id="nbconvert"),
        pytest.param(["papermill", "--no-progress-bar", "{notebook}", "{out}"], id="papermill"),
    ],
)
def test_programs_that_run_notebooks(provider: ScriptedServer, notebook: Path, command: list[str]) -> None:
    provider.say(SQUARE)
    out = notebook.with_name("executed.ipynb")
    words = [word.format(notebook=notebook, out=out) for word in command]
    module = {"jupyter": ["jupyter"], "nbconvert": ["jupyter", "nbconvert"], "papermill": ["papermill"]}[words[0]]
    words = [sys.executable, "-m", *module, *words[1:]]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    check(nbformat.read(out, as_version=4))


def test_a_failed_cell_is_a_failed_run(provider: ScriptedServer, notebook: Path) -> None:
    provider.say(GIVES_UP)
    executed = nbformat.read(notebook, as_version=4)
    with pytest.raises(CellExecutionError, match="No picture after 3 attempts"):
        NotebookClient(executed, timeout=60).execute()


def test_without_isolation_a_headless_run_fails_unless_run_is_given(
    provider: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHATIMG_ISOLATION", "local")
    provider.say(SQUARE)
    unprotected = "from chatimg_magic import sandbox\nsandbox.Sandbox.__dataclass_fields__['layers'].default = ()\n"
    unprotected += (
        "import functools\nsandbox.Sandbox.__init__ = functools.partialmethod(sandbox.Sandbox.__init__, layers=())"
    )
    cells = [new_code_cell(source) for source in ("%load_ext chatimg_magic", unprotected, CELLS[1])]
    with pytest.raises(CellExecutionError, match="not isolated: read, write"):
        NotebookClient(new_notebook(cells=cells), timeout=60).execute()
    allowed = [*cells[:2], new_code_cell(CELLS[1].replace("--mode", "--run --mode")), new_code_cell(CELLS[2])]
    executed = new_notebook(cells=allowed)
    NotebookClient(executed, timeout=60).execute()
    assert "not isolated" in executed.cells[2].outputs[0].data["text/plain"]
