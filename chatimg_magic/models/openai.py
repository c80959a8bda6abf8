"""Any OpenAI-compatible server: streaming chat completions through the official client."""

from __future__ import annotations

import asyncio
import queue
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

from chatimg_magic.drawing import Ending
from chatimg_magic.errors import ChatImgError, ProviderError
from chatimg_magic.models import Closed, Counted, Piece, Question, Stage, Stop, Text, Thinking, Waits
from chatimg_magic.models.explain import broke, explain
from chatimg_magic.models.line import Line, where
from chatimg_magic.models.stream import NoAnswer, Reader

OPENAI = "https://api.openai.com/v1"
HEARTBEAT = 0.1
QUIET = 5.0
"""Seconds of silence after which a person is told how long it has been."""
_REFUSALS = (400, 404, 415, 422)


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
        """Start the stream; what the model refuses is left out, once and for good."""
        import openai

        client, _ = self.line.open()
        messages: Any = [{"role": m.role, "content": m.content} for m in question.messages]
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
            if error.status_code not in _REFUSALS or not optional or (error.status_code == 404 and not named):
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


class Silence:
    """Watches how long nothing has been heard.

    Attributes
    ----------
    heard_so_far : characters of the answer.
    """

    def __init__(self, waits: Waits) -> None:
        self._waits = waits
        self._since = time.monotonic()
        self._stage = "waiting for the answer…"
        self.heard_so_far = 0
        self.speaking = False

    @property
    def limit(self) -> float:
        """Seconds that this silence may last."""
        return self._waits.first if self.setting == "first_word" else self._waits.between

    @property
    def setting(self) -> str:
        """Name the setting that says so."""
        return "first_word" if self._stage.startswith("waiting") else "between_words"

    @property
    def over(self) -> bool:
        """Whether it has lasted too long."""
        return time.monotonic() - self._since > self.limit

    def heard(self, piece: Piece) -> None:
        """Take note of a piece."""
        self._since = time.monotonic()
        if isinstance(piece, Text):
            self.heard_so_far += len(piece.text)
            self.speaking = True
        if not isinstance(piece, Counted):
            self._stage = "thinking…" if isinstance(piece, Thinking) else "writing…"

    def words(self) -> str:
        """Say what is going on."""
        quiet = time.monotonic() - self._since
        if quiet < QUIET:
            return self._stage
        return f"no word for {quiet:.0f} s, waiting until {self.limit:g} s…"
