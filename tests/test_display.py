"""What stands below a picture: how it agrees with the words, and which attempt it is."""

from __future__ import annotations

import numpy as np
import pytest

from chatimg_magic.drawing import Attempt, Check, Drawing, Outcome
from chatimg_magic.notebook.display import bundle, caption, checked_words
from chatimg_magic.picture import Picture
from chatimg_magic.request import Request, Size

GOOD = Check("colour", "something red", True)
BAD = Check("count", "5 white shapes", False, "3 white shapes")


def drawn(*checks: Check) -> Attempt:
    """Build an attempt with a picture."""
    pixels = np.zeros((8, 8, 3), np.uint8)
    return Attempt("m", "p", outcome=Outcome.DRAWN, checks=checks, picture=Picture(pixels))


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        ((), []),
        ((GOOD,), ["as asked: 1 of 1 check"]),
        ((GOOD, GOOD), ["as asked: 2 of 2 checks"]),
        ((GOOD, BAD), ["as asked: 1 of 2 checks, ✗ 3 white shapes, asked for 5 white shapes"]),
        (
            (BAD,) * 5,
            ["as asked: 0 of 5 checks" + ", ✗ 3 white shapes, asked for 5 white shapes" * 3 + ", …"],
        ),
    ],
)
def test_the_caption_says_how_the_picture_agrees_with_the_words(checks: tuple[Check, ...], words: list[str]) -> None:
    assert checked_words(drawn(*checks)) == words


def test_headless_output_has_the_checks_as_text_and_says_which_attempt_it_is() -> None:
    first, second = drawn(GOOD, BAD), drawn(BAD, BAD)
    drawing = Drawing(Request("five white shapes", size=Size(8, 8)), [first, second], first.id)
    text = bundle(drawing, replayed=False)[0]["text/plain"]
    assert "attempt 1 of 2" in text
    assert "as asked: 1 of 2 checks, ✗ 3 white shapes" in text
    assert caption(drawing, first, replayed=False) in text
