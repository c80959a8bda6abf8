"""The review cell in JupyterLab and in Notebook 7: one for each magic cell, and never over a hand edit."""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.front import (
    JUPYTERLAB,
    Front,
    cells,
    colour,
    idle,
    keep_screenshot,
    open_notebook,
    picture,
    review,
    wait_for,
)
from tests.servers.scripted import Answer

MAGIC = "%%chatimg image --size 16 --fresh\nOne colour"
EDIT = "# changed by hand\n"


def command(page: Page, name: str) -> None:
    page.evaluate("name => jupyterapp.commands.execute(name)", name)


def select(page: Page, index: int) -> None:
    """Make a cell the active one, in command mode."""
    page.evaluate(
        """index => {
            const notebook = jupyterapp.shell.currentWidget.content;
            notebook.activeCellIndex = index;
            notebook.deselectAll();
            notebook.mode = 'command';
            notebook.activate();
        }""",
        index,
    )


def run(page: Page, index: int) -> None:
    """Run a cell with Ctrl-Enter."""
    select(page, index)
    page.keyboard.press("Control+Enter")


def drawn(page: Page, front: Front, *more: str) -> str:
    """Open a notebook and draw picture 1 in its second cell; return its address."""
    address = front.open(page, "%load_ext chatimg_magic", MAGIC, *more)
    run(page, 0)
    run(page, 1)
    wait_for(page, picture(1))
    wait_for(page, idle)
    return address


def edit(page: Page, index: int) -> None:
    """Type a comment at the beginning of a cell."""
    select(page, index)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text(EDIT)
    page.keyboard.press("Escape")


def test_a_new_cell_is_linked_and_the_same_cell_is_replaced(page: Page, front: Front) -> None:
    drawn(page, front, "'last'")
    sources = [cell["source"] for cell in cells(page)]
    assert len(sources) == 4
    assert sources[3] == "'last'"
    magic, made = cells(page)[1:3]
    assert "chatimg" not in magic["metadata"]
    assert set(made["metadata"]["chatimg"]) == {"cell", "written", "request", "model", "attempt"}
    assert made["metadata"]["chatimg"]["cell"] == magic["id"]
    keep_screenshot(page, f"link-{front.name}-inserted")
    run(page, 1)
    wait_for(page, picture(2))
    assert len(cells(page)) == 4
    again = cells(page)[2]
    assert again["id"] == made["id"]
    assert again["metadata"]["chatimg"]["attempt"] != made["metadata"]["chatimg"]["attempt"]


def test_running_everything_at_once_adds_one_cell(page: Page, front: Front) -> None:
    front.open(page, "%load_ext chatimg_magic", MAGIC.replace("--fresh", ""), "1 + 1", "2 + 2")
    command(page, "notebook:run-all-cells")
    wait_for(page, picture(1))
    wait_for(page, idle)
    command(page, "notebook:run-all-cells")
    page.wait_for_timeout(500)
    wait_for(page, idle)
    assert picture(1)(page)
    assert [cell["source"] for cell in cells(page)][3:] == ["1 + 1", "2 + 2"]


def test_a_hand_edit_is_left_alone(page: Page, front: Front) -> None:
    drawn(page, front)
    edit(page, 2)
    run(page, 1)
    wait_for(page, lambda _: len(front.server.requests) > 0 and idle(page))
    page.wait_for_timeout(500)
    wait_for(page, idle)
    assert len(cells(page)) == 3
    assert cells(page)[2]["source"].startswith(EDIT)
    assert "# picture 1\n" in cells(page)[2]["source"]
    keep_screenshot(page, f"link-{front.name}-edited")


def test_a_deleted_cell_comes_back_and_a_moved_one_is_found(page: Page, front: Front) -> None:
    drawn(page, front, "'last'")
    select(page, 2)
    command(page, "notebook:delete-cell")
    assert review(page) == []
    run(page, 1)
    wait_for(page, picture(2))
    select(page, 2)
    command(page, "notebook:move-cell-down")
    wait_for(page, lambda page: cells(page)[2]["source"] == "'last'")
    run(page, 1)
    wait_for(page, picture(3))
    for _ in range(3):
        select(page, next(n for n, cell in enumerate(cells(page)) if "# picture" in cell["source"]))
        command(page, "notebook:move-cell-up")
    assert "# picture 3\n" in cells(page)[0]["source"]
    run(page, 2)
    wait_for(page, picture(4))
    assert len(cells(page)) == 4


def test_a_copied_magic_cell_gets_a_review_cell_of_its_own(page: Page, front: Front) -> None:
    drawn(page, front)
    select(page, 1)
    command(page, "notebook:copy-cell")
    command(page, "notebook:paste-cell-below")
    wait_for(page, lambda page: len(cells(page)) == 4)
    first, copy = cells(page)[1:3]
    assert first["id"] != copy["id"]
    run(page, 2)
    wait_for(page, lambda page: len(review(page)) == 2)
    links = [cell["metadata"].get("chatimg", {}).get("cell") for cell in cells(page)]
    assert links == [None, None, None, copy["id"], first["id"]]
    assert ["# picture 2\n" in source for source in review(page)] == [True, False]


def test_of_a_copied_review_cell_only_the_first_is_edited(page: Page, front: Front) -> None:
    drawn(page, front)
    select(page, 2)
    command(page, "notebook:copy-cell")
    command(page, "notebook:paste-cell-below")
    wait_for(page, lambda page: len(review(page)) == 2)
    run(page, 1)
    wait_for(page, lambda page: ["# picture 2\n" in source for source in review(page)] == [True, False])
    assert len(cells(page)) == 4


def test_only_the_tab_that_ran_the_cell_edits(page: Page, front: Front) -> None:
    address = drawn(page, front)
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    with contextlib.closing(page.context.new_page()) as other:
        open_notebook(other, front.lab, address)
        wait_for(other, picture(1))
        run(page, 1)
        wait_for(page, picture(2))
        wait_for(page, idle)
        assert picture(1)(other), "the other tab has its own copy of the notebook until it reloads"
        run(other, 1)
        wait_for(other, picture(3))
        page.wait_for_timeout(300)
        assert picture(2)(page)
        assert len(cells(page)) == len(cells(other)) == 3


def test_the_saved_notebook_keeps_the_link_and_no_stamp(page: Page, front: Front) -> None:
    address = drawn(page, front)
    before = cells(page)[2]["metadata"]["chatimg"]
    saved = front.saved(page)
    assert "chatimg" not in saved[1].metadata
    assert dict(saved[2].metadata.chatimg) == before
    dirty = "() => jupyterapp.shell.currentWidget.context.model.dirty"
    assert not page.evaluate(dirty)
    open_notebook(page, front.lab, address)
    assert cells(page)[2]["metadata"]["chatimg"] == before
    run(page, 1)
    wait_for(page, picture(2))
    wait_for(page, idle)
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    front.lab.wait_for_kernel()
    run(page, 0)
    run(page, 1)
    wait_for(page, picture(3))
    assert len(cells(page)) == 3
    assert not any("fe" in cell["metadata"].get("chatimg", {}) for cell in front.saved(page))


def test_a_notebook_of_an_old_format_finds_its_cell_again(page: Page, front: Front) -> None:
    """Format 4.4 does not save the ids of cells: the link is lost, the request is not."""
    address = front.open(page, "%load_ext chatimg_magic", MAGIC, "'last'")
    path = front.lab.folder / Path(urlparse(address).path).name
    old = json.loads(path.read_text())
    old["nbformat_minor"] = 4
    for cell in old["cells"]:
        del cell["id"]
    path.write_text(json.dumps(old))
    for number in (1, 2, 3):
        front.open_again(page)
        run(page, 0)
        run(page, 1)
        wait_for(page, picture(number))
        wait_for(page, idle)
        assert [cell["source"] for cell in cells(page)][3:] == ["'last'"]
        command(page, "docmanager:save")
        assert "id" not in json.loads(path.read_text())["cells"][1]


def test_a_replacement_can_be_undone(page: Page, front: Front) -> None:
    drawn(page, front)
    can_undo = "index => jupyterapp.shell.currentWidget.content.widgets[index].model.sharedModel.canUndo()"
    assert not page.evaluate(can_undo, 1), "the stamp is no step of the person's history"
    run(page, 1)
    wait_for(page, picture(2))
    wait_for(page, idle)
    select(page, 2)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+z")
    wait_for(page, picture(1))
    page.keyboard.press("Control+Shift+z")
    wait_for(page, picture(2))
    page.keyboard.press("Control+z")
    wait_for(page, picture(1))
    run(page, 1)
    wait_for(page, picture(3))  # what was undone to is the code as it was written: no hand edit
    assert len(cells(page)) == 3


def test_nobody_is_disturbed_while_typing_below(page: Page, front: Front) -> None:
    front.server.say(Answer(colour(1), pace=0.04))
    front.open(page, "%load_ext chatimg_magic", MAGIC, "", *(f"{number}\n\n\n\n\n" for number in range(20)))
    run(page, 0)
    run(page, 1)
    select(page, 2)
    page.keyboard.press("Enter")
    typed = ""
    while not review(page):
        page.keyboard.type("abc ")
        typed += "abc "
    page.keyboard.type("end")
    assert cells(page)[3]["source"].rstrip() == typed + "end"
    expect(page.locator(".jp-Notebook .jp-Cell.jp-mod-active .cm-content")).to_contain_text("abc end")
    keep_screenshot(page, f"link-{front.name}-typing")


def test_the_view_stays_where_it_is(page: Page, front: Front) -> None:
    front.server.say(Answer(colour(1), pace=0.2))
    front.open(page, "%load_ext chatimg_magic", MAGIC, *(f"{number}\n\n\n\n\n" for number in range(30)))
    run(page, 0)
    run(page, 1)
    page.evaluate("() => jupyterapp.shell.currentWidget.content.scrollToItem(25, 'center')")
    page.wait_for_timeout(300)
    page.locator(".jp-Notebook .jp-Cell .cm-content").filter(has_text="23").first.click()
    active = page.locator(".jp-Notebook .jp-Cell.jp-mod-active")
    page.wait_for_timeout(200)
    assert not review(page), "the model must still be writing"
    before = active.bounding_box()
    wait_for(page, picture(1))
    page.wait_for_timeout(500)
    after = active.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 3
    expect(active.locator(".cm-content")).to_be_focused()


TOOLS = """\
import threading
from chatimg_magic.notebook.frontend import Link

link = Link()
client = get_ipython().kernel.get_parent()["header"]["session"]
"""


def ask(page: Page, call: str) -> str:
    """Call a method of the link in the notebook's last cell, from a thread; return what was answered."""
    last = len(cells(page)) - 1
    code = f"said = []\nthreading.Thread(target=lambda: link.{call}).start()"
    set_source = "([i, s]) => jupyterapp.shell.currentWidget.content.widgets[i].model.sharedModel.setSource(s)"
    page.evaluate(set_source, [last, code])
    run(page, last)
    page.wait_for_timeout(100)
    wait_for(page, idle)
    last = len(cells(page)) - 1  # a cell may have come in between
    page.evaluate(set_source, [last, "import time\nprint(said, link.pending)"])
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        run(page, last)
        page.wait_for_timeout(100)
        wait_for(page, idle)
        printed = "".join(output.get("text", "") for output in cells(page)[last]["outputs"])
        if printed and not printed.startswith("[]"):
            return printed.strip()
    raise TimeoutError(f"{call}: no answer")


def test_every_command_from_a_thread(page: Page, front: Front) -> None:
    front.open(page, TOOLS, "'anchor'", "'between'", "")
    run(page, 0)
    wait_for(page, idle)
    anchor = cells(page)[1]["id"]
    look = f"look(client, {anchor!r}, lambda *found: said.append(found))"
    started_with = f"client, {anchor!r}, 'x = 1\\ny = %d\\n', {{'model': 'm'}}, %r, said.append"
    assert ask(page, look) == "[(False, False)] 0"
    assert ask(page, f"run(client, {anchor!r}, said.append)") == "['no cell'] 0"
    assert ask(page, f"write({started_with % (1, '')})") == "['inserted'] 0"
    assert ask(page, f"write({started_with % (1, '')})") == "['same'] 0"
    assert ask(page, look) == "[(True, False)] 0"
    assert ask(page, f"run(client, {anchor!r}, said.append)") == "['run'] 0"
    assert cells(page)[2]["execution_count"] is not None
    assert ask(page, f"write({started_with % (2, '')})") == "['replaced'] 0"
    edit(page, 2)
    assert ask(page, look) == "[(True, True)] 0"
    assert ask(page, f"write({started_with % (3, '')})") == "['edited'] 0"
    assert cells(page)[2]["source"] == EDIT + "x = 1\ny = 2\n"
    assert ask(page, f"write({started_with % (3, 'replace')})") == "['replaced'] 0"
    edit(page, 2)
    assert ask(page, f"write({started_with % (4, 'below')})") == "['inserted'] 0"
    written, own, between = cells(page)[2:5]
    assert written["source"] == "x = 1\ny = 4\n"
    assert written["metadata"]["chatimg"]["model"] == "m"
    assert own["source"] == EDIT + "x = 1\ny = 3\n"
    assert "chatimg" not in own["metadata"]
    assert between["source"] == "'between'"
    assert ask(page, "write(client, 'gone', 'x', {}, '', said.append)") == "['no anchor'] 0"
    assert len(cells(page)) == 6


ATTACH = """async first => {
    await first.sessionContext.ready;
    const kernel = {id: first.sessionContext.session.kernel.id};
    const panel = await jupyterapp.commands.execute(
        'docmanager:open', {path: 'attached.ipynb', factory: 'Notebook', kernel});
    await panel.context.ready;
    await panel.sessionContext.ready;
    jupyterapp.shell.activateById(panel.id);
    return panel.sessionContext.session.kernel.handleComms;
}"""


@pytest.mark.parametrize("running", [JUPYTERLAB], ids=["jupyterlab"], indirect=True)
@pytest.mark.parametrize("kind", ["notebook", "console"])
def test_a_tab_with_one_kernel_and_two_documents(page: Page, front: Front, kind: str) -> None:
    """JupyterLab gives the kernel's comms to the first document's connection only."""
    address = front.open(page, "'the first notebook'").replace("/doc/tree/", f"/lab/workspaces/{kind}/tree/")
    open_notebook(page, front.lab, address)
    if kind == "notebook":
        first = page.evaluate_handle("() => jupyterapp.shell.currentWidget")
    else:
        new = "() => jupyterapp.commands.execute('console:create', {kernelPreference: {name: 'python3'}})"
        first = page.evaluate_handle(new)
    front.lab.notebook("attached.ipynb", "%load_ext chatimg_magic", MAGIC)
    assert page.evaluate(ATTACH, first) is False
    wait_for(page, lambda page: len(cells(page)) == 2 and idle(page))
    run(page, 0)
    run(page, 1)
    wait_for(page, picture(1))
    run(page, 1)
    wait_for(page, picture(2))
    wait_for(page, idle)
    assert len(cells(page)) == 3
    keep_screenshot(page, f"link-one-tab-{kind}")
    first.evaluate("document => document.dispose()")  # nothing in this tab hears comms any more: the payload has to do
    run(page, 1)
    wait_for(page, lambda page: any("# picture 3\n" in cell["source"] for cell in cells(page)))
    page.goto("about:blank")  # of this tab's layout nothing shall be left to the next test
