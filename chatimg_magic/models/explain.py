"""What went wrong between here and a server, in words: what happened, and what to do next."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from chatimg_magic.errors import ChatImgError, ProviderError, clean
from chatimg_magic.models.line import RETRIES, where
from chatimg_magic.models.stream import NoAnswer, said, title

_AGAIN = "Try again, or use another --model."
_CAUSES = (  # of a connection: what the error's text, or that of its causes, has in it
    (r"redirect", "it sends elsewhere, in a circle"),
    (r"certificate|ssl|tls", "its certificate or its encryption is not accepted"),
    (r"name or service|nodename|getaddrinfo|resolution|not known", "there is no such host"),
    (r"refused", "nothing listens there"),
    (r"unreachable|no route", "there is no way to it"),
    (r"proxy", "the proxy did not let it through"),
)


def broke(error: BaseException) -> str:
    """Say how a connection broke, from whichever exception tells of it."""
    text = " ".join(_chain(error)).lower()
    if "reset" in text:
        return "the connection was reset"
    if "decod" in text or "decompress" in text:
        return "what arrived could not be unpacked"
    return "the connection ended"


def explain(error: BaseException, model: str, base_url: str, place: str, waited: float) -> ChatImgError:
    """Turn the client's error into words; keys that servers echo are never among them.

    Parameters
    ----------
    error : what was raised.
    model, base_url : who was asked, and where.
    place : how to name that.
    waited : seconds that connecting may take.
    """
    import openai

    if isinstance(error, NoAnswer):
        return _no_answer(error, base_url, place)
    if isinstance(error, openai.APITimeoutError):
        return ProviderError(
            f"{place} cannot be reached: no connection within {waited:g} s.", "Is it running, and is the address right?"
        )
    if isinstance(error, TimeoutError):
        return ProviderError(f"{place} did not answer in time.", _AGAIN)
    if isinstance(error, openai.APIConnectionError):
        return _connection(error, place)
    if isinstance(error, openai.APIStatusError):
        return _status(error, model, base_url, place)
    return ProviderError(f"{place} failed: {clean(str(error) or type(error).__name__, 200).rstrip('.')}.", _AGAIN)


def _connection(error: BaseException, place: str) -> ChatImgError:
    text = " ".join(_chain(error)).lower()
    for pattern, why in _CAUSES:
        if re.search(pattern, text):
            return ProviderError(
                f"{place} cannot be reached: {why}.", "Is the server running, and is OPENAI_BASE_URL right?"
            )
    if "connecterror" in text:
        return ProviderError(f"{place} cannot be reached.", "Is the server running, and is OPENAI_BASE_URL right?")
    return ProviderError(
        f"{place} was asked {_times(RETRIES + 1)}, and {broke(error)} before it answered.",
        "Try again; the server's own log may say why.",
    )


def _status(error: Any, model: str, base_url: str, place: str) -> ChatImgError:
    code = error.status_code
    words = _words_of(error)
    colon = f": {words}" if words else ""
    if code == 401:
        return ProviderError(f"{place} does not accept the key.", "Set OPENAI_API_KEY to a valid one and try again.")
    if code == 403:
        return ProviderError(f"{place} does not allow this{colon}.", "Check the key's rights, or use another --model.")
    if code == 402:
        return ProviderError(f"{place} wants to be paid{colon}.", "Check the account, or use another --model.")
    if code == 404 and (_names(words, model) or "model" in words.lower()):
        return ProviderError(f"{place} does not know the model {model!r}{colon}.", "Name another one with --model.")
    if code in (404, 405):
        path = urlsplit(base_url).path.rstrip("/")
        return ProviderError(f"{place} has nothing at {path}/chat/completions{colon}.", _address(base_url))
    if code == 407:
        return ProviderError(f"The proxy before {place} wants a name and a password.", "Set HTTPS_PROXY with them.")
    if code == 413 or (code == 400 and re.search(r"context|too long|maximum.*tokens", words, re.I)):
        return ProviderError(
            f"{place} finds the question too long{colon}.", "Send fewer examples: %config ChatImg.examples = 1"
        )
    if code == 429:
        return ProviderError(f"{place} takes no more requests now{colon}.", _later(error))
    if code >= 500 or code in (408, 409):
        return ProviderError(f"{place} failed {_times(RETRIES + 1)} ({code}){colon}.", _later(error))
    return ProviderError(f"{place} refuses the request ({code}){colon}.", _AGAIN)


def _no_answer(error: NoAnswer, base_url: str, place: str) -> ChatImgError:
    if error.kind == "page":
        called = f" called “{error.said}”" if error.said else ""
        return ProviderError(f"{place} answered with a web page{called}.", _address(base_url))
    words = error.said.rstrip(".")
    if error.kind == "other":
        return ProviderError(f"{place} answered with something else: {words}.", _address(base_url))
    return ProviderError(f"{place} answered with an error{f': {words}' if words else ''}.", _AGAIN)


def _address(base_url: str) -> str:
    """Name the likely address, without credentials."""
    parts = urlsplit(base_url)
    root = f"{parts.scheme}://{where(base_url)}"
    path = parts.path.rstrip("/")
    if path.endswith("/v1"):
        return f"OPENAI_BASE_URL is {root}{path}: is that the API, and not a login or a proxy before it?"
    likely = re.sub(r"/(chat(/completions)?|completions|models)$", "", path)
    likely = likely if likely.endswith("/v1") else f"{likely}/v1"
    return f"OPENAI_BASE_URL is {root}{path}; the API is usually at {root}{likely}"


def _words_of(error: Any) -> str:
    """Return a server's own words about a failure."""
    body = error.body
    if isinstance(body, str):
        return title(body) if body.lstrip().startswith("<") else clean(body, 200).rstrip(".")
    return said(body).rstrip(".") if body else ""


def _later(error: Any) -> str:
    """Say when to ask again, where the server does."""
    try:
        seconds = float(error.response.headers.get("retry-after", ""))
    except ValueError:
        seconds = 0.0
    if 0 < seconds < 100_000:
        return f"It says to wait {seconds:.0f} s." if seconds < 120 else f"It says to wait {seconds / 60:.0f} min."
    return "Wait a little and try again, or use another --model."


def _names(words: str, model: str) -> bool:
    return bool(model) and model.lower() in words.lower()


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _chain(error: BaseException | None) -> list[str]:
    """Return class names and texts of an exception and its causes."""
    found: list[str] = []
    while error is not None and len(found) < 16:
        found += [type(error).__name__, str(error)]
        error = error.__cause__ or error.__context__
    return found
