"""How long stopping takes, at every stage, against the interrupt of a bare cell in the same kernel.

Run ``python -m tests.benchmarks.stopping``.
"""

from __future__ import annotations

import statistics
import tempfile
import time

from tests.answers import SQUARE, disc, program
from tests.kernels import Kernel, started_kernel
from tests.servers.scripted import Answer, ScriptedServer

CELL = "%%chatimg square --size 200 --mode gray --fresh\nA white square"
RUNS_LONG = program("square = np.zeros((200, 200), np.uint8)\nwhile not square.any():\n    pass")
INTERRUPTED = {
    "before the first word": Answer(SQUARE, delay=30),
    "while the answer is written": Answer(SQUARE, hang_after=20),
    "while the code runs": Answer(RUNS_LONG),
}
AFTER = 1.0
WAIT = "import time\nbegan = time.monotonic()\nwhile {}: time.sleep(0.001)\nprint(time.monotonic() - began)"


def interrupt(kernel: Kernel, code: str) -> float:
    """Run a cell, press ■ after a second, and return the milliseconds until the kernel is idle."""
    done = kernel.run(code, cell="c1", interrupt_after=AFTER)
    assert done.error_name == "KeyboardInterrupt", done
    return 1000 * (done.seconds - AFTER)


def stop(kernel: Kernel) -> float:
    """Regenerate, click the panel's Stop while the answer is written, and return the milliseconds until it is idle."""
    panel = kernel.run("print(panel().view.model_id)").text["stdout"].strip()
    kernel.send_widget(panel, {"method": "custom", "content": {"do": "again"}})
    kernel.until("'writing' in panel().view.live")
    began = time.monotonic()
    kernel.send_widget(panel, {"method": "custom", "content": {"do": "stop"}})
    kernel.run(WAIT.format("panel()._busy"))
    return 1000 * (time.monotonic() - began)


def nothing(kernel: Kernel) -> float:
    """Ask the kernel what :func:`stop` asks it, without a click."""
    began = time.monotonic()
    kernel.run(WAIT.format("False"))
    return 1000 * (time.monotonic() - began)


def main() -> None:
    """Measure and print."""
    server = ScriptedServer()
    store = tempfile.mkdtemp(prefix="chatimg-bench-")
    seen: dict[str, list[float]] = {}
    with started_kernel(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none", CHATIMG_STORE=store) as kernel:
        kernel.run("%load_ext chatimg_magic")
        kernel.run("from chatimg_magic.session import current; panel = lambda: current().panels['c2']")
        server.say(disc("dot"))
        kernel.run("%%chatimg dot --size 64\na dot", cell="c2")
        for _ in range(7):
            seen.setdefault("■ in a cell: a bare loop", []).append(interrupt(kernel, "while True: pass"))
            for stage, answer in INTERRUPTED.items():
                server.say(answer)
                seen.setdefault(f"■ in a cell: {stage}", []).append(interrupt(kernel, CELL))
            seen.setdefault("asking the kernel", []).append(nothing(kernel))
            server.say(Answer(disc("dot"), hang_after=10))
            seen.setdefault("Stop in the panel, and asking the kernel", []).append(stop(kernel))
    server.close()
    print(f"{'stopping':<44}{'median ms':>10}{'largest':>10}")
    for what, times in seen.items():
        print(f"{what:<44}{statistics.median(times):>10.0f}{max(times):>10.0f}")


if __name__ == "__main__":
    main()
