# ruff: noqa: E501 (one program a line)
from __future__ import annotations

import pytest

from chatimg_magic.review import notes

NP = "import numpy as np\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (NP + "img = np.eye(3)", []),
        (NP + "H = 3\nimg = np.eye(H)\ndef total():\n    x = 1", ["rebinds your H, total"]),
        ("from PIL import Image as I\nfrom math import pi as x\nimg = I.new('L', (2, 2))", ["rebinds your x", "imports PIL, math"]),
        ("[x for x in 'a']\nclass A:\n    H = 1\n", []),
        ("for x in 'ab':\n    pass\ndef f():\n    global H\n    H = 2", ["rebinds your H, x"]),
        (NP + "np.random.seed(1)\nwhile img:\n    pass", ["sets the seed of the session's random numbers", "loops until a condition holds (line 3)"]),
        ("for a in 'a':\n for b in a:\n  for c in b:\n   for d in c:\n    img = d", ["has 4 loops within each other (line 4)"]),
        ("import matplotlib.pyplot as plt\nplt.imshow(img)", []),
        ("from matplotlib import cm\nimg = cm.viridis(0)", ["imports matplotlib"]),
        ("import matplotlib.pyplot as plt\nplt.close('all')\nplt.style.use('ggplot')", ["closes figures", "changes how the session's plots look"]),
        ("not python", []),
    ],
)  # fmt: skip
def test_what_a_reviewer_should_know(source: str, said: list[str]) -> None:
    assert notes(source, {"H", "x", "total", "img", "np"}, "img") == said
