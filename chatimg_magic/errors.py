"""Every error that a person can meet: what happened, and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

_SECRETS = re.compile(r"\b(?:sk|pk|rk|key|hf|gsk|xai)[-_][A-Za-z0-9_\-*.]{6,}|(?i:bearer)\s+\S+|//[^/\s@]+@")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Take out of somebody else's words what steers a terminal, turns text round or cannot be sent."""
    return _CONTROL.sub(" ", text)


def clean(text: str, limit: int = 300) -> str:
    """Make somebody else's words fit to show: one line, no control characters, no keys."""
    line = harmless(_SECRETS.sub("[hidden]", " ".join(text.split())))
    return line if len(line) <= limit else line[: limit - 1] + "…"


class ChatImgError(Exception):
    """An error whose message says what happened and what to do next.

    Notebooks show that message alone; ``%config ChatImg.debug = True`` shows the traceback too.

    Parameters
    ----------
    what : what happened, a sentence.
    remedy : what to do next, a sentence.
    """

    debug = False

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()

    def _render_traceback_(self) -> list[str]:
        """Hide our own frames (the hook of IPython's ``InteractiveShell.showtraceback``)."""
        if ChatImgError.debug:
            import traceback

            lines = traceback.format_exception(type(self), self, self.__traceback__)
            return [_SECRETS.sub("[hidden]", line) for line in lines]
        return [f"{type(self).__name__}: {self.what}", *([self.remedy] if self.remedy else [])]


class BadOption(ChatImgError):
    """An option of the magic, the command or :func:`chatimg_magic.draw` is off."""


class EmptyPrompt(ChatImgError):
    """There is nothing to draw.

    Parameters
    ----------
    where : where a description has its place, such as ``below the first line``.
    """

    def __init__(self, where: str = "below the first line") -> None:
        super().__init__(
            "There is no description to draw.", f"Write one {where}, such as: A yellow smiley on a white background"
        )


class NoProvider(ChatImgError):
    """No model can answer."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            f"No model is set up{': ' + why if why else ''}.",
            'Any of: run `pip install "chatimg-magic[local]" && chatimg model get` (no account); set OPENAI_API_KEY; '
            "set OPENAI_BASE_URL to an OpenAI-compatible server.",
        )


class OutOfTokens(ChatImgError):
    """The limit of tokens is reached that the person has set for a session.

    Parameters
    ----------
    used : tokens so far.
    limit : the setting.
    """

    def __init__(self, used: int, limit: int) -> None:
        enough = used + max(limit, 10_000)
        super().__init__(
            f"No model was asked: this session has used {used:,} tokens of at most {limit:,}.",
            f"What is kept still shows. Raise the limit: %config ChatImg.max_tokens_per_session = {enough}; "
            "%chatimg usage says what used them.",
        )


class ProviderError(ChatImgError):
    """The model's server did not answer as it should."""


class LocalModelError(ChatImgError):
    """The embedded model cannot be fetched, loaded or kept running."""


class WrongWeights(LocalModelError):
    """The bytes that arrived are not the model's; they are deleted."""


ISOLATE = "To see pictures before that, install Podman or Docker and run `chatimg isolation get`; see `chatimg doctor`."
"""What helps where nothing isolates."""


class NoIsolation(ChatImgError):
    """Generated code cannot be isolated here, and nobody is there to review it."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The code was not run: {why}.",
            f"Read it and run it yourself, or allow it with --run. {ISOLATE}",
        )


class NoImage(ChatImgError):
    """The worker's image for a container engine cannot be made."""


class CodeRefused(ChatImgError):
    """The policy refuses the code of a cell.

    Parameters
    ----------
    reasons : each names line, rule and remedy.
    """

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(f"The code was not run: {'; '.join(reasons)}.", "Change it, or run it without %%chatimg run.")


class CodeFailed(ChatImgError):
    """The code of a cell ran isolated and made no picture.

    Parameters
    ----------
    why : the exception with its lines, or what was made instead.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"{why.rstrip('.')}.", "Change the code and run the cell again; nothing was bound.")
