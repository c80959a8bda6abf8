# ruff: noqa: E501 (one program a line)
from __future__ import annotations

import pytest

from chatimg_magic.review_facts import facts

NP = "import numpy as np\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (NP + "img = np.eye(3)", ["imports numpy"]),
        (NP + "H = 3\nimg = np.eye(H)\ndef total():\n    x = 1", ["rebinds your H, total", "imports numpy"]),
        ("from PIL import Image as I\nfrom math import pi as x\nimg = I.new('L', (2, 2))", ["rebinds your x", "imports PIL, math"]),
        ("[x for x in 'a']\nclass A:\n    H = 1\n", []),
        ("for x in 'ab':\n    pass\ndef f():\n    global H\n    H = 2", ["rebinds your H, x"]),
        (NP + "np.random.seed(1)\nwhile img:\n    pass", ["imports numpy", "loops until a condition holds (line 3)",
                                                        "sets the seed of the session's random numbers"]),
        ("for a in 'a':\n for b in a:\n  for c in b:\n   for d in c:\n    img = d", ["has 4 loops within each other (line 4)"]),
        ("not python", []),
    ],
)  # fmt: skip
def test_what_a_reviewer_should_know(source: str, said: list[str]) -> None:
    assert facts(source, {"H", "x", "total", "img", "np"}, "img") == said
