"""Every default that a person can change: ``%config ChatImg.…`` and environment variables."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from traitlets import Bool, Enum, Float, Int, Unicode
from traitlets.config import Configurable

if TYPE_CHECKING:
    from chatimg_magic.models import Waits

ISOLATIONS = ["auto", "local", "podman", "docker", "wsl"]
CAPABILITIES = ["auto", "small", "capable"]


class ChatImg(Configurable):
    """Defaults of %%chatimg; set one with ``%config ChatImg.size = "512"``."""

    name = Unicode("image", help="Variable that holds the array when a cell names none.").tag(config=True)
    size = Unicode("256", help="Size in pixels when a cell names none: 256 or ROWSxCOLS.").tag(config=True)
    mode = Enum(["gray", "rgb", "rgba"], "rgb", help="gray, rgb or rgba when a cell names none.").tag(config=True)
    model = Unicode("", help="Model that answers; empty: the server's or the embedded one.").tag(config=True)
    base_url = Unicode("", help="OpenAI-compatible server, such as http://127.0.0.1:11434/v1.").tag(config=True)
    openai_model = Unicode("gpt-6-luna", help="Model asked at OpenAI itself when none is named.").tag(config=True)
    temperature = Float(
        0.2, allow_none=True, help="Temperature of the first answer; repairs are warmer. None: the server's."
    ).tag(config=True)
    max_tokens = Int(
        None, allow_none=True, help="Longest answer in tokens; None: the server's limit, of the embedded model 700."
    ).tag(config=True)
    max_answer = Int(
        200_000, min=1000, help="Characters of an answer; a longer one is ended there. Reasoning is not counted."
    ).tag(config=True)
    connect = Float(5.0, min=0.1, help="Seconds to wait for a connection to the server.").tag(config=True)
    first_word = Float(
        120.0, min=0.1, help="Seconds to wait for an answer's first word; of the embedded model at least 600."
    ).tag(config=True)
    between_words = Float(
        30.0, min=0.1, help="Seconds to wait from one word to the next; of the embedded model at least 120."
    ).tag(config=True)
    retries = Int(2, min=0, max=10, help="How often an answer may be repaired or replaced.").tag(config=True)
    patience = Float(
        180.0, min=0, help="Seconds after which no better answer is asked for; the best so far is shown."
    ).tag(config=True)
    look = Enum(
        ["off", "facts", "image"],
        "off",
        help="Whether the model looks once at what it drew, and is shown facts in numbers, or the image too.",
    ).tag(config=True)
    examples = Int(3, min=0, max=8, help="How many worked drawings of the gallery go along.").tag(config=True)
    teaching = Enum(
        ["bare", "contract", "gallery", "exact"],
        "exact",
        help="What goes along with a description: nothing, the rules, also free drawings, or drawings with numbers.",
    ).tag(config=True)
    capability = Enum(
        CAPABILITIES,
        "auto",
        help="small: its answer is begun, and failed ones are drawn anew with other examples; capable: it is told what "
        "failed; auto: small if embedded, capable if a server's.",
    ).tag(config=True)
    max_tokens_per_session = Int(
        None, allow_none=True, min=0, help="Tokens, in and out, after which no model is asked any more; None: no limit."
    ).tag(config=True)
    price_prompt = Float(
        0.0, min=0, help="What you pay for a million tokens in, in your currency; for servers that name no charge."
    ).tag(config=True)
    price_completion = Float(0.0, min=0, help="The same for a million tokens out.").tag(config=True)
    run = Bool(False, help="Also run checked code in the kernel, as --run does.").tag(config=True)
    insert = Bool(True, help="Put the code into a new cell; False is --no-insert.").tag(config=True)
    review_cell = Enum(
        ["plain", "isolated"],
        "plain",
        help="plain Python, or isolated: a %%chatimg run cell, which binds only the array.",
    ).tag(config=True)
    store = Unicode(
        "", help="Folder of kept drawings, such as .chatimg beside the notebook; empty: your data directory."
    ).tag(config=True)
    isolation = Enum(
        ISOLATIONS,
        "auto",
        help="What starts the process in which code runs first; auto: the first that proves all denials.",
    ).tag(config=True)
    seconds = Float(10.0, min=0.5, help="Wall-clock seconds that generated code may run.").tag(config=True)
    memory_mb = Int(2048, min=256, help="Memory in MiB that generated code may use.").tag(config=True)
    printed = Int(16_000, min=0, help="Characters of the code's printed output that are kept.").tag(config=True)
    debug = Bool(False, help="Show full tracebacks of this package's own errors.").tag(config=True)

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.observe(self._set_debug, "debug")

    def _set_debug(self, change: object) -> None:
        from chatimg_magic.errors import ChatImgError

        ChatImgError.debug = bool(self.debug)

    def waits(self) -> Waits:
        """Return how long silence is borne, and how long an answer may be."""
        from chatimg_magic.models import Waits

        return Waits(self.connect, self.first_word, self.between_words, self.max_answer)

    def isolation_wish(self) -> str:
        """Return what shall start workers: the setting, ``CHATIMG_ISOLATION``, or any."""
        from chatimg_magic.errors import BadOption

        wish = os.environ.get("CHATIMG_ISOLATION", "") if self.isolation == "auto" else self.isolation
        if wish and wish not in ISOLATIONS:
            raise BadOption(f"CHATIMG_ISOLATION is {wish}.", f"It may be one of {', '.join(ISOLATIONS)}.")
        return str(wish or "auto")

    def store_folder(self) -> Path:
        """Return where drawings are kept: the setting, ``CHATIMG_STORE``, or the user's data directory."""
        named = self.store or os.environ.get("CHATIMG_STORE", "")
        if named:
            return Path(named).expanduser()
        import platformdirs

        return platformdirs.user_data_path("chatimg-magic") / "drawings"


@lru_cache(maxsize=1)
def current() -> ChatImg:
    """Return this process's settings."""
    return ChatImg()
