"""Which model answers, and why."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from chatimg_magic.errors import NoProvider, ProviderError
from chatimg_magic.models import Model, Waits
from chatimg_magic.models.line import Lines, where
from chatimg_magic.models.openai import OPENAI, OpenAIModel


@dataclass(frozen=True)
class Wish:
    """What the person set: empty texts leave it to the environment."""

    model: str = ""
    base_url: str = ""
    openai_model: str = ""
    max_tokens: int | None = None
    waits: Waits = field(default_factory=Waits)


@dataclass(frozen=True)
class Choice:
    """A model and the reason for it, in a few words."""

    model: Model
    why: str


def choose(wish: Wish, environ: Mapping[str, str] = os.environ, lines: Lines | None = None) -> Choice:
    """Decide who answers: explicit settings, then the environment, then the embedded model.

    Parameters
    ----------
    wish : what the person set.
    environ : the environment.
    lines : the connections that are there already.

    Raises
    ------
    NoProvider, ProviderError
        If nobody can, or a server has several models and none was named.
    """
    if wish.model in ("embedded", "local"):
        return _embedded(f"--model {wish.model}", wish)
    base_url = wish.base_url or environ.get("OPENAI_BASE_URL", "").strip()
    key = environ.get("OPENAI_API_KEY", "").strip()
    lines = lines or Lines()
    if base_url:
        why = "ChatImg.base_url" if wish.base_url else "OPENAI_BASE_URL is set"
        line = lines.to(base_url, key or "none")
        model = OpenAIModel(wish.model, line, max_tokens=wish.max_tokens, waits=wish.waits)
        if not model.name:
            model.name = wish.openai_model if where(base_url) == where(OPENAI) else _only(model, base_url)
        return Choice(model, why)
    if key:
        name = wish.model or wish.openai_model
        model = OpenAIModel(name, lines.to(OPENAI, key), max_tokens=wish.max_tokens, waits=wish.waits)
        return Choice(model, "OPENAI_API_KEY is set")
    if wish.model:
        raise NoProvider(f"--model {wish.model} needs a server, and neither OPENAI_API_KEY nor OPENAI_BASE_URL is set")
    return _embedded("no server is set, and its weights are here", wish)


def _only(model: OpenAIModel, base_url: str) -> str:
    names: list[str] = []
    try:
        names = model.models()
        if len(names) == 1:
            return names[0]
    finally:
        if len(names) != 1:
            model.close()
    if not names:
        raise ProviderError(f"{where(base_url)} has no models.", "Load one there, or name it with --model.")
    shown = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    raise ProviderError(f"{where(base_url)} has {len(names)} models: {shown}.", "Name one with --model.")


def _embedded(why: str, wish: Wish) -> Choice:
    from chatimg_magic.models import weights
    from chatimg_magic.models.local import MAX_TOKENS, LocalModel

    path = weights.find()
    if path is None:
        raise NoProvider()
    return Choice(LocalModel(path, max_tokens=wish.max_tokens or MAX_TOKENS, waits=wish.waits), why)
