"""Which part of the code left pixels: what is not to be seen of a program."""

from __future__ import annotations

import ast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatimg_magic.sandbox.protocol import MOST_LABELS
from chatimg_magic.sandbox.provenance import Provenance

HEAD = "import numpy as np\nyy, xx = np.mgrid[:20, :30]\nimage = np.full((20, 30, 3), 255, np.uint8)\n"
WIDER = HEAD.replace("30", "32")  # of which whole words of eight bytes are compared


def traced(source: str) -> Provenance:
    """Run a program part by part."""
    found, space = Provenance(), {}  # type: ignore[var-annotated]
    for statement in ast.parse(source).body:
        exec(compile(ast.Module([statement], []), "x", "exec"), space)
        found.ran(statement, space, "image")
    return found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("image[5:9, 5:9] = 255\n", [4]),  # in the background's colour
        ("image[yy < 5] = 255\nimage[yy >= 5] = 0\n", []),  # the upper half is the background
        ("image[yy > 50] = 0\n", [4]),  # outside
        ("image[yy < 5] = 9\nimage[yy < 6] = 8\n", [4]),  # covered
        ("image[10:5, :] = 0\n", [4]),  # an empty slice
        ("for n in range(3):\n    image[yy == 90 + n] = 0\n", [4]),
        ("image[yy < 5] = 0\nimage[yy > 9] = 255, 0, 0\n", []),
        ("image[:] = 255\n", []),
        ("image[...] = 255\n", []),
        ("image[:, :] = 255\n", []),
        ("disc = yy < 5\nimage[disc] = 0\nimage[~disc] = 255\n", []),  # what a mask leaves out
        ("image[:, :, 0] = 255\nimage[..., 1] = 255\n", []),  # one channel
        ("image[yy < 5, 0] = 255\n", []),
        ("image[2:4, 3:5, 1] = 255\n", []),
        ("image[yy < 5] = 9\nimage = image // 2\n", []),  # nothing covers it: the whole was changed
        ("image[yy < 5] = 9\nimage = np.zeros((4, 4))\n", []),  # another picture
        ("other = image.copy()\nother[yy < 5] = 255\n", []),
    ],
)
def test_parts_without_a_pixel(source: str, lines: list[int]) -> None:
    assert traced(HEAD + source).unseen() == lines


BOX = st.tuples(st.integers(0, 25), st.integers(0, 25), st.integers(0, 35), st.integers(0, 35), st.integers(0, 3))


@given(st.lists(BOX, max_size=8), st.sampled_from([HEAD, WIDER]))
def test_the_labels_are_those_of_a_comparison_by_hand(boxes: list[tuple[int, int, int, int, int]], head: str) -> None:
    parts = [f"image[{a}:{b}, {c}:{d}] = {85 * v}\n" for a, b, c, d, v in boxes]
    found = traced(head + "".join(parts))
    shape = (20, 30 if head == HEAD else 32)
    picture, labels = np.full(shape, 255), np.zeros(shape, int)
    for number, (a, b, c, d, value) in enumerate(boxes, 1):  # labels by hand: the line of the last change
        mask = np.zeros(shape, bool)
        mask[a:b, c:d] = True
        labels[mask & (picture != 85 * value)] = 3 + number
        picture[mask] = 85 * value
    assert found.labels is not None
    assert (np.array([0, *(first for first, _ in found.lines)])[found.labels] == labels).all()
    assert not set(found.unseen()) & set(labels.ravel())


@pytest.mark.parametrize(
    "value", [None, "text", [1, 2], np.zeros(3), np.array([[object()]]), np.zeros((2, MOST_LABELS))]
)
def test_of_what_is_no_picture_or_too_large_nothing_is_known(value: object) -> None:
    found = Provenance()
    statement = ast.parse("image[0] = 1").body[0]
    for _ in range(2):
        found.ran(statement, {"image": value}, "image")
    assert found.labels is None
    assert found.unseen() == []
