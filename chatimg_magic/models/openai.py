"""Any OpenAI-compatible server: streaming chat completions through the official client."""

from __future__ import annotations

import asyncio
import base64
import queue
import re
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from chatimg_magic.drawing import Ending
from chatimg_magic.errors import ChatImgError, ProviderError
from chatimg_magic.models import Closed, Message, Piece, Question, Stage, Stop, Text, Waits
from chatimg_magic.models.explain import broke, explain
from chatimg_magic.models.line import Line, where
from chatimg_magic.models.silence import Silence
from chatimg_magic.models.stream import NoAnswer, Reader

if TYPE_CHECKING:
    from openai import APIStatusError

OPENAI = "https://api.openai.com/v1"
HEARTBEAT = 0.1
_REFUSALS = (400, 404, 415, 422)
_NOT_ABOUT_IMAGES = (401, 408, 409, 429)
"""What a server says of a key, of time or of too many requests, whatever was sent."""
_NAMES_IMAGES = re.compile(r"\b(images?|image_url|vision|multi-?modal|mmproj)\b", re.I)


class OpenAIModel:
    """A model behind an OpenAI-compatible endpoint.

    Parameters
    ----------
    name : the model's name on that server.
    line : the way to it.
    provider : what to show as the place where it runs; the server's host by default.
    small : see :class:`chatimg_magic.models.Model`.
    max_tokens : upper limit of an answer, or None to leave it to the server.
    waits : how long silence is borne, and how long an answer may be.
    """

    def __init__(
        self,
        name: str,
        line: Line,
        provider: str = "",
        small: bool = False,
        max_tokens: int | None = None,
        waits: Waits | None = None,
    ) -> None:
        self.name = name
        self.provider = provider or where(line.base_url)
        self.small = small
        self.sees = not small
        self.max_tokens = max_tokens
        self.waits = waits or Waits()
        self.line = line
        self.refused: set[str] = set()

    def close(self) -> None:
        """Close the connections."""
        self.line.close()

    def answer(self, question: Question, stop: Stop) -> Iterator[Piece]:
        """Yield the answer as it is written; see :class:`chatimg_magic.models.Model`."""
        pieces: queue.SimpleQueue[Piece | BaseException] = queue.SimpleQueue()
        _, loop = self.line.open()
        task = asyncio.run_coroutine_threadsafe(self._ask(question, pieces), loop)
        silence = Silence(self.waits)
        last = question.messages[-1] if question.messages else None
        begun = last.content if last is not None and last.role == "assistant" else ""  # the server goes on from there
        try:
            while not stop:
                try:
                    piece = pieces.get(timeout=HEARTBEAT)
                except queue.Empty:
                    if not silence.over:
                        yield Stage(silence.words())
                        continue
                    piece = Closed(Ending.CUT_OFF, f"no word for {silence.limit:g} s")
                if isinstance(piece, BaseException):
                    raise self._explain(piece) from piece
                if isinstance(piece, Closed):
                    yield self._closed(piece, silence)
                    return
                silence.heard(piece)
                if isinstance(piece, Text) and begun:
                    anew = piece.text.lstrip().startswith("`")  # it did not go on, but began itself
                    piece, begun = (piece if anew else Text(begun + piece.text)), ""
                yield piece
        finally:
            task.cancel()

    def _closed(self, closed: Closed, silence: Silence) -> Closed:
        """Say after how much an answer was cut off. Raises ProviderError if nothing had come."""
        if closed.ending is not Ending.CUT_OFF:
            return closed
        if silence.speaking:
            return Closed(
                closed.ending,
                f"{closed.said or 'the server ended it without saying so'} after {silence.heard_so_far} characters",
            )
        remedy = "Try again, or use another --model."
        if silence.over:
            remedy = f"Try again, or wait longer: %config ChatImg.{silence.setting} = {4 * silence.limit:g}"
        raise ProviderError(f"{self._place} did not answer: {closed.said or 'nothing came'}.", remedy)

    async def _ask(self, question: Question, pieces: queue.SimpleQueue[Piece | BaseException]) -> None:
        reader = Reader(self.waits.longest)
        try:
            async with AsyncExitStack() as opened:
                response = await self._open_stream(question, opened)
                broken = ""
                try:
                    async for data in response.iter_bytes():
                        for piece in reader.feed(data):
                            pieces.put(piece)
                        if reader.ended is Ending.TOO_LONG:
                            break
                except NoAnswer:
                    raise
                except Exception as error:  # noqa: BLE001 - of whichever HTTP client is there; said when it ended
                    broken = broke(error)
                for piece in reader.close(broken):
                    pieces.put(piece)
        except Exception as error:  # noqa: BLE001 - raised again, explained, where the person waits
            pieces.put(error)

    async def _open_stream(self, question: Question, opened: AsyncExitStack) -> Any:
        """Start the stream; pictures that the model or its server refuses are left out, once and for good."""
        import openai

        if self.sees and any(message.png for message in question.messages):
            try:
                return await self._create(question, opened, pictures=True)
            except openai.APIStatusError as error:
                if not _refuses_pictures(error):
                    raise
            stream = await self._create(question, opened, pictures=False)
            self.sees = False
            return stream
        return await self._create(question, opened, pictures=False)

    async def _create(self, question: Question, opened: AsyncExitStack, pictures: bool) -> Any:
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
        waiting = openai.Timeout(None, connect=self.waits.connect)  # the rest of the waiting is done in answer()

        async def start(**options: Any) -> Any:
            asked = client.chat.completions.with_streaming_response.create(
                model=self.name, messages=messages, stream=True, timeout=waiting, **options
            )
            return await opened.enter_async_context(asked)

        try:
            return await start(**optional)
        except openai.APIStatusError as error:
            named = {name for name in optional if name in str(error)}
            if error.status_code not in _REFUSALS or not optional:
                raise
            if not named and (error.status_code == 404 or pictures):
                raise
            refused = named or set(optional)
        response = await start(**{name: value for name, value in optional.items() if name not in refused})
        self.refused |= refused
        return response

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

    @property
    def _place(self) -> str:
        return self.provider if self.provider != "embedded" else "The embedded model"

    def _explain(self, error: BaseException) -> ChatImgError:
        return explain(error, self.name, self.line.base_url, self._place, self.waits.connect)


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
