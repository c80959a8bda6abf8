"""Answers kept by their question, so that variants which begin with the same question need not ask it twice."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from chatimg_magic.drawing import Ending, Usage
from chatimg_magic.models import Closed, Counted, Model, Piece, Question, Stop, Text

FILE = "answers.jsonl"


@dataclass(frozen=True)
class Answer:
    """A whole answer: its text, its usage, the seconds it took when it was asked for, and how it ended."""

    text: str
    usage: Usage
    seconds: float
    ended: Ending = Ending.STOP


class Answers:
    """The answers of a folder; a line of JSON each, added when the answer is whole.

    Parameters
    ----------
    folder : where they are kept.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._lock = threading.Lock()
        self._known: dict[str, Answer] = {}
        if self._path.exists():
            for line in self._path.read_text(encoding="utf-8").splitlines():
                self._learn(line)

    def _learn(self, line: str) -> None:
        try:
            data = json.loads(line)
            seconds, ended = float(data["seconds"]), Ending(data.get("ended", "stop"))
            self._known[data["question"]] = Answer(data["text"], Usage(**data["usage"]), seconds, ended)
        except (ValueError, LookupError, TypeError):
            return  # half a line, from a run that was stopped: it is asked again

    def find(self, model: str, question: Question) -> Answer | None:
        """Return the answer that a model gave to the very same question: messages, temperature and seed."""
        return self._known.get(_digest(model, question))

    def add(self, model: str, question: Question, answer: Answer) -> None:
        """Keep an answer. From any thread."""
        key = _digest(model, question)
        line = {
            "question": key,
            "text": answer.text,
            "usage": asdict(answer.usage),
            "seconds": answer.seconds,
            "ended": answer.ended.value,
        }
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            self._known[key] = answer
            file.write("\n" * (file.tell() > 0 and not _ends(self._path)) + json.dumps(line) + "\n")


def _ends(path: Path) -> bool:
    """Whether a file's last line is whole."""
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) == b"\n"


def _digest(model: str, question: Question) -> str:
    messages = [[m.role, m.content, *([hashlib.sha256(m.png).hexdigest()] if m.png else [])] for m in question.messages]
    asked = [model, question.temperature, question.seed, messages]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


class Remembering:
    """A model that is asked each question once in a folder; for one sample.

    Attributes
    ----------
    questions : what it was asked.
    spared : seconds that kept answers took when they were asked for.
    """

    def __init__(self, model: Model, answers: Answers | None) -> None:
        self._model, self._answers = model, answers
        self.name, self.provider, self.small = model.name, model.provider, model.small
        self.questions: list[Question] = []
        self.spared = 0.0

    @property
    def sees(self) -> bool:
        """Whether pictures may go along, as the model has it now."""
        return self._model.sees

    def answer(self, question: Question, stop: Stop) -> Iterator[Piece]:
        """Yield the model's answer, or the kept one; see :class:`chatimg_magic.models.Model`."""
        self.questions.append(question)
        kept = self._answers.find(self.name, question) if self._answers else None
        if kept is not None:
            self.spared += kept.seconds
            yield Text(kept.text)
            yield Counted(kept.usage)
            yield Closed(kept.ended)
            return
        began, text, usage, ended = time.monotonic(), "", Usage(), Ending.STOP
        for piece in self._model.answer(question, stop):
            text += piece.text if isinstance(piece, Text) else ""
            usage = piece.usage if isinstance(piece, Counted) else usage
            ended = piece.ending if isinstance(piece, Closed) else ended
            yield piece
        if self._answers and not stop and ended is not Ending.CUT_OFF:
            self._answers.add(self.name, question, Answer(text, usage, time.monotonic() - began, ended))

    def close(self) -> None:
        """Leave the model open: others use it too."""
