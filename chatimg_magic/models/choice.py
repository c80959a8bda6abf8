"""Which model answers, and why."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from chatimg_magic.errors import NoProvider, ProviderError
from chatimg_magic.models import Model, Waits
from chatimg_magic.models.line import Line, Lines, where
from chatimg_magic.models.openai import OPENAI, OpenAIModel
from chatimg_magic.models.runnable import engine_is_installed


@dataclass(frozen=True)
class Wish:
    """What the person set: empty texts leave it to the environment."""

    model: str = ""
    base_url: str = ""
    openai_model: str = ""
    max_tokens: int | None = None
    capability: str = "auto"
    waits: Waits = field(default_factory=Waits)

    def small(self, embedded: bool) -> bool:
        """Whether a model is treated as a small one; unless that is set, embedded ones are and servers' are not."""
        return embedded if self.capability == "auto" else self.capability == "small"


@dataclass(frozen=True)
class Choice:
    """A model and the reason for it, in a few words, and the reason for how it is treated."""

    model: Model
    why: str
    treated: str


PATIENCE = 10.0
"""Seconds that a server may take to say which models it has."""


def choose(
    wish: Wish,
    environ: Mapping[str, str] = os.environ,
    lines: Lines | None = None,
    seconds: float = PATIENCE,
) -> Choice:
    """Decide who answers: explicit settings, then the environment, then the embedded model.

    Parameters
    ----------
    wish : what the person set.
    environ : the environment.
    lines : the connections that are there already.
    seconds : how long a server may take to say which models it has, if it is asked.

    Raises
    ------
    NoProvider, ProviderError
        If nobody can, or a server has several models and none was named.
    """
    kind, _, name = wish.model.partition(":")
    if kind == "embedded" or wish.model == "local":
        return _embedded(f"--model {wish.model}", wish, name)
    base_url = wish.base_url or environ.get("OPENAI_BASE_URL", "").strip()
    key = environ.get("OPENAI_API_KEY", "").strip()
    lines = lines or Lines()
    if base_url:
        why = "ChatImg.base_url" if wish.base_url else "OPENAI_BASE_URL is set"
        model = _at(wish.model, lines.to(base_url, key or "none"), wish)
        if not model.name:
            model.name = wish.openai_model if where(base_url) == where(OPENAI) else _only(model, base_url, seconds)
        return Choice(model, why, _treated(wish, "it is a server's"))
    if key:
        model = _at(wish.model or wish.openai_model, lines.to(OPENAI, key), wish)
        return Choice(model, "OPENAI_API_KEY is set", _treated(wish, "it is a server's"))
    if wish.model:
        raise NoProvider(f"--model {wish.model} needs a server, and neither OPENAI_API_KEY nor OPENAI_BASE_URL is set")
    return _embedded("no server is set, and its weights are here", wish)


def _treated(wish: Wish, reason: str) -> str:
    return reason if wish.capability == "auto" else "ChatImg.capability says so"


def _at(name: str, line: Line, wish: Wish) -> OpenAIModel:
    return OpenAIModel(name, line, "", wish.small(embedded=False), wish.max_tokens, wish.waits)


def _only(model: OpenAIModel, base_url: str, seconds: float) -> str:
    names: list[str] = []
    try:
        names = model.models(seconds)
        if len(names) == 1:
            return names[0]
    finally:
        if len(names) != 1:
            model.close()
    if not names:
        raise ProviderError(f"{where(base_url)} has no models.", "Load one there, or name it with --model.")
    shown = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    raise ProviderError(f"{where(base_url)} has {len(names)} models: {shown}.", "Name one with --model.")


def _embedded(why: str, wish: Wish, name: str = "") -> Choice:
    from chatimg_magic.models import own, weights
    from chatimg_magic.models.local import MAX_TOKENS, LocalModel

    chosen = own.found(name) if name else None
    path = weights.path(chosen) if chosen else weights.find()
    if path is None:
        raise NoProvider()
    if not wish.model and not engine_is_installed():
        raise NoProvider("the embedded model's weights are here, the engine that runs them is not installed")
    model = LocalModel(
        path,
        chosen.name if chosen else "",
        max_tokens=wish.max_tokens or MAX_TOKENS,
        waits=wish.waits,
        provider=f"embedded:{name}" if name else "embedded",
        small=wish.small(embedded=True),
    )
    return Choice(model, why, _treated(wish, "it is embedded"))
