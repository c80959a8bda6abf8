"""Any OpenAI-compatible server: streaming chat completions through the official client."""

from __future__ import annotations

import asyncio
import base64
import queue
import re
from collections.abc import Iterable, Iterator
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
    from openai import APIStatusError, AsyncOpenAI

OPENAI = "https://api.openai.com/v1"
HEARTBEAT = 0.1
BEGINNING = "the answer's beginning"
"""What some servers refuse besides parameters: to go on from an assistant's message."""
PICTURES = "pictures"
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
    place : what errors call it; the server's host by default.
    """

    def __init__(
        self,
        name: str,
        line: Line,
        provider: str = "",
        small: bool = False,
        max_tokens: int | None = None,
        waits: Waits | None = None,
        place: str = "",
    ) -> None:
        self.name = name
        self.place = place or where(line.base_url)
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
        silence = Silence(self.waits)
        last = question.messages[-1] if question.messages else None
        begun = last.content if last is not None and last.role == "assistant" else ""  # the server goes on from there
        task = asyncio.run_coroutine_threadsafe(self._ask(question, pieces), loop)
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
                    # it did not go on, but began itself
                    anew = BEGINNING in self.refused or piece.text.lstrip().startswith("`")
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
        raise ProviderError(f"{self.place} did not answer: {closed.said or 'nothing came'}.", remedy)

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

    async def _open_stream(
        self, question: Question, opened: AsyncExitStack, without: frozenset[str] = frozenset()
    ) -> Any:
        """Start the stream; what the model or its server refuses is left out, once and for good."""
        import openai

        client, _ = self.line.open()
        left_out = self.refused | without
        pictures = self.sees and PICTURES not in left_out and any(message.png for message in question.messages)
        messages: Any = [_wire(message, pictures) for message in question.messages]
        begins = bool(messages) and messages[-1]["role"] == "assistant"
        if begins and BEGINNING in left_out:
            messages.pop()
        wanted = {
            "stream_options": {"include_usage": True},
            "temperature": question.temperature,
            "seed": question.seed,
            "max_tokens": self.max_tokens,
        }
        optional: dict[str, Any] = {n: v for n, v in wanted.items() if v is not None and n not in left_out}
        asked = client.chat.completions.with_streaming_response.create(
            model=self.name,
            messages=messages,
            stream=True,
            timeout=openai.Timeout(None, connect=self.waits.connect),  # the rest of the waiting is done in answer()
            **optional,
        )
        try:
            response = await opened.enter_async_context(asked)
        except openai.APIStatusError as error:
            also = {PICTURES} if pictures else {BEGINNING} if begins and BEGINNING not in left_out else set(optional)
            refused = _refused(error, optional, also)
            if not refused:
                raise
            return await self._open_stream(question, opened, without | refused)
        self.refused |= without
        self.sees = self.sees and PICTURES not in self.refused
        return response

    def models(self, seconds: float = 10) -> list[str]:
        """Ask the server which models it has.

        Raises
        ------
        ProviderError
            If it does not say.
        """

        async def ask(client: AsyncOpenAI) -> list[str]:
            return [model.id async for model in client.models.list()]

        try:
            self.line.models = tuple(self.line.call(ask, seconds))
            return list(self.line.models)
        except Exception as error:
            raise self._explain(error) from error

    def _explain(self, error: BaseException) -> ChatImgError:
        return explain(error, self.name, self.line.base_url, self.place, self.waits.connect)


def _wire(message: Message, pictures: bool) -> dict[str, Any]:
    """Return a message as the API has it: a text, or with a picture a list of parts."""
    if not (pictures and message.png):
        return {"role": message.role, "content": message.content}
    url = f"data:image/png;base64,{base64.b64encode(message.png).decode()}"
    parts = [{"type": "text", "text": message.content}, {"type": "image_url", "image_url": {"url": url}}]
    return {"role": message.role, "content": parts}


def _refused(error: APIStatusError, optional: Iterable[str], also: set[str]) -> set[str]:
    """Return what an error is about: the parameters that it names, else what else may be left out, else nothing.

    Some servers (llama.cpp's) call it an error of their own that they take no pictures.
    """
    named = {name for name in optional if name in str(error)}
    if PICTURES in also and not (named and error.status_code in _REFUSALS):
        names_images = _NAMES_IMAGES.search(str(error)) is not None
        about = error.status_code not in _NOT_ABOUT_IMAGES and (error.status_code < 500 or names_images)
        return also if about else set()
    if error.status_code not in _REFUSALS or (error.status_code == 404 and not named):
        return set()
    return named or also
