"""Commands to the front end, seen from a real kernel: this test plays the tab."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import chatimg_magic
from chatimg_magic.notebook import frontend
from tests.answers import SQUARE
from tests.conftest import ROOT
from tests.kernels import Kernel, started_kernel
from tests.servers.scripted import ScriptedServer

EXTENSION = ROOT / "chatimg_magic" / "notebook" / "labextension"
SETUP = """\
import threading, time
from chatimg_magic.notebook.frontend import Link
from comm import get_comm_manager
link, said = Link(), []
client = get_ipython().kernel.get_parent()["header"]["session"]
"""


class Tab:
    """A front end with our extension, as the kernel sees it."""

    def __init__(self, kernel: Kernel) -> None:
        self.client = kernel.client
        self.opened: list[dict[str, Any]] = []
        self.closed: list[str] = []

    def run(self, code: str, cell: str = "magic-1", stamp: dict[str, Any] | None = None) -> dict[str, Any]:
        """Run a cell; its reply has the printed text added as ``text``."""
        stamp = {"v": 1, "client": self.client.session.session} if stamp is None else stamp
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        metadata = {"cellId": cell, "chatimg": {"fe": stamp}}
        request = self.client.session.msg("execute_request", content, metadata=metadata)
        self.client.shell_channel.send(request)
        text = self._follow(request["header"]["msg_id"])
        reply = self.client.get_shell_msg(timeout=30)
        while reply["parent_header"]["msg_id"] != request["header"]["msg_id"]:  # late answers to "are you ready?"
            reply = self.client.get_shell_msg(timeout=30)
        assert reply["content"]["status"] == "ok", reply
        return {**reply["content"], "text": text}

    def answer(self, comm: str, data: dict[str, Any]) -> None:
        """Close a comm, and wait until the kernel has dealt with it."""
        request = self.client.session.msg("comm_close", {"comm_id": comm, "data": data})
        self.client.shell_channel.send(request)
        self._follow(request["header"]["msg_id"])

    def _follow(self, parent: str) -> str:
        text = ""
        while True:
            message = self.client.get_iopub_msg(timeout=30)
            kind, content = message["msg_type"], message["content"]
            if kind == "comm_open" and content["target_name"] == frontend.TARGET:
                self.opened.append(content)
            elif kind == "comm_close":
                self.closed.append(content["comm_id"])
            elif message["parent_header"].get("msg_id") == parent:
                text += content["text"] if kind == "stream" else ""
                if kind == "status" and content["execution_state"] == "idle":
                    return text


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    with started_kernel() as running:
        yield running


@pytest.fixture
def tab(kernel: Kernel) -> Tab:
    playing = Tab(kernel)
    playing.run(SETUP)
    return playing


def test_a_command_is_one_comm_and_its_answer_is_told(tab: Tab) -> None:
    began = time.monotonic()
    tab.run("link.write(client, 'magic-1', 'x = 1', {'model': 'm'}, 'below', said.append)")
    assert time.monotonic() - began < 5, "nobody waits for the answer"
    (opened,) = tab.opened
    assert opened["data"] == {
        "op": "write",
        "session": tab.client.session.session,
        "anchor": "magic-1",
        "source": "x = 1",
        "chatimg": {"model": "m"},
        "force": "below",
    }
    assert tab.run("print(said, link.pending)")["text"] == "[] 1\n"
    tab.answer(opened["comm_id"], {"done": "inserted"})
    assert tab.run("print(said, link.pending)")["text"] == "['inserted'] 0\n"
    assert tab.run(f"print({opened['comm_id']!r} in get_comm_manager().comms)")["text"] == "False\n"
    assert tab.closed == [], "the kernel closes nothing that was answered"


def test_run_and_look(tab: Tab) -> None:
    tab.run("link.run(client, 'a', said.append); link.look(client, 'b', lambda *found: said.append(found))")
    ran, looked = tab.opened
    assert ran["data"] == {"op": "run", "session": tab.client.session.session, "anchor": "a"}
    assert looked["data"] == {"op": "look", "session": tab.client.session.session, "anchor": "b"}
    tab.answer(looked["comm_id"], {"done": "look", "exists": True, "edited": False})
    tab.answer(ran["comm_id"], {"done": "no cell"})
    assert tab.run("print(said)")["text"] == "[(True, False), 'no cell']\n"


def test_a_tab_that_does_not_know_us_cannot_answer_for_the_one_that_does(tab: Tab) -> None:
    tab.run("link.run(client, 'a', said.append)")
    (opened,) = tab.opened
    for _ in range(2):  # JupyterLab closes what it has no target for
        tab.answer(opened["comm_id"], {})
        assert tab.run("print(said, link.pending)")["text"] == "[] 1\n"
    tab.answer(opened["comm_id"], {"done": "run"})
    assert tab.run("print(said, link.pending)")["text"] == "['run'] 0\n"


def test_commands_go_out_from_threads_between_cells(tab: Tab) -> None:
    tab.run("threading.Timer(0.3, lambda: link.run(client, 'a', said.append)).start()")
    deadline = time.monotonic() + 10
    while not tab.opened and time.monotonic() < deadline:
        time.sleep(0.2)
        tab.run("pass")
    tab.answer(tab.opened[0]["comm_id"], {"done": "run"})
    assert tab.run("print(said, link.pending)")["text"] == "['run'] 0\n"


def test_unanswered_commands_are_bounded_in_number_and_age(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    before = int(tab.run("print(len(get_comm_manager().comms))")["text"])
    tab.run(f"for n in range({frontend.MAX_PENDING + 10}): link.run(client, str(n), said.append)")
    assert len(tab.opened) == frontend.MAX_PENDING + 10
    shown = "print(link.pending, len(get_comm_manager().comms))"
    assert tab.run(shown)["text"] == f"{frontend.MAX_PENDING} {before + frontend.MAX_PENDING}\n"
    assert tab.closed == [opened["comm_id"] for opened in tab.opened[:10]]
    tab.answer(tab.opened[0]["comm_id"], {"done": "run"})
    assert tab.run("print(said)")["text"] == "[]\n", "nobody listens to a forgotten one"
    tab.run(
        "import chatimg_magic.notebook.frontend as module\n"
        "module.PATIENCE = 0\n"
        "link.run(client, 'newest', said.append)\n"
        "module.PATIENCE = 60"
    )
    assert tab.run(shown)["text"] == f"1 {before + 1}\n"
    tab.answer(tab.opened[-1]["comm_id"], {"done": "run"})
    assert tab.run("print(said, link.pending)")["text"] == "['run'] 0\n"


def test_a_listener_that_fails_breaks_nothing(tab: Tab) -> None:
    tab.run("link.run(client, 'a', lambda word: 1 / 0)")
    tab.answer(tab.opened[0]["comm_id"], {"done": "run"})
    assert tab.run("print(link.pending)")["text"] == "0\n"


def test_a_command_without_a_listener(tab: Tab) -> None:
    tab.run("link.run(client, 'a')")
    tab.answer(tab.opened[0]["comm_id"], {"done": "run"})
    assert tab.run("print(link.pending)")["text"] == "0\n"


def shell(parent: Any) -> SimpleNamespace:
    return SimpleNamespace(kernel=SimpleNamespace(get_parent=lambda: parent))


def stamped(fe: Any, cell: Any = "c1") -> dict[str, Any]:
    return {"header": {"session": "tab"}, "metadata": {"cellId": cell, "chatimg": {"fe": fe}}}


def test_the_stamp_says_which_tab_runs_which_cell() -> None:
    assert frontend.front_end(shell(stamped({"v": 1, "client": "tab"}))) == frontend.FrontEnd("tab", "c1")


@pytest.mark.parametrize(
    "parent",
    [
        None,
        {},
        {"header": {"session": "tab"}, "metadata": None},
        {"header": {"session": "tab"}, "metadata": {"cellId": "c1"}},
        {"header": {"session": "tab"}, "metadata": {"cellId": "c1", "chatimg": "text"}},
        stamped(None),
        stamped("text"),
        stamped({}),
        stamped({"v": 1, "client": "tab"}, cell=""),
        stamped({"v": 1, "client": "saved in a file by another tab"}),
    ],
)
def test_without_a_true_stamp_there_is_no_front_end(parent: Any) -> None:
    assert frontend.front_end(shell(parent)) is None


def test_a_terminal_has_no_front_end() -> None:
    assert frontend.front_end(SimpleNamespace()) is None


def test_the_magic_writes_through_the_link_where_it_is_and_asks_for_the_next_cell_where_it_is_not(
    server: ScriptedServer,
) -> None:
    server.say(SQUARE)
    magic = "%%chatimg square --size 200 --mode gray\nA white square"
    with started_kernel(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="sk-test-0123456789abcdef") as kernel:
        tab = Tab(kernel)
        tab.run("%load_ext chatimg_magic")
        reply = tab.run(magic)
        (opened,) = tab.opened
        assert opened["data"]["op"] == "write"
        assert opened["data"]["anchor"] == "magic-1"
        assert "square[inside] = 255" in opened["data"]["source"]
        assert {"request", "model", "attempt"} <= set(opened["data"]["chatimg"])
        assert reply["payload"] == []
        other = tab.run(magic, "magic-2", stamp={"v": 1, "client": "saved in a file"})
        assert len(tab.opened) == 1
        assert [payload["source"] for payload in other["payload"]] == ["set_next_input"]


VS_CODE = {"cellId": "vscode-notebook-cell:/home/me/n.ipynb#W0sZmlsZQ%3D%3D"}
COLAB = {"colab": {"cell_id": "a1B2c3"}}


@pytest.mark.parametrize("metadata", [VS_CODE, COLAB], ids=["VS Code", "Colab"])
def test_without_our_extension_the_code_is_offered_once_in_a_new_cell(
    kept_kernel: Kernel, server: ScriptedServer, metadata: dict[str, Any]
) -> None:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    assert kept_kernel.run("%load_ext chatimg_magic").text == {"stdout": "", "stderr": ""}
    server.say(SQUARE, SQUARE.replace("black", "dark"))
    cell = "%%chatimg square --size 200 --mode gray\nA white square"
    done = kept_kernel.run(cell, metadata=metadata)
    picture, panel = (shown["data"] for shown in done.displays)
    assert {"image/png", "text/html", "text/plain"} <= set(picture)
    assert "--fresh and --refine" in panel["text/plain"], "shown where there are no widgets"
    assert done.next_input[0].startswith("# A white square\n")
    refused = {"comm_id": panel["application/vnd.jupyter.widget-view+json"]["model_id"], "data": {}}
    kept_kernel.client.shell_channel.send(kept_kernel.client.session.msg("comm_close", refused))
    again = kept_kernel.run(cell, metadata=metadata)
    assert (again.status, again.next_input, again.text["stderr"]) == ("ok", [], "")
    fresh = kept_kernel.run(cell.replace("--mode", "--fresh --mode"), metadata=metadata)
    assert "dark background" in fresh.next_input[0]
    session = "__import__('chatimg_magic.session').session.current()"
    assert kept_kernel.run(f"{session}.link.pending").result == "0", "no command was sent to a tab"
    hint = kept_kernel.run(f"[*{session}.panels.values()][0].view.state['can']['copy']")
    assert hint.result == "True"


def test_a_front_end_that_names_no_cells_gets_picture_and_code_in_the_output(
    kept_kernel: Kernel, server: ScriptedServer
) -> None:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    kept_kernel.run("%load_ext chatimg_magic")
    server.say(SQUARE)
    done = kept_kernel.run("%%chatimg square --size 200 --mode gray\nA white square")
    picture, code = (shown["data"] for shown in done.displays)
    assert "image/png" in picture
    assert "square[inside] = 255" in code["text/plain"]
    assert done.next_input == []
    assert kept_kernel.run("square.shape").result == "(200, 200)"


def test_the_extension_is_installed_as_it_is_here() -> None:
    described = json.loads((EXTENSION / "package.json").read_text())
    assert described["name"] == frontend.TARGET
    assert f'share/jupyter/labextensions/{frontend.TARGET}"' in (ROOT / "pyproject.toml").read_text()
    assert described["version"] == chatimg_magic.__version__
    load = described["jupyterlab"]["_build"]["load"]
    installed = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "chatimg-magic"
    for name in ("package.json", "install.json", load):
        assert (installed / name).read_bytes() == (EXTENSION / name).read_bytes(), "run: pip install -e . --no-deps"
