"""The parent's end of one worker: its process, its two pipes, and the two threads that serve them.

Nobody ever waits on a pipe but those threads, so a worker that stops reading or floods its output cannot hold up its
parent; and no command is written before the worker has proved its isolation.
"""

from __future__ import annotations

import contextlib
import math
import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import replace
from typing import Any, BinaryIO

from chatimg_magic.interrupts import postponed
from chatimg_magic.sandbox import result
from chatimg_magic.sandbox.launcher import LOCAL, Launcher
from chatimg_magic.sandbox.protocol import HostileReply, Kind, Reply, Turns, pack_command, read_first_reply, read_reply
from chatimg_magic.sandbox.result import Isolation

LAST_WORDS_SECONDS = 0.5
"""How long a worker that has closed its output may take to end by itself."""


class Link:
    """A running worker, and what is said to it and by it.

    Parameters
    ----------
    settings : what the worker is told first.
    launcher : how it is started.

    Attributes
    ----------
    ended : why nothing more will come; empty as long as something may.
    ready : when the isolation was proved, on :func:`time.monotonic`'s clock; infinity before.
    """

    def __init__(self, settings: dict[str, Any], launcher: Launcher = LOCAL) -> None:
        self.launcher = launcher
        self.ended = ""
        self.ready = math.inf
        self._owner = os.getpid()
        self._turns = Turns()
        self._arrived: queue.SimpleQueue[tuple[float, Reply] | None] = queue.SimpleQueue()
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._isolation: Isolation | None = None
        self._decided = threading.Event()
        self._lock = threading.RLock()
        self._killed = ""
        self._threads: list[threading.Thread] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._life: BinaryIO | None = None
        try:
            with postponed():  # a process that was forked, but not put down yet, would stay a zombie
                self._start(settings)
        except (OSError, RuntimeError, TypeError, ValueError) as error:
            self.close()
            self.ended = f"no worker could be started: {type(error).__name__}"
            self._decide(Isolation(why=self.ended, launcher=self.launcher.name))
        except BaseException:
            self.close()
            raise

    def _start(self, settings: dict[str, Any]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="chatimg-", ignore_cleanup_errors=True)
        end, held = os.pipe()
        self._life = os.fdopen(held, "wb", buffering=0)
        try:
            self._process = process = subprocess.Popen(
                self.launcher.command(settings["memory"]),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # nobody reads what it would say; a worker of this machine ends when this pipe does, busy or not
                stderr=subprocess.DEVNULL if self.launcher.program else end,
                cwd=self._folder.name,
                env=self.launcher.environment(self._folder.name),
                start_new_session=True,
            )
        finally:
            os.close(end)
        opening = pack_command({**settings, "path": self.launcher.path()})
        for target, arguments in ((self._read, (process,)), (self._write, (process, opening))):
            thread = threading.Thread(target=target, args=arguments, name="chatimg-worker", daemon=True)
            thread.start()
            self._threads.append(thread)

    @property
    def pid(self) -> int:
        """The worker's process id; 0 if none could be started."""
        return self._process.pid if self._process else 0

    def decided(self, seconds: float) -> bool:
        """Wait for the worker's proof, or for its failure, so long at most; tell whether there is one."""
        return self._decided.wait(seconds)

    def verdict(self, seconds: float) -> Isolation:
        """Return what the worker has proved; if that is not decided after so many seconds, it is nothing, for good."""
        late = f"the worker was not ready after {seconds:g} s"
        return self._decide(Isolation(why=late, launcher=self.launcher.name))

    def post(self, command: dict[str, Any], last: bool = False) -> None:
        """Have a command written once the isolation is proved; does not wait."""
        self._turns.asked += not last
        self._turns.last = last
        self._outbox.put(pack_command(command))

    def hand_over(self, command: dict[str, Any], data: bytes) -> None:
        """Have a command and its bytes written, to which there is no reply; does not wait."""
        self._outbox.put(pack_command(command) + data)

    def take(self, seconds: float) -> tuple[float, Reply] | None:
        """Return when the next reply arrived, and the reply; None if there is none in that time, or ``ended``."""
        if self.ended:
            return None
        try:
            item = self._arrived.get(timeout=seconds) if seconds > 0 else self._arrived.get_nowait()
        except queue.Empty:
            return None
        if item is None:
            self.ended = self._last_words()
        return item

    def close(self) -> None:
        """Kill the worker and its process group, and wait for the threads; safe to call again and from any thread."""
        if os.getpid() != self._owner:
            return  # a fork of the parent inherits this object, but the worker is not its to kill
        self._outbox.put(None)
        self._kill("it was stopped")
        if self._process is not None:
            with self._lock:
                self._process.wait()
            for thread in self._threads:
                if thread is not threading.current_thread():
                    thread.join(timeout=2)
            if len(self._threads) < 2:  # the thread that would close its pipe was never started
                for pipe in (self._process.stdin, self._process.stdout):
                    if pipe is not None:
                        pipe.close()
        if self._life is not None:
            self._life.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _decide(self, isolation: Isolation) -> Isolation:
        """Settle the verdict, unless it is settled already; return it."""
        with self._lock:
            if self._isolation is None:
                self._isolation = isolation
                self.ready = time.monotonic()
                self._decided.set()
            return self._isolation

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        """Thread: put down what arrives and when, until the end, the last reply, or the first that is not due."""
        pipe = process.stdout
        assert pipe is not None
        probed: dict[str, Any] = {}
        try:
            first = read_first_reply if self.launcher.program else read_reply  # engines may print before it
            reply = first(pipe.read)
            while reply is not None:
                self._turns.admit(reply.kind, len(reply.pixels))
                if reply.kind is Kind.PROBED:
                    probed = reply.data
                elif reply.kind is Kind.READY:
                    self._decide(result.isolation(probed, reply.data, self.launcher.name))
                    if self._folder is not None:
                        self._folder.cleanup()  # only the probe needs it; so nothing is left if the parent is killed
                else:
                    self._arrived.put((time.monotonic(), reply))
                if reply.kind is Kind.DONE:
                    break
                reply = read_reply(pipe.read)
        except (HostileReply, OSError, ValueError, MemoryError):
            self._kill("it sent something that is not a reply")
        finally:
            unready = result.isolation(probed, {}, self.launcher.name)
            self._decide(unready if probed else replace(unready, why="the worker did not start"))
            self._arrived.put(None)
            with contextlib.suppress(OSError):
                pipe.close()

    def _write(self, process: subprocess.Popen[bytes], opening: bytes) -> None:
        """Thread: write commands as soon as, and only if, the isolation is proved."""
        pipe = process.stdin
        assert pipe is not None
        with contextlib.suppress(OSError):
            pipe.write(opening)
            pipe.flush()
            self._decided.wait()
            if self._isolation is not None and self._isolation.holds:
                while (command := self._outbox.get()) is not None:
                    pipe.write(command)
                    pipe.flush()
        with contextlib.suppress(OSError):
            pipe.close()

    def _kill(self, why: str) -> None:
        with self._lock:  # nobody reaps the process meanwhile, so its number is not another's yet
            if self._process is None or self._process.returncode is not None:
                return
            self._killed = self._killed or why
            if hasattr(os, "killpg"):
                with contextlib.suppress(OSError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            with contextlib.suppress(OSError):
                self._process.kill()

    def _last_words(self) -> str:
        """Say how the worker ended; end it if it only closed its output."""
        assert self._process is not None
        with self._lock:
            try:
                status = self._process.wait(LAST_WORDS_SECONDS)
            except subprocess.TimeoutExpired:
                self._kill("it closed its output")
                status = self._process.wait()
        if self._killed:
            return self._killed
        status = 128 - status if self.launcher.program and status > 128 else status  # as a watched worker's ends
        if status == -int(getattr(signal, "SIGXCPU", 24)):
            return "CPU time used up"
        return f"killed by signal {-status}" if status < 0 else f"exit status {status}"
