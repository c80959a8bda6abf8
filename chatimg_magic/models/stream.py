"""An answer's bytes, as servers really send them, to pieces: event streams, whole JSON, errors, web pages.

The official client reads event streams too, but ends at the first damaged line with the JSON parser's words, and takes
whatever else a server sends for an empty answer.

Source: the format of event streams, HTML Living Standard, 9.2.6; chunks as in OpenAI's API reference, "Chat".
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from chatimg_magic.drawing import Ending, Usage
from chatimg_magic.errors import clean
from chatimg_magic.models import Closed, Counted, Piece, Text, Thinking

LONGEST = 4_000_000
"""Characters of one line, of a whole JSON answer, or of reasoning: more is no answer."""
_LINES = re.compile(r"\r\n|\n|\r")
_ENDINGS = {
    "length": Ending.LENGTH,
    "max_tokens": Ending.LENGTH,
    "content_filter": Ending.FILTERED,
    "safety": Ending.FILTERED,
    "tool_calls": Ending.TOOL,
    "function_call": Ending.TOOL,
}


class NoAnswer(Exception):
    """What arrived is no answer.

    Parameters
    ----------
    said : the server's own words, fit to show; may be empty.
    kind : ``error``, ``page`` for a web page, or ``other``.
    """

    def __init__(self, said: str, kind: str = "error") -> None:
        super().__init__(said)
        self.said = said
        self.kind = kind


class Reader:
    """Reads one answer, piece by piece.

    Parameters
    ----------
    longest : characters of the answer after which it is ended.

    Attributes
    ----------
    ended : how it ended, once the server has said so or it was too long.
    """

    def __init__(self, longest: int) -> None:
        self.ended: Ending | None = None
        self._longest = longest
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._line = ""
        self._data: list[str] = []
        self._kind = ""  # of the body: stream, json or page
        self._text = 0
        self._thought = 0
        self._tool = ""
        self._finished = False
        self._choice: Any = None
        self._other = ""

    def feed(self, data: bytes) -> Iterator[Piece]:
        """Take some bytes; yield what they complete. Raises NoAnswer."""
        yield from self._take(self._decoder.decode(data))

    def close(self, broken: str = "") -> Iterator[Piece]:
        """Take the end of the body; the last piece is a Closed. Raises NoAnswer.

        Parameters
        ----------
        broken : why there is no more, where the connection broke; empty where it ended by itself.
        """
        yield from self._take(self._decoder.decode(b"", final=True) + ("" if broken else "\n\n"))
        if self._kind == "page":
            raise NoAnswer(title(self._line), "page")
        if self._kind == "json":
            yield from self._whole(broken)
        if self._other and not (self._text or self._thought or self._finished or self.ended):
            raise NoAnswer(self._other, "other")
        ending = self.ended or (Ending.STOP if self._finished else Ending.CUT_OFF)
        yield Closed(ending, broken or self._tool)

    def _take(self, text: str) -> Iterator[Piece]:
        self._line += text
        self._kind = self._kind or _kind(self._line.lstrip("\ufeff \r\n\t"))
        if len(self._line) > LONGEST:
            self._line, self.ended = self._line[:1000], Ending.TOO_LONG
        if self._kind != "stream" or self.ended is Ending.TOO_LONG or not _LINES.search(text):
            return
        held = "\r" if self._line.endswith("\r") else ""  # half of a line's end, perhaps
        *lines, rest = _LINES.split(self._line[: len(self._line) - len(held)])
        self._line = rest + held
        for line in lines:
            if not self._finished:
                yield from self._take_line(line.lstrip("\ufeff"))

    def _take_line(self, line: str) -> Iterator[Piece]:
        if not line:
            self._data.clear()
        elif line.startswith("data:"):
            self._data.append(line[5:].strip())
            if self._data[-1] == "[DONE]":
                self._finished = True
            elif (chunk := _object("\n".join(self._data))) is not None or (
                chunk := _object(self._data[-1])
            ) is not None:
                self._data.clear()
                yield from self._chunk(chunk)
        elif line.startswith("{") and "error" in (chunk := _object(line) or {}):  # put into the stream as it is
            yield from self._chunk(chunk)
        elif not re.match(r":|event:|id:|retry:", line):
            self._other = self._other or clean(line, 80)

    def _whole(self, broken: str) -> Iterator[Piece]:
        """Read an answer that was sent as one JSON text, or as one in each line."""
        chunk = _object(self._line)
        lines = [chunk] if chunk is not None else [_object(line) for line in self._line.splitlines()]
        found = [each for each in lines if each is not None]
        if not found and not broken:
            raise NoAnswer(clean(self._line, 80), "other")
        for each in found:
            yield from self._chunk(each)
        self._finished = self._finished or bool(found)

    def _chunk(self, chunk: dict[str, Any]) -> Iterator[Piece]:
        if chunk.get("error"):
            raise NoAnswer(said(chunk["error"]))
        if (counted := _usage(chunk.get("usage"))) is not None:
            yield counted
        choices = chunk.get("choices")
        if choices is None and "object" not in chunk and "id" not in chunk:
            raise NoAnswer(said(chunk), "other")
        for choice in choices if isinstance(choices, list) else ():
            if isinstance(choice, dict) and self._follows(choice):
                yield from self._delta(choice.get("delta") or choice.get("message") or {"content": choice.get("text")})
                reason = choice.get("finish_reason")
                if isinstance(reason, str) and reason and self.ended is None:
                    self.ended = _ENDINGS.get(reason.lower(), Ending.STOP)

    def _follows(self, choice: dict[str, Any]) -> bool:
        """Whether a choice is the first one that spoke: of several answers one is followed."""
        index = choice.get("index", 0)
        if self._choice is None:
            self._choice = index
        return bool(index == self._choice)

    def _delta(self, delta: Any) -> Iterator[Piece]:
        if not isinstance(delta, dict):
            return
        thought = _words(delta.get("reasoning_content")) or _words(delta.get("reasoning"))
        if thought:
            self._thought += len(thought)
            yield Thinking(thought)
        text = _words(delta.get("content")) + _words(delta.get("refusal"))
        room = self._longest - self._text
        if text and room > 0:
            self._text += len(text)
            yield Text(text[:room])
        if self._text > self._longest or self._thought > LONGEST:
            self.ended = Ending.TOO_LONG
        for call in delta.get("tool_calls") or ():
            function = call.get("function") if isinstance(call, dict) else None
            name = function.get("name") if isinstance(function, dict) else None
            self._tool = self._tool or clean(_words(name), 60)


def _kind(start: str) -> str:
    """Tell from the first characters what a body is; empty where there are none yet."""
    if not start:
        return ""
    return {"{": "json", "[": "json", "<": "page"}.get(start[0], "stream")


def _object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _words(value: Any) -> str:
    """Return a text, also out of a list of parts."""
    if isinstance(value, list):
        return "".join(_words(part.get("text")) for part in value if isinstance(part, dict))
    return value if isinstance(value, str) else ""


def _usage(usage: Any) -> Counted | None:
    if not isinstance(usage, dict):
        return None
    cost = usage.get("cost")  # OpenRouter's usage accounting, in credits (US dollars)
    charged = float(cost) if isinstance(cost, (int, float)) and 0 <= cost < 1e6 else 0.0
    return Counted(Usage(_number(usage.get("prompt_tokens")), _number(usage.get("completion_tokens")), charged))


def _number(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) and 0 <= value < 1e12 else 0


def said(error: Any) -> str:
    """Find the words in an error, wherever a server puts them."""
    while isinstance(error, dict):
        inner = next((error[key] for key in ("error", "message", "detail", "msg", "type") if error.get(key)), "")
        if not inner:
            return clean(json.dumps(error), 200)
        error = inner
    if isinstance(error, list):
        return said(error[0]) if error else ""
    return clean(str(error), 200)


def title(page: str) -> str:
    """Return the title of a web page, fit to show."""
    found = re.search(r"(?is)<title[^>]*>(.*?)</title", page[:20_000])
    return clean(found[1], 80) if found else ""
