"""How long from a click to the changed cell, in a real browser, and how many bytes a live update takes.

Run ``python -m tests.benchmarks.panel``, with ``--notebook`` for Notebook 7. The time is compared with that of a bare
ipywidgets button whose callback sets a label, in the same notebook: what is above it is ours.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.answers import disc
from tests.browser.front import FLAGS, JUPYTERLAB, NOTEBOOK, open_notebook, run_cell, started
from tests.servers.scripted import Answer, ScriptedServer

MAGIC = "%%chatimg dot --size 256\nA dot"
BARE = """\
import ipywidgets
label, button = ipywidgets.Label("0"), ipywidgets.Button(description="bare")
button.on_click(lambda _: setattr(label, "value", str(int(label.value) + 1)))
ipywidgets.HBox([button, label])"""

CLICK = """async ([name, what]) => {
  const read = {
    cell: () => jupyterapp.shell.currentWidget.content.model.toJSON().cells[3].source,
    label: () => document.querySelector('.widget-label').textContent,
  }[what];
  const before = read();
  const buttons = [...document.querySelectorAll('.chatimg-bar button, .jupyter-button')];
  const button = buttons.find(b => b.textContent.trim() === name && !b.disabled);
  const began = performance.now();
  button.click();
  while (read() === before && performance.now() - began < 5000) await new Promise(done => setTimeout(done, 0));
  return performance.now() - began;
}"""

AGAIN = """async () => {
  const panel = document.querySelector('.chatimg-panel'), canvas = panel.querySelector('.chatimg-picture');
  const source = () => jupyterapp.shell.currentWidget.content.model.toJSON().cells[3].source;
  const middle = () => canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data.join();
  const before = [source(), middle()], began = performance.now();
  panel.querySelector('[data-do=again]').click();
  const same = () => source() === before[0] || middle() === before[1];
  while (same() && performance.now() - began < 5000) await new Promise(done => setTimeout(done, 0));
  return performance.now() - began;
}"""

POINT = """() => {
  const canvas = document.querySelector('.chatimg-picture'), box = canvas.getBoundingClientRect(), times = [];
  for (let round = 0; round < 40; round++) {
    const part = round % 2 ? 0.5 : 0.01;  // the dot, and the ground
    const event = new PointerEvent('pointermove', {
      bubbles: true, clientX: box.left + part * box.width, clientY: box.top + part * box.height });
    const began = performance.now();
    canvas.dispatchEvent(event);
    times.push(performance.now() - began);
    if (Boolean(document.querySelector('.chatimg-on')) !== Boolean(round % 2)) throw new Error('not marked');
  }
  return times.slice(10);
}"""


def clicks(page: Page, names: tuple[str, str], what: str, rounds: int) -> list[float]:
    """Click in turn and return the milliseconds until what was clicked for has changed."""
    times = []
    for number in range(rounds):
        times.append(page.evaluate(CLICK, [names[number % 2], what]))
        page.wait_for_timeout(400)
    return times


def regenerations(page: Page, rounds: int, near: bool) -> list[float]:
    """Ask again and again; ``near``: the pointer comes before the click, as a person's does."""
    times = []
    for _ in range(rounds):
        page.mouse.move(2, 2)
        page.wait_for_timeout(400)
        if near:
            page.locator(".chatimg-bar").hover()
            page.wait_for_timeout(500)
        times.append(page.evaluate(AGAIN))
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--notebook", action="store_true")
    options = parser.parse_args()
    server = ScriptedServer()
    home = Path(tempfile.mkdtemp(prefix="chatimg-bench-"))
    answer = disc("dot", 256, 256)
    server.say(answer, Answer(answer.replace("200, 30, 30", "30, 30, 200"), pace=0.03))
    sizes: list[int] = []
    environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "CHATIMG_STORE": str(home / "store")}
    with (
        started(NOTEBOOK if options.notebook else JUPYTERLAB, home, **environment) as lab,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()

        def weigh(payload: str | bytes) -> None:
            if len(payload) > 0 and (b"writing" in payload if isinstance(payload, bytes) else "writing" in payload):
                sizes.append(len(payload))

        page.on("websocket", lambda socket: socket.on("framereceived", weigh))
        open_notebook(page, lab, lab.notebook("bench.ipynb", "%load_ext chatimg_magic", BARE, MAGIC))
        for index in range(3):
            run_cell(page, index)
        page.wait_for_selector(".chatimg-panel")
        page.wait_for_timeout(1500)
        bare = clicks(page, ("bare", "bare"), "label", options.rounds)
        page.get_by_role("button", name="⟳ Regenerate").click()
        page.wait_for_function(
            "() => document.querySelector('.chatimg-panel').textContent.includes('2/2')", timeout=60_000
        )
        page.wait_for_timeout(1500)
        ours = clicks(page, ("◀", "▶"), "cell", options.rounds)
        pointing = page.evaluate(POINT)
        server.say(*(answer.replace("200, 30, 30", f"{number}, 90, 30") for number in range(2 * options.rounds)))
        cold, warm = (regenerations(page, options.rounds, near) for near in (False, True))
        browser.close()
    server.close()
    median = statistics.median(bare)
    print(f"{'from a click to …':<40}{'median ms':>10}{'ratio':>8}")
    print(f"{'a label, set by a bare widget callback':<40}{median:>10.1f}{1:>8.2f}")
    print(f"{'the changed review cell':<40}{statistics.median(ours):>10.1f}{statistics.median(ours) / median:>8.2f}")
    print(f"{'from the pointer to the marked line':<40}{statistics.median(pointing):>10.1f}")
    print(f"{'Regenerate: new cell and picture':<40}{statistics.median(cold):>10.1f}")
    print(f"{'the same, the pointer there before':<40}{statistics.median(warm):>10.1f}")
    if sizes:
        print(f"bytes of a live update: median {statistics.median(sizes):,.0f}, largest {max(sizes):,}")


if __name__ == "__main__":
    main()
