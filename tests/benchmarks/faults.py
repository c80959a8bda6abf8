"""Every fault: what a person reads, after how long, what was kept, and how the attempt says that it ended.

``python -m tests.benchmarks.faults [WORD…]`` plays those whose names have one of the words, by default all.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chatimg_magic.drawing import NoPicture
from chatimg_magic.errors import ChatImgError
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session
from chatimg_magic.settings import ChatImg
from tests.faults import CASES, KEY, Case
from tests.servers.faults import Fault, FaultyServer, failing

ENVIRONMENT = ("OPENAI_API_KEY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE")


@dataclass(frozen=True)
class Row:
    """What became of one fault."""

    ends: str
    says: str
    seconds: float
    kept: int
    ended: str

    def wrong(self, case: Case) -> str:
        """Say in what it is not as it has to be; empty if it is."""
        if self.ends != case.ends:
            return f"{self.ends}, not {case.ends}"
        if case.says not in self.says:
            return f"does not say {case.says!r}"
        return "" if self.ends == "error" or self.ended == case.ended else f"ended {self.ended}, not {case.ended}"


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set these variables, and none of the others that matter here."""
    before = {name: os.environ.pop(name) for name in ENVIRONMENT if name in os.environ}
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            os.environ.pop(name, None)
        os.environ.update(before)


@contextmanager
def session(base_url: str, folder: str) -> Iterator[Session]:
    """Open a session that asks an address, in a hurry."""
    settings = ChatImg(base_url=base_url, model="tester", store=folder, first_word=7.0, between_words=1.0, seconds=1.0)
    opened = Session(settings)
    try:
        yield opened
    finally:
        opened.close()


def drawn(opened: Session, prompt: str) -> Row:
    """Ask once, and tell what became of it."""
    request = Request(prompt, size=Size(64, 64))
    began = time.monotonic()
    error = ""
    try:
        opened.draw(request, Order(retries=0))
    except NoPicture as nothing:
        error = str(nothing)
    except ChatImgError as failure:
        error = str(failure)
    seconds = time.monotonic() - began
    kept = opened.store.load(request)
    last = kept.attempts[-1] if kept and kept.attempts else None
    outcome = "error" if last is None or last.outcome.name == "ERROR" else last.outcome.value
    says = error or "; ".join(last.notes if last else ())
    return Row(outcome, says, seconds, len(last.text) if last else 0, last.ended.value if last else "")


def play(server: FaultyServer, case: Case) -> Row:
    """Play one fault; the key has to be in the environment."""
    server.play(case.fault)
    with tempfile.TemporaryDirectory() as folder, session(server.url, folder) as opened:
        return drawn(opened, f"a disc, {case.fault.name}")


@dataclass(frozen=True)
class Elsewhere:
    """A fault that is not of what a server sends: an address, an environment, and what must be said."""

    name: str
    base_url: str
    says: str
    environ: tuple[tuple[str, str], ...] = ()
    plays: str = "404 Not Found"

    def play(self, server: FaultyServer) -> Row:
        """Ask there."""
        server.play(Fault(self.plays, (failing(self.plays),)))
        there = environment({"OPENAI_API_KEY": KEY, **dict(self.environ)})
        with tempfile.TemporaryDirectory() as folder, there, session(self.base_url, folder) as opened:
            return drawn(opened, f"a disc, {self.name}")


def elsewhere(server: FaultyServer, secure: FaultyServer) -> list[Elsewhere]:
    """Return the faults of addresses, encryption and proxies."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = closed.getsockname()[1]
    plain = f"127.0.0.1:{server.port}"
    return [
        Elsewhere("nothing listens", f"http://127.0.0.1:{nobody}/v1", "cannot be reached: nothing listens there"),
        Elsewhere("no such host", "http://model.invalid/v1", "model.invalid cannot be reached"),
        Elsewhere("a certificate of its own", secure.url, "its certificate or its encryption is not accepted"),
        Elsewhere("https to a plain server", f"https://{plain}/v1", "or its encryption is not accepted"),
        Elsewhere("no such path", f"http://{plain}/api", f"the API is usually at http://{plain}/api/v1"),
        Elsewhere("the path of the endpoint", f"http://{plain}/v1/chat/completions", f"usually at http://{plain}/v1"),
        Elsewhere("a password in the address", f"http://me:hunter2@127.0.0.1:{nobody}/v1", "cannot be reached"),
        Elsewhere("a proxy that is not there", "http://model.invalid/v1", "model.invalid cannot be reached",
                  (("HTTP_PROXY", f"http://127.0.0.1:{nobody}"),)),
        Elsewhere("a proxy that wants a name", "http://model.invalid/v1", "The proxy before model.invalid wants a name",
                  (("HTTP_PROXY", f"http://{plain}"),), "407 Proxy Authentication Required"),
    ]  # fmt: skip


def certificate(folder: Path) -> Path:
    """Make a certificate that nobody has signed."""
    path = folder / "server.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
    subprocess.run([*make, "-keyout", path, "-out", folder / "cert.pem"], check=True, capture_output=True)
    path.write_text(path.read_text() + (folder / "cert.pem").read_text())
    return path


def main(words: list[str]) -> int:
    """Play them and print the table; the number of rows that are not as they have to be is the exit status."""
    bad = 0
    print("| fault | a person reads | seconds | kept | ended |\n| --- | --- | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as folder, environment({"OPENAI_API_KEY": KEY}):
        server, secure = FaultyServer(), FaultyServer(certificate(Path(folder)))
        try:
            for case in CASES:
                if not words or any(word in case.fault.name for word in words):
                    row = play(server, case)
                    bad += bool(wrong := row.wrong(case))
                    _print(case.fault.name, row, wrong)
            for other in elsewhere(server, secure):
                if not words or any(word in other.name for word in words):
                    row = other.play(server)
                    wrong = "" if other.says in row.says else f"does not say {other.says!r}"
                    bad += bool(wrong)
                    _print(other.name, row, wrong)
        finally:
            server.close()
            secure.close()
    print(f"\n{bad} not as they have to be")
    return bad


def _print(name: str, row: Row, wrong: str) -> None:
    mark = f" ✗ {wrong}" if wrong else ""
    print(f"| {name} | {row.ends}: {row.says}{mark} | {row.seconds:.1f} | {row.kept} | {row.ended} |", flush=True)


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 100))
