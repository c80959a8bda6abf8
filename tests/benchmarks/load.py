"""CPU time of loading the extension and of drawing, against baselines measured in the same run.

Run ``python -m tests.benchmarks.load``. Prints medians and ratios; nothing is asserted, because absolute times mean
little on a shared machine. The scripted server runs in a process of its own, so that it is not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from tests.answers import program

WORDS = "\n".join(
    f"image[{4 * i}:{4 * i + 2}, {3 * i}:] = ({20 * i}, {250 - 15 * i}, 90)  # stripe {i}" for i in range(12)
)
ANSWER = program(f"H, W = 256, 256\nimage = np.full((H, W, 3), 255, dtype=np.uint8)\n{WORDS}")

SHELL = """
import resource, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
{then}
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime)
"""
VARIANTS = {
    "bare InteractiveShell": "",
    "%load_ext chatimg_magic": "shell.run_line_magic('load_ext', 'chatimg_magic')",
    "import numpy": "import numpy",
    "import openai": "import openai",
}

SERVER = """
import sys
from tests.servers.scripted import Answer, ScriptedServer
server = ScriptedServer()
server.say(Answer(sys.stdin.readline().encode().decode("unicode_escape")))
print(server.url, flush=True)
sys.stdin.read()
"""


def cpu(who: int = resource.RUSAGE_SELF) -> float:
    """Return the CPU seconds used so far, user and system, all threads."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def loading(rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of a fresh shell, bare and with each addition, interleaved."""
    seen: dict[str, list[float]] = {name: [] for name in VARIANTS}
    for _ in range(rounds):
        for name, then in VARIANTS.items():
            with tempfile.TemporaryDirectory() as home:
                environment = {**os.environ, "IPYTHONDIR": home}
                command = [sys.executable, "-c", SHELL.format(then=then)]
                done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            seen[name].append(float(done.stdout.split()[-1]))
    return {name: statistics.median(values) for name, values in seen.items()}


def calling(rounds: int, url: str) -> dict[str, list[tuple[float, float, float]]]:
    """Return (CPU seconds here, CPU seconds of workers, wall seconds) of every call, raw and ours, interleaved."""
    import openai

    from chatimg_magic.code import review_cell
    from chatimg_magic.notebook.display import bundle
    from chatimg_magic.request import Request
    from chatimg_magic.session import Order, Session

    client = openai.OpenAI(base_url=url, api_key="none")
    session = Session()
    session.settings.base_url = url

    def raw() -> None:
        messages = [{"role": "user", "content": "stripes"}]
        options = {"stream": True, "stream_options": {"include_usage": True}}
        stream = client.chat.completions.create(model="scripted-1", messages=messages, **options)  # type: ignore[call-overload]
        assert "stripe 11" in "".join(c.choices[0].delta.content or "" for c in stream if c.choices)

    def ours() -> None:
        drawing = session.draw(Request("stripes"), Order(fresh=True))
        data, _ = bundle(drawing, replayed=False)
        assert data["image/png"]
        assert review_cell(drawing)

    calls: dict[str, Callable[[], None]] = {"raw openai client, streaming": raw, "chatimg, everything": ours}
    seen: dict[str, list[tuple[float, float, float]]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            before = cpu(), cpu(resource.RUSAGE_CHILDREN), time.perf_counter()
            call()
            after = cpu(), cpu(resource.RUSAGE_CHILDREN), time.perf_counter()
            seen[name].append((after[0] - before[0], after[1] - before[1], after[2] - before[2]))
    session.close()
    return seen


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON too")
    options = parser.parse_args()
    os.environ["CHATIMG_STORE"] = tempfile.mkdtemp(prefix="chatimg-bench-")
    loads = loading(options.rounds)
    bare = loads["bare InteractiveShell"]
    print(f"{'loading':<32}{'CPU ms':>10}{'ratio':>8}")
    for name, seconds in loads.items():
        print(f"{name:<32}{seconds * 1e3:>10.0f}{seconds / bare:>8.2f}")
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdin
    assert server.stdout
    try:
        server.stdin.write(ANSWER.encode("unicode_escape").decode() + "\n")
        server.stdin.flush()
        calls = calling(options.rounds, server.stdout.readline().strip())
    finally:
        server.stdin.close()
        server.wait(10)
    later = {
        name: [statistics.median(part) for part in zip(*values[2:], strict=True)] for name, values in calls.items()
    }
    base = later["raw openai client, streaming"][0]
    print(f"\n{'one call':<32}{'CPU ms':>10}{'ratio':>8}{'worker':>10}{'wall ms':>10}")
    for name, (here, worker, wall) in later.items():
        first = calls[name][0]
        print(f"{name + ', first':<32}{first[0] * 1e3:>10.1f}{'':>8}{first[1] * 1e3:>10.1f}{first[2] * 1e3:>10.1f}")
        print(f"{name:<32}{here * 1e3:>10.1f}{here / base:>8.2f}{worker * 1e3:>10.1f}{wall * 1e3:>10.1f}")
    if options.json:
        print(json.dumps({"loading": loads, "calls": later}))


if __name__ == "__main__":
    main()
