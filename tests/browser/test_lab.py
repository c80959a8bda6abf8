"""The way a person uses it: JupyterLab in a browser."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

from tests.answers import SQUARE
from tests.browser.front import JUPYTERLAB, Front, cell, idle, keep_screenshot, open_notebook, run_cell, wait_for
from tests.servers.scripted import Answer

pytestmark = pytest.mark.parametrize("running", [JUPYTERLAB], ids=["jupyterlab"], indirect=True)
MAGIC = "%%chatimg square --size 200 --mode gray\nA white square in the middle of a black background"


def test_typing_the_magic_shows_the_picture_and_inserts_the_code(page: Page, front: Front) -> None:
    front.server.say(Answer(SQUARE, pace=0.02))
    asked = len(front.server.requests)
    front.open(page, "%load_ext chatimg_magic", "")
    run_cell(page, 0)
    cell(page, 1).locator(".cm-content").click()
    page.keyboard.insert_text(MAGIC)
    page.keyboard.press("Shift+Enter")
    status = cell(page, 1).locator(".jp-RenderedHTML small")
    expect(status).to_contain_text("scripted-1", timeout=20_000)
    picture = cell(page, 1).locator(".chatimg-picture")
    expect(picture).to_be_visible(timeout=30_000)
    expect(picture).to_have_attribute("aria-label", "A white square in the middle of a black background")
    assert picture.evaluate("canvas => [canvas.width, canvas.height, canvas.clientWidth]") == [200, 200, 200]
    expect(cell(page, 1).locator(".chatimg-status")).to_contain_text("isolated")
    expect(cell(page, 1).locator("figure.chatimg")).to_be_hidden()
    expect(status).to_have_count(0)
    review = cell(page, 2)
    expect(review.locator(".cm-content")).to_contain_text("drawn by scripted-1, attempt 1")
    keep_screenshot(page, "lab-square")
    run_cell(page, 2)
    expect(review.locator(".jp-OutputArea-output img")).to_be_visible(timeout=20_000)
    run_cell(page, 1)
    expect(cell(page, 1).locator(".chatimg-status")).to_contain_text("nobody was asked", timeout=20_000)
    assert page.locator(".jp-Notebook .jp-Cell-inputWrapper").count() == 4, "the last empty cell is Lab's own"
    assert len(front.server.requests) == asked + 1
    keep_screenshot(page, "lab-square-again")


def test_the_picture_survives_saving_and_reopening(page: Page, front: Front) -> None:
    front.server.say(SQUARE)
    front.open(page, "%load_ext chatimg_magic", MAGIC)
    run_cell(page, 0)
    run_cell(page, 1)
    expect(cell(page, 1).locator(".chatimg-picture")).to_be_visible(timeout=30_000)
    saved = new_notebook(cells=front.saved(page))
    assert "writing…" not in str(saved)
    saved.cells.append(new_code_cell("'somebody else changed this notebook: its outputs are not trusted'"))
    open_notebook(page, front.lab, front.lab.keep("untrusted.ipynb", saved))
    picture = cell(page, 1).locator(".jp-OutputArea-output img")
    expect(picture).to_be_visible(timeout=60_000)
    assert picture.evaluate("img => img.naturalWidth") == 200
    keep_screenshot(page, "lab-reopened")


def test_tab_completes_the_first_line_and_leaves_the_description_alone(page: Page, front: Front) -> None:
    front.open(page, "%load_ext chatimg_magic\nsquared = 1", "")
    run_cell(page, 0)
    wait_for(page, idle)
    cell(page, 1).locator(".cm-content").click()
    page.keyboard.insert_text("%%chatimg --m")
    page.keyboard.press("Tab")
    offered = page.locator(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-match")
    expect(offered).to_have_text(["--mode", "--model"], timeout=20_000)
    keep_screenshot(page, "lab-tab")
    page.keyboard.press("Enter")
    expect(cell(page, 1).locator(".cm-line").first).to_have_text("%%chatimg --mode")
    page.keyboard.insert_text(" gray\na white squar")
    page.keyboard.press("Tab")
    page.wait_for_timeout(2000)
    expect(offered).to_have_count(0)
    expect(cell(page, 1).locator(".cm-line").last).to_have_text("a white squar")
