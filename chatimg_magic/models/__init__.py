"""Who answers: the interface that every model has."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from chatimg_magic.drawing import Usage


@dataclass(frozen=True)
class Message:
    """One message of a chat.

    Attributes
    ----------
    role : ``system``, ``user`` or ``assistant``.
    content : its text.
    png : a picture that goes along, for a model that sees; never kept, never shown.
    """

    role: str
    content: str
    png: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Question:
    """What a model is asked.

    Attributes
    ----------
    messages : the conversation; a last one of the assistant's own is how the answer begins (small models only).
    temperature : None leaves it to the server.
    seed : None leaves it to the server.
    """

    messages: tuple[Message, ...]
    temperature: float | None = None
    seed: int | None = None


@dataclass(frozen=True)
class Text:
    """A piece of the answer."""

    text: str


@dataclass(frozen=True)
class Thinking:
    """A piece of reasoning: never code."""

    text: str


@dataclass(frozen=True)
class Stage:
    """Nothing yet, and why, such as ``loading model…``; also sent as a heartbeat while waiting."""

    stage: str


@dataclass(frozen=True)
class Counted:
    """The server's token counts."""

    usage: Usage


Piece: TypeAlias = Text | Thinking | Stage | Counted


class Stop:
    """A request to stop, from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask to stop."""
        self._event.set()

    def __bool__(self) -> bool:
        return self._event.is_set()


class Model(Protocol):
    """A model that answers a question in pieces.

    Attributes
    ----------
    name : the model's own name, such as ``qwen2.5-coder-1.5b``.
    provider : where it runs, without credentials, such as ``embedded`` or ``api.openai.com``.
    small : whether it draws only with examples, short answers that are begun for it, and fresh samples instead of
        a repaired conversation.
    """

    name: str
    provider: str
    small: bool

    @property
    def sees(self) -> bool:
        """Whether pictures may go along with messages; no longer once its server has refused one."""
        ...

    def answer(self, question: Question, stop: Stop) -> Iterator[Piece]:
        """Yield the answer as it is written; closing the iterator cancels the request.

        A ``Stage`` comes at least every 0.25 s while nothing else does. Raises ``ChatImgError``.
        """
        ...

    def close(self) -> None:
        """Give back what is held: connections, processes."""
        ...
