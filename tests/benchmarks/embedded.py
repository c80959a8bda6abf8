"""How long the embedded model takes for a picture, and how much of that is ours.

Run ``python -m tests.benchmarks.embedded [--small]``; the weights must be there. ``ours`` is what remains when the
model has written its last word: the check of the whole code, the isolated run and judging the picture.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time

from chatimg_magic.events import Ended, Event, Grew, Wrote
from chatimg_magic.models import weights
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session

PROMPTS = (
    "a white square in the middle of a black background",
    "a red circle on a white background",
    "a chessboard",
    "a sunset over the sea",
    "a house with a red roof",
    "horizontal rainbow stripes",
)


class Clock:
    """Notes when things happened."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.times: dict[type, list[float]] = {}

    def show(self, event: Event) -> None:
        self.times.setdefault(type(event), []).append(time.monotonic() - self.began)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true")
    chosen = weights.SMALL if parser.parse_args().small else weights.DEFAULT
    os.environ["CHATIMG_STORE"] = tempfile.mkdtemp(prefix="chatimg-bench-")
    os.environ["CHATIMG_LOCAL_MODEL"] = str(weights.path(chosen))
    session = Session()
    session.settings.model = "local"
    print(f"{chosen.name}: seconds until …\n{'':<52}{'first word':>11}{'picture':>9}{'last word':>11}{'ours':>7}")
    totals = []
    for prompt in ("warm up", *PROMPTS):
        clock = Clock()
        try:
            session.draw(Request(prompt, size=Size(256, 256)), Order(retries=0), clock)
            outcome = ""
        except Exception as error:
            outcome = f"  {type(error).__name__}"
        if prompt == "warm up":
            continue
        first, last = clock.times[Wrote][0], clock.times[Wrote][-1]
        grown = f"{clock.times[Grew][0]:.1f}" if Grew in clock.times else "–"
        total = clock.times[Ended][-1]
        totals.append(total)
        print(f"{prompt:<52}{first:>11.1f}{grown:>9}{last:>11.1f}{total - last:>7.2f}{outcome}")
    session.close()
    print(f"median {statistics.median(totals):.0f} s a picture")


if __name__ == "__main__":
    main()
