"""Wall time of four candidates at once against one answer, on a server with a fixed latency.

Run ``python -m tests.benchmarks.candidates``.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time

from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session
from tests.answers import disc
from tests.servers.scripted import Answer, ScriptedServer

LATENCY, PACE, ROUNDS = 1.0, 0.02, 5


def main() -> None:
    """Measure and print."""
    os.environ["CHATIMG_STORE"] = tempfile.mkdtemp(prefix="chatimg-bench-")
    server = ScriptedServer()
    server.say(Answer(disc(), delay=LATENCY, pace=PACE))
    session = Session()
    session.settings.base_url = server.url
    request = Request("a dot", size=Size(64, 64))
    session.draw(request, Order(fresh=True))
    seen: dict[int, list[float]] = {1: [], 4: []}
    for _ in range(ROUNDS):
        for count, times in seen.items():
            began = time.perf_counter()
            session.draw(request, Order(fresh=True, candidates=count))
            times.append(time.perf_counter() - began)
    session.close()
    server.close()
    one = statistics.median(seen[1])
    print(f"{'candidates':<12}{'median s':>10}{'ratio':>8}")
    for count, times in seen.items():
        print(f"{count:<12}{statistics.median(times):>10.2f}{statistics.median(times) / one:>8.2f}")


if __name__ == "__main__":
    main()
