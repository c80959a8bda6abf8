"""Any OpenAI-compatible server: streaming chat completions through the official client."""

from __future__ import annotations

import asyncio
import base64
import queue
import re
import threading
from collections.abc import Coroutine, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from chatimg_magic.drawing import Usage
from chatimg_magic.errors import ChatImgError, ProviderError, clean
from chatimg_magic.models import Counted, Message, Piece, Question, Stage, Stop, Text, Thinking

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

OPENAI = "https://api.openai.com/v1"
HEARTBEAT = 0.1
_REFUSALS = (400, 404, 415, 422)
_NOT_ABOUT_IMAGES = (401, 408, 409, 429)
"""What a server says of a key, of time or of too many requests, whatever was sent."""
_NAMES_IMAGES = re.compile(r"\b(images?|image_url|vision|multi-?modal|mmproj)\b", re.I)


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
    """

    def __init__(self, base_url: str, api_key: str) -> None:
        self.base_url = base_url
        self._api_key = api_key
        self._open: tuple[AsyncOpenAI, asyncio.AbstractEventLoop, threading.Thread] | None = None
        self._lock = threading.Lock()

    def open(self) -> tuple[AsyncOpenAI, asyncio.AbstractEventLoop]:
        """Return the client and its running loop."""
        with self._lock:
            if self._open is None:
                import openai

                loop = asyncio.new_event_loop()
                thread = threading.Thread(target=loop.run_forever, name="chatimg-line", daemon=True)
                thread.start()
                client = openai.AsyncOpenAI(
                    base_url=self.base_url,
                    api_key=self._api_key,
                    max_retries=1,
                    timeout=openai.Timeout(600, connect=5, read=300),
                    # a proxy has no business between this machine and itself, and would see the key
                    http_client=openai.DefaultAsyncHttpxClient(trust_env=not _is_here(self.base_url)),
                )
                self._open = client, loop, thread
            return self._open[:2]

    def call(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        """Run one coroutine to its end."""
        _, loop = self.open()
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, seconds), loop).result()

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


async def _hang_up(client: AsyncOpenAI) -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await client.close()
    await asyncio.get_running_loop().shutdown_asyncgens()
    for _ in range(5):  # the transports say goodbye in the next turns of the loop
        await asyncio.sleep(0)


def _is_here(base_url: str) -> bool:
    return urlsplit(base_url).hostname in ("127.0.0.1", "localhost", "::1")


class OpenAIModel:
    """A model behind an OpenAI-compatible endpoint.

    Parameters
    ----------
    name : the model's name on that server.
    base_url, api_key : the endpoint; the key stays in the client.
    provider : what to show as the place where it runs; the server's host by default.
    small : see :class:`chatimg_magic.models.Model`.
    max_tokens : upper limit of an answer, or None to leave it to the server.
    """

    def __init__(
        self,
        name: str,
        base_url: str,
        api_key: str,
        provider: str = "",
        small: bool = False,
        max_tokens: int | None = None,
    ) -> None:
        self.name = name
        self.provider = provider or where(base_url)
        self.small = small
        self.sees = not small
        self.max_tokens = max_tokens
        self.line = Line(base_url, api_key)
        self.refused: set[str] = set()

    def close(self) -> None:
        """Close the connections."""
        self.line.close()

    def answer(self, question: Question, stop: Stop) -> Iterator[Piece]:
        """Yield the answer as it is written; see :class:`chatimg_magic.models.Model`."""
        pieces: queue.SimpleQueue[Piece | BaseException | None] = queue.SimpleQueue()
        _, loop = self.line.open()
        task = asyncio.run_coroutine_threadsafe(self._ask(question, pieces), loop)
        stage = "waiting for the answer…"
        last = question.messages[-1] if question.messages else None
        begun = last.content if last is not None and last.role == "assistant" else ""  # the server goes on from there
        try:
            while not stop:
                try:
                    piece = pieces.get(timeout=HEARTBEAT)
                except queue.Empty:
                    yield Stage(stage)
                    continue
                if piece is None:
                    return
                if isinstance(piece, BaseException):
                    raise self._explain(piece) from piece
                stage = "thinking…" if isinstance(piece, Thinking) else "writing…"
                if isinstance(piece, Text) and begun:
                    anew = piece.text.lstrip().startswith("`")  # it did not go on, but began itself
                    piece, begun = (piece if anew else Text(begun + piece.text)), ""
                yield piece
        finally:
            task.cancel()

    async def _ask(self, question: Question, pieces: queue.SimpleQueue[Piece | BaseException | None]) -> None:
        try:
            stream = await self._open_stream(question)
            try:
                async for chunk in stream:
                    for piece in _pieces(chunk):
                        pieces.put(piece)
            finally:
                await stream.close()
            pieces.put(None)
        except Exception as error:  # noqa: BLE001 - raised again, explained, where the person waits
            pieces.put(error)

    async def _open_stream(self, question: Question) -> Any:
        """Start the stream; pictures that the model or its server refuses are left out, once and for good."""
        import openai

        if self.sees and any(message.png for message in question.messages):
            try:
                return await self._create(question, pictures=True)
            except openai.APIStatusError as error:
                if not _refuses_pictures(error):
                    raise
            stream = await self._create(question, pictures=False)
            self.sees = False
            return stream
        return await self._create(question, pictures=False)

    async def _create(self, question: Question, pictures: bool) -> Any:
        """Start the stream; options that the model refuses are left out, once and for good."""
        import openai

        client, _ = self.line.open()
        messages: Any = [_wire(message, pictures) for message in question.messages]
        optional: dict[str, Any] = {"stream_options": {"include_usage": True}}
        if question.temperature is not None:
            optional["temperature"] = question.temperature
        if question.seed is not None:
            optional["seed"] = question.seed
        if self.max_tokens is not None:
            optional["max_tokens"] = self.max_tokens
        optional = {name: value for name, value in optional.items() if name not in self.refused}
        try:
            return await client.chat.completions.create(model=self.name, messages=messages, stream=True, **optional)
        except openai.APIStatusError as error:
            named = {name for name in optional if name in str(error)}
            if error.status_code not in _REFUSALS or not optional:
                raise
            if not named and (error.status_code == 404 or pictures):
                raise
            refused = named or set(optional)
        kept = {name: value for name, value in optional.items() if name not in refused}
        stream = await client.chat.completions.create(model=self.name, messages=messages, stream=True, **kept)
        self.refused |= refused
        return stream

    def models(self, seconds: float = 10) -> list[str]:
        """Ask the server which models it has.

        Raises
        ------
        ProviderError
            If it does not say.
        """

        async def ask() -> list[str]:
            client, _ = self.line.open()
            return [model.id async for model in client.models.list()]

        try:
            return list(self.line.call(ask(), seconds))
        except Exception as error:
            raise self._explain(error) from error

    def _explain(self, error: BaseException) -> ChatImgError:
        """Turn the client's error into words; keys that servers echo are never among them."""
        import openai

        place = where(self.line.base_url) if self.provider != "embedded" else "the embedded model"
        if isinstance(error, (openai.APITimeoutError, TimeoutError)):
            return ProviderError(f"{place} did not answer in time.", "Try again, or use another --model.")
        if isinstance(error, openai.APIConnectionError):
            return ProviderError(f"{place} cannot be reached.", "Is the server running, and is OPENAI_BASE_URL right?")
        if isinstance(error, (openai.AuthenticationError, openai.PermissionDeniedError)):
            return ProviderError(
                f"{place} does not accept the key.", "Set OPENAI_API_KEY to a valid one and try again."
            )
        if isinstance(error, openai.RateLimitError):
            return ProviderError(f"{place} refuses more requests now.", "Wait a little, or check the account's limits.")
        said = clean(str(getattr(error, "message", "") or error), 200)
        if isinstance(error, openai.NotFoundError):
            return ProviderError(
                f"{place} does not know the model {self.name!r}: {said}", "Name another one with --model."
            )
        return ProviderError(f"{place} failed: {said}", "Try again, or use another --model.")


def _wire(message: Message, pictures: bool) -> dict[str, Any]:
    """Return a message as the API has it: a text, or with a picture a list of parts."""
    if not (pictures and message.png):
        return {"role": message.role, "content": message.content}
    url = f"data:image/png;base64,{base64.b64encode(message.png).decode()}"
    parts = [{"type": "text", "text": message.content}, {"type": "image_url", "image_url": {"url": url}}]
    return {"role": message.role, "content": parts}


def _refuses_pictures(error: APIStatusError) -> bool:
    """Whether an error is worth asking again without pictures; some servers (llama.cpp's) call it one of their own."""
    if error.status_code in _NOT_ABOUT_IMAGES:
        return False
    return error.status_code < 500 or _NAMES_IMAGES.search(str(error)) is not None


def _pieces(chunk: Any) -> Iterator[Piece]:
    """Read one chunk of a stream; servers differ in where they put reasoning."""
    usage = getattr(chunk, "usage", None)
    if usage is not None:
        cost = getattr(usage, "cost", None)  # OpenRouter's usage accounting, in credits (US dollars)
        charged = float(cost) if isinstance(cost, (int, float)) and 0 <= cost < 1e6 else 0.0
        yield Counted(Usage(usage.prompt_tokens or 0, usage.completion_tokens or 0, charged))
    for choice in chunk.choices or ():
        delta = choice.delta
        if delta is None:
            continue
        thought = getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None)
        if isinstance(thought, str) and thought:
            yield Thinking(thought)
        if delta.content:
            yield Text(delta.content)
