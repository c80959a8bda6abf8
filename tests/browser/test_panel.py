"""The panel as people use it, in JupyterLab and in Notebook 7."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.answers import disc
from tests.browser.front import CLOSE, Front, cells, keep_screenshot, open_notebook, review, run_cell, wait_for
from tests.servers.scripted import Answer

MAGIC = "%%chatimg dot --size 96\nA coloured dot"
SHOWN = ".chatimg-picture[aria-label]"
"""The panel's picture, once it is decoded."""
COLOURS = ("(200, 30, 30)", "(30, 160, 60)", "(40, 60, 200)", "(230, 170, 20)", "(120, 40, 150)")


def dot(number: int) -> str:
    return disc("dot", 96, 96, COLOURS[number - 1])


def button(page: Page, name: str, last: bool = False) -> Locator:
    found = page.locator(".chatimg-panel").get_by_role("button", name=name, exact=True)
    return found.last if last else found.first


def drawn(page: Page, front: Front, *answers: str | Answer, magic: str = MAGIC) -> None:
    """Open a notebook and run a magic cell in it; the panel is there afterwards."""
    front.server.say(*answers)
    front.open(page, "%load_ext chatimg_magic", magic, "dot[48, 48].tolist()")
    run_cell(page, 0)
    run_cell(page, 1)
    expect(page.locator(SHOWN).first).to_be_visible(timeout=30_000)
    wait_for(page, lambda page: len(review(page)) == 1)


def centre(page: Page) -> str:
    """Point at the middle of the panel's picture; return the value that is told, such as ``(200, 30, 30)``."""
    page.locator(SHOWN).hover()
    return page.locator(".chatimg-spot").inner_text().split(": ")[1].split(" ·")[0]


def shows(page: Page, number: int) -> None:
    """Wait until the linked cell, and it alone, has the code of a dot, and nothing was added."""
    colour = COLOURS[number - 1]
    wait_for(page, lambda page: [colour in source for source in review(page)] == [True])
    assert len(cells(page)) == 4


def test_regenerate_edits_the_one_cell_and_run_runs_it_there(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), Answer(dot(2), pace=0.03), dot(3))
    shows(page, 1)
    keep_screenshot(page, f"panel-idle-{front.name}")
    picture = page.locator("figure.chatimg img")
    before = picture.get_attribute("src")
    button(page, "⟳ Regenerate").click()
    expect(button(page, "■ Stop")).to_be_enabled()
    expect(button(page, "✎ Refine")).to_be_disabled()
    page.wait_for_timeout(1200)
    keep_screenshot(page, f"panel-generating-{front.name}")
    shows(page, 2)
    expect(picture).not_to_have_attribute("src", str(before))
    expect(page.locator(".chatimg-panel")).to_contain_text("2/2")
    button(page, "▶ Run").click()
    wait_for(page, lambda page: bool(cells(page)[2]["execution_count"]))
    expect(page.locator(".jp-Notebook .jp-Cell").nth(2).locator(".jp-OutputArea-output img")).to_be_visible()
    button(page, "◀").click()
    shows(page, 1)
    run_cell(page, 3)
    expect(page.locator(".jp-Notebook .jp-Cell").nth(3)).to_contain_text("[200, 30, 30]")


def test_refine_by_enter(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), dot(3))
    words = page.locator(".chatimg-panel input[type=text]")
    words.fill("make it blue")
    words.press("Enter")
    shows(page, 3)
    expect(page.locator(".chatimg-panel")).to_contain_text("asked to: make it blue")
    assert "make it blue" in front.server.requests[-1]["messages"][-1]["content"]


def test_a_hand_edit_is_never_overwritten_without_asking(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), dot(2), dot(3))
    shows(page, 1)
    page.locator(".jp-Notebook .jp-Cell").nth(2).locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text("# mine\n")
    wait_for(page, lambda page: "# mine\n" in cells(page)[2]["source"])
    button(page, "⟳ Regenerate").click()
    expect(page.get_by_text("edited by hand").first).to_be_visible(timeout=20_000)
    keep_screenshot(page, f"panel-conflict-{front.name}")
    assert cells(page)[2]["source"].startswith("# mine\n")
    assert len(cells(page)) == 4
    button(page, "Keep mine, insert below").click()
    wait_for(page, lambda page: len(cells(page)) == 5 and any(COLOURS[1] in source for source in review(page)))
    assert len(review(page)) == 1
    assert sum(cell["source"].startswith("# mine\n") for cell in cells(page)) == 1


def test_an_edited_cell_is_replaced_when_the_person_says_so(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), dot(2))
    page.locator(".jp-Notebook .jp-Cell").nth(2).locator(".cm-content").click()
    page.keyboard.insert_text("# mine\n")
    wait_for(page, lambda page: "# mine\n" in cells(page)[2]["source"])
    button(page, "⟳ Regenerate").click()
    button(page, "Replace it").click(timeout=20_000)
    shows(page, 2)


def test_stop_answers_while_the_model_writes(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), Answer(dot(2), hang_after=12))
    button(page, "⟳ Regenerate").click()
    expect(page.locator(".chatimg-panel")).to_contain_text("writing…", timeout=20_000)
    button(page, "■ Stop").click()
    expect(button(page, "⟳ Regenerate")).to_be_enabled(timeout=3_000)
    expect(page.locator(".chatimg-panel")).to_contain_text("stopped")
    shows(page, 1)


def test_a_deleted_cell_comes_back_by_insert(page: Page, front: Front) -> None:
    drawn(page, front, dot(1))
    page.locator(".jp-Notebook .jp-Cell").nth(2).locator(".jp-InputPrompt").click()
    page.keyboard.press("d")
    page.keyboard.press("d")
    wait_for(page, lambda page: len(cells(page)) == 3)
    button(page, "▶ Run").click()
    expect(button(page, "↓ Insert")).to_be_enabled(timeout=5_000)
    button(page, "↓ Insert").click()
    shows(page, 1)


def test_refused_code_is_inserted_only_when_the_person_says_so(page: Page, front: Front) -> None:
    drawn(page, front, dot(1))
    front.server.say("```python\nimport os\ndot = os.getcwd()\n```")
    button(page, "⟳ Regenerate").click()
    panel = page.locator(".chatimg-panel")
    expect(panel).to_contain_text("imports os, which drawings do not need", timeout=20_000)
    expect(panel).to_contain_text("the one above is another attempt's")
    expect(page.locator("figure.chatimg")).to_have_css("opacity", "0.35")
    expect(button(page, "▶ Run")).to_be_disabled()
    shows(page, 1)
    keep_screenshot(page, f"panel-refused-{front.name}")
    button(page, "↓ Insert anyway").click()
    wait_for(page, lambda page: ["import os" in source for source in review(page)] == [True])
    assert "# refused; the panel says why" in review(page)[0]
    assert len(cells(page)) == 4
    for _ in range(3):  # the answer was repaired twice
        button(page, "◀").click()
    shows(page, 1)
    expect(page.locator("figure.chatimg")).to_have_css("opacity", "1")
    expect(panel).not_to_contain_text("the one above")


def test_candidates_fill_a_contact_sheet_and_a_click_selects(page: Page, front: Front) -> None:
    answers = [Answer(dot(n), pace=0.01) for n in range(1, 5)]
    drawn(page, front, *answers, magic=MAGIC.replace("--size", "-n 4 --size"))
    sheet = page.locator(".chatimg-strip")
    expect(sheet.locator("img")).to_have_count(4)
    keep_screenshot(page, f"panel-sheet-{front.name}")
    sheet.get_by_role("option").nth(2).click()
    expect(sheet.get_by_role("option").nth(2)).to_have_attribute("aria-selected", "true", timeout=20_000)
    run_cell(page, 3)
    chosen = page.locator(".jp-Notebook .jp-Cell").nth(3).locator(".jp-OutputArea-output").inner_text()
    wait_for(page, lambda page: [chosen[1:-1] in source for source in review(page)] == [True])


def test_copy_puts_the_code_on_the_clipboard(page: Page, front: Front) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawn(page, front, dot(1))
    button(page, "❐ Copy").click()
    expect(button(page, "❐ Copied")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == review(page)[0]


def test_a_page_reloaded_while_the_model_writes_loses_nothing(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), Answer(dot(2), pace=0.05), dot(3))
    address = front.address
    asked = len(front.server.requests)
    front.saved(page)
    button(page, "⟳ Regenerate").click()
    expect(page.locator(".chatimg-panel")).to_contain_text("writing…", timeout=20_000)
    open_notebook(page, front.lab, address)
    page.wait_for_timeout(3_000)
    run_cell(page, 1)
    expect(page.locator(".chatimg-panel").last).to_contain_text("2/2", timeout=30_000)
    wait_for(page, lambda page: [COLOURS[1] in source for source in review(page)] == [True])
    assert len(front.server.requests) == asked + 1, "nobody was asked again"


def test_in_a_page_loaded_anew_the_panel_still_works_and_shows_the_picture_itself(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), dot(2))
    button(page, "⟳ Regenerate").click()
    shows(page, 2)
    address = front.address
    front.saved(page)
    open_notebook(page, front.lab, address)
    panel = page.locator(".chatimg-panel")
    expect(panel).to_contain_text("2/2", timeout=30_000)
    assert centre(page) == COLOURS[1]
    button(page, "▶ Run").click()
    wait_for(page, lambda page: bool(cells(page)[2]["execution_count"]))
    button(page, "◀").click()
    shows(page, 1)
    expect(panel).to_contain_text("1/2")
    assert centre(page) == COLOURS[0]
    keep_screenshot(page, f"panel-reloaded-{front.name}")


def test_a_notebook_closed_while_the_model_writes_keeps_the_answer(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), Answer(dot(2), pace=0.05), dot(3))
    asked = len(front.server.requests)
    front.saved(page)
    button(page, "⟳ Regenerate").click()
    expect(page.locator(".chatimg-panel")).to_contain_text("writing…", timeout=20_000)
    page.evaluate(CLOSE)
    page.wait_for_timeout(4_000)
    front.open_again(page)
    run_cell(page, 1)
    expect(page.locator(".chatimg-panel").last).to_contain_text("2/2", timeout=30_000)
    shows(page, 2)
    assert len(front.server.requests) == asked + 1, "nobody was asked again"


@pytest.mark.parametrize("theme", ["JupyterLab Dark"])
def test_the_panel_is_readable_in_the_dark(page: Page, front: Front, theme: str) -> None:
    drawn(page, front, dot(1))
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    page.wait_for_timeout(1_000)
    keep_screenshot(page, f"panel-dark-{front.name}")
    colours = page.locator(".chatimg-code").evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.body).getPropertyValue('--jp-layout-color0')]"
    )
    assert colours[0] not in ("rgb(0, 0, 0)", ""), "dark text on a dark page"
