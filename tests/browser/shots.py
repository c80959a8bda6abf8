"""The README's pictures, taken from a real browser.

Run ``python -m tests.browser.shots FOLDER``. A scripted model answers; what is seen is otherwise what a person sees.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from tests.browser.front import CHROMIUM, FLAGS, JUPYTERLAB, Front, cell, run_cell, started
from tests.servers.scripted import Answer, ScriptedServer

WIDE, HIGH = 1180, 900
WORDS = "A house with a red roof on green grass under a blue sky"
HOUSE = """```python
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
house = np.full((H, W, 3), {sky}, dtype=np.uint8)  # sky
cx, top, foot = (W - 1) / 2, {top}, {top} + 80  # of the walls
grass = yy >= 176
walls = (yy >= top) & (yy < foot) & (abs(xx - cx) < {half})
roof = (yy >= top - 54) & (yy < top) & (abs(xx - cx) <= (yy - top + 54) * {slope})
door = (yy >= foot - 34) & (yy < foot) & (abs(xx - cx) < 12)
house[grass] = (30, 150, 50)  # green
house[walls] = {wall}
house[roof] = {roof}  # red
house[door] = (130, 80, 35)  # brown
for side in (-1, 1):  # two windows
    window = (abs(yy - top - 28) < 12) & (abs(xx - cx - side * 33) < 12)
    house[window] = (0, 220, 230)  # cyan
```"""
LOOKS = (
    ((135, 200, 240), 118, 59, 1.25, (240, 225, 190), (220, 30, 30)),
    ((90, 150, 235), 124, 52, 1.1, (255, 255, 255), (200, 20, 20)),
    ((150, 215, 250), 112, 64, 1.4, (255, 220, 120), (170, 20, 30)),
    ((120, 190, 255), 120, 56, 1.2, (250, 200, 170), (230, 50, 40)),
)


def house(look: int) -> str:
    """Answer with one of several houses."""
    return HOUSE.format(**dict(zip(("sky", "top", "half", "slope", "wall", "roof"), LOOKS[look], strict=True)))


def shot(page: Page, *parts: Locator) -> Image.Image:
    """Take a picture of the page from the first part to the end of the last."""
    page.set_viewport_size({"width": WIDE, "height": 2 * HIGH})
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
    page.wait_for_timeout(500)
    boxes = [part.bounding_box() for part in parts]
    assert all(boxes)
    top, end = min(box["y"] for box in boxes if box), max(box["y"] + box["height"] for box in boxes if box)
    clip = {"x": 60.0, "y": top - 4, "width": WIDE - 100.0, "height": end - top + 8}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip)))  # type: ignore[arg-type]
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    return picture.convert("RGB").quantize(200)


def tour(page: Page, front: Front) -> list[tuple[Image.Image, int]]:
    """Type, watch it grow, point, regenerate; return pictures and how many milliseconds each is shown."""
    front.server.say(Answer(house(0), pace=0.035), Answer(house(2), pace=0.02))
    front.open(page, "%load_ext chatimg_magic", "")
    run_cell(page, 0)
    film: list[tuple[Image.Image, int]] = []

    def frame(milliseconds: int) -> None:
        clip = {"x": 60.0, "y": 85.0, "width": WIDE - 100.0, "height": HIGH - 330.0}
        film.append((Image.open(io.BytesIO(page.screenshot(clip=clip))), milliseconds))  # type: ignore[arg-type]

    cell(page, 1).locator(".cm-content").click()
    for piece in ("%%chatimg house\n", *(f"{word} " for word in WORDS.split())):
        page.keyboard.insert_text(piece)
        frame(130)
    page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(700)
    while not page.locator(".chatimg-panel").count():
        frame(150)
        page.wait_for_timeout(150)
    page.locator(".chatimg-picture").wait_for()
    page.wait_for_timeout(500)
    frame(900)
    picture = page.locator(".chatimg-picture").bounding_box()
    assert picture
    for right, down in ((0.5, 0.36), (0.5, 0.7), (0.63, 0.56), (0.2, 0.85)):
        page.mouse.move(picture["x"] + right * picture["width"], picture["y"] + down * picture["height"], steps=4)
        page.wait_for_timeout(150)
        frame(1100)
    page.get_by_role("button", name="⟳ Regenerate").click()
    for _ in range(40):
        page.wait_for_timeout(120)
        frame(140)
        if page.locator(".chatimg-place").inner_text() == "2/2":
            break
    page.wait_for_timeout(500)
    frame(2500)
    return film


def main() -> None:
    """Take all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    home, server = Path(tempfile.mkdtemp(prefix="chatimg-shots-")), ScriptedServer()
    environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "CHATIMG_STORE": str(home / "drawings")}
    with started(JUPYTERLAB, home, **environment) as lab, sync_playwright() as playwright:
        front = Front(lab, server)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
        film = tour(page, front)
        small = [
            picture.resize((picture.width * 3 // 4, picture.height * 3 // 4), 1).quantize(128) for picture, _ in film
        ]
        times = [milliseconds for _, milliseconds in film]
        small[0].save(
            folder / "tour.gif", save_all=True, append_images=small[1:], duration=times, loop=0, optimize=True
        )

        server.say(*(house(n) for n in range(4)))
        front.open(page, "%load_ext chatimg_magic", f"%%chatimg house -n 4\n{WORDS}")
        run_cell(page, 0)
        run_cell(page, 1)
        page.locator(".chatimg-strip").wait_for(timeout=30_000)
        page.wait_for_timeout(1000)
        page.locator(".chatimg-picture").hover(position={"x": 128, "y": 92})
        shot(page, cell(page, 1)).save(folder / "panel.png", optimize=True)

        server.say(house(0), house(1))
        front.open(page, "%load_ext chatimg_magic", f"%%chatimg house\n{WORDS}, please")
        run_cell(page, 0)
        run_cell(page, 1)
        page.locator(".chatimg-picture").wait_for(timeout=30_000)
        cell(page, 2).locator(".cm-content").click()
        page.keyboard.press("Control+Home")
        page.keyboard.insert_text("# I changed this\n")
        page.get_by_role("button", name="⟳ Regenerate").click()
        page.get_by_text("edited by hand").wait_for(timeout=20_000)
        shot(page, cell(page, 1)).save(folder / "conflict.png", optimize=True)
        browser.close()
        front.close()


if __name__ == "__main__":
    main()
