"""Whether memory stays flat: many regenerations of one drawing.

Run ``python -m tests.benchmarks.soak`` for a panel in a real browser with a real kernel: a line each 20 with the page's
heap after a collection, its elements, the kernel's resident memory, descriptors and threads, and the bytes of the
notebook. ``--regenerations 1000`` needs no browser: one kernel, asked through the panel's own messages, or with
``--cell`` by running the cell with ``--fresh`` again and again; it fails if memory grows by more than 5 % after the
100th, or anything is left. One reading of memory may differ from the next by that much, so three are averaged.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.answers import disc
from tests.kernels import Kernel, started_kernel
from tests.servers.scripted import ScriptedServer

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

EVERY = 20
SETTLED = 100
"""Regenerations until all that is kept of them is there."""
GROWTH = 0.05
CLOSING = 11.0
"""Seconds: ipykernel looks every ten for pipes of threads that have ended."""
CELL = "%%chatimg dot --size 256\nA dot"
AGAIN = CELL.replace("256", "256 --fresh")
HELD = """
import json
from chatimg_magic.session import current
import ipywidgets
held = current().panels["c1"]
state = held.view.get_state()
size = sum(len(v) for v in state.values() if isinstance(v, bytes))
size += sum(len(v) for name in ("film", "thumbs") for v in state[name])
size += len(json.dumps([state["state"], state["lines"]]))
import threading
pool = sum(thread.name.startswith("asyncio_") for thread in threading.enumerate())
print(json.dumps([pool, size, len(ipywidgets.widget._instances)]))
"""


@dataclass(frozen=True)
class Held:
    """What a kernel holds after some regenerations.

    Attributes
    ----------
    megabytes, files, threads : of its process: resident memory, open descriptors, threads but asyncio's pool of up to
        six.
    panel, widgets : kilobytes of the panel's state, and how many widgets there are.
    """

    megabytes: float
    files: int
    threads: int
    panel: float
    widgets: int


def answers(count: int) -> list[str]:
    """Return so many answers that differ."""
    return [disc("dot", 256, 256).replace("200, 30, 30", f"{n % 200}, {n // 200}, 30") for n in range(count)]


def heap(page: Page, session: CDPSession) -> tuple[float, int]:
    """Return the page's JavaScript heap in MB after a collection, and how many elements it holds."""
    session.send("HeapProfiler.collectGarbage")
    used = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}
    return used["JSHeapUsedSize"] / 1e6, int(used["Nodes"])


def kernel_state(pid: int) -> tuple[float, int, int]:
    """Return a process's resident memory in MB, its open descriptors and its threads."""
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line)
    return int(status["VmRSS"].split()[0]) / 1e3, len(list(Path(f"/proc/{pid}/fd").iterdir())), int(status["Threads"])


def by_panel(kernel: Kernel, number: int) -> None:
    """Regenerate as a click does."""
    panel = kernel.run("print(panel().view.model_id)").text["stdout"].strip()
    kernel.send_widget(panel, {"method": "custom", "content": {"do": "again"}})
    done = kernel.run("while panel()._busy: time.sleep(0.01)\nprint(len(panel().drawing.attempts))", timeout=120)
    assert done.text["stdout"] == f"{number + 1}\n", done


def by_cell(kernel: Kernel, number: int) -> None:
    """Regenerate by running the cell again."""
    done = kernel.run(AGAIN, cell="c1", timeout=120)
    assert done.status == "ok", (number, done.error)


def in_kernel(rounds: int, again: Callable[[Kernel, int], None]) -> list[Held]:
    """Regenerate in one kernel without a browser, and print; returns a row of each hundred."""
    server, rows = ScriptedServer(), []
    columns = ("pictures", "kernel MB", "files", "threads", "panel kB", "widgets")
    print("".join(f"{column:>11}" for column in columns))
    with tempfile.TemporaryDirectory(prefix="chatimg-soak-") as store:
        environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "CHATIMG_STORE": store}
        server.say(*answers(rounds + 1))
        try:
            with started_kernel(**environment) as kernel:
                kernel.run("%load_ext chatimg_magic")
                kernel.run("from zmq.utils.garbage import gc; gc.start()")  # as the first large message does
                kernel.run(
                    "import time; from chatimg_magic.session import current; panel = lambda: current().panels['c1']"
                )
                assert kernel.run(CELL, cell="c1", timeout=120).status == "ok"
                for number in range(1, rounds + 1):
                    again(kernel, number)
                    if number in (EVERY, rounds) or number % SETTLED == 0:
                        rows.append(held(kernel))
                        row = rows[-1]
                        numbers = (row.files, row.threads, f"{row.panel:.1f}", row.widgets)
                        print("".join(f"{v:>11}" for v in (number, f"{row.megabytes:.1f}", *numbers)), flush=True)
        finally:
            server.close()
    return rows


def held(kernel: Kernel) -> Held:
    """Return what a kernel holds, once it has closed what it sent to its front end through threads that have ended."""
    time.sleep(CLOSING)
    pool, size, widgets = json.loads(kernel.run(HELD).text["stdout"])
    megabytes, files, threads = kernel_state(kernel.manager.provisioner.pid)  # type: ignore[union-attr]
    return Held(megabytes, files, threads - pool, size / 1e3, widgets)


def wrong(rows: list[Held]) -> list[str]:
    """Say what has grown since the hundredth regeneration."""
    settled, last = rows[1], rows[-1]
    early, late = (sum(row.megabytes for row in part) / len(part) for part in (rows[1:4], rows[-3:]))
    grown = {name: getattr(last, name) - getattr(settled, name) for name in ("files", "threads", "widgets")}
    spared = {"files": 1}  # the journal of IPython's history comes and goes
    found = [f"{count} more {name}" for name, count in grown.items() if count > spared.get(name, 0)]
    growth = late / early - 1
    print(f"memory, the last three of these against the three from the {SETTLED}th on: {growth:+.1%}")
    return [*found, *([f"{growth:.1%} more memory"] if growth > GROWTH else [])]


def in_browser(rounds: int) -> None:
    """Regenerate in a panel in a browser, and print."""
    from playwright.sync_api import sync_playwright

    from tests.browser.front import CHROMIUM, FLAGS, JUPYTERLAB, Front, cells, run_cell, started

    home, server = Path(tempfile.mkdtemp(prefix="chatimg-soak-")), ScriptedServer()
    environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "CHATIMG_STORE": str(home / "store")}
    with started(JUPYTERLAB, home, **environment) as lab, sync_playwright() as playwright:
        front = Front(lab, server)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        server.say(*answers(rounds + 2))
        front.open(page, "import os; os.getpid()", "%load_ext chatimg_magic", CELL)
        for index in range(3):
            run_cell(page, index)
        page.wait_for_selector(".chatimg-panel")
        pid = int(cells(page)[0]["outputs"][0]["data"]["text/plain"])
        print(
            f"{'pictures':>9}{'page MB':>9}{'nodes':>8}{'kernel MB':>11}{'files':>7}{'threads':>9}{'notebook kB':>13}"
        )
        for number in range(1, rounds + 1):
            page.locator("[data-do=again]:enabled").click()
            page.wait_for_function(
                "n => document.querySelector('.chatimg-place').textContent === `${n}/${n}`", arg=number + 1
            )
            if number % EVERY == 0:
                front.saved(page)
                page.wait_for_timeout(500)
                kilobytes = (lab.folder / "n1.ipynb").stat().st_size / 1e3
                megabytes, nodes = heap(page, session)
                resident, files, threads = kernel_state(pid)
                row = (number, f"{megabytes:.1f}", nodes, f"{resident:.1f}", files, threads, f"{kilobytes:.1f}")
                print("".join(f"{value:>10}" for value in row), flush=True)
        browser.close()
        front.close()


def main() -> None:
    """Regenerate again and again, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="in the browser")
    parser.add_argument("--regenerations", type=int, metavar="N", help="without a browser")
    parser.add_argument("--cell", action="store_true", help="run the cell again instead of clicking in its panel")
    options = parser.parse_args()
    if options.regenerations is None:
        in_browser(options.rounds)
    elif found := wrong(in_kernel(options.regenerations, by_cell if options.cell else by_panel)):
        sys.exit("; ".join(found))


if __name__ == "__main__":
    main()
