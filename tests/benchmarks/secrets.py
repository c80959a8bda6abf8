"""Every fault in a real kernel, debug and all logs on: where a key or an address's password shows.

``python -m tests.benchmarks.secrets [WORD…]`` plays those whose names have one of the words, by default all.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.faults import CASES, KEY, Case
from tests.kernels import Kernel, started_kernel
from tests.servers.faults import FaultyServer

PASSWORD = "hunter2-0123456789"
LOG = "everything.log"
SET_UP = """\
import logging, os
os.environ["OPENAI_API_KEY"] = {key!r}
logging.basicConfig(filename={log!r}, level=logging.DEBUG, force=True)
%load_ext chatimg_magic
%config ChatImg.base_url = {address!r}
%config ChatImg.model = 'tester'
%config ChatImg.store = {folder!r}
%config ChatImg.debug = True
%config ChatImg.retries = 0
%config ChatImg.first_word = 7
%config ChatImg.between_words = 1
%config ChatImg.seconds = 1
"""


def shown(text: str) -> str:
    """Say which secret is in a text; empty if none is."""
    return " and ".join(name for name, secret in (("the key", KEY), ("the password", PASSWORD)) if secret in text)


def search(kernel: Kernel, server: FaultyServer, cases: Iterable[Case], folder: Path) -> Iterator[tuple[str, str]]:
    """Play faults; yield each one's name and where a secret shows, empty if nowhere."""
    address = server.url.replace("http://", f"http://me:{PASSWORD}@")
    done = kernel.run(SET_UP.format(key=KEY, log=str(folder / LOG), address=address, folder=str(folder / "kept")))
    if done.error:
        raise RuntimeError(done.error)
    for case in cases:
        server.play(case.fault)
        done = kernel.run(f"%%chatimg --size 64\na disc, {case.fault.name}", cell="c1", timeout=200)
        files = [path for path in folder.rglob("*") if path.is_file()]
        texts = {"output": str(done), **{path.name: path.read_text(errors="replace") for path in files}}
        yield (
            case.fault.name,
            "; ".join(f"{found} in {where}" for where, text in texts.items() if (found := shown(text))),
        )


def main(words: list[str]) -> int:
    """Print a line a fault; the number of faults in which a secret shows is the exit status."""
    chosen = [case for case in CASES if not words or any(word in case.fault.name for word in words)]
    bad, server = 0, FaultyServer()
    with tempfile.TemporaryDirectory() as name, started_kernel() as kernel:
        folder = Path(name)
        try:
            for fault, found in search(kernel, server, chosen, folder):
                bad += bool(found)
                print(f"{fault}: {found or 'no secret'}", flush=True)
        finally:
            server.close()
        size = (folder / LOG).stat().st_size
        print(f"\n{len(chosen)} faults, {size:,} bytes of logs: a secret shows in {bad}")
    return bad


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 100))
