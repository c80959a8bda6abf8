"""The embedded model: small weights, run by llama.cpp in a process of its own."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import secrets
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from chatimg_magic.errors import LocalModelError, ProviderError, clean
from chatimg_magic.models import Piece, Question, Stage, Stop, weights

if TYPE_CHECKING:
    from chatimg_magic.models.openai import OpenAIModel

START_SECONDS = 120.0
BEAT_SECONDS = 0.1
MEMORY_FACTOR = 1.3
MAX_TOKENS = 700
"""Of an answer: the longest worked drawings take 600, and what is cut draws nothing."""

_AGAIN = "Run the cell again: the engine starts anew."
_LOG_PREFIX = re.compile(r"^[\d.]+ [A-Z] ")


class LocalModel:
    """A GGUF file that answers on this machine, without a network.

    Parameters
    ----------
    path : the weights.
    name : the model's name; by default that of the known weights, else the file's.
    max_tokens : of an answer.
    """

    provider = "embedded"
    small = True
    sees = False

    def __init__(self, path: Path, name: str = "", max_tokens: int = MAX_TOKENS) -> None:
        self.max_tokens = max_tokens
        self.name = name or weights.name_of(path)
        self.engine = Engine(path, self.name)
        self._client: tuple[Run, OpenAIModel] | None = None

    def answer(self, question: Question, stop: Stop) -> Iterator[Piece]:
        """Yield the answer as it is written; the first one starts the engine.

        Raises
        ------
        LocalModelError
            If the engine cannot be started, or ends while it answers.
        """
        if stop:
            return
        run = self.engine.start()
        importing = threading.Thread(target=_import_client, daemon=True)
        importing.start()  # meanwhile: it takes about as long as a small model
        while not run.wait(BEAT_SECONDS) or importing.is_alive():
            if stop:
                return  # it goes on loading for the next cell
            yield Stage("loading model…")
            importing.join(BEAT_SECONDS / 2)
        try:
            yield from self._ask(run).answer(question, stop)
        except ProviderError as error:
            if run.ended(within=0.5):
                raise LocalModelError(f"The embedded model's engine ended: {run.last_words()}", _AGAIN) from error
            raise

    def _ask(self, run: Run) -> OpenAIModel:
        """Return the client for this run of the engine; there is one as long as the engine lives."""
        if self._client is None or self._client[0] is not run:
            from chatimg_magic.models.openai import OpenAIModel

            self._hang_up()
            client = OpenAIModel(
                self.name, run.base_url, run.key, provider=self.provider, small=True, max_tokens=self.max_tokens
            )
            self._client = (run, client)
        return self._client[1]

    def close(self) -> None:
        """End the engine; the next answer starts another."""
        self._hang_up()
        self.engine.close()

    def _hang_up(self) -> None:
        if self._client is not None:
            client, self._client = self._client[1], None
            with contextlib.suppress(Exception):  # the connection is given up either way
                client.close()


class Engine:
    """Keeps one engine process running for this process.

    Parameters
    ----------
    path : the weights.
    alias : the model's name.
    """

    def __init__(self, path: Path, alias: str) -> None:
        self._path = path
        self._alias = alias
        self._forget()

    def _forget(self) -> None:
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._run: Run | None = None
        self._ending: weakref.finalize[..., Engine] | None = None

    def start(self) -> Run:
        """Return the engine that runs, or start one; it may still be loading.

        Raises
        ------
        LocalModelError
            If there is nothing to run, or no room for it.
        """
        if self._owner != os.getpid():
            self._forget()  # forked: the parent's engine is the parent's
        with self._lock:
            if self._run is None or self._run.ended():
                self._end()
                check(self._path)
                self._run = Run(self._path.resolve(), self._alias)
                self._ending = weakref.finalize(self, _end, self._run.process, os.getpid())
            return self._run

    def close(self) -> None:
        """End the engine, if one runs."""
        if self._owner == os.getpid():
            with self._lock:
                self._end()

    def _end(self) -> None:
        if self._ending is not None:
            self._ending()
        self._run = self._ending = None


class Run:
    """One engine process, from its start to its end."""

    def __init__(self, path: Path, alias: str) -> None:
        self.key = f"key-{secrets.token_hex(24)}"
        self._deadline = time.monotonic() + START_SECONDS
        self._port: int | None = None
        self._answered = threading.Event()
        self._log: deque[str] = deque(maxlen=12)
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("engine.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=path.parent,
            start_new_session=True,  # interrupting the kernel must not interrupt the engine
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._readers = [
            threading.Thread(target=task, args=(stream,), name="chatimg-engine", daemon=True)
            for task, stream in ((self._keep_log, self.process.stderr), (self._read_port, self.process.stdout))
        ]
        for reader in self._readers:
            reader.start()
        paths = [entry for entry in sys.path if entry]
        settings = {"model": str(path), "alias": alias, "key": self.key, "sys_path": paths}
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):  # it has died already, which wait() reports
            self.process.stdin.write(json.dumps(settings).encode() + b"\n")
            self.process.stdin.flush()

    def wait(self, seconds: float) -> bool:
        """Wait until the engine answers; False if it is still loading.

        Raises
        ------
        LocalModelError
            If it died, or has been loading for too long.
        """
        if self._answered.wait(seconds):
            if self._port is None:
                self.ended(within=5.0)  # its last words come last
                raise LocalModelError(
                    f"The embedded model did not start: {self.last_words()}",
                    "If its file may be damaged, fetch it again: chatimg model remove && chatimg model get",
                )
            return True
        if time.monotonic() > self._deadline:
            _end(self.process, os.getpid())
            raise LocalModelError(
                f"The embedded model was still loading after {START_SECONDS:.0f} s.",
                "Free some memory and run the cell again, or fetch the small one: chatimg model get --small",
            )
        return False

    @property
    def base_url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}/v1"

    def ended(self, within: float = 0.0) -> bool:
        """Whether the process is over, or will be in so many seconds."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(within)
        return self.process.returncode is not None

    def last_words(self) -> str:
        """Return the end of its log, fit to show, else how it ended."""
        for reader in self._readers:
            reader.join(0.5)
        lines = [_LOG_PREFIX.sub("", line).strip() for line in self._log]
        return clean("; ".join(line for line in lines if line)) or f"exit status {self.process.returncode}."

    def _read_port(self, stream: IO[bytes]) -> None:
        with stream, contextlib.suppress(ValueError, KeyError, OSError):
            self._port = int(json.loads(stream.readline(1000))["port"])
        self._answered.set()

    def _keep_log(self, stream: IO[bytes]) -> None:
        with stream, contextlib.suppress(OSError):
            while line := stream.readline(1000):
                self._log.append(line.decode("utf-8", "replace"))


def check(path: Path) -> None:
    """Refuse early what cannot be run.

    Raises
    ------
    LocalModelError
        If the engine is not installed, the file is missing or is no GGUF file, or memory is short.
    """
    if importlib.util.find_spec("xllamacpp") is None:
        raise LocalModelError(
            "The embedded model's engine is not installed.", 'Run: pip install "chatimg-magic[local]"'
        )
    try:
        with path.open("rb") as file:
            magic = file.read(4)
        size = path.stat().st_size
    except OSError as error:
        raise LocalModelError(
            f"The embedded model's weights cannot be read: {path} ({error.strerror}).", "Run: chatimg model get"
        ) from error
    if magic != b"GGUF":
        raise LocalModelError(
            f"{path} is not a model in GGUF format.",
            "Set CHATIMG_LOCAL_MODEL to a .gguf file, or unset it and run: chatimg model get",
        )
    need, free = int(size * MEMORY_FACTOR), available_memory()
    if free is not None and need > free:
        raise LocalModelError(
            f"The embedded model needs about {need / 1e9:.1f} GB of memory; {free / 1e9:.1f} GB are free.",
            "Close other notebooks, or fetch the small one: chatimg model get --small",
        )


def available_memory() -> int | None:
    """Return the bytes that this machine, or this container, can still give; None where unknown."""
    free: list[int] = []
    with contextlib.suppress(OSError):
        found = re.search(r"^MemAvailable:\s+(\d+) kB", Path("/proc/meminfo").read_text(), re.MULTILINE)
        free += [int(found[1]) * 1024] if found else []
    with contextlib.suppress(OSError, ValueError):  # no such files, or no limit ("max")
        group = Path("/sys/fs/cgroup")
        limit, used = (int((group / f"memory.{name}").read_text()) for name in ("max", "current"))
        cached = re.search(r"^inactive_file (\d+)$", (group / "memory.stat").read_text(), re.MULTILINE)
        free.append(limit - used + (int(cached[1]) if cached else 0))
    return min(free, default=None)


def _import_client() -> None:
    with contextlib.suppress(ImportError):  # said where it is needed
        importlib.import_module("openai")


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    """Kill an engine and reap it, unless this is a fork of the process that started it."""
    if os.getpid() != owner:
        return
    process.kill()
    with contextlib.suppress(OSError):
        if process.stdin:
            process.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)
