"""What a run leaves behind: one line of JSON a sample, written when the sample is done, readable after any crash."""

from __future__ import annotations

import contextlib
import json
import math
import os
import threading
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

from chatimg_magic.errors import ChatImgError

FILE = "samples.jsonl"
_WORDS = ("variant", "spec", "model", "provider", "text", "code", "picture")
_COUNTS = ("level", "sample", "attempts", "prompt_tokens", "completion_tokens")
_AMOUNTS = ("seconds", "cost")


class BadRun(ChatImgError):
    """A folder of samples cannot be used as asked."""


class Stage(str, Enum):
    """How far a sample came."""

    NO_CODE = "no_code"
    REFUSED = "refused"
    EXCEPTION = "exception"
    BLANK = "blank"
    """It left no picture of the kind asked for: blank, another shape, no array, not done in time."""
    WRONG = "wrong"
    PASS = "pass"
    ERROR = "error"
    """Nobody answered: the sample says nothing about the model and is asked for again."""

    @property
    def drawn(self) -> bool:
        """Whether there is a picture."""
        return self in (Stage.WRONG, Stage.PASS)


@dataclass(frozen=True)
class Key:
    """Which sample: no two lines that count have the same."""

    variant: str
    spec: str
    sample: int


@dataclass(frozen=True)
class Sample:
    """One answer to one prompt, judged.

    Attributes
    ----------
    variant, spec, level, sample : which one it is; ``sample`` counts from 0.
    model, provider : who answered, without credentials.
    messages : what the judged answer replied to: pairs of role and content.
    text, code : the judged answer, and the program in it.
    stage, first : what became of it, and of the first of its attempts.
    failed : the conditions of its spec that it does not meet, each with what was measured.
    problems : what was wrong with the answer as a person is told, each a sentence.
    unmet : the expectations that the picture was found not to meet, as a person is told.
    picture : its file below the folder, or ``""``.
    attempts : how many answers were asked for.
    others : the attempts that were not chosen: stage, what was wrong, text.
    prompt_tokens, completion_tokens, seconds, cost : of all attempts together; cost in the server's unit.
    """

    variant: str
    spec: str
    level: int
    sample: int
    model: str
    provider: str
    messages: tuple[tuple[str, str], ...]
    text: str
    code: str
    stage: Stage
    first: Stage
    failed: tuple[str, ...]
    problems: tuple[str, ...]
    unmet: tuple[str, ...]
    picture: str
    attempts: int
    others: tuple[tuple[str, str, str], ...]
    prompt_tokens: int
    completion_tokens: int
    seconds: float
    cost: float

    @property
    def key(self) -> Key:
        """Which sample it is."""
        return Key(self.variant, self.spec, self.sample)

    def to_json(self) -> dict[str, Any]:
        """Return plain data for a line of JSON."""
        return {**asdict(self), "stage": self.stage.value, "first": self.first.value, "seconds": round(self.seconds, 3)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Sample:
        """Rebuild a sample; raises KeyError, TypeError or ValueError on other data."""
        known = {field.name: data[field.name] for field in fields(cls)}
        counts = {name: int(known[name]) for name in _COUNTS}
        amounts = {name: float(known[name]) for name in _AMOUNTS}
        if not all(math.isfinite(number) and number >= 0 for number in (*counts.values(), *amounts.values())):
            raise ValueError("no sample has such numbers")
        return cls(
            **{
                **known,
                **{name: str(known[name]) for name in _WORDS},
                **counts,
                **amounts,
                "messages": tuple((str(role), str(content)) for role, content in known["messages"]),
                "stage": Stage(known["stage"]),
                "first": Stage(known["first"]),
                "failed": tuple(map(str, known["failed"])),
                "problems": tuple(map(str, known["problems"])),
                "unmet": tuple(map(str, known["unmet"])),
                "others": tuple((str(stage), str(told), str(text)) for stage, told, text in known["others"]),
            }
        )


def exist(folder: Path) -> bool:
    """Whether a folder holds samples."""
    path = folder / FILE
    return path.is_file() and path.stat().st_size > 0


def require_model(samples: Iterable[Sample], model: str) -> None:
    """Refuse to mix the answers of two models.

    Raises
    ------
    BadRun
        If a sample is another model's.
    """
    other = next((sample.model for sample in samples if sample.model != model), None)
    if other is not None:
        raise BadRun(f"These are samples of {other}, and {model} would answer now.", "Name another folder with -o.")


def read(folder: Path) -> list[Sample]:
    """Read a folder's samples, each once: of several lines for one sample the last counts.

    A last line without its end was being written when the run was stopped, and is left out unless it is whole.

    Raises
    ------
    BadRun
        If there is no such file, or another line than the last is damaged.
    """
    try:
        lines = (folder / FILE).read_bytes().split(b"\n")
    except OSError as error:
        raise BadRun(
            f"There are no samples in {folder}: {error.strerror}.",
            f"Make some: chatimg bench run -o {folder}",
        ) from None
    *whole, rest = lines
    samples = {}
    for number, line in enumerate([*whole, *([rest] if _is_whole(rest) else [])], 1):
        try:
            sample = Sample.from_json(json.loads(line))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise BadRun(
                f"Line {number} of {FILE} is damaged.", "Delete that line; its sample is asked for again with --resume."
            ) from None
        samples[sample.key] = sample
    return list(samples.values())


class Log:
    """The file of samples, open for adding to it.

    Parameters
    ----------
    file : at its end, after a whole line.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lock = threading.Lock()

    def add(self, sample: Sample) -> None:
        """Write a sample's line; when this returns it is on the disk. From any thread."""
        line = json.dumps(sample.to_json(), ensure_ascii=True, separators=(",", ":")) + "\n"
        with self._lock:
            self._file.write(line.encode())
            self._file.flush()
            os.fsync(self._file.fileno())


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Log]:
    """Open a folder's file for adding, mended where a run was stopped in the middle of a line.

    Raises
    ------
    BadRun
        If another run is writing into it, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = open(folder / FILE, "a+b")  # noqa: SIM115 - closed below
    except OSError as error:
        raise BadRun(f"{folder} cannot be written: {error.strerror}.", "Name another folder with -o.") from None
    with file:
        _claim(file, folder)
        _mend(file)
        yield Log(file)


def _claim(file: BinaryIO, folder: Path) -> None:
    """Let one run at a time write, where the system has file locks."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise BadRun(f"Another run is writing into {folder}.", "Wait for it, or name another folder.") from None


def _mend(file: BinaryIO) -> None:
    """End a last line that is whole, cut one that is not."""
    file.seek(0)
    content = file.read()
    end = content.rfind(b"\n") + 1
    if end == len(content):
        return
    if _is_whole(content[end:]):
        file.write(b"\n")
    else:
        file.truncate(end)


def _is_whole(rest: bytes) -> bool:
    try:
        Sample.from_json(json.loads(rest))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    return True
