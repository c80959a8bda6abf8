"""The panel's picture and code point at each other; film, strip and keys."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.front import Front, cells, keep_screenshot, review, run_cell, wait_for
from tests.browser.test_panel import COLOURS, SHOWN, button, dot, drawn, shows
from tests.servers.scripted import Answer

HOUSE = """```python
import numpy as np
yy, xx = np.mgrid[0:120, 0:120]
dot = np.full((120, 120, 3), (135, 200, 240), np.uint8)
walls = (yy >= 50) & (yy < 100) & (abs(xx - 60) < 30)
door = (yy >= 70) & (yy < 100) & (abs(xx - 60) < 8)
dot[walls] = (240, 225, 190)
dot[door] = (130, 80, 35)
```"""


BEYOND = """panel => [...panel.querySelectorAll('*')].filter(e => !e.closest('.chatimg-code, .chatimg-sheet')
  && e.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1).map(e => e.className)"""
"""What reaches beyond the panel's right edge."""


def lit(page: Page) -> list[str]:
    """Return the lines of code that are marked."""
    return page.locator(".chatimg-line.chatimg-on").all_inner_texts()


def dimmed(page: Page) -> float:
    """Return the share of the picture that is dimmed."""
    return float(
        page.locator(".chatimg-veil").evaluate(
            """canvas => {
                const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                return data.filter((value, at) => at % 4 === 3 && value > 0).length * 4 / data.length;
            }"""
        )
    )


def test_a_pixel_shows_its_line_and_a_line_its_pixels(page: Page, front: Front) -> None:
    drawn(page, front, HOUSE, magic="%%chatimg dot --size 120\nA house")
    picture = page.locator(".chatimg-picture")
    scale = picture.evaluate("canvas => canvas.clientWidth / canvas.width")
    assert scale == 3, "small pictures are enlarged by a whole factor"
    picture.hover(position={"x": 60.5 * scale, "y": 80.5 * scale})
    expect(page.locator(".chatimg-spot")).to_have_text("80, 60: (130, 80, 35) · line 7")
    assert lit(page) == ["dot[door] = (130, 80, 35)"]
    assert dimmed(page) == pytest.approx(1 - 30 * 15 / 120**2)
    picture.hover(position={"x": 5, "y": 5})
    expect(page.locator(".chatimg-spot")).to_have_text("1, 1: (135, 200, 240) · background")
    assert (lit(page), dimmed(page)) == ([], 0)
    page.locator(".chatimg-line", has_text="dot[walls]").hover()
    assert dimmed(page) == pytest.approx(1 - (50 * 59 - 30 * 15) / 120**2)
    page.locator(".chatimg-line", has_text="dot[walls]").click()
    page.mouse.move(2, 2)
    assert lit(page) == ["dot[walls] = (240, 225, 190)"], "a click pins it"
    keep_screenshot(page, f"panel-pinned-{front.name}")


def test_with_the_keys_alone_one_walks_through_code_and_film(page: Page, front: Front) -> None:
    drawn(page, front, HOUSE, magic="%%chatimg dot --size 120\nA house")
    code = page.locator(".chatimg-code")
    for line in ("dot[walls]", "dot[door]", "dot[door]"):
        code.press("ArrowDown")
        assert [text.split(" =")[0] for text in lit(page)] == [line]
    code.press("Escape")
    assert lit(page) == []
    slider = page.get_by_role("slider")
    slider.focus()
    for step, centre_ in ((1, "(240, 225, 190)"), (0, "(135, 200, 240)")):
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".chatimg-step")).to_have_text(f"{step} of 2")
        page.locator(".chatimg-picture").hover(position={"x": 180, "y": 240})
        assert page.locator(".chatimg-spot").inner_text().split(": ")[1].startswith(centre_)
    page.locator(".chatimg-play").click()
    expect(page.locator(".chatimg-step")).to_have_text("2 of 2", timeout=10_000)
    stage = page.locator(".chatimg-stage")
    stage.focus()
    for _ in range(8):
        page.keyboard.press("+")
    expect(page.locator(".chatimg-grid")).to_have_count(1)
    page.keyboard.press("0")
    expect(page.locator(".chatimg-grid")).to_have_count(0)
    assert len(cells(page)) == 4, "no key reached the notebook"


def test_the_strip_selects_and_the_button_compares(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), dot(2), dot(3))
    assert page.locator(".chatimg-strip").is_hidden()
    for number in (2, 3):
        button(page, "⟳ Regenerate").click()
        expect(page.locator(".chatimg-place")).to_have_text(f"{number}/{number}", timeout=20_000)
    tiles = page.locator(".chatimg-tile")
    expect(tiles.locator("img")).to_have_count(3)
    tiles.first.click()
    shows(page, 1)
    expect(button(page, "◐ Compare")).to_be_disabled()
    expect(tiles.first).to_be_focused()
    tiles.first.press("ArrowRight")
    shows(page, 2)
    expect(tiles.nth(1)).to_have_attribute("aria-selected", "true")
    middle = "canvas => [...canvas.getContext('2d').getImageData(48, 48, 1, 1).data].slice(0, 3).join(', ')"
    picture = page.locator(".chatimg-picture")
    wait_for(page, lambda _: f"({picture.evaluate(middle)})" == COLOURS[1])
    button(page, "◐ Compare").hover()
    page.mouse.down()
    assert f"({picture.evaluate(middle)})" == COLOURS[0]
    page.mouse.up()
    assert f"({picture.evaluate(middle)})" == COLOURS[1]
    keep_screenshot(page, f"panel-strip-{front.name}")


def test_after_an_equal_answer_one_points_as_before(page: Page, front: Front) -> None:
    drawn(page, front, dot(1), Answer(dot(1), pace=0.02))
    button(page, "⟳ Regenerate").click()
    expect(page.locator(".chatimg-place")).to_have_text("2/2", timeout=20_000)
    expect(page.locator(".chatimg-live")).to_be_empty()
    page.locator(SHOWN).hover()
    expect(page.locator(".chatimg-spot")).to_contain_text("(200, 30, 30) · line")
    assert len(lit(page)) == 1


def test_on_a_narrow_page_the_code_stands_below(page: Page, front: Front) -> None:
    page.set_viewport_size({"width": 620, "height": 900})
    drawn(page, front, HOUSE, magic="%%chatimg dot --size 120\nA house")
    picture, code = page.locator(".chatimg-stage").bounding_box(), page.locator(".chatimg-code").bounding_box()
    assert picture
    assert code
    assert code["y"] >= picture["y"] + picture["height"]
    panel = page.locator(".chatimg-panel")
    page.wait_for_timeout(300)
    assert panel.evaluate(BEYOND) == []
    keep_screenshot(page, f"panel-narrow-{front.name}")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_no_fault_in_the_panel(page: Page, front: Front, theme: str) -> None:
    drawn(page, front, HOUSE, HOUSE.replace("130, 80, 35", "30, 30, 30"), magic="%%chatimg dot --size 120\nA house")
    button(page, "⟳ Regenerate").click()
    expect(page.locator(".chatimg-place")).to_have_text("2/2", timeout=20_000)
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    page.wait_for_timeout(1_000)
    page.locator(".chatimg-panel summary").press("Enter")  # a click would wait until the new theme has settled
    found = Axe().run(page, ".chatimg-panel")
    assert found.violations_count == 0, found.generate_report()


def test_two_panels_do_not_disturb_each_other(page: Page, front: Front) -> None:
    front.server.say(dot(1), dot(2), dot(3))
    front.open(
        page, "%load_ext chatimg_magic", "%%chatimg dot --size 96\nA dot", "%%chatimg dot --size 96\nAnother dot"
    )
    run_cell(page, 0)
    run_cell(page, 1)
    wait_for(page, lambda page: len(review(page)) == 1)
    run_cell(page, 3)
    panels = page.locator(".chatimg-panel")
    expect(panels).to_have_count(2, timeout=20_000)
    panels.nth(1).get_by_role("button", name="⟳ Regenerate").click()
    expect(panels.nth(1).locator(".chatimg-place")).to_have_text("2/2", timeout=20_000)
    expect(panels.nth(0).locator(".chatimg-place")).to_have_text("1/1")
    panels.nth(0).locator(SHOWN).hover()
    assert panels.nth(0).locator(".chatimg-on").count() == 1
    assert panels.nth(1).locator(".chatimg-on").count() == 0


def test_a_notebook_saved_with_its_widgets_points_without_its_kernel(page: Page, front: Front) -> None:
    drawn(page, front, HOUSE, magic="%%chatimg dot --size 120\nA house")
    page.evaluate("() => jupyterapp.commands.execute('@jupyter-widgets/jupyterlab-manager:saveWidgetState')")
    front.saved(page)
    front.open_copy(page)
    expect(page.locator(SHOWN)).to_be_visible(timeout=30_000)
    picture = page.locator(".chatimg-picture")
    picture.hover(position={"x": 60.5 * 3, "y": 80.5 * 3})
    expect(page.locator(".chatimg-spot")).to_have_text("80, 60: (130, 80, 35) · line 7")
    assert lit(page) == ["dot[door] = (130, 80, 35)"]
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".chatimg-step")).to_have_text("1 of 2")
    expect(button(page, "⟳ Regenerate")).to_be_disabled()
    expect(button(page, "❐ Copy")).to_be_enabled()
    expect(page.locator(".chatimg-panel")).to_contain_text("run its cell again")
    keep_screenshot(page, f"panel-without-kernel-{front.name}")
