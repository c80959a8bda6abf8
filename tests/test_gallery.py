from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from typing import Any

import numpy as np
import pytest

from chatimg_magic import code, gallery, picture, policy
from chatimg_magic.request import Mode, Request, Size

PIECES = gallery.pieces()


def run(piece: gallery.Piece, size: Size, name: str = "image") -> Any:
    """Run a piece, fitted to a size and a name, and return what it left in that name."""
    request = Request(piece.prompt, name, size, piece.mode)
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(gallery.fitted(piece, request), piece.name, "exec"), names)
    return names[name]


@pytest.mark.parametrize("size", [Size(256, 256), Size(96, 160)], ids=str)
@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_a_piece_draws_what_it_says_at_any_size(piece: gallery.Piece, size: Size) -> None:
    request = Request(piece.prompt, "image", size, piece.mode)
    image = run(piece, size)
    assert image.dtype == np.uint8
    assert image.shape == request.shape
    assert picture.check(image, (), request).notes == ()
    if size.rows == 96:
        again = run(piece, size)
        assert hashlib.sha256(again.tobytes()).digest() == hashlib.sha256(image.tobytes()).digest()


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_a_piece_is_an_answer_as_the_contract_asks(piece: gallery.Piece) -> None:
    assert policy.check(piece.code) == []
    assert code.extract(f"```python\n{piece.code}```", "image") == piece.code
    assert piece.code.startswith("import numpy as np\n")
    assert len(piece.code) < 3000
    assert "plt" not in piece.code
    imports = [node for node in ast.walk(ast.parse(piece.code)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert len(imports) == 1
    assert len(re.findall(r"^H, W = ", piece.code, re.M)) == 1


def test_there_are_enough_pieces_of_every_mode() -> None:
    modes = Counter(piece.mode for piece in PIECES)
    assert len(PIECES) >= 24
    assert all(modes[mode] >= 4 for mode in Mode)


def test_every_piece_has_its_own_prompt_and_tags() -> None:
    assert len({piece.prompt.lower() for piece in PIECES}) == len(PIECES)
    assert all(len(piece.tags) >= 2 and all(piece.tags) for piece in PIECES)
    assert [piece.name for piece in PIECES] == sorted(piece.name for piece in PIECES)


@pytest.mark.parametrize("name", ["picture_1", "größe", "xx", "H", "s", "yy", "axis", "uint8", "mgrid", "top"])
def test_a_piece_fitted_to_any_name_leaves_the_same_array_there(name: str) -> None:
    for piece in PIECES[::9]:
        assert (run(piece, Size(24, 36), name) == run(piece, Size(24, 36))).all(), piece.name


def test_a_fitted_piece_names_the_size_that_is_asked_for() -> None:
    fitted = gallery.fitted(PIECES[0], Request("a dot", "dot", Size(33, 44)))
    assert "\nH, W = 33, 44\n" in fitted
    assert "256" not in fitted.split("H, W")[1].split("\n")[0]
    assert not re.search(r"\bimage\b", fitted)
    assert gallery.fitted(PIECES[0], Request("a dot", "image", Size(256, 256))) == PIECES[0].code


def test_a_piece_without_a_proper_header_is_refused(tmp_path: Any) -> None:
    for text in (
        "import numpy as np\n",
        "# prompt: a\n# tags: b\n# mode: cmyk\nH, W = 1, 1\n",
        "# prompt: a\n# tags: b\n# mode: rgb\n",
    ):
        (tmp_path / "bad.py").write_text(text)
        with pytest.raises(ValueError, match=r"bad\.py has no proper header"):
            gallery._read(tmp_path / "bad.py")
