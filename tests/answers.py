"""Answers of models, for the scripted server."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SQUARE = """\
Here is the picture:

```python
import numpy as np

H, W = 200, 200
yy, xx = np.mgrid[0:H, 0:W]
square = np.zeros((H, W), dtype=np.uint8)  # black background
inside = (abs(yy - 99.5) < 50) & (abs(xx - 99.5) < 50)
square[inside] = 255
```

The square is exactly in the middle.
"""


SAID = "Sure!\n\n"
"""What a chat model says before its program, and a small one, whose answer is begun for it, does not."""


def program(body: str) -> str:
    """Wrap statements as a model's answer."""
    return f"{SAID}```python\nimport numpy as np\n{body}\n```\n"


def drawing(pixels: NDArray[np.uint8]) -> str:
    """Answer with a program that makes exactly these pixels, run by run."""
    flat = pixels.reshape(pixels.shape[0] * pixels.shape[1], -1)
    starts = np.flatnonzero([True, *(flat[1:] != flat[:-1]).any(axis=1)])
    lengths = np.diff(starts, append=len(flat)).tolist()
    values = f"np.array({flat[starts].tolist()}, np.uint8)"
    return program(f"image = np.repeat({values}, {lengths}, axis=0).reshape{pixels.shape}")


def disc(name: str = "image", rows: int = 64, cols: int = 64, colour: str = "(200, 30, 30)") -> str:
    """Answer with a disc of a colour on white."""
    return program(
        f"yy, xx = np.mgrid[0:{rows}, 0:{cols}]\n"
        f"{name} = np.full(({rows}, {cols}, 3), 255, dtype=np.uint8)\n"
        f"{name}[(yy - {rows // 2}) ** 2 + (xx - {cols // 2}) ** 2 < {min(rows, cols) // 3} ** 2] = {colour}"
    )


# The article's chain of errors, each in NumPy's words: an index past the end, the truth of an array, a NaN as index.
INDEX_ERROR = program("image = np.zeros((64, 64, 3), np.uint8)\nfor i in range(65):\n    image[i, i] = 255")
TRUTH_ERROR = program(
    "x = np.linspace(-1, 1, 64)\nimage = np.zeros((64, 64, 3), np.uint8)\nif x ** 2 < 0.5:\n    image[:] = 255"
)
NAN_INDEX = program(
    "image = np.zeros((64, 64, 3), np.uint8)\n"
    "with np.errstate(invalid='ignore'):\n"
    "    column = np.sqrt(np.array([-1.0])).astype(int)\n"
    "image[0, column] = 255"
)
ALL_BLACK = program("image = np.zeros((64, 64, 3), np.uint8)\nimage[10:5] = 255")
GIVES_UP = "I apologise, but drawing a basketball with its curved lines in an array is more than I can do here."
