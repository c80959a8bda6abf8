"""A contact sheet: every picture of a variant on one page, right and wrong ones told apart by their borders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from chatimg_magic.bench import pictures
from chatimg_magic.bench.records import Sample, Stage

if TYPE_CHECKING:
    from PIL.Image import Image as Sheet

WIDTH = 1200
TILE = 131
"""Side of a picture on the sheet, in pixels."""
BORDER = 5
GAP = 8
TEXT = 13
LINE = 20
"""Height of a line of text."""
CELL = TILE + 2 * BORDER
ACROSS = (WIDTH - GAP) // (CELL + GAP)

PAPER, INK, MUTED = (255, 255, 255), (20, 20, 20), (190, 190, 190)
RIGHT, WRONG = (0, 150, 70), (215, 35, 35)


def sheet(samples: Sequence[Sample], folder: Path) -> Sheet:
    """Lay out the pictures of one variant.

    Parameters
    ----------
    samples : in any order; they are laid out by level, then as they come.
    folder : where their pictures are.

    Returns
    -------
    PIL.Image.Image
        RGB, 1200 pixels wide.
    """
    levels = [(level, list(group)) for level, group in groupby(sorted(samples, key=_level), _level)]
    lines = sum(-(-len(group) // ACROSS) for _, group in levels)
    height = GAP + len(levels) * (LINE + GAP) + lines * (CELL + LINE + GAP)
    page = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(page)
    pen.fontmode = "L"
    font = ImageFont.load_default(TEXT)
    top = GAP
    for level, group in levels:
        passed = sum(sample.stage is Stage.PASS for sample in group)
        pen.text((GAP, top), f"level {level}: {passed} of {len(group)} passed", INK, font)
        top += LINE + GAP
        for number, sample in enumerate(group):
            row, col = divmod(number, ACROSS)
            left, above = GAP + col * (CELL + GAP), top + row * (CELL + LINE + GAP)
            page.paste(_tile(sample, folder, font), (left, above))
            label = _fitting(_label(sample), font)
            pen.text((left + CELL // 2, above + CELL + 2), label, INK, font, anchor="ma")
        top += -(-len(group) // ACROSS) * (CELL + LINE + GAP)
    return page


def sheets(samples: Sequence[Sample], folder: Path, output: Path | None = None, name: str = "sheet") -> Iterator[Path]:
    """Save a sheet for each variant, and yield where.

    Parameters
    ----------
    samples : of one model.
    folder : where their pictures are, and where the sheets go if there is no other place for them.
    output : another place.
    name : how the files' names begin.
    """
    for variant in dict.fromkeys(sample.variant for sample in samples):
        path = (output or folder) / f"{name}-{pictures.file_name(variant)}.png"
        sheet([sample for sample in samples if sample.variant == variant], folder).save(path)
        yield path


def _level(sample: Sample) -> int:
    return sample.level


def _label(sample: Sample) -> str:
    return f"{sample.spec} {sample.sample}" if sample.sample else sample.spec


def _tile(sample: Sample, folder: Path, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> Sheet:
    """Return a picture with its border, or a grey tile that says why there is none."""
    drawn = pictures.read(sample, folder)
    if drawn is None:
        tile = Image.new("RGB", (CELL, CELL), MUTED)
        words = sample.stage.value.replace("_", " ") if not sample.picture else "file is missing"
        ImageDraw.Draw(tile).text((CELL / 2, CELL / 2), words, INK, font, anchor="mm")
        return tile
    tile = Image.new("RGB", (CELL, CELL), RIGHT if sample.stage is Stage.PASS else WRONG)
    tile.paste(MUTED, (BORDER, BORDER, CELL - BORDER, CELL - BORDER))
    picture = pictures.resized(drawn, TILE)
    tile.paste(picture, ((CELL - picture.width) // 2, (CELL - picture.height) // 2))
    return tile


def _fitting(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    """Shorten a text in its middle until it is no wider than a tile."""
    shown, half = text, len(text) // 2
    while font.getlength(shown) > CELL + GAP - 2 and half > 1:
        half -= 1
        shown = f"{text[:half]}…{text[-half:]}"
    return shown
