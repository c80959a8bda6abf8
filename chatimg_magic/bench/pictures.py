"""The pictures that a run left: read with care, made small enough to go into a page."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from chatimg_magic.bench.records import Sample

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SIDE = 256
"""Longest side of a picture in a page."""
MOST = 24_000
"""Bytes of a picture in a page."""
_QUALITIES = (90, 70, 45, 20)


def read(sample: Sample, folder: Path | None) -> Picture | None:
    """Read a sample's picture, laid on white; None if it has none, or its file is missing, damaged or elsewhere.

    Parameters
    ----------
    sample : whose picture is named by its record, which may be anybody's: only files below the folder are read.
    folder : of its run; None if pictures were not kept.
    """
    if folder is None or not sample.picture:
        return None
    try:
        path = (folder / sample.picture).resolve()
        if not path.is_relative_to(folder.resolve()):
            return None
        with Image.open(path) as file:
            picture = file.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    laid = Image.new("RGBA", picture.size, (255, 255, 255, 255))
    laid.alpha_composite(picture)
    return laid.convert("RGB")


def resized(picture: Picture, side: int) -> Picture:
    """Make a picture as large as fits into a square; no pixel is mixed with another."""
    scale = side / max(picture.size)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.NEAREST)


def data_uri(picture: Picture) -> str:
    """Return a picture for a page: exact where it has few enough colours and edges, else as JPEG."""
    small = resized(picture, SIDE) if max(picture.size) > SIDE else picture
    packed, kind = _packed(small, "PNG", optimize=True), "png"
    for quality in _QUALITIES:
        if len(packed) <= MOST:
            break
        packed, kind = _packed(small, "JPEG", quality=quality), "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(packed).decode()}"


def file_name(words: str) -> str:
    """Turn words that may be anything into a part of a file's name."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", words).strip("-.")[:80] or "unnamed"


def _packed(picture: Picture, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
