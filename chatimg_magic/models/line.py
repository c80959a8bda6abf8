"""Connections to servers: one client for each address and key, in an event loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote, urlsplit

from chatimg_magic.interrupts import load, postponed

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")

RETRIES = 1
"""How often the client itself asks again, where a server is busy or a connection cannot be made."""


def where(base_url: str) -> str:
    """Name a server without credentials or path, such as ``127.0.0.1:11434``."""
    parts = urlsplit(base_url)
    return f"{parts.hostname or '?'}{f':{parts.port}' if parts.port else ''}"


class Line:
    """One client and the event loop it lives in; opened on first use, kept for the process.

    An asynchronous client, because cancelling a task closes its connection at any stage: while connecting, before the
    first byte, and in the middle of a stream.

    Parameters
    ----------
    base_url : the server, up to and including ``/v1``.
    api_key : handed to the client, never shown.

    Attributes
    ----------
    models : what the server has, as it said when it was asked last.
    """

    def __init__(self, base_url: str, api_key: str) -> None:
        self.base_url = base_url
        self.models: tuple[str, ...] = ()
        self._api_key = api_key
        self._open: tuple[AsyncOpenAI, asyncio.AbstractEventLoop, threading.Thread] | None = None
        self._lock = threading.Lock()

    def open(self) -> tuple[AsyncOpenAI, asyncio.AbstractEventLoop]:
        """Return the client and its running loop."""
        load("openai")
        with self._lock, postponed():  # a loop that nobody knows would run for good
            if self._open is None:
                import openai

                loop = asyncio.new_event_loop()
                thread = threading.Thread(target=loop.run_forever, name="chatimg-line", daemon=True)
                thread.start()
                address, person = _apart(self.base_url)
                client = openai.AsyncOpenAI(
                    base_url=address,
                    api_key=self._api_key,
                    max_retries=RETRIES,
                    # a proxy has no business between this machine and itself, and would see the key
                    http_client=openai.DefaultAsyncHttpxClient(auth=person, trust_env=not _is_here(address)),
                )
                self._open = client, loop, thread
            return self._open[:2]

    def call(self, work: Callable[[AsyncOpenAI], Coroutine[Any, Any, T]], seconds: float) -> T:
        """Do something with the client, and wait for it so long at most; an interrupt ends it."""

        async def done() -> T:
            return await asyncio.wait_for(work(client), seconds)

        client, loop = self.open()
        running: Future[T] | None = None
        try:
            with postponed():  # a coroutine that was made, but not handed over yet, would be complained about
                running = asyncio.run_coroutine_threadsafe(done(), loop)
            return running.result()
        finally:
            if running is not None:
                running.cancel()

    def close(self) -> None:
        """Close the connections and end the loop; a later use opens them anew."""
        with self._lock:
            opened, self._open = self._open, None
        if opened is None:
            return
        client, loop, thread = opened
        asyncio.run_coroutine_threadsafe(_hang_up(client), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


class Lines:
    """The lines of a session: models of one server share a client, however many they are."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], Line] = {}
        self._lock = threading.Lock()

    def to(self, base_url: str, api_key: str) -> Line:
        """Return the line to a server."""
        with self._lock:
            return self._lines.setdefault((base_url, api_key), Line(base_url, api_key))

    @property
    def models(self) -> list[str]:
        """The models that servers have named so far."""
        return [name for line in list(self._lines.values()) for name in line.models]

    def close(self) -> None:
        """Close all of them."""
        for line in self._lines.values():
            line.close()


async def _hang_up(client: AsyncOpenAI) -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await client.close()
    await asyncio.get_running_loop().shutdown_asyncgens()
    for _ in range(5):  # the transports say goodbye in the next turns of the loop
        await asyncio.sleep(0)


def _apart(base_url: str) -> tuple[str, tuple[str, str] | None]:
    """Take name and password out of an address, which the client logs with every request."""
    parts = urlsplit(base_url)
    person, _, host = parts.netloc.rpartition("@")
    name, _, password = person.partition(":")
    return parts._replace(netloc=host).geturl(), (unquote(name), unquote(password)) if person else None


def _is_here(base_url: str) -> bool:
    return urlsplit(base_url).hostname in ("127.0.0.1", "localhost", "::1")
