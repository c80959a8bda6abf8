"""What the panel sends to a page: pictures without loss, and few bytes."""

from __future__ import annotations

import ast
import io
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from PIL import Image

from chatimg_magic import picture
from chatimg_magic.notebook import highlight
from chatimg_magic.notebook.panel_view import labels_png, png, thumbnail
from chatimg_magic.sandbox.provenance import Provenance

SHAPES = st.sampled_from([(7, 5), (6, 4, 3), (5, 9, 4), (30, 30, 3)])


def decoded(data: bytes, mode: str) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert(mode))


@given(SHAPES.flatmap(lambda shape: hnp.arrays(np.uint8, shape)))
def test_pictures_come_back_as_they_were(pixels: NDArray[np.uint8]) -> None:
    mode = {2: "L", 3: "RGB" if pixels.shape[-1] == 3 else "RGBA"}[pixels.ndim]
    assert np.array_equal(decoded(png(pixels), mode), pixels)


@pytest.mark.parametrize("most", [1, 255, 256, 500])
def test_labels_come_back_from_grey_or_from_red_and_green(most: int) -> None:
    labels = (np.arange(40 * 30) % (most + 1)).astype(np.uint16).reshape(40, 30)
    found = decoded(labels_png(labels), "RGB").astype(int)
    assert np.array_equal(found[..., 0] + (0 if most < 256 else 256) * found[..., 1], labels)


def test_a_thumbnail_is_small() -> None:
    assert max(decoded(thumbnail(np.zeros((1000, 300, 3), np.uint8)), "RGB").shape) <= 128


def test_with_twenty_parts_it_is_at_most_three_times_the_plain_picture() -> None:
    discs = "".join(
        f"image[np.hypot(yy - {37 * i % 512}, xx - {91 * i % 512}) < {20 + 5 * i}] = ({12 * i}, {255 - 9 * i}, 90)\n"
        for i in range(20)
    )
    source = (
        f"import numpy as np\nyy, xx = np.mgrid[:512, :512]\nimage = np.full((512, 512, 3), 255, np.uint8)\n{discs}"
    )
    parts, space = Provenance(), dict[str, Any]()
    for statement in ast.parse(source).body:
        exec(compile(ast.Module([statement], []), "x", "exec"), space)
        parts.ran(statement, space, "image")
    assert len(parts.film) == 21
    assert parts.labels is not None
    sent = len(png(space["image"])) + len(labels_png(parts.labels)) + sum(len(png(p)) for *_, p in parts.film if p.size)
    assert sent <= 3 * len(picture.png(space["image"]))


@pytest.mark.parametrize(
    ("source", "lines"),
    [("", 0), ("x = 1", 1), ('a = """two\nlines"""\nb = "<b>&"', 3), ("not python (\n§", 2), ("x = 1\n\n\ny = 2", 4)],
)
def test_code_is_highlighted_line_by_line_and_harmless(source: str, lines: int) -> None:
    shown = highlight.lines(source)
    assert len(shown) == lines
    assert all(line.count("<span") == line.count("</span>") for line in shown)
    assert "<b>" not in "".join(shown)
