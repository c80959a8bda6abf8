"""Where generated code runs before anybody has read it: the parent's side."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from chatimg_magic.errors import clean
from chatimg_magic.sandbox.protocol import DENIALS, HostileReply, Kind, Reply, pack_command, read_reply

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORKER = Path(__file__).with_name("worker.py")
START_SECONDS = 30.0
FRAME_SIDE = 256


@dataclass(frozen=True)
class Limits:
    """What a worker may use: wall-clock and CPU seconds, bytes of memory, characters printed."""

    seconds: float = 10.0
    memory: int = 2 * 1024**3
    printed: int = 16_000


@dataclass(frozen=True)
class Isolation:
    """What a worker's probe saw denied, and by which layers.

    Attributes
    ----------
    denied : subset of :data:`DENIALS`, each really tried.
    layers : the layers whose calls succeeded; they count for nothing by themselves.
    """

    denied: frozenset[str] = frozenset()
    layers: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether everything that must be denied was denied."""
        return self.denied >= frozenset(DENIALS)

    def __str__(self) -> str:
        if self.holds:
            return f"isolated ({' + '.join(self.layers)})"
        return "not isolated: " + ", ".join(name for name in DENIALS if name not in self.denied) + " not denied"


@dataclass(frozen=True)
class Failure:
    """An exception in the code: its type, message and line numbers, outermost first."""

    type: str
    message: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a run left: pixels, or the reason why there are none."""

    pixels: NDArray[np.uint8] | None = None
    taken: str = ""
    notes: tuple[str, ...] = ()
    printed: str = ""
    problem: str = ""
    failure: Failure | None = None


@dataclass(frozen=True)
class Sandbox:
    """How workers are started.

    Attributes
    ----------
    limits : what each may use.
    layers : the operating system's layers to put on; fewer only in tests.
    """

    limits: Limits = field(default_factory=Limits)
    layers: tuple[str, ...] = ("landlock", "seccomp")

    def start(self, imports: tuple[str, ...] = ()) -> Run:
        """Start a worker; ``imports`` names heavy modules to load before the lock."""
        return Run(self.limits, self.layers, imports)


class Run:
    """One worker and the code that is sent to it; closing it kills the worker."""

    def __init__(self, limits: Limits, layers: tuple[str, ...], imports: tuple[str, ...]) -> None:
        self.limits = limits
        self.imports = imports
        self._folder = tempfile.TemporaryDirectory(prefix="chatimg-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-B", "-X", "utf8", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", **_system_variables()},
            start_new_session=True,
        )
        self._replies: queue.SimpleQueue[Reply | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="chatimg-worker", daemon=True)
        self._reader.start()
        self._isolation: Isolation | None = None
        self._pending = 0
        self._busy_since = 0.0
        self._used = 0.0
        self._failure: Failure | None = None
        self._ended = ""
        self._send(
            {
                "path": _import_path(),
                "imports": list(imports),
                "layers": list(layers),
                "memory": limits.memory,
                "seconds": int(limits.seconds) + 1,
                "printed": limits.printed,
            }
        )

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._process.pid

    def isolation(self, seconds: float = START_SECONDS) -> Isolation:
        """Wait for the worker's probe and return what it proved (nothing, if it did not get that far)."""
        if self._isolation is None:
            layers: tuple[str, ...] = ()
            denied: set[str] = set()
            deadline = time.monotonic() + seconds
            while (reply := self._next(deadline - time.monotonic())) is not None:
                if reply.kind is Kind.PROBED:
                    layers = tuple(str(name)[:20] for name in _list(reply.data.get("layers")))[:4]
                    tried = reply.data.get("denied")
                    denied = {name for name in DENIALS if isinstance(tried, dict) and tried.get(name) is True}
                elif reply.kind is Kind.READY:
                    if reply.data.get("exec") is True:
                        denied.add("exec")
                    break
            self._isolation = Isolation(frozenset(denied), layers)
        return self._isolation

    def send(self, source: str, line: int, name: str) -> None:
        """Send complete statements that start at a line (from 1) of the code; does not wait."""
        if not self._pending:
            self._busy_since = time.monotonic()
        self._pending += 1
        self._send({"do": "run", "source": source, "line": line, "name": name, "side": FRAME_SIDE})

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """Yield the pictures that have arrived since the last call; does not wait."""
        while (reply := self._next(0)) is not None:
            pixels = self._take(reply)
            if pixels is not None:
                yield pixels

    @property
    def failed(self) -> bool:
        """Whether the code sent so far has raised, or the worker ended."""
        return self._failure is not None or bool(self._ended)

    def finish(self, name: str) -> Iterator[NDArray[np.uint8] | Result | None]:
        """Wait for the code to end: yield growing pictures, None as a heartbeat, and a Result at last."""
        self.isolation()
        asked = self._pending == 0 and self._failure is None
        if asked:
            self._send({"do": "finish", "name": name})
            self._busy_since = time.monotonic()
        while True:
            left = self.limits.seconds - self._used - (time.monotonic() - self._busy_since)
            reply = self._next(min(0.1, max(left, 0)))
            if reply is None:
                if self._ended:
                    yield Result(problem=f"the code ended its process ({self._ended})")
                    return
                if left <= 0:
                    self.close()
                    yield Result(problem=f"the code ran longer than {self.limits.seconds:g} s")
                    return
                yield None
                continue
            if reply.kind is Kind.DONE and asked:
                yield self._result(reply)
                return
            pixels = self._take(reply)
            if pixels is not None:
                yield pixels
            if self._failure is not None:
                yield Result(failure=self._failure)
                return
            if not asked and self._pending == 0:
                asked = True
                self._send({"do": "finish", "name": name})
                self._busy_since = time.monotonic()

    def close(self) -> None:
        """Kill the worker and all it may have started; safe to call again."""
        if self._process.poll() is None:
            with contextlib.suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        with contextlib.suppress(OSError):
            _pipe(self._process.stdin).close()
        self._process.wait()
        self._reader.join(timeout=2)
        self._folder.cleanup()

    def _take(self, reply: Reply) -> NDArray[np.uint8] | None:
        if reply.kind is Kind.FRAME and reply.shape:
            return _pixels(reply)
        if reply.kind is Kind.STEP:
            self._pending -= 1
            now = time.monotonic()
            self._used += now - self._busy_since
            self._busy_since = now
            error = reply.data.get("error")
            if isinstance(error, dict) and self._failure is None:
                self._failure = _failure(error)
        return None

    def _result(self, reply: Reply) -> Result:
        data = reply.data
        printed = _text(data.get("printed"), self.limits.printed)
        dropped = data.get("dropped")
        if isinstance(dropped, int) and dropped > 0:
            printed += f"\n… {dropped:,} more characters were printed and dropped"
        if isinstance(data.get("error"), dict):
            return Result(printed=printed, failure=_failure(data["error"]))
        if not reply.shape:
            return Result(printed=printed, problem=clean(_text(data.get("problem"), 500)) or "no picture was made")
        taken = _text(data.get("taken"), 80)
        return Result(
            pixels=_pixels(reply),
            taken=taken if taken.isidentifier() else "",
            notes=tuple(clean(_text(note, 200)) for note in _list(data.get("notes"))[:5]),
            printed=printed,
        )

    def _send(self, command: dict[str, Any]) -> None:
        try:
            pipe = _pipe(self._process.stdin)
            pipe.write(pack_command(command))
            pipe.flush()
        except (OSError, ValueError):
            self._ended = self._ended or "it closed its input"

    def _read(self) -> None:
        pipe = _pipe(self._process.stdout)
        try:
            while (reply := read_reply(pipe.read)) is not None:
                self._replies.put(reply)
        except (HostileReply, OSError, ValueError, MemoryError):
            with contextlib.suppress(OSError):
                self._process.kill()
        finally:
            self._replies.put(None)
            with contextlib.suppress(OSError):
                pipe.close()

    def _next(self, seconds: float) -> Reply | None:
        if self._ended:
            return None
        try:
            reply = self._replies.get(timeout=seconds) if seconds > 0 else self._replies.get_nowait()
        except queue.Empty:
            return None
        if reply is None:
            self._ended = self._ended or _last_words(self._process.wait())
        return reply


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _pixels(reply: Reply) -> NDArray[np.uint8]:
    import numpy as np

    return np.frombuffer(bytearray(reply.pixels), np.uint8).reshape(reply.shape)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object, limit: int) -> str:
    kept = value[:limit] if isinstance(value, str) else ""
    return "".join(c for c in kept if c in "\n\t" or c.isprintable())


def _failure(data: dict[str, Any]) -> Failure:
    lines = tuple(n for n in _list(data.get("lines"))[:6] if isinstance(n, int) and 0 < n < 1_000_000)
    return Failure(clean(_text(data.get("type"), 100)) or "Error", clean(_text(data.get("message"), 1000), 600), lines)


def _last_words(status: int) -> str:
    if status == -int(getattr(signal, "SIGXCPU", 24)):
        return "CPU time used up"
    return f"killed by signal {-status}" if status < 0 else f"exit status {status}"


def _import_path() -> list[str]:
    """Return where the worker finds the standard library, NumPy and this package, and nothing else of the user's."""
    package = str(Path(__file__).resolve().parents[2])
    here = {"", os.getcwd()}
    return [package, *(entry for entry in sys.path if entry not in here and os.path.isabs(entry))]


def _system_variables() -> dict[str, str]:
    # Windows cannot even start Python without its system root
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
