"""The embedded model: small weights, run by llama.cpp in a process of its own."""

from __future__ import annotations

import contextlib
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
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from chatimg_magic.drawing import Ending
from chatimg_magic.errors import LocalModelError, ProviderError, clean
from chatimg_magic.interrupts import postponed, warm
from chatimg_magic.models import Closed, Piece, Question, Stage, Stop, Waits, weights
from chatimg_magic.models.runnable import check, is_short_of_memory

if TYPE_CHECKING:
    from chatimg_magic.models.openai import OpenAIModel

START_SECONDS = 120.0
BEAT_SECONDS = 0.1
MAX_TOKENS = 700
"""Of an answer: the longest worked drawings take 600, and what is cut draws nothing."""

READING, PAUSE = 600.0, 120.0
"""Seconds until the first word, in which it reads the question, and between words: of this machine, at least."""
CONTEXT, LONG_CONTEXT = 4096, 8192
"""Tokens that the engine has room for: of a small model, which is asked anew, and of a conversation."""

_AGAIN = "Run the cell again: the engine starts anew."
_LOG_PREFIX = re.compile(r"^[\d.]+ [A-Z] ")


class LocalModel:
    """A GGUF file that answers on this machine, without a network.

    Parameters
    ----------
    path : the weights.
    name : the model's name; by default that of the known weights, else the file's.
    max_tokens : of an answer.
    provider : how a person asks for it, such as ``embedded:small``.
    small : see :class:`chatimg_magic.models.Model`; a conversation with a capable one needs room for several answers.
    waits : how long silence is borne, on a machine that may be slow longer than of a server.
    """

    sees = False

    def __init__(
        self,
        path: Path,
        name: str = "",
        max_tokens: int = MAX_TOKENS,
        provider: str = "embedded",
        small: bool = True,
        waits: Waits | None = None,
    ) -> None:
        self.max_tokens, self.provider, self.small = max_tokens, provider, small
        waits = waits or Waits()
        self.waits = replace(waits, first=max(waits.first, READING), between=max(waits.between, PAUSE))
        self.name = name or weights.name_of(path)
        self.engine = Engine(path, self.name, CONTEXT if small else LONG_CONTEXT)
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
        importing = warm("openai")  # meanwhile: it takes about as long as a small model
        while not run.wait(BEAT_SECONDS) or importing.is_alive():
            if stop:
                return  # it goes on loading for the next cell
            yield Stage("loading model…")
            importing.join(BEAT_SECONDS / 2)
        try:
            for piece in self._ask(run).answer(question, stop):
                if isinstance(piece, Closed) and piece.ending is Ending.CUT_OFF and run.ended(within=0.5):
                    raise _ended(run)
                yield piece
        except ProviderError as error:
            if run.ended(within=0.5):
                raise _ended(run) from error
            raise

    def _ask(self, run: Run) -> OpenAIModel:
        """Return the client for this run of the engine; there is one as long as the engine lives."""
        if self._client is None or self._client[0] is not run:
            from chatimg_magic.models.line import Line
            from chatimg_magic.models.openai import OpenAIModel

            self._hang_up()
            line = Line(run.base_url, run.key)
            place = "The embedded model"
            client = OpenAIModel(self.name, line, self.provider, self.small, self.max_tokens, self.waits, place)
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
    context : tokens that it has room for.
    """

    def __init__(self, path: Path, alias: str, context: int = CONTEXT) -> None:
        self._path = path
        self._alias = alias
        self._context = context
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
        with self._lock, postponed():  # an engine that nobody knows would stay as long as the kernel
            if self._run is None or self._run.ended():
                self._end()
                if is_short_of_memory(self._path):
                    self._end_others()
                check(self._path)
                self._run = Run(self._path.resolve(), self._alias, self._context)
                self._ending = weakref.finalize(self, _end, self._run.process, os.getpid())
                _STARTED.add(self)
            return self._run

    def _end_others(self) -> None:
        """End this process's other engines: who compares models in one notebook uses one after the other."""
        for other in list(_STARTED):
            if other is not self and other._owner == os.getpid() and other._lock.acquire(blocking=False):
                try:
                    other._end()
                finally:
                    other._lock.release()

    def close(self) -> None:
        """End the engine, if one runs."""
        if self._owner == os.getpid():
            with self._lock:
                self._end()

    def _end(self) -> None:
        if self._ending is not None:
            self._ending()
        self._run = self._ending = None


_STARTED: weakref.WeakSet[Engine] = weakref.WeakSet()


class Run:
    """One engine process, from its start to its end."""

    def __init__(self, path: Path, alias: str, context: int) -> None:
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
        settings = {"model": str(path), "alias": alias, "context": context, "key": self.key, "sys_path": paths}
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


def _ended(run: Run) -> LocalModelError:
    return LocalModelError(f"The embedded model's engine ended: {run.last_words()}", _AGAIN)


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
