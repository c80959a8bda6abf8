"""Whether memory stays flat: many regenerations in one panel, in a real browser with a real kernel.

Run ``python -m tests.benchmarks.soak``. A line each 20: the page's heap after a collection, its elements, the kernel's
resident memory, descriptors and threads, and the bytes of the notebook.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.answers import disc
from tests.browser.front import CHROMIUM, FLAGS, JUPYTERLAB, Front, cells, run_cell, started
from tests.servers.scripted import ScriptedServer

EVERY = 20


def heap(page: Page, session: CDPSession) -> tuple[float, int]:
    """Return the page's JavaScript heap in MB after a collection, and how many elements it holds."""
    session.send("HeapProfiler.collectGarbage")
    used = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}
    return used["JSHeapUsedSize"] / 1e6, int(used["Nodes"])


def kernel_state(pid: int) -> tuple[float, int, int]:
    """Return a process's resident memory in MB, its open descriptors and its threads."""
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line)
    return int(status["VmRSS"].split()[0]) / 1e3, len(list(Path(f"/proc/{pid}/fd").iterdir())), int(status["Threads"])


def main() -> None:
    """Regenerate again and again, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    home, server = Path(tempfile.mkdtemp(prefix="chatimg-soak-")), ScriptedServer()
    answer = disc("dot", 256, 256)
    environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "CHATIMG_STORE": str(home / "store")}
    with started(JUPYTERLAB, home, **environment) as lab, sync_playwright() as playwright:
        front = Front(lab, server)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        server.say(*(answer.replace("200, 30, 30", f"{n % 200}, {n // 200}, 30") for n in range(rounds + 2)))
        front.open(page, "import os; os.getpid()", "%load_ext chatimg_magic", "%%chatimg dot --size 256\nA dot")
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


if __name__ == "__main__":
    main()
