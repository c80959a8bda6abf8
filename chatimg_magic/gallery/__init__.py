"""Worked drawings: the nearest go along with a request as examples.

Families state exact numbers and are made anew for every request; pieces are free. Each piece is a data file
``pieces/*.py``: three header lines (prompt, tags, mode), then plain NumPy that draws at any size that its line
``H, W = …`` names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from chatimg_magic.request import Mode, Request

FOLDER = Path(__file__).with_name("pieces")
_SIZE = re.compile(r"^H, W = \d+, \d+$", re.M)
_HEADER = re.compile(r"# prompt: (.+)\n# tags: (.+)\n# mode: (gray|rgb|rgba)\n")


@dataclass(frozen=True)
class Piece:
    """One worked drawing."""

    name: str
    prompt: str
    tags: tuple[str, ...]
    mode: Mode
    code: str


@lru_cache(maxsize=1)
def pieces() -> tuple[Piece, ...]:
    """Read the gallery, in the order of the file names."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.py")))


def _read(path: Path) -> Piece:
    text = path.read_text(encoding="utf-8")
    header = _HEADER.match(text)
    if header is None or not _SIZE.search(text):
        raise ValueError(f"the gallery's piece {path.name} has no proper header or size line")
    tags = tuple(tag.strip() for tag in header[2].split(","))
    return Piece(path.stem, header[1].strip(), tags, Mode(header[3]), text[header.end() :].strip("\n") + "\n")


def fitted(piece: Piece, request: Request) -> str:
    """Rewrite a piece for the size and the variable name that are asked for."""
    code = _SIZE.sub(f"H, W = {request.size.rows}, {request.size.cols}", piece.code, count=1)
    return renamed(code, request.name)


def renamed(code: str, name: str) -> str:
    """Rewrite a program that makes ``image`` so that the array has another name."""
    if name == "image":
        return code
    if re.search(rf"\b{name}\b", code):  # the program has a part of that name
        return f"{code}{name} = image\n"
    return re.sub(r"\bimage\b", name, code)
