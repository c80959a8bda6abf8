"""A server on 127.0.0.1 that fails in every way that servers do: bytes, pauses and broken connections."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import ssl
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeAlias


class End(Enum):
    """How a connection ends that does not end as it should."""

    RESET = "reset"
    HANG = "hang"


Step: TypeAlias = "bytes | float | End"
"""Bytes are sent, numbers are seconds of silence."""


@dataclass(frozen=True)
class Fault:
    """What is sent to one request, and to those after it.

    Attributes
    ----------
    name : in a few words.
    steps : played for the first request; the connection is closed after them.
    then : played for the second and later requests; the same where it is None.
    """

    name: str
    steps: tuple[Step, ...]
    then: tuple[Step, ...] | None = None


@dataclass
class FaultyServer:
    """Plays one fault at a time; counts the requests and keeps the keys that it got."""

    certificate: Path | None = None
    playing: Fault = field(default_factory=lambda: Fault("", ()))
    requests: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.05)
        self.tls: ssl.SSLContext | None = None
        if self.certificate is not None:
            self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.tls.load_cert_chain(self.certificate)
        self._threads: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self.socket.getsockname()[1])

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/v1"

    def play(self, fault: Fault) -> None:
        self.playing, self.requests = fault, 0

    def close(self) -> None:
        self.closing.set()
        self._thread.join(5)
        for thread in self._threads:
            thread.join(5)
        self.socket.close()

    def _serve(self) -> None:
        while not self.closing.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = self.socket.accept()
                thread = threading.Thread(target=self._talk, args=(connection,), daemon=True)
                thread.start()
                self._threads.append(thread)

    def _talk(self, connection: socket.socket) -> None:
        connection.settimeout(5)
        with contextlib.suppress(OSError), connection:
            talk: socket.socket = self.tls.wrap_socket(connection, server_side=True) if self.tls else connection
            with talk:
                _read_request(talk)
                fault = self.playing
                self.requests += 1
                again = self.requests > 1 and fault.then is not None
                self._play(talk, fault.then or () if again else fault.steps)

    def _play(self, connection: socket.socket, steps: Sequence[Step]) -> None:
        for step in steps:
            if isinstance(step, bytes):
                connection.sendall(step)
            elif isinstance(step, float):
                self.closing.wait(step)
            elif step is End.RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            else:
                connection.settimeout(0.05)
                while not self.closing.is_set():
                    with contextlib.suppress(TimeoutError):
                        if not connection.recv(1):
                            return


def _read_request(connection: socket.socket) -> None:
    data = b""
    while b"\r\n\r\n" not in data and not data.startswith(b"\x16") and (more := connection.recv(65536)):
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    sizes = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    missing = (int(sizes[0]) if sizes else 0) - len(body)
    while missing > 0 and (more := connection.recv(65536)):
        missing -= len(more)


def head(status: str = "200 OK", kind: str = "text/event-stream", *more: str) -> bytes:
    """Write a response's head without a length: the body lasts until the connection is closed."""
    lines = [f"HTTP/1.1 {status}", f"content-type: {kind}", "connection: close", *more]
    return "\r\n".join([*lines, "", ""]).encode()


def chunk(delta: object = None, finish: str | None = None, **other: object) -> str:
    """Write one chunk of an answer as JSON."""
    choice = {"index": 0, "delta": {} if delta is None else delta, "finish_reason": finish}
    return json.dumps(
        {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **other}
    )


def event(*chunks: str, end: str = "\n\n") -> bytes:
    """Write chunks as events."""
    return "".join(f"data: {each}{end}" for each in chunks).encode()


def said(text: str, size: int = 12) -> bytes:
    """Write a text as events, a few characters each."""
    return event(*(chunk({"content": text[i : i + size]}) for i in range(0, len(text), size)))


DONE = b"data: [DONE]\n\n"


def stop(reason: str = "stop") -> bytes:
    """Write the end of an answer."""
    return event(chunk(finish=reason)) + DONE


def failing(status: str, body: object = None, *more: str) -> bytes:
    """Write a response that refuses, whole, with its body in the usual form or as given."""
    text = body if isinstance(body, str) else json.dumps({"error": {"message": "scripted"}} if body is None else body)
    kind = "text/html" if text.startswith("<") else "application/json"
    return head(status, kind, f"content-length: {len(text.encode())}", *more) + text.encode()


def packed(body: bytes) -> bytes:
    """Pack a body as gzip."""
    return gzip.compress(body)
