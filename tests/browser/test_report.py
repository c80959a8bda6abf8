"""The benchmark's report in a browser, opened as a file: alone, light and dark, one click from any picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, Request, expect

from chatimg_magic.bench.page import page as page_of
from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.runs import Run
from tests.browser.front import keep_screenshot
from tests.test_bench_kept import FULL, results

EVIL = "<script>document.title = 'hacked'</script><img src=x onerror=\"document.title='hacked'\">"
STAGES = [stage for stage in Stage if stage is not Stage.ERROR]


def made(folder: Path) -> str:
    """Write a report with pictures and without, hostile words among them; return its address."""
    pixels = np.full((64, 96, 3), 255, np.uint8)
    pixels[16:48, 30:60] = (220, 40, 40)
    Image.fromarray(pixels).save(folder / "red.png")
    mine = [_sample(number) for number in range(12)]
    runs = [
        Run("mine", "127.0.0.1:8000", tuple(mine), 1, folder),
        Run(f"{EVIL} with a name that is long enough for several lines", EVIL, tuple(results("m", 6)), 0, None),
    ]
    path = folder / "report.html"
    path.write_text(page_of(runs), encoding="utf-8", errors="replace")
    return path.as_uri()


def _sample(number: int) -> Sample:
    stage = STAGES[number % len(STAGES)]
    return replace(
        FULL,
        spec=f"s{number}",
        level=1 + number // 4,
        stage=stage,
        failed=(f"overlap: 0.{number}, at least 0.9 {EVIL}",) if stage is Stage.WRONG else (),
        picture="red.png" if stage.drawn else "",
        code=f"# {EVIL}\n" + "a = 1  # a line that is much longer than the page is wide " * 6,
    )


def opened(page: Page, folder: Path, scheme: str) -> list[str]:
    """Open the report; return what is asked for besides, as it grows."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("data:"):
            asked.append(request.url)

    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.on("request", note)
    page.goto(made(folder))
    return asked


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_needs_nothing_else_and_axe_finds_no_fault_in_it(page: Page, tmp_path: Path, scheme: str) -> None:
    asked = opened(page, tmp_path, scheme)
    expect(page).to_have_title("Can a model draw?")
    wrong = page.locator(".tile.wrong", has_text="at least 0.9")
    expect(wrong.first.locator("li").first).to_be_hidden()
    wrong.first.locator("summary").click()
    expect(wrong.first.locator("li").first).to_contain_text(EVIL)
    wrong.first.locator("summary").press("Tab")
    page.locator(".bare .tile.wrong summary").first.press("Enter")
    expect(page.locator(".bare .tile.wrong li").first).to_be_visible()
    keep_screenshot(page, f"report-{scheme}")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(paper) < 60) if scheme == "dark" else (min(paper) > 240)
    shown = page.evaluate("[...document.querySelectorAll('figure img')].map(image => image.currentSrc)")
    given = page.evaluate("[...document.querySelectorAll('figure img')].map(image => image.src)")
    assert len(shown) == 4
    assert [one == two for one, two in zip(shown, given, strict=True)] == [scheme == "light"] * 4
    assert page.evaluate("[...document.images].every(image => image.loading === 'lazy' || image.naturalWidth > 0)")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    expect(page).to_have_title("Can a model draw?")
    assert asked == [page.url]


def test_only_what_is_not_right_is_shown_if_asked_for(page: Page, tmp_path: Path) -> None:
    opened(page, tmp_path, "light")
    right, wrong = page.locator(".tile.right:visible"), page.locator(".tile.wrong:visible")
    before = wrong.count()
    assert (right.count(), before) == (8, 14)
    page.get_by_label("only what is not right").check()
    expect(right).to_have_count(0)
    expect(wrong).to_have_count(before)


@pytest.mark.parametrize("width", [360, 620, 1280])
def test_nothing_stands_out_of_the_page(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, tmp_path, "light")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    tile = page.locator(".tile.wrong").first
    picture, told = tile.locator("summary").bounding_box(), tile.locator(".told").bounding_box()
    assert picture
    assert told
    beside = told["x"] >= picture["x"] + picture["width"] - 1
    assert beside == (width > 700)
