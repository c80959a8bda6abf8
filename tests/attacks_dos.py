"""Programs that take what they can get: time, memory, output; each must end within its limits and say why."""
# ruff: noqa: E501 (one attack after the other)

from __future__ import annotations

from dataclasses import dataclass

TIME, MEMORY = "the code ran longer than", "MemoryError"


@dataclass(frozen=True)
class Hog:
    """A program and the words of which one must say how it ended."""

    name: str
    category: str
    code: str
    ends: tuple[str, ...]
    goal: str = "dos"

    def source(self) -> str:
        """Return the program."""
        return f"import numpy as np\n{self.code}\nimg = np.zeros((8, 8, 3), np.uint8)\n"


HOGS = (
    # builtin
    Hog("debugger", "builtin", "breakpoint()", ("BdbQuit", "Error", "drawn", TIME)),
    Hog("pager", "builtin", "help('topics')", ("NameError", "drawn", "Error")),
    # dos
    Hog("loop", "dos", "while 1: ...", (TIME,)),
    Hog("array", "dos", "sky = np.full((1 << 20, 1 << 17), 0.5)", (MEMORY,)),
    Hog("list", "dos", "kept = [b'']\nwhile kept: kept.append(bytes(1 << 22))", (MEMORY, TIME)),
    Hog("text", "dos", "line = '-' * (1 << 40)", (MEMORY,)),
    Hog("tower-of-powers", "dos", "print(7**7**7**7)", (TIME, MEMORY)),
    Hog("shift", "dos", "far = 3 * 10**11\nbig = 1 << far", (MEMORY, "OverflowError")),
    Hog("factorial", "dos", "from math import factorial\nn = factorial(9**9) % 3", (TIME, MEMORY)),
    Hog("recursion", "dos", "def deep(n): return deep(n + 1) + 1\ndeep(0)", ("RecursionError",)),
    Hog("recursion-unlimited", "dos",
        "import sys\nsys.setrecursionlimit(1 << 30)\nclass A:\n    def __repr__(self): return repr([self])\nrepr(A())",
        ("killed by signal", "MemoryError", "RecursionError")),
    Hog("parser-unary", "dos", "x = " + "~" * 90_000 + "1", ("MemoryError", "SyntaxError", "RecursionError", "killed by")),
    Hog("parser-attributes", "dos", "x = 1" + " .imag" * 90_000, ("RecursionError", "MemoryError", "killed by", "SyntaxError")),
    Hog("flood", "dos", "while True: print('=' * 9999)", (TIME,)),
    Hog("one-long-line", "dos", "print('=' * (3 << 26))", ("drawn",)),
    Hog("deaf-to-signals", "dos",
        "import signal\ntry:\n    for s in (signal.SIGTERM, signal.SIGXCPU): signal.signal(s, signal.SIG_IGN)\n"
        "except OSError: ...\nwhile 1: ...", (TIME,)),
    Hog("swallows-everything", "dos",
        "while True:\n    try:\n        while True: [] + []\n    except BaseException: continue", (TIME,)),
    Hog("width-of-a-format", "dos", "wide = 9**12\ntext = f'{0:{wide}}'", (MEMORY, "ValueError", "OverflowError")),
    # redteam
    Hog("font-that-blocks", "redteam", "from PIL import ImageFont\nImageFont.truetype('/dev/tty')", ("OSError", "PermissionError")),
)  # fmt: skip
