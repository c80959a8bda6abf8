"""Pixels and the parts of the code that drew them: what a drawing tells, and how it came about."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from chatimg_magic.artist.trial import Trial
from chatimg_magic.drawing import Drawing, Outcome
from chatimg_magic.errors import BadOption
from chatimg_magic.parts import after
from chatimg_magic.picture import Picture
from chatimg_magic.request import Request, Size
from chatimg_magic.sandbox import Limits, Result, Sandbox
from chatimg_magic.sandbox.protocol import Kind, Reply
from chatimg_magic.sandbox.result import with_parts
from chatimg_magic.session import Order, current
from tests.answers import program
from tests.servers.scripted import ScriptedServer

HEAD = """import numpy as np
yy, xx = np.mgrid[:24, :32]
def dot(y, x):
    image[y:y + 3, x:x + 3] = 7
image = np.full((24, 32, 3), 255, np.uint8)
"""
STEPS = (
    "image[4:20, 4:20] = 90\n",
    "for i in range(3):\n    image[8 * i, :] = i\n",
    "image[np.hypot(yy - 12, xx - 16) < 6] = 200, 30, 30\n",
    "image = image[::-1].copy()\n",
    "image[image > 100] -= 50\n",
    "dot(2, 3)\n",
    "spare = image.copy()\nspare[:] = 1\n",
    "image[30:] = 4\n",
    "image[:, :16] = image[:, 16:]\n",
)


def drawn(provider: ScriptedServer, code: str) -> Drawing:
    provider.say(program(code))
    return current().draw(Request("anything", size=Size(24, 32)), Order(retries=0))


def test_a_pixel_names_the_line_that_drew_it(provider: ScriptedServer) -> None:
    drawing = drawn(provider, "image = np.full((24, 32, 3), 9, np.uint8)\nimage[2:4, 5:9] = 200\nimage[3:5] = 80")
    first, second = drawing.parts
    assert drawing.code.split("\n")[first.lines[0] - 1] == first.source == "image[2:4, 5:9] = 200"
    assert (first.number, second.number) == (1, 2)
    assert (first.share, second.share) == (4 / 768, 64 / 768)
    assert drawing.at(2, 6) == first
    assert drawing.at(3, 6) == second
    assert drawing.at(0, 0) is None
    assert drawing.labels is not None
    assert (drawing.labels.dtype, drawing.labels.shape) == (np.uint16, (24, 32))


def test_after_the_last_part_it_is_the_picture_and_before_the_first_its_ground(provider: ScriptedServer) -> None:
    drawing = drawn(provider, "image = np.full((24, 32, 3), 9, np.uint8)\nimage[2:4] = 200\nimage[3:5] = 80")
    assert (drawing.after(0) == 9).all()
    assert (drawing.after(1)[2:4] == 200).all()
    assert np.array_equal(drawing.after(2), np.asarray(drawing.array))
    with pytest.raises(BadOption, match="no part 3"):
        drawing.after(3)


@pytest.mark.parametrize("name", ["film.gif", "film.png", "film.webp"])
def test_a_film_shows_the_picture_after_each_part(provider: ScriptedServer, tmp_path: Path, name: str) -> None:
    drawing = drawn(provider, "image = np.full((24, 32, 3), 0, np.uint8)\nimage[2:9] = 255\nimage[11:15] = 255")
    with Image.open(drawing.film(str(tmp_path / name))) as film:
        assert getattr(film, "n_frames", 1) == 3
        shown = []
        for number in range(3):
            film.seek(number)
            shown.append(np.asarray(film.convert("RGB")))
    assert all(np.array_equal(frame, drawing.after(number)) for number, frame in enumerate(shown))
    with pytest.raises(BadOption, match="moving"):
        drawing.film(str(tmp_path / "film.jpg"))
    with pytest.raises(BadOption, match="could not be saved"):
        drawing.film(str(tmp_path / "no such folder" / name))


def test_of_a_converted_picture_the_film_is_not_known_and_that_is_said(provider: ScriptedServer) -> None:
    drawing = drawn(provider, "image = np.zeros((24, 32, 3))\nimage[2:9] = 0.5\nimage[11:15] = 1")
    assert len(drawing.parts) == 2
    with pytest.raises(BadOption, match="not known how"):
        drawing.after(1)


def run(source: str, streamed: bool) -> Result:
    """Run a program isolated, as a whole or as it would arrive."""
    trial = Trial(Sandbox(Limits()), Request("x", size=Size(24, 32)), {})
    try:
        if streamed:
            trial.offer(HEAD)
        return [step for step in trial.complete(source) if isinstance(step, Result)][-1]
    finally:
        trial.close()


@settings(max_examples=12)
@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=8), st.booleans())
def test_labels_and_film_agree_with_a_run_by_hand(steps: list[str], streamed: bool) -> None:
    source = HEAD + "".join(steps)
    result = run(source, streamed)
    space: dict[str, Any] = {}
    drawn_at, frames = np.zeros((24, 32), int), {0: np.empty(0)}  # the line that drew each pixel; pictures by line
    for statement in ast.parse(source).body:
        exec(compile(ast.Module([statement], []), "by hand", "exec"), space)
        if "image" in space:
            before = frames[max(frames)] if len(frames) > 1 else space["image"]
            drawn_at[(space["image"] != before).any(axis=-1)] = statement.lineno
            frames[statement.lineno] = space["image"].copy()
    assert result.pixels is not None
    if not result.lines:
        assert not drawn_at.any()
        return
    assert result.labels is not None
    first_lines = np.array([0, *(first for first, _ in result.lines)])
    assert np.array_equal(first_lines[result.labels], drawn_at)
    shown = Picture(result.pixels, (), result.lines, result.labels, result.film)
    for number, (line, _) in enumerate(result.lines, 1):
        assert np.array_equal(after(shown, number), frames[line])


@pytest.mark.parametrize(
    ("lines", "labels", "changes"),
    [
        ([[1, 2]], b"\x02\x00" * 4, None),
        ([[2, 1]], b"\x01\x00" * 4, None),
        ([], b"\x00\x00" * 4, None),
        ("lines", b"\x00\x00" * 4, None),
        ([[True, 1]], b"\x01\x00" * 4, None),
        ([[1, 1]], b"\x01\x00" * 4, [({"at": [0, 0]}, (2, 2), bytes(4))]),
        ([[1, 1]], b"\x01\x00" * 4, [({"at": [0, 0]}, (2, 2), bytes(4)), ({"at": [1, 1]}, (2, 2), bytes(4))]),
        ([[1, 1]], b"\x01\x00" * 4, [({"at": [0, 0]}, (2, 2), bytes(4)), ({"at": [-1, 0]}, (2, 2), bytes(4))]),
        ([[1, 1]], b"\x01\x00" * 4, [({"at": [0, 0]}, (2, 2), bytes(4)), ({"at": "x"}, (1, 1), bytes(1))]),
        ([[1, 1]], b"\x01\x00" * 4, [({"at": [0, 0]}, (2, 2), bytes(4)), ({}, (), b"")]),
        ([[1, 1]], b"\x01\x00" * 4, [({}, (), b""), ({"at": [0, 0]}, (2, 2), b"\x07" * 4)]),
    ],
)
def test_what_a_worker_tells_of_parts_is_believed_only_where_it_can_be(
    lines: object, labels: bytes, changes: list[tuple[dict[str, object], tuple[int, ...], bytes]] | None
) -> None:
    made = Result(pixels=np.full((2, 2), 7, np.uint8))
    told = Reply(Kind.PARTS, {"lines": lines}, (2, 2, 2), labels)
    replies = [Reply(Kind.CHANGE, data, shape, pixels) for data, shape, pixels in changes or ()]
    found = with_parts(made, told, replies)
    assert found.film == ()
    assert bool(found.lines) is (changes is not None)


def test_a_kept_drawing_knows_its_parts_when_it_is_run_again(provider: ScriptedServer) -> None:
    drawing = drawn(provider, "image = np.full((24, 32, 3), 9, np.uint8)\nimage[2:4] = 200")
    again = current().draw(drawing.request, Order())
    assert again.attempt is not None
    assert again.attempt.outcome is Outcome.DRAWN
    assert [part.source for part in again.parts] == ["image[2:4] = 200"]
    assert len(provider.requests) == 1
