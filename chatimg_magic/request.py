"""What a cell asks for."""

from __future__ import annotations

import difflib
import hashlib
import json
import keyword
import re
from dataclasses import dataclass
from enum import Enum

from chatimg_magic.errors import BadOption, ChatImgError, EmptyPrompt

MAX_PROMPT_BYTES = 32_000
MAX_PIXELS = 64_000_000


class Mode(str, Enum):
    """How many channels a picture has."""

    GRAY = "gray"
    RGB = "rgb"
    RGBA = "rgba"

    @property
    def channels(self) -> int:
        """Values a pixel: 1, 3 or 4."""
        return {Mode.GRAY: 1, Mode.RGB: 3, Mode.RGBA: 4}[self]


@dataclass(frozen=True)
class Size:
    """Rows and columns of a picture, in pixels."""

    rows: int
    cols: int

    @classmethod
    def parse(cls, text: str) -> Size:
        """Read ``256`` (square) or ``ROWSxCOLS``.

        Raises
        ------
        BadOption
            If the text is neither, or the picture would be empty or over 64 megapixels.
        """
        found = re.fullmatch(r"\s*([0-9]{1,6})\s*(?:[xX×]\s*([0-9]{1,6}))?\s*", text)
        if found is None:
            raise BadOption(f"--size {text!r} is not a size.", "Write --size 256 or --size ROWSxCOLS, such as 200x300.")
        rows = int(found[1])
        size = cls(rows, int(found[2] or rows))
        if not 1 <= size.rows * size.cols <= MAX_PIXELS:
            raise BadOption(
                f"--size {size} is {size.rows * size.cols:,} pixels.",
                "A picture has at least 1 pixel and at most 64 million.",
            )
        return size

    def __str__(self) -> str:
        return f"{self.rows}x{self.cols}"


@dataclass(frozen=True)
class Request:
    """What a cell asks for.

    Attributes
    ----------
    prompt : the person's words, as plain text.
    name : the variable that shall hold the array.
    size : rows and columns.
    mode : gray, rgb or rgba.
    using : pairs of a variable's name and the digest of the array handed to the code.
    refines : digest of the request this one continues, or ``""``.
    """

    prompt: str
    name: str = "image"
    size: Size = Size(256, 256)
    mode: Mode = Mode.RGB
    using: tuple[tuple[str, str], ...] = ()
    refines: str = ""

    def __post_init__(self) -> None:
        if not self.prompt.strip():
            raise EmptyPrompt()
        length = len(self.prompt.encode("utf-8", "surrogatepass"))
        if length > MAX_PROMPT_BYTES:
            raise BadOption(
                f"The description is {length:,} bytes long.",
                f"At most {MAX_PROMPT_BYTES:,} are sent to a model: shorten it.",
            )
        check_name(self.name)

    @property
    def shape(self) -> tuple[int, ...]:
        """The array's shape: (rows, cols) for gray, else (rows, cols, channels)."""
        plane = (self.size.rows, self.size.cols)
        return plane if self.mode is Mode.GRAY else (*plane, self.mode.channels)

    @property
    def digest(self) -> str:
        """The SHA-256 of all that makes two requests the same, in hexadecimal."""
        canonical = json.dumps(self.to_json(), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def to_json(self) -> dict[str, object]:
        """Return plain data for a JSON file."""
        return {
            "prompt": self.prompt,
            "name": self.name,
            "size": [self.size.rows, self.size.cols],
            "mode": self.mode.value,
            "using": [list(pair) for pair in self.using],
            "refines": self.refines,
        }

    @classmethod
    def from_json(cls, data: dict[str, object]) -> Request:
        """Rebuild a request; raises KeyError, TypeError or ValueError on other data."""
        size, using = data["size"], data["using"]
        if not isinstance(size, list) or not isinstance(using, list):
            raise TypeError("size and using must be lists")
        try:
            rows, cols = (int(side) for side in size)
            Size.parse(f"{rows}x{cols}")
            return cls(
                prompt=str(data["prompt"]),
                name=str(data["name"]),
                size=Size(rows, cols),
                mode=Mode(data["mode"]),
                using=tuple((str(name), str(digest)) for name, digest in using),
                refines=str(data["refines"]),
            )
        except (ChatImgError, OverflowError) as error:
            raise ValueError(str(error)) from None


def check_name(name: str) -> None:
    """Refuse what cannot be the name of the array's variable.

    Raises
    ------
    BadOption
        If it is no identifier, a keyword, begins with two underscores, or is a module's usual name.
    """
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("__"):
        raise BadOption(f"{name!r} cannot be a variable's name.", "Write a Python name, such as: %%chatimg smiley")
    if name in {"np", "plt", "numpy"}:
        raise BadOption(f"The generated code needs the name {name!r} itself.", "Choose another variable name.")


def read_request(prompt: str, name: str, size: str, mode: str) -> Request:
    """Build a request from what a person typed; raises BadOption or EmptyPrompt."""
    modes = [m.value for m in Mode]
    if mode not in modes:
        near = difflib.get_close_matches(mode.lower(), [*modes, "grey"], 1)
        nearest = near[0].replace("grey", "gray") if near else "gray, rgb or rgba"
        raise BadOption(f"--mode {mode!r} is not a mode.", f"Write {nearest}.")
    return Request(prompt=prompt.strip("\n"), name=name, size=Size.parse(size), mode=Mode(mode))
